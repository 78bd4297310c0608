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
/// The cost of what cannot be.
const NEVER: f32 = f32::INFINITY;

/// One item of a text: equal keys are the same word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// What it is.
    pub key: u32,
    /// Its letters.
    pub letters: u32,
}

/// Ranges of either side that are changed, ascending, with something kept between any two; `None`
/// when so little stays that nothing should. `around` are equal words that stand around the items
/// on both sides: how many, and their letters.
///
/// Cost: the product of the two lengths, in time, and eight times that in bytes.
pub(crate) fn edits(
    left: &[Item],
    right: &[Item],
    around: (usize, &dyn Fn() -> u32),
) -> Option<Hunks> {
    if left.is_empty() || right.is_empty() {
        return Some(vec![(0..left.len(), 0..right.len())]);
    }
    let smallest = Table::new(left, right, 1).hunks();
    if smallest.len() < 2 {
        return Some(smallest);
    }
    let all = count(left) + count(right) + around.1();
    let kept = all - letters(&smallest, left, right);
    if (kept as f32) < KEPT_SHARE * all as f32 {
        return None;
    }
    let average = all as f32 / (left.len() + right.len() + around.0) as f32;
    Some(priced(left, right, &smallest, average))
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

/// What the best edits of every pair of beginnings cost.
struct Table<'a> {
    left: &'a [Item],
    right: &'a [Item],
    piece: f32,
    /// With the last items kept. Whole numbers, so that sums are exact.
    kept: Vec<f32>,
    /// With the last item changed.
    changed: Vec<f32>,
}

impl<'a> Table<'a> {
    fn new(left: &'a [Item], right: &'a [Item], piece: u32) -> Self {
        let piece = piece as f32;
        let width = right.len() + 1;
        let keys: Vec<u32> = right.iter().map(|item| item.key).collect();
        let letters: Vec<f32> = right.iter().map(|item| item.letters as f32).collect();
        let mut kept = vec![NEVER; (left.len() + 1) * width];
        let mut changed = kept.clone();
        kept[0] = 0.0;
        add(&kept[..width], &mut changed[..width], &letters, piece);
        let rows = kept
            .chunks_exact_mut(width)
            .zip(changed.chunks_exact_mut(width));
        let mut above: Option<(&mut [f32], &mut [f32])> = None;
        for ((kept, changed), item) in rows.zip(std::iter::once(None).chain(left.iter().map(Some)))
        {
            if let (Some((kept_above, changed_above)), Some(item)) = (above, item) {
                // Two passes: nothing in the first one waits for what stands before it.
                let removed = item.letters as f32;
                let ways = kept_above.iter().zip(changed_above.iter());
                for (here, (kept, changed)) in changed.iter_mut().zip(ways.clone()) {
                    *here = least(*changed, kept + piece) + removed;
                }
                for ((here, key), (kept, changed)) in kept[1..].iter_mut().zip(&keys).zip(ways) {
                    let cost = least(*kept, *changed);
                    *here = if *key == item.key { cost } else { NEVER };
                }
                add(kept, changed, &letters, piece);
            }
            above = Some((kept, changed));
        }
        Table {
            left,
            right,
            piece,
            kept,
            changed,
        }
    }

    fn hunks(&self) -> Hunks {
        let width = self.right.len() + 1;
        let mut hunks = Vec::new();
        let (mut x, mut y) = (self.left.len(), self.right.len());
        let mut end = (x, y);
        let is_kept = |x: usize, y: usize| self.kept[x * width + y] < self.changed[x * width + y];
        let mut in_kept = is_kept(x, y);
        while x > 0 || y > 0 {
            if in_kept {
                (x, y) = (x - 1, y - 1);
                in_kept = self.changed[x * width + y] >= self.kept[x * width + y];
                end = (x, y);
                continue;
            }
            // What it costs to have come from there, and whether the change began there.
            let from = |x: usize, y: usize, item: Item| {
                let at = x * width + y;
                let opened = self.kept[at] + self.piece;
                let cost = least(self.changed[at], opened) + item.letters as f32;
                (cost, opened < self.changed[at])
            };
            let by_left = x.checked_sub(1).map(|x| from(x, y, self.left[x]));
            let by_right = y.checked_sub(1).map(|y| from(x, y, self.right[y]));
            let cost = |way: Option<(f32, bool)>| way.map_or(NEVER, |way| way.0);
            let way = if cost(by_right) < cost(by_left) {
                y -= 1;
                by_right
            } else {
                x -= 1;
                by_left
            };
            in_kept = way.is_some_and(|way| way.1);
            if in_kept || (x == 0 && y == 0) {
                hunks.push((x..end.0, y..end.1));
            }
        }
        hunks.reverse();
        hunks
    }
}

/// Lets a row of costs of changes be reached by adding items of the right text too.
fn add(kept: &[f32], changed: &mut [f32], letters: &[f32], piece: f32) {
    let Some((first, rest)) = changed.split_first_mut() else {
        return;
    };
    let mut before = *first;
    for ((here, kept), letters) in rest.iter_mut().zip(kept).zip(letters) {
        *here = least(*here, least(before, kept + piece) + letters);
        before = *here;
    }
}

/// As `f32::min` for numbers alone, which takes one instruction.
fn least(a: f32, b: f32) -> f32 {
    if a < b { a } else { b }
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
        let pieces: Vec<String> = edits(&items(left), &items(right), (0, &|| 0))
            .unwrap()
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
    fn cheapest(a: &[Item], b: &[Item], piece: u32, open: bool) -> u32 {
        let opened = if open { 0 } else { piece };
        let mut best = if a.is_empty() && b.is_empty() {
            0
        } else {
            u32::MAX / 2
        };
        if let ([x, a @ ..], [y, b @ ..]) = (a, b)
            && x.key == y.key
        {
            best = best.min(cheapest(a, b, piece, false));
        }
        if let [x, a @ ..] = a {
            best = best.min(opened + x.letters + cheapest(a, b, piece, true));
        }
        if let [y, b @ ..] = b {
            best = best.min(opened + y.letters + cheapest(a, b, piece, true));
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
                prop_assert_eq!(cost, cheapest(&a, &b, price, false));
            }
            let (mut l, mut r) = (0, 0);
            let whole = vec![(0..a.len(), 0..b.len())];
            let pieces = edits(&a, &b, (0, &|| 0)).unwrap_or(whole);
            for (left, right) in pieces.into_iter().chain([(a.len()..a.len(), b.len()..b.len())]) {
                prop_assert!(l <= left.start && r <= right.start);
                prop_assert_eq!(&a[l..left.start], &b[r..right.start]);
                (l, r) = (left.end, right.end);
            }
        }
    }
}
