//! What becomes of paragraphs from draft to draft, on small texts.

use wsis_document::{Document, Silent};

use crate::invariants::document;
use crate::{Settings, compare};

/// Links as `older>newer kind`, by the positions of the paragraphs.
fn told(old: &[&str], new: &[&str]) -> Vec<String> {
    let text = |paragraphs: &[&str]| -> Document {
        let paragraphs = paragraphs.iter().map(|p| (*p).to_owned()).collect();
        document("en", &[("", paragraphs)])
    };
    let result = compare(&text(old), &text(new), &Settings::default(), &[], &Silent);
    let numbers = |side: &[wsis_document::ParagraphIndex]| -> String {
        let numbers: Vec<String> = side.iter().map(|p| (p.0 + 1).to_string()).collect();
        numbers.join("+")
    };
    let links = result.links.iter();
    links
        .map(|l| format!("{}>{} {:?}", numbers(&l.left), numbers(&l.right), l.kind))
        .collect()
}

const LAMPS: &str = "The lamps of the harbour burn all night long, and the keeper sleeps by day.";
const FERRIES: &str = "Ferries wait for the last boat of the evening before they leave the quay.";
const PIER: &str = "Nobody may fish from the northern pier while the tide is going out.";
const CRANE: &str = "A new crane was bought for the timber yard last summer.";

#[test]
fn strangers_that_are_left_over_are_not_linked() {
    let kinds = told(&[LAMPS, FERRIES, PIER], &[LAMPS, PIER, CRANE]);
    assert_eq!(kinds, ["1>1 Same", "2> Removed", "3>2 Same", ">3 Added"]);
    assert_eq!(
        told(&[LAMPS, FERRIES], &[LAMPS, CRANE]),
        ["1>1 Same", "2> Removed", ">2 Added"]
    );
}

#[test]
fn a_paragraph_put_after_another_is_new_and_renames_none() {
    assert_eq!(
        told(&[LAMPS, PIER], &[LAMPS, CRANE, PIER]),
        ["1>1 Same", ">2 Added", "2>3 Same"]
    );
    let longer = "The lamps of the old harbour burn all night long, and its keeper sleeps by day.";
    assert_eq!(
        told(&[LAMPS, PIER], &[longer, CRANE, PIER]),
        ["1>1 Revised", ">2 Added", "2>3 Same"]
    );
    assert_eq!(
        told(&[LAMPS, FERRIES, PIER], &[longer, CRANE, FERRIES, PIER]),
        ["1>1 Revised", ">2 Added", "2>3 Same", "3>4 Same"]
    );
}

#[test]
fn a_sentence_that_got_a_paragraph_of_its_own_is_a_part_of_the_first() {
    let both = format!("{LAMPS} {PIER}");
    assert_eq!(
        told(&[&both, FERRIES], &[LAMPS, PIER, FERRIES]),
        ["1>1+2 Split", "2>3 Same"]
    );
    let more = "The pier is closed to fishing boats at low tide, whoever their owner is.";
    assert_eq!(
        told(&[&both, FERRIES], &[LAMPS, PIER, more, FERRIES]).first(),
        Some(&"1>1+2 Split".to_owned())
    );
}
