//! A document as tokens, whose words are numbers.

use std::hash::{Hash, Hasher};
use std::ops::Range;

use rustc_hash::FxHashMap;
use wsis_document::{Document, Language, WordKind, for_each_word};

use crate::interner::{Interner, is_arabic};
use crate::pace::Pace;

/// A printed token (never white space) of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// First byte in the paragraph's text.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// Interned folded form: equal keys are the same word.
    pub key: u32,
    /// What it is made of.
    pub kind: WordKind,
}

impl Token {
    /// Whether the token is a word or a number, not punctuation.
    pub(crate) fn is_word(&self) -> bool {
        matches!(self.kind, WordKind::Word | WordKind::Number)
    }
}

/// The tokens of a document, paragraph by paragraph.
#[derive(Debug)]
pub(crate) struct Text {
    tokens: Vec<Token>,
    bounds: Vec<usize>,
    /// Keys of the words and numbers alone: what most of the work looks at.
    words: Vec<u32>,
    word_bounds: Vec<usize>,
    /// Their roots, where these are other words (see [`Interner::root`]).
    roots: Option<Vec<u32>>,
    /// The paragraph of the other text that stands here word for word (see [`Text::both`]).
    copied: Vec<Option<u32>>,
}

impl Text {
    /// Cuts all paragraphs; those that there is no time for are empty. Linear in the text.
    pub(crate) fn new(document: &Document, interner: &mut Interner, pace: &Pace) -> Self {
        Text::beside(None, document, interner, pace)
    }

    /// Cuts two documents as [`Text::new`] does, but the paragraphs that stand in both only once.
    pub(crate) fn both(
        left: &Document,
        right: &Document,
        interner: &mut Interner,
        pace: &Pace,
    ) -> (Self, Self) {
        let old = Text::new(left, interner, pace);
        let known = (left.language == right.language).then_some((left, &old));
        let new = Text::beside(known, right, interner, pace);
        (old, new)
    }

    /// Cuts all paragraphs but those that stand in a document that has been cut.
    fn beside(
        known: Option<(&Document, &Text)>,
        document: &Document,
        interner: &mut Interner,
        pace: &Pace,
    ) -> Self {
        let bytes: usize = document.paragraphs.iter().map(|p| p.text.len()).sum();
        let mut text = Text {
            // A word with the space after it has about six letters, in any language with spaces.
            tokens: Vec::with_capacity(bytes / 6),
            bounds: vec![0],
            words: Vec::with_capacity(bytes / 7),
            word_bounds: vec![0],
            roots: None,
            copied: Vec::with_capacity(document.paragraphs.len()),
        };
        let places: FxHashMap<&str, u32> = known
            .iter()
            .flat_map(|(document, _)| &document.paragraphs)
            .zip(0..)
            .map(|(paragraph, k)| (paragraph.text.as_str(), k))
            .collect();
        for paragraph in &document.paragraphs {
            let begin = text.tokens.len();
            let place = places.get(paragraph.text.as_str()).copied();
            match known.zip(place) {
                _ if pace.was_late() => {}
                Some(((_, known), place)) => {
                    let tokens = known.paragraph(place as usize);
                    text.tokens.extend_from_slice(tokens);
                }
                None => cut(
                    &paragraph.text,
                    &document.language,
                    interner,
                    &mut text.tokens,
                ),
            }
            pace.late(text.tokens.len() - begin);
            let words = text.tokens[begin..].iter().filter(|t| t.is_word());
            text.words.extend(words.map(|t| t.key));
            text.bounds.push(text.tokens.len());
            text.word_bounds.push(text.words.len());
            text.copied.push(place);
        }
        if is_arabic(&document.language) {
            text.roots = Some(text.words.iter().map(|key| interner.root(*key)).collect());
        }
        text
    }

    /// How many paragraphs there are.
    pub(crate) fn len(&self) -> usize {
        self.bounds.len() - 1
    }

