//! Sentences: the first units inside a linked pair of paragraphs.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::Language;

/// Abbreviations after which a sentence goes on, folded, without their last full stop.
const ABBREVIATIONS: &[&str] = &[
    // English
    "add", "al", "approx", "art", "arts", "cf", "ch", "chap", "corr", "dr", "e.g", "ed", "eds",
    "etc", "fig", "i.e", "ibid", "inc", "ltd", "mr", "mrs", "ms", "no", "nos", "op. cit", "p",
    "para", "paras", "pp", "prof", "rev", "sect", "sects", "st", "suppl", "u.n", "u.s", "v", "vol",
    "vols", "vs", // French
    "c.-à-d", "doc", "env", "n", "p. ex", "rés", "suiv", "al", // Spanish
    "apdo", "cap", "núm", "núms", "p. ej", "pág", "págs", "párr", "párrs", "sr",
    "sra", // Russian
    "в", "вв", "г", "гг", "др", "ед", "им", "млн", "млрд", "напр", "п", "пп", "пр", "см", "ср",
    "ст", "стр", "т", "т.д", "т.е", "т.п", "тыс",
];

/// Byte ranges of the sentences of a text. Together they cover it, in order, without gaps (the
/// space after a sentence belongs to it).
///
/// Boundaries are those of UAX #29, without those after abbreviations, initials and list marks,
/// before a lower-case word, and after a quotation that the sentence goes on from. Linear.
pub fn sentences(text: &str, language: &Language) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let end = next_bound(text, start);
        let piece = &text[start..end];
        match out.last_mut() {
            Some(last) if goes_on(&text[last.clone()], piece, language) => last.end = end,
            _ => out.push(start..end),
        }
        start = end;
    }
    out
}

/// The first sentence boundary of UAX #29 after the one at `start`. The rules look at nothing
/// before the character that a terminator follows, so the tables are asked from there on only.
fn next_bound(text: &str, start: usize) -> usize {
    let mut after = start;
    while let Some(found) = first_terminator(&text[after..]) {
        let terminator = after + found;
        // Most paragraphs of resolutions are one sentence, and most others are plain.
        match text.as_bytes()[terminator..] {
            [_] => return text.len(),
            [b'.', b' ', b'A'..=b'Z', ..] => return terminator + 2,
            [b'.', b' ', b'a'..=b'z', ..] => after = terminator + 2,
            _ => {
                let from = start + text[start..terminator].rfind(stands_alone).unwrap_or(0);
                let piece = text[from..].split_sentence_bound_indices().next();
                return piece.map_or(text.len(), |(_, piece)| from + piece.len());
            }
        }
    }
    text.len()
}

/// The first character at which a sentence may end.
fn first_terminator(text: &str) -> Option<usize> {
    let mut from = 0;
    // Most characters of most texts are ASCII letters: these are passed over as bytes.
    while let Some(at) = text.as_bytes()[from..]
        .iter()
        .position(|b| MAY_TERMINATE[*b as usize])
    {
        let c = text[from + at..].chars().next()?;
        if may_terminate(c) {
            return Some(from + at);
        }
        from += at + c.len_utf8();
    }
    None
}

/// Whether a sentence may end at the character that begins with a byte: asked for each of a text.
const MAY_TERMINATE: [bool; 256] = {
    let mut may = [true; 256];
    let mut at = 0;
    while at < 128 {
        may[at] = matches!(at as u8, b'.' | b'!' | b'?' | b'\n' | b'\r');
        at += 1;
    }
    may
};

/// Whether a sentence may end at this character: true of every terminator and separator, and of
/// no letter and none of the quotation marks, dashes and commas that texts are full of.
fn may_terminate(c: char) -> bool {
    if c.is_ascii() {
        matches!(c, '.' | '!' | '?' | '\n' | '\r')
    } else {
        !c.is_alphanumeric()
            && !matches!(
                c,
                '\u{2010}'..='\u{201f}' | '«' | '»' | '\u{a0}' | '、' | '，' | '،'
            )
    }
}

