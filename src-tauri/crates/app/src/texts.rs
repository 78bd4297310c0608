//! Texts by name, without a window: what the command line needs.

use std::path::Path;

use serde_json::Value;
use wsis_compare::Comparison;
use wsis_document::{Document, Silent};
use wsis_export::{ChapterError, ExportOptions, Locale, find_chapter};
use wsis_import::Options;

use crate::contract::{ErrorView, ImportReport};
use crate::exporting::{render_texts, write_file};
use crate::library::{file_name, read_file};
use crate::view::reading_report;
use crate::{App, AppError, LIBRARY_FILE, catalogue, comparing};

pub use crate::exporting::ExportFormat;

/// Which texts to compare, and for whom.
#[derive(Clone, Debug)]
pub struct Comparing {
    /// A file, a symbol, or a name of the library (`wsis10`, `wsis20`): the older text.
    pub left: String,
    /// The newer text.
    pub right: String,
    /// Only the chapter with this heading or label, on either side.
    pub chapter: Option<String>,
    /// `en` or `ja`: language of the headings of the report, and of the digests.
    pub language: String,
}

/// Two texts with their comparison, ready to be written in any form.
pub struct Compared {
    left: Document,
    right: Document,
    comparison: Comparison,
    options: ExportOptions,
}

impl Compared {
    /// The bytes of a file.
    ///
    /// # Errors
    /// `internal`, when a form cannot hold the comparison; none is known that cannot.
    pub fn render(&self, format: ExportFormat) -> Result<Vec<u8>, ErrorView> {
        Ok(render_texts(
            &self.left,
            &self.right,
            &self.comparison,
            format,
            &self.options,
        )?)
    }

    /// A few lines to read: what became of the paragraphs, what could not be used and what was cut
    /// short.
    pub fn summary(&self) -> String {
        wsis_export::summary(&self.left, &self.right, &self.comparison, &self.options)
    }

    /// The [`summary`](Compared::summary), and where the comparison was written.
    pub fn written(&self, path: &Path) -> String {
        let place = wsis_export::written(self.options.locale, path);
        format!("{}\n{place}\n", self.summary())
    }
}

impl App {
    /// Reads a file as `wsis import --json` prints it.
    ///
    /// # Errors
    /// As `library.import`; nothing is kept in the library.
    pub fn import_json(&self, path: &str) -> Result<Value, ErrorView> {
        Ok(wsis_export::import_json(&read(Path::new(path))?))
    }

    /// Reads a file as `wsis import` reports it.
    ///
    /// # Errors
    /// As `library.import`; nothing is kept in the library.
    pub fn import_report(&self, path: &str) -> Result<ImportReport, ErrorView> {
        let path = Path::new(path);
        let bytes = read_file(path)?;
        let file = file_name(path);
        let imported = wsis_import::read(&file, &bytes, &Options::default(), &Silent)
            .map_err(|source| AppError::Import { file, source })?;
        Ok(reading_report(&imported))
    }

    /// Compares two texts.
    ///
    /// # Errors
    /// As `library.import` for files; `not-found` for a name that is neither a file nor in the
    /// library; `invalid` for a chapter that is not there, with the chapters that are.
    pub fn compare_texts(&self, request: &Comparing) -> Result<Compared, ErrorView> {
        let left = self.text(&request.left, &request.language)?;
        let right = self.text(&request.right, &request.language)?;
        let comparison = comparing::compare_texts(&left, &right);
        let chapter = match &request.chapter {
            Some(name) => Some(
                find_chapter(&left, &right, &comparison, name)
                    .map_err(|error: ChapterError| AppError::invalid(error.to_string()))?,
            ),
            None => None,
        };
        let options = ExportOptions {
            locale: Locale::new(&request.language),
            chapter,
            left_name: catalogue::short_name(left.symbol.as_deref()),
            right_name: catalogue::short_name(right.symbol.as_deref()),
            ..ExportOptions::default()
        };
        Ok(Compared {
            left,
            right,
            comparison,
            options,
        })
    }

    /// A text by a name that people use. A file of that name comes first, then an official text of
    /// the library with that symbol or key, then the digest of that key.
    fn text(&self, name: &str, language: &str) -> Result<Document, AppError> {
        let path = Path::new(name);
        if path.is_file() {
            return read(path);
        }
        let entry = catalogue::entries().iter().find(|entry| {
            entry.key == name || entry.short_name == name || entry.symbol.as_deref() == Some(name)
        });
        let symbol = entry.and_then(|entry| entry.symbol.as_deref());
        let symbol = symbol.unwrap_or(name);
        if let Some(document) = self.of_library(symbol, language)? {
            return Ok(document);
        }
        let digest = entry.and_then(|entry| {
            catalogue::DIGESTS
                .iter()
                .find(|digest| digest.key == entry.key && digest.language == language)
                .or_else(|| {
                    catalogue::DIGESTS
                        .iter()
                        .find(|digest| digest.key == entry.key)
                })
        });
        match digest {
            Some(digest) => digest.document(),
            None if looks_like_path(name) => Err(AppError::FileNotFound {
                file: name.to_owned(),
            }),
            None => Err(AppError::not_found(name)),
        }
    }

    /// The text of the library with a symbol, in a language where there is a choice. A library
    /// that is not there yet is not made.
    fn of_library(&self, symbol: &str, language: &str) -> Result<Option<Document>, AppError> {
        if !self.folder().join(LIBRARY_FILE).is_file() {
            return Ok(None);
        }
        self.with_store(|store| {
            let rows = store.documents()?;
            let mut fitting = rows.iter().filter(|row| {
                row.symbol.as_deref() == Some(symbol) && row.origin == wsis_document::Origin::File
            });
            let first = fitting.next();
            let row = first
                .into_iter()
                .chain(fitting)
                .find(|row| row.language.code() == language)
                .or(first);
            match row {
                Some(row) => Ok(store.document(&row.id)?),
                None => Ok(None),
            }
        })
    }
}

/// Writes a file whole or not at all.
///
/// # Errors
/// `write-failed` with the reason.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), ErrorView> {
    Ok(write_file(path, bytes)?)
}

fn read(path: &Path) -> Result<Document, AppError> {
    let bytes = read_file(path)?;
    let file = file_name(path);
    wsis_import::import(&file, &bytes, &Options::default(), &Silent)
        .map_err(|source| AppError::Import { file, source })
}

fn looks_like_path(name: &str) -> bool {
    name.contains(std::path::MAIN_SEPARATOR) || Path::new(name).extension().is_some()
}
