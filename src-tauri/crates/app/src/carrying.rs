//! Carrying what people did over to a newer version of a text: decisions and notes. What cannot
//! be carried stays with the earlier version and is told of with the reason.

use std::collections::HashMap;
use std::time::Duration;

use uuid::Uuid;
use wsis_compare::{Comparison, Link, LinkKind, ManualLink, Settings, Tier, compare};
use wsis_document::{Document, DocumentId, ParagraphIndex};
use wsis_notes::{Note, NoteId, Resolution, describe};
use wsis_store::{ManualLinkRow, NewManualLink};

use crate::contract::{
    CarriedLinksView, CarriedNotesView, CarryRequest, LeftBehindView, LeftNoteView,
};
use crate::deciding::{contradicts, extends};
use crate::view::decision_view;
use crate::{App, AppError, Listener};

/// After this long the two versions are compared less closely.
const COMPARING_TIME: Duration = Duration::from_secs(30);

impl App {
    /// Takes over decisions about an earlier version of a text. Paragraphs are followed through a
    /// comparison of the two versions, so a new number does not lose them. Doing it twice changes
    /// nothing more.
    pub(crate) fn carry_links(
        &self,
        request: &CarryRequest,
        job: Option<&str>,
        progress: Listener<'_>,
    ) -> Result<CarriedLinksView, AppError> {
        let (from, to, versions) = self.versions(request, job, progress)?;
        let mut view = CarriedLinksView {
            carried: 0,
            known: 0,
            left_behind: Vec::new(),
        };
        let partners = match &request.other {
            Some(other) => vec![DocumentId(other.clone())],
            None => self.with_store(|store| Ok(store.manual_link_partners(&from.id)?))?,
        };
        for other in partners.into_iter().filter(|other| *other != to.id) {
            // Seen with the text's own version on the left.
            let decisions = self.decisions(&from.id, &other)?;
            let known = self.decisions(&to.id, &other)?;
            let partner = self.with_store(|store| Ok(store.document(&other)?))?;
            let mut carried: Vec<NewManualLink> = Vec::new();
            for decision in decisions {
                let fate = follow(&decision.link, &from, &to, &versions).and_then(|link| {
                    let mut held = known.iter().map(|row| &row.link);
                    if held.clone().any(|old| *old == link || extends(old, &link)) {
                        Ok(None)
                    } else if held.any(|old| contradicts(&link, old)) {
                        Err(Lost::new("contradicts", None))
                    } else {
                        Ok(Some(link))
                    }
                });
                match fate {
                    Ok(None) => view.known += 1,
                    Ok(Some(link)) => carried.push(NewManualLink {
                        id: None,
                        link,
                        by: decision.by,
                    }),
                    Err(lost) => {
                        view.left_behind
                            .push(left_behind(&decision, lost, &from, partner.as_ref()))
                    }
                }
            }
            view.carried += carried.len() as u32;
            self.with_store(|store| {
                Ok(store.exchange_manual_links(&to.id, &other, &[], &carried)?)
            })?;
        }
        // What is laid out in memory knows nothing of them yet.
        self.forget_opened(&to.id);
        Ok(view)
    }

    /// Copies the notes on an earlier version of a text to the newer one. Doing it twice changes
    /// nothing more.
    pub(crate) fn carry_notes(
        &self,
        request: &CarryRequest,
        job: Option<&str>,
        progress: Listener<'_>,
    ) -> Result<CarriedNotesView, AppError> {
        let (from, to, versions) = self.versions(request, job, progress)?;
        let mut view = CarriedNotesView {
            carried: 0,
            known: 0,
            ambiguous: Vec::new(),
            orphaned: Vec::new(),
        };
        let (notes, there) =
            self.with_store(|store| Ok((store.notes_of(&from.id)?, store.notes_of(&to.id)?)))?;
        // An answer is carried as an answer to the copy.
        let mut copies: HashMap<NoteId, NoteId> = HashMap::new();
        for note in notes {
            if let Some(other) = there.iter().find(|other| same_note(&note, other)) {
                copies.insert(note.id, other.id.clone());
                view.known += 1;
                continue;
            }
            let left = |note: &Note| LeftNoteView {
                label: note.anchor.paragraph.clone(),
                quote: note.anchor.exact.clone(),
                body: note.body.clone(),
            };
            match wsis_notes::carry(&note.anchor, &from, &to, &versions) {
                Resolution::Found { paragraph, range } => {
                    let Some(anchor) = describe(&to, paragraph, range) else {
                        view.orphaned.push(left(&note));
                        continue;
                    };
                    let copy = Note {
                        id: NoteId(Uuid::new_v4().to_string()),
                        document: to.id.clone(),
                        anchor,
                        reply_to: note.reply_to.and_then(|id| copies.get(&id).cloned()),
                        ..note
                    };
                    copies.insert(note.id, copy.id.clone());
                    self.with_store(|store| Ok(store.add_note(&copy)?))?;
                    view.carried += 1;
                }
                Resolution::Ambiguous { .. } => view.ambiguous.push(left(&note)),
                Resolution::Orphaned => view.orphaned.push(left(&note)),
            }
        }
        Ok(view)
    }

