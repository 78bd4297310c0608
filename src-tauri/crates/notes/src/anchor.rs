//! Anchors: quote with context, and position as a hint.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use wsis_document::{Document, ParagraphIndex};

/// A passage, described so that it can be found again. After the W3C Web Annotation selectors:
/// the quote decides, the position is only a hint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// Id of the paragraph in the document where the note was made.
    pub paragraph: String,
    /// The passage itself.
    pub exact: String,
    /// Up to 40 characters before it in the same paragraph.
    pub prefix: String,
    /// Up to 40 characters after it in the same paragraph.
    pub suffix: String,
    /// Byte offset of the passage in the paragraph's text.
    pub start: u32,
}

/// Where an anchor was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// Here.
    Found {
        /// The paragraph.
        paragraph: ParagraphIndex,
        /// Byte range of the passage.
        range: Range<u32>,
    },
    /// In several places that are equally likely.
    Ambiguous {
        /// How many.
        places: u32,
    },
    /// Nowhere.
    Orphaned,
}

/// Describes a passage. `None` where the range is empty, outside the paragraph or cuts a
/// character.
pub fn describe(document: &Document, paragraph: ParagraphIndex, range: Range<u32>) -> Option<Anchor> {
    let _ = (document, paragraph, range);
    None
}

/// Finds a passage again in a document, which may be another version of the text.
pub fn resolve(anchor: &Anchor, document: &Document) -> Resolution {
    let _ = (anchor, document);
    Resolution::Orphaned
}
