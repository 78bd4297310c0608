//! Groups of paragraphs become links: kind, tier, evidence, runner-up and suggestions.

use std::borrow::Cow;

use wsis_document::{Document, ParagraphIndex};

use crate::align::{Alignment, Basis, Ground};
use crate::chain::{Point, heaviest_chain};
use crate::model::{Evidence, Link, LinkKind, Regime, Tier};
use crate::pace::Pace;
use crate::phrases::shared_phrases;
use crate::related;
use crate::revision;
use crate::suggestions::Guess;

/// Below this share of words kept, a difference shows nothing: shared phrases are shown instead.
const DIFFERENCE_SHARE: f32 = 0.20;
/// Shared phrases kept as evidence.
const PHRASES: usize = 6;
/// What it costs to find the phrases of a link, in words.
pub(crate) const STEPS: usize = 256;
/// The same of making and scoring it.
const SCORE_STEPS: usize = 8;
/// Suggestions kept for a newer paragraph.
const SUGGESTIONS: usize = 3;

/// Makes the links, in the order of the left side, and then those without counterpart; the phrases
/// that tie them are still to be found. Nothing is scored any more when time is up.
pub(crate) fn links(
    left: &Document,
    right: &Document,
    basis: &Basis,
    alignment: &Alignment,
    pace: &Pace,
) -> Vec<Link> {
    let ground = &basis.ground;
    let web = &alignment.web;
    let mut groups: Vec<(Vec<u32>, Vec<u32>, bool)> = web
        .groups()
        .into_iter()
        .map(|(l, r)| (l, r, false))
        .collect();
    groups.extend(
        alignment
            .fixed
            .iter()
            .map(|(l, r)| (l.clone(), r.clone(), true)),
    );
    groups.extend(
        (0..left.paragraphs.len())
            .filter(|&l| web.left_free(l))
            .map(|l| (vec![l as u32], vec![], false)),
    );
    groups.extend(
        (0..right.paragraphs.len())
            .filter(|&r| web.right_free(r))
            .map(|r| (vec![], vec![r as u32], false)),
    );

    let firm = match alignment.regime {
        Regime::Revision => revision::FIRM,
        Regime::Related => related::REVISED,
    };
    let moved = if alignment.by_order {
        vec![false; groups.len()]
    } else {
        off_order(&groups, ground, alignment.regime)
    };
    groups
        .into_iter()
        .zip(moved)
        .map(|((lefts, rights, by_hand), moved)| {
            let late = pace.late(SCORE_STEPS);
            let (olds, news) = (paragraphs(&lefts), paragraphs(&rights));
            let same = joined(left, &olds) == joined(right, &news);
            let score = match (lefts.as_slice(), rights.as_slice()) {
                _ if same => 1.0,
                _ if late => 0.0,
                ([one], [other]) => basis.likeness(*one, *other),
                _ => group_score(&lefts, &rights, ground),
            };
            let strength = if by_hand {
                1.0
            } else {
                group_strength(&lefts, &rights, alignment)
            };
            let chapters = lefts
                .iter()
                .flat_map(|&l| {
                    rights
                        .iter()
                        .map(move |&r| alignment.affinity.of_paragraphs(l, r))
                })
                .fold(0.0, f32::max);
            let kind = match (lefts.len(), rights.len()) {
                (_, 0) => LinkKind::Removed,
                (0, _) => LinkKind::Added,
                (l, r) if l < r => LinkKind::Split,
                (l, r) if l > r => LinkKind::Merged,
                _ if same && moved => LinkKind::Moved,
                _ if same => LinkKind::Same,
                _ if alignment.by_order => LinkKind::Related,
                _ if moved => LinkKind::MovedRevised,
                _ if score < DIFFERENCE_SHARE && alignment.regime == Regime::Related => {
                    LinkKind::Related
                }
                _ => LinkKind::Revised,
            };
            let tier = match kind {
                LinkKind::Removed | LinkKind::Added => Tier::Unlinked,
                _ if same => Tier::Identical,
                _ if by_hand || strength >= firm => Tier::Revised,
                _ => Tier::Probable,
            };
            Link {
                left: olds,
                right: news,
                kind,
                tier,
                score,
                evidence: Evidence {
                    chapters,
                    by_hand,
                    ..Evidence::default()
                },
                runner_up: None,
                locked: by_hand,
                movement: None,
                relabelled: false,
            }
        })
        .collect()
}

/// Which groups have moved: in a revision, all that are not in the heaviest chain in order.
fn off_order(groups: &[(Vec<u32>, Vec<u32>, bool)], ground: &Ground, regime: Regime) -> Vec<bool> {
    let mut moved = vec![false; groups.len()];
    if regime == Regime::Related {
        return moved;
    }
    let linked: Vec<(usize, Point)> = groups
        .iter()
        .enumerate()
        .filter_map(|(k, (lefts, rights, _))| {
            let words: usize = lefts
                .iter()
                .map(|&l| ground.left.word_count(l as usize))
                .sum::<usize>()
                + rights
                    .iter()
                    .map(|&r| ground.right.word_count(r as usize))
                    .sum::<usize>();
            Some((
                k,
                Point {
                    left: *lefts.first()?,
                    right: *rights.first()?,
                    weight: 1.0 + words as f32,
                },
            ))
        })
        .collect();
    let points: Vec<Point> = linked.iter().map(|l| l.1).collect();
    linked.iter().for_each(|l| moved[l.0] = true);
    for k in heaviest_chain(&points) {
        moved[linked[k].0] = false;
    }
    moved
}

