//! Symbols of official documents: `A/RES/80/173`, `A/C.2/80/L.58/Rev.1`, `S/RES/2728(2024)`.
//!
//! The grammar is the one that the United Nations' own documents show, not a published standard:
//! parts between slashes, first the organ and its bodies, then series, session or year, number,
//! and last what became of the document (`Rev.1`, `Add.2`, `Corr.1`). People write symbols with
//! spaces, in lower case, in full-width letters; [`Symbol::parse`] brings all of them to one form,
//! so that equal symbols are equal.

mod part;

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use part::{Part, Shape};

/// Longest symbol, in characters, that is read at all.
const MAX_LENGTH: usize = 80;

/// Last session of the General Assembly whose resolutions are counted from its beginning on and
/// carry the session in Roman numerals: `A/RES/3379(XXX)`.
const LAST_ROMAN_SESSION: u16 = 30;

/// A document symbol in its one form: no spaces, letters in the case in which they are printed.
///
/// Made of ASCII letters, digits and `/ . ( ) -` only, so that it can stand in an address as it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Symbol {
    text: String,
    organ: usize,
    session: Option<Session>,
    suffixes: Vec<Suffix>,
}

/// When an organ met, as far as a symbol tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Session {
    /// A regular session of the General Assembly: the 80 of `A/RES/80/173`, the III of
    /// `A/RES/217(III)`.
    Regular(u16),
    /// A special session: `S-10`.
    Special(u16),
    /// An emergency special session: `ES-11`.
    Emergency(u16),
    /// A year: `E/RES/2024/13`, `S/RES/2728(2024)`.
    Year(u16),
}

/// What became of a document after it was first issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SuffixKind {
    /// `Rev.1`: takes the place of what was issued before.
    Revision,
    /// `Add.1`: adds to it.
    Addendum,
    /// `Corr.1`: mends it.
    Corrigendum,
    /// `Amend.1`: a proposal to change it.
    Amendment,
}

/// One suffix of a symbol.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Suffix {
    /// Which.
    pub kind: SuffixKind,
    /// Its number.
    pub number: u16,
}

/// Why a text is no symbol.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SymbolError {
    /// Nothing is there.
    #[error("the symbol is empty")]
    Empty,
    /// A symbol may yet come of it: it has no number yet, or ends with a slash.
    #[error("the symbol is not complete")]
    Unfinished,
    /// Longer than any symbol.
    #[error("a symbol has at most {MAX_LENGTH} characters")]
    TooLong,
    /// A character that no symbol has.
    #[error("no symbol has {0:?}")]
    Character(char),
    /// The first part does not name an organ.
    #[error("{0:?} is no organ: a symbol begins with letters, such as A, E or S")]
    Organ(String),
    /// A part between slashes of no known form.
    #[error("{0:?} is no part of a symbol")]
    Part(String),
    /// A suffix stands before another part.
    #[error("{0:?} stands at the end of a symbol")]
    SuffixInside(String),
    /// A resolution of an early session in the form of the later ones, or the reverse.
    #[error("resolutions of session {session} are written as {form}")]
    ResolutionForm {
        /// The session.
        session: u16,
        /// The symbol in the right form.
        form: String,
    },
}

impl SymbolError {
    /// A stable code in kebab case; `error-<code>` is the key of its sentence.
    pub fn code(&self) -> &'static str {
        match self {
            SymbolError::Empty => "symbol-empty",
            SymbolError::Unfinished => "symbol-unfinished",
            SymbolError::TooLong => "symbol-too-long",
            SymbolError::Character(_) => "symbol-character",
            SymbolError::Organ(_) => "symbol-organ",
            SymbolError::Part(_) => "symbol-part",
            SymbolError::SuffixInside(_) => "symbol-suffix-inside",
            SymbolError::ResolutionForm { .. } => "symbol-resolution-form",
        }
    }

    /// The part or character at fault, or the form to write instead.
    pub fn detail(&self) -> Option<String> {
        match self {
            SymbolError::Character(c) => Some(c.to_string()),
            SymbolError::Organ(part) | SymbolError::Part(part) => Some(part.clone()),
            SymbolError::SuffixInside(part) => Some(part.clone()),
            SymbolError::ResolutionForm { form, .. } => Some(form.clone()),
            SymbolError::Empty | SymbolError::Unfinished | SymbolError::TooLong => None,
        }
    }
}

impl Symbol {
    /// Reads a symbol as people write it: spaces, case, full-width characters and an asterisk for
    /// "reissued for technical reasons" do not matter. Of a document that two organs share
    /// (`A/80/62-E/2025/12`) the first symbol is taken. Linear.
    ///
    /// # Errors
    /// [`SymbolError`], with the part at fault.
    pub fn parse(text: &str) -> Result<Self, SymbolError> {
        let text = first_of_joint(&tidy(text)?);
        if text.is_empty() {
            return Err(SymbolError::Empty);
        }
        let unfinished = text.ends_with(['/', '.', '-']);
        let parts: Vec<Part> = text
            .trim_end_matches('/')
            .split('/')
            .enumerate()
            .map(|(at, part)| match part::read(part) {
                Some(part) if at > 0 || part.shape == Shape::Word => Ok(part),
                _ if at == 0 => Err(SymbolError::Organ(part.to_owned())),
                _ if unfinished && text.ends_with(part) => Err(SymbolError::Unfinished),
                _ => Err(SymbolError::Part(part.to_owned())),
            })
            .collect::<Result<_, _>>()?;
        suffixes_are_last(&parts)?;
        if unfinished || !parts.iter().any(Part::is_numbered) {
            return Err(SymbolError::Unfinished);
        }
        let session = session(&parts);
        check_resolution(&parts, session)?;
        let written: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
        let bodies = parts.iter().take_while(|part| part.is_body()).count();
        Ok(Symbol {
            organ: written[..bodies].join("/").len(),
            session,
            suffixes: parts.iter().filter_map(|part| part.suffix).collect(),
            text: written.join("/"),
        })
    }

