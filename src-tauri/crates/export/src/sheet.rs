//! The rows that an export shows, in reading order, with their notes.

use std::collections::HashMap;

use wsis_compare::{
    Changes, Comparison, Difference, HeadingMarkChange, Link, LinkKind, Op, Row, SectionLinkKind,
    rows,
};
use wsis_document::{Document, ParagraphIndex, ParagraphKind, SectionIndex};
use wsis_notes::{Note, Resolution, Side, resolve};

use crate::chapter::Scope;
use crate::{Decision, ExportOptions};

/// What an export shows.
pub(crate) struct Sheet<'a> {
    /// In reading order.
    pub(crate) entries: Vec<Entry<'a>>,
    /// Notes on either document whose passage was not found, or was found in several places.
    pub(crate) adrift: Vec<&'a Note>,
}

/// One line of an export.
pub(crate) enum Entry<'a> {
    /// Headings that face each other.
    Heading {
        /// Older headings.
        left: Vec<SectionIndex>,
        /// Newer headings.
        right: Vec<SectionIndex>,
        /// 1 for a chapter.
        level: u8,
        /// What became of the chapter.
        kind: SectionLinkKind,
        /// Footnote marks of the headings that changed.
        marks: Vec<&'a HeadingMarkChange>,
    },
    /// A link with what is known about it.
    Paragraphs(LinkRow<'a>),
    /// Unchanged paragraphs in a row, folded.
    Unchanged(Vec<&'a Link>),
}

/// A link with its difference and its notes.
pub(crate) struct LinkRow<'a> {
    /// The link.
    pub(crate) link: &'a Link,
    /// Its word differences, where there are any.
    pub(crate) difference: Option<&'a Difference>,
    /// The changes of its words and footnote marks.
    pub(crate) changes: Changes<'a>,
    /// Notes on its paragraphs, the older side first.
    pub(crate) notes: Vec<&'a Note>,
    /// What people decided about its paragraphs, the oldest first.
    pub(crate) decisions: Vec<&'a Decision>,
}

impl<'a> Sheet<'a> {
    /// Lays out what the options ask for. Near linear in both texts; every note is searched once.
    pub(crate) fn new(
        left: &'a Document,
        right: &'a Document,
        comparison: &'a Comparison,
        options: &'a ExportOptions,
    ) -> Self {
        let scope = Scope::new(left, right, options.chapter.as_ref());
        let differences = differences_by_link(comparison);
        let placed = PlacedNotes::new(left, right, &options.notes);
        let mut entries: Vec<Entry<'a>> = Vec::new();
        // A heading outside the chapter is shown only over a row that is.
        let mut pending = None;
        for row in rows(left, right, comparison) {
            match row {
                Row::Heading {
                    section_link,
                    left: older,
                    right: newer,
                } => {
                    let kind = comparison
                        .section_links
                        .get(section_link as usize)
                        .map(|l| l.kind);
                    let held = scope.holds_sections(&older, &newer);
                    let heading = Entry::Heading {
                        level: level(left, &older).or(level(right, &newer)).unwrap_or(1),
                        marks: heading_marks(comparison, &older, &newer),
                        kind: kind.unwrap_or(SectionLinkKind::Carried),
                        left: older,
                        right: newer,
                    };
                    if held {
                        entries.push(heading);
                        pending = None;
                    } else {
                        pending = Some(heading);
                    }
                }
                Row::Paragraphs { link: index, .. } => {
                    let Some(link) = comparison.links.get(index.0 as usize) else {
                        continue;
                    };
                    if !scope.holds(link) {
                        continue;
                    }
                    entries.extend(pending.take());
                    let notes = placed.on(link);
                    let difference = differences.get(index.0 as usize).copied().flatten();
                    let changes = Changes::new(left, right, comparison, index, difference);
                    if options.only_changes
                        && link.kind == LinkKind::Same
                        && changes.count == 0
                        && notes.is_empty()
                        && !link.locked
                    {
                        match entries.last_mut() {
                            Some(Entry::Unchanged(run)) => run.push(link),
                            _ => entries.push(Entry::Unchanged(vec![link])),
                        }
                    } else {
                        entries.push(Entry::Paragraphs(LinkRow {
                            link,
                            difference,
                            changes,
                            notes,
                            decisions: options
                                .decisions
                                .iter()
                                .filter(|decision| decision.is_about(link, left, right))
                                .collect(),
                        }));
                    }
                }
            }
        }
        Sheet {
            entries,
            adrift: placed.adrift,
        }
    }
}

