//! Tests of the page as a whole.

use super::*;
use crate::samples::{self, Sample};
use crate::{Chapter, Locale, Proposal};
use proptest::prelude::*;
use wsis_compare::{Cut, Notice};
use wsis_document::{Origin, SectionIndex};

fn page(sample: &Sample, options: &ExportOptions) -> String {
    html(&sample.left, &sample.right, &sample.comparison, options)
}

/// Everything between angle brackets, in order: what a browser would take for markup.
fn skeleton(page: &str) -> Vec<&str> {
    page.split('<')
        .skip(1)
        .map(|rest| rest.split('>').next().unwrap_or(rest))
        .collect()
}

#[test]
fn a_decision_by_hand_says_who_when_and_why() {
    let sample = samples::harbour();
    let options = ExportOptions {
        decisions: vec![samples::decision(&["1"], &["1"])],
        ..ExportOptions::default()
    };
    assert!(page(&sample, &options).contains("linked by hand · Ada · 2026-01-02 · “same ships”"));
}

#[test]
fn who_made_the_tracked_changes_of_a_row_is_named_once() {
    let sample = samples::harbour();
    let by = |document: &Document, passage, author: &str| Proposal {
        document: document.id.clone(),
        paragraph: "1".into(),
        passage,
        author: author.into(),
        date: Some("2026-03-01T10:00:00Z".into()),
    };
    let options = ExportOptions {
        proposals: vec![
            by(&sample.left, 0..5, "Ada"),
            by(&sample.right, 0..5, "Ada"),
            // Words that the comparison does not mark.
            by(&sample.right, 8..10, "Bo"),
        ],
        ..ExportOptions::default()
    };
    let page = page(&sample, &options);
    assert_eq!(
        page.matches("tracked changes by Ada, 2026-03-01").count(),
        1
    );
    assert!(!page.contains("Bo, 2026"));
}

#[test]
fn changes_are_marked_in_elements_that_read_without_colour() {
    let page = page(&samples::harbour(), &ExportOptions::default());
    assert!(page.contains("<del><i>Ships</i></del> keep to the right."));
    assert!(page.contains("<ins><i>Boats</i></ins> keep to the right."));
    assert!(page.contains("text-decoration: underline") && page.contains("line-through"));
}

#[test]
fn fates_are_named() {
    let page = page(&samples::harbour(), &ExportOptions::default());
    assert!(page.contains("moved from ¶ 2 to ¶ 4"));
    assert!(page.contains("¶ 3 split into ¶ 2, 3"));
    assert!(page.contains("(new)") && page.contains("(dropped)"));
    assert!(
        page.contains("Unofficial working comparison; the authentic texts are the UN documents")
    );
    assert!(page.contains("T/1") && page.contains("2015-05-01"));
    assert!(page.contains("Footnotes of the older text"));
}

#[test]
fn the_page_is_alone_in_the_world() {
    let page = page(&samples::harbour(), &ExportOptions::default());
    for forbidden in [
        "<script", "<link", "<img", "<iframe", "src=", "href=", "url(", "http://", "https://",
    ] {
        assert!(!page.contains(forbidden), "{forbidden}");
    }
    assert!(page.starts_with("<!DOCTYPE html>"));
    assert!(page.contains("default-src 'none'"));
}

#[test]
fn a_japanese_table_has_the_newer_text_on_the_left() {
    let sample = samples::harbour();
    let mut options = ExportOptions {
        locale: Locale::Japanese,
        ..ExportOptions::default()
    };
    let newer_first =
        |page: &str| page.find("Boats").unwrap() < page.find("Ships</i></del>").unwrap();
    let japanese = page(&sample, &options);
    assert!(newer_first(&japanese));
    assert!(japanese.contains("（新設）") && japanese.contains("（削る）"));
    assert!(japanese.contains("<html lang=\"ja\">"));
    options.newer_left = Some(false);
    assert!(!newer_first(&page(&sample, &options)));
}

#[test]
fn unchanged_runs_fold_but_keep_their_numbers_and_notes() {
    let sample = samples::harbour();
    let mut options = ExportOptions {
        only_changes: true,
        ..ExportOptions::default()
    };
    let folded = page(&sample, &options);
    assert!(folded.contains("¶ P1 unchanged"));
    assert!(!folded.contains("board meets"));
    options.notes = vec![samples::note("a", &sample.left, 0, "board", "Which one?")];
    let with_note = page(&sample, &options);
    assert!(with_note.contains("board meets") && with_note.contains("Which one?"));
}

#[test]
fn one_chapter_shows_its_rows_and_names_itself() {
    let sample = samples::harbour();
    let chapter = Chapter::Sections {
        left: vec![SectionIndex(1)],
        right: vec![SectionIndex(1)],
    };
    let options = ExportOptions {
        chapter: Some(chapter),
        ..ExportOptions::default()
    };
    let page = page(&sample, &options);
    assert!(page.contains("Chapter: 1.1 Lights → Lamps and buoys"));
    assert!(
        page.contains("lamp burns all night."),
        "the lamp left this chapter"
    );
    assert!(page.contains("Tides"), "its new chapter is named");
    assert!(!page.contains("silver") && !page.contains("Tides are read"));
}

