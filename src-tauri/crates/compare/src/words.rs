//! Which words of two facing sentences stay, laid out so that a person can read what is left as
//! changes.

use std::ops::Range;

use crate::edits::{Item, edits};
use crate::pace::Pace;
use crate::sequence;
use crate::text::Token;

/// Stretches of more words times words than this are first cut where many words stay.
const MOST_CELLS: usize = 1 << 20;
/// So many words times words cost as much as a word elsewhere.
const CELLS: usize = 64;
/// So many words in a row that stay are a place to cut.
const RUN: usize = 12;

/// Tokens of two lists that stay, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Kept {
    /// Where they stand in a row.
    pub runs: Vec<Run>,
    /// Tokens that were not compared because the work would have been too much.
    pub skipped: usize,
}

/// Equal tokens in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    /// The first in the left list.
    pub left: usize,
    /// The first in the right list.
    pub right: usize,
    /// How many there are.
    pub len: usize,
}

impl Kept {
    /// All of two equal lists.
    pub(crate) fn whole(len: usize) -> Self {
        let run = Run {
            left: 0,
            right: 0,
            len,
        };
        Kept {
            runs: vec![run],
            skipped: 0,
        }
    }
}

impl Run {
    /// Whether another run goes on where this one ends.
    pub(crate) fn is_before(&self, other: &Run) -> bool {
        (self.left + self.len, self.right + self.len) == (other.left, other.right)
    }
}

/// A change: token ranges of either side, one of which may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Hunk {
    left: Range<usize>,
    right: Range<usize>,
}

impl Hunk {
    /// The same where so many tokens stand before it.
    fn after(&self, left: usize, right: usize) -> Hunk {
        Hunk {
            left: self.left.start + left..self.left.end + left,
            right: self.right.start + right..self.right.end + right,
        }
    }
}

impl From<(Range<usize>, Range<usize>)> for Hunk {
    fn from((left, right): (Range<usize>, Range<usize>)) -> Self {
        Hunk { left, right }
    }
}

/// Compares two token lists; `None` when time is up.
///
/// Cost: the product of the lengths up to [`MOST_CELLS`], then near linear.
pub(crate) fn compare_words(
    left: &[Token],
    right: &[Token],
    texts: (&str, &str),
    pace: &Pace,
) -> Option<Kept> {
    let equal = |(a, b): &(&Token, &Token)| a.key == b.key;
    let head = left.iter().zip(right).take_while(equal).count();
    let (a, b) = (&left[head..], &right[head..]);
    let tail = (a.iter().rev().zip(b.iter().rev()))
        .take_while(equal)
        .count();
    let (a, b) = (&a[..a.len() - tail], &b[..b.len() - tail]);
    let mut skipped = 0;
    let mut hunks = if a.is_empty() && b.is_empty() {
        Vec::new()
    } else if a.len() * b.len() > MOST_CELLS {
        long(&items(a, texts.0), &items(b, texts.1), &mut skipped, pace)?
    } else {
        if pace.late(a.len() * b.len() / CELLS) {
            return None;
        }
        let ends = |all: &[Token], inner: &[Token], text| {
            let ends = all[..head].iter().chain(&all[head + inner.len()..]);
            ends.map(|t| letters(t, text)).sum::<u32>()
        };
        let ends = || ends(left, a, texts.0) + ends(right, b, texts.1);
        let around = (2 * (head + tail), &ends as &dyn Fn() -> u32);
        match edits(&items(a, texts.0), &items(b, texts.1), around) {
            Some(found) => found.into_iter().map(Hunk::from).collect(),
            None => return Some(Kept::default()),
        }
    };
    for hunk in &mut hunks {
        *hunk = hunk.after(head, head);
    }
    slide(&mut hunks, left, right, texts);
    Some(Kept {
        runs: runs(&hunks, left.len()),
        skipped,
    })
}

