//! The edit that a person reads most easily: few letters marked, in few pieces.
//!
//! A smallest edit marks few letters, but leaves islands of single words between its changes. Here
//! each piece has a price of its own beside its letters (the affine gap costs of Gotoh 1982), so an
//! island that is cheaper to mark than to read around is marked, and of equally small edits the one
//! in fewest pieces is found. No edit in so few pieces marks less. A piece costs more
//! where little is marked to be rid of it.

use std::ops::Range;

/// What a piece costs, in the letters of an average word of the two texts.
const PRICE: f32 = 4.1;
/// What it may cost where little is marked for it.
const HIGH_PRICE: f32 = 8.0;
/// Little: at most this many times what the smallest edit marks, and this many average words more.
const LITTLE: f32 = 1.2;
const LITTLE_MORE: f32 = 2.0;
/// Of what keeps a smaller share of its letters nothing is kept: it is read as before and after.
const KEPT_SHARE: f32 = 0.20;
/// From this on costs are those of what cannot be.
const NEVER: u32 = u32::MAX / 2;

/// One item of a text: equal keys are the same word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// What it is.
    pub key: u32,
    /// Its letters.
    pub letters: u32,
}

/// How the best edit of two beginnings was reached.
const KEPT_FROM_CHANGE: u8 = 1;
const CHANGE_FROM_KEPT: u8 = 2;
const CHANGE_BY_RIGHT: u8 = 4;

/// Ranges of either side that are changed, ascending, with something kept between any two.
///
/// Cost: the product of the two lengths, in time, and in bytes.
pub(crate) fn edits(left: &[Item], right: &[Item]) -> Hunks {
    let head = left
        .iter()
        .zip(right)
        .take_while(|(a, b)| a.key == b.key)
        .count();
    let (a, b) = (&left[head..], &right[head..]);
    let tail = (a.iter().rev().zip(b.iter().rev()))
        .take_while(|(a, b)| a.key == b.key)
        .count();
    let (a, b) = (&a[..a.len() - tail], &b[..b.len() - tail]);
    let hunks = match (a.is_empty(), b.is_empty()) {
        (true, true) => Vec::new(),
        (true, false) | (false, true) => vec![(0..a.len(), 0..b.len())],
        (false, false) => {
            let smallest = Table::new(a, b, 1).hunks();
            let all = count(left) + count(right);
            let kept = all - letters(&smallest, a, b);
            if smallest.len() < 2 {
                smallest
            } else if (kept as f32) < KEPT_SHARE * all as f32 {
                return vec![(0..left.len(), 0..right.len())];
            } else {
                let average = all as f32 / (left.len() + right.len()) as f32;
                priced(a, b, &smallest, average)
            }
        }
    };
    let shifted = |range: Range<usize>| range.start + head..range.end + head;
    let hunks = hunks.into_iter();
    hunks.map(|(l, r)| (shifted(l), shifted(r))).collect()
}

type Hunks = Vec<(Range<usize>, Range<usize>)>;

/// The edit at the high price when it marks little more than the smallest one, else that at the
/// usual price; `average` is the letters of an average word.
fn priced(a: &[Item], b: &[Item], smallest: &Hunks, average: f32) -> Hunks {
    let at = |price: f32| Table::new(a, b, (price * average) as u32).hunks();
    let most = LITTLE * letters(smallest, a, b) as f32 + LITTLE_MORE * average;
    let joined = at(HIGH_PRICE);
    if letters(&joined, a, b) as f32 <= most {
        joined
    } else {
        at(PRICE)
    }
}

/// Letters that an edit marks.
fn letters(hunks: &[(Range<usize>, Range<usize>)], a: &[Item], b: &[Item]) -> u32 {
    let of = |(l, r): &(Range<usize>, Range<usize>)| count(&a[l.clone()]) + count(&b[r.clone()]);
    hunks.iter().map(of).sum()
}

fn count(items: &[Item]) -> u32 {
    items.iter().map(|item| item.letters).sum()
}

/// The ways to every pair of beginnings.
struct Table {
    steps: Vec<u8>,
    size: (usize, usize),
    ends_kept: bool,
}

impl Table {
    fn new(a: &[Item], b: &[Item], piece: u32) -> Self {
        let width = b.len() + 1;
        let mut steps = vec![0u8; (a.len() + 1) * width];
        // The costs of the row before and of this one, with the last items kept and changed.
        let mut costs = vec![(NEVER, NEVER); width];
        let (first, rest) = steps.split_at_mut(width);
        costs[0] = (0, NEVER);
        // Before anything of the left text only what is on the right can come.
        let mut before = costs[0];
        for ((step, cost), item) in first.iter_mut().zip(&mut costs).skip(1).zip(b) {
            let opened = before.0 + piece < before.1;
            *step = CHANGE_BY_RIGHT | if opened { CHANGE_FROM_KEPT } else { 0 };
            *cost = (NEVER, before.1.min(before.0 + piece) + item.letters);
            before = *cost;
        }
        for (row, left) in rest.chunks_exact_mut(width).zip(a) {
            let mut diagonal = costs[0];
            let opened = diagonal.0 + piece < diagonal.1;
            row[0] = if opened { CHANGE_FROM_KEPT } else { 0 };
            let changed = diagonal.1.min(diagonal.0 + piece) + left.letters;
            let mut before = (NEVER, changed.min(NEVER));
            costs[0] = before;
            for ((step, cost), right) in row.iter_mut().zip(&mut costs).skip(1).zip(b) {
                let above = *cost;
                let kept = if left.key == right.key {
                    diagonal.0.min(diagonal.1)
                } else {
                    NEVER
                };
                let by_left = above.1.min(above.0 + piece) + left.letters;
                let by_right = before.1.min(before.0 + piece) + right.letters;
                let from_right = by_right < by_left;
                let (kept_there, changed_there) = if from_right { before } else { above };
                let opened = kept_there + piece < changed_there;
                *step = u8::from(diagonal.1 < diagonal.0) * KEPT_FROM_CHANGE
                    | u8::from(opened) * CHANGE_FROM_KEPT
                    | u8::from(from_right) * CHANGE_BY_RIGHT;
                before = (kept, by_left.min(by_right).min(NEVER));
                *cost = before;
                diagonal = above;
            }
        }
        let (kept, changed) = costs[b.len()];
        Table {
            steps,
            size: (a.len(), b.len()),
            ends_kept: kept < changed,
        }
    }