/// Whether the rules look at this character by itself: it is no mark on the one before it.
fn stands_alone(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || c == ' '
        || matches!(c, '\u{3041}'..='\u{3096}' | '\u{4e00}'..='\u{9fff}')
}

/// Whether the sentence `before` does not end where it was cut.
fn goes_on(before: &str, after: &str, language: &Language) -> bool {
    let before = before.trim_end();
    if before.is_empty() {
        return true;
    }
    let next = after.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, '(' | '"' | '“' | '«' | '[')
    });
    if matches!(language.code(), "ja" | "zh") {
        // A quotation inside a sentence: 「…。」と述べ
        return before.ends_with(['」', '』', '）', '”', '》'])
            && next.starts_with(['と', 'の', 'は', 'が', 'を', 'に']);
    }
    if next.starts_with(char::is_lowercase) {
        return true;
    }
    let Some(stem) = before.strip_suffix('.') else {
        return false;
    };
    let word = stem
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '"'))
        .next()
        .unwrap_or(stem);
    let letters = word.chars().count();
    let initial = letters == 1 && word.chars().all(char::is_uppercase);
    // A number that stands alone before the text is a list mark.
    let mark = word.len() == stem.len() && (word.chars().all(char::is_numeric) || letters == 1);
    initial || mark || is_abbreviation(word)
}

/// Bytes of the longest abbreviation.
const LONGEST: usize = {
    let (mut longest, mut at) = (0, 0);
    while at < ABBREVIATIONS.len() {
        if ABBREVIATIONS[at].len() > longest {
            longest = ABBREVIATIONS[at].len();
        }
        at += 1;
    }
    longest
};

fn is_abbreviation(word: &str) -> bool {
    if word.len() > LONGEST {
        return false;
    }
    let folded = word.to_lowercase();
    ABBREVIATIONS.contains(&folded.as_str())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cut<'a>(text: &'a str, language: &str) -> Vec<&'a str> {
        sentences(text, &Language::new(language))
            .into_iter()
            .map(|s| &text[s])
            .collect()
    }

    #[test]
    fn sentences_end_at_full_stops_only() {
        assert_eq!(
            cut("We agree. We go on.", "en"),
            ["We agree. ", "We go on."]
        );
        assert_eq!(
            cut("Trains, see para. 5 and Rev. 2, are late. They wait.", "en").len(),
            2
        );
        assert_eq!(
            cut("J. Doe spoke. All listened.", "en"),
            ["J. Doe spoke. ", "All listened."]
        );
        assert_eq!(cut("1. The train leaves.", "en").len(), 1);
        assert_eq!(cut("В 2015 г. Комитет решил. Он прав.", "ru").len(), 2);
    }

    #[test]
    fn japanese_quotations_do_not_cut() {
        assert_eq!(
            cut("彼は「行く。」と述べた。次に進む。", "ja"),
            ["彼は「行く。」と述べた。", "次に進む。"]
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2048, ..ProptestConfig::default() })]

        #[test]
        fn asking_the_tables_from_terminators_on_changes_nothing(
            text in "[Ab1 ,.!?)\"’“«–、\u{a0}\u{301}\u{200d}\u{85}\u{2028}\n\r。語éж]{0,24}"
        ) {
            let mut bounds = Vec::new();
            let mut at = 0;
            while at < text.len() {
                at = next_bound(&text, at);
                bounds.push(at);
            }
            let by_tables: Vec<usize> = text
                .split_sentence_bound_indices()
                .map(|(at, piece)| at + piece.len())
                .collect();
            prop_assert_eq!(bounds, by_tables);
        }

        #[test]
        fn sentences_cover_any_text(text in "[A-Za-z.!?。」 「\\n0-9と]{0,60}", language in "en|ja|ru") {
            let mut at = 0;
            for sentence in sentences(&text, &Language::new(&language)) {
                prop_assert_eq!(sentence.start, at);
                prop_assert!(sentence.end > at);
                at = sentence.end;
            }
            prop_assert_eq!(at, text.len());
        }
    }
}
