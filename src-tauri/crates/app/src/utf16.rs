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

/// UTF-16 positions of some byte offsets of a text, each counted once.
pub(crate) struct Positions(Vec<(u32, u32)>);

impl Positions {
    /// Counts the positions of `offsets`, which are at character boundaries, in any order. Linear
    /// in the text, but for sorting the offsets.
    pub fn new(text: &str, offsets: impl IntoIterator<Item = u32>) -> Self {
        let mut offsets: Vec<u32> = offsets.into_iter().collect();
        offsets.sort_unstable();
        offsets.dedup();
        let (mut from, mut at) = (0usize, 0u32);
        let counted = offsets.into_iter().map(|offset| {
            at += text.get(from..offset as usize).map_or(0, length);
            from = from.max(offset as usize);
            (offset, at)
        });
        Positions(counted.collect())
    }

    /// The position of one of the offsets; 0 for any other.
    pub fn of(&self, offset: u32) -> u32 {
        self.0
            .binary_search_by_key(&offset, |(byte, _)| *byte)
            .map_or(0, |at| self.0[at].1)
    }
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
        let starts = text.char_indices().map(|(start, _)| start as u32);
        let positions = Positions::new(text, starts.rev());
        for (start, _) in text.char_indices() {
            assert_eq!(positions.of(start as u32), position(text, start));
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
