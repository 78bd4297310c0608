//! What makes two paragraphs alike: words and runs of two and three words, each weighed by the
//! square of how rare it is in the two texts (as tf-idf weighs it in a cosine).

use rustc_hash::FxHashMap;

use crate::recurring::Recurring;
use crate::text::{Interner, Text};

/// What a run of two and of three words weighs beside a single word of the same rarity.
const RUN_WEIGHT: [f32; 3] = [1.0, 0.4, 0.25];

/// What stands in fewer than one of so many paragraphs is as rare as can be: else in long texts
/// the words that were changed outweigh all that were kept.
const RAREST: f32 = 1_000.0;
/// Two short texts are weighed as if they had this many paragraphs together: else a word that both
/// have would be everywhere, and what they share would weigh nothing.
const FEWEST: f32 = 40.0;

/// A feature of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Entry {
    /// Interned feature.
    pub feature: u32,
    /// What it weighs in the paragraph: once for each time it occurs.
    pub mass: f32,
}

/// The features of one side's paragraphs: sparse rows, each sorted by feature. A feature that is
/// on one side only can tie nothing; it counts in the mass and is in no row.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    entries: Vec<Entry>,
    bounds: Vec<usize>,
    mass: Vec<f32>,
}

impl Rows {
    /// The features of a paragraph, ascending.
    pub(crate) fn row(&self, index: usize) -> &[Entry] {
        &self.entries[self.bounds[index]..self.bounds[index + 1]]
    }

    /// Weight of all features of a paragraph.
    pub(crate) fn mass(&self, index: usize) -> f32 {
        self.mass[index]
    }

    /// How many paragraphs there are.
    pub(crate) fn len(&self) -> usize {
        self.mass.len()
    }

    /// All features of all rows.
    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// For each of `features` whether it is in any row.
    fn marks(&self, features: usize) -> Vec<bool> {
        let mut marks = vec![false; features];
        self.entries
            .iter()
            .for_each(|e| marks[e.feature as usize] = true);
        marks
    }

    /// Drops the features that do not satisfy `keep`.
    fn retain(&mut self, keep: impl Fn(u32) -> bool) {
        let (mut read, mut write) = (0, 0);
        for bound in self.bounds.iter_mut().skip(1) {
            while read < *bound {
                if keep(self.entries[read].feature) {
                    self.entries[write] = self.entries[read];
                    write += 1;
                }
                read += 1;
            }
            *bound = write;
        }
        self.entries.truncate(write);
        self.entries.shrink_to_fit();
    }
}

/// The features of both texts.
#[derive(Debug)]
pub(crate) struct Features {
    /// Of the left paragraphs.
    pub left: Rows,
    /// Of the right paragraphs.
    pub right: Rows,
    /// What one occurrence of a feature weighs.
    pub weight: Vec<f32>,
    /// In how many paragraphs of both texts a feature occurs.
    pub spread: Vec<u32>,
    /// What a word by itself weighs, by its key; 0 for a word that is in no paragraph.
    pub word_weight: Vec<f32>,
}

