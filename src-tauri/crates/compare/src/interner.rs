//! Words as numbers: each is looked at once, and from then on what is known of it is looked up.

use std::ops::Range;

use rustc_hash::FxHashMap;
use wsis_document::{Language, Script, WordKind, fold, month};

use crate::arabic::light_stem;
use crate::function_words::is_function_word;
use crate::numerals::is_numeral;

/// What a word is by itself, whatever stands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Nature {
    /// Digits, a number in words, or the name of a month.
    Number,
    /// The number of a resolution or document: `70/125`, `A/RES/80/118`.
    Symbol,
    /// A word that only ties others together.
    Function,
    /// Anything else.
    Other,
}

/// What is known of a folded word.
#[derive(Clone, Copy, Debug)]
struct Facts {
    nature: Nature,
    content: bool,
    stem: u32,
    root: u32,
}

/// Gives each folded word a number, the same for both documents.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    /// Printed and folded forms: that of most words is the same.
    forms: Numbers,
    stems: Numbers,
    /// Light stems of Arabic words, with the first word of each.
    roots: Numbers,
    facts: Vec<Facts>,
}

/// Numbers of strings.
#[derive(Debug, Default)]
struct Numbers {
    /// Of strings that can be [`packed`], which most are.
    short: FxHashMap<(u64, u64), u32>,
    long: FxHashMap<Box<str>, u32>,
}

impl Numbers {
    fn get(&self, of: &str) -> Option<u32> {
        self.at(of, 0..of.len())
    }

    /// The number of a part of a text.
    fn at(&self, text: &str, span: Range<usize>) -> Option<u32> {
        let known = match packed(text.as_bytes(), span.clone()) {
            Some(packed) => self.short.get(&packed),
            None => self.long.get(&text[span]),
        };
        known.copied()
    }

    fn insert(&mut self, of: &str, number: u32) {
        match packed(of.as_bytes(), 0..of.len()) {
            Some(packed) => self.short.insert(packed, number),
            None => self.long.insert(of.into(), number),
        };
    }

    /// The number of a string, `number` when it has none yet.
    fn get_or_insert(&mut self, of: &str, number: u32) -> u32 {
        self.get(of).unwrap_or_else(|| {
            self.insert(of, number);
            number
        })
    }

    fn len(&self) -> usize {
        self.short.len() + self.long.len()
    }
}

/// Bytes of a string that fits into two numbers with its length.
const SHORT: usize = 15;

/// A short string as two numbers, so that looking it up reads no memory but the table.
fn packed(text: &[u8], span: Range<usize>) -> Option<(u64, u64)> {
    let len = span.len();
    if len > SHORT {
        return None;
    }
    // Most often more text follows, and so many bytes at once are read faster than just enough.
    let letters = match text[span.start..].first_chunk() {
        Some(chunk) => u128::from_le_bytes(*chunk) & ((1 << (8 * len)) - 1),
        None => {
            let mut bytes = [0; SHORT + 1];
            bytes[..len].copy_from_slice(&text[span]);
            u128::from_le_bytes(bytes)
        }
    };
    let both = letters | (len as u128) << (8 * SHORT);
    Some((both as u64, (both >> 64) as u64))
}

/// A word is known by so many letters of its beginning: what follows is inflection more often
/// than not in the languages with spaces.
const STEM: usize = 6;

impl Interner {
    /// The number of a token, which is a part of a text. Folding is paid once for each distinct
    /// surface form.
    pub(crate) fn key(
        &mut self,
        text: &str,
        span: Range<usize>,
        kind: WordKind,
        language: &Language,
    ) -> u32 {
        match self.forms.at(text, span.clone()) {
            Some(key) => key,
            None => self.learn(&text[span], kind, language),
        }
    }

