//! Glyphs on one baseline become a line: order, spaces, overall looks.

use super::bidi::{runs_right_to_left, to_reading_order};
use super::glyph::{Glyph, INK, is_unspaced};

/// Glyphs on one baseline, in reading order, with a space glyph wherever a space belongs.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// The glyphs; starts and ends with one that is drawn.
    pub glyphs: Vec<Glyph>,
    /// Whether the file draws a space after the last glyph.
    pub spaced_end: bool,
    /// Page, from 1.
    pub page: u32,
    /// Baseline of the main size.
    pub y: f32,
    /// Left end of the first glyph drawn.
    pub x0: f32,
    /// Right end of the last glyph drawn.
    pub x1: f32,
    /// The size that most glyphs have.
    pub size: f32,
}

/// How far a glyph's baseline may be from the line's, in ems of the larger: superscripts and
/// subscripts stay on their line, the next line (from 1 em on) does not.
const SAME_LINE: f32 = 0.6;
/// Two drawings of one character closer than this part of its width are one: a way to print bold.
const OVERPRINT: f32 = 0.2;
/// Width of a space where the font does not show one, in ems.
const SPACE: f32 = 0.25;

/// A drawn space that leaves less room than this part of its width parts no words: a space that was
/// deleted, or moved over.
const NO_ROOM: f32 = 0.25;

/// A raised glyph is smaller than its line by this factor, and stands this part of an em above it.
const RAISED_SIZE: f32 = 0.8;
const RAISED: f32 = 0.12;

/// Longest mark of a note, in characters.
const MAX_MARK: usize = 3;

/// Most sizes of type told apart on one line.
const MAX_SIZES: usize = 16;

/// How far apart, in ems, two baselines may be and count as one without more ado.
const LEVEL: f32 = 0.1;
/// A gap wider than this, in ems, stands between two cells, not between two words.
const CELL_GAP: f32 = 2.5;
/// A gap wider than this, in ems, is a space beside a character of a script without spaces: layout
/// programs set such characters a little apart from Latin words and numbers.
const UNSPACED_GAP: f32 = 0.6;

/// The line that is being drawn.
struct Drawing {
    /// The tallest glyph, on whose baseline the others stand.
    anchor: Glyph,
    /// The newest glyph.
    last: Glyph,
    /// How far the last glyphs that stand beside each other reach to the left and to the right.
    reach: (f32, f32),
    /// The tallest of them: a mark is beside the word that it follows, however tall others are.
    size: f32,
}

impl Drawing {
    fn new(first: Glyph) -> Drawing {
        Drawing {
            anchor: first,
            last: first,
            reach: (first.x, first.end()),
            size: first.size,
        }
    }

    /// Whether `next` goes on with the line: on its baseline, or off it and right beside what is
    /// drawn, as note marks are. Right-to-left text is drawn from either end.
    fn goes_on(&self, next: &Glyph) -> bool {
        let off = (self.anchor.y - next.y).abs();
        let size = self.size.max(next.size);
        off < LEVEL * self.anchor.size.max(next.size)
            || (off < SAME_LINE * size && self.is_at_an_end(next))
    }

    /// Whether the glyph stands beside the last one or at either end of what is drawn, and not over
    /// or under it.
    fn is_at_an_end(&self, next: &Glyph) -> bool {
        let size = self.size.max(next.size);
        let ends = [self.reach, (self.last.x, self.last.end())];
        ends.iter().any(|(left, right)| {
            (next.x - right).abs() < size || (-size..0.5 * size).contains(&(next.end() - left))
        })
    }

    fn is_beside(&self, next: &Glyph) -> bool {
        let size = self.size.max(next.size);
        next.x - self.reach.1 < size && self.reach.0 - next.end() < size
    }

    fn add(&mut self, glyph: &Glyph) {
        self.last = *glyph;
        if glyph.size > self.anchor.size && !glyph.is_space() {
            self.anchor = *glyph;
        }
        if self.is_beside(glyph) {
            self.reach = (self.reach.0.min(glyph.x), self.reach.1.max(glyph.end()));
            self.size = self.size.max(glyph.size);
        } else {
            self.reach = (glyph.x, glyph.end());
            self.size = glyph.size;
        }
    }
}

