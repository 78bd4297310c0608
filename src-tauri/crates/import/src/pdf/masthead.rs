//! The head of a first page and the closing lines: what they say about the document, and where
//! the text begins.

use wsis_document::StrippedKind;

use super::line::Line;
use super::paragraph::{Column, Paragraph};
use super::tree::Kind;
use crate::Facts;

/// Most paragraphs that a masthead and title block have.
const MAX_HEAD: usize = 24;
/// How far after the text's beginning its own title may stand.
const MAX_CLAUSE: usize = 6;

/// Finds where the text begins: the number of paragraphs that belong to the masthead and the title
/// block. 0 for a file without a document symbol, which has no masthead that we know.
pub(super) fn length(paragraphs: &[Paragraph], column: &Column) -> usize {
    paragraphs
        .iter()
        .take(MAX_HEAD)
        .take_while(|p| p.page() == 1)
        .position(|p| begins_text(p, column))
        .unwrap_or(0)
}

/// The enacting body's name is set in italics, or ends with a comma as no line of a title block does;
/// without one, the first paragraph set like body text.
fn begins_text(paragraph: &Paragraph, column: &Column) -> bool {
    let Some(line) = paragraph.first() else {
        return false;
    };
    let body_size = super::line::close(line.size, column.size);
    let mut letters = line.glyphs.iter().filter(|g| g.ch.is_alphanumeric());
    let italic = letters
        .next()
        .is_some_and(|g| g.looks.italic && !g.looks.bold);
    let bracketed = line
        .glyphs
        .first()
        .is_some_and(|g| matches!(g.ch, '[' | '('));
    let regular = !paragraph.all(|g| g.looks.bold);
    let clause = regular && paragraph.plain().ends_with([',', '،', '，', '、']);
    let long = regular && paragraph.lines.len() > 1;
    body_size && !bracketed && !paragraph.is_centred(column) && (italic || clause || long)
}

/// The text's own title: set in bold right after a clause that ends with a colon.
pub(super) fn own_title(body: &[Paragraph]) -> Option<usize> {
    body.windows(2)
        .take(MAX_CLAUSE)
        .position(|pair| {
            pair[0].plain().trim_end().ends_with([':', '：'])
                && pair[1].all(|g| g.looks.bold)
                && pair[1].kind != Kind::Note
        })
        .map(|at| at + 1)
}

/// A line that says which meeting adopted the text, and when: italic, at the far edge.
pub(super) fn is_closing(paragraph: &Paragraph, column: &Column) -> bool {
    paragraph.lines.len() <= 3
        && paragraph.all(|g| g.looks.italic && !g.looks.bold)
        && paragraph.is_far_set(column)
}

/// What the set-aside lines say about the document. `head` is the masthead and title block,
/// `closing` the closing lines, `furniture` the lines outside the text.
pub(super) fn facts(
    head: &[Paragraph],
    closing: &[Paragraph],
    furniture: &[(StrippedKind, Line)],
) -> Facts {
    let of = |kind: StrippedKind| {
        furniture
            .iter()
            .filter(move |(k, _)| *k == kind)
            .map(|(_, l)| l)
    };
    let head_lines: Vec<String> = head.iter().map(Paragraph::plain).collect();
    let closing: Vec<String> = closing.iter().map(Paragraph::plain).collect();
    let masthead: Vec<String> = of(StrippedKind::Masthead).map(Line::text).collect();
    let running: Vec<String> = of(StrippedKind::RunningHead).map(Line::text).collect();
    // The masthead shows the symbol in the largest type; title lines may name other documents.
    let symbol = masthead
        .iter()
        .chain(&running)
        .chain(head_lines.iter().take(4))
        .find_map(|text| text.split_whitespace().find_map(symbol));
    Facts {
        symbol,
        title: title(head),
        date: head_lines
            .iter()
            .chain(&closing)
            .chain(&masthead)
            .find_map(|text| date(text)),
        language: None,
        digest: false,
    }
}

/// The title under the masthead, without the number of the resolution.
fn title(head: &[Paragraph]) -> Option<String> {
    let bold: Vec<String> = head
        .iter()
        .filter(|p| p.all(|g| g.looks.bold))
        .map(Paragraph::plain)
        .collect();
    let numbered = bold.iter().rev().find_map(|text| {
        let (number, title) = text.split_once('.')?;
        let is_number = number.contains('/')
            && number
                .chars()
                .all(|c| c.is_ascii_digit() || c == '/' || c.is_ascii_uppercase());
        is_number.then(|| title.trim().to_owned())
    });
    numbered
        .or_else(|| bold.into_iter().next_back())
        .filter(|title| !title.is_empty())
}

