//! A note and what it is bound to.

use serde::{Deserialize, Serialize};
use wsis_document::DocumentId;

use crate::Anchor;

/// Identity of a note, given by the host (a UUID).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct NoteId(pub String);

/// Which text of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The older text.
    Left,
    /// The newer text.
    Right,
}

/// How far the matter of a note is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteState {
    /// To be dealt with.
    #[default]
    Open,
    /// Dealt with.
    Done,
}

/// A note on a passage of a document. It belongs to the document, so it is there in every
/// comparison of which the document is a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Identity.
    pub id: NoteId,
    /// The document.
    pub document: DocumentId,
    /// The passage.
    pub anchor: Anchor,
    /// What the user wrote; plain text.
    pub body: String,
    /// Tags without duplicates, in the order given.
    pub tags: Vec<String>,
    /// Open or done.
    pub state: NoteState,
    /// RFC 3339, UTC.
    pub created: String,
    /// RFC 3339, UTC.
    pub changed: String,
}
