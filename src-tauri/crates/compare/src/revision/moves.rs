//! Pairs out of order: they take their paragraphs from weaker pairs in order.

use rustc_hash::FxHashMap;

use super::usual::Usual;
use super::{Ground, LEAST, NOISE, Plan, stretch};
use crate::pace::Pace;
use crate::related::{Best, EQUAL, Weighed};

/// What it costs to look at a pair, in words.
const STEPS: usize = 8;

/// Log odds that two paragraphs far from each other's place belong together, from a logistic
/// regression over generated drafts: by the logarithm of their likeness, by how much it exceeds
/// that of the next best partner of either, by how much their lengths differ, by how alike their
/// neighbours are that would have moved along, and by how much less alike they are than is usual.
const LIKENESS: f32 = 0.7;
const MARGIN: f32 = 1.6;
const BETTER_MARGIN: f32 = 0.75;
const STRETCH: f32 = -1.8;
const BESIDE: f32 = 6.0;
const ALONG: f32 = 3.0;
const SAME: f32 = 6.5;
const LACK: f32 = -3.0;
const IN_PLACE: f32 = 1.6;

/// The same for paragraphs that are still free when all others have found their place: it is
/// enough to have no rival on one side (one that has found its own place explains the other), and
/// a neighbour that has moved along is known by then.
mod left_over {
    pub(super) const LIKENESS: f32 = 0.7;
    pub(super) const MARGIN: f32 = -0.7;
    pub(super) const BETTER_MARGIN: f32 = 3.8;
    pub(super) const FREE_MARGIN: f32 = 0.5;
    pub(super) const STRETCH: f32 = -2.85;
    pub(super) const BESIDE: f32 = 10.5;
    pub(super) const ALONG: f32 = 8.5;
    pub(super) const LACK: f32 = -2.5;
    pub(super) const BASE: f32 = -0.6;
    /// Share of paragraphs that had moved for sure in those drafts.
    pub(super) const MOVED: f32 = 0.07;
}

/// Lets all pairs worth a look compete with what was found, the likeliest first: a pair is taken
/// when it is likelier than all pairs together that have to go for it. O(n log n) in the
/// candidates. Answers how many pairs were taken.
pub(super) fn contest(ground: &Ground, plan: &mut Plan, usual: Usual, pace: &Pace) -> usize {
    let mut taken = 0;
    let mut pairs: Vec<(f32, &Weighed)> = ground
        .weighed
        .iter()
        .take_while(|_| !pace.late(STEPS))
        .filter(|w| w.likeness >= LEAST)
        .filter(|w| plan.of_left(w.left) + plan.of_right(w.right) < f32::INFINITY)
        .map(|w| (worth(w, ground, plan, usual), w))
        .filter(|p| p.0 > 0.0)
        .collect();
    pairs.sort_by(|a, b| {
        b.0.total_cmp(&a.0)
            .then(b.1.likeness.total_cmp(&a.1.likeness))
    });
    for (worth, w) in pairs {
        let (left, right) = (w.left, w.right);
        if !plan.web.allows(left, right) || plan.web.has(left, right) {
            continue;
        }
        if worth > IN_PLACE * (plan.of_left(left) + plan.of_right(right))
            && ground.tells(left, right, w.likeness)
        {
            plan.free_left(left);
            plan.free_right(right);
            plan.join(left, right, w.likeness, worth);
            taken += 1;
        }
    }
    taken
}

fn worth(w: &Weighed, ground: &Ground, plan: &Plan, usual: Usual) -> f32 {
    LIKENESS * (w.likeness + NOISE).ln()
        + MARGIN * w.margins.0.min(w.margins.1)
        + BETTER_MARGIN * w.margins.0.max(w.margins.1)
        + STRETCH * stretch(ground.words(w.left, w.right))
        + BESIDE * beside(w, ground)
        + if along(w, ground, plan) { ALONG } else { 0.0 }
        + LACK * usual.lack(w.likeness)
        + if w.likeness >= EQUAL { SAME } else { 0.0 }
}

