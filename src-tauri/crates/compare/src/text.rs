//! A document as interned tokens: every word is hashed once and from then on is a number.

use std::hash::{Hash, Hasher};
use std::ops::Range;

use rustc_hash::FxHashMap;
use wsis_document::{Document, Language, Script, WordKind, fold, for_each_word, month};

use crate::arabic::light_stem;
use crate::function_words::is_function_word;
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

/// What a word is by itself, whatever stands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Nature {
    /// Digits, or the name of a month.
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
        let known = match packed(of) {
            Some(packed) => self.short.get(&packed),
            None => self.long.get(of),
        };
        known.copied()
    }

    fn insert(&mut self, of: &str, number: u32) {
        match packed(of) {
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
fn packed(string: &str) -> Option<(u64, u64)> {
    let mut bytes = [0; SHORT + 1];
    let room = bytes.get_mut(..string.len()).filter(|b| b.len() <= SHORT)?;
    room.copy_from_slice(string.as_bytes());
    bytes[SHORT] = string.len() as u8;
    let both = u128::from_le_bytes(bytes);
    Some((both as u64, (both >> 64) as u64))
}

/// A word is known by so many letters of its beginning: what follows is inflection more often
/// than not in the languages with spaces.
const STEM: usize = 6;

impl Interner {
    /// The number of a token. Folding is paid once for each distinct surface form.
    pub(crate) fn key(&mut self, surface: &str, kind: WordKind, language: &Language) -> u32 {
        match self.forms.get(surface) {
            Some(key) => key,
            None => self.learn(surface, kind, language),
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

fn is_arabic(language: &Language) -> bool {
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
}

impl Text {
    /// Cuts all paragraphs; those that there is no time for are empty. Linear in the text.
    pub(crate) fn new(document: &Document, interner: &mut Interner, pace: &Pace) -> Self {
        let bytes: usize = document.paragraphs.iter().map(|p| p.text.len()).sum();
        let mut text = Text {
            // A word with the space after it has about six letters, in any language with spaces.
            tokens: Vec::with_capacity(bytes / 6),
            bounds: vec![0],
            words: Vec::with_capacity(bytes / 7),
            word_bounds: vec![0],
            roots: None,
        };
        for paragraph in &document.paragraphs {
            let begin = text.tokens.len();
            if !pace.was_late() {
                cut(
                    &paragraph.text,
                    &document.language,
                    interner,
                    &mut text.tokens,
                );
            }
            pace.late(text.tokens.len() - begin);
            let words = text.tokens[begin..].iter().filter(|t| t.is_word());
            text.words.extend(words.map(|t| t.key));
            text.bounds.push(text.tokens.len());
            text.word_bounds.push(text.words.len());
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
        let key = interner.key(&text[word.span.clone()], word.kind, language);
        let (start, end) = (word.span.start as u32, word.span.end as u32);
        tokens.push(Token {
            start,
            end,
            key,
            kind: word.kind,
        });
    });
}