/// A document symbol: `A/RES/80/173`, `E/CN.16/2025/2`.
fn symbol(word: &str) -> Option<String> {
    let word = word
        .trim_matches(['(', ')', '[', ']', ',', ';', '*'])
        .trim_end_matches('.');
    let mut parts = word.split('/');
    let organ = parts.next()?;
    let rest: Vec<&str> = parts.collect();
    let known = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '.' | '-'))
    };
    let is_symbol = !organ.is_empty()
        && organ.chars().all(|c| c.is_ascii_uppercase())
        && rest.len() >= 2
        && rest[..rest.len() - 1].iter().all(|part| known(part))
        && rest
            .last()
            .is_some_and(|part| known(part.trim_end_matches("Corr").trim_end_matches("Add")))
        && rest
            .iter()
            .any(|part| part.chars().any(|c| c.is_ascii_digit()));
    is_symbol.then(|| word.to_owned())
}

/// Months in English, French, Spanish, Russian (genitive) and Arabic.
const MONTHS: [[&str; 5]; 12] = [
    ["january", "janvier", "enero", "января", "يناير"],
    ["february", "février", "febrero", "февраля", "فبراير"],
    ["march", "mars", "marzo", "марта", "مارس"],
    ["april", "avril", "abril", "апреля", "أبريل"],
    ["may", "mai", "mayo", "мая", "مايو"],
    ["june", "juin", "junio", "июня", "يونيه"],
    ["july", "juillet", "julio", "июля", "يوليه"],
    ["august", "août", "agosto", "августа", "أغسطس"],
    ["september", "septembre", "septiembre", "сентября", "سبتمبر"],
    ["october", "octobre", "octubre", "октября", "أكتوبر"],
    ["november", "novembre", "noviembre", "ноября", "نوفمبر"],
    ["december", "décembre", "diciembre", "декабря", "ديسمبر"],
];

/// The first date in a line, as ISO 8601: `17 December 2025`, `le 1er mars 2024`,
/// `9 de junio de 2023`, `2025年12月17日`.
fn date(text: &str) -> Option<String> {
    if let Some(date) = east_asian_date(text) {
        return Some(date);
    }
    let words: Vec<String> = text
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|w| !w.is_empty() && *w != "de")
        .map(str::to_lowercase)
        .collect();
    words.windows(3).find_map(|w| {
        let day: u32 = w[0].trim_end_matches("er").parse().ok()?;
        let month = MONTHS
            .iter()
            .position(|names| names.contains(&w[1].as_str()))?
            + 1;
        let year: u32 = w[2]
            .chars()
            .take_while(char::is_ascii_digit)
            .collect::<String>()
            .parse()
            .ok()?;
        iso(year, month as u32, day)
    })
}

fn east_asian_date(text: &str) -> Option<String> {
    let (year, rest) = text.split_once('年')?;
    let (month, rest) = rest.split_once('月')?;
    let (day, _) = rest.split_once('日')?;
    let digits: String = year
        .chars()
        .rev()
        .take_while(char::is_ascii_digit)
        .collect();
    let year: String = digits.chars().rev().collect();
    iso(
        year.parse().ok()?,
        month.trim().parse().ok()?,
        day.trim().parse().ok()?,
    )
}

fn iso(year: u32, month: u32, day: u32) -> Option<String> {
    let valid =
        (1900..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    valid.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_the_usual_forms() {
        for (text, expected) in [
            ("on 17 December 2025", Some("2025-12-17")),
            ("le 1er mars 2024", Some("2024-03-01")),
            ("9 de junio de 2023", Some("2023-06-09")),
            ("17 декабря 2025 года", Some("2025-12-17")),
            ("2025年12月17日", Some("2025-12-17")),
            ("chapter 4 March", None),
            ("45 May 2020", None),
        ] {
            assert_eq!(date(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn symbols_are_told_from_other_words_with_slashes() {
        for word in [
            "A/RES/80/173",
            "A/80/L.41",
            "(A/C.2/80/L.17)",
            "E/CN.16/2025/2",
            "A/RES/78/132*",
        ] {
            assert!(symbol(word).is_some(), "{word}");
        }
        for word in ["and/or", "2/20", "A/B", "http://x/y/1", "km/h"] {
            assert_eq!(symbol(word), None, "{word}");
        }
    }
}
