//! Files as they are met in life.

use super::*;
use crate::testing::{AT, document, note};

struct Place {
    _folder: tempfile::TempDir,
    path: PathBuf,
}

fn place() -> Place {
    let folder = tempfile::tempdir().unwrap();
    Place {
        path: folder.path().join("data").join("library.sqlite"),
        _folder: folder,
    }
}

impl Place {
    fn next_to(&self, name: &str) -> PathBuf {
        self.path.with_file_name(name)
    }

    fn write(&self, bytes: &[u8]) {
        fs::create_dir_all(self.path.parent().unwrap()).unwrap();
        fs::write(&self.path, bytes).unwrap();
    }

    /// A library with a document and a note, closed.
    fn fill(&self) {
        fill(&mut Store::open(&self.path).unwrap().store);
    }
}

fn fill(store: &mut Store) {
    let trees = document("Trees", &["Count them."]);
    store.put_document(&trees, b"bytes", AT).unwrap();
    store.add_note(&note("n1", &trees)).unwrap();
}

fn assert_filled(store: &Store) {
    let trees = document("Trees", &["Count them."]);
    assert_eq!(store.document(&trees.id).unwrap(), Some(trees.clone()));
    assert_eq!(store.notes_of(&trees.id).unwrap(), [note("n1", &trees)]);
}

fn assert_works(store: &mut Store) {
    assert!(store.documents().unwrap().is_empty());
    fill(store);
    assert_filled(store);
}

#[test]
fn is_made_with_its_folder_and_is_there_the_next_time() {
    let place = place();
    let mut opened = Store::open(&place.path).unwrap();
    assert_eq!(opened.event, Event::Created);
    assert_eq!(opened.store.path(), place.path);
    assert_works(&mut opened.store);
    drop(opened);
    let again = Store::open(&place.path).unwrap();
    assert_eq!(again.event, Event::Opened);
    assert_filled(&again.store);
}

#[test]
fn is_set_up_for_safety() {
    let place = place();
    let store = Store::open(&place.path).unwrap().store;
    let mode: String = store
        .connection
        .pragma_query_value(None, "journal_mode", |row| row.get(0))
        .unwrap();
    let keys: bool = store
        .connection
        .pragma_query_value(None, "foreign_keys", |row| row.get(0))
        .unwrap();
    let full: u32 = store
        .connection
        .pragma_query_value(None, "synchronous", |row| row.get(0))
        .unwrap();
    assert_eq!((mode.as_str(), keys, full), ("wal", true, 2));
}

#[test]
fn an_empty_file_is_filled() {
    let place = place();
    place.write(b"");
    let mut opened = Store::open(&place.path).unwrap();
    assert_eq!(opened.event, Event::Created);
    assert_works(&mut opened.store);
}

#[test]
fn garbage_is_set_aside_under_counted_names() {
    let place = place();
    for n in 1..=2 {
        let garbage: Vec<u8> = (0..20_000u32).map(|k| (k * k % (250 + n)) as u8).collect();
        place.write(&garbage);
        let mut opened = Store::open(&place.path).unwrap();
        let aside = place.next_to(&format!("library.damaged-{n}.sqlite"));
        assert_eq!(
            opened.event,
            Event::SetAsideDamaged {
                path: aside.clone()
            }
        );
        assert_eq!(fs::read(aside).unwrap(), garbage);
        assert_works(&mut opened.store);
    }
}

#[test]
fn a_truncated_file_is_set_aside_as_it_is() {
    let place = place();
    place.fill();
    let bytes = fs::read(&place.path).unwrap();
    let mut times = 0;
    for length in [1, 50, 100, 3_000, 4_096, bytes.len() / 2, bytes.len() - 1] {
        place.write(&bytes[..length]);
        let mut opened = Store::open(&place.path).unwrap();
        times += 1;
        let aside = place.next_to(&format!("library.damaged-{times}.sqlite"));
        assert_eq!(
            opened.event,
            Event::SetAsideDamaged {
                path: aside.clone()
            },
            "{length}"
        );
        assert_eq!(fs::read(aside).unwrap(), bytes[..length]);
        assert_works(&mut opened.store);
    }
}

#[test]
fn a_file_with_an_overwritten_page_is_set_aside() {
    let place = place();
    place.fill();
    let mut bytes = fs::read(&place.path).unwrap();
    bytes[4_096..2 * 4_096].fill(0x5a);
    place.write(&bytes);
    let opened = Store::open(&place.path).unwrap();
    assert!(
        matches!(opened.event, Event::SetAsideDamaged { .. }),
        "{:?}",
        opened.event
    );
}

#[test]
fn a_foreign_database_is_set_aside() {
    let place = place();
    place.write(b"");
    Connection::open(&place.path)
        .unwrap()
        .execute_batch("CREATE TABLE recipes (name)")
        .unwrap();
    let mut opened = Store::open(&place.path).unwrap();
    assert!(matches!(opened.event, Event::SetAsideDamaged { .. }));
    assert_works(&mut opened.store);
}

