//! Bytes of text files become characters.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use wsis_document::{Warning, WarningCode};

/// Decodes a text file: by its byte-order mark, else as UTF-8 where the bytes are that, else by
/// what they look like. The warning says how many characters had to be replaced because their
/// bytes are no text in the encoding. Linear.
pub(crate) fn decode(bytes: &[u8]) -> (String, Option<Warning>) {
    decode_as(bytes, None)
}

/// The same for markup, which may say what it is encoded in. Bytes that are UTF-8 are taken as
/// that whatever is said, as they can hardly be so by chance.
pub(crate) fn decode_marked_up(bytes: &[u8]) -> (String, Option<Warning>) {
    decode_as(bytes, declared(bytes))
}

fn decode_as(bytes: &[u8], declared: Option<&'static Encoding>) -> (String, Option<Warning>) {
    let (encoding, text) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (
            encoding,
            encoding.decode_without_bom_handling(&bytes[mark..]).0,
        ),
        None => match std::str::from_utf8(bytes) {
            Ok(text) if !bytes.contains(&ESCAPE) && bare_utf16(bytes).is_none() => {
                (UTF_8, text.into())
            }
            _ => by_word_or_looks(bytes, declared),
        },
    };
    let replaced = text.matches('\u{fffd}').count();
    let warning = (replaced > 0).then(|| Warning {
        code: WarningCode::Encoding,
        place: Some(encoding.name().to_owned()),
        detail: Some(replaced.to_string()),
    });
    (text.into_owned(), warning)
}

/// The character that ISO-2022 encodings begin their signs with; texts do not have it.
const ESCAPE: u8 = 0x1b;

/// What the file says holds where the bytes agree without a fault.
fn by_word_or_looks<'a>(
    bytes: &'a [u8],
    declared: Option<&'static Encoding>,
) -> (&'static Encoding, Cow<'a, str>) {
    let sound = declared.and_then(|encoding| {
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
        Some((encoding, text))
    });
    sound.unwrap_or_else(|| {
        let encoding = guess(bytes);
        (encoding, encoding.decode_without_bom_handling(bytes).0)
    })
}

/// The encoding that the head of a marked-up file names: `charset=` of HTML, `encoding=` of XML.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(1024)].to_ascii_lowercase();
    let head = String::from_utf8_lossy(&head).into_owned();
    let xml = head
        .starts_with("<?xml")
        .then(|| head.split("?>").next())
        .flatten();
    let after = |text: &str, key: &str| text.split_once(key).map(|(_, after)| after.to_owned());
    let value = xml
        .and_then(|declaration| after(declaration, "encoding="))
        .or_else(|| after(&head, "charset="))?;
    let value = value.trim_start_matches(['"', '\'', ' ']);
    let end = value
        .find(['"', '\'', ' ', ';', '>', '/', '?'])
        .unwrap_or(value.len());
    // What can be read as ASCII is not UTF-16, whatever it says.
    Encoding::for_label(&value.as_bytes()[..end])
        .filter(|encoding| *encoding != UTF_16LE && *encoding != UTF_16BE)
}

/// UTF-16 without a mark. Its bytes hold codes below 9 at every other place (the high halves of
/// Latin, Cyrillic and Arabic letters, of spaces and of Chinese full stops), which no other text
/// has; read the right way round they are characters of the known scripts.
pub(crate) fn bare_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    if head.len() < 16 || head.iter().filter(|b| **b < 9).count() * 100 < head.len() {
        return None;
    }
    let read = |unit: fn([u8; 2]) -> u16| {
        let units = head.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        let known = units.filter(|u| is_of_known_script(*u)).count();
        known * 200 >= head.len() * 97
    };
    match (read(u16::from_le_bytes), read(u16::from_be_bytes)) {
        (true, false) => Some(UTF_16LE),
        (false, true) => Some(UTF_16BE),
        _ => None,
    }
}