/// What is changed in two lists that are too long to be compared whole.
fn long(left: &[Item], right: &[Item], skipped: &mut usize, pace: &Pace) -> Option<Vec<Hunk>> {
    let mut hunks = Vec::new();
    for stretch in stretches(left, right, skipped, pace) {
        let (l, r) = (stretch.left.clone(), stretch.right.clone());
        if pace.late(l.len() * r.len() / CELLS) {
            return None;
        }
        if l.is_empty() && r.is_empty() {
            continue;
        }
        if l.len() * r.len() > MOST_CELLS {
            *skipped += l.len() + r.len();
            hunks.push(stretch);
            continue;
        }
        match edits(&left[l.clone()], &right[r.clone()], (0, &|| 0)) {
            Some(found) => {
                let found = found.into_iter().map(Hunk::from);
                hunks.extend(found.map(|hunk| hunk.after(l.start, r.start)));
            }
            None => hunks.push(stretch),
        }
    }
    Some(hunks)
}

fn items(tokens: &[Token], text: &str) -> Vec<Item> {
    let item = |t: &Token| Item {
        key: t.key,
        letters: letters(t, text),
    };
    tokens.iter().map(item).collect()
}

fn letters(token: &Token, text: &str) -> u32 {
    text[token.start as usize..token.end as usize]
        .chars()
        .count() as u32
}

/// Cuts two lists that are too long to be compared whole into stretches that face each other,
/// with long runs of kept words between them. Counts the words that were not looked at.
fn stretches(left: &[Item], right: &[Item], skipped: &mut usize, pace: &Pace) -> Vec<Hunk> {
    let keys = |items: &[Item]| items.iter().map(|item| item.key).collect::<Vec<u32>>();
    let matches = sequence::common(&keys(left), &keys(right), pace);
    *skipped += matches.skipped;
    let mut stretches = Vec::new();
    let mut start = (0, 0);
    let mut run = (0, 0);
    let mut length = 0;
    let ends = matches.pairs.iter().map(|&(i, j)| (i as usize, j as usize));
    for (i, j) in ends.chain([(left.len(), right.len())]) {
        if length > 0 && (i, j) == (run.0 + length, run.1 + length) && i < left.len() {
            length += 1;
            continue;
        }
        if length >= RUN {
            stretches.push(Hunk {
                left: start.0..run.0,
                right: start.1..run.1,
            });
            start = (run.0 + length, run.1 + length);
        }
        (run, length) = ((i, j), 1);
    }
    stretches.push(Hunk {
        left: start.0..left.len(),
        right: start.1..right.len(),
    });
    stretches
}

/// What stays between some changes of a list of `left` tokens and another one.
fn runs(hunks: &[Hunk], left: usize) -> Vec<Run> {
    let mut runs = Vec::with_capacity(hunks.len() + 1);
    let mut at = (0, 0);
    let ends = hunks.iter().map(|h| (h.left.clone(), h.right.end));
    for (hunk, right_end) in ends.chain([(left..left, 0)]) {
        if hunk.start > at.0 {
            runs.push(Run {
                left: at.0,
                right: at.1,
                len: hunk.start - at.0,
            });
        }
        at = (hunk.end, right_end);
    }
    runs
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

#[cfg(test)]
mod tests {
    use wsis_document::{Silent, WordKind};

    use super::*;

    /// A text with a word for each key, and its tokens.
    fn text(keys: impl Iterator<Item = u32>) -> (String, Vec<Token>) {
        let (mut text, mut tokens) = (String::new(), Vec::new());
        for key in keys {
            let start = text.len() as u32;
            text.push_str("word ");
            tokens.push(Token {
                start,
                end: start + 4,
                key,
                kind: WordKind::Word,
            });
        }
        (text, tokens)
    }

    fn compared(left: impl Iterator<Item = u32>, right: impl Iterator<Item = u32>) -> Kept {
        let ((old, a), (new, b)) = (text(left), text(right));
        compare_words(&a, &b, (&old, &new), &Pace::new(&Silent)).unwrap()
    }

    fn count(kept: &Kept) -> usize {
        kept.runs.iter().map(|run| run.len).sum()
    }

    #[test]
    fn long_texts_are_cut_where_many_words_stay() {
        let changed = |k: u32| if k == 700 || k == 1_500 { k + 9_000 } else { k };
        let kept = compared(0..2_000, (0..2_000).map(changed));
        assert_eq!((count(&kept), kept.skipped), (1_998, 0));
    }

    #[test]
    fn long_texts_without_a_place_to_cut_are_told() {
        let every_third = |k: u32| if k.is_multiple_of(3) { k + 9_000 } else { k };
        let kept = compared(0..2_000, (0..2_000).map(every_third));
        assert_eq!((count(&kept), kept.skipped), (1, 3_998));
    }
}
