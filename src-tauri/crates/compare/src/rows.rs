//! The order in which a reader meets the links: rows of a side-by-side table.

use wsis_document::{Document, SectionIndex};

use crate::{Comparison, LinkIndex};

/// One row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// Chapter headings that face each other.
    Heading {
        /// Position in [`Comparison::section_links`].
        section_link: u32,
        /// Older headings, possibly none.
        left: Vec<SectionIndex>,
        /// Newer headings, possibly none.
        right: Vec<SectionIndex>,
    },
    /// Paragraphs that face each other.
    Paragraphs {
        /// The link.
        link: LinkIndex,
        /// The newer chapter it is shown under; for a removed paragraph the chapter whose row
        /// precedes it.
        section_link: Option<u32>,
    },
}

/// Lays a comparison out as rows in the order of the newer text: every link once, every section
/// of either side in a heading row once. Removed paragraphs stand where they stood: after the row
/// of the paragraph that came before them in the older text. Linear.
pub fn rows(left: &Document, right: &Document, comparison: &Comparison) -> Vec<Row> {
    let _ = (left, right, comparison);
    Vec::new()
}
