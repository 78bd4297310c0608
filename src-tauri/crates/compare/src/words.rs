//! Which words of two facing sentences stay: the longest common run of words, tidied so that a
//! person can read what is left as changes.

use std::ops::Range;

use crate::sequence;
use crate::text::Token;

/// Two changes with fewer content words than this between them read as one.
const ISLAND_WORDS: usize = 3;
/// Sentences that keep a smaller share of their content words are shown as before and after.
const KEPT_SHARE: f32 = 0.25;

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
    let content = |tokens: &[Token]| tokens.iter().filter(|t| is_content(t.key)).count();
    join_islands(&mut hunks, left, right, &content);
    let changed = |hunks: &[Hunk]| {
        hunks
            .iter()
            .map(|h| content(&left[h.left.clone()]) + content(&right[h.right.clone()]))
            .sum::<usize>()
    };
    let all = content(left) + content(right);
    let kept = all - changed(&hunks);
    if hunks.len() > 1 && (kept as f32) < KEPT_SHARE * all as f32 {
        hunks = vec![Hunk {
            left: 0..left.len(),
            right: 0..right.len(),
        }];
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

/// Joins changes that stand so close that the words between them only hinder reading.
fn join_islands(
    hunks: &mut Vec<Hunk>,
    left: &[Token],
    right: &[Token],
    content: &impl Fn(&[Token]) -> usize,
) {
    let size = |tokens: &[Token]| match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => (last.end - first.start) as usize,
        _ => 0,
    };
    let edit = |h: &Hunk| size(&left[h.left.clone()]).max(size(&right[h.right.clone()]));
    let mut joined: Vec<Hunk> = Vec::with_capacity(hunks.len());
    for hunk in hunks.drain(..) {
        let mut current = hunk;
        while let Some(last) = joined.last() {
            let island = &left[last.left.end..current.left.start];
            let words = content(island);
            let pays = words == 0 || size(island) <= edit(last).max(edit(&current));
            if words >= ISLAND_WORDS || !pays {
                break;
            }
            current = Hunk {
                left: last.left.start..current.left.end,
                right: last.right.start..current.right.end,
            };
            joined.pop();
        }
        joined.push(current);
    }
    *hunks = joined;
}