/// The changed footnote marks of headings that face each other.
fn heading_marks<'a>(
    comparison: &'a Comparison,
    older: &[SectionIndex],
    newer: &[SectionIndex],
) -> Vec<&'a HeadingMarkChange> {
    let here = |one: &&HeadingMarkChange| match one.op {
        Op::Removed => older.contains(&one.section),
        Op::Equal | Op::Added => newer.contains(&one.section),
    };
    comparison.heading_marks.iter().filter(here).collect()
}

fn level(document: &Document, sections: &[SectionIndex]) -> Option<u8> {
    sections
        .iter()
        .filter_map(|s| document.sections.get(s.get()))
        .map(|s| s.level)
        .min()
}

/// For each link its difference, in the order of the links.
pub(crate) fn differences_by_link(comparison: &Comparison) -> Vec<Option<&Difference>> {
    let mut by_link = vec![None; comparison.links.len()];
    for difference in &comparison.differences {
        if let Some(slot) = by_link.get_mut(difference.link.0 as usize) {
            *slot = Some(difference);
        }
    }
    by_link
}

/// Notes by the paragraph in which their passage is.
struct PlacedNotes<'a> {
    left: HashMap<ParagraphIndex, Vec<&'a Note>>,
    right: HashMap<ParagraphIndex, Vec<&'a Note>>,
    adrift: Vec<&'a Note>,
}

impl<'a> PlacedNotes<'a> {
    fn new(left: &Document, right: &Document, notes: &'a [Note]) -> Self {
        let mut placed = PlacedNotes {
            left: HashMap::new(),
            right: HashMap::new(),
            adrift: Vec::new(),
        };
        for note in notes {
            // A text compared with itself shows the note once, on the newer side.
            let (document, side) = if note.document == right.id {
                (right, &mut placed.right)
            } else if note.document == left.id {
                (left, &mut placed.left)
            } else {
                continue;
            };
            match resolve(&note.anchor, document) {
                Resolution::Found { paragraph, .. } => {
                    side.entry(paragraph).or_default().push(note);
                }
                Resolution::Ambiguous { .. } | Resolution::Orphaned => placed.adrift.push(note),
            }
        }
        placed
    }

    fn on(&self, link: &Link) -> Vec<&'a Note> {
        let on = |notes: &HashMap<ParagraphIndex, Vec<&'a Note>>, paragraphs: &[ParagraphIndex]| {
            paragraphs
                .iter()
                .filter_map(|p| notes.get(p))
                .flatten()
                .copied()
                .collect::<Vec<_>>()
        };
        let mut found = on(&self.left, &link.left);
        found.extend(on(&self.right, &link.right));
        found
    }
}

/// The headings of sections with their numbers.
pub(crate) fn heading_lines(document: &Document, sections: &[SectionIndex]) -> Vec<String> {
    sections.iter().map(|&s| document.heading_line(s)).collect()
}

/// The ids of paragraphs, by which files name them.
pub(crate) fn ids<'a>(document: &'a Document, paragraphs: &[ParagraphIndex]) -> Vec<&'a str> {
    paragraphs
        .iter()
        .filter_map(|&p| document.paragraph(p))
        .map(|p| p.id.as_str())
        .collect()
}

/// The numbers of one side of a link as a reader would say them: `12`, `P3`, `12(a)`.
pub(crate) fn numbers(document: &Document, paragraphs: &[ParagraphIndex]) -> Vec<String> {
    paragraphs
        .iter()
        .filter_map(|&p| number(document, p))
        .collect()
}

/// The number of one paragraph as printed, else its id.
pub(crate) fn number(document: &Document, index: ParagraphIndex) -> Option<String> {
    let paragraph = document.paragraph(index)?;
    let printed = paragraph
        .label
        .as_ref()
        .filter(|_| paragraph.kind == ParagraphKind::Operative);
    Some(printed.map_or_else(|| paragraph.id.clone(), |label| label.text.clone()))
}

/// Numbers in short form: neighbours in the text become a range, `30–34, 40`.
pub(crate) fn number_runs(document: &Document, paragraphs: &[ParagraphIndex]) -> String {
    let mut runs: Vec<(ParagraphIndex, ParagraphIndex)> = Vec::new();
    for &paragraph in paragraphs {
        match runs.last_mut() {
            Some((_, last)) if paragraph.0 == last.0 + 1 => *last = paragraph,
            _ => runs.push((paragraph, paragraph)),
        }
    }
    let show = |(first, last): &(ParagraphIndex, ParagraphIndex)| {
        let from = number(document, *first).unwrap_or_default();
        if first == last {
            from
        } else {
            format!("{from}–{}", number(document, *last).unwrap_or_default())
        }
    };
    runs.iter().map(show).collect::<Vec<_>>().join(", ")
}

/// The side of a link.
pub(crate) fn side(link: &Link, side: Side) -> &[ParagraphIndex] {
    match side {
        Side::Left => &link.left,
        Side::Right => &link.right,
    }
}
