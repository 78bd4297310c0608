//! Finding a passage again by its words.
//!
//! A place is judged by two likenesses from 0 to 1, of the passage and of its context. The rank,
//! their mean, says which place is best: two places whose ranks are closer than [`TIE`] cannot be
//! told apart. The confidence says whether a place is good enough at all; in it a long passage
//! speaks for itself, while a short one needs its context.
//!
//! The margins are those of the anchors of regelrecht; a minimum is what Hypothesis lacks
//! (hypothesis/client#7571: notes on the wrong look-alike).

use std::ops::Range;

use wsis_document::{Document, Language, ParagraphIndex, WordKind, words};

use crate::anchor::{Anchor, CONTEXT, Resolution, context};
use crate::approximate;

/// Least confidence in the paragraph where the passage is expected.
const NEAR: f64 = 0.7;
/// Least confidence in any other paragraph.
const ELSEWHERE: f64 = 0.85;
/// Least number of characters of passage and context that must agree in any other paragraph.
const ELSEWHERE_CHARACTERS: f64 = 20.0;
/// Least likeness of a changed passage: with more than half of it gone, it is gone.
const LIKENESS: f64 = 0.5;
/// How far the context of a passage is looked for, in characters on each side.
const WINDOW: usize = CONTEXT + CONTEXT / 2;
/// Ranks closer than this are alike.
const TIE: f64 = 0.1;
/// A passage that occurs more often than this is not looked for by its context.
const MOST_OCCURRENCES: usize = 1_000;

/// Finds a passage again in a document, which may be another version of the text.
///
/// 1. The passage with its whole context at its position, in the paragraph of the same id.
/// 2. The same words anywhere, told apart by their context, which must agree the more outside of
///    the paragraph of the same id.
/// 3. Similar words in the paragraph of the same id. Where step 2 found a place elsewhere and
///    there is one here as well, the answer is ambiguous.
///
/// Across drafts, where numbers shift, use [`crate::carry`]: it knows which paragraph is which.
///
/// # Cost
/// Linear in the document, plus the length of the passage times that of its paragraph, plus some
/// ten microseconds for each place where the words stand.
pub fn resolve(anchor: &Anchor, document: &Document) -> Resolution {
    let named = document.find(&anchor.paragraph);
    if let Some(paragraph) = named
        && let Some(range) = at_position(anchor, document, paragraph)
    {
        return found(paragraph, &range);
    }
    let everywhere: Vec<ParagraphIndex> = (0..document.paragraphs.len())
        .map(|i| ParagraphIndex(i as u32))
        .collect();
    // The id alone is no proof: after a renumbering a look-alike may stand under it.
    let same = pick(exact(anchor, document, &everywhere), |place| {
        if Some(place.paragraph) == named {
            place.confidence >= NEAR
        } else {
            place.confidence >= ELSEWHERE && place.agreeing >= ELSEWHERE_CHARACTERS
        }
    });
    match same {
        Pick::None => similar(anchor, document, named.as_slice()).into(),
        Pick::One(place) if Some(place.paragraph) != named => {
            match similar(anchor, document, named.as_slice()) {
                Pick::None => Pick::One(place).into(),
                // Reworded here or moved there: only a person can tell.
                here => Resolution::Ambiguous {
                    places: here.places() + 1,
                },
            }
        }
        same => same.into(),
    }
}

/// Finds a passage in paragraphs that are known to carry it on: the same words first, else
/// similar ones.
pub(crate) fn resolve_within(
    anchor: &Anchor,
    document: &Document,
    scope: &[ParagraphIndex],
) -> Resolution {
    match pick(exact(anchor, document, scope), |place| {
        place.confidence >= NEAR
    }) {
        Pick::None => similar(anchor, document, scope).into(),
        same => same.into(),
    }
}

/// The passage at its position, where the context agrees to the last character.
pub(crate) fn at_position(
    anchor: &Anchor,
    document: &Document,
    paragraph: ParagraphIndex,
) -> Option<Range<usize>> {
    let text = &document.paragraph(paragraph)?.text;
    let start = anchor.start as usize;
    let range = start..start.checked_add(anchor.exact.len())?;
    let agrees = !anchor.exact.is_empty()
        && text.get(range.clone()) == Some(anchor.exact.as_str())
        && context(text, &range, CONTEXT) == (anchor.prefix.as_str(), anchor.suffix.as_str());
    agrees.then_some(range)
}

/// A place where the passage may be.
struct Place {
    paragraph: ParagraphIndex,
    /// In bytes.
    range: Range<usize>,
    rank: f64,
    confidence: f64,
    /// Characters of passage and context that agree.
    agreeing: f64,
}

impl Place {
    /// Judges a place where the passage stands with the given likeness.
    fn judge(
        anchor: &Anchor,
        likeness: f64,
        paragraph: ParagraphIndex,
        text: &str,
        range: Range<usize>,
    ) -> Self {
        let length = anchor.exact.chars().count() as f64;
        let (before, after) = context(text, &range, WINDOW);
        // Both read towards the passage, so that what stands next to it comes last.
        let sides: [(Vec<char>, Vec<char>); 2] = [
            (anchor.prefix.chars().collect(), before.chars().collect()),
            (
                anchor.suffix.chars().rev().collect(),
                after.chars().rev().collect(),
            ),
        ];
        let mut agreeing = 0.0;
        let mut compared = 0.0;
        // An end of the paragraph is no evidence against a place: text is often put before or
        // after a passage, and paragraphs are split. Nor is it evidence for one.
        for (expected, there) in &sides {
            if !expected.is_empty() && !there.is_empty() {
                let errors = approximate::errors_at_end(expected, there);
                agreeing += expected.len().saturating_sub(errors) as f64;
                compared += expected.len() as f64;
            }
        }
        let whole = sides
            .iter()
            .all(|(expected, there)| expected.is_empty() && there.is_empty());
        let context = match compared {
            0.0 if whole => 1.0,
            0.0 => 0.0,
            _ => agreeing / compared,
        };
        let weight = (length / (length + CONTEXT as f64)).max(0.5);
        Place {
            paragraph,
            range,
            rank: (likeness + context) / 2.0,
            confidence: weight * likeness + (1.0 - weight) * context,
            agreeing: agreeing + length * likeness,
        }
    }

