//! What people decide about paragraphs, and how that is carried to a newer version of a text.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ComparisonView;

/// A person's decision about paragraphs, with who, when and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DecisionView {
    /// Identity in the library.
    pub id: String,
    /// `link` (these belong together, and with no others; with one side empty: these have no
    /// counterpart) or `unlink` (no paragraph of one side belongs to any of the other).
    pub action: String,
    /// Older side.
    pub left: Vec<DecidedParagraph>,
    /// Newer side.
    pub right: Vec<DecidedParagraph>,
    /// Name as the person gave it; may be empty.
    pub author: String,
    /// RFC 3339.
    pub made_at: String,
    /// In the person's words; may be empty.
    pub reason: String,
    /// Row where its first paragraph is shown; `null` where none of them is in the texts.
    pub row: Option<u32>,
}

/// A paragraph that somebody decided about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DecidedParagraph {
    /// Its id: `12`, `P3`.
    pub label: String,
    /// How it begins; `null` where it is not in the text any more.
    pub beginning: Option<String>,
}

/// `links.add`. Answer: [`LinkChangeView`].
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddLinkRequest {
    /// [`ComparisonView::id`].
    pub comparison: String,
    /// `link` or `unlink`, as in [`DecisionView::action`].
    pub action: String,
    /// Indices of older paragraphs.
    pub left: Vec<u32>,
    /// Indices of newer paragraphs.
    pub right: Vec<u32>,
    /// Name of the person; may be empty.
    pub author: String,
    /// Why; may be empty.
    pub reason: String,
    /// Take back what contradicts this, rather than ask.
    pub replace: bool,
}

/// `links.lock`: confirms a row as it is, or takes such a decision back. Answer:
/// [`LinkChangeView`].
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LockRequest {
    /// [`ComparisonView::id`].
    pub comparison: String,
    /// Position in [`ComparisonView::rows`].
    pub row: u32,
    /// `true` to confirm, `false` to take back.
    pub locked: bool,
    /// Name of the person; may be empty.
    pub author: String,
    /// Why; may be empty.
    pub reason: String,
}

/// `links.remove`: takes a decision back. Answer: [`LinkChangeView`].
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RemoveLinkRequest {
    /// [`ComparisonView::id`].
    pub comparison: String,
    /// [`DecisionView::id`].
    pub id: String,
}

/// `links.reason`: says why, afterwards. Answer: [`LinkChangeView`].
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReasonRequest {
    /// [`ComparisonView::id`].
    pub comparison: String,
    /// [`DecisionView::id`].
    pub id: String,
    /// The reason; may be empty.
    pub reason: String,
}

/// `links.list` (answer: a list of [`DecisionView`], the oldest first), `links.undo` and
/// `links.redo` (answer: [`LinkChangeView`]).
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LinksRequest {
    /// [`ComparisonView::id`].
    pub comparison: String,
}

/// What a decision did. Where `conflicts` is not empty nothing was done: the person must say
/// which decision holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LinkChangeView {
    /// Earlier decisions that contradict the one asked for.
    pub conflicts: Vec<DecisionView>,
    /// The comparison as it is now, under the same id; `null` where nothing was done. Rows must
    /// be fetched again.
    pub comparison: Option<ComparisonView>,
    /// The decision that was made or came back; `null` where one was taken back.
    pub decision: Option<DecisionView>,
    /// Row of the paragraphs that were decided about.
    pub row: Option<u32>,
    /// Other rows that changed around them.
    pub changed: u32,
}

/// `links.carry` and `notes.carry`: takes over what people did with an earlier version of a text.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CarryRequest {
    /// Content id of the earlier version.
    pub from: String,
    /// Content id of the newer version.
    pub to: String,
    /// For decisions: only those about the comparison with this text; `null` for all.
    pub other: Option<String>,
}

/// Decisions after they were carried. What was left behind stays with the earlier version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CarriedLinksView {
    /// Decisions that hold for the newer version now.
    pub carried: u32,
    /// Decisions that held for it already.
    pub known: u32,
    /// The others, with the reason.
    pub left_behind: Vec<LeftBehindView>,
}

/// A decision that could not be carried.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeftBehindView {
    /// The decision; `left` is the earlier version, `right` the text it was compared with.
    pub decision: DecisionView,
    /// Title of the text it was compared with.
    pub other: String,
    /// `gone`, `split`, `merged`, `uncertain` (too little of the words is left) or
    /// `contradicts` (another decision already holds there).
    pub reason: String,
    /// Id of the paragraph that is the reason; `null` for `contradicts`.
    pub label: Option<String>,
}

/// Notes after they were carried. What was left behind stays with the earlier version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CarriedNotesView {
    /// Notes that were copied to the newer version.
    pub carried: u32,
    /// Notes that were there already.
    pub known: u32,
    /// Notes whose passage could be in several places.
    pub ambiguous: Vec<LeftNoteView>,
    /// Notes whose passage is not there any more.
    pub orphaned: Vec<LeftNoteView>,
}

/// A note that could not be carried.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeftNoteView {
    /// Id of the paragraph in the earlier version.
    pub label: String,
    /// The passage.
    pub quote: String,
    /// The note.
    pub body: String,
}
