//! Two Documents become a Comparison: which chapters and paragraphs belong together, and what
//! changed in the words of those that do.
//!
//! The files in the order of the work: [`text`] cuts words, [`features`] and [`candidates`] find
//! pairs that could belong together, [`revision`] or [`related`] chooses among them into a
//! [`web`], [`chapters`] links headings, [`links`] names what became of paragraphs, and
//! [`differences`] compares words.

mod align;
mod candidates;
mod chain;
mod chapters;
mod characters;
mod classes;
mod commitment;
mod differences;
mod features;
mod function_words;
#[cfg(test)]
mod invariants;
mod links;
mod manual;
mod model;
mod movement;
mod notices;
mod phrases;
mod related;
mod revision;
mod rows;
mod segments;
mod sentences;
mod sequence;
mod summary;
mod text;
mod web;
mod words;

pub use commitment::{CommitmentStep, CommitmentTable, CommitmentVerbs};
pub use model::{
    Comparison, Cut, Difference, Evidence, Granularity, Link, LinkIndex, LinkKind, ManualAction,
    ManualLink, Movement, Notice, Op, Precision, Regime, RegimeChoice, SectionLink,
    SectionLinkKind, Segment, SegmentClass, Settings, Summary, Tier,
};
pub use rows::{Row, rows};

use differences::Sides;
use related::Weighed;
use wsis_document::{Document, Monitor, Stage};

/// Version of the rules. A stored comparison of another version is computed anew.
pub const ENGINE_VERSION: u32 = 1;

/// Compares two documents. Deterministic: the same input gives the same result.
///
/// `manual` links are law: they are kept as they are and the rest is found around them.
///
/// # Cost
/// Near linear in the words of both texts; stops at the monitor's deadline and says in
/// [`Comparison::precision`] what was cut.
pub fn compare(
    left: &Document,
    right: &Document,
    settings: &Settings,
    manual: &[ManualLink],
    monitor: &dyn Monitor,
) -> Comparison {
    monitor.progress(Stage::Aligning, 0, 0);
    // Alignment always runs in the same direction, so that swapping the sides mirrors its answer
    // even where two answers are equally good.
    let swapped = left.id > right.id;
    let (ground, alignment, mut links) = if swapped {
        let mirrored: Vec<ManualLink> = manual
            .iter()
            .map(|m| ManualLink {
                left: m.right.clone(),
                right: m.left.clone(),
                action: m.action,
            })
            .collect();
        let (ground, alignment) = align::align(right, left, settings, &mirrored, monitor);
        let links = links::links(right, left, &ground, &alignment);
        (ground, alignment, links)
    } else {
        let (ground, alignment) = align::align(left, right, settings, manual, monitor);
        let links = links::links(left, right, &ground, &alignment);
        (ground, alignment, links)
    };
    let mut section_links = alignment.sections.clone();
    let mut weighed = alignment.weighed.clone();
    if swapped {
        links.iter_mut().for_each(mirror_link);
        section_links.iter_mut().for_each(mirror_section_link);
        weighed.iter_mut().for_each(|w| {
            *w = Weighed {
                left: w.right,
                right: w.left,
                margins: (w.margins.1, w.margins.0),
                ..*w
            };
        });
    }
    let tied = |l: u32, r: u32| {
        let (a, b) = if swapped { (r, l) } else { (l, r) };
        let mut evidence = links::evidence(&[a], &[b], &ground);
        evidence.chapters = alignment.affinity.of_paragraphs(a, b);
        if swapped {
            evidence.shared.iter_mut().for_each(mirror_phrase);
        }
        evidence
    };
    let allowed = |l: u32, r: u32| {
        if swapped {
            alignment.web.allows(r, l)
        } else {
            alignment.web.allows(l, r)
        }
    };
    let mut comparison = Comparison {
        left: left.id.clone(),
        right: right.id.clone(),
        settings: settings.clone(),
        engine_version: ENGINE_VERSION,
        regime: alignment.regime,
        kept: alignment.kept,
        section_links,
        links,
        suggestions: Vec::new(),
        differences: Vec::new(),
        summary: Summary::default(),
        precision: Precision {
            cuts: alignment.cuts.clone(),
        },
        notices: Vec::new(),
    };
    movement::mark(
        left,
        right,
        &comparison.section_links,
        &mut comparison.links,
    );
    order(left, right, &mut comparison);
    comparison.suggestions = links::leftovers(&mut comparison.links, &weighed, tied, allowed);
    let sides = Sides {
        left,
        right,
        swapped,
        ground: &ground,
    };
    let (found, cut) = differences::differences(&sides, &comparison.links, settings, monitor);
    comparison.differences = found;
    comparison.precision.cuts.extend(cut);
    comparison.notices = notices::notices(left, right, &comparison.links);
    comparison.summary = summary::summary(left, right, &comparison.links, &comparison.differences);
    comparison
}

/// Puts links and section links into the order in which a reader meets them.
fn order(left: &Document, right: &Document, comparison: &mut Comparison) {
    let laid = rows(left, right, comparison);
    let mut links = Vec::with_capacity(comparison.links.len());
    let mut sections: Vec<u32> = Vec::new();
    for row in &laid {
        match row {
            Row::Heading { section_link, .. } if !sections.contains(section_link) => {
                sections.push(*section_link)
            }
            Row::Heading { .. } => {}
            Row::Paragraphs { link, .. } => links.push(comparison.links[link.0 as usize].clone()),
        }
    }
    comparison.section_links = sections
        .iter()
        .map(|&at| comparison.section_links[at as usize].clone())
        .collect();
    comparison.links = links;
}

fn mirror_link(link: &mut Link) {
    std::mem::swap(&mut link.left, &mut link.right);
    link.kind = match link.kind {
        LinkKind::Split => LinkKind::Merged,
        LinkKind::Merged => LinkKind::Split,
        LinkKind::Added => LinkKind::Removed,
        LinkKind::Removed => LinkKind::Added,
        kind => kind,
    };
    link.evidence.shared.iter_mut().for_each(mirror_phrase);
}

fn mirror_phrase<P, S>(phrase: &mut (P, S, P, S)) {
    let (a, b, c, d) = phrase;
    std::mem::swap(a, c);
    std::mem::swap(b, d);
}

fn mirror_section_link(link: &mut SectionLink) {
    std::mem::swap(&mut link.left, &mut link.right);
    link.kind = match link.kind {
        SectionLinkKind::Split => SectionLinkKind::Merged,
        SectionLinkKind::Merged => SectionLinkKind::Split,
        SectionLinkKind::Dropped => SectionLinkKind::New,
        SectionLinkKind::New => SectionLinkKind::Dropped,
        kind => kind,
    };
}
