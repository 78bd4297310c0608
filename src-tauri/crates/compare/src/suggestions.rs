//! What else might be worth a look: for each newer paragraph the older ones that speak of the
//! same things, in whatever words.
//!
//! Links are weighed by runs of words, because wording is what is carried on. A suggestion is
//! about the matter: here only the stems of words that carry meaning count, and pairs of them.

use rustc_hash::FxHashMap;

use crate::interner::Interner;
use crate::pace::Pace;
use crate::related::Best;
use crate::text::Text;

/// Up to this many pairs all are looked at, beyond it only those that were candidates.
const ALL_PAIRS: usize = 40_000;
/// What a pair of neighbouring stems weighs beside a single one of the same rarity.
const PAIR_WEIGHT: f32 = 0.3;
/// How much rarity counts.
const RARITY: f32 = 1.5;
/// What two paragraphs share is held against their masses, and this much against that of the
/// shorter one: it may be about a part of what the longer one is about (an index as of Tversky 1977,
/// of which Dice's coefficient has .5).
const SHORTER: f32 = 0.6;
/// Pairs less alike than this have only the subject of the whole text in common.
const FLOOR: f32 = 0.04;
/// What chapters that belong together count, and what it counts that the older paragraph
/// resembles no other newer one as much.
const CHAPTERS: f32 = 0.75;
const MARGIN: f32 = 0.3;
/// Likenesses below this differ by chance only.
const NOISE: f32 = 0.02;

/// A pair worth a look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Guess {
    /// Older paragraph.
    pub left: u32,
    /// Newer paragraph.
    pub right: u32,
    /// How good a guess it is beside others of the same newer paragraph.
    pub rank: f32,
}

/// Pairs of paragraphs that speak of the same things, with their likeness from 0 to 1. Of short
/// texts all pairs are looked at; of long ones the likeness of the `candidates` is taken as it is.
/// Ends when there is no time. Linear in the pairs times the words of a paragraph.
pub(crate) fn alike(
    left: &Text,
    right: &Text,
    interner: &Interner,
    candidates: impl Iterator<Item = (u32, u32, f32)>,
    pace: &Pace,
) -> Vec<(u32, u32, f32)> {
    if left.len() * right.len() > ALL_PAIRS {
        return candidates.collect();
    }
    let mut index = Index::default();
    let mut left = index.bags(left, interner);
    let mut right = index.bags(right, interner);
    let all = (left.len() + right.len()) as f32;
    let weight: Vec<f32> = index
        .spread
        .iter()
        .zip(&index.paired)
        .map(|(&spread, &paired)| {
            let rarity = ((all / spread as f32).ln() + 0.1).powf(RARITY);
            rarity * if paired { PAIR_WEIGHT } else { 1.0 }
        })
        .collect();
    for bag in left.iter_mut().chain(&mut right) {
        bag.mass = bag.entries.iter().map(|e| e.1 * weight[e.0 as usize]).sum();
    }
    let mut alike = Vec::new();
    for (l, old) in left.iter().enumerate() {
        if pace.late(16 * right.len()) {
            break;
        }
        for (r, new) in right.iter().enumerate() {
            let likeness = old.likeness(new, &weight);
            if likeness >= FLOOR {
                alike.push((l as u32, r as u32, likeness));
            }
        }
    }
    alike
}

/// Ranks pairs, given with their likeness as (older, newer, likeness), those of the newer paragraphs
/// that are `wanted`; `chapters` is the affinity of the chapters of two paragraphs. Linear.
pub(crate) fn guesses(
    alike: &[(u32, u32, f32)],
    wanted: impl Fn(u32) -> bool,
    chapters: impl Fn(u32, u32) -> f32,
) -> Vec<Guess> {
    let lefts = alike.iter().map(|pair| pair.0 as usize + 1);
    let mut best = vec![Best::default(); lefts.max().unwrap_or(0)];
    for &(left, right, likeness) in alike {
        best[left as usize].see(likeness, right);
    }
    let log = |likeness: f32| (likeness + NOISE).ln();
    let wanted = alike.iter().filter(|pair| wanted(pair.1));
    wanted
        .map(|&(left, right, likeness)| {
            let rival = best[left as usize].without(right);
            let margin = log(likeness) - log(rival);
            let rank = log(likeness) + CHAPTERS * chapters(left, right) + MARGIN * margin;
            Guess { left, right, rank }
        })
        .collect()
}

