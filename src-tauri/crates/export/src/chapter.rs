//! Which chapter is meant, and which links belong to it.

use std::collections::BTreeSet;

use thiserror::Error;
use wsis_compare::{Comparison, Link};
use wsis_document::{Document, ParagraphIndex, SectionIndex, fold};

/// A part of a comparison.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Chapter {
    /// What stands before the first heading of either text.
    Opening,
    /// These sections of the older and of the newer text, with the sections inside them. Either
    /// list may be empty: a chapter can be new or dropped.
    Sections {
        /// Older sections.
        left: Vec<SectionIndex>,
        /// Newer sections.
        right: Vec<SectionIndex>,
    },
}

/// A chapter could not be told from its name. Both cases list what there is to choose from.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum ChapterError {
    /// No heading and no label is like this.
    #[error("no chapter is called \"{query}\"; there are: {}", chapters.join("; "))]
    Unknown {
        /// What was asked for.
        query: String,
        /// Headings of the older text, then those of the newer one that it does not have.
        chapters: Vec<String>,
    },
    /// Several chapters of one text are like this.
    #[error("several chapters are called \"{query}\": {}", chapters.join("; "))]
    Ambiguous {
        /// What was asked for.
        query: String,
        /// The headings that fit.
        chapters: Vec<String>,
    },
}

/// How well a heading answers a query, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Match {
    Exact,
    Beginning,
    Inside,
}

/// Finds the chapter that a person means by a label (`1.2`) or by a heading or a part of one
/// (`Human rights`), in either text; letter case and typographic variants do not count. The
/// chapters of the other text that belong to it come with it.
///
/// The best kind of match wins: a whole label or heading, then a heading's beginning, then words
/// inside one. At that level there may be one chapter in each text, or several that were linked
/// as one.
///
/// # Errors
/// [`ChapterError`], with the chapters to choose from.
///
/// # Cost
/// Linear in the headings.
pub fn find_chapter(
    left: &Document,
    right: &Document,
    comparison: &Comparison,
    query: &str,
) -> Result<Chapter, ChapterError> {
    let wanted = plain(query);
    let (older, newer) = (matches(left, &wanted), matches(right, &wanted));
    let best = older.iter().chain(&newer).map(|(found, _)| *found).min();
    let Some(best) = best.filter(|_| !wanted.is_empty()) else {
        let mut chapters = headings(left, all_sections(left));
        for line in headings(right, all_sections(right)) {
            if !chapters.contains(&line) {
                chapters.push(line);
            }
        }
        return Err(ChapterError::Unknown {
            query: query.to_owned(),
            chapters,
        });
    };
    let at_best = |found: Vec<(Match, SectionIndex)>| -> BTreeSet<SectionIndex> {
        found
            .into_iter()
            .filter(|(level, _)| *level == best)
            .map(|(_, section)| section)
            .collect()
    };
    let (older, newer) = (at_best(older), at_best(newer));
    let linked_as_one = comparison.section_links.iter().any(|link| {
        older.iter().all(|s| link.left.contains(s)) && newer.iter().all(|s| link.right.contains(s))
    });
    if (older.len() > 1 || newer.len() > 1) && !linked_as_one {
        let mut chapters = headings(left, older);
        chapters.extend(headings(right, newer));
        return Err(ChapterError::Ambiguous {
            query: query.to_owned(),
            chapters,
        });
    }
    Ok(with_counterparts(comparison, older, newer))
}

fn with_counterparts(
    comparison: &Comparison,
    older: BTreeSet<SectionIndex>,
    newer: BTreeSet<SectionIndex>,
) -> Chapter {
    let (mut left, mut right) = (older.clone(), newer.clone());
    for link in &comparison.section_links {
        let touched = link.left.iter().any(|s| older.contains(s))
            || link.right.iter().any(|s| newer.contains(s));
        if touched {
            left.extend(&link.left);
            right.extend(&link.right);
        }
    }
    Chapter::Sections {
        left: left.into_iter().collect(),
        right: right.into_iter().collect(),
    }
}

fn matches(document: &Document, wanted: &str) -> Vec<(Match, SectionIndex)> {
    let sections = document.sections.iter().zip(all_sections(document));
    sections
        .filter_map(|(section, index)| {
            let heading = plain(&section.heading);
            let label = section.label.as_ref().map(|label| plain(&label.text));
            let line = plain(&document.heading_line(index));
            let found = if label.as_deref() == Some(wanted) || heading == wanted || line == wanted {
                Match::Exact
            } else if heading.starts_with(wanted) {
                Match::Beginning
            } else if heading.contains(wanted) {
                Match::Inside
            } else {
                return None;
            };
            Some((found, index))
        })
        .collect()
}

/// The form in which headings and queries meet: folded, single spaces, no full stop at the end.
fn plain(text: &str) -> String {
    let words: Vec<String> = fold(text).split_whitespace().map(str::to_owned).collect();
    words.join(" ").trim_end_matches('.').to_owned()
}

fn all_sections(document: &Document) -> impl Iterator<Item = SectionIndex> {
    (0..document.sections.len()).map(|i| SectionIndex(i as u32))
}

fn headings(document: &Document, sections: impl IntoIterator<Item = SectionIndex>) -> Vec<String> {
    sections
        .into_iter()
        .map(|section| document.heading_line(section))
        .collect()
}

/// Which sections and paragraphs of both texts an export is about.
pub(crate) struct Scope {
    left: Members,
    right: Members,
}

