//! Which words of two facing sentences stay: the longest common run of words, tidied so that a
//! person can read what is left as changes.

use std::ops::Range;

use crate::sequence;
use crate::text::Token;

/// Two changes with more content words than this between them stay two.
const ISLAND_WORDS: usize = 4;
/// Nor are they joined over more letters than this.
const ISLAND_LETTERS: usize = 20;
/// All that is marked is at most this many times what the smallest edit would mark, and this many
/// letters more.
const MARKED: f32 = 1.3;
const MARKED_MORE: usize = 20;
/// Where two changes are joined, a content word between them weighs as much as so many letters,
/// and the border of a clause as much as so many.
const WORD_COST: usize = 4;
const BORDER_COST: usize = 8;
/// Sentences that keep a smaller share of their letters are shown as before and after.
const KEPT_SHARE: f32 = 0.20;

/// Positions of equal tokens, increasing on both sides.
#[derive(Clone, Debug, Default)]
pub(crate) struct Kept {
    /// Left position, right position.
    pub pairs: Vec<(usize, usize)>,
    /// Tokens that were not compared because the work would have been too much.
    pub skipped: usize,
}

/// A change: token ranges of either side, one of which may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Hunk {
    left: Range<usize>,
    right: Range<usize>,
}

impl Hunk {
    /// Bytes it marks on both sides, white space left out.
    fn letters(&self, left: &[Token], right: &[Token]) -> usize {
        letters(left, self.left.clone()) + letters(right, self.right.clone())
    }
}

/// Compares two token lists. `is_content` tells words that carry meaning.
pub(crate) fn compare_words(
    left: &[Token],
    right: &[Token],
    texts: (&str, &str),
    is_content: impl Fn(u32) -> bool,
) -> Kept {
    let keys = |tokens: &[Token]| tokens.iter().map(|t| t.key).collect::<Vec<u32>>();
    let matches = sequence::common(&keys(left), &keys(right));
    let mut hunks = hunks(&matches.pairs, left.len(), right.len());
    slide(&mut hunks, left, right, texts);
    let marked = letters(left, 0..left.len()) + letters(right, 0..right.len());
    let changed: usize = hunks.iter().map(|h| h.letters(left, right)).sum();
    if hunks.len() > 1 && ((marked - changed) as f32) < KEPT_SHARE * marked as f32 {
        hunks = vec![Hunk {
            left: 0..left.len(),
            right: 0..right.len(),
        }];
    } else {
        join_islands(&mut hunks, left, right, texts.0, &is_content);
    }
    Kept {
        pairs: pairs(&hunks, left.len()),
        skipped: matches.skipped,
    }
}

fn hunks(pairs: &[(u32, u32)], left: usize, right: usize) -> Vec<Hunk> {
    let mut hunks = Vec::new();
    let (mut l, mut r) = (0, 0);
    let ends = pairs
        .iter()
        .map(|p| (p.0 as usize, p.1 as usize))
        .chain([(left, right)]);
    for (i, j) in ends {
        if i > l || j > r {
            hunks.push(Hunk {
                left: l..i,
                right: r..j,
            });
        }
        (l, r) = (i + 1, j + 1);
    }
    hunks
}

fn pairs(hunks: &[Hunk], left: usize) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let (mut l, mut r) = (0, 0);
    for hunk in hunks {
        pairs.extend((l..hunk.left.start).zip(r..));
        (l, r) = (hunk.left.end, hunk.right.end);
    }
    pairs.extend((l..left).zip(r..));
    pairs
}

