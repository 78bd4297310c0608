//! Bytes of text files become characters.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use wsis_document::{Warning, WarningCode};

/// Decodes a text file: by its byte-order mark, else as UTF-8 where the bytes are that, else by
/// `chardetng`'s guess, as browsers do. The warning says how many characters had to be replaced
/// because their bytes are no text in the encoding. Linear.
pub(crate) fn decode(bytes: &[u8]) -> (String, Option<Warning>) {
    let (encoding, text) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (
            encoding,
            encoding.decode_without_bom_handling(&bytes[mark..]).0,
        ),
        None => match std::str::from_utf8(bytes) {
            Ok(text) => (UTF_8, text.into()),
            Err(_) => {
                let encoding = guess(bytes);
                (encoding, encoding.decode_without_bom_handling(bytes).0)
            }
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

/// UTF-16 without a mark where every other byte is zero, as for mostly Latin text it is.
pub(crate) fn bare_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |offset: usize| {
        head.iter()
            .skip(offset)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (even, odd, pairs) = (zeros(0), zeros(1), head.len() / 2);
    if pairs < 8 {
        None
    } else if odd * 10 > pairs * 7 && even * 20 < pairs {
        Some(UTF_16LE)
    } else if even * 10 > pairs * 7 && odd * 20 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
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