impl Features {
    /// Counts the features of both texts. Linear in the words.
    pub(crate) fn new(left: &Text, right: &Text, interner: &Interner) -> Self {
        let mut index = Index::new(Recurring::new([left, right]), interner.len());
        let (mut left, left_unique) = index.rows(left);
        let (mut right, right_unique) = index.rows(right);
        let paragraphs = ((left.len() + right.len()) as f32).max(FEWEST);
        let weight_of = |spread: u32, length: u8| {
            let rarity = (paragraphs / spread as f32).min(RAREST).ln() + 0.1;
            rarity * rarity * RUN_WEIGHT[length as usize - 1]
        };
        let weight: Vec<f32> = index
            .spread
            .iter()
            .zip(&index.length)
            .map(|(&spread, &length)| weight_of(spread, length))
            .collect();
        for (rows, unique) in [(&mut left, left_unique), (&mut right, right_unique)] {
            for (k, [pairs, triples]) in unique.into_iter().enumerate() {
                let range = rows.bounds[k]..rows.bounds[k + 1];
                let mut known = 0.0;
                for entry in &mut rows.entries[range] {
                    // Until here it was the count.
                    entry.mass *= weight[entry.feature as usize];
                    known += entry.mass;
                }
                rows.mass[k] =
                    known + pairs as f32 * weight_of(1, 2) + triples as f32 * weight_of(1, 3);
            }
        }
        let mut word_weight = vec![0.0; interner.len()];
        for (word, &id) in word_weight.iter_mut().zip(&index.words) {
            if id != NONE {
                *word = weight[id as usize];
            }
        }
        let (in_left, in_right) = (left.marks(weight.len()), right.marks(weight.len()));
        left.retain(|feature| in_right[feature as usize]);
        right.retain(|feature| in_left[feature as usize]);
        Features {
            left,
            right,
            weight,
            spread: index.spread,
            word_weight,
        }
    }

    /// Weight of what two paragraphs share.
    pub(crate) fn overlap(&self, left: usize, right: usize) -> f32 {
        self.overlap_of(self.left.row(left), self.right.row(right))
    }

    /// Weight of what two lists of features share. Linear.
    pub(crate) fn overlap_of(&self, a: &[Entry], b: &[Entry]) -> f32 {
        let (mut i, mut j, mut sum) = (0, 0, 0.0);
        // Which side is ahead is anybody's guess, so nothing branches on it.
        while i < a.len() && j < b.len() {
            let (x, y) = (a[i], b[j]);
            if x.feature == y.feature {
                sum += x.mass.min(y.mass);
            }
            i += usize::from(x.feature <= y.feature);
            j += usize::from(y.feature <= x.feature);
        }
        sum
    }

    /// Likeness from 0 to 1: Dice's coefficient over weighed features.
    pub(crate) fn likeness(&self, left: usize, right: usize) -> f32 {
        dice(
            self.overlap(left, right),
            self.left.mass(left),
            self.right.mass(right),
        )
    }
}

/// Dice's coefficient: twice what is shared over all there is.
pub(crate) fn dice(shared: f32, left: f32, right: f32) -> f32 {
    if shared > 0.0 {
        (2.0 * shared / (left + right)).min(1.0)
    } else {
        0.0
    }
}

/// No feature yet.
const NONE: u32 = u32::MAX;

/// Numbers the features: those of single words, and the longer runs that may occur twice. Of the
/// others, which are most, it is enough to know how many there are.
struct Index {
    recurring: Recurring,
    /// The feature of each word, by its key.
    words: Vec<u32>,
    /// A longer run as a number: the feature of the run without its last word, and that word.
    runs: FxHashMap<u64, u32>,
    spread: Vec<u32>,
    length: Vec<u8>,
}

impl Index {
    fn new(recurring: Recurring, words: usize) -> Self {
        Index {
            recurring,
            words: vec![NONE; words],
            runs: FxHashMap::default(),
            spread: Vec::new(),
            length: Vec::new(),
        }
    }

    /// The rows of one side without masses, and for each how many runs of two and of three words
    /// occur there and nowhere else.
    fn rows(&mut self, text: &Text) -> (Rows, Vec<[u32; 2]>) {
        let mut rows = Rows {
            entries: Vec::with_capacity(text.all_words() * 3 / 2),
            bounds: vec![0],
            ..Rows::default()
        };
        let mut unique = Vec::with_capacity(text.len());
        let mut features: Vec<u32> = Vec::new();
        for k in 0..text.len() {
            features.clear();
            let alone = self.runs_of(text.words(k), &mut features);
            features.sort_unstable();
            let begin = rows.entries.len();
            for &feature in &features {
                match rows.entries[begin..].last_mut() {
                    Some(last) if last.feature == feature => last.mass += 1.0,
                    _ => {
                        rows.entries.push(Entry { feature, mass: 1.0 });
                        self.spread[feature as usize] += 1;
                    }
                }
            }
            rows.bounds.push(rows.entries.len());
            rows.mass.push(0.0);
            unique.push(alone);
        }
        (rows, unique)
    }