    /// The first symbol that a running text prints: `see A/C.2/80/L.17 and Add.1` gives
    /// `A/C.2/80/L.17`. Where [`Symbol::parse`] forgives, this does not, for words have slashes
    /// too: letters stand in their printed case, and at least two slashes between the parts.
    /// Linear.
    pub fn first_in(text: &str) -> Option<Self> {
        let of_symbol =
            |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '(' | ')' | '-');
        text.split(|c| !of_symbol(c)).find_map(|word| {
            let word = word.trim_start_matches('(').trim_end_matches(['.', '-']);
            let word = match word.strip_suffix(')') {
                Some(inner) if !inner.contains('(') => inner,
                _ => word,
            };
            if word.matches('/').count() < 2 {
                return None;
            }
            let symbol = Symbol::parse(word).ok()?;
            word.starts_with(symbol.as_str()).then_some(symbol)
        })
    }

    /// The symbol in its one form.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The organ with its bodies: `A`, `A/C.2`, `A/HRC`, `E/CN.16`, `A/CONF.157`.
    pub fn organ(&self) -> &str {
        &self.text[..self.organ]
    }

    /// When the organ met, where the symbol tells.
    pub fn session(&self) -> Option<Session> {
        self.session
    }

    /// `Rev.1`, `Add.2` and the like, in order.
    pub fn suffixes(&self) -> &[Suffix] {
        &self.suffixes
    }
}

impl FromStr for Symbol {
    type Err = SymbolError;

    fn from_str(text: &str) -> Result<Self, SymbolError> {
        Symbol::parse(text)
    }
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// The text without spaces and marks around it, in ASCII.
fn tidy(text: &str) -> Result<String, SymbolError> {
    let mut tidy = String::new();
    for c in text.trim().trim_end_matches(['*', '＊']).chars() {
        let c = match c {
            // Full-width forms lie at one distance from ASCII.
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            c => c,
        };
        match c {
            c if c.is_whitespace() || c == '\u{200b}' => {}
            c if c.is_ascii_alphanumeric() || "/.()-".contains(c) => tidy.push(c),
            c => return Err(SymbolError::Character(c)),
        }
        if tidy.len() > MAX_LENGTH {
            return Err(SymbolError::TooLong);
        }
    }
    Ok(tidy)
}

/// `A/80/62` of `A/80/62-E/2025/12`.
fn first_of_joint(text: &str) -> String {
    let joint = text.match_indices('-').find(|(at, _)| {
        let letters = text[at + 1..].bytes().take_while(u8::is_ascii_alphabetic);
        let letters = letters.count();
        letters > 0
            && text[at + 1 + letters..].starts_with('/')
            && text[..*at].ends_with(|c: char| c.is_ascii_digit() || c == ')')
    });
    match joint {
        Some((at, _)) => text[..at].to_owned(),
        None => text.to_owned(),
    }
}

fn suffixes_are_last(parts: &[Part]) -> Result<(), SymbolError> {
    let inside = parts
        .windows(2)
        .find(|pair| pair[0].suffix.is_some() && pair[1].suffix.is_none());
    match inside {
        Some(pair) => Err(SymbolError::SuffixInside(pair[0].text.clone())),
        None => Ok(()),
    }
}

/// The session or year that the parts name.
fn session(parts: &[Part]) -> Option<Session> {
    let (organ, rest) = parts.split_first()?;
    if let Some(named) = rest.iter().find_map(|part| part.session) {
        return Some(named);
    }
    let numbers: Vec<u32> = rest.iter().filter_map(|part| part.number).collect();
    if organ.text == "A" {
        // `A/520` is a number of its own; `A/80/1` and `A/80/L.41` are of session 80.
        let numbered = rest.iter().filter(|part| {
            part.number.is_some()
                || (part.suffix.is_none() && !part.is_body() && part.is_numbered())
        });
        let session = numbers.first().and_then(|n| u16::try_from(*n).ok());
        return session
            .filter(|n| (1..=200).contains(n) && numbered.count() > 1)
            .map(Session::Regular);
    }
    numbers
        .into_iter()
        .find(|n| (1946..2200).contains(n))
        .and_then(|year| u16::try_from(year).ok())
        .map(Session::Year)
}

/// Holds resolutions of the General Assembly against the form of their session.
fn check_resolution(parts: &[Part], session: Option<Session>) -> Result<(), SymbolError> {
    let [organ, series, first, ..] = parts else {
        return Ok(());
    };
    let (Some(Session::Regular(session)), "A", "RES", Some(number)) = (
        session,
        organ.text.as_str(),
        series.text.as_str(),
        first.number,
    ) else {
        return Ok(());
    };
    let roman = first.session.is_some();
    if roman == (session <= LAST_ROMAN_SESSION) {
        return Ok(());
    }
    let form = match parts.get(3) {
        _ if roman => format!("A/RES/{session}/{number}"),
        Some(number) => format!("A/RES/{}({})", number.text, part::roman(session)),
        None => return Ok(()),
    };
    Err(SymbolError::ResolutionForm { session, form })
}

#[cfg(test)]
mod tests;