impl Line {
    /// Orders `glyphs` and puts the missing spaces in. `None` where nothing is drawn.
    /// Sorts, so O(n log n); the file's order is nearly always the right one already.
    pub fn new(page: u32, mut glyphs: Vec<Glyph>) -> Option<Line> {
        glyphs.sort_by(|a, b| a.x.total_cmp(&b.x));
        glyphs.dedup_by(|b, a| a.ch == b.ch && !a.is_space() && b.x - a.x < OVERPRINT * a.width);
        put_accents(&mut glyphs);
        let size = main_size(&glyphs)?;
        let spaced_end = glyphs.last().is_some_and(Glyph::is_space);
        let drawn = |g: &Glyph| !g.is_space() && g.ch != INK;
        let first = glyphs.iter().position(drawn)?;
        let last = glyphs.iter().rposition(drawn)?;
        let y = glyphs
            .iter()
            .find(|g| !g.is_space() && close(g.size, size))
            .map_or(0.0, |g| g.y);
        let (x0, x1) = (
            glyphs[first].x,
            glyphs[first..=last]
                .iter()
                .fold(0.0, |x: f32, g| x.max(g.end())),
        );
        let mut glyphs = put_spaces(&glyphs[first..=last], size);
        if runs_right_to_left(&glyphs) {
            to_reading_order(&mut glyphs);
        }
        Some(Line {
            glyphs,
            spaced_end,
            page,
            y,
            x0,
            x1,
            size,
        })
    }

    /// The characters.
    pub fn text(&self) -> String {
        self.glyphs.iter().map(|g| g.ch).collect()
    }

    /// Whether every letter and digit has the look that `test` asks for.
    pub fn all(&self, test: impl Fn(&Glyph) -> bool) -> bool {
        self.glyphs
            .iter()
            .filter(|g| g.ch.is_alphanumeric())
            .all(test)
    }

    /// Whether some of the line is set in the size of `other`: small capitals and note marks make a
    /// line look smaller than it is.
    pub fn shares_size(&self, other: &Line) -> bool {
        let has = |line: &Line, size: f32| {
            line.glyphs
                .iter()
                .any(|g| !g.is_space() && close(g.size, size))
        };
        close(self.size, other.size) || has(self, other.size) || has(other, self.size)
    }

    /// Whether the last character is a hyphen or dash that joins two words, or a slash.
    pub fn ends_open(&self) -> bool {
        match &self.glyphs[..] {
            [.., before, last] => {
                !before.is_space()
                    && matches!(last.ch, '-' | '\u{2010}' | '\u{2011}' | '–' | '—' | '/')
            }
            _ => false,
        }
    }

    /// Whether the line runs from right to left.
    pub fn is_rtl(&self) -> bool {
        runs_right_to_left(&self.glyphs)
    }

    /// The parts between wide gaps, from left to right.
    pub fn cells(self) -> Vec<Line> {
        let wide = CELL_GAP * self.size;
        let mut glyphs = self.glyphs;
        if runs_right_to_left(&glyphs) {
            glyphs.sort_by(|a, b| a.x.total_cmp(&b.x));
        }
        let mut cells: Vec<Vec<Glyph>> = vec![Vec::new()];
        let mut reach = f32::MAX;
        for glyph in glyphs {
            if !glyph.is_space() && glyph.x - reach > wide {
                cells.push(Vec::new());
            }
            if !glyph.is_space() {
                reach = glyph.end();
            }
            if let Some(cell) = cells.last_mut() {
                cell.push(glyph);
            }
        }
        let count = cells.len();
        let last = |at: usize| at + 1 == count;
        let of = |(at, cell): (usize, Vec<Glyph>)| {
            let line = Line::new(self.page, cell)?;
            Some(Line {
                spaced_end: if last(at) { self.spaced_end } else { true },
                ..line
            })
        };
        cells.into_iter().enumerate().filter_map(of).collect()
    }

