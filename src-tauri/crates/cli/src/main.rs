//! `wsis`: the engine without a window, for researchers and scripts.

mod arguments;
mod rpc;
mod summary;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use wsis_app::App;
use wsis_app::contract::ErrorView;
use wsis_app::texts::{Comparing, write};

use crate::arguments::{Arguments, Command, CompareArguments};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let app = App::new(arguments.data.unwrap_or_else(wsis_app::data_folder));
    let done = match arguments.command {
        Command::Import { file, json } => import(&app, &file, json),
        Command::Compare(request) => compare(&app, request),
        Command::Rpc => rpc::serve(app).map_err(|error| output_failed(&error)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("wsis: {}", error.message);
            if let Some(remedy) = summary::remedy(&error.code) {
                eprintln!("      {remedy}");
            }
            ExitCode::FAILURE
        }
    }
}

fn import(app: &App, file: &str, json: bool) -> Result<(), ErrorView> {
    let text = if json {
        serde_json::to_string_pretty(&app.import_json(file)?)
            .map_err(|error| wsis_app::internal(&error.to_string()))?
            + "\n"
    } else {
        summary::of_report(&app.import_report(file)?)
    };
    print(text.as_bytes())
}

fn compare(app: &App, request: CompareArguments) -> Result<(), ErrorView> {
    let bytes = app.compare_texts(&Comparing {
        left: request.old,
        right: request.new,
        chapter: request.chapter,
        format: request.format.into(),
        language: request.language,
    })?;
    match request.out {
        Some(path) => write(&PathBuf::from(path), &bytes),
        None => print(&bytes),
    }
}

fn print(bytes: &[u8]) -> Result<(), ErrorView> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        // Whoever read on the other end of the pipe has enough.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(|error| output_failed(&error)),
    }
}

fn output_failed(error: &std::io::Error) -> ErrorView {
    ErrorView {
        code: "write-failed".to_owned(),
        message: format!("the output could not be written: {error}"),
        file: None,
        detail: Some(error.to_string()),
    }
}
