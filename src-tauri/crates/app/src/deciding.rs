//! What people decide about paragraphs: linking, parting, confirming, and taking that back.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use wsis_compare::{Link, ManualAction, ManualLink, Row};
use wsis_document::{Document, DocumentId, ParagraphIndex};
use wsis_store::{Authorship, ManualLinkId, ManualLinkRow, NewManualLink};

use crate::contract::{
    AddLinkRequest, ComparisonView, DecisionView, LinkChangeView, LinksRequest, LockRequest,
    ReasonRequest, RemoveLinkRequest,
};
use crate::view::{Opened, decision_view};
use crate::{App, AppError, lock, now};

/// Longest name and longest reason, in characters.
const MAX_WORDS: usize = 2000;

/// What was done to the decisions about a pair of texts since the program started, so that it can
/// be undone.
#[derive(Debug, Default)]
pub(crate) struct Journal {
    done: Vec<Step>,
    undone: Vec<Step>,
}

/// The journals by their pairs, in either order of the two.
pub(crate) type Journals = HashMap<(DocumentId, DocumentId), Journal>;

/// One thing that somebody did.
#[derive(Clone, Debug, Default)]
struct Step {
    removed: Vec<ManualLinkRow>,
    added: Vec<ManualLinkRow>,
}

impl Step {
    fn backwards(self) -> Self {
        Step {
            removed: self.added,
            added: self.removed,
        }
    }
}

impl App {
    /// The decisions about a comparison.
    pub(crate) fn links(&self, request: &LinksRequest) -> Result<Vec<DecisionView>, AppError> {
        Ok(self.reopened(&request.comparison)?.decisions.clone())
    }

    /// Decides that paragraphs belong together or do not. Where that contradicts an earlier
    /// decision nothing is done, unless the request says that the newer one holds.
    pub(crate) fn add_link(&self, request: AddLinkRequest) -> Result<LinkChangeView, AppError> {
        let opened = self.reopened(&request.comparison)?;
        let link = ManualLink {
            left: ids(&opened.left, &request.left)?,
            right: ids(&opened.right, &request.right)?,
            action: match request.action.as_str() {
                "link" => ManualAction::Link,
                "unlink" => ManualAction::Unlink,
                other => return Err(AppError::invalid(format!("no decision {other}"))),
            },
        };
        let whole = !link.left.is_empty() && !link.right.is_empty();
        let something = !link.left.is_empty() || !link.right.is_empty();
        if !(whole || (something && link.action == ManualAction::Link)) {
            return Err(AppError::invalid("a decision names paragraphs"));
        }
        self.decide(
            &opened,
            link,
            request.author,
            request.reason,
            request.replace,
        )
    }

    /// Confirms a row as it is, or takes the decisions that made it so back.
    pub(crate) fn lock_link(&self, request: LockRequest) -> Result<LinkChangeView, AppError> {
        let opened = self.reopened(&request.comparison)?;
        let row = opened.rows.get(request.row as usize);
        let Some(Row::Paragraphs { link, .. }) = row else {
            return Err(AppError::not_found("the row"));
        };
        let link = opened
            .comparison
            .links
            .get(link.0 as usize)
            .ok_or_else(|| AppError::not_found("the row"))?;
        let as_is = named(link, &opened.left, &opened.right);
        if request.locked {
            return self.decide(&opened, as_is, request.author, request.reason, false);
        }
        let removed = self
            .decisions(&opened.left.id, &opened.right.id)?
            .into_iter()
            .filter(|row| row.link.action == ManualAction::Link && share(&row.link, &as_is))
            .collect();
        self.take_step(&opened, removed, Vec::new())
    }

    /// Takes a decision back.
    pub(crate) fn remove_link(
        &self,
        request: &RemoveLinkRequest,
    ) -> Result<LinkChangeView, AppError> {
        let opened = self.reopened(&request.comparison)?;
        let removed = self.decision(&opened, &request.id)?;
        self.take_step(&opened, vec![removed], Vec::new())
    }

