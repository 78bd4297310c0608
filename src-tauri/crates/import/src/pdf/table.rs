//! Tables of a file without tags, told by the places of their text.
//!
//! Text set in columns and the columns of a table look alike from afar: white space runs down
//! between them. A table differs in its rows. They begin at one height in all columns, white space
//! runs across between them or every line is one, and the file draws one row after the other, where
//! it draws text in columns one column after the other. Its type is of one size, which tells it from
//! the head of a first page.

use std::collections::VecDeque;

use super::line::{Line, close};
use super::paragraph::Column;

/// Narrowest white space between two columns, in ems: their text is drawn apart in any case.
const GUTTER: f32 = 0.2;
/// Narrowest column that is more than a list's numbers, in ems.
const WIDE: f32 = 4.0;
/// Narrowest column of running text, in ems, and the part of it that a full line takes.
const PROSE: f32 = 12.0;
const FULL: f32 = 0.85;
/// How far apart, in ems, two baselines may be and count as one.
const LEVEL: f32 = 0.3;
/// Fewest rows with several cells; with two columns one more.
const MIN_ROWS: usize = 2;
/// Fewest rows where no white space parts them.
const MIN_DENSE_ROWS: usize = 4;
/// A gap between lines this many times the usual one is no line break inside a cell; where it runs
/// across all columns, it parts two rows.
const WIDE_GAP: f32 = 1.25;
/// No text is set wider than this from baseline to baseline, in ems.
const MAX_PITCH: f32 = 2.5;
/// Most columns of a table; what has more is text.
const MAX_COLUMNS: usize = 64;
/// How many lines further on the one below a line is looked for.
const NEAR: usize = 64;
/// The part of the rows, of 3, that must look like those of a table.
const MOST: usize = 2;

/// A stretch of a page.
pub(super) enum Part {
    /// Text, in the order given.
    Text(Vec<Line>),
    /// The lines of each cell, row by row in reading order.
    Table(Vec<Vec<Line>>),
}

/// Parts tables from the text around them. `pieces` are those of one page in the order drawn.
/// O(n log n).
pub(super) fn parts(pieces: Vec<Line>, column: &Column) -> Vec<Part> {
    let pieces: Vec<Piece> = pieces
        .into_iter()
        .enumerate()
        .map(|(drawn, line)| Piece { line, drawn })
        .collect();
    let pitch = pitch(&pieces);
    let mut out = Vec::new();
    for part in split(pieces, column, &Rows::Spaced(pitch)) {
        match part {
            Found::Table(cells) => out.push(Part::Table(cells)),
            Found::Text(pieces) => {
                out.extend(split(pieces, column, &Rows::Dense).map(|part| match part {
                    Found::Table(cells) => Part::Table(cells),
                    Found::Text(mut pieces) => {
                        pieces.sort_by_key(|piece| piece.drawn);
                        Part::Text(pieces.into_iter().map(|piece| piece.line).collect())
                    }
                }))
            }
        }
    }
    out
}

struct Piece {
    line: Line,
    /// Its place in the order of drawing.
    drawn: usize,
}

enum Found {
    Text(Vec<Piece>),
    Table(Vec<Vec<Line>>),
}

/// What parts the rows of a table.
enum Rows {
    /// White space across the page, wider than that between lines, of which this is the usual
    /// distance in ems.
    Spaced(f32),
    /// Nothing: each line is a row, but for lines with one cell, which go on with the one above.
    Dense,
}

impl Rows {
    /// Whether no cell of the row has wide white space in it, as between paragraphs.
    fn has_no_gap(&self, band: &Band, columns: &[Span]) -> bool {
        let Rows::Spaced(pitch) = self else {
            return true;
        };
        columns.iter().all(|span| {
            let inside = band.pieces.iter().filter(|piece| is_in(&piece.line, span));
            let lines: Vec<&Line> = inside.map(|piece| &piece.line).collect();
            lines
                .windows(2)
                .all(|pair| pair[1].y - pair[0].y <= WIDE_GAP * pitch * pair[1].size)
        })
    }
}

/// A strip across the page, and where its columns stand.
struct Band {
    pieces: Vec<Piece>,
    columns: Vec<Span>,
}

/// Left and right edge.
type Span = (f32, f32);

