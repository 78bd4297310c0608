//! What stands between two points of the spine: there position supports a heavy rewrite.

use std::ops::Range;

use super::{Ground, LEAST, NOISE, Plan, stretch};
use crate::chain::{Point, heaviest_chain};
use crate::pace::Pace;
use crate::sequence;

/// Gaps of more cells than this are aligned over candidates only, not over all pairs.
const MOST_CELLS: usize = 250_000;

/// Log odds that two paragraphs of a gap belong together, from a logistic regression over
/// generated drafts: by the logarithm of their likeness, how much their lengths differ (the
/// evidence of Gale and Church 1993), how far apart they stand in the gap, the logarithm of the
/// gap's size, and of their length (short ones are alike by chance).
const LIKENESS: f32 = 4.4;
const STRETCH: f32 = -3.2;
const APART: f32 = -3.7;
const SIZE: f32 = -0.55;
const LENGTH: f32 = -1.75;
const BASE: f32 = 20.3;
/// In larger gaps the size tells no more.
const LARGE: f32 = 400.0;

/// A stretch between two points of the spine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Gap {
    left: Range<u32>,
    right: Range<u32>,
}

impl Gap {
    fn holds(&self, left: u32, right: u32) -> bool {
        self.left.contains(&left) && self.right.contains(&right)
    }

    /// Log odds of a pair in this gap.
    fn worth(&self, left: u32, right: u32, likeness: f32, ground: &Ground) -> f32 {
        let words = ground.words(left, right);
        let place = |at: u32, of: &Range<u32>| (at - of.start) as f32 + 0.5;
        let (rows, columns) = (self.left.len() as f32, self.right.len() as f32);
        let apart = (place(left, &self.left) / rows - place(right, &self.right) / columns).abs();
        BASE + LIKENESS * (likeness + NOISE).ln()
            + STRETCH * stretch(words)
            + APART * apart
            + SIZE * (rows * columns).min(LARGE).ln()
            + LENGTH * words.0.min(words.1).ln_1p()
    }
}

/// The gaps of a spine.
pub(super) fn between(spine: &[(u32, u32, f32)], left: u32, right: u32) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let (mut l, mut r) = (0, 0);
    for (i, j) in spine.iter().map(|p| (p.0, p.1)).chain([(left, right)]) {
        if i > l && j > r {
            gaps.push(Gap {
                left: l..i,
                right: r..j,
            });
        }
        (l, r) = (i + 1, j + 1);
    }
    gaps
}

/// Aligns what is free in the gaps, in order. Answers how many newer paragraphs stand in gaps that
/// were not looked at because time was up.
pub(super) fn fill(gaps: &[Gap], ground: &Ground, plan: &mut Plan) -> u32 {
    let pace = Pace::new(ground.monitor);
    let rest = |at: usize| gaps[at..].iter().map(|gap| gap.right.len() as u32).sum();
    for (at, gap) in gaps.iter().enumerate() {
        if pace.ask() {
            return rest(at);
        }
        let lefts: Vec<u32> = (gap.left.clone())
            .filter(|&l| plan.web.left_free(l as usize))
            .collect();
        let rights: Vec<u32> = (gap.right.clone())
            .filter(|&r| plan.web.right_free(r as usize))
            .collect();
        if lefts.is_empty() || rights.is_empty() {
            continue;
        }
        if lefts.len() * rights.len() > MOST_CELLS {
            fill_large(gap, &lefts, &rights, ground, plan, &pace);
            if pace.was_late() {
                return rest(at);
            }
        } else {
            fill_one(gap, &lefts, &rights, ground, plan);
        }
    }
    0
}

/// Makes the sum of the log odds greatest.
fn fill_one(gap: &Gap, lefts: &[u32], rights: &[u32], ground: &Ground, plan: &mut Plan) {
    let (rows, columns) = (lefts.len(), rights.len());
    let mut cells = vec![(0f32, 0f32); rows * columns];
    for (x, &l) in lefts.iter().enumerate() {
        for (y, &r) in rights.iter().enumerate() {
            let likeness = ground.likeness(l, r);
            if likeness >= LEAST && plan.web.allows(l, r) && ground.tells(l, r, likeness) {
                cells[x * columns + y] = (likeness, gap.worth(l, r, likeness, ground));
            }
        }
    }
    let width = columns + 1;
    let mut best = vec![0f32; (rows + 1) * width];
    for x in 1..=rows {
        for y in 1..=columns {
            let worth = cells[(x - 1) * columns + y - 1].1;
            let joined = best[(x - 1) * width + y - 1] + worth;
            best[x * width + y] = (if worth > 0.0 { joined } else { 0.0 })
                .max(best[(x - 1) * width + y])
                .max(best[x * width + y - 1]);
        }
    }
    let (mut x, mut y) = (rows, columns);
    while x > 0 && y > 0 {
        let here = best[x * width + y];
        if here == best[(x - 1) * width + y] {
            x -= 1;
        } else if here == best[x * width + y - 1] {
            y -= 1;
        } else {
            let (likeness, worth) = cells[(x - 1) * columns + y - 1];
            plan.join(lefts[x - 1], rights[y - 1], likeness, worth);
            (x, y) = (x - 1, y - 1);
        }
    }
}

/// The same for a gap too large to look at all pairs: equal paragraphs first, then the chain of
/// candidates.
fn fill_large(
    gap: &Gap,
    lefts: &[u32],
    rights: &[u32],
    ground: &Ground,
    plan: &mut Plan,
    pace: &Pace,
) {
    let keys = |text: &crate::text::Text, k: u32| -> Vec<u32> {
        text.paragraph(k as usize).iter().map(|t| t.key).collect()
    };
    let (a, b) = sequence::number(
        lefts.iter().map(|&l| keys(ground.left, l)),
        rights.iter().map(|&r| keys(ground.right, r)),
    );
    for (i, j) in sequence::common(&a, &b, pace).pairs {
        let (l, r) = (lefts[i as usize], rights[j as usize]);
        plan.join(l, r, 1.0, gap.worth(l, r, 1.0, ground));
    }
    let (points, scores): (Vec<Point>, Vec<f32>) = ground
        .candidates
        .iter()
        .filter(|c| c.score >= LEAST && gap.holds(c.left, c.right))
        .filter(|c| plan.web.allows(c.left, c.right))
        .filter(|c| plan.web.left_free(c.left as usize) && plan.web.right_free(c.right as usize))
        .map(|c| {
            let weight = gap.worth(c.left, c.right, c.score, ground);
            let (left, right) = (c.left, c.right);
            (
                Point {
                    left,
                    right,
                    weight,
                },
                c.score,
            )
        })
        .filter(|(point, likeness)| {
            point.weight > 0.0 && ground.tells(point.left, point.right, *likeness)
        })
        .unzip();
    for k in heaviest_chain(&points) {
        let point = points[k];
        plan.join(point.left, point.right, scores[k], point.weight);
    }
}
