//! Which chapters belong together: by what they are called and by what has become of their
//! paragraphs.

use rustc_hash::FxHashMap;
use wsis_document::{Document, ParagraphKind, SectionIndex};

use crate::interner::Interner;
use crate::model::{SectionLink, SectionLinkKind};
use crate::text::{Token, cut};
use crate::web::Web;

/// Chapters with this affinity are linked.
const LINKED: f32 = 0.30;
/// A further chapter joins a link when its affinity is at least this share of the first one's.
const FURTHER_SHARE: f32 = 0.5;
/// A heading this alike ties two chapters by itself.
const SAME_HEADING: f32 = 0.75;

/// How much the chapters of two texts have to do with each other, from 0 to 1. Before the first
/// heading there are two more: the opening, and the numbered paragraphs that follow it.
#[derive(Debug)]
pub(crate) struct Affinity {
    columns: usize,
    values: Vec<f32>,
    left: Vec<usize>,
    right: Vec<usize>,
}

impl Affinity {
    /// Weighs the chapters by their headings and by pairs of paragraphs with their likeness.
    pub(crate) fn new(
        left: &Document,
        right: &Document,
        headings: &Headings,
        pairs: impl Iterator<Item = (u32, u32, f32)>,
    ) -> Self {
        let (rows, columns) = (left.sections.len() + 2, right.sections.len() + 2);
        let left = chapters_of(left);
        let right = chapters_of(right);
        let mut votes = vec![0f32; rows * columns];
        let mut of_left = vec![0f32; rows];
        let mut of_right = vec![0f32; columns];
        for (l, r, score) in pairs {
            let (row, column) = (left[l as usize], right[r as usize]);
            let vote = score * score;
            votes[row * columns + column] += vote;
            of_left[row] += vote;
            of_right[column] += vote;
        }
        for row in 0..rows {
            for column in 0..columns {
                let all = of_left[row] + of_right[column];
                let vote = if all > 0.0 {
                    2.0 * votes[row * columns + column] / all
                } else {
                    0.0
                };
                // A chapter without a heading may go on under one: there only votes tell.
                let heading = match (row, column) {
                    (OPENING, _) | (_, OPENING) => Some(if row == column { 1.0 } else { 0.0 }),
                    _ if row + 1 == rows && column + 1 == columns => Some(1.0),
                    _ if row + 1 == rows || column + 1 == columns => None,
                    _ => Some(headings.likeness(row - 1, column - 1)),
                };
                votes[row * columns + column] =
                    heading.map_or(vote, |heading| (heading + vote) / 2.0);
            }
        }
        Affinity {
            columns,
            values: votes,
            left,
            right,
        }
    }

    /// Affinity of the chapters in which two paragraphs stand.
    pub(crate) fn of_paragraphs(&self, left: u32, right: u32) -> f32 {
        self.values[self.left[left as usize] * self.columns + self.right[right as usize]]
    }

    fn of_sections(&self, left: usize, right: usize) -> f32 {
        self.values[(left + 1) * self.columns + right + 1]
    }

    /// Affinity of a left section with the numbered paragraphs before the first right heading.
    fn left_with_unheaded(&self, left: usize) -> f32 {
        self.values[(left + 1) * self.columns + self.columns - 1]
    }

    /// Affinity of a right section with the numbered paragraphs before the first left heading.
    fn right_with_unheaded(&self, right: usize) -> f32 {
        self.values[self.values.len() - self.columns + right + 1]
    }
}

/// Number of the chapter that the opening paragraphs make.
const OPENING: usize = 0;

/// For each paragraph its chapter: [`OPENING`], then the sections from 1, last the numbered
/// paragraphs before the first heading.
fn chapters_of(document: &Document) -> Vec<usize> {
    let unheaded = document.sections.len() + 1;
    document
        .paragraphs
        .iter()
        .map(|p| match (p.section, p.kind) {
            (Some(section), _) => section.get() + 1,
            (None, ParagraphKind::FrontMatter | ParagraphKind::Preambular) => OPENING,
            (None, _) => unheaded,
        })
        .collect()
}

/// The words of all headings, weighed by how many headings they stand in.
#[derive(Debug)]
pub(crate) struct Headings {
    left: Vec<Vec<u32>>,
    right: Vec<Vec<u32>>,
    weight: FxHashMap<u32, f32>,
}