/// The usual distance of a line to the one below it, in ems: most are inside paragraphs, the lower
/// third safely so.
fn pitch(pieces: &[Piece]) -> f32 {
    let mut lines: Vec<&Line> = pieces.iter().map(|piece| &piece.line).collect();
    lines.sort_by(|a, b| a.y.total_cmp(&b.y));
    let below = |(at, line): (usize, &&Line)| {
        let near = lines[at + 1..].iter().map(|next| (next, next.y - line.y));
        near.take(NEAR)
            .take_while(|(_, gap)| *gap < MAX_PITCH * line.size)
            .find(|(next, gap)| *gap > LEVEL * line.size && next.x0 < line.x1 && line.x0 < next.x1)
            .map(|(_, gap)| gap / line.size)
    };
    let mut gaps: Vec<f32> = lines.iter().enumerate().filter_map(below).collect();
    gaps.sort_by(f32::total_cmp);
    gaps.get(gaps.len() / 3).copied().unwrap_or(MAX_PITCH)
}

fn split(pieces: Vec<Piece>, column: &Column, rows: &Rows) -> impl Iterator<Item = Found> {
    let mut bands: VecDeque<Band> = bands(pieces, column, rows).into();
    let mut out: Vec<Found> = Vec::new();
    while !bands.is_empty() {
        let (length, columns) = run(bands.make_contiguous(), column);
        let found: Vec<Band> = bands.drain(..length.max(1)).collect();
        if is_table(&found, &columns, rows) {
            out.push(Found::Table(cells(found, &columns, rows)));
            continue;
        }
        let text = found.into_iter().flat_map(|band| band.pieces);
        match out.last_mut() {
            Some(Found::Text(before)) => before.extend(text),
            _ => out.push(Found::Text(text.collect())),
        }
    }
    out.into_iter()
}

fn bands(pieces: Vec<Piece>, column: &Column, rows: &Rows) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    let mut reach = f32::MIN;
    for line in baselines(pieces, column) {
        let (y, size) = line
            .pieces
            .first()
            .map_or((0.0, 0.0), |p| (p.line.y, p.line.size));
        let near = match rows {
            Rows::Spaced(pitch) => y - reach <= WIDE_GAP * pitch * size,
            Rows::Dense => false,
        };
        reach = y;
        match bands.last_mut() {
            Some(band) if near && !crosses(&band.columns, &line.columns) => {
                let spans = band.columns.iter().chain(&line.columns).copied();
                band.columns = merged(spans, column);
                band.pieces.extend(line.pieces);
            }
            _ => bands.push(line),
        }
    }
    bands
}

/// What stands on one baseline each, from top to bottom.
fn baselines(mut pieces: Vec<Piece>, column: &Column) -> Vec<Band> {
    pieces.sort_by(|a, b| a.line.y.total_cmp(&b.line.y));
    let mut lines: Vec<Vec<Piece>> = Vec::new();
    let mut reach = f32::MIN;
    for piece in pieces {
        let level = piece.line.y - reach < LEVEL * piece.line.size;
        reach = piece.line.y;
        match lines.last_mut() {
            Some(line) if level => line.push(piece),
            _ => lines.push(vec![piece]),
        }
    }
    let band = |pieces: Vec<Piece>| Band {
        columns: merged(pieces.iter().map(|p| (p.line.x0, p.line.x1)), column),
        pieces,
    };
    lines.into_iter().map(band).collect()
}

/// Whether a span of one reaches over two of the other: text above or below a table.
fn crosses(a: &[Span], b: &[Span]) -> bool {
    let over_two = |wide: &Span, spans: &[Span]| {
        let under = spans.iter().filter(|s| s.0 < wide.1 && wide.0 < s.1);
        under.count() > 1
    };
    a.iter().any(|span| over_two(span, b)) || b.iter().any(|span| over_two(span, a))
}

/// Spans that no gutter parts, as one; all of them, where they are too many to be columns.
fn merged(spans: impl Iterator<Item = Span>, column: &Column) -> Vec<Span> {
    let mut spans: Vec<Span> = spans.collect();
    spans.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut out: Vec<Span> = Vec::new();
    for span in spans {
        match out.last_mut() {
            Some(last) if span.0 - last.1 < GUTTER * column.size => last.1 = last.1.max(span.1),
            _ => out.push(span),
        }
    }
    if out.len() > MAX_COLUMNS {
        let right = out.iter().map(|span| span.1).fold(f32::MIN, f32::max);
        out = vec![(out[0].0, right)];
    }
    out
}