/// Moves each pure insertion or deletion, where equal words on its sides allow it, to the place
/// where it begins and ends at the borders of clauses.
fn slide(hunks: &mut [Hunk], left: &[Token], right: &[Token], texts: (&str, &str)) {
    for k in 0..hunks.len() {
        let before = if k == 0 {
            (0, 0)
        } else {
            (hunks[k - 1].left.end, hunks[k - 1].right.end)
        };
        let after = hunks
            .get(k + 1)
            .map_or((left.len(), right.len()), |h| (h.left.start, h.right.start));
        let hunk = &hunks[k];
        let (span, tokens, text, room) = if hunk.right.is_empty() {
            (hunk.left.clone(), left, texts.0, before.0..after.0)
        } else if hunk.left.is_empty() {
            (hunk.right.clone(), right, texts.1, before.1..after.1)
        } else {
            continue;
        };
        let mut back = 0;
        while span.start - back > room.start
            && tokens[span.start - back - 1].key == tokens[span.end - back - 1].key
        {
            back += 1;
        }
        let mut ahead = 0;
        while span.end + ahead < room.end
            && tokens[span.start + ahead].key == tokens[span.end + ahead].key
        {
            ahead += 1;
        }
        let score = |shift: isize| {
            let start = span.start.wrapping_add_signed(shift);
            let end = span.end.wrapping_add_signed(shift);
            border(tokens, text, start) + border(tokens, text, end)
        };
        let shift = (-(back as isize)..=ahead as isize)
            .max_by_key(|&shift| (score(shift), std::cmp::Reverse(shift.unsigned_abs()), shift))
            .unwrap_or(0);
        let moved = |range: &Range<usize>| {
            range.start.wrapping_add_signed(shift)..range.end.wrapping_add_signed(shift)
        };
        hunks[k] = Hunk {
            left: moved(&hunk.left),
            right: moved(&hunk.right),
        };
    }
}

/// From this on, [`border`] is that of a clause.
const CLAUSE_BORDER: i32 = 2;

/// How natural it is to begin or end a change before the token at `at`.
fn border(tokens: &[Token], text: &str, at: usize) -> i32 {
    let of = |k: usize| {
        tokens
            .get(k)
            .map_or("", |t| &text[t.start as usize..t.end as usize])
    };
    if at == 0 || at >= tokens.len() {
        return 4;
    }
    // White space before a token says that a word of its own begins there.
    let spaced = i32::from(tokens[at - 1].end < tokens[at].start);
    let before = of(at - 1);
    let score = if before.ends_with(['.', ';', ':', '!', '?', '。', '；', '：', '؛', '؟']) {
        3
    } else if before.ends_with([',', '、', '，', '،', ')', '）', '」']) {
        2
    } else {
        0
    };
    score + spaced
}

/// Joins changes that stand so close that the words between them only hinder reading: the
/// shortest islands first, as long as not too much is marked for it.
fn join_islands(
    hunks: &mut Vec<Hunk>,
    left: &[Token],
    right: &[Token],
    text: &str,
    is_content: &impl Fn(u32) -> bool,
) {
    let least: usize = hunks.iter().map(|h| h.letters(left, right)).sum();
    let most = (MARKED * least as f32) as usize + MARKED_MORE;
    let mut islands: Vec<(usize, usize, usize)> = hunks
        .windows(2)
        .enumerate()
        .filter_map(|(k, pair)| {
            let between = pair[0].left.end..pair[1].left.start;
            let words = left[between.clone()].iter();
            let content = words.filter(|t| is_content(t.key)).count();
            if content > ISLAND_WORDS {
                return None;
            }
            let size = letters(left, between.clone());
            let clause = between
                .clone()
                .any(|at| border(left, text, at + 1) >= CLAUSE_BORDER);
            let cost = size + WORD_COST * content + if clause { BORDER_COST } else { 0 };
            Some((cost, k, 2 * size))
        })
        .collect();
    islands.sort_unstable();
    let mut marked = least;
    let mut joined = vec![false; hunks.len()];
    for (_, k, size) in islands {
        if size <= 2 * ISLAND_LETTERS && marked + size <= most {
            marked += size;
            joined[k] = true;
        }
    }
    let mut merged: Vec<Hunk> = Vec::with_capacity(hunks.len());
    let mut with_next = false;
    for (hunk, joins) in hunks.drain(..).zip(joined) {
        match merged.last_mut() {
            Some(last) if with_next => {
                last.left.end = hunk.left.end;
                last.right.end = hunk.right.end;
            }
            _ => merged.push(hunk),
        }
        with_next = joins;
    }
    *hunks = merged;
}

/// Bytes of some tokens, white space left out.
fn letters(tokens: &[Token], range: Range<usize>) -> usize {
    tokens[range]
        .iter()
        .map(|t| (t.end - t.start) as usize)
        .sum()
}
