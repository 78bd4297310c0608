//! Approximate search: where in a text something like a pattern stands.
//!
//! Sellers' algorithm (The theory and computation of evolutionary distances, 1980), with the
//! start of each match carried along the way. The usual crates do not help: `strsim` and
//! `rapidfuzz` compare whole strings, `triple_accel` and `bio` search bytes and may cut a
//! character in two.

use std::ops::Range;

/// The most cells that a search may fill, a few tens of milliseconds of work: a passage of 4,000
/// characters in a paragraph of 4,000.
const MOST_CELLS: usize = 16_000_000;

/// Something like the pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Match {
    /// Where, in characters.
    pub range: Range<usize>,
    /// Characters inserted, deleted or replaced.
    pub errors: usize,
}

/// Finds the places where `text` has something like `pattern`, with at most `most` errors: for
/// each local minimum of the edit distance the shortest of the best matches that end there.
/// Matches may overlap. Nothing where the work would be beyond [`MOST_CELLS`].
///
/// Time O(|pattern| · |text|), memory O(|pattern|).
pub(crate) fn search(pattern: &[char], text: &[char], most: usize) -> Vec<Match> {
    if pattern.is_empty() || pattern.len().saturating_mul(text.len()) > MOST_CELLS {
        return Vec::new();
    }
    let ends = sweep(pattern, text);
    let minimum = |at: usize| {
        let errors = ends[at].0;
        errors < ends[at - 1].0 && ends.get(at + 1).is_none_or(|next| errors <= next.0)
    };
    (1..ends.len())
        .filter(|&at| ends[at].0 <= most && ends[at].1 < at && minimum(at))
        .map(|at| Match {
            range: ends[at].1..at,
            errors: ends[at].0,
        })
        .collect()
}

/// The errors of `pattern` against the end of `text`, however far back the match begins: what
/// was put in between costs once, not once more for what it pushed out of sight.
///
/// Time O(|pattern| · |text|).
pub(crate) fn errors_at_end(pattern: &[char], text: &[char]) -> usize {
    sweep(pattern, text)
        .last()
        .map_or(pattern.len(), |end| end.0)
}

/// For each position in `text`, its beginning included: the least errors of a match of `pattern`
/// that ends there, and where that match begins.
fn sweep(pattern: &[char], text: &[char]) -> Vec<(usize, usize)> {
    // cell[i]: the least errors of pattern[..i] against a part of the text that ends here, and
    // where that part begins.
    let mut cells: Vec<(usize, usize)> = (0..=pattern.len()).map(|i| (i, 0)).collect();
    let mut ends = Vec::with_capacity(text.len() + 1);
    ends.push(cells[pattern.len()]);
    for (at, &c) in text.iter().enumerate() {
        let mut diagonal = cells[0];
        cells[0] = (0, at + 1);
        for (i, &p) in pattern.iter().enumerate() {
            let substituted = (diagonal.0 + usize::from(p != c), diagonal.1);
            let deleted = (cells[i].0 + 1, cells[i].1);
            diagonal = cells[i + 1];
            let inserted = (diagonal.0 + 1, diagonal.1);
            cells[i + 1] = [substituted, deleted, inserted]
                .into_iter()
                .min_by_key(|&(errors, start)| (errors, usize::MAX - start))
                .unwrap_or(substituted);
        }
        ends.push(cells[pattern.len()]);
    }
    ends
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn find(pattern: &str, text: &str, most: usize) -> Vec<(String, usize)> {
        let (pattern, text): (Vec<char>, Vec<char>) =
            (pattern.chars().collect(), text.chars().collect());
        search(&pattern, &text, most)
            .into_iter()
            .map(|m| (text[m.range].iter().collect(), m.errors))
            .collect()
    }

    #[test]
    fn finds_what_is_there() {
        assert_eq!(
            find("plum", "a plum and a plum", 0),
            [("plum".into(), 0), ("plum".into(), 0)]
        );
        assert_eq!(find("plums", "two plumms a day", 2), [("plum".into(), 1)]);
        assert_eq!(find("字句", "この字句を", 1), [("字句".into(), 0)]);
    }

    #[test]
    fn finds_nothing_beyond_the_errors_allowed() {
        assert!(find("plum", "pears", 2).is_empty());
        assert!(find("", "pears", 2).is_empty());
        assert!(find("plum", "", 2).is_empty());
    }

    #[test]
    fn what_stands_in_between_costs_once() {
        let errors = |pattern: &str, text: &str| {
            let [pattern, text] = [pattern, text].map(|s| s.chars().collect::<Vec<_>>());
            errors_at_end(&pattern, &text)
        };
        assert_eq!(errors("plums and pears", "sold: plums and pears"), 0);
        assert_eq!(errors("plums and pears", "sold: plums and big pears"), 4);
        assert_eq!(errors("plums", ""), 5);
    }

    #[test]
    fn refuses_work_without_bound() {
        let long = vec!['x'; 5_000];
        assert!(search(&long, &long, 0).is_empty());
    }

    proptest! {
        #[test]
        fn errors_are_the_edit_distance_of_the_match(pattern in "[ab]{1,8}", text in "[abc]{0,30}") {
            for (found, errors) in find(&pattern, &text, pattern.len()) {
                prop_assert_eq!(strsim::levenshtein(&pattern, &found), errors);
            }
        }

        #[test]
        fn no_match_is_better_than_the_best_reported(pattern in "[ab]{1,6}", text in "[abc]{1,12}") {
            let best = find(&pattern, &text, pattern.len()).iter().map(|m| m.1).min();
            let mut least = pattern.len();
            for from in 0..text.len() {
                for to in from + 1..=text.len() {
                    least = least.min(strsim::levenshtein(&pattern, &text[from..to]));
                }
            }
            prop_assert_eq!(best.unwrap_or(pattern.len()), least);
        }
    }
}
