//! Bringing a file in: what was read, what a person corrects, and saving it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CarriedLinksView, DocumentView};

/// `library.import`: read a file from disk, without saving it. Answer: [`ImportReport`]. A job.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportRequest {
    /// Absolute path.
    pub path: String,
}

/// `library.importBytes`: read a file that was dropped without a path, without saving it. Answer:
/// [`ImportReport`]. A job.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportBytesRequest {
    /// File name without folders.
    pub name: String,
    /// The bytes, base 64 with padding.
    pub base64: String,
}

/// `library.correct`: read a draft anew as the user says. Answer: [`ImportReport`]. A job.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CorrectRequest {
    /// [`ImportReport::draft`].
    pub draft: String,
    /// Everything that the user said so far, not only what is new.
    pub reading: ReadingView,
}

/// `library.save`: put a draft into the library. Answer: [`SavedView`].
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaveRequest {
    /// [`ImportReport::draft`].
    pub draft: String,
    /// Take out the document that the draft corrects, see [`ImportReport::corrects`].
    pub replace: bool,
}

/// Names one draft: `library.discard`, whose answer is `null`.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DraftRequest {
    /// [`ImportReport::draft`].
    pub draft: String,
}

/// `library.sentences`: where a piece can be split. Answer: a list of [`SentenceView`].
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SentencesRequest {
    /// [`ImportReport::draft`].
    pub draft: String,
    /// [`OutlineView::at`].
    pub at: String,
}

/// A sentence of a piece.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SentenceView {
    /// Where it begins; the first one begins where the piece does.
    pub at: String,
    /// Its words.
    pub text: String,
}

/// How a file is to be read. `null` leaves it to the program.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReadingView {
    /// `ar`, `en`, `es`, `fr`, `ja`, `ru`, `zh`.
    pub language: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// Symbol; empty for none.
    pub symbol: Option<String>,
    /// ISO 8601 date; empty for none.
    pub date: Option<String>,
    /// Tracked changes: `accepted`, `rejected`, or `both` for two documents to be compared.
    pub changes: String,
    /// Corrections of single pieces, in the order they were made.
    pub corrections: Vec<CorrectionView>,
}

/// A correction of one piece.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CorrectionView {
    /// Where: [`OutlineView::at`], [`StrippedPieceView::at`] or [`SentenceView::at`].
    pub at: String,
    /// `heading`, `title`, `paragraph`, `number`, `no_number`, `join`, `split`, `drop`, `restore`.
    pub change: String,
    /// `heading`: from 1.
    pub level: Option<u32>,
    /// `number`: as printed.
    pub label: Option<String>,
    /// `restore`: the piece that it stands before.
    pub before: Option<String>,
    /// How the piece begins; in an answer.
    pub words: String,
}

/// What the import did with a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportReport {
    /// Nothing is saved yet, and this names the draft; `null` for a document of the library.
    pub draft: Option<String>,
    /// The document.
    pub document: DocumentView,
    /// The same text is in the library already.
    pub known: bool,
    /// The document of the library that this is a corrected reading of.
    pub corrects: Option<String>,
    /// How the file was read.
    pub reading: ReadingView,
    /// The language that the text itself speaks for; `null` for a document of the library.
    pub detected: Option<String>,
    /// What was recognised.
    pub recognised: RecognisedView,
    /// What was taken out, by kind, the most frequent first.
    pub stripped: Vec<StrippedView>,
    /// Parts of the file that are not compared.
    pub not_compared: Vec<NotComparedView>,
    /// What to check.
    pub warnings: Vec<WarningView>,
    /// Tracked changes; `null` where the file has none.
    pub tracked: Option<TrackedView>,
    /// Comments of the file, which come in as notes.
    pub comments: u32,
    /// The whole text, piece by piece.
    pub outline: Vec<OutlineView>,
}

/// Counts of what was recognised.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecognisedView {
    /// Headings of the first level.
    pub chapters: u32,
    /// Headings below.
    pub sections: u32,
    /// Opening paragraphs without a number.
    pub opening: u32,
    /// Numbered paragraphs.
    pub numbered: u32,
    /// Items of paragraphs.
    pub items: u32,
    /// Unnumbered paragraphs after the first numbered one.
    pub other: u32,
    /// Footnotes.
    pub footnotes: u32,
    /// Passages in square brackets that are not agreed, counted from outside.
    pub brackets: u32,
    /// Whose brackets they are, where names stand in them; the most frequent first.
    #[serde(default)]
    pub brackets_of: Vec<BracketsOfView>,
}