/// How many bands from the first on stand in the same columns, and these columns; 0 where the first
/// stands in none.
fn run(bands: &[Band], column: &Column) -> (usize, Vec<Span>) {
    let mut columns: Vec<Span> = Vec::new();
    let (mut length, mut best) = (0, Vec::new());
    for (count, band) in (1..).zip(bands) {
        columns = merged(
            columns.into_iter().chain(band.columns.iter().copied()),
            column,
        );
        let begins = count > 1 || band.columns.len() > 1;
        if !begins || columns.len() < 2 {
            break;
        }
        // What stands in one column may go on below a row, and may be the text after the table.
        if band.columns.len() > 1 {
            (length, best) = (count, columns.clone());
        }
    }
    (length, best)
}

fn is_table(bands: &[Band], columns: &[Span], rows: &Rows) -> bool {
    let full: Vec<&Band> = bands.iter().filter(|b| b.columns.len() > 1).collect();
    let enough = match rows {
        Rows::Spaced(_) => full.len() + usize::from(columns.len() > 2) > MIN_ROWS,
        // A line with one cell goes on with the row above, and few rows need more lines than one.
        Rows::Dense => {
            let prose = columns.iter().filter(|span| is_prose(span, &full)).count();
            full.len() >= MIN_DENSE_ROWS
                && full.len() * 3 > bands.len() * MOST
                && prose * 2 <= columns.len()
        }
    };
    let most = |test: &dyn Fn(&Band) -> bool| {
        full.iter().filter(|band| test(band)).count() * 3 >= full.len() * MOST
    };
    let size = usual_size(&full);
    let wide = columns.iter().filter(|span| span.1 - span.0 > WIDE * size);
    enough
        && wide.count() > 1
        && most(&|band| band.pieces.iter().all(|p| close(p.line.size, size)))
        && drawn_by_rows(&full)
        && most(&|band| begins_level(band, columns))
        && most(&|band| rows.has_no_gap(band, columns))
}

/// Whether the lines of a column are those of running text: long, and full for the most part.
fn is_prose(span: &Span, bands: &[&Band]) -> bool {
    let pieces = bands.iter().flat_map(|band| &band.pieces);
    let inside = pieces.filter(|piece| is_in(&piece.line, span));
    let (mut full, mut total) = (0, 0);
    for Piece { line, .. } in inside {
        let width = span.1 - span.0;
        let is_long = width > PROSE * line.size && line.x1 - line.x0 > FULL * width;
        full += usize::from(is_long);
        total += 1;
    }
    full * 2 > total
}

