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

/// Compares two token lists; `None` when time is up.
///
/// Cost: the product of the lengths up to [`MOST_CELLS`], then near linear.
pub(crate) fn compare_words(
    left: &[Token],
    right: &[Token],
    texts: (&str, &str),
    pace: &Pace,
) -> Option<Kept> {
    let items = (items(left, texts.0), items(right, texts.1));
    let mut skipped = 0;
    let mut hunks = Vec::new();
    for stretch in stretches(&items.0, &items.1, &mut skipped, pace) {
        if pace.late(stretch.left.len() * stretch.right.len() / CELLS) {
            return None;
        }
        let (l, r) = (stretch.left.clone(), stretch.right.clone());
        if l.len() * r.len() > MOST_CELLS {
            skipped += l.len() + r.len();
            hunks.push(stretch);
            continue;
        }
        let found = edits(&items.0[l.clone()], &items.1[r.clone()]);
        hunks.extend(found.into_iter().map(|(a, b)| Hunk {
            left: l.start + a.start..l.start + a.end,
            right: r.start + b.start..r.start + b.end,
        }));
    }
    slide(&mut hunks, left, right, texts);
    Some(Kept {
        pairs: pairs(&hunks, left.len()),
        skipped,
    })
}

fn items(tokens: &[Token], text: &str) -> Vec<Item> {
    let letters = |t: &Token| text[t.start as usize..t.end as usize].chars().count() as u32;
    tokens
        .iter()
        .map(|t| Item {
            key: t.key,
            letters: letters(t),
        })
        .collect()
}

/// Cuts two lists that are too long to be compared whole into stretches that face each other,
/// with long runs of kept words between them. Counts the words that were not looked at.
fn stretches(left: &[Item], right: &[Item], skipped: &mut usize, pace: &Pace) -> Vec<Hunk> {
    let whole = Hunk {
        left: 0..left.len(),
        right: 0..right.len(),
    };
    if left.len() * right.len() <= MOST_CELLS {
        return vec![whole];
    }
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

    #[test]
    fn long_texts_are_cut_where_many_words_stay() {
        let changed = |k: u32| if k == 700 || k == 1_500 { k + 9_000 } else { k };
        let kept = compared(0..2_000, (0..2_000).map(changed));
        assert_eq!((kept.pairs.len(), kept.skipped), (1_998, 0));
    }

    #[test]
    fn long_texts_without_a_place_to_cut_are_told() {
        let every_third = |k: u32| if k.is_multiple_of(3) { k + 9_000 } else { k };
        let kept = compared(0..2_000, (0..2_000).map(every_third));
        assert_eq!((kept.pairs.len(), kept.skipped), (0, 4_000));
    }
}
