//! Footnotes, apart from the text.

use rustc_hash::FxHashSet;

use super::paragraph::{Column, Paragraph, is_note_sign};

/// Notes are set smaller than the body by at least this factor.
pub(super) const NOTE_SIZE: f32 = 0.92;

/// Splits a note into its mark and its text. The mark is what stands raised at the beginning, or
/// else a leading number or sign; empty where there is none.
pub(super) fn split(note: &Paragraph) -> (String, String) {
    let plain = note.plain_with_marks();
    let raised = note.first().map_or(0, |line| {
        line.glyphs
            .iter()
            .take_while(|g| line.is_raised(g) && !g.is_space())
            .count()
    });
    let signs = if raised > 0 {
        raised
    } else {
        let digits = plain.chars().take_while(char::is_ascii_digit).count();
        let signs = plain.chars().take_while(|c| is_note_sign(*c)).count();
        let followed = |n: usize| plain.chars().nth(n).is_some_and(char::is_whitespace);
        if signs > 0 {
            signs
        } else if (1..=3).contains(&digits) && followed(digits) {
            digits
        } else {
            0
        }
    };
    let at = plain
        .char_indices()
        .nth(signs)
        .map_or(plain.len(), |(at, _)| at);
    let (mark, text) = plain.split_at(at);
    (mark.trim().to_owned(), text.trim().to_owned())
}

/// The notes in one element: writers put all the notes of a page into one. Every line that begins
/// with a raised mark begins a note.
pub(super) fn single(paragraph: Paragraph) -> Vec<Paragraph> {
    let mut out: Vec<Paragraph> = Vec::new();
    for line in paragraph.lines {
        let marked = line.glyphs.first().is_some_and(|g| line.is_raised(g));
        match out.last_mut() {
            Some(note) if !marked => note.lines.push(line),
            _ => out.push(Paragraph {
                kind: paragraph.kind,
                lines: vec![line],
            }),
        }
    }
    out
}

/// Whether a paragraph that is tagged as text, or not at all, is a footnote: set smaller than the
/// body, in the lower part of the page, beginning with a mark.
pub(super) fn is_note(paragraph: &Paragraph, column: &Column, height: f32) -> bool {
    let Some(line) = paragraph.first() else {
        return false;
    };
    let small = line.size < NOTE_SIZE * column.size;
    let low = line.y > 0.4 * height;
    let first = line.glyphs.first();
    let marked = first.is_some_and(|g| line.is_raised(g) || is_note_sign(g.ch));
    small && low && (marked || !split(paragraph).0.is_empty())
}

/// The marks of the notes.
pub(super) fn marks(notes: &[(String, String)]) -> FxHashSet<String> {
    notes
        .iter()
        .map(|(mark, _)| mark.clone())
        .filter(|mark| !mark.is_empty())
        .collect()
}

impl Paragraph {
    /// The text with every mark left in it.
    fn plain_with_marks(&self) -> String {
        let mut flat = self.clone();
        for line in &mut flat.lines {
            // What is not raised is no mark.
            let (size, y) = (line.size, line.y);
            for glyph in &mut line.glyphs {
                (glyph.size, glyph.y) = (size, y);
            }
        }
        flat.plain()
    }
}
