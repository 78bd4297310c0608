//! Lines become paragraphs, and paragraphs become text with its italics and note marks.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::glyph::{Glyph, is_unspaced};
use super::line::{Line, close};
use super::tree::Kind;

/// Lines that belong together; never empty.
#[derive(Clone, Debug)]
pub(super) struct Paragraph {
    /// What the structure tree says it is.
    pub kind: Kind,
    /// In reading order.
    pub lines: Vec<Line>,
}

/// The column that the body is set in, measured over the whole file.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Column {
    /// Where most lines begin.
    pub left: f32,
    /// Where most lines end.
    pub right: f32,
    /// Size of the body type.
    pub size: f32,
}

/// The text of a paragraph.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Text {
    /// One space between words, none at the ends.
    pub text: String,
    /// Byte ranges in italics.
    pub italics: Vec<Range<u32>>,
    /// Note marks: byte offset and mark.
    pub marks: Vec<(u32, String)>,
}

/// How far two edges may be apart, in points, and still be one edge.
pub(super) const SAME_EDGE: f32 = 3.0;

impl Column {
    /// Measures the column over `lines`. Linear.
    pub fn measure<'l>(lines: impl Iterator<Item = &'l Line> + Clone) -> Column {
        let size = most_common(lines.clone().map(|l| (l.size, l.glyphs.len()))).unwrap_or_default();
        let body = lines.filter(|l| close(l.size, size));
        let left = most_common(body.clone().map(|l| (l.x0, l.glyphs.len()))).unwrap_or_default();
        let right = most_common(body.map(|l| (l.x1, l.glyphs.len()))).unwrap_or_default();
        Column { left, right, size }
    }

    /// The middle of the column.
    pub fn middle(&self) -> f32 {
        (self.left + self.right) / 2.0
    }
}

/// The value with the largest weight, values rounded to half a point.
fn most_common(values: impl Iterator<Item = (f32, usize)>) -> Option<f32> {
    let mut weights: std::collections::BTreeMap<i32, usize> = std::collections::BTreeMap::new();
    for (value, weight) in values {
        *weights.entry((value * 2.0).round() as i32).or_default() += weight;
    }
    weights
        .into_iter()
        .max_by_key(|(value, weight)| (*weight, -*value))
        .map(|(v, _)| v as f32 / 2.0)
}

impl Paragraph {
    /// The first line.
    pub fn first(&self) -> Option<&Line> {
        self.lines.first()
    }

    /// The page of the first line, from 1.
    pub fn page(&self) -> u32 {
        self.first().map_or(1, |l| l.page)
    }

    /// Whether every letter has the look that `test` asks for.
    pub fn all(&self, test: impl Fn(&Glyph) -> bool) -> bool {
        self.lines.iter().all(|l| l.all(&test))
    }

    /// Set in the middle of the column: both margins equal and wide.
    pub fn is_centred(&self, column: &Column) -> bool {
        self.lines.iter().all(|l| {
            let (before, after) = (l.x0 - column.left, column.right - l.x1);
            before > 2.0 * column.size && (before - after).abs() < SAME_EDGE + 0.05 * before
        })
    }

    /// Set at the far edge: begins in the far half of the column.
    pub fn is_far_set(&self, column: &Column) -> bool {
        self.lines.iter().all(|line| {
            if line.is_rtl() {
                line.x1 < column.middle()
            } else {
                line.x0 > column.middle()
            }
        })
    }

    /// The text without looks, for rules that only read it.
    pub fn plain(&self) -> String {
        self.text(&FxHashSet::default()).text
    }

