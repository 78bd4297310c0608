//! Alignment of two texts on the same matter, years apart: wording is carried over in any order,
//! so the best of all pairs are taken, whatever their order.

use rustc_hash::FxHashSet;

use crate::candidates::Candidate;
use crate::chapters::Affinity;
use crate::web::Web;

/// Above this strength a pair is surely carried on.
pub(crate) const REVISED: f32 = 0.60;
/// Above this strength a pair is linked.
pub(crate) const PROBABLE: f32 = 0.15;
/// A second partner is at least this share as strong as the first one.
const SECOND_SHARE: f32 = 0.2;
/// From this likeness on two paragraphs have the same words.
pub(crate) const EQUAL: f32 = 0.999;
/// Paragraphs less alike than this are not linked, however unrivalled: they share small words only.
const LEAST: f32 = 0.05;
/// Likenesses below this differ by chance only.
const NOISE: f32 = 0.02;

/// Weights of a logistic regression over pairs of two United Nations outcome documents ten years
/// apart, graded by two readers: likeness, margins over the other partners of either side, and
/// the affinity of the chapters. Both margins have the same weight, so that sides can be swapped.
const LIKENESS: f32 = 2.9;
const MARGIN: f32 = 1.6;
const CHAPTERS: f32 = 3.5;
const BASE: f32 = 2.3;

/// A candidate with all that speaks for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Weighed {
    /// Left paragraph.
    pub left: u32,
    /// Right paragraph.
    pub right: u32,
    /// [`Candidate::score`].
    pub likeness: f32,
    /// How likely it is that the one was made from the other, from 0 to 1.
    pub strength: f32,
    /// Affinity of the chapters.
    pub chapters: f32,
    /// By how much (as a logarithm) the pair is more alike than the next best of its left and of
    /// its right paragraph; below 0 when it is less alike.
    pub margins: (f32, f32),
}

/// Weighs candidates by their likeness, their rivals and their chapters. Linear.
pub(crate) fn weigh(
    candidates: &[Candidate],
    left: usize,
    right: usize,
    affinity: &Affinity,
) -> Vec<Weighed> {
    let mut of_left = vec![Best::default(); left];
    let mut of_right = vec![Best::default(); right];
    for c in candidates {
        of_left[c.left as usize].see(c.score, c.right);
        of_right[c.right as usize].see(c.score, c.left);
    }
    let log = |likeness: f32| (likeness + NOISE).ln();
    candidates
        .iter()
        .map(|c| {
            let chapters = affinity.of_paragraphs(c.left, c.right);
            let margins = (
                log(c.score) - log(of_left[c.left as usize].without(c.right)),
                log(c.score) - log(of_right[c.right as usize].without(c.left)),
            );
            let logit = LIKENESS * log(c.score)
                + MARGIN * (margins.0 + margins.1)
                + CHAPTERS * chapters
                + BASE;
            let strength = if c.score < LEAST {
                0.0
            } else {
                1.0 / (1.0 + (-logit).exp())
            };
            Weighed {
                left: c.left,
                right: c.right,
                likeness: c.score,
                strength,
                chapters,
                margins,
            }
        })
        .collect()
}

/// The best likeness of a paragraph, and the best with any other partner.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Best {
    first: (f32, u32),
    second: f32,
}

impl Best {
    /// Takes notice of a partner.
    pub(crate) fn see(&mut self, score: f32, partner: u32) {
        if score > self.first.0 {
            self.second = self.first.0;
            self.first = (score, partner);
        } else {
            self.second = self.second.max(score);
        }
    }

    /// The best likeness with another partner than this one.
    pub(crate) fn without(&self, partner: u32) -> f32 {
        if self.first.1 == partner {
            self.second
        } else {
            self.first.0
        }
    }
}

/// Fills the web, the strongest pairs first.
pub(crate) fn align(weighed: &[Weighed], web: &mut Web) {
    let mut pairs: Vec<&Weighed> = weighed.iter().filter(|w| w.strength >= PROBABLE).collect();
    // Far apart from the threshold strengths crowd at 1: there likeness tells more.
    pairs.sort_by(|a, b| {
        b.strength
            .total_cmp(&a.strength)
            .then(b.likeness.total_cmp(&a.likeness))
            .then_with(|| {
                (a.left.abs_diff(a.right), a.left, a.right).cmp(&(
                    b.left.abs_diff(b.right),
                    b.left,
                    b.right,
                ))
            })
    });
    // What was taken over word for word has found its place and takes part in no split or merge.
    let (equal, others): (Vec<&Weighed>, Vec<&Weighed>) =
        pairs.into_iter().partition(|w| w.likeness >= EQUAL);
    let mut placed = (FxHashSet::default(), FxHashSet::default());
    for w in equal {
        if web.join_free(w.left, w.right, w.strength) {
            placed.0.insert(w.left);
            placed.1.insert(w.right);
        }
    }
    for w in others {
        if placed.0.contains(&w.left) || placed.1.contains(&w.right) {
            continue;
        }
        let first = web
            .best_of_left(w.left as usize)
            .max(web.best_of_right(w.right as usize));
        if w.strength >= SECOND_SHARE * first {
            web.join(w.left, w.right, w.strength);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_margin_is_over_the_next_best() {
        let mut best = Best::default();
        for (score, partner) in [(0.2, 4), (0.5, 7), (0.3, 9)] {
            best.see(score, partner);
        }
        assert_eq!(best.without(7), 0.3);
        assert_eq!(best.without(4), 0.5);
    }
}
