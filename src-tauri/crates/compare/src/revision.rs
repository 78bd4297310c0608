//! Alignment from draft to draft: most paragraphs stay where they were, so order is evidence.
//!
//! A spine of pairs in order is found first, then what has moved, then what stands in the gaps
//! of the spine (where position alone supports a heavy rewrite), then splits and merges.

use wsis_document::Monitor;

use crate::candidates::Candidate;
use crate::chain::{Point, heaviest_chain};
use crate::features::{Entry, Features, Rows, dice};
use crate::related::Weighed;
use crate::sequence;
use crate::text::Text;
use crate::web::{Partner, Web};

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
/// Off the spine, a pair this alike has moved.
const MOVED: f32 = 0.34;
/// Off the spine, a pair less alike has moved when neither has a rival: when it is this much (as
/// a logarithm) more alike than the next best of either, and long enough to tell.
const MOVED_ALONE: f32 = 0.10;
const MOVED_MARGIN: f32 = 0.45;
const MOVED_WORDS: usize = 12;
/// In a gap of the spine, a pair this alike is a revision.
const IN_GAP: f32 = 0.04;
/// Gaps of more cells than this are aligned over candidates only, not over all pairs.
const GAP_CELLS: usize = 250_000;
/// This share of a paragraph must be what its neighbour's partner has left over for the three to
/// be a split or a merge.
const LEFT_OVER: f32 = 0.38;
/// Shorter paragraphs tell too little to be the part of a split.
const SPLIT_WORDS: usize = 4;

/// What the stages look at.
pub(crate) struct Ground<'a> {
    /// Left tokens.
    pub left: &'a Text,
    /// Right tokens.
    pub right: &'a Text,
    /// What makes paragraphs alike.
    pub features: &'a Features,
    /// Pairs worth a look.
    pub candidates: &'a [Candidate],
    /// The same pairs with their margins.
    pub weighed: &'a [Weighed],
    /// Asked whether to go on.
    pub monitor: &'a dyn Monitor,
}

/// Fills the web.
pub(crate) fn align(ground: &Ground, web: &mut Web) {
    let spine = spine(ground, web);
    for &(left, right, score) in &spine {
        web.join_free(left, right, score);
    }
    let gaps = gaps(&spine, ground.left.len() as u32, ground.right.len() as u32);
    moves(ground, web, Some(&gaps));
    for gap in &gaps {
        if ground.monitor.stop().is_some() {
            return;
        }
        fill(gap, ground, web);
    }
    moves(ground, web, None);
    parts(ground, web);
}

/// A stretch between two points of the spine: first and after-last positions of either side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Gap {
    left: (u32, u32),
    right: (u32, u32),
}

impl Gap {
    fn holds(&self, left: u32, right: u32) -> bool {
        (self.left.0..self.left.1).contains(&left) && (self.right.0..self.right.1).contains(&right)
    }
}