    /// Says why something was decided, afterwards.
    pub(crate) fn reason_link(&self, request: ReasonRequest) -> Result<LinkChangeView, AppError> {
        let opened = self.reopened(&request.comparison)?;
        let before = self.decision(&opened, &request.id)?;
        let after = NewManualLink {
            id: Some(before.id),
            link: before.link.clone(),
            by: Authorship {
                reason: words(request.reason)?,
                ..before.by.clone()
            },
        };
        self.take_step(&opened, vec![before], vec![after])
    }

    /// Undoes the last step, or does it again.
    pub(crate) fn step_back(
        &self,
        request: &LinksRequest,
        redo: bool,
    ) -> Result<LinkChangeView, AppError> {
        let opened = self.reopened(&request.comparison)?;
        let key = pair(&opened.left.id, &opened.right.id);
        let step = {
            let mut journals = lock(&self.journals);
            let journal = journals.entry(key.clone()).or_default();
            let from = if redo {
                &mut journal.undone
            } else {
                &mut journal.done
            };
            from.pop().ok_or_else(|| AppError::not_found("a step"))?
        };
        let change = if redo {
            step.clone()
        } else {
            step.clone().backwards()
        };
        let remove: Vec<ManualLinkId> = change.removed.iter().map(|row| row.id).collect();
        let add: Vec<NewManualLink> = change.added.iter().map(again).collect();
        let stored = self.with_store(|store| {
            Ok(store.exchange_manual_links(&opened.left.id, &opened.right.id, &remove, &add)?)
        });
        let mut journals = lock(&self.journals);
        let journal = journals.entry(key).or_default();
        let (taken, given) = if redo {
            (&mut journal.undone, &mut journal.done)
        } else {
            (&mut journal.done, &mut journal.undone)
        };
        if let Err(error) = stored {
            taken.push(step);
            return Err(error);
        }
        given.push(step);
        drop(journals);
        self.recomputed(&opened, &change)
    }

    /// The decisions about two texts, as seen with `left` on the left, the oldest first.
    pub(crate) fn decisions(
        &self,
        left: &DocumentId,
        right: &DocumentId,
    ) -> Result<Vec<ManualLinkRow>, AppError> {
        self.with_store(|store| Ok(store.manual_links(left, right)?))
    }

    /// Says in a view whether there is something to undo.
    pub(crate) fn with_journal(&self, mut view: ComparisonView) -> ComparisonView {
        let key = pair(
            &DocumentId(view.left.id.clone()),
            &DocumentId(view.right.id.clone()),
        );
        if let Some(journal) = lock(&self.journals).get(&key) {
            view.undo = !journal.done.is_empty();
            view.redo = !journal.undone.is_empty();
        }
        view
    }

    fn decision(&self, opened: &Opened, id: &str) -> Result<ManualLinkRow, AppError> {
        self.decisions(&opened.left.id, &opened.right.id)?
            .into_iter()
            .find(|row| row.id.0.to_string() == id)
            .ok_or_else(|| AppError::not_found("the decision"))
    }

    fn decide(
        &self,
        opened: &Arc<Opened>,
        link: ManualLink,
        author: String,
        reason: String,
        replace: bool,
    ) -> Result<LinkChangeView, AppError> {
        let known = self.decisions(&opened.left.id, &opened.right.id)?;
        let (extended, known): (Vec<_>, Vec<_>) =
            known.into_iter().partition(|old| extends(&link, &old.link));
        let conflicts: Vec<ManualLinkRow> = known
            .into_iter()
            .filter(|old| contradicts(&link, &old.link))
            .collect();
        if !conflicts.is_empty() && !replace {
            return Ok(LinkChangeView {
                conflicts: conflicts
                    .iter()
                    .map(|row| {
                        decision_view(row, Some(&opened.left), Some(&opened.right), &opened.heads)
                    })
                    .collect(),
                comparison: None,
                decision: None,
                row: None,
                changed: 0,
            });
        }
        let new = NewManualLink {
            id: None,
            link,
            by: Authorship {
                author: words(author)?,
                made_at: now(),
                reason: words(reason)?,
            },
        };
        let removed = extended.into_iter().chain(conflicts).collect();
        self.take_step(opened, removed, vec![new])
    }

