//! Why a command was refused or failed, and how that crosses to a host.

use thiserror::Error;
use wsis_document::SymbolError;
use wsis_fetch::FetchError;
use wsis_import::ImportError;
use wsis_store::StoreError;

use crate::contract::ErrorView;

/// A refusal or a failure of a use case.
#[derive(Debug, Error)]
pub enum AppError {
    /// A file could not be read as a text.
    #[error("{file}: {source}")]
    Import {
        /// The file's name.
        file: String,
        /// Why.
        source: ImportError,
    },
    /// There is no such file.
    #[error("{file}: there is no such file")]
    FileNotFound {
        /// Its path.
        file: String,
    },
    /// The file is there and cannot be read.
    #[error("{file}: {source}")]
    FileUnreadable {
        /// Its path.
        file: String,
        /// Why.
        source: std::io::Error,
    },
    /// A file could not be written.
    #[error("{file}: {source}")]
    WriteFailed {
        /// Its path.
        file: String,
        /// Why.
        source: std::io::Error,
    },
    /// The library file refused.
    #[error("the library: {0}")]
    Store(#[from] StoreError),
    /// No document, comparison, note or chapter of that name.
    #[error("{what} is not there")]
    NotFound {
        /// What was asked for.
        what: String,
    },
    /// The request makes no sense.
    #[error("{what}")]
    Invalid {
        /// What is wrong with it.
        what: String,
    },
    /// A file that was read and not saved has been forgotten since.
    #[error("the draft is not there any more")]
    DraftGone,
    /// What was given as a number is none.
    #[error("{text:?} is no number of a paragraph")]
    NotALabel {
        /// What was given.
        text: String,
    },
    /// What was given as a date is none.
    #[error("{text:?} is no date")]
    NotADate {
        /// What was given.
        text: String,
    },
    /// A text that was given as a symbol is none.
    #[error("{0}")]
    Symbol(#[from] SymbolError),
    /// An official document did not come.
    #[error("{0}")]
    Fetch(FetchError),
    /// The user did not say, or said that it must not be: nothing is fetched.
    #[error("fetching is not allowed")]
    FetchNotAllowed,
    /// The user stopped it.
    #[error("cancelled")]
    Cancelled,
    /// A fault of the program.
    #[error("internal: {what}")]
    Internal {
        /// For the log.
        what: String,
    },
}

impl AppError {
    /// A request that makes no sense.
    pub(crate) fn invalid(what: impl Into<String>) -> Self {
        AppError::Invalid { what: what.into() }
    }

    /// Something that is not there.
    pub(crate) fn not_found(what: impl Into<String>) -> Self {
        AppError::NotFound { what: what.into() }
    }

    /// The stable code; `error-<code>` is the key of its sentence.
    pub fn code(&self) -> &'static str {
        match self {
            AppError::Import { source, .. } => source.code(),
            AppError::FileNotFound { .. } => "file-not-found",
            AppError::FileUnreadable { .. } => "file-unreadable",
            AppError::WriteFailed { .. } => "write-failed",
            AppError::Store(_) => "store",
            AppError::NotFound { .. } => "not-found",
            AppError::Invalid { .. } => "invalid",
            AppError::DraftGone => "draft-gone",
            AppError::NotALabel { .. } => "label-unknown",
            AppError::NotADate { .. } => "date-unknown",
            AppError::Symbol(error) => error.code(),
            AppError::Fetch(error) => error.code(),
            AppError::FetchNotAllowed => "fetch-not-allowed",
            AppError::Cancelled => "cancelled",
            AppError::Internal { .. } => "internal",
        }
    }

    fn file(&self) -> Option<String> {
        match self {
            AppError::Import { file, .. }
            | AppError::FileNotFound { file }
            | AppError::FileUnreadable { file, .. }
            | AppError::WriteFailed { file, .. } => Some(file.clone()),
            _ => None,
        }
    }

    fn detail(&self) -> Option<String> {
        match self {
            AppError::Import { source, .. } => match source {
                ImportError::Unsupported { found } | ImportError::Mismatch { found, .. } => {
                    Some(found.clone())
                }
                ImportError::Damaged { reason } => Some(reason.clone()),
                ImportError::TooLarge { limit } => Some(limit.clone()),
                _ => None,
            },
            AppError::FileUnreadable { source, .. } | AppError::WriteFailed { source, .. } => {
                Some(source.to_string())
            }
            AppError::Store(source) => Some(source.to_string()),
            AppError::NotFound { what }
            | AppError::Invalid { what }
            | AppError::Internal { what } => Some(what.clone()),
            AppError::NotALabel { text } | AppError::NotADate { text } => Some(text.clone()),
            AppError::Symbol(error) => error.detail(),
            AppError::Fetch(error) => error.detail(),
            AppError::FileNotFound { .. }
            | AppError::DraftGone
            | AppError::FetchNotAllowed
            | AppError::Cancelled => None,
        }
    }
}

impl From<AppError> for ErrorView {
    fn from(error: AppError) -> Self {
        ErrorView {
            code: error.code().to_owned(),
            message: error.to_string(),
            file: error.file(),
            detail: error.detail(),
        }
    }
}
