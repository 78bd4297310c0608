//! A comparison as the window shows it: an index of rows, and rows by page.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DecisionView, DocumentView, MarkView, ProposalView};

/// `comparison.open`. Answer: [`ComparisonView`]. A job.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CompareRequest {
    /// Content id of the older text.
    pub left: String,
    /// Content id of the newer text.
    pub right: String,
    /// `auto`, `revision`, `related`; `null` for what was chosen for this pair last, else `auto`.
    pub regime: Option<String>,
    /// `word`, `character`, `sentence`; `null` for what was chosen for this pair last, else
    /// `word`.
    pub granularity: Option<String>,
}

/// A comparison without its rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ComparisonView {
    /// Key for `comparison.rows`.
    pub id: String,
    /// Older text.
    pub left: DocumentView,
    /// Newer text.
    pub right: DocumentView,
    /// `revision` or `related`.
    pub regime: String,
    /// Share of the paragraphs of both texts kept nearly unchanged, 0 to 1.
    pub kept: f32,
    /// What was asked for: `auto`, `revision`, `related`.
    pub regime_choice: String,
    /// `word`, `character`, `sentence`.
    pub granularity: String,
    /// Every class of change in the order in which a filter lists them, with how many changes are
    /// of it; `label` counts rows.
    pub classes: Vec<ClassCount>,
    /// In the order of the rows.
    pub chapters: Vec<ChapterView>,
    /// One for each row, in order.
    pub rows: Vec<RowHead>,
    /// Counts.
    pub summary: SummaryView,
    /// The changes of most substance, at most five, best first.
    pub highlights: Vec<HighlightView>,
    /// Where work was cut short; empty when it was not.
    pub cuts: Vec<CutView>,
    /// What the comparison could not use; `notice-<code>` is the key of its sentence: `left_empty`,
    /// `right_empty`, `other_language`, `nothing_shared`, `no_numbers`, `no_headings`; or
    /// `same_text` where there is nothing to compare, headings and footnote marks included.
    pub notices: Vec<String>,
    /// What people decided about paragraphs of the two, the oldest first.
    pub decisions: Vec<DecisionView>,
    /// Whether there is a decision to undo.
    pub undo: bool,
    /// Whether there is a decision to redo.
    pub redo: bool,
}

/// One place where work was cut short.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CutView {
    /// `align`, `differences`.
    pub stage: String,
    /// Paragraphs or links looked at less closely.
    pub skipped: u32,
}

/// A chapter of the navigator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChapterView {
    /// Row of its heading.
    pub row: u32,
    /// Rows up to the next heading: `row ..= last`.
    pub last: u32,
    /// 1 for a chapter.
    pub level: u32,
    /// Older headings with their labels; empty when the chapter is new.
    pub left: Vec<String>,
    /// Newer headings with their labels; empty when the chapter was dropped.
    pub right: Vec<String>,
    /// `carried`, `split`, `merged`, `new`, `dropped`, or `opening` for what precedes the first
    /// heading.
    pub kind: String,
    /// Rows by what became of them.
    pub unchanged: u32,
    /// Revised, moved, split, merged, related.
    pub changed: u32,
    /// Only in the newer text.
    pub added: u32,
    /// Only in the older text.
    pub removed: u32,
}

/// What the window needs of every row before it is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RowHead {
    /// `heading`, or the kind of the link: `same`, `revised`, `moved`, `moved_revised`, `split`,
    /// `merged`, `related`, `removed`, `added`.
    pub kind: String,
    /// Position in [`ComparisonView::chapters`].
    pub chapter: u32,
    /// Characters of the longer side, to estimate its height.
    pub length: u32,
    /// Places to stop at with "next change": groups of changed words; 1 for added, removed,
    /// moved and related rows; 0 for unchanged ones; for a heading 1 where footnote marks in it
    /// came or went.
    pub changes: u32,
    /// For each change the classes of its pieces, as bits: bit `k` stands for
    /// [`ComparisonView::classes`]`[k]`. A change without bits is a whole paragraph.
    pub change_classes: Vec<u32>,
    /// The paragraph has another number now.
    pub renumbered: bool,
    /// A person made or confirmed the link.
    pub locked: bool,
    /// Numbers of the older paragraphs: `12`, `P3`.
    pub left_labels: Vec<String>,
    /// Numbers of the newer paragraphs.
    pub right_labels: Vec<String>,
    /// Indices of the older paragraphs.
    pub left: Vec<u32>,
    /// Indices of the newer paragraphs.
    pub right: Vec<u32>,
}

/// Counts for the start page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SummaryView {
    /// Headings of the newer text.
    pub chapters: u32,
    /// Of these, new.
    pub chapters_new: u32,
    /// Older chapters that were dropped.
    pub chapters_dropped: u32,
    /// Numbered and opening paragraphs of the newer text.
    pub right_paragraphs: u32,
    /// Paragraphs of the older text.
    pub left_paragraphs: u32,
    /// Links by kind.
    pub same: u32,
    /// Revised in place.
    pub revised: u32,
    /// Moved, changed or not.
    pub moved: u32,
    /// Split.
    pub split: u32,
    /// Merged.
    pub merged: u32,
    /// Related.
    pub related: u32,
    /// New.
    pub added: u32,
    /// Dropped.
    pub removed: u32,
    /// Places to stop at.
    pub changes: u32,
    /// Words removed inside linked paragraphs.
    pub words_removed: u32,
    /// Words added inside linked paragraphs.
    pub words_added: u32,
}

