//! Documents and import reports.

use wsis_document::{Document, Origin, ParagraphKind, StrippedKind};

use super::names;
use crate::catalogue;
use crate::contract::{DocumentView, ImportReport, StrippedView, WarningView};

/// How many pieces of one kind a report shows.
const SAMPLES: usize = 50;

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

/// What the import did.
pub(crate) fn report(document: &Document, known: bool) -> ImportReport {
    let mut stripped: Vec<(StrippedKind, Vec<String>, u32)> = Vec::new();
    for piece in &document.stripped {
        let sample = match piece.page {
            Some(page) => format!("{page}: {}", piece.text),
            None => piece.text.clone(),
        };
        match stripped.iter_mut().find(|(kind, ..)| *kind == piece.kind) {
            Some((_, samples, count)) => {
                *count += 1;
                if samples.len() < SAMPLES {
                    samples.push(sample);
                }
            }
            None => stripped.push((piece.kind, vec![sample], 1)),
        }
    }
    stripped.sort_by_key(|(_, _, count)| std::cmp::Reverse(*count));
    ImportReport {
        document: document_view(document),
        known,
        stripped: stripped
            .into_iter()
            .map(|(kind, samples, count)| StrippedView {
                kind: names::stripped(kind).to_owned(),
                count,
                samples,
            })
            .collect(),
        warnings: document
            .warnings
            .iter()
            .map(|warning| WarningView {
                code: names::warning(warning.code).to_owned(),
                place: warning.place.clone(),
                detail: warning.detail.clone(),
            })
            .collect(),
    }
}
