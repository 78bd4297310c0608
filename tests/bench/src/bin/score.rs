//! Scores the comparison of made-up pairs of texts: freshly generated ones, or those in folders
//! that hold a `truth.json`.

use std::path::PathBuf;

use clap::Parser;
use wsis_compare::{Settings, compare};
use wsis_document::Silent;
use wsis_drafts::generator::{Level, Size, Wish, generate};
use wsis_drafts::readability::readability;
use wsis_drafts::score::{documents, score};
use wsis_drafts::truth::{Fate, Truth};

#[derive(Parser)]
struct Arguments {
    /// Folders with a truth.json; generated pairs when none is given
    folders: Vec<PathBuf>,
    /// Levels to generate
    #[arg(
        long,
        value_enum,
        value_delimiter = ',',
        default_value = "easy,medium,hard"
    )]
    level: Vec<Level>,
    /// Paragraphs of the older text
    #[arg(long, default_value_t = 1000)]
    paras: usize,
    /// Seeds to generate from
    #[arg(long, value_delimiter = ',', default_value = "1")]
    seed: Vec<u64>,
    /// Languages to generate
    #[arg(long, value_delimiter = ',', default_value = "en")]
    language: Vec<String>,
    /// Also show how the differences read
    #[arg(long)]
    readability: bool,
}

fn main() -> std::io::Result<()> {
    let arguments = Arguments::parse();
    if arguments.readability {
        println!(
            "| pair | likeness | pairs | fragments / 100 words | marked | over the least | cut words |"
        );
        println!("| --- | --- | --- | --- | --- | --- | --- |");
    } else {
        println!(
            "| pair | P | R | pair F1 | move P | move R | move F1 | heavy | split | merged | moved, edited | renumbered |"
        );
        println!("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    }
    for folder in &arguments.folders {
        show(&Truth::read(folder)?, &arguments)?;
    }
    if arguments.folders.is_empty() {
        for language in &arguments.language {
            for &level in &arguments.level {
                for &seed in &arguments.seed {
                    let wish = Wish {
                        level,
                        size: Size::Paragraphs(arguments.paras),
                        seed,
                        language: language.clone(),
                    };
                    show(&generate(&wish), &arguments)?;
                }
            }
        }
    }
    Ok(())
}

fn show(truth: &Truth, arguments: &Arguments) -> std::io::Result<()> {
    let (old, new) = documents(truth)?;
    let comparison = compare(&old, &new, &Settings::default(), &[], &Silent);
    let name = truth.name();
    if arguments.readability {
        for (band, range) in [("≥ .6", 0.6..1.1), (".3 to .6", 0.3..0.6)] {
            let read = readability(&old, &new, &comparison, range);
            println!(
                "| {name} | {band} | {} | {:.2} | {:.3} | {:.3} | {} |",
                read.pairs,
                read.fragments_per_hundred(),
                read.marked_share(),
                read.over_least(),
                read.cut_words
            );
        }
        return Ok(());
    }
    let scores = score(truth, &comparison);
    let of = |fate| scores.by_fate.get(&fate).copied().unwrap_or(1.0);
    println!(
        "| {name} | {:.4} | {:.4} | **{:.4}** | {:.3} | {:.3} | **{:.3}** | {:.3} | {:.3} | {:.3} | {:.3} | {:.3} |",
        scores.pairs.precision,
        scores.pairs.recall,
        scores.pairs.f1(),
        scores.moves.precision,
        scores.moves.recall,
        scores.moves.f1(),
        of(Fate::Heavy),
        of(Fate::Split),
        of(Fate::Merged),
        of(Fate::MovedEdited),
        scores.renumbered
    );
    Ok(())
}
