//! Behaviour of [`resolve`].

use proptest::prelude::*;

use super::*;
use crate::anchor::describe;
use crate::testing::document;

fn anchor(document: &Document, id: &str, words: &str) -> Anchor {
    let index = document.find(id).unwrap();
    let at = document.paragraph(index).unwrap().text.find(words).unwrap();
    describe(document, index, at as u32..(at + words.len()) as u32).unwrap()
}

/// Describes `words` in paragraph `id` of the one text and finds them in the other: id of the
/// paragraph, and what stands there.
fn trace(from: &[(&str, &str)], id: &str, words: &str, to: &[(&str, &str)]) -> (String, String) {
    let to = document("en", to);
    match resolve(&anchor(&document("en", from), id, words), &to) {
        Resolution::Found { paragraph, range } => {
            let found = to.paragraph(paragraph).unwrap();
            let text = &found.text[range.start as usize..range.end as usize];
            (found.id.clone(), text.to_owned())
        }
        Resolution::Ambiguous { places } => ("ambiguous".into(), places.to_string()),
        Resolution::Orphaned => ("orphaned".into(), String::new()),
    }
}

fn here(id: &str, text: &str) -> (String, String) {
    (id.into(), text.into())
}

const TREES: &str = "Every grower shall count the trees in spring, and every miller shall count \
                     the sacks in autumn.";
const BEES: &str = "Nobody may move a hive at noon without a lamp.";

#[test]
fn the_position_tells_repeated_words_apart() {
    let text = "fig fig fig fig fig fig fig fig fig fig fig fig fig fig fig fig fig fig fig fig \
                fig fig fig fig fig fig fig fig fig fig fig fig fig fig fig fig fig fig fig fig";
    let doc = document("en", &[("1", text)]);
    for start in (0..text.len() as u32).step_by(4) {
        let range = start..start + 3;
        let anchor = describe(&doc, ParagraphIndex(0), range.clone()).unwrap();
        let expected = Resolution::Found {
            paragraph: ParagraphIndex(0),
            range,
        };
        assert_eq!(resolve(&anchor, &doc), expected);
    }
}

#[test]
fn context_tells_repeated_words_apart_when_text_was_put_before_them() {
    let longer = format!("In years of peace, this holds. {TREES}");
    let doc = document("en", &[("1", TREES)]);
    let second = TREES.rfind("shall").unwrap() as u32;
    let anchor = describe(&doc, ParagraphIndex(0), second..second + 5).unwrap();
    let expected = longer.rfind("shall").unwrap() as u32;
    assert_eq!(
        resolve(&anchor, &document("en", &[("1", &longer)])),
        Resolution::Found {
            paragraph: ParagraphIndex(0),
            range: expected..expected + 5
        }
    );
}

#[test]
fn a_renumbered_paragraph_is_found_by_its_context() {
    let to = [("1", BEES), ("2", TREES)];
    assert_eq!(
        trace(&[("1", TREES)], "1", "count the sacks", &to),
        here("2", "count the sacks")
    );
    assert_eq!(
        trace(&[("1", BEES)], "1", BEES, &[("1", TREES), ("2", BEES)]),
        here("2", BEES)
    );
}

#[test]
fn a_reworded_passage_is_found_in_its_paragraph_as_whole_words() {
    let reworded = TREES.replace("miller shall", "miller should");
    let to = [("1", reworded.as_str())];
    let found = trace(&[("1", TREES)], "1", "miller shall count", &to);
    assert_eq!(found, here("1", "miller should count"));
}

#[test]
fn the_same_short_words_in_a_foreign_paragraph_are_not_taken() {
    let from = [("1", TREES)];
    let foreign = [
        ("1", "A visitor shall pay at the gate."),
        ("2", "Dogs shall wait outside."),
    ];
    assert_eq!(trace(&from, "1", "shall", &foreign).0, "orphaned");
    let opening = [("1", "Every orange is peeled by hand.")];
    assert_eq!(trace(&from, "1", "Every", &opening).0, "orphaned");
}

#[test]
fn an_opening_that_two_paragraphs_share_is_not_taken_from_the_wrong_one() {
    let from = [("1", "Every miller has the right to a sack of flour.")];
    let to = [
        ("1", "Every miller has the right to a mule."),
        (
            "2",
            "Every miller has the right to a sack of flour, once a year.",
        ),
    ];
    for words in ["Every", "Every miller", "Every miller has the right"] {
        let (id, _) = trace(&from, "1", words, &to);
        assert_ne!(id, "1", "{words}");
    }
}

#[test]
fn a_deleted_passage_is_an_orphan() {
    let shorter = TREES.replace(" the sacks", "");
    let to = [("1", shorter.as_str()), ("2", BEES)];
    assert_eq!(trace(&[("1", TREES)], "1", "the sacks", &to).0, "orphaned");
}

#[test]
fn equal_places_elsewhere_are_ambiguous() {
    let to = [("1", BEES), ("2", TREES), ("3", TREES)];
    assert_eq!(
        trace(&[("1", TREES)], "1", "the sacks", &to),
        here("ambiguous", "2")
    );
}

