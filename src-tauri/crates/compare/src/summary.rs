//! Counts over links and differences.

use std::ops::Range;

use wsis_document::{Document, WordKind, for_each_word};

use crate::links::joined;
use crate::model::{Difference, Link, LinkKind, Op, Summary};

/// Counts links by kind, and changed words. Linear in the links and in the changed text.
pub(crate) fn summary(
    left: &Document,
    right: &Document,
    links: &[Link],
    differences: &[Difference],
) -> Summary {
    let mut summary = Summary {
        left_paragraphs: left.paragraphs.len() as u32,
        right_paragraphs: right.paragraphs.len() as u32,
        ..Summary::default()
    };
    for link in links {
        match link.kind {
            LinkKind::Same => summary.same += 1,
            LinkKind::Revised => summary.revised += 1,
            LinkKind::Moved | LinkKind::MovedRevised => summary.moved += 1,
            LinkKind::Split => summary.split += 1,
            LinkKind::Merged => summary.merged += 1,
            LinkKind::Related => summary.related += 1,
            LinkKind::Removed => summary.removed += link.left.len() as u32,
            LinkKind::Added => summary.added += link.right.len() as u32,
        }
    }
    for difference in differences {
        let Some(link) = links.get(difference.link.0 as usize) else {
            continue;
        };
        let (old, new) = (joined(left, &link.left), joined(right, &link.right));
        for segment in &difference.segments {
            match segment.op {
                Op::Equal => {}
                Op::Removed => summary.words_removed += count(&old, &segment.left, left),
                Op::Added => summary.words_added += count(&new, &segment.right, right),
            }
        }
    }
    summary
}

fn count(text: &str, span: &Range<u32>, document: &Document) -> u32 {
    let mut count = 0;
    let piece = &text[span.start as usize..span.end as usize];
    for_each_word(piece, &document.language, |word| {
        count += u32::from(matches!(word.kind, WordKind::Word | WordKind::Number));
    });
    count
}