    fn overlaps(&self, other: &Place) -> bool {
        self.paragraph == other.paragraph
            && self.range.start < other.range.end
            && other.range.start < self.range.end
    }
}

/// What a search came to.
enum Pick {
    None,
    One(Place),
    Several(u32),
}

impl Pick {
    fn places(&self) -> u32 {
        match self {
            Pick::None => 0,
            Pick::One(_) => 1,
            Pick::Several(places) => *places,
        }
    }
}

impl From<Pick> for Resolution {
    fn from(pick: Pick) -> Self {
        match pick {
            Pick::None => Resolution::Orphaned,
            Pick::One(place) => found(place.paragraph, &place.range),
            Pick::Several(places) => Resolution::Ambiguous { places },
        }
    }
}

fn found(paragraph: ParagraphIndex, range: &Range<usize>) -> Resolution {
    Resolution::Found {
        paragraph,
        range: range.start as u32..range.end as u32,
    }
}

/// Takes the best place that is good enough, unless another one, good enough or not, comes close
/// to it or is better.
fn pick(places: Vec<Place>, enough: impl Fn(&Place) -> bool) -> Pick {
    let best = places
        .iter()
        .enumerate()
        .filter(|(_, place)| enough(place))
        .max_by(|(_, a), (_, b)| a.rank.total_cmp(&b.rank))
        .map(|(at, _)| at);
    let Some(best) = best else {
        return Pick::None;
    };
    let mut alike: Vec<&Place> = vec![&places[best]];
    for place in &places {
        let close = places[best].rank - place.rank < TIE;
        if close && !alike.iter().any(|other| place.overlaps(other)) {
            alike.push(place);
        }
    }
    match alike.len() {
        1 => places.into_iter().nth(best).map_or(Pick::None, Pick::One),
        several => Pick::Several(several as u32),
    }
}

/// Every place where the passage stands word for word; nothing where it stands nearly everywhere.
fn exact(anchor: &Anchor, document: &Document, scope: &[ParagraphIndex]) -> Vec<Place> {
    if anchor.exact.is_empty() {
        return Vec::new();
    }
    let occurrences: Vec<(ParagraphIndex, &str, usize)> = texts(document, scope)
        .flat_map(|(paragraph, text)| {
            text.match_indices(&anchor.exact)
                .map(move |(at, _)| (paragraph, text, at))
        })
        .take(MOST_OCCURRENCES + 1)
        .collect();
    if occurrences.len() > MOST_OCCURRENCES {
        return Vec::new();
    }
    occurrences
        .into_iter()
        .map(|(paragraph, text, at)| {
            Place::judge(anchor, 1.0, paragraph, text, at..at + anchor.exact.len())
        })
        .collect()
}

/// The place where similar words stand.
fn similar(anchor: &Anchor, document: &Document, scope: &[ParagraphIndex]) -> Pick {
    let pattern: Vec<char> = anchor.exact.chars().collect();
    let most = (pattern.len() as f64 * (1.0 - LIKENESS)) as usize;
    let mut places = Vec::new();
    for (paragraph, text) in texts(document, scope) {
        let offsets: Vec<usize> = text
            .char_indices()
            .map(|(at, _)| at)
            .chain([text.len()])
            .collect();
        let characters: Vec<char> = text.chars().collect();
        for hit in approximate::search(&pattern, &characters, most) {
            let range = offsets[hit.range.start]..offsets[hit.range.end];
            let likeness = 1.0 - hit.errors as f64 / pattern.len() as f64;
            let range = if hit.errors == 0 {
                Some(range)
            } else {
                whole_words(text, &document.language, &range)
            };
            if let Some(range) = range {
                places.push(Place::judge(anchor, likeness, paragraph, text, range));
            }
        }
    }
    pick(places, |place| place.confidence >= NEAR)
}

fn texts<'d>(
    document: &'d Document,
    scope: &'d [ParagraphIndex],
) -> impl Iterator<Item = (ParagraphIndex, &'d str)> {
    scope
        .iter()
        .filter_map(|&index| Some((index, document.paragraph(index)?.text.as_str())))
}

/// Widens a range to whole words, without white space at its ends. `None` where nothing is left.
///
/// The best match of "shall" in "should" is "shoul"; what a person means is the word.
fn whole_words(text: &str, language: &Language, range: &Range<usize>) -> Option<Range<usize>> {
    let mut inside = words(text, language).into_iter().filter(|word| {
        word.kind != WordKind::Space && word.span.start < range.end && range.start < word.span.end
    });
    let first = inside.next()?.span;
    let end = inside.next_back().map_or(first.end, |last| last.span.end);
    Some(first.start..end)
}

#[cfg(test)]
mod tests;
