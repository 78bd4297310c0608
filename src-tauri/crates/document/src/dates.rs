//! Dates and months as the seven languages write them.

use std::sync::LazyLock;

/// Months in the order of the year, lower case, in the form that stands in dates; for Arabic the
/// second of the two names in use. Chinese and Japanese number their months.
const MONTHS: [[&str; 12]; 5] = [
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ],
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
    [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيه",
        "يوليه",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
];

/// The number of the month that a word names, 1 to 12, whatever its case. Constant.
pub fn month(word: &str) -> Option<u32> {
    static NUMBERS: LazyLock<Vec<(&str, u32)>> = LazyLock::new(|| {
        let mut months: Vec<_> = (MONTHS.iter())
            .flat_map(|year| year.iter().copied().zip(1..))
            .collect();
        months.sort_unstable();
        months
    });
    let lower = word.to_lowercase();
    let at = NUMBERS
        .binary_search_by_key(&lower.as_str(), |month| month.0)
        .ok()?;
    Some(NUMBERS[at].1)
}

/// The first date in a text, ISO 8601: `16 December 2015`, `le 1er mars 2024`, `2025年12月17日`.
/// Linear.
pub fn date(text: &str) -> Option<String> {
    eastern(text).or_else(|| {
        let words: Vec<&str> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !matches!(*word, "" | "de" | "del" | "г"))
            .collect();
        (0..words.len()).find_map(|at| western(&words[at..]))
    })
}

/// A date at the head of `words`: `16 december 2015`. Arabic texts have another name of the
/// month, of one or two words, between.
fn western(words: &[&str]) -> Option<String> {
    let day: u32 = words.first()?.trim_end_matches("er").parse().ok()?;
    let (at, month) = (1..words.len().min(4)).find_map(|at| Some((at, month(words[at])?)))?;
    if !words[1..at].iter().all(|word| word.chars().all(is_arabic)) {
        return None;
    }
    iso(words.get(at + 1)?.parse().ok()?, month, day)
}

fn is_arabic(c: char) -> bool {
    ('\u{600}'..='\u{6ff}').contains(&c)
}

fn eastern(text: &str) -> Option<String> {
    let (before, after) = text.split_once('年')?;
    let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let year: u32 = before[before.len() - digits..].parse().ok()?;
    let (month, after) = after.split_once('月')?;
    let (day, _) = after.split_once('日')?;
    iso(year, month.trim().parse().ok()?, day.trim().parse().ok()?)
}

fn iso(year: u32, month: u32, day: u32) -> Option<String> {
    let sound =
        (1900..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    sound.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_six_writings() {
        for text in [
            "on 16 December 2015",
            "16\u{a0}décembre 2015",
            "16 de diciembre de 2015",
            "16 декабря 2015 года",
            "2015年12月16日",
            "16 كانون الأول/ديسمبر 2015",
        ] {
            let found = date(text);
            assert_eq!(found.as_deref(), Some("2015-12-16"), "{text}");
        }
        assert_eq!(date("16 apples 2015"), None);
        assert_eq!(date("31 May 1066"), None);
        assert_eq!(date("3 boats in May 2015"), None);
        assert_eq!(date("chapter 4 March"), None);
    }

    #[test]
    fn months_of_five_languages() {
        for word in ["May", "mai", "MAYO", "мая", "مايو"] {
            assert_eq!(month(word), Some(5), "{word}");
        }
        assert_eq!(month("Mayor"), None);
    }
}
