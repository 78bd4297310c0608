//! One stream of text (body, notes, comments, a header): its paragraphs, in one reading of the
//! tracked changes.

mod fields;
mod paragraph;
mod ranges;
mod reader;
#[cfg(test)]
mod tests;
mod tracking;

use super::numbering::Numbering;
use super::styles::Styles;
use super::xml;
use crate::{ImportError, Revisions};

pub(super) use paragraph::{Mark, Paragraph};
pub(super) use tracking::Change;

/// A stream, read.
#[derive(Debug, Default)]
pub(super) struct Story {
    pub paragraphs: Vec<Paragraph>,
    /// Tracked changes of paragraphs after the last one that are not in the reading.
    pub changes: Vec<Change>,
    /// Ids of comments on such paragraphs.
    pub comments: Vec<i64>,
    /// Insertions, deletions and moves, those of paragraph ends, rows and cells too.
    pub revisions: u32,
    pub pictures: u32,
    /// Other documents inside this one, whose text is not read.
    pub embedded: u32,
    /// Words in hidden type, by paragraph.
    pub hidden: Vec<String>,
}

/// Reads one part. Linear.
///
/// # Errors
/// Those of [`xml::walk`].
pub(super) fn read(
    xml: &str,
    styles: &Styles,
    numbering: &mut Numbering,
    revisions: Revisions,
) -> Result<Story, ImportError> {
    let mut reader = reader::Reader::new(styles, numbering, revisions);
    xml::walk(xml, &mut reader)?;
    Ok(reader.finish())
}
