//! Our own digests, as they are built into the program, give the paragraphs and headings that
//! their front matter states, the same in every language.
#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests")]

use std::path::Path;

use wsis_document::{Document, Origin, ParagraphKind, Silent};
use wsis_import::{Options, import};

fn digest(name: &str) -> Document {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../documents")
        .join(name);
    let bytes = std::fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    import(name, &bytes, &Options::default(), &Silent).unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn numbered(document: &Document) -> Vec<&str> {
    let operative = document
        .paragraphs
        .iter()
        .filter(|p| p.kind == ParagraphKind::Operative);
    operative.map(|p| p.id.as_str()).collect()
}

fn opening(document: &Document) -> Vec<&str> {
    let unnumbered = document
        .paragraphs
        .iter()
        .take_while(|p| p.kind != ParagraphKind::Operative);
    unnumbered.map(|p| p.id.as_str()).collect()
}

fn labels(document: &Document) -> Vec<(u8, Option<&str>)> {
    document
        .sections
        .iter()
        .map(|s| (s.level, s.label.as_ref().map(|l| l.text.as_str())))
        .collect()
}

#[test]
fn wsis10_has_71_paragraphs_under_9_headings() {
    for name in ["wsis10/en.md", "wsis10/ja.md"] {
        let document = digest(name);
        let expected: Vec<String> = (1..=71).map(|n| n.to_string()).collect();
        assert_eq!(numbered(&document), expected, "{name}");
        assert_eq!(
            labels(&document),
            [
                (1, Some("1")),
                (2, Some("1.1")),
                (2, Some("1.2")),
                (2, Some("1.3")),
                (1, Some("2")),
                (1, Some("3")),
                (1, Some("4")),
                (2, Some("4.1")),
                (1, Some("5"))
            ],
            "{name}"
        );
        assert_eq!(
            opening(&document),
            ["E1", "P1", "P2", "P3", "P4", "P5", "P6"],
            "{name}"
        );
        assert_eq!(document.symbol.as_deref(), Some("A/RES/70/125"));
        assert_eq!(document.date.as_deref(), Some("2015-12-16"));
        assert_eq!(document.source.origin, Origin::Digest);
        assert!(
            document.warnings.is_empty(),
            "{name}: {:?}",
            document.warnings
        );
        assert!(
            document.stripped.is_empty(),
            "{name}: {:?}",
            document.stripped
        );
    }
}

#[test]
fn wsis20_has_127_paragraphs_and_the_same_shape_in_both_languages() {
    let (english, japanese) = (digest("wsis20/en.md"), digest("wsis20/ja.md"));
    let expected: Vec<String> = (1..=127).map(|n| n.to_string()).collect();
    assert_eq!(numbered(&english), expected);
    assert_eq!(numbered(&japanese), expected);
    assert_eq!(labels(&english), labels(&japanese));
    assert_eq!(english.sections.len(), 17);
    assert_eq!(opening(&english), opening(&japanese));
    let ids = |document: &Document| -> Vec<String> {
        document.paragraphs.iter().map(|p| p.id.clone()).collect()
    };
    assert_eq!(ids(&english), ids(&japanese));
    assert_eq!(english.language.code(), "en");
    assert_eq!(japanese.language.code(), "ja");
    assert_eq!(english.paragraphs[0].kind, ParagraphKind::FrontMatter);
    assert!(english.warnings.is_empty(), "{:?}", english.warnings);
}
