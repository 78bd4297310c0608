//! `wsis compare` as a user runs it: what it prints where, and what it writes.
#![allow(clippy::expect_used, reason = "helpers of tests")]

use std::path::Path;
use std::process::{Command, Output};

const OLD: &str = "# The harbour\n\n## Lights\n\n1. Every lamp burns from dusk to dawn.\n\n\
    2. The keeper counts the lamps each evening and writes the number down.\n\n\
    ## Fees\n\n3. Ships pay at the gate.\n";
const NEW: &str = "# The harbour\n\n## Lights\n\n1. Every lamp burns from dusk to dawn.\n\n\
    2. The keeper counts the lamps each morning and writes the number down.\n\n\
    ## Fees\n\n3. Ships pay at the gate.\n\n4. Ferries of the islanders pay nothing at all.\n";

/// Runs it in a folder with the two texts `old.md` and `new.md`.
fn compare(folder: &Path, more: &[&str]) -> Output {
    std::fs::write(folder.join("old.md"), OLD).expect("a text");
    std::fs::write(folder.join("new.md"), NEW).expect("a text");
    Command::new(env!("CARGO_BIN_EXE_wsis"))
        .args(["compare", "old.md", "new.md", "--data", "library"])
        .args(more)
        .current_dir(folder)
        .output()
        .expect("the program starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

#[test]
fn the_summary_is_to_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let done = compare(folder.path(), &["--format", "summary"]);
    let said = text(&done.stdout);
    assert!(done.status.success() && done.stderr.is_empty());
    for line in ["unchanged: 2", "revised: 1", "new: 1", "Lights", "Fees"] {
        assert!(said.lines().any(|l| l == line), "{line} in\n{said}");
    }
    let more = [
        "--format",
        "summary",
        "--language",
        "ja",
        "--chapter",
        "Fees",
    ];
    let done = compare(folder.path(), &more);
    let said = text(&done.stdout);
    assert!(
        said.contains("章：Fees") && said.contains("新設：1"),
        "{said}"
    );
    assert!(
        !said.contains("変更：1"),
        "the change is in another chapter:\n{said}"
    );
}

#[test]
fn a_written_file_is_told_on_standard_error() {
    let folder = tempfile::tempdir().unwrap();
    for (file, begin) in [
        ("out.html", "<!DOCTYPE html>"),
        ("out.csv", "\u{feff}"),
        ("out.json", "{"),
        ("out.txt", "The harbour → The harbour\n"),
    ] {
        let done = compare(folder.path(), &["--out", file]);
        assert!(done.status.success() && done.stdout.is_empty(), "{file}");
        let said = text(&done.stderr);
        assert!(said.contains("revised: 1"), "{said}");
        assert!(said.ends_with(&format!("Written to {file}\n")), "{said}");
        let written = std::fs::read_to_string(folder.path().join(file)).unwrap();
        assert!(written.starts_with(begin), "{file}: {written}");
        let quiet = compare(folder.path(), &["--out", file, "--quiet"]);
        assert!(quiet.status.success() && quiet.stdout.is_empty() && quiet.stderr.is_empty());
    }
}

#[test]
fn data_on_standard_output_is_alone() {
    let folder = tempfile::tempdir().unwrap();
    for more in [&["--format", "json"][..], &[]] {
        let done = compare(folder.path(), more);
        assert!(done.status.success() && done.stderr.is_empty());
        let value: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
        assert_eq!(value["summary"]["revised"], 1);
    }
}

#[test]
fn refusals_say_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    for (more, told, remedy) in [
        (
            ["--out", "out.pdf"],
            "the ending does not tell",
            "Add --format",
        ),
        (
            ["--out", "nowhere/out.csv"],
            "nowhere",
            "Choose another folder",
        ),
        (["--chapter", "Airports"], "there are: Lights; Fees", ""),
    ] {
        let done = compare(folder.path(), &more);
        let said = text(&done.stderr);
        assert!(!done.status.success() && done.stdout.is_empty());
        assert!(said.contains(told) && said.contains(remedy), "{said}");
    }
    assert!(!folder.path().join("out.pdf").exists());
}
