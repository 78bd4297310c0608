//! One official document, fetched because somebody asked for it. This is the only code of the
//! program that opens a connection.
//!
//! - One document at a time, on an explicit request; nothing is looked up ahead and no list is
//!   walked.
//! - Only the hosts of a [`Service`], only `https`; redirects are followed by hand and only there.
//! - Within [`Limits`]: size, time, redirects, patience with a busy server.
//! - What arrives is judged by its bytes, never by the status or the name: the server answers 200
//!   with a web page where there is no such document, and 200 with nothing where there is not yet.
//! - A cancelled fetch ends within 50 ms and closes its connection.
//!
//! The service's address, its languages and its traps are those seen in public programs; none of
//! them is documented by the United Nations. The tests play all of them on this machine.

mod connection;
mod error;
mod fetcher;
mod kind;
mod service;

use std::time::Duration;

use wsis_document::Symbol;

pub use error::FetchError;
pub use fetcher::Fetcher;
pub use kind::FileKind;
pub use service::Service;

/// The six official languages, by code. Any other is refused: the server would answer with the
/// English file and not say so.
pub const LANGUAGES: [&str; 6] = ["ar", "en", "es", "fr", "ru", "zh"];

/// What somebody asked for. The language is one of [`LANGUAGES`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    symbol: Symbol,
    language: &'static str,
    wish: Wish,
}

impl Request {
    /// A request for a document in a language, as code: `fr`.
    ///
    /// # Errors
    /// [`FetchError::Language`] for a language that is not official.
    pub fn new(symbol: Symbol, language: &str, wish: Wish) -> Result<Self, FetchError> {
        let official = LANGUAGES.into_iter().find(|known| *known == language);
        Ok(Request {
            symbol,
            language: official.ok_or_else(|| FetchError::Language {
                asked: language.to_owned(),
            })?,
            wish,
        })
    }

    /// The document.
    pub fn symbol(&self) -> &Symbol {
        &self.symbol
    }

    /// The language's code.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// Which kind of file.
    pub fn wish(&self) -> Wish {
        self.wish
    }
}

/// Which kind of file is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Wish {
    /// Word where there is one, because its paragraphs are certain; else PDF. A file of the old
    /// Word kind is taken only where there is no PDF.
    #[default]
    Best,
    /// Word.
    Word,
    /// PDF.
    Pdf,
}

/// A document that was fetched whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetched {
    /// The file.
    pub bytes: Vec<u8>,
    /// What the bytes are.
    pub kind: FileKind,
    /// Where they came from in the end.
    pub address: String,
    /// The language asked for. The server may have sent another one; only the text can tell.
    pub language: &'static str,
}

/// How far the program goes for one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Largest file, in bytes, after decompression.
    pub size: usize,
    /// Longest time until a connection stands.
    pub connect: Duration,
    /// Longest time for one document, from the first request to the last byte: every kind of file
    /// that is asked for, and the waits between. The service was seen to need up to 31 s before it
    /// answers.
    pub overall: Duration,
    /// Most redirects for one file.
    pub redirects: u32,
    /// How often a busy server is asked again.
    pub retries: u32,
    /// Wait before the first time; doubled for each further one.
    pub retry_wait: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            size: 64 << 20,
            connect: Duration::from_secs(10),
            overall: Duration::from_secs(60),
            redirects: 5,
            retries: 3,
            retry_wait: Duration::from_secs(1),
        }
    }
}
