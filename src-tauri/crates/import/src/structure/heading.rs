//! Which lines are headings, and how deep each of them is.

use std::cmp::Ordering;

use rustc_hash::FxHashMap;
use wsis_document::{Label, LabelKind, Separator};

use super::line::Line;
use super::opening::Fate;
use crate::Role;
use crate::correction::SaidRole;

/// Longest heading that no sisters show to be one, in characters of its words.
const LONGEST: usize = 250;

/// Longest line that is taken for a heading although nothing sets it off, in characters.
const LONGEST_PLAIN: usize = 120;

/// Longest heading that ends with a full stop, in characters.
const SHORT: usize = 60;

/// How the lines of one text tell their headings.
struct Looks {
    /// Some lines are bold, and most of the text is not: bold means something.
    bold: bool,
    /// The format marks headings, or sets lines off by bold type.
    any: bool,
}

impl Looks {
    /// Looks over the lines of the text. Linear.
    fn of(lines: &[Line]) -> Looks {
        let size = |line: &&Line| line.whole.len();
        let bold: usize = lines
            .iter()
            .filter(|line| line.block.bold)
            .map(|l| size(&l))
            .sum();
        let all: usize = lines.iter().map(|line| size(&line)).sum();
        let bold = bold > 0 && bold * 2 < all;
        Looks {
            bold,
            any: bold || lines.iter().any(Line::is_marked_heading),
        }
    }
}

/// Which lines are headings: of the lines of the text each by its own look, and then the long ones
/// whose sisters are headings. Linear.
pub(super) fn find(lines: &[Line], fates: &[Fate]) -> Vec<bool> {
    let looks = Looks::of(lines);
    let is_text = |at: usize| fates.get(at) == Some(&Fate::Text);
    let by_look = |longest: usize| {
        let looks = &looks;
        move |at: usize| {
            let next = lines.get(at + 1).filter(|_| is_text(at + 1));
            is_text(at) && is_heading(&lines[at], next, looks, longest)
        }
    };
    let mut found: Vec<bool> = (0..lines.len()).map(by_look(LONGEST)).collect();
    let sisters = Sisters::of(lines.iter().zip(&found));
    for (at, line) in lines.iter().enumerate() {
        found[at] = found[at] || sisters.are_headings(line) && by_look(usize::MAX)(at);
    }
    found
}

/// Lines that are set off and labelled alike, with the headings among them counted.
struct Sisters<'l>(FxHashMap<(Style, &'l str), Counts>);

#[derive(Default)]
struct Counts {
    headings: usize,
    others: usize,
}

impl<'l> Sisters<'l> {
    fn of<'f>(lines: impl Iterator<Item = (&'l Line, &'f bool)>) -> Sisters<'l> {
        let mut families: FxHashMap<_, Counts> = FxHashMap::default();
        for (line, heading) in lines {
            if let Some(family) = family(line) {
                let counts = families.entry(family).or_default();
                if *heading {
                    counts.headings += 1;
                } else {
                    counts.others += 1;
                }
            }
        }
        Sisters(families)
    }

    /// Whether most of the lines that look like this one are headings, more than one.
    fn are_headings(&self, line: &'l Line) -> bool {
        family(line)
            .and_then(|family| self.0.get(&family))
            .is_some_and(|counts| counts.headings > counts.others.max(1))
    }
}

/// What sisters have in common: their looks, and the word that their labels begin with. `None` for
/// a line without a label, and for one that nothing sets off from the text.
fn family(line: &Line) -> Option<(Style, &str)> {
    let label = line.label.as_ref()?;
    let set_off = line.block.bold || line.block.centred || line.is_marked_heading();
    let word = match label.kind {
        LabelKind::Named => label.text.split(char::is_numeric).next().unwrap_or(""),
        _ => "",
    };
    set_off.then(|| (Style::of(line), word))
}

/// Whether the line is a heading by itself; `next` is the line after it.
fn is_heading(line: &Line, next: Option<&Line>, looks: &Looks, longest: usize) -> bool {
    if let Some(said) = line.said.role {
        return matches!(said, SaidRole::Heading(_));
    }
    if matches!(line.said.label, Some(Some(_))) && !line.is_marked_heading() {
        return false;
    }
    let length = line.text.chars().count();
    if line.block.role == Role::Body || length > longest {
        return false;
    }
    let in_parentheses = line
        .label
        .as_ref()
        .is_some_and(|label| label.text.starts_with('('));
    if line.is_marked_heading() {
        // Agreements give outline levels to whole clauses and to their items.
        return !in_parentheses && (!is_clause(line) || length <= SHORT && is_title_like(line));
    }
    let bold = looks.bold && line.block.bold;
    let words = line.text.contains(char::is_alphabetic);
    let open = !line.ends_clause();
    let Some(label) = &line.label else {
        let announces = line.text.ends_with([':', '：']) && length <= LONGEST_PLAIN / 2;
        return words
            && ((bold && (open || announces))
                || (open && line.block.centred && length <= LONGEST_PLAIN)
                || (!looks.any && open && stands_out(line, next)));
    };
    match label.kind {
        LabelKind::Named => bold || open,
        LabelKind::Roman | LabelKind::Letter if in_parentheses => false,
        LabelKind::Roman => open,
        LabelKind::Letter => {
            open && words && (bold || line.block.centred || line.separator == Separator::Tab)
        }
        LabelKind::Number | LabelKind::Dotted if bold => open && words,
        LabelKind::Number | LabelKind::Dotted => {
            !looks.any
                && open
                && words
                && length <= LONGEST_PLAIN
                && next.is_some_and(|next| !continues(label, next))
        }
    }
}

