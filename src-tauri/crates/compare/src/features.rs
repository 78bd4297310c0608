//! What makes two paragraphs alike: words and runs of two and three words, each weighed by the
//! square of how rare it is in the two texts (as tf-idf weighs it in a cosine).

use rustc_hash::FxHashMap;

use crate::text::{Interner, Text};

/// What a run of two and of three words weighs beside a single word of the same rarity.
const RUN_WEIGHT: [f32; 3] = [1.0, 0.4, 0.25];

/// How often a feature occurs in a paragraph.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Entry {
    /// Interned feature.
    pub feature: u32,
    /// Times it occurs.
    pub count: f32,
}

/// The features of one side's paragraphs: sparse rows, each sorted by feature.
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
        let mut index = Index {
            ids: FxHashMap::default(),
            spread: Vec::new(),
            length: Vec::new(),
        };
        let mut left = index.rows(left);
        let mut right = index.rows(right);
        let paragraphs = (left.len() + right.len()) as f32;
        let weight: Vec<f32> = index
            .spread
            .iter()
            .zip(&index.length)
            .map(|(&spread, &length)| {
                let rarity = (paragraphs / spread as f32).ln() + 0.1;
                rarity * rarity * RUN_WEIGHT[length as usize - 1]
            })
            .collect();
        for rows in [&mut left, &mut right] {
            for k in 0..rows.mass.len() {
                rows.mass[k] = rows
                    .row(k)
                    .iter()
                    .map(|e| e.count * weight[e.feature as usize])
                    .sum();
            }
        }
        let mut word_weight = vec![0.0; interner.len()];
        for (&key, &id) in &index.ids {
            if key < 1 << 32 {
                word_weight[key as usize] = weight[id as usize];
            }
        }
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
        while i < a.len() && j < b.len() {
            match a[i].feature.cmp(&b[j].feature) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    sum += a[i].count.min(b[j].count) * self.weight[a[i].feature as usize];
                    i += 1;
                    j += 1;
                }
            }
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

struct Index {
    /// A run of words as a number: one word is its key; a longer run is made of the number of
    /// the run without its last word, and that word.
    ids: FxHashMap<u64, u32>,
    spread: Vec<u32>,
    length: Vec<u8>,
}

impl Index {
    fn rows(&mut self, text: &Text) -> Rows {
        let mut rows = Rows {
            bounds: vec![0],
            ..Rows::default()
        };
        let mut features: Vec<u32> = Vec::new();
        for k in 0..text.len() {
            features.clear();
            // The words before: as a run of one, and as a run of two.
            let (mut one, mut two): (Option<u32>, Option<u32>) = (None, None);
            for token in text.paragraph(k).iter().filter(|t| t.is_word()) {
                let word = self.id(u64::from(token.key), 1);
                features.push(word);
                let next = one.map(|previous| {
                    self.id((u64::from(previous) + 1) << 32 | u64::from(token.key), 2)
                });
                features.extend(next);
                if let Some(previous) = two {
                    features
                        .push(self.id((u64::from(previous) + 1) << 32 | u64::from(token.key), 3));
                }
                (one, two) = (Some(word), next);
            }
            features.sort_unstable();
            let begin = rows.entries.len();
            for &feature in &features {
                match rows.entries[begin..].last_mut() {
                    Some(last) if last.feature == feature => last.count += 1.0,
                    _ => {
                        rows.entries.push(Entry {
                            feature,
                            count: 1.0,
                        });
                        self.spread[feature as usize] += 1;
                    }
                }
            }
            rows.bounds.push(rows.entries.len());
            rows.mass.push(0.0);
        }
        rows
    }

    fn id(&mut self, run: u64, length: u8) -> u32 {
        let next = self.spread.len() as u32;
        let id = *self.ids.entry(run).or_insert(next);
        if id == next {
            self.spread.push(0);
            self.length.push(length);
        }
        id
    }
}
