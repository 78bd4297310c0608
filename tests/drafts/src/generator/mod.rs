//! A seeded generator of policy-like texts in two drafts, with the truth about them: kept, edited,
//! recast, moved, split, merged, dropped and new paragraphs; near-copies inside one text; items
//! that resemble what was dropped; brackets that are closed; quotation marks set in another way;
//! opening paragraphs that become numbered ones; in seven languages.
//!
//! Nothing in the texts is copied: words are made up of syllables, formulas are a few words long.

mod drafts;
mod edits;
mod languages;
mod prose;
mod random;
mod vocabulary;

pub use languages::ALL as LANGUAGES;

use crate::truth::Truth;

/// How much changes from draft to draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Most is kept.
    Easy,
    /// A third is kept.
    Medium,
    /// A tenth is kept.
    Hard,
}

impl Level {
    /// All three.
    pub const ALL: [Level; 3] = [Level::Easy, Level::Medium, Level::Hard];

    /// As it is written.
    pub fn name(self) -> &'static str {
        match self {
            Level::Easy => "easy",
            Level::Medium => "medium",
            Level::Hard => "hard",
        }
    }
}

impl std::str::FromStr for Level {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        Level::ALL
            .into_iter()
            .find(|level| level.name() == name)
            .ok_or_else(|| format!("no level {name}: easy, medium or hard"))
    }
}

/// How long the older text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// In paragraphs.
    Paragraphs(usize),
    /// In words.
    Words(usize),
}

/// What to generate.
#[derive(Clone, Debug)]
pub struct Wish {
    /// How much changes.
    pub level: Level,
    /// How long it is.
    pub size: Size,
    /// What decides all the rest.
    pub seed: u64,
    /// Code of the language.
    pub language: String,
}

/// Generates a pair of texts. The same wish gives the same bytes on every machine.
pub fn generate(wish: &Wish) -> Truth {
    drafts::drafts(wish)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::truth::Fate;

    fn wish(language: &str) -> Wish {
        Wish {
            level: Level::Hard,
            size: Size::Paragraphs(300),
            seed: 5,
            language: language.into(),
        }
    }

    #[test]
    fn the_same_wish_gives_the_same_bytes() {
        let bytes = || serde_json::to_vec(&generate(&wish("en"))).unwrap();
        assert_eq!(bytes(), bytes());
    }

    #[test]
    fn every_paragraph_is_accounted_for_in_every_language() {
        for language in &LANGUAGES {
            let truth = generate(&wish(language.code));
            let old: BTreeSet<usize> = truth.pairs().map(|p| p.0).collect();
            let new: BTreeSet<usize> = truth.pairs().map(|p| p.1).collect();
            assert_eq!(old.len() + truth.deleted.len(), truth.old.len());
            assert_eq!(new.len() + truth.inserted.len(), truth.new.len());
            assert!(truth.new.iter().all(|item| !item.text.contains('\n')));
            for fate in [
                Fate::Kept,
                Fate::Heavy,
                Fate::Split,
                Fate::Merged,
                Fate::MovedEdited,
            ] {
                assert!(truth.links.iter().any(|l| l.fate == fate), "{fate:?}");
            }
        }
    }

    #[test]
    fn kept_paragraphs_have_the_same_words() {
        let truth = generate(&wish("en"));
        let words =
            |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
        for (old, new, fate) in truth.pairs() {
            if matches!(fate, Fate::Kept | Fate::Moved) {
                assert_eq!(words(&truth.old[old].text), words(&truth.new[new].text));
            }
        }
    }
}
