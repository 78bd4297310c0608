//! Paragraphs of a file without tags: by the places of the glyphs.
//!
//! Columns are found by recursive cuts along white space (the XY-cut of Nagy and Seth, 1984);
//! inside a column a paragraph ends at a wider gap, an indent, or a change of type. Tables are
//! taken out first and read row by row ([`table`]).

use super::glyph::{Glyph, Page};
use super::line::{self, Line, close};
use super::notes::{Marks, NOTE_SIZE};
use super::paragraph::{Column, Paragraph, SAME_EDGE, has_ended, starts_label};
use super::table::{self, Part};
use super::tree::Kind;

/// Narrowest column, as part of the page's width: the numbers of a list are no column.
const MIN_COLUMN: f32 = 0.18;
/// Fewest pieces of text in a column.
const MIN_PIECES: usize = 4;
/// Narrowest gutter, in ems.
const MIN_GUTTER: f32 = 0.7;
/// Deepest cut.
const MAX_CUTS: u32 = 8;
/// A gap between lines this many times the usual one ends a paragraph.
const WIDE_GAP: f32 = 1.25;
/// No text is set wider than this from baseline to baseline, in ems.
const MAX_PITCH: f32 = 2.5;
/// An indent, in ems.
const INDENT: f32 = 0.7;
/// A gap that only a tab makes, in ems.
const TAB: f32 = 0.5;

/// The pieces of lines of one page, as drawn: cut at baselines and at wide gaps.
pub(super) fn pieces(number: u32, page: &Page) -> Vec<Line> {
    line::cut(number, page.glyphs.iter().copied())
        .into_iter()
        .flat_map(Line::cells)
        .collect()
}

/// The paragraphs of all pages in reading order, from the pieces that are left once furniture is
/// taken out; notes are marked as such. `column` is measured over the pieces.
/// O(n log n) in the pieces of a page for each level of cuts.
pub(super) fn paragraphs(pages: Vec<Vec<Line>>, column: &Column, width: f32) -> Vec<Paragraph> {
    let mut sheet = Sheet {
        width,
        column,
        gutters: Vec::new(),
    };
    let mut flows: Vec<Flow> = Vec::new();
    for part in pages
        .into_iter()
        .flat_map(|page| table::parts(page, column))
    {
        match part {
            Part::Text(pieces) => {
                let mut columns = Vec::new();
                cut(pieces, &mut sheet, 0, &mut columns);
                flows.extend(columns.into_iter().map(|lines| Flow {
                    lines,
                    kind: Kind::Block,
                }));
            }
            Part::Table(cells) => {
                let mut cells: Vec<Vec<Line>> = cells.into_iter().map(rows).collect();
                for cell in &mut cells {
                    lay_over(std::slice::from_mut(cell), column);
                }
                flows.extend(cells.into_iter().map(|lines| Flow {
                    lines,
                    kind: Kind::Cell,
                }));
            }
        }
    }
    let usual = usual_gap(&flows, column);
    let small = |line: &&Line| line.size < NOTE_SIZE * column.size;
    let lines = || flows.iter().flat_map(|flow| &flow.lines);
    let marks = Marks::of(lines(), lines().filter(small));
    let mut out = Vec::new();
    let mut open_note = None;
    for Flow { lines, kind } in flows {
        if kind == Kind::Cell {
            // A line is full where it reaches the edge of its cell, not of the page.
            let right = lines.iter().map(|line| line.x1).fold(f32::MIN, f32::max);
            let cell = Column { right, ..*column };
            group(lines, kind, &cell, usual, &mut out);
            continue;
        }
        let (body, tail) = note_lines(lines, column, &marks, open_note);
        group(body, kind, column, usual, &mut out);
        open_note = tail.last().filter(|line| !has_ended(line)).map(|l| l.page);
        notes_of(tail, &marks, &mut out);
    }
    out
}

/// Lines that are read one after the other.
struct Flow {
    lines: Vec<Line>,
    /// What its paragraphs are.
    kind: Kind,
}

/// Cuts pieces into columns and strips until nothing is left to cut; pushes them in reading order.
fn cut(pieces: Vec<Line>, sheet: &mut Sheet, depth: u32, out: &mut Vec<Vec<Line>>) {
    if pieces.is_empty() {
        return;
    }
    if depth < MAX_CUTS {
        if let Some(x) = sheet.gutter(&pieces) {
            if !sheet.gutters.iter().any(|known| close(*known, x)) {
                sheet.gutters.push(x);
            }
            let (left, right): (Vec<Line>, Vec<Line>) = pieces.into_iter().partition(|p| p.x0 < x);
            let rtl = left.iter().chain(&right).filter(|p| p.is_rtl()).count() * 2
                > left.len() + right.len();
            let sides = if rtl { [right, left] } else { [left, right] };
            for side in sides {
                let before = out.len();
                cut(side, sheet, depth + 1, out);
                lay_over(&mut out[before..], sheet.column);
            }
            return;
        }
        if let Some(strips) = sheet.strips(&pieces) {
            for strip in strips {
                cut(strip, sheet, depth + 1, out);
            }
            return;
        }
    }
    out.push(rows(pieces));
}

