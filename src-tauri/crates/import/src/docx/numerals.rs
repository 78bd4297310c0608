//! Numbers in the formats of automatic numbering (`ST_NumberFormat`, ECMA-376 part 1, 17.18.59).

/// Japanese syllables in the order of a dictionary.
const AIUEO: &str =
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";

/// Japanese syllables in the order of the poem.
const IROHA: &str = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス";

/// The ten heavenly stems and the twelve earthly branches.
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";

/// Arabic letters in the order of their values and of the alphabet.
const ABJAD: &str = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
const ARABIC: &str = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي";

/// Russian letters that are used for lists.
const RUSSIAN: &str = "абвгдежзиклмнопрстуфхцчшщэюя";

/// Hebrew letters; the value of a number is their sum.
const HEBREW: [(u32, char); 22] = [
    (400, 'ת'),
    (300, 'ש'),
    (200, 'ר'),
    (100, 'ק'),
    (90, 'צ'),
    (80, 'פ'),
    (70, 'ע'),
    (60, 'ס'),
    (50, 'נ'),
    (40, 'מ'),
    (30, 'ל'),
    (20, 'כ'),
    (10, 'י'),
    (9, 'ט'),
    (8, 'ח'),
    (7, 'ז'),
    (6, 'ו'),
    (5, 'ה'),
    (4, 'ד'),
    (3, 'ג'),
    (2, 'ב'),
    (1, 'א'),
];

/// A number in one of Word's formats; a format that is not known is written in Arabic digits, as
/// Word itself does.
pub(super) fn write(number: u32, format: &str) -> String {
    match format {
        "lowerLetter" => repeated("abcdefghijklmnopqrstuvwxyz", number),
        "upperLetter" => repeated("ABCDEFGHIJKLMNOPQRSTUVWXYZ", number),
        "lowerRoman" => roman(number),
        "upperRoman" => roman(number).to_uppercase(),
        "russianLower" => repeated(RUSSIAN, number),
        "russianUpper" => repeated(RUSSIAN, number).to_uppercase(),
        "arabicAlpha" => repeated(ARABIC, number),
        "arabicAbjad" => repeated(ABJAD, number),
        "hebrew1" => hebrew(number),
        "none" => String::new(),
        "decimalZero" => format!("{number:02}"),
        "ordinal" => format!("{number}{}", english_ending(number)),
        "numberInDash" => format!("- {number} -"),
        "decimalFullWidth" | "decimalFullWidth2" => digits(number, '０'),
        "hindiNumbers" => digits(number, '०'),
        "thaiNumbers" => digits(number, '๐'),
        "aiueoFullWidth" | "aiueo" => cyclic(AIUEO, number),
        "irohaFullWidth" | "iroha" => cyclic(IROHA, number),
        "ideographTraditional" => cyclic(STEMS, number),
        "ideographZodiac" => cyclic(BRANCHES, number),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => enclosed(number, '①', 20),
        "decimalEnclosedFullstop" => enclosed(number, '⒈', 20),
        "decimalEnclosedParen" => enclosed(number, '⑴', 20),
        "ideographEnclosedCircle" => enclosed(number, '㊀', 10),
        "ideographDigital"
        | "japaneseDigitalTenThousand"
        | "taiwaneseDigital"
        | "koreanDigital2" => ideographs(number),
        "japaneseCounting" => counting(number, &JAPANESE),
        "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => counting(number, &CHINESE),
        "japaneseLegal" | "chineseLegalSimplified" | "ideographLegalTraditional" => {
            counting(number, &LEGAL)
        }
        _ => number.to_string(),
    }
}

/// The letter of the number; the alphabet doubled, tripled and so on beyond its end.
fn repeated(alphabet: &str, number: u32) -> String {
    let length = alphabet.chars().count() as u32;
    let index = number.max(1) - 1;
    let letter = alphabet.chars().nth((index % length) as usize);
    let times = (index / length + 1).min(8) as usize;
    std::iter::repeat_n(letter, times).flatten().collect()
}

/// The letter of the number, from the beginning again beyond the end.
fn cyclic(alphabet: &str, number: u32) -> String {
    let length = alphabet.chars().count() as u32;
    let index = (number.max(1) - 1) % length;
    alphabet.chars().nth(index as usize).into_iter().collect()
}

