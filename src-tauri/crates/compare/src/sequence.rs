//! Which items of two sequences stay: the longest common subsequence, with bounded work.

use rustc_hash::{FxBuildHasher, FxHashMap};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::chain::{Point, heaviest_chain};
use crate::pace::Pace;

/// Up to this many items on both sides together the sequences are compared exactly; beyond it
/// they are first cut at items that occur once on either side. Myers' algorithm is quadratic in
/// the worst case: at this size that is a few million steps.
const EXACT: usize = 600;
/// Steps of an exact comparison that cost as much as a word elsewhere.
const PER_ITEM: usize = 64;

/// Pairs of positions of equal items, increasing on both sides, and how many items were left
/// unmatched because the work would have been too much.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Matches {
    /// Position on the left, position on the right.
    pub pairs: Vec<(u32, u32)>,
    /// Items in stretches that were not looked at.
    pub skipped: usize,
}

/// Finds what two sequences have in common, in order. Patience first (unique items), Myers in
/// between. Stretches that there is no time for are left unmatched.
pub(crate) fn common(left: &[u32], right: &[u32], pace: &Pace) -> Matches {
    let mut matches = Matches::default();
    stretch(left, right, (0, 0), &mut matches, pace);
    matches
}

/// Numbers items so that equal items of either side have equal numbers. Linear.
pub(crate) fn number<T: std::hash::Hash + Eq>(
    left: impl Iterator<Item = T>,
    right: impl Iterator<Item = T>,
) -> (Vec<u32>, Vec<u32>) {
    let most = left.size_hint().0 + right.size_hint().0;
    let mut numbers: FxHashMap<T, u32> = FxHashMap::with_capacity_and_hasher(most, FxBuildHasher);
    let mut number = |item: T| {
        let next = numbers.len() as u32;
        *numbers.entry(item).or_insert(next)
    };
    let left = left.map(&mut number).collect();
    (left, right.map(&mut number).collect())
}

