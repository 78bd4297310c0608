//! Alignment from draft to draft: most paragraphs stay where they were, so order is evidence.
//!
//! A spine of pairs in order is found first. What stands in the gaps of the spine is aligned in
//! order ([`gaps`]), parts of splits and merges are looked for ([`parts`]), and then pairs out of
//! order compete with what was found ([`moves`]); last comes what is left over next to linked
//! paragraphs ([`beside`]). All weigh a pair by the logarithm of the odds that it belongs together,
//! so that their answers can be held against each other.

mod beside;
mod gaps;
mod moves;
mod parts;
#[cfg(test)]
mod tests;
mod usual;

use wsis_document::Monitor;

use crate::candidates::Candidate;
use crate::chain::{Point, heaviest_chain};
use crate::features::Features;
use crate::interner::Interner;
use crate::pace::Pace;
use crate::related::Weighed;
use crate::text::Text;
use crate::web::Web;
use usual::Usual;

/// A pair this alike is surely a revision, wherever it stands.
pub(crate) const FIRM: f32 = 0.30;
/// A pair this alike may be a point of the spine.
const SPINE: f32 = 0.30;
/// A point of the spine is this nearly as good as the better alternative of either side.
const SPINE_SHARE: f32 = 0.75;
/// A point of the spine weaker than this share of the best partner elsewhere is given up.
const WEAK_SHARE: f32 = 0.60;
/// Above this likeness a point of the spine is never given up.
const SURE: f32 = 0.80;
/// Likenesses below this differ by chance only.
const NOISE: f32 = 0.02;
/// Paragraphs less alike than this share nothing but the small words that all sentences have: no
/// place and no neighbour makes them one.
const LEAST: f32 = 0.03;

/// So many words that carry meaning must two paragraphs of short texts share, or all that one of
/// them has, to be linked on less than a firm likeness.
const TELLING: usize = 2;
/// Two texts with fewer paragraphs than this together are too short to tell small words by how
/// often they occur.
const FEW: usize = 100;

/// What the stages look at.
pub(crate) struct Ground<'a> {
    /// Left tokens.
    pub left: &'a Text,
    /// Right tokens.
    pub right: &'a Text,
    /// What the words are.
    pub interner: &'a Interner,
    /// What makes paragraphs alike.
    pub features: &'a Features,
    /// Pairs worth a look, by position.
    pub candidates: &'a [Candidate],
    /// The same pairs with their margins.
    pub weighed: &'a [Weighed],
    /// Asked whether to go on.
    pub monitor: &'a dyn Monitor,
}

impl Ground<'_> {
    fn likeness(&self, left: u32, right: u32) -> f32 {
        self.features.likeness(left as usize, right as usize)
    }

    /// Whether it tells anything that two paragraphs are alike. In a text of few paragraphs small
    /// words are as rare as others and nobody is a rival, so a likeness that is not firm tells
    /// something only where words that carry meaning are shared. Linear in the words.
    fn tells(&self, left: u32, right: u32, likeness: f32) -> bool {
        let few = self.left.len() + self.right.len() < FEW;
        if likeness >= FIRM || !few {
            return true;
        }
        let content = |key: u32| self.interner.is_content(key);
        let has = |words: &[u32]| words.iter().filter(|w| content(**w)).take(TELLING).count();
        let (l, r) = (left as usize, right as usize);
        let wanted = has(self.left.words(l)).min(has(self.right.words(r)));
        let new = self.features.right.row(r);
        let there = |feature: u32| new.binary_search(&feature).is_ok();
        let shared = (self.features.left.distinct(l)).filter(|f| content(*f) && there(*f));
        shared.take(wanted).count() == wanted
    }

    fn words(&self, left: u32, right: u32) -> (f32, f32) {
        (
            self.left.word_count(left as usize) as f32,
            self.right.word_count(right as usize) as f32,
        )
    }

    /// The pair `step` paragraphs further on both sides.
    fn further(&self, (left, right): (u32, u32), step: i32) -> Option<(u32, u32)> {
        let (left, right) = (
            left.checked_add_signed(step)?,
            right.checked_add_signed(step)?,
        );
        let inside = (left as usize) < self.left.len() && (right as usize) < self.right.len();
        inside.then_some((left, right))
    }
}

