//! Import reports: what a reading recognised, what it set aside and why, what to check, and the
//! whole text in outline.

use std::collections::{HashMap, HashSet};

use wsis_document::{
    Document, Paragraph, ParagraphKind, Section, Stripped, StrippedKind, Warning, WarningCode,
    marks,
};
use wsis_import::{Became, Imported, Outlined, Part, Place, TrackedChange, TrackedKind};

use super::{document_view, names};
use crate::contract::{
    AuthorView, BracketsOfView, ImportReport, NotComparedView, OutlineView, ReadingView,
    RecognisedView, StrippedPieceView, StrippedView, TrackedChangeView, TrackedView, WarningView,
};
use crate::drafts::Draft;
use crate::reading::Reading;

/// How many pieces of one kind a report shows.
const SAMPLES: usize = 200;
/// How many tracked changes a report shows.
const CHANGES: usize = 1000;
/// Longest tracked change that is shown whole, in characters.
const CHANGE: usize = 200;
/// Longest beginning of a paragraph in the outline, in characters.
const WORDS: usize = Outlined::WORDS;

/// The report of a reading that is not saved.
pub(crate) fn draft_report(draft: &Draft, known: bool) -> ImportReport {
    let Draft {
        imported, reading, ..
    } = draft;
    let tracked = tracked(&imported.tracked);
    ImportReport {
        draft: Some(draft.id.clone()),
        known,
        corrects: draft.corrects.as_ref().map(|id| id.0.clone()),
        reading: reading.view(&imported.applied),
        detected: Some(imported.detected.code().to_owned()),
        stripped: stripped(&imported.document, &imported.stripped_places),
        comments: imported.comments.len() as u32,
        outline: draft_outline(imported),
        ..of_document(&imported.document, tracked)
    }
    .with_places(&draft_items(imported))
}

/// The report of a reading that is not even a draft: what the command line prints.
pub(crate) fn reading_report(imported: &Imported) -> ImportReport {
    ImportReport {
        detected: Some(imported.detected.code().to_owned()),
        comments: imported.comments.len() as u32,
        outline: draft_outline(imported),
        ..of_document(&imported.document, tracked(&imported.tracked))
    }
    .with_places(&draft_items(imported))
}

/// The report of a document of the library, with what was kept of its reading.
pub(crate) fn kept_report(document: &Document, reading: &Reading) -> ImportReport {
    let (outline, items) = kept_outline(document);
    ImportReport {
        known: true,
        reading: reading.view(&reading.corrections.pieces),
        comments: reading.comments,
        outline,
        ..of_document(document, tracked(&reading.tracked))
    }
    .with_places(&items)
}

/// Where paragraphs are in the outline, by their ids.
type Items = HashMap<String, u32>;

impl ImportReport {
    /// Fills in which piece of the outline each warning and each tracked change is about.
    fn with_places(mut self, items: &Items) -> Self {
        let item = |place: &Option<String>| place.as_ref().and_then(|id| items.get(id).copied());
        let of_pages = names::warning(WarningCode::PageWithoutText);
        // Page 4 is not paragraph 4.
        for warning in self.warnings.iter_mut().filter(|w| w.code != of_pages) {
            warning.item = item(&warning.place);
        }
        for change in self
            .tracked
            .iter_mut()
            .flat_map(|tracked| &mut tracked.changes)
        {
            change.item = item(&change.paragraph);
        }
        self
    }
}

fn of_document(document: &Document, tracked: Option<TrackedView>) -> ImportReport {
    let (not_compared, warnings): (Vec<&Warning>, Vec<&Warning>) = document
        .warnings
        .iter()
        .partition(|warning| warning.code == WarningCode::NotCompared);
    ImportReport {
        draft: None,
        document: document_view(document),
        known: false,
        corrects: None,
        reading: ReadingView::default(),
        detected: None,
        recognised: recognised(document),
        stripped: stripped(document, &[]),
        not_compared: not_compared
            .into_iter()
            .map(|warning| NotComparedView {
                part: warning.place.clone().unwrap_or_else(|| "text".to_owned()),
                count: warning.detail.clone(),
            })
            .collect(),
        warnings: warnings
            .into_iter()
            .map(|warning| WarningView {
                code: names::warning(warning.code).to_owned(),
                place: warning
                    .place
                    .clone()
                    .or_else(|| place_of(warning, document)),
                detail: warning.detail.clone(),
                item: None,
            })
            .collect(),
        tracked,
        comments: 0,
        outline: Vec::new(),
    }
}