    /// The number of a token that is met for the first time.
    fn learn(&mut self, surface: &str, kind: WordKind, language: &Language) -> u32 {
        let folded = fold(surface);
        let key = self.known(&folded).unwrap_or_else(|| {
            let key = self.facts.len() as u32;
            let facts = self.facts_of(key, &folded, kind, language);
            self.facts.push(facts);
            self.forms.insert(&folded, key);
            key
        });
        if surface != folded {
            self.forms.insert(surface, key);
        }
        key
    }

    fn facts_of(&mut self, key: u32, folded: &str, kind: WordKind, language: &Language) -> Facts {
        let nature = nature_of(folded, language);
        let word = kind == WordKind::Word && nature != Nature::Function;
        let light = (word && is_arabic(language)).then(|| light_stem(folded));
        let next = self.stems.len() as u32;
        let stem = beginning(light.as_deref().unwrap_or(folded), language);
        Facts {
            nature,
            content: word || kind == WordKind::Number,
            stem: self.stems.get_or_insert(stem, next),
            root: light.map_or(key, |light| self.roots.get_or_insert(&light, key)),
        }
    }

    /// The number of a folded word, when it has one.
    pub(crate) fn known(&self, folded: &str) -> Option<u32> {
        self.forms.get(folded)
    }

    /// What the word of this number is by itself.
    pub(crate) fn nature(&self, key: u32) -> Nature {
        self.of(key).map_or(Nature::Other, |facts| facts.nature)
    }

    /// Whether the word of this number carries meaning by itself: neither punctuation nor a
    /// function word.
    pub(crate) fn is_content(&self, key: u32) -> bool {
        self.of(key).is_some_and(|facts| facts.content)
    }

    /// The number of the stem of a word: the same for its inflected forms.
    pub(crate) fn stem(&self, key: u32) -> u32 {
        self.of(key).map_or(u32::MAX, |facts| facts.stem)
    }

    /// The word that stands for this one where paragraphs are aligned: in Arabic the first with the
    /// same light stem, else itself.
    pub(crate) fn root(&self, key: u32) -> u32 {
        self.of(key).map_or(key, |facts| facts.root)
    }

    /// How many different words there are.
    pub(crate) fn len(&self) -> usize {
        self.facts.len()
    }

    fn of(&self, key: u32) -> Option<&Facts> {
        self.facts.get(key as usize)
    }
}

fn nature_of(folded: &str, language: &Language) -> Nature {
    if folded.chars().all(char::is_numeric) || month(folded).is_some() {
        Nature::Number
    } else if has_symbol(folded) {
        Nature::Symbol
    } else if is_function_word(folded, language) {
        Nature::Function
    } else if is_numeral(folded, language) {
        Nature::Number
    } else {
        Nature::Other
    }
}

/// Whether there is a number of a resolution or document in a text.
pub(crate) fn has_symbol(text: &str) -> bool {
    let mut slashes = text.match_indices('/');
    slashes.any(|(at, _)| {
        let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
        digit(text[..at].chars().next_back()) && digit(text[at + 1..].chars().next())
    })
}

/// Whether words are written with the small words before them.
pub(crate) fn is_arabic(language: &Language) -> bool {
    language.code() == "ar"
}

/// The part of a folded word that its forms have in common.
fn beginning<'a>(word: &'a str, language: &Language) -> &'a str {
    match language.script() {
        Script::Unspaced => word,
        _ => word
            .char_indices()
            .nth(STEM)
            .map_or(word, |(end, _)| &word[..end]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_is_packed_alike_wherever_it_stands() {
        let text = "the ferry and the ferryman of the old port";
        let alone = |of: &str| packed(of.as_bytes(), 0..of.len());
        let at = |span: Range<usize>| packed(text.as_bytes(), span);
        assert_eq!(at(4..9), alone("ferry"));
        assert_eq!(at(18..23), alone("ferry"));
        assert_eq!(at(38..42), alone("port"));
        assert_ne!(alone("port"), alone("port\0"));
        assert_ne!(alone(""), alone("\0"));
        assert!(at(4..19).is_some() && at(4..20).is_none());
    }
}