/// The pairs that stay in place: the heaviest chain of likely pairs, without those that have a
/// far better partner elsewhere.
fn spine(ground: &Ground, web: &Web) -> Vec<(u32, u32, f32)> {
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
    let points: Vec<(Point, f32)> = allowed
        .iter()
        .filter(|c| {
            let other = best_left[c.left as usize].min(best_right[c.right as usize]);
            c.score >= SPINE && c.score >= SPINE_SHARE * other
        })
        .map(|c| {
            let words = ground
                .left
                .word_count(c.left as usize)
                .min(ground.right.word_count(c.right as usize));
            let weight = c.score * c.score * (1.0 + (1.0 + words as f32).ln());
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

fn gaps(spine: &[(u32, u32, f32)], left: u32, right: u32) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let (mut l, mut r) = (0, 0);
    for (i, j) in spine.iter().map(|p| (p.0, p.1)).chain([(left, right)]) {
        if i > l && j > r {
            gaps.push(Gap {
                left: (l, i),
                right: (r, j),
            });
        }
        (l, r) = (i + 1, j + 1);
    }
    gaps
}

/// Joins free paragraphs that are surely alike, the most alike first: by likeness alone, or by
/// less of it where neither has a rival. Pairs inside one of the `gaps` are left to [`fill`],
/// which knows about order.
fn moves(ground: &Ground, web: &mut Web, gaps: Option<&[Gap]>) {
    let long = |w: &Weighed| {
        ground
            .left
            .word_count(w.left as usize)
            .min(ground.right.word_count(w.right as usize))
            >= MOVED_WORDS
    };
    let mut pairs: Vec<&Weighed> = ground
        .weighed
        .iter()
        .filter(|w| web.left_free(w.left as usize) && web.right_free(w.right as usize))
        .filter(|w| {
            let alone = w.margins.0.min(w.margins.1) >= MOVED_MARGIN;
            w.likeness >= MOVED || (w.likeness >= MOVED_ALONE && alone && long(w))
        })
        .collect();
    pairs.sort_by(|a, b| b.likeness.total_cmp(&a.likeness));
    for w in pairs {
        let inside = gaps.is_some_and(|gaps| {
            let at = gaps.partition_point(|g| g.left.1 <= w.left);
            gaps.get(at).is_some_and(|g| g.holds(w.left, w.right))
        });
        if !inside {
            web.join_free(w.left, w.right, w.likeness);
        }
    }
}

/// Aligns what stands in a gap, in order: the sum of likenesses is made greatest.
fn fill(gap: &Gap, ground: &Ground, web: &mut Web) {
    let lefts: Vec<u32> = (gap.left.0..gap.left.1)
        .filter(|&l| web.left_free(l as usize))
        .collect();
    let rights: Vec<u32> = (gap.right.0..gap.right.1)
        .filter(|&r| web.right_free(r as usize))
        .collect();
    if lefts.is_empty() || rights.is_empty() {
        return;
    }
    if lefts.len() * rights.len() > GAP_CELLS {
        fill_large(gap, ground, web);
        return;
    }
    let (rows, columns) = (lefts.len(), rights.len());
    let mut worth = vec![0f32; rows * columns];
    for (x, &l) in lefts.iter().enumerate() {
        for (y, &r) in rights.iter().enumerate() {
            if web.allows(l, r) {
                worth[x * columns + y] = likeness(ground, l, r);
            }
        }
    }
    let width = columns + 1;
    let mut best = vec![0f32; (rows + 1) * width];
    for x in 1..=rows {
        for y in 1..=columns {
            let pair = worth[(x - 1) * columns + y - 1];
            let joined = if pair > IN_GAP {
                best[(x - 1) * width + y - 1] + pair - IN_GAP * 0.8
            } else {
                -1.0
            };
            best[x * width + y] = joined
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
            web.join_free(
                lefts[x - 1],
                rights[y - 1],
                worth[(x - 1) * columns + y - 1],
            );
            (x, y) = (x - 1, y - 1);
        }
    }
}

/// The same for a gap too large to look at all pairs: equal paragraphs first, then the chain of
/// candidates.
fn fill_large(gap: &Gap, ground: &Ground, web: &mut Web) {
    let lefts: Vec<u32> = (gap.left.0..gap.left.1)
        .filter(|&l| web.left_free(l as usize))
        .collect();
    let rights: Vec<u32> = (gap.right.0..gap.right.1)
        .filter(|&r| web.right_free(r as usize))
        .collect();
    let (a, b) = sequence::number(
        lefts.iter().map(|&l| {
            ground
                .left
                .paragraph(l as usize)
                .iter()
                .map(|t| t.key)
                .collect::<Vec<_>>()
        }),
        rights.iter().map(|&r| {
            ground
                .right
                .paragraph(r as usize)
                .iter()
                .map(|t| t.key)
                .collect::<Vec<_>>()
        }),
    );
    for (i, j) in sequence::common(&a, &b).pairs {
        web.join_free(lefts[i as usize], rights[j as usize], 1.0);
    }
    let points: Vec<Point> = ground
        .candidates
        .iter()
        .filter(|c| gap.holds(c.left, c.right) && c.score > IN_GAP)
        .filter(|c| web.left_free(c.left as usize) && web.right_free(c.right as usize))
        .map(|c| Point {
            left: c.left,
            right: c.right,
            weight: c.score,
        })
        .collect();
    for k in heaviest_chain(&points) {
        web.join_free(points[k].left, points[k].right, points[k].weight);
    }
}

/// A free paragraph beside a linked one whose partner has the rest of it left over is a part of a
/// split or of a merge.
fn parts(ground: &Ground, web: &mut Web) {
    let features = ground.features;
    // Twice: a paragraph may be split in three.
    for _ in 0..2 {
        for r in 0..ground.right.len() {
            if !web.right_free(r) || ground.right.word_count(r) < SPLIT_WORDS {
                continue;
            }
            let of = |n| web.of_right(n);
            if let Some(l) = whole_of(features, &features.left, &features.right, r, of) {
                web.join(l, r as u32, likeness(ground, l, r as u32));
            }
        }
        for l in 0..ground.left.len() {
            if !web.left_free(l) || ground.left.word_count(l) < SPLIT_WORDS {
                continue;
            }
            let of = |n| web.of_left(n);
            if let Some(r) = whole_of(features, &features.right, &features.left, l, of) {
                web.join(l as u32, r, likeness(ground, l as u32, r));
            }
        }
    }
}

/// The paragraph of the other side of which `part` is a part: it is linked to one neighbour of
/// `part` alone, and what it has beyond that neighbour is in `part`.
fn whole_of<'w>(
    features: &Features,
    wholes: &Rows,
    parts: &Rows,
    part: usize,
    links_of: impl Fn(usize) -> &'w [Partner],
) -> Option<u32> {
    neighbours(part, parts.len())
        .filter_map(|n| match links_of(n) {
            [one] => Some((one.other, n)),
            _ => None,
        })
        .map(|(whole, n)| {
            let rest = left_over(wholes.row(whole as usize), parts.row(n));
            let share = features.overlap_of(&rest, parts.row(part)) / parts.mass(part);
            (share, whole)
        })
        .filter(|&(share, _)| share >= LEFT_OVER)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, whole)| whole)
}

fn likeness(ground: &Ground, left: u32, right: u32) -> f32 {
    let features = ground.features;
    let (l, r) = (left as usize, right as usize);
    dice(
        features.overlap(l, r),
        features.left.mass(l),
        features.right.mass(r),
    )
}

fn neighbours(at: usize, len: usize) -> impl Iterator<Item = usize> {
    [at.wrapping_sub(1), at + 1]
        .into_iter()
        .filter(move |&n| n < len)
}

/// What a whole has left once a part is taken out.
fn left_over(whole: &[Entry], part: &[Entry]) -> Vec<Entry> {
    let mut rest = Vec::with_capacity(whole.len());
    let mut at = 0;
    for entry in whole {
        while at < part.len() && part[at].feature < entry.feature {
            at += 1;
        }
        let taken = part
            .get(at)
            .filter(|p| p.feature == entry.feature)
            .map_or(0.0, |p| p.count);
        if entry.count > taken {
            rest.push(Entry {
                feature: entry.feature,
                count: entry.count - taken,
            });
        }
    }
    rest
}
