//! The made-up negotiation: what the comparison says of each step against what is known.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use wsis_compare::{LinkKind, Settings, compare};
use wsis_document::{Document, ParagraphIndex, Silent};
use wsis_drafts::score::{Accuracy, share};
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

/// What a comparison of one step got right.
pub(crate) struct Told {
    /// F1 of the pairs of paragraphs that belong together.
    pub(crate) pairs: f64,
    /// Share of the paragraphs whose kind of link is the known one.
    pub(crate) kinds: f64,
    /// The others, in words.
    pub(crate) wrong: Vec<String>,
}

/// Scores the comparison of two drafts that follow each other.
pub(crate) fn told(language: &str, older: &str, newer: &str) -> Told {
    let truth = truth();
    let step = (truth.step.iter()).find(|step| step.older == older && step.newer == newer);
    let step = step.unwrap_or_else(|| panic!("no step from {older} to {newer}"));
    let (left, right) = (draft(language, older), draft(language, newer));
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
    let mut paragraphs = 0;
    let mut wrong = Vec::new();
    for link in &step.links {
        for new in &link.newer {
            known.extend(link.older.iter().map(|old| (old.clone(), new.clone())));
        }
        let new = link.newer.iter().map(|id| format!("+{id}"));
        let old = link.older.iter().map(|id| format!("-{id}"));
        for paragraph in new.chain(old) {
            paragraphs += 1;
            let kind = kinds.get(&paragraph);
            if kind != Some(&link.kind) {
                wrong.push(format!("{paragraph} {kind:?} not {:?}", link.kind));
            }
        }
    }
    let common = found.intersection(&known).count();
    Told {
        pairs: Accuracy::new(common, found.len(), known.len()).f1(),
        kinds: share(paragraphs - wrong.len(), paragraphs),
        wrong,
    }
}

#[test]
fn every_step_has_a_line_in_the_corpus() {
    let lines = include_str!("../../corpus/expected.txt");
    for step in truth().step {
        for language in ["en", "ja"] {
            let name = format!("samples {language} {} {}: ", step.older, step.newer);
            assert!(lines.lines().any(|line| line.starts_with(&name)), "{name}");
        }
    }
}
