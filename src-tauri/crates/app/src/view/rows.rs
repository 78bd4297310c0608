//! Rows: the index of all of them, and each one whole.

use wsis_compare::{HeadingMarkChange, Link, LinkIndex, LinkKind, MarkChange, Op, Row};
use wsis_document::{Document, ParagraphIndex, ParagraphKind, SectionIndex};

use super::classes::{bit, change_classes, class_counts};
use super::excerpt::head;
use super::passages::{Proposals, mark_views};
use super::pieces::{ChangedMark, Span, heading_pieces, pieces, side_spans};
use super::{Opened, names};
use crate::contract::{
    CellView, DecidedParagraph, DecisionView, RowHead, RowView, RunnerUpView, SuggestionView,
};

/// How many shared phrases and suggestions a row shows.
const EVIDENCE: usize = 3;
/// How many characters of a shared phrase a row shows.
const PHRASE: usize = 80;

/// The index of rows.
pub(crate) fn heads(opened: &Opened) -> Vec<RowHead> {
    let mut chapter = 0u32;
    let mut heads = Vec::with_capacity(opened.rows.len());
    for (at, row) in opened.rows.iter().enumerate() {
        if matches!(row, Row::Heading { .. }) && at > 0 {
            chapter += 1;
        }
        heads.push(match row {
            Row::Heading { left, right, .. } => {
                let marks = heading_marks(opened, left, right);
                heading_head(opened, [left, right], &marks, chapter)
            }
            Row::Paragraphs { link, .. } => link_head(opened, *link, chapter),
        });
    }
    heads
}

fn heading_head(
    opened: &Opened,
    [left, right]: [&[SectionIndex]; 2],
    marks: &[&HeadingMarkChange],
    chapter: u32,
) -> RowHead {
    let classes = heading_classes(marks);
    let length = |document: &Document, sections: &[SectionIndex]| {
        sections
            .iter()
            .map(|s| document.heading_line(*s).chars().count())
            .sum::<usize>()
    };
    RowHead {
        kind: "heading".to_owned(),
        chapter,
        length: length(&opened.left, left).max(length(&opened.right, right)) as u32,
        changes: classes.len() as u32,
        change_classes: classes,
        renumbered: false,
        locked: false,
        left_labels: Vec::new(),
        right_labels: Vec::new(),
        left: Vec::new(),
        right: Vec::new(),
    }
}

fn link_head(opened: &Opened, index: LinkIndex, chapter: u32) -> RowHead {
    let Some(link) = opened.comparison.links.get(index.0 as usize) else {
        return heading_head(opened, [&[], &[]], &[], chapter);
    };
    let length = |document: &Document, side: &[ParagraphIndex]| {
        side.iter()
            .filter_map(|p| document.paragraph(*p))
            .map(|p| p.text.chars().count())
            .sum::<usize>()
    };
    let labels = |document: &Document, side: &[ParagraphIndex]| {
        side.iter()
            .filter_map(|p| document.paragraph(*p))
            .map(|p| p.id.clone())
            .collect()
    };
    let numbers = |side: &[ParagraphIndex]| side.iter().map(|p| p.0).collect();
    let mut classes = change_classes(&opened.changes(index));
    // Where the row itself is the change, there is one place to stop at.
    if classes.is_empty() && !matches!(link.kind, LinkKind::Same | LinkKind::Revised) {
        classes.push(0);
    }
    RowHead {
        kind: names::link_kind(link.kind).to_owned(),
        chapter,
        length: length(&opened.left, &link.left).max(length(&opened.right, &link.right)) as u32,
        changes: classes.len() as u32,
        change_classes: classes,
        renumbered: link.relabelled,
        locked: link.locked,
        left_labels: labels(&opened.left, &link.left),
        right_labels: labels(&opened.right, &link.right),
        left: numbers(&link.left),
        right: numbers(&link.right),
    }
}

/// One row, whole; `None` for a row that is not there.
pub(crate) fn row_view(opened: &Opened, index: u32) -> Option<RowView> {
    match opened.rows.get(index as usize)? {
        Row::Heading { left, right, .. } => Some(heading_row(opened, index, left, right)),
        Row::Paragraphs { link, .. } => link_row(opened, index, *link),
    }
}