/// The size of type in the middle of all, in points.
fn usual_size(bands: &[&Band]) -> f32 {
    let pieces = bands.iter().flat_map(|band| &band.pieces);
    let mut sizes: Vec<f32> = pieces.map(|piece| piece.line.size).collect();
    sizes.sort_by(f32::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or_default()
}

/// Whether hardly a row is begun before the one above is done.
fn drawn_by_rows(rows: &[&Band]) -> bool {
    let first = |band: &Band| band.pieces.iter().map(|p| p.drawn).min();
    let last = |band: &Band| band.pieces.iter().map(|p| p.drawn).max();
    let in_turn = rows
        .windows(2)
        .filter(|pair| last(pair[0]) < first(pair[1]));
    in_turn.count() * 3 >= (rows.len().max(1) - 1) * MOST
}

/// Whether the cells of a row begin at one height.
fn begins_level(band: &Band, columns: &[Span]) -> bool {
    let top = |span: &Span| {
        let inside = band.pieces.iter().filter(|piece| is_in(&piece.line, span));
        inside.map(|piece| piece.line.y).min_by(f32::total_cmp)
    };
    let size = band.pieces.first().map_or(0.0, |piece| piece.line.size);
    let tops: Vec<f32> = columns.iter().filter_map(top).collect();
    tops.windows(2)
        .all(|pair| (pair[0] - pair[1]).abs() < LEVEL * size)
}

fn is_in(line: &Line, span: &Span) -> bool {
    (span.0..=span.1).contains(&line.x0)
}

/// The cells row by row, each with its lines from top to bottom.
fn cells(bands: Vec<Band>, columns: &[Span], rows: &Rows) -> Vec<Vec<Line>> {
    let (mut rtl, mut total) = (0, 0);
    for piece in bands.iter().flat_map(|band| &band.pieces) {
        rtl += usize::from(piece.line.is_rtl());
        total += 1;
    }
    let mut table: Vec<Vec<Vec<Line>>> = Vec::new();
    for band in bands {
        let goes_on = matches!(rows, Rows::Dense) && band.columns.len() < 2;
        if !goes_on || table.is_empty() {
            table.push(columns.iter().map(|_| Vec::new()).collect());
        }
        let Some(row) = table.last_mut() else { break };
        for Piece { line, .. } in band.pieces {
            let at = columns.iter().rposition(|span| span.0 <= line.x0);
            if let Some(cell) = row.get_mut(at.unwrap_or(0)) {
                cell.push(line);
            }
        }
    }
    let in_order = |mut row: Vec<Vec<Line>>| {
        if rtl * 2 > total {
            row.reverse();
        }
        row
    };
    let cells = table.into_iter().flat_map(in_order);
    cells.filter(|cell| !cell.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use wsis_document::Silent;

    use crate::pdf::read;
    use crate::pdf::sample::{REGULAR, Sample};

    fn texts(sample: Sample) -> Vec<String> {
        let blocks = read(&sample.build(), &Silent).expect("the sample is sound");
        blocks.blocks.into_iter().map(|b| b.text).collect()
    }

    const COLUMNS: [f32; 3] = [123.0, 260.0, 400.0];

    /// Draws the lines of a cell under one another.
    fn cell(sample: Sample, x: f32, y: f32, lines: &[&str]) -> Sample {
        let lines = (0u8..).zip(lines);
        lines.fold(sample, |sample, (k, line)| {
            sample.text(REGULAR, 10.0, x, y + 12.0 * f32::from(k), line)
        })
    }

    const ROWS: [[&[&str]; 3]; 3] = [
        [
            &["Harbour of the", "north"],
            &["seven boats"],
            &["open all the", "year round"],
        ],
        [
            &["Harbour of the", "south"],
            &["no boats and", "one raft"],
            &["closed"],
        ],
        [
            &["Lighthouse"],
            &["a lamp and", "four keepers", "of it"],
            &["open"],
        ],
    ];

    fn cells() -> Vec<String> {
        ROWS.iter().flatten().map(|lines| lines.join(" ")).collect()
    }

    #[test]
    fn a_table_is_read_row_by_row() {
        let mut sample = Sample::default().page().body(
            80.0,
            &["What follows is a table of the coast, as it was in that year, and"],
        );
        for (row, y) in ROWS.iter().zip([110.0, 152.0, 194.0]) {
            for (lines, x) in row.iter().zip(COLUMNS) {
                sample = cell(sample, x, y, lines);
            }
        }
        let below = "The table ends here, and the report goes on with the boats of the lake.";
        let read = texts(sample.body(236.0, &[below]));
        assert_eq!(read[1..10], cells());
        assert_eq!(read[10], below);
    }

    #[test]
    fn rows_of_one_line_need_no_white_space_between_them() {
        let rows = [
            ["Northern lake", "12 boats", "open"],
            ["Western lake", "3 boats", "closed"],
            ["Long river", "none", "open in May"],
            ["Old canal", "41 boats", "open"],
            ["New canal", "7 boats", "unknown"],
        ];
        let mut sample = Sample::default().page();
        for (row, y) in rows.iter().zip([110.0, 122.0, 134.0, 146.0, 158.0]) {
            for (text, x) in row.iter().zip(COLUMNS) {
                sample = sample.text(REGULAR, 10.0, x, y, text);
            }
        }
        assert_eq!(texts(sample), rows.concat());
    }

    #[test]
    fn text_drawn_column_by_column_stays_in_columns() {
        let texts_of = |side: &str| -> Vec<String> {
            let paragraph =
                |k| format!("{side} paragraph {k} which fills its line and ends below.");
            (0..4).map(paragraph).collect()
        };
        let mut sample = Sample::default().page();
        for (side, x) in [("Left", 60.0), ("Right", 330.0)] {
            for (k, text) in (0u8..).zip(texts_of(side)) {
                let (above, below) = text.split_at(38);
                let y = 110.0 + 42.0 * f32::from(k);
                sample = cell(sample, x, y, &[above.trim_end(), below.trim_start()]);
            }
        }
        let expected = [texts_of("Left"), texts_of("Right")].concat();
        assert_eq!(texts(sample), expected);
    }
}