/// Lays columns over the first one, so that indents mean the same in all of them.
fn lay_over(columns: &mut [Vec<Line>], column: &Column) {
    for lines in columns {
        let shift = column_start(lines) - column.left;
        for line in lines {
            line.x0 -= shift;
            line.x1 -= shift;
        }
    }
}

/// Where the lines of a column begin: the left edge that at least every fifth line keeps to.
fn column_start(lines: &[Line]) -> f32 {
    let mut edges: Vec<f32> = lines.iter().map(|l| l.x0).collect();
    edges.sort_by(f32::total_cmp);
    edges.get(edges.len() / 5).copied().unwrap_or_default()
}

/// What is known of the pages while they are cut.
struct Sheet<'c> {
    width: f32,
    column: &'c Column,
    /// Where columns were parted: on the last page a column may hold but a line or two.
    gutters: Vec<f32>,
}

impl Sheet<'_> {
    /// A place where no piece stands, with enough text on both sides to be columns.
    fn gutter(&self, pieces: &[Line]) -> Option<f32> {
        let narrowest = MIN_COLUMN * self.width;
        let mut by_left: Vec<&Line> = pieces.iter().collect();
        by_left.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        let right_end = by_left.iter().map(|p| p.x1).fold(f32::MIN, f32::max);
        let left_end = by_left.first()?.x0;
        let mut reach = left_end;
        let mut best: Option<(f32, f32)> = None;
        for (count, piece) in by_left.iter().enumerate() {
            let gap = piece.x0 - reach;
            let wide_enough = reach - left_end > narrowest && right_end - piece.x0 > narrowest;
            let full_enough = count >= MIN_PIECES && by_left.len() - count >= MIN_PIECES;
            let known = || self.gutters.iter().any(|x| (reach..piece.x0).contains(x));
            if gap > MIN_GUTTER * self.column.size
                && wide_enough
                && (full_enough || known())
                && best.is_none_or(|(g, _)| gap > g)
            {
                best = Some((gap, piece.x0 - gap / 2.0));
            }
            reach = reach.max(piece.x1);
        }
        best.map(|(_, x)| x)
    }

    /// Cuts across the page at white space, where at least one strip can then be cut into columns.
    fn strips(&self, pieces: &[Line]) -> Option<Vec<Vec<Line>>> {
        let spans = |piece: &Line| piece.x1 - piece.x0 > 0.6 * self.width;
        let mut sorted = pieces.to_vec();
        sorted.sort_by(|a, b| a.y.total_cmp(&b.y));
        let mut strips: Vec<Vec<Line>> = Vec::new();
        let mut reach = f32::MIN;
        for piece in sorted {
            let gap = (piece.y - piece.size) - reach;
            // A wide line over columns starts a strip even where it stands close to them.
            let spanned = strips.last().and_then(|s| s.last()).is_some_and(spans);
            reach = reach.max(piece.y);
            match strips.last_mut() {
                Some(strip) if gap < 0.5 * self.column.size && spans(&piece) == spanned => {
                    strip.push(piece);
                }
                _ => strips.push(vec![piece]),
            }
        }
        let worth = strips.len() > 1 && strips.iter().any(|s| self.gutter(s).is_some());
        worth.then(|| self.merged(strips))
    }

    /// Neighbouring strips that have no columns are one strip again, and so are neighbours with the
    /// same gutter: white space across columns does not end them.
    fn merged(&self, strips: Vec<Vec<Line>>) -> Vec<Vec<Line>> {
        let same = |a: Option<f32>, b: Option<f32>| match (a, b) {
            (None, None) => true,
            (Some(a), Some(b)) => (a - b).abs() < 3.0 * self.column.size,
            _ => false,
        };
        let mut out: Vec<(Option<f32>, Vec<Line>)> = Vec::new();
        for strip in strips {
            let here = self.gutter(&strip);
            match out.last_mut() {
                Some((before, lines)) if same(*before, here) => lines.extend(strip),
                _ => out.push((here, strip)),
            }
        }
        out.into_iter().map(|(_, lines)| lines).collect()
    }
}

/// Pieces that stand side by side become one line; lines in order from top to bottom.
fn rows(mut pieces: Vec<Line>) -> Vec<Line> {
    pieces.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x0.total_cmp(&b.x0)));
    let mut out: Vec<Line> = Vec::new();
    for piece in pieces {
        match out.last_mut() {
            Some(line) if beside(line, &piece) => {
                let mut glyphs: Vec<Glyph> = std::mem::take(&mut line.glyphs);
                glyphs.extend(piece.glyphs.iter().copied());
                let page = line.page;
                match Line::new(page, glyphs) {
                    Some(joined) => {
                        *line = Line {
                            spaced_end: piece.spaced_end,
                            ..joined
                        }
                    }
                    None => *line = piece,
                }
            }
            _ => out.push(piece),
        }
    }
    out
}

