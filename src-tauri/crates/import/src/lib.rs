//! Bytes become a [`Document`]: the format is recognised from the bytes, a reader turns them into
//! blocks, and [`structure`] finds chapters, paragraphs, labels and notes in the blocks.

mod akn;
mod block;
mod correction;
mod docx;
mod encoding;
mod error;
mod flow;
mod html;
mod imported;
mod markdown;
mod paste;
mod pdf;
mod plain;
mod sniff;
mod structure;
mod xml;

use wsis_document::{Document, Format, Monitor, Origin, Source, Stage, sha256};

pub use block::{Block, Blocks, Facts, Role};
pub use correction::{Change, Correction, Corrections, NoPlace, Part, Place, fingerprint};
pub use error::ImportError;
pub use imported::{
    Became, Beside, Comment, Imported, Outlined, Revisions, TrackedChange, TrackedKind,
};
pub use sniff::is_legacy_word;

/// What the user may say about a file before it is read.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// BCP 47 tag; `None` lets the file or its text tell.
    pub language: Option<String>,
    /// How tracked changes are taken, where the format has them.
    pub revisions: Revisions,
    /// What the user corrected in an earlier reading of the same file.
    pub corrections: Corrections,
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
    let scan = Scan::new(file_name, bytes, options.revisions, monitor)?;
    monitor.progress(Stage::Structuring, 0, 0);
    scan.assemble(options)
}

/// A file whose bytes have been read into blocks. A text is made of a copy of it each time that a
/// person corrects something, without reading the bytes again.
#[derive(Clone, Debug)]
pub struct Scan {
    blocks: Blocks,
    source: Source,
}

impl Scan {
    /// Reads the bytes of one file.
    ///
    /// # Errors
    /// An [`ImportError`] with its reason; nothing partial is returned.
    ///
    /// # Cost
    /// Linear in the file, within the limits of each reader.
    pub fn new(
        file_name: &str,
        bytes: &[u8],
        revisions: Revisions,
        monitor: &dyn Monitor,
    ) -> Result<Scan, ImportError> {
        if bytes.len() > MAX_FILE {
            return Err(ImportError::TooLarge {
                limit: format!("{} MiB", MAX_FILE >> 20),
            });
        }
        let format = sniff::format(file_name, bytes)?;
        monitor.progress(Stage::Reading, 0, 0);
        let blocks = match format {
            Format::Pdf => pdf::read(bytes, monitor)?,
            Format::Docx => docx::read(bytes, revisions, monitor)?,
            Format::Html => html::read(bytes, revisions)?,
            Format::AkomaNtoso => akn::read(bytes, revisions)?,
            Format::Markdown => markdown::read(bytes)?,
            Format::Plain => plain::read(bytes)?,
        };
        if monitor.stop().is_some() {
            return Err(ImportError::Cancelled);
        }
        let source = Source {
            file_name: file_name.to_owned(),
            format,
            sha256: sha256(bytes),
            origin: if blocks.facts.digest {
                Origin::Digest
            } else {
                Origin::File
            },
        };
        Ok(Scan { blocks, source })
    }

    /// The file.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// The text from a place to the end of its block, as it was read; `None` for a place that is
    /// not in this file. Offsets in it, added to [`Place::at`], are places where it can be split.
    pub fn text(&self, place: &Place) -> Option<&str> {
        let ordinal = place.ordinal as usize;
        let text = match place.part {
            Part::Text => &self.blocks.blocks.get(ordinal)?.text,
            Part::SetAside => &self.blocks.stripped.get(ordinal)?.text,
        };
        if fingerprint(text) == place.hash {
            text.get(place.at as usize..)
        } else {
            None
        }
    }

    /// Makes the text. `options.revisions` must be those that the file was scanned with.
    ///
    /// # Errors
    /// [`ImportError::NoText`] where nothing is left that could be compared.
    ///
    /// # Cost
    /// Linear in the text.
    pub fn assemble(self, options: &Options) -> Result<Imported, ImportError> {
        let assembled = structure::assemble(self.blocks, self.source, options)?;
        Ok(Imported {
            document: assembled.document,
            comments: assembled.comments,
            tracked: assembled.tracked,
            outline: assembled.outline,
            stripped_places: assembled.stripped_places,
            applied: assembled.applied,
            detected: assembled.detected,
        })
    }
}
