//! What a file holds besides its text: comments, and who proposed which change.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use wsis_document::{Document, Language, head};

use crate::correction::{Correction, Place};

/// One reading of one file.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// The text.
    pub document: Document,
    /// Comments of reviewers, in the order of the text.
    pub comments: Vec<Comment>,
    /// Tracked changes of the file, in the order of the text, whichever way they were read.
    pub tracked: Vec<TrackedChange>,
    /// What became of each piece of the file that the rules looked at, in reading order.
    pub outline: Vec<Outlined>,
    /// Where each piece of [`Document::stripped`] stood in the file, one for each.
    pub stripped_places: Vec<Place>,
    /// Corrections that hold, each at the place where it was found.
    pub applied: Vec<Correction>,
    /// The language that the text alone speaks for, whatever file and user say.
    pub detected: Language,
}

/// A piece of the file and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlined {
    /// Where it begins.
    pub place: Place,
    /// Page, from 1, where the format has pages.
    pub page: Option<u32>,
    /// Its text, without a number; cut after [`Outlined::WORDS`] characters.
    pub words: String,
    /// What became of it.
    pub became: Became,
}

impl Outlined {
    /// Longest [`Outlined::words`], in characters.
    pub const WORDS: usize = 160;

    pub(crate) fn of(place: Place, page: Option<u32>, text: &str) -> Self {
        Outlined {
            place,
            page,
            words: head(text, Self::WORDS).to_owned(),
            became: Became::Title,
        }
    }
}

/// What a piece of the file became.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Became {
    /// The title, or a part of it.
    Title,
    /// Position in [`Document::sections`]; an annex's number and its name are two pieces of one.
    Section(u32),
    /// Position in [`Document::paragraphs`].
    Paragraph(u32),
    /// Position in [`Document::stripped`].
    SetAside(u32),
}

/// A reviewer's comment on a passage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comment {
    /// The file's own id of the comment; unique in the file.
    pub id: String,
    /// Id of the comment that this one answers.
    pub reply_to: Option<String>,
    /// Id of the paragraph in [`Imported::document`]. A comment on a heading, or on words that
    /// are not in the text as it was read, is with the next paragraph.
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Revisions {
    /// The text as proposed.
    #[default]
    Accepted,
    /// The text that the proposals were made to.
    Rejected,
}

/// What somebody proposed with a tracked change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Bytes of the paragraph's text that are its words; empty where they are not in the text as it
    /// was read, and for files that were read before places were kept.
    #[serde(default)]
    pub passage: Range<u32>,
}

/// What stands beside the text of one block, before paragraphs have ids. A joined block takes
/// both, see [`Beside::append`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// Comments. Passages are in bytes of the block's text, and [`Comment::paragraph`] is empty.
    pub comments: Vec<Comment>,
    /// Tracked changes. [`TrackedChange::paragraph`] is an empty id for words that belong to this
    /// block, and `None` for those of a paragraph that is not in the text and stood before it.
    pub tracked: Vec<TrackedChange>,
}

impl Beside {
    /// Takes over what stands beside a block whose text is put behind this one's; `shift` is
    /// where it begins in the joined text, in bytes.
    pub fn append(&mut self, mut other: Beside, shift: u32) {
        other.move_by(shift);
        self.comments.append(&mut other.comments);
        self.tracked.append(&mut other.tracked);
    }

    /// Passages of the block's text that something stands beside.
    pub(crate) fn passages(&self) -> impl Iterator<Item = &Range<u32>> {
        let comments = self.comments.iter().map(|comment| &comment.passage);
        comments.chain(self.tracked.iter().map(|change| &change.passage))
    }

    /// The same, to be moved with the text.
    pub(crate) fn passages_mut(&mut self) -> impl Iterator<Item = &mut Range<u32>> {
        let comments = self.comments.iter_mut().map(|comment| &mut comment.passage);
        comments.chain(self.tracked.iter_mut().map(|change| &mut change.passage))
    }

    /// The block's text stands behind `shift` more bytes.
    pub(crate) fn move_by(&mut self, shift: u32) {
        for passage in self.passages_mut() {
            *passage = passage.start + shift..passage.end + shift;
        }
    }

    /// Cuts off what stands beside the words from byte `at` on.
    pub(crate) fn split_off(&mut self, at: u32) -> Beside {
        let own = |passage: &mut Range<u32>| {
            let own = passage.start < at || passage.end <= at;
            *passage = match own {
                true => passage.start..passage.end.min(at),
                false => passage.start - at..passage.end - at,
            };
            own
        };
        let (comments, rest) = std::mem::take(&mut self.comments)
            .into_iter()
            .map(|mut comment| (own(&mut comment.passage), comment))
            .partition::<Vec<_>, _>(|(own, _)| *own);
        let (tracked, changes) = std::mem::take(&mut self.tracked)
            .into_iter()
            .map(|mut change| (own(&mut change.passage), change))
            .partition::<Vec<_>, _>(|(own, _)| *own);
        *self = Beside::of(comments, tracked);
        Beside::of(rest, changes)
    }

    fn of(comments: Vec<(bool, Comment)>, tracked: Vec<(bool, TrackedChange)>) -> Beside {
        Beside {
            comments: comments.into_iter().map(|(_, comment)| comment).collect(),
            tracked: tracked.into_iter().map(|(_, change)| change).collect(),
        }
    }

    /// What is left of it where the words that it stands beside are in no paragraph of the text.
    pub fn without_words(mut self) -> Beside {
        for passage in self.passages_mut() {
            *passage = 0..0;
        }
        for change in &mut self.tracked {
            change.paragraph = None;
        }
        self
    }

    /// Whether nothing stands there.
    pub fn is_empty(&self) -> bool {
        self.comments.is_empty() && self.tracked.is_empty()
    }
}
