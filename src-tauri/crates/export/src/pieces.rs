//! A paragraph's text cut into runs that are shown in one way.

use std::collections::BTreeSet;
use std::ops::Range;

use wsis_compare::{Changes, Difference, HeadingMarkChange, Link, LinkKind, MarkChange, Op};
use wsis_document::{Document, NoteMark, Paragraph, ParagraphIndex, Section, SectionIndex};
use wsis_notes::Side;

use crate::sheet;

/// How a run of text is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// On both sides.
    Plain,
    /// Only in the older text.
    Removed,
    /// Only in the newer text.
    Added,
    /// A phrase that related paragraphs share.
    Shared,
}

/// A run of a paragraph, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// Text; all pieces in order are the paragraph's text.
    Text {
        /// The characters.
        text: &'a str,
        /// How it is marked.
        mark: Mark,
        /// Set in italics.
        italic: bool,
    },
    /// A footnote mark, which is not part of the text.
    NoteMark {
        /// As printed.
        text: &'a str,
        /// How it is marked.
        mark: Mark,
    },
}

/// Marked byte ranges of one paragraph, in order, not overlapping.
pub(crate) type Marks = Vec<(Range<usize>, Mark)>;

/// The text that a [`Difference`] counts in: the paragraphs joined by a line feed.
pub(crate) fn joined(document: &Document, paragraphs: &[ParagraphIndex]) -> String {
    let texts: Vec<&str> = paragraphs
        .iter()
        .filter_map(|&p| document.paragraph(p))
        .map(|p| p.text.as_str())
        .collect();
    texts.join("\n")
}

/// The marks of every paragraph on one side of a link.
///
/// # Cost
/// Segments times paragraphs of the side, which are few.
pub(crate) fn marks(
    document: &Document,
    link: &Link,
    difference: Option<&Difference>,
    side: Side,
) -> Vec<Marks> {
    let mut offset = 0;
    sheet::side(link, side)
        .iter()
        .map(|&index| {
            let length = document.paragraph(index).map_or(0, |p| p.text.len());
            let own = offset..offset + length;
            offset += length + 1;
            match (link.kind, difference) {
                (LinkKind::Removed, _) => vec![(0..length, Mark::Removed)],
                (LinkKind::Added, _) => vec![(0..length, Mark::Added)],
                (LinkKind::Related, _) => shared(link, index, side, length),
                (_, Some(difference)) => changed(difference, &own, side),
                (_, None) => Vec::new(),
            }
        })
        .collect()
}

fn changed(difference: &Difference, own: &Range<usize>, side: Side) -> Marks {
    let segments = difference.segments.iter().filter_map(|segment| {
        let (range, mark) = match (segment.op, side) {
            (Op::Removed, Side::Left) => (&segment.left, Mark::Removed),
            (Op::Added, Side::Right) => (&segment.right, Mark::Added),
            _ => return None,
        };
        let start = (range.start as usize).max(own.start);
        let end = (range.end as usize).min(own.end);
        (start < end).then(|| (start - own.start..end - own.start, mark))
    });
    segments.collect()
}

fn shared(link: &Link, index: ParagraphIndex, side: Side, length: usize) -> Marks {
    let mut ranges: Vec<Range<usize>> = link
        .evidence
        .shared
        .iter()
        .filter_map(|(left, in_left, right, in_right)| match side {
            Side::Left => (*left == index).then_some(in_left),
            Side::Right => (*right == index).then_some(in_right),
        })
        .map(|range| range.start as usize..(range.end as usize).min(length))
        .filter(|range| range.start < range.end)
        .collect();
    ranges.sort_by_key(|range| range.start);
    let mut merged: Marks = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some((last, _)) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push((range, Mark::Shared)),
        }
    }
    merged
}

/// How the footnote mark at `position` of a paragraph is marked, of the changes of its link.
fn note_mark(changes: &Changes, (side, index): (Side, ParagraphIndex), position: u32) -> Mark {
    let here = |change: &&MarkChange| change.paragraph == index && change.position == position;
    let marks = changes.marks.iter().map(|(change, _)| *change).filter(here);
    let ops: Vec<Op> = marks.map(|change| change.op).collect();
    match side {
        Side::Left if ops.contains(&Op::Removed) => Mark::Removed,
        Side::Right if ops.contains(&Op::Added) => Mark::Added,
        Side::Left | Side::Right => Mark::Plain,
    }
}

