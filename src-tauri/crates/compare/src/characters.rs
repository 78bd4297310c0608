//! Changes narrowed down from words to characters, for those who ask for it.

use wsis_document::characters;

use crate::model::{Op, Segment, SegmentClass};

/// Takes off each replaced piece what its old and its new text have in common at either end, in
/// user-perceived characters. Linear.
pub(crate) fn narrow(segments: Vec<Segment>, left: &str, right: &str) -> Vec<Segment> {
    let mut out: Vec<Segment> = Vec::with_capacity(segments.len());
    let mut rest = segments.into_iter().peekable();
    while let Some(segment) = rest.next() {
        let replaced = rest.next_if(|next| segment.op == Op::Removed && next.op == Op::Added);
        let Some(added) = replaced else {
            push(&mut out, segment);
            continue;
        };
        let old = &left[segment.left.start as usize..segment.left.end as usize];
        let new = &right[added.right.start as usize..added.right.end as usize];
        let (head, tail) = shared_ends(old, new);
        let (from, to) = (segment.left.start, added.right.start);
        let (old_end, new_end) = (segment.left.end - tail, added.right.end - tail);
        let equal = |l: std::ops::Range<u32>, r| Segment {
            op: Op::Equal,
            left: l,
            right: r,
            class: SegmentClass::None,
        };
        let pieces = [
            equal(from..from + head, to..to + head),
            Segment {
                left: from + head..old_end,
                right: to + head..to + head,
                ..segment
            },
            Segment {
                left: old_end..old_end,
                right: to + head..new_end,
                ..added
            },
            equal(old_end..old_end + tail, new_end..new_end + tail),
        ];
        pieces
            .into_iter()
            .filter(|p| !p.left.is_empty() || !p.right.is_empty())
            .for_each(|p| push(&mut out, p));
    }
    out
}

/// Appends a segment; one that goes on from an equal one is joined to it. Pieces of one byte stay
/// alone: a line feed is a segment by itself.
fn push(out: &mut Vec<Segment>, segment: Segment) {
    match out.last_mut() {
        Some(last)
            if last.op == Op::Equal
                && segment.op == Op::Equal
                && segment.left.len() > 1
                && last.left.len() > 1 =>
        {
            last.left.end = segment.left.end;
            last.right.end = segment.right.end;
        }
        _ => out.push(segment),
    }
}

/// Bytes that two texts have in common at the beginning and at the end, without overlap.
fn shared_ends(old: &str, new: &str) -> (u32, u32) {
    if old.contains('\n') || new.contains('\n') {
        return (0, 0);
    }
    let (a, b) = (characters(old), characters(new));
    let same =
        |x: &std::ops::Range<usize>, y: &std::ops::Range<usize>| old[x.clone()] == new[y.clone()];
    let head = a.iter().zip(&b).take_while(|(x, y)| same(x, y)).count();
    let tail = a[head..]
        .iter()
        .rev()
        .zip(b[head..].iter().rev())
        .take_while(|(x, y)| same(x, y))
        .count();
    let start = a[..head].last().map_or(0, |x| x.end);
    let end = old.len() - a[a.len() - tail..].first().map_or(old.len(), |x| x.start);
    (start as u32, end as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_ends_are_taken_off_whole_characters() {
        assert_eq!(shared_ends("ferries", "ferry"), (4, 0));
        assert_eq!(shared_ends("e\u{301}t", "et"), (0, 1));
        assert_eq!(shared_ends("aa", "aaa"), (2, 0));
    }
}
