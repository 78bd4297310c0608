//! The command line's grammar.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use wsis_app::texts::ExportFormat;

/// Compares diplomatic texts chapter by chapter. Everything stays on this machine.
#[derive(Debug, Parser)]
#[command(name = "wsis", version)]
pub struct Arguments {
    /// Folder of the library; the user's own by default
    #[arg(long, global = true, value_name = "FOLDER")]
    pub data: Option<PathBuf>,
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read a PDF, Word, Markdown or text file and tell what is in it
    Import {
        /// The file
        file: String,
        /// Print all of it as JSON
        #[arg(long)]
        json: bool,
    },
    /// Compare two texts
    Compare(CompareArguments),
    /// Serve the window's commands as JSON lines on standard input and output
    #[command(hide = true)]
    Rpc,
}

/// Which texts, and how to write the result.
#[derive(Debug, Args)]
pub struct CompareArguments {
    /// The older text: a file, a symbol, or a name of the library such as wsis10
    pub old: String,
    /// The newer text
    pub new: String,
    /// Only one chapter, by its heading, a part of it, or its number
    #[arg(long, value_name = "HEADING-OR-LABEL")]
    pub chapter: Option<String>,
    /// How to write the result
    #[arg(long, value_enum, default_value = "json")]
    pub format: Format,
    /// File to write; standard output by default
    #[arg(long, value_name = "FILE")]
    pub out: Option<String>,
    /// Language of the report and of the digests: en or ja
    #[arg(long, default_value = "en")]
    pub language: String,
}

/// The forms of a result.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Format {
    /// For programs
    Json,
    /// One page that prints well
    Html,
    /// For spreadsheets
    Csv,
}

impl From<Format> for ExportFormat {
    fn from(format: Format) -> Self {
        match format {
            Format::Json => ExportFormat::Json,
            Format::Html => ExportFormat::Html,
            Format::Csv => ExportFormat::Csv,
        }
    }
}