/// For the newer side of each link the next best older paragraph, and the suggestions: what was
/// thought of and not taken, the best guesses first; as many as there is time for. From draft to
/// draft what is surely revised has a runner-up and no suggestions. `score` is the likeness of a
/// pair; all are in the sides that the caller sees.
pub(crate) fn leftovers(
    links: &mut [Link],
    regime: Regime,
    mut guesses: Vec<Guess>,
    score: impl Fn(u32, u32) -> f32,
    phrases: impl Fn(u32, u32) -> Evidence,
    allowed: impl Fn(u32, u32) -> bool,
    pace: &Pace,
) -> Vec<Link> {
    guesses.retain(|g| allowed(g.left, g.right));
    guesses.sort_unstable_by(|a, b| {
        let by_rank = b.rank.total_cmp(&a.rank);
        a.right
            .cmp(&b.right)
            .then(by_rank)
            .then(a.left.cmp(&b.left))
    });
    let mut suggestions = Vec::new();
    // What was taken over as it is raises no question.
    for link in links.iter_mut().filter(|l| l.tier != Tier::Identical) {
        if pace.late(STEPS) {
            break;
        }
        for right in &link.right {
            let first = guesses.partition_point(|g| g.right < right.0);
            let scored: Vec<(u32, f32)> = guesses[first..]
                .iter()
                .take_while(|g| g.right == right.0)
                .filter(|g| !link.left.contains(&ParagraphIndex(g.left)))
                .take(SUGGESTIONS)
                .map(|g| (g.left, score(g.left, right.0)))
                .collect();
            if !link.left.is_empty() {
                let known = link.runner_up.map_or(0.0, |(_, score)| score);
                link.runner_up = scored
                    .iter()
                    .map(|&(left, score)| (ParagraphIndex(left), score))
                    .filter(|&(_, score)| score > known)
                    .max_by(|a, b| a.1.total_cmp(&b.1))
                    .or(link.runner_up);
            }
            if regime == Regime::Revision && link.tier == Tier::Revised {
                continue;
            }
            suggestions.extend(scored.into_iter().map(|(left, score)| Link {
                left: vec![ParagraphIndex(left)],
                right: vec![*right],
                kind: LinkKind::Related,
                tier: Tier::RelatedPhrases,
                score,
                evidence: phrases(left, right.0),
                runner_up: None,
                locked: false,
                movement: None,
                relabelled: false,
            }));
        }
    }
    suggestions
}

/// What ties two groups of paragraphs together.
pub(crate) fn evidence(
    lefts: &[ParagraphIndex],
    rights: &[ParagraphIndex],
    ground: &Ground,
) -> Evidence {
    let mut found: Vec<(f32, (ParagraphIndex, _, ParagraphIndex, _))> = Vec::new();
    for &l in lefts {
        for &r in rights {
            let shared = shared_phrases(
                &ground.left.passage(l.get()),
                &ground.right.passage(r.get()),
                ground.features.word_weight(),
                |key| ground.interner.is_content(key),
                PHRASES,
            );
            found.extend(
                shared
                    .into_iter()
                    .map(|p| (p.weight, (l, p.left, r, p.right))),
            );
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    Evidence {
        shared: found.into_iter().take(PHRASES).map(|f| f.1).collect(),
        ..Evidence::default()
    }
}

/// Likeness of two groups: the greatest weight of what they share, over all they have.
fn group_score(lefts: &[u32], rights: &[u32], ground: &Ground) -> f32 {
    let features = &ground.features;
    let mass = |rows: &crate::features::Rows, of: &[u32]| {
        of.iter().map(|&k| rows.mass(k as usize)).sum::<f32>()
    };
    let shared: f32 = lefts
        .iter()
        .flat_map(|&l| {
            rights
                .iter()
                .map(move |&r| features.overlap(l as usize, r as usize))
        })
        .sum();
    crate::features::dice(
        shared,
        mass(&features.left, lefts),
        mass(&features.right, rights),
    )
}

/// The score that tied the weakest pair of a group.
fn group_strength(lefts: &[u32], rights: &[u32], alignment: &Alignment) -> f32 {
    let of_left = lefts
        .iter()
        .flat_map(|&l| alignment.web.of_left(l as usize));
    let of_right = rights
        .iter()
        .flat_map(|&r| alignment.web.of_right(r as usize));
    of_left.chain(of_right).map(|p| p.score).fold(1.0, f32::min)
}

/// The texts of paragraphs as one, joined by line feeds.
pub(crate) fn joined<'d>(document: &'d Document, paragraphs: &[ParagraphIndex]) -> Cow<'d, str> {
    let text = |p: &ParagraphIndex| document.paragraphs[p.get()].text.as_str();
    match paragraphs {
        [one] => text(one).into(),
        more => more.iter().map(text).collect::<Vec<_>>().join("\n").into(),
    }
}

fn paragraphs(positions: &[u32]) -> Vec<ParagraphIndex> {
    positions.iter().map(|&p| ParagraphIndex(p)).collect()
}
