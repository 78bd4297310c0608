//! Bytes become a [`Document`]: the format is recognised from the bytes, a reader turns them into
//! blocks, and [`structure`] finds chapters, paragraphs, labels and notes in the blocks.

mod block;
mod docx;
mod encoding;
mod error;
mod imported;
mod markdown;
mod pdf;
mod plain;
mod sniff;
mod structure;

use sha2::{Digest, Sha256};
use wsis_document::{Document, Format, Monitor, Origin, Source, Stage};

pub use block::{Block, Blocks, Facts, Role};
pub use error::ImportError;
pub use imported::{Comment, Imported, Revisions, TrackedChange, TrackedKind};

/// What the user may say about a file before it is read.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// BCP 47 tag; `None` lets the file or its text tell.
    pub language: Option<String>,
    /// How tracked changes are taken, where the format has them.
    pub revisions: Revisions,
}

/// Largest file that is read, in bytes.
pub const MAX_FILE: usize = 64 << 20;

/// Reads the text of one file; [`read`] without what stands beside the text.
///
/// # Errors
/// As [`read`].
pub fn import(
    file_name: &str,
    bytes: &[u8],
    options: &Options,
    monitor: &dyn Monitor,
) -> Result<Document, ImportError> {
    read(file_name, bytes, options, monitor).map(|imported| imported.document)
}

/// Reads one file. Pure: the same bytes, name and options give the same result.
///
/// # Errors
/// An [`ImportError`] with its reason; nothing partial is returned.
///
/// # Cost
/// Linear in the file, within the limits of each reader.
pub fn read(
    file_name: &str,
    bytes: &[u8],
    options: &Options,
    monitor: &dyn Monitor,
) -> Result<Imported, ImportError> {
    if bytes.len() > MAX_FILE {
        return Err(ImportError::TooLarge {
            limit: format!("{} MiB", MAX_FILE >> 20),
        });
    }
    let format = sniff::format(file_name, bytes)?;
    monitor.progress(Stage::Reading, 0, 0);
    let blocks = match format {
        Format::Pdf => pdf::read(bytes, monitor)?,
        Format::Docx => docx::read(bytes, monitor)?,
        Format::Markdown => markdown::read(bytes)?,
        Format::Plain => plain::read(bytes)?,
    };
    if monitor.stop().is_some() {
        return Err(ImportError::Cancelled);
    }
    monitor.progress(Stage::Structuring, 0, 0);
    let source = Source {
        file_name: file_name.to_owned(),
        format,
        sha256: Sha256::digest(bytes)
            .iter()
            .map(|b| format!("{b:02x}"))
            .collect(),
        origin: if blocks.facts.digest {
            Origin::Digest
        } else {
            Origin::File
        },
    };
    let document = structure::assemble(blocks, source, options)?;
    Ok(Imported {
        document,
        comments: Vec::new(),
        tracked: Vec::new(),
    })
}
