//! Our links and the pairs that the word differences of other programs imply, on the same made-up
//! drafts, held against the truth; prints a table.

use std::io;
use std::path::{Path, PathBuf};

use clap::Parser;
use rustc_hash::FxHashSet;
use wsis_bench::induced::{MARKS, Stretch, counted, marked, pairs, porcelain};
use wsis_bench::peers::Peer;
use wsis_compare::{Settings, compare};
use wsis_document::Silent;
use wsis_drafts::generator::{Level, Size, Wish, generate};
use wsis_drafts::score::{documents, linked, score_pairs};
use wsis_drafts::truth::{Fate, Truth};

#[derive(Parser)]
struct Arguments {
    /// Paragraphs of the older text
    #[arg(long, default_value_t = 1000)]
    paras: usize,
    /// Seed of the texts
    #[arg(long, default_value_t = 21)]
    seed: u64,
    /// Folder with the scripts that run libraries of other languages
    #[arg(long, default_value = "peers")]
    peers: PathBuf,
}

fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    let folder = tempfile::tempdir()?;
    println!("| pair | program | P | R | pair F1 | split | merged |");
    println!("| --- | --- | --- | --- | --- | --- | --- |");
    for level in [Level::Easy, Level::Medium, Level::Hard] {
        let truth = generate(&Wish {
            level,
            size: Size::Paragraphs(arguments.paras),
            seed: arguments.seed,
            language: "en".into(),
        });
        truth.write(folder.path())?;
        rows(&truth, folder.path(), &arguments.peers)?;
    }
    Ok(())
}

fn rows(truth: &Truth, folder: &Path, scripts: &Path) -> io::Result<()> {
    let (left, right) = documents(truth)?;
    let comparison = compare(&left, &right, &Settings::default(), &[], &Silent);
    row(truth, "WSIS Compare", Some(&linked(&comparison)));
    let [old, new] = ["old.txt", "new.txt"].map(|name| folder.join(name));
    let texts = (
        std::fs::read_to_string(&old)?,
        std::fs::read_to_string(&new)?,
    );
    let files = [old, new].map(|path| path.display().to_string());
    for (peer, read) in peers(&files, scripts) {
        if peer.is_here() {
            let found = pairs(&texts.0, &texts.1, &read(&peer.output()?));
            row(truth, &peer.name, found.as_ref());
        }
    }
    Ok(())
}

/// How the output of a program is read.
type Reader = fn(&str) -> Vec<Stretch>;

/// The programs that tell every word, with how. jsdiff is left out: it takes minutes on texts of
/// this size.
fn peers(files: &[String; 2], scripts: &Path) -> Vec<(Peer, Reader)> {
    let marks = ["-w", "-x", "-y", "-z"]
        .into_iter()
        .zip(MARKS)
        .flat_map(|(option, mark)| [option.to_owned(), mark.to_string()]);
    let words = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
    let script = |name: &str| scripts.join(name).display().to_string();
    let whole = "-U99999999";
    let git = [
        "git",
        "--no-pager",
        "diff",
        "--no-index",
        "--word-diff=porcelain",
        whole,
    ];
    let marking = |program: &str| words(&[program]).into_iter().chain(marks.clone()).collect();
    // As it comes, it gives most of a long text up as changed.
    let mut best: Vec<String> = marking("dwdiff");
    best.push("--algorithm=best".to_owned());
    let telling = |runtime: &str, name: &str| words(&[runtime, &script(name), "--stretches"]);
    let all: [(&str, Vec<String>, Reader); 5] = [
        ("GNU wdiff", marking("wdiff"), marked),
        ("dwdiff, best", best, marked),
        ("git --word-diff", words(&git), porcelain),
        (
            "diff-match-patch",
            telling("node", "diff-match-patch.mjs"),
            counted,
        ),
        (
            "Python difflib",
            telling("python3", "difflib_words.py"),
            counted,
        ),
    ];
    all.into_iter()
        .map(|(name, command, read)| {
            let command = command.into_iter().chain(files.iter().cloned());
            (Peer::new(name, command), read)
        })
        .collect()
}

/// One row; dashes where the program's output could not be read.
fn row(truth: &Truth, program: &str, found: Option<&FxHashSet<(usize, usize)>>) {
    let pair = truth.name();
    let Some(found) = found else {
        println!("| {pair} | {program} | – | – | – | – | – |");
        return;
    };
    let (accuracy, by_fate) = score_pairs(truth, found);
    let of = |fate| by_fate.get(&fate).copied().unwrap_or(1.0);
    println!(
        "| {pair} | {program} | {:.4} | {:.4} | **{:.4}** | {:.3} | {:.3} |",
        accuracy.precision,
        accuracy.recall,
        accuracy.f1(),
        of(Fate::Split),
        of(Fate::Merged),
    );
}
