//! The official texts as PDF, where the folder that holds them is there. Nothing of them is
//! repeated here: the tests count and compare.

use std::path::{Path, PathBuf};

use wsis_document::{Document, ParagraphKind, Silent, Stripped, StrippedKind, WarningCode};
use wsis_import::{ImportError, Options, import};

/// The folder with the official texts: named by `WSIS_SHARED`, or beside the repository.
fn shared() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared");
    let folder = std::env::var_os("WSIS_SHARED")
        .map_or(beside, PathBuf::from)
        .join("texts");
    folder.is_dir().then_some(folder)
}

/// The bytes of a file of that folder; `None`, and a line that says so, where it is not here.
fn bytes(test: &str, file: &str) -> Option<Vec<u8>> {
    let bytes = shared().and_then(|folder| std::fs::read(folder.join(file)).ok());
    if bytes.is_none() {
        println!("skipped: {test}: the folder with the official texts is not here");
    }
    bytes
}

fn document(test: &str, file: &str) -> Option<Document> {
    let bytes = bytes(test, file)?;
    let name = Path::new(file)
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or(file);
    let document = import(name, &bytes, &Options::default(), &Silent);
    assert!(document.is_ok(), "{file}: {:?}", document.err());
    document.ok()
}

/// Number and text of every numbered paragraph.
fn numbered(document: &Document) -> Vec<(&str, &str)> {
    let operative = document
        .paragraphs
        .iter()
        .filter(|p| p.kind == ParagraphKind::Operative);
    operative
        .map(|p| (p.id.as_str(), p.text.as_str()))
        .collect()
}

fn marks(document: &Document) -> Vec<&str> {
    document
        .paragraphs
        .iter()
        .flat_map(|p| &p.note_marks)
        .map(|m| m.mark.as_str())
        .collect()
}

/// A page number or job number as a word of its own inside a paragraph.
fn has_furniture(text: &str, stripped: &[Stripped], pages: u32) -> bool {
    let numbers = |kind: StrippedKind| {
        stripped
            .iter()
            .filter(move |s| s.kind == kind)
            .map(|s| s.text.as_str())
    };
    numbers(StrippedKind::JobNumber).any(|number| text.contains(number))
        || numbers(StrippedKind::RunningHead)
            .filter(|head| head.contains("/RES/"))
            .any(|head| text.ends_with(head))
        || text.split_whitespace().any(|word| {
            word.split_once('/').is_some_and(|(page, total)| {
                total == pages.to_string() && page.parse::<u32>().is_ok_and(|page| page <= pages)
            })
        })
        || text.contains("____")
}

const ADOPTED: &str = "official/A_RES_80_173.pdf";
const DRAFT: &str = "official/A_80_L.41.pdf";

#[test]
fn the_outcome_document_and_its_draft_are_whole() {
    for (file, symbol, date) in [
        (ADOPTED, "A/RES/80/173", "2025-12-17"),
        (DRAFT, "A/80/L.41", "2025-12-16"),
    ] {
        let Some(document) = document("the_outcome_document_and_its_draft_are_whole", file) else {
            return;
        };
        assert_eq!(document.symbol.as_deref(), Some(symbol));
        assert_eq!(document.date.as_deref(), Some(date), "{symbol}");
        assert_eq!(document.language.code(), "en");
        assert!(
            document.title.starts_with("Outcome document"),
            "{}",
            document.title
        );
        let ids: Vec<String> = numbered(&document)
            .iter()
            .map(|(id, _)| (*id).to_owned())
            .collect();
        let expected: Vec<String> = (1..=127).map(|n| n.to_string()).collect();
        assert_eq!(ids, expected, "{symbol}");
        assert_eq!(document.sections.len(), 17, "{symbol}");
        assert_eq!(document.footnotes.len(), 12, "{symbol}");
        let expected: Vec<String> = (1..=12).map(|n| n.to_string()).collect();
        assert_eq!(marks(&document), expected, "{symbol}");
        for paragraph in &document.paragraphs {
            assert!(
                !has_furniture(&paragraph.text, &document.stripped, 20),
                "{symbol} {}",
                paragraph.id
            );
        }
        assert!(
            !document
                .warnings
                .iter()
                .any(|w| w.code == WarningCode::Untagged),
            "{symbol}"
        );
    }
}

#[test]
fn everything_set_aside_is_in_the_report() {
    let Some(document) = document("everything_set_aside_is_in_the_report", ADOPTED) else {
        return;
    };
    let count = |kind| document.stripped.iter().filter(|s| s.kind == kind).count();
    // Twenty pages; the first has neither a head nor a page number.
    assert_eq!(count(StrippedKind::PageNumber), 19);
    assert_eq!(count(StrippedKind::JobNumber), 21);
    assert_eq!(count(StrippedKind::Closing), 2);
    assert!(count(StrippedKind::RunningHead) >= 19);
    assert!(count(StrippedKind::Masthead) >= 10);
}