/// Likeness of a pair, 0 when it is no candidate.
fn likeness_of(weighed: &[Weighed], left: u32, right: u32) -> f32 {
    weighed
        .binary_search_by_key(&(left, right), |w| (w.left, w.right))
        .map_or(0.0, |at| weighed[at].likeness)
}

/// Joins the pairs of free paragraphs that are likely when their taken rivals are passed over.
/// `known` pairs are known to have moved. Twice: who has moved along is known the second time.
pub(super) fn rest(ground: &Ground, plan: &mut Plan, usual: Usual, known: usize, pace: &Pace) {
    // Where little has moved for sure, little has moved unseen.
    let share = (known as f32 + 0.5) / ground.left.len().max(ground.right.len()) as f32;
    let prior = 2.0 * (share / left_over::MOVED).ln().min(0.0);
    for _ in 0..2 {
        let free: Vec<&Weighed> = ground
            .weighed
            .iter()
            .take_while(|_| !pace.late(STEPS))
            .filter(|w| w.likeness >= LEAST)
            .filter(|w| {
                plan.web.left_free(w.left as usize) && plan.web.right_free(w.right as usize)
            })
            .collect();
        let mut rivals = (FxHashMap::default(), FxHashMap::default());
        for w in &free {
            let of = |best: &mut FxHashMap<u32, Best>, own, partner| {
                best.entry(own).or_default().see(w.likeness, partner)
            };
            of(&mut rivals.0, w.left, w.right);
            of(&mut rivals.1, w.right, w.left);
        }
        let mut pairs: Vec<(f32, &Weighed)> = free
            .into_iter()
            .map(|w| {
                let rival =
                    (rivals.0[&w.left].without(w.right)).max(rivals.1[&w.right].without(w.left));
                (prior + worth_of_rest(w, rival, ground, plan, usual), w)
            })
            .filter(|(worth, w)| *worth > 0.0 && ground.tells(w.left, w.right, w.likeness))
            .collect();
        pairs.sort_by(|a, b| {
            b.0.total_cmp(&a.0)
                .then(b.1.likeness.total_cmp(&a.1.likeness))
        });
        for (worth, w) in pairs {
            plan.join(w.left, w.right, w.likeness, worth);
        }
    }
}

fn worth_of_rest(w: &Weighed, rival: f32, ground: &Ground, plan: &Plan, usual: Usual) -> f32 {
    let log = |likeness: f32| (likeness + NOISE).ln();
    left_over::BASE
        + left_over::LIKENESS * log(w.likeness)
        + left_over::MARGIN * w.margins.0.min(w.margins.1)
        + left_over::BETTER_MARGIN * w.margins.0.max(w.margins.1)
        + left_over::FREE_MARGIN * (log(w.likeness) - log(rival))
        + left_over::STRETCH * stretch(ground.words(w.left, w.right))
        + left_over::BESIDE * beside(w, ground)
        + left_over::LACK * usual.lack(w.likeness)
        + if along(w, ground, plan) {
            left_over::ALONG
        } else {
            0.0
        }
}

/// Whether a neighbour has moved along.
fn along(w: &Weighed, ground: &Ground, plan: &Plan) -> bool {
    neighbours(w, ground).any(|(left, right)| plan.web.has(left, right))
}

/// Likeness of the neighbours that would have moved along, of the better side.
fn beside(w: &Weighed, ground: &Ground) -> f32 {
    neighbours(w, ground)
        .map(|(left, right)| likeness_of(ground.weighed, left, right))
        .fold(0.0, f32::max)
}

/// The pairs before and after.
fn neighbours(w: &Weighed, ground: &Ground) -> impl Iterator<Item = (u32, u32)> {
    [-1, 1]
        .into_iter()
        .filter_map(move |step| ground.further((w.left, w.right), step))
}
