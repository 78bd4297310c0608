//! The heaviest chain of pairs that is in order on both sides: what stays in place.

/// A pair of positions that may stay in place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Point {
    /// Position on the left.
    pub left: u32,
    /// Position on the right.
    pub right: u32,
    /// What keeping it in place is worth; above zero.
    pub weight: f32,
}

/// Picks the points of a heaviest chain, strictly increasing on both sides. Answers with indices
/// into `points`, ascending by position. Among equal chains the one that ends first is taken.
///
/// Heaviest increasing subsequence with a Fenwick tree of prefix maxima (Jacobson and Vo,
/// "Heaviest increasing/common subsequence problems", 1992): O(n log n).
pub(crate) fn heaviest_chain(points: &[Point]) -> Vec<usize> {
    let width = points
        .iter()
        .map(|p| p.right as usize + 1)
        .max()
        .unwrap_or(0);
    let mut order: Vec<usize> = (0..points.len()).collect();
    // Of the points on one left position at most one may be taken: larger right positions first,
    // so that none of them finds another of its own row as predecessor.
    order.sort_unstable_by_key(|&k| (points[k].left, std::cmp::Reverse(points[k].right), k));
    let mut tree: Vec<(f64, usize)> = vec![(0.0, usize::MAX); width + 1];
    let mut previous = vec![usize::MAX; points.len()];
    let mut best = (0.0f64, usize::MAX);
    for &k in &order {
        let point = points[k];
        let mut node = point.right as usize;
        let mut prefix = (0.0f64, usize::MAX);
        while node > 0 {
            if tree[node].0 > prefix.0 {
                prefix = tree[node];
            }
            node &= node - 1;
        }
        let total = prefix.0 + f64::from(point.weight);
        previous[k] = prefix.1;
        if total > best.0 {
            best = (total, k);
        }
        let mut node = point.right as usize + 1;
        while node <= width {
            if total > tree[node].0 {
                tree[node] = (total, k);
            }
            node += node & node.wrapping_neg();
        }
    }
    let mut chain = Vec::new();
    let mut at = best.1;
    while at != usize::MAX {
        chain.push(at);
        at = previous[at];
    }
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn point(left: u32, right: u32, weight: f32) -> Point {
        Point {
            left,
            right,
            weight,
        }
    }

    #[test]
    fn the_heavier_side_of_a_crossing_stays() {
        let points = [point(0, 2, 1.0), point(1, 0, 3.0), point(2, 1, 3.0)];
        assert_eq!(heaviest_chain(&points), [1, 2]);
    }

    #[test]
    fn one_position_is_taken_once() {
        let points = [point(0, 0, 1.0), point(0, 1, 1.0), point(1, 1, 1.0)];
        assert_eq!(heaviest_chain(&points), [0, 2]);
    }

    proptest! {
        #[test]
        fn chains_increase_and_weigh_as_much_as_by_trying_all(
            raw in proptest::collection::vec((0u32..6, 0u32..6, 1u32..9), 0..9)
        ) {
            let points: Vec<Point> = raw.iter().map(|&(l, r, w)| point(l, r, w as f32)).collect();
            let chain = heaviest_chain(&points);
            let increasing = |chain: &[usize]| {
                chain.windows(2).all(|w| {
                    points[w[0]].left < points[w[1]].left && points[w[0]].right < points[w[1]].right
                })
            };
            let weight = |chain: &[usize]| chain.iter().map(|&k| points[k].weight).sum::<f32>();
            prop_assert!(increasing(&chain));
            let mut sorted: Vec<usize> = (0..points.len()).collect();
            sorted.sort_by_key(|&k| (points[k].left, points[k].right));
            let best = (0u32..1 << points.len())
                .map(|set| sorted.iter().copied().filter(|k| set >> k & 1 == 1).collect::<Vec<_>>())
                .filter(|chain| increasing(chain))
                .map(|chain| weight(&chain))
                .fold(0.0, f32::max);
            prop_assert_eq!(weight(&chain), best);
        }
    }
}