#[test]
fn nothing_is_hidden() {
    let mut sample = samples::harbour();
    sample.comparison.precision.cuts = vec![Cut {
        stage: "align".into(),
        skipped: 3,
    }];
    let mut lost = samples::note("b", &sample.right, 5, "noon", "When is that?");
    lost.anchor.exact = "something that was never written".into();
    let options = ExportOptions {
        notes: vec![lost],
        ..ExportOptions::default()
    };
    let page = page(&sample, &options);
    assert!(page.contains("cut short: 3"));
    assert!(page.contains("passage was not found") && page.contains("When is that?"));
}

#[test]
fn each_text_has_its_language_and_direction() {
    let mut sample = samples::harbour();
    sample.right.language = Language::new("ar");
    sample.left.source.origin = Origin::Digest;
    let page = page(&sample, &ExportOptions::default());
    assert!(page.contains("<div class=\"paragraph\" lang=\"ar\" dir=\"rtl\">"));
    assert!(page.contains("<div class=\"paragraph\" lang=\"en\" dir=\"ltr\">"));
    assert!(page.contains("Digest in our own words"));
}

#[test]
fn equal_texts_say_so() {
    let sample = same_texts(|_| {});
    assert!(page(&sample, &ExportOptions::default()).contains("do not differ"));
    let renamed = same_texts(|newer| newer.sections[1].heading = "Lamps".into());
    assert!(!page(&renamed, &ExportOptions::default()).contains("do not differ"));
}

#[test]
fn numbers_and_likeness_are_told_only_where_there_are_any() {
    let mut sample = samples::harbour();
    let number = "number 1 → 1";
    assert!(!page(&sample, &ExportOptions::default()).contains(number));
    sample.comparison.links[1].relabelled = true;
    let told = page(&sample, &ExportOptions::default());
    assert!(told.contains(number) && told.contains("likeness 80"));
    sample.right.language = wsis_document::Language::new("fr");
    assert!(!page(&sample, &ExportOptions::default()).contains("likeness"));
}

#[test]
fn a_changed_footnote_mark_and_what_could_not_be_used_are_shown() {
    let mut sample = samples::harbour();
    sample.comparison.differences.clear();
    sample.comparison.mark_changes = samples::other_footnote();
    sample.comparison.notices = vec![Notice::NoHeadings];
    let page = page(&sample, &ExportOptions::default());
    assert!(page.contains("<sup><del>1</del></sup>") && page.contains("<sup><ins>1</ins></sup>"));
    assert!(page.contains("1 change: citation or footnote"));
    assert!(page.contains("At least one text has no headings"));
}

#[test]
fn a_changed_footnote_mark_of_a_heading_is_shown() {
    let mut sample = samples::harbour();
    samples::heading_footnote(&mut sample);
    let told = page(&sample, &ExportOptions::default());
    assert!(told.contains("Ships<sup><del>1</del></sup>"));
    assert!(
        told.contains("Lamps and buoys<sup>2</sup>"),
        "another number is no change"
    );
    assert_eq!(told.matches("1 change: citation or footnote").count(), 1);
}

#[test]
fn texts_that_differ_in_the_mark_of_a_heading_do_differ() {
    let marked = same_texts(|newer| {
        newer.sections[0].note_marks = vec![NoteMark {
            at: 5,
            mark: "1".into(),
        }];
    });
    assert!(!page(&marked, &ExportOptions::default()).contains("do not differ"));
}

/// A text compared with itself but for what is changed in the newer one.
fn same_texts(change: impl FnOnce(&mut Document)) -> Sample {
    let mut sample = samples::harbour();
    sample.right = sample.left.clone();
    change(&mut sample.right);
    let (left, right) = (&sample.left, &sample.right);
    let settings = wsis_compare::Settings::default();
    sample.comparison = wsis_compare::compare(left, right, &settings, &[], &wsis_document::Silent);
    sample
}

proptest! {
    /// Whatever the texts, notes and names hold, the page has the elements that it would have
    /// with plain words in their places.
    #[test]
    fn no_markup_of_a_text_survives(hostile in "[<>&\"'/=a-z! -]{1,24}") {
        let build = |words: &str| {
            let mut sample = samples::harbour();
            for document in [&mut sample.left, &mut sample.right] {
                document.title = words.into();
                document.symbol = Some(words.into());
                document.date = Some(words.into());
                document.source.file_name = words.into();
                document.footnotes[0].mark = words.into();
                document.footnotes[0].text = words.into();
                for section in &mut document.sections {
                    section.heading = words.into();
                }
                for paragraph in &mut document.paragraphs {
                    paragraph.id = format!("{}{words}", paragraph.id);
                    // The words stand in it once, whatever they are.
                    paragraph.text = format!("0{words}");
                    paragraph.italics.clear();
                    paragraph.note_marks[0].mark = words.into();
                    paragraph.note_marks[0].at = 1;
                }
            }
            sample.comparison.differences.clear();
            let mut note = samples::note("n", &sample.left, 0, "0", words);
            note.anchor.exact = words.into();
            note.tags = vec![words.into()];
            let options = ExportOptions {
                notes: vec![note],
                left_name: Some(words.into()),
                right_name: Some(words.into()),
                ..ExportOptions::default()
            };
            page(&sample, &options)
        };
        let (hostile, plain) = (build(&hostile), build("qqqqqqqqqqqq"));
        prop_assert_eq!(skeleton(&hostile), skeleton(&plain));
    }
}
