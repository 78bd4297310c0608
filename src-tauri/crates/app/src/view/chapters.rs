//! The chapters of the navigator, with what became of their rows.

use wsis_compare::Row;
use wsis_document::{Document, SectionIndex};

use super::{Opened, names};
use crate::contract::ChapterView;

/// One entry for each heading row, and one for what precedes the first heading.
pub(crate) fn chapters(opened: &Opened) -> Vec<ChapterView> {
    let mut chapters: Vec<ChapterView> = Vec::new();
    for (at, row) in opened.rows.iter().enumerate() {
        let at = at as u32;
        match row {
            Row::Heading {
                section_link,
                left,
                right,
            } => {
                chapters.push(headed(opened, at, *section_link, left, right));
            }
            Row::Paragraphs { .. } => {
                if chapters.is_empty() {
                    chapters.push(opening(at));
                }
                if let Some((chapter, head)) =
                    chapters.last_mut().zip(opened.heads.get(at as usize))
                {
                    chapter.last = at;
                    match head.kind.as_str() {
                        "same" => chapter.unchanged += 1,
                        "added" => chapter.added += 1,
                        "removed" => chapter.removed += 1,
                        _ => chapter.changed += 1,
                    }
                }
            }
        }
    }
    chapters
}

fn headed(
    opened: &Opened,
    row: u32,
    link: u32,
    left: &[SectionIndex],
    right: &[SectionIndex],
) -> ChapterView {
    let lines = |document: &Document, sections: &[SectionIndex]| {
        sections.iter().map(|s| document.heading_line(*s)).collect()
    };
    let level = |document: &Document, sections: &[SectionIndex]| {
        sections
            .first()
            .and_then(|s| document.sections.get(s.get()))
            .map(|s| u32::from(s.level))
    };
    ChapterView {
        row,
        last: row,
        level: level(&opened.right, right)
            .or_else(|| level(&opened.left, left))
            .unwrap_or(1),
        left: lines(&opened.left, left),
        right: lines(&opened.right, right),
        kind: opened
            .comparison
            .section_links
            .get(link as usize)
            .map_or("carried", |link| names::section_kind(link.kind))
            .to_owned(),
        unchanged: 0,
        changed: 0,
        added: 0,
        removed: 0,
    }
}

fn opening(row: u32) -> ChapterView {
    ChapterView {
        row,
        last: row,
        level: 1,
        left: Vec::new(),
        right: Vec::new(),
        kind: "opening".to_owned(),
        unchanged: 0,
        changed: 0,
        added: 0,
        removed: 0,
    }
}
