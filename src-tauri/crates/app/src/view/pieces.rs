//! A paragraph's text cut into pieces that are each shown in one way.

use std::ops::Range;

use wsis_compare::{HeadingMarkChange, MarkChange, Op, Segment, SegmentClass};
use wsis_document::{NoteMark, Paragraph, Section};

use super::class_name;
use crate::contract::PieceView;
use crate::utf16;

/// A part of a paragraph's text and how it is marked.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Span {
    /// Byte range in the paragraph's text.
    pub range: Range<usize>,
    /// `equal`, `removed`, `added`, `shared`.
    pub op: &'static str,
    pub class: SegmentClass,
    /// Which of the row's changes.
    pub change: Option<u32>,
}

impl Span {
    /// A span without a change.
    pub fn plain(range: Range<usize>, op: &'static str) -> Self {
        Span {
            range,
            op,
            class: SegmentClass::None,
            change: None,
        }
    }
}

/// One side's share of a difference, for each paragraph of that side.
///
/// The side's paragraphs are read as one text joined by line feeds (see
/// [`wsis_compare::Difference`]); `lengths` are the byte lengths of the paragraphs.
pub(crate) fn side_spans(
    segments: &[(&Segment, Option<u32>)],
    lengths: &[usize],
    newer: bool,
) -> Vec<Vec<Span>> {
    let mut starts = Vec::with_capacity(lengths.len());
    let mut at = 0;
    for length in lengths {
        starts.push(at);
        at += length + 1;
    }
    let mut spans = vec![Vec::new(); lengths.len()];
    for &(segment, change) in segments {
        let range = if newer { &segment.right } else { &segment.left };
        let (from, to) = (range.start as usize, range.end as usize);
        let first = starts
            .partition_point(|start| *start <= from)
            .saturating_sub(1);
        for (k, start) in starts.iter().enumerate().skip(first) {
            if *start >= to {
                break;
            }
            let end = start + lengths[k];
            let (a, b) = (from.max(*start), to.min(end));
            if a < b {
                spans[k].push(Span {
                    range: a - start..b - start,
                    op: op_name(segment.op),
                    class: segment.class,
                    change,
                });
            }
        }
    }
    spans
}

/// Every segment with the number of the change it belongs to: a run of segments that are not
/// equal is one change.
pub(crate) fn numbered(segments: &[Segment]) -> impl Iterator<Item = (&Segment, Option<u32>)> {
    let mut next = 0;
    let mut inside = false;
    segments.iter().map(move |segment| {
        if segment.op == Op::Equal {
            inside = false;
            (segment, None)
        } else {
            if !inside {
                next += 1;
                inside = true;
            }
            (segment, Some(next - 1))
        }
    })
}

/// What became of a footnote mark of a paragraph or a heading.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ChangedMark {
    op: Op,
    /// Position among the marks of its paragraph or heading.
    position: u32,
    class: SegmentClass,
    /// Which of the row's changes; `None` where only the number is another.
    change: Option<u32>,
}

impl ChangedMark {
    /// Of a paragraph.
    pub(crate) fn new(mark: &MarkChange, change: Option<u32>) -> Self {
        ChangedMark {
            op: mark.op,
            position: mark.position,
            class: mark.class,
            change,
        }
    }

    /// Of a heading. What came and went in the headings of a row is its only change.
    pub(crate) fn of_heading(mark: &HeadingMarkChange) -> Self {
        ChangedMark {
            op: mark.op,
            position: mark.position,
            class: mark.class,
            change: (mark.op != Op::Equal).then_some(0),
        }
    }
}

/// A paragraph cut into pieces, see [`cut`]. `changed` are its footnote marks that changed.
pub(crate) fn pieces(
    paragraph: &Paragraph,
    spans: &[Span],
    changed: &[ChangedMark],
) -> Vec<PieceView> {
    let mut pieces = cut(
        &paragraph.text,
        &paragraph.italics,
        &paragraph.note_marks,
        spans,
    );
    name_marks(&mut pieces, changed);
    pieces
}

