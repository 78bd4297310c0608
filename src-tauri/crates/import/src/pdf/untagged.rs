//! Paragraphs of a file without tags: by the places of the glyphs.

use super::glyph::Page;
use super::paragraph::Paragraph;

/// The paragraphs in reading order.
pub(super) fn paragraphs(pages: &[Page]) -> Vec<Paragraph> {
    let _ = pages;
    Vec::new()
}
