//! The library: telling what is there, taking documents out. They come in by [`crate::drafts`].

use std::path::Path;

use wsis_document::{Document, DocumentId, Origin};
use wsis_import::{ImportError, MAX_FILE};
use wsis_store::{DocumentRow, StoreError};

use crate::contract::{DocumentRequest, DocumentView, ImportReport};
use crate::view::{format_name, kept_report};
use crate::{App, AppError, catalogue, now};

impl App {
    /// The library, newest first.
    pub(crate) fn library(&self) -> Result<Vec<DocumentView>, AppError> {
        self.with_store(|store| Ok(store.documents()?.iter().map(row_view).collect()))
    }

    /// Takes a document out. Notes on it stay and come back with it.
    pub(crate) fn remove_document(&self, request: &DocumentRequest) -> Result<(), AppError> {
        let id = DocumentId(request.id.clone());
        self.with_store(|store| match store.remove_document(&id) {
            Err(StoreError::UnknownDocument(_)) => Err(AppError::not_found("the document")),
            other => Ok(other?),
        })
    }

    /// What the import did with a document of the library.
    pub(crate) fn document_report(
        &self,
        request: &DocumentRequest,
    ) -> Result<ImportReport, AppError> {
        let id = DocumentId(request.id.clone());
        let document = self.document(&id)?;
        let reading = self.kept_reading(|store| store.reading_of(&id))?;
        Ok(kept_report(&document, &reading.unwrap_or_default()))
    }

    /// A document of the library.
    pub(crate) fn document(&self, id: &DocumentId) -> Result<Document, AppError> {
        self.with_store(|store| {
            store
                .document(id)?
                .ok_or_else(|| AppError::not_found("the document"))
        })
    }

    /// Puts the digests into the library where they are missing. A digest of an earlier version of
    /// the program stays: it may have notes.
    pub(crate) fn ensure_digests(&self) -> Result<(), AppError> {
        let now = now();
        for digest in &catalogue::DIGESTS {
            let document = digest.document()?;
            self.with_store(|store| Ok(store.put_document(&document, digest.bytes, &now)?))?;
        }
        Ok(())
    }
}

/// Reads a file whole, within [`MAX_FILE`].
pub(crate) fn read_file(path: &Path) -> Result<Vec<u8>, AppError> {
    let file = path.to_string_lossy().into_owned();
    let unreadable = |source: std::io::Error| match source.kind() {
        std::io::ErrorKind::NotFound => AppError::FileNotFound { file: file.clone() },
        _ => AppError::FileUnreadable {
            file: file.clone(),
            source,
        },
    };
    let size = std::fs::metadata(path).map_err(unreadable)?.len();
    if size > MAX_FILE as u64 {
        let source = ImportError::TooLarge {
            limit: format!("{} MiB", MAX_FILE >> 20),
        };
        return Err(AppError::Import { file, source });
    }
    std::fs::read(path).map_err(unreadable)
}

/// The last part of a path, as the user knows the file.
pub(crate) fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

fn row_view(row: &DocumentRow) -> DocumentView {
    DocumentView {
        id: row.id.0.clone(),
        symbol: row.symbol.clone(),
        short_name: catalogue::short_name(row.symbol.as_deref()),
        title: row.title.clone(),
        date: row.date.clone(),
        language: row.language.code().to_owned(),
        direction: if row.language.is_rtl() { "rtl" } else { "ltr" }.to_owned(),
        format: format_name(row.format).to_owned(),
        file_name: row.file_name.clone(),
        digest: row.origin == Origin::Digest,
        numbered: row.numbered,
        paragraphs: row.paragraphs,
        headings: row.headings,
        footnotes: row.footnotes,
    }
}
