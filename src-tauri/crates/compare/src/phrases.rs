//! Phrases that two paragraphs share: what ties them together, and what is shown of it.

use std::ops::Range;

use crate::text::Passage;

/// Shorter runs of words are no phrase.
const MIN_WORDS: usize = 4;
/// A phrase has at least this many words that carry meaning.
const MIN_CONTENT: usize = 2;
/// Of a run of words that recurs, this many places are looked at.
const MAX_PLACES: usize = 16;
/// Another run that recurs thousands of times may be in the way: so many places are passed over.
const MAX_STEPS: usize = 256;

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

/// The weightiest phrases that two paragraphs share, `most` of them, in the order of their weights;
/// none overlaps another. `weight` is what a word weighs by its key, `is_content` whether it
/// carries meaning.
///
/// Near linear: runs of four words on the left are looked up among those of the right.
pub(crate) fn shared_phrases(
    left: &Passage,
    right: &Passage,
    weight: &[f32],
    is_content: impl Fn(u32) -> bool,
    most: usize,
) -> Vec<Phrase> {
    let (a, b) = (left.words, right.words);
    if a.len() < MIN_WORDS || b.len() < MIN_WORDS {
        return Vec::new();
    }
    let places = Places::new(b);
    let mut used = vec![false; b.len()];
    let mut phrases = Vec::new();
    let mut at = 0;
    while let Some(run) = a[at..].first_chunk() {
        let longest = places
            .of(run, b)
            .map(|place| {
                let ahead = a[at..].iter().zip(&b[place..]).zip(&used[place..]);
                (
                    ahead.take_while(|((x, y), used)| x == y && !**used).count(),
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
        if words.iter().filter(|key| is_content(**key)).count() >= MIN_CONTENT {
            used[place..place + len].fill(true);
            let weights = words.iter().map(|key| weight.get(*key as usize));
            let sum: f32 = weights.map(|weight| weight.copied().unwrap_or(0.0)).sum();
            phrases.push((sum, at, place, len));
        }
        at += len;
    }
    phrases.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
    // Where a phrase stands is found by reading the paragraph up to there.
    let stands = |(weight, at, place, len): (f32, usize, usize, usize)| Phrase {
        left: left.span(at..at + len),
        right: right.span(place..place + len),
        weight,
    };
    phrases.into_iter().take(most).map(stands).collect()
}

/// As many words as a phrase has at least.
type Run = [u32; MIN_WORDS];

/// Where each run of [`MIN_WORDS`] words begins: a hash table whose chains are kept in two flat
/// lists.
struct Places {
    first: Vec<u32>,
    next: Vec<u32>,
}

/// The end of a chain.
const END: u32 = u32::MAX;

impl Places {
    fn new(words: &[u32]) -> Self {
        let runs = words.len() + 1 - MIN_WORDS;
        let mut places = Places {
            first: vec![END; (runs * 2).next_power_of_two()],
            next: vec![END; runs],
        };
        // From the end, so that each chain goes forward.
        for (at, run) in words.array_windows().enumerate().rev() {
            let slot = places.slot(run);
            places.next[at] = std::mem::replace(&mut places.first[slot], at as u32);
        }
        places
    }

    /// The first few places in `words` where `run` stands, ascending.
    fn of<'a>(&'a self, run: &'a Run, words: &'a [u32]) -> impl Iterator<Item = usize> + 'a {
        let step = |at: u32| (at != END).then_some(at);
        std::iter::successors(step(self.first[self.slot(run)]), move |&at| {
            step(self.next[at as usize])
        })
        .map(|at| at as usize)
        .take(MAX_STEPS)
        .filter(move |&at| words[at..].starts_with(run))
        .take(MAX_PLACES)
    }

    fn slot(&self, run: &Run) -> usize {
        let [a, b, c, d] = run.map(u64::from);
        let mix = |a: u64, b: u64| (a << 32 | b).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let hash = mix(a, b).rotate_left(23) ^ mix(c, d);
        (hash >> 32) as usize & (self.first.len() - 1)
    }
}

#[cfg(test)]
mod tests {
    use wsis_document::Silent;

    use super::*;
    use crate::interner::Interner;
    use crate::invariants::document;
    use crate::pace::Pace;
    use crate::text::Text;

    #[test]
    fn the_longest_run_is_found_each_time_it_recurs() {
        let left = "the small ferry crosses the wide bay";
        let right = "crosses the wide river, then the small ferry crosses the wide bay again";
        let mut interner = Interner::default();
        let mut text = |of: &str| {
            Text::new(
                &document("en", &[("", vec![of.into()])]),
                &mut interner,
                &Pace::new(&Silent),
            )
        };
        let (a, b) = (text(left), text(right));
        let weight = vec![1.0; interner.len()];
        let content = |key| interner.is_content(key);
        let found = shared_phrases(&a.passage(0), &b.passage(0), &weight, content, 9);
        let cut =
            |text: &str, span: &Range<u32>| text[span.start as usize..span.end as usize].to_owned();
        let shown: Vec<_> = found
            .iter()
            .map(|p| (cut(left, &p.left), cut(right, &p.right)))
            .collect();
        assert_eq!(shown, [(left.to_owned(), left.to_owned())]);
    }
}