    /// The tokens of a paragraph.
    pub(crate) fn paragraph(&self, index: usize) -> &[Token] {
        &self.tokens[self.bounds[index]..self.bounds[index + 1]]
    }

    /// The words and numbers of a paragraph by which it is aligned, as keys: the roots of the
    /// printed ones.
    pub(crate) fn words(&self, index: usize) -> &[u32] {
        let roots = self.roots.as_ref().unwrap_or(&self.words);
        &roots[self.word_bounds[index]..self.word_bounds[index + 1]]
    }

    /// A paragraph by its words.
    pub(crate) fn passage(&self, index: usize) -> Passage<'_> {
        Passage {
            words: &self.words[self.word_bounds[index]..self.word_bounds[index + 1]],
            tokens: self.paragraph(index),
        }
    }

    /// The paragraph of the text cut before this one that is the same letter by letter.
    pub(crate) fn copied(&self, index: usize) -> Option<usize> {
        self.copied[index].map(|place| place as usize)
    }

    /// How many words and numbers a paragraph has.
    pub(crate) fn word_count(&self, index: usize) -> usize {
        self.words(index).len()
    }

    /// How many words and numbers there are in all.
    pub(crate) fn all_words(&self) -> usize {
        self.words.len()
    }
}

/// The words of a paragraph, and where they stand in it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Passage<'a> {
    /// Keys of the words and numbers.
    pub words: &'a [u32],
    tokens: &'a [Token],
}

impl Passage<'_> {
    /// Bytes from the first to the last of some words. Linear in the tokens before.
    pub(crate) fn span(&self, words: Range<usize>) -> Range<u32> {
        let mut tokens = self.tokens.iter().filter(|t| t.is_word());
        let first = tokens.nth(words.start).map_or(0..0, |t| t.start..t.end);
        match words.len() {
            0 | 1 => first,
            more => first.start..tokens.nth(more - 2).map_or(first.end, |t| t.end),
        }
    }
}

/// A run of tokens as its words alone: equal where the same words stand in the same order.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wording<'a>(pub &'a [Token]);

impl PartialEq for Wording<'_> {
    fn eq(&self, other: &Self) -> bool {
        let keys = |w: &Self| w.0.iter().map(|t| t.key);
        self.0.len() == other.0.len() && keys(self).eq(keys(other))
    }
}

impl Eq for Wording<'_> {}

impl Hash for Wording<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.iter().for_each(|t| state.write_u32(t.key));
    }
}

/// Cuts one text into printed tokens, appended to `tokens`. Linear.
pub(crate) fn cut(
    text: &str,
    language: &Language,
    interner: &mut Interner,
    tokens: &mut Vec<Token>,
) {
    for_each_word(text, language, |word| {
        if word.kind == WordKind::Space {
            return;
        }
        let key = interner.key(text, word.span.clone(), word.kind, language);
        tokens.push(Token {
            start: word.span.start as u32,
            end: word.span.end as u32,
            key,
            kind: word.kind,
        });
    });
}

#[cfg(test)]
mod tests {
    use wsis_document::Silent;

    use super::*;
    use crate::invariants::document;

    #[test]
    fn what_stands_in_both_is_cut_as_it_would_be_alone() {
        let old = ["The small ferry leaves at noon.", "None waits."];
        let new = ["None waits.", "The small ferry leaves.", "None waits."];
        let of = |texts: &[&str]| {
            let texts = texts.iter().map(|text| (*text).to_owned()).collect();
            document("en", &[("", texts)])
        };
        let (old, new) = (of(&old), of(&new));
        let pace = Pace::new(&Silent);
        let mut interner = Interner::default();
        let both = Text::both(&old, &new, &mut interner, &pace).1;
        let alone = Text::new(&new, &mut interner, &pace);
        assert_eq!(both.tokens, alone.tokens);
        assert_eq!(both.words, alone.words);
        assert_eq!([0, 1, 2].map(|k| both.copied(k)), [Some(1), None, Some(1)]);
    }
}
