//! Why a document did not come.

use thiserror::Error;

/// A refusal or a failure. Each has a code that the window turns into a sentence and a remedy;
/// opening the document's page in the browser is a remedy for all of them.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FetchError {
    /// Not one of the six official languages.
    #[error("there are no official documents in {asked:?}")]
    Language {
        /// The code that was asked for.
        asked: String,
    },
    /// A base address that is neither the official service nor a server on this machine.
    #[error("{address} is not a server on this machine")]
    Base {
        /// The address.
        address: String,
    },
    /// Another document is being fetched.
    #[error("one document is fetched at a time")]
    Another,
    /// No connection: no network, no such host, nobody answers.
    #[error("{host} cannot be reached: {reason}")]
    Offline {
        /// The host.
        host: String,
        /// For the log and the curious; not translated.
        reason: String,
    },
    /// The connection cannot be trusted: certificate or encryption.
    #[error("the connection to {host} is not secure: {reason}")]
    Insecure {
        /// The host.
        host: String,
        /// For the log and the curious; not translated.
        reason: String,
    },
    /// It took too long.
    #[error("the server did not deliver within {seconds} s")]
    Timeout {
        /// The limit.
        seconds: u64,
    },
    /// The connection broke, or less came than was announced.
    #[error("the file did not come whole: {reason}")]
    Interrupted {
        /// For the log and the curious; not translated.
        reason: String,
    },
    /// The server is busy and stayed so.
    #[error("the server is busy (status {status})")]
    Busy {
        /// 429, 502 or 503.
        status: u16,
    },
    /// The server turned the request away.
    #[error("the server refused ({answer})")]
    Refused {
        /// A status, or the page it sent the request to.
        answer: String,
    },
    /// A redirect to a place that is not the official service, or too many of them.
    #[error("the server sent the request on to {to}")]
    Redirect {
        /// Where.
        to: String,
    },
    /// There is no such document in this language and kind of file.
    #[error("there is no such document")]
    NoSuchDocument,
    /// The document is known and not published yet.
    #[error("the document is not published yet")]
    NotPublished,
    /// Larger than the limit.
    #[error("the file is larger than {limit}")]
    TooLarge {
        /// The limit, with its unit.
        limit: String,
    },
    /// A WordPerfect file: old documents exist as nothing else.
    #[error("the document is a WordPerfect file")]
    WordPerfect,
    /// Bytes of no kind that a document has.
    #[error("the file is of no kind that is known ({found})")]
    UnknownKind {
        /// What the bytes look like.
        found: String,
    },
    /// The user stopped it.
    #[error("cancelled")]
    Cancelled,
}

impl FetchError {
    /// A stable code in kebab case; `error-<code>` is the key of its sentence.
    pub fn code(&self) -> &'static str {
        match self {
            FetchError::Language { .. } => "fetch-language",
            FetchError::Base { .. } => "fetch-base",
            FetchError::Another => "fetch-another",
            FetchError::Offline { .. } => "fetch-offline",
            FetchError::Insecure { .. } => "fetch-insecure",
            FetchError::Timeout { .. } => "fetch-timeout",
            FetchError::Interrupted { .. } => "fetch-interrupted",
            FetchError::Busy { .. } => "fetch-busy",
            FetchError::Refused { .. } => "fetch-refused",
            FetchError::Redirect { .. } => "fetch-redirect",
            FetchError::NoSuchDocument => "fetch-no-such-document",
            FetchError::NotPublished => "fetch-not-published",
            FetchError::TooLarge { .. } => "fetch-too-large",
            FetchError::WordPerfect => "fetch-word-perfect",
            FetchError::UnknownKind { .. } => "fetch-unknown-kind",
            FetchError::Cancelled => "cancelled",
        }
    }

    /// The fact that the sentence names.
    pub fn detail(&self) -> Option<String> {
        match self {
            FetchError::Language { asked } => Some(asked.clone()),
            FetchError::Base { address } => Some(address.clone()),
            FetchError::Offline { host, .. } | FetchError::Insecure { host, .. } => {
                Some(host.clone())
            }
            FetchError::Timeout { seconds } => Some(seconds.to_string()),
            FetchError::Interrupted { reason } => Some(reason.clone()),
            FetchError::Busy { status } => Some(status.to_string()),
            FetchError::Refused { answer } => Some(answer.clone()),
            FetchError::Redirect { to } => Some(to.clone()),
            FetchError::TooLarge { limit } => Some(limit.clone()),
            FetchError::UnknownKind { found } => Some(found.clone()),
            FetchError::Another
            | FetchError::NoSuchDocument
            | FetchError::NotPublished
            | FetchError::WordPerfect
            | FetchError::Cancelled => None,
        }
    }

    /// Whether the server answered as it should, only without such a file. The greater of two
    /// answers says more.
    pub(crate) fn absence(&self) -> Option<u8> {
        match self {
            FetchError::NoSuchDocument => Some(0),
            FetchError::NotPublished => Some(1),
            FetchError::WordPerfect => Some(2),
            _ => None,
        }
    }
}
