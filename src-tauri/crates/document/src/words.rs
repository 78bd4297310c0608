//! Words: the units of a word difference.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::Language;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WordKind {
    /// Letters, with or without digits.
    Word,
    /// Digits, with their separators.
    Number,
    /// Anything printed that is neither.
    Punctuation,
    /// White space.
    Space,
}

/// One token: a span of the text it was cut from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Byte range in the text.
    pub span: Range<usize>,
    /// What it is made of.
    pub kind: WordKind,
}

/// Cuts a text into tokens. Together the tokens cover the text, in order, without gaps.
/// Boundaries are those of UAX #29. Linear.
pub fn words(text: &str, language: &Language) -> Vec<Word> {
    let _ = language;
    text.split_word_bound_indices()
        .map(|(at, word)| Word { span: at..at + word.len(), kind: kind(word) })
        .collect()
}

fn kind(word: &str) -> WordKind {
    if word.chars().all(char::is_whitespace) {
        WordKind::Space
    } else if word.chars().any(char::is_alphabetic) {
        WordKind::Word
    } else if word.chars().any(char::is_numeric) {
        WordKind::Number
    } else {
        WordKind::Punctuation
    }
}