    /// Changes the decisions, keeps how to undo that, and lays the comparison out anew.
    fn take_step(
        &self,
        opened: &Arc<Opened>,
        removed: Vec<ManualLinkRow>,
        add: Vec<NewManualLink>,
    ) -> Result<LinkChangeView, AppError> {
        let remove: Vec<ManualLinkId> = removed.iter().map(|row| row.id).collect();
        let given = self.with_store(|store| {
            Ok(store.exchange_manual_links(&opened.left.id, &opened.right.id, &remove, &add)?)
        })?;
        let added = given.into_iter().zip(add).map(|(id, new)| ManualLinkRow {
            id,
            link: new.link,
            by: new.by,
        });
        let step = Step {
            removed,
            added: added.collect(),
        };
        {
            let mut journals = lock(&self.journals);
            let key = pair(&opened.left.id, &opened.right.id);
            let journal = journals.entry(key).or_default();
            journal.done.push(step.clone());
            journal.undone.clear();
        }
        self.recomputed(opened, &step)
    }

    /// Makes the comparison anew after a step and tells what became different.
    fn recomputed(&self, before: &Arc<Opened>, step: &Step) -> Result<LinkChangeView, AppError> {
        let after = self.refresh(before)?;
        let decided = step.added.first().or(step.removed.first());
        let at = decided
            .map(|row| decision_view(row, Some(&after.left), Some(&after.right), &after.heads));
        Ok(LinkChangeView {
            conflicts: Vec::new(),
            changed: changed_around(before, &after, step),
            row: at.as_ref().and_then(|view| view.row),
            decision: at.filter(|_| !step.added.is_empty()),
            comparison: Some(self.with_journal(after.view())),
        })
    }
}

/// Rows of the new layout that are not in the old one and hold no paragraph that was decided about.
fn changed_around(before: &Opened, after: &Opened, step: &Step) -> u32 {
    let known: HashSet<_> = before
        .comparison
        .links
        .iter()
        .map(|link| (&link.left, &link.right, link.kind))
        .collect();
    let decided = |link: &Link| {
        let here = named(link, &after.left, &after.right);
        let mut rows = step.added.iter().chain(&step.removed);
        rows.any(|row| share(&row.link, &here))
    };
    after
        .comparison
        .links
        .iter()
        .filter(|link| !known.contains(&(&link.left, &link.right, link.kind)))
        .filter(|link| !decided(link))
        .count() as u32
}

/// Whether two decisions cannot both hold.
pub(crate) fn contradicts(new: &ManualLink, old: &ManualLink) -> bool {
    match (new.action, old.action) {
        (ManualAction::Link, ManualAction::Link) => share(new, old) && !extends(new, old),
        (ManualAction::Unlink, ManualAction::Unlink) => false,
        _ => {
            new.left.iter().any(|id| old.left.contains(id))
                && new.right.iter().any(|id| old.right.contains(id))
        }
    }
}

/// Whether an older decision is part of a newer one, so that the newer one can stand for it.
pub(crate) fn extends(new: &ManualLink, old: &ManualLink) -> bool {
    let within = |old: &[String], new: &[String]| old.iter().all(|id| new.contains(id));
    // "No counterpart" is part of nothing but itself.
    let one_sided = old.left.is_empty() || old.right.is_empty();
    let both = within(&old.left, &new.left) && within(&old.right, &new.right);
    new.action == old.action
        && both
        && (!one_sided || (new.left.len() == old.left.len() && new.right.len() == old.right.len()))
}

/// Whether two decisions name a common paragraph.
fn share(one: &ManualLink, other: &ManualLink) -> bool {
    one.left.iter().any(|id| other.left.contains(id))
        || one.right.iter().any(|id| other.right.contains(id))
}

