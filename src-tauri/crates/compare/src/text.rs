//! A document as interned tokens: every word is hashed once and from then on is a number.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHashMap;
use wsis_document::{Document, Language, Script, WordKind, fold, for_each_word};

use crate::function_words::is_function_word;

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

/// Gives each folded word a number, the same for both documents.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    by_surface: FxHashMap<Box<str>, u32>,
    by_fold: FxHashMap<Box<str>, u32>,
    by_stem: FxHashMap<Box<str>, u32>,
    content: Vec<bool>,
    stems: Vec<u32>,
}

/// A word is known by so many letters of its beginning: what follows is inflection more often
/// than not in the languages with spaces.
const STEM: usize = 6;

impl Interner {
    /// The number of a token. Folding is paid once for each distinct surface form.
    pub(crate) fn key(&mut self, surface: &str, kind: WordKind, language: &Language) -> u32 {
        if let Some(&key) = self.by_surface.get(surface) {
            return key;
        }
        let folded = fold(surface);
        let next = self.content.len() as u32;
        let key = *self.by_fold.entry(folded.as_str().into()).or_insert(next);
        if key == next {
            let word = kind == WordKind::Word && !is_function_word(&folded, language);
            self.content.push(word || kind == WordKind::Number);
            let stem = stem_of(&folded, language);
            let next = self.by_stem.len() as u32;
            self.stems
                .push(*self.by_stem.entry(stem.into()).or_insert(next));
        }
        self.by_surface.insert(surface.into(), key);
        key
    }

    /// Whether the word of this number carries meaning by itself: neither punctuation nor a
    /// function word.
    pub(crate) fn is_content(&self, key: u32) -> bool {
        self.content.get(key as usize).copied().unwrap_or(false)
    }

    /// The number of the stem of a word: the same for its inflected forms.
    pub(crate) fn stem(&self, key: u32) -> u32 {
        self.stems.get(key as usize).copied().unwrap_or(u32::MAX)
    }

    /// How many different words there are.
    pub(crate) fn len(&self) -> usize {
        self.content.len()
    }
}

/// The part of a folded word that its forms have in common. Arabic words lose what is written
/// together with them (conjunctions, prepositions and the article), as far as three letters stay
/// (the prefixes of Larkey, Ballesteros and Connell's light stemmer, 2002).
fn stem_of<'a>(folded: &'a str, language: &Language) -> &'a str {
    const CLITICS: [&str; 10] = ["وال", "بال", "كال", "فال", "لل", "ال", "و", "ف", "ب", "ل"];
    let word = if language.code() == "ar" {
        CLITICS
            .iter()
            .filter_map(|clitic| folded.strip_prefix(clitic))
            .find(|rest| rest.chars().count() >= 3)
            .unwrap_or(folded)
    } else {
        folded
    };
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
}

impl Text {
    /// Cuts all paragraphs. Linear in the text.
    pub(crate) fn new(document: &Document, interner: &mut Interner) -> Self {
        let bytes: usize = document.paragraphs.iter().map(|p| p.text.len()).sum();
        let mut text = Text {
            // A word with the space after it has about six letters, in any language with spaces.
            tokens: Vec::with_capacity(bytes / 6),
            bounds: vec![0],
            words: Vec::with_capacity(bytes / 7),
            word_bounds: vec![0],
        };
        for paragraph in &document.paragraphs {
            let begin = text.tokens.len();
            cut(
                &paragraph.text,
                &document.language,
                interner,
                &mut text.tokens,
            );
            let words = text.tokens[begin..].iter().filter(|t| t.is_word());
            text.words.extend(words.map(|t| t.key));
            text.bounds.push(text.tokens.len());
            text.word_bounds.push(text.words.len());
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

    /// The keys of the words and numbers of a paragraph.
    pub(crate) fn words(&self, index: usize) -> &[u32] {
        &self.words[self.word_bounds[index]..self.word_bounds[index + 1]]
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