/// The paragraph of a footnote mark that has no footnote.
fn place_of(warning: &Warning, document: &Document) -> Option<String> {
    let mark = warning.detail.as_deref()?;
    let marked = |p: &&Paragraph| p.note_marks.iter().any(|note| note.mark == mark);
    (warning.code == WarningCode::NoteUnmatched)
        .then(|| document.paragraphs.iter().find(marked))
        .flatten()
        .map(|paragraph| paragraph.id.clone())
}

fn recognised(document: &Document) -> RecognisedView {
    let kinds = |wanted: &[ParagraphKind]| {
        document
            .paragraphs
            .iter()
            .filter(|p| wanted.contains(&p.kind))
            .count() as u32
    };
    let chapters = document.sections.iter().filter(|s| s.level == 1).count();
    let (brackets, brackets_of) = brackets(document);
    RecognisedView {
        chapters: chapters as u32,
        sections: (document.sections.len() - chapters) as u32,
        opening: kinds(&[ParagraphKind::FrontMatter, ParagraphKind::Preambular]),
        numbered: kinds(&[ParagraphKind::Operative]),
        items: kinds(&[ParagraphKind::Item]),
        other: kinds(&[ParagraphKind::Continuation]),
        footnotes: document.footnotes.len() as u32,
        brackets,
        brackets_of,
    }
}

/// Passages that are not agreed, nested ones counted with the one around them; and how many of
/// all bear the name of whom, the most frequent first.
fn brackets(document: &Document) -> (u32, Vec<BracketsOfView>) {
    let mut passages = 0;
    let mut by: Vec<BracketsOfView> = Vec::new();
    for paragraph in &document.paragraphs {
        let found = marks(&paragraph.text);
        passages += found.open().filter(|mark| mark.depth == 1).count() as u32;
        for name in found.marks.into_iter().flat_map(|mark| mark.actors) {
            match by.iter_mut().find(|known| known.name == name) {
                Some(known) => known.count += 1,
                None => by.push(BracketsOfView { name, count: 1 }),
            }
        }
    }
    by.sort_by_key(|of| std::cmp::Reverse(of.count));
    (passages, by)
}

fn stripped(document: &Document, places: &[Place]) -> Vec<StrippedView> {
    let mut kinds: Vec<(StrippedKind, StrippedView)> = Vec::new();
    for (at, Stripped { kind, page, text }) in document.stripped.iter().enumerate() {
        let place = places.get(at);
        let piece = StrippedPieceView {
            text: text.clone(),
            page: *page,
            at: place.map(Place::to_string),
            back: match place.map(|place| place.part) {
                Some(Part::SetAside) => "restore",
                Some(Part::Text) | None => "paragraph",
            }
            .to_owned(),
        };
        match kinds.iter_mut().find(|(known, _)| known == kind) {
            Some((_, view)) => {
                view.count += 1;
                if view.samples.len() < SAMPLES {
                    view.samples.push(piece);
                }
            }
            None => kinds.push((
                *kind,
                StrippedView {
                    kind: names::stripped(*kind).to_owned(),
                    count: 1,
                    samples: vec![piece],
                },
            )),
        }
    }
    kinds.sort_by_key(|(_, view)| std::cmp::Reverse(view.count));
    kinds.into_iter().map(|(_, view)| view).collect()
}

fn tracked(changes: &[TrackedChange]) -> Option<TrackedView> {
    if changes.is_empty() {
        return None;
    }
    let mut view = TrackedView {
        inserted: 0,
        deleted: 0,
        moved: 0,
        authors: Vec::new(),
        changes: Vec::new(),
    };
    let mut authors: HashMap<&str, usize> = HashMap::new();
    for change in changes {
        match change.kind {
            TrackedKind::Inserted => view.inserted += 1,
            TrackedKind::Deleted => view.deleted += 1,
            TrackedKind::MovedFrom => {}
            TrackedKind::MovedTo => view.moved += 1,
        }
        let at = *authors.entry(&change.author).or_insert_with(|| {
            view.authors.push(AuthorView {
                name: change.author.clone(),
                changes: 0,
            });
            view.authors.len() - 1
        });
        view.authors[at].changes += 1;
        if view.changes.len() < CHANGES {
            view.changes.push(TrackedChangeView {
                kind: names::tracked_kind(change.kind).to_owned(),
                author: change.author.clone(),
                date: change.date.clone(),
                text: beginning(&change.text, CHANGE),
                paragraph: change.paragraph.clone(),
                item: None,
            });
        }
    }
    view.authors
        .sort_by_key(|author| std::cmp::Reverse(author.changes));
    Some(view)
}