#[test]
fn reworded_here_and_unchanged_in_a_look_alike_there_is_ambiguous() {
    let reworded = TREES.replace("count the trees", "recount the trees");
    let to = [("1", reworded.as_str()), ("2", TREES)];
    let found = trace(&[("1", TREES)], "1", "shall count the trees", &to);
    assert_eq!(found, here("ambiguous", "2"));
}

#[test]
fn an_empty_quote_is_an_orphan() {
    let doc = document("en", &[("1", TREES)]);
    let empty = Anchor {
        exact: String::new(),
        ..anchor(&doc, "1", "trees")
    };
    assert_eq!(resolve(&empty, &doc), Resolution::Orphaned);
}

#[test]
fn a_position_beyond_the_text_is_only_a_hint() {
    let doc = document("en", &[("1", TREES)]);
    let far = Anchor {
        start: u32::MAX,
        ..anchor(&doc, "1", "the sacks")
    };
    assert!(matches!(resolve(&far, &doc), Resolution::Found { .. }));
}

/// Texts of all scripts, with emoji, joiners and combining marks.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-z]{1,8} ",
        "[éàüñ]{1,4} ",
        "[а-я]{1,8} ",
        "[\u{621}-\u{64a}\u{64b}-\u{652}]{1,6} ",
        "[一-十日本国語]{1,5}",
        "[ぁ-ん]{1,4}",
        prop::sample::select(vec![
            "👩‍🌾",
            "🇯🇵",
            "e\u{301}",
            "a\u{323}\u{302}",
            "—",
            "(a)",
            "2025"
        ])
        .prop_map(String::from),
    ];
    prop::collection::vec(piece, 1..30).prop_map(|pieces| pieces.concat())
}

/// A text and a range of it at character boundaries, not empty.
fn text_and_range() -> impl Strategy<Value = (String, Range<u32>)> {
    any_text().prop_flat_map(|text| {
        let ends: Vec<u32> = text
            .char_indices()
            .map(|(at, _)| at as u32)
            .chain([text.len() as u32])
            .collect();
        let count = ends.len();
        (0..count - 1)
            .prop_flat_map(move |from| (Just(from), from + 1..count))
            .prop_map(move |(from, to)| (text.clone(), ends[from]..ends[to]))
    })
}

proptest! {
    #[test]
    fn on_the_same_document_it_is_the_identity((text, range) in text_and_range(), other in any_text()) {
        let doc = document("en", &[("1", &other), ("2", &text), ("3", &text)]);
        for index in [1, 2].map(ParagraphIndex) {
            let anchor = describe(&doc, index, range.clone()).unwrap();
            let expected = Resolution::Found { paragraph: index, range: range.clone() };
            prop_assert_eq!(resolve(&anchor, &doc), expected);
        }
    }

    #[test]
    fn what_is_found_can_be_cut_out((text, range) in text_and_range(), other in any_text()) {
        let anchor = describe(&document("en", &[("1", &text)]), ParagraphIndex(0), range).unwrap();
        // Half of the text, so that parts of the passage are there to be found.
        let half = text.chars().skip(text.chars().count() / 2).collect::<String>() + &other;
        let doc = document("en", &[("1", &half), ("2", &other)]);
        if let Resolution::Found { paragraph, range } = resolve(&anchor, &doc) {
            let found = &doc.paragraph(paragraph).unwrap().text;
            let passage = found.get(range.start as usize..range.end as usize);
            prop_assert!(passage.is_some_and(|passage| !passage.is_empty()));
        }
    }

    #[test]
    fn edits_of_other_paragraphs_change_nothing(
        (text, range) in text_and_range(), before in any_text(), after in any_text()
    ) {
        let old = document("en", &[("1", "Plums."), ("2", &text), ("3", "Pears.")]);
        let anchor = describe(&old, ParagraphIndex(1), range.clone()).unwrap();
        let new = document("en", &[("1", &before), ("1 bis", &text), ("2", &text), ("3", &after)]);
        let expected = Resolution::Found { paragraph: ParagraphIndex(2), range };
        prop_assert_eq!(resolve(&anchor, &new), expected);
    }

    #[test]
    fn text_put_before_moves_it_along_or_leaves_it_open(
        (text, range) in text_and_range(), before in any_text()
    ) {
        let old = document("en", &[("1", &text)]);
        let anchor = describe(&old, ParagraphIndex(0), range.clone()).unwrap();
        let new = document("en", &[("1", &format!("{before}{text}"))]);
        if let Resolution::Found { range: there, .. } = resolve(&anchor, &new) {
            let by = before.len() as u32;
            let found = &new.paragraphs[0].text[there.start as usize..there.end as usize];
            // Elsewhere only where the passage stands there too, with its context.
            let moved = there == (range.start + by..range.end + by);
            prop_assert!(moved || found == anchor.exact, "{found:?} for {anchor:?}");
        }
    }
}
