//! Writes the contract's types as TypeScript into the folder given as the only argument.
//! `script/bindings` calls it; CI fails when the committed files differ from what it writes.

use std::process::ExitCode;

use ts_rs::{Config, ExportError, TS};
use wsis_app::contract::*;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("usage: bindings FOLDER");
        return ExitCode::FAILURE;
    };
    match export(&Config::new().with_out_dir(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bindings: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Every type that stands alone in a request or an answer; the types inside them follow.
fn export(config: &Config) -> Result<(), ExportError> {
    ImportReport::export_all(config)?;
    ImportRequest::export_all(config)?;
    ImportBytesRequest::export_all(config)?;
    CorrectRequest::export_all(config)?;
    SaveRequest::export_all(config)?;
    SavedView::export_all(config)?;
    DraftRequest::export_all(config)?;
    SentencesRequest::export_all(config)?;
    SentenceView::export_all(config)?;
    DocumentRequest::export_all(config)?;
    SamplesRequest::export_all(config)?;
    CompareRequest::export_all(config)?;
    ComparisonView::export_all(config)?;
    RowsRequest::export_all(config)?;
    RowView::export_all(config)?;
    ExportRequest::export_all(config)?;
    AddLinkRequest::export_all(config)?;
    LockRequest::export_all(config)?;
    RemoveLinkRequest::export_all(config)?;
    ReasonRequest::export_all(config)?;
    LinksRequest::export_all(config)?;
    LinkChangeView::export_all(config)?;
    CarryRequest::export_all(config)?;
    CarriedLinksView::export_all(config)?;
    CarriedNotesView::export_all(config)?;
    NoteView::export_all(config)?;
    NotesRequest::export_all(config)?;
    AddNoteRequest::export_all(config)?;
    EditNoteRequest::export_all(config)?;
    NoteRequest::export_all(config)?;
    CommitmentView::export_all(config)?;
    SetCommitmentRequest::export_all(config)?;
    LookRequest::export_all(config)?;
    OfficialView::export_all(config)?;
    FetchRequest::export_all(config)?;
    FetchedView::export_all(config)?;
    StartRequest::export_all(config)?;
    StartView::export_all(config)?;
    ErrorView::export_all(config)?;
    ProgressView::export_all(config)?;
    CancelRequest::export_all(config)
}
