//! Official documents as they were fetched: kept for good, whether or not they are in the library.

use rusqlite::{OptionalExtension, Row};

use crate::{Result, Store, files};

/// A fetched file without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FetchedRow {
    /// Symbol in its one form.
    pub symbol: String,
    /// Language that it is in.
    pub language: String,
    /// `docx`, `doc`, `pdf`.
    pub kind: String,
    /// Where it came from.
    pub address: String,
    /// When; RFC 3339, UTC.
    pub fetched_at: String,
}

impl TryFrom<&Row<'_>> for FetchedRow {
    type Error = rusqlite::Error;

    fn try_from(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(FetchedRow {
            symbol: row.get("symbol")?,
            language: row.get("language")?,
            kind: row.get("kind")?,
            address: row.get("address")?,
            fetched_at: row.get("fetched_at")?,
        })
    }
}

impl Store {
    /// Keeps a fetched file. One of the same symbol, language and kind stays as it is.
    pub fn keep_fetched(&mut self, row: &FetchedRow, bytes: &[u8]) -> Result<()> {
        let sha256 = wsis_document::sha256(bytes);
        self.write(|transaction| {
            files::keep(transaction, &sha256, bytes)?;
            transaction.execute(
                "INSERT INTO fetched (symbol, language, kind, sha256, address, fetched_at) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING",
                (
                    &row.symbol,
                    &row.language,
                    &row.kind,
                    &sha256,
                    &row.address,
                    &row.fetched_at,
                ),
            )?;
            // Where another file was kept before, this one has no owner.
            files::sweep(transaction)
        })
    }

    /// The files that were fetched under a symbol, in every language, the earliest first.
    pub fn fetched(&self, symbol: &str) -> Result<Vec<FetchedRow>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT * FROM fetched WHERE symbol = ?1 ORDER BY fetched_at, rowid")?;
        let rows = statement.query_map([symbol], |row| FetchedRow::try_from(row))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The bytes of a fetched file; `None` where there is no such file.
    pub fn fetched_file(&self, row: &FetchedRow) -> Result<Option<Vec<u8>>> {
        let bytes = self
            .connection
            .prepare_cached(
                "SELECT bytes FROM files JOIN fetched USING (sha256) \
                 WHERE symbol = ?1 AND language = ?2 AND kind = ?3",
            )?
            .query_row([&row.symbol, &row.language, &row.kind], |row| row.get(0))
            .optional()?;
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{AT, document, store};

    fn row(language: &str, kind: &str) -> FetchedRow {
        FetchedRow {
            symbol: "A/RES/80/999".into(),
            language: language.into(),
            kind: kind.into(),
            address: "https://documents.un.org/doc/trees".into(),
            fetched_at: AT.into(),
        }
    }

    #[test]
    fn a_fetched_file_stays_for_good_and_is_told_apart_by_language_and_kind() {
        let (_folder, mut store) = store();
        let [word, pdf, french] = [row("en", "docx"), row("en", "pdf"), row("fr", "docx")];
        store.keep_fetched(&word, b"word").unwrap();
        store.keep_fetched(&pdf, b"pdf").unwrap();
        assert_eq!(store.fetched("A/RES/80/999").unwrap(), [word.clone(), pdf]);
        assert_eq!(store.fetched("A/RES/80/998").unwrap(), []);
        assert_eq!(store.fetched_file(&french).unwrap(), None);

        // Taking documents out leaves it alone.
        let trees = document("Trees", &["Count them."]);
        store.put_document(&trees, b"of the document", AT).unwrap();
        store.remove_document(&trees.id).unwrap();
        assert_eq!(store.fetched_file(&word).unwrap().unwrap(), b"word");
    }

    #[test]
    fn the_first_file_counts() {
        let (_folder, mut store) = store();
        store.keep_fetched(&row("en", "pdf"), b"first").unwrap();
        store.keep_fetched(&row("en", "pdf"), b"second").unwrap();
        assert_eq!(
            store.fetched_file(&row("en", "pdf")).unwrap().unwrap(),
            b"first"
        );
        let files: u32 = store
            .connection
            .query_row("SELECT count(*) FROM files", [], |row| row.get(0))
            .unwrap();
        assert_eq!(files, 1);
    }
}
