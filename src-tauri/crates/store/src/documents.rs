//! Documents of the library.

use rusqlite::{OptionalExtension, Row, Transaction};
use wsis_document::{Document, DocumentId, Format, Language, Origin, ParagraphKind};

use crate::column::{Word, json, parse};
use crate::{Result, Store, StoreError, files};

/// A document as lists show it, without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentRow {
    /// Identity of the content.
    pub id: DocumentId,
    /// Document symbol, where one was found.
    pub symbol: Option<String>,
    /// The text's own title.
    pub title: String,
    /// Language of the text.
    pub language: Language,
    /// ISO 8601 date, where one was found.
    pub date: Option<String>,
    /// File name without folders.
    pub file_name: String,
    /// Kind of file.
    pub format: Format,
    /// A digest of ours, or a text that the user brought.
    pub origin: Origin,
    /// Numbered paragraphs.
    pub numbered: u32,
    /// All paragraphs.
    pub paragraphs: u32,
    /// Headings.
    pub headings: u32,
    /// Footnotes.
    pub footnotes: u32,
    /// When it was put into the library; RFC 3339, UTC.
    pub imported_at: String,
}

/// What putting a document into the library did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    /// It is new.
    Added,
    /// The same text was there already; nothing was changed.
    Known,
}

const COLUMNS: &str = "id, symbol, title, language, date, file_name, format, origin, numbered, \
                       paragraphs, headings, footnotes, imported_at";

impl TryFrom<&Row<'_>> for DocumentRow {
    type Error = rusqlite::Error;

    fn try_from(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(DocumentRow {
            id: DocumentId(row.get("id")?),
            symbol: row.get("symbol")?,
            title: row.get("title")?,
            language: Language::new(&row.get::<_, String>("language")?),
            date: row.get("date")?,
            file_name: row.get("file_name")?,
            format: row.get::<_, Word<_>>("format")?.0,
            origin: row.get::<_, Word<_>>("origin")?.0,
            numbered: row.get("numbered")?,
            paragraphs: row.get("paragraphs")?,
            headings: row.get("headings")?,
            footnotes: row.get("footnotes")?,
            imported_at: row.get("imported_at")?,
        })
    }
}

impl Store {
    /// Puts a document into the library, with the file it was read from. `bytes` must be those
    /// whose hash is [`wsis_document::Source::sha256`]. A text that is there already stays as it
    /// is.
    pub fn put_document(
        &mut self,
        document: &Document,
        bytes: &[u8],
        imported_at: &str,
    ) -> Result<Put> {
        self.write(|transaction| put(transaction, document, bytes, imported_at))
    }

    /// The documents of the library, newest first. Reads no text.
    pub fn documents(&self) -> Result<Vec<DocumentRow>> {
        let sql = format!("SELECT {COLUMNS} FROM documents ORDER BY imported_at DESC, rowid DESC");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([], |row| DocumentRow::try_from(row))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// One document as lists show it; `None` where there is none of that id.
    pub fn document_row(&self, id: &DocumentId) -> Result<Option<DocumentRow>> {
        let sql = format!("SELECT {COLUMNS} FROM documents WHERE id = ?1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement
            .query_row([&id.0], |row| DocumentRow::try_from(row))
            .optional()?)
    }

    /// A document with its text; `None` where there is none of that id.
    pub fn document(&self, id: &DocumentId) -> Result<Option<Document>> {
        let body: Option<String> = self
            .connection
            .prepare_cached("SELECT body FROM documents WHERE id = ?1")?
            .query_row([&id.0], |row| row.get(0))
            .optional()?;
        body.map(|body| parse("document", &body)).transpose()
    }

    /// Takes a document out of the library, with its file and its cached comparisons. Notes on it
    /// and manual links stay, and are there again when the same text is put in again.
    ///
    /// # Errors
    /// [`StoreError::UnknownDocument`].
    pub fn remove_document(&mut self, id: &DocumentId) -> Result<()> {
        self.write(|transaction| {
            remove(transaction, id)?;
            files::sweep(transaction)
        })
    }
}

/// Puts a document in, unless it is there.
pub(crate) fn put(
    transaction: &Transaction<'_>,
    document: &Document,
    bytes: &[u8],
    imported_at: &str,
) -> Result<Put> {
    let known = transaction
        .prepare_cached("SELECT 1 FROM documents WHERE id = ?1")?
        .exists([&document.id.0])?;
    if known {
        return Ok(Put::Known);
    }
    let numbered = document
        .paragraphs
        .iter()
        .filter(|p| p.kind == ParagraphKind::Operative)
        .count();
    files::keep(transaction, &document.source.sha256, bytes)?;
    transaction.execute(
        "INSERT INTO documents (id, symbol, title, language, date, file_name, format, \
         origin, sha256, numbered, paragraphs, headings, footnotes, imported_at, body) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        (
            &document.id.0,
            &document.symbol,
            &document.title,
            document.language.code(),
            &document.date,
            &document.source.file_name,
            Word(document.source.format),
            Word(document.source.origin),
            &document.source.sha256,
            numbered as u32,
            document.paragraphs.len() as u32,
            document.sections.len() as u32,
            document.footnotes.len() as u32,
            imported_at,
            json("document", document)?,
        ),
    )?;
    Ok(Put::Added)
}

