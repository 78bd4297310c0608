//! Lines that run from right to left: from the order on the page to the order of reading.
//!
//! The inverse, as far as there is one, of what a layout program does by the Unicode Bidirectional
//! Algorithm (UAX #9) with paragraphs of a right-to-left base: words of left-to-right scripts and
//! numbers are turned back, all else is read from the right.

use super::glyph::{Glyph, is_rtl};

/// How far, in ems, a mark may be off the letter that it stands on.
const OFF_BASE: f32 = 0.05;

/// Whether more letters run from right to left than from left to right.
pub(super) fn runs_right_to_left(glyphs: &[Glyph]) -> bool {
    let (mut right, mut left) = (0usize, 0usize);
    for glyph in glyphs {
        if is_rtl(glyph.ch) {
            right += 1;
        } else if glyph.ch.is_alphabetic() {
            left += 1;
        }
    }
    right > left
}

/// Whether a text reads from right to left.
pub(super) fn is_rtl_text(text: &str) -> bool {
    let letters = |test: fn(char) -> bool| text.chars().filter(|c| test(*c)).count();
    letters(is_rtl) > letters(is_left_letter)
}

/// Puts the glyphs of a right-to-left line, which stand ordered from left to right, in reading
/// order. Linear.
pub(super) fn to_reading_order(glyphs: &mut [Glyph]) {
    marks_before_bases(glyphs);
    let arabic = glyphs.iter().any(|g| is_arabic_letter(g.ch));
    let mut at = 0;
    while at < glyphs.len() {
        let mut end = run_end(&glyphs[at..], arabic);
        // A word that is parted at the line's end, which is its left, keeps its hyphen.
        let hyphen = glyphs
            .get(end)
            .is_some_and(|g| matches!(g.ch, '-' | '\u{2010}' | '\u{2011}'));
        if at == 0 && end > 0 && hyphen && is_left_letter(glyphs[end - 1].ch) {
            end += 1;
        }
        // Turned twice: once here, once with the whole.
        if end > 1 {
            glyphs[at..at + end].reverse();
        }
        at += end.max(1);
    }
    glyphs.reverse();
}

/// A vowel sign or the second half of a ligature has no width of its own and may stand anywhere
/// over its letter; it is read after it, so on the page it goes to the letter's left.
fn marks_before_bases(glyphs: &mut [Glyph]) {
    for at in 1..glyphs.len() {
        let mark = glyphs[at];
        if mark.width > 0.0 || !is_rtl(mark.ch) {
            continue;
        }
        let slack = OFF_BASE * mark.size;
        // Other marks of the same letter may stand between.
        let base = glyphs[..at].iter().rposition(|g| g.width > 0.0);
        if let Some(base) = base.filter(|base| mark.x < glyphs[*base].end() - slack) {
            glyphs[base..=at].rotate_right(1);
        }
    }
}

/// Length of the left-to-right run that `glyphs`, ordered from left to right, begin with; 0 for none.
fn run_end(glyphs: &[Glyph], arabic: bool) -> usize {
    let number = number_end(glyphs, arabic);
    if !glyphs.get(number).is_some_and(|g| is_left_letter(g.ch)) {
        return number;
    }
    // A word, and what follows it on the right as far as words and numbers go on.
    let (mut end, mut next) = (number, number);
    while let Some(glyph) = glyphs.get(next).filter(|g| !is_rtl(g.ch)) {
        next += 1;
        if is_left_letter(glyph.ch) || glyph.ch.is_numeric() {
            end = next;
        }
    }
    end
}

/// Length of the number at the beginning: digits, parted by single separators. After Arabic letters
/// a hyphen parts two numbers (rules W2 and W4), so that `2021-2025` stands the other way round.
fn number_end(glyphs: &[Glyph], arabic: bool) -> usize {
    let digit = |at: usize| glyphs.get(at).is_some_and(|g| g.ch.is_numeric());
    let mut end = 0;
    loop {
        while digit(end) {
            end += 1;
        }
        let joins = end > 0
            && digit(end + 1)
            && match glyphs[end].ch {
                '.' | ',' | ':' | '/' | '\u{a0}' | '\u{60c}' | '\u{66b}' | '\u{66c}' => true,
                '-' | '+' => !arabic,
                _ => false,
            };
        if !joins {
            return end;
        }
        end += 1;
    }
}

