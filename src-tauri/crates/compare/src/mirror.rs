//! The same results seen from the other side: left and right exchanged.

use crate::model::{Evidence, Link, LinkKind, ManualLink, SectionLink, SectionLinkKind};

/// A person's decision.
pub(crate) fn manual(link: &ManualLink) -> ManualLink {
    ManualLink {
        left: link.right.clone(),
        right: link.left.clone(),
        action: link.action,
    }
}

/// A link.
pub(crate) fn link(link: &mut Link) {
    std::mem::swap(&mut link.left, &mut link.right);
    link.kind = match link.kind {
        LinkKind::Split => LinkKind::Merged,
        LinkKind::Merged => LinkKind::Split,
        LinkKind::Added => LinkKind::Removed,
        LinkKind::Removed => LinkKind::Added,
        kind => kind,
    };
    evidence(&mut link.evidence);
}

/// The phrases that tie two paragraphs.
pub(crate) fn evidence(evidence: &mut Evidence) {
    for (left, left_span, right, right_span) in &mut evidence.shared {
        std::mem::swap(left, right);
        std::mem::swap(left_span, right_span);
    }
}

/// A link of chapters.
pub(crate) fn section_link(link: &mut SectionLink) {
    std::mem::swap(&mut link.left, &mut link.right);
    link.kind = match link.kind {
        SectionLinkKind::Split => SectionLinkKind::Merged,
        SectionLinkKind::Merged => SectionLinkKind::Split,
        SectionLinkKind::Dropped => SectionLinkKind::New,
        SectionLinkKind::New => SectionLinkKind::Dropped,
        kind => kind,
    };
}
