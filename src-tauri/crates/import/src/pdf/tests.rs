use std::path::{Path, PathBuf};

use hayro_syntax::Pdf;
use proptest::prelude::*;
use wsis_document::{Monitor, Silent, Stage, Stop, StrippedKind, WarningCode};

use super::sample::{BOLD, ITALIC, REGULAR, Sample};
use super::{by_place, read, read_pages};
use crate::{Blocks, ImportError};

fn blocks(sample: Sample) -> Blocks {
    read(&sample.build(), &Silent).expect("the sample is sound")
}

fn texts(sample: Sample) -> Vec<String> {
    blocks(sample).blocks.into_iter().map(|b| b.text).collect()
}

#[test]
fn stretched_letters_do_not_cut_words_and_wide_gaps_make_spaces() {
    // Every letter 1.2 points further on; words parted by a jump instead of a space character.
    let stretched = "[(r)-120(i)-120(v)-120(e)-120(r)-520(b)-120(a)-120(n)-120(k)-120(s)] TJ";
    let tight = "[(lake)-260(shore)-240(path)] TJ";
    let sample = Sample::default()
        .page()
        .show(REGULAR, 10.0, 123.0, 100.0, stretched)
        .show(REGULAR, 10.0, 123.0, 140.0, tight);
    assert_eq!(texts(sample), ["river banks", "lake shore path"]);
}

#[test]
fn a_space_without_room_parts_no_words_and_accents_join_their_letters() {
    let years = "[(in all the years of 2022\\226 )240(2025 by the lake)] TJ";
    let accents = "[(caf)(\\264)300(e of the for)(\\210)400(et)] TJ";
    let sample = Sample::default()
        .page()
        .show(REGULAR, 10.0, 123.0, 100.0, years)
        .show(REGULAR, 10.0, 123.0, 140.0, accents);
    assert_eq!(
        texts(sample),
        [
            "in all the years of 2022–2025 by the lake",
            "cafe\u{301} of the fore\u{302}t"
        ]
    );
}

#[test]
fn kerning_in_a_line_that_draws_its_spaces_adds_none() {
    let sample = Sample::default().page().show(
        REGULAR,
        10.0,
        123.0,
        100.0,
        "[(part)-150(nership of to)-90(wns)] TJ",
    );
    assert_eq!(texts(sample), ["partnership of towns"]);
}

#[test]
fn words_drawn_out_of_order_are_read_from_left_to_right() {
    let sample = Sample::default()
        .page()
        .text(REGULAR, 10.0, 180.0, 100.0, "second")
        .text(REGULAR, 10.0, 123.0, 100.0, "the first");
    assert_eq!(texts(sample), ["the first second"]);
}

#[test]
fn note_marks_leave_the_text_and_exponents_stay() {
    let sample = Sample::default()
        .page()
        .show(
            REGULAR,
            10.0,
            123.0,
            100.0,
            "(The harbour,) Tj 3.5 Ts /R 6.5 Tf (1) Tj 0 Ts /R 10 Tf ( which froze, covers 10) Tj \
             3.5 Ts /R 6.5 Tf (6) Tj 0 Ts /R 10 Tf ( tiles.) Tj",
        )
        .text(REGULAR, 5.6, 123.0, 697.0, "1")
        .text(REGULAR, 8.6, 130.0, 700.0, "Survey of the coast, part two.");
    let read = blocks(sample);
    assert_eq!(
        read.blocks[0].text,
        "The harbour, which froze, covers 106 tiles."
    );
    assert_eq!(
        read.blocks[0].note_marks,
        [("The harbour,".len() as u32, "1".to_owned())]
    );
    assert_eq!(
        read.footnotes,
        [("1".to_owned(), "Survey of the coast, part two.".to_owned())]
    );
}

#[test]
fn hyphens_and_dashes_at_line_ends_stay_and_join() {
    let sample = Sample::default().page().body(
        100.0,
        &[
            "A report on the well-",
            "being of birds in the years 2021–",
            "2025 for every",
            "reader.",
        ],
    );
    assert_eq!(
        texts(sample),
        ["A report on the well-being of birds in the years 2021–2025 for every reader."]
    );
}

