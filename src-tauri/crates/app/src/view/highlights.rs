//! The changes worth reading first.

use std::ops::Range;

use wsis_compare::{Row, Segment, SegmentClass};
use wsis_document::{Document, ParagraphIndex};

use super::excerpt::{head, tail};
use super::pieces::numbered;
use super::{Opened, names};
use crate::contract::HighlightView;

/// How many are named.
const HIGHLIGHTS: usize = 5;
/// How many characters of the newer text stand before and after the changed words.
const CONTEXT: usize = 40;
/// How many characters of the changed words themselves are shown.
const CHANGED: usize = 80;

/// The rows with the weightiest changes: commitment verbs before numbers before other words. Rows
/// without any such change are not named, and neither are wholly new or dropped paragraphs, which
/// the counts already tell of. Linear, and a sort of the rows that have differences.
pub(crate) fn highlights(opened: &Opened) -> Vec<HighlightView> {
    let mut ranked: Vec<(f32, u32)> = Vec::new();
    for (at, row) in opened.rows.iter().enumerate() {
        let Row::Paragraphs { link: index, .. } = row else {
            continue;
        };
        let link = opened.comparison.links.get(index.0 as usize);
        let Some((link, difference)) = link.zip(opened.difference(*index)) else {
            continue;
        };
        let weight: f32 = difference
            .segments
            .iter()
            .map(|segment| class_weight(segment.class))
            .sum();
        if weight > 0.0 {
            // Of two changes alike, the one in a paragraph that is otherwise kept is the clearer.
            ranked.push((weight.min(12.0) * (0.25 + link.score), at as u32));
        }
    }
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    ranked
        .into_iter()
        .take(HIGHLIGHTS)
        .filter_map(|(_, row)| highlight(opened, row))
        .collect()
}

fn class_weight(class: SegmentClass) -> f32 {
    match class {
        SegmentClass::CommitmentVerb => 4.0,
        SegmentClass::Number | SegmentClass::Actor => 2.0,
        SegmentClass::Substance => 0.5,
        _ => 0.0,
    }
}

fn highlight(opened: &Opened, row: u32) -> Option<HighlightView> {
    let Row::Paragraphs { link: index, .. } = opened.rows.get(row as usize)? else {
        return None;
    };
    let link = opened.comparison.links.get(index.0 as usize)?;
    let (left, right) = weightiest(&opened.difference(*index)?.segments)?;
    let older = joined(&opened.left, &link.left);
    let newer = joined(&opened.right, &link.right);
    let (old, new) = (older.get(left)?, newer.get(right.clone())?);
    let before = tail(newer.get(..right.start)?, CONTEXT);
    let after = head(newer.get(right.end..)?, CONTEXT);
    let number = opened.right.paragraph(*link.right.first()?)?;
    Some(HighlightView {
        row,
        kind: names::link_kind(link.kind).to_owned(),
        label: number.id.clone(),
        excerpt: in_brackets(&before, (old, new), &after),
    })
}

/// Changed words in brackets among the text around them: `the bell rings [three → five] times`. The
/// white space is that of the text, outside the brackets.
fn in_brackets(before: &str, (old, new): (&str, &str), after: &str) -> String {
    let changed = match (old.trim(), new.trim()) {
        (old, "") => format!("− {}", head(old, CHANGED)),
        ("", new) => format!("+ {}", head(new, CHANGED)),
        (old, new) => format!("{} → {}", head(old, CHANGED), head(new, CHANGED)),
    };
    let shown = if new.trim().is_empty() { old } else { new };
    let space = |is: bool| if is { " " } else { "" };
    let ahead = space(shown.starts_with(char::is_whitespace));
    let behind = space(shown.ends_with(char::is_whitespace));
    format!("{before}{ahead}[{changed}]{behind}{after}")
        .trim()
        .to_owned()
}

/// Byte ranges, older and newer, of the change with the segment of most weight; the first of
/// several.
fn weightiest(segments: &[Segment]) -> Option<(Range<usize>, Range<usize>)> {
    let mut best: Option<(f32, u32)> = None;
    for (segment, change) in numbered(segments) {
        let weight = class_weight(segment.class);
        if let Some(change) = change.filter(|_| best.is_none_or(|(most, _)| weight > most)) {
            best = Some((weight, change));
        }
    }
    let (_, wanted) = best?;
    let mut of_change = numbered(segments)
        .filter(|(_, change)| *change == Some(wanted))
        .map(|(segment, _)| segment);
    let first = of_change.next()?;
    let last = of_change.last().unwrap_or(first);
    Some((
        first.left.start as usize..last.left.end as usize,
        first.right.start as usize..last.right.end as usize,
    ))
}

fn joined(document: &Document, side: &[ParagraphIndex]) -> String {
    let texts: Vec<&str> = side
        .iter()
        .filter_map(|p| document.paragraph(*p))
        .map(|p| p.text.as_str())
        .collect();
    texts.join("\n")
}

#[cfg(test)]
mod tests {
    use wsis_compare::Op;

    use super::*;

    fn segment(op: Op, left: Range<u32>, right: Range<u32>, class: SegmentClass) -> Segment {
        Segment {
            op,
            left,
            right,
            class,
        }
    }

    #[test]
    fn the_change_with_the_commitment_verb_is_the_weightiest() {
        let segments = [
            segment(Op::Added, 0..0, 0..4, SegmentClass::Substance),
            segment(Op::Equal, 0..3, 4..7, SegmentClass::None),
            segment(Op::Removed, 3..8, 7..7, SegmentClass::CommitmentVerb),
            segment(Op::Added, 8..8, 7..13, SegmentClass::CommitmentVerb),
            segment(Op::Equal, 8..9, 13..14, SegmentClass::None),
        ];
        assert_eq!(weightiest(&segments), Some((3..8, 7..13)));
    }

    #[test]
    fn the_space_around_the_brackets_is_that_of_the_text() {
        let shown = |before, change, after| in_brackets(before, change, after);
        assert_eq!(
            shown("of the ", ("sea", "land"), "."),
            "of the [sea → land]."
        );
        assert_eq!(
            shown("rings ", ("thre", "fiv"), "e times"),
            "rings [thre → fiv]e times"
        );
        assert_eq!(shown("the ", ("old ", ""), "gate"), "the [− old] gate");
        assert_eq!(
            shown("boats", ("", " and ferries"), ","),
            "boats [+ and ferries],"
        );
        assert_eq!(shown("", ("三", "五"), "回"), "[三 → 五]回");
    }

    #[test]
    fn a_text_without_changes_has_none() {
        let same = [segment(Op::Equal, 0..3, 0..3, SegmentClass::None)];
        assert_eq!(weightiest(&same), None);
    }
}