    /// Whether the line holds nothing but the mark of a note that found no room on the line `before`.
    pub fn is_mark_after(&self, before: &Line) -> bool {
        self.size < RAISED_SIZE * before.size
            && self.glyphs.len() <= MAX_MARK
            && self.glyphs.iter().all(|g| g.ch.is_ascii_digit())
    }

    /// Whether the glyph is smaller than its line and stands above its baseline.
    pub fn is_raised(&self, glyph: &Glyph) -> bool {
        glyph.size < RAISED_SIZE * self.size && self.y - glyph.y > RAISED * self.size
    }
}

/// Cuts a run of glyphs, in the order drawn, into lines: a new baseline begins a new line.
pub(super) fn cut(page: u32, glyphs: impl IntoIterator<Item = Glyph>) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut current: Vec<Glyph> = Vec::new();
    let mut drawing: Option<Drawing> = None;
    for glyph in glyphs {
        match &mut drawing {
            Some(line) if line.goes_on(&glyph) => line.add(&glyph),
            // A space may be drawn anywhere; it does not open a line of its own.
            Some(_) if glyph.is_space() => continue,
            _ => {
                lines.extend(Line::new(page, std::mem::take(&mut current)));
                drawing = Some(Drawing::new(glyph));
            }
        }
        current.push(glyph);
    }
    lines.extend(Line::new(page, current));
    lines
}

/// Forgets the spaces at line ends where they tell nothing. Most writers draw a space where a line
/// was broken at one, and none after a hyphen inside a word or after a character of a script without
/// spaces; others end every line with one.
pub(super) fn weigh_end_spaces<'l>(lines: impl Iterator<Item = &'l mut Line>) {
    let (mut open, mut unspaced) = (Vec::new(), Vec::new());
    for line in lines {
        if line.ends_open() {
            open.push(line);
        } else if line.glyphs.last().is_some_and(|g| is_unspaced(g.ch)) {
            unspaced.push(line);
        }
    }
    for group in [&mut open, &mut unspaced] {
        let spaced = group.iter().filter(|line| line.spaced_end).count();
        if spaced * 2 > group.len() {
            group.iter_mut().for_each(|line| line.spaced_end = false);
        }
    }
}

/// Whether two sizes in points are one size.
pub(super) fn close(a: f32, b: f32) -> bool {
    (a - b).abs() < 0.35
}

/// The size that most glyphs have; on a line of few words not that of the raised marks.
fn main_size(glyphs: &[Glyph]) -> Option<f32> {
    let mut sizes: Vec<(&Glyph, usize)> = Vec::new();
    for glyph in glyphs.iter().filter(|g| !g.is_space()) {
        match sizes
            .iter()
            .position(|(other, _)| close(other.size, glyph.size))
        {
            Some(at) => sizes[at].1 += 1,
            None if sizes.len() < MAX_SIZES => sizes.push((glyph, 1)),
            None => {}
        }
    }
    let (most, _) = sizes
        .iter()
        .max_by(|a, b| a.1.cmp(&b.1).then(a.0.size.total_cmp(&b.0.size)))?;
    let below = |g: &Glyph| most.size < RAISED_SIZE * g.size && g.y - most.y > RAISED * g.size;
    let base = sizes.iter().find(|(other, _)| below(other));
    Some(base.map_or(most.size, |(base, _)| base.size))
}

