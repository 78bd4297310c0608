//! Comments and tracked changes find the paragraph that they stand in.

use wsis_document::Paragraph;

use crate::{Beside, Comment, TrackedChange};

/// Comments and tracked changes of the text so far.
#[derive(Default)]
pub(super) struct Sidelines {
    comments: Vec<Comment>,
    tracked: Vec<TrackedChange>,
    /// How many of the last comments wait for the next paragraph.
    waiting: usize,
}

impl Sidelines {
    /// What stands beside a paragraph of the text; passages are in bytes of its text.
    pub fn paragraph(&mut self, id: &str, beside: Beside) {
        let from = self.comments.len() - self.waiting;
        self.waiting = 0;
        self.comments.extend(beside.comments);
        for comment in &mut self.comments[from..] {
            comment.paragraph = id.to_owned();
        }
        self.tracked
            .extend(beside.tracked.into_iter().map(|change| TrackedChange {
                paragraph: change.paragraph.map(|_| id.to_owned()),
                ..change
            }));
    }

    /// What stands beside words that are no paragraph of the text: a heading, the masthead.
    pub fn elsewhere(&mut self, beside: Beside) {
        let beside = beside.without_words();
        self.waiting += beside.comments.len();
        self.comments.extend(beside.comments);
        self.tracked.extend(beside.tracked);
    }

    /// All of it, in the order of the text. Comments that no paragraph follows are put at the end
    /// of the last one; answers that the file gives no place stand where the comment stands that
    /// they answer.
    pub fn finish(
        mut self,
        tail: Beside,
        paragraphs: &[Paragraph],
    ) -> (Vec<Comment>, Vec<TrackedChange>) {
        self.elsewhere(tail);
        let from = self.comments.len() - self.waiting;
        for at in from..self.comments.len() {
            let asked = self.comments[at].reply_to.as_deref().and_then(|id| {
                let found = self.comments[..at].iter().find(|other| other.id == id)?;
                Some((found.paragraph.clone(), found.passage.clone()))
            });
            let last = || {
                let paragraph = paragraphs.last()?;
                let end = paragraph.text.len() as u32;
                Some((paragraph.id.clone(), end..end))
            };
            if let Some((paragraph, passage)) = asked.or_else(last) {
                self.comments[at].paragraph = paragraph;
                self.comments[at].passage = passage;
            }
        }
        (self.comments, self.tracked)
    }
}
