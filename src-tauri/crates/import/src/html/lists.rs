//! The numbers that a browser prints before the items of an ordered list.

use ego_tree::NodeRef;
use scraper::Node;
use wsis_document::roman_numeral;

use super::content::says;
use super::{attribute, name};

/// How the items of a list are numbered.
#[derive(Clone, Copy)]
enum Style {
    Decimal,
    LowerLetter,
    UpperLetter,
    LowerRoman,
    UpperRoman,
    /// Bullets, or nothing.
    None,
}

/// Counts the items of one list.
pub(super) struct Counter {
    style: Style,
    next: i64,
    step: i64,
}

impl Counter {
    /// For a list element. A list that counts down needs to know its items.
    pub fn of(list: &NodeRef<'_, Node>) -> Counter {
        let style = if name(list) == "ol" {
            style(list).unwrap_or(Style::Decimal)
        } else {
            style(list).unwrap_or(Style::None)
        };
        let start = attribute(list, "start").and_then(|start| start.trim().parse().ok());
        let down = attribute(list, "reversed").is_some();
        let items = || list.children().filter(|item| name(item) == "li").count() as i64;
        Counter {
            style,
            next: start.unwrap_or_else(|| if down { items() } else { 1 }),
            step: if down { -1 } else { 1 },
        }
    }

    /// What is printed before the next item. Lower-case letters and numerals get the parentheses
    /// that tell items from headings.
    pub fn next(&mut self, item: &NodeRef<'_, Node>) -> Option<String> {
        if let Some(value) = attribute(item, "value").and_then(|value| value.trim().parse().ok()) {
            self.next = value;
        }
        let number = self.next;
        self.next = number.saturating_add(self.step);
        let value = u32::try_from(number).ok().filter(|value| *value > 0)?;
        match style(item).unwrap_or(self.style) {
            Style::Decimal => Some(format!("{value}.")),
            Style::LowerLetter => letters(value).map(|text| format!("({text})")),
            Style::UpperLetter => letters(value).map(|text| format!("{}.", text.to_uppercase())),
            Style::LowerRoman => roman_numeral(value).map(|text| format!("({text})")),
            Style::UpperRoman => {
                roman_numeral(value).map(|text| format!("{}.", text.to_uppercase()))
            }
            Style::None => None,
        }
    }
}

/// What the element itself says, by its `type` or its style.
fn style(node: &NodeRef<'_, Node>) -> Option<Style> {
    const NAMES: [(&str, Style); 11] = [
        ("none", Style::None),
        ("disc", Style::None),
        ("circle", Style::None),
        ("square", Style::None),
        ("decimal", Style::Decimal),
        ("lower-alpha", Style::LowerLetter),
        ("lower-latin", Style::LowerLetter),
        ("upper-alpha", Style::UpperLetter),
        ("upper-latin", Style::UpperLetter),
        ("lower-roman", Style::LowerRoman),
        ("upper-roman", Style::UpperRoman),
    ];
    let by_style = attribute(node, "style").and_then(|css| {
        let named = NAMES.iter().find(|(value, _)| {
            says(css, "list-style-type", value) || says(css, "list-style", value)
        });
        named.map(|(_, style)| *style)
    });
    by_style.or_else(|| match attribute(node, "type")?.trim() {
        "1" => Some(Style::Decimal),
        "a" => Some(Style::LowerLetter),
        "A" => Some(Style::UpperLetter),
        "i" => Some(Style::LowerRoman),
        "I" => Some(Style::UpperRoman),
        _ => Some(Style::None),
    })
}

/// `a` … `z`, `aa`, `bb` …, as the texts letter their items; browsers would go on with `ab`.
fn letters(value: u32) -> Option<String> {
    let (round, place) = ((value - 1) / 26, (value - 1) % 26);
    let letter = char::from_u32('a' as u32 + place)?;
    (round < 3).then(|| letter.to_string().repeat(round as usize + 1))
}
