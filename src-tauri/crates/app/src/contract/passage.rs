//! Passages of a paragraph that somebody has a say about: negotiation marks, tracked changes.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A negotiation mark: brackets around what is not agreed, or a note on how far it is. The
/// characters are part of the text; this says what they mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MarkView {
    /// Where it begins in the paragraph's text, with its bracket; UTF-16 code units.
    pub start: u32,
    /// Behind its closing bracket.
    pub end: u32,
    /// Where what the brackets are around begins, behind actors and verb.
    pub content_start: u32,
    /// Where that ends.
    pub content_end: u32,
    /// How many brackets it stands in, itself included; 0 for a note in parentheses outside all.
    pub depth: u32,
    /// `open`, `option`, `placeholder`, or how far a passage is agreed: `agreed`,
    /// `ad_referendum`, `preliminarily`, `suggested_for_closure`, `former`.
    pub kind: String,
    /// Delegations and groups, as written.
    pub actors: Vec<String>,
    /// What they want with it: `add`, `delete`, `retain`, `move`, `replace`, `reserve`,
    /// `alternative`, `bracket`, `clean`, `clarify`, `support`, `oppose`.
    pub verb: Option<String>,
    /// Marks of one number are alternatives to each other.
    pub alternatives: Option<u32>,
}

/// Words of a paragraph that a tracked change of the file put there or would take away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProposalView {
    /// Where it begins in the paragraph's text; UTF-16 code units.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// `inserted`, `deleted`, `moved_from`, `moved_to`.
    pub kind: String,
    /// As the file names the person; may be empty.
    pub author: String,
    /// ISO 8601, where known.
    pub date: Option<String>,
}
