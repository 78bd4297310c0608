//! The one list of commands.

use std::panic::{AssertUnwindSafe, catch_unwind};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::contract::{
    AddLinkRequest, AddNoteRequest, CancelRequest, CarryRequest, CompareRequest, CorrectRequest,
    DocumentRequest, DraftRequest, EditNoteRequest, ErrorView, ExportRequest, FetchRequest,
    ImportBytesRequest, ImportRequest, LinksRequest, LockRequest, LookRequest, NoteRequest,
    NotesRequest, ReasonRequest, RemoveLinkRequest, RowsRequest, SamplesRequest, SaveRequest,
    SentencesRequest, SetCommitmentRequest, SettingsView, StartRequest,
};
use crate::{App, AppError, Listener};

impl App {
    /// Calls a command by name. `job` names the call so that `job.cancel` can stop it and progress
    /// can be told apart.
    ///
    /// # Errors
    /// What the command refused, with its code. A panic becomes `internal`, is logged, and loses
    /// nothing that was saved.
    pub fn call(
        &self,
        name: &str,
        payload: Value,
        job: Option<&str>,
        progress: Listener<'_>,
    ) -> Result<Value, ErrorView> {
        let work = AssertUnwindSafe(|| self.dispatch(name, payload, job, progress));
        let result = catch_unwind(work).unwrap_or_else(|_| {
            Err(AppError::Internal {
                what: format!("{name} panicked"),
            })
        });
        result.map_err(|error| {
            tracing::warn!(command = name, code = error.code(), "refused");
            error.into()
        })
    }

    fn dispatch(
        &self,
        name: &str,
        payload: Value,
        job: Option<&str>,
        progress: Listener<'_>,
    ) -> Result<Value, AppError> {
        match name {
            "app.start" => {
                let request: StartRequest = request(payload)?;
                answer(self.start(&request)?)
            }
            "settings.set" => {
                let settings: SettingsView = request(payload)?;
                answer(self.set_settings(settings)?)
            }
            "commitment.get" => answer(self.commitment()?),
            "commitment.set" => {
                let request: SetCommitmentRequest = request(payload)?;
                answer(self.set_commitment(request)?)
            }
            "library.list" => answer(self.library()?),
            "library.import" => {
                let request: ImportRequest = request(payload)?;
                answer(self.import_file(&request, job, progress)?)
            }
            "library.importBytes" => {
                let request: ImportBytesRequest = request(payload)?;
                answer(self.import_bytes(&request, job, progress)?)
            }
            "library.reopen" => {
                let request: DocumentRequest = request(payload)?;
                answer(self.reopen(&request, job, progress)?)
            }
            "library.correct" => {
                let request: CorrectRequest = request(payload)?;
                answer(self.correct(&request, job, progress)?)
            }
            "library.sentences" => {
                let request: SentencesRequest = request(payload)?;
                answer(self.sentences(&request)?)
            }
            "library.save" => {
                let request: SaveRequest = request(payload)?;
                answer(self.save(&request)?)
            }
            "library.discard" => {
                let request: DraftRequest = request(payload)?;
                self.discard(&request);
                Ok(Value::Null)
            }
            "official.look" => {
                let request: LookRequest = request(payload)?;
                answer(self.look(&request)?)
            }
            "official.fetch" => {
                let request: FetchRequest = request(payload)?;
                answer(self.fetch(&request, job, progress)?)
            }
            "library.samples" => {
                let request: SamplesRequest = request(payload)?;
                answer(self.import_samples(&request)?)
            }
            "library.remove" => {
                let request: DocumentRequest = request(payload)?;
                answer(self.remove_document(&request)?)
            }
            "library.report" => {
                let request: DocumentRequest = request(payload)?;
                answer(self.document_report(&request)?)
            }
            "comparison.open" => {
                let request: CompareRequest = request(payload)?;
                answer(self.open_comparison(&request, job, progress)?)
            }
            "comparison.rows" => {
                let request: RowsRequest = request(payload)?;
                answer(self.rows(&request)?)
            }
            "comparison.export" => {
                let request: ExportRequest = request(payload)?;
                answer(self.export(&request)?)
            }
            "links.list" => {
                let request: LinksRequest = request(payload)?;
                answer(self.links(&request)?)
            }
            "links.add" => {
                let request: AddLinkRequest = request(payload)?;
                answer(self.add_link(request)?)
            }
            "links.lock" => {
                let request: LockRequest = request(payload)?;
                answer(self.lock_link(request)?)
            }
            "links.remove" => {
                let request: RemoveLinkRequest = request(payload)?;
                answer(self.remove_link(&request)?)
            }
            "links.reason" => {
                let request: ReasonRequest = request(payload)?;
                answer(self.reason_link(request)?)
            }
            "links.undo" | "links.redo" => {
                let request: LinksRequest = request(payload)?;
                answer(self.step_back(&request, name == "links.redo")?)
            }
            "links.carry" => {
                let request: CarryRequest = request(payload)?;
                answer(self.carry_links(&request, job, progress)?)
            }
            "notes.carry" => {
                let request: CarryRequest = request(payload)?;
                answer(self.carry_notes(&request, job, progress)?)
            }
            "notes.list" => {
                let request: NotesRequest = request(payload)?;
                answer(self.notes(&request)?)
            }
            "notes.add" => {
                let request: AddNoteRequest = request(payload)?;
                answer(self.add_note(request)?)
            }
            "notes.edit" => {
                let request: EditNoteRequest = request(payload)?;
                answer(self.edit_note(request)?)
            }
            "notes.delete" => {
                let request: NoteRequest = request(payload)?;
                answer(self.delete_note(request)?)
            }
            "job.cancel" => {
                let request: CancelRequest = request(payload)?;
                self.jobs.cancel(&request.job);
                Ok(Value::Null)
            }
            _ => Err(AppError::invalid(format!("there is no command {name}"))),
        }
    }
}

fn request<T: DeserializeOwned>(payload: Value) -> Result<T, AppError> {
    serde_json::from_value(payload).map_err(|error| AppError::invalid(error.to_string()))
}

fn answer<T: Serialize>(value: T) -> Result<Value, AppError> {
    serde_json::to_value(value).map_err(|error| AppError::Internal {
        what: error.to_string(),
    })
}
