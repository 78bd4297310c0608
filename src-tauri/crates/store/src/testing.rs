//! Made-up documents, notes and stores for the tests of this crate.

use tempfile::TempDir;
use wsis_document::{
    Document, DocumentId, Footnote, Format, Label, LabelKind, Language, Origin, Paragraph,
    ParagraphIndex, ParagraphKind, Section, Source,
};
use wsis_notes::{Note, NoteId, NoteState, describe};

use crate::Store;

/// A time.
pub(crate) const AT: &str = "2026-04-01T08:30:00Z";

/// A fresh store in a folder that goes when the first value is dropped.
pub(crate) fn store() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path().join("library.sqlite"))
        .unwrap()
        .store;
    (folder, store)
}

/// A document of one chapter with numbered paragraphs and one footnote.
pub(crate) fn document(title: &str, paragraphs: &[&str]) -> Document {
    let paragraph = |(at, text): (usize, &&str)| {
        let number = (at + 1).to_string();
        Paragraph {
            id: number.clone(),
            section: None,
            parent: None,
            kind: ParagraphKind::Operative,
            label: Some(Label::new(LabelKind::Number, number)),
            text: (*text).into(),
            italics: Vec::new(),
            note_marks: Vec::new(),
            page: None,
        }
    };
    Document {
        id: DocumentId::default(),
        symbol: Some("ORCHARD/1".into()),
        title: title.into(),
        date: Some("2026-03-31".into()),
        language: Language::new("en"),
        source: Source {
            file_name: "orchard.md".into(),
            format: Format::Markdown,
            sha256: "ab".repeat(32),
            origin: Origin::Digest,
        },
        sections: vec![Section {
            parent: None,
            level: 1,
            label: None,
            heading: "Rules".into(),
            note_marks: Vec::new(),
            paragraphs: 0..paragraphs.len() as u32,
        }],
        paragraphs: paragraphs.iter().enumerate().map(paragraph).collect(),
        footnotes: vec![Footnote {
            mark: "1".into(),
            text: "See the barn.".into(),
        }],
        stripped: Vec::new(),
        warnings: Vec::new(),
    }
    .sealed()
}

/// A note on the first five bytes of a document.
pub(crate) fn note(id: &str, document: &Document) -> Note {
    Note {
        id: NoteId(id.into()),
        document: document.id.clone(),
        anchor: describe(document, ParagraphIndex(0), 0..5).unwrap(),
        body: "Ask the beekeeper – \"soon\" 🐝".into(),
        tags: vec!["bees".into(), "樹木".into()],
        state: NoteState::Open,
        created: AT.into(),
        changed: AT.into(),
        author: "Ana".into(),
        reply_to: Some(NoteId("n0".into())),
    }
}
