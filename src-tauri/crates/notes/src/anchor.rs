//! Anchors: quote with context, and position as a hint.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use wsis_document::{Document, ParagraphIndex};

/// How many characters of context an anchor keeps on each side.
pub(crate) const CONTEXT: usize = 40;

/// A passage, described so that it can be found again. After the W3C Web Annotation selectors:
/// the quote decides, the position is only a hint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// Id of the paragraph in the document where the note was made.
    pub paragraph: String,
    /// The passage itself.
    pub exact: String,
    /// Up to 40 characters before it in the same paragraph.
    pub prefix: String,
    /// Up to 40 characters after it in the same paragraph.
    pub suffix: String,
    /// Byte offset of the passage in the paragraph's text.
    pub start: u32,
}

/// Where an anchor was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// Here.
    Found {
        /// The paragraph.
        paragraph: ParagraphIndex,
        /// Byte range of the passage; at character boundaries and never empty.
        range: Range<u32>,
    },
    /// In several places that are equally likely.
    Ambiguous {
        /// How many.
        places: u32,
    },
    /// Nowhere.
    Orphaned,
}

/// Describes a passage. `None` where the range is empty, outside the paragraph or cuts a
/// character.
///
/// On the same document, [`crate::resolve`] finds exactly this passage again.
pub fn describe(
    document: &Document,
    paragraph: ParagraphIndex,
    range: Range<u32>,
) -> Option<Anchor> {
    let start = range.start;
    let found = document.paragraph(paragraph)?;
    let range = range.start as usize..range.end as usize;
    let exact = found
        .text
        .get(range.clone())
        .filter(|exact| !exact.is_empty())?;
    let (prefix, suffix) = context(&found.text, &range, CONTEXT);
    Some(Anchor {
        paragraph: found.id.clone(),
        exact: exact.to_owned(),
        prefix: prefix.to_owned(),
        suffix: suffix.to_owned(),
        start,
    })
}

/// The text on both sides of a range, up to so many characters each. The range must be at
/// character boundaries; outside of the text the context is empty.
pub(crate) fn context<'t>(
    text: &'t str,
    range: &Range<usize>,
    characters: usize,
) -> (&'t str, &'t str) {
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let from = before.char_indices().rev().take(characters).last();
    let from = from.map_or(before.len(), |(at, _)| at);
    let to = after
        .char_indices()
        .nth(characters)
        .map_or(after.len(), |(at, _)| at);
    (&before[from..], &after[..to])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::document;

    const FIRST: ParagraphIndex = ParagraphIndex(0);

    #[test]
    fn keeps_forty_characters_of_context_and_not_bytes() {
        let text = format!("{}mark{}", "é".repeat(50), "字".repeat(50));
        let anchor = describe(&document("en", &[("1", &text)]), FIRST, 100..104).unwrap();
        assert_eq!(anchor.exact, "mark");
        assert_eq!(anchor.prefix, "é".repeat(40));
        assert_eq!(anchor.suffix, "字".repeat(40));
        assert_eq!((anchor.paragraph.as_str(), anchor.start), ("1", 100));
    }

    #[test]
    fn context_ends_with_the_paragraph() {
        let doc = document("en", &[("1", "Grapes are sold."), ("2", "Plums are not.")]);
        let anchor = describe(&doc, FIRST, 0..16).unwrap();
        assert_eq!((anchor.prefix.as_str(), anchor.suffix.as_str()), ("", ""));
    }

    #[test]
    fn refuses_ranges_that_are_no_passage() {
        let doc = document("fr", &[("1", "été")]);
        for range in [0..0, 0..1, 1..3, 0..99, 7..9] {
            assert_eq!(describe(&doc, FIRST, range.clone()), None, "{range:?}");
        }
        assert_eq!(describe(&doc, FIRST, Range { start: 3, end: 1 }), None);
        assert_eq!(describe(&doc, ParagraphIndex(1), 0..1), None);
    }
}
