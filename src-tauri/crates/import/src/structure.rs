//! Blocks become a Document.

use wsis_document::{Document, Source};

use crate::{Blocks, ImportError, Options};

/// Finds chapters, opening paragraphs, numbered paragraphs, items and notes.
pub fn assemble(blocks: Blocks, source: Source, options: &Options) -> Result<Document, ImportError> {
    let _ = (blocks, source, options);
    Err(ImportError::Empty)
}