    /// Both versions, and what became of the one in the other.
    fn versions(
        &self,
        request: &CarryRequest,
        job: Option<&str>,
        progress: Listener<'_>,
    ) -> Result<(Document, Document, Comparison), AppError> {
        if request.from == request.to {
            return Err(AppError::invalid("a text is no newer version of itself"));
        }
        let job = self.jobs.start(job, Some(COMPARING_TIME), progress);
        let from = self.document(&DocumentId(request.from.clone()))?;
        let to = self.document(&DocumentId(request.to.clone()))?;
        let versions = compare(&from, &to, &Settings::default(), &[], &job);
        if job.cancelled() {
            return Err(AppError::Cancelled);
        }
        Ok((from, to, versions))
    }
}

/// Why a decision could not be carried.
#[derive(Debug, PartialEq)]
struct Lost {
    reason: &'static str,
    label: Option<String>,
}

impl Lost {
    fn new(reason: &'static str, label: Option<&str>) -> Self {
        Lost {
            reason,
            label: label.map(str::to_owned),
        }
    }
}

/// A decision whose left side is about one version, said of the other.
fn follow(
    decision: &ManualLink,
    from: &Document,
    to: &Document,
    versions: &Comparison,
) -> Result<ManualLink, Lost> {
    let left = decision
        .left
        .iter()
        .map(|id| counterpart(id, from, to, versions).map_err(|reason| Lost::new(reason, Some(id))))
        .collect::<Result<Vec<String>, Lost>>()?;
    Ok(ManualLink {
        left,
        ..decision.clone()
    })
}

/// The id in `to` of a paragraph of `from`, where it is surely the same one.
fn counterpart(
    id: &str,
    from: &Document,
    to: &Document,
    versions: &Comparison,
) -> Result<String, &'static str> {
    let index = from.find(id).ok_or("gone")?;
    let link = versions
        .links
        .iter()
        .find(|link| link.left.contains(&index))
        .ok_or("gone")?;
    let newer = surely(link)?;
    to.paragraph(newer)
        .map(|paragraph| paragraph.id.clone())
        .ok_or("gone")
}

fn surely(link: &Link) -> Result<ParagraphIndex, &'static str> {
    match (link.kind, link.tier, &link.right[..]) {
        (LinkKind::Removed, ..) => Err("gone"),
        (LinkKind::Split, ..) => Err("split"),
        (LinkKind::Merged, ..) => Err("merged"),
        (_, Tier::Identical | Tier::Revised, [newer]) if link.kind != LinkKind::Related => {
            Ok(*newer)
        }
        _ => Err("uncertain"),
    }
}

fn left_behind(
    decision: &ManualLinkRow,
    lost: Lost,
    from: &Document,
    other: Option<&Document>,
) -> LeftBehindView {
    LeftBehindView {
        decision: decision_view(decision, Some(from), other, &[]),
        other: other.map_or_else(String::new, |document| document.title.clone()),
        reason: lost.reason.to_owned(),
        label: lost.label,
    }
}

/// Whether a note on the newer version is a copy of one on the earlier version: made at the same
/// moment, about the same words or with the same words.
fn same_note(note: &Note, other: &Note) -> bool {
    note.created == other.created
        && (note.body == other.body || note.anchor.exact == other.anchor.exact)
}