fn beside(line: &Line, piece: &Line) -> bool {
    let apart = piece.x0 >= line.x1 - 0.5 * line.size || piece.x1 <= line.x0 + 0.5 * line.size;
    apart && (line.y - piece.y).abs() < 0.4 * line.size.max(piece.size)
}

/// The usual distance of two baselines of body lines.
fn usual_gap(flows: &[Flow], column: &Column) -> f32 {
    let mut gaps: Vec<f32> = flows
        .iter()
        .flat_map(|flow| flow.lines.windows(2))
        .filter(|pair| pair.iter().all(|l| close(l.size, column.size)))
        .map(|pair| pair[1].y - pair[0].y)
        .filter(|gap| *gap > 0.5 * column.size)
        .collect();
    gaps.sort_by(f32::total_cmp);
    // Most gaps are inside paragraphs; the lower third is safely among them.
    let usual = gaps.get(gaps.len() / 3).copied().unwrap_or(f32::MAX);
    usual.min(MAX_PITCH * column.size)
}

/// The small lines at the end of a column are its notes, from the first that begins with a mark; all
/// of them where a note of the page `open` went on over its end.
fn note_lines(
    mut lines: Vec<Line>,
    column: &Column,
    marks: &Marks,
    open: Option<u32>,
) -> (Vec<Line>, Vec<Line>) {
    let small = lines
        .iter()
        .rposition(|l| l.size >= NOTE_SIZE * column.size)
        .map_or(0, |at| at + 1);
    let goes_on = |line: &Line| small > 0 && open.is_some_and(|page| page + 1 == line.page);
    let first = lines[small..]
        .iter()
        .position(|line| marks.length(line) > 0 || goes_on(line));
    let tail = match first {
        Some(at) => lines.split_off(small + at),
        None => Vec::new(),
    };
    (lines, tail)
}

fn notes_of(lines: Vec<Line>, marks: &Marks, out: &mut Vec<Paragraph>) {
    let mut open = false;
    for line in lines {
        match out.last_mut() {
            Some(note) if open && marks.length(&line) == 0 => note.lines.push(line),
            _ => out.push(Paragraph {
                kind: Kind::Note,
                lines: vec![line],
            }),
        }
        open = true;
    }
}

/// Lines of one column become paragraphs.
fn group(lines: Vec<Line>, kind: Kind, column: &Column, usual: f32, out: &mut Vec<Paragraph>) {
    let mut current: Vec<Line> = Vec::new();
    for line in lines {
        if current
            .last()
            .is_some_and(|before| begins(before, &line, current.len(), column, usual))
        {
            out.push(Paragraph {
                kind,
                lines: std::mem::take(&mut current),
            });
        }
        current.push(line);
    }
    if !current.is_empty() {
        out.push(Paragraph {
            kind,
            lines: current,
        });
    }
}

/// Whether `line` begins a paragraph after `before`, the last of `count` lines.
fn begins(before: &Line, line: &Line, count: usize, column: &Column, usual: f32) -> bool {
    if line.is_mark_after(before) && line.y > before.y {
        return false;
    }
    let gap = (line.y - before.y) / (usual / column.size * line.size.max(before.size));
    if !(0.0..=WIDE_GAP).contains(&gap) || !line.shares_size(before) {
        return true;
    }
    let bold = |l: &Line| l.all(|g| g.looks.bold);
    if bold(before) != bold(line) {
        return true;
    }
    let rtl = line.is_rtl();
    let start = |l: &Line| if rtl { -l.x1 } else { l.x0 };
    let end_room = |l: &Line| {
        if rtl {
            l.x0 - column.left
        } else {
            column.right - l.x1
        }
    };
    let indented = start(line) - start(before) > INDENT * line.size;
    let short = end_room(before) > 2.0 * line.size;
    // A hanging number: the second line stands further in than the first, right below the text.
    let hanging = count == 1 && (has_stop_before(before, line) || (starts_label(before) && !short));
    let centred = |l: &Line| (l.x0 - column.left) - (column.right - l.x1);
    let same_middle = (centred(line) - centred(before)).abs() < 2.0 * SAME_EDGE
        && line.x0 - column.left > line.size;
    (indented && !hanging && !same_middle) || (starts_label(line) && short)
}

/// Whether a word of the line `before`, after a tab, begins where `line` does.
fn has_stop_before(before: &Line, line: &Line) -> bool {
    let rtl = line.is_rtl();
    let edge = |g: &Glyph| if rtl { -g.end() } else { g.x };
    let start = if rtl { -line.x1 } else { line.x0 };
    before.glyphs.windows(2).any(|pair| {
        let tab = edge(&pair[1]) - edge(&pair[0]) > TAB * before.size;
        pair[0].is_space() && tab && (edge(&pair[1]) - start).abs() < SAME_EDGE
    })
}
