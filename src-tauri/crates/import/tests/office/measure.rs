//! How much of a source is found again.

use wsis_document::{Document, normalize};

use super::source::{Kind, NOTE, Source};

/// One paragraph or heading, as the source has it or as it was read: is it a heading, and the text
/// with its label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    pub heading: bool,
    pub text: String,
    /// Footnote marks, in order.
    pub marks: Vec<String>,
}

/// What was found again, as parts of 1.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// Characters of the source in the text read, in order.
    pub recall: f64,
    /// Characters of the text read that are in the source, in order.
    pub precision: f64,
    /// Paragraphs that are the same to the letter, label and marks included.
    pub exact: f64,
}

/// What a reader must find.
pub fn expected(source: &Source) -> Vec<Unit> {
    let mut count = 0;
    let unit = |piece: &super::source::Piece| {
        let marks = piece
            .text
            .matches(NOTE)
            .map(|_| {
                count += 1;
                count.to_string()
            })
            .collect();
        let text = normalize(&piece.text.replace(NOTE, ""));
        Unit {
            heading: matches!(piece.kind, Kind::Heading(_)),
            text: format!("{} {text}", piece.label).trim().to_owned(),
            marks,
        }
    };
    source.pieces.iter().map(unit).collect()
}

/// What was read.
pub fn read(document: &Document) -> Vec<Unit> {
    let mut out = Vec::new();
    let headings = |at: usize, out: &mut Vec<Unit>| {
        let here = document
            .sections
            .iter()
            .filter(|s| s.paragraphs.start as usize == at);
        out.extend(here.map(|section| {
            let label = section.label.as_ref().map_or("", |l| l.text.as_str());
            Unit {
                heading: true,
                text: format!("{label} {}", section.heading).trim().to_owned(),
                marks: Vec::new(),
            }
        }));
    };
    for (at, paragraph) in document.paragraphs.iter().enumerate() {
        headings(at, &mut out);
        let label = paragraph.label.as_ref().map_or("", |l| l.text.as_str());
        out.push(Unit {
            heading: false,
            text: format!("{label} {}", paragraph.text).trim().to_owned(),
            marks: paragraph
                .note_marks
                .iter()
                .map(|m| m.mark.clone())
                .collect(),
        });
    }
    headings(document.paragraphs.len(), &mut out);
    out
}

/// Compares both.
pub fn compare(expected: &[Unit], read: &[Unit]) -> Found {
    let whole = |units: &[Unit]| -> Vec<char> {
        let texts: Vec<&str> = units.iter().map(|u| u.text.as_str()).collect();
        texts.join("\n").chars().collect()
    };
    let (a, b) = (whole(expected), whole(read));
    let common = common(&a, &b) as f64;
    let same = common_units(expected, read) as f64;
    Found {
        recall: common / a.len().max(1) as f64,
        precision: common / b.len().max(1) as f64,
        exact: same / expected.len().max(1) as f64,
    }
}

fn common_units(a: &[Unit], b: &[Unit]) -> usize {
    common(a, b)
}

/// Length of the longest common subsequence: Myers' greedy algorithm (1986), O((n + m) d).
pub fn common<T: PartialEq>(a: &[T], b: &[T]) -> usize {
    let (n, m) = (a.len() as isize, b.len() as isize);
    let most = n + m;
    let mut reach = vec![0isize; (2 * most + 3) as usize];
    let at = |k: isize| (k + most + 1) as usize;
    for edits in 0..=most {
        for k in (-edits..=edits).step_by(2) {
            let down = k == -edits || (k != edits && reach[at(k - 1)] < reach[at(k + 1)]);
            let mut x = if down {
                reach[at(k + 1)]
            } else {
                reach[at(k - 1)] + 1
            };
            let mut y = x - k;
            while x < n && y < m && a[x as usize] == b[y as usize] {
                x += 1;
                y += 1;
            }
            reach[at(k)] = x;
            if x >= n && y >= m {
                return ((most - edits) / 2) as usize;
            }
        }
    }
    0
}
