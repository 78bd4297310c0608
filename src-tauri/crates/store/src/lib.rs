//! The library file: documents, comparisons, manual links, notes and settings in one SQLite
//! database.
//!
//! Every write is one transaction: it happens whole or not at all. Every document, note and link
//! that a person made stays until that person deletes it; a file that cannot be used is set
//! aside, never overwritten. Nothing here reads the clock or makes up identities: times (RFC
//! 3339, UTC, always with the same number of digits, so that they sort as text) and ids come from
//! the caller.
//!
//! A [`Store`] is one connection. It may move between threads but is used by one at a time.

mod column;
mod comparisons;
mod documents;
mod error;
mod fetched;
mod files;
mod imports;
mod manual_links;
mod notes;
mod open;
mod schema;
mod settings;
#[cfg(test)]
mod testing;

use std::path::{Path, PathBuf};

use rusqlite::{Connection, Transaction, TransactionBehavior};

pub use documents::{DocumentRow, Put};
pub use error::StoreError;
pub use fetched::FetchedRow;
pub use imports::{Incoming, Replaced};
pub use manual_links::{Authorship, ManualLinkId, ManualLinkRow, NewManualLink};
pub use notes::NoteEdit;
pub use open::{Event, Opened};

/// Result of everything that touches the file.
pub type Result<T> = std::result::Result<T, StoreError>;

/// An open library file.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    path: PathBuf,
}

impl Store {
    /// Opens the library file, making it and its folder where there are none, and brings it to
    /// the newest schema.
    ///
    /// A file that is damaged, not a library or made by a newer version of the program is
    /// renamed, together with its companions, and a fresh one is made; before an older one is
    /// migrated a copy of it is made and kept. [`Opened::event`] says which.
    ///
    /// # Errors
    /// Where the place cannot be used at all: [`StoreError::NotAFile`], [`StoreError::Folder`],
    /// [`StoreError::ReadOnly`], [`StoreError::Locked`] after five seconds,
    /// [`StoreError::SetAside`], [`StoreError::Migration`]. The file is then as it was.
    ///
    /// # Cost
    /// Reads the whole file once to check it.
    pub fn open(path: impl AsRef<Path>) -> Result<Opened> {
        open::open(path.as_ref(), &open::Options::default())
    }

    /// Where the library file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Does all of `work` or, where it fails, none of it.
    fn write<T>(&mut self, work: impl FnOnce(&Transaction<'_>) -> Result<T>) -> Result<T> {
        // Takes the write lock at once: a lock taken half-way cannot be waited for.
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = work(&transaction)?;
        transaction.commit()?;
        Ok(done)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{document, store};

    #[test]
    fn a_store_may_move_between_threads() {
        fn send<T: Send>(_: &T) {}
        send(&store().1);
    }

    #[test]
    fn a_failed_write_leaves_the_old_state() {
        let (_folder, mut store) = store();
        let failed: Result<()> = store.write(|transaction| {
            transaction.execute("INSERT INTO settings VALUES ('theme', '\"dark\"')", [])?;
            Err(StoreError::UnknownDocument(document("x", &[]).id))
        });
        assert!(failed.is_err());
        assert_eq!(store.setting::<String>("theme").unwrap(), None);
    }
}
