//! Files that were read and are not saved yet: nothing of them is in the library until the user
//! says so.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use uuid::Uuid;
use wsis_document::{DocumentId, Silent, sentences};
use wsis_import::{ImportError, Imported, Place, Revisions, Scan};
use wsis_store::StoreError;

use crate::contract::{
    CorrectRequest, DocumentRequest, DraftRequest, ImportBytesRequest, ImportReport, ImportRequest,
    SentenceView, SentencesRequest,
};
use crate::jobs::Job;
use crate::library::{file_name, read_file};
use crate::reading::Reading;
use crate::view::draft_report;
use crate::{App, AppError, Listener, lock, office};

/// No file takes longer to read than this; one that does is refused, not cut short.
const READING_TIME: Duration = Duration::from_secs(60);
/// How many drafts are kept; the oldest makes room. Each holds its file.
const DRAFTS_KEPT: usize = 8;

/// A file, read and not saved.
pub(crate) struct Draft {
    pub id: String,
    pub bytes: Arc<Vec<u8>>,
    pub reading: Reading,
    pub imported: Imported,
    /// The document of the library that it is a corrected reading of.
    pub corrects: Option<DocumentId>,
    /// The blocks that `imported` was made of.
    scan: Arc<Scan>,
    file: String,
}

impl App {
    /// Reads a file from disk into a draft.
    pub(crate) fn import_file(
        &self,
        request: &ImportRequest,
        job: Option<&str>,
        progress: Listener<'_>,
    ) -> Result<ImportReport, AppError> {
        let path = Path::new(&request.path);
        let bytes = read_file(path)?;
        self.prepare(&file_name(path), bytes, job, progress)
    }

    /// Reads a file that came without a path into a draft.
    pub(crate) fn import_bytes(
        &self,
        request: &ImportBytesRequest,
        job: Option<&str>,
        progress: Listener<'_>,
    ) -> Result<ImportReport, AppError> {
        let bytes = STANDARD
            .decode(&request.base64)
            .map_err(|error| AppError::invalid(format!("base 64: {error}")))?;
        self.prepare(&file_name(Path::new(&request.name)), bytes, job, progress)
    }

    /// Reads the bytes of a file into a draft, as the same file was read the last time where it was
    /// in the library before. Nothing is saved.
    pub(crate) fn prepare(
        &self,
        name: &str,
        bytes: Vec<u8>,
        job: Option<&str>,
        progress: Listener<'_>,
    ) -> Result<ImportReport, AppError> {
        let job = self.jobs.start(job, Some(READING_TIME), progress);
        let bytes = office::readable(bytes, &job).map_err(|source| refused(name, source, &job))?;
        let scan = scan(name, &bytes, Revisions::default(), &job)?;
        let sha256 = scan.source().sha256.clone();
        let reading = self
            .kept_reading(|store| store.reading_of_file(&sha256))?
            .map(|reading| Reading {
                half: None,
                ..reading
            });
        let draft = Draft::new(name, bytes, scan, reading.unwrap_or_default(), None, &job)?;
        self.keep_draft(draft)
    }

    /// Makes a draft of a document of the library, to be corrected.
    pub(crate) fn reopen(
        &self,
        request: &DocumentRequest,
        job: Option<&str>,
        progress: Listener<'_>,
    ) -> Result<ImportReport, AppError> {
        let job = self.jobs.start(job, Some(READING_TIME), progress);
        let document = self.document(&DocumentId(request.id.clone()))?;
        let bytes = self
            .with_store(|store| Ok(store.file(&document.id)?))?
            .ok_or_else(|| AppError::not_found("the file of the document"))?;
        let reading = self
            .kept_reading(|store| store.reading_of(&document.id))?
            .unwrap_or_default()
            .of_one(&document.title);
        let name = &document.source.file_name;
        let scan = scan(name, &bytes, Revisions::default(), &job)?;
        let draft = Draft::new(name, bytes, scan, reading, Some(document.id.clone()), &job)?;
        self.keep_draft(draft)
    }

    /// Reads a draft anew, as the user says.
    pub(crate) fn correct(
        &self,
        request: &CorrectRequest,
        job: Option<&str>,
        progress: Listener<'_>,
    ) -> Result<ImportReport, AppError> {
        let job = self.jobs.start(job, Some(READING_TIME), progress);
        let draft = self.draft(&request.draft)?;
        let reading = Reading::of_view(&request.reading)?;
        self.keep_draft(draft.corrected(reading, &job)?)
    }

    /// Where a piece of a draft can be split.
    pub(crate) fn sentences(
        &self,
        request: &SentencesRequest,
    ) -> Result<Vec<SentenceView>, AppError> {
        let draft = self.draft(&request.draft)?;
        let place: Place = request
            .at
            .parse()
            .map_err(|_| AppError::invalid("no place of a text"))?;
        let text = draft
            .scan
            .text(&place)
            .ok_or_else(|| AppError::not_found("the piece"))?;
        Ok(sentences(text, &draft.imported.document.language)
            .into_iter()
            .map(|range| SentenceView {
                at: Place {
                    at: place.at + range.start as u32,
                    ..place
                }
                .to_string(),
                text: text[range].trim().to_owned(),
            })
            .collect())
    }

