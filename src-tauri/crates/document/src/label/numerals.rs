//! Numbers in the writings that labels use: decimal digits of several scripts, Roman numerals,
//! letters of an alphabet, Chinese numerals.

use unicode_normalization::UnicodeNormalization;

/// Chinese numerals from one to nine, then the multipliers ten and hundred.
const CHINESE: &str = "一二三四五六七八九";

/// Alphabets in the order in which items are lettered. Arabic letters items in the old
/// numerical order.
const ALPHABETS: [&str; 3] = [
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзиклмнопрстуфхцчшщэюя",
    "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
];

/// The parts of a Roman numeral, the greatest first.
const ROMAN: [(&str, u32); 9] = [
    ("c", 100),
    ("xc", 90),
    ("l", 50),
    ("xl", 40),
    ("x", 10),
    ("ix", 9),
    ("v", 5),
    ("iv", 4),
    ("i", 1),
];

/// Value of a decimal digit: ASCII, full-width, Arabic-Indic and its eastern variant.
pub(crate) fn digit(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{ff10}'..='\u{ff19}' => '\u{ff10}',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        _ => return None,
    };
    Some(c as u32 - zero as u32)
}

/// Value of a Roman numeral below 400 in one case; `None` for anything that is not written the
/// usual way (`iix`, `vv`).
pub(crate) fn roman(text: &str) -> Option<u32> {
    let lower = text.to_ascii_lowercase();
    if lower.is_empty() || (lower != text && text.to_ascii_uppercase() != text) {
        return None;
    }
    let (mut rest, mut value) = (lower.as_str(), 0);
    for (letters, worth) in ROMAN {
        let repeats = if matches!(worth, 1 | 10 | 100) { 3 } else { 1 };
        for _ in 0..repeats {
            match rest.strip_prefix(letters) {
                Some(after) => (rest, value) = (after, value + worth),
                None => break,
            }
        }
    }
    // Writing the value again is what refuses forms like `ixi`.
    (rest.is_empty() && roman_numeral(value).as_deref() == Some(&*lower)).then_some(value)
}

/// A Roman numeral in lower case, as lists are numbered with; `None` for 0 and from 400 on.
pub fn roman_numeral(value: u32) -> Option<String> {
    if !(1..400).contains(&value) {
        return None;
    }
    let mut left = value;
    let mut out = String::new();
    for (letters, worth) in ROMAN {
        while left >= worth {
            out.push_str(letters);
            left -= worth;
        }
    }
    Some(out)
}

/// Value of a letter label: `a` is 1, `z` 26, and doubled letters go on, `aa` 27, `bb` 28.
/// Latin, Cyrillic and Arabic, either case.
pub(crate) fn letters(text: &str) -> Option<u32> {
    if text.is_ascii() {
        return doubled(text.chars().map(|c| c.to_ascii_lowercase()));
    }
    // Arabic texts also use the joined shapes as characters of their own.
    doubled(
        text.nfkc()
            .flat_map(char::to_lowercase)
            .filter(|c| *c != '\u{640}'),
    )
}

/// Value of one letter in lower case, once or up to three times.
fn doubled(mut chars: impl Iterator<Item = char>) -> Option<u32> {
    let first = chars.next()?;
    let first = if first == '\u{627}' { '\u{623}' } else { first };
    let mut doublings = 0;
    for c in chars {
        // Arabic writes the fifth letter with a joiner after it, to keep its joined shape.
        if c == '\u{200d}' {
            continue;
        }
        if c != first || doublings == 2 {
            return None;
        }
        doublings += 1;
    }
    ALPHABETS.iter().find_map(|alphabet| {
        let at = alphabet.chars().position(|c| c == first)? as u32;
        Some(doublings * alphabet.chars().count() as u32 + at + 1)
    })
}

