//! What sort of change it is: words of substance, a verb of commitment, a number, or only how
//! the text is set.

use rustc_hash::FxHashSet;
use wsis_document::{Language, fold};

use crate::forms::Forms;
use crate::interner::{Interner, Nature, has_symbol};
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
    fn words(&self) -> impl Iterator<Item = &str> {
        let words = self.tokens.iter().filter(|t| t.is_word());
        words.map(|t| &self.whole[t.start as usize..t.end as usize])
    }
}

/// Tells the classes of changes in texts of one language.
pub(crate) struct Classifier<'a> {
    interner: &'a Interner,
    verbs: Forms,
    actors: Forms,
    beside_actors: Forms,
    cited: Forms,
    /// The words of all these.
    listed: FxHashSet<u32>,
}

impl<'a> Classifier<'a> {
    /// Prepares what is looked up in texts of these words.
    pub(crate) fn new(settings: &Settings, language: &Language, interner: &'a Interner) -> Self {
        let verbs = settings.commitment.of(language, interner);
        let actors = Forms::new(vocabulary::actors(language), interner);
        let beside_actors = Forms::new(vocabulary::beside_actors(language), interner);
        let cited = Forms::new(vocabulary::cited(language), interner);
        let lists = [&verbs, &actors, &beside_actors, &cited];
        let listed = lists.into_iter().flat_map(Forms::words).collect();
        Classifier {
            interner,
            verbs,
            actors,
            beside_actors,
            cited,
            listed,
        }
    }

    /// The class of a change. A side that is empty is one where nothing stands.
    pub(crate) fn class(&self, removed: &Side, added: &Side) -> SegmentClass {
        if removed.tokens.is_empty() && added.tokens.is_empty() {
            return SegmentClass::Space;
        }
        // Words against none are no way of setting them.
        match (removed.words().next(), added.words().next()) {
            (None, None) => return SegmentClass::Punctuation,
            (Some(old), Some(new)) if may_begin_alike(old, new) => {
                let (old, new): (Vec<_>, Vec<_>) =
                    (removed.words().collect(), added.words().collect());
                if let Some(class) = setting(&old, &new) {
                    return class;
                }
            }
            _ => {}
        }
        // What most changes are, known without looking at what stands beside the words.
        let mut tokens = removed.tokens.iter().chain(added.tokens);
        if tokens.any(|t| t.is_word() && self.is_substance(t.key)) {
            return SegmentClass::Substance;
        }
        let words = [self.words(removed), self.words(added)];
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

    /// Whether a word makes every change that it is in one of substance.
    fn is_substance(&self, key: u32) -> bool {
        self.interner.nature(key) == Nature::Other && !self.listed.contains(&key)
    }

    /// What the words of one side are.
    fn words(&self, side: &Side) -> Words {
        let words = side.tokens.iter().filter(|t| t.is_word());
        let keys: Vec<u32> = words.map(|t| t.key).collect();
        let actors = self.actors.covered(&keys);
        let beside = self.beside_actors.covered(&keys);
        let cited = self.cited.covered(&keys);
        let kind = |k: usize| match self.interner.nature(keys[k]) {
            Nature::Number => Kind::Number,
            _ if actors[k] => Kind::Actor,
            Nature::Symbol => Kind::Cited,
            _ if cited[k] => Kind::Cited,
            _ if beside[k] => Kind::BesideActor,
            Nature::Function => Kind::Function,
            Nature::Other => Kind::Other,
        };
        Words {
            kinds: (0..keys.len()).map(kind).collect(),
            only_verbs: !keys.is_empty() && self.verbs.covered(&keys).iter().all(|v| *v),
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

/// Whether two words may be set in two ways and else be the same: not when they begin with other
/// letters.
fn may_begin_alike(old: &str, new: &str) -> bool {
    let begins = |word: &str| word.chars().next().filter(char::is_ascii_alphabetic);
    match (begins(old), begins(new)) {
        (Some(a), Some(b)) => a.eq_ignore_ascii_case(&b),
        _ => true,
    }
}

/// The class of a change that leaves the words as they are and sets them in another way.
fn setting(old: &[&str], new: &[&str]) -> Option<SegmentClass> {
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
                "en",
                "The harbour board had opened its thirty-ninth season with a regatta.",
                "The harbour board had opened its fortieth season with a regatta.",
                Number,
            ),
            (
                "ru",
                "Портовый совет открыл тридцатый сезон большой парусной регатой в бухте.",
                "Портовый совет открыл сороковой сезон большой парусной регатой в бухте.",
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
