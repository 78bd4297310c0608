//! Our comparison and the word differences of other programs on the same made-up files, run in
//! turn; prints a table. Never fails on a figure: what is too slow is seen in the table.

use std::io;
use std::path::{Path, PathBuf};

use clap::Parser;
use wsis_bench::peers::{Clock, Launcher, Peer};
use wsis_drafts::generator::{Level, Size, Wish, generate};

#[derive(Parser)]
struct Arguments {
    /// Words of the older text, one table for each
    #[arg(long, value_delimiter = ',', default_value = "12000,100000")]
    words: Vec<usize>,
    /// How often each program runs
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// Seed of the texts
    #[arg(long, default_value_t = 20)]
    seed: u64,
    /// Folder with the scripts that run libraries of other languages
    #[arg(long, default_value = "peers")]
    peers: PathBuf,
}

fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    let folder = tempfile::tempdir()?;
    for &words in &arguments.words {
        generate(&Wish {
            level: Level::Medium,
            size: Size::Words(words),
            seed: arguments.seed,
            language: "en".into(),
        })
        .write(folder.path())?;
        table(words, folder.path(), &arguments)?;
    }
    Ok(())
}

/// A program, how many words it is run on at most, and how its answer is counted.
struct Contestant {
    peer: Peer,
    most: usize,
    changed: fn(&Peer) -> Option<usize>,
}

fn contestants(old: &str, new: &str, arguments: &Arguments) -> io::Result<Vec<Contestant>> {
    let ours = std::env::current_exe()?.with_file_name("ours");
    let script = |name: &str| arguments.peers.join(name).display().to_string();
    let one = |name: &str, most, command: &[&str], changed| Contestant {
        peer: Peer::new(name, command.iter().copied().chain([old, new])),
        most,
        changed,
    };
    let git = ["git", "--no-pager", "diff", "--no-index", "--word-diff"];
    let ours = ours.display().to_string();
    let mut comparison = one(COMPARISON, usize::MAX, &[&ours], |_| None);
    comparison.peer.clock = Clock::Own("compare_seconds");
    let all = vec![
        comparison,
        one(OURS, usize::MAX, &[&ours], by_field),
        one(WDIFF, usize::MAX, &["wdiff"], by_statistics),
        one("dwdiff", usize::MAX, &["dwdiff"], by_statistics),
        one(GIT, usize::MAX, &git, by_plus_and_minus),
        one(
            "jsdiff",
            12_000,
            &["node", &script("jsdiff.mjs")],
            by_number,
        ),
        one(
            "diff-match-patch",
            12_000,
            &["node", &script("diff-match-patch.mjs")],
            by_number,
        ),
        one(
            "Python difflib",
            12_000,
            &["python3", &script("difflib_words.py")],
            by_number,
        ),
    ];
    Ok(all)
}

/// The part of our time that is the comparison: runs of its own, in turn with the others.
const COMPARISON: &str = "**WSIS Compare, without reading the files**";
const OURS: &str = "WSIS Compare";
const WDIFF: &str = "GNU wdiff";
const GIT: &str = "git --word-diff";

fn table(words: usize, folder: &Path, arguments: &Arguments) -> io::Result<()> {
    let path = |name: &str| folder.join(name).display().to_string();
    let mut here = contestants(&path("old.txt"), &path("new.txt"), arguments)?;
    here.retain(|c| words <= c.most && c.peer.is_here());
    let peers: Vec<Peer> = here.iter().map(|c| c.peer.clone()).collect();
    let runs = Launcher::beside()?.in_turn(&peers, arguments.rounds)?;
    println!("\n### {words} words against as many\n");
    println!("| program | CPU s | of wdiff | of git | peak MiB | changed words |");
    println!("| --- | --- | --- | --- | --- | --- |");
    let cpu_of = |name: &str| {
        peers
            .iter()
            .position(|p| p.name == name)
            .map_or(f64::NAN, |at| runs[at].cpu)
    };
    for (contestant, run) in here.iter().zip(&runs) {
        println!(
            "| {} | {:.3} | {:.2} | {:.2} | {:.0} | {} |",
            contestant.peer.name,
            run.cpu,
            run.cpu / cpu_of(WDIFF),
            run.cpu / cpu_of(GIT),
            run.peak as f64 / f64::from(1u32 << 20),
            (contestant.changed)(&contestant.peer).map_or("–".into(), |n| n.to_string()),
        );
    }
    Ok(())
}

/// The number after `"name":`.
fn field(output: &str, name: &str) -> Option<f64> {
    let value: serde_json::Value = serde_json::from_str(output).ok()?;
    value[name].as_f64()
}

fn by_field(peer: &Peer) -> Option<usize> {
    Some(field(&peer.output().ok()?, "changed_words")? as usize)
}

fn by_number(peer: &Peer) -> Option<usize> {
    peer.output().ok()?.trim().parse().ok()
}

/// wdiff and dwdiff tell how many words were deleted, inserted and changed.
fn by_statistics(peer: &Peer) -> Option<usize> {
    let mut asked = peer.clone();
    let options = ["-s", "-1", "-2", "-3"];
    asked.command.splice(1..1, options.map(str::to_owned));
    // wdiff tells on standard output, dwdiff on standard error.
    let output = Peer::new(
        "sh",
        ["sh".into(), "-c".into(), r#""$0" "$@" 2>&1"#.into()]
            .into_iter()
            .chain(asked.command),
    )
    .output()
    .ok()?;
    let words: Vec<&str> = output.split_whitespace().collect();
    let before = |verb: &str| -> usize {
        let places = words.iter().enumerate().filter(|(_, w)| **w == verb);
        places
            .filter_map(|(at, _)| words.get(at.checked_sub(2)?)?.parse::<usize>().ok())
            .sum()
    };
    Some(before("deleted") + before("inserted") + before("changed"))
}

fn by_plus_and_minus(peer: &Peer) -> Option<usize> {
    let mut asked = peer.clone();
    for argument in &mut asked.command {
        if argument == "--word-diff" {
            *argument = "--word-diff=porcelain".into();
        }
    }
    let output = asked.output().ok()?;
    let changed = output
        .lines()
        .skip_while(|line| !line.starts_with("@@"))
        .filter(|line| line.starts_with(['+', '-']));
    Some(
        changed
            .map(|line| line[1..].split_whitespace().count())
            .sum(),
    )
}
