//! What people decided, as the window shows it.

use wsis_compare::ManualAction;
use wsis_document::Document;
use wsis_store::ManualLinkRow;

use super::excerpt::head;
use crate::contract::{DecidedParagraph, DecisionView, RowHead};

/// How many characters of a paragraph tell which one it is.
const BEGINNING: usize = 70;

/// A decision about two documents, as far as they are in the library; `heads` are the rows in
/// which they are laid out.
pub(crate) fn decision_view(
    row: &ManualLinkRow,
    left: Option<&Document>,
    right: Option<&Document>,
    heads: &[RowHead],
) -> DecisionView {
    let shown = |id: &str, document: Option<&Document>, side: fn(&RowHead) -> &[u32]| {
        let paragraph = document?.find(id)?.0;
        let at = heads.iter().position(|h| side(h).contains(&paragraph))?;
        Some(at as u32)
    };
    DecisionView {
        id: row.id.0.to_string(),
        action: action_name(row.link.action).to_owned(),
        left: decided(&row.link.left, left),
        right: decided(&row.link.right, right),
        author: row.by.author.clone(),
        made_at: row.by.made_at.clone(),
        reason: row.by.reason.clone(),
        row: row
            .link
            .right
            .iter()
            .find_map(|id| shown(id, right, |head| &head.right))
            .or_else(|| {
                row.link
                    .left
                    .iter()
                    .find_map(|id| shown(id, left, |head| &head.left))
            }),
    }
}

fn decided(ids: &[String], document: Option<&Document>) -> Vec<DecidedParagraph> {
    ids.iter()
        .map(|id| DecidedParagraph {
            label: id.clone(),
            beginning: document
                .and_then(|document| document.paragraph(document.find(id)?))
                .map(|paragraph| head(&paragraph.text, BEGINNING)),
        })
        .collect()
}

/// The name of what was decided.
pub(crate) fn action_name(action: ManualAction) -> &'static str {
    match action {
        ManualAction::Link => "link",
        ManualAction::Unlink => "unlink",
    }
}
