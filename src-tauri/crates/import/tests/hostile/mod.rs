//! Files made to harm, written by code: none is kept. The tests look at how each ends, the bench at
//! how long that takes.

pub mod markup;
pub mod pdf;
#[path = "../shared/word.rs"]
mod word;

/// A file made to harm.
pub struct Hostile {
    /// What is wrong with it.
    pub name: &'static str,
    /// The name that it is imported under.
    pub file: &'static str,
    /// How it has to end.
    pub ends: Ends,
    /// The file.
    pub bytes: Vec<u8>,
}

/// How an import has to end.
#[derive(Clone, Copy, Debug)]
pub enum Ends {
    /// With so many paragraphs.
    Read(usize),
    /// With this code.
    Refused(&'static str),
    /// Without a text, whatever the code.
    Unread,
    /// With so many paragraphs, or without a text.
    Either(usize),
    /// With any number of paragraphs.
    Somehow,
}

impl Ends {
    /// Whether an import that came to so many paragraphs, or to this code, ended as it has to.
    pub fn is_met(self, outcome: Result<usize, &str>) -> bool {
        match (self, outcome) {
            (Ends::Read(wanted), Ok(count)) => count == wanted,
            (Ends::Refused(wanted), Err(code)) => code == wanted,
            (Ends::Either(wanted), Ok(count)) => count == wanted,
            (Ends::Unread | Ends::Either(_), Err(_)) | (Ends::Somehow, Ok(_)) => true,
            _ => false,
        }
    }
}