    /// The text; raised numbers and signs that are among the `known` marks of the file's notes, or
    /// look like a mark, are taken out of it.
    pub fn text(&self, known: &FxHashSet<String>) -> Text {
        let mut writer = Writer::default();
        let mut before: Option<&Line> = None;
        for line in &self.lines {
            if let Some(before) = before {
                if line.is_mark_after(before) {
                    let offset = writer.out.text.len() as u32;
                    writer.out.marks.push((offset, line.text()));
                    continue;
                }
                writer.join(before, line);
            }
            let mut at = 0;
            while at < line.glyphs.len() {
                let mark = mark_at(line, at);
                match mark.and_then(|(mark, end)| {
                    accept(&mark, &writer.out.text, known).map(|m| (m, end))
                }) {
                    Some((marks, end)) => {
                        let offset = writer.out.text.len() as u32;
                        writer
                            .out
                            .marks
                            .extend(marks.into_iter().map(|mark| (offset, mark)));
                        at = end;
                    }
                    None => {
                        writer.push(&line.glyphs[at]);
                        at += 1;
                    }
                }
            }
            before = Some(line);
        }
        writer.finish()
    }
}

/// Whether `next` goes on with the paragraph `before` on the following page or column: same type, no sign of
/// a new paragraph, and either set like a continuation line or in the middle of a sentence.
pub(super) fn continues(before: &Paragraph, next: &Paragraph, column: &Column) -> bool {
    let (Some(last), Some(first)) = (before.lines.last(), next.first()) else {
        return false;
    };
    // What a cell says ends with it.
    if before.kind == Kind::Cell || next.kind == Kind::Cell {
        return false;
    }
    let next_column = first.page == last.page && first.y < last.y;
    if (first.page != last.page + 1 && !next_column) || !first.shares_size(last) {
        return false;
    }
    let heading = |p: &Paragraph| p.all(|g| g.looks.bold);
    if heading(before) != heading(next) {
        return false;
    }
    let ended = has_ended(last);
    let rtl = last.is_rtl();
    let edge = |line: &Line| if rtl { -line.x1 } else { line.x0 };
    let column_edge = if rtl { -column.right } else { column.left };
    match &before.lines[..] {
        // The paragraph has shown where its lines after the first begin: position decides.
        [opening, second, ..] if (edge(opening) - edge(second)).abs() > SAME_EDGE => {
            (edge(first) - edge(second)).abs() < SAME_EDGE && !(ended && starts_label(first))
        }
        // A justified line that is full is seldom the last of its paragraph.
        [.., above, last] if ended => {
            is_full(above, column)
                && is_full(last, column)
                && (edge(first) - edge(last)).abs() < SAME_EDGE
                && !starts_label(first)
        }
        _ if ended => false,
        _ => edge(first) - column_edge < 12.0 * column.size && !starts_label(first),
    }
}

/// Reaches the far edge of the column.
fn is_full(line: &Line, column: &Column) -> bool {
    let room = if line.is_rtl() {
        line.x0 - column.left
    } else {
        column.right - line.x1
    };
    room.abs() < 0.2 * line.size
}

/// Whether a line ends like a sentence or an item, note marks left aside.
pub(super) fn has_ended(line: &Line) -> bool {
    let mut signs = line
        .glyphs
        .iter()
        .rev()
        .filter(|g| !line.is_raised(g))
        .map(|g| g.ch);
    let last = signs.find(|c| !matches!(c, '”' | '"' | '’' | ')' | ']' | ' '));
    last.is_some_and(|c| {
        matches!(
            c,
            '.' | ';' | ':' | '?' | '!' | '。' | '；' | '：' | '؛' | '؟'
        )
    })
}

/// Begins with a number or letter and a full stop, bracket or dash: `12.`, `(a)`, `12-`.
pub(super) fn starts_label(line: &Line) -> bool {
    let text = line.text();
    let head = text.split_whitespace().next().unwrap_or_default();
    let inner = head
        .trim_start_matches('(')
        .trim_end_matches(['.', ')', '-', '．']);
    inner.len() != head.len()
        && !inner.is_empty()
        && (inner.chars().all(char::is_numeric)
            || (head.ends_with(')')
                && inner.chars().count() <= 4
                && inner.chars().all(char::is_lowercase)))
}

