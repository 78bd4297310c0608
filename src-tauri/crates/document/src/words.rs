//! Words: the units of a word difference.

use std::ops::Range;
use std::sync::OnceLock;

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};
use unicode_segmentation::UnicodeSegmentation;

use crate::{Language, Script};

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
///
/// Boundaries are those of UAX #29, but hyphenated compounds (`follow-up`), ranges (`2020–2030`),
/// document symbols (`A/RES/70/125`) and names like `WSIS+20` are one token each, and a French
/// elided article is a token of its own. Chinese and Japanese are cut by dictionary. Linear.
pub fn words(text: &str, language: &Language) -> Vec<Word> {
    let mut words = Vec::with_capacity(text.len() / 3);
    for_each_word(text, language, |word| words.push(word));
    words
}

/// Hands the tokens of [`words`] to `visit` one by one, in order.
pub fn for_each_word(text: &str, language: &Language, mut visit: impl FnMut(Word)) {
    match language.script() {
        Script::Unspaced => whole(text, 0, by_dictionary(text), language, &mut visit),
        Script::Spaced | Script::Arabic => by_rule(text, language, &mut visit),
    }
}

/// Cuts at spaces first: no boundary of UAX #29 and no joining of ours depends on what is beyond
/// one, and most of what is between two is a plain word that needs no tables.
fn by_rule(text: &str, language: &Language, visit: &mut impl FnMut(Word)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        at = plain_words(bytes, at, visit);
        if at == bytes.len() {
            return;
        }
        let end = chunk_end(text, at);
        let chunk = &text[at..end];
        let pieces = chunk
            .split_word_bound_indices()
            .map(|(start, word)| token(chunk, start..start + word.len()))
            .collect();
        whole(chunk, at, pieces, language, visit);
        at = end;
    }
}

const SPACE: u8 = 1;
const LETTER: u8 = 2;
const DIGIT: u8 = 4;
/// ASCII punctuation that is never part of a word.
const MARK: u8 = 8;

/// What every byte is by itself, 0 for all else: asked for each byte of a text.
const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut at = 0;
    while at < 128 {
        let byte = at as u8;
        classes[at] = if byte == b' ' {
            SPACE
        } else if byte.is_ascii_alphabetic() {
            LETTER
        } else if byte.is_ascii_digit() {
            DIGIT
        } else if byte.is_ascii_punctuation() && byte != b'_' {
            MARK
        } else {
            0
        };
        at += 1;
    }
    classes
};

/// Takes spaces, and ASCII words with the marks before and after them, from `at` on, as far as
/// UAX #29 needs no more than that to cut them. Answers where that ends.
fn plain_words(bytes: &[u8], at: usize, visit: &mut impl FnMut(Word)) -> usize {
    // The end of the run of some classes, and which of them are in it.
    let run = |mut at: usize, of: u8| {
        let mut seen = 0;
        while let Some(byte) = bytes.get(at) {
            let class = CLASSES[*byte as usize];
            if class & of == 0 {
                break;
            }
            seen |= class;
            at += 1;
        }
        (at, seen)
    };
    let mut at = at;
    loop {
        let (word, _) = run(at, MARK);
        let (mut after, mut seen) = run(word, LETTER | DIGIT);
        // A hyphen between two words makes one of them.
        while after > word && bytes.get(after) == Some(&b'-') {
            let (end, more) = run(after + 1, LETTER | DIGIT);
            if more == 0 {
                break;
            }
            (after, seen) = (end, seen | more);
        }
        let (end, _) = run(after, MARK);
        let (next, _) = run(end, SPACE);
        if (next == end && end < bytes.len()) || !is_hard(bytes, next) {
            return at;
        }
        marks(at..word, visit);
        if after > word {
            let kind = if seen & LETTER == 0 {
                WordKind::Number
            } else {
                WordKind::Word
            };
            visit(Word {
                span: word..after,
                kind,
            });
        }
        marks(after..end, visit);
        if next > end {
            visit(Word {
                span: end..next,
                kind: WordKind::Space,
            });
        }
        if next == bytes.len() {
            return next;
        }
        at = next;
    }
}

/// Each of these bytes is a mark by itself.
fn marks(span: Range<usize>, visit: &mut impl FnMut(Word)) {
    for at in span {
        visit(Word {
            span: at..at + 1,
            kind: WordKind::Punctuation,
        });
    }
}

