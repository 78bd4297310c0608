//! Who made the changes of a text that came with tracked changes.

use std::ops::Range;

use wsis_document::{Document, DocumentId};

use crate::pieces::{Mark, Marks};

/// Words of a document that a tracked change of its file put there or would take away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The document.
    pub document: DocumentId,
    /// Id of the paragraph.
    pub paragraph: String,
    /// Bytes of the paragraph's text.
    pub passage: Range<u32>,
    /// As the file names the person; may be empty.
    pub author: String,
    /// ISO 8601, where known.
    pub date: Option<String>,
}

impl Proposal {
    /// Whether it made one of the changes that are marked in a paragraph.
    pub(crate) fn made(&self, document: &Document, paragraph: &str, marks: &Marks) -> bool {
        let passage = self.passage.start as usize..self.passage.end as usize;
        self.document == document.id
            && self.paragraph == paragraph
            && marks.iter().any(|(range, mark)| {
                matches!(mark, Mark::Removed | Mark::Added)
                    && range.start < passage.end
                    && passage.start < range.end
            })
    }

    /// The person and the day: `Ada, 2026-03-01`.
    pub(crate) fn words(&self) -> String {
        let day = self
            .date
            .as_deref()
            .map(|date| date.get(..10).unwrap_or(date));
        [Some(self.author.as_str()), day]
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    }
}
