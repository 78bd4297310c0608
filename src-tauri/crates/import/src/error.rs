//! Why a file could not be read.

use thiserror::Error;

/// A refusal. Each has a code that the window turns into a sentence and a remedy.
#[derive(Debug, Error, Clone, PartialEq, Eq)]
pub enum ImportError {
    /// No bytes, or nothing but white space.
    #[error("the file is empty")]
    Empty,
    /// No reader knows these bytes.
    #[error("the file is of no kind that can be read ({found})")]
    Unsupported {
        /// What the bytes look like: `"PNG image"`, `"legacy Office file"`, `"unknown binary"`.
        found: String,
    },
    /// The bytes are another kind than the file's name says, and not a kind that can be read.
    #[error("the file is named {named} but holds {found}")]
    Mismatch {
        /// What the name says: `"docx"`.
        named: String,
        /// What the bytes look like.
        found: String,
    },
    /// The file ends early or its inner structure is broken.
    #[error("the file is damaged: {reason}")]
    Damaged {
        /// For the log and the curious; not translated.
        reason: String,
    },
    /// A Word file of the time before DOCX, and nothing here that could convert it.
    #[error("the file is a Word file of the old kind (.doc)")]
    LegacyWord,
    /// A password is needed.
    #[error("the file is protected by a password")]
    Encrypted,
    /// Pages, but no text in them: a scan.
    #[error("the file has no text")]
    NoText,
    /// Larger, deeper or longer to read than the limits allow.
    #[error("the file is beyond the limit: {limit}")]
    TooLarge {
        /// Which limit.
        limit: String,
    },
    /// The user stopped it.
    #[error("cancelled")]
    Cancelled,
}

impl ImportError {
    /// All codes, for those who keep sentences for them.
    pub const CODES: [&'static str; 9] = [
        "import-empty",
        "import-unsupported",
        "import-mismatch",
        "import-damaged",
        "import-legacy-word",
        "import-encrypted",
        "import-no-text",
        "import-too-large",
        "cancelled",
    ];

    /// A stable code in kebab case; `error-<code>` is the key of its sentence.
    pub fn code(&self) -> &'static str {
        match self {
            ImportError::Empty => "import-empty",
            ImportError::Unsupported { .. } => "import-unsupported",
            ImportError::Mismatch { .. } => "import-mismatch",
            ImportError::Damaged { .. } => "import-damaged",
            ImportError::LegacyWord => "import-legacy-word",
            ImportError::Encrypted => "import-encrypted",
            ImportError::NoText => "import-no-text",
            ImportError::TooLarge { .. } => "import-too-large",
            ImportError::Cancelled => "cancelled",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_has_one_of_the_codes() {
        let text = || "x".to_owned();
        let all = [
            ImportError::Empty,
            ImportError::Unsupported { found: text() },
            ImportError::Mismatch {
                named: text(),
                found: text(),
            },
            ImportError::Damaged { reason: text() },
            ImportError::LegacyWord,
            ImportError::Encrypted,
            ImportError::NoText,
            ImportError::TooLarge { limit: text() },
            ImportError::Cancelled,
        ];
        let codes: Vec<&str> = all.iter().map(ImportError::code).collect();
        assert_eq!(codes, ImportError::CODES);
    }
}
