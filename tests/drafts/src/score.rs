//! How good a comparison is, held against the truth about its texts.

use std::collections::BTreeMap;
use std::io;

use rustc_hash::{FxHashMap, FxHashSet};
use wsis_compare::{Comparison, Link, LinkKind};
use wsis_document::{Document, ParagraphKind};

use crate::plain;
use crate::truth::{Fate, Item, Truth};

/// Right and wrong answers.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Accuracy {
    /// Share of the answers that are right.
    pub precision: f64,
    /// Share of the truth that was found.
    pub recall: f64,
}

impl Accuracy {
    /// Of answers `found`, of which `right` are among `all` true ones.
    pub fn new(right: usize, found: usize, all: usize) -> Self {
        Accuracy {
            precision: share(right, found),
            recall: share(right, all),
        }
    }

    /// Harmonic mean of both.
    pub fn f1(&self) -> f64 {
        let sum = self.precision + self.recall;
        if sum > 0.0 {
            2.0 * self.precision * self.recall / sum
        } else {
            0.0
        }
    }
}

/// What a comparison got right.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scores {
    /// Pairs of paragraphs that belong together.
    pub pairs: Accuracy,
    /// Pairs that were put elsewhere.
    pub moves: Accuracy,
    /// Recall of pairs by what became of them.
    pub by_fate: BTreeMap<Fate, f64>,
    /// Of paragraphs with the same text under another number, the share that is linked and shows
    /// no change; 1 without any.
    pub renumbered: f64,
}

/// The two documents of a pair of texts; the printed number of a paragraph is its position.
///
/// # Errors
/// As [`plain::document`].
pub fn documents(truth: &Truth) -> io::Result<(Document, Document)> {
    let read = |items: &[Item]| -> io::Result<Document> {
        let texts = items.iter().map(|item| item.text.as_str());
        let mut document = plain::document(texts, &truth.language)?;
        for (paragraph, item) in document.paragraphs.iter_mut().zip(items) {
            if item.kind == "preambular" {
                paragraph.kind = ParagraphKind::Preambular;
                paragraph.label = None;
            }
        }
        Ok(document.sealed())
    };
    Ok((read(&truth.old)?, read(&truth.new)?))
}

/// The true pairs, with what became of them.
fn fates(truth: &Truth) -> FxHashMap<(usize, usize), Fate> {
    truth
        .pairs()
        .map(|(old, new, fate)| ((old, new), fate))
        .collect()
}

/// All pairs of an older and a newer paragraph that a comparison links.
pub fn linked(comparison: &Comparison) -> FxHashSet<(usize, usize)> {
    comparison.links.iter().flat_map(pairs).collect()
}

/// Scores pairs of an older and a newer paragraph, whoever found them: all, and the share found
/// of those of each fate. Linear.
pub fn score_pairs(
    truth: &Truth,
    found: &FxHashSet<(usize, usize)>,
) -> (Accuracy, BTreeMap<Fate, f64>) {
    let fates = fates(truth);
    let mut of_fate: BTreeMap<Fate, (usize, usize)> = BTreeMap::new();
    for (pair, fate) in &fates {
        let counts = of_fate.entry(*fate).or_default();
        counts.0 += usize::from(found.contains(pair));
        counts.1 += 1;
    }
    let right = found.iter().filter(|pair| fates.contains_key(pair)).count();
    let shares = of_fate
        .into_iter()
        .map(|(fate, (found, all))| (fate, share(found, all)))
        .collect();
    (Accuracy::new(right, found.len(), fates.len()), shares)
}

/// Scores a comparison of [`documents`] of the same truth. Linear.
pub fn score(truth: &Truth, comparison: &Comparison) -> Scores {
    let fates = fates(truth);
    let found = linked(comparison);
    let moved: FxHashSet<(usize, usize)> = comparison
        .links
        .iter()
        .filter(|l| matches!(l.kind, LinkKind::Moved | LinkKind::MovedRevised))
        .flat_map(pairs)
        .collect();
    let has_moved = |fate: &Fate| matches!(fate, Fate::Moved | Fate::MovedEdited);
    let moves = moved
        .iter()
        .filter(|pair| fates.get(pair).is_some_and(has_moved));
    let (pairs, by_fate) = score_pairs(truth, &found);
    Scores {
        pairs,
        moves: Accuracy::new(
            moves.count(),
            moved.len(),
            fates.values().filter(|fate| has_moved(fate)).count(),
        ),
        by_fate,
        renumbered: renumbered(truth, comparison),
    }
}

fn renumbered(truth: &Truth, comparison: &Comparison) -> f64 {
    let unchanged: FxHashSet<(usize, usize)> = comparison
        .links
        .iter()
        .filter(|l| matches!(l.kind, LinkKind::Same | LinkKind::Moved))
        .flat_map(pairs)
        .collect();
    let other_number: Vec<(usize, usize)> = truth
        .links
        .iter()
        .filter(|link| link.old.len() == 1 && link.new.len() == 1 && link.old != link.new)
        .map(|link| (link.old[0], link.new[0]))
        .filter(|&(old, new)| truth.old[old].text == truth.new[new].text)
        .collect();
    if other_number.is_empty() {
        return 1.0;
    }
    // A text that stands twice in a document may be linked to either: that is no edit.
    let texts: FxHashSet<&str> = unchanged
        .iter()
        .map(|&(_, new)| truth.new[new].text.as_str())
        .collect();
    let without_change = other_number
        .iter()
        .filter(|pair| unchanged.contains(pair) || texts.contains(truth.new[pair.1].text.as_str()));
    share(without_change.count(), other_number.len())
}

fn pairs(link: &Link) -> impl Iterator<Item = (usize, usize)> + '_ {
    link.left
        .iter()
        .flat_map(|old| link.right.iter().map(move |new| (old.get(), new.get())))
}

/// A part of a whole; 0 of nothing.
pub fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

#[cfg(test)]
mod tests {
    use wsis_compare::{Settings, compare};
    use wsis_document::Silent;

    use super::*;
    use crate::generator::{Level, Size, Wish, generate};

    #[test]
    fn an_easy_pair_is_scored() {
        let truth = generate(&Wish {
            level: Level::Easy,
            size: Size::Paragraphs(120),
            seed: 11,
            language: "en".into(),
        });
        let (old, new) = documents(&truth).unwrap();
        let scores = score(
            &truth,
            &compare(&old, &new, &Settings::default(), &[], &Silent),
        );
        assert!(scores.pairs.f1() > 0.9, "{scores:?}");
        assert_eq!(scores.renumbered, 1.0);
    }

    #[test]
    fn f1_is_the_harmonic_mean() {
        let accuracy = Accuracy::new(1, 2, 1);
        assert_eq!((accuracy.precision, accuracy.recall), (0.5, 1.0));
        assert!((accuracy.f1() - 2.0 / 3.0).abs() < 1e-12);
    }
}
