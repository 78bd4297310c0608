//! Word files of the time before DOCX, converted by an installed LibreOffice. The one place that
//! starts another program.
//!
//! It is given a folder of its own for the file, the result and its settings, so that it neither
//! sees nor changes those of the user and runs beside an open LibreOffice; it is stopped with all
//! that it started when the reading is cancelled or takes too long.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use wsis_document::Monitor;
use wsis_import::{ImportError, MAX_FILE, is_legacy_word};

/// How often the running program is looked at.
const INTERVAL: Duration = Duration::from_millis(50);

/// Names under which LibreOffice is found on the path.
const NAMES: [&str; 4] = ["soffice", "libreoffice", "soffice.exe", "soffice.com"];

/// Where installers put it otherwise.
const PLACES: [&str; 5] = [
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
];

/// The bytes of a file in a form that can be read: those of an old Word file as DOCX, any others
/// as they are.
///
/// # Errors
/// [`ImportError::LegacyWord`] where no LibreOffice is installed or it cannot convert the file,
/// [`ImportError::Cancelled`] where `monitor` says to stop before it is done.
///
/// # Cost
/// A few seconds for an old Word file; nothing for any other.
pub(crate) fn readable(bytes: Vec<u8>, monitor: &dyn Monitor) -> Result<Vec<u8>, ImportError> {
    if bytes.len() > MAX_FILE || !is_legacy_word(&bytes) {
        return Ok(bytes);
    }
    let program = installed().ok_or(ImportError::LegacyWord)?;
    convert(&program, &bytes, monitor)
}

/// LibreOffice, if it is installed.
pub(crate) fn installed() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = std::env::split_paths(&path)
        .flat_map(|folder| NAMES.map(|name| folder.join(name)))
        .find(|program| program.is_file());
    on_path.or_else(|| {
        PLACES
            .iter()
            .map(PathBuf::from)
            .find(|program| program.is_file())
    })
}

fn convert(program: &Path, bytes: &[u8], monitor: &dyn Monitor) -> Result<Vec<u8>, ImportError> {
    let failed = |error: std::io::Error| {
        tracing::warn!(%error, "an old Word file could not be converted");
        ImportError::LegacyWord
    };
    let folder = tempfile::tempdir().map_err(failed)?;
    let (source, target) = (
        folder.path().join("text.doc"),
        folder.path().join("text.docx"),
    );
    std::fs::write(&source, bytes).map_err(failed)?;
    let mut command = Command::new(program);
    command
        .arg(format!(
            "-env:UserInstallation={}",
            file_url(&folder.path().join("settings"))
        ))
        .args([
            "--headless",
            "--norestore",
            "--nologo",
            "--convert-to",
            "docx",
            "--outdir",
        ])
        .arg(folder.path())
        .arg(&source)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn().map_err(failed)?;
    loop {
        match child.try_wait() {
            Ok(Some(_)) => break,
            Ok(None) if monitor.stop().is_some() => {
                end(&mut child);
                return Err(ImportError::Cancelled);
            }
            Ok(None) => thread::sleep(INTERVAL),
            Err(error) => {
                end(&mut child);
                return Err(failed(error));
            }
        }
    }
    std::fs::read(&target).map_err(failed)
}

/// Ends a program with all that it started: the one that is called only starts another.
fn end(child: &mut Child) {
    let id = child.id().to_string();
    let ended = if cfg!(windows) {
        Command::new("taskkill")
            .args(["/T", "/F", "/PID", &id])
            .status()
    } else {
        Command::new("kill")
            .args(["-KILL", "--", &format!("-{id}")])
            .status()
    };
    if let Err(error) = ended {
        tracing::warn!(%error, "a program that was started could not be ended with its own");
    }
    // Where it has ended already there is nothing to do.
    let _ = child.kill();
    let _ = child.wait();
}

/// The address of a path, as LibreOffice wants its settings named.
fn file_url(path: &Path) -> String {
    let mut url = String::from("file://");
    let path = path.to_string_lossy().replace('\\', "/");
    if !path.starts_with('/') {
        url.push('/');
    }
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b':' => {
                url.push(byte as char);
            }
            byte => url.push_str(&format!("%{byte:02X}")),
        }
    }
    url
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use wsis_document::{Silent, Stage, Stop};
    use wsis_import::{Options, import};

    use super::*;

    /// An old Word file with these paragraphs, made by LibreOffice itself.
    fn old_word(program: &Path, paragraphs: &[&str]) -> Vec<u8> {
        let folder = tempfile::tempdir().unwrap();
        let page: String = paragraphs
            .iter()
            .map(|text| format!("<p>{text}</p>"))
            .collect();
        let source = folder.path().join("text.html");
        std::fs::write(&source, format!("<meta charset=utf-8><body>{page}")).unwrap();
        let settings = file_url(&folder.path().join("settings"));
        Command::new(program)
            .arg(format!("-env:UserInstallation={settings}"))
            .args([
                "--headless",
                "--writer",
                "--convert-to",
                "doc:MS Word 97",
                "--outdir",
            ])
            .arg(folder.path())
            .arg(&source)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .unwrap();
        std::fs::read(folder.path().join("text.doc")).unwrap()
    }

    #[test]
    fn an_old_word_file_is_read_through_libreoffice() {
        let Some(program) = installed() else {
            println!(
                "skipped: an_old_word_file_is_read_through_libreoffice: there is no LibreOffice"
            );
            return;
        };
        let texts = ["1. Ships keep right.", "2. Les bateaux attendent à côté."];
        let old = old_word(&program, &texts);
        assert!(is_legacy_word(&old));
        let bytes = readable(old, &Silent).unwrap();
        let document = import("old.doc", &bytes, &Options::default(), &Silent).unwrap();
        let read: Vec<(&str, &str)> = document
            .paragraphs
            .iter()
            .map(|p| (p.id.as_str(), p.text.as_str()))
            .collect();
        assert_eq!(
            read,
            [
                ("1", "Ships keep right."),
                ("2", "Les bateaux attendent à côté.")
            ]
        );
    }

    #[test]
    fn a_stopped_conversion_leaves_nothing_running() {
        struct Stopped;
        impl Monitor for Stopped {
            fn progress(&self, _: Stage, _: u64, _: u64) {}
            fn stop(&self) -> Option<Stop> {
                Some(Stop::Cancelled)
            }
        }
        // Any program that would run for long.
        let sleeping = Path::new("/usr/bin/yes");
        if !sleeping.is_file() {
            println!(
                "skipped: a_stopped_conversion_leaves_nothing_running: there is no such program"
            );
            return;
        }
        let begun = Instant::now();
        let stopped = convert(sleeping, b"x", &Stopped);
        assert_eq!(stopped.err(), Some(ImportError::Cancelled));
        assert!(begun.elapsed() < Duration::from_secs(20));
    }

    #[test]
    fn a_program_that_makes_nothing_is_told() {
        let program = Path::new("/bin/true");
        if program.is_file() {
            let failed = convert(program, b"x", &Silent);
            assert_eq!(failed.err(), Some(ImportError::LegacyWord));
        }
    }

    #[test]
    fn other_files_are_left_alone() {
        assert_eq!(
            readable(b"We agree.".to_vec(), &Silent),
            Ok(b"We agree.".to_vec())
        );
    }

    #[test]
    fn addresses_of_paths() {
        assert_eq!(
            file_url(Path::new("/tmp/a b/é")),
            "file:///tmp/a%20b/%C3%A9"
        );
        assert_eq!(file_url(Path::new(r"C:\x")), "file:///C:/x");
    }
}
