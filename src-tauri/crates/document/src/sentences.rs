//! Sentences: the first units inside a linked pair of paragraphs.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::Language;

/// Byte ranges of the sentences of a text. Together they cover it, in order, without gaps (the
/// space after a sentence belongs to it). Boundaries are those of UAX #29. Linear.
pub fn sentences(text: &str, language: &Language) -> Vec<Range<usize>> {
    let _ = language;
    text.split_sentence_bound_indices().map(|(at, s)| at..at + s.len()).collect()
}
