//! What a file holds besides its text: comments, and who proposed which change.

use std::ops::Range;

use wsis_document::Document;

/// One reading of one file.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// The text.
    pub document: Document,
    /// Comments of reviewers, in the order of the text.
    pub comments: Vec<Comment>,
    /// Tracked changes of the file, in the order of the text, whichever way they were read.
    pub tracked: Vec<TrackedChange>,
}

/// A reviewer's comment on a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Id of the paragraph in [`Imported::document`].
    pub paragraph: String,
    /// Bytes of the paragraph's text that it stands on; empty where the file names no passage.
    pub passage: Range<u32>,
    /// As the file names the person; may be empty.
    pub author: String,
    /// As the file says, ISO 8601; `None` where it does not.
    pub date: Option<String>,
    /// What was written, paragraphs on lines.
    pub text: String,
    /// The comment is marked as dealt with.
    pub resolved: bool,
}

/// How the tracked changes of a file are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Revisions {
    /// The text as proposed.
    #[default]
    Accepted,
    /// The text that the proposals were made to.
    Rejected,
}

/// What somebody proposed with a tracked change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TrackedKind {
    /// New words.
    Inserted,
    /// Words to be taken out.
    Deleted,
    /// Words that stand at another place now; once for each of the two places.
    MovedFrom,
    /// See [`TrackedKind::MovedFrom`].
    MovedTo,
}

/// One run of tracked words by one author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackedChange {
    /// What was proposed.
    pub kind: TrackedKind,
    /// As the file names the person; may be empty.
    pub author: String,
    /// As the file says, ISO 8601; `None` where it does not.
    pub date: Option<String>,
    /// The words, whether or not they are in the text as it was read.
    pub text: String,
    /// Id of the paragraph in [`Imported::document`] that it stands in; `None` where that
    /// paragraph is not in the text as it was read.
    pub paragraph: Option<String>,
}