/// Whether what is before `at`, a space or the beginning, cannot be tied to what is there: a
/// combining mark or another kind of space would be.
fn is_hard(bytes: &[u8], at: usize) -> bool {
    let rest = &bytes[at..];
    match rest {
        [] => true,
        [first, ..] if first.is_ascii() => true,
        // Letters of Latin (À to ɏ), Cyrillic (Ѐ to ѿ) and Arabic (ء to ؿ, ف to ي).
        [0xc3..=0xc8, ..]
        | [0xd0..=0xd1, ..]
        | [0xd8, 0xa1..=0xbf, ..]
        | [0xd9, 0x81..=0x8a, ..] => true,
        // « and the quotation marks and dashes of General Punctuation.
        [0xc2, 0xab, ..] | [0xe2, 0x80, 0x93..=0x9f, ..] => true,
        _ => false,
    }
}

/// End of the stretch from `at` on that is cut by the tables: before the first space, but for the
/// one it begins with, that nothing is tied to.
fn chunk_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = at;
    loop {
        end += bytes[end..].iter().take_while(|b| **b == b' ').count();
        end += bytes[end..].iter().take_while(|b| **b != b' ').count();
        let spaces = bytes[end..].iter().take_while(|b| **b == b' ').count();
        let tied = text[..end].ends_with(|c: char| c.is_whitespace());
        if spaces == 0 || (is_hard(bytes, end + spaces) && !tied) {
            return end;
        }
    }
}

/// Joins and cuts the pieces of a whole stretch of text that begins at `base`.
fn whole(
    text: &str,
    base: usize,
    pieces: Vec<Word>,
    language: &Language,
    visit: &mut impl FnMut(Word),
) {
    let mut words = joined(text, pieces);
    if language.code() == "fr" {
        words = without_elision(text, words);
    }
    words.into_iter().for_each(|word| {
        visit(Word {
            span: base + word.span.start..base + word.span.end,
            kind: word.kind,
        })
    });
}

fn by_dictionary(text: &str) -> Vec<Word> {
    static SEGMENTER: OnceLock<WordSegmenterBorrowed<'static>> = OnceLock::new();
    let segmenter = SEGMENTER
        .get_or_init(|| WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()));
    let mut words = Vec::new();
    let mut start = 0;
    for end in segmenter.segment_str(text) {
        if end > start {
            words.push(token(text, start..end));
            start = end;
        }
    }
    words
}

fn token(text: &str, span: Range<usize>) -> Word {
    let kind = kind(&text[span.clone()]);
    Word { span, kind }
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

/// Joins what readers take for one word though UAX #29 cuts it.
fn joined(text: &str, pieces: Vec<Word>) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::with_capacity(pieces.len());
    let mut at = 0;
    while at < pieces.len() {
        // The chain of words from here that are tied by single connecting marks.
        let mut last = at;
        while last + 2 < pieces.len()
            && is_word(&pieces[last])
            && is_word(&pieces[last + 2])
            && connects(text, &pieces[last], &pieces[last + 1], &pieces[last + 2])
        {
            last += 2;
        }
        let span = pieces[at].span.start..pieces[last].span.end;
        let chain = &text[span.clone()];
        if last > at && (!chain.contains(['/', '.']) || is_symbol(chain)) {
            words.push(token(text, span));
            at = last + 1;
        } else {
            words.push(pieces[at].clone());
            at += 1;
        }
    }
    words
}

fn is_word(piece: &Word) -> bool {
    matches!(piece.kind, WordKind::Word | WordKind::Number)
}

/// Whether the mark between two words makes one word of them.
fn connects(text: &str, before: &Word, mark: &Word, after: &Word) -> bool {
    let numbers = before.kind == WordKind::Number && after.kind == WordKind::Number;
    match &text[mark.span.clone()] {
        "-" | "\u{2010}" | "\u{2011}" | "/" | "." => true,
        "\u{2012}" | "\u{2013}" => numbers,
        "+" => after.kind == WordKind::Number,
        _ => false,
    }
}

/// Whether a chain with slashes or full stops is a document symbol: one with a slash and a digit.
/// `and/or` is two words.
fn is_symbol(chain: &str) -> bool {
    chain.contains('/') && chain.chars().any(|c| c.is_ascii_digit())
}

/// Cuts a French elided article or pronoun (`l’`, `qu’`) off the word after it.
fn without_elision(text: &str, words: Vec<Word>) -> Vec<Word> {
    const ELIDED: [&str; 14] = [
        "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
        "quelqu",
    ];
    let mut out = Vec::with_capacity(words.len());
    for word in words {
        let surface = &text[word.span.clone()];
        let cut = surface
            .char_indices()
            .find(|(_, c)| matches!(c, '\'' | '\u{2019}'))
            .filter(|(at, _)| ELIDED.contains(&surface[..*at].to_lowercase().as_str()))
            .map(|(at, c)| word.span.start + at + c.len_utf8())
            .filter(|cut| *cut < word.span.end);
        match cut {
            Some(cut) => {
                out.push(token(text, word.span.start..cut));
                out.push(token(text, cut..word.span.end));
            }
            None => out.push(word),
        }
    }
    out
}