/// Brackets that bear one name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BracketsOfView {
    /// Delegation or group, as written.
    pub name: String,
    /// How many.
    pub count: u32,
}

/// Pieces of one kind that were taken out of the text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StrippedView {
    /// `masthead`, `running_head`, `page_number`, `job_number`, `closing`, `furniture`, `by_hand`.
    pub kind: String,
    /// How many pieces.
    pub count: u32,
    /// The pieces, at most 200.
    pub samples: Vec<StrippedPieceView>,
}

/// A piece that was taken out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StrippedPieceView {
    /// What it said.
    pub text: String,
    /// The page, where the format has pages.
    pub page: Option<u32>,
    /// Where it stood; `null` for a document of the library.
    pub at: Option<String>,
    /// What brings it back: `restore` for what stood outside the text, else `paragraph`.
    pub back: String,
}

/// A part of the file that is not compared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NotComparedView {
    /// `part-<part>` is the key of its name: `pictures`, `comments`, `hidden_text` …
    pub part: String,
    /// How many, where they were counted.
    pub count: Option<String>,
}

/// A warning of the import.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WarningView {
    /// `warning-<code>` is the key of the sentence: `no_numbers`, `numbering_gap` …
    pub code: String,
    /// Paragraph, page or part.
    pub place: Option<String>,
    /// Number or name that the sentence needs.
    pub detail: Option<String>,
    /// The piece it is about: position in [`ImportReport::outline`].
    pub item: Option<u32>,
}

/// Tracked changes of a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TrackedView {
    /// Passages put in.
    pub inserted: u32,
    /// Passages taken out.
    pub deleted: u32,
    /// Passages moved.
    pub moved: u32,
    /// Who proposed changes, the most active first.
    pub authors: Vec<AuthorView>,
    /// The changes in the order of the text, at most 1,000.
    pub changes: Vec<TrackedChangeView>,
}

/// Somebody who proposed changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AuthorView {
    /// As the file names the person; may be empty.
    pub name: String,
    /// How many changes.
    pub changes: u32,
}

/// One tracked change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TrackedChangeView {
    /// `inserted`, `deleted`, `moved_from`, `moved_to`.
    pub kind: String,
    /// As the file names the person; may be empty.
    pub author: String,
    /// ISO 8601, where known.
    pub date: Option<String>,
    /// The words, cut after 200 characters.
    pub text: String,
    /// Id of its paragraph in the text as it was read.
    pub paragraph: Option<String>,
    /// That paragraph: position in [`ImportReport::outline`].
    pub item: Option<u32>,
}

/// A piece of the text in the outline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OutlineView {
    /// Where it begins; `null` for a document of the library.
    pub at: Option<String>,
    /// `title`, `heading`, `front_matter`, `preambular`, `operative`, `item`, `continuation`, or
    /// what it was set aside as: `masthead`, `closing`, `furniture`.
    pub kind: String,
    /// It is no part of the text.
    pub set_aside: bool,
    /// Of a heading: from 1. Of an item: how deep it stands, from 1. Else 0.
    pub level: u32,
    /// Its number, as printed.
    pub label: Option<String>,
    /// Its first words.
    pub words: String,
    /// Page, where the format has pages.
    pub page: Option<u32>,
    /// A person corrected it.
    pub corrected: bool,
}

/// What saving a draft did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedView {
    /// The document; base and proposal where the tracked changes became two.
    pub documents: Vec<DocumentView>,
    /// Everything was in the library already.
    pub known: bool,
    /// Warnings of the import.
    pub warnings: u32,
    /// Notes that came over from the document that was corrected.
    pub notes_carried: u32,
    /// Notes whose passage is not in the corrected text.
    pub notes_lost: u32,
    /// The document that was taken out.
    pub replaced: Option<String>,
    /// What became of the decisions about it; `null` where nothing was taken out.
    pub links: Option<CarriedLinksView>,
}
