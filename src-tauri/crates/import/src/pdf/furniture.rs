//! Lines that are no part of the text, told by where they stand and what they look like.

use rustc_hash::FxHashMap;
use wsis_document::{Stripped, StrippedKind};

use super::glyph::Page;
use super::line::Line;

/// Part of the page height at the top and at the bottom where furniture stands.
const HEAD: f32 = 0.09;
const FOOT: f32 = 0.91;
/// The masthead of a first page reaches down to here.
const MASTHEAD: f32 = 0.18;

/// Which furniture a line is by its words alone; `None` for anything else.
pub(super) fn by_words(text: &str) -> Option<StrippedKind> {
    let text = text.trim();
    if is_page_number(text) {
        Some(StrippedKind::PageNumber)
    } else if is_job_number(text) {
        Some(StrippedKind::JobNumber)
    } else if !text.is_empty()
        && text
            .chars()
            .all(|c| matches!(c, '_' | '—' | '–' | '-' | '.' | ' '))
    {
        Some(StrippedKind::Furniture)
    } else {
        None
    }
}

/// What a line that the file itself sets aside is.
pub(super) fn of_artifact(line: &Line, pages: &[Page]) -> StrippedKind {
    let height = height(line, pages);
    if let Some(kind) = by_words(&line.text()) {
        return kind;
    }
    if line.glyphs.iter().any(|g| g.looks.barcode) {
        return StrippedKind::JobNumber;
    }
    match line.page {
        1 if line.y < MASTHEAD * height => StrippedKind::Masthead,
        1 => StrippedKind::Furniture,
        _ if line.y < HEAD * height => StrippedKind::RunningHead,
        _ => StrippedKind::Furniture,
    }
}

/// Lines that stand at the head or foot of many pages in the same words. Their numbers are the same
/// too, or count the pages; `Article 4` and `Article 9` at the head of two pages are headings.
#[derive(Clone, Debug, Default)]
pub(super) struct Repeated {
    groups: FxHashMap<(String, i32), Group>,
    pages: usize,
}

/// The lines that are alike but for their numbers.
#[derive(Clone, Debug)]
struct Group {
    count: usize,
    /// For each number: its value where it never changes, and its distance from the page's number
    /// where that never changes.
    numbers: Vec<(Option<i64>, Option<i64>)>,
}

impl Group {
    fn add(&mut self, numbers: &[i64], page: i64) {
        self.count += 1;
        for ((value, distance), number) in self.numbers.iter_mut().zip(numbers) {
            *value = value.filter(|v| v == number);
            *distance = distance.filter(|d| *d == number.saturating_sub(page));
        }
    }

    fn is_regular(&self) -> bool {
        self.numbers
            .iter()
            .all(|(value, distance)| value.is_some() || distance.is_some())
    }
}

impl Repeated {
    /// Counts the lines of the head and foot zones of all pages. Linear.
    pub fn count<'l>(lines: impl Iterator<Item = &'l Line>, pages: &[Page]) -> Repeated {
        let mut groups: FxHashMap<(String, i32), Group> = FxHashMap::default();
        for line in lines.filter(|line| in_zone(line, height(line, pages))) {
            let page = i64::from(line.page);
            let (words, numbers) = words_and_numbers(&line.text());
            let first = || Group {
                count: 0,
                numbers: numbers
                    .iter()
                    .map(|n| (Some(*n), Some(n.saturating_sub(page))))
                    .collect(),
            };
            groups
                .entry((words, level(line)))
                .or_insert_with(first)
                .add(&numbers, page);
        }
        Repeated {
            groups,
            pages: pages.len(),
        }
    }

    /// Moves the lines that turn out to be furniture to `aside` and gives back the others.
    pub fn take_out(
        &self,
        lines: Vec<Line>,
        pages: &[Page],
        aside: &mut Vec<(StrippedKind, Line)>,
    ) -> Vec<Line> {
        let mut kept = Vec::with_capacity(lines.len());
        for line in lines {
            match self.find(&line, height(&line, pages)) {
                Some(kind) => aside.push((kind, line)),
                None => kept.push(line),
            }
        }
        kept
    }

    /// Which furniture a line of the body turns out to be; `None` for text.
    fn find(&self, line: &Line, height: f32) -> Option<StrippedKind> {
        if line.glyphs.iter().any(|g| g.looks.barcode) {
            return Some(StrippedKind::JobNumber);
        }
        let by_words = by_words(&line.text());
        if by_words == Some(StrippedKind::Furniture) {
            return by_words;
        }
        if !in_zone(line, height) {
            return None;
        }
        if by_words.is_some() {
            return by_words;
        }
        let group = self
            .groups
            .get(&(words_and_numbers(&line.text()).0, level(line)));
        // A head that changes sides comes on every second page only.
        let often = self.pages > 2
            && group
                .is_some_and(|g| g.count > 1 && g.count * 3 >= self.pages - 1 && g.is_regular());
        often.then_some(if line.y < height / 2.0 {
            StrippedKind::RunningHead
        } else {
            StrippedKind::Furniture
        })
    }
}