#[test]
fn a_log_without_its_database_is_set_aside() {
    let place = place();
    place.write(b"");
    fs::write(
        place.next_to("library.sqlite-wal"),
        b"what was written last",
    )
    .unwrap();
    let mut opened = Store::open(&place.path).unwrap();
    assert!(matches!(opened.event, Event::SetAsideDamaged { .. }));
    let log = fs::read(place.next_to("library.damaged-1.sqlite-wal")).unwrap();
    assert_eq!(log, b"what was written last");
    assert_works(&mut opened.store);
}

#[test]
fn what_a_crash_left_in_the_log_is_there_again() {
    let place = place();
    let crashed = Store::open(&place.path).unwrap();
    let mut store = crashed.store;
    fill(&mut store);
    // A copy of the files as they are now is what a crash would leave.
    let copy = place.next_to("copy.sqlite");
    fs::copy(&place.path, &copy).unwrap();
    fs::copy(
        place.next_to("library.sqlite-wal"),
        place.next_to("copy.sqlite-wal"),
    )
    .unwrap();
    let opened = Store::open(&copy).unwrap();
    assert_eq!(opened.event, Event::Opened);
    assert_filled(&opened.store);
}

/// Today's schema and one more step, as the next version may have.
fn next_steps() -> Vec<M<'static>> {
    let mut steps: Vec<M<'static>> = STEPS.to_vec();
    steps.push(M::up(
        "ALTER TABLE notes ADD COLUMN delegation TEXT NOT NULL DEFAULT ''",
    ));
    steps
}

#[test]
fn a_newer_file_is_set_aside_with_its_log() {
    let place = place();
    let steps = next_steps();
    let options = Options {
        steps: &steps,
        ..Options::default()
    };
    let mut newer = open(&place.path, &options).unwrap().store;
    fill(&mut newer);
    // Left as a crash leaves it: the newest data only in the log.
    newer
        .connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)
        .unwrap();
    drop(newer);
    let mut opened = Store::open(&place.path).unwrap();
    let aside = place.next_to("library.newer-1.sqlite");
    assert_eq!(
        opened.event,
        Event::SetAsideNewer {
            path: aside.clone()
        }
    );
    assert_works(&mut opened.store);
    let kept = open(&aside, &options).unwrap();
    assert_eq!(kept.event, Event::Opened);
    assert_filled(&kept.store);
}

#[test]
fn an_older_file_is_copied_and_migrated() {
    let place = place();
    place.fill();
    let steps = next_steps();
    let options = Options {
        steps: &steps,
        ..Options::default()
    };
    let backup = place.next_to("library.backup-1.sqlite");
    let opened = open(&place.path, &options).unwrap();
    assert_eq!(
        opened.event,
        Event::Migrated {
            backup: backup.clone()
        }
    );
    assert_filled(&opened.store);
    // The copy is whole and of the old schema.
    let copy = Store::open(&backup).unwrap();
    assert_eq!(copy.event, Event::Opened);
    assert_filled(&copy.store);
}

#[test]
fn a_migration_that_fails_leaves_the_file_as_it_was() {
    let place = place();
    place.fill();
    let mut steps = next_steps();
    steps.push(M::up("DELETE FROM notes; UPDATE no_such_table SET x = 1"));
    let options = Options {
        steps: &steps,
        ..Options::default()
    };
    assert!(matches!(
        open(&place.path, &options),
        Err(StoreError::Migration(_))
    ));
    let opened = Store::open(&place.path).unwrap();
    assert_eq!(opened.event, Event::Opened);
    assert_filled(&opened.store);
}

/// What a library of each released schema holds, as its program wrote it.
const FIXTURES: [&str; STEPS.len()] = [
    include_str!("../../fixtures/1-library.sql"),
    include_str!("../../fixtures/2-library.sql"),
    include_str!("../../fixtures/3-library.sql"),
    include_str!("../../fixtures/4-library.sql"),
];