fn heading_row(
    opened: &Opened,
    index: u32,
    left: &[SectionIndex],
    right: &[SectionIndex],
) -> RowView {
    let level = right
        .first()
        .and_then(|s| opened.right.sections.get(s.get()))
        .or_else(|| left.first().and_then(|s| opened.left.sections.get(s.get())))
        .map_or(1, |section| u32::from(section.level));
    let marks = heading_marks(opened, left, right);
    let cells = |document: &Document, sections: &[SectionIndex], older: bool| {
        let of_side = |one: &&&HeadingMarkChange| (one.op == Op::Removed) == older;
        let marks: Vec<&HeadingMarkChange> = marks.iter().filter(of_side).copied().collect();
        sections
            .iter()
            .filter_map(|s| heading_cell(document, *s, &marks))
            .collect()
    };
    RowView {
        index,
        kind: "heading".to_owned(),
        level,
        tier: None,
        likeness: None,
        locked: false,
        decisions: Vec::new(),
        chapters_alike: None,
        left: cells(&opened.left, left, true),
        right: cells(&opened.right, right, false),
        movement: None,
        evidence: Vec::new(),
        runner_up: None,
        suggestions: Vec::new(),
        classes: class_counts(&heading_classes(&marks)),
    }
}

/// The changed footnote marks of the headings of a row.
fn heading_marks<'a>(
    opened: &'a Opened,
    left: &[SectionIndex],
    right: &[SectionIndex],
) -> Vec<&'a HeadingMarkChange> {
    let here = |one: &&HeadingMarkChange| {
        let side = if one.op == Op::Removed { left } else { right };
        side.contains(&one.section)
    };
    opened
        .comparison
        .heading_marks
        .iter()
        .filter(here)
        .collect()
}

/// The classes of the changes of a heading row: marks that came and went are one change.
fn heading_classes(marks: &[&HeadingMarkChange]) -> Vec<u32> {
    let changed = marks.iter().filter(|one| one.op != Op::Equal);
    let bits = changed.map(|one| bit(one.class)).reduce(|a, b| a | b);
    bits.into_iter().collect()
}

fn heading_cell(
    document: &Document,
    index: SectionIndex,
    marks: &[&HeadingMarkChange],
) -> Option<CellView> {
    let section = document.sections.get(index.get())?;
    let own = marks.iter().filter(|one| one.section == index);
    let changed: Vec<ChangedMark> = own.map(|one| ChangedMark::of_heading(one)).collect();
    Some(CellView {
        paragraph: index.0,
        id: String::new(),
        label: section.label.as_ref().map(ToString::to_string),
        kind: "heading".to_owned(),
        page: None,
        pieces: heading_pieces(section, &changed),
        marks: mark_views(&section.heading),
        proposals: Vec::new(),
    })
}

fn link_row(opened: &Opened, index: u32, at: LinkIndex) -> Option<RowView> {
    let link = opened.comparison.links.get(at.0 as usize)?;
    let changes = opened.changes(at);
    let (left, right) = match opened.difference(at) {
        Some(_) => {
            let side = |document: &Document, paragraphs: &[ParagraphIndex], newer| {
                let lengths: Vec<usize> = paragraphs
                    .iter()
                    .map(|p| document.paragraph(*p).map_or(0, |p| p.text.len()))
                    .collect();
                side_spans(&changes.segments, &lengths, newer)
            };
            (
                side(&opened.left, &link.left, false),
                side(&opened.right, &link.right, true),
            )
        }
        None => (shared_spans(link, false), shared_spans(link, true)),
    };
    let (older, newer): (Vec<_>, Vec<_>) =
        (changes.marks.iter().copied()).partition(|(mark, _)| mark.op == Op::Removed);
    let paired = !link.left.is_empty() && !link.right.is_empty();
    let headed = !opened.left.sections.is_empty() && !opened.right.sections.is_empty();
    // Words of two languages are not compared.
    let compared = paired && opened.left.language == opened.right.language;
    Some(RowView {
        index,
        kind: names::link_kind(link.kind).to_owned(),
        level: 0,
        tier: Some(names::tier(link.tier).to_owned()),
        likeness: compared.then(|| percent(link.score)),
        locked: link.locked,
        decisions: decisions(opened, index),
        chapters_alike: (paired && headed).then(|| percent(link.evidence.chapters)),
        left: cells(
            &opened.left,
            &opened.proposals[0],
            &link.left,
            &left,
            &older,
        ),
        right: cells(
            &opened.right,
            &opened.proposals[1],
            &link.right,
            &right,
            &newer,
        ),
        movement: link
            .movement
            .map(|movement| names::movement(movement).to_owned()),
        evidence: evidence(opened, link),
        runner_up: runner_up(opened, link),
        suggestions: suggestions(opened, link),
        classes: class_counts(&change_classes(&changes)),
    })
}

/// The decisions that name a paragraph of a row.
fn decisions(opened: &Opened, row: u32) -> Vec<DecisionView> {
    let Some(head) = opened.heads.get(row as usize) else {
        return Vec::new();
    };
    let names = |decided: &[DecidedParagraph], labels: &[String]| {
        decided.iter().any(|one| labels.contains(&one.label))
    };
    opened
        .decisions
        .iter()
        .filter(|one| names(&one.left, &head.left_labels) || names(&one.right, &head.right_labels))
        .cloned()
        .collect()
}

