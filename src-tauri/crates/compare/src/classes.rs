//! What sort of change it is: words of substance, a verb of commitment, a number, or only how
//! the text is set.

use wsis_document::{Language, WordKind, fold};

use crate::commitment::is_commitment_verb;
use crate::model::SegmentClass;
use crate::text::Token;

/// One side of a change: its text and its tokens.
pub(crate) struct Side<'a> {
    /// The changed text.
    pub text: &'a str,
    /// Its tokens, with spans in the whole of the side's text.
    pub tokens: &'a [Token],
    /// The whole of the side's text.
    pub whole: &'a str,
}

impl Side<'_> {
    fn words(&self) -> Vec<&str> {
        self.tokens
            .iter()
            .filter(|t| t.is_word())
            .map(|t| &self.whole[t.start as usize..t.end as usize])
            .collect()
    }
}

/// The class of a change. A side that is empty is one where nothing stands.
pub(crate) fn class(removed: &Side, added: &Side, language: &Language) -> SegmentClass {
    if removed.tokens.is_empty() && added.tokens.is_empty() {
        return SegmentClass::Space;
    }
    let (old, new) = (removed.words(), added.words());
    if old.is_empty() && new.is_empty() {
        return SegmentClass::Punctuation;
    }
    let flat = |words: &[&str]| words.concat();
    if flat(&old) == flat(&new) {
        // Only what stands between the words differs.
        return if old == new {
            SegmentClass::Punctuation
        } else {
            SegmentClass::Spelling
        };
    }
    if flat(&old).to_lowercase() == flat(&new).to_lowercase() {
        return SegmentClass::Case;
    }
    if bare(&old) == bare(&new) {
        return SegmentClass::Spelling;
    }
    let numeric = |side: &Side| {
        let mut words = side.tokens.iter().filter(|t| t.is_word());
        words.all(|t| {
            t.kind == WordKind::Number || is_month(&side.whole[t.start as usize..t.end as usize])
        })
    };
    let digits = |side: &Side| side.text.chars().any(char::is_numeric);
    if numeric(removed) && numeric(added) && (digits(removed) || digits(added)) {
        return SegmentClass::Number;
    }
    let verbs = |words: &[&str]| {
        !words.is_empty() && words.iter().all(|w| is_commitment_verb(&fold(w), language))
    };
    if verbs(&old) && verbs(&new) {
        return SegmentClass::CommitmentVerb;
    }
    SegmentClass::Substance
}

/// Words without hyphens, spaces and what the two spellings of English differ in.
fn bare(words: &[&str]) -> String {
    let letters: String = fold(&words.concat())
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect();
    letters
        .replace("isation", "ization")
        .replace("ise", "ize")
        .replace("ising", "izing")
        .replace("our", "or")
}

fn is_month(word: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    MONTHS.contains(&word.to_lowercase().as_str())
}
