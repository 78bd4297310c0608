//! How much is rewritten where paragraphs stay in place: what stands elsewhere is seldom rewritten
//! more.

use super::{NOISE, Plan};
use crate::related::EQUAL;

/// This share of the changed pairs in place is less alike than the usual.
const SHARE: f32 = 0.15;
/// Fewer changed pairs than this do not tell what is usual.
const TELLING: usize = 20;

/// The likeness that changed paragraphs in place usually keep, as a logarithm.
///
/// In a text that was only touched up, two paragraphs far apart that have half of their words in
/// common are not one that moved; in one that was rewritten throughout they may well be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Usual(f32);

impl Usual {
    /// Of the pairs of a plan, one to one, that are not the same words. Linear.
    pub(super) fn of(plan: &Plan) -> Self {
        let alone = |l: u32, r: u32| {
            plan.web.of_left(l as usize).len() == 1 && plan.web.of_right(r as usize).len() == 1
        };
        let changed = plan.web.pairs().filter(|&(l, r, _)| alone(l, r));
        Self::of_likenesses(changed.map(|p| p.2).filter(|s| *s < EQUAL).collect())
    }

    /// From the likenesses of changed pairs. Linear.
    pub(super) fn of_likenesses(mut likenesses: Vec<f32>) -> Self {
        if likenesses.len() < TELLING {
            return Usual(f32::NEG_INFINITY);
        }
        let at = (likenesses.len() as f32 * SHARE) as usize;
        let (_, likeness, _) = likenesses.select_nth_unstable_by(at, f32::total_cmp);
        Usual((*likeness + NOISE).ln())
    }

    /// By how much, as a logarithm, a pair is less alike than is usual; 0 when it is not, and in
    /// texts of which too little is known.
    pub(super) fn lack(self, likeness: f32) -> f32 {
        (self.0 - (likeness + NOISE).ln()).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_less_alike_than_usual_lacks_something() {
        let usual = Usual::of_likenesses((1..=100).map(|n| n as f32 / 100.0).rev().collect());
        assert_eq!(usual.lack(0.5), 0.0);
        assert_eq!(usual.lack(0.16), 0.0);
        assert!(usual.lack(0.1) > 0.0);
        assert!(usual.lack(0.05) > usual.lack(0.1));
    }

    #[test]
    fn few_pairs_tell_nothing() {
        let usual = Usual::of_likenesses(vec![0.9; TELLING - 1]);
        assert_eq!(usual.lack(0.0), 0.0);
        assert!(Usual::of_likenesses(vec![0.9; TELLING]).lack(0.0) > 0.0);
    }
}
