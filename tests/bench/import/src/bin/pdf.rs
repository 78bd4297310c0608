//! Reads the official PDF files with our reader and with Poppler's `pdftotext -raw` in turn, each
//! time as a process of its own, and tells the CPU time and the greatest memory of each.
//!
//! Ours reads more than the peer: chapters, numbers, footnotes with their marks, and what is set
//! aside. The bars are 0.8 of the peer's time over all files of the United Nations together, and
//! less memory than ten times the file plus 100 MB. Never fails on a figure.
//!
//! Usage: `cargo run --release --bin pdf -- [rounds] [file …]`; without files, those of the folder
//! named by `WSIS_SHARED`.

use std::io;
use std::path::{Path, PathBuf};

use wsis_bench::peers::{Launcher, Peer, Run};
use wsis_document::Silent;
use wsis_import::Options;

/// Makes this program read one file and do nothing else.
const READ: &str = "--read";

const MEBIBYTE: f64 = (1u32 << 20) as f64;

fn main() -> io::Result<()> {
    let mut arguments = std::env::args().skip(1).peekable();
    if arguments.next_if_eq(READ).is_some() {
        return arguments.try_for_each(|file| read(Path::new(&file)));
    }
    let rounds = arguments.peek().and_then(|first| first.parse().ok());
    if rounds.is_some() {
        arguments.next();
    }
    let mut files: Vec<PathBuf> = arguments.map(PathBuf::from).collect();
    if files.is_empty() {
        files = official();
    }
    if files.is_empty() {
        println!("Not measured: the folder with the official texts is not here.");
        return Ok(());
    }
    if !Peer::new("pdftotext", ["pdftotext"]).is_here() {
        println!("Not measured: pdftotext (Poppler) is not here.");
        return Ok(());
    }
    table(&files, rounds.unwrap_or(5))
}

/// Reads a file and lets go of what it says.
fn read(file: &Path) -> io::Result<()> {
    let bytes = std::fs::read(file)?;
    let document = wsis_import::import("a.pdf", &bytes, &Options::default(), &Silent)
        .map_err(|error| io::Error::other(format!("{}: {error}", file.display())))?;
    std::hint::black_box(document);
    Ok(())
}

/// The PDF files whose names are symbols of the United Nations, in the folders of the official texts.
fn official() -> Vec<PathBuf> {
    let shared = std::env::var_os("WSIS_SHARED").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared"),
        PathBuf::from,
    );
    let inside = |folder: &Path| {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).collect::<Vec<_>>()
    };
    let folders = inside(&shared.join("texts"));
    let mut files: Vec<PathBuf> = folders.iter().flat_map(|folder| inside(folder)).collect();
    files.retain(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("A_") && name.ends_with(".pdf")
    });
    files.sort();
    files
}

fn table(files: &[PathBuf], rounds: usize) -> io::Result<()> {
    println!("| file | size, MiB | ours, s | pdftotext -raw, s | ratio | ours, MiB | limit |");
    println!("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    let this = std::env::current_exe()?.display().to_string();
    let launcher = Launcher::beside()?;
    let mut all = [0.0, 0.0];
    for file in files {
        let path = file.display().to_string();
        let peers = [
            Peer::new("ours", [this.as_str(), READ, &path]),
            Peer::new("pdftotext", ["pdftotext", "-raw", &path, "-"]),
        ];
        let runs = launcher.in_turn(&peers, rounds)?;
        let [Run { cpu: ours, peak }, Run { cpu: theirs, .. }] = runs[..] else {
            continue;
        };
        all[0] += ours;
        all[1] += theirs;
        let size = std::fs::metadata(file)?.len() as f64 / MEBIBYTE;
        println!(
            "| {} | {size:.2} | {ours:.3} | {theirs:.3} | {:.2} | {:.0} | {:.0} |",
            file.file_name().unwrap_or_default().to_string_lossy(),
            ours / theirs,
            peak as f64 / MEBIBYTE,
            10.0 * size + 100e6 / MEBIBYTE,
        );
    }
    println!(
        "| all | | {:.3} | {:.3} | **{:.2}** | | |",
        all[0],
        all[1],
        all[0] / all[1]
    );
    Ok(())
}
