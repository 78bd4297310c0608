//! What the fuzz targets share: every reader takes any bytes and gives a document whose offsets hold,
//! or a refusal; it never panics. `script/fuzz` builds and runs them.

use std::io::{Cursor, Write};

use wsis_document::{Document, Silent};
use wsis_import::{ImportError, Options, import};

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

/// The parts of a Word file that one input is cut into, at its zero bytes.
pub const WORD_PARTS: [&str; 6] = [
    "word/document.xml",
    "word/numbering.xml",
    "word/styles.xml",
    "word/footnotes.xml",
    "word/comments.xml",
    "docProps/custom.xml",
];

/// A Word file of these parts: an archive with sums over its parts is no place for chance, what
/// stands inside is. `None` where the parts do not fit an archive.
pub fn word(input: &[u8]) -> Option<Vec<u8>> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    archive.start_file("[Content_Types].xml", stored).ok()?;
    archive.write_all(b"<Types/>").ok()?;
    for (name, bytes) in WORD_PARTS.iter().zip(input.split(|b| *b == 0)) {
        archive.start_file(*name, stored).ok()?;
        archive.write_all(bytes).ok()?;
    }
    Some(archive.finish().ok()?.into_inner())
}
