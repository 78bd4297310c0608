//! What an earlier comparison of the same two texts has found out: most of it still holds after a
//! person has changed one link.

use std::ops::Range;

use rustc_hash::FxHashMap;
use wsis_document::ParagraphIndex;

use crate::ENGINE_VERSION;
use crate::model::{Comparison, Link, Segment, Settings};

type Sides<'a> = (&'a [ParagraphIndex], &'a [ParagraphIndex]);
/// See [`crate::Evidence::shared`].
type Phrases = [(ParagraphIndex, Range<u32>, ParagraphIndex, Range<u32>)];

/// Results by the paragraphs they are about.
#[derive(Debug, Default)]
pub(crate) struct Known<'a> {
    links: FxHashMap<Sides<'a>, (&'a Link, Option<&'a [Segment]>)>,
    suggestions: FxHashMap<(ParagraphIndex, ParagraphIndex), &'a Link>,
    /// Differences were made under the settings that are asked for now.
    segments_hold: bool,
}

impl<'a> Known<'a> {
    /// What `previous` knows for a comparison of the same documents under `settings`. Nothing when
    /// it was cut short or made by other rules. Linear.
    pub(crate) fn new(previous: &'a Comparison, settings: &Settings) -> Self {
        if previous.engine_version != ENGINE_VERSION || !previous.precision.cuts.is_empty() {
            return Known::default();
        }
        let mut links: FxHashMap<Sides, (&Link, Option<&[Segment]>)> = previous
            .links
            .iter()
            .map(|link| (sides(link), (link, None)))
            .collect();
        for difference in &previous.differences {
            if let Some(link) = previous.links.get(difference.link.0 as usize)
                && let Some(known) = links.get_mut(&sides(link))
            {
                known.1 = Some(&difference.segments);
            }
        }
        Known {
            links,
            suggestions: previous
                .suggestions
                .iter()
                .filter_map(|link| Some(((*link.left.first()?, *link.right.first()?), link)))
                .collect(),
            segments_hold: previous.settings.granularity == settings.granularity
                && previous.settings.commitment == settings.commitment,
        }
    }

    /// The phrases that tie the paragraphs of a link; `None` when they were never looked for.
    pub(crate) fn phrases(&self, link: &Link) -> Option<&'a Phrases> {
        let (known, _) = self.links.get(&sides(link))?;
        Some(&known.evidence.shared)
    }

    /// The same of a suggestion.
    pub(crate) fn suggested_phrases(
        &self,
        left: ParagraphIndex,
        right: ParagraphIndex,
    ) -> Option<&'a Phrases> {
        let known = self.suggestions.get(&(left, right))?;
        Some(&known.evidence.shared)
    }

    /// The segments of a link that is what it was; `None` when they are to be made.
    pub(crate) fn segments(&self, link: &Link) -> Option<&'a [Segment]> {
        let (known, segments) = self.links.get(&sides(link))?;
        let as_it_was = known.kind == link.kind && known.tier == link.tier;
        segments.filter(|_| self.segments_hold && as_it_was)
    }
}

fn sides(link: &Link) -> Sides<'_> {
    (&link.left, &link.right)
}
