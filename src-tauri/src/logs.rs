//! The log: a file beside the library, so that a report of trouble has something to go by. It
//! holds names of commands and errors, never text of a document or a note.

use std::fs::File;
use std::path::Path;
use std::sync::Mutex;

/// Starts logging into `wsis-compare.log`, begun anew at every start; without the file the
/// program works all the same.
pub fn start(folder: &Path) {
    let file = std::fs::create_dir_all(folder)
        .and_then(|()| File::create(folder.join("wsis-compare.log")));
    match file {
        Ok(file) => tracing_subscriber::fmt()
            .with_ansi(false)
            .with_max_level(tracing::Level::INFO)
            .with_writer(Mutex::new(file))
            .init(),
        Err(error) => eprintln!("no log is kept: {error}"),
    }
}
