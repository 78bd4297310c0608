//! What the user may choose about an export.

use wsis_notes::Note;

use crate::{Chapter, Decision, Locale, Proposal};

/// What an export shows and in which words. The default is the whole comparison in English
/// without notes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExportOptions {
    /// Language of headings, remarks and legends; the texts keep their own.
    pub locale: Locale,
    /// Newer text on the left. `None` takes the habit of the locale: right in English, left in a
    /// Japanese 新旧対照表.
    pub newer_left: Option<bool>,
    /// Only this chapter; `None` for all.
    pub chapter: Option<Chapter>,
    /// Runs of unchanged paragraphs become one line that keeps their numbers. HTML only: the
    /// tables for programs always hold every link.
    pub only_changes: bool,
    /// Notes on either document; those on other documents are passed over. A note whose passage
    /// cannot be found is listed apart, never left out.
    pub notes: Vec<Note>,
    /// What people decided about paragraphs of the two documents, the oldest first.
    pub decisions: Vec<Decision>,
    /// Tracked changes of the files of the two documents: the page names who made the changes of a
    /// row. HTML only.
    pub proposals: Vec<Proposal>,
    /// A short name that people use for the older text: `WSIS+10`.
    pub left_name: Option<String>,
    /// A short name that people use for the newer text.
    pub right_name: Option<String>,
}

impl ExportOptions {
    /// Whether the newer text stands on the left.
    pub(crate) fn newer_is_left(&self) -> bool {
        self.newer_left.unwrap_or(self.locale == Locale::Japanese)
    }
}
