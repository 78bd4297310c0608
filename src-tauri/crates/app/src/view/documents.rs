//! Documents as lists show them.

use wsis_document::{Document, Origin, ParagraphKind};

use super::names;
use crate::catalogue;
use crate::contract::DocumentView;

/// A document as lists show it.
pub(crate) fn document_view(document: &Document) -> DocumentView {
    let numbered = document
        .paragraphs
        .iter()
        .filter(|p| p.kind == ParagraphKind::Operative)
        .count();
    DocumentView {
        id: document.id.0.clone(),
        symbol: document.symbol.clone(),
        short_name: catalogue::short_name(document.symbol.as_deref()),
        title: document.title.clone(),
        date: document.date.clone(),
        language: document.language.code().to_owned(),
        direction: if document.language.is_rtl() {
            "rtl"
        } else {
            "ltr"
        }
        .to_owned(),
        format: names::format(document.source.format).to_owned(),
        file_name: document.source.file_name.clone(),
        digest: document.source.origin == Origin::Digest,
        numbered: numbered as u32,
        paragraphs: document.paragraphs.len() as u32,
        headings: document.sections.len() as u32,
        footnotes: document.footnotes.len() as u32,
    }
}
