//! The words of official PDF files beside those that Poppler's `pdftotext -raw` finds: none may be
//! lost, made up, split by letter spacing or robbed of its hyphen. Nothing of the texts is repeated
//! here.
#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests")]

mod shared;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use wsis_document::{Document, Label, NoteMark, Silent, fold, normalize};
use wsis_import::{Options, import};

/// How often each word stands in a text.
type Words = BTreeMap<String, usize>;

/// The part of the words that must be found, and of those found that must be there.
const BAR: f64 = 0.999;

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder that exists") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "pdf") {
            found.push(path);
        }
    }
}

/// What `pdftotext -raw` prints, lines that end with a hyphen or a dash joined to the next ones.
fn peer(path: &Path) -> Option<String> {
    let output = Command::new("pdftotext")
        .arg("-raw")
        .arg(path)
        .arg("-")
        .output();
    let text = String::from_utf8(output.ok()?.stdout).ok()?;
    let mut joined = String::with_capacity(text.len());
    for line in text.lines() {
        joined.push_str(line.trim_end());
        if !line.ends_with(['-', '\u{2010}', '\u{2011}', '–', '—', '/']) {
            joined.push(' ');
        }
    }
    Some(joined)
}

/// Adds the words of a text, the signs around them left aside.
fn count(words: &mut Words, text: &str) {
    for word in fold(&normalize(text)).split_whitespace() {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if !word.is_empty() {
            *words.entry(word.to_owned()).or_default() += 1;
        }
    }
}

/// The words of the body with its headings, notes and footnote marks.
fn body(document: &Document) -> Words {
    let mut words = Words::new();
    let mut unit = |label: &Option<Label>, text: &str, marks: &[NoteMark]| {
        count(&mut words, label.as_ref().map_or("", |label| &label.text));
        count(&mut words, text);
        for mark in marks {
            count(&mut words, &mark.mark);
        }
    };
    for section in &document.sections {
        unit(&section.label, &section.heading, &section.note_marks);
    }
    for paragraph in &document.paragraphs {
        unit(&paragraph.label, &paragraph.text, &paragraph.note_marks);
    }
    for note in &document.footnotes {
        count(&mut words, &note.mark);
        count(&mut words, &note.text);
    }
    words
}

/// What the report says was set aside.
fn set_aside(document: &Document) -> Words {
    let mut words = Words::new();
    for stripped in &document.stripped {
        count(&mut words, &stripped.text);
    }
    words
}

/// Forgives what is a matter of printing: Poppler writes a footnote mark as the end of its word.
fn forgive_marks(missing: &mut Words, extra: &mut Words) {
    let joined: Vec<String> = missing.keys().cloned().collect();
    for word in &joined {
        for length in 1..=2.min(word.len() - 1) {
            let Some((plain, mark)) = word.split_at_checked(word.len() - length) else {
                continue;
            };
            let plain = plain.trim_end_matches(|c: char| !c.is_alphanumeric());
            let both = |extra: &Words| extra.contains_key(plain) && extra.contains_key(mark);
            while missing.contains_key(word) && both(extra) {
                take(missing, word);
                take(extra, plain);
                take(extra, mark);
            }
        }
    }
}

fn take(words: &mut Words, word: &str) {
    if let Some(count) = words.get_mut(word) {
        *count -= 1;
        if *count == 0 {
            words.remove(word);
        }
    }
}

/// The words of `from` that `taken` does not have.
fn without(from: &Words, taken: &Words) -> Words {
    let rest = from.iter().filter_map(|(word, count)| {
        let rest = count.saturating_sub(taken.get(word).copied().unwrap_or(0));
        (rest > 0).then(|| (word.clone(), rest))
    });
    rest.collect()
}

fn total(words: &Words) -> f64 {
    words.values().sum::<usize>() as f64
}

#[test]
fn the_words_are_those_that_poppler_finds() {
    let name = "the_words_are_those_that_poppler_finds";
    let Some(folder) = shared::text(name, ".") else {
        return;
    };
    let mut paths = Vec::new();
    files(&folder, &mut paths);
    paths.sort();
    let mut failures = Vec::new();
    for path in paths {
        let Some(peer) = peer(&path) else {
            println!("skipped: {name}: pdftotext (Poppler) is not here");
            return;
        };
        let bytes = std::fs::read(&path).expect("a file that exists");
        let document = import("text.pdf", &bytes, &Options::default(), &Silent)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut all = Words::new();
        count(&mut all, &peer);
        let theirs = without(&all, &set_aside(&document));
        let mut ours = body(&document);
        let mut title = Words::new();
        count(&mut title, &document.title);
        // The title of the masthead is in the report; that of the text is shown as the title.
        // One of its words may bear a mark.
        if total(&without(&title, &without(&theirs, &ours))) <= 1.0 {
            count(&mut ours, &document.title);
        }
        let (mut missing, mut extra) = (without(&theirs, &ours), without(&ours, &theirs));
        forgive_marks(&mut missing, &mut extra);
        let recall = 1.0 - total(&missing) / total(&theirs);
        let precision = 1.0 - total(&extra) / total(&ours);
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        println!(
            "{file}: {} words, recall {recall:.5}, precision {precision:.5}",
            total(&ours)
        );
        let few = |words: &Words| words.keys().take(60).cloned().collect::<Vec<_>>().join(" ");
        // The other files are no United Nations ones; what is said of them above is for the reader.
        if document.symbol.is_some() && (recall < BAR || precision < BAR) {
            failures.push(format!("{file}: {recall:.5} {precision:.5}"));
        }
        println!(
            "   not found: {}\n   not there: {}",
            few(&missing),
            few(&extra)
        );
    }
    assert!(failures.is_empty(), "{failures:#?}");
}
