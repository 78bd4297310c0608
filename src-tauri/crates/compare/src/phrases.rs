//! Phrases that two paragraphs share: what ties them together, and what is shown of it.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::text::Token;

/// Shorter runs of words are no phrase.
const MIN_WORDS: usize = 4;
/// A phrase has at least this many words that carry meaning.
const MIN_CONTENT: usize = 2;
/// Of a run of words that recurs, this many places are looked at.
const MAX_PLACES: usize = 16;

/// A run of equal words, punctuation aside.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Phrase {
    /// Byte range in the left paragraph.
    pub left: Range<u32>,
    /// Byte range in the right paragraph.
    pub right: Range<u32>,
    /// Sum of the weights of its words.
    pub weight: f32,
}

/// The phrases that two token lists share, the weightiest first; none overlaps another.
/// `weight` is what a word weighs by its key, `is_content` whether it carries meaning.
///
/// Near linear: runs of four words on the left are looked up among those of the right.
pub(crate) fn shared_phrases(
    left: &[Token],
    right: &[Token],
    weight: &[f32],
    is_content: impl Fn(u32) -> bool,
) -> Vec<Phrase> {
    let a: Vec<&Token> = left.iter().filter(|t| t.is_word()).collect();
    let b: Vec<&Token> = right.iter().filter(|t| t.is_word()).collect();
    if a.len() < MIN_WORDS || b.len() < MIN_WORDS {
        return Vec::new();
    }
    let mut places: FxHashMap<[u32; MIN_WORDS], Vec<u32>> = FxHashMap::default();
    for (at, run) in b.windows(MIN_WORDS).enumerate() {
        let found = places
            .entry(std::array::from_fn(|k| run[k].key))
            .or_default();
        if found.len() < MAX_PLACES {
            found.push(at as u32);
        }
    }
    let mut used = vec![false; b.len()];
    let mut phrases = Vec::new();
    let mut at = 0;
    while at + MIN_WORDS <= a.len() {
        let run: [u32; MIN_WORDS] = std::array::from_fn(|k| a[at + k].key);
        let longest = places
            .get(&run)
            .into_iter()
            .flatten()
            .map(|&place| {
                let place = place as usize;
                let ahead = a[at..].iter().zip(&b[place..]).zip(&used[place..]);
                (
                    ahead
                        .take_while(|((x, y), used)| x.key == y.key && !**used)
                        .count(),
                    place,
                )
            })
            .filter(|&(len, _)| len >= MIN_WORDS)
            .max_by_key(|&(len, place)| (len, std::cmp::Reverse(place)));
        let Some((len, place)) = longest else {
            at += 1;
            continue;
        };
        let words = &a[at..at + len];
        if words.iter().filter(|t| is_content(t.key)).count() >= MIN_CONTENT {
            used[place..place + len].fill(true);
            phrases.push(Phrase {
                left: words[0].start..words[len - 1].end,
                right: b[place].start..b[place + len - 1].end,
                weight: words
                    .iter()
                    .map(|t| weight.get(t.key as usize).copied().unwrap_or(0.0))
                    .sum(),
            });
        }
        at += len;
    }
    phrases.sort_by(|x, y| {
        y.weight
            .total_cmp(&x.weight)
            .then(x.left.start.cmp(&y.left.start))
    });
    phrases
}
