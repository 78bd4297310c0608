//! Footnotes and endnotes by their marks, in the order of the marks.

use rustc_hash::FxHashMap;

use super::numerals;
use super::story::{Change, Mark, Paragraph, Story};

/// A note with what stands beside its text.
#[derive(Default)]
pub(super) struct Note {
    text: String,
    /// Ids of comments on it.
    pub comments: Vec<i64>,
    /// Tracked changes in it.
    pub changes: Vec<Change>,
}

/// The notes whose marks have not been seen, and those that have a mark.
#[derive(Default)]
pub(super) struct Notes {
    waiting: FxHashMap<(bool, i64), Note>,
    /// Mark and text.
    found: Vec<(String, String)>,
    footnotes: u32,
    endnotes: u32,
}

impl Notes {
    /// Takes the notes of one part.
    pub fn add(&mut self, story: Story, endnote: bool) {
        for paragraph in story.paragraphs {
            let Paragraph {
                owner: Some(owner),
                text,
                comments,
                changes,
                ..
            } = paragraph
            else {
                continue;
            };
            let note = self.waiting.entry((endnote, owner)).or_default();
            if !note.text.is_empty() {
                note.text.push('\n');
            }
            note.text.push_str(&text);
            note.comments.extend(comments.into_iter().map(|(id, _)| id));
            note.changes.extend(changes);
        }
    }

    /// The printed mark, and the note that it is the first mark of.
    pub fn print(&mut self, mark: Mark) -> (String, Option<Note>) {
        let (printed, key) = match mark {
            Mark::Repeated(printed) => return (printed, None),
            Mark::Automatic { endnote: false, id } => {
                self.footnotes += 1;
                (self.footnotes.to_string(), (false, id))
            }
            Mark::Automatic { endnote: true, id } => {
                self.endnotes += 1;
                (numerals::roman(self.endnotes), (true, id))
            }
            Mark::Custom { endnote, id, mark } => {
                let printed = mark.trim();
                let printed = if printed.is_empty() { "*" } else { printed };
                (printed.to_owned(), (endnote, id))
            }
        };
        let note = self.waiting.remove(&key);
        if let Some(note) = &note {
            // A typed mark is typed before the note as well.
            let text = note.text.trim_start();
            let text = text.strip_prefix(&printed).unwrap_or(text).trim();
            self.found.push((printed.clone(), text.to_owned()));
        }
        (printed, note)
    }

    /// The notes in the order of their marks, and those whose marks are not in the reading, in the
    /// order of the file.
    pub fn finish(self) -> (Vec<(String, String)>, Vec<Note>) {
        let mut rest: Vec<_> = self.waiting.into_iter().collect();
        rest.sort_unstable_by_key(|(key, _)| *key);
        let rest = rest.into_iter().map(|(_, note)| note);
        (self.found, rest.collect())
    }
}