impl Headings {
    /// Cuts the headings of both texts.
    pub(crate) fn new(left: &Document, right: &Document, interner: &mut Interner) -> Self {
        let mut side = |document: &Document| -> Vec<Vec<u32>> {
            document
                .sections
                .iter()
                .map(|section| {
                    let mut tokens: Vec<Token> = Vec::new();
                    cut(&section.heading, &document.language, interner, &mut tokens);
                    let mut keys: Vec<u32> = tokens
                        .iter()
                        .map(|t| t.key)
                        .filter(|&key| interner.is_content(key))
                        .collect();
                    keys.sort_unstable();
                    keys.dedup();
                    keys
                })
                .collect()
        };
        let (left, right) = (side(left), side(right));
        let mut spread: FxHashMap<u32, u32> = FxHashMap::default();
        for key in left.iter().chain(&right).flatten() {
            *spread.entry(*key).or_default() += 1;
        }
        let all = (left.len() + right.len()) as f32;
        let weight = spread
            .into_iter()
            .map(|(key, n)| (key, (all / n as f32).ln() + 0.5))
            .collect();
        Headings {
            left,
            right,
            weight,
        }
    }

    /// Likeness of two headings from 0 to 1: Dice's coefficient over weighed words.
    fn likeness(&self, left: usize, right: usize) -> f32 {
        let (a, b) = (&self.left[left], &self.right[right]);
        let mass = |keys: &[u32]| keys.iter().map(|key| self.weight[key]).sum::<f32>();
        let shared: f32 = a
            .iter()
            .filter(|key| b.binary_search(key).is_ok())
            .map(|key| self.weight[key])
            .sum();
        crate::features::dice(shared, mass(a), mass(b))
    }
}

/// Links every section of either side, in no particular order.
pub(crate) fn link_sections(
    left: &Document,
    right: &Document,
    headings: &Headings,
    affinity: &Affinity,
) -> Vec<SectionLink> {
    let (rows, columns) = (left.sections.len(), right.sections.len());
    let mut pairs: Vec<(f32, usize, usize)> = (0..rows)
        .flat_map(|l| (0..columns).map(move |r| (l, r)))
        .map(|(l, r)| {
            let by_name = headings.likeness(l, r);
            let value = affinity.of_sections(l, r);
            let value = if by_name >= SAME_HEADING {
                value.max(by_name * 0.5)
            } else {
                value
            };
            (value, l, r)
        })
        .filter(|p| p.0 >= LINKED)
        .collect();
    // Of equal ones those that stand at like places first.
    let apart = |l: usize, r: usize| ((l * columns.max(1)) as i64 - (r * rows.max(1)) as i64).abs();
    pairs.sort_by(|a, b| {
        b.0.total_cmp(&a.0)
            .then(apart(a.1, a.2).cmp(&apart(b.1, b.2)))
            .then((a.1, a.2).cmp(&(b.1, b.2)))
    });
    let mut web = Web::new(rows, columns);
    for &(value, l, r) in &pairs {
        web.join_free(l as u32, r as u32, value);
    }
    for &(value, l, r) in &pairs {
        let first =
            |partners: &[crate::web::Partner]| partners.iter().map(|p| p.score).fold(0.0, f32::max);
        let best = first(web.of_left(l)).max(first(web.of_right(r)));
        let new = !web.of_left(l).iter().any(|p| p.other == r as u32);
        if new && value >= FURTHER_SHARE * best {
            web.join(l as u32, r as u32, value);
        }
    }
    let mut links: Vec<SectionLink> = web
        .groups()
        .into_iter()
        .map(|(lefts, rights)| {
            let kind = match (lefts.len(), rights.len()) {
                (1, 1) => SectionLinkKind::Carried,
                (1, _) => SectionLinkKind::Split,
                _ => SectionLinkKind::Merged,
            };
            let score = lefts
                .iter()
                .flat_map(|&l| web.of_left(l as usize))
                .map(|p| p.score)
                .fold(0.0, f32::max);
            SectionLink {
                left: sections(&lefts),
                right: sections(&rights),
                kind,
                score,
            }
        })
        .collect();
    // What had no heading may have got one, and the reverse: carried on, though from no section.
    let alone = |affinity: f32, kind| {
        if affinity >= LINKED {
            (SectionLinkKind::Carried, affinity)
        } else {
            (kind, 0.0)
        }
    };
    for l in (0..rows).filter(|&l| web.left_free(l)) {
        let (kind, score) = alone(affinity.left_with_unheaded(l), SectionLinkKind::Dropped);
        let left = sections(&[l as u32]);
        links.push(SectionLink {
            left,
            right: vec![],
            kind,
            score,
        });
    }
    for r in (0..columns).filter(|&r| web.right_free(r)) {
        let (kind, score) = alone(affinity.right_with_unheaded(r), SectionLinkKind::New);
        let right = sections(&[r as u32]);
        links.push(SectionLink {
            left: vec![],
            right,
            kind,
            score,
        });
    }
    links
}

fn sections(positions: &[u32]) -> Vec<SectionIndex> {
    positions.iter().map(|&p| SectionIndex(p)).collect()
}
