//! PDF files with a known source: made-up texts in six languages, laid out by LibreOffice, tagged
//! and not, must be found again. Skipped where LibreOffice is not installed.
#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests")]

mod office;

use std::path::Path;

use office::measure::{self, Found, Unit};
use office::phrases;
use office::source::{Layout, Source};
use wsis_document::{Document, Silent, normalize};
use wsis_import::{Options, import};

fn document(path: &Path) -> Document {
    let bytes = std::fs::read(path).expect("the file that was just laid out");
    import("text.pdf", &bytes, &Options::default(), &Silent)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Characters in order, paragraphs exactly right.
fn bars(language: &str) -> (f64, f64) {
    match language {
        "ar" => (0.995, 0.80),
        "zh" | "ja" => (0.995, 0.92),
        _ => (0.999, 0.97),
    }
}

/// Keeps the files where `WSIS_KEEP` says, to look at them.
fn keep(out: &Path, names: &[String], tagged: bool) {
    let Some(folder) = std::env::var_os("WSIS_KEEP") else {
        return;
    };
    let folder = Path::new(&folder).join(if tagged { "tagged" } else { "untagged" });
    std::fs::create_dir_all(&folder).expect("a folder");
    for name in names {
        let pdf = Path::new(name).with_extension("pdf");
        std::fs::copy(out.join(&pdf), folder.join(&pdf)).expect("a copy");
    }
}

/// A text of the document that holds what stands around the page: the name of the body, the symbol,
/// the job number, the running title.
fn furniture<'d>(document: &'d Document, source: &Source) -> Option<&'d str> {
    let [name, ..] = source.phrases.masthead;
    let around = [name, "A/RES/80/999", "25-20999", source.phrases.title];
    let headings = document.sections.iter().map(|s| s.heading.as_str());
    let texts = document.paragraphs.iter().map(|p| p.text.as_str());
    let notes = document.footnotes.iter().map(|n| n.text.as_str());
    headings
        .chain(texts)
        .chain(notes)
        .find(|text| around.iter().any(|part| text.contains(part)))
}

fn show_misses(expected: &[Unit], read: &[Unit]) {
    for unit in expected.iter().filter(|unit| !read.contains(unit)).take(6) {
        println!("   not found: {unit:?}");
    }
    for unit in read.iter().filter(|unit| !expected.contains(unit)).take(6) {
        println!("   read as:   {unit:?}");
    }
}