/// A heading cut into pieces at its footnote marks.
pub(crate) fn heading_pieces(section: &Section, changed: &[ChangedMark]) -> Vec<PieceView> {
    let mut pieces = cut(&section.heading, &[], &section.note_marks, &[]);
    name_marks(&mut pieces, changed);
    pieces
}

/// Says of the marks among the pieces what became of them.
fn name_marks(pieces: &mut [PieceView], changed: &[ChangedMark]) {
    let mut marks: Vec<&mut PieceView> = (pieces.iter_mut())
        .filter(|piece| piece.op == NOTE_MARK)
        .collect();
    for of in changed {
        let Some(piece) = marks.get_mut(of.position as usize) else {
            continue;
        };
        match of.op {
            Op::Equal => {}
            Op::Removed => piece.op = "note_removed".to_owned(),
            Op::Added => piece.op = "note_added".to_owned(),
        }
        piece.class = class_name(of.class).map(str::to_owned);
        piece.change = of.change;
    }
}

/// A footnote mark that is what it was, but perhaps for its number.
const NOTE_MARK: &str = "note_mark";

/// Cuts spans at italics and footnote marks. `spans` are in order and do not overlap; what they
/// leave out is shown as equal. Every mark is a piece, in their order. Linear.
pub(crate) fn cut(
    text: &str,
    italics: &[Range<u32>],
    note_marks: &[NoteMark],
    spans: &[Span],
) -> Vec<PieceView> {
    let mut out = Vec::new();
    let mut marks = note_marks.iter().peekable();
    let mut position = 0u32;
    for span in filled(spans, text.len()) {
        let mut at = span.range.start;
        while at < span.range.end {
            while let Some(mark) = marks.next_if(|mark| mark.at as usize <= at) {
                out.push(note_mark(&mark.mark, position));
            }
            let (italic, until) = italics_at(italics, at);
            let mut end = span.range.end.min(until);
            if let Some(mark) = marks.peek() {
                end = end.min((mark.at as usize).max(at + 1));
            }
            while !text.is_char_boundary(end) {
                end += 1;
            }
            let part = text.get(at..end).unwrap_or_default();
            out.push(PieceView {
                op: span.op.to_owned(),
                text: part.to_owned(),
                start: position,
                class: class_name(span.class).map(str::to_owned),
                change: span.change,
                italic,
            });
            position += utf16::length(part);
            at = end;
        }
    }
    out.extend(marks.map(|mark| note_mark(&mark.mark, position)));
    out
}

/// Spans with the gaps between them filled by equal ones.
fn filled(spans: &[Span], length: usize) -> Vec<Span> {
    let mut out = Vec::with_capacity(spans.len() * 2 + 1);
    let mut at = 0;
    for span in spans {
        if span.range.start > at {
            out.push(Span::plain(at..span.range.start, "equal"));
        }
        at = span.range.end;
        out.push(span.clone());
    }
    if at < length {
        out.push(Span::plain(at..length, "equal"));
    }
    out
}

/// Whether the text at `at` is italic, and up to where that holds.
fn italics_at(italics: &[Range<u32>], at: usize) -> (bool, usize) {
    let next = italics.partition_point(|range| range.end as usize <= at);
    match italics.get(next) {
        Some(range) if range.start as usize <= at => (true, range.end as usize),
        Some(range) => (false, range.start as usize),
        None => (false, usize::MAX),
    }
}

fn note_mark(mark: &str, start: u32) -> PieceView {
    PieceView {
        op: NOTE_MARK.to_owned(),
        text: mark.to_owned(),
        start,
        class: None,
        change: None,
        italic: false,
    }
}

fn op_name(op: Op) -> &'static str {
    match op {
        Op::Equal => "equal",
        Op::Removed => "removed",
        Op::Added => "added",
    }
}

#[cfg(test)]
mod tests {
    use wsis_document::{NoteMark, ParagraphKind};

    use super::*;

