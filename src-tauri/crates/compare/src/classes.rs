//! What sort of change it is: words of substance, a verb of commitment, a number, or only how
//! the text is set.

use wsis_document::{Language, fold, month};

use crate::forms::Forms;
use crate::function_words::is_function_word;
use crate::model::{SegmentClass, Settings};
use crate::text::Token;
use crate::vocabulary;

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
    language: Language,
    verbs: Forms,
    actors: Forms,
    beside_actors: Forms,
    cited: Forms,
}

impl Classifier {
    /// Prepares what is looked up.
    pub(crate) fn new(settings: &Settings, language: &Language) -> Self {
        Classifier {
            language: language.clone(),
            verbs: settings.commitment.of(language),
            actors: Forms::new(vocabulary::actors(language)),
            beside_actors: Forms::new(vocabulary::beside_actors(language)),
            cited: Forms::new(vocabulary::cited(language)),
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
        let words: Vec<Words> = [(&old, removed), (&new, added)]
            .into_iter()
            .map(|(words, side)| self.words(words, side))
            .collect();
        let any = |of: fn(&Words) -> bool| words.iter().any(of);
        let all = |of: fn(&Words) -> bool| words.iter().all(of);
        // Before the numbers: "may" is a month as well.
        if all(|w| w.only_verbs) {
            SegmentClass::CommitmentVerb
        } else if all(|w| w.made_of(Kind::is_citation)) && any(Words::cites) {
            SegmentClass::Citation
        } else if all(|w| w.made_of(Kind::is_number)) && any(|w| w.has(Kind::Number)) {
            SegmentClass::Number
        } else if all(|w| w.made_of(Kind::is_actor)) && any(|w| w.has(Kind::Actor)) {
            SegmentClass::Actor
        } else {
            SegmentClass::Substance
        }
    }

    /// What the words of one side are.
    fn words(&self, words: &[&str], side: &Side) -> Words {
        let folded: Vec<String> = words.iter().map(|w| fold(w)).collect();
        let verbs = self.verbs.covered(&folded);
        let actors = self.actors.covered(&folded);
        let beside = self.beside_actors.covered(&folded);
        let cited = self.cited.covered(&folded);
        let kinds = (0..words.len())
            .map(|k| {
                if month(words[k]).is_some() || words[k].chars().all(char::is_numeric) {
                    Kind::Number
                } else if actors[k] {
                    Kind::Actor
                } else if cited[k] || has_symbol(words[k]) {
                    Kind::Cited
                } else if beside[k] {
                    Kind::BesideActor
                } else if is_function_word(&folded[k], &self.language) {
                    Kind::Function
                } else {
                    Kind::Other
                }
            })
            .collect();
        Words {
            kinds,
            only_verbs: !words.is_empty() && verbs.iter().all(|v| *v),
            numbered_symbol: has_symbol(side.text),
        }
    }
}

/// What a changed word is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Number,
    Actor,
    BesideActor,
    Cited,
    Function,
    Other,
}

impl Kind {
    fn is_citation(self) -> bool {
        matches!(self, Kind::Number | Kind::Cited | Kind::Function)
    }

    fn is_number(self) -> bool {
        matches!(self, Kind::Number | Kind::Function)
    }

    fn is_actor(self) -> bool {
        matches!(self, Kind::Actor | Kind::BesideActor | Kind::Function)
    }
}

/// The words of one side of a change.
struct Words {
    kinds: Vec<Kind>,
    only_verbs: bool,
    numbered_symbol: bool,
}

impl Words {
    fn made_of(&self, of: fn(Kind) -> bool) -> bool {
        self.kinds.iter().all(|kind| of(*kind))
    }

    fn has(&self, kind: Kind) -> bool {
        self.kinds.contains(&kind)
    }

    fn cites(&self) -> bool {
        self.numbered_symbol || self.has(Kind::Cited)
    }
}

/// Whether there is a number of a resolution or document in a text: `70/125`, `A/RES/80/118`.
fn has_symbol(text: &str) -> bool {
    let mut slashes = text.match_indices('/');
    slashes.any(|(at, _)| {
        let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
        digit(text[..at].chars().next_back()) && digit(text[at + 1..].chars().next())
    })
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

#[cfg(test)]
mod tests {
    use wsis_document::{Document, Silent};

    use crate::invariants::document;
    use crate::{Granularity, Op, SegmentClass, Settings, compare};

    /// Classes of the changes between two texts of one paragraph.
    fn classes(language: &str, old: &str, new: &str) -> Vec<SegmentClass> {
        let text = |words: &str| -> Document { document(language, &[("", vec![words.into()])]) };
        let settings = Settings {
            granularity: Granularity::Word,
            ..Settings::default()
        };
        let result = compare(&text(old), &text(new), &settings, &[], &Silent);
        let segments = result.differences.iter().flat_map(|d| &d.segments);
        let mut classes: Vec<SegmentClass> = segments
            .filter(|s| s.op != Op::Equal)
            .map(|s| s.class)
            .collect();
        classes.dedup();
        classes
    }

    #[test]
    fn each_change_has_its_class() {
        use SegmentClass::*;
        for (language, old, new, class) in [
            (
                "en",
                "The harbour master should keep the lights of the harbour in order.",
                "The harbour master shall keep the lights of the harbour in order.",
                CommitmentVerb,
            ),
            (
                "en",
                "We thank Governments and the private sector for the repair of the quay.",
                "We thank Governments, civil society and the private sector for the repair of the quay.",
                Actor,
            ),
            (
                "en",
                "The quay was built as resolution 61/904 of the old harbour board had said.",
                "The quay was built as resolution 62/117 of the old harbour board had said.",
                Citation,
            ),
            (
                "en",
                "The ferry leaves the island at noon on 3 March 2019 from the northern quay.",
                "The ferry leaves the island at noon on 4 April 2021 from the northern quay.",
                Number,
            ),
            (
                "fr",
                "Le port décide de garder ses feux allumés toute la nuit et tout l’hiver.",
                "Le port encourage de garder ses feux allumés toute la nuit et tout l’hiver.",
                CommitmentVerb,
            ),
            (
                "en",
                "The ferry leaves the island at noon from the northern quay of the town.",
                "The ferry leaves the island at night from the northern quay of the town.",
                Substance,
            ),
        ] {
            assert_eq!(classes(language, old, new), [class], "{new}");
        }
    }
}
