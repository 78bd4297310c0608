//! Reads Word files with our reader and with `docx-rs` in turn and tells the CPU time of each.
//!
//! Ours reads more than the peer: numbers as printed, both notes parts, comments, headers, and
//! the structure of the text. The bar is 0.3 of the peer's time over all files together, and less
//! memory than ten times the file plus 100 MB.
//!
//! Usage: `cargo run --release --bin docx -- [rounds] [file or folder …]`; without files, the Word files of
//! the folder named by `WSIS_SHARED`.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use cpu_time::ProcessTime;
use wsis_document::Silent;
use wsis_import::Options;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1).peekable();
    let rounds = arguments.peek().and_then(|first| first.parse().ok());
    if rounds.is_some() {
        arguments.next();
    }
    let rounds: usize = rounds.unwrap_or(9);
    let mut places: Vec<PathBuf> = arguments.map(PathBuf::from).collect();
    if places.is_empty() {
        let shared = std::env::var_os("WSIS_SHARED").map_or("../shared".into(), PathBuf::from);
        places = vec![shared.join("texts/word"), shared.join("texts/official")];
    }
    let mut files: Vec<PathBuf> = places.iter().flat_map(|place| word_files(place)).collect();
    files.sort();
    if files.is_empty() {
        println!("skipped: no Word files here");
        return ExitCode::SUCCESS;
    }
    let files: Vec<(String, Vec<u8>)> = files
        .iter()
        .filter_map(|path| {
            let name = path.file_name()?.to_string_lossy().into_owned();
            Some((name, std::fs::read(path).ok()?))
        })
        .collect();

    let before = peak();
    for (_, bytes) in &files {
        ours(bytes);
    }
    let largest = files
        .iter()
        .map(|(_, bytes)| bytes.len())
        .max()
        .unwrap_or(0);
    println!(
        "memory: {} MB at the most after all files, {} MB before; the largest file has {} kB",
        peak() / 1024,
        before / 1024,
        largest / 1024
    );

    println!("| file | ours, ms | docx-rs, ms | ratio |\n| --- | ---: | ---: | ---: |");
    let (mut all_ours, mut all_theirs) = (0.0, 0.0);
    for (name, bytes) in &files {
        let (mut own, mut peer) = (Vec::new(), Vec::new());
        for _ in 0..rounds {
            own.push(timed(|| ours(bytes)));
            peer.push(timed(|| theirs(bytes)));
        }
        let (own, peer) = (median(own), median(peer));
        all_ours += own;
        all_theirs += peer;
        println!("| {name} | {own:.2} | {peer:.2} | {:.3} |", own / peer);
    }
    println!(
        "| all | {all_ours:.2} | {all_theirs:.2} | {:.3} |",
        all_ours / all_theirs
    );
    ExitCode::SUCCESS
}

fn word_files(place: &Path) -> Vec<PathBuf> {
    if place.is_file() {
        return vec![place.to_owned()];
    }
    let entries = std::fs::read_dir(place).into_iter().flatten().flatten();
    entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "docx"))
        .collect()
}

fn ours(bytes: &[u8]) {
    let read = wsis_import::import("a.docx", bytes, &Options::default(), &Silent);
    black_box(read.is_ok_and(|document| !document.paragraphs.is_empty()));
}

fn theirs(bytes: &[u8]) {
    black_box(docx_rs::read_docx(bytes).is_ok_and(|read| !read.document.children.is_empty()));
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = ProcessTime::now();
    work();
    start.elapsed()
}

/// Milliseconds.
fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times
        .get(times.len() / 2)
        .map_or(0.0, Duration::as_secs_f64)
        * 1000.0
}

/// Most memory that this process has held so far, in kB, as Linux tells it; 0 elsewhere.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok())
        .unwrap_or(0)
}
