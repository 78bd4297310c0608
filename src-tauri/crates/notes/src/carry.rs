//! Carrying a passage over to another draft along the links of a comparison.

use wsis_compare::Comparison;
use wsis_document::{Document, ParagraphIndex};

use crate::anchor::{Anchor, Resolution, describe};
use crate::find::{at_position, resolve, resolve_within};

/// Finds the passage of a note on `from` in `to`, another draft of it: follows the comparison's
/// links to the counterparts of the paragraph and looks there and nowhere else.
///
/// `comparison` must be one of the two documents, in either order; with any other the passage is
/// orphaned, as it is where its paragraph has no counterpart. A suggestion is no counterpart.
pub fn carry(
    anchor: &Anchor,
    from: &Document,
    to: &Document,
    comparison: &Comparison,
) -> Resolution {
    let (paragraph, range) = match resolve(anchor, from) {
        Resolution::Found { paragraph, range } => (paragraph, range),
        nowhere => return nowhere,
    };
    // Described anew, so that words and context are those of `from` as it is.
    let Some(anchor) = describe(from, paragraph, range.clone()) else {
        return Resolution::Orphaned;
    };
    let counterparts = counterparts(paragraph, from, to, comparison);
    if let [only] = counterparts[..]
        && at_position(&anchor, to, only).is_some()
        && from.paragraph(paragraph).map(|p| &p.text) == to.paragraph(only).map(|p| &p.text)
    {
        return Resolution::Found {
            paragraph: only,
            range,
        };
    }
    resolve_within(&anchor, to, &counterparts)
}

/// The paragraphs of `to` that belong to a paragraph of `from`, in order.
fn counterparts(
    paragraph: ParagraphIndex,
    from: &Document,
    to: &Document,
    comparison: &Comparison,
) -> Vec<ParagraphIndex> {
    let forward = comparison.left == from.id && comparison.right == to.id;
    let backward = comparison.left == to.id && comparison.right == from.id;
    if !forward && !backward {
        return Vec::new();
    }
    let mut found: Vec<ParagraphIndex> = comparison
        .links
        .iter()
        .map(|link| {
            if forward {
                (&link.left, &link.right)
            } else {
                (&link.right, &link.left)
            }
        })
        .filter(|(here, _)| here.contains(&paragraph))
        .flat_map(|(_, there)| there.iter().copied())
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use wsis_compare::{
        ENGINE_VERSION, Evidence, Link, LinkKind, Precision, Regime, Settings, Summary, Tier,
    };

    use super::*;
    use crate::testing::document;

    fn linked(left: &Document, right: &Document, links: &[(&[u32], &[u32])]) -> Comparison {
        let indices = |list: &[u32]| list.iter().copied().map(ParagraphIndex).collect();
        Comparison {
            left: left.id.clone(),
            right: right.id.clone(),
            settings: Settings::default(),
            engine_version: ENGINE_VERSION,
            regime: Regime::Revision,
            kept: 1.0,
            section_links: Vec::new(),
            links: links
                .iter()
                .map(|(left, right)| Link {
                    left: indices(left),
                    right: indices(right),
                    kind: LinkKind::Revised,
                    tier: Tier::Revised,
                    score: 0.8,
                    evidence: Evidence::default(),
                    runner_up: None,
                    locked: false,
                    movement: None,
                    relabelled: false,
                })
                .collect(),
            suggestions: Vec::new(),
            differences: Vec::new(),
            mark_changes: Vec::new(),
            heading_marks: Vec::new(),
            summary: Summary::default(),
            precision: Precision::default(),
            notices: vec![],
        }
    }

    fn anchor(document: &Document, paragraph: u32, words: &str) -> Anchor {
        let index = ParagraphIndex(paragraph);
        let at = document.paragraph(index).unwrap().text.find(words).unwrap();
        describe(document, index, at as u32..(at + words.len()) as u32).unwrap()
    }

    fn text<'d>(document: &'d Document, resolution: &Resolution) -> (u32, &'d str) {
        let Resolution::Found { paragraph, range } = resolution else {
            panic!("not found: {resolution:?}");
        };
        let found = &document.paragraph(*paragraph).unwrap().text;
        (
            paragraph.0,
            &found[range.start as usize..range.end as usize],
        )
    }

    fn old() -> Document {
        document(
            "en",
            &[
                ("1", "Every orchard shall keep a register of its trees."),
                (
                    "2",
                    "Every orchard shall keep a register of its bees. Beekeepers may read it.",
                ),
            ],
        )
    }

    #[test]
    fn follows_the_link_and_not_the_number() {
        let old = old();
        let new = document(
            "en",
            &[
                (
                    "1",
                    "Every orchard shall keep a register of its bees. Beekeepers may read it.",
                ),
                ("2", "Every orchard shall keep a register of its trees."),
            ],
        );
        let comparison = linked(&old, &new, &[(&[0], &[1]), (&[1], &[0])]);
        let note = anchor(&old, 0, "a register of its");
        let there = carry(&note, &old, &new, &comparison);
        assert_eq!(text(&new, &there), (1, "a register of its"));
        let back = carry(
            &anchor(&new, 1, "a register of its"),
            &new,
            &old,
            &comparison,
        );
        assert_eq!(text(&old, &back), (0, "a register of its"));
    }

    #[test]
    fn finds_the_part_of_a_split_that_has_the_words() {
        let old = old();
        let new = document(
            "en",
            &[
                ("1", "Every orchard shall keep a register of its bees."),
                ("2", "Registered beekeepers may read it."),
            ],
        );
        let comparison = linked(&old, &new, &[(&[0], &[]), (&[1], &[0, 1])]);
        let there = carry(&anchor(&old, 1, "may read it"), &old, &new, &comparison);
        assert_eq!(text(&new, &there), (1, "may read it"));
    }

    #[test]
    fn a_reworded_passage_is_found_as_whole_words() {
        let old = old();
        let new = document(
            "en",
            &[("7", "Every orchard should keep a register of its trees.")],
        );
        let comparison = linked(&old, &new, &[(&[0], &[0]), (&[1], &[])]);
        let there = carry(&anchor(&old, 0, "shall"), &old, &new, &comparison);
        assert_eq!(text(&new, &there), (0, "should"));
    }

    #[test]
    fn without_a_counterpart_a_look_alike_is_not_taken() {
        let old = old();
        let new = document(
            "en",
            &[("1", "Every orchard shall keep a register of its bees.")],
        );
        let comparison = linked(&old, &new, &[(&[0], &[]), (&[1], &[0])]);
        let note = anchor(&old, 0, "shall keep a register");
        assert_eq!(carry(&note, &old, &new, &comparison), Resolution::Orphaned);
        let other = document("en", &[("1", "Plums.")]);
        assert_eq!(
            carry(&note, &old, &other, &comparison),
            Resolution::Orphaned
        );
    }

    #[test]
    fn equal_places_in_the_counterparts_are_ambiguous() {
        let old = old();
        let twice = "Every orchard shall keep a register of its trees.";
        let new = document("en", &[("1", twice), ("2", twice)]);
        let comparison = linked(&old, &new, &[(&[0], &[0, 1]), (&[1], &[])]);
        let there = carry(&anchor(&old, 0, "register"), &old, &new, &comparison);
        assert_eq!(there, Resolution::Ambiguous { places: 2 });
    }
}
