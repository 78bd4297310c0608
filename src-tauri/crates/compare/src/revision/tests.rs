//! What becomes of paragraphs from draft to draft, on small texts.

use wsis_document::{Document, Silent};

use crate::invariants::document;
use crate::{Settings, compare};

/// Links as `older>newer kind`, by the positions of the paragraphs.
fn told<T: AsRef<str>>(old: &[T], new: &[T]) -> Vec<String> {
    let text = |paragraphs: &[T]| -> Document {
        let paragraphs = paragraphs.iter().map(|p| p.as_ref().to_owned()).collect();
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

/// Paragraphs of twenty words that are nowhere else; of the words of every second one the newer
/// text keeps only some.
fn drafts(kept: usize) -> (Vec<String>, Vec<String>) {
    let words = |side: &str, paragraph: usize, kept: usize| -> String {
        let word = |n: usize| match n < kept {
            true => format!("w{paragraph}x{n}"),
            false => format!("{side}{paragraph}x{n}"),
        };
        (0..20).map(word).collect::<Vec<_>>().join(" ")
    };
    let of = |side: &str| -> Vec<String> {
        let kept = |p: usize| if p.is_multiple_of(2) { 20 } else { kept };
        (0..60).map(|p| words(side, p, kept(p))).collect()
    };
    (of("old"), of("new"))
}

/// What becomes of the older paragraph 11 when a newer one with the same first four words stands
/// fifty paragraphs later, and changed paragraphs keep so many of their twenty words.
fn fate_of_a_likeness(kept: usize) -> String {
    let (mut old, mut new) = drafts(kept);
    let (start, rest): (Vec<String>, Vec<String>) = (0..20)
        .map(|n| (format!("w10x{n}"), format!("else{n}")))
        .unzip();
    old[10] = start.join(" ");
    new.remove(10);
    new.push([&start[..4], &rest[4..]].concat().join(" "));
    let links = told(&old, &new);
    let one = links.into_iter().find(|l| l.starts_with("11>"));
    one.unwrap_or_default()
}

#[test]
fn what_stands_elsewhere_is_no_more_rewritten_than_what_stays() {
    assert_eq!(fate_of_a_likeness(9), "11>60 MovedRevised");
    assert_eq!(fate_of_a_likeness(19), "11> Removed");
}
