//! Paragraphs left over beside linked ones: what stands next to one paragraph in both texts may be
//! one that was rewritten so far that a search by words does not find it.

use super::usual::Usual;
use super::{Ground, LEAST, NOISE, Plan, stretch};

/// Log odds that two paragraphs left over beside a linked pair belong together, from a logistic
/// regression over generated drafts: by the logarithm of their likeness, how much their lengths
/// differ, how much less alike they are than is usual in these texts, and their length (however
/// much a long one is rewritten, something stays).
const LIKENESS: f32 = 0.4;
const STRETCH: f32 = -3.5;
const LACK: f32 = -1.65;
const LENGTH: f32 = -2.43;
const BASE: f32 = 13.7;

/// A pair with its likeness and its log odds.
struct Found {
    left: u32,
    right: u32,
    likeness: f32,
    worth: f32,
}

/// Joins what is likely to belong together next to linked pairs, and then next to those. Linear in
/// the pairs.
pub(super) fn join(ground: &Ground, plan: &mut Plan, usual: Usual) {
    let mut linked: Vec<(u32, u32)> = plan.web.pairs().map(|p| (p.0, p.1)).collect();
    while !linked.is_empty() {
        let beside = linked.drain(..).flat_map(|pair| {
            [-1, 1]
                .into_iter()
                .filter_map(move |step| ground.further(pair, step))
        });
        let mut found: Vec<Found> = beside
            .filter_map(|pair| likely(pair, ground, plan, usual))
            .collect();
        found.sort_by(|a, b| b.worth.total_cmp(&a.worth));
        for pair in found {
            if plan.join(pair.left, pair.right, pair.likeness, pair.worth) {
                linked.push((pair.left, pair.right));
            }
        }
    }
}

/// A pair of free paragraphs, when it is likely that they belong together.
fn likely((left, right): (u32, u32), ground: &Ground, plan: &Plan, usual: Usual) -> Option<Found> {
    let free = plan.web.left_free(left as usize) && plan.web.right_free(right as usize);
    if !free || !plan.web.allows(left, right) {
        return None;
    }
    let likeness = ground.likeness(left, right);
    let words = ground.words(left, right);
    let worth = BASE
        + LIKENESS * (likeness + NOISE).ln()
        + STRETCH * stretch(words)
        + LACK * usual.lack(likeness)
        + LENGTH * words.0.min(words.1).ln_1p();
    let likely = likeness >= LEAST && worth > 0.0 && ground.tells(left, right, likeness);
    likely.then_some(Found {
        left,
        right,
        likeness,
        worth,
    })
}

#[cfg(test)]
mod tests {
    use wsis_document::Silent;

    use super::*;
    use crate::features::Features;
    use crate::interner::Interner;
    use crate::invariants::document;
    use crate::pace::Pace;
    use crate::text::Text;
    use crate::web::Web;

    /// The pairs found, when the first paragraphs of both texts are linked and no search has found
    /// anything.
    fn found(old: &[&str], new: &[&str], usual: &[f32]) -> Vec<(u32, u32)> {
        let pace = Pace::new(&Silent);
        let mut interner = Interner::default();
        let mut text = |of: &[&str]| {
            let paragraphs = of.iter().map(|p| (*p).to_owned()).collect();
            Text::new(&document("en", &[("", paragraphs)]), &mut interner, &pace)
        };
        let (left, right) = (text(old), text(new));
        let features = Features::new(&left, &right, &interner, &pace);
        let ground = Ground {
            left: &left,
            right: &right,
            interner: &interner,
            features: &features,
            candidates: &[],
            weighed: &[],
            monitor: &Silent,
        };
        let mut web = Web::new(left.len(), right.len());
        web.join(0, 0, 1.0);
        let mut plan = Plan { web: &mut web };
        join(&ground, &mut plan, Usual::of_likenesses(usual.to_vec()));
        web.pairs().map(|p| (p.0, p.1)).collect()
    }

    const LAMPS: &str = "The lamps of the harbour burn all night.";
    const FERRY: &str = "Every ferry carries lifeboats for all of its passengers.";
    const REWRITTEN: &str = "Lifeboats for passengers are kept aboard, and drills are held.";
    const CRANE: &str = "The crane of the timber yard was sold.";

    #[test]
    fn what_is_rewritten_beside_a_linked_paragraph_is_found_and_what_comes_after_it() {
        let old = [LAMPS, FERRY, CRANE];
        assert_eq!(
            found(&old, &[LAMPS, REWRITTEN, CRANE], &[]),
            [(0, 0), (1, 1), (2, 2)]
        );
        assert_eq!(
            found(&old, &[LAMPS, "Nobody may fish here."], &[]),
            [(0, 0)]
        );
    }

    #[test]
    fn in_texts_that_were_hardly_touched_a_faint_likeness_is_chance() {
        let usual = [0.9; 40];
        let long = "Lifeboats and lanterns, ropes and anchors, oars and sails, maps and a compass \
                    are kept in a locked store behind the old customs house, and the key to it \
                    hangs beside the door of the office.";
        assert_eq!(found(&[LAMPS, FERRY], &[LAMPS, long], &usual), [(0, 0)]);
    }
}