fn is_left_letter(c: char) -> bool {
    c.is_alphabetic() && !is_rtl(c)
}

fn is_arabic_letter(c: char) -> bool {
    matches!(c as u32, 0x620..=0x64a | 0x66e..=0x6d3 | 0x750..=0x77f | 0xfb50..=0xfdff | 0xfe70..=0xfefc)
}

/// The brackets that are drawn as each other in right-to-left text.
const BRACKETS: [(char, char); 5] = [('(', ')'), ('[', ']'), ('{', '}'), ('«', '»'), ('‹', '›')];

/// The other bracket of a pair; any other character stays.
pub(super) fn mirrored(c: char) -> char {
    BRACKETS
        .iter()
        .find_map(|&(open, close)| match c {
            c if c == open => Some(close),
            c if c == close => Some(open),
            _ => None,
        })
        .unwrap_or(c)
}

/// Whether brackets that close before they open say that a text has them as drawn, not as meant:
/// some writers name the glyph on the page, which in right-to-left text is the mirrored one.
pub(super) fn are_brackets_mirrored<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    let (mut as_read, mut as_mirrored) = (0usize, 0usize);
    for text in texts {
        as_read += out_of_place(text.chars());
        as_mirrored += out_of_place(text.chars().map(mirrored));
    }
    as_mirrored < as_read
}

/// Brackets that close what is not open.
fn out_of_place(text: impl Iterator<Item = char>) -> usize {
    let mut open = [0usize; BRACKETS.len()];
    let mut wrong = 0;
    for c in text {
        for (depth, (opening, closing)) in open.iter_mut().zip(BRACKETS) {
            if c == opening {
                *depth += 1;
            } else if c == closing {
                match depth.checked_sub(1) {
                    Some(less) => *depth = less,
                    None => wrong += 1,
                }
            }
        }
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::glyph::{Looks, Owner};

    /// Glyphs as they stand on the page from left to right.
    fn read(on_page: &str) -> String {
        let mut glyphs: Vec<Glyph> = (0..)
            .zip(on_page.chars())
            .map(|(k, ch)| Glyph {
                x: k as f32,
                y: 0.0,
                width: 1.0,
                size: 1.0,
                ch,
                looks: Looks::default(),
                owner: Owner::Loose,
            })
            .collect();
        to_reading_order(&mut glyphs);
        glyphs.iter().map(|g| g.ch).collect()
    }

    #[test]
    fn words_and_numbers_inside_are_turned_back() {
        assert_eq!(read("ג AQUA-21 ב 4.5 א"), "א 4.5 ב AQUA-21 ג");
        assert_eq!(read("ב 3G א"), "א 3G ב");
        assert_eq!(read("ב open boat א"), "א open boat ב");
        assert_eq!(read("AQUA- א"), "א AQUA-");
    }

    #[test]
    fn a_hyphen_parts_numbers_after_arabic_letters_only() {
        assert_eq!(read("2025-2021 ب"), "ب 2021-2025");
        assert_eq!(read("2021-2025 ב"), "ב 2021-2025");
        assert_eq!(read("2025/12/17 ب"), "ب 2025/12/17");
    }

    #[test]
    fn marks_and_halves_of_ligatures_follow_their_letter() {
        let glyph = |ch, x: f32, width| Glyph {
            x,
            y: 0.0,
            width,
            size: 1.0,
            ch,
            looks: Looks::default(),
            owner: Owner::Loose,
        };
        // From left to right: seen, beh with a shadda over its middle, lam with its alef.
        let mut glyphs = [
            glyph('س', 0.0, 1.0),
            glyph('ب', 1.0, 1.0),
            glyph('\u{651}', 1.5, 0.0),
            glyph('ل', 2.0, 1.0),
            glyph('ا', 2.1, 0.0),
        ];
        to_reading_order(&mut glyphs);
        let text: String = glyphs.iter().map(|g| g.ch).collect();
        assert_eq!(text, "لاب\u{651}س");
    }

    #[test]
    fn brackets_as_drawn_are_told_from_brackets_as_meant() {
        assert!(!are_brackets_mirrored(["א (ב) ג", "[א"].into_iter()));
        assert!(are_brackets_mirrored(["א )ב( ג", "]א"].into_iter()));
        assert!(!are_brackets_mirrored(["א", "(א) ב"].into_iter()));
    }
}