/// A line for the import report.
pub(super) fn stripped(kind: StrippedKind, line: &Line) -> Stripped {
    Stripped {
        kind,
        page: Some(line.page),
        text: line.text().trim().to_owned(),
    }
}

fn height(line: &Line, pages: &[Page]) -> f32 {
    pages
        .get(line.page as usize - 1)
        .map_or(0.0, |page| page.height)
}

fn in_zone(line: &Line, height: f32) -> bool {
    line.y < HEAD * height || line.y > FOOT * height
}

/// Height on the page in steps that even out small differences.
fn level(line: &Line) -> i32 {
    (line.y / 4.0).round() as i32
}

/// The text with `#` for every number, and the numbers.
fn words_and_numbers(text: &str) -> (String, Vec<i64>) {
    let (mut words, mut numbers) = (String::new(), Vec::new());
    let mut inside = false;
    for c in text.chars() {
        match (digit(c), inside) {
            (Some(digit), true) => {
                if let Some(number) = numbers.last_mut() {
                    *number =
                        i64::saturating_add(i64::saturating_mul(*number, 10), i64::from(digit));
                }
            }
            (Some(digit), false) => {
                words.push('#');
                numbers.push(i64::from(digit));
            }
            (None, _) => words.push(c),
        }
        inside = digit(c).is_some();
    }
    (words, numbers)
}

/// `2/20`, `12`, `- 3 -`, `Page 4`, `٢/٢٠`.
fn is_page_number(text: &str) -> bool {
    let inner = text.trim_matches(['-', '–', ' ']);
    let inner = inner.strip_prefix("Page ").unwrap_or(inner);
    let (number, total) = inner.split_once('/').unwrap_or((inner, "1"));
    let is_number =
        |s: &str| (1..=6).contains(&s.chars().count()) && s.chars().all(|c| digit(c).is_some());
    is_number(number.trim()) && is_number(total.trim())
}

/// The value of a digit, European, Arabic, Persian or full-width.
fn digit(c: char) -> Option<u32> {
    let zero = match c as u32 {
        0x30..=0x39 => 0x30,
        0x660..=0x669 => 0x660,
        0x6f0..=0x6f9 => 0x6f0,
        0xff10..=0xff19 => 0xff10,
        _ => return None,
    };
    Some(c as u32 - zero)
}

/// `25-20874`, `25-20874 (E)`, `25-20874 (E) 161225`, `*2520874*`; in right-to-left pages the words
/// come in any order.
fn is_job_number(text: &str) -> bool {
    let digits = |s: &str, n: usize| s.len() == n && s.bytes().all(|b| b.is_ascii_digit());
    let is_number = |word: &str| {
        let parted = word.split_once('-');
        let barred = word.strip_prefix('*').and_then(|s| s.strip_suffix('*'));
        parted.is_some_and(|(year, job)| digits(year, 2) && digits(job, 5))
            || barred.is_some_and(|s| digits(s, 7))
    };
    let goes_along = |word: &str| {
        let inner = word.trim_matches(['(', ')']);
        (1..=8).contains(&inner.len())
            && (inner.bytes().all(|b| b.is_ascii_digit())
                || inner.bytes().all(|b| b.is_ascii_uppercase()))
    };
    let mut words = text.split_whitespace();
    words.clone().any(is_number) && words.all(|word| is_number(word) || goes_along(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_pages_and_jobs_are_told_from_words() {
        for text in ["2/20", "12", "- 3 -", "Page 4", "112/112", "٢/٢٠"] {
            assert_eq!(by_words(text), Some(StrippedKind::PageNumber), "{text}");
        }
        for text in [
            "25-20874",
            "25-20874 (E)",
            "25-12345 (F) 161225",
            "*2512345*",
            ")E( 25-12345",
            "25-12345X",
        ] {
            let expected = (text != "25-12345X").then_some(StrippedKind::JobNumber);
            assert_eq!(by_words(text), expected, "{text}");
        }
        for text in ["A/80/1", "2030 Agenda", "in 2025.", "1. The", ""] {
            assert_eq!(by_words(text), None, "{text}");
        }
        assert_eq!(by_words("_______"), Some(StrippedKind::Furniture));
    }
}