/// Brings what is not part of a document's identity up to date, where it is of the same file.
pub(crate) fn refresh(transaction: &Transaction<'_>, document: &Document) -> Result<()> {
    transaction.execute(
        "UPDATE documents SET date = ?3, body = ?4 WHERE id = ?1 AND sha256 = ?2",
        (
            &document.id.0,
            &document.source.sha256,
            &document.date,
            json("document", document)?,
        ),
    )?;
    Ok(())
}

/// Takes a document out.
pub(crate) fn remove(transaction: &Transaction<'_>, id: &DocumentId) -> Result<()> {
    match transaction.execute("DELETE FROM documents WHERE id = ?1", [&id.0])? {
        0 => Err(StoreError::UnknownDocument(id.clone())),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{AT, document, note, store};

    #[test]
    fn what_is_put_in_comes_out() {
        let (_folder, mut store) = store();
        let trees = document("Trees", &["Count them.", "字を数える 👩‍🌾"]);
        assert_eq!(
            store.put_document(&trees, b"bytes", AT).unwrap(),
            Put::Added
        );
        assert_eq!(store.document(&trees.id).unwrap(), Some(trees.clone()));
        let row = store.document_row(&trees.id).unwrap().unwrap();
        assert_eq!(store.documents().unwrap(), std::slice::from_ref(&row));
        assert_eq!(
            (row.numbered, row.paragraphs, row.headings, row.footnotes),
            (2, 2, 1, 1)
        );
        assert_eq!(
            (row.format, row.origin),
            (trees.source.format, trees.source.origin)
        );
        assert_eq!(
            (row.title.as_str(), row.imported_at.as_str()),
            ("Trees", AT)
        );
    }

    #[test]
    fn the_newest_comes_first() {
        let (_folder, mut store) = store();
        let times = [
            "2026-01-02T00:00:00Z",
            "2026-01-03T00:00:00Z",
            "2026-01-01T00:00:00Z",
        ];
        for (title, at) in ["b", "c", "a"].into_iter().zip(times) {
            store.put_document(&document(title, &[]), b"", at).unwrap();
        }
        let titles: Vec<_> = store
            .documents()
            .unwrap()
            .into_iter()
            .map(|row| row.title)
            .collect();
        assert_eq!(titles, ["c", "b", "a"]);
    }

    #[test]
    fn a_known_text_stays_as_it_is() {
        let (_folder, mut store) = store();
        let trees = document("Trees", &["Count them."]);
        store.put_document(&trees, b"first", AT).unwrap();
        let again = store
            .put_document(&trees, b"second", "2030-01-01T00:00:00Z")
            .unwrap();
        assert_eq!(again, Put::Known);
        assert_eq!(store.file(&trees.id).unwrap().unwrap(), b"first");
        assert_eq!(store.documents().unwrap()[0].imported_at, AT);
    }

    #[test]
    fn what_is_not_there_is_none_or_an_error() {
        let (_folder, mut store) = store();
        let absent = document("Absent", &[]).id;
        assert_eq!(store.document(&absent).unwrap(), None);
        assert_eq!(store.document_row(&absent).unwrap(), None);
        let removed = store.remove_document(&absent);
        assert!(matches!(removed, Err(StoreError::UnknownDocument(id)) if id == absent));
    }

    #[test]
    fn notes_of_a_removed_document_come_back_with_it() {
        let (_folder, mut store) = store();
        let trees = document("Trees", &["Count them."]);
        store.put_document(&trees, b"bytes", AT).unwrap();
        let note = note("n1", &trees);
        store.add_note(&note).unwrap();
        store.remove_document(&trees.id).unwrap();
        assert!(store.documents().unwrap().is_empty());
        store.put_document(&trees, b"bytes", AT).unwrap();
        assert_eq!(store.notes_of(&trees.id).unwrap(), [note]);
    }
}
