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
use wsis_app::texts::{Comparing, ExportFormat, write};

use crate::arguments::{Arguments, Command, CompareArguments, Format};

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
    let Some(format) = request.form() else {
        return Err(no_form(request.out.unwrap_or_default()));
    };
    let compared = app.compare_texts(&Comparing {
        left: request.old,
        right: request.new,
        chapter: request.chapter,
        language: request.language,
    })?;
    let bytes = match format {
        Format::Summary => compared.summary().into_bytes(),
        Format::Json => compared.render(ExportFormat::Json)?,
        Format::Html => compared.render(ExportFormat::Html)?,
        Format::Csv => compared.render(ExportFormat::Csv)?,
    };
    let Some(path) = request.out else {
        return print(&bytes);
    };
    write(&path, &bytes)?;
    if !request.quiet {
        // Never on standard output: a script may read something else there.
        eprint!("{}", compared.written(&path));
    }
    Ok(())
}

fn print(bytes: &[u8]) -> Result<(), ErrorView> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        // Whoever read on the other end of the pipe has enough.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(|error| output_failed(&error)),
    }
}

/// The ending of a file to write means no form, and none was asked for.
fn no_form(path: PathBuf) -> ErrorView {
    let file = path.display().to_string();
    ErrorView {
        code: "no-form".to_owned(),
        message: format!("{file}: the ending does not tell in which form to write"),
        file: Some(file),
        detail: None,
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