/// A change worth reading first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HighlightView {
    /// Row.
    pub row: u32,
    /// Kind of the row.
    pub kind: String,
    /// Number of the paragraph, newer side where there is one.
    pub label: String,
    /// The changed words with a little around them.
    pub excerpt: String,
}

/// `comparison.rows`. Answer: a list of [`RowView`].
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RowsRequest {
    /// [`ComparisonView::id`].
    pub comparison: String,
    /// First row.
    pub from: u32,
    /// Row after the last; at most 200 more than `from`.
    pub to: u32,
}

/// One row, whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RowView {
    /// Position in [`ComparisonView::rows`].
    pub index: u32,
    /// As in [`RowHead::kind`].
    pub kind: String,
    /// For a heading: its level; else 0.
    pub level: u32,
    /// `identical`, `revised`, `probable`, `unlinked`; `null` for a heading.
    pub tier: Option<String>,
    /// Likeness in percent; `null` for a heading and where there is no counterpart.
    pub likeness: Option<u32>,
    /// A person made or confirmed the link.
    pub locked: bool,
    /// What people decided about its paragraphs, the oldest first.
    pub decisions: Vec<DecisionView>,
    /// How much the chapters of the two sides belong together, in percent; `null` for a heading,
    /// where there is no counterpart, and where a text has no chapters.
    pub chapters_alike: Option<u32>,
    /// Older side.
    pub left: Vec<CellView>,
    /// Newer side.
    pub right: Vec<CellView>,
    /// Where the paragraphs went, if anywhere: `place`, `chapter`, `preambular_to_operative`,
    /// `operative_to_preambular`.
    pub movement: Option<String>,
    /// Shared phrases that tie the two sides, the most telling first, at most three.
    pub evidence: Vec<String>,
    /// The next best older paragraph that was not taken.
    pub runner_up: Option<RunnerUpView>,
    /// Older paragraphs that share phrases with this row but are shown elsewhere.
    pub suggestions: Vec<SuggestionView>,
    /// Words of the text by class of change: class and number of changes, most frequent first.
    pub classes: Vec<ClassCount>,
}

/// How many changes are of a class.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClassCount {
    /// `substance`, `commitment_verb`, `number`, `actor`, `citation`, `punctuation`, `case`,
    /// `spelling`, `space`, or `label`: the paragraph's number.
    pub class: String,
    /// How many.
    pub count: u32,
}

/// The next best counterpart, which was not taken.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RunnerUpView {
    /// Number of the older paragraph.
    pub label: String,
    /// Its index.
    pub paragraph: u32,
    /// Row where it is shown.
    pub row: u32,
    /// Likeness in percent.
    pub likeness: u32,
}

/// An older paragraph that shares phrases with a newer one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SuggestionView {
    /// Number of the older paragraph.
    pub label: String,
    /// Its index.
    pub paragraph: u32,
    /// Row where it is shown.
    pub row: u32,
    /// Likeness in percent.
    pub likeness: u32,
    /// The phrase.
    pub phrase: String,
}

/// One paragraph, or one heading, on one side of a row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CellView {
    /// Index in its document; section index for a heading.
    pub paragraph: u32,
    /// `12(a)`; empty for a heading.
    pub id: String,
    /// Number as shown; `null` where none is printed.
    pub label: Option<String>,
    /// `front_matter`, `preambular`, `operative`, `item`, `continuation`, `heading`.
    pub kind: String,
    /// Page, where known.
    pub page: Option<u32>,
    /// In order; together the text.
    pub pieces: Vec<PieceView>,
    /// Negotiation marks in the text, an outer one before those inside it.
    pub marks: Vec<MarkView>,
    /// Tracked changes of the file whose words are in the text, in its order.
    pub proposals: Vec<ProposalView>,
}

/// A piece of a paragraph's text, shown in one way. Shown as text, never as markup.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PieceView {
    /// `equal`, `removed`, `added`, `shared` (a phrase shared by related paragraphs), or a footnote
    /// mark, which is not part of the text: `note_mark`, `note_removed`, `note_added`.
    pub op: String,
    /// The characters.
    pub text: String,
    /// Where it begins in the paragraph's text, in UTF-16 code units.
    pub start: u32,
    /// Class of the change; `null` where nothing changed. `label`: a footnote mark that has another
    /// number, which is no change.
    pub class: Option<String>,
    /// Which of the row's changes it belongs to, from 0; `null` where nothing changed.
    pub change: Option<u32>,
    /// Set in italics.
    pub italic: bool,
}

/// `comparison.export`. Answer: the path written. A job.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportRequest {
    /// [`ComparisonView::id`].
    pub comparison: String,
    /// `html`, `csv`, `json`.
    pub format: String,
    /// Absolute path of the file to write.
    pub path: String,
    /// Only this chapter: position in [`ComparisonView::chapters`].
    pub chapter: Option<u32>,
}
