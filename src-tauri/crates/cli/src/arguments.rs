//! The command line's grammar.

use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};

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
    /// Form of the result; without it the ending of --out decides (.html, .csv, .json, .txt), and
    /// without --out it is json, on a terminal and in a pipe alike
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// File to write; the summary is then told on standard error. Standard output by default
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Say nothing when the file was written
    #[arg(long, short, requires = "out")]
    pub quiet: bool,
    /// Language of the summary, the report and the digests: en or ja
    #[arg(long, default_value = "en")]
    pub language: String,
}

impl CompareArguments {
    /// The form that was asked for, or that the ending of the file means; `None` where the ending
    /// means none.
    pub fn form(&self) -> Option<Format> {
        match (self.format, &self.out) {
            (Some(format), _) => Some(format),
            (None, None) => Some(Format::Json),
            (None, Some(path)) => Format::by_ending(path),
        }
    }
}

/// The forms of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Counts to read, in all and by chapter
    Summary,
    /// All of it, for programs
    Json,
    /// One page that prints well
    Html,
    /// A table for spreadsheets
    Csv,
}

impl Format {
    fn by_ending(path: &Path) -> Option<Self> {
        let ending = path.extension().unwrap_or_default().to_str()?;
        Some(match ending.to_ascii_lowercase().as_str() {
            "txt" => Format::Summary,
            "json" | "" => Format::Json,
            "html" | "htm" => Format::Html,
            "csv" => Format::Csv,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    fn form(more: &[&str]) -> Option<Format> {
        let words = ["wsis", "compare", "old.md", "new.md"].iter().chain(more);
        match Arguments::try_parse_from(words).map(|a| a.command) {
            Ok(Command::Compare(request)) => request.form(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_grammar_holds_together() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn the_form_is_asked_for_or_follows_the_file() {
        assert_eq!(form(&[]), Some(Format::Json));
        assert_eq!(form(&["--format", "json"]), Some(Format::Json));
        assert_eq!(form(&["--out", "x.HTML"]), Some(Format::Html));
        assert_eq!(form(&["--out", "x.csv"]), Some(Format::Csv));
        assert_eq!(form(&["--out", "x.txt"]), Some(Format::Summary));
        assert_eq!(
            form(&["--out", "x.csv", "--format", "json"]),
            Some(Format::Json)
        );
        assert_eq!(form(&["--out", "x.pdf"]), None);
        assert_eq!(form(&["--out", "x"]), Some(Format::Json));
    }
}