fn runner_up(opened: &Opened, link: &Link) -> Option<RunnerUpView> {
    let (paragraph, score) = link.runner_up?;
    Some(RunnerUpView {
        label: opened.left.paragraph(paragraph)?.id.clone(),
        paragraph: paragraph.0,
        row: row_of_older(opened, paragraph)?,
        likeness: percent(score),
    })
}

/// The row that shows an older paragraph.
fn row_of_older(opened: &Opened, paragraph: ParagraphIndex) -> Option<u32> {
    let at = opened
        .heads
        .iter()
        .position(|head| head.left.contains(&paragraph.0))?;
    Some(at as u32)
}

/// Phrases that related paragraphs share, as spans for each paragraph of a side.
fn shared_spans(link: &Link, newer: bool) -> Vec<Vec<Span>> {
    let side = if newer { &link.right } else { &link.left };
    side.iter()
        .map(|paragraph| {
            if link.kind != LinkKind::Related {
                return Vec::new();
            }
            let mut ranges: Vec<(usize, usize)> = link
                .evidence
                .shared
                .iter()
                .map(|(lp, lr, rp, rr)| if newer { (*rp, rr) } else { (*lp, lr) })
                .filter(|(p, _)| p == paragraph)
                .map(|(_, range)| (range.start as usize, range.end as usize))
                .collect();
            ranges.sort_unstable();
            let mut spans: Vec<Span> = Vec::new();
            for (start, end) in ranges {
                match spans.last_mut() {
                    Some(last) if start <= last.range.end => {
                        last.range.end = last.range.end.max(end);
                    }
                    _ => spans.push(Span::plain(start..end, "shared")),
                }
            }
            spans
        })
        .collect()
}

fn cells(
    document: &Document,
    proposals: &Proposals,
    side: &[ParagraphIndex],
    spans: &[Vec<Span>],
    changed: &[(&MarkChange, Option<u32>)],
) -> Vec<CellView> {
    side.iter()
        .enumerate()
        .filter_map(|(k, index)| {
            let paragraph = document.paragraph(*index)?;
            let spans = spans.get(k).map_or(&[][..], Vec::as_slice);
            let own = changed.iter().filter(|(mark, _)| mark.paragraph == *index);
            let changed: Vec<ChangedMark> = own
                .map(|(mark, change)| ChangedMark::new(mark, *change))
                .collect();
            Some(CellView {
                paragraph: index.0,
                id: paragraph.id.clone(),
                label: match paragraph.kind {
                    // What goes on with a numbered paragraph (`12+1`) has no name to call it by.
                    ParagraphKind::Continuation if paragraph.id.contains('+') => None,
                    ParagraphKind::FrontMatter => None,
                    ParagraphKind::Preambular | ParagraphKind::Continuation => {
                        Some(paragraph.id.clone())
                    }
                    _ => paragraph.label.as_ref().map(ToString::to_string),
                },
                kind: names::paragraph_kind(paragraph.kind).to_owned(),
                page: paragraph.page,
                pieces: pieces(paragraph, spans, &changed),
                marks: mark_views(&paragraph.text),
                proposals: proposals.views(paragraph),
            })
        })
        .collect()
}

fn evidence(opened: &Opened, link: &Link) -> Vec<String> {
    let mut phrases: Vec<String> = Vec::new();
    for (_, _, paragraph, range) in &link.evidence.shared {
        let phrase = opened
            .right
            .paragraph(*paragraph)
            .and_then(|p| p.text.get(range.start as usize..range.end as usize))
            .map(|text| head(text.trim_matches(|c: char| !c.is_alphanumeric()), PHRASE));
        if let Some(phrase) = phrase.filter(|p| !p.is_empty() && !phrases.contains(p)) {
            phrases.push(phrase);
        }
        if phrases.len() == EVIDENCE {
            break;
        }
    }
    phrases
}

/// Only what has a phrase to show for it: a number alone tells a reader nothing.
fn suggestions(opened: &Opened, link: &Link) -> Vec<SuggestionView> {
    opened
        .comparison
        .suggestions
        .iter()
        .filter(|suggestion| suggestion.right.iter().any(|p| link.right.contains(p)))
        .filter_map(|suggestion| {
            let older = *suggestion.left.first()?;
            Some(SuggestionView {
                phrase: evidence(opened, suggestion).into_iter().next()?,
                label: opened.left.paragraph(older)?.id.clone(),
                paragraph: older.0,
                row: row_of_older(opened, older)?,
                likeness: percent(suggestion.score),
            })
        })
        .take(EVIDENCE)
        .collect()
}

fn percent(score: f32) -> u32 {
    (score.clamp(0.0, 1.0) * 100.0).round() as u32
}
