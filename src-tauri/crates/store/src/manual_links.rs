//! What people decided about paragraphs, with who, when and why.

use wsis_compare::ManualLink;
use wsis_document::DocumentId;

use crate::column::{json, parse};
use crate::{Result, Store};

/// Identity of a manual link in its library file; never given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ManualLinkId(pub i64);

/// Who made a decision, when and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Authorship {
    /// Name as the user gave it; may be empty.
    pub author: String,
    /// RFC 3339, UTC.
    pub made_at: String,
    /// In the user's words; may be empty.
    pub reason: String,
}

/// A manual link as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ManualLinkRow {
    /// Identity.
    pub id: ManualLinkId,
    /// The decision.
    pub link: ManualLink,
    /// Who, when and why.
    pub by: Authorship,
}

impl Store {
    /// Keeps a decision about two documents.
    pub fn add_manual_link(
        &mut self,
        left: &DocumentId,
        right: &DocumentId,
        link: &ManualLink,
        by: &Authorship,
    ) -> Result<ManualLinkId> {
        let body = json("manual link", link)?;
        self.write(|transaction| {
            transaction.execute(
                "INSERT INTO manual_links \
                 (left_document, right_document, body, author, made_at, reason) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                (&left.0, &right.0, body, &by.author, &by.made_at, &by.reason),
            )?;
            Ok(ManualLinkId(transaction.last_insert_rowid()))
        })
    }

    /// Takes a decision back; `false` where there is none of that id.
    pub fn remove_manual_link(&mut self, id: ManualLinkId) -> Result<bool> {
        self.write(|transaction| {
            Ok(transaction.execute("DELETE FROM manual_links WHERE id = ?1", [id.0])? > 0)
        })
    }

    /// The decisions about two documents, in this order of the two, the oldest first.
    pub fn manual_links(
        &self,
        left: &DocumentId,
        right: &DocumentId,
    ) -> Result<Vec<ManualLinkRow>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, body, author, made_at, reason FROM manual_links \
             WHERE left_document = ?1 AND right_document = ?2 ORDER BY id",
        )?;
        let rows = statement.query_map([&left.0, &right.0], |row| {
            let by = Authorship {
                author: row.get(2)?,
                made_at: row.get(3)?,
                reason: row.get(4)?,
            };
            Ok((ManualLinkId(row.get(0)?), row.get::<_, String>(1)?, by))
        })?;
        rows.map(|row| {
            let (id, body, by) = row?;
            Ok(ManualLinkRow {
                id,
                link: parse("manual link", &body)?,
                by,
            })
        })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use wsis_compare::ManualAction;

    use super::*;
    use crate::testing::{AT, store};

    #[test]
    fn decisions_are_kept_for_their_pair_until_taken_back() {
        let (_folder, mut store) = store();
        let [a, b] = ["a", "b"].map(|id| DocumentId(id.into()));
        let link = ManualLink {
            left: vec!["1".into()],
            right: vec!["2".into(), "3".into()],
            action: ManualAction::Link,
        };
        let unlink = ManualLink {
            action: ManualAction::Unlink,
            ..link.clone()
        };
        let by = Authorship {
            author: "me".into(),
            made_at: AT.into(),
            reason: "obvious".into(),
        };
        let first = store.add_manual_link(&a, &b, &link, &by).unwrap();
        let second = store.add_manual_link(&a, &b, &unlink, &by).unwrap();
        let kept = store.manual_links(&a, &b).unwrap();
        assert_eq!(
            kept[0],
            ManualLinkRow {
                id: first,
                link,
                by: by.clone()
            }
        );
        assert_eq!(
            kept[1],
            ManualLinkRow {
                id: second,
                link: unlink.clone(),
                by: by.clone()
            }
        );
        assert_eq!(store.manual_links(&b, &a).unwrap(), []);
        assert!(store.remove_manual_link(second).unwrap());
        assert!(!store.remove_manual_link(second).unwrap());
        assert_eq!(store.manual_links(&a, &b).unwrap().len(), 1);
        assert_ne!(store.add_manual_link(&a, &b, &unlink, &by).unwrap(), second);
    }
}
