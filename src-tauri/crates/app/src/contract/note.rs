//! Notes.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A note, and where it is in the document now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoteView {
    /// Identity.
    pub id: String,
    /// Content id of the document.
    pub document: String,
    /// The passage.
    pub quote: String,
    /// Id of the paragraph where the note was made: `12`.
    pub label: String,
    /// Where the passage is; `null` for an orphan.
    pub place: Option<NotePlace>,
    /// Plain text.
    pub body: String,
    /// Tags.
    pub tags: Vec<String>,
    /// `open` or `done`.
    pub state: String,
    /// RFC 3339.
    pub created: String,
    /// RFC 3339.
    pub changed: String,
    /// Who wrote it, where it came with a file; else empty.
    pub author: String,
    /// Id of the note that it answers.
    pub reply_to: Option<String>,
}

/// Where a passage is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NotePlace {
    /// Paragraph index.
    pub paragraph: u32,
    /// UTF-16 code units.
    pub start: u32,
    /// UTF-16 code units; after `start`.
    pub end: u32,
}

/// `notes.list`. Answer: a list of [`NoteView`], in reading order for each document.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NotesRequest {
    /// Content ids.
    pub documents: Vec<String>,
}

/// `notes.add`. Answer: [`NoteView`].
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddNoteRequest {
    /// Content id.
    pub document: String,
    /// Where.
    pub place: NotePlace,
    /// Plain text.
    pub body: String,
    /// Tags.
    pub tags: Vec<String>,
}

/// `notes.edit`. Answer: [`NoteView`].
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EditNoteRequest {
    /// Identity.
    pub id: String,
    /// Plain text.
    pub body: String,
    /// Tags.
    pub tags: Vec<String>,
    /// `open` or `done`.
    pub state: String,
}

/// `notes.delete`. Answer: `null`.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoteRequest {
    /// Identity.
    pub id: String,
}