/// A run of raised glyphs at `at` that could be one or more note marks, and where it ends.
pub(super) fn mark_at(line: &Line, at: usize) -> Option<(String, usize)> {
    let mut mark = String::new();
    let mut end = at;
    for glyph in &line.glyphs[at..] {
        if !line.is_raised(glyph) || glyph.is_space() {
            break;
        }
        mark.push(glyph.ch);
        end += 1;
    }
    (!mark.is_empty()).then_some((mark, end))
}

/// Splits a raised run into its marks, or refuses it: exponents and raised ordinals are text.
fn accept(run: &str, text: &str, known: &FxHashSet<String>) -> Option<Vec<String>> {
    let marks: Vec<String> = run
        .split([',', ';'])
        .filter(|m| !m.is_empty())
        .map(str::to_owned)
        .collect();
    if marks.is_empty() {
        return None;
    }
    if marks.iter().all(|mark| known.contains(mark)) {
        return Some(marks);
    }
    let signs = marks.iter().all(|m| m.chars().all(is_note_sign));
    let numbers = marks
        .iter()
        .all(|m| m.len() <= 3 && m.chars().all(|c| c.is_ascii_digit()));
    let word: String = text
        .chars()
        .rev()
        .take_while(|c| c.is_alphanumeric())
        .collect();
    let exponent = word.chars().next().is_some_and(|c| c.is_numeric())
        || matches!(
            word.chars().rev().collect::<String>().as_str(),
            "m" | "km" | "cm" | "mm"
        );
    (signs || (numbers && !exponent)).then_some(marks)
}

/// Signs that mark notes.
pub(super) fn is_note_sign(c: char) -> bool {
    matches!(c, '*' | '†' | '‡' | '§')
}

/// Builds the text glyph by glyph.
#[derive(Default)]
struct Writer {
    out: Text,
    /// A space is due before the next character.
    gap: bool,
    /// Where the italics that are still going on began.
    italic: Option<u32>,
}

impl Writer {
    fn push(&mut self, glyph: &Glyph) {
        if glyph.is_space() {
            self.gap = true;
            return;
        }
        let here = self.out.text.len() as u32;
        match self.italic {
            Some(from) if !glyph.looks.italic => {
                self.out.italics.push(from..here);
                self.italic = None;
            }
            None if glyph.looks.italic => {
                let space = u32::from(self.gap && !self.out.text.is_empty());
                self.italic = Some(here + space);
            }
            _ => {}
        }
        if self.gap && !self.out.text.is_empty() {
            self.out.text.push(' ');
        }
        self.gap = false;
        // A drawn soft hyphen is a hyphen; at a line end it is the typesetter's, see `join`.
        self.out
            .text
            .push(if glyph.ch == '\u{ad}' { '-' } else { glyph.ch });
    }

    /// What stands between two lines: a space, but nothing after a hyphen or a dash (official texts
    /// are not hyphenated by the typesetter, so the hyphen itself stays) and nothing beside a
    /// character of a script without spaces, unless the file draws a space beside a Latin word.
    fn join(&mut self, before: &Line, next: &Line) {
        let (Some(last), Some(first)) = (before.glyphs.last(), next.glyphs.first()) else {
            return;
        };
        if last.ch == '\u{ad}' {
            self.out.text.pop();
            return;
        }
        let open = before.ends_open() && !before.spaced_end;
        let unspaced = match (is_unspaced(last.ch), is_unspaced(first.ch)) {
            (true, true) => true,
            (false, false) => false,
            _ => !before.spaced_end,
        };
        if !(open || unspaced) {
            self.gap = true;
        }
    }

    fn finish(mut self) -> Text {
        if let Some(from) = self.italic {
            self.out.italics.push(from..self.out.text.len() as u32);
        }
        self.out
    }
}
