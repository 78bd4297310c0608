//! Classes of change as a filter counts them.

use wsis_compare::{Segment, SegmentClass};

use super::class_name;
use super::pieces::numbered;
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

/// For each change of a difference the classes of its segments, as bits.
pub(crate) fn change_classes(segments: &[Segment]) -> Vec<u32> {
    let mut changes: Vec<u32> = Vec::new();
    for (segment, change) in numbered(segments) {
        let Some(change) = change else { continue };
        if changes.len() <= change as usize {
            changes.push(0);
        }
        let bit = CLASSES.iter().position(|class| *class == segment.class);
        if let Some((slot, bit)) = changes.last_mut().zip(bit) {
            *slot |= 1 << bit;
        }
    }
    changes
}

/// Every class with how many changes are of it, and the rows that have another number.
pub(crate) fn class_totals(heads: &[RowHead]) -> Vec<ClassCount> {
    let changes = || heads.iter().flat_map(|head| &head.change_classes);
    let total = |class: SegmentClass, count: usize| {
        Some(ClassCount {
            class: class_name(class)?.to_owned(),
            count: count as u32,
        })
    };
    let renumbered = heads.iter().filter(|head| head.renumbered).count();
    CLASSES
        .iter()
        .enumerate()
        .filter_map(|(bit, class)| {
            let has = |bits: &&u32| **bits & (1 << bit) != 0;
            total(*class, changes().filter(has).count())
        })
        .chain(total(SegmentClass::Label, renumbered))
        .collect()
}

#[cfg(test)]
mod tests {
    use wsis_compare::Op;

    use super::*;

    #[test]
    fn a_change_has_the_classes_of_all_its_pieces() {
        let segment = |op, class| Segment {
            op,
            left: 0..1,
            right: 0..1,
            class,
        };
        let segments = [
            segment(Op::Removed, SegmentClass::Substance),
            segment(Op::Added, SegmentClass::CommitmentVerb),
            segment(Op::Equal, SegmentClass::None),
            segment(Op::Added, SegmentClass::Space),
        ];
        assert_eq!(change_classes(&segments), [0b11, 0b1_0000_0000]);
    }
}
