//! Notes on passages.

use uuid::Uuid;
use wsis_document::{Document, DocumentId, ParagraphIndex};
use wsis_notes::{Note, NoteId, NoteState, Resolution, describe, resolve, tidy_tags};
use wsis_store::{NoteEdit, StoreError};

use crate::contract::{
    AddNoteRequest, EditNoteRequest, NotePlace, NoteRequest, NoteView, NotesRequest,
};
use crate::{App, AppError, now, utf16};

/// Longest note, in bytes.
const MAX_BODY: usize = 64 << 10;

impl App {
    /// The notes on some documents, for each document in reading order, orphans last.
    pub(crate) fn notes(&self, request: &NotesRequest) -> Result<Vec<NoteView>, AppError> {
        let mut views = Vec::new();
        for id in &request.documents {
            let id = DocumentId(id.clone());
            let notes = self.with_store(|store| Ok(store.notes_of(&id)?))?;
            if notes.is_empty() {
                continue;
            }
            let document = self.document(&id)?;
            let mut these: Vec<NoteView> = notes
                .iter()
                .map(|note| note_view(note, &document))
                .collect();
            these.sort_by_key(|note| match &note.place {
                Some(place) => (place.paragraph, place.start),
                None => (u32::MAX, u32::MAX),
            });
            views.extend(these);
        }
        Ok(views)
    }

    /// Puts a note on a passage.
    pub(crate) fn add_note(&self, request: AddNoteRequest) -> Result<NoteView, AppError> {
        check_body(&request.body)?;
        let document = self.document(&DocumentId(request.document))?;
        let index = ParagraphIndex(request.place.paragraph);
        let anchor = document
            .paragraph(index)
            .and_then(|p| utf16::bytes(&p.text, request.place.start..request.place.end))
            .and_then(|range| describe(&document, index, range))
            .ok_or_else(|| AppError::invalid("the passage is not in the text"))?;
        let now = now();
        let note = Note {
            id: NoteId(Uuid::new_v4().to_string()),
            document: document.id.clone(),
            anchor,
            body: request.body,
            tags: tidy_tags(request.tags),
            state: NoteState::Open,
            created: now.clone(),
            changed: now,
            author: String::new(),
            reply_to: None,
        };
        let note = self.with_store(|store| {
            store.add_note(&note)?;
            Ok(store.note(&note.id)?.unwrap_or(note))
        })?;
        Ok(note_view(&note, &document))
    }

    /// Changes the words, the tags or the state of a note.
    pub(crate) fn edit_note(&self, request: EditNoteRequest) -> Result<NoteView, AppError> {
        check_body(&request.body)?;
        let state = match request.state.as_str() {
            "open" => NoteState::Open,
            "done" => NoteState::Done,
            other => return Err(AppError::invalid(format!("no state {other}"))),
        };
        let edit = NoteEdit {
            body: request.body,
            tags: tidy_tags(request.tags),
            state,
        };
        let note =
            self.with_store(|store| known(store.edit_note(&NoteId(request.id), &edit, &now())))?;
        Ok(note_view(&note, &self.document(&note.document)?))
    }

    /// Deletes a note.
    pub(crate) fn delete_note(&self, request: NoteRequest) -> Result<(), AppError> {
        self.with_store(|store| known(store.delete_note(&NoteId(request.id))))
    }
}

fn known<T>(result: Result<T, StoreError>) -> Result<T, AppError> {
    match result {
        Err(StoreError::UnknownNote(_)) => Err(AppError::not_found("the note")),
        other => Ok(other?),
    }
}

fn check_body(body: &str) -> Result<(), AppError> {
    if body.trim().is_empty() {
        return Err(AppError::invalid("a note needs words"));
    }
    if body.len() > MAX_BODY {
        return Err(AppError::invalid(format!(
            "a note has at most {MAX_BODY} bytes"
        )));
    }
    Ok(())
}

fn note_view(note: &Note, document: &Document) -> NoteView {
    let place = match resolve(&note.anchor, document) {
        Resolution::Found { paragraph, range } => {
            document.paragraph(paragraph).map(|p| NotePlace {
                paragraph: paragraph.0,
                start: utf16::position(&p.text, range.start as usize),
                end: utf16::position(&p.text, range.end as usize),
            })
        }
        Resolution::Ambiguous { .. } | Resolution::Orphaned => None,
    };
    NoteView {
        id: note.id.0.clone(),
        document: note.document.0.clone(),
        quote: note.anchor.exact.clone(),
        label: note.anchor.paragraph.clone(),
        place,
        body: note.body.clone(),
        tags: note.tags.clone(),
        state: match note.state {
            NoteState::Open => "open",
            NoteState::Done => "done",
        }
        .to_owned(),
        created: note.created.clone(),
        changed: note.changed.clone(),
        author: note.author.clone(),
        reply_to: note.reply_to.as_ref().map(|id| id.0.clone()),
    }
}
