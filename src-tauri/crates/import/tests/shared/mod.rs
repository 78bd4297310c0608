//! The official texts, which are kept outside the repository.

use std::path::{Path, PathBuf};

/// The path of a file among the official texts; `None`, with a line that says so, where the
/// folder is not here.
pub fn text(test: &str, path: &str) -> Option<PathBuf> {
    let folder = match std::env::var_os("WSIS_SHARED") {
        Some(folder) => PathBuf::from(folder),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared"),
    };
    let path = folder.join("texts").join(path);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: {test}: the folder with the official texts is not here");
    None
}
