//! Two Documents become a Comparison: which chapters and paragraphs belong together, and what
//! changed in the words of those that do.

mod model;
mod rows;

pub use model::{
    Comparison, Cut, Difference, Evidence, Granularity, Link, LinkIndex, LinkKind, ManualAction, ManualLink,
    Op, Precision, Regime, RegimeChoice, SectionLink, SectionLinkKind, Segment, SegmentClass,
    Settings, Summary, Tier,
};
pub use rows::{Row, rows};

use wsis_document::{Document, Monitor};

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
    let _ = (left, right, settings, manual, monitor);
    unimplemented!()
}