#[test]
fn a_library_of_every_released_schema_opens_with_all_that_is_in_it() {
    for (taken, fixture) in FIXTURES
        .iter()
        .enumerate()
        .map(|(k, fixture)| (k + 1, fixture))
    {
        let place = place();
        place.write(b"");
        let mut connection = Connection::open(&place.path).unwrap();
        Migrations::from_slice(STEPS)
            .to_version(&mut connection, taken)
            .unwrap();
        connection.execute_batch(fixture).unwrap();
        drop(connection);
        let opened = Store::open(&place.path).unwrap();
        match opened.event {
            Event::Opened => assert_eq!(taken, STEPS.len()),
            Event::Migrated { .. } => assert!(taken < STEPS.len()),
            other => panic!("schema {taken}: {other:?}"),
        }
        let store = opened.store;
        let rows = store.documents().unwrap();
        assert_eq!(rows.len(), 1);
        let document = store.document(&rows[0].id).unwrap().unwrap();
        assert_eq!(document.title, rows[0].title);
        assert_eq!(store.file(&document.id).unwrap().unwrap(), b"# Trees");
        let notes = store.notes_of(&document.id).unwrap();
        assert_eq!((notes.len(), notes[0].tags.len()), (1, 1));
        let found = wsis_notes::resolve(&notes[0].anchor, &document);
        assert!(matches!(found, wsis_notes::Resolution::Found { .. }));
        assert_eq!(
            store
                .manual_links(&document.id, &document.id)
                .unwrap()
                .len(),
            1
        );
        assert_eq!(store.setting::<String>("theme").unwrap().unwrap(), "dark");
    }
}

#[test]
fn an_empty_database_without_steps_is_filled() {
    let place = place();
    place.write(b"");
    drop(connect(&place.path, Duration::ZERO).unwrap());
    assert!(fs::metadata(&place.path).unwrap().len() > 0);
    let mut opened = Store::open(&place.path).unwrap();
    assert_eq!(opened.event, Event::Created);
    assert_works(&mut opened.store);
}

#[test]
fn a_folder_in_its_place_is_refused() {
    let place = place();
    fs::create_dir_all(&place.path).unwrap();
    assert!(
        matches!(Store::open(&place.path), Err(StoreError::NotAFile { path }) if path == place.path)
    );
}

#[test]
fn a_file_in_place_of_its_folder_is_refused() {
    let place = place();
    fs::write(place.path.parent().unwrap(), "in the way").unwrap();
    assert!(matches!(
        Store::open(&place.path),
        Err(StoreError::Folder { .. })
    ));
}

#[test]
fn a_file_held_by_another_program_is_left_alone() {
    let place = place();
    place.fill();
    let other = Connection::open(&place.path).unwrap();
    other
        .execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; DELETE FROM notes")
        .unwrap();
    let options = Options {
        patience: Duration::from_millis(20),
        ..Options::default()
    };
    assert!(matches!(
        open(&place.path, &options),
        Err(StoreError::Locked)
    ));
    drop(other);
    let opened = Store::open(&place.path).unwrap();
    assert_eq!(opened.event, Event::Opened);
    assert_filled(&opened.store);
}

#[test]
fn a_write_while_another_program_writes_is_refused_whole() {
    let place = place();
    place.fill();
    let options = Options {
        patience: Duration::from_millis(20),
        ..Options::default()
    };
    let mut store = open(&place.path, &options).unwrap().store;
    let other = Connection::open(&place.path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert!(matches!(
        store.set_setting("theme", "dark"),
        Err(StoreError::Locked)
    ));
    assert_filled(&store);
    other.execute_batch("COMMIT").unwrap();
    store.set_setting("theme", "dark").unwrap();
}

#[test]
fn several_programs_may_start_at_once() {
    for _ in 0..10 {
        let place = place();
        let start = std::sync::Barrier::new(4);
        std::thread::scope(|scope| {
            let open = || {
                start.wait();
                Store::open(&place.path).map(|opened| opened.event)
            };
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(open)).collect();
            for thread in threads {
                let event = thread.join().unwrap();
                assert!(
                    matches!(event, Ok(Event::Created | Event::Opened)),
                    "{event:?}"
                );
            }
        });
        assert_works(&mut Store::open(&place.path).unwrap().store);
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_written_is_an_error() {
    use std::os::unix::fs::PermissionsExt;

    let place = place();
    place.fill();
    fs::set_permissions(&place.path, fs::Permissions::from_mode(0o444)).unwrap();
    if fs::OpenOptions::new().write(true).open(&place.path).is_ok() {
        println!("skipped: a file that may not be written: this user may write everywhere");
        return;
    }
    let opened = Store::open(&place.path);
    assert!(matches!(opened, Err(StoreError::ReadOnly)), "{opened:?}");
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_an_error() {
    use std::os::unix::fs::PermissionsExt;

    let place = place();
    place.fill();
    let folder = place.path.parent().unwrap();
    let allow = |mode| fs::set_permissions(folder, fs::Permissions::from_mode(mode)).unwrap();
    allow(0o555);
    let forbidden = fs::write(folder.join("probe"), "").is_err();
    let opened = Store::open(&place.path);
    let fresh = Store::open(folder.join("other.sqlite"));
    allow(0o755);
    if !forbidden {
        println!("skipped: a folder that may not be written: this user may write everywhere");
        return;
    }
    assert!(matches!(opened, Err(StoreError::ReadOnly)), "{opened:?}");
    assert!(matches!(fresh, Err(StoreError::ReadOnly)), "{fresh:?}");
    assert_filled(&Store::open(&place.path).unwrap().store);
}
