//! Word differences of the links: sentences first, then words inside facing sentences.

use std::borrow::Cow;
use std::ops::Range;

use wsis_document::{Document, Language, Monitor, ParagraphIndex, Stage, sentences};

use crate::align::Ground;
use crate::characters::narrow;
use crate::classes::Classifier;
use crate::known::Known;
use crate::model::{Cut, Difference, Granularity, Link, LinkIndex, LinkKind, Segment, Settings};
use crate::pace::Pace;
use crate::segments::{Whole, segments};
use crate::sentences::face;
use crate::text::Token;
use crate::words::{Kept, Run, compare_words};

/// What the differences are made from, in the sides that the caller sees.
pub(crate) struct Sides<'a> {
    /// Older text.
    pub left: &'a Document,
    /// Newer text.
    pub right: &'a Document,
    /// Whether the tokens of the ground are those of the other side.
    pub swapped: bool,
    /// Tokens and weights.
    pub ground: &'a Ground,
}

/// One difference for each link with two sides whose texts differ, except related ones; and what
/// was cut short. What is `known` is not made again.
pub(crate) fn differences(
    sides: &Sides,
    links: &[Link],
    settings: &Settings,
    known: &Known,
    monitor: &dyn Monitor,
) -> (Vec<Difference>, Option<Cut>) {
    let granularity = settings.granularity;
    let classifier = Classifier::new(settings, &sides.right.language, &sides.ground.interner);
    let pace = Pace::new(monitor);
    let mut differences = Vec::new();
    let mut skipped = 0;
    let total = links.len() as u64;
    for (at, link) in links.iter().enumerate() {
        let wanted = !matches!(
            link.kind,
            LinkKind::Same
                | LinkKind::Moved
                | LinkKind::Related
                | LinkKind::Removed
                | LinkKind::Added
        );
        if !wanted {
            continue;
        }
        if differences.len() % 64 == 0 {
            monitor.progress(Stage::Differencing, at as u64, total);
        }
        if pace.ask() {
            skipped += 1;
            continue;
        }
        if let Some(segments) = known.segments(link) {
            differences.push(Difference {
                link: LinkIndex(at as u32),
                segments: segments.to_vec(),
            });
            continue;
        }
        let left = Joined::new(sides, &link.left, false);
        let right = Joined::new(sides, &link.right, true);
        if left.text == right.text {
            continue;
        }
        let made = difference(&left, &right, sides, granularity, &classifier, &pace);
        let Some((segments, cut)) = made else {
            skipped += 1;
            continue;
        };
        skipped += u32::from(cut);
        differences.push(Difference {
            link: LinkIndex(at as u32),
            segments,
        });
    }
    (
        differences,
        (skipped > 0).then(|| Cut {
            stage: "differences".into(),
            skipped,
        }),
    )
}

/// The segments of one pair of texts, and whether too long a stretch of it was left out; `None`
/// when time is up.
fn difference(
    left: &Joined,
    right: &Joined,
    sides: &Sides,
    granularity: Granularity,
    classifier: &Classifier,
    pace: &Pace,
) -> Option<(Vec<Segment>, bool)> {
    let ground = sides.ground;
    let facing = face(
        (&left.tokens, &left.sentences),
        (&right.tokens, &right.sentences),
        ground.features.word_weight(),
    );
    let mut kept: Vec<Run> = Vec::new();
    let mut skipped = 0;
    for (l, r) in facing {
        let (a, b) = (&left.tokens[l.clone()], &right.tokens[r.clone()]);
        let words = if granularity != Granularity::Sentence {
            compare_words(a, b, (&left.text, &right.text), pace)?
        } else if a.iter().map(|t| t.key).eq(b.iter().map(|t| t.key)) {
            Kept::whole(a.len())
        } else {
            Kept::default()
        };
        skipped += words.skipped;
        for run in words.runs {
            let run = Run {
                left: l.start + run.left,
                right: r.start + run.right,
                ..run
            };
            match kept.last_mut() {
                Some(last) if last.is_before(&run) => last.len += run.len,
                _ => kept.push(run),
            }
        }
    }
    let laid = segments(
        &Whole {
            text: &left.text,
            tokens: &left.tokens,
        },
        &Whole {
            text: &right.text,
            tokens: &right.tokens,
        },
        &kept,
        classifier,
    );
    let laid = match granularity {
        Granularity::Character => narrow(laid, &left.text, &right.text),
        Granularity::Word | Granularity::Sentence => laid,
    };
    Some((laid, skipped > 0))
}

/// The paragraphs of one side of a link as one text.
struct Joined<'a> {
    text: Cow<'a, str>,
    tokens: Cow<'a, [Token]>,
    /// Token ranges of the sentences.
    sentences: Vec<Range<usize>>,
}

impl<'a> Joined<'a> {
    fn new(sides: &Sides<'a>, paragraphs: &[ParagraphIndex], newer: bool) -> Self {
        let document = if newer { sides.right } else { sides.left };
        let ground = if newer != sides.swapped {
            &sides.ground.right
        } else {
            &sides.ground.left
        };
        let of = |paragraph: &ParagraphIndex| {
            let text = document.paragraph(*paragraph);
            let text = text.map_or("", |p| p.text.as_str());
            (text, ground.paragraph(paragraph.get()))
        };
        if let [one] = paragraphs {
            let (text, tokens) = of(one);
            let mut joined = Joined {
                text: text.into(),
                tokens: tokens.into(),
                sentences: Vec::new(),
            };
            joined.cut(text, tokens, 0, &document.language);
            return joined;
        }
        let mut joined = Joined {
            text: Cow::default(),
            tokens: Cow::default(),
            sentences: Vec::new(),
        };
        for (k, (text, tokens)) in paragraphs.iter().map(of).enumerate() {
            if k > 0 {
                joined.text.to_mut().push('\n');
            }
            let shift = joined.text.len() as u32;
            joined.cut(text, tokens, joined.tokens.len(), &document.language);
            joined.tokens.to_mut().extend(tokens.iter().map(|t| Token {
                start: t.start + shift,
                end: t.end + shift,
                ..*t
            }));
            joined.text.to_mut().push_str(text);
        }
        joined
    }

    /// Appends the sentences of a paragraph whose tokens come after `base` others.
    fn cut(&mut self, text: &str, tokens: &[Token], base: usize, language: &Language) {
        let mut next = 0;
        for sentence in sentences(text, language) {
            let first = next;
            while next < tokens.len() && (tokens[next].start as usize) < sentence.end {
                next += 1;
            }
            if next > first {
                self.sentences.push(base + first..base + next);
            }
        }
    }
}