fn draft_outline(imported: &Imported) -> Vec<OutlineView> {
    let document = &imported.document;
    let corrected: HashSet<Place> = imported.applied.iter().map(|one| one.place).collect();
    let mut last_section = None;
    imported
        .outline
        .iter()
        .map(|piece| {
            let view = match piece.became {
                Became::Title => Some(OutlineView {
                    kind: "title".to_owned(),
                    ..blank()
                }),
                Became::SetAside(at) => {
                    document
                        .stripped
                        .get(at as usize)
                        .map(|stripped| OutlineView {
                            kind: names::stripped(stripped.kind).to_owned(),
                            set_aside: true,
                            ..blank()
                        })
                }
                Became::Section(at) => document.sections.get(at as usize).map(|section| {
                    // An annex's number and its name are two pieces of one heading.
                    let first = last_section.replace(at) != Some(at);
                    OutlineView {
                        label: heading_view(section).label.filter(|_| first),
                        ..heading_view(section)
                    }
                }),
                Became::Paragraph(at) => document
                    .paragraphs
                    .get(at as usize)
                    .map(|p| paragraph_view(document, p)),
            };
            OutlineView {
                at: Some(piece.place.to_string()),
                words: piece.words.clone(),
                page: piece.page,
                corrected: corrected.contains(&piece.place),
                ..view.unwrap_or_else(blank)
            }
        })
        .collect()
}

fn draft_items(imported: &Imported) -> Items {
    let mut items = Items::new();
    for (item, piece) in (0u32..).zip(&imported.outline) {
        if let Became::Paragraph(at) = piece.became
            && let Some(paragraph) = imported.document.paragraphs.get(at as usize)
        {
            items.insert(paragraph.id.clone(), item);
        }
    }
    items
}

fn kept_outline(document: &Document) -> (Vec<OutlineView>, Items) {
    let mut outline = Vec::with_capacity(document.sections.len() + document.paragraphs.len());
    let mut items = Items::new();
    let mut sections = document.sections.iter().peekable();
    for (at, paragraph) in (0u32..).zip(&document.paragraphs) {
        while let Some(section) = sections.next_if(|section| section.paragraphs.start <= at) {
            outline.push(heading_view(section));
        }
        items.insert(paragraph.id.clone(), outline.len() as u32);
        outline.push(OutlineView {
            words: beginning(&paragraph.text, WORDS),
            page: paragraph.page,
            ..paragraph_view(document, paragraph)
        });
    }
    outline.extend(sections.map(heading_view));
    (outline, items)
}

fn heading_view(section: &Section) -> OutlineView {
    OutlineView {
        kind: "heading".to_owned(),
        level: u32::from(section.level),
        label: section.label.as_ref().map(ToString::to_string),
        words: section.heading.clone(),
        ..blank()
    }
}

fn paragraph_view(document: &Document, paragraph: &Paragraph) -> OutlineView {
    let parent = |p: &Paragraph| p.parent.and_then(|index| document.paragraph(index));
    let depth = std::iter::successors(Some(paragraph), |p| parent(p))
        .skip(1)
        .count();
    OutlineView {
        kind: names::paragraph_kind(paragraph.kind).to_owned(),
        level: depth as u32,
        label: paragraph.label.as_ref().map(ToString::to_string),
        ..blank()
    }
}

fn blank() -> OutlineView {
    OutlineView {
        at: None,
        kind: String::new(),
        set_aside: false,
        level: 0,
        label: None,
        words: String::new(),
        page: None,
        corrected: false,
    }
}

fn beginning(text: &str, characters: usize) -> String {
    match text.char_indices().nth(characters) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
