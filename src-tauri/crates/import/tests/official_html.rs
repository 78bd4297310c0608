//! Web pages of official texts: one declaration in seven languages has the same articles.
#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests")]

mod shared;

use wsis_document::{Document, Format, Label, Silent};
use wsis_import::{Options, import};

fn read(test: &str, file: &str) -> Option<Document> {
    let path = shared::text(test, file)?;
    let bytes = std::fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    Some(
        import(file, &bytes, &Options::default(), &Silent)
            .unwrap_or_else(|e| panic!("{file}: {e}")),
    )
}

#[test]
fn the_declaration_has_thirty_articles_in_seven_languages() {
    let test = "the_declaration_has_thirty_articles_in_seven_languages";
    for (file, language) in [
        ("arb", "ar"),
        ("cmn_hans", "zh"),
        ("eng", "en"),
        ("fra", "fr"),
        ("jpn", "ja"),
        ("rus", "ru"),
        ("spa", "es"),
    ] {
        let Some(document) = read(test, &format!("udhr/{file}.html")) else {
            return;
        };
        assert_eq!(document.source.format, Format::Html, "{file}");
        assert_eq!(document.language.code(), language, "{file}");
        let articles: Vec<(usize, &Label)> = document
            .sections
            .iter()
            .enumerate()
            .filter_map(|(at, section)| Some((at, section.label.as_ref()?)))
            .collect();
        let numbers: Vec<Option<u32>> = articles.iter().map(|(_, label)| label.value()).collect();
        assert_eq!(numbers, (1..=30).map(Some).collect::<Vec<_>>(), "{file}");
        for (at, label) in &articles {
            let section = &document.sections[*at];
            assert!(
                section.heading.is_empty(),
                "{file}: {label} {}",
                section.heading
            );
            assert!(!section.paragraphs.is_empty(), "{file}: {label}");
            // Each paragraph is found by the article's name: `Article 1`, `Article 11(2)`.
            for at in section.paragraphs.clone() {
                let id = &document.paragraphs[at as usize].id;
                assert!(id.starts_with(&label.text), "{file}: {id} in {label}");
            }
        }
        // The preamble stands before the articles, and nothing of the page was taken for masthead.
        assert_eq!(document.sections.len(), 31, "{file}");
        assert!(document.sections[0].paragraphs.len() >= 7, "{file}");
        assert!(
            document.stripped.is_empty(),
            "{file}: {:?}",
            document.stripped
        );
        assert!(
            document.warnings.is_empty(),
            "{file}: {:?}",
            document.warnings
        );
        assert!(
            !document.title.is_empty() && document.title.len() < 80,
            "{file}"
        );
    }
}
