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
    /// Who wrote it, where it came with a file; empty for the notes of this library's user.
    #[serde(default)]
    pub author: String,
    /// The note that it answers.
    #[serde(default)]
    pub reply_to: Option<NoteId>,
}

/// Puts tags as a user typed them in order: without white space at the ends, empty ones and
/// duplicates, in the order given.
pub fn tidy_tags(tags: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut tidy: Vec<String> = Vec::new();
    for tag in tags {
        let tag = tag.trim();
        if !tag.is_empty() && !tidy.iter().any(|known| known == tag) {
            tidy.push(tag.to_owned());
        }
    }
    tidy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_trimmed_and_kept_once() {
        let typed = [" trees ", "", "bees", "trees", " "].map(String::from);
        assert_eq!(tidy_tags(typed), ["trees", "bees"]);
    }
}
