//! The comparison against what people say: hand-made links, and drafts whose numbers are known to
//! correspond. Runs where the folder with the official texts is.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use serde::Deserialize;
use wsis_compare::{Comparison, LinkKind, Settings, Tier, compare};
use wsis_document::{Document, ParagraphIndex, ParagraphKind, Silent};
use wsis_import::{Options, import};

#[derive(Deserialize)]
struct Gold {
    paragraphs: Vec<Graded>,
}

#[derive(Deserialize)]
struct Graded {
    new: String,
    revised: Vec<String>,
    related: Vec<String>,
}

/// The folder with the official texts, where there is one.
pub(crate) fn shared() -> Option<PathBuf> {
    let named = std::env::var_os("WSIS_SHARED").map(PathBuf::from);
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    named
        .into_iter()
        .chain([beside])
        .find(|folder| folder.join("texts").is_dir())
}

/// Says that a test did not run.
pub(crate) fn skipped(name: &str) {
    println!("skipped: {name}: the folder with the official texts is not here");
}

fn read(folder: &std::path::Path, file: &str) -> Document {
    let path = folder.join("texts").join(file);
    let bytes = std::fs::read(&path).unwrap();
    import(file, &bytes, &Options::default(), &Silent).unwrap()
}

fn ids(document: &Document, paragraphs: &[ParagraphIndex]) -> Vec<String> {
    paragraphs
        .iter()
        .map(|p| document.paragraphs[p.get()].id.clone())
        .collect()
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

#[test]
fn hand_made_links_are_found() {
    let Some(folder) = shared() else {
        return skipped("hand_made_links_are_found");
    };
    let gold: Gold =
        serde_json::from_slice(&std::fs::read(folder.join("gold/wsis10-wsis20.json")).unwrap())
            .unwrap();
    let left = read(&folder, "official/A_RES_70_125.docx");
    let right = read(&folder, "official/A_RES_80_173.pdf");
    let result = compare(&left, &right, &Settings::default(), &[], &Silent);

    let scope: BTreeSet<&str> = gold.paragraphs.iter().map(|g| g.new.as_str()).collect();
    let pairs = |of: fn(&Graded) -> &Vec<String>| -> BTreeSet<(String, String)> {
        gold.paragraphs
            .iter()
            .flat_map(|g| of(g).iter().map(move |old| (old.clone(), g.new.clone())))
            .collect()
    };
    let (revised, related) = (pairs(|g| &g.revised), pairs(|g| &g.related));
    let mut shown: BTreeMap<(String, String), Tier> = BTreeMap::new();
    for link in &result.links {
        for old in ids(&left, &link.left) {
            for new in ids(&right, &link.right)
                .into_iter()
                .filter(|id| scope.contains(id.as_str()))
            {
                shown.insert((old.clone(), new), link.tier);
            }
        }
    }
    let firm: Vec<_> = shown
        .iter()
        .filter(|(_, tier)| **tier <= Tier::Revised)
        .map(|(pair, _)| pair.clone())
        .collect();
    let mut suggested: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for link in &result.suggestions {
        suggested
            .entry(ids(&right, &link.right)[0].clone())
            .or_default()
            .push(ids(&left, &link.left)[0].clone());
    }
    let offered = |pair: &&(String, String)| {
        suggested
            .get(&pair.1)
            .is_some_and(|old| old.contains(&pair.0))
    };

    let found = share(
        revised.iter().filter(|p| shown.contains_key(*p)).count(),
        revised.len(),
    );
    let right_ones = shown
        .keys()
        .filter(|p| revised.contains(*p) || related.contains(*p))
        .count();
    let precision = share(right_ones, shown.len());
    let firm_revised = share(
        firm.iter().filter(|p| revised.contains(*p)).count(),
        firm.len(),
    );
    let suggestions = share(related.iter().filter(offered).count(), related.len());
    let met = share(
        related
            .iter()
            .filter(|p| offered(p) || shown.contains_key(*p))
            .count(),
        related.len(),
    );
    println!(
        "gold: revised found {found:.3}, shown pairs that are revised or related {precision:.3} of {}, \
         firm ones that are revised {firm_revised:.3} of {}, related among suggestions {suggestions:.3}, \
         among suggestions and links {met:.3}",
        shown.len(),
        firm.len()
    );
    assert!(found >= 0.93, "{found}");
    assert!(precision >= 0.90, "{precision}");
    assert!(firm_revised >= 0.92, "{firm_revised}");
    assert!(met >= 0.70, "{met}");
}

#[test]
fn chapters_are_carried_on_or_new() {
    let Some(folder) = shared() else {
        return skipped("chapters_are_carried_on_or_new");
    };
    let left = read(&folder, "official/A_RES_70_125.docx");
    let right = read(&folder, "official/A_RES_80_173.pdf");
    let result = compare(&left, &right, &Settings::default(), &[], &Silent);
    let partners = |word: &str| -> Vec<String> {
        let at = right
            .sections
            .iter()
            .position(|s| s.heading.to_lowercase().contains(word))
            .unwrap();
        let link = result
            .section_links
            .iter()
            .find(|l| l.right.iter().any(|s| s.get() == at))
            .unwrap();
        link.left
            .iter()
            .map(|s| left.sections[s.get()].heading.to_lowercase())
            .collect()
    };
    for new in ["data governance", "artificial intelligence"] {
        assert_eq!(partners(new), Vec::<String>::new(), "{new}");
    }
    let carried = [
        ("enabling environment", "enabling environment"),
        ("confidence and security", "confidence and security"),
        ("financial mechanisms", "financial mechanisms"),
        ("human rights", "human rights"),
        ("internet governance", "internet governance"),
        ("follow-up", "follow-up"),
        ("digital divides", "digital divides"),
    ];
    for (new, old) in carried {
        assert!(
            partners(new).iter().any(|heading| heading.contains(old)),
            "{new}: {:?}",
            partners(new)
        );
    }
}

/// Numbered paragraphs that are not linked to their own number and nothing else.
fn strays(left: &Document, right: &Document, result: &Comparison) -> Vec<String> {
    let numbered =
        |d: &Document, p: ParagraphIndex| d.paragraphs[p.get()].kind == ParagraphKind::Operative;
    let links = result.links.iter().filter(|l| {
        l.left.iter().any(|p| numbered(left, *p)) || l.right.iter().any(|p| numbered(right, *p))
    });
    links
        .map(|l| (ids(left, &l.left), ids(right, &l.right)))
        .filter(|(old, new)| old != new)
        .map(|(old, new)| format!("{old:?} {new:?}"))
        .collect()
}

#[test]
fn a_draft_and_its_adopted_text_agree_word_for_word() {
    let Some(folder) = shared() else {
        return skipped("a_draft_and_its_adopted_text_agree_word_for_word");
    };
    let left = read(&folder, "official/A_80_L.41.pdf");
    let right = read(&folder, "official/A_RES_80_173.pdf");
    let result = compare(&left, &right, &Settings::default(), &[], &Silent);
    assert_eq!(strays(&left, &right, &result), Vec::<String>::new());
    for difference in &result.differences {
        let link = &result.links[difference.link.0 as usize];
        let kinds: Vec<_> = link
            .right
            .iter()
            .map(|p| right.paragraphs[p.get()].kind)
            .collect();
        assert!(
            !kinds.contains(&ParagraphKind::Operative),
            "{:?}",
            ids(&right, &link.right)
        );
    }
}

#[test]
fn no_paragraph_of_a_series_of_drafts_moves_in_error() {
    let Some(folder) = shared() else {
        return skipped("no_paragraph_of_a_series_of_drafts_moves_in_error");
    };
    let files = [
        "A_RES_78_132",
        "A_RES_79_194",
        "A_C.2_80_L.17",
        "A_C.2_80_L.58",
        "A_RES_80_118",
    ];
    let texts: Vec<Document> = files
        .iter()
        .map(|f| read(&folder, &format!("series/{f}.pdf")))
        .collect();
    for (pair, names) in texts.windows(2).zip(files.windows(2)) {
        let result = compare(&pair[0], &pair[1], &Settings::default(), &[], &Silent);
        let moved: Vec<String> = result
            .links
            .iter()
            .filter(|l| matches!(l.kind, LinkKind::Moved | LinkKind::MovedRevised))
            .map(|l| {
                format!(
                    "{:?} to {:?}",
                    ids(&pair[0], &l.left),
                    ids(&pair[1], &l.right)
                )
            })
            .collect();
        println!(
            "series: {} to {}: moved {moved:?}, {:?}",
            names[0], names[1], result.summary
        );
        assert!(moved.len() <= 1, "{} to {}: {moved:?}", names[0], names[1]);
        if names[1] == "A_RES_80_118" {
            assert_eq!(strays(&pair[0], &pair[1], &result), Vec::<String>::new());
        }
    }
}
