//! Which paragraphs could belong together: an inverted index over the rarer features finds a few
//! for each, without looking at all pairs.

use crate::features::{Features, Rows};
use crate::pace::Pace;

/// A pair worth a look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Candidate {
    /// Left paragraph.
    pub left: u32,
    /// Right paragraph.
    pub right: u32,
    /// [`Features::likeness`].
    pub score: f32,
}

/// Features in more paragraphs than this find nothing new and would make the search quadratic.
const MAX_SPREAD: u32 = 64;
/// How many of a paragraph's rarest features are looked up: more find nothing more.
const LOOKED_UP: usize = 24;
/// How many candidates a paragraph keeps.
const KEPT: usize = 8;
/// Of a long text a paragraph keeps no candidate less than this share as good as its best one: it
/// would be no rival.
const RIVAL_SHARE: f32 = 0.16;
/// A paragraph of a long text is not looked for once one that looked for it is this much like it:
/// who else resembles it has found it too.
const SETTLED: f32 = 0.7;
/// Pairs less alike than this are noise.
const FLOOR: f32 = 0.02;

/// Whether two texts are so short that everything is looked at.
fn small(features: &Features) -> bool {
    (features.left.len() + features.right.len()) as u32 <= 8 * MAX_SPREAD
}

/// The best candidates of every paragraph of either side, by position; and how many paragraphs
/// were not looked at because time was up. `twins` are the pairs of paragraphs that have the same
/// words and no other paragraph has: in long texts nothing is sought for them.
///
/// A pair is kept when it is among the best of its left or of its right paragraph, so the answer
/// does not depend on which side is which. O(paragraphs × constants).
pub(crate) fn candidates(
    features: &Features,
    twins: &[(u32, u32)],
    pace: &Pace,
) -> (Vec<Candidate>, u32) {
    let (left, right) = (&features.left, &features.right);
    let mut open = (vec![true; left.len()], vec![true; right.len()]);
    if !small(features) {
        for &(left, right) in twins {
            open.0[left as usize] = false;
            open.1[right as usize] = false;
        }
    }
    let likeness = |&(left, right): &(u32, u32)| Candidate {
        left,
        right,
        score: features.likeness(left as usize, right as usize),
    };
    let in_time = |&(left, _): &(u32, u32)| !pace.late(features.left.row(left as usize).len());
    let (forward, skipped_right) = best_of(right, &open.1, left, features, pace);
    let mut pairs: Vec<(u32, u32)> = forward.into_iter().map(|(r, l)| (l, r)).collect();
    pairs.sort_unstable();
    pace.ask();
    let mut found: Vec<Candidate> = pairs
        .iter()
        .take_while(|p| in_time(p))
        .map(likeness)
        .collect();
    if !small(features) {
        for settled in found.iter().filter(|c| c.score >= SETTLED) {
            open.0[settled.left as usize] = false;
        }
    }
    let (backward, skipped_left) = best_of(left, &open.0, right, features, pace);
    let new = backward
        .iter()
        .filter(|pair| pairs.binary_search(pair).is_err());
    found.extend(new.take_while(|p| in_time(p)).map(likeness));
    found.retain(|c| c.score >= FLOOR);
    pace.ask();
    // Two lists in order, which is all that a merge sort needs.
    found.sort_by_key(|c| (c.left, c.right));
    (found, skipped_left + skipped_right)
}

/// For each paragraph of `from` that is `open` its best few of `to`.
fn best_of(
    from: &Rows,
    open: &[bool],
    to: &Rows,
    features: &Features,
    pace: &Pace,
) -> (Vec<(u32, u32)>, u32) {
    let small = small(features);
    let most = if small { u32::MAX } else { MAX_SPREAD };
    let sought = |feature: u32| features.spread[feature as usize] <= most;
    let postings = Postings::new(to, features.weight.len(), sought, pace);
    pace.ask();
    let mut pairs = Vec::with_capacity(from.len() * KEPT);
    let mut sums = vec![0f32; to.len()];
    let mut touched: Vec<u32> = Vec::new();
    let mut looked: Vec<(f32, u32)> = Vec::new();
    let mut ranked: Vec<(f32, u32)> = Vec::new();
    for (k, open) in open.iter().enumerate() {
        // The lists that are added up are long.
        if pace.late(8 * from.row(k).len()) {
            return (pairs, (from.len() - k) as u32);
        }
        if !open {
            continue;
        }
        looked.clear();
        let row = from.distinct(k).filter(|feature| sought(*feature));
        looked.extend(row.map(|feature| (features.weight[feature as usize], feature)));
        if !small {
            keep_best(&mut looked, LOOKED_UP);
        }
        for &(weight, feature) in &looked {
            for &other in postings.of(feature) {
                if sums[other as usize] == 0.0 {
                    touched.push(other);
                }
                sums[other as usize] += weight;
            }
        }
        // What a long paragraph shares is worth less: else the longest are candidates of all.
        ranked.clear();
        ranked.extend(touched.drain(..).map(|other| {
            let sum = std::mem::take(&mut sums[other as usize]);
            (sum / (from.mass(k) + to.mass(other as usize)), other)
        }));
        keep_best(&mut ranked, KEPT);
        if !small {
            let best = ranked.iter().map(|r| r.0).fold(0.0, f32::max);
            ranked.retain(|r| r.0 >= RIVAL_SHARE * best);
        }
        pairs.extend(ranked.iter().map(|&(_, other)| (k as u32, other)));
    }
    (pairs, 0)
}

/// Keeps the `most` with the greatest weights, of equal ones those with the smaller numbers; in
/// no particular order.
fn keep_best(of: &mut Vec<(f32, u32)>, most: usize) {
    if of.len() > most {
        of.select_nth_unstable_by(most, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        of.truncate(most);
    }
}

/// The rows in which each feature stands, one list after the other.
struct Postings {
    rows: Vec<u32>,
    bounds: Vec<u32>,
}

impl Postings {
    /// Of the features that are `sought`, as far as there is time. Linear in the features of all
    /// rows.
    fn new(of: &Rows, features: usize, sought: impl Fn(u32) -> bool, pace: &Pace) -> Self {
        let in_time = |k: &usize| !pace.late(of.row(*k).len());
        let row = |k| of.distinct(k).filter(|feature| sought(*feature));
        // Counted one place further on, so that filling moves each bound to where it belongs.
        let mut bounds = vec![0u32; features + 2];
        let mut counted = 0;
        for k in (0..of.len()).take_while(in_time) {
            row(k).for_each(|feature| bounds[feature as usize + 2] += 1);
            counted = k + 1;
        }
        for k in 2..bounds.len() {
            bounds[k] += bounds[k - 1];
        }
        pace.ask();
        let mut rows = vec![0; bounds[features + 1] as usize];
        for k in (0..counted).take_while(in_time) {
            for feature in row(k) {
                let at = &mut bounds[feature as usize + 1];
                rows[*at as usize] = k as u32;
                *at += 1;
            }
        }
        Postings { rows, bounds }
    }

    fn of(&self, feature: u32) -> &[u32] {
        let feature = feature as usize;
        &self.rows[self.bounds[feature] as usize..self.bounds[feature + 1] as usize]
    }
}
