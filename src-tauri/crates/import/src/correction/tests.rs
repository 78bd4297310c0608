//! Corrections over made-up readings.

use proptest::prelude::*;
use wsis_document::{Format, Origin, Source, Stripped, StrippedKind, WarningCode};

use super::*;
use crate::structure::{Assembled, assemble};
use crate::{Became, Block, Blocks, Options, Role};

fn blocks(texts: &[&str]) -> Vec<Block> {
    texts.iter().map(|text| Block::new(*text)).collect()
}

fn place(texts: &[&str], ordinal: usize, at: u32) -> Place {
    Place {
        part: Part::Text,
        ordinal: ordinal as u32,
        at,
        hash: fingerprint(texts[ordinal]),
    }
}

fn correction(place: Place, change: Change) -> Correction {
    Correction {
        place,
        change,
        words: String::new(),
    }
}

fn read(texts: &[&str], pieces: Vec<Correction>) -> Assembled {
    let read = Blocks {
        blocks: blocks(texts),
        stripped: vec![Stripped {
            kind: StrippedKind::Furniture,
            page: None,
            text: "The gardeners close the gate.".into(),
        }],
        ..Blocks::default()
    };
    let source = Source {
        file_name: "garden.txt".into(),
        format: Format::Plain,
        sha256: String::new(),
        origin: Origin::File,
    };
    let options = Options {
        corrections: Corrections {
            pieces,
            ..Corrections::default()
        },
        ..Options::default()
    };
    assemble(read, source, &options).unwrap()
}

const GARDEN: [&str; 5] = [
    "Garden rules",
    "Trees",
    "1. Every tree is watered. No tree is cut.",
    "2. Bees are wel",
    "come in all gardens.",
];

fn texts(assembled: &Assembled) -> Vec<(String, String)> {
    let paragraphs = &assembled.document.paragraphs;
    paragraphs
        .iter()
        .map(|p| (p.id.clone(), p.text.clone()))
        .collect()
}

#[test]
fn a_sentence_that_was_cut_is_joined_and_one_that_was_not_is_split() {
    let at = GARDEN[2].find("No tree").unwrap() as u32;
    let read = read(
        &GARDEN,
        vec![
            correction(place(&GARDEN, 4, 0), Change::Join),
            correction(
                place(&GARDEN, 2, at),
                Change::Number {
                    label: "1 bis.".into(),
                },
            ),
            correction(place(&GARDEN, 2, at), Change::Split),
        ],
    );
    assert_eq!(read.applied.len(), 3);
    assert_eq!(read.applied[0].words, "No tree is cut.");
    assert_eq!(
        texts(&read)[1..],
        [
            ("1".into(), "Every tree is watered.".into()),
            ("1 bis".into(), "No tree is cut.".into()),
            ("2".into(), "Bees are wel come in all gardens.".into()),
        ]
    );
}

#[test]
fn headings_title_and_paragraphs_are_what_a_person_says() {
    let read = read(
        &GARDEN,
        vec![
            correction(place(&GARDEN, 1, 0), Change::Title),
            correction(place(&GARDEN, 0, 0), Change::Heading { level: 2 }),
            correction(place(&GARDEN, 4, 0), Change::Heading { level: 1 }),
            correction(place(&GARDEN, 3, 0), Change::NoNumber),
        ],
    );
    let document = &read.document;
    assert_eq!(document.title, "Trees");
    let levels: Vec<(u8, &str)> = document
        .sections
        .iter()
        .map(|s| (s.level, s.heading.as_str()))
        .collect();
    assert_eq!(levels, [(2, "Garden rules"), (1, "come in all gardens.")]);
    assert_eq!(texts(&read)[1], ("1+1".into(), "2. Bees are wel".into()));
    let kinds: Vec<Became> = read.outline.iter().map(|piece| piece.became).collect();
    assert_eq!(
        kinds,
        [
            Became::Section(0),
            Became::Title,
            Became::Paragraph(0),
            Became::Paragraph(1),
            Became::Section(1)
        ]
    );
}