    fn paragraph(text: &str) -> Paragraph {
        Paragraph {
            id: "1".into(),
            section: None,
            parent: None,
            kind: ParagraphKind::Operative,
            label: None,
            text: text.into(),
            italics: Vec::new(),
            note_marks: Vec::new(),
            page: None,
        }
    }

    fn text_of(pieces: &[PieceView]) -> String {
        pieces
            .iter()
            .filter(|p| p.op != "note_mark")
            .map(|p| p.text.as_str())
            .collect()
    }

    #[test]
    fn pieces_rebuild_the_text_and_know_where_they_begin() {
        let mut p = paragraph("Étés \u{1f600} longs, courts");
        p.italics.push(Range { start: 0, end: 6 });
        p.note_marks.push(NoteMark {
            at: 12,
            mark: "3".into(),
        });
        let cut = pieces(&p, &[Span::plain(7..11, "added")], &[]);
        assert_eq!(text_of(&cut), p.text);
        let mut before = String::new();
        for piece in &cut {
            assert_eq!(piece.start, utf16::length(&before), "{piece:?}");
            if piece.op != "note_mark" {
                before.push_str(&piece.text);
            }
        }
        assert!(
            cut.iter()
                .any(|piece| piece.op == "note_mark" && piece.text == "3")
        );
        assert!(
            cut.iter()
                .any(|piece| piece.op == "added" && piece.text == "\u{1f600}")
        );
        assert!(cut[0].italic && !cut[1].italic);
    }

    #[test]
    fn a_mark_at_the_end_is_kept() {
        let mut p = paragraph("end");
        p.note_marks.push(NoteMark {
            at: 3,
            mark: "9".into(),
        });
        let cut = pieces(&p, &[], &[]);
        assert_eq!(cut.last().map(|piece| piece.text.as_str()), Some("9"));
    }

    #[test]
    fn segments_are_dealt_out_to_the_paragraphs_of_a_side() {
        let segment = |op, left: Range<u32>, right: Range<u32>| Segment {
            op,
            left,
            right,
            class: SegmentClass::Substance,
        };
        // Left "ab\ncd" is one paragraph each of two bytes; right is "abXcd".
        let segments = [
            segment(Op::Equal, 0..2, 0..2),
            segment(Op::Removed, 2..3, 2..2),
            segment(Op::Added, 3..3, 2..3),
            segment(Op::Equal, 3..5, 3..5),
        ];
        let segments: Vec<_> = numbered(&segments).collect();
        let left = side_spans(&segments, &[2, 2], false);
        assert_eq!(left[0].len(), 1);
        assert_eq!(left[1][0].range, 0..2);
        let right = side_spans(&segments, &[5], true);
        assert_eq!(
            right[0].iter().map(|s| s.op).collect::<Vec<_>>(),
            ["equal", "added", "equal"]
        );
    }

    #[test]
    fn a_changed_mark_says_what_became_of_it() {
        let mut p = paragraph("one two");
        p.note_marks = [(3, "1"), (7, "2"), (7, "3")]
            .map(|(at, mark)| NoteMark {
                at,
                mark: mark.into(),
            })
            .to_vec();
        let changed = |op, position, class, change| ChangedMark {
            op,
            position,
            class,
            change,
        };
        let renumbered = changed(Op::Equal, 0, SegmentClass::Label, None);
        let added = changed(Op::Added, 2, SegmentClass::Citation, Some(4));
        let cut = pieces(&p, &[], &[renumbered, added]);
        let shown: Vec<(&str, &str, Option<&str>, Option<u32>)> = (cut.iter())
            .map(|c| (c.op.as_str(), c.text.as_str(), c.class.as_deref(), c.change))
            .collect();
        assert_eq!(
            shown,
            [
                ("equal", "one", None, None),
                ("note_mark", "1", Some("label"), None),
                ("equal", " two", None, None),
                ("note_mark", "2", None, None),
                ("note_added", "3", Some("citation"), Some(4)),
            ]
        );
    }
}
