//! Alignment of two texts on the same matter, years apart: wording is carried over in any order,
//! so the best of all pairs are taken, whatever their order.

use crate::candidates::Candidate;
use crate::chapters::Affinity;
use crate::features::Features;
use crate::phrases::shared_phrases;
use crate::text::{Interner, Text};
use crate::web::Web;

/// Above this a pair is surely carried on.
pub(crate) const REVISED: f32 = 0.30;
/// Above this a pair is probably carried on.
pub(crate) const PROBABLE: f32 = 0.20;
/// Above this a pair is worth a look.
pub(crate) const SUGGESTED: f32 = 0.08;
/// A second partner is nearly as good as the first one.
const SECOND_SHARE: f32 = 0.7;

/// Weighs the candidates anew: likeness, shared phrases and the affinity of the chapters.
pub(crate) fn weigh(
    candidates: &[Candidate],
    left: &Text,
    right: &Text,
    features: &Features,
    interner: &Interner,
    affinity: &Affinity,
) -> Vec<Candidate> {
    candidates
        .iter()
        .map(|c| {
            let (l, r) = (c.left as usize, c.right as usize);
            let phrases = shared_phrases(
                left.paragraph(l),
                right.paragraph(r),
                &features.word_weight,
                |key| interner.is_content(key),
            );
            let mass: f32 = phrases.iter().map(|p| p.weight).sum();
            let smaller = features.left.mass(l).min(features.right.mass(r)).max(1.0);
            let score = c.score
                + 0.2 * (mass / smaller).min(1.0)
                + 0.08 * affinity.of_paragraphs(c.left, c.right);
            Candidate {
                score: score.min(1.0),
                ..*c
            }
        })
        .collect()
}

/// Fills the web, the best pairs first.
pub(crate) fn align(weighed: &[Candidate], web: &mut Web) {
    let mut pairs: Vec<&Candidate> = weighed.iter().filter(|c| c.score >= PROBABLE).collect();
    pairs.sort_by(|a, b| {
        b.score
            .total_cmp(&a.score)
            .then((a.left, a.right).cmp(&(b.left, b.right)))
    });
    for c in pairs {
        let best =
            |partners: &[crate::web::Partner]| partners.iter().map(|p| p.score).fold(0.0, f32::max);
        let first = best(web.of_left(c.left as usize)).max(best(web.of_right(c.right as usize)));
        if c.score >= SECOND_SHARE * first {
            web.join(c.left, c.right, c.score);
        }
    }
}
