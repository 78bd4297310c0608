//! Which paragraphs could belong together: an inverted index over the rarer features finds a few
//! for each, without looking at all pairs.

use wsis_document::Monitor;

use crate::features::{Features, Rows};

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
/// How many of a paragraph's rarest features are looked up.
const LOOKED_UP: usize = 48;
/// How many candidates a paragraph keeps.
const KEPT: usize = 8;
/// Pairs less alike than this are noise.
const FLOOR: f32 = 0.02;

/// The best candidates of every paragraph of either side, by position; and how many paragraphs
/// were not looked at because time was up.
///
/// A pair is kept when it is among the best of its left or of its right paragraph, so the answer
/// does not depend on which side is which. O(paragraphs × constants).
pub(crate) fn candidates(features: &Features, monitor: &dyn Monitor) -> (Vec<Candidate>, u32) {
    let (forward, skipped_right) = best_of(&features.right, &features.left, features, monitor);
    let (backward, skipped_left) = best_of(&features.left, &features.right, features, monitor);
    let mut pairs: Vec<(u32, u32)> = forward
        .into_iter()
        .map(|(r, l)| (l, r))
        .chain(backward)
        .collect();
    pairs.sort_unstable();
    pairs.dedup();
    let found = pairs
        .into_iter()
        .map(|(left, right)| Candidate {
            left,
            right,
            score: features.likeness(left as usize, right as usize),
        })
        .filter(|c| c.score >= FLOOR)
        .collect();
    (found, skipped_left + skipped_right)
}

/// For each paragraph of `from` its best few of `to`.
fn best_of(
    from: &Rows,
    to: &Rows,
    features: &Features,
    monitor: &dyn Monitor,
) -> (Vec<(u32, u32)>, u32) {
    let small = (from.len() + to.len()) as u32 <= 8 * MAX_SPREAD;
    let most = if small { u32::MAX } else { MAX_SPREAD };
    let mut postings: Vec<Vec<u32>> = vec![Vec::new(); features.weight.len()];
    for k in 0..to.len() {
        for entry in to.row(k) {
            if features.spread[entry.feature as usize] <= most {
                postings[entry.feature as usize].push(k as u32);
            }
        }
    }
    let mut pairs = Vec::new();
    let mut sums = vec![0f32; to.len()];
    let mut touched: Vec<u32> = Vec::new();
    for k in 0..from.len() {
        if k % 256 == 0 && monitor.stop().is_some() {
            return (pairs, (from.len() - k) as u32);
        }
        let mut looked: Vec<(f32, u32)> = from
            .row(k)
            .iter()
            .filter(|e| !postings[e.feature as usize].is_empty())
            .map(|e| (features.weight[e.feature as usize], e.feature))
            .collect();
        if !small && looked.len() > LOOKED_UP {
            looked
                .select_nth_unstable_by(LOOKED_UP, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            looked.truncate(LOOKED_UP);
        }
        for (weight, feature) in looked {
            for &other in &postings[feature as usize] {
                if sums[other as usize] == 0.0 {
                    touched.push(other);
                }
                sums[other as usize] += weight;
            }
        }
        // What a long paragraph shares is worth less: else the longest are candidates of all.
        let mut ranked: Vec<(f32, u32)> = touched
            .drain(..)
            .map(|other| {
                let sum = std::mem::take(&mut sums[other as usize]);
                (sum / (from.mass(k) + to.mass(other as usize)), other)
            })
            .collect();
        ranked.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        pairs.extend(
            ranked
                .iter()
                .take(KEPT)
                .map(|&(_, other)| (k as u32, other)),
        );
    }
    (pairs, 0)
}