    /// Forgets a draft. One that is gone already is no error.
    pub(crate) fn discard(&self, request: &DraftRequest) {
        lock(&self.drafts).retain(|draft| draft.id != request.draft);
    }

    /// A draft by its id.
    pub(crate) fn draft(&self, id: &str) -> Result<Arc<Draft>, AppError> {
        lock(&self.drafts)
            .iter()
            .find(|draft| draft.id == id)
            .cloned()
            .ok_or(AppError::DraftGone)
    }

    fn keep_draft(&self, draft: Draft) -> Result<ImportReport, AppError> {
        let draft = Arc::new(draft);
        {
            let mut drafts = lock(&self.drafts);
            drafts.retain(|other| other.id != draft.id);
            drafts.push(Arc::clone(&draft));
            let surplus = drafts.len().saturating_sub(DRAFTS_KEPT);
            drafts.drain(..surplus);
        }
        let known = self
            .with_store(|store| Ok(store.document_row(&draft.imported.document.id)?.is_some()))?;
        Ok(draft_report(&draft, known))
    }

    /// A reading that was kept; one of another shape counts as none.
    pub(crate) fn kept_reading(
        &self,
        find: impl FnOnce(&wsis_store::Store) -> Result<Option<Reading>, StoreError>,
    ) -> Result<Option<Reading>, AppError> {
        self.with_store(|store| match find(store) {
            Err(StoreError::Value { source, .. }) => {
                tracing::warn!(%source, "a kept reading cannot be understood");
                Ok(None)
            }
            other => Ok(other?),
        })
    }
}

impl Draft {
    /// A first draft; `scan` is of tracked changes as accepted. A kept reading that leaves nothing
    /// to be read is put aside.
    fn new(
        file: &str,
        bytes: Vec<u8>,
        scan: Scan,
        reading: Reading,
        corrects: Option<DocumentId>,
        job: &Job<'_>,
    ) -> Result<Draft, AppError> {
        let assembled = scan
            .clone()
            .assemble(&Reading::default().options(Revisions::Accepted));
        let draft = Draft {
            id: Uuid::new_v4().to_string(),
            bytes: Arc::new(bytes),
            imported: assembled.map_err(|source| refused(file, source, job))?,
            reading: Reading::default(),
            corrects,
            scan: Arc::new(scan),
            file: file.to_owned(),
        };
        if reading == Reading::default() {
            return Ok(draft);
        }
        match draft.corrected(reading, job) {
            Err(AppError::Import {
                source: ImportError::NoText,
                ..
            }) => Ok(draft),
            other => other,
        }
    }

    /// The same file, read otherwise.
    fn corrected(&self, reading: Reading, job: &Job<'_>) -> Result<Draft, AppError> {
        let scan = if reading.revisions() == self.reading.revisions() {
            Arc::clone(&self.scan)
        } else {
            Arc::new(scan(&self.file, &self.bytes, reading.revisions(), job)?)
        };
        let imported = Scan::clone(&scan)
            .assemble(&reading.options(reading.revisions()))
            .map_err(|source| refused(&self.file, source, job))?;
        Ok(Draft {
            id: self.id.clone(),
            bytes: Arc::clone(&self.bytes),
            reading,
            imported,
            corrects: self.corrects.clone(),
            scan,
            file: self.file.clone(),
        })
    }

    /// The text that the tracked changes were made to, by the same corrections.
    pub fn base(&self) -> Result<Imported, AppError> {
        let failed = |source| AppError::Import {
            file: self.file.clone(),
            source,
        };
        let name = &self.file;
        let scan = Scan::new(name, &self.bytes, Revisions::Rejected, &Silent).map_err(failed)?;
        let options = self.reading.options(Revisions::Rejected);
        scan.assemble(&options).map_err(failed)
    }
}

fn scan(name: &str, bytes: &[u8], revisions: Revisions, job: &Job<'_>) -> Result<Scan, AppError> {
    Scan::new(name, bytes, revisions, job).map_err(|source| refused(name, source, job))
}

/// A refusal of the readers; running out of time is one, too.
fn refused(file: &str, source: ImportError, job: &Job<'_>) -> AppError {
    match source {
        ImportError::Cancelled if job.cancelled() => AppError::Cancelled,
        ImportError::Cancelled => AppError::Import {
            file: file.to_owned(),
            source: ImportError::TooLarge {
                limit: format!("{} s", READING_TIME.as_secs()),
            },
        },
        source => AppError::Import {
            file: file.to_owned(),
            source,
        },
    }
}
