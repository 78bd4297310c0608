//! The one place where positions change from bytes to UTF-16 code units and back.

use std::ops::Range;

/// Length of a text in UTF-16 code units.
pub(crate) fn length(text: &str) -> u32 {
    text.encode_utf16().count() as u32
}

/// UTF-16 position of a byte offset that is at a character boundary.
pub(crate) fn position(text: &str, byte: usize) -> u32 {
    text.get(..byte).map_or(0, length)
}

/// Byte range of a UTF-16 range; `None` where it is empty, outside the text or cuts a character.
pub(crate) fn bytes(text: &str, range: Range<u32>) -> Option<Range<u32>> {
    if range.start >= range.end {
        return None;
    }
    let (mut start, mut end) = (None, None);
    let mut at = 0u32;
    for (byte, c) in text.char_indices() {
        if at == range.start {
            start = Some(byte as u32);
        }
        if at == range.end {
            end = Some(byte as u32);
            break;
        }
        at += c.len_utf16() as u32;
    }
    if at == range.end && end.is_none() {
        end = Some(text.len() as u32);
    }
    Some(start?..end?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_go_there_and_back() {
        let text = "a\u{1f600}日é.";
        for (start, _) in text.char_indices() {
            for (end, c) in text.char_indices().filter(|(end, _)| *end >= start) {
                let end = end + c.len_utf8();
                let there = position(text, start)..position(text, end);
                assert_eq!(bytes(text, there), Some(start as u32..end as u32));
            }
        }
    }

    #[test]
    fn a_range_that_cuts_a_character_is_refused() {
        let text = "a\u{1f600}b";
        assert_eq!(bytes(text, 0..2), None);
        assert_eq!(bytes(text, 2..3), None);
        assert_eq!(bytes(text, 0..9), None);
        assert_eq!(bytes(text, 1..1), None);
    }
}