/// The first `count` characters (Unicode scalar values) of a text, or all of it. Linear in what is
/// returned.
pub fn head(text: &str, count: usize) -> &str {
    if text.len() <= count {
        return text;
    }
    let mut rest = text.chars();
    // `nth` goes over many characters at a time.
    match count.checked_sub(1).map(|last| rest.nth(last)) {
        Some(None) => text,
        _ => &text[..text.len() - rest.as_str().len()],
    }
}

/// Byte ranges of the user-perceived characters of a text (extended grapheme clusters of
/// UAX #29). They cover it, in order, without gaps. Linear.
pub fn characters(text: &str) -> Vec<Range<usize>> {
    text.grapheme_indices(true)
        .map(|(at, c)| at..at + c.len())
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cut(text: &str, language: &str) -> Vec<String> {
        words(text, &Language::new(language))
            .into_iter()
            .filter(|w| w.kind != WordKind::Space)
            .map(|w| text[w.span].to_owned())
            .collect()
    }

    #[test]
    fn compounds_symbols_and_ranges_are_one_word() {
        assert_eq!(
            cut("The follow-up to A/RES/70/125, 1,000.5 (2020–2030).", "en"),
            [
                "The",
                "follow-up",
                "to",
                "A/RES/70/125",
                ",",
                "1,000.5",
                "(",
                "2020–2030",
                ")",
                "."
            ]
        );
        assert_eq!(
            cut("A/C.2/80/L.58 and WSIS+20", "en"),
            ["A/C.2/80/L.58", "and", "WSIS+20"]
        );
    }

    #[test]
    fn slashes_between_plain_words_and_dashes_between_clauses_cut() {
        assert_eq!(cut("and/or", "en"), ["and", "/", "or"]);
        assert_eq!(cut("one – two", "en"), ["one", "–", "two"]);
        assert_eq!(cut("end.Start", "en").len(), 1, "as UAX #29 has it");
    }

    #[test]
    fn french_elision_is_cut() {
        assert_eq!(
            cut("l’accès qu'il aujourd’hui", "fr"),
            ["l’", "accès", "qu'", "il", "aujourd’hui"]
        );
    }

    #[test]
    fn chinese_and_japanese_are_cut_by_dictionary() {
        assert_eq!(
            cut("国際連合の総会。", "ja"),
            ["国際", "連合", "の", "総会", "。"]
        );
        assert!(cut("可持续发展目标", "zh").len() < 7);
    }

    #[test]
    fn arabic_words_are_cut_at_spaces() {
        assert_eq!(cut("اتفق أعضاء الفريق", "ar"), ["اتفق", "أعضاء", "الفريق"]);
    }

    /// Words as they are cut when the tables are asked about all of the text at once.
    fn by_tables(text: &str, language: &Language) -> Vec<Word> {
        let pieces = text
            .split_word_bound_indices()
            .map(|(at, word)| token(text, at..at + word.len()))
            .collect();
        let mut words = Vec::new();
        whole(text, 0, pieces, language, &mut |word| words.push(word));
        words
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2048, ..ProptestConfig::default() })]

        #[test]
        fn the_head_of_a_text_is_its_first_characters(text in "[aé語]{0,9}", count in 0usize..12) {
            let first: String = text.chars().take(count).collect();
            prop_assert_eq!(head(&text, count), first);
        }

        #[test]
        fn cutting_at_spaces_first_changes_nothing(
            text in "[ab1 ,.;:'\"_\\-/+’“”–éжاب\u{301}\u{200d}\u{3000}\u{2003}\u{a0}\t\n\r]{0,24}",
            language in "en|fr|ar",
        ) {
            let language = Language::new(&language);
            prop_assert_eq!(words(&text, &language), by_tables(&text, &language));
        }

        #[test]
        fn tokens_cover_any_text(text in "[a-zé’'/.,0-9 \\-–+本語のア、。ا]{0,40}", language in "en|fr|ja|zh|ar") {
            let words = words(&text, &Language::new(&language));
            let mut at = 0;
            for word in &words {
                prop_assert_eq!(word.span.start, at);
                prop_assert!(word.span.end > at);
                at = word.span.end;
            }
            prop_assert_eq!(at, text.len());
            prop_assert_eq!(characters(&text).last().map_or(0, |c| c.end), text.len());
        }
    }
}
