//! What makes two paragraphs alike: words and pairs of neighbouring words, each weighed by the
//! square of how rare it is in the two texts (as tf-idf weighs it in a cosine).

use rustc_hash::FxHashMap;

use crate::interner::Interner;
use crate::pace::Pace;
use crate::recurring::Recurring;
use crate::text::Text;

/// What a pair of words weighs beside a single word of the same rarity. Longer runs cost as much
/// as all the rest and find nothing more.
const PAIR_WEIGHT: f32 = 0.8;

/// What stands in fewer than one of so many paragraphs is as rare as can be: else in long texts
/// the words that were changed outweigh all that were kept.
const RAREST: f32 = 1_000.0;
/// Two short texts are weighed as if they had this many paragraphs together: else a word that both
/// have would be everywhere, and what they share would weigh nothing.
const FEWEST: f32 = 40.0;

/// The features of one side's paragraphs: sorted rows, in which a feature stands as often as it
/// occurs. One that is on one side only can tie nothing; it counts in the mass and is in no row.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    features: Vec<u32>,
    bounds: Vec<usize>,
    mass: Vec<f32>,
}

impl Rows {
    /// The features of a paragraph, ascending.
    pub(crate) fn row(&self, index: usize) -> &[u32] {
        &self.features[self.bounds[index]..self.bounds[index + 1]]
    }

    /// The features of a paragraph, ascending, each once.
    pub(crate) fn distinct(&self, index: usize) -> impl Iterator<Item = u32> {
        distinct(self.row(index))
    }

    /// Weight of all features of a paragraph.
    pub(crate) fn mass(&self, index: usize) -> f32 {
        self.mass[index]
    }

    /// How many paragraphs there are.
    pub(crate) fn len(&self) -> usize {
        self.mass.len()
    }

    /// For each of `features` whether it is in any row.
    fn marks(&self, features: usize) -> Vec<bool> {
        let mut marks = vec![false; features];
        (self.features.iter()).for_each(|feature| marks[*feature as usize] = true);
        marks
    }

    /// Drops the features that do not satisfy `keep`.
    fn retain(&mut self, keep: impl Fn(u32) -> bool) {
        let (mut read, mut write) = (0, 0);
        for bound in self.bounds.iter_mut().skip(1) {
            while read < *bound {
                let feature = self.features[read];
                self.features[write] = feature;
                write += usize::from(keep(feature));
                read += 1;
            }
            *bound = write;
        }
        self.features.truncate(write);
        self.features.shrink_to_fit();
    }
}

/// Each feature of a row once.
fn distinct(row: &[u32]) -> impl Iterator<Item = u32> {
    let mut last = None;
    let row = row.iter().copied();
    row.filter(move |feature| last.replace(*feature) != Some(*feature))
}

/// The features of both texts.
#[derive(Debug)]
pub(crate) struct Features {
    /// Of the left paragraphs.
    pub left: Rows,
    /// Of the right paragraphs.
    pub right: Rows,
    /// What one occurrence of a feature weighs, and after the last one 0.
    pub weight: Vec<f32>,
    /// In how many paragraphs of both texts a feature occurs.
    pub spread: Vec<u32>,
    /// How many of the features are words.
    words: usize,
}

impl Features {
    /// Counts the features of both texts; paragraphs that there is no time for have none. Linear in
    /// the words.
    pub(crate) fn new(left: &Text, right: &Text, interner: &Interner, pace: &Pace) -> Self {
        let mut index = Index::new(Recurring::new([left, right], pace), interner.len());
        let (mut left, left_unique) = index.rows(left, None, pace);
        let (mut right, right_unique) = index.rows(right, Some(&left), pace);
        let paragraphs = ((left.len() + right.len()) as f32).max(FEWEST);
        let weight_of = |spread: u32, paired: bool| {
            // A key that is no word, or stands in a heading only.
            if spread == 0 {
                return 0.0;
            }
            let rarity = (paragraphs / spread as f32).min(RAREST).ln() + 0.1;
            rarity * rarity * if paired { PAIR_WEIGHT } else { 1.0 }
        };
        let weight: Vec<f32> = index
            .spread
            .iter()
            .enumerate()
            .map(|(feature, &spread)| {
                // A word that another one stands for weighs what that one does.
                let spread = match spread {
                    0 => index.spread[interner.root(feature as u32) as usize],
                    own => own,
                };
                weight_of(spread, feature >= interner.len())
            })
            .chain([0.0])
            .collect();
        for (rows, unique) in [(&mut left, left_unique), (&mut right, right_unique)] {
            pace.ask();
            for (k, pairs) in unique.into_iter().enumerate() {
                let known: f32 = rows.row(k).iter().map(|f| weight[*f as usize]).sum();
                rows.mass[k] = known + pairs as f32 * weight_of(1, true);
            }
        }
        pace.ask();
        let (in_left, in_right) = (left.marks(weight.len()), right.marks(weight.len()));
        pace.ask();
        left.retain(|feature| in_right[feature as usize]);
        pace.ask();
        right.retain(|feature| in_left[feature as usize]);
        Features {
            left,
            right,
            weight,
            spread: index.spread,
            words: interner.len(),
        }
    }

