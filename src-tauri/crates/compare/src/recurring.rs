//! Which pairs of words may occur more than once: a filter that keeps the many that do not out of
//! every table.

use crate::pace::Pace;
use crate::text::Text;

/// Two bits for each of many slots, by hash: a pair was seen, a pair was seen again. A pair that
/// occurs twice is always found; one that occurs once is taken for another in a few cases of a
/// hundred, and then counted exactly like any other (as in a counting Bloom filter with one hash).
pub(crate) struct Recurring {
    slots: Vec<u64>,
    mask: u64,
}

/// Slots for each word of both texts, at least.
const SLOTS_PER_WORD: usize = 8;
const PER_CELL: u64 = 32;

impl Recurring {
    /// Sees all pairs of neighbouring words that there is time for. Linear.
    pub(crate) fn new(texts: [&Text; 2], pace: &Pace) -> Self {
        let words: usize = texts.iter().map(|t| t.all_words()).sum();
        let slots = (words * SLOTS_PER_WORD).next_power_of_two().max(64) as u64;
        let mut seen = Recurring {
            slots: vec![0; (slots / PER_CELL) as usize],
            mask: slots - 1,
        };
        for text in texts {
            for k in 0..text.len() {
                if pace.late(text.word_count(k)) {
                    return seen;
                }
                let pairs = text.words(k).windows(2);
                pairs.for_each(|w| seen.see(hash(w[0], w[1])));
            }
        }
        seen
    }

    /// The pairs of neighbours among some words that may occur more than once, put in the place of
    /// what is in `found`.
    pub(crate) fn pairs(&self, words: &[u32], found: &mut Vec<(u32, u32)>) {
        found.clear();
        found.resize(words.len(), (0, 0));
        let mut at = 0;
        // Whether a pair recurs is anybody's guess, so nothing branches on it.
        for pair in words.windows(2) {
            let pair = (pair[0], pair[1]);
            found[at] = pair;
            at += usize::from(self.has(pair));
        }
        found.truncate(at);
    }

    fn has(&self, (a, b): (u32, u32)) -> bool {
        let (cell, shift) = self.slot(hash(a, b));
        self.slots[cell] >> shift & 0b10 != 0
    }

    fn see(&mut self, hash: u64) {
        let (cell, shift) = self.slot(hash);
        let bits = self.slots[cell] >> shift & 0b11;
        self.slots[cell] |= (bits << 1 | 1) << shift & 0b11 << shift;
    }

    fn slot(&self, hash: u64) -> (usize, u64) {
        let slot = hash & self.mask;
        ((slot / PER_CELL) as usize, slot % PER_CELL * 2)
    }
}

/// The finaliser of SplitMix64 (Steele, Lea and Flood 2014), shortened by one step.
fn hash(a: u32, b: u32) -> u64 {
    let mut bits = u64::from(a) << 32 | u64::from(b);
    bits = (bits ^ bits >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ bits >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ bits >> 31
}

#[cfg(test)]
mod tests {
    use wsis_document::Silent;

    use super::*;
    use crate::interner::Interner;
    use crate::invariants::document;

    #[test]
    fn what_occurs_twice_is_found_and_most_of_the_rest_is_not() {
        let mut interner = Interner::default();
        let numbers = |from: usize, to: usize| {
            (from..to)
                .map(|n| format!("w{n}"))
                .collect::<Vec<_>>()
                .join(" ")
        };
        let pace = Pace::new(&Silent);
        let mut text =
            |of: String| Text::new(&document("en", &[("", vec![of])]), &mut interner, &pace);
        let (left, right) = (text(numbers(0, 3000)), text(numbers(2900, 6000)));
        let seen = Recurring::new([&left, &right], &pace);
        let again = |text: &Text| {
            let words = text.words(0).to_vec();
            let mut found = Vec::new();
            seen.pairs(&words, &mut found);
            (words, found.len())
        };
        let (words, found) = again(&left);
        assert!((99..500).contains(&found), "{found}");
        assert!(words[2900..].windows(2).all(|w| seen.has((w[0], w[1]))));
    }
}
