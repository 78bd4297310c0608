//! Alignment of two language versions of one text: no word is shared, so paragraphs are linked by
//! their numbers and by the order and the lengths in which they stand.

use wsis_document::{Document, Label, Monitor, ParagraphKind};

use crate::model::Cut;
use crate::web::Web;

/// Strength of a pair whose numbers agree, and of one that only stands at the same place.
const BY_NUMBER: f32 = 0.9;
const BY_PLACE: f32 = 0.4;
/// What leaving a paragraph out costs.
const LEFT_OUT: f32 = 0.9;
/// What it costs that only one of two paragraphs has a number, or is of another kind.
const OTHER: f32 = 0.7;
/// Beyond this many pairs only a band about the diagonal is looked at.
const MOST_CELLS: usize = 4_000_000;
/// Rows between two questions whether to go on.
const ROWS: usize = 64;

/// What is known of a paragraph in any language.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Item {
    /// Number of the section it stands in.
    section: Option<u32>,
    /// Its own number.
    number: Option<u32>,
    kind: ParagraphKind,
    /// Share of the whole text, so that languages of different length compare.
    share: f32,
}

impl Item {
    fn all(document: &Document) -> Vec<Item> {
        let whole: usize = document.paragraphs.iter().map(|p| p.text.len()).sum();
        let average = whole.max(1) as f32 / document.paragraphs.len().max(1) as f32;
        let value = |label: &Option<Label>| label.as_ref().and_then(Label::value);
        document
            .paragraphs
            .iter()
            .map(|p| Item {
                section: p
                    .section
                    .and_then(|s| document.sections.get(s.get()))
                    .and_then(|s| value(&s.label)),
                number: value(&p.label),
                kind: p.kind,
                share: p.text.len() as f32 / average,
            })
            .collect()
    }

    /// What it costs that two paragraphs face each other; `None` where their numbers say that
    /// they do not.
    fn cost(&self, other: &Item) -> Option<f32> {
        let mut cost = ((self.share + 0.1) / (other.share + 0.1))
            .ln()
            .abs()
            .min(1.0);
        for pair in [(self.section, other.section), (self.number, other.number)] {
            cost += match pair {
                (Some(a), Some(b)) if a != b => return None,
                (Some(_), None) | (None, Some(_)) => OTHER,
                (Some(_), Some(_)) => -OTHER,
                (None, None) => 0.0,
            };
        }
        Some(cost + if self.kind == other.kind { 0.0 } else { OTHER })
    }

    fn strength(&self, other: &Item) -> f32 {
        let numbered = self.number.or(self.section).is_some();
        if numbered && self.number == other.number && self.section == other.section {
            BY_NUMBER
        } else {
            BY_PLACE
        }
    }
}

/// Fills the web one to one, in order: the sum of the costs is made smallest (dynamic programming
/// as of Gale and Church 1993, numbers before lengths). Quadratic up to a few million pairs, then
/// linear; answers with what was cut.
pub(crate) fn align(
    left: &Document,
    right: &Document,
    web: &mut Web,
    monitor: &dyn Monitor,
) -> Option<Cut> {
    let (a, b) = (Item::all(left), Item::all(right));
    let (rows, columns) = (a.len(), b.len());
    if rows == 0 || columns == 0 {
        return None;
    }
    let band = if rows * columns > MOST_CELLS {
        (MOST_CELLS / rows.max(columns) / 2).max(rows.abs_diff(columns) + 1)
    } else {
        rows.max(columns)
    };
    let first = |x: usize| (x * columns / rows).saturating_sub(band);
    let width = (2 * band + 2).min(columns + 1);
    // What it costs to lay out the first x and y paragraphs, and the last step to there.
    let mut best = vec![(f32::INFINITY, Step::Skip); (rows + 1) * width];
    let at = |x: usize, y: usize| {
        let shift = y.checked_sub(first(x)).filter(|&shift| shift < width);
        shift.map(|shift| x * width + shift)
    };
    for x in 0..=rows {
        if x % ROWS == 0 && monitor.stop().is_some() {
            return Some(Cut {
                stage: "align".into(),
                skipped: (rows + columns) as u32,
            });
        }
        for y in first(x)..=(first(x) + width - 1).min(columns) {
            let before = |dx: usize, dy: usize| {
                let place = at(x.checked_sub(dx)?, y.checked_sub(dy)?)?;
                Some(best[place].0)
            };
            let mut here = (if x + y == 0 { 0.0 } else { f32::INFINITY }, Step::Skip);
            if let Some(cost) = before(1, 0) {
                here = (cost + LEFT_OUT, Step::Left);
            }
            if let Some(cost) = before(0, 1).filter(|cost| cost + LEFT_OUT < here.0) {
                here = (cost + LEFT_OUT, Step::Right);
            }
            if x > 0
                && y > 0
                && web.allows(x as u32 - 1, y as u32 - 1)
                && let (Some(cost), Some(pair)) = (before(1, 1), a[x - 1].cost(&b[y - 1]))
                && cost + pair < here.0
            {
                here = (cost + pair, Step::Both);
            }
            if let Some(place) = at(x, y) {
                best[place] = here;
            }
        }
    }
    let (mut x, mut y) = (rows, columns);
    while x > 0 || y > 0 {
        match at(x, y).map_or(Step::Skip, |place| best[place].1) {
            Step::Both => {
                (x, y) = (x - 1, y - 1);
                web.join_free(x as u32, y as u32, a[x].strength(&b[y]));
            }
            Step::Left => x -= 1,
            Step::Right => y -= 1,
            Step::Skip => break,
        }
    }
    None
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    Skip,
    Left,
    Right,
    Both,
}

#[cfg(test)]
mod tests {
    use wsis_document::Silent;

    use crate::invariants::document;
    use crate::{LinkKind, Notice, Settings, Tier, compare};

    fn texts(words: &[&str]) -> Vec<String> {
        words.iter().map(|w| (*w).to_owned()).collect()
    }

    #[test]
    fn two_languages_are_linked_by_number_and_their_words_are_not_compared() {
        let english = document(
            "en",
            &[(
                "Harbours",
                texts(&[
                    "Every harbour keeps a light.",
                    "The light burns from dusk to dawn, in summer as in winter.",
                    "No boat is turned away.",
                ]),
            )],
        );
        let mut french = document(
            "fr",
            &[(
                "Les ports",
                texts(&[
                    "Tout port entretient un feu.",
                    "Aucun bateau n’est refoulé.",
                ]),
            )],
        );
        french.paragraphs[1].label = english.paragraphs[2].label.clone();
        let french = french.sealed();
        for (left, right) in [(&english, &french), (&french, &english)] {
            let result = compare(left, right, &Settings::default(), &[], &Silent);
            let linked: Vec<(u32, u32)> = result
                .links
                .iter()
                .filter(|l| l.kind == LinkKind::Related && l.tier == Tier::Revised)
                .map(|l| (l.left[0].0, l.right[0].0))
                .collect();
            assert_eq!(linked.len(), 2, "{:?}", result.links);
            assert!(linked.contains(&(0, 0)));
            assert!(result.differences.is_empty());
            assert!(result.suggestions.is_empty());
            assert!(result.notices.contains(&Notice::OtherLanguage));
        }
    }
}
