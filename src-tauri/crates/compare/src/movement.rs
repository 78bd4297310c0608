//! Where linked paragraphs went: into another chapter, from the opening into the numbered
//! paragraphs, or to another place.

use rustc_hash::FxHashSet;
use wsis_document::{Document, ParagraphIndex, ParagraphKind};

use crate::model::{Link, LinkKind, Movement, SectionLink};

/// Says of each link where its paragraphs went and whether their printed numbers differ. Linear.
pub(crate) fn mark(
    left: &Document,
    right: &Document,
    chapters: &[SectionLink],
    links: &mut [Link],
) {
    let together: FxHashSet<(u32, u32)> = chapters
        .iter()
        .flat_map(|c| {
            c.left
                .iter()
                .flat_map(move |l| c.right.iter().map(move |r| (l.0, r.0)))
        })
        .collect();
    for link in links {
        let (Some(&old), Some(&new)) = (link.left.first(), link.right.first()) else {
            continue;
        };
        let (Some(old), Some(new)) = (left.paragraph(old), right.paragraph(new)) else {
            continue;
        };
        link.relabelled = match (&old.label, &new.label) {
            (Some(a), Some(b)) => a != b,
            _ => false,
        };
        let opening = |kind| kind == ParagraphKind::Preambular;
        let numbered = |kind| matches!(kind, ParagraphKind::Operative | ParagraphKind::Item);
        link.movement = if opening(old.kind) && numbered(new.kind) {
            Some(Movement::PreambularToOperative)
        } else if numbered(old.kind) && opening(new.kind) {
            Some(Movement::OperativeToPreambular)
        } else if changed_chapter(link, left, right, &together) {
            Some(Movement::Chapter)
        } else if matches!(link.kind, LinkKind::Moved | LinkKind::MovedRevised) {
            Some(Movement::Place)
        } else {
            None
        };
    }
}

/// Whether no two paragraphs of the link stand in chapters that belong together.
fn changed_chapter(
    link: &Link,
    left: &Document,
    right: &Document,
    together: &FxHashSet<(u32, u32)>,
) -> bool {
    let section = |text: &Document, at: &ParagraphIndex| {
        text.paragraph(*at).and_then(|p| p.section).map(|s| s.0)
    };
    !link.left.iter().any(|l| {
        link.right
            .iter()
            .any(|r| match (section(left, l), section(right, r)) {
                (Some(old), Some(new)) => together.contains(&(old, new)),
                // What stands under no heading has no chapter to change.
                _ => true,
            })
    })
}