/// The same for one text: one flag for each section and each paragraph.
struct Members {
    sections: Vec<bool>,
    paragraphs: Vec<bool>,
}

impl Scope {
    /// The paragraphs of a chapter, or all of them.
    pub(crate) fn new(left: &Document, right: &Document, chapter: Option<&Chapter>) -> Self {
        match chapter {
            None => Scope {
                left: Members::all(left),
                right: Members::all(right),
            },
            Some(Chapter::Opening) => Scope {
                left: Members::opening(left),
                right: Members::opening(right),
            },
            Some(Chapter::Sections {
                left: older,
                right: newer,
            }) => Scope {
                left: Members::of(left, older),
                right: Members::of(right, newer),
            },
        }
    }

    /// Whether a link touches the scope: a paragraph that left the chapter, or came into it, is
    /// part of what became of the chapter.
    pub(crate) fn holds(&self, link: &Link) -> bool {
        let holds = |members: &Members, paragraphs: &[ParagraphIndex]| {
            paragraphs
                .iter()
                .any(|p| members.paragraphs.get(p.get()) == Some(&true))
        };
        holds(&self.left, &link.left) || holds(&self.right, &link.right)
    }

    /// Whether headings that face each other belong to the scope.
    pub(crate) fn holds_sections(&self, left: &[SectionIndex], right: &[SectionIndex]) -> bool {
        let holds = |members: &Members, sections: &[SectionIndex]| {
            sections
                .iter()
                .any(|s| members.sections.get(s.get()) == Some(&true))
        };
        holds(&self.left, left) || holds(&self.right, right)
    }
}

impl Members {
    fn all(document: &Document) -> Self {
        Members {
            sections: vec![true; document.sections.len()],
            paragraphs: vec![true; document.paragraphs.len()],
        }
    }

    /// The paragraphs before the first heading.
    fn opening(document: &Document) -> Self {
        Members {
            sections: vec![false; document.sections.len()],
            paragraphs: document
                .paragraphs
                .iter()
                .map(|p| p.section.is_none())
                .collect(),
        }
    }

    fn of(document: &Document, chosen: &[SectionIndex]) -> Self {
        // A parent stands before its children, so one pass reaches every depth.
        let mut sections: Vec<bool> = Vec::with_capacity(document.sections.len());
        for (section, index) in document.sections.iter().zip(all_sections(document)) {
            let in_parent = section
                .parent
                .is_some_and(|p| sections.get(p.get()) == Some(&true));
            sections.push(in_parent || chosen.contains(&index));
        }
        let inside = |section: SectionIndex| sections.get(section.get()) == Some(&true);
        let paragraphs = document
            .paragraphs
            .iter()
            .map(|p| p.section.is_some_and(inside))
            .collect();
        Members {
            sections,
            paragraphs,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples;

    #[test]
    fn a_label_or_a_heading_of_either_side_finds_the_same_chapter() {
        let sample = samples::harbour();
        let find =
            |query: &str| find_chapter(&sample.left, &sample.right, &sample.comparison, query);
        let lights = Chapter::Sections {
            left: vec![SectionIndex(1)],
            right: vec![SectionIndex(1)],
        };
        for query in [
            "1.1",
            "1.1.",
            "Lights",
            "lights",
            "1.1 Lights",
            "Lamps and",
            "BUOYS",
        ] {
            assert_eq!(find(query), Ok(lights.clone()), "{query}");
        }
    }

    #[test]
    fn an_unknown_chapter_lists_all_of_them_once() {
        let sample = samples::harbour();
        let error = find_chapter(&sample.left, &sample.right, &sample.comparison, "Airports");
        let error = error.unwrap_err();
        assert_eq!(
            error.to_string(),
            "no chapter is called \"Airports\"; there are: 1 Ships; 1.1 Lights; 2 Fees; Ships; \
             Lamps and buoys; Tides"
        );
        assert!(find_chapter(&sample.left, &sample.right, &sample.comparison, " ").is_err());
    }

    #[test]
    fn two_chapters_of_one_text_are_ambiguous() {
        let mut sample = samples::harbour();
        sample.left.sections[2].heading = "Lights of the pier".into();
        sample.left.sections[1].heading = "Lights of the mole".into();
        let error = find_chapter(&sample.left, &sample.right, &sample.comparison, "lights of");
        assert_eq!(
            error,
            Err(ChapterError::Ambiguous {
                query: "lights of".into(),
                chapters: vec![
                    "1.1 Lights of the mole".into(),
                    "2 Lights of the pier".into()
                ],
            })
        );
    }

    #[test]
    fn a_chapter_holds_its_sections_and_what_left_it() {
        let sample = samples::harbour();
        let chapter = find_chapter(&sample.left, &sample.right, &sample.comparison, "1").unwrap();
        let scope = Scope::new(&sample.left, &sample.right, Some(&chapter));
        let held: Vec<usize> = (0..sample.comparison.links.len())
            .filter(|&i| scope.holds(&sample.comparison.links[i]))
            .collect();
        assert_eq!(
            held,
            [1, 2, 4],
            "the ships, the split lights, and the lamp that left"
        );
        let opening = Scope::new(&sample.left, &sample.right, Some(&Chapter::Opening));
        assert!(opening.holds(&sample.comparison.links[0]));
        assert!(!opening.holds(&sample.comparison.links[1]));
    }
}