/// Cuts the paragraph at `place` where its marks, its italics and its footnote marks begin and end.
pub(crate) fn pieces<'a>(
    paragraph: &'a Paragraph,
    marks: &Marks,
    changes: &Changes,
    place: (Side, ParagraphIndex),
) -> Vec<Piece<'a>> {
    let text = paragraph.text.as_str();
    let italics: Vec<Range<usize>> = paragraph
        .italics
        .iter()
        .map(|r| r.start as usize..r.end as usize)
        .collect();
    let mut cuts = BTreeSet::from([0, text.len()]);
    for range in marks.iter().map(|(range, _)| range).chain(&italics) {
        cuts.extend([range.start, range.end]);
    }
    cuts.extend(paragraph.note_marks.iter().map(|note| note.at as usize));
    // A position that is no place of this text would otherwise tear a character.
    cuts.retain(|&at| text.is_char_boundary(at));

    let mut notes = (0..).zip(&paragraph.note_marks).peekable();
    let shown = |(position, note): (u32, &'a NoteMark)| Piece::NoteMark {
        text: &note.mark,
        mark: note_mark(changes, place, position),
    };
    let mut out = Vec::new();
    let cuts: Vec<usize> = cuts.into_iter().collect();
    for (k, &start) in cuts.iter().enumerate() {
        while let Some(note) = notes.next_if(|(_, note)| note.at as usize <= start) {
            out.push(shown(note));
        }
        let end = cuts.get(k + 1).copied().unwrap_or(start);
        if let Some(run) = text.get(start..end).filter(|run| !run.is_empty()) {
            let at = marks.partition_point(|(range, _)| range.end <= start);
            let mark = marks.get(at).filter(|(range, _)| range.start <= start);
            let at = italics.partition_point(|range| range.end <= start);
            out.push(Piece::Text {
                text: run,
                mark: mark.map_or(Mark::Plain, |(_, mark)| *mark),
                italic: italics.get(at).is_some_and(|range| range.start <= start),
            });
        }
    }
    out.extend(notes.map(shown));
    out
}

