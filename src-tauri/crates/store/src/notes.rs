//! Notes. They refer to documents without owning or being owned by them.

use rusqlite::{Connection, OptionalExtension, Row};
use wsis_document::DocumentId;
use wsis_notes::{Anchor, Note, NoteId, NoteState};

use crate::column::{Word, json, parse};
use crate::{Result, Store, StoreError};

/// What can be changed of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteEdit {
    /// See [`Note::body`].
    pub body: String,
    /// See [`Note::tags`].
    pub tags: Vec<String>,
    /// See [`Note::state`].
    pub state: NoteState,
}

const COLUMNS: &str = "id, document, paragraph, exact, prefix, suffix, start, body, tags, state, \
                       created, changed, author, reply_to";

/// A row, with the tags still to be parsed.
fn read(row: &Row<'_>) -> rusqlite::Result<(Note, String)> {
    let note = Note {
        id: NoteId(row.get("id")?),
        document: DocumentId(row.get("document")?),
        anchor: Anchor {
            paragraph: row.get("paragraph")?,
            exact: row.get("exact")?,
            prefix: row.get("prefix")?,
            suffix: row.get("suffix")?,
            start: row.get("start")?,
        },
        body: row.get("body")?,
        tags: Vec::new(),
        state: row.get::<_, Word<_>>("state")?.0,
        created: row.get("created")?,
        changed: row.get("changed")?,
        author: row.get("author")?,
        reply_to: row.get::<_, Option<String>>("reply_to")?.map(NoteId),
    };
    Ok((note, row.get("tags")?))
}

fn whole((note, tags): (Note, String)) -> Result<Note> {
    Ok(Note {
        tags: parse("tags", &tags)?,
        ..note
    })
}

fn one(connection: &Connection, id: &NoteId) -> Result<Option<Note>> {
    let sql = format!("SELECT {COLUMNS} FROM notes WHERE id = ?1");
    let mut statement = connection.prepare_cached(&sql)?;
    statement
        .query_row([&id.0], read)
        .optional()?
        .map(whole)
        .transpose()
}

/// Puts a note in; `false`, and nothing done, where there is one of its id.
pub(crate) fn insert(connection: &Connection, note: &Note) -> Result<bool> {
    let added = connection.execute(
        "INSERT INTO notes (id, document, paragraph, exact, prefix, suffix, start, body, \
         tags, state, created, changed, author, reply_to) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14) \
         ON CONFLICT (id) DO NOTHING",
        (
            &note.id.0,
            &note.document.0,
            &note.anchor.paragraph,
            &note.anchor.exact,
            &note.anchor.prefix,
            &note.anchor.suffix,
            note.anchor.start,
            &note.body,
            json("tags", &note.tags)?,
            Word(note.state),
            &note.created,
            &note.changed,
            &note.author,
            note.reply_to.as_ref().map(|id| &id.0),
        ),
    )?;
    Ok(added > 0)
}

/// Gives a note the document and the passage that `note` says.
pub(crate) fn move_to(connection: &Connection, note: &Note) -> Result<()> {
    let Anchor {
        paragraph,
        exact,
        prefix,
        suffix,
        start,
    } = &note.anchor;
    connection.execute(
        "UPDATE notes SET document = ?2, paragraph = ?3, exact = ?4, prefix = ?5, suffix = ?6, \
         start = ?7 WHERE id = ?1",
        (
            &note.id.0,
            &note.document.0,
            paragraph,
            exact,
            prefix,
            suffix,
            start,
        ),
    )?;
    Ok(())
}

impl Store {
    /// Keeps a new note.
    ///
    /// # Errors
    /// [`StoreError::NoteExists`], or [`StoreError::UnknownDocument`] where its document is not
    /// in the library.
    pub fn add_note(&mut self, note: &Note) -> Result<()> {
        self.write(|transaction| {
            let known = transaction
                .prepare_cached("SELECT 1 FROM documents WHERE id = ?1")?
                .exists([&note.document.0])?;
            if !known {
                return Err(StoreError::UnknownDocument(note.document.clone()));
            }
            if insert(transaction, note)? {
                Ok(())
            } else {
                Err(StoreError::NoteExists(note.id.clone()))
            }
        })
    }