/// Whether the line ends as clauses and the items of a list end.
fn is_clause(line: &Line) -> bool {
    let item = ["; and", "; or", ", and", ", or"]
        .iter()
        .any(|end| line.text.ends_with(end));
    item || line.ends_clause()
}

/// Whether a line with a full stop is still one phrase: `Name of the fund.`
fn is_title_like(line: &Line) -> bool {
    let phrase = line.text.trim_end_matches(['.', ':', '?', '!', '。', '：']);
    phrase != line.text && !phrase.contains(". ") && !phrase.ends_with([';', ','])
}

/// Whether the next line carries on the numbering right away, as the items of a list do.
fn continues(label: &Label, next: &Line) -> bool {
    next.label
        .as_ref()
        .is_some_and(|l| l.kind == label.kind && l.value() > label.value())
        && !next.ends_clause()
}

/// Whether an unlabelled line is a heading by its length and its neighbour alone.
pub(super) fn stands_out(line: &Line, next: Option<&Line>) -> bool {
    let short = line.text.chars().count() <= LONGEST_PLAIN;
    let begins = line
        .text
        .starts_with(|c: char| c.is_uppercase() || (c as u32) > 0x590);
    let introduces = |next: &Line| {
        next.label.is_some() || (next.ends_clause() && next.text.len() > line.text.len())
    };
    short && begins && next.is_some_and(introduces)
}

/// What makes two headings look alike.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Style {
    class: Class,
    role: Option<u8>,
    /// Type size in whole points.
    size: Option<u16>,
    bold: bool,
}

/// The family of a heading's label. The order is from the highest, as far as there is one.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Class {
    /// Annexes, parts, chapters.
    Part,
    /// Articles, actions: a word with a number, inside parts.
    Clause,
    Roman,
    Letter,
    /// `1` has depth 1, `1.1` depth 2.
    Numbered(u8),
    Plain,
}

/// Gives headings their levels, one after the other: a heading that looks like an earlier one has
/// its level; a new look goes below what it follows, unless it is clearly above it.
#[derive(Default)]
pub(super) struct Levels {
    known: FxHashMap<Style, u8>,
    path: Vec<(Style, u8)>,
}

impl Levels {
    /// The level of the next heading, 1 for the highest; never more than one below the heading
    /// before it, unless a person says so.
    pub fn next(&mut self, line: &Line) -> u8 {
        let style = Style::of(line);
        if let Some(SaidRole::Heading(level)) = line.said.role {
            // What a person says of one heading says nothing of others that look like it.
            self.path.retain(|(_, above)| *above < level);
            self.path.push((style, level));
            return level;
        }
        match self.known.get(&style) {
            Some(&level) => self.path.retain(|(_, above)| *above < level),
            None => {
                while let Some((last, _)) = self.path.last() {
                    if last.compared(&style) == Some(Ordering::Greater) {
                        break;
                    }
                    if last.compared(&style).is_none() {
                        break;
                    }
                    self.path.pop();
                }
            }
        }
        let level = self
            .path
            .last()
            .map_or(1, |(_, above)| above.saturating_add(1));
        self.known.entry(style).or_insert(level);
        self.path.push((style, level));
        level
    }
}

impl Style {
    fn of(line: &Line) -> Style {
        Style {
            class: class(line.label.as_ref()),
            role: match line.block.role {
                Role::Heading(level) => Some(level),
                _ => None,
            },
            size: line.block.size.map(|points| points.round() as u16),
            bold: line.block.bold,
        }
    }

    /// Which of two looks is higher, where their kind says so.
    fn compared(&self, other: &Style) -> Option<Ordering> {
        if let (Some(a), Some(b)) = (self.role, other.role) {
            return Some(b.cmp(&a));
        }
        if let (Class::Numbered(a), Class::Numbered(b)) = (self.class, other.class) {
            return Some(b.cmp(&a));
        }
        if let (Some(a), Some(b)) = (self.size, other.size)
            && a != b
        {
            return Some(a.cmp(&b));
        }
        match (self.class, other.class) {
            (a, b) if a == b => Some(Ordering::Equal),
            (Class::Part, _) => Some(Ordering::Greater),
            (_, Class::Part) => Some(Ordering::Less),
            (Class::Plain, _) => Some(Ordering::Less),
            _ => None,
        }
    }
}

