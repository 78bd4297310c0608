//! What the worst texts cost, and how the cost grows; prints tables.

use clap::Parser;
use cpu_time::ProcessTime;
use wsis_bench::watch::Watch;
use wsis_compare::{Comparison, ManualAction, ManualLink, Prepared, Settings, compare};
use wsis_document::{Document, Silent};
use wsis_drafts::extremes::extremes;
use wsis_drafts::generator::{Level, Size, Wish, generate};
use wsis_drafts::score::documents;

#[derive(Parser)]
struct Arguments {
    /// Words a side of the worst texts
    #[arg(long, default_value_t = 100_000)]
    words: usize,
    /// Words a side of drafts that are measured beside them
    #[arg(long, value_delimiter = ',', default_value = "100000,1000000")]
    drafts: Vec<usize>,
    /// Paragraphs of the smaller and of the larger text between which the growth is measured
    #[arg(long, value_delimiter = ',', default_value = "10000,100000")]
    growth: Vec<usize>,
    /// Paragraphs of the comparison in which a link is made by hand
    #[arg(long, default_value_t = 2000)]
    by_hand: usize,
}

fn main() -> std::io::Result<()> {
    let arguments = Arguments::parse();
    println!(
        "| {} words a side | CPU s | cut short | longest without asking, CPU ms |",
        arguments.words
    );
    println!("| --- | --- | --- | --- |");
    for pair in extremes(arguments.words)? {
        let (seconds, result, gap) = timed(&pair.left, &pair.right);
        let cuts = result.precision.cuts;
        println!("| {} | {seconds:.2} | {cuts:?} | {gap} |", pair.name);
    }
    for &words in &arguments.drafts {
        let (left, right) = made(Size::Words(words))?;
        let (seconds, result, gap) = timed(&left, &right);
        let cuts = result.precision.cuts;
        println!("| two drafts of {words} words | {seconds:.2} | {cuts:?} | {gap} |");
    }
    println!("\n| paragraphs | CPU s | exponent | longest without asking, CPU ms |");
    println!("| --- | --- | --- | --- |");
    let mut before: Option<(usize, f64)> = None;
    for &paragraphs in &arguments.growth {
        let (left, right) = made(Size::Paragraphs(paragraphs))?;
        let (seconds, _, gap) = timed(&left, &right);
        let exponent = before.map_or(String::new(), |(n, s)| {
            let exponent = (seconds / s).ln() / (paragraphs as f64 / n as f64).ln();
            format!("{exponent:.2}")
        });
        println!("| {paragraphs} | {seconds:.2} | {exponent} | {gap} |");
        before = Some((paragraphs, seconds));
    }
    by_hand(arguments.by_hand)
}

fn made(size: Size) -> std::io::Result<(Document, Document)> {
    documents(&generate(&Wish {
        level: Level::Medium,
        size,
        seed: 30,
        language: "en".into(),
    }))
}

/// CPU seconds, the comparison, and the longest time in which nobody could have cancelled it, with
/// the number of questions before it and of all of them.
fn timed(left: &Document, right: &Document) -> (f64, Comparison, String) {
    let start = ProcessTime::now();
    let watch = Watch::start();
    let result = compare(left, right, &Settings::default(), &[], &watch);
    let (gap, before) = watch.longest();
    let gap = format!(
        "{:.0} (after {before} of {})",
        gap.as_secs_f64() * 1e3,
        watch.asked()
    );
    (start.elapsed().as_secs_f64(), result, gap)
}

/// What it costs to make one link by hand, the texts being known.
fn by_hand(paragraphs: usize) -> std::io::Result<()> {
    let (left, right) = made(Size::Paragraphs(paragraphs))?;
    let settings = Settings::default();
    let start = ProcessTime::now();
    let prepared = Prepared::new(&left, &right, &Silent);
    let first = prepared.compare(&settings, &[], &Silent);
    let whole = start.elapsed().as_secs_f64();
    let link = ManualLink {
        left: vec![left.paragraphs[paragraphs / 2].id.clone()],
        right: vec![right.paragraphs[paragraphs / 3].id.clone()],
        action: ManualAction::Link,
    };
    let start = ProcessTime::now();
    let again = prepared.recompare(&first, &settings, &[link], &Silent);
    println!("\n| {paragraphs} paragraphs | CPU ms |");
    println!("| --- | --- |");
    println!("| compared | {:.1} |", whole * 1e3);
    println!(
        "| compared again after a link by hand | {:.1} |",
        start.elapsed().as_secs_f64() * 1e3
    );
    assert_eq!(again.links.iter().filter(|l| l.locked).count(), 1);
    Ok(())
}
