//! Writes a made-up pair of texts with its truth.

use std::path::PathBuf;

use clap::Parser;
use wsis_drafts::generator::{Level, Size, Wish, generate};

#[derive(Parser)]
struct Arguments {
    /// How much changes from draft to draft
    #[arg(long, default_value = "medium")]
    level: Level,
    /// Paragraphs of the older text
    #[arg(long, default_value_t = 1000)]
    paras: usize,
    /// Words of the older text, instead of paragraphs
    #[arg(long)]
    words: Option<usize>,
    /// What decides all the rest
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// en, fr, es, ru, zh, ar or ja
    #[arg(long, default_value = "en")]
    language: String,
    /// Folder for truth.json, old.txt and new.txt
    #[arg(long)]
    out: PathBuf,
}

fn main() -> std::io::Result<()> {
    let arguments = Arguments::parse();
    let truth = generate(&Wish {
        level: arguments.level,
        size: arguments
            .words
            .map_or(Size::Paragraphs(arguments.paras), Size::Words),
        seed: arguments.seed,
        language: arguments.language,
    });
    println!(
        "{} {} paragraphs, then {}: {:?}",
        truth.level,
        truth.old.len(),
        truth.new.len(),
        truth.counts
    );
    truth.write(&arguments.out)
}
