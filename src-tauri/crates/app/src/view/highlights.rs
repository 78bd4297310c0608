//! The changes worth reading first.

use wsis_compare::{LinkKind, Op, Row, Segment, SegmentClass};
use wsis_document::{Document, ParagraphIndex};

use super::{Opened, names};
use crate::contract::HighlightView;

/// How many are named.
const HIGHLIGHTS: usize = 5;
/// How many characters of unchanged text stand before and after the changed words.
const CONTEXT: usize = 40;

/// The rows with the weightiest changes: commitment verbs before numbers before other words. Rows
/// without any such change are not named, and neither are wholly new or dropped paragraphs, which
/// the counts already tell of.
pub(crate) fn highlights(opened: &Opened) -> Vec<HighlightView> {
    let mut ranked: Vec<(f32, u32, &Segment)> = Vec::new();
    for (at, row) in opened.rows.iter().enumerate() {
        let Row::Paragraphs { link, .. } = row else {
            continue;
        };
        let Some(difference) = opened.difference(*link) else {
            continue;
        };
        let weight: f32 = difference
            .segments
            .iter()
            .map(|segment| class_weight(segment.class))
            .sum();
        // Of two changes alike, the one in a paragraph that is otherwise kept is the clearer.
        let score = opened
            .comparison
            .links
            .get(link.0 as usize)
            .map_or(0.0, |link| link.score);
        let best = difference
            .segments
            .iter()
            .filter(|segment| segment.op != Op::Equal)
            .max_by(|a, b| class_weight(a.class).total_cmp(&class_weight(b.class)));
        if let Some(best) = best.filter(|_| weight > 0.0) {
            ranked.push((weight.min(12.0) * (0.25 + score), at as u32, best));
        }
    }
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    ranked.truncate(HIGHLIGHTS);
    ranked
        .into_iter()
        .filter_map(|(_, row, segment)| highlight(opened, row, segment))
        .collect()
}

fn class_weight(class: SegmentClass) -> f32 {
    match class {
        SegmentClass::CommitmentVerb => 4.0,
        SegmentClass::Number => 2.0,
        SegmentClass::Substance => 0.5,
        _ => 0.0,
    }
}

fn highlight(opened: &Opened, row: u32, segment: &Segment) -> Option<HighlightView> {
    let Row::Paragraphs { link: index, .. } = opened.rows.get(row as usize)? else {
        return None;
    };
    let link = opened.comparison.links.get(index.0 as usize)?;
    let segments = &opened.difference(*index)?.segments;
    let at = segments
        .iter()
        .position(|other| std::ptr::eq(other, segment))?;
    let older = joined(&opened.left, &link.left);
    let newer = joined(&opened.right, &link.right);
    let part = |segment: Option<&Segment>, op: Op| {
        let segment = segment.filter(|s| s.op == op)?;
        let (text, range) = match op {
            Op::Removed => (&older, &segment.left),
            _ => (&newer, &segment.right),
        };
        text.get(range.start as usize..range.end as usize)
    };
    let neighbour = |step: isize| at.checked_add_signed(step).and_then(|k| segments.get(k));
    let removed = part(Some(segment), Op::Removed).or_else(|| part(neighbour(-1), Op::Removed));
    let added = part(Some(segment), Op::Added).or_else(|| part(neighbour(1), Op::Added));
    let changed = match (removed, added) {
        (Some(old), Some(new)) => format!("{} → {}", old.trim(), new.trim()),
        (Some(old), None) => format!("− {}", old.trim()),
        (None, Some(new)) => format!("+ {}", new.trim()),
        (None, None) => return None,
    };
    let before = newer
        .get(..segment.right.start as usize)
        .map(|text| tail(text, CONTEXT));
    let label = link
        .right
        .first()
        .and_then(|p| opened.right.paragraph(*p))
        .or_else(|| link.left.first().and_then(|p| opened.left.paragraph(*p)))?;
    Some(HighlightView {
        row,
        kind: names::link_kind(if link.kind == LinkKind::Same {
            LinkKind::Revised
        } else {
            link.kind
        })
        .to_owned(),
        label: label.id.clone(),
        excerpt: format!(
            "{} [{}]",
            before.unwrap_or_default().trim(),
            head(&changed, 160)
        ),
    })
}

fn joined(document: &Document, side: &[ParagraphIndex]) -> String {
    let texts: Vec<&str> = side
        .iter()
        .filter_map(|p| document.paragraph(*p))
        .map(|p| p.text.as_str())
        .collect();
    texts.join("\n")
}

fn tail(text: &str, characters: usize) -> String {
    let skip = text.chars().count().saturating_sub(characters);
    let end: String = text.chars().skip(skip).collect();
    if skip > 0 { format!("…{end}") } else { end }
}

fn head(text: &str, characters: usize) -> String {
    let mut start: String = text.chars().take(characters).collect();
    if text.chars().count() > characters {
        start.push('…');
    }
    start
}
