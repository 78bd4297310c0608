//! One part of a symbol, between two slashes.

use super::{Session, Suffix, SuffixKind};

/// Words that are not written in capitals, by where they stand.
const TITLE_CASE: [&str; 10] = [
    "Add",
    "Amend",
    "Corr",
    "Rev",
    "Sub",
    "Part",
    "Sect",
    "Suppl",
    "Vol",
    "Resumption",
];

/// Bodies that a number follows: committees, commissions, conferences, working groups.
const BODIES: [&str; 10] = [
    "AC", "C", "CN", "COM", "CONF", "EA", "GC", "SC", "Sub", "WG",
];

/// Words that name a series of documents, not a body.
const SERIES: [&str; 14] = [
    "CRP", "DEC", "INF", "L", "MIN", "NGO", "PET", "PRST", "PV", "RES", "RFC", "SR", "SUM", "WP",
];

/// How a part is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// `RES`, `HRC`; with a group: `EX(75)`.
    Word,
    /// `C.2`, `L.41`, `Add.1`, `PC.II`.
    Dotted,
    /// `80`, `173`, `217(III)`, `6A`.
    Number,
    /// `S-10`, `ES-11`.
    Special,
}

/// A part, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// As it is printed.
    pub text: String,
    pub shape: Shape,
    /// The number that a [`Shape::Number`] begins with.
    pub number: Option<u32>,
    /// A session or year that the part names beyond doubt.
    pub session: Option<Session>,
    pub suffix: Option<Suffix>,
}

impl Part {
    /// Whether it holds a number.
    pub fn is_numbered(&self) -> bool {
        self.text.bytes().any(|b| b.is_ascii_digit())
    }

    /// Whether it can name an organ or one of its bodies.
    pub fn is_body(&self) -> bool {
        let name = self.text.split(['.', '(']).next().unwrap_or_default();
        match self.shape {
            Shape::Word => !SERIES.contains(&name),
            Shape::Dotted => BODIES.contains(&name),
            Shape::Number | Shape::Special => false,
        }
    }
}

/// Reads a part that holds ASCII letters, digits and `. ( ) -` only.
pub(super) fn read(text: &str) -> Option<Part> {
    let (plain, groups) = match text.find('(') {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    let (groups, letter) = split_groups(groups)?;
    let letters = plain.bytes().take_while(u8::is_ascii_alphabetic).count();
    let digits = plain.bytes().take_while(u8::is_ascii_digit).count();
    let (name, rest) = plain.split_at(letters);
    let mut part = Part {
        text: String::new(),
        shape: Shape::Word,
        number: None,
        session: None,
        suffix: None,
    };
    if (1..=12).contains(&letters) && rest.is_empty() && letter.is_none() {
        part.text = cased(name);
    } else if let (1..=8, Some(value)) = (letters, rest.strip_prefix('.')) {
        if !is_value(value) {
            return None;
        }
        part.shape = Shape::Dotted;
        part.text = format!("{}.{}", cased(name), value.to_ascii_uppercase());
        part.suffix = suffix(&part.text);
        if suffix_kind(&cased(name)).is_some() && part.suffix.is_none() {
            return None;
        }
    } else if let (Some(kind), Some(number)) = (special(name), rest.strip_prefix('-')) {
        if !groups.is_empty() {
            return None;
        }
        part.shape = Shape::Special;
        part.session = Some(kind(count(number, 3)?));
        part.text = plain.to_ascii_uppercase();
    } else if (1..=6).contains(&digits) && is_letter_or_nothing(&plain[digits..]) {
        part.shape = Shape::Number;
        part.number = plain[..digits].parse().ok();
        part.session = groups.iter().find_map(|group| group_session(group));
        part.text = plain.to_ascii_uppercase();
    } else {
        return None;
    }
    for group in &groups {
        part.text.push_str(&format!("({group})"));
    }
    part.text.extend(letter);
    Some(part)
}

/// `(III)`, `(Part I)(Sect. 2)`: what stands in the brackets, as it is printed, and a letter after
/// the last.
fn split_groups(mut text: &str) -> Option<(Vec<String>, Option<char>)> {
    let mut groups = Vec::new();
    while let Some(rest) = text.strip_prefix('(') {
        let (inside, after) = rest.split_once(')')?;
        let fits = |b: u8| b.is_ascii_alphanumeric() || b == b'.' || b == b'-';
        if inside.is_empty() || inside.len() > 20 || !inside.bytes().all(fits) {
            return None;
        }
        groups.push(cased_group(inside));
        text = after;
    }
    let letter = text.chars().next().map(|c| c.to_ascii_uppercase());
    (text.is_empty() || (is_letter_or_nothing(text) && !groups.is_empty()))
        .then_some((groups, letter))
}

fn is_letter_or_nothing(text: &str) -> bool {
    text.is_empty() || (text.len() == 1 && text.bytes().all(|b| b.is_ascii_alphabetic()))
}

/// What follows the full stop: `41`, `1A`, `II`.
fn is_value(text: &str) -> bool {
    (1..=6).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric())
}

