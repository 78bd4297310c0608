//! Kept words become segments: what is equal, what was removed, what was added, byte for byte.

use std::ops::Range;

use crate::classes::{Classifier, Side};
use crate::model::{Op, Segment, SegmentClass};
use crate::text::Token;
use crate::words::Run;

/// A whole side of a difference: its text and tokens.
pub(crate) struct Whole<'a> {
    /// Texts of the paragraphs, joined by line feeds.
    pub text: &'a str,
    /// Tokens with spans in `text`.
    pub tokens: &'a [Token],
}

/// Lays out both texts as segments around the runs of kept tokens. A line feed is a segment by
/// itself, of class `None`. Linear.
pub(crate) fn segments(
    left: &Whole,
    right: &Whole,
    kept: &[Run],
    classifier: &Classifier,
) -> Vec<Segment> {
    let mut builder = Builder {
        left,
        right,
        classifier,
        feeds: left.text.contains('\n') || right.text.contains('\n'),
        segments: Vec::with_capacity(3 * kept.len() + 2),
        at: (0, 0),
        token: (0, 0),
    };
    for &Run { left, right, len } in kept {
        builder.upto(left, right);
        if !builder.run(left, right, len) {
            (0..len).for_each(|k| {
                builder.upto(left + k, right + k);
                builder.token(left + k, right + k);
            });
        }
    }
    builder.upto(left.tokens.len(), right.tokens.len());
    builder.segments
}

struct Builder<'a> {
    left: &'a Whole<'a>,
    right: &'a Whole<'a>,
    classifier: &'a Classifier<'a>,
    /// Whether there are line feeds at all.
    feeds: bool,
    segments: Vec<Segment>,
    /// Bytes laid out so far.
    at: (usize, usize),
    /// Tokens laid out so far.
    token: (usize, usize),
}

impl<'a> Builder<'a> {
    /// Lays out what stands before the kept tokens `i` and `j`.
    fn upto(&mut self, i: usize, j: usize) {
        let start = |whole: &Whole, k: usize| {
            whole
                .tokens
                .get(k)
                .map_or(whole.text.len(), |t| t.start as usize)
        };
        let end = (start(self.left, i), start(self.right, j));
        let old = &self.left.text[self.at.0..end.0];
        let new = &self.right.text[self.at.1..end.1];
        let head = shared_space(old.chars(), new.chars());
        self.equal(head);
        let tail = shared_space(old[head..].chars().rev(), new[head..].chars().rev());
        self.change(end.0 - tail, end.1 - tail, i, j);
        self.equal(tail);
        self.token = (i, j);
    }

    /// Lays out a run of kept tokens at once, when all in it is set in the same way.
    fn run(&mut self, i: usize, j: usize, tokens: usize) -> bool {
        let ends = self.left.tokens[i..][..tokens]
            .last()
            .zip(self.right.tokens[j..][..tokens].last());
        let Some((left, right)) = ends else {
            return false;
        };
        let old = &self.left.text[self.at.0..left.end as usize];
        let same = old == &self.right.text[self.at.1..right.end as usize];
        if same {
            self.equal(old.len());
            self.token = (i + tokens, j + tokens);
        }
        same
    }

    /// Lays out a kept token of either side: the same word, perhaps set in another way.
    fn token(&mut self, i: usize, j: usize) {
        let (a, b) = (self.left.tokens[i], self.right.tokens[j]);
        let same = self.left.text[a.start as usize..a.end as usize]
            == self.right.text[b.start as usize..b.end as usize];
        if same {
            self.equal((a.end - a.start) as usize);
        } else {
            self.change(a.end as usize, b.end as usize, i + 1, j + 1);
        }
        self.token = (i + 1, j + 1);
    }

    fn equal(&mut self, len: usize) {
        if len == 0 {
            return;
        }
        let spans = (self.at.0..self.at.0 + len, self.at.1..self.at.1 + len);
        for piece in self.lines(self.left.text, &spans.0) {
            let shift = piece.start - spans.0.start;
            let other = spans.1.start + shift..spans.1.start + shift + piece.len();
            let feed = &self.left.text[piece.clone()] == "\n";
            match self.segments.last_mut() {
                Some(last)
                    if last.op == Op::Equal
                        && !feed
                        && !ends_with_feed(self.left.text, &last.left) =>
                {
                    last.left.end = piece.end as u32;
                    last.right.end = other.end as u32;
                }
                _ => self.segments.push(Segment {
                    op: Op::Equal,
                    left: span(&piece),
                    right: span(&other),
                    class: SegmentClass::None,
                }),
            }
        }
        self.at = (spans.0.end, spans.1.end);
    }