    /// Appends the features of a paragraph; answers with how many runs of two and of three words
    /// are left out because they occur once.
    fn runs_of(&mut self, words: &[u32], features: &mut Vec<u32>) -> [u32; 2] {
        let mut alone = [0, 0];
        // The words before: as a run of one, and as a run of two. A run that holds one that
        // occurs once occurs once.
        let (mut one, mut two) = (NONE, NONE);
        for (at, &key) in words.iter().enumerate() {
            let word = self.word(key);
            features.push(word);
            let mut pair = NONE;
            if at > 0 {
                if self.recurring.pair(words[at - 1], key) {
                    pair = self.run(one, key, 2);
                    features.push(pair);
                } else {
                    alone[0] += 1;
                }
            }
            if at > 1 {
                if two != NONE
                    && pair != NONE
                    && self.recurring.triple(words[at - 2], words[at - 1], key)
                {
                    let triple = self.run(two, key, 3);
                    features.push(triple);
                } else {
                    alone[1] += 1;
                }
            }
            (one, two) = (word, pair);
        }
        alone
    }

    fn word(&mut self, key: u32) -> u32 {
        if self.words[key as usize] == NONE {
            self.words[key as usize] = self.next(1);
        }
        self.words[key as usize]
    }

    fn run(&mut self, head: u32, key: u32, length: u8) -> u32 {
        let next = self.spread.len() as u32;
        let run = u64::from(head) << 32 | u64::from(key);
        let id = *self.runs.entry(run).or_insert(next);
        if id == next {
            self.next(length);
        }
        id
    }

    fn next(&mut self, length: u8) -> u32 {
        self.spread.push(0);
        self.length.push(length);
        self.spread.len() as u32 - 1
    }
}

#[cfg(test)]
mod tests {
    use wsis_document::{Language, WordKind};

    use super::*;
    use crate::invariants::document;

    fn features(left: &[&str], right: &[&str]) -> (Features, Text, Text, Interner) {
        let mut interner = Interner::default();
        let mut text = |of: &[&str]| {
            let paragraphs = of.iter().map(|p| (*p).to_owned()).collect();
            Text::new(&document("en", &[("", paragraphs)]), &mut interner)
        };
        let (left, right) = (text(left), text(right));
        (
            Features::new(&left, &right, &interner),
            left,
            right,
            interner,
        )
    }

    #[test]
    fn likeness_is_one_for_equal_paragraphs_and_none_for_strangers() {
        let (features, ..) = features(
            &["the red ferry leaves", "bridges rise at noon"],
            &["the red ferry leaves", "lamps burn"],
        );
        assert!((features.likeness(0, 0) - 1.0).abs() < 1e-6);
        assert_eq!(features.likeness(0, 1), 0.0);
        assert_eq!(features.likeness(1, 0), 0.0);
    }

    #[test]
    fn mass_counts_what_is_in_no_row() {
        let (features, ..) = features(&["red ferry leaves"], &["old bridge"]);
        assert!(features.left.row(0).is_empty());
        let rarity = FEWEST.ln() + 0.1;
        let weight = rarity * rarity;
        let expected = weight * (3.0 + 2.0 * RUN_WEIGHT[1] + RUN_WEIGHT[2]);
        assert!((features.left.mass(0) - expected).abs() < 1e-4);
    }

    #[test]
    fn words_weigh_by_their_rarity() {
        let (features, _, _, mut interner) =
            features(&["ferry red", "ferry"], &["ferry blue", "ferry"]);
        let mut weight = |word| {
            let key = interner.key(word, WordKind::Word, &Language::new("en"));
            features.word_weight[key as usize]
        };
        assert!(weight("red") > weight("ferry"));
        assert_eq!(weight("red"), weight("blue"));
    }
}