fn cased(name: &str) -> String {
    TITLE_CASE
        .iter()
        .find(|known| known.eq_ignore_ascii_case(name))
        .map_or_else(|| name.to_ascii_uppercase(), |known| (*known).to_owned())
}

/// `PartI`, `Sect.24`: a known word and what follows it, with or without a full stop.
fn cased_group(text: &str) -> String {
    let known = TITLE_CASE.iter().find(|word| {
        text.get(..word.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(word))
    });
    match known {
        Some(word) => format!("{word}{}", text[word.len()..].to_ascii_uppercase()),
        None => text.to_ascii_uppercase(),
    }
}

fn suffix_kind(name: &str) -> Option<SuffixKind> {
    match name {
        "Rev" => Some(SuffixKind::Revision),
        "Add" => Some(SuffixKind::Addendum),
        "Corr" => Some(SuffixKind::Corrigendum),
        "Amend" => Some(SuffixKind::Amendment),
        _ => None,
    }
}

fn suffix(text: &str) -> Option<Suffix> {
    let (name, value) = text.split_once('.')?;
    let digits = value.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    Some(Suffix {
        kind: suffix_kind(name)?,
        number: count(digits, 4)?,
    })
}

fn special(name: &str) -> Option<fn(u16) -> Session> {
    match name {
        "S" | "s" => Some(Session::Special),
        _ if name.eq_ignore_ascii_case("ES") => Some(Session::Emergency),
        _ => None,
    }
}

/// `III`, `S-VI`, `ES-I`, `2024`.
fn group_session(group: &str) -> Option<Session> {
    if let Some((kind, number)) = group.split_once('-') {
        return Some(special(kind)?(from_roman(number)?));
    }
    if let Some(year) = count(group, 4).filter(|year| (1946..2200).contains(year)) {
        return Some(Session::Year(year));
    }
    from_roman(group).map(Session::Regular)
}

/// A number above 0 of at most `digits` digits.
fn count(text: &str, digits: usize) -> Option<u16> {
    let fits = text.len() <= digits && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|n| fits && *n > 0)
}

const ROMAN: [(&str, u16); 9] = [
    ("C", 100),
    ("XC", 90),
    ("L", 50),
    ("XL", 40),
    ("X", 10),
    ("IX", 9),
    ("V", 5),
    ("IV", 4),
    ("I", 1),
];

/// A Roman numeral, below 400.
pub(super) fn roman(mut number: u16) -> String {
    let mut text = String::new();
    for (letters, value) in ROMAN {
        while number >= value {
            text.push_str(letters);
            number -= value;
        }
    }
    text
}

/// The value of a Roman numeral in capitals, below 400; `None` for one that nobody would write.
fn from_roman(text: &str) -> Option<u16> {
    let (mut rest, mut number) = (text, 0);
    for (letters, value) in ROMAN {
        while let Some(after) = rest.strip_prefix(letters) {
            number += value;
            rest = after;
        }
    }
    (rest.is_empty() && number > 0 && number < 400 && roman(number) == text).then_some(number)
}