    /// Cuts a span at line feeds, each of which is a piece by itself.
    fn lines(
        &self,
        text: &'a str,
        span: &Range<usize>,
    ) -> impl Iterator<Item = Range<usize>> + use<'a> {
        let mut start = span.start;
        let end = span.end;
        let feeds = self.feeds;
        std::iter::from_fn(move || {
            let rest = &text[start..end];
            let feed = if feeds { rest.find('\n') } else { None };
            let len = match feed {
                Some(0) => 1,
                Some(at) => at,
                None => rest.len(),
            };
            let piece = start..start + len;
            start = piece.end;
            (len > 0).then_some(piece)
        })
    }

    /// Lays out a change that ends at the given bytes, before the given tokens.
    fn change(&mut self, left_end: usize, right_end: usize, i: usize, j: usize) {
        if let Some((left, right)) = self.first_line(left_end, right_end) {
            let before = |tokens: &[Token], end: usize| {
                tokens.partition_point(|token| (token.start as usize) < end)
            };
            let (i, j) = (
                before(self.left.tokens, left),
                before(self.right.tokens, right),
            );
            // A date that changed is one whether or not a new paragraph follows it.
            if self.class(left, right, i, j) != SegmentClass::Substance {
                self.one_change(left, right, i, j);
                self.token = (i, j);
            }
        }
        self.one_change(left_end, right_end, i, j);
    }

    /// Where the first line of a change ends on either side, when one side has several lines and
    /// the other has one.
    fn first_line(&self, left_end: usize, right_end: usize) -> Option<(usize, usize)> {
        if !self.feeds || self.at.0 == left_end || self.at.1 == right_end {
            return None;
        }
        let feed = |text: &str, from: usize, end: usize| {
            let at = text[from..end].find('\n');
            at.map(|at| from + at)
        };
        let old = feed(self.left.text, self.at.0, left_end);
        let new = feed(self.right.text, self.at.1, right_end);
        match (old, new) {
            (Some(end), None) => Some((end, right_end)),
            (None, Some(end)) => Some((left_end, end)),
            _ => None,
        }
    }

    /// The class of a change that ends there.
    fn class(&self, left_end: usize, right_end: usize, i: usize, j: usize) -> SegmentClass {
        self.classifier.class(
            &Side {
                text: &self.left.text[self.at.0..left_end],
                tokens: &self.left.tokens[self.token.0..i],
                whole: self.left.text,
            },
            &Side {
                text: &self.right.text[self.at.1..right_end],
                tokens: &self.right.tokens[self.token.1..j],
                whole: self.right.text,
            },
        )
    }

    /// Lays out a change of one class.
    fn one_change(&mut self, left_end: usize, right_end: usize, i: usize, j: usize) {
        let (old, new) = (self.at.0..left_end, self.at.1..right_end);
        if old.is_empty() && new.is_empty() {
            return;
        }
        let class = self.class(left_end, right_end, i, j);
        // A space that became a border of paragraphs is no change of its own.
        let border = class == SegmentClass::Space
            && (self.left.text[old.clone()].contains('\n')
                || self.right.text[new.clone()].contains('\n'));
        let class_of = |text: &str| {
            if border || text == "\n" {
                SegmentClass::None
            } else {
                class
            }
        };
        for piece in self.lines(self.left.text, &old) {
            let class = class_of(&self.left.text[piece.clone()]);
            let here = new.start as u32..new.start as u32;
            self.segments.push(Segment {
                op: Op::Removed,
                left: span(&piece),
                right: here,
                class,
            });
        }
        for piece in self.lines(self.right.text, &new) {
            let class = class_of(&self.right.text[piece.clone()]);
            let here = old.end as u32..old.end as u32;
            self.segments.push(Segment {
                op: Op::Added,
                left: here,
                right: span(&piece),
                class,
            });
        }
        self.at = (left_end, right_end);
    }
}

fn span(range: &Range<usize>) -> Range<u32> {
    range.start as u32..range.end as u32
}

fn ends_with_feed(text: &str, span: &Range<u32>) -> bool {
    text[..span.end as usize].ends_with('\n')
}

/// Bytes of white space that two iterators have in common at their beginning.
fn shared_space(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> usize {
    a.zip(b)
        .take_while(|(x, y)| x == y && x.is_whitespace())
        .map(|(x, _)| x.len_utf8())
        .sum()
}

#[cfg(test)]
mod tests {
    use wsis_document::Language;

    use super::*;
    use crate::interner::Interner;
    use crate::model::Settings;
    use crate::text::cut;

    #[test]
    fn a_change_before_a_new_paragraph_keeps_its_class() {
        let language = Language::new("en");
        let mut interner = Interner::default();
        let texts = [
            "Held on 3 March 2019",
            "Held on 4 April 2021,\nNobody fished",
        ];
        let tokens = texts.map(|text| {
            let mut tokens = Vec::new();
            cut(text, &language, &mut interner, &mut tokens);
            tokens
        });
        let [left, right] = [0, 1].map(|k| Whole {
            text: texts[k],
            tokens: &tokens[k],
        });
        let classifier = Classifier::new(&Settings::default(), &language, &interner);
        let kept = [Run {
            left: 0,
            right: 0,
            len: 2,
        }];
        let told: Vec<(&str, SegmentClass)> = segments(&left, &right, &kept, &classifier)
            .iter()
            .map(|s| match s.op {
                Op::Removed => (
                    &texts[0][s.left.start as usize..s.left.end as usize],
                    s.class,
                ),
                _ => (
                    &texts[1][s.right.start as usize..s.right.end as usize],
                    s.class,
                ),
            })
            .collect();
        assert_eq!(
            told,
            [
                ("Held on ", SegmentClass::None),
                ("3 March 2019", SegmentClass::Number),
                ("4 April 2021,", SegmentClass::Number),
                ("\n", SegmentClass::None),
                ("Nobody fished", SegmentClass::Substance),
            ]
        );
    }
}