/// A link as a decision that it is so.
fn named(link: &Link, left: &Document, right: &Document) -> ManualLink {
    let ids = |document: &Document, side: &[ParagraphIndex]| {
        side.iter()
            .filter_map(|index| document.paragraph(*index))
            .map(|paragraph| paragraph.id.clone())
            .collect()
    };
    ManualLink {
        left: ids(left, &link.left),
        right: ids(right, &link.right),
        action: ManualAction::Link,
    }
}

/// A decision on its way back, as the one it was.
fn again(row: &ManualLinkRow) -> NewManualLink {
    NewManualLink {
        id: Some(row.id),
        link: row.link.clone(),
        by: row.by.clone(),
    }
}

fn ids(document: &Document, indices: &[u32]) -> Result<Vec<String>, AppError> {
    indices
        .iter()
        .map(|index| {
            document
                .paragraph(ParagraphIndex(*index))
                .map(|paragraph| paragraph.id.clone())
                .ok_or_else(|| AppError::not_found("the paragraph"))
        })
        .collect()
}

fn words(text: String) -> Result<String, AppError> {
    if text.chars().count() > MAX_WORDS {
        return Err(AppError::invalid(format!(
            "a name or a reason has at most {MAX_WORDS} characters"
        )));
    }
    Ok(text.trim().to_owned())
}

/// The key of a pair, whichever of the two is on the left.
fn pair(left: &DocumentId, right: &DocumentId) -> (DocumentId, DocumentId) {
    let (left, right) = (left.clone(), right.clone());
    if left <= right {
        (left, right)
    } else {
        (right, left)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decision(action: ManualAction, left: &[&str], right: &[&str]) -> ManualLink {
        let ids = |side: &[&str]| side.iter().map(|id| (*id).to_owned()).collect();
        ManualLink {
            left: ids(left),
            right: ids(right),
            action,
        }
    }

    fn link(left: &[&str], right: &[&str]) -> ManualLink {
        decision(ManualAction::Link, left, right)
    }

    fn unlink(left: &[&str], right: &[&str]) -> ManualLink {
        decision(ManualAction::Unlink, left, right)
    }

    #[test]
    fn a_paragraph_in_two_links_is_a_contradiction_unless_one_extends_the_other() {
        let old = link(&["1"], &["1"]);
        assert!(contradicts(&link(&["1"], &["2"]), &old));
        assert!(contradicts(&link(&["2"], &["1"]), &old));
        assert!(!contradicts(&link(&["2"], &["2"]), &old));
        let split = link(&["1"], &["1", "2"]);
        assert!(!contradicts(&split, &old) && extends(&split, &old));
        assert!(
            contradicts(&old, &split),
            "a part is taken out of the split"
        );
    }

    #[test]
    fn having_no_counterpart_contradicts_having_one() {
        let none = link(&[], &["1"]);
        assert!(contradicts(&link(&["1"], &["1"]), &none));
        assert!(contradicts(&none, &link(&["1"], &["1"])));
        assert!(extends(&none, &none.clone()));
        assert!(!extends(&link(&[], &["1", "2"]), &none));
    }

    #[test]
    fn parting_contradicts_only_a_link_of_the_same_two() {
        let old = link(&["1"], &["1", "2"]);
        assert!(contradicts(&unlink(&["1"], &["2"]), &old));
        assert!(!contradicts(&unlink(&["1"], &["3"]), &old));
        assert!(!contradicts(
            &unlink(&["1"], &["3"]),
            &unlink(&["1"], &["2"])
        ));
        assert!(contradicts(&old, &unlink(&["1"], &["2"])));
    }

    #[test]
    fn the_order_of_the_sides_does_not_make_another_pair() {
        let [a, b] = ["a", "b"].map(|id| DocumentId(id.into()));
        assert_eq!(pair(&a, &b), pair(&b, &a));
    }
}
