//! Putting what was read from a file into the library: documents, what a person decided about
//! their reading, and the notes that come with them, all or nothing.

use rusqlite::{OptionalExtension, Transaction};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wsis_document::{Document, DocumentId};
use wsis_notes::Note;

use crate::column::{json, parse};
use crate::documents::{self, Put};
use crate::{Result, Store, files, notes};

/// A document that comes into the library.
#[derive(Clone, Copy, Debug)]
pub struct Incoming<'a, R> {
    /// The text.
    pub document: &'a Document,
    /// The file; its hash is [`wsis_document::Source::sha256`].
    pub bytes: &'a [u8],
    /// How a person had the file read; any data, kept as JSON.
    pub reading: &'a R,
    /// Notes on it. One whose id is known already is left as it is.
    pub notes: &'a [Note],
}

/// A document that makes room for a new version of itself.
#[derive(Clone, Copy, Debug)]
pub struct Replaced<'a> {
    /// The old version.
    pub document: &'a DocumentId,
    /// Its notes, as they are to be on the new version, under the ids they have.
    pub notes: &'a [Note],
}

impl Store {
    /// Puts documents into the library and takes the one out that they replace; everything in one
    /// step. A text that was there already stays, but what is said about it (date, what was set
    /// aside) is brought up to date where it comes from the same file.
    ///
    /// # Errors
    /// [`crate::StoreError::UnknownDocument`] where what is to be replaced is not there; nothing is
    /// changed then.
    pub fn put_import<R: Serialize>(
        &mut self,
        incoming: &[Incoming<'_, R>],
        replaced: Option<Replaced<'_>>,
        at: &str,
    ) -> Result<Vec<Put>> {
        self.write(|transaction| {
            let mut done = Vec::with_capacity(incoming.len());
            for one in incoming {
                let put = documents::put(transaction, one.document, one.bytes, at)?;
                if put == Put::Known {
                    documents::refresh(transaction, one.document)?;
                }
                keep_reading(transaction, one, at)?;
                for note in one.notes {
                    notes::insert(transaction, note)?;
                }
                done.push(put);
            }
            if let Some(replaced) = replaced {
                for note in replaced.notes {
                    notes::move_to(transaction, note)?;
                }
                let stays = incoming
                    .iter()
                    .any(|one| one.document.id == *replaced.document);
                if !stays {
                    documents::remove(transaction, replaced.document)?;
                    files::sweep(transaction)?;
                }
            }
            Ok(done)
        })
    }

    /// How a person last had the file read that has this hash; `None` where it never was.
    ///
    /// # Errors
    /// [`crate::StoreError::Value`] where what is kept has another shape.
    pub fn reading_of_file<R: DeserializeOwned>(&self, sha256: &str) -> Result<Option<R>> {
        self.reading(
            "SELECT body FROM readings WHERE sha256 = ?1 ORDER BY read_at DESC, rowid DESC LIMIT 1",
            sha256,
        )
    }

    /// How the file of a document was read; `None` where that was not kept.
    ///
    /// # Errors
    /// [`crate::StoreError::Value`] where what is kept has another shape.
    pub fn reading_of<R: DeserializeOwned>(&self, document: &DocumentId) -> Result<Option<R>> {
        self.reading(
            "SELECT readings.body FROM readings JOIN documents \
             ON documents.id = readings.document AND documents.sha256 = readings.sha256 \
             WHERE readings.document = ?1",
            &document.0,
        )
    }

    fn reading<R: DeserializeOwned>(&self, sql: &str, key: &str) -> Result<Option<R>> {
        let body: Option<String> = self
            .connection
            .prepare_cached(sql)?
            .query_row([key], |row| row.get(0))
            .optional()?;
        body.map(|body| parse("reading", &body)).transpose()
    }
}

fn keep_reading<R: Serialize>(
    transaction: &Transaction<'_>,
    incoming: &Incoming<'_, R>,
    at: &str,
) -> Result<()> {
    let Document { id, source, .. } = incoming.document;
    transaction.execute(
        "INSERT OR REPLACE INTO readings (document, sha256, body, read_at) VALUES (?1, ?2, ?3, ?4)",
        (
            &id.0,
            &source.sha256,
            json("reading", incoming.reading)?,
            at,
        ),
    )?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::StoreError;
    use crate::testing::{AT, document, note, store};

    const LATER: &str = "2026-05-01T10:00:00Z";

    fn incoming<'a>(
        document: &'a Document,
        reading: &'a u32,
        notes: &'a [Note],
    ) -> Incoming<'a, u32> {
        Incoming {
            document,
            bytes: b"bytes",
            reading,
            notes,
        }
    }

    #[test]
    fn the_last_reading_of_a_file_is_found_by_its_hash_and_outlives_the_document() {
        let (_folder, mut store) = store();
        let [trees, bees] = ["Trees", "Bees"].map(|title| document(title, &["Count them."]));
        let sha256 = trees.source.sha256.clone();
        store
            .put_import(&[incoming(&trees, &1, &[])], None, AT)
            .unwrap();
        store
            .put_import(&[incoming(&bees, &2, &[])], None, LATER)
            .unwrap();
        assert_eq!(store.reading_of::<u32>(&trees.id).unwrap(), Some(1));
        assert_eq!(store.reading_of_file::<u32>(&sha256).unwrap(), Some(2));
        for one in [&trees, &bees] {
            store.remove_document(&one.id).unwrap();
            assert_eq!(store.reading_of::<u32>(&one.id).unwrap(), None);
        }
        assert_eq!(store.reading_of_file::<u32>(&sha256).unwrap(), Some(2));
        assert_eq!(store.reading_of_file::<u32>("other").unwrap(), None);
    }

    #[test]
    fn a_new_version_takes_the_place_and_the_notes_of_the_old_one() {
        let (_folder, mut store) = store();
        let [old, new] = ["Trees", "All trees"].map(|title| document(title, &["Count them."]));
        store
            .put_import(&[incoming(&old, &1, &[note("n1", &old)])], None, AT)
            .unwrap();
        let moved = [note("n1", &new)];
        let replaced = Replaced {
            document: &old.id,
            notes: &moved,
        };
        store
            .put_import(&[incoming(&new, &2, &[])], Some(replaced), LATER)
            .unwrap();
        let ids: Vec<_> = store
            .documents()
            .unwrap()
            .into_iter()
            .map(|row| row.id)
            .collect();
        assert_eq!(ids, std::slice::from_ref(&new.id));
        assert_eq!(store.notes_of(&new.id).unwrap(), moved);
        assert_eq!(store.notes_of(&old.id).unwrap(), []);
        assert!(store.file(&new.id).unwrap().is_some());
    }

    #[test]
    fn what_fails_half_way_changes_nothing() {
        let (_folder, mut store) = store();
        let [trees, absent] = ["Trees", "Absent"].map(|title| document(title, &["Count them."]));
        let replaced = Replaced {
            document: &absent.id,
            notes: &[],
        };
        let failed = store.put_import(&[incoming(&trees, &1, &[])], Some(replaced), AT);
        assert!(matches!(failed, Err(StoreError::UnknownDocument(id)) if id == absent.id));
        assert!(store.documents().unwrap().is_empty());
        assert_eq!(
            store.reading_of_file::<u32>(&trees.source.sha256).unwrap(),
            None
        );
    }

    #[test]
    fn the_same_text_again_brings_its_date_up_to_date_and_keeps_its_notes() {
        let (_folder, mut store) = store();
        let trees = document("Trees", &["Count them."]);
        store
            .put_import(&[incoming(&trees, &1, &[note("n1", &trees)])], None, AT)
            .unwrap();
        let dated = Document {
            date: Some("1999-12-31".into()),
            ..trees.clone()
        };
        let edited = Note {
            body: "another body under a known id".into(),
            ..note("n1", &trees)
        };
        let put = store
            .put_import(&[incoming(&dated, &2, &[edited])], None, LATER)
            .unwrap();
        assert_eq!(put, [Put::Known]);
        assert_eq!(store.document(&trees.id).unwrap(), Some(dated));
        assert_eq!(
            store.documents().unwrap()[0].date.as_deref(),
            Some("1999-12-31")
        );
        assert_eq!(store.notes_of(&trees.id).unwrap(), [note("n1", &trees)]);
        assert_eq!(store.reading_of::<u32>(&trees.id).unwrap(), Some(2));
    }
}
