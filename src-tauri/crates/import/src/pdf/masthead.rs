//! The head of a first page and the closing lines: what they say about the document, and where
//! the text begins.

use wsis_document::{StrippedKind, Symbol, date};

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
        .find_map(|text| Symbol::first_in(text));
    Facts {
        symbol: symbol.map(|symbol| symbol.to_string()),
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