#[test]
fn a_space_drawn_after_a_hyphen_is_kept() {
    let lines = [
        "Both long-",
        "haul and short- ",
        "and medium-",
        "range trains.",
    ];
    assert_eq!(
        texts(Sample::default().page().body(100.0, &lines)),
        ["Both long-haul and short- and medium-range trains."]
    );
}

/// Four pages with head, foot and a paragraph that goes on over each page break.
fn with_running_heads() -> Sample {
    let mut sample = Sample::default();
    for number in 1..=4 {
        let (first, last) = (
            format!("part {number} begins here and"),
            format!("ends on a line of part {number} and"),
        );
        sample = sample
            .page()
            .text(BOLD, 8.6, 123.0, 40.0, "A song of the northern lakes")
            .body(100.0, &[&first, &last])
            .text(REGULAR, 8.6, 123.0, 750.0, &format!("{number}/4"))
            .text(REGULAR, 8.6, 440.0, 750.0, "25-12345");
    }
    sample
}

#[test]
fn running_heads_page_numbers_and_job_numbers_are_set_aside() {
    let read = blocks(with_running_heads());
    assert_eq!(read.blocks.len(), 1, "{:?}", read.blocks);
    assert!(!read.blocks[0].text.contains("song") && !read.blocks[0].text.contains("/4"));
    for kind in [
        StrippedKind::RunningHead,
        StrippedKind::PageNumber,
        StrippedKind::JobNumber,
    ] {
        assert_eq!(
            read.stripped.iter().filter(|s| s.kind == kind).count(),
            4,
            "{kind:?}"
        );
    }
    assert!(
        read.warnings
            .iter()
            .any(|w| w.code == WarningCode::Untagged)
    );
}

#[test]
fn headings_that_happen_to_begin_pages_are_no_running_heads() {
    let mut sample = Sample::default();
    for number in [3, 4, 9, 12] {
        sample = sample
            .page()
            .text(BOLD, 10.0, 123.0, 60.0, &format!("Article {number}"))
            .body(84.0, &["Boats keep to the right of the channel."]);
    }
    let headings = texts(sample)
        .into_iter()
        .filter(|text| text.starts_with("Article"));
    assert_eq!(headings.count(), 4);
}

#[test]
fn a_paragraph_is_joined_over_pages_unless_a_new_one_begins() {
    let read = |next: &str| {
        texts(
            Sample::default()
                .page()
                .body(
                    100.0,
                    &[
                        "The old bridge over the river was closed,",
                        "opened again and then",
                    ],
                )
                .page()
                .body(100.0, &[next, "and stays so."]),
        )
    };
    assert_eq!(read("repaired for good").len(), 1);
    assert_eq!(read("2. Another bridge is closed").len(), 2);
}

#[test]
fn gaps_indents_and_type_part_paragraphs() {
    let sample = Sample::default()
        .page()
        .text(BOLD, 10.0, 123.0, 100.0, "On boats")
        .body(
            124.0,
            &["A boat needs a keel of oak or ash so that it", "holds."],
        )
        .text(
            REGULAR,
            10.0,
            147.0,
            148.0,
            "Indented, the next one begins at once and runs",
        )
        .body(160.0, &["to its end."])
        .body(190.0, &["After a gap the third."]);
    let read = blocks(sample);
    let texts: Vec<&str> = read.blocks.iter().map(|b| b.text.as_str()).collect();
    assert_eq!(
        texts,
        [
            "On boats",
            "A boat needs a keel of oak or ash so that it holds.",
            "Indented, the next one begins at once and runs to its end.",
            "After a gap the third.",
        ]
    );
    assert!(read.blocks[0].bold && !read.blocks[1].bold);
    assert_eq!(read.blocks[2].indent.map(f32::round), Some(24.0));
}

#[test]
fn letters_that_are_filled_and_drawn_around_are_bold() {
    let sample = Sample::default()
        .page()
        .show(REGULAR, 10.0, 123.0, 100.0, "2 Tr (Work and rest) Tj 0 Tr")
        .body(
            130.0,
            &["The harbour is closed in winter, as it was the year before."],
        );
    let read = blocks(sample);
    let bold: Vec<bool> = read.blocks.iter().map(|b| b.bold).collect();
    assert_eq!(bold, [true, false]);
}

