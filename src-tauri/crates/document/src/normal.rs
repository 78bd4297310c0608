//! Two ways of making texts alike: [`normalize`] for the text that is kept and shown, [`fold`]
//! for keys that are only compared.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick, is_nfkc_quick};

/// The form in which texts are stored: NFC, every run of white space (line ends, tabs, no-break
/// spaces) one space, no space at the ends, no soft hyphens, no zero-width spaces or byte-order
/// marks. A non-breaking hyphen becomes a hyphen, as a no-break space becomes a space: both only
/// say where a line may end, and typesetters put them in differently from one printing of a text
/// to the next. Joiners and direction marks that change how a word is written are kept.
///
/// Kangxi radicals and the joined shapes of Arabic letters, which some fonts and converters leave
/// in place of the characters they show, become those characters.
///
/// Linear; most texts are in NFC already, which is quicker to see than to make.
pub fn normalize(text: &str) -> String {
    if let Some(spaced) = spaced(text) {
        return spaced;
    }
    if text.contains(is_shape) {
        let plain: String = text.chars().flat_map(character_of).collect();
        return tidy(plain.nfc(), plain.len());
    }
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => tidy(text.chars(), text.len()),
        IsNormalized::No | IsNormalized::Maybe => tidy(text.nfc(), text.len()),
    }
}

/// Bytes that are looked at in one go.
const LANE: usize = 16;

/// The stored form of a text of settled characters, in which only the white space is to be made
/// single; `None` for any other text. What stands between two places that change is taken over as
/// it is.
fn spaced(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(text.len());
    // Where the part begins that is yet to be taken over, and whether white space stands before
    // `at`.
    let (mut from, mut at, mut space) = (0, 0, true);
    while at < bytes.len() {
        if let Some(lane) = bytes[at..].first_chunk()
            && is_plain(lane)
            && !(space && lane[0] == b' ')
        {
            at += LANE;
            space = lane[LANE - 1] == b' ';
            continue;
        }
        let end = at + LANE;
        for c in text[at..].chars() {
            let start = at;
            at += c.len_utf8();
            if is_settled(c) {
                space = false;
            } else if c == ' ' && !space {
                space = true;
            } else if c.is_whitespace() {
                out.push_str(&text[from..start]);
                if !space {
                    out.push(' ');
                }
                (from, space) = (at, true);
            } else {
                return None;
            }
            if at >= end {
                break;
            }
        }
    }
    out.push_str(&text[from..]);
    if space {
        out.pop();
    }
    Some(out)
}

/// Whether a lane, and the byte behind it, are printed ASCII with single spaces. Without an end at
/// the first byte that is not, so that the lane is looked at as one.
fn is_plain(lane: &[u8; LANE + 1]) -> bool {
    let mut odd = 0;
    for at in 0..LANE {
        let double = u8::from(lane[at] == b' ') & u8::from(lane[at + 1] == b' ');
        odd |= double | u8::from(!matches!(lane[at], b' '..=b'~'));
    }
    odd == 0
}

/// Whether a character is printed and stays what it is wherever it stands: most of those that the
/// texts of the seven languages are written with.
fn is_settled(c: char) -> bool {
    matches!(c,
        '!'..='~'
        | '\u{a1}'..='\u{ac}'
        | '\u{ae}'..='\u{2ff}'
        | '\u{400}'..='\u{482}'
        | '\u{48a}'..='\u{52f}'
        | '\u{60c}'
        | '\u{61b}'
        | '\u{61f}'..='\u{64a}'
        | '\u{660}'..='\u{66d}'
        | '\u{2012}'..='\u{2027}'
        | '\u{3001}'..='\u{3029}'
        | '\u{3041}'..='\u{3096}'
        | '\u{30a0}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{ff01}'..='\u{ff65}')
}

/// Whether a character only shows another one: a radical, a joined shape or a ligature of Arabic.
fn is_shape(c: char) -> bool {
    matches!(c as u32, 0x2e80..=0x2fd5 | 0xfb50..=0xfd3d | 0xfd50..=0xfdf1 | 0xfe70..=0xfefc)
}

