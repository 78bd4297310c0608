//! Footnotes, apart from the text.

use rustc_hash::{FxHashMap, FxHashSet};

use super::line::Line;
use super::paragraph::{Column, Paragraph, is_note_sign, mark_at};
use super::tree::Kind;

/// Notes are set smaller than the body by at least this factor.
pub(super) const NOTE_SIZE: f32 = 0.92;
/// Most digits of a note's number.
const MAX_DIGITS: usize = 3;

/// How a text marks its notes: the raised numbers of its body by page tell the numbers that begin
/// notes, where these are not raised themselves, from other numbers at the head of a line.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    by_page: FxHashMap<u32, FxHashSet<String>>,
    raised: bool,
}

impl Marks {
    /// Collects what is raised in the lines of the body, and looks at how lines of notes begin.
    /// Linear.
    pub fn of<'l>(
        body: impl Iterator<Item = &'l Line>,
        mut notes: impl Iterator<Item = &'l Line>,
    ) -> Marks {
        let mut by_page: FxHashMap<u32, FxHashSet<String>> = FxHashMap::default();
        let mut before: Option<&Line> = None;
        for line in body {
            let page = by_page.entry(line.page).or_default();
            if before.is_some_and(|before| line.is_mark_after(before)) {
                page.insert(line.text());
                continue;
            }
            let mut at = 0;
            while at < line.glyphs.len() {
                match mark_at(line, at) {
                    Some((run, end)) => {
                        page.extend(run.split([',', ';']).map(str::to_owned));
                        at = end;
                    }
                    None => at += 1,
                }
            }
            before = Some(line);
        }
        let raised = notes.any(|line| line.glyphs.first().is_some_and(|g| line.is_raised(g)));
        Marks { by_page, raised }
    }

    /// Whether the mark is on this page, or on the one before: a note may find no room on its own.
    fn has(&self, page: u32, mark: &str) -> bool {
        [page, page.saturating_sub(1)].iter().any(|page| {
            self.by_page
                .get(page)
                .is_some_and(|marks| marks.contains(mark))
        })
    }

    /// How many characters of the line are the mark that begins a note; 0 for none.
    pub fn length(&self, line: &Line) -> usize {
        let raised = line
            .glyphs
            .iter()
            .take_while(|g| line.is_raised(g) && !g.is_space())
            .count();
        if raised > 0 {
            return raised;
        }
        let signs = line
            .glyphs
            .iter()
            .take_while(|g| is_note_sign(g.ch))
            .count();
        if signs > 0 {
            let parted = line.glyphs.get(signs).is_some_and(|g| g.is_space());
            return if parted { signs } else { 0 };
        }
        let number: String = line
            .glyphs
            .iter()
            .map(|g| g.ch)
            .take_while(char::is_ascii_digit)
            .collect();
        let next = line.glyphs.get(number.len());
        let parted = next.is_some_and(|g| g.is_space() || g.ch.is_alphabetic());
        let known = parted && !self.raised && self.has(line.page, &number);
        if known && number.len() <= MAX_DIGITS {
            number.len()
        } else {
            0
        }
    }
}

/// Marks and texts of the notes; `body` is the text that they belong to. A note that goes on at the
/// foot of the next page is one note.
pub(super) fn read(notes: Vec<Paragraph>, body: &[Paragraph]) -> Vec<(String, String)> {
    let marks = Marks::of(
        body.iter().flat_map(|p| &p.lines),
        notes.iter().flat_map(|p| &p.lines),
    );
    let mut out: Vec<Paragraph> = Vec::new();
    for note in notes.into_iter().flat_map(|note| single(note, &marks)) {
        let marked = note.first().is_some_and(|line| marks.length(line) > 0);
        match out.last_mut() {
            Some(before) if !marked && goes_on(before, &note) => before.lines.extend(note.lines),
            _ => out.push(note),
        }
    }
    out.iter().map(|note| split(note, &marks)).collect()
}

/// Whether `next`, which has no mark, stands on the page after `note`.
fn goes_on(note: &Paragraph, next: &Paragraph) -> bool {
    let (Some(last), Some(first)) = (note.lines.last(), next.first()) else {
        return false;
    };
    first.page == last.page + 1
}

/// Splits a note into its mark, empty where there is none, and its text.
fn split(note: &Paragraph, marks: &Marks) -> (String, String) {
    let plain = note.plain_with_marks();
    let length = note.first().map_or(0, |line| marks.length(line));
    // A note in the tree begins with its mark, wherever that mark stands in the text.
    let length = if length == 0 && note.kind == Kind::Note {
        number_length(&plain)
    } else {
        length
    };
    let at = plain
        .char_indices()
        .nth(length)
        .map_or(plain.len(), |(at, _)| at);
    let (mark, text) = plain.split_at(at);
    (mark.trim().to_owned(), text.trim().to_owned())
}

/// Length of the number that a text begins with, if it is one that counts notes.
fn number_length(text: &str) -> usize {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let parted = text[digits..].starts_with(|c: char| c.is_whitespace() || c.is_alphabetic());
    if parted && digits <= MAX_DIGITS {
        digits
    } else {
        0
    }
}

/// The notes in one element: writers put all the notes of a page into one. Every line that begins
/// with a raised mark begins a note.
fn single(paragraph: Paragraph, marks: &Marks) -> Vec<Paragraph> {
    let mut out: Vec<Paragraph> = Vec::new();
    for line in paragraph.lines {
        let raised = line.glyphs.first().is_some_and(|g| line.is_raised(g));
        let starts = raised && marks.length(&line) > 0;
        match out.last_mut() {
            Some(note) if !starts => note.lines.push(line),
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
    let numbered = || number_length(&paragraph.plain_with_marks()) > 0;
    small && low && (marked || numbered())
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
