//! Splits and merges: a paragraph beside a linked one whose partner has the rest of it left over.

use rustc_hash::FxHashMap;

use super::{Ground, Plan};
use crate::features::{Features, Rows};
use crate::web::Partner;

/// This share of a paragraph must be what its neighbour's partner has left over for the three to
/// be a split or a merge.
const LEFT_OVER: f32 = 0.38;
/// Shorter paragraphs tell too little to be the part of a split.
const WORDS: usize = 4;
/// Between the parts of a split this many paragraphs less one may have been put.
const REACH: usize = 3;
/// Log odds of a part of which all is left over, and of one with just enough.
const WHOLE: f32 = 6.0;
const SCANT: f32 = 1.0;

/// So many paragraphs are looked at before it is asked whether to go on.
const ROUND: u32 = 256;

/// What pairs share, by left and right paragraph: the same pairs are asked for in every search.
#[derive(Default)]
pub(super) struct Overlaps(FxHashMap<(u32, u32), f32>);

impl Overlaps {
    fn of(&mut self, left: u32, right: u32, features: &Features) -> f32 {
        let pair = self.0.entry((left, right));
        *pair.or_insert_with(|| features.overlap(left as usize, right as usize))
    }
}

/// Joins the parts of splits and merges. Answers how many newer paragraphs were not looked at
/// because time was up.
pub(super) fn find(ground: &Ground, plan: &mut Plan, overlaps: &mut Overlaps) -> u32 {
    let late = |at: u32| at.is_multiple_of(ROUND) && ground.monitor.stop().is_some();
    let newer = ground.right.len() as u32;
    let features = ground.features;
    // Twice: a paragraph may be split in three.
    for _ in 0..2 {
        for r in 0..newer {
            if late(r) {
                return newer - r;
            }
            if plan.of_right(r) >= WHOLE || ground.right.word_count(r as usize) < WORDS {
                continue;
            }
            let of = |n| plan.web.of_right(n);
            let shared = |l| overlaps.of(l, r, features);
            let found = whole_of(features, (&features.left, &features.right), r, of, shared);
            if let Some((l, worth)) = found
                && worth > plan.of_right(r)
                && plan.web.allows(l, r)
            {
                plan.free_right(r);
                plan.join_part(l, r, ground.likeness(l, r), worth);
            }
        }
        for l in 0..ground.left.len() as u32 {
            if late(l) {
                return newer;
            }
            if plan.of_left(l) >= WHOLE || ground.left.word_count(l as usize) < WORDS {
                continue;
            }
            let of = |n| plan.web.of_left(n);
            let shared = |r| overlaps.of(l, r, features);
            let found = whole_of(features, (&features.right, &features.left), l, of, shared);
            if let Some((r, worth)) = found
                && worth > plan.of_left(l)
                && plan.web.allows(l, r)
            {
                plan.free_left(l);
                plan.join_part(l, r, ground.likeness(l, r), worth);
            }
        }
    }
    0
}

/// The paragraph of the other side of which `part` is a part, with the log odds of that: it is
/// linked to one neighbour of `part` alone, and what it has beyond that neighbour is in `part`.
/// `shared` is what a paragraph of the other side shares with `part`.
fn whole_of<'w>(
    features: &Features,
    (wholes, parts): (&Rows, &Rows),
    part: u32,
    links_of: impl Fn(usize) -> &'w [Partner],
    mut shared: impl FnMut(u32) -> f32,
) -> Option<(u32, f32)> {
    let part = part as usize;
    let own = links_of(part).first().map(|p| p.other);
    neighbours(part, parts.len())
        .filter_map(|n| match links_of(n) {
            [one] if Some(one.other) != own => Some((one.other, n)),
            _ => None,
        })
        .filter_map(|(whole, n)| {
            // What is left over of a whole is never more than the whole.
            let share = |shared: f32| shared / parts.mass(part);
            (share(shared(whole)) >= LEFT_OVER).then(|| {
                let rest = left_over(wholes.row(whole as usize), parts.row(n));
                (share(features.overlap_of(&rest, parts.row(part))), whole)
            })
        })
        .filter(|&(share, _)| share >= LEFT_OVER)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(share, whole)| {
            let odds = SCANT + (WHOLE - SCANT) * (share - LEFT_OVER) / (1.0 - LEFT_OVER);
            (whole, odds)
        })
}

fn neighbours(at: usize, len: usize) -> impl Iterator<Item = usize> {
    (1..=REACH)
        .flat_map(move |step| [at.wrapping_sub(step), at + step])
        .filter(move |&n| n < len)
}

/// What a whole has left once a part is taken out.
fn left_over(whole: &[u32], part: &[u32]) -> Vec<u32> {
    let mut rest = Vec::with_capacity(whole.len());
    let mut at = 0;
    for feature in whole {
        while at < part.len() && part[at] < *feature {
            at += 1;
        }
        if part.get(at) == Some(feature) {
            at += 1;
        } else {
            rest.push(*feature);
        }
    }
    rest
}
