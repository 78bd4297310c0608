//! What a person corrected in the reading of one file, as plain data.
//!
//! A correction names its [`Place`] by the ordinal of a block and a fingerprint of that block's
//! text. A reader that changes may shift the ordinals: the nearest block of the same text is taken
//! then. Where no block has that text any more the correction is not applied and is handed back, so
//! that it can be told. Corrections do not depend on each other's order, except that of two which
//! say different things of one place the later one holds.

mod apply;
#[cfg(test)]
#[path = "tests.rs"]
mod over_readings;
mod piece;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

pub(crate) use apply::apply;
pub(crate) use piece::{Piece, Said, SaidRole};

/// Which list of a reading a place counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The blocks of the text.
    Text,
    /// What the reader set aside before the text was looked at.
    SetAside,
}

/// Where a piece of the file's text begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The list.
    pub part: Part,
    /// Position in the list.
    pub ordinal: u32,
    /// Byte offset in the block's text as it was read; 0 for its beginning.
    pub at: u32,
    /// [`fingerprint`] of the whole block's text.
    pub hash: u64,
}

/// What a piece is said to be, or what is to be done with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Change {
    /// A heading of this level, 1 for a chapter.
    Heading {
        /// From 1.
        level: u8,
    },
    /// The title of the text.
    Title,
    /// A paragraph of the text; brings back what a rule took for masthead, closing line, list of
    /// contents or title.
    Paragraph,
    /// Its printed number. Where the text begins with that number, it is taken out of the text.
    Number {
        /// As printed: `12 bis.`, `(a)`.
        label: String,
    },
    /// It has no number; one that was typed is part of the sentence.
    NoNumber,
    /// It goes on the piece before it.
    Join,
    /// A piece of its own begins here, inside a block.
    Split,
    /// It is no part of the text.
    Drop,
    /// What the reader set aside is part of the text after all.
    Restore {
        /// It stands before this piece; where that is not said or not there, at the page's
        /// beginning or end by its kind.
        before: Option<Place>,
    },
}

/// One correction of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// Where.
    pub place: Place,
    /// What.
    pub change: Change,
    /// How the piece began when it was corrected, for people; not looked at by the machine.
    #[serde(default)]
    pub words: String,
}

/// Everything that a person corrected in one reading. Serialises, and stays valid over versions
/// of the program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Corrections {
    /// The title, where it was given by hand.
    pub title: Option<String>,
    /// The symbol, where it was given by hand; empty for none.
    pub symbol: Option<String>,
    /// The ISO 8601 date, where it was given by hand; empty for none.
    pub date: Option<String>,
    /// Corrections of single pieces, in the order they were made.
    pub pieces: Vec<Correction>,
}

impl Corrections {
    /// Whether nothing was corrected.
    pub fn is_empty(&self) -> bool {
        *self == Corrections::default()
    }
}

/// FNV-1a over the text, 64 bits: <http://www.isthe.com/chongo/tech/comp/fnv/>. Stable over
/// versions and machines; tells texts apart, guards against nobody. Linear.
pub fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

impl fmt::Display for Place {
    /// `t12.0.9f…`: for hosts that carry a place about without looking into it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = match self.part {
            Part::Text => 't',
            Part::SetAside => 's',
        };
        write!(f, "{part}{}.{}.{:016x}", self.ordinal, self.at, self.hash)
    }
}

/// The text is no [`Place`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a place of a text")]
pub struct NoPlace;

impl FromStr for Place {
    type Err = NoPlace;

    fn from_str(text: &str) -> Result<Self, NoPlace> {
        let (part, rest) = match text.as_bytes().first() {
            Some(b't') => (Part::Text, &text[1..]),
            Some(b's') => (Part::SetAside, &text[1..]),
            _ => return Err(NoPlace),
        };
        let mut fields = rest.split('.');
        let mut field = || fields.next().ok_or(NoPlace);
        let ordinal = field()?.parse().map_err(|_| NoPlace)?;
        let at = field()?.parse().map_err(|_| NoPlace)?;
        let hash = u64::from_str_radix(field()?, 16).map_err(|_| NoPlace)?;
        match fields.next() {
            None => Ok(Place {
                part,
                ordinal,
                at,
                hash,
            }),
            Some(_) => Err(NoPlace),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_place_survives_its_printed_form(ordinal: u32, at: u32, hash: u64, text: bool) {
            let part = if text { Part::Text } else { Part::SetAside };
            let place = Place { part, ordinal, at, hash };
            prop_assert_eq!(place.to_string().parse(), Ok(place));
        }

        #[test]
        fn nothing_else_is_a_place(text in "\\PC{0,20}") {
            if let Ok(place) = text.parse::<Place>() {
                prop_assert_eq!(place.to_string().parse(), Ok(place));
            }
        }
    }

    #[test]
    fn corrections_are_read_back_from_what_an_earlier_version_kept() {
        let kept = r#"{"pieces":[{"place":{"part":"text","ordinal":3,"at":0,"hash":7},
                       "change":{"kind":"heading","level":2}}]}"#;
        let read: Corrections = serde_json::from_str(kept).unwrap();
        assert_eq!(read.pieces[0].change, Change::Heading { level: 2 });
        assert!(!read.is_empty() && Corrections::default().is_empty());
    }
}
