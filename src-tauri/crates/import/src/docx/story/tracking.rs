//! Tracked changes: what a mark around words does to the text, and who made it.
//!
//! The rules are Word's (ECMA-376 part 1, 17.13.5): words stand in the reading unless one of the
//! marks around them takes them out of it. Accepting takes out what is deleted or moved away,
//! rejecting what is inserted or moved to.

use super::super::xml::Tag;
use crate::{Revisions, TrackedChange, TrackedKind};

/// What the mark of this element says about the words inside it.
pub(super) fn kind(element: &str) -> Option<TrackedKind> {
    match element {
        "ins" | "cellIns" => Some(TrackedKind::Inserted),
        "del" | "cellDel" => Some(TrackedKind::Deleted),
        "moveFrom" => Some(TrackedKind::MovedFrom),
        "moveTo" => Some(TrackedKind::MovedTo),
        _ => None,
    }
}

/// Whether words with this mark are in the reading.
pub(super) fn keeps(revisions: Revisions, kind: TrackedKind) -> bool {
    let old = matches!(kind, TrackedKind::Deleted | TrackedKind::MovedFrom);
    old == (revisions == Revisions::Rejected)
}

/// One proposed change in a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Change {
    /// [`TrackedChange::paragraph`] is empty where the words belong to the paragraph that keeps
    /// this change, `None` where they belonged to one before it that is not in the reading.
    pub change: TrackedChange,
    /// Where its words end, counted over the words of the paragraph in both readings.
    end: u32,
    /// Changes are numbered in the order of the stream.
    pub(super) order: u32,
}

impl Change {
    /// The same change, of a paragraph that is not in the reading.
    pub fn homeless(mut self) -> Change {
        self.change.paragraph = None;
        self.change.passage = 0..0;
        self
    }
}

/// How many of the last changes of a paragraph may go on; there are more only where that many marks
/// stand inside each other.
const OPEN_RUNS: usize = 8;

struct Mark {
    kind: TrackedKind,
    author: String,
    date: Option<String>,
    /// Word marks the words of an inserted table row as well as the row.
    repeats: bool,
}

impl Mark {
    fn is(&self, kind: TrackedKind, author: &str, date: Option<&str>) -> bool {
        self.kind == kind && self.author == author && self.date.as_deref() == date
    }
}

/// The marks around the words that are being read.
pub(super) struct Tracking {
    revisions: Revisions,
    open: Vec<Mark>,
    /// How many of them take their words out.
    out: usize,
    count: u32,
}

impl Tracking {
    pub fn new(revisions: Revisions) -> Self {
        Tracking {
            revisions,
            open: Vec::new(),
            out: 0,
            count: 0,
        }
    }

    /// A mark begins.
    pub fn enter(&mut self, kind: TrackedKind, tag: &Tag<'_>) {
        self.out += usize::from(!keeps(self.revisions, kind));
        let author = tag.attribute("author").unwrap_or_default().into_owned();
        let repeats = |outer: &Mark| outer.kind == kind && outer.author == author;
        let repeats = self.open.iter().any(repeats);
        self.open.push(Mark {
            kind,
            author,
            date: tag.attribute("date").map(|date| date.into_owned()),
            repeats,
        });
    }

    /// The innermost mark ends.
    pub fn leave(&mut self) {
        if let Some(mark) = self.open.pop() {
            self.out -= usize::from(!keeps(self.revisions, mark.kind));
        }
    }

    /// Whether words at this place are in the reading.
    pub fn kept(&self) -> bool {
        self.out == 0
    }

    /// Whether words at this place are a change.
    pub fn any(&self) -> bool {
        !self.open.is_empty()
    }

    /// Notes words for every mark around them. `flow` counts the bytes of the paragraph in both
    /// readings, to know what is one run; `at` is where the words come in this one.
    pub fn note(&mut self, text: &str, flow: u32, at: u32, changes: &mut Vec<Change>) {
        let end = flow + text.len() as u32;
        let passage = match self.kept() {
            true => at..at + text.len() as u32,
            false => at..at,
        };
        for mark in self.open.iter().filter(|mark| !mark.repeats) {
            let run = changes.iter_mut().rev().take(OPEN_RUNS).find(|run| {
                let change = &run.change;
                run.end == flow && mark.is(change.kind, &change.author, change.date.as_deref())
            });
            match run {
                Some(run) => {
                    run.change.text.push_str(text);
                    run.end = end;
                    if run.change.passage.is_empty() {
                        run.change.passage = passage.clone();
                    } else if !passage.is_empty() {
                        run.change.passage.end = passage.end;
                    }
                }
                None => {
                    self.count += 1;
                    changes.push(Change {
                        order: self.count,
                        change: TrackedChange {
                            kind: mark.kind,
                            author: mark.author.clone(),
                            date: mark.date.clone(),
                            text: text.to_owned(),
                            paragraph: Some(String::new()),
                            passage: passage.clone(),
                        },
                        end,
                    });
                }
            }
        }
    }
}