/// Numbers stems and pairs of stems.
#[derive(Default)]
struct Index {
    ids: FxHashMap<(u32, u32), u32>,
    /// In how many paragraphs each occurs.
    spread: Vec<u32>,
    /// Whether it is a pair.
    paired: Vec<bool>,
}

impl Index {
    fn bags(&mut self, text: &Text, interner: &Interner) -> Vec<Bag> {
        (0..text.len())
            .map(|k| {
                let stems: Vec<u32> = text
                    .paragraph(k)
                    .iter()
                    .filter(|t| interner.is_content(t.key))
                    .map(|t| interner.stem(t.key))
                    .collect();
                let single = stems.iter().map(|&stem| (stem, u32::MAX));
                let paired = stems.windows(2).map(|w| (w[0], w[1]));
                let mut found: Vec<u32> = single.chain(paired).map(|f| self.id(f)).collect();
                found.sort_unstable();
                let mut entries: Vec<(u32, f32)> = Vec::with_capacity(found.len());
                for id in found {
                    match entries.last_mut() {
                        Some(last) if last.0 == id => last.1 += 1.0,
                        _ => {
                            entries.push((id, 1.0));
                            self.spread[id as usize] += 1;
                        }
                    }
                }
                Bag { entries, mass: 0.0 }
            })
            .collect()
    }

    fn id(&mut self, feature: (u32, u32)) -> u32 {
        let next = self.spread.len() as u32;
        let id = *self.ids.entry(feature).or_insert(next);
        if id == next {
            self.spread.push(0);
            self.paired.push(feature.1 != u32::MAX);
        }
        id
    }
}

/// The stems of a paragraph with how often they occur, ascending.
struct Bag {
    entries: Vec<(u32, f32)>,
    mass: f32,
}

impl Bag {
    /// What is shared, from 0 to 1.
    fn likeness(&self, other: &Bag, weight: &[f32]) -> f32 {
        let (a, b) = (&self.entries, &other.entries);
        let (mut i, mut j, mut shared) = (0, 0, 0.0);
        while i < a.len() && j < b.len() {
            match a[i].0.cmp(&b[j].0) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    shared += a[i].1.min(b[j].1) * weight[a[i].0 as usize];
                    (i, j) = (i + 1, j + 1);
                }
            }
        }
        let (shorter, longer) = (self.mass.min(other.mass), self.mass.max(other.mass));
        if shared > 0.0 {
            shared / (SHORTER * shorter + (1.0 - SHORTER) * longer)
        } else {
            0.0
        }
    }
}

#[cfg(test)]
mod tests {
    use wsis_document::Silent;

    use super::*;
    use crate::invariants::document;

    #[test]
    fn what_speaks_of_the_same_things_ranks_first() {
        let texts = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
        let old = document(
            "en",
            &[(
                "",
                texts(&[
                    "The harbour master keeps the lights in order.",
                    "Every ferry carries lifeboats for its passengers.",
                ]),
            )],
        );
        let new = document(
            "en",
            &[(
                "",
                texts(&["Passenger safety: lifeboat drills on ferries."]),
            )],
        );
        let pace = Pace::new(&Silent);
        let mut interner = Interner::default();
        let (a, b) = (
            Text::new(&old, &mut interner, &pace),
            Text::new(&new, &mut interner, &pace),
        );
        let alike = alike(&a, &b, &interner, std::iter::empty(), &pace);
        let mut found = guesses(&alike, |_| true, |_, _| 0.0);
        found.sort_by(|x, y| y.rank.total_cmp(&x.rank));
        assert_eq!(found[0].left, 1);
    }

    #[test]
    fn a_part_of_a_long_paragraph_is_more_alike_than_half_of_an_equal_one() {
        let weight = [1.0; 64];
        let bag = |of: std::ops::Range<u32>| Bag {
            mass: of.len() as f32,
            entries: of.map(|id| (id, 1.0)).collect(),
        };
        let likeness = |a, b| bag(a).likeness(&bag(b), &weight);
        assert_eq!(likeness(0..10, 0..10), 1.0);
        assert_eq!(likeness(0..10, 10..20), 0.0);
        // As many stems are shared, and both pairs are of thirty stems.
        let part = likeness(0..10, 0..20);
        assert!(part > likeness(0..15, 5..20));
        assert_eq!(part, likeness(0..20, 0..10));
        assert!(part < 1.0);
    }
}