#[test]
fn what_is_dropped_is_told_and_what_was_set_aside_comes_back() {
    let aside = Place {
        part: Part::SetAside,
        ordinal: 0,
        at: 0,
        hash: fingerprint("The gardeners close the gate."),
    };
    let read = read(
        &GARDEN,
        vec![
            correction(place(&GARDEN, 4, 0), Change::Drop),
            correction(
                aside,
                Change::Restore {
                    before: Some(place(&GARDEN, 3, 0)),
                },
            ),
            correction(aside, Change::Number { label: "1A".into() }),
        ],
    );
    let document = &read.document;
    assert_eq!(document.stripped.len(), 1);
    assert_eq!(document.stripped[0].kind, StrippedKind::ByHand);
    assert_eq!(read.stripped_places, [place(&GARDEN, 4, 0)]);
    assert_eq!(
        texts(&read)[2],
        ("1A".into(), "The gardeners close the gate.".into())
    );
}

#[test]
fn a_correction_follows_its_text_and_is_told_where_the_text_is_gone() {
    let pieces = vec![
        correction(place(&GARDEN, 1, 0), Change::Paragraph),
        correction(place(&GARDEN, 3, 0), Change::Drop),
    ];
    let shifted = ["Preface", "Garden rules", "Trees", "3. Bees are welcome."];
    let read = read(&shifted, pieces.clone());
    assert_eq!(read.applied[0].place, place(&shifted, 2, 0));
    let lost: Vec<_> = read
        .document
        .warnings
        .iter()
        .filter(|w| w.code == WarningCode::CorrectionLost)
        .collect();
    assert_eq!(lost.len(), 1);
    assert_eq!(texts(&read).last().unwrap().1, "Bees are welcome.");
}

/// Every character that is printed, sorted.
fn characters(texts: impl IntoIterator<Item = String>) -> Vec<char> {
    let mut all: Vec<char> = texts
        .into_iter()
        .flat_map(|text| {
            text.chars()
                .filter(|c| !c.is_whitespace())
                .collect::<Vec<_>>()
        })
        .collect();
    all.sort_unstable();
    all
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        (0u8..5).prop_map(|level| Change::Heading { level }),
        Just(Change::Title),
        Just(Change::Paragraph),
        "\\PC{0,6}|[1-9] bis\\.|\\([a-z]\\)".prop_map(|label| Change::Number { label }),
        Just(Change::NoNumber),
        Just(Change::Join),
        Just(Change::Split),
        Just(Change::Drop),
        (0u32..6).prop_map(|ordinal| Change::Restore {
            before: Some(Place {
                part: Part::Text,
                ordinal,
                at: 0,
                hash: fingerprint("a b")
            })
        }),
    ]
}

proptest! {
    #[test]
    fn no_correction_loses_text(
        texts in prop::collection::vec("([0-9]\\. )?\\PC{0,12}|a b", 1..6),
        labels in prop::collection::vec(prop::option::of("[1-9]\\."), 6),
        changes in prop::collection::vec((any::<bool>(), 0u32..7, 0u32..9, any::<bool>(), change()), 0..12),
    ) {
        let block = |(text, label): (&String, &Option<String>)| Block {
            role: Role::Unknown,
            label: label.clone(),
            italics: vec![0..0, 0..text.len() as u32],
            note_marks: vec![(text.len() as u32, "1".into())],
            ..Block::new(text.clone())
        };
        let blocks: Vec<Block> = texts.iter().zip(&labels).map(block).collect();
        let aside = vec![Stripped { kind: StrippedKind::Closing, page: Some(1), text: "end".into() }];
        let corrections: Vec<Correction> = changes
            .into_iter()
            .map(|(text, ordinal, at, known, change)| {
                let part = if text { Part::Text } else { Part::SetAside };
                let source = if text { texts.get(ordinal as usize).map(String::as_str) } else { Some("end") };
                let hash = fingerprint(source.filter(|_| known).unwrap_or("a b"));
                correction(Place { part, ordinal, at, hash }, change)
            })
            .collect();
        let printed = |block: &Block| format!("{}{}", block.label.clone().unwrap_or_default(), block.text);
        let before = characters(blocks.iter().map(printed).chain(aside.iter().map(|s| s.text.clone())));
        let out = apply(blocks, aside, &corrections);
        for piece in &out.pieces {
            for (at, _) in &piece.block.note_marks {
                prop_assert!(piece.block.text.is_char_boundary(*at as usize));
            }
            for range in &piece.block.italics {
                prop_assert!(piece.block.text.get(range.start as usize..range.end as usize).is_some());
            }
        }
        prop_assert_eq!(out.applied.len() + out.unapplied.len(), corrections.len());
        let set_aside = out.stripped.iter().chain(&out.dropped).map(|(s, _)| s.text.clone());
        let after = characters(out.pieces.iter().map(|p| printed(&p.block)).chain(set_aside));
        prop_assert_eq!(before, after);
    }
}