/// Decimal in other digits, `zero` being the first of them.
fn digits(number: u32, zero: char) -> String {
    let other = |digit: char| {
        let value = digit.to_digit(10).unwrap_or_default();
        char::from_u32(zero as u32 + value)
    };
    number.to_string().chars().filter_map(other).collect()
}

/// One of a row of ready-made characters; decimal beyond its end.
fn enclosed(number: u32, first: char, count: u32) -> String {
    match number {
        n if (1..=count).contains(&n) => char::from_u32(first as u32 + n - 1).into_iter().collect(),
        _ => number.to_string(),
    }
}

/// A Roman numeral in lower case; Word stops at 3999 too.
pub(super) fn roman(mut number: u32) -> String {
    const PARTS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    number = number.min(3999);
    let mut out = String::new();
    for (value, letters) in PARTS {
        while number >= value {
            out.push_str(letters);
            number -= value;
        }
    }
    out
}

fn hebrew(number: u32) -> String {
    let mut rest = number.min(999);
    let mut out = String::new();
    while rest > 0 {
        // The letters of 15 and 16 would begin a name that is not written.
        if rest == 15 || rest == 16 {
            out.push('ט');
            rest -= 9;
        }
        if let Some((value, letter)) = HEBREW.iter().find(|(value, _)| *value <= rest) {
            out.push(*letter);
            rest -= value;
        }
    }
    out
}

fn english_ending(number: u32) -> &'static str {
    match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

/// Chinese digits one by one: 二〇.
fn ideographs(number: u32) -> String {
    const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let digit = |digit: char| DIGITS.get(digit.to_digit(10)? as usize).copied();
    number.to_string().chars().filter_map(digit).collect()
}

/// Digits and the signs for tens, hundreds and thousands.
struct Signs {
    digits: [&'static str; 10],
    powers: [&'static str; 4],
    /// Numbers up to this one write a power without a one before it.
    bare_up_to: u32,
    /// Stands for zeros between other digits.
    zero: &'static str,
}

const JAPANESE: Signs = Signs {
    digits: ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"],
    powers: ["", "十", "百", "千"],
    bare_up_to: 9999,
    zero: "",
};

const CHINESE: Signs = Signs {
    bare_up_to: 19,
    zero: "零",
    ..JAPANESE
};

const LEGAL: Signs = Signs {
    digits: ["", "壱", "弐", "参", "四", "五", "六", "七", "八", "九"],
    powers: ["", "拾", "百", "千"],
    bare_up_to: 0,
    zero: "",
};

/// Chinese numerals up to 9999; decimal beyond.
fn counting(number: u32, signs: &Signs) -> String {
    if !(1..=9999).contains(&number) {
        return number.to_string();
    }
    let mut out = String::new();
    let mut skipped = false;
    for power in (0..4).rev() {
        let digit = number / 10u32.pow(power) % 10;
        if digit == 0 {
            skipped = !out.is_empty();
            continue;
        }
        if std::mem::take(&mut skipped) {
            out.push_str(signs.zero);
        }
        if digit > 1 || power == 0 || number > signs.bare_up_to {
            out.push_str(signs.digits[digit as usize]);
        }
        out.push_str(signs.powers[power as usize]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_writes_what_word_prints() {
        let cases = [
            (28, "lowerLetter", "bb"),
            (14, "upperRoman", "XIV"),
            (3, "decimalZero", "03"),
            (22, "ordinal", "22nd"),
            (112, "ordinal", "112th"),
            (21, "chineseCounting", "二十一"),
            (10, "japaneseCounting", "十"),
            (110, "japaneseCounting", "百十"),
            (110, "chineseCountingThousand", "一百一十"),
            (105, "taiwaneseCounting", "一百零五"),
            (20, "ideographDigital", "二〇"),
            (12, "japaneseLegal", "壱拾弐"),
            (12, "decimalFullWidth", "１２"),
            (47, "aiueo", "ア"),
            (2, "iroha", "ロ"),
            (3, "ideographTraditional", "丙"),
            (2, "arabicAbjad", "ب"),
            (3, "arabicAlpha", "ت"),
            (10, "hindiNumbers", "१०"),
            (16, "hebrew1", "טז"),
            (7, "decimalEnclosedCircle", "⑦"),
            (21, "decimalEnclosedCircle", "21"),
            (2, "russianLower", "б"),
            (5, "unheardOf", "5"),
        ];
        for (number, format, printed) in cases {
            assert_eq!(write(number, format), printed, "{format}");
        }
    }
}