/// The characters that a shape stands for; anything else as it is.
fn character_of(c: char) -> impl Iterator<Item = char> {
    let (shape, other) = if is_shape(c) {
        (Some(c), None)
    } else {
        (None, Some(c))
    };
    shape.into_iter().nfkc().chain(other)
}

/// Characters with their white space made single, and without those that only say where a line
/// may end. `length` is about how many bytes there are.
fn tidy(chars: impl Iterator<Item = char>, length: usize) -> String {
    let mut out = String::with_capacity(length);
    let mut gap = false;
    for c in chars {
        if c.is_whitespace() {
            gap = true;
        } else if !matches!(c, '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{2060}') && !c.is_control() {
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            out.push(if c == '\u{2011}' { '-' } else { c });
        }
    }
    out
}

/// The form in which words are compared: NFKC, lower case, quotes, dashes and hyphens folded to
/// their ASCII forms, Arabic tatweel and vowel marks dropped.
pub fn fold(text: &str) -> String {
    // What the rules below come to for ASCII.
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    match is_nfkc_quick(text.chars()) {
        IsNormalized::Yes => folded(text.chars(), text.len()),
        IsNormalized::No | IsNormalized::Maybe => folded(text.nfkc(), text.len()),
    }
}

/// [`fold`], but for the NFKC. `length` is about how many bytes there are.
fn folded(chars: impl Iterator<Item = char>, length: usize) -> String {
    let mut out = String::with_capacity(length);
    for c in chars {
        match c {
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2032}' => out.push('\''),
            '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}' => out.push('"'),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
            '\u{ad}' | '\u{640}' | '\u{64b}'..='\u{652}' | '\u{200b}'..='\u{200f}' => {}
            c => out.extend(c.to_lowercase()),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::char::canonical_combining_class;

    use super::*;

    #[test]
    fn normalize_keeps_the_words_and_one_space() {
        assert_eq!(normalize(" 16\u{a0}December\n 2015 "), "16 December 2015");
        assert_eq!(normalize("follow\u{2011}up"), "follow-up");
        assert_eq!(normalize("e\u{301}tat"), "état");
    }

    #[test]
    fn settled_characters_are_left_alone_by_every_rule() {
        for c in (char::MIN..=char::MAX).filter(|c| is_settled(*c)) {
            assert_eq!(is_nfc_quick(std::iter::once(c)), IsNormalized::Yes, "{c:?}");
            assert_eq!(canonical_combining_class(c), 0, "{c:?}");
            assert!(!is_shape(c), "{c:?}");
            assert_eq!(tidy(std::iter::once(c), 4), c.to_string(), "{c:?}");
        }
    }

    #[test]
    fn shapes_become_the_characters_they_show() {
        assert_eq!(normalize("\u{2f42}\u{2f00}"), "文一");
        assert_eq!(normalize("\u{fedf}\u{fe92}"), "لب");
        assert_eq!(normalize("\u{fefb}"), "لا");
        // Full-width forms are written on purpose.
        assert_eq!(normalize("１２（Ａ）"), "１２（Ａ）");
    }

    #[test]
    fn fold_makes_typographic_variants_equal() {
        assert_eq!(fold("Follow\u{2011}up"), fold("follow-up"));
        assert_eq!(fold("“États”"), fold("\"états\""));
        assert_eq!(fold("１２"), "12");
    }

    proptest! {
        #[test]
        fn white_space_is_single_wherever_it_stands(
            text in "(boats at rest|ab|[a ]{1,3}| |\t|\u{a0}|’|é|港){0,30}"
        ) {
            let words: Vec<&str> = text.split_whitespace().collect();
            prop_assert_eq!(normalize(&text), words.join(" "));
        }

        #[test]
        fn texts_that_are_normal_already_come_to_the_same(
            text in "[aé ’\u{a0}\t\u{301}\u{327}\u{e5}\u{212b}\u{3000}がか\u{3099}\u{ff76}\u{1100}\u{1161}Ａ…Иأا\u{654}]{0,12}"
        ) {
            let slow = |normal: String| tidy(normal.chars(), 0);
            prop_assert_eq!(normalize(&text), slow(text.nfc().collect()));
            prop_assert_eq!(fold(&text), folded(text.nfkc(), 0));
        }
    }
}
