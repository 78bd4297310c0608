//! Every file among the official texts is read, whatever its format.
#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests")]

mod shared;

use std::path::{Path, PathBuf};

use wsis_document::{Document, Format, ParagraphKind, Silent, WarningCode};
use wsis_import::{Options, import};

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    for entry in entries {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

fn read(path: &Path) -> Document {
    let bytes = std::fs::read(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    import(&name, &bytes, &Options::default(), &Silent).unwrap_or_else(|e| panic!("{name}: {e}"))
}

#[test]
fn every_file_is_read() {
    let Some(folder) = shared::text("every_file_is_read", ".") else {
        return;
    };
    let mut paths = Vec::new();
    files(&folder, &mut paths);
    // The paragraph data of one text, which is no document.
    paths.retain(|path| path.extension().is_none_or(|e| e != "json" && e != "md"));
    assert!(paths.len() >= 20, "{}", paths.len());
    for path in paths {
        let document = read(&path);
        let name = path.display();
        assert!(document.paragraphs.len() >= 10, "{name}");
        assert!(!document.title.is_empty(), "{name}");
        let text: usize = document.paragraphs.iter().map(|p| p.text.len()).sum();
        assert!(text > 1000, "{name}: {text} bytes of text");
        assert!(
            !document
                .paragraphs
                .iter()
                .any(|p| p.text.contains('\u{fffd}')),
            "{name}"
        );
    }
}

#[test]
fn the_resolution_in_akoma_ntoso_has_its_parts() {
    let test = "the_resolution_in_akoma_ntoso_has_its_parts";
    let Some(path) = shared::text(test, "akn/res_2.xml") else {
        return;
    };
    let document = read(&path);
    assert_eq!(document.source.format, Format::AkomaNtoso);
    assert_eq!(document.language.code(), "en");
    assert_eq!(document.date.as_deref(), Some("2018-11-15"));
    assert!(document.symbol.is_some());
    let source = std::fs::read_to_string(&path).expect("readable");
    assert_eq!(
        document.sections.len(),
        source.matches("<hcontainer ").count()
    );
    let count = |kind| {
        document
            .paragraphs
            .iter()
            .filter(|p| p.kind == kind)
            .count()
    };
    assert_eq!(
        count(ParagraphKind::Item),
        source.matches("<recital ").count()
    );
    // Numbers that the file keeps apart or leaves in the text are labels all the same.
    let bare = |p: &&wsis_document::Paragraph| p.text.starts_with(|c: char| c.is_ascii_digit());
    assert_eq!(document.paragraphs.iter().filter(bare).count(), 0);
    assert!(!document.stripped.is_empty());
    // Each part of it counts from 1.
    let gap = |warning: &&wsis_document::Warning| warning.code == WarningCode::NumberingGap;
    assert_eq!(document.warnings.iter().filter(gap).count(), 0);
}
