//! What people decided about paragraphs, as files tell of it.

use wsis_compare::{Link, ManualAction, ManualLink};
use wsis_document::Document;

use crate::messages::Messages;
use crate::sheet::ids;

/// A person's decision about paragraphs, with who, when and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What was decided.
    pub link: ManualLink,
    /// Name as the person gave it; may be empty.
    pub author: String,
    /// RFC 3339, UTC.
    pub made_at: String,
    /// In the person's words; may be empty.
    pub reason: String,
}

impl Decision {
    /// Whether it names a paragraph of a link.
    pub(crate) fn is_about(&self, link: &Link, left: &Document, right: &Document) -> bool {
        let names = |decided: &[String], here: Vec<&str>| {
            decided.iter().any(|id| here.contains(&id.as_str()))
        };
        names(&self.link.left, ids(left, &link.left))
            || names(&self.link.right, ids(right, &link.right))
    }

    /// The decision in one line: what, who, when and why.
    pub(crate) fn words(&self, messages: &Messages) -> String {
        let key = match self.link.action {
            ManualAction::Unlink => "decision-unlink",
            ManualAction::Link if self.link.left.is_empty() || self.link.right.is_empty() => {
                "decision-none"
            }
            ManualAction::Link => "decision-link",
        };
        let what = messages.with(
            key,
            &[
                ("older", self.link.left.join(", ").into()),
                ("newer", self.link.right.join(", ").into()),
            ],
        );
        // The day tells enough; the time of day is in the data.
        let day = self.made_at.split('T').next().unwrap_or_default();
        let facts = [what.as_str(), &self.author, day];
        let mut line: Vec<String> = facts
            .into_iter()
            .filter(|fact| !fact.is_empty())
            .map(str::to_owned)
            .collect();
        if !self.reason.is_empty() {
            line.push(format!("“{}”", self.reason));
        }
        line.join(" · ")
    }
}