#[test]
fn a_column_of_few_lines_is_one_where_others_were() {
    let mut sample = Sample::default();
    for rows in [8, 2] {
        sample = sample.page();
        for (side, x, count) in [("left", 60.0, 8), ("right", 330.0, rows)] {
            for k in 0..count {
                let y = 100.0 + 12.0 * k as f32;
                let text = format!("{side} column of the page, with its row {k},");
                sample = sample.text(REGULAR, 10.0, x, y, &text);
            }
        }
    }
    let all = texts(sample).join(" ");
    let end = [
        "left column of the page, with its row 7,",
        "right column of the page, with its row 0,",
    ]
    .join(" ");
    assert!(all.matches(&end).count() == 2, "{all}");
}

#[test]
fn columns_are_read_one_after_the_other() {
    let mut sample = Sample::default().page();
    for k in 0..8 {
        let y = 100.0 + 12.0 * k as f32;
        sample = sample
            .text(
                REGULAR,
                10.0,
                60.0,
                y,
                &format!("left column of the page, row {k},"),
            )
            .text(
                REGULAR,
                10.0,
                330.0,
                y,
                &format!("right column of the page, row {k},"),
            );
    }
    let all = texts(sample).join(" ");
    let place = |words: &str| {
        all.find(words)
            .unwrap_or_else(|| panic!("{words} in {all}"))
    };
    assert!(place("left column of the page, row 7") < place("right column of the page, row 0"));
}

#[test]
fn italics_are_known_by_their_place() {
    let sample = Sample::default()
        .page()
        .text(ITALIC, 10.0, 123.0, 100.0, "Noting also")
        .text(REGULAR, 10.0, 174.0, 100.0, "the tide,");
    let read = blocks(sample);
    assert_eq!(read.blocks[0].text, "Noting also the tide,");
    assert_eq!(read.blocks[0].italics.first(), Some(&(0..11)));
}

#[test]
fn what_is_not_shown_is_not_read() {
    let sample = Sample::default()
        .page()
        .body(100.0, &["The pier is open to all."])
        .hidden(|s| s.body(140.0, &["An earlier draft of the pier."]))
        .text(
            REGULAR,
            10.0,
            123.0,
            830.0,
            "a printer's note below the page",
        );
    let read = blocks(sample);
    let texts: Vec<&str> = read.blocks.iter().map(|b| b.text.as_str()).collect();
    assert_eq!(texts, ["The pier is open to all."]);
    assert!(read.stripped.iter().any(|s| s.text.contains("printer")));
}

#[test]
fn replacement_text_stands_for_what_is_drawn() {
    let sample = Sample::default()
        .page()
        .text(REGULAR, 10.0, 123.0, 100.0, "The ")
        .replaced("office", |s| s.text(REGULAR, 10.0, 141.0, 100.0, "o##ce"))
        .text(REGULAR, 10.0, 168.0, 100.0, "is open.");
    assert_eq!(texts(sample), ["The office is open."]);
}

#[test]
fn tags_rule_over_places() {
    let sample = Sample::default()
        .page()
        .artifact(|s| s.text(REGULAR, 10.0, 123.0, 40.0, "a line the file sets aside"))
        // Drawn first, but second in the tree; close enough to look like one paragraph.
        .element("P", |s| {
            s.body(100.0, &["The first paragraph says this and"])
        })
        .element("P", |s| {
            s.body(112.0, &["the second one goes on to say that."])
        })
        .element("Note", |s| {
            s.text(REGULAR, 8.6, 123.0, 700.0, "* A note of few words.")
        })
        .page()
        .element("P", |s| s.body(100.0, &["A new page, a new paragraph."]));
    let read = blocks(sample);
    let texts: Vec<&str> = read.blocks.iter().map(|b| b.text.as_str()).collect();
    assert_eq!(
        texts,
        [
            "The first paragraph says this and",
            "the second one goes on to say that.",
            "A new page, a new paragraph.",
        ]
    );
    assert_eq!(
        read.footnotes,
        [("*".to_owned(), "A note of few words.".to_owned())]
    );
    assert!(
        read.stripped
            .iter()
            .any(|s| s.text == "a line the file sets aside")
    );
    assert!(read.warnings.is_empty());
}

