//! The files next to the library file: free names, companions, taking turns.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::{Result, StoreError};

/// What SQLite appends to the name of a database for the files that belong to it. The database
/// itself comes first.
const FAMILY: [&str; 4] = ["", "-wal", "-shm", "-journal"];

fn companion(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Waits until no other program is opening the same library, so that none is looked at while it
/// is made, migrated or renamed. The turn ends when the value is dropped; the file stays, since
/// another program may be waiting for it. `None` where the place knows no locks: what SQLite
/// itself locks is safe then too, but an opening may be refused.
pub(super) fn take_turn(path: &Path) -> Option<File> {
    let turn = File::create(companion(path, "-opening")).ok()?;
    turn.lock().ok()?;
    Some(turn)
}

/// Whether there is a write-ahead log with something in it.
pub(super) fn has_log(path: &Path) -> bool {
    fs::metadata(companion(path, "-wal")).is_ok_and(|log| log.len() > 0)
}

/// `library.<what>-<n>.sqlite` next to `library.sqlite`, with the least `n` from 1 that is free.
pub(super) fn free_name(path: &Path, what: &str) -> PathBuf {
    let mut n = 1u64;
    loop {
        let mut name = path.file_stem().map(OsString::from).unwrap_or_default();
        name.push(format!(".{what}-{n}"));
        if let Some(extension) = path.extension() {
            name.push(".");
            name.push(extension);
        }
        let candidate = path.with_file_name(name);
        let taken = |suffix: &str| companion(&candidate, suffix).symlink_metadata().is_ok();
        if !FAMILY.iter().any(|suffix| taken(suffix)) {
            return candidate;
        }
        n += 1;
    }
}

/// Renames a database with its companions to a free name, and says which.
pub(super) fn set_aside(path: &Path, what: &str) -> Result<PathBuf> {
    let target = free_name(path, what);
    for suffix in FAMILY {
        let from = companion(path, suffix);
        match fs::rename(&from, companion(&target, suffix)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(source) => return Err(StoreError::SetAside { path: from, source }),
            Ok(()) => {}
        }
    }
    Ok(target)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_count_up_and_companions_count_as_taken() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("library.sqlite");
        let name = |n: u32| folder.path().join(format!("library.newer-{n}.sqlite"));
        assert_eq!(free_name(&path, "newer"), name(1));
        fs::write(name(1), "").unwrap();
        fs::write(folder.path().join("library.newer-2.sqlite-wal"), "").unwrap();
        assert_eq!(free_name(&path, "newer"), name(3));
    }

    #[test]
    fn the_whole_family_is_renamed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("library");
        for suffix in FAMILY {
            fs::write(companion(&path, suffix), suffix).unwrap();
        }
        let aside = set_aside(&path, "damaged").unwrap();
        assert_eq!(aside, folder.path().join("library.damaged-1"));
        for suffix in FAMILY {
            assert!(!companion(&path, suffix).exists());
            assert_eq!(
                fs::read_to_string(companion(&aside, suffix)).unwrap(),
                suffix
            );
        }
    }
}
