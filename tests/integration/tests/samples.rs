//! The made-up negotiation: what the comparison says of each step against what is known.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use wsis_compare::{LinkKind, Settings, compare};
use wsis_document::{Document, ParagraphIndex, Silent};
use wsis_import::{Options, import};

#[derive(Deserialize)]
struct Truth {
    step: Vec<Step>,
}

#[derive(Deserialize)]
struct Step {
    older: String,
    newer: String,
    links: Vec<Known>,
}

#[derive(Deserialize)]
struct Known {
    older: Vec<String>,
    newer: Vec<String>,
    kind: LinkKind,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../documents/samples")
}

fn truth() -> Truth {
    toml::from_str(&std::fs::read_to_string(folder().join("truth.toml")).unwrap()).unwrap()
}

fn draft(language: &str, name: &str) -> Document {
    let file = format!("{name}.md");
    let bytes = std::fs::read(folder().join(language).join(&file)).unwrap();
    import(&file, &bytes, &Options::default(), &Silent).unwrap()
}

fn ids(document: &Document, paragraphs: &[ParagraphIndex]) -> Vec<String> {
    paragraphs
        .iter()
        .map(|p| document.paragraphs[p.get()].id.clone())
        .collect()
}

#[test]
fn the_drafts_have_the_paragraphs_that_the_truth_names() {
    for step in truth().step {
        for language in ["en", "ja"] {
            type Side = fn(&Known) -> &Vec<String>;
            let sides: [(&str, Side); 2] = [
                (&step.older, |known| &known.older),
                (&step.newer, |known| &known.newer),
            ];
            for (name, side) in sides {
                let document = draft(language, name);
                assert_eq!(document.language.code(), language);
                let read: BTreeSet<&str> =
                    document.paragraphs.iter().map(|p| p.id.as_str()).collect();
                let named: BTreeSet<&str> = step
                    .links
                    .iter()
                    .flat_map(side)
                    .map(String::as_str)
                    .collect();
                assert_eq!(read, named, "{language}/{name}");
                assert_eq!(document.sections.len(), 4, "{language}/{name}");
            }
        }
    }
}

#[test]
fn every_step_is_told_as_it_was() {
    let mut lines = Vec::new();
    let mut short = Vec::new();
    for language in ["en", "ja"] {
        for step in truth().step {
            let (left, right) = (draft(language, &step.older), draft(language, &step.newer));
            let result = compare(&left, &right, &Settings::default(), &[], &Silent);
            let mut found = BTreeSet::new();
            let mut kinds: BTreeMap<String, LinkKind> = BTreeMap::new();
            for link in &result.links {
                let (older, newer) = (ids(&left, &link.left), ids(&right, &link.right));
                for new in &newer {
                    kinds.insert(format!("+{new}"), link.kind);
                    found.extend(older.iter().map(|old| (old.clone(), new.clone())));
                }
                for old in &older {
                    kinds.insert(format!("-{old}"), link.kind);
                }
            }
            let mut known = BTreeSet::new();
            let (mut paragraphs, mut right_kinds) = (0, 0);
            let mut wrong = Vec::new();
            for link in &step.links {
                for new in &link.newer {
                    known.extend(link.older.iter().map(|old| (old.clone(), new.clone())));
                }
                let new = link.newer.iter().map(|id| format!("+{id}"));
                let old = link.older.iter().map(|id| format!("-{id}"));
                for paragraph in new.chain(old) {
                    paragraphs += 1;
                    if kinds.get(&paragraph) == Some(&link.kind) {
                        right_kinds += 1;
                    } else {
                        wrong.push(format!(
                            "{paragraph} {:?} not {:?}",
                            kinds.get(&paragraph),
                            link.kind
                        ));
                    }
                }
            }
            let common = found.intersection(&known).count() as f64;
            let f1 = 2.0 * common / (found.len() + known.len()) as f64;
            let share = f64::from(right_kinds) / f64::from(paragraphs);
            let line = format!(
                "{language} {} -> {}: pairs F1 {f1:.3}, kinds {share:.3} {wrong:?}",
                step.older, step.newer
            );
            if f1 < PAIRS || share < KINDS {
                short.push(line.clone());
            }
            lines.push(line);
        }
    }
    println!("{}", lines.join("\n"));
    assert!(short.is_empty(), "{}", short.join("\n"));
}

/// Least share of pairs of paragraphs, as F1, in each step and language.
const PAIRS: f64 = 0.95;

/// Least share of paragraphs whose kind of link is the known one.
const KINDS: f64 = 0.94;
