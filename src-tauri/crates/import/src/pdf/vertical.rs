//! Pages whose lines run down, from right to left: turned, so that all that follows meets lines that
//! run across.
//!
//! Some writers use a font's vertical mode, others put upright characters one under the other; both
//! are told by their places alone. Latin words lie on their side, short numbers stand upright.

use super::glyph::{Glyph, Page, is_unspaced};

/// How far, in ems, the next character of a vertical line may be to the side.
const ASIDE: f32 = 0.3;
/// The steps, in ems, from one character of a vertical line to the next.
const STEP: std::ops::Range<f32> = 0.5..2.0;
/// Part of the em square that stands above the baseline.
pub(super) const ASCENT: f32 = 0.88;
/// From the baseline of a Latin word on its side to the middle of its line, in ems.
const MIDDLE: f32 = 0.35;
/// Widest number that stands upright in a line, in ems.
const UPRIGHT: f32 = 1.4;

/// Turns the page where most of its characters stand one under the other; any other page stays as
/// it is. O(n log n) for a page that is turned, else linear.
pub(super) fn turn(page: &mut Page) {
    if !is_vertical(&page.glyphs) {
        return;
    }
    let (lines, across) = parted(&page.glyphs);
    let mut glyphs: Vec<Glyph> = lines
        .into_iter()
        .flat_map(|cell| turned_cell(cell, page.width))
        .collect();
    let mut aside = across;
    for glyph in std::mem::take(&mut page.turned) {
        // What runs down the page has been turned back to `(y, -x)`.
        if glyph.x >= 0.0 && (-page.width..=0.0).contains(&glyph.y) {
            let y = page.width + glyph.y - MIDDLE * glyph.size;
            glyphs.push(Glyph { y, ..glyph });
        } else {
            aside.push(glyph);
        }
    }
    sort(&mut glyphs);
    page.glyphs = glyphs;
    page.turned = aside;
    (page.width, page.height) = (page.height, page.width);
}

/// Whether more characters stand under the one before than beside it.
fn is_vertical(glyphs: &[Glyph]) -> bool {
    let (mut down, mut across) = (0usize, 0usize);
    for pair in glyphs.windows(2) {
        if !is_unspaced(pair[0].ch) || !is_unspaced(pair[1].ch) {
            continue;
        }
        if is_under(&pair[0], &pair[1]) {
            down += 1;
        } else if is_right_of(&pair[0], &pair[1]) {
            across += 1;
        }
    }
    down > across
}

fn is_under(above: &Glyph, glyph: &Glyph) -> bool {
    (glyph.x - above.x).abs() < ASIDE * glyph.size
        && STEP.contains(&((glyph.y - above.y) / glyph.size))
}

fn is_right_of(before: &Glyph, glyph: &Glyph) -> bool {
    (glyph.y - before.y).abs() < ASIDE * glyph.size
        && (0.0..STEP.end).contains(&((glyph.x - before.x) / glyph.size))
}

/// The cells of vertical lines, a number that stands upright being one, and the glyphs of lines that
/// run across.
fn parted(glyphs: &[Glyph]) -> (Vec<&[Glyph]>, Vec<Glyph>) {
    let (mut cells, mut across) = (Vec::new(), Vec::new());
    for run in glyphs.chunk_by(is_right_of) {
        let width = run[run.len() - 1].end() - run[0].x;
        if width < UPRIGHT * run[0].size {
            cells.push(run);
        } else {
            across.extend_from_slice(run);
        }
    }
    (cells, across)
}

/// The glyphs of one cell, side by side along the line; the top of the em square is its beginning.
fn turned_cell(cell: &[Glyph], width: f32) -> impl Iterator<Item = Glyph> {
    let (left, right) = (cell[0].x, cell[cell.len() - 1].end());
    let middle = (left + right) / 2.0;
    let count = cell.len() as f32;
    cell.iter().zip(0u16..).map(move |(glyph, at)| {
        let part = glyph.size / count;
        Glyph {
            x: glyph.y - ASCENT * glyph.size + part * f32::from(at),
            y: width - middle,
            width: part,
            ..*glyph
        }
    })
}

/// Line after line, each from its beginning.
fn sort(glyphs: &mut [Glyph]) {
    glyphs.sort_by(|a, b| a.y.total_cmp(&b.y));
    let same_line = |a: &Glyph, b: &Glyph| b.y - a.y < ASIDE * a.size;
    for line in glyphs.chunk_by_mut(same_line) {
        line.sort_by(|a, b| a.x.total_cmp(&b.x));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::glyph::{Looks, Owner};

    fn glyph(ch: char, x: f32, y: f32, width: f32) -> Glyph {
        Glyph {
            x,
            y,
            width,
            size: 10.0,
            ch,
            looks: Looks::default(),
            owner: Owner::Loose,
        }
    }

    /// Two lines of three characters, the second with a number, and a page number across.
    fn page() -> Page {
        let mut glyphs: Vec<Glyph> = Vec::new();
        for (column, text) in ["北湖船", "港灯橋"].iter().enumerate() {
            let x = 500.0 - 20.0 * column as f32;
            let rows = text.chars().enumerate();
            glyphs.extend(rows.map(|(row, ch)| glyph(ch, x, 100.0 + 10.0 * row as f32, 10.0)));
        }
        glyphs.push(glyph('1', 480.0, 130.0, 5.0));
        glyphs.push(glyph('2', 485.0, 130.0, 5.0));
        let foot = "page four".chars().zip(0u8..);
        glyphs.extend(foot.map(|(ch, at)| glyph(ch, 280.0 + 5.0 * f32::from(at), 800.0, 5.0)));
        Page {
            glyphs,
            width: 595.0,
            height: 842.0,
            ..Page::default()
        }
    }

    #[test]
    fn vertical_lines_run_across_once_turned() {
        let mut page = page();
        turn(&mut page);
        let text: String = page.glyphs.iter().map(|g| g.ch).collect();
        assert_eq!(text, "北湖船港灯橋12");
        let aside: String = page.turned.iter().map(|g| g.ch).collect();
        assert_eq!(aside, "page four");
        assert_eq!((page.width, page.height), (842.0, 595.0));
        let first_line = page.glyphs[..3].windows(2);
        assert!(
            first_line
                .into_iter()
                .all(|p| p[0].y == p[1].y && p[0].x < p[1].x)
        );
    }

    #[test]
    fn a_page_of_lines_across_stays() {
        let mut across = page();
        across.glyphs = "北湖船港"
            .chars()
            .zip(0u8..)
            .map(|(ch, at)| glyph(ch, 10.0 * f32::from(at), 50.0, 10.0))
            .collect();
        let before: Vec<f32> = across.glyphs.iter().map(|g| g.x).collect();
        turn(&mut across);
        let after: Vec<f32> = across.glyphs.iter().map(|g| g.x).collect();
        assert_eq!(before, after);
    }
}