/// Characters of the languages that texts come in, with their punctuation.
fn is_of_known_script(unit: u16) -> bool {
    matches!(unit,
        0x09 | 0x0a | 0x0c | 0x0d | 0x20..=0x7e | 0xa0..=0x17f | 0x400..=0x45f
        | 0x600..=0x6ff | 0x2010..=0x2044 | 0x2460..=0x2473 | 0x3000..=0x30ff
        | 0x4e00..=0x9fff | 0xfe70..=0xfefc | 0xff01..=0xffef)
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    if let Some(encoding) = bare_utf16(bytes) {
        return encoding;
    }
    // Bytes that are UTF-8 but for a few wrong ones are damaged UTF-8, not another encoding.
    let (lossy, bad) = (String::from_utf8_lossy(bytes), '\u{fffd}');
    let wide = lossy.chars().filter(|c| !c.is_ascii() && *c != bad).count();
    if lossy.matches(bad).count() * 20 < wide {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_guesses() {
        let japanese = "作業部会は秋に作業を続けることに合意した。各国の代表は意見を述べた。";
        let (shift_jis, _, _) = encoding_rs::SHIFT_JIS.encode(japanese);
        assert_eq!(decode(&shift_jis).0, japanese);
        let french = "Les membres décident d’étudier à nouveau la question posée.";
        let (latin, _, _) = encoding_rs::WINDOWS_1252.encode(french);
        assert_eq!(decode(&latin).0, french);
        let russian = "Члены группы согласились продолжить работу осенью.";
        let (cyrillic, _, _) = encoding_rs::WINDOWS_1251.encode(russian);
        assert_eq!(decode(&cyrillic).0, russian);
        assert_eq!(decode("\u{feff}We agree".as_bytes()).0, "We agree");
        let utf16: Vec<u8> = [0xff, 0xfe]
            .into_iter()
            .chain("作業 work".encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        assert_eq!(decode(&utf16).0, "作業 work");
    }

    /// Made-up sentences, long enough to tell their encoding.
    const SENTENCES: [(&str, &str); 6] = [
        (
            "en",
            "The ships of the northern ports keep right of one another and wait.",
        ),
        (
            "fr",
            "Les navires du port tiennent la droite ; l’été, ils attendent la marée à côté.",
        ),
        (
            "ru",
            "Суда северных портов держатся правой стороны и ждут прилива у причала.",
        ),
        (
            "ar",
            "تسير سفن الموانئ الشمالية على الجانب الأيمن وتنتظر المد عند الرصيف كل يوم.",
        ),
        (
            "zh",
            "北方港口的船舶靠右行驶，并在码头等待涨潮。小船可以先走。",
        ),
        (
            "ja",
            "北の港の船は右側を通り、桟橋で潮が満ちるのを待つ。小さな舟は先に行ってよい。",
        ),
    ];

    fn sentence(language: &str) -> &'static str {
        let found = SENTENCES.iter().find(|(code, _)| *code == language);
        found.map_or("", |(_, text)| *text)
    }

    #[test]
    fn encodings_without_a_word_are_told_by_their_looks() {
        for (encoding, language) in [
            (encoding_rs::SHIFT_JIS, "ja"),
            (encoding_rs::EUC_JP, "ja"),
            (encoding_rs::ISO_2022_JP, "ja"),
            (encoding_rs::GB18030, "zh"),
            (encoding_rs::GBK, "zh"),
            (encoding_rs::WINDOWS_1252, "fr"),
            (encoding_rs::WINDOWS_1251, "ru"),
            (encoding_rs::WINDOWS_1256, "ar"),
        ] {
            let text = sentence(language).repeat(3);
            let (bytes, _, lost) = encoding.encode(&text);
            assert!(!lost, "{} cannot write {language}", encoding.name());
            assert_eq!(decode(&bytes), (text, None), "{}", encoding.name());
        }
        let traditional =
            "北方港口的船舶靠右行駛，並在碼頭等待漲潮。小船可以先走，大船應當等候。".repeat(3);
        let (bytes, _, _) = encoding_rs::BIG5.encode(&traditional);
        assert_eq!(decode(&bytes).0, traditional);
    }

    #[test]
    fn utf16_without_a_mark_is_told_in_every_script() {
        for (language, text) in SENTENCES {
            let text = format!("{text}\n{text}");
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            assert_eq!(decode(&little).0, text, "{language}, little-endian");
            assert_eq!(decode(&big).0, text, "{language}, big-endian");
            assert_eq!(bare_utf16(text.as_bytes()), None, "{language} in UTF-8");
        }
    }

    #[test]
    fn what_a_file_declares_holds_where_the_bytes_agree() {
        let page = |label: &str, text: &str| format!("<meta charset='{label}'><p>{text}</p>");
        // Too short to tell by its looks.
        let source = page("windows-1251", "Суда");
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(&source);
        assert_eq!(decode_marked_up(&bytes).0, source);
        let source = page("windows-1251", "船は右側を通る");
        assert_eq!(decode_marked_up(source.as_bytes()).0, source);
        let xml = "<?xml version='1.0' encoding='Shift_JIS'?><p>船</p>";
        let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode(xml);
        assert_eq!(decode_marked_up(&bytes).0, xml);
        let typed = "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'>côte";
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(typed);
        assert_eq!(decode_marked_up(&bytes).0, typed);
    }

    #[test]
    fn damaged_utf8_stays_utf8_and_is_reported() {
        let mut bytes = "作業部会は秋に作業を続けることに合意した。"
            .as_bytes()
            .to_vec();
        bytes.push(0xff);
        let (text, warning) = decode(&bytes);
        assert!(text.starts_with("作業部会"));
        assert_eq!(warning.and_then(|w| w.detail).as_deref(), Some("1"));
    }
}