    /// What a word by itself weighs, by its key; 0 for a word that is in no paragraph.
    pub(crate) fn word_weight(&self) -> &[f32] {
        &self.weight[..self.words]
    }

    /// Weight of what two paragraphs share.
    pub(crate) fn overlap(&self, left: usize, right: usize) -> f32 {
        self.overlap_of(self.left.row(left), self.right.row(right))
    }

    /// Weight of what two rows share. Linear.
    pub(crate) fn overlap_of(&self, a: &[u32], b: &[u32]) -> f32 {
        let (mut i, mut j, mut sum) = (0, 0, 0.0);
        let nothing = self.weight.len() - 1;
        // Which side is ahead and what is shared is anybody's guess, so nothing branches on it.
        while i < a.len() && j < b.len() {
            let (x, y) = (a[i], b[j]);
            sum += self.weight[if x == y { x as usize } else { nothing }];
            i += usize::from(x <= y);
            j += usize::from(y <= x);
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

/// Numbers the features: those of single words, and the pairs that may occur twice. Of the other
/// pairs, which are most, it is enough to know how many there are.
struct Index {
    recurring: Recurring,
    /// The feature of each pair of words; that of a word is its key.
    pairs: FxHashMap<(u32, u32), u32>,
    spread: Vec<u32>,
    /// Pairs of the paragraph at hand.
    found: Vec<(u32, u32)>,
}

impl Index {
    fn new(recurring: Recurring, words: usize) -> Self {
        Index {
            recurring,
            pairs: FxHashMap::default(),
            spread: vec![0; words],
            found: Vec::new(),
        }
    }

    /// The rows of one side without masses, and for each how many pairs occur there and nowhere
    /// else. What was copied from the `other` side has its features.
    fn rows(&mut self, text: &Text, other: Option<&Rows>, pace: &Pace) -> (Rows, Vec<u32>) {
        let mut rows = Rows {
            features: Vec::with_capacity(text.all_words() * 3 / 2),
            bounds: vec![0],
            ..Rows::default()
        };
        let mut unique = Vec::with_capacity(text.len());
        for k in 0..text.len() {
            let begin = rows.features.len();
            // A feature is dearer than a word: it is looked up and sorted.
            let late = pace.late(4 * text.word_count(k));
            let copied = other.zip(text.copied(k));
            let alone = if let Some((other, copied)) = copied {
                rows.features.extend_from_slice(other.row(copied));
                0
            } else {
                let words = if late { &[] } else { text.words(k) };
                self.append(words, &mut rows.features)
            };
            distinct(&rows.features[begin..])
                .for_each(|feature| self.spread[feature as usize] += 1);
            rows.bounds.push(rows.features.len());
            rows.mass.push(0.0);
            unique.push(alone);
        }
        (rows, unique)
    }

    /// Appends the features of a paragraph, ascending; answers with how many pairs are left out
    /// because they occur once.
    fn append(&mut self, words: &[u32], features: &mut Vec<u32>) -> u32 {
        let begin = features.len();
        features.extend_from_slice(words);
        features[begin..].sort_unstable();
        let begin = features.len();
        self.recurring.pairs(words, &mut self.found);
        for &(a, b) in &self.found {
            let next = self.spread.len() as u32;
            let feature = *self.pairs.entry((a, b)).or_insert(next);
            if feature == next {
                self.spread.push(0);
            }
            features.push(feature);
        }
        // Pairs are numbered as they come, so these are long runs in order, which a merge sort
        // keeps; and the first is greater than any word.
        features[begin..].sort();
        (words.len().saturating_sub(1) - self.found.len()) as u32
    }
}

#[cfg(test)]
mod tests {
    use wsis_document::{Language, Silent, WordKind};

    use super::*;
    use crate::invariants::document;

    fn features(left: &[&str], right: &[&str]) -> (Features, Text, Text, Interner) {
        let mut interner = Interner::default();
        let mut text = |of: &[&str]| {
            let paragraphs = of.iter().map(|p| (*p).to_owned()).collect();
            Text::new(
                &document("en", &[("", paragraphs)]),
                &mut interner,
                &Pace::new(&Silent),
            )
        };
        let (left, right) = (text(left), text(right));
        (
            Features::new(&left, &right, &interner, &Pace::new(&Silent)),
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
        let expected = weight * (3.0 + 2.0 * PAIR_WEIGHT);
        assert!((features.left.mass(0) - expected).abs() < 1e-4);
    }

    #[test]
    fn words_weigh_by_their_rarity() {
        let (features, _, _, mut interner) =
            features(&["ferry red", "ferry"], &["ferry blue", "ferry"]);
        let mut weight = |word| {
            let key = interner.key(word, 0..word.len(), WordKind::Word, &Language::new("en"));
            features.word_weight()[key as usize]
        };
        assert!(weight("red") > weight("ferry"));
        assert_eq!(weight("red"), weight("blue"));
    }
}