/// Value of a Chinese numeral below 1000: `十二`, `二十`, `一百零三`.
pub(crate) fn chinese(text: &str) -> Option<u32> {
    let (mut total, mut unit) = (0, 0);
    for c in text.chars() {
        match c {
            '十' => {
                total += unit.max(1) * 10;
                unit = 0;
            }
            '百' => {
                total += unit.max(1) * 100;
                unit = 0;
            }
            '零' | '〇' => {}
            c => unit = CHINESE.chars().position(|x| x == c)? as u32 + 1,
        }
    }
    (total + unit > 0).then_some(total + unit)
}

/// Numbers that some headings write as words, one to ten; several forms of one number stand
/// together, apart by a space.
const WORDS: [[&str; 10]; 6] = [
    [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ],
    [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth",
    ],
    [
        "premier première",
        "deuxième second seconde",
        "troisième",
        "quatrième",
        "cinquième",
        "sixième",
        "septième",
        "huitième",
        "neuvième",
        "dixième",
    ],
    [
        "primero primera",
        "segundo segunda",
        "tercero tercera",
        "cuarto cuarta",
        "quinto quinta",
        "sexto sexta",
        "séptimo séptima",
        "octavo octava",
        "noveno novena",
        "décimo décima",
    ],
    [
        "первая первый первое",
        "вторая второй второе",
        "третья третий третье",
        "четвертая четвертый четвёртая четвёртый",
        "пятая пятый",
        "шестая шестой",
        "седьмая седьмой",
        "восьмая восьмой",
        "девятая девятый",
        "десятая десятый",
    ],
    [
        "الأول الأولى",
        "الثاني الثانية",
        "الثالث الثالثة",
        "الرابع الرابعة",
        "الخامس الخامسة",
        "السادس السادسة",
        "السابع السابعة",
        "الثامن الثامنة",
        "التاسع التاسعة",
        "العاشر العاشرة",
    ],
];

/// Value of a number that is written as a word, whatever its case: `One`, `premier`, `الأولى`.
pub(crate) fn word(text: &str) -> Option<u32> {
    let lower = text.to_lowercase();
    WORDS.iter().find_map(|row| {
        let at = row
            .iter()
            .position(|forms| forms.split(' ').any(|form| form == lower))?;
        Some(at as u32 + 1)
    })
}

/// Whether a character is part of a Chinese numeral.
pub(crate) fn is_chinese_numeral(c: char) -> bool {
    !c.is_ascii() && (CHINESE.contains(c) || matches!(c, '十' | '百' | '零' | '〇'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn roman_numerals_are_read_as_written() {
        assert_eq!(roman("iv"), Some(4));
        assert_eq!(roman("XIX"), Some(19));
        for wrong in ["", "iix", "vv", "Iv", "abc", "ixi", "iiii"] {
            assert_eq!(roman(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn letters_go_on_after_the_alphabet() {
        assert_eq!(letters("a"), Some(1));
        assert_eq!(letters("z"), Some(26));
        assert_eq!(letters("bb"), Some(28));
        assert_eq!(letters("ab"), None);
        assert_eq!(letters("в"), Some(3));
        assert_eq!(letters("ج"), Some(3));
        assert_eq!(letters("\u{feeb}"), Some(5));
    }

    #[test]
    fn chinese_numerals() {
        for (text, value) in [
            ("一", 1),
            ("十", 10),
            ("十二", 12),
            ("二十", 20),
            ("一百零三", 103),
        ] {
            assert_eq!(chinese(text), Some(value), "{text}");
        }
        assert_eq!(chinese("人"), None);
    }

    #[test]
    fn number_words() {
        for text in ["One", "First", "premier", "primero", "ПЕРВАЯ", "الأولى"] {
            assert_eq!(word(text), Some(1), "{text}");
        }
        assert_eq!(word("last"), None);
    }

    proptest! {
        #[test]
        fn a_written_roman_numeral_is_read_back(value in 1u32..390) {
            prop_assert_eq!(roman_numeral(value).and_then(|text| roman(&text)), Some(value));
        }
    }
}
