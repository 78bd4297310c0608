//! What can go wrong with the library file.

use std::io;
use std::path::PathBuf;

use rusqlite::ErrorCode;
use wsis_document::DocumentId;
use wsis_notes::NoteId;

/// Why the library file could not be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The path of the library file names a folder or another thing that is no file.
    #[error("{} is not a file", .path.display())]
    NotAFile {
        /// That path.
        path: PathBuf,
    },
    /// The folder of the library file cannot be made or read.
    #[error("the folder {} cannot be used: {source}", .path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The library file, or its folder, may not be written.
    #[error("the library may not be written")]
    ReadOnly,
    /// Another program holds the library file, and did not let go in time.
    #[error("the library is in use by another program")]
    Locked,
    /// There is no room on the disk.
    #[error("the disk is full")]
    Full,
    /// The library file went bad while it was open. The next [`crate::Store::open`] sets it aside.
    #[error("the library is damaged: {0}")]
    Damaged(rusqlite::Error),
    /// A file that must be set aside could not be renamed.
    #[error("{} cannot be set aside: {source}", .path.display())]
    SetAside {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The copy before a migration could not be made; nothing was migrated.
    #[error("no copy of the library could be made at {}: {source}", .path.display())]
    Backup {
        /// Where the copy was to be.
        path: PathBuf,
        /// Why.
        source: Box<StoreError>,
    },
    /// The schema could not be brought up to date; it is as it was.
    #[error("the library could not be brought up to date: {0}")]
    Migration(rusqlite_migration::Error),
    /// A value cannot be turned into what is stored, or what is stored into a value.
    #[error("{what} cannot be read or written: {source}")]
    Value {
        /// Which value.
        what: &'static str,
        /// Why.
        source: serde_json::Error,
    },
    /// There is no such document.
    #[error("there is no document {0:?}")]
    UnknownDocument(DocumentId),
    /// There is no such note.
    #[error("there is no note {0:?}")]
    UnknownNote(NoteId),
    /// There is a note of that id already.
    #[error("there is a note {0:?} already")]
    NoteExists(NoteId),
    /// Anything else that SQLite refuses.
    #[error(transparent)]
    Sqlite(rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Locked,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
                StoreError::ReadOnly
            }
            Some(ErrorCode::DiskFull) => StoreError::Full,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                StoreError::Damaged(error)
            }
            _ => StoreError::Sqlite(error),
        }
    }
}

impl From<rusqlite_migration::Error> for StoreError {
    fn from(error: rusqlite_migration::Error) -> Self {
        match error {
            rusqlite_migration::Error::RusqliteError { err, query } => {
                // Busy, full and read-only mean the same in a migration as anywhere else.
                match StoreError::from(err) {
                    StoreError::Sqlite(err) => {
                        StoreError::Migration(rusqlite_migration::Error::RusqliteError {
                            err,
                            query,
                        })
                    }
                    known => known,
                }
            }
            error => StoreError::Migration(error),
        }
    }
}
