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

/// A manual link on its way into the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewManualLink {
    /// The identity it had before it was taken back; `None` for a new one.
    pub id: Option<ManualLinkId>,
    /// The decision.
    pub link: ManualLink,
    /// Who, when and why.
    pub by: Authorship,
}

impl Store {
    /// Takes decisions about two documents back and puts others in their place, all or nothing.
    /// Answers with the identities of those put in, in order. One that was taken back may come
    /// back under its own identity.
    pub fn exchange_manual_links(
        &mut self,
        left: &DocumentId,
        right: &DocumentId,
        remove: &[ManualLinkId],
        add: &[NewManualLink],
    ) -> Result<Vec<ManualLinkId>> {
        let bodies = add
            .iter()
            .map(|new| json("manual link", &new.link))
            .collect::<Result<Vec<_>>>()?;
        self.write(|transaction| {
            for id in remove {
                transaction.execute("DELETE FROM manual_links WHERE id = ?1", [id.0])?;
            }
            add.iter()
                .zip(bodies)
                .map(|(new, body)| {
                    transaction.execute(
                        "INSERT INTO manual_links \
                         (id, left_document, right_document, body, author, made_at, reason) \
                         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                        (
                            new.id.map(|id| id.0),
                            &left.0,
                            &right.0,
                            body,
                            &new.by.author,
                            &new.by.made_at,
                            &new.by.reason,
                        ),
                    )?;
                    Ok(ManualLinkId(transaction.last_insert_rowid()))
                })
                .collect()
        })
    }

    /// The decisions about two documents, the oldest first, as seen with `left` on the left: those
    /// that were made with the sides exchanged are turned round.
    pub fn manual_links(
        &self,
        left: &DocumentId,
        right: &DocumentId,
    ) -> Result<Vec<ManualLinkRow>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, body, author, made_at, reason, left_document FROM manual_links \
             WHERE (left_document = ?1 AND right_document = ?2) \
             OR (left_document = ?2 AND right_document = ?1) ORDER BY id",
        )?;
        let rows = statement.query_map([&left.0, &right.0], |row| {
            let by = Authorship {
                author: row.get(2)?,
                made_at: row.get(3)?,
                reason: row.get(4)?,
            };
            let turned = row.get::<_, String>(5)? != left.0;
            Ok((
                ManualLinkId(row.get(0)?),
                row.get::<_, String>(1)?,
                by,
                turned,
            ))
        })?;
        rows.map(|row| {
            let (id, body, by, turned) = row?;
            let mut link: ManualLink = parse("manual link", &body)?;
            if turned {
                std::mem::swap(&mut link.left, &mut link.right);
            }
            Ok(ManualLinkRow { id, link, by })
        })
        .collect()
    }

    /// The documents that a document was compared with and about which somebody decided
    /// something, without itself, by id.
    pub fn manual_link_partners(&self, document: &DocumentId) -> Result<Vec<DocumentId>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT right_document FROM manual_links \
             WHERE left_document = ?1 AND right_document <> ?1 \
             UNION SELECT left_document FROM manual_links \
             WHERE right_document = ?1 AND left_document <> ?1 ORDER BY 1",
        )?;
        let rows = statement.query_map([&document.0], |row| row.get(0).map(DocumentId))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

#[cfg(test)]
mod tests {
    use wsis_compare::ManualAction;

    use super::*;
    use crate::testing::{AT, store};

    fn pair() -> [DocumentId; 2] {
        ["a", "b"].map(|id| DocumentId(id.into()))
    }

    fn decision(left: &[&str], right: &[&str], action: ManualAction) -> NewManualLink {
        let ids = |side: &[&str]| side.iter().map(|id| (*id).to_owned()).collect();
        NewManualLink {
            id: None,
            link: ManualLink {
                left: ids(left),
                right: ids(right),
                action,
            },
            by: Authorship {
                author: "me".into(),
                made_at: AT.into(),
                reason: "obvious".into(),
            },
        }
    }

    #[test]
    fn decisions_are_kept_for_their_pair_until_taken_back() {
        let (_folder, mut store) = store();
        let [a, b] = pair();
        let link = decision(&["1"], &["2", "3"], ManualAction::Link);
        let unlink = decision(&["1"], &["2", "3"], ManualAction::Unlink);
        let ids = store
            .exchange_manual_links(&a, &b, &[], &[link.clone(), unlink.clone()])
            .unwrap();
        let kept = store.manual_links(&a, &b).unwrap();
        let expected: Vec<ManualLinkRow> = ids
            .iter()
            .zip([&link, &unlink])
            .map(|(id, new)| ManualLinkRow {
                id: *id,
                link: new.link.clone(),
                by: new.by.clone(),
            })
            .collect();
        assert_eq!(kept, expected);
        store.exchange_manual_links(&a, &b, &ids[1..], &[]).unwrap();
        assert_eq!(store.manual_links(&a, &b).unwrap(), expected[..1]);
        let later = store
            .exchange_manual_links(&a, &b, &[], std::slice::from_ref(&unlink))
            .unwrap();
        assert_ne!(later[0], ids[1], "an identity is not given twice");
    }

    #[test]
    fn one_that_comes_back_is_the_one_it_was() {
        let (_folder, mut store) = store();
        let [a, b] = pair();
        let link = decision(&["1"], &["2"], ManualAction::Link);
        let first = store
            .exchange_manual_links(&a, &b, &[], std::slice::from_ref(&link))
            .unwrap()[0];
        let before = store.manual_links(&a, &b).unwrap();
        store.exchange_manual_links(&a, &b, &[first], &[]).unwrap();
        let again = NewManualLink {
            id: Some(first),
            ..link
        };
        store.exchange_manual_links(&a, &b, &[], &[again]).unwrap();
        assert_eq!(store.manual_links(&a, &b).unwrap(), before);
    }

    #[test]
    fn seen_from_the_other_side_they_are_turned_round() {
        let (_folder, mut store) = store();
        let [a, b] = pair();
        let link = decision(&["1"], &["2", "3"], ManualAction::Link);
        store.exchange_manual_links(&a, &b, &[], &[link]).unwrap();
        let seen = store.manual_links(&b, &a).unwrap();
        assert_eq!(seen[0].link.left, ["2", "3"]);
        assert_eq!(seen[0].link.right, ["1"]);
    }

    #[test]
    fn partners_are_those_on_either_side() {
        let (_folder, mut store) = store();
        let [a, b] = pair();
        let c = DocumentId("c".into());
        let link = decision(&["1"], &["2"], ManualAction::Link);
        for (left, right) in [(&a, &b), (&c, &a), (&a, &a), (&b, &c)] {
            store
                .exchange_manual_links(left, right, &[], std::slice::from_ref(&link))
                .unwrap();
        }
        assert_eq!(store.manual_link_partners(&a).unwrap(), [b, c]);
    }
}
