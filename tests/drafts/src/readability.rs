//! How a person reads the differences: how many pieces there are, how much is marked, and whether
//! a mark cuts a word.

use std::ops::Range;

use wsis_compare::{Comparison, Op, Segment};
use wsis_document::{Document, ParagraphIndex, Word, WordKind, words};

/// Figures over the differences of pairs that are alike to some degree.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Readability {
    /// Differences.
    pub pairs: usize,
    /// Words of the longer side of each.
    pub words: usize,
    /// Changes: removed text, added text, or the one in place of the other.
    pub fragments: usize,
    /// Characters of both sides.
    pub characters: usize,
    /// Of these, removed or added.
    pub marked: usize,
    /// Characters that any word difference must mark.
    pub least: usize,
    /// Marks that begin or end inside a word.
    pub cut_words: usize,
}

impl Readability {
    /// Changes in a hundred words.
    pub fn fragments_per_hundred(&self) -> f64 {
        100.0 * self.fragments as f64 / self.words.max(1) as f64
    }

    /// Share of the characters that are marked.
    pub fn marked_share(&self) -> f64 {
        self.marked as f64 / self.characters.max(1) as f64
    }

    /// Marked characters over those of a smallest difference; 1 where there is none.
    pub fn over_least(&self) -> f64 {
        if self.least == 0 {
            1.0
        } else {
            self.marked as f64 / self.least as f64
        }
    }
}

/// Pairs longer than this (words times words) are left out of [`Readability::least`] and
/// [`Readability::marked`]: the smallest edit is found by looking at all pairs of words.
const MOST_CELLS: usize = 4_000_000;

/// Reads the differences whose likeness is in `band`.
pub fn readability(
    left: &Document,
    right: &Document,
    comparison: &Comparison,
    band: Range<f32>,
) -> Readability {
    let mut all = Readability::default();
    for difference in &comparison.differences {
        let Some(link) = comparison.links.get(difference.link.0 as usize) else {
            continue;
        };
        if !band.contains(&link.score) {
            continue;
        }
        let old = Side::new(left, &link.left);
        let new = Side::new(right, &link.right);
        if old.words.len() * new.words.len() > MOST_CELLS {
            continue;
        }
        all.pairs += 1;
        all.words += old.count().max(new.count());
        all.characters += old.text.chars().count() + new.text.chars().count();
        all.least += least(&old, &new);
        let mut changing = false;
        for segment in &difference.segments {
            let changed = is_change(segment, &old, &new);
            all.fragments += usize::from(changed && !changing);
            changing = changed;
            if changed {
                let (side, span) = match segment.op {
                    Op::Removed => (&old, &segment.left),
                    Op::Added | Op::Equal => (&new, &segment.right),
                };
                let span = span.start as usize..span.end as usize;
                all.marked += side.text[span.clone()].chars().count();
                all.cut_words +=
                    usize::from(side.is_inside(span.start)) + usize::from(side.is_inside(span.end));
            }
        }
    }
    all
}

/// White space alone is laid out, not marked.
fn is_change(segment: &Segment, old: &Side, new: &Side) -> bool {
    let text = match segment.op {
        Op::Equal => return false,
        Op::Removed => &old.text[segment.left.start as usize..segment.left.end as usize],
        Op::Added => &new.text[segment.right.start as usize..segment.right.end as usize],
    };
    !text.trim().is_empty()
}

/// One side of a difference.
struct Side {
    text: String,
    /// All tokens but white space.
    words: Vec<Word>,
}

impl Side {
    fn new(document: &Document, paragraphs: &[ParagraphIndex]) -> Self {
        let texts: Vec<&str> = paragraphs
            .iter()
            .filter_map(|p| document.paragraph(*p))
            .map(|p| p.text.as_str())
            .collect();
        let text = texts.join("\n");
        let mut words = words(&text, &document.language);
        words.retain(|w| w.kind != WordKind::Space);
        Side { text, words }
    }

    fn count(&self) -> usize {
        let is_word = |w: &&Word| matches!(w.kind, WordKind::Word | WordKind::Number);
        self.words.iter().filter(is_word).count()
    }

    fn is_inside(&self, at: usize) -> bool {
        let next = self.words.partition_point(|w| w.span.end <= at);
        self.words.get(next).is_some_and(|w| w.span.start < at)
    }

    fn word(&self, at: usize) -> &str {
        &self.text[self.words[at].span.clone()]
    }
}

/// Characters of the words that any difference of these texts must mark: all but those of a
/// heaviest common subsequence. Quadratic.
fn least(old: &Side, new: &Side) -> usize {
    let weigh = |side: &Side| -> Vec<usize> {
        (0..side.words.len())
            .map(|k| side.word(k).chars().count())
            .collect()
    };
    let (weights, others) = (weigh(old), weigh(new));
    let mut above = vec![0usize; new.words.len() + 1];
    for (x, weight) in weights.iter().enumerate() {
        let mut diagonal = 0;
        for y in 0..new.words.len() {
            let joined = if old.word(x) == new.word(y) {
                diagonal + weight
            } else {
                0
            };
            diagonal = above[y + 1];
            above[y + 1] = joined.max(above[y]).max(above[y + 1]);
        }
    }
    let kept = above.last().copied().unwrap_or(0);
    weights.iter().sum::<usize>() + others.iter().sum::<usize>() - 2 * kept
}

#[cfg(test)]
mod tests {
    use wsis_compare::{Settings, compare};
    use wsis_document::Silent;

    use super::*;
    use crate::plain::document;

    #[test]
    fn one_changed_word_is_one_fragment_and_the_least() {
        let text = |word: &str| {
            let changed = format!("The red ferry leaves the {word} harbour at noon.");
            document([changed.as_str(), "Bridges rise at dawn."], "en").unwrap()
        };
        let (old, new) = (text("old"), text("new"));
        let result = compare(&old, &new, &Settings::default(), &[], &Silent);
        let read = readability(&old, &new, &result, 0.0..1.1);
        assert_eq!((read.pairs, read.fragments, read.words), (1, 1, 9));
        assert_eq!((read.marked, read.least, read.cut_words), (6, 6, 0));
    }
}