/// The words of a heading, cut at its footnote marks. `changed` are those of the headings that face
/// each other there.
pub(crate) fn heading_pieces<'a>(
    section: &'a Section,
    changed: &[&HeadingMarkChange],
    (side, index): (Side, SectionIndex),
) -> Vec<Piece<'a>> {
    let text = section.heading.as_str();
    let plain = |text: &'a str| Piece::Text {
        text,
        mark: Mark::Plain,
        italic: false,
    };
    let mut out = Vec::new();
    let mut from = 0;
    for (position, note) in (0..).zip(&section.note_marks) {
        let at = note.at as usize;
        if let Some(words) = text.get(from..at).filter(|words| !words.is_empty()) {
            out.push(plain(words));
            from = at;
        }
        let here = changed.iter().filter(|one| {
            let older = one.op == Op::Removed;
            one.section == index && one.position == position && older == (side == Side::Left)
        });
        let mark = match here.map(|one| one.op).next() {
            Some(Op::Removed) => Mark::Removed,
            Some(Op::Added) => Mark::Added,
            Some(Op::Equal) | None => Mark::Plain,
        };
        out.push(Piece::NoteMark {
            text: &note.mark,
            mark,
        });
    }
    out.extend(
        text.get(from..)
            .filter(|words| !words.is_empty())
            .map(plain),
    );
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{self, difference, link};
    use proptest::prelude::*;
    use wsis_compare::Tier;

    fn shown(pieces: &[Piece<'_>]) -> String {
        let show = |piece: &Piece<'_>| match piece {
            Piece::Text { text, mark, italic } => {
                let text = if *italic {
                    format!("/{text}/")
                } else {
                    (*text).to_owned()
                };
                match mark {
                    Mark::Plain => text,
                    Mark::Removed => format!("[-{text}-]"),
                    Mark::Added => format!("[+{text}+]"),
                    Mark::Shared => format!("[={text}=]"),
                }
            }
            Piece::NoteMark { text, mark } => match mark {
                Mark::Added => format!("[+^{text}+]"),
                Mark::Removed => format!("[-^{text}-]"),
                Mark::Plain | Mark::Shared => format!("^{text}"),
            },
        };
        pieces.iter().map(show).collect()
    }

    #[test]
    fn marks_italics_and_note_marks_cut_the_text_together() {
        let sample = samples::harbour();
        let comparison = &sample.comparison;
        let link = &comparison.links[1];
        let left = marks(
            &sample.left,
            link,
            Some(&comparison.differences[0]),
            Side::Left,
        );
        let right = marks(
            &sample.right,
            link,
            Some(&comparison.differences[0]),
            Side::Right,
        );
        let marks_changed = samples::other_footnote();
        let changes = Changes {
            count: 1,
            segments: vec![],
            marks: marks_changed[..1].iter().map(|m| (m, Some(0))).collect(),
        };
        let older = (Side::Left, ParagraphIndex(1));
        assert_eq!(
            shown(&pieces(
                &sample.left.paragraphs[1],
                &left[0],
                &changes,
                older
            )),
            "[-/Ships/-] keep to the right.[-^1-]"
        );
        let newer = (Side::Right, ParagraphIndex(1));
        assert_eq!(
            shown(&pieces(
                &sample.right.paragraphs[1],
                &right[0],
                &changes,
                newer
            )),
            "[+/Boats/+] keep to the right.^1"
        );
    }

    #[test]
    fn each_paragraph_of_a_split_has_its_own_marks() {
        let mut sample = samples::harbour();
        sample.right.paragraphs[3].text = "Blue is left.".into();
        let changed = difference(
            2,
            &[
                (Op::Equal, "Green is right."),
                (Op::Removed, " Red"),
                (Op::Added, "\nBlue"),
                (Op::Equal, " is left."),
            ],
        );
        let link = &sample.comparison.links[2];
        let right = marks(&sample.right, link, Some(&changed), Side::Right);
        assert_eq!(right, [vec![], vec![(0..4, Mark::Added)]]);
    }

    #[test]
    fn shared_phrases_that_overlap_are_one_mark() {
        let sample = samples::harbour();
        let mut related = link(&[1], &[1], LinkKind::Related, Tier::Probable, 0.3);
        let (left, right) = (ParagraphIndex(1), ParagraphIndex(1));
        related.evidence.shared = vec![
            (left, 9..14, right, 9..14),
            (left, 0..11, right, 0..4),
            (left, 20..99, right, 0..0),
        ];
        assert_eq!(
            marks(&sample.left, &related, None, Side::Left),
            [vec![(0..14, Mark::Shared), (20..24, Mark::Shared)]]
        );
        assert_eq!(
            marks(&sample.right, &related, None, Side::Right),
            [vec![(0..4, Mark::Shared), (9..14, Mark::Shared)]]
        );
    }

    proptest! {
        #[test]
        fn pieces_are_the_text_whatever_the_positions(
            text in "\\PC{0,40}",
            italics in (0u32..50, 0u32..50),
            mark in (0usize..50, 0usize..50),
            note in 0u32..50,
        ) {
            let mut paragraph = samples::paragraph("1", None, &text);
            paragraph.italics = std::iter::once(italics.0..italics.1.max(italics.0)).collect();
            paragraph.note_marks = vec![NoteMark { at: note, mark: "7".into() }];
            let marks = vec![(mark.0..mark.1.max(mark.0), Mark::Added)];
            let place = (Side::Left, ParagraphIndex(0));
            let pieces = pieces(&paragraph, &marks, &Changes::default(), place);
            let rebuilt: String = pieces
                .iter()
                .map(|piece| match piece { Piece::Text { text, .. } => text, Piece::NoteMark { .. } => "" })
                .collect();
            prop_assert_eq!(rebuilt, text);
            let notes = pieces.iter().filter(|piece| matches!(piece, Piece::NoteMark { .. }));
            prop_assert_eq!(notes.count(), 1);
        }
    }
}
