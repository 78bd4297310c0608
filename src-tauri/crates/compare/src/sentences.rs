//! Which sentences of two linked texts face each other: words are compared only inside these.

use std::ops::Range;

use crate::features::dice;
use crate::text::Token;

/// Most sentences of one side that face one sentence of the other.
const MAX_FAN: usize = 3;
/// Sentences less alike than this do not face each other.
const ALIKE: f32 = 0.12;
/// Room for rounding in a bound.
const SLACK: f32 = 1.000_1;
/// Beyond this many pairs of sentences the texts are compared as one.
const MAX_CELLS: usize = 20_000;

/// Token ranges of both sides that face each other, in order and not overlapping.
pub(crate) type Facing = (Range<usize>, Range<usize>);

/// Pairs up sentences, given as token ranges. `weight` is what a word weighs by its key. The sum
/// over all pairs of likeness times shared weight is made greatest (dynamic programming over the
/// steps 1:1, 1:2, 2:1, 1:3, 3:1, 1:0, 0:1, as in Gale and Church 1993, with shared words in
/// place of lengths).
pub(crate) fn face(
    left: (&[Token], &[Range<usize>]),
    right: (&[Token], &[Range<usize>]),
    weight: &[f32],
) -> Vec<Facing> {
    let (a, b) = (left.1, right.1);
    let whole = (0..left.0.len(), 0..right.0.len());
    if a.len() <= 1 || b.len() <= 1 || a.len() * b.len() > MAX_CELLS {
        return vec![whole];
    }
    // Nothing is worth more to either of two equal sentences, so those at the ends need no search.
    let equal = |(l, r): &(&Range<usize>, &Range<usize>)| {
        let (l, r) = (&left.0[(*l).clone()], &right.0[(*r).clone()]);
        l.iter().map(|t| t.key).eq(r.iter().map(|t| t.key))
    };
    let head = a.iter().zip(b).take_while(equal).count();
    let (a_rest, b_rest) = (&a[head..], &b[head..]);
    let tail = (a_rest.iter().rev())
        .zip(b_rest.iter().rev())
        .take_while(equal)
        .count();
    let pair = |(l, r): (&Range<usize>, &Range<usize>)| (l.clone(), r.clone());
    let (a_rest, a_tail) = a_rest.split_at(a_rest.len() - tail);
    let (b_rest, b_tail) = b_rest.split_at(b_rest.len() - tail);
    let mut facing: Vec<Facing> = a[..head].iter().zip(b).map(pair).collect();
    facing.extend(search((left.0, a_rest), (right.0, b_rest), weight));
    facing.extend(a_tail.iter().zip(b_tail).map(pair));
    facing
}

/// The same for sentences of which nothing is known.
fn search(
    left: (&[Token], &[Range<usize>]),
    right: (&[Token], &[Range<usize>]),
    weight: &[f32],
) -> Vec<Facing> {
    let (a, b) = (left.1, right.1);
    let bags_left: Vec<Bag> = a
        .iter()
        .map(|s| Bag::new(&left.0[s.clone()], weight))
        .collect();
    let bags_right: Vec<Bag> = b
        .iter()
        .map(|s| Bag::new(&right.0[s.clone()], weight))
        .collect();
    let singles: Vec<f32> = bags_left
        .iter()
        .flat_map(|l| bags_right.iter().map(|r| shared(&l.words, &r.words)))
        .collect();
    let width = b.len() + 1;
    let mut best = vec![0f32; (a.len() + 1) * width];
    let mut step = vec![(0u8, 0u8); (a.len() + 1) * width];
    for x in 0..=a.len() {
        for y in 0..=b.len() {
            let here = x * width + y;
            if x > 0 && best[here - width] >= best[here] {
                (best[here], step[here]) = (best[here - width], (1, 0));
            }
            if y > 0 && (best[here - 1] > best[here] || x == 0) {
                (best[here], step[here]) = (best[here - 1], (0, 1));
            }
            for (p, q) in fans() {
                if p > x || q > y {
                    continue;
                }
                let before = best[(x - p) * width + y - q];
                // Runs share no more than their sentences do one by one.
                let most: f32 = (x - p..x)
                    .flat_map(|i| singles[i * b.len() + y - q..i * b.len() + y].iter())
                    .sum();
                let lefts = &bags_left[x - p..x];
                let rights = &bags_right[y - q..y];
                if before + Bag::worth(most * SLACK, lefts, rights) <= best[here] {
                    continue;
                }
                let gain = Bag::gain(lefts, rights);
                let total = before + gain;
                if gain > 0.0 && total > best[here] {
                    (best[here], step[here]) = (total, (p as u8, q as u8));
                }
            }
        }
    }
    let mut facing = Vec::new();
    let (mut x, mut y) = (a.len(), b.len());
    while x > 0 || y > 0 {
        let (p, q) = step[x * width + y];
        let (p, q) = (p as usize, q as usize);
        if p > 0 && q > 0 {
            facing.push((a[x - p].start..a[x - 1].end, b[y - q].start..b[y - 1].end));
        }
        (x, y) = (x - p, y - q);
    }
    facing.reverse();
    facing
}

fn fans() -> impl Iterator<Item = (usize, usize)> {
    (1..=MAX_FAN)
        .map(|q| (1, q))
        .chain((2..=MAX_FAN).map(|p| (p, 1)))
}

/// The words of a sentence, sorted, with the weight of all.
struct Bag {
    words: Vec<(u32, f32)>,
    mass: f32,
}

impl Bag {
    fn new(tokens: &[Token], weight: &[f32]) -> Self {
        let mut words: Vec<(u32, f32)> = tokens
            .iter()
            .filter(|t| t.is_word())
            .map(|t| (t.key, weight.get(t.key as usize).copied().unwrap_or(0.0)))
            .collect();
        words.sort_unstable_by_key(|w| w.0);
        let mass = words.iter().map(|w| w.1).sum();
        Bag { words, mass }
    }

    /// What it is worth that two runs of sentences face each other; 0 when they should not.
    fn gain(left: &[Bag], right: &[Bag]) -> f32 {
        let merged = |bags: &[Bag]| -> Vec<(u32, f32)> {
            let mut words: Vec<(u32, f32)> =
                bags.iter().flat_map(|b| b.words.iter().copied()).collect();
            words.sort_unstable_by_key(|w| w.0);
            words
        };
        let shared = match (left, right) {
            ([a], [b]) => shared(&a.words, &b.words),
            _ => shared(&merged(left), &merged(right)),
        };
        Bag::worth(shared, left, right)
    }

    /// The same for runs of which the shared weight is known.
    fn worth(shared: f32, left: &[Bag], right: &[Bag]) -> f32 {
        let mass = |bags: &[Bag]| bags.iter().map(|b| b.mass).sum::<f32>();
        let alike = dice(shared, mass(left), mass(right));
        if alike < ALIKE { 0.0 } else { alike * shared }
    }
}

fn shared(a: &[(u32, f32)], b: &[(u32, f32)]) -> f32 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while i < a.len() && j < b.len() {
        match a[i].0.cmp(&b[j].0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += a[i].1;
                i += 1;
                j += 1;
            }
        }
    }
    sum
}
