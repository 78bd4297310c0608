//! Exports of a real comparison: the digests that the program ships.

use serde_json::Value;
use wsis_compare::{Comparison, Settings, compare};
use wsis_document::{Document, Silent};
use wsis_export::{
    ChapterError, ExportOptions, Locale, csv, find_chapter, html, import_json, json,
};

const DIGESTS: [[&str; 2]; 2] = [
    [
        include_str!("../../../documents/wsis10/en.md"),
        include_str!("../../../documents/wsis20/en.md"),
    ],
    [
        include_str!("../../../documents/wsis10/ja.md"),
        include_str!("../../../documents/wsis20/ja.md"),
    ],
];

fn read(text: &str) -> Document {
    let options = wsis_import::Options::default();
    wsis_import::import("digest.md", text.as_bytes(), &options, &Silent).expect("a digest is read")
}

fn compared([left, right]: [&str; 2]) -> (Document, Document, Comparison) {
    let (left, right) = (read(left), read(right));
    let comparison = compare(&left, &right, &Settings::default(), &[], &Silent);
    (left, right, comparison)
}

fn ids(value: &Value) -> Vec<&str> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect()
}

#[test]
fn json_covers_both_texts_and_rebuilds_them() {
    for digests in DIGESTS {
        let (left, right, comparison) = compared(digests);
        let value = json(&left, &right, &comparison, &ExportOptions::default());
        let links = value["links"].as_array().expect("links");
        for (side, document) in [("left", &left), ("right", &right)] {
            let mut named: Vec<&str> = links.iter().flat_map(|link| ids(&link[side])).collect();
            let mut all: Vec<&str> = document.paragraphs.iter().map(|p| p.id.as_str()).collect();
            named.sort_unstable();
            all.sort_unstable();
            assert_eq!(named, all, "each paragraph of the {side} text once");
            for difference in value["differences"].as_array().expect("differences") {
                let link = &links[difference["link"].as_u64().expect("a position") as usize];
                let segments = difference["segments"].as_array().expect("segments");
                let rebuilt: String = segments.iter().filter_map(|s| s[side].as_str()).collect();
                let texts: Vec<&str> = ids(&link[side])
                    .iter()
                    .filter_map(|id| Some(document.paragraph(document.find(id)?)?.text.as_str()))
                    .collect();
                assert_eq!(rebuilt, texts.join("\n"));
            }
        }
        assert_eq!(
            value,
            json(&left, &right, &comparison, &ExportOptions::default())
        );
    }
}

#[test]
fn pages_and_tables_hold_every_paragraph() {
    for (digests, locale) in DIGESTS.into_iter().zip([Locale::English, Locale::Japanese]) {
        let (left, right, comparison) = compared(digests);
        let options = ExportOptions {
            locale,
            ..ExportOptions::default()
        };
        let page = html(&left, &right, &comparison, &options);
        let paragraphs = left.paragraphs.len() + right.paragraphs.len();
        assert_eq!(page.matches("<div class=\"paragraph\"").count(), paragraphs);
        let headings = left.sections.iter().chain(&right.sections);
        for section in headings {
            assert!(page.contains(&section.heading), "{}", section.heading);
        }
        let table = csv(&left, &right, &comparison, &options).expect("a table");
        let table = String::from_utf8(table).expect("UTF-8");
        assert!(table.starts_with('\u{feff}'));
        assert_eq!(table.matches("\r\n").count(), 1 + comparison.links.len());
        for paragraph in left.paragraphs.iter().chain(&right.paragraphs) {
            assert!(
                table.contains(&paragraph.text.replace('"', "\"\"")),
                "{}",
                paragraph.id
            );
        }
    }
}

#[test]
fn a_chapter_is_found_on_either_side() {
    let (left, right, comparison) = compared(DIGESTS[0]);
    for query in [
        "Human rights",
        "1.2",
        "Internet governance",
        "artificial intelligence",
        "5",
    ] {
        let chapter = find_chapter(&left, &right, &comparison, query).expect(query);
        let options = ExportOptions {
            chapter: Some(chapter),
            ..ExportOptions::default()
        };
        let value = json(&left, &right, &comparison, &options);
        let links = value["links"].as_array().expect("links").len();
        assert!(
            (1..comparison.links.len()).contains(&links),
            "{query}: {links} links"
        );
    }
    let error = find_chapter(&left, &right, &comparison, "digital").expect_err("several");
    assert!(
        matches!(&error, ChapterError::Ambiguous { chapters, .. } if chapters.len() > 1),
        "{error}"
    );
    assert!(find_chapter(&left, &right, &comparison, "Fisheries").is_err());
}

#[test]
fn an_import_lists_sections_with_their_first_and_last_paragraphs() {
    let value = import_json(&read(DIGESTS[0][0]));
    let sections = value["sections"].as_array().expect("sections");
    let labels: Vec<&str> = sections
        .iter()
        .filter_map(|s| s["label"].as_str())
        .collect();
    assert_eq!(
        labels,
        ["1", "1.1", "1.2", "1.3", "2", "3", "4", "4.1", "5"]
    );
    let paragraphs = value["paragraphs"].as_array().expect("paragraphs");
    let numbered = paragraphs
        .iter()
        .filter(|p| p["kind"] == "operative")
        .count();
    assert_eq!(numbered, 71);
    let at = |id: &Value| {
        paragraphs
            .iter()
            .position(|p| p["id"] == *id)
            .expect("a known id")
    };
    for (k, section) in sections
        .iter()
        .enumerate()
        .filter(|(_, s)| !s["first"].is_null())
    {
        for paragraph in &paragraphs[at(&section["first"])..=at(&section["last"])] {
            assert_eq!(paragraph["section"], k);
        }
    }
}
