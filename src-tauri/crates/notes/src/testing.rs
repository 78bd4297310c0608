//! Made-up documents for the tests of this crate.

use wsis_document::{
    Document, DocumentId, Format, Label, LabelKind, Language, Origin, Paragraph, ParagraphKind,
    Source,
};

/// A document of numbered paragraphs: id and text.
pub(crate) fn document(language: &str, paragraphs: &[(&str, &str)]) -> Document {
    Document {
        id: DocumentId::default(),
        symbol: None,
        title: "Orchard rules".into(),
        date: None,
        language: Language::new(language),
        source: Source {
            file_name: "orchard.txt".into(),
            format: Format::Plain,
            sha256: "00".into(),
            origin: Origin::File,
        },
        sections: Vec::new(),
        paragraphs: paragraphs
            .iter()
            .map(|&(id, text)| Paragraph {
                id: id.into(),
                section: None,
                parent: None,
                kind: ParagraphKind::Operative,
                label: Some(Label::new(LabelKind::Number, id)),
                text: text.into(),
                italics: Vec::new(),
                note_marks: Vec::new(),
                page: None,
            })
            .collect(),
        footnotes: Vec::new(),
        stripped: Vec::new(),
        warnings: Vec::new(),
    }
    .sealed()
}
