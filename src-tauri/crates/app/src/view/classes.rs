//! Classes of change as a filter counts them.

use wsis_compare::{Changes, Comparison, SegmentClass};

use super::class_name;
use crate::contract::{ClassCount, RowHead};

/// Every class that a segment can have, in the order in which a filter lists them; its position is
/// its bit in [`RowHead::change_classes`].
const CLASSES: [SegmentClass; 9] = [
    SegmentClass::Substance,
    SegmentClass::CommitmentVerb,
    SegmentClass::Number,
    SegmentClass::Actor,
    SegmentClass::Citation,
    SegmentClass::Punctuation,
    SegmentClass::Case,
    SegmentClass::Spelling,
    SegmentClass::Space,
];

/// For each change its classes, as bits.
pub(crate) fn change_classes(changes: &Changes) -> Vec<u32> {
    let mut bits = vec![0; changes.count as usize];
    for (at, class) in changes.classes() {
        if let Some(slot) = bits.get_mut(at as usize) {
            *slot |= bit(class);
        }
    }
    bits
}

/// The bit of a class; none for what is no class of a change.
pub(crate) fn bit(class: SegmentClass) -> u32 {
    let at = CLASSES.iter().position(|one| *one == class);
    at.map_or(0, |at| 1 << at)
}

/// The classes of some changes with how many are of each, the most first.
pub(crate) fn class_counts(changes: &[u32]) -> Vec<ClassCount> {
    let mut counts: Vec<ClassCount> = CLASSES
        .iter()
        .filter_map(|class| {
            Some(ClassCount {
                class: class_name(*class)?.to_owned(),
                count: changes
                    .iter()
                    .filter(|bits| **bits & bit(*class) != 0)
                    .count() as u32,
            })
        })
        .filter(|one| one.count > 0)
        .collect();
    counts.sort_by_key(|one| std::cmp::Reverse(one.count));
    counts
}

/// Every class with how many changes are of it, and how many paragraphs and footnotes have another
/// number.
pub(crate) fn class_totals(heads: &[RowHead], comparison: &Comparison) -> Vec<ClassCount> {
    let changes = || heads.iter().flat_map(|head| &head.change_classes);
    let total = |class: SegmentClass, count: usize| {
        Some(ClassCount {
            class: class_name(class)?.to_owned(),
            count: count as u32,
        })
    };
    let of_paragraphs = comparison.mark_changes.iter().map(|mark| mark.class);
    let of_headings = comparison.heading_marks.iter().map(|mark| mark.class);
    let renumbered = heads.iter().filter(|head| head.renumbered).count()
        + of_paragraphs
            .chain(of_headings)
            .filter(|class| *class == SegmentClass::Label)
            .count();
    CLASSES
        .iter()
        .filter_map(|class| {
            let has = |bits: &&u32| **bits & bit(*class) != 0;
            total(*class, changes().filter(has).count())
        })
        .chain(total(SegmentClass::Label, renumbered))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_counts_once_for_each_of_its_classes() {
        let (words, space) = (bit(SegmentClass::Substance), bit(SegmentClass::Space));
        assert_eq!((words, space), (1, 0b1_0000_0000));
        let counts = class_counts(&[space, words | space, 0]);
        let found: Vec<(&str, u32)> = counts
            .iter()
            .map(|one| (one.class.as_str(), one.count))
            .collect();
        assert_eq!(found, [("space", 2), ("substance", 1)]);
    }
}
