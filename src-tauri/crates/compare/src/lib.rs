//! Two Documents become a Comparison: which chapters and paragraphs belong together, and what
//! changed in the words of those that do.
//!
//! The files in the order of the work: [`text`] cuts words, [`features`] and [`candidates`] find
//! pairs that could belong together, [`revision`] or [`related`] chooses among them into a
//! [`web`], [`chapters`] links headings, [`links`] names what became of paragraphs, and
//! [`differences`] compares words.

mod align;
mod arabic;
mod by_order;
mod candidates;
mod chain;
mod changes;
mod chapters;
mod characters;
mod classes;
mod commitment;
mod differences;
mod edits;
mod features;
mod forms;
mod function_words;
mod interner;
#[cfg(test)]
mod invariants;
mod known;
mod links;
mod manual;
mod mirror;
mod model;
mod movement;
mod note_marks;
mod notices;
mod numerals;
mod pace;
mod phrases;
mod prepared;
mod recurring;
mod related;
mod revision;
mod rows;
mod segments;
mod sentences;
mod sequence;
mod suggestions;
mod summary;
mod text;
mod vocabulary;
mod web;
mod words;

pub use changes::Changes;
pub use commitment::{CommitmentStep, CommitmentTable, CommitmentVerbs};
pub use model::{
    Comparison, Cut, Difference, Evidence, Granularity, HeadingMarkChange, Link, LinkIndex,
    LinkKind, ManualAction, ManualLink, MarkChange, Movement, Notice, Op, Precision, Regime,
    RegimeChoice, SectionLink, SectionLinkKind, Segment, SegmentClass, Settings, Summary, Tier,
};
pub use prepared::Prepared;
pub use rows::{Row, rows};

use wsis_document::{Document, Monitor};

/// Version of the rules. A stored comparison of another version is computed anew.
pub const ENGINE_VERSION: u32 = 5;

/// Compares two documents. Deterministic: the same input gives the same result.
///
/// `manual` links are law: they are kept as they are and the rest is found around them.
///
/// # Cost
/// Near linear in the words of both texts; whoever compares the same two texts again keeps
/// [`Prepared`] instead. Stops at the monitor's deadline and says in
/// [`Comparison::precision`] what was cut.
pub fn compare(
    left: &Document,
    right: &Document,
    settings: &Settings,
    manual: &[ManualLink],
    monitor: &dyn Monitor,
) -> Comparison {
    Prepared::new(left, right, monitor).compare(settings, manual, monitor)
}
