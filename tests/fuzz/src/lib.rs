//! What the fuzz targets share: every reader takes any bytes and gives a document whose offsets hold,
//! or a refusal; it never panics. `script/fuzz` builds and runs them.

use wsis_document::{Document, Silent};
use wsis_import::{ImportError, Options, import};

pub use wsis_fuzz_seeds::word;

/// Reads bytes as a file of this name, and looks over what comes out.
pub fn read(name: &str, bytes: &[u8]) {
    match import(name, bytes, &Options::default(), &Silent) {
        Ok(document) => check(&document),
        Err(error) => refused(&error),
    }
}

/// Every offset of a document lies on a character of its text, every section inside the text.
fn check(document: &Document) {
    for paragraph in &document.paragraphs {
        for range in &paragraph.italics {
            let range = range.start as usize..range.end as usize;
            assert!(paragraph.text.get(range).is_some(), "italics");
        }
        for mark in &paragraph.note_marks {
            assert!(paragraph.text.is_char_boundary(mark.at as usize), "marks");
        }
    }
    let count = document.paragraphs.len() as u32;
    for section in &document.sections {
        let range = &section.paragraphs;
        assert!(range.start <= range.end && range.end <= count, "sections");
    }
}

/// A refusal has a code, and nobody cancelled.
fn refused(error: &ImportError) {
    assert!(!error.code().is_empty());
    assert_ne!(*error, ImportError::Cancelled);
}
