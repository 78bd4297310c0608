//! Which runs of words may occur more than once: a filter that keeps the many that do not out of
//! every table.

use crate::text::Text;

/// Two bits for each of many slots, by hash: a run was seen, a run was seen again. A run that
/// occurs twice is always found; one that occurs once is taken for another in a few cases of a
/// hundred, and then counted exactly like any other (as in a counting Bloom filter with one hash).
pub(crate) struct Recurring {
    slots: Vec<u64>,
    mask: u64,
}

/// Slots for each word of both texts, at least.
const SLOTS_PER_WORD: usize = 12;
const PER_CELL: u64 = 32;

impl Recurring {
    /// Sees all runs of two and three words. Linear.
    pub(crate) fn new(texts: [&Text; 2]) -> Self {
        let words: usize = texts.iter().map(|t| t.all_words()).sum();
        let slots = (words * SLOTS_PER_WORD).next_power_of_two().max(64) as u64;
        let mut seen = Recurring {
            slots: vec![0; (slots / PER_CELL) as usize],
            mask: slots - 1,
        };
        for text in texts {
            for k in 0..text.len() {
                let words = text.words(k);
                words
                    .windows(2)
                    .for_each(|w| seen.see(hash_pair(w[0], w[1])));
                words
                    .windows(3)
                    .for_each(|w| seen.see(hash_triple(w[0], w[1], w[2])));
            }
        }
        seen
    }

    /// Whether a run of two words may occur more than once.
    pub(crate) fn pair(&self, a: u32, b: u32) -> bool {
        self.twice(hash_pair(a, b))
    }

    /// Whether a run of three words may occur more than once.
    pub(crate) fn triple(&self, a: u32, b: u32, c: u32) -> bool {
        self.twice(hash_triple(a, b, c))
    }

    fn see(&mut self, hash: u64) {
        let (cell, shift) = self.slot(hash);
        let bits = self.slots[cell] >> shift & 0b11;
        self.slots[cell] |= (bits << 1 | 1) << shift & 0b11 << shift;
    }

    fn twice(&self, hash: u64) -> bool {
        let (cell, shift) = self.slot(hash);
        self.slots[cell] >> shift & 0b10 != 0
    }

    fn slot(&self, hash: u64) -> (usize, u64) {
        let slot = hash & self.mask;
        ((slot / PER_CELL) as usize, slot % PER_CELL * 2)
    }
}

fn hash_pair(a: u32, b: u32) -> u64 {
    mix(u64::from(a) << 32 | u64::from(b))
}

fn hash_triple(a: u32, b: u32, c: u32) -> u64 {
    mix(hash_pair(a, b) ^ u64::from(c) << 1 ^ 1 << 40)
}

/// The finaliser of SplitMix64 (Steele, Lea and Flood 2014), shortened by one step.
fn mix(mut bits: u64) -> u64 {
    bits = (bits ^ bits >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ bits >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ bits >> 31
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::invariants::document;
    use crate::text::Interner;

    #[test]
    fn what_occurs_twice_is_found_and_most_of_the_rest_is_not() {
        let mut interner = Interner::default();
        let numbers = |from: usize, to: usize| {
            (from..to)
                .map(|n| format!("w{n}"))
                .collect::<Vec<_>>()
                .join(" ")
        };
        let mut text = |of: String| Text::new(&document("en", &[("", vec![of])]), &mut interner);
        let (left, right) = (text(numbers(0, 3000)), text(numbers(2900, 6000)));
        let seen = Recurring::new([&left, &right]);
        let again = |text: &Text| {
            let words = text.words(0).to_vec();
            let found = words.windows(2).filter(|w| seen.pair(w[0], w[1])).count();
            (words, found)
        };
        let (words, found) = again(&left);
        assert!((99..500).contains(&found), "{found}");
        assert!(words[2900..].windows(2).all(|w| seen.pair(w[0], w[1])));
        assert!(
            words[2900..]
                .windows(3)
                .all(|w| seen.triple(w[0], w[1], w[2]))
        );
    }
}
