//! What sort of change it is: words of substance, a verb of commitment, a number, or only how
//! the text is set.

use wsis_document::{Language, WordKind, fold};

use crate::commitment::Verbs;
use crate::model::{SegmentClass, Settings};
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

/// Tells the classes of changes in texts of one language.
pub(crate) struct Classifier {
    verbs: Verbs,
}

impl Classifier {
    /// Prepares what is looked up.
    pub(crate) fn new(settings: &Settings, language: &Language) -> Self {
        Classifier {
            verbs: settings.commitment.of(language),
        }
    }

    /// The class of a change. A side that is empty is one where nothing stands.
    pub(crate) fn class(&self, removed: &Side, added: &Side) -> SegmentClass {
        if removed.tokens.is_empty() && added.tokens.is_empty() {
            return SegmentClass::Space;
        }
        let (old, new) = (removed.words(), added.words());
        if old.is_empty() && new.is_empty() {
            return SegmentClass::Punctuation;
        }
        if let Some(class) = setting(&old, &new) {
            return class;
        }
        let numeric = |side: &Side| {
            let mut words = side.tokens.iter().filter(|t| t.is_word());
            words.all(|t| {
                t.kind == WordKind::Number
                    || wsis_document::month(&side.whole[t.start as usize..t.end as usize]).is_some()
            })
        };
        let digits = |side: &Side| side.text.chars().any(char::is_numeric);
        if numeric(removed) && numeric(added) && (digits(removed) || digits(added)) {
            return SegmentClass::Number;
        }
        let verbs = |words: &[&str]| {
            let folded: Vec<String> = words.iter().map(|w| fold(w)).collect();
            !words.is_empty() && self.verbs.covered(&folded).iter().all(|c| *c)
        };
        if verbs(&old) && verbs(&new) {
            return SegmentClass::CommitmentVerb;
        }
        SegmentClass::Substance
    }
}

/// The class of a change that leaves the words as they are and sets them in another way.
fn setting(old: &[&str], new: &[&str]) -> Option<SegmentClass> {
    // Words against none are no way of setting them; nor are words that begin with other letters.
    let begins = |words: &[&str]| words.first().and_then(|w| w.chars().next());
    match (begins(old), begins(new)) {
        (Some(a), Some(b)) => {
            let letters = a.is_ascii_alphabetic() && b.is_ascii_alphabetic();
            if letters && !a.eq_ignore_ascii_case(&b) {
                return None;
            }
        }
        _ => return None,
    }
    let (a, b) = (old.concat(), new.concat());
    if a == b {
        // Only what stands between the words differs.
        return Some(if old == new {
            SegmentClass::Punctuation
        } else {
            SegmentClass::Spelling
        });
    }
    if a.to_lowercase() == b.to_lowercase() {
        return Some(SegmentClass::Case);
    }
    (bare(old) == bare(new)).then_some(SegmentClass::Spelling)
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