/// Fills the web. Answers how many newer paragraphs were not looked at as thoroughly as the others
/// because time was up.
pub(crate) fn align(ground: &Ground, web: &mut Web) -> u32 {
    let pace = Pace::new(ground.monitor);
    let spine = spine(ground, web, &pace);
    let mut plan = Plan { web };
    for &(left, right, score) in &spine {
        plan.join(left, right, score, f32::INFINITY);
    }
    pace.ask();
    let gaps = gaps::between(&spine, ground.left.len() as u32, ground.right.len() as u32);
    let mut overlaps = parts::Overlaps::default();
    let mut skipped = gaps::fill(&gaps, ground, &mut plan);
    skipped = skipped.max(parts::find(ground, &mut plan, &mut overlaps));
    let usual = Usual::of(&plan);
    let moved = moves::contest(ground, &mut plan, usual, &pace);
    // What a move has set free may now find its true place.
    skipped = skipped.max(gaps::fill(&gaps, ground, &mut plan));
    skipped = skipped.max(parts::find(ground, &mut plan, &mut overlaps));
    moves::rest(ground, &mut plan, usual, moved, &pace);
    beside::join(ground, &mut plan, usual);
    skipped.max(parts::find(ground, &mut plan, &mut overlaps))
}

/// The web, each pair of which is weighed by its log odds.
struct Plan<'w> {
    web: &'w mut Web,
}

impl Plan<'_> {
    /// Joins two paragraphs that are both free. Answers whether it did.
    fn join(&mut self, left: u32, right: u32, score: f32, worth: f32) -> bool {
        let joined = self.web.join_free(left, right, score);
        if joined {
            self.web.weigh(left, right, worth);
        }
        joined
    }

    /// Joins a part to a whole that has partners already.
    fn join_part(&mut self, left: u32, right: u32, score: f32, worth: f32) -> bool {
        let joined = self.web.join(left, right, score);
        if joined {
            self.web.weigh(left, right, worth);
        }
        joined
    }

    /// Log odds of all pairs of a left paragraph; 0 when it is free.
    fn of_left(&self, left: u32) -> f32 {
        let pairs = self.web.of_left(left as usize).iter();
        pairs.map(|p| p.worth).sum()
    }

    /// Log odds of all pairs of a right paragraph; 0 when it is free.
    fn of_right(&self, right: u32) -> f32 {
        let pairs = self.web.of_right(right as usize).iter();
        pairs.map(|p| p.worth).sum()
    }

    /// Parts a left paragraph from all its partners.
    fn free_left(&mut self, left: u32) {
        for partner in self.web.of_left(left as usize).to_vec() {
            self.web.separate(left, partner.other);
        }
    }

    /// Parts a right paragraph from all its partners.
    fn free_right(&mut self, right: u32) {
        for partner in self.web.of_right(right as usize).to_vec() {
            self.web.separate(partner.other, right);
        }
    }
}

/// The pairs that stay in place: the heaviest chain of likely pairs, without those that have a
/// far better partner elsewhere.
fn spine(ground: &Ground, web: &Web, pace: &Pace) -> Vec<(u32, u32, f32)> {
    let mut best_left = vec![0f32; ground.left.len()];
    let mut best_right = vec![0f32; ground.right.len()];
    let allowed: Vec<Candidate> = ground
        .candidates
        .iter()
        .copied()
        .filter(|c| web.allows(c.left, c.right))
        .collect();
    for c in &allowed {
        best_left[c.left as usize] = best_left[c.left as usize].max(c.score);
        best_right[c.right as usize] = best_right[c.right as usize].max(c.score);
    }
    pace.ask();
    let points: Vec<(Point, f32)> = allowed
        .iter()
        .filter(|c| {
            let other = best_left[c.left as usize].min(best_right[c.right as usize]);
            c.score >= SPINE && c.score >= SPINE_SHARE * other
        })
        .map(|c| {
            let (old, new) = ground.words(c.left, c.right);
            let weight = c.score * c.score * (1.0 + (1.0 + old.min(new)).ln());
            (
                Point {
                    left: c.left,
                    right: c.right,
                    weight,
                },
                c.score,
            )
        })
        .collect();
    pace.ask();
    let bare: Vec<Point> = points.iter().map(|p| p.0).collect();
    heaviest_chain(&bare)
        .into_iter()
        .map(|k| (points[k].0.left, points[k].0.right, points[k].1))
        .filter(|&(left, right, score)| {
            let elsewhere = best_left[left as usize].max(best_right[right as usize]);
            score >= WEAK_SHARE * elsewhere || score > SURE
        })
        .collect()
}

/// How different two lengths are: the absolute logarithm of their ratio.
fn stretch((old, new): (f32, f32)) -> f32 {
    ((old + 1.0) / (new + 1.0)).ln().abs()
}
