//! A draft becomes a document of the library.

use uuid::Uuid;
use wsis_compare::{RegimeChoice, Settings, compare};
use wsis_document::{Document, DocumentId, Silent};
use wsis_import::Imported;
use wsis_notes::{Note, NoteId, Resolution, carry, describe};
use wsis_store::{Incoming, Put, Replaced};

use crate::contract::{CarryRequest, DraftRequest, SaveRequest, SavedView};
use crate::drafts::Draft;
use crate::reading::{Changes, Half, Reading};
use crate::view::document_view;
use crate::{App, AppError, comments, now};

/// Notes of a document that was corrected, brought to its new version.
#[derive(Default)]
struct Carried {
    found: Vec<Note>,
    /// Notes whose passage is not there: their words are kept as they were.
    lost: Vec<Note>,
}

impl App {
    /// Puts a draft into the library: all that belongs to it, or nothing. What it replaces goes
    /// last, when everything that people did with it has come over.
    pub(crate) fn save(&self, request: &SaveRequest) -> Result<SavedView, AppError> {
        let draft = self.draft(&request.draft)?;
        let texts = texts(&draft)?;
        let now = now();
        let (carried, corrects) = self.carried(&draft, &texts)?;
        let replace = request.replace && corrects.is_some();
        let mut moved: Vec<Note> = Vec::new();
        let mut copied: Vec<Note> = Vec::new();
        if replace {
            moved.extend(carried.found.iter().chain(&carried.lost).cloned());
        } else {
            copied.extend(carried.found.iter().map(|note| Note {
                id: NoteId(Uuid::new_v4().to_string()),
                ..note.clone()
            }));
        }
        let mut notes: Vec<Vec<Note>> = Vec::with_capacity(texts.len());
        for (imported, _) in &texts {
            let mut known = self.with_store(|s| Ok(s.notes_of(&imported.document.id)?))?;
            known.extend(moved.iter().chain(&copied).cloned());
            let mut these = comments::notes(imported, &known, &now);
            these.extend(copied.iter().cloned());
            notes.push(these);
        }
        let incoming: Vec<Incoming<'_, Reading>> = texts
            .iter()
            .zip(&notes)
            .map(|((imported, reading), notes)| Incoming {
                document: &imported.document,
                bytes: &draft.bytes,
                reading,
                notes,
            })
            .collect();
        let replaced = corrects.filter(|_| replace).map(|document| Replaced {
            document,
            notes: &moved,
        });
        let put = self.with_store(|store| Ok(store.put_import(&incoming, None, &now)?))?;
        let mut links = None;
        if let (Some(replaced), Some(new)) = (replaced, texts.last()) {
            // Decisions follow while both versions are there.
            let versions = CarryRequest {
                from: replaced.document.0.clone(),
                to: new.0.document.id.0.clone(),
                other: None,
            };
            links = Some(self.carry_links(&versions, None, &|_| {})?);
            self.with_store(|store| Ok(store.put_import::<Reading>(&[], Some(replaced), &now)?))?;
        }
        self.discard(&DraftRequest {
            draft: draft.id.clone(),
        });
        let documents: Vec<_> = texts
            .iter()
            .map(|(text, _)| document_view(&text.document))
            .collect();
        Ok(SavedView {
            documents,
            known: put.iter().all(|put| *put == Put::Known),
            warnings: draft.imported.document.warnings.len() as u32,
            notes_carried: carried.found.len() as u32,
            notes_lost: carried.lost.len() as u32,
            replaced: corrects.filter(|_| replace).map(|id| id.0.clone()),
            links,
        })
    }

    /// The notes of the document that a draft corrects, on its new version; none where the text is
    /// the same, for then it is the same document.
    fn carried<'d>(
        &self,
        draft: &'d Draft,
        texts: &[(Imported, Reading)],
    ) -> Result<(Carried, Option<&'d DocumentId>), AppError> {
        let (Some(old), [.., (new, _)]) = (&draft.corrects, texts) else {
            return Ok((Carried::default(), None));
        };
        let new = &new.document;
        if new.id == *old {
            return Ok((Carried::default(), None));
        }
        let notes = self.with_store(|store| Ok(store.notes_of(old)?))?;
        if notes.is_empty() {
            return Ok((Carried::default(), Some(old)));
        }
        Ok((bring_over(notes, &self.document(old)?, new), Some(old)))
    }
}

/// The documents that a draft gives, with what is kept of their reading; the proposal last.
fn texts(draft: &Draft) -> Result<Vec<(Imported, Reading)>, AppError> {
    let Draft {
        imported, reading, ..
    } = draft;
    if reading.changes != Changes::Both {
        return Ok(vec![(imported.clone(), reading.kept(imported, None))]);
    }
    let halves = [
        (draft.base()?, Half::Base),
        (imported.clone(), Half::Proposal),
    ];
    Ok(halves
        .into_iter()
        .map(|(mut imported, half)| {
            let kept = reading.kept(&imported, Some(half));
            imported.document = named(imported.document, half);
            (imported, kept)
        })
        .collect())
}

/// A document whose title says which of two it is, in the language of the text.
fn named(document: Document, half: Half) -> Document {
    let (base, proposal) = match document.language.code() {
        "ja" => ("（修正前）", "（修正案）"),
        "zh" => ("（原文）", "（提案）"),
        "fr" => (" (texte de base)", " (proposition)"),
        "es" => (" (texto de base)", " (propuesta)"),
        "ru" => (" (исходный текст)", " (предложение)"),
        "ar" => (" (النص الأصلي)", " (المقترح)"),
        _ => (" (base)", " (proposal)"),
    };
    let suffix = match half {
        Half::Base => base,
        Half::Proposal => proposal,
    };
    Document {
        title: format!("{}{suffix}", document.title),
        ..document
    }
    .sealed()
}

/// Finds the passages of notes in the corrected text.
fn bring_over(notes: Vec<Note>, old: &Document, new: &Document) -> Carried {
    let settings = Settings {
        regime: RegimeChoice::Revision,
        ..Settings::default()
    };
    let comparison = compare(old, new, &settings, &[], &Silent);
    let mut carried = Carried::default();
    for note in notes {
        let found = match carry(&note.anchor, old, new, &comparison) {
            Resolution::Found { paragraph, range } => describe(new, paragraph, range),
            Resolution::Ambiguous { .. } | Resolution::Orphaned => None,
        };
        let list = if found.is_some() {
            &mut carried.found
        } else {
            &mut carried.lost
        };
        list.push(Note {
            document: new.id.clone(),
            anchor: found.unwrap_or_else(|| note.anchor.clone()),
            ..note
        });
    }
    carried
}

#[cfg(test)]
mod tests {
    use wsis_document::Language;

    use super::*;

    #[test]
    fn base_and_proposal_are_told_apart_in_every_language() {
        let bytes = "# Trees\n\n1. Trees are watered.\n".as_bytes();
        for language in Language::KNOWN {
            let options = wsis_import::Options {
                language: Some(language.to_owned()),
                ..wsis_import::Options::default()
            };
            let document = wsis_import::import("trees.md", bytes, &options, &Silent).unwrap();
            let base = named(document.clone(), Half::Base);
            let proposal = named(document, Half::Proposal);
            assert_ne!(base.title, proposal.title, "{language}");
            assert_ne!(base.id, proposal.id);
        }
    }
}
