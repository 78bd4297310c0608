//! Comparisons: a cache of what the engine can compute again.

use rusqlite::OptionalExtension;
use wsis_compare::{Comparison, ENGINE_VERSION, ManualLink, Settings};
use wsis_document::{DocumentId, sha256};

use crate::column::{json, parse};
use crate::{Result, Store};

/// How many comparisons are kept; the ones put in longest ago go first.
const MOST_KEPT: u32 = 64;

/// What a comparison depends on besides the texts and the engine.
fn request(settings: &Settings, manual: &[ManualLink]) -> Result<String> {
    let request = json("settings", &(settings, manual))?;
    Ok(sha256(request.as_bytes()))
}

impl Store {
    /// Keeps a comparison that was made with these manual links, in place of an older one. Of
    /// another engine version none is kept. Both documents must be in the library.
    pub fn put_comparison(&mut self, comparison: &Comparison, manual: &[ManualLink]) -> Result<()> {
        let request = request(&comparison.settings, manual)?;
        let body = json("comparison", comparison)?;
        self.write(|transaction| {
            transaction.execute(
                "DELETE FROM comparisons WHERE engine_version <> ?1",
                [ENGINE_VERSION],
            )?;
            transaction.execute(
                "INSERT OR REPLACE INTO comparisons \
                 (left_document, right_document, request, engine_version, body) \
                 VALUES (?1, ?2, ?3, ?4, ?5)",
                (
                    &comparison.left.0,
                    &comparison.right.0,
                    request,
                    comparison.engine_version,
                    body,
                ),
            )?;
            transaction.execute(
                "DELETE FROM comparisons WHERE rowid NOT IN \
                 (SELECT rowid FROM comparisons ORDER BY rowid DESC LIMIT ?1)",
                [MOST_KEPT],
            )?;
            Ok(())
        })
    }

    /// A comparison by this version of the engine, with these settings and manual links; `None`
    /// where it must be made.
    pub fn comparison(
        &self,
        left: &DocumentId,
        right: &DocumentId,
        settings: &Settings,
        manual: &[ManualLink],
    ) -> Result<Option<Comparison>> {
        let body: Option<String> = self
            .connection
            .prepare_cached(
                "SELECT body FROM comparisons WHERE left_document = ?1 AND right_document = ?2 \
                 AND request = ?3 AND engine_version = ?4",
            )?
            .query_row(
                (
                    &left.0,
                    &right.0,
                    request(settings, manual)?,
                    ENGINE_VERSION,
                ),
                |row| row.get(0),
            )
            .optional()?;
        // A cache may forget: what cannot be read is made anew.
        Ok(body.and_then(|body| {
            parse("comparison", &body)
                .inspect_err(|error| tracing::warn!(%error, "cached comparison dropped"))
                .ok()
        }))
    }
}

#[cfg(test)]
mod tests {
    use wsis_compare::{Granularity, ManualAction, Precision, Regime, Summary};
    use wsis_document::Document;

    use super::*;
    use crate::StoreError;
    use crate::testing::{AT, document, store};

    fn comparison(left: &Document, right: &Document) -> Comparison {
        Comparison {
            left: left.id.clone(),
            right: right.id.clone(),
            settings: Settings::default(),
            engine_version: ENGINE_VERSION,
            regime: Regime::Related,
            kept: 0.125,
            section_links: Vec::new(),
            links: Vec::new(),
            suggestions: Vec::new(),
            differences: Vec::new(),
            mark_changes: Vec::new(),
            heading_marks: Vec::new(),
            summary: Summary::default(),
            precision: Precision::default(),
            notices: vec![],
        }
    }

    #[test]
    fn is_found_under_what_it_was_made_from_only() {
        let (_folder, mut store) = store();
        let [a, b] = ["a", "b"].map(|title| document(title, &["Text."]));
        for document in [&a, &b] {
            store.put_document(document, b"", AT).unwrap();
        }
        let made = comparison(&a, &b);
        store.put_comparison(&made, &[]).unwrap();
        let plain = Settings::default();
        let by_letter = Settings {
            granularity: Granularity::Character,
            ..plain.clone()
        };
        let manual = ManualLink {
            left: vec![],
            right: vec!["1".into()],
            action: ManualAction::Unlink,
        };
        let get = |left: &Document, right: &Document, settings, manual: &[ManualLink]| {
            store
                .comparison(&left.id, &right.id, settings, manual)
                .unwrap()
        };
        assert_eq!(get(&a, &b, &plain, &[]), Some(made));
        assert_eq!(get(&b, &a, &plain, &[]), None);
        assert_eq!(get(&a, &b, &by_letter, &[]), None);
        assert_eq!(get(&a, &b, &plain, &[manual]), None);
    }

    #[test]
    fn what_is_stale_or_unreadable_is_made_anew() {
        let (_folder, mut store) = store();
        let a = document("a", &["Text."]);
        store.put_document(&a, b"", AT).unwrap();
        let old = Comparison {
            engine_version: ENGINE_VERSION + 1,
            ..comparison(&a, &a)
        };
        store.put_comparison(&old, &[]).unwrap();
        assert_eq!(
            store.comparison(&a.id, &a.id, &old.settings, &[]).unwrap(),
            None
        );
        let new = comparison(&a, &a);
        store.put_comparison(&new, &[]).unwrap();
        assert_eq!(
            store.comparison(&a.id, &a.id, &new.settings, &[]).unwrap(),
            Some(new.clone())
        );
        store
            .connection
            .execute("UPDATE comparisons SET body = '{}'", [])
            .unwrap();
        assert_eq!(
            store.comparison(&a.id, &a.id, &new.settings, &[]).unwrap(),
            None
        );
    }

    #[test]
    fn goes_with_its_documents_and_cannot_be_without_them() {
        let (_folder, mut store) = store();
        let [a, b] = ["a", "b"].map(|title| document(title, &["Text."]));
        let made = comparison(&a, &b);
        assert!(matches!(
            store.put_comparison(&made, &[]),
            Err(StoreError::Sqlite(_))
        ));
        for document in [&a, &b] {
            store.put_document(document, b"", AT).unwrap();
        }
        store.put_comparison(&made, &[]).unwrap();
        store.remove_document(&b.id).unwrap();
        store.put_document(&b, b"", AT).unwrap();
        assert_eq!(
            store.comparison(&a.id, &b.id, &made.settings, &[]).unwrap(),
            None
        );
    }

    #[test]
    fn the_cache_does_not_grow_for_ever() {
        let (_folder, mut store) = store();
        let a = document("a", &["Text."]);
        store.put_document(&a, b"", AT).unwrap();
        let made = comparison(&a, &a);
        let manual = |k: u32| {
            [ManualLink {
                left: vec![k.to_string()],
                right: vec![],
                action: ManualAction::Link,
            }]
        };
        for k in 0..=MOST_KEPT {
            store.put_comparison(&made, &manual(k)).unwrap();
        }
        assert_eq!(
            store
                .comparison(&a.id, &a.id, &made.settings, &manual(0))
                .unwrap(),
            None
        );
        assert!(
            store
                .comparison(&a.id, &a.id, &made.settings, &manual(1))
                .unwrap()
                .is_some()
        );
    }
}
