//! The changes of a link, those of its words and those of its footnote marks, numbered as one
//! reads them.

use wsis_document::{Document, ParagraphIndex};

use crate::model::{
    Comparison, Difference, Link, LinkIndex, MarkChange, Op, Segment, SegmentClass,
};

/// What a reader stops at in a link: runs of changed words, and footnote marks that came or went.
/// A mark in or beside changed words is a part of their change; marks at the same place of kept
/// words are one change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes<'a> {
    /// How many there are.
    pub count: u32,
    /// Each segment of the difference with the number of its change, from 0; `None` for kept words.
    pub segments: Vec<(&'a Segment, Option<u32>)>,
    /// Each changed footnote mark with the number of its change; `None` where only the number of
    /// the footnote is another.
    pub marks: Vec<(&'a MarkChange, Option<u32>)>,
}

/// A segment, and the byte in it after which a mark stands: 0 in all changed words.
type Place = (usize, u32);

impl<'a> Changes<'a> {
    /// Numbers the changes of the link at `index`; none for an index of another comparison.
    /// `difference` is that of the link. Linear in the segments, and in the marks of the link
    /// times them.
    pub fn new(
        left: &Document,
        right: &Document,
        comparison: &'a Comparison,
        index: LinkIndex,
        difference: Option<&'a Difference>,
    ) -> Self {
        let segments = difference.map_or(&[][..], |difference| &difference.segments);
        let side = |of: fn(&Link) -> &Vec<ParagraphIndex>| {
            let link = comparison.links.get(index.0 as usize);
            link.map_or(&[][..], |link| of(link))
        };
        let (older, newer) = (side(|link| &link.left), side(|link| &link.right));
        let all = &comparison.mark_changes;
        let first = all.partition_point(|change| change.link < index);
        let own = all[first..]
            .iter()
            .take_while(|change| change.link == index);
        let marks = own.map(|change| {
            let at = match change.op {
                Op::Removed => byte(left, older, change),
                Op::Equal | Op::Added => byte(right, newer, change),
            };
            (change, at)
        });
        Changes::of(segments, marks)
    }

    /// The same of segments, and of marks with the bytes at which they stand in the texts of their
    /// sides.
    fn of(segments: &'a [Segment], marks: impl Iterator<Item = (&'a MarkChange, u32)>) -> Self {
        let mut placed: Vec<(Place, &MarkChange)> = marks
            .map(|(change, at)| (place(segments, change.op != Op::Removed, at), change))
            .collect();
        placed.sort_by_key(|(place, _)| *place);
        let mut placed = placed.into_iter().peekable();
        let mut changes = Changes::default();
        let mut inside = false;
        for (k, segment) in segments.iter().enumerate() {
            let changed = segment.op != Op::Equal;
            changes.count += u32::from(changed && !inside);
            inside = changed;
            let number = changed.then(|| changes.count - 1);
            changes.segments.push((segment, number));
            changes.stand(
                std::iter::from_fn(|| placed.next_if(|p| p.0.0 == k)),
                inside,
            );
        }
        // Where no word changed there are no segments.
        changes.stand(placed, false);
        changes
    }

    /// Adds the marks of a segment, in order.
    fn stand(&mut self, marks: impl Iterator<Item = (Place, &'a MarkChange)>, inside: bool) {
        let mut before = None;
        for (place, mark) in marks {
            if mark.op == Op::Equal {
                self.marks.push((mark, None));
                continue;
            }
            let own = !inside && before.replace(place) != Some(place);
            self.count += u32::from(own);
            self.marks.push((mark, self.count.checked_sub(1)));
        }
    }

    /// The classes of all changes, each with the number of its change; a change has several when
    /// its words and its marks are of several.
    pub fn classes(&self) -> impl Iterator<Item = (u32, SegmentClass)> + '_ {
        let words = self
            .segments
            .iter()
            .map(|(segment, at)| (*at, segment.class));
        let marks = self.marks.iter().map(|(mark, at)| (*at, mark.class));
        words
            .chain(marks)
            .filter_map(|(at, class)| Some((at?, class)))
    }
}

/// The byte at which a mark stands in the text of its side (see [`Difference`]).
fn byte(document: &Document, side: &[ParagraphIndex], change: &MarkChange) -> u32 {
    let before = side.iter().take_while(|p| **p != change.paragraph);
    let base: usize = before
        .filter_map(|p| document.paragraph(*p))
        .map(|p| p.text.len() + 1)
        .sum();
    let mark = document
        .paragraph(change.paragraph)
        .and_then(|p| p.note_marks.get(change.position as usize));
    base as u32 + mark.map_or(0, |mark| mark.at)
}

/// Where a byte of one side is among the segments: a mark belongs to the word before it.
fn place(segments: &[Segment], newer: bool, at: u32) -> Place {
    let range = |segment: &Segment| {
        if newer {
            segment.right.clone()
        } else {
            segment.left.clone()
        }
    };
    let holds = |segment: &Segment| range(segment).start < at && at <= range(segment).end;
    let k = segments.iter().position(holds).unwrap_or(0);
    match segments.get(k) {
        Some(segment) if segment.op == Op::Equal => (k, at - range(segment).start),
        Some(_) => (k, 0),
        None => (0, at),
    }
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::*;

    fn segment(op: Op, left: Range<u32>, right: Range<u32>) -> Segment {
        Segment {
            op,
            left,
            right,
            class: SegmentClass::Substance,
        }
    }

    fn mark(op: Op) -> MarkChange {
        MarkChange {
            link: LinkIndex(0),
            op,
            paragraph: ParagraphIndex(0),
            position: 0,
            class: SegmentClass::Citation,
        }
    }

    fn numbers(changes: &Changes) -> Vec<Option<u32>> {
        changes.marks.iter().map(|(_, change)| *change).collect()
    }

    #[test]
    fn marks_are_numbered_among_the_words_as_they_are_read() {
        // Ten bytes kept, two changed, ten kept.
        let segments = [
            segment(Op::Equal, 0..10, 0..10),
            segment(Op::Removed, 10..12, 10..10),
            segment(Op::Added, 12..12, 10..12),
            segment(Op::Equal, 12..22, 12..22),
        ];
        let (added, removed, kept) = (mark(Op::Added), mark(Op::Removed), mark(Op::Equal));
        let marks = [
            (&added, 20),
            (&removed, 5),
            (&added, 5),
            (&added, 12),
            (&kept, 18),
            (&removed, 10),
        ];
        let changes = Changes::of(&segments, marks.into_iter());
        assert_eq!(changes.count, 4);
        let of_words: Vec<_> = changes.segments.iter().map(|(_, change)| *change).collect();
        assert_eq!(of_words, [None, Some(2), Some(2), None]);
        assert_eq!(
            numbers(&changes),
            [Some(0), Some(0), Some(1), Some(2), None, Some(3)]
        );
        let in_words = changes.classes().filter(|(at, _)| *at == 2);
        let classes: Vec<SegmentClass> = in_words.map(|(_, class)| class).collect();
        use SegmentClass::{Citation, Substance};
        assert_eq!(classes, [Substance, Substance, Citation]);
    }

    #[test]
    fn marks_of_kept_words_are_changes_by_themselves() {
        let (added, removed, kept) = (mark(Op::Added), mark(Op::Removed), mark(Op::Equal));
        let marks = [(&added, 7), (&kept, 0), (&removed, 3)];
        let changes = Changes::of(&[], marks.into_iter());
        assert_eq!(changes.count, 2);
        assert_eq!(numbers(&changes), [None, Some(0), Some(1)]);
    }
}
