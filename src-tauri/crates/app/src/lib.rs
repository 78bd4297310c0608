//! What people do with the engine: start, import, compare, annotate, export. Every host (the
//! window, the command line, the browser tests) calls [`App::call`] and nothing else, so that no
//! host can drift.

mod annotate;
mod carrying;
mod catalogue;
mod comments;
mod comparing;
pub mod contract;
mod deciding;
mod dispatch;
mod drafts;
mod error;
mod exporting;
mod jobs;
mod library;
mod office;
mod official;
mod reading;
mod samples;
mod saving;
mod session;
pub mod texts;
mod utf16;
mod verbs;
mod view;

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;
use wsis_document::DocumentId;
use wsis_fetch::Fetcher;
use wsis_store::Store;

use crate::contract::{ErrorView, NoticeView};
use crate::deciding::Journals;
use crate::drafts::Draft;
pub use crate::error::AppError;
use crate::jobs::Jobs;
pub use crate::jobs::Listener;
use crate::view::Opened;

/// Name of the library file in the data folder.
pub const LIBRARY_FILE: &str = "library.sqlite";

/// How many comparisons are kept laid out in memory.
const OPENED_KEPT: usize = 4;

/// The engine with one user's library. Shared between threads; every method takes `&self`.
pub struct App {
    folder: PathBuf,
    library: Mutex<Option<Store>>,
    notices: Mutex<Vec<NoticeView>>,
    opened: Mutex<Vec<Arc<Opened>>>,
    journals: Mutex<Journals>,
    /// Files that were read and not saved, the newest last.
    drafts: Mutex<Vec<Arc<Draft>>>,
    /// Files that were written since the program started.
    exported: Mutex<HashSet<PathBuf>>,
    jobs: Jobs,
    fetcher: Fetcher,
}

impl App {
    /// An engine whose library is in `folder`. Nothing is read or made until the first call.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self::with_fetcher(folder, official::fetcher())
    }

    /// The same, with a fetcher of the caller's: for tests over a server on this machine.
    pub fn with_fetcher(folder: impl Into<PathBuf>, fetcher: Fetcher) -> Self {
        App {
            folder: folder.into(),
            library: Mutex::new(None),
            notices: Mutex::new(Vec::new()),
            opened: Mutex::new(Vec::new()),
            journals: Mutex::default(),
            drafts: Mutex::new(Vec::new()),
            exported: Mutex::default(),
            jobs: Jobs::default(),
            fetcher,
        }
    }

    /// The folder of the library file.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether a page may be opened in the user's browser: only pages of the catalogue, and those on
    /// which an official document is read.
    ///
    /// # Errors
    /// `invalid` for any other address.
    pub fn check_address(&self, address: &str) -> Result<(), ErrorView> {
        let of_catalogue = catalogue::entries()
            .iter()
            .any(|entry| entry.has_address(address));
        if of_catalogue || self.fetcher.service().is_reading_address(address) {
            Ok(())
        } else {
            Err(AppError::invalid(format!("{address} is not a page of an official text")).into())
        }
    }

    /// The folder of a file that a comparison was written to since the program started: a window can
    /// have no other folder opened.
    ///
    /// # Errors
    /// `invalid` for any other file.
    pub fn folder_of_export(&self, file: &str) -> Result<PathBuf, ErrorView> {
        let file = Path::new(file);
        let written = lock(&self.exported).contains(file);
        file.parent()
            .filter(|_| written)
            .map(Path::to_owned)
            .ok_or_else(|| AppError::invalid("no file that was exported").into())
    }

    /// Does something with the library, opening it first where need be.
    fn with_store<T>(
        &self,
        work: impl FnOnce(&mut Store) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let mut library = lock(&self.library);
        let store = match library.as_mut() {
            Some(store) => store,
            None => {
                let opened = Store::open(self.folder.join(LIBRARY_FILE))?;
                lock(&self.notices).extend(session::notice(&opened.event));
                library.insert(opened.store)
            }
        };
        work(store)
    }

    /// A laid-out comparison that is still in memory.
    fn opened(&self, id: &str) -> Option<Arc<Opened>> {
        lock(&self.opened)
            .iter()
            .find(|opened| opened.id == id)
            .cloned()
    }

    /// Forgets what is laid out with a document, so that it is laid out anew when it is asked for.
    fn forget_opened(&self, document: &DocumentId) {
        lock(&self.opened)
            .retain(|opened| opened.left.id != *document && opened.right.id != *document);
    }

    fn keep_opened(&self, opened: Arc<Opened>) {
        let mut kept = lock(&self.opened);
        kept.retain(|other| other.id != opened.id);
        kept.push(opened);
        let surplus = kept.len().saturating_sub(OPENED_KEPT);
        kept.drain(..surplus);
    }
}

/// Where this user's data is kept: `WSIS_DATA_DIR`, else the platform's data folder, else a folder
/// beside the program.
pub fn data_folder() -> PathBuf {
    if let Some(folder) = std::env::var_os("WSIS_DATA_DIR").filter(|value| !value.is_empty()) {
        return folder.into();
    }
    directories::ProjectDirs::from("", "", "WSIS Compare").map_or_else(
        || PathBuf::from("wsis-compare-data"),
        |dirs| dirs.data_dir().to_owned(),
    )
}

/// A fault of the program, as a host reports it.
pub fn internal(what: &str) -> ErrorView {
    AppError::Internal {
        what: what.to_owned(),
    }
    .into()
}

/// A lock that a panic of another call does not spoil: what is behind it is whole after every
/// statement.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Now, RFC 3339, UTC, whole seconds.
fn now() -> String {
    let now = OffsetDateTime::now_utc();
    now.replace_nanosecond(0)
        .unwrap_or(now)
        .format(&Rfc3339)
        .unwrap_or_default()
}