fn class(label: Option<&Label>) -> Class {
    let Some(label) = label else {
        return Class::Plain;
    };
    match label.kind {
        LabelKind::Number => Class::Numbered(1),
        LabelKind::Dotted => {
            Class::Numbered(label.text.split('.').count().min(u8::MAX as usize) as u8)
        }
        LabelKind::Letter => Class::Letter,
        LabelKind::Roman => Class::Roman,
        LabelKind::Named => {
            const PARTS: [&str; 18] = [
                "annex",
                "part",
                "chapter",
                "appendix",
                "schedule",
                "title",
                "chapitre",
                "anexo",
                "capítulo",
                "apéndice",
                "прилож",
                "часть",
                "глава",
                "附",
                "المرفق",
                "الجزء",
                "الفصل",
                "partie",
            ];
            let text = label.text.to_lowercase();
            let part = PARTS.iter().any(|word| text.starts_with(word));
            if part || text.ends_with(['章', '部', '編', '编']) {
                Class::Part
            } else {
                Class::Clause
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Block;

    fn levels(headings: &[(&str, Option<f32>)]) -> Vec<u8> {
        let mut levels = Levels::default();
        headings
            .iter()
            .map(|(text, size)| {
                let mut block = Block::new(*text);
                block.bold = true;
                block.size = *size;
                levels.next(&Line::new(block.into()).expect("not empty"))
            })
            .collect()
    }

    fn plain(headings: &[&str]) -> Vec<u8> {
        levels(&headings.iter().map(|h| (*h, None)).collect::<Vec<_>>())
    }

    #[test]
    fn numbers_say_the_level() {
        assert_eq!(
            plain(&["1. Work", "1.1 Roads", "1.2 Ways", "2. Rest"]),
            [1, 2, 2, 1]
        );
        assert_eq!(
            plain(&["I. Work", "A. Roads", "1. Stones", "B. Ways", "II. Rest"]),
            [1, 2, 3, 2, 1]
        );
        assert_eq!(
            plain(&["Annex I", "I. Work", "Annex II", "I. Rest"]),
            [1, 2, 1, 2]
        );
    }

    #[test]
    fn looks_say_the_level() {
        assert_eq!(plain(&["Work", "Rest", "Play"]), [1, 1, 1]);
        assert_eq!(
            plain(&["Introduction", "1. Work", "2. Rest", "Conclusion"]),
            [1, 1, 1, 1]
        );
        assert_eq!(
            levels(&[
                ("Work", Some(12.0)),
                ("Roads", Some(10.2)),
                ("Rest", Some(12.0))
            ]),
            [1, 2, 1]
        );
    }

    #[test]
    fn a_sentence_is_no_heading() {
        let looks = Looks {
            bold: true,
            any: true,
        };
        let line = |text: &str, bold| {
            let mut block = Block::new(text);
            block.bold = bold;
            Line::new(block.into()).expect("not empty")
        };
        let heading = |text: &str, bold| is_heading(&line(text, bold), None, &looks, LONGEST);
        assert!(heading("1. Work and rest", true));
        assert!(heading("Annex", false));
        assert!(!heading("1. We agree to work.", true));
        assert!(!heading("1. We agree", false));
        assert!(!heading("(a) Work", true));
    }

    /// Which of the lines are headings; `true` beside those in bold.
    fn found(lines: &[(&str, bool)]) -> Vec<bool> {
        let line = |(text, bold): &(&str, bool)| {
            let mut block = Block::new(*text);
            block.bold = *bold;
            Line::new(block.into()).expect("not empty")
        };
        let lines: Vec<Line> = lines.iter().map(line).collect();
        find(&lines, &vec![Fate::Text; lines.len()])
    }

    #[test]
    fn a_long_line_is_a_heading_where_its_sisters_are() {
        let body = (
            "4. Boats of every size wait for the tide in a long row. ",
            false,
        );
        let prose = body.0.repeat(20);
        let long = format!(
            "Step 3. We will mend {}",
            "the roof of the house, ".repeat(20)
        );
        let text = |third: (&str, bool), word: &str| {
            let first = format!("{word} 1. We will mend the nets");
            let second = format!("{word} 2. We will mend the boats.");
            let lines = [
                (first.as_str(), true),
                (prose.as_str(), false),
                (second.as_str(), true),
                (prose.as_str(), false),
                third,
                (prose.as_str(), false),
            ];
            found(&lines)[4]
        };
        let action = long.replace("Step", "Action");
        assert!(text((&action, true), "Action"));
        assert!(!text((&action, false), "Action"), "not set off as they are");
        assert!(!text((&action, true), "Objective"), "of another family");
        assert!(!text((&prose, true), "Action"), "another label");
    }
}