/// Word stretches and squeezes the letters of justified lines, so no fixed gap tells a space from
/// a stretched letter gap. The test is relative to the line's own median gap and to the width of
/// its space; a line that draws its spaces needs a clearly wider gap before one is added (tabs).
fn put_spaces(glyphs: &[Glyph], size: f32) -> Vec<Glyph> {
    let mut gaps: Vec<f32> = Vec::with_capacity(glyphs.len());
    let (mut spaces, mut space_width) = (0usize, SPACE * size);
    for pair in glyphs.windows(2) {
        if pair[0].is_space() {
            spaces += 1;
            if pair[0].width > 0.0 {
                space_width = pair[0].width;
            }
        } else if !pair[1].is_space() {
            gaps.push(pair[1].x - pair[0].end());
        }
    }
    let middle = gaps.len() / 2;
    let median = if gaps.is_empty() {
        0.0
    } else {
        *gaps.select_nth_unstable_by(middle, f32::total_cmp).1
    };
    let drawn = spaces > 0;
    let limit = median.max(0.0) + space_width * if drawn { 0.9 } else { 0.5 };
    let has_no_room = no_room(glyphs);
    let mut out: Vec<Glyph> = Vec::with_capacity(glyphs.len() + 8);
    // An accent ends before the letter that it stands over does.
    let mut reach = f32::MIN;
    for (at, glyph) in glyphs.iter().enumerate() {
        if has_no_room.contains(&at) {
            continue;
        }
        if glyph.ch == INK {
            reach = reach.max(glyph.end());
            // The line may be cut and put together again: its room must not become a gap.
            if let Some(before) = out.last_mut().filter(|g| !g.is_space()) {
                before.width = before.width.max(glyph.end() - before.x);
            }
            continue;
        }
        if let Some(before) = out.last() {
            if glyph.is_space() && before.is_space() {
                reach = reach.max(glyph.end());
                continue;
            }
            let gap = glyph.x - reach;
            let parted = !glyph.is_space() && !before.is_space() && !is_accent(glyph.ch);
            let limit = if is_unspaced(before.ch) || is_unspaced(glyph.ch) {
                limit.max(median + UNSPACED_GAP * size)
            } else {
                limit
            };
            if parted && gap > limit {
                let space = Glyph {
                    ch: ' ',
                    x: reach,
                    width: gap,
                    ..*before
                };
                out.push(space);
            }
        }
        reach = reach.max(glyph.end());
        out.push(*glyph);
    }
    out
}

/// Where spaces stand for which the next character leaves no room. None on a line where they are
/// many: there the font tells wrong widths.
fn no_room(glyphs: &[Glyph]) -> Vec<usize> {
    let mut spaces = 0;
    let mut found = Vec::new();
    for (at, around) in (1..).zip(glyphs.windows(3)) {
        let [before, space, after] = around else {
            continue;
        };
        if space.is_space() && !before.is_space() && !after.is_space() {
            spaces += 1;
            if after.x - before.end() < NO_ROOM * space.width {
                found.push(at);
            }
        }
    }
    if found.len() * 4 > spaces {
        found.clear();
    }
    found
}

/// Makes accents that are drawn over a letter part of it, as TeX prints them: first the letter.
fn put_accents(glyphs: &mut [Glyph]) {
    for at in 0..glyphs.len() {
        let Some(combining) = combining(glyphs[at].ch) else {
            continue;
        };
        let middle = glyphs[at].x + glyphs[at].width / 2.0;
        let is_under = |g: &Glyph| g.ch.is_alphabetic() && (g.x..g.end()).contains(&middle);
        if at > 0 && is_under(&glyphs[at - 1]) {
            glyphs[at].ch = combining;
        } else if glyphs.get(at + 1).is_some_and(is_under) {
            glyphs[at].ch = combining;
            // So that the order lasts when the line is put together again.
            glyphs[at].x = glyphs[at + 1].x;
            glyphs.swap(at, at + 1);
        }
    }
}

/// The accent that combines with the letter before it, for one that stands alone.
fn combining(c: char) -> Option<char> {
    Some(match c {
        '`' => '\u{300}',
        '´' => '\u{301}',
        'ˆ' => '\u{302}',
        '˜' => '\u{303}',
        '¯' => '\u{304}',
        '˘' => '\u{306}',
        '˙' => '\u{307}',
        '¨' => '\u{308}',
        '˚' => '\u{30a}',
        '˝' => '\u{30b}',
        'ˇ' => '\u{30c}',
        '¸' => '\u{327}',
        '˛' => '\u{328}',
        _ => return None,
    })
}

/// A mark that is drawn over the letter before it.
fn is_accent(c: char) -> bool {
    matches!(c as u32, 0x300..=0x36f | 0x64b..=0x65f | 0x670 | 0x20d0..=0x20ff)
}