#[test]
fn texts_laid_out_by_a_word_processor_are_found_again() {
    if !office::is_here("texts_laid_out_by_a_word_processor_are_found_again") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let mut sources = Vec::new();
    for phrases in &phrases::ALL {
        for layout in [Layout::Resolution, Layout::Report] {
            let source = Source::new(phrases, layout);
            let name = format!("{}-{layout:?}.fodt", phrases.language);
            let file = office::flat::document(&source);
            std::fs::write(folder.path().join(&name), file).expect("a file in the folder");
            sources.push((name, source));
        }
    }
    let names: Vec<String> = sources.iter().map(|(name, _)| name.clone()).collect();
    let mut failures = Vec::new();
    for tagged in [true, false] {
        let out = folder
            .path()
            .join(if tagged { "tagged" } else { "untagged" });
        office::to_pdf(folder.path(), &names, &out, tagged);
        keep(&out, &names, tagged);
        for (name, source) in &sources {
            let document = document(&out.join(name).with_extension("pdf"));
            let (expected, read) = (measure::expected(source), measure::read(&document));
            let found = measure::compare(&expected, &read);
            let Found {
                recall,
                precision,
                exact,
            } = found;
            println!("{name} tagged={tagged}: {recall:.4} {precision:.4} {exact:.3}");
            let (characters, paragraphs) = bars(source.phrases.language);
            if exact < 1.0 {
                show_misses(&expected, &read);
            }
            if recall < characters || precision < characters || exact < paragraphs {
                failures.push(format!("{name} tagged={tagged}: {found:?}"));
            }
            let notes: Vec<&str> = document.footnotes.iter().map(|n| n.text.as_str()).collect();
            let wanted: Vec<String> = source.notes.iter().map(|note| normalize(note)).collect();
            if notes != wanted {
                failures.push(format!("{name} tagged={tagged}: notes {notes:#?}"));
            }
            if document.title != source.phrases.title {
                failures.push(format!("{name} tagged={tagged}: title {}", document.title));
            }
            if let Some(text) = furniture(&document, source) {
                failures.push(format!("{name} tagged={tagged}: furniture in {text}"));
            }
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}

/// Characters of the text read, white space left aside, and of `wanted`: in order, as parts of 1.
fn order(document: &Document, wanted: &[String]) -> (f64, f64) {
    let letters = |text: String| -> Vec<char> {
        let text = normalize(&text);
        text.chars().filter(|c| !c.is_whitespace()).collect()
    };
    let read: Vec<String> = measure::read(document)
        .into_iter()
        .map(|u| u.text)
        .collect();
    let (a, b) = (letters(wanted.concat()), letters(read.concat()));
    let common = measure::common(&a, &b) as f64;
    (common / a.len() as f64, common / b.len() as f64)
}

#[test]
fn columns_tables_and_vertical_lines_are_read_in_order() {
    if !office::is_here("columns_tables_and_vertical_lines_are_read_in_order") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let mut cases = Vec::new();
    for phrases in &phrases::ALL {
        let mut dice = phrases::Dice::new(7);
        let paragraphs: Vec<String> = (0..24).map(|_| phrases.sentences(&mut dice, 3)).collect();
        let cells: Vec<String> = (0..12).map(|_| phrases.clause(&mut dice)).collect();
        let table = [&paragraphs[..3], &cells, &paragraphs[3..6]].concat();
        let language = phrases.language;
        cases.push((
            format!("{language}-columns"),
            office::flat::in_columns(phrases, &paragraphs),
            paragraphs.clone(),
        ));
        cases.push((
            format!("{language}-table"),
            office::flat::with_table(phrases, &paragraphs[..3], &cells, &paragraphs[3..6]),
            table,
        ));
        // Cells of one line each, which no white space parts.
        let short: Vec<String> = (0..18)
            .map(|_| phrases.clause(&mut dice).chars().take(7).collect())
            .collect();
        cases.push((
            format!("{language}-short"),
            office::flat::with_table(phrases, &paragraphs[..3], &short, &paragraphs[3..6]),
            [&paragraphs[..3], &short, &paragraphs[3..6]].concat(),
        ));
        if matches!(language, "ja" | "zh") {
            let file = office::flat::in_vertical_lines(phrases, &paragraphs);
            cases.push((format!("{language}-vertical"), file, paragraphs));
        }
    }
    for (name, file, _) in &cases {
        std::fs::write(folder.path().join(format!("{name}.fodt")), file).expect("a file");
    }
    let names: Vec<String> = cases
        .iter()
        .map(|(name, ..)| format!("{name}.fodt"))
        .collect();
    let mut failures = Vec::new();
    for tagged in [true, false] {
        let out = folder
            .path()
            .join(if tagged { "tagged" } else { "untagged" });
        office::to_pdf(folder.path(), &names, &out, tagged);
        keep(&out, &names, tagged);
        for (name, _, wanted) in &cases {
            let document = document(&out.join(name).with_extension("pdf"));
            let (recall, precision) = order(&document, wanted);
            println!("{name} tagged={tagged}: {recall:.4} {precision:.4}");
            if recall < 0.995 || precision < 0.995 {
                for (read, wanted) in measure::read(&document).iter().zip(wanted).take(4) {
                    println!("   {}\n   {wanted}", read.text);
                }
                failures.push(format!(
                    "{name} tagged={tagged}: {recall:.4} {precision:.4}"
                ));
            }
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}