    fn hunks(&self) -> Hunks {
        let mut hunks = Vec::new();
        let (mut x, mut y) = self.size;
        let mut in_kept = self.ends_kept;
        let mut end = self.size;
        while x > 0 || y > 0 {
            let step = self.steps[x * (self.size.1 + 1) + y];
            if in_kept {
                (x, y) = (x - 1, y - 1);
                in_kept = step & KEPT_FROM_CHANGE == 0;
                end = (x, y);
            } else {
                if step & CHANGE_BY_RIGHT == 0 {
                    x -= 1;
                } else {
                    y -= 1;
                }
                in_kept = step & CHANGE_FROM_KEPT != 0;
                if in_kept || (x == 0 && y == 0) {
                    hunks.push((x..end.0, y..end.1));
                }
            }
        }
        hunks.reverse();
        hunks
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn items(words: &str) -> Vec<Item> {
        words
            .split(' ')
            .map(|word| Item {
                key: (word.bytes()).fold(0, |key: u32, b| {
                    key.wrapping_mul(31).wrapping_add(u32::from(b))
                }),
                letters: word.len() as u32,
            })
            .collect()
    }

    /// Changed words of either side, pieces parted by a bar.
    fn shown(left: &str, right: &str) -> String {
        let (a, b): (Vec<&str>, Vec<&str>) =
            (left.split(' ').collect(), right.split(' ').collect());
        let pieces: Vec<String> = edits(&items(left), &items(right))
            .into_iter()
            .map(|(l, r)| format!("{} > {}", a[l].join(" "), b[r].join(" ")))
            .collect();
        pieces.join(" | ")
    }

    #[test]
    fn a_small_word_between_two_changes_is_marked_with_them() {
        assert_eq!(
            shown(
                "the harbour masters keep green lamps of copper burning until the first ferry leaves",
                "the harbour masters keep yellow lanterns of brass burning until the first ferry leaves",
            ),
            "green lamps of copper > yellow lanterns of brass"
        );
    }

    #[test]
    fn changes_far_from_each_other_stay_apart() {
        assert_eq!(
            shown(
                "green lamps burn on the northern quay until the first ferry leaves in winter",
                "yellow lamps burn on the northern quay until the first ferry leaves in summer",
            ),
            "green > yellow | winter > summer"
        );
    }

    /// The least cost by trying every way to go on.
    fn least(a: &[Item], b: &[Item], piece: u32, open: bool) -> u32 {
        let opened = if open { 0 } else { piece };
        let mut best = if a.is_empty() && b.is_empty() {
            0
        } else {
            NEVER
        };
        if let ([x, a @ ..], [y, b @ ..]) = (a, b)
            && x.key == y.key
        {
            best = best.min(least(a, b, piece, false));
        }
        if let [x, a @ ..] = a {
            best = best.min(opened + x.letters + least(a, b, piece, true));
        }
        if let [y, b @ ..] = b {
            best = best.min(opened + y.letters + least(a, b, piece, true));
        }
        best
    }

    proptest! {
        #[test]
        fn nothing_else_is_cheaper_and_what_is_kept_is_equal(
            a in proptest::collection::vec(0u32..3, 0..7),
            b in proptest::collection::vec(0u32..3, 0..7),
        ) {
            // Equal words have equal letters.
            let items = |of: &[u32]| -> Vec<Item> {
                of.iter().map(|&key| Item { key, letters: 1 + 3 * key }).collect()
            };
            let (a, b) = (items(&a), items(&b));
            for price in [1, 4, 9] {
                let pieces = Table::new(&a, &b, price).hunks();
                let cost = price * pieces.len() as u32 + letters(&pieces, &a, &b);
                prop_assert_eq!(cost, least(&a, &b, price, false));
            }
            let (mut l, mut r) = (0, 0);
            let pieces = edits(&a, &b);
            for (left, right) in pieces.into_iter().chain([(a.len()..a.len(), b.len()..b.len())]) {
                prop_assert!(l <= left.start && r <= right.start);
                prop_assert_eq!(&a[l..left.start], &b[r..right.start]);
                (l, r) = (left.end, right.end);
            }
        }
    }
}