#[test]
fn the_draft_says_what_was_adopted() {
    let name = "the_draft_says_what_was_adopted";
    let (Some(adopted), Some(draft)) = (document(name, ADOPTED), document(name, DRAFT)) else {
        return;
    };
    let (adopted, draft) = (numbered(&adopted), numbered(&draft));
    assert_eq!(adopted.len(), draft.len());
    for (a, b) in adopted.iter().zip(&draft) {
        assert_eq!(a, b);
    }
}

#[test]
fn resolutions_of_a_series_are_numbered_without_a_gap() {
    // Numbered paragraphs, footnotes.
    for (file, numbers, notes) in [
        ("series/A_RES_78_132.pdf", 59, 19),
        ("series/A_RES_79_194.pdf", 69, 20),
        ("series/A_RES_80_118.pdf", 74, 26),
        ("series/A_C.2_80_L.17.pdf", 73, 26),
        ("series/A_C.2_80_L.58.pdf", 74, 26),
    ] {
        let Some(document) = document("resolutions_of_a_series_are_numbered_without_a_gap", file)
        else {
            return;
        };
        let ids: Vec<&str> = numbered(&document).iter().map(|(id, _)| *id).collect();
        let expected: Vec<String> = (1..=numbers).map(|n: u32| n.to_string()).collect();
        assert_eq!(ids, expected, "{file}");
        assert_eq!(document.footnotes.len(), notes, "{file}");
        let known: Vec<&str> = document.footnotes.iter().map(|n| n.mark.as_str()).collect();
        assert!(
            marks(&document).iter().all(|mark| known.contains(mark)),
            "{file}"
        );
        let pages = document
            .paragraphs
            .iter()
            .filter_map(|p| p.page)
            .max()
            .unwrap_or(0);
        for paragraph in &document.paragraphs {
            assert!(
                !has_furniture(&paragraph.text, &document.stripped, pages),
                "{file} {}",
                paragraph.id
            );
        }
    }
}

#[test]
fn long_texts_with_annexes_are_read() {
    let name = "long_texts_with_annexes_are_read";
    for (file, last, notes) in [
        ("layout/A_RES_79_1.pdf", "84", 26),
        ("layout/A_RES_79_323.pdf", "66", 19),
    ] {
        let Some(document) = document(name, file) else {
            return;
        };
        assert!(document.paragraphs.iter().any(|p| p.id == last), "{file}");
        assert_eq!(document.footnotes.len(), notes, "{file}");
        assert!(
            document.sections.len() > 20,
            "{file}: {}",
            document.sections.len()
        );
        assert!(
            document.paragraphs.iter().all(|p| !p.text.contains("____")),
            "{file}"
        );
    }
}

#[test]
fn columns_of_an_untagged_file_are_read_in_order() {
    let name = "columns_of_an_untagged_file_are_read_in_order";
    let Some(document) = document(name, "layout/federal-register-3col.pdf") else {
        return;
    };
    assert!(
        document
            .warnings
            .iter()
            .any(|w| w.code == WarningCode::Untagged)
    );
    // Columns read across would leave hardly a paragraph that begins with a capital and ends with a
    // full stop.
    let body: Vec<&str> = document
        .paragraphs
        .iter()
        .map(|p| p.text.as_str())
        .filter(|t| t.len() > 200)
        .collect();
    let whole = body
        .iter()
        .filter(|t| t.starts_with(|c: char| !c.is_lowercase()) && t.ends_with(['.', ':', ';', ')']))
        .count();
    assert!(whole * 10 > body.len() * 9, "{whole} of {}", body.len());
}

#[test]
fn an_official_file_that_ends_early_is_no_panic() {
    let Some(whole) = bytes("an_official_file_that_ends_early_is_no_panic", ADOPTED) else {
        return;
    };
    for part in [1, 3, 7, 9] {
        let cut = &whole[..whole.len() * part / 10];
        match import("cut.pdf", cut, &Options::default(), &Silent) {
            Ok(document) => assert!(!document.paragraphs.is_empty()),
            Err(error) => assert!(
                matches!(error, ImportError::Damaged { .. } | ImportError::NoText),
                "{part}: {error}"
            ),
        }
    }
}

#[test]
fn a_long_heading_counts_with_its_sisters() {
    let name = "a_long_heading_counts_with_its_sisters";
    let Some(document) = document(name, "layout/A_RES_79_1.pdf") else {
        return;
    };
    let labels = document.sections.iter().filter_map(|s| s.label.as_ref());
    let actions: Vec<&str> = labels
        .filter_map(|label| label.text.strip_prefix("Action "))
        .collect();
    let expected: Vec<String> = (1..=56).map(|n| n.to_string()).collect();
    assert_eq!(actions, expected);
}
