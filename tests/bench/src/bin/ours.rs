//! Compares two plain texts of one paragraph a line, and tells what it took.

use std::path::PathBuf;

use clap::Parser;
use cpu_time::ProcessTime;
use serde_json::json;
use wsis_compare::{Comparison, LinkKind, Settings, compare};
use wsis_document::{Document, ParagraphIndex, Silent};
use wsis_drafts::plain;

#[derive(Parser)]
struct Arguments {
    /// The older text
    old: PathBuf,
    /// The newer text
    new: PathBuf,
    /// Their language
    #[arg(long, default_value = "en")]
    language: String,
    /// File to write the whole comparison to
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

fn main() -> std::io::Result<()> {
    let arguments = Arguments::parse();
    let left = plain::read(&arguments.old, &arguments.language)?;
    let right = plain::read(&arguments.new, &arguments.language)?;
    let start = ProcessTime::now();
    let comparison = compare(&left, &right, &Settings::default(), &[], &Silent);
    let cpu = start.elapsed().as_secs_f64();
    if let Some(path) = arguments.json {
        std::fs::write(path, serde_json::to_vec(&comparison)?)?;
    }
    println!(
        "{}",
        json!({
            "compare_seconds": cpu,
            "changed_words": changed_words(&left, &right, &comparison),
            "summary": comparison.summary,
            "cuts": comparison.precision.cuts,
        })
    );
    Ok(())
}

/// Words removed and added: those of paragraphs without counterpart, and those inside links.
fn changed_words(left: &Document, right: &Document, comparison: &Comparison) -> usize {
    let of = |document: &Document, paragraphs: &[ParagraphIndex]| -> usize {
        paragraphs
            .iter()
            .filter_map(|p| document.paragraph(*p))
            .map(|p| p.text.split_whitespace().count())
            .sum()
    };
    let alone: usize = comparison
        .links
        .iter()
        .map(|link| match link.kind {
            LinkKind::Removed => of(left, &link.left),
            LinkKind::Added => of(right, &link.right),
            _ => 0,
        })
        .sum();
    alone + (comparison.summary.words_removed + comparison.summary.words_added) as usize
}
