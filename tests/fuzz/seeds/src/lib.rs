//! First inputs, apart from the readers: what writes them is built without the counters of chance.

use std::io::{Cursor, Write};

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