/// Compares one stretch that begins at `base` and appends what it finds.
fn stretch(left: &[u32], right: &[u32], base: (usize, usize), matches: &mut Matches, pace: &Pace) {
    let head = left.iter().zip(right).take_while(|(a, b)| a == b).count();
    push_run(matches, base, head);
    let (left, right) = (&left[head..], &right[head..]);
    let base = (base.0 + head, base.1 + head);
    let tail = left
        .iter()
        .rev()
        .zip(right.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let (l, r) = (left.len() - tail, right.len() - tail);
    inner(&left[..l], &right[..r], base, matches, pace);
    push_run(matches, (base.0 + l, base.1 + r), tail);
}

fn inner(left: &[u32], right: &[u32], base: (usize, usize), matches: &mut Matches, pace: &Pace) {
    if left.is_empty() || right.is_empty() {
        return;
    }
    let items = left.len() + right.len();
    // An exact comparison costs the product of the lengths at worst.
    if pace.late(items * items.min(EXACT) / PER_ITEM) {
        matches.skipped += items;
        return;
    }
    // What is on one side only takes no part, and most of the work would be to find that out.
    let (l, r) = (Shared::new(left, right), Shared::new(right, left));
    if l.items.len() + r.items.len() <= EXACT {
        for op in capture_diff_slices(Algorithm::Patience, &l.items, &r.items) {
            if let DiffOp::Equal {
                old_index,
                new_index,
                len,
            } = op
            {
                let places = l.places[old_index..].iter().zip(&r.places[new_index..]);
                let pairs = places.take(len);
                matches
                    .pairs
                    .extend(pairs.map(|(i, j)| (base.0 as u32 + i, base.1 as u32 + j)));
            }
        }
        return;
    }
    let anchors = unique_anchors(left, right);
    if anchors.is_empty() {
        matches.skipped += left.len() + right.len();
        return;
    }
    let (mut l, mut r) = (0, 0);
    for (i, j) in anchors {
        let here = (base.0 + l, base.1 + r);
        stretch(&left[l..i], &right[r..j], here, matches, pace);
        push_run(matches, (base.0 + i, base.1 + j), 1);
        (l, r) = (i + 1, j + 1);
    }
    stretch(
        &left[l..],
        &right[r..],
        (base.0 + l, base.1 + r),
        matches,
        pace,
    );
}

/// The items of one side that may be on the other one too.
struct Shared {
    items: Vec<u32>,
    places: Vec<u32>,
}

impl Shared {
    /// All that are on both sides, and a few of the others (a Bloom filter with one hash). Linear.
    fn new(items: &[u32], others: &[u32]) -> Self {
        let bits = (others.len() * 8).next_power_of_two().max(64);
        let slot = |item: u32| (item.wrapping_mul(0x9e37_79b1) >> 7) as usize & (bits - 1);
        let mut filter = vec![0u64; bits / 64];
        for &other in others {
            let slot = slot(other);
            filter[slot / 64] |= 1 << (slot % 64);
        }
        let mut shared = Shared {
            items: Vec::with_capacity(items.len()),
            places: Vec::with_capacity(items.len()),
        };
        for (at, &item) in items.iter().enumerate() {
            let slot = slot(item);
            if filter[slot / 64] >> (slot % 64) & 1 == 1 {
                shared.items.push(item);
                shared.places.push(at as u32);
            }
        }
        shared
    }
}

/// The longest increasing chain of items that occur once on each side.
fn unique_anchors(left: &[u32], right: &[u32]) -> Vec<(usize, usize)> {
    let points: Vec<Point> = unique(left, right)
        .into_iter()
        .map(|(left, right)| Point {
            left,
            right,
            weight: 1.0,
        })
        .collect();
    heaviest_chain(&points)
        .into_iter()
        .map(|k| (points[k].left as usize, points[k].right as usize))
        .collect()
}

/// Positions of the items that occur once on each side, ascending on the left. Linear.
pub(crate) fn unique(left: &[u32], right: &[u32]) -> Vec<(u32, u32)> {
    let once = |items: &[u32]| {
        let mut seen: FxHashMap<u32, Option<u32>> =
            FxHashMap::with_capacity_and_hasher(items.len(), FxBuildHasher);
        for (at, &item) in items.iter().enumerate() {
            seen.entry(item)
                .and_modify(|place| *place = None)
                .or_insert(Some(at as u32));
        }
        seen
    };
    let (of_left, of_right) = (once(left), once(right));
    left.iter()
        .filter_map(|item| {
            let at = of_left.get(item).copied().flatten()?;
            Some((at, of_right.get(item).copied().flatten()?))
        })
        .collect()
}

fn push_run(matches: &mut Matches, base: (usize, usize), len: usize) {
    matches
        .pairs
        .extend((0..len).map(|k| ((base.0 + k) as u32, (base.1 + k) as u32)));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use wsis_document::Silent;

    use super::*;

    fn found(left: &[u32], right: &[u32]) -> Matches {
        common(left, right, &Pace::new(&Silent))
    }

    #[test]
    fn long_sequences_are_cut_at_unique_items() {
        let left: Vec<u32> = (0..9_000).collect();
        let mut right = left.clone();
        right.remove(4_500);
        right.insert(10, 100_000);
        right.push(100_001);
        assert_eq!(found(&left, &right).pairs.len(), 8_999);
    }

    #[test]
    fn hopeless_stretches_are_skipped_and_counted() {
        let left: Vec<u32> = (0..8_000).map(|k| k % 2).collect();
        let right: Vec<u32> = (0..8_000).map(|k| 1 - k / 2 % 2).collect();
        assert_eq!(
            found(&left, &right),
            Matches {
                pairs: vec![],
                skipped: 16_000
            }
        );
    }

    #[test]
    fn what_is_on_one_side_only_costs_nothing() {
        let left: Vec<u32> = (0..8_000).map(|k| k % 2).collect();
        let right: Vec<u32> = (0..8_000).map(|k| 2 + k % 2).collect();
        assert_eq!(found(&left, &right), Matches::default());
    }

    proptest! {
        #[test]
        fn pairs_are_equal_items_in_order(
            left in proptest::collection::vec(0u32..6, 0..40),
            right in proptest::collection::vec(0u32..6, 0..40),
        ) {
            let pairs = found(&left, &right).pairs;
            prop_assert!(pairs.windows(2).all(|w| w[0].0 < w[1].0 && w[0].1 < w[1].1));
            prop_assert!(pairs.iter().all(|&(i, j)| left[i as usize] == right[j as usize]));
        }
    }
}
