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
        /// What the bytes look like: `"PNG image"`, `"legacy Word document"`, `"unknown binary"`.
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
    /// A stable code in kebab case; `error-<code>` is the key of its sentence.
    pub fn code(&self) -> &'static str {
        match self {
            ImportError::Empty => "import-empty",
            ImportError::Unsupported { .. } => "import-unsupported",
            ImportError::Mismatch { .. } => "import-mismatch",
            ImportError::Damaged { .. } => "import-damaged",
            ImportError::Encrypted => "import-encrypted",
            ImportError::NoText => "import-no-text",
            ImportError::TooLarge { .. } => "import-too-large",
            ImportError::Cancelled => "cancelled",
        }
    }
}
