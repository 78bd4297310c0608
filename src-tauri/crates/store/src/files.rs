//! The files as they came, by the SHA-256 of their bytes; kept as long as a document needs them, and for
//! good where they were fetched.

use rusqlite::{OptionalExtension, Transaction};
use wsis_document::DocumentId;

use crate::{Result, Store};

/// Keeps a file; one that is there already is not written again.
pub(crate) fn keep(transaction: &Transaction<'_>, sha256: &str, bytes: &[u8]) -> Result<()> {
    transaction.execute(
        "INSERT INTO files (sha256, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
        (sha256, bytes),
    )?;
    Ok(())
}

/// Deletes the files that no document came from and that were not fetched.
pub(crate) fn sweep(transaction: &Transaction<'_>) -> Result<()> {
    transaction.execute(
        "DELETE FROM files WHERE NOT EXISTS \
         (SELECT 1 FROM documents WHERE documents.sha256 = files.sha256) \
         AND NOT EXISTS (SELECT 1 FROM fetched WHERE fetched.sha256 = files.sha256)",
        [],
    )?;
    Ok(())
}

impl Store {
    /// The bytes of the file that a document was read from; `None` where there is no such
    /// document.
    pub fn file(&self, document: &DocumentId) -> Result<Option<Vec<u8>>> {
        let bytes = self
            .connection
            .prepare_cached("SELECT bytes FROM files JOIN documents USING (sha256) WHERE id = ?1")?
            .query_row([&document.0], |row| row.get(0))
            .optional()?;
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{AT, document, store};

    #[test]
    fn a_file_stays_as_long_as_a_document_needs_it() {
        let (_folder, mut store) = store();
        let first = document("Trees", &["Count them."]);
        let second = document("Bees", &["Do not count them."]);
        for document in [&first, &second] {
            store.put_document(document, b"the same bytes", AT).unwrap();
        }
        store.remove_document(&first.id).unwrap();
        assert_eq!(store.file(&first.id).unwrap(), None);
        assert_eq!(
            store.file(&second.id).unwrap().as_deref(),
            Some(&b"the same bytes"[..])
        );
        store.remove_document(&second.id).unwrap();
        let left: u32 = store
            .connection
            .query_row("SELECT count(*) FROM files", [], |r| r.get(0))
            .unwrap();
        assert_eq!(left, 0);
    }
}
