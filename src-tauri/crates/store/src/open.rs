//! Opening the library file: looking at what is there before anything is written to it.

mod aside;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use rusqlite_migration::{M, Migrations};

use crate::schema::{APPLICATION_ID, STEPS};
use crate::{Result, Store, StoreError};

/// An open library file, and how it came to be so.
#[derive(Debug)]
pub struct Opened {
    /// The library.
    pub store: Store,
    /// What happened.
    pub event: Event,
}

/// What opening the library file did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// It was there, and is as it was.
    Opened,
    /// There was none, or an empty one; it was made.
    Created,
    /// It was of an older schema and was brought up to date.
    Migrated {
        /// The copy that was made before.
        backup: PathBuf,
    },
    /// It was damaged or no library at all; it was renamed and a fresh one made.
    SetAsideDamaged {
        /// Its new name.
        path: PathBuf,
    },
    /// It was made by a newer version of the program; it was renamed and a fresh one made.
    SetAsideNewer {
        /// Its new name.
        path: PathBuf,
    },
}

/// Bytes of the smallest database: one page of the smallest size.
const SMALLEST: u64 = 512;

/// What tests do otherwise.
pub(crate) struct Options<'m> {
    /// The schema.
    pub steps: &'m [M<'m>],
    /// How long to wait for another program to let go of the file.
    pub patience: Duration,
}

impl Default for Options<'static> {
    fn default() -> Self {
        Options {
            steps: STEPS,
            patience: Duration::from_secs(5),
        }
    }
}

/// What is at the path of the library file.
#[derive(Debug, PartialEq, Eq)]
enum State {
    Absent,
    Current,
    Older,
    Newer,
    Damaged,
}

/// See [`Store::open`].
pub(crate) fn open(path: &Path, options: &Options<'_>) -> Result<Opened> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder {
        fs::create_dir_all(folder).map_err(|source| StoreError::Folder {
            path: folder.to_owned(),
            source,
        })?;
    }
    let _turn = aside::take_turn(path);
    let state = inspect(path, options)?;
    tracing::info!(path = %path.display(), ?state, "library file");
    let mut event = match state {
        State::Absent => Event::Created,
        State::Current | State::Older => Event::Opened,
        State::Newer => Event::SetAsideNewer {
            path: aside::set_aside(path, "newer")?,
        },
        State::Damaged => Event::SetAsideDamaged {
            path: aside::set_aside(path, "damaged")?,
        },
    };
    let mut connection = connect(path, options.patience)?;
    if state == State::Older {
        let backup = aside::free_name(path, "backup");
        back_up(&connection, &backup)?;
        event = Event::Migrated { backup };
    }
    // Off while a step may rebuild a table that others refer to; each step checks its keys.
    connection.pragma_update(None, "foreign_keys", false)?;
    Migrations::from_slice(options.steps).to_latest(&mut connection)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    Ok(Opened {
        store: Store {
            connection,
            path: path.to_owned(),
        },
        event,
    })
}

/// Looks at the file without changing it.
fn inspect(path: &Path, options: &Options<'_>) -> Result<State> {
    match fs::metadata(path) {
        Ok(metadata) if !metadata.is_file() => {
            return Err(StoreError::NotAFile {
                path: path.to_owned(),
            });
        }
        // SQLite would take what is too short to be a database for an empty one, and fill it.
        Ok(metadata) if (1..SMALLEST).contains(&metadata.len()) => return Ok(State::Damaged),
        Ok(metadata) if metadata.len() > 0 => {}
        // SQLite would throw away a log whose database is empty or gone.
        Ok(_) if aside::has_log(path) => return Ok(State::Damaged),
        Ok(_) => return Ok(State::Absent),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Ok(if aside::has_log(path) {
                State::Damaged
            } else {
                State::Absent
            });
        }
        Err(source) => {
            return Err(StoreError::Folder {
                path: path.to_owned(),
                source,
            });
        }
    }
    match examine(path, options) {
        Err(StoreError::Damaged(error)) => {
            tracing::warn!(path = %path.display(), %error, "library file is damaged");
            Ok(State::Damaged)
        }
        examined => examined,
    }
}

/// Asks SQLite about a file that is there and not empty.
fn examine(path: &Path, options: &Options<'_>) -> Result<State> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(options.patience)?;
    // What is set aside must be as it was: the log stays a log when this connection closes.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    let version = number(&connection, "user_version")?;
    let ours = number(&connection, "application_id")? == APPLICATION_ID;
    let empty = !connection
        .prepare("SELECT 1 FROM sqlite_schema")?
        .exists([])?;
    if !ours && !empty {
        return Ok(State::Damaged);
    }
    let newest = newest(options);
    if version > newest {
        return Ok(State::Newer);
    }
    // SQLite reads what is missing of the last page as zeros. With a log that is no loss: a
    // crash while the log was copied into the file leaves such a page, and the log has it.
    let page_size = u64::try_from(number(&connection, "page_size")?)
        .unwrap_or(SMALLEST)
        .max(SMALLEST);
    let torn = fs::metadata(path).is_ok_and(|file| file.len() % page_size != 0);
    if torn && !aside::has_log(path) {
        return Ok(State::Damaged);
    }
    let check: String =
        connection.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0))?;
    Ok(match version {
        _ if check != "ok" => State::Damaged,
        // Made, but never filled: the program was stopped in between.
        ..=0 if empty => State::Absent,
        ..=0 => State::Damaged,
        version if version < newest => State::Older,
        _ => State::Current,
    })
}

/// The schema version that this program knows.
fn newest(options: &Options<'_>) -> i32 {
    i32::try_from(options.steps.len()).unwrap_or(i32::MAX)
}

fn number(connection: &Connection, pragma: &str) -> Result<i32> {
    Ok(connection.pragma_query_value(None, pragma, |row| row.get(0))?)
}

/// Opens the file for use, making it where there is none.
fn connect(path: &Path, patience: Duration) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    // SQLite opens a file that may not be written for reading only, and does not say so.
    if connection.is_readonly("main")? {
        return Err(StoreError::ReadOnly);
    }
    connection.busy_timeout(patience)?;
    // Where the file system has no shared memory the answer is another mode, which works too.
    connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    Ok(connection)
}

/// Copies the whole database, its log included, to a new file.
fn back_up(connection: &Connection, backup: &Path) -> Result<()> {
    let failed = |source: StoreError| {
        // A part of a copy is worse than none; the failure itself is what is told.
        let _ = fs::remove_file(backup);
        StoreError::Backup {
            path: backup.to_owned(),
            source: Box::new(source),
        }
    };
    connection
        .backup("main", backup, None)
        .map_err(|error| failed(error.into()))
}

#[cfg(test)]
mod tests;
