//! Which words a comment stands on.

use std::ops::Range;

use rustc_hash::FxHashSet;

/// A comment that has begun.
struct Open {
    id: i64,
    /// Byte offset in the paragraph that is being read at this depth of text boxes.
    start: u32,
    depth: usize,
}

/// The comments of a stream: begun, and placed.
///
/// A comment over several paragraphs stands on its part of the first one.
#[derive(Default)]
pub(super) struct Ranges {
    open: Vec<Open>,
    placed: FxHashSet<i64>,
}

impl Ranges {
    /// The words of a comment begin.
    pub fn start(&mut self, id: i64, at: u32, depth: usize) {
        if !self.placed.contains(&id) {
            self.open.push(Open {
                id,
                start: at,
                depth,
            });
        }
    }

    /// The words of a comment end, or its mark stands here. The place, unless it has one.
    pub fn end(&mut self, id: i64, at: u32, depth: usize) -> Option<Range<u32>> {
        let begun = self.open.iter().position(|open| open.id == id);
        let begun = begun.map(|index| self.open.swap_remove(index));
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
        for open in self.open.iter_mut().filter(|open| open.depth == depth) {
            if open.start < length {
                found.push((open.id, open.start..length));
            }
            open.start = 0;
        }
        self.open
            .retain(|open| !found.iter().any(|(id, _)| *id == open.id));
        self.placed.extend(found.iter().map(|(id, _)| *id));
        found
    }
}