    /// Changes a note, at the time `changed`, and gives it back as it is then.
    ///
    /// # Errors
    /// [`StoreError::UnknownNote`].
    pub fn edit_note(&mut self, id: &NoteId, edit: &NoteEdit, changed: &str) -> Result<Note> {
        let tags = json("tags", &edit.tags)?;
        self.write(|transaction| {
            transaction.execute(
                "UPDATE notes SET body = ?2, tags = ?3, state = ?4, changed = ?5 WHERE id = ?1",
                (&id.0, &edit.body, tags, Word(edit.state), changed),
            )?;
            one(transaction, id)?.ok_or_else(|| StoreError::UnknownNote(id.clone()))
        })
    }

    /// Deletes a note for good.
    ///
    /// # Errors
    /// [`StoreError::UnknownNote`].
    pub fn delete_note(&mut self, id: &NoteId) -> Result<()> {
        self.write(|transaction| {
            match transaction.execute("DELETE FROM notes WHERE id = ?1", [&id.0])? {
                0 => Err(StoreError::UnknownNote(id.clone())),
                _ => Ok(()),
            }
        })
    }

    /// A note; `None` where there is none of that id.
    pub fn note(&self, id: &NoteId) -> Result<Option<Note>> {
        one(&self.connection, id)
    }

    /// The notes on a document, oldest first; also on one that was removed from the library.
    pub fn notes_of(&self, document: &DocumentId) -> Result<Vec<Note>> {
        let sql =
            format!("SELECT {COLUMNS} FROM notes WHERE document = ?1 ORDER BY created, rowid");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([&document.0], read)?;
        rows.map(|row| whole(row?)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{AT, document, note, store};

    const LATER: &str = "2026-05-01T10:00:00Z";

    #[test]
    fn a_note_comes_back_as_it_was_written() {
        let (_folder, mut store) = store();
        let trees = document("Trees", &["Count them 👩‍🌾 in spring."]);
        store.put_document(&trees, b"", AT).unwrap();
        let first = note("n1", &trees);
        let second = Note {
            created: LATER.into(),
            ..note("a2", &trees)
        };
        store.add_note(&second).unwrap();
        store.add_note(&first).unwrap();
        assert_eq!(store.notes_of(&trees.id).unwrap(), [first.clone(), second]);
        assert_eq!(store.note(&first.id).unwrap(), Some(first));
        assert_eq!(store.notes_of(&document("Bees", &[]).id).unwrap(), []);
    }

    #[test]
    fn an_edit_changes_what_it_names_and_nothing_else() {
        let (_folder, mut store) = store();
        let trees = document("Trees", &["Count them."]);
        store.put_document(&trees, b"", AT).unwrap();
        let before = note("n1", &trees);
        store.add_note(&before).unwrap();
        let edit = NoteEdit {
            body: "settled".into(),
            tags: vec!["done".into()],
            state: NoteState::Done,
        };
        let after = store.edit_note(&before.id, &edit, LATER).unwrap();
        let expected = Note {
            body: edit.body.clone(),
            tags: edit.tags.clone(),
            state: edit.state,
            changed: LATER.into(),
            ..before
        };
        assert_eq!(after, expected);
        assert_eq!(store.note(&expected.id).unwrap(), Some(expected));
    }

    #[test]
    fn what_cannot_be_is_refused_and_changes_nothing() {
        let (_folder, mut store) = store();
        let trees = document("Trees", &["Count them."]);
        let first = note("n1", &trees);
        assert!(matches!(
            store.add_note(&first),
            Err(StoreError::UnknownDocument(_))
        ));
        store.put_document(&trees, b"", AT).unwrap();
        store.add_note(&first).unwrap();
        let twin = Note {
            body: "other".into(),
            ..first.clone()
        };
        assert!(matches!(
            store.add_note(&twin),
            Err(StoreError::NoteExists(_))
        ));
        assert_eq!(
            store.notes_of(&trees.id).unwrap(),
            std::slice::from_ref(&first)
        );
        let absent = NoteId("absent".into());
        let edit = NoteEdit {
            body: String::new(),
            tags: vec![],
            state: NoteState::Open,
        };
        let edited = store.edit_note(&absent, &edit, LATER);
        assert!(matches!(edited, Err(StoreError::UnknownNote(_))));
        assert!(matches!(
            store.delete_note(&absent),
            Err(StoreError::UnknownNote(_))
        ));
        store.delete_note(&first.id).unwrap();
        assert_eq!(store.note(&first.id).unwrap(), None);
    }
}
