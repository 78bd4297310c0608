//! Which words a comment stands on.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashSet;

/// A comment that has begun.
struct Open {
    /// Byte offset in the paragraph that is being read at this depth of text boxes.
    start: u32,
    depth: usize,
}

/// The comments of a stream: begun, and placed.
///
/// A comment over several paragraphs stands on its part of the first one.
#[derive(Default)]
pub(super) struct Ranges {
    /// By the id of the comment.
    open: BTreeMap<i64, Open>,
    placed: FxHashSet<i64>,
}

impl Ranges {
    /// The words of a comment begin.
    pub fn start(&mut self, id: i64, at: u32, depth: usize) {
        if !self.placed.contains(&id) {
            self.open.insert(id, Open { start: at, depth });
        }
    }

    /// The words of a comment end, or its mark stands here. The place, unless it has one.
    pub fn end(&mut self, id: i64, at: u32, depth: usize) -> Option<Range<u32>> {
        let begun = self.open.remove(&id);
        if !self.placed.insert(id) {
            return None;
        }
        let start = begun
            .filter(|open| open.depth == depth)
            .map(|open| open.start);
        Some(start.unwrap_or(at).min(at)..at)
    }

    /// The paragraph ends: comments that stand on words of it are placed; the others begin with
    /// the next one.
    pub fn end_of_paragraph(&mut self, length: u32, depth: usize) -> Vec<(i64, Range<u32>)> {
        let mut found = Vec::new();
        self.open.retain(|id, open| {
            let here = open.depth == depth && open.start < length;
            if here {
                found.push((*id, open.start..length));
            } else if open.depth == depth {
                open.start = 0;
            }
            !here
        });
        self.placed.extend(found.iter().map(|(id, _)| *id));
        found
    }
}
