//! Pairs of texts that make careless comparisons quadratic: no two words alike, nothing but
//! repetition, one endless paragraph, one endless word, near-copies everywhere.

use std::io;

use wsis_document::Document;

use crate::generator::{Level, Size, Wish, generate};
use crate::plain::document;

/// A pair of texts under a name.
#[derive(Debug)]
pub struct Extreme {
    /// What is extreme about it.
    pub name: &'static str,
    /// The older text.
    pub left: Document,
    /// The newer text.
    pub right: Document,
}

/// All extremes, of about `words` words a side (the endless word: ten letters for each of them).
///
/// # Errors
/// As [`document`].
pub fn extremes(words: usize) -> io::Result<Vec<Extreme>> {
    let made = |seed: u64| {
        generate(&Wish {
            level: Level::Medium,
            size: Size::Words(words),
            seed,
            language: "en".into(),
        })
    };
    let texts = |items: &[crate::truth::Item]| -> Vec<String> {
        items.iter().map(|item| item.text.clone()).collect()
    };
    let (one, other) = (made(1), made(2));
    let paragraphs = words / 10;
    let same = "The small ferry crosses the wide bay again and again.".to_owned();
    let near = |salt: usize| -> Vec<String> {
        (0..paragraphs)
            .map(|k| {
                let (a, b) = ((k * 7 + salt) % 97, (k * 13) % 89);
                format!("Pier {a} shall open gate {b} to the ferry of the day.")
            })
            .collect()
    };
    // An odd multiplier walks through all letters before it repeats.
    let word = |step: usize| -> String {
        (0..words * 10)
            .map(|k| char::from(b'a' + (k * step / 7 % 26) as u8))
            .collect()
    };
    let pairs: Vec<(&'static str, Vec<String>, Vec<String>)> = vec![
        ("unrelated texts", texts(&one.old), texts(&other.new)),
        (
            "equal paragraphs",
            vec![same.clone(); paragraphs],
            vec![same.clone(); paragraphs + paragraphs / 10],
        ),
        (
            "one paragraph",
            vec![texts(&one.old).join(" ")],
            vec![texts(&one.new).join(" ")],
        ),
        (
            "one paragraph, unrelated",
            vec![texts(&one.old).join(" ")],
            vec![texts(&other.new).join(" ")],
        ),
        ("one word", vec![word(3)], vec![word(5)]),
        ("near-copies", near(0), near(31)),
        (
            "one sentence again and again in one paragraph",
            vec![vec![same.clone(); paragraphs].join(" ")],
            vec![vec![same; paragraphs + 1].join(" ").replace("wide", "long")],
        ),
    ];
    pairs
        .into_iter()
        .map(|(name, left, right)| {
            Ok(Extreme {
                name,
                left: document(left.iter().map(String::as_str), "en")?,
                right: document(right.iter().map(String::as_str), "en")?,
            })
        })
        .collect()
}