#[test]
fn text_that_the_tags_leave_out_is_reported() {
    let line = "This line is one of many that an element draws.";
    let sample = Sample::default()
        .page()
        .element("P", |s| s.body(100.0, &[line; 12]))
        .text(REGULAR, 10.0, 123.0, 400.0, "A stray line of text.");
    let read = blocks(sample);
    assert_eq!(read.blocks.len(), 1);
    assert!(
        read.stripped
            .iter()
            .any(|s| s.text == "A stray line of text.")
    );
    assert!(
        read.warnings
            .iter()
            .any(|w| w.code == WarningCode::NotCompared)
    );
}

#[test]
fn bad_files_end_in_their_error() {
    let whole = with_running_heads().build();
    assert_eq!(read(b"", &Silent).err(), Some(ImportError::Empty));
    assert!(matches!(
        read(&whole[..60], &Silent),
        Err(ImportError::Damaged { .. })
    ));
    assert!(matches!(
        read(b"%PDF-1.7\nno objects", &Silent),
        Err(ImportError::Damaged { .. })
    ));
    assert_eq!(
        read(&Sample::default().page().build(), &Silent).err(),
        Some(ImportError::NoText)
    );
    let entry = "00".repeat(32);
    let locked = Sample::default().page().body(100.0, &["secret"]).trailer(&format!(
        "/ID [<00><00>] /Encrypt <</Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <{entry}> /U <{entry}>>>"
    ));
    assert_eq!(
        read(&locked.build(), &Silent).err(),
        Some(ImportError::Encrypted)
    );
}

#[test]
fn a_file_that_ends_early_never_passes_for_a_whole_one() {
    let whole = with_running_heads().build();
    for part in 1..20 {
        let cut = &whole[..whole.len() * part / 20];
        let error = read(cut, &Silent).err();
        assert!(
            matches!(error, Some(ImportError::Damaged { .. })),
            "{part} of 20: {error:?}"
        );
    }
    let mut followed = whole.clone();
    followed.extend_from_slice(b"\r\n-- a gateway's line --\r\n");
    assert!(read(&followed, &Silent).is_ok());
}

/// The two ways do not know of each other, so where they agree on a long text both are right.
#[test]
fn an_official_text_reads_the_same_by_tags_and_by_place() {
    let name = "an_official_text_reads_the_same_by_tags_and_by_place";
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared");
    let folder = std::env::var_os("WSIS_SHARED").map_or(beside, PathBuf::from);
    let Ok(bytes) = std::fs::read(folder.join("texts/official/A_RES_80_173.pdf")) else {
        println!("skipped: {name}: the folder with the official texts is not here");
        return;
    };
    let by_tags = read(&bytes, &Silent).expect("sound");
    let pdf = Pdf::new(bytes).expect("sound");
    let by_place = by_place(&read_pages(&pdf, &Silent).expect("sound"));
    assert_eq!(by_tags.blocks.len(), by_place.blocks.len());
    for (a, b) in by_tags.blocks.iter().zip(&by_place.blocks) {
        assert_eq!(a.text, b.text);
        assert_eq!(a.note_marks, b.note_marks, "{}", a.text);
        assert_eq!(
            (a.role, a.bold, a.page),
            (b.role, b.bold, b.page),
            "{}",
            a.text
        );
    }
    assert_eq!(by_tags.footnotes, by_place.footnotes);
}

struct Stopped;

impl Monitor for Stopped {
    fn progress(&self, _: Stage, _: u64, _: u64) {}
    fn stop(&self) -> Option<Stop> {
        Some(Stop::Cancelled)
    }
}

#[test]
fn reading_stops_when_told() {
    assert_eq!(
        read(&with_running_heads().build(), &Stopped).err(),
        Some(ImportError::Cancelled)
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Any damage to any bytes: an error or a result, never a panic, and offsets that hold.
    #[test]
    fn no_damage_makes_it_panic(
        places in prop::collection::vec((0usize..6000, any::<u8>()), 1..40),
    ) {
        let mut bytes = with_running_heads().build();
        for (place, byte) in places {
            let length = bytes.len();
            bytes[place % length] = byte;
        }
        if let Ok(read) = read(&bytes, &Silent) {
            for block in read.blocks {
                for range in &block.italics {
                    prop_assert!(block.text.get(range.start as usize..range.end as usize).is_some());
                }
                for (at, _) in &block.note_marks {
                    prop_assert!(block.text.is_char_boundary(*at as usize));
                }
            }
        }
    }
}
