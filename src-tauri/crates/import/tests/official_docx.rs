//! The Word files among the official texts.
#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests")]

mod shared;

use std::collections::HashMap;
use std::path::Path;

use wsis_document::{Document, ParagraphKind, Silent, StrippedKind, WarningCode, normalize};
use wsis_import::{Options, import};

fn read(path: &Path) -> Document {
    let bytes = std::fs::read(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    import(&name, &bytes, &Options::default(), &Silent).unwrap_or_else(|e| panic!("{name}: {e}"))
}

#[test]
fn resolution_70_125_is_what_its_data_says() {
    let test = "resolution_70_125_is_what_its_data_says";
    let (Some(word), Some(data)) = (
        shared::text(test, "official/A_RES_70_125.docx"),
        shared::text(test, "official/A_RES_70_125.json"),
    ) else {
        return;
    };
    let document = read(&word);
    let data: serde_json::Value =
        serde_json::from_slice(&std::fs::read(data).expect("readable")).expect("JSON");
    let data = data.as_array().expect("a list");
    let field =
        |entry: &serde_json::Value, name: &str| normalize(entry[name].as_str().unwrap_or_default());

    let numbered: HashMap<&str, &str> = document
        .paragraphs
        .iter()
        .filter(|p| p.kind == ParagraphKind::Operative)
        .map(|p| (p.id.as_str(), p.text.as_str()))
        .collect();
    assert_eq!(numbered.len(), 71);
    let mut compared = 0;
    for entry in data
        .iter()
        .filter(|entry| entry["paragraph_type"] == "operative")
    {
        let number = field(entry, "prefix");
        let text = field(entry, "text");
        let found = numbered.get(number.trim_end_matches('.'));
        assert_eq!(found.copied(), Some(text.as_str()), "paragraph {number}");
        compared += 1;
    }
    assert_eq!(compared, 71);

    let opening: Vec<String> = data
        .iter()
        .filter(|entry| entry["paragraph_type"] == "preambular")
        .map(|entry| field(entry, "text"))
        .collect();
    let read: Vec<&str> = document
        .paragraphs
        .iter()
        .take_while(|p| p.kind != ParagraphKind::Operative)
        .map(|p| p.text.as_str())
        .collect();
    assert_eq!(read, opening);
    let ids: Vec<&str> = document
        .paragraphs
        .iter()
        .take(opening.len())
        .map(|p| p.id.as_str())
        .collect();
    assert_eq!(ids, ["E1", "E2", "P1", "P2", "P3", "P4", "P5", "P6"]);

    let labels: Vec<String> = document
        .sections
        .iter()
        .map(|s| {
            s.label
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default()
        })
        .collect();
    assert_eq!(
        labels,
        ["1", "1.1", "1.2", "1.3", "2", "3", "4", "4.1", "5"]
    );
    let levels: Vec<u8> = document.sections.iter().map(|s| s.level).collect();
    assert_eq!(levels, [1, 2, 2, 2, 1, 1, 1, 2, 1]);
    assert_eq!(document.symbol.as_deref(), Some("A/RES/70/125"));
    assert_eq!(document.date.as_deref(), Some("2015-12-16"));
    assert_eq!(document.language.code(), "en");
    let closing = document
        .stripped
        .iter()
        .filter(|s| s.kind == StrippedKind::Closing)
        .count();
    assert_eq!(closing, 1);
    assert!(document.warnings.is_empty(), "{:?}", document.warnings);
}

#[test]
fn a_report_of_the_united_nations_has_its_chapters_and_notes() {
    let test = "a_report_of_the_united_nations_has_its_chapters_and_notes";
    let Some(path) = shared::text(test, "word/A_80_6_PLANOUTLINE.docx") else {
        return;
    };
    let document = read(&path);
    assert_eq!(document.symbol.as_deref(), Some("A/80/6 (Plan outline)"));
    let chapters: Vec<String> = document
        .sections
        .iter()
        .filter(|s| s.label.is_some())
        .map(|s| {
            s.label
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default()
        })
        .collect();
    assert_eq!(chapters, ["I", "II", "III"]);
    let comments = document
        .warnings
        .iter()
        .any(|w| w.code == WarningCode::NotCompared && w.place.as_deref() == Some("comments"));
    assert!(!comments, "its only comment is a job tag");
}

#[test]
fn every_word_file_is_read() {
    let Some(folder) = shared::text("every_word_file_is_read", "word") else {
        return;
    };
    for entry in std::fs::read_dir(folder).expect("readable").flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|e| e == "docx") {
            let document = read(&path);
            assert!(document.paragraphs.len() > 5, "{}", path.display());
        }
    }
}

#[test]
fn tracked_changes_are_counted() {
    let Some(path) = shared::text("tracked_changes_are_counted", "word/delins.docx") else {
        return;
    };
    let document = read(&path);
    assert!(
        document
            .warnings
            .iter()
            .any(|w| w.code == WarningCode::RevisionsAccepted)
    );
}
