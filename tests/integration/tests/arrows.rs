//! Which crate may use which: the table of `src-tauri/crates/README.md`, held against what Cargo
//! says. An arrow that is not in the table is a decision, and a decision is written down first.

use serde_json::Value;

/// Our crates, from the bottom up, with what each may use of ours.
const ARROWS: [(&str, &[&str]); 10] = [
    ("wsis-document", &[]),
    ("wsis-import", &["wsis-document"]),
    ("wsis-compare", &["wsis-document"]),
    ("wsis-notes", &["wsis-document", "wsis-compare"]),
    (
        "wsis-store",
        &["wsis-document", "wsis-compare", "wsis-notes"],
    ),
    (
        "wsis-export",
        &["wsis-document", "wsis-compare", "wsis-notes"],
    ),
    (
        "wsis-app",
        &[
            "wsis-document",
            "wsis-import",
            "wsis-compare",
            "wsis-notes",
            "wsis-store",
            "wsis-export",
        ],
    ),
    ("wsis-cli", &["wsis-app"]),
    ("wsis-desktop", &["wsis-app"]),
    ("wsis-integration", EVERYTHING),
];

const EVERYTHING: &[&str] = &[
    "wsis-document",
    "wsis-import",
    "wsis-compare",
    "wsis-notes",
    "wsis-store",
    "wsis-export",
    "wsis-app",
];

/// Crates from elsewhere that belong in certain rooms only. A name that ends in `*` stands for
/// every name that begins so.
const ROOMS: [(&[&str], &[&str]); 8] = [
    (&["tauri*", "wry", "tao"], &["wsis-desktop"]),
    (&["rusqlite*", "libsqlite3-sys"], &["wsis-store"]),
    (
        &[
            "zip",
            "quick-xml",
            "hayro*",
            "kurbo",
            "pdf*",
            "lopdf",
            "docx*",
            "pulldown-cmark",
            "scraper",
            "html5ever",
            "encoding_rs",
            "chardetng",
            "csv",
            "maud",
            "rust_xlsxwriter",
            "typst*",
        ],
        &["wsis-import", "wsis-export"],
    ),
    (
        &["unicode-segmentation", "unicode-normalization", "icu_*"],
        &["wsis-document"],
    ),
    (&["similar"], &["wsis-compare"]),
    // Below the use cases nothing knows the time, makes ids or asks the system for folders.
    (
        &["time", "chrono", "jiff", "uuid", "directories", "dirs"],
        &["wsis-app"],
    ),
    // No part of the engine is asynchronous or opens the network.
    (
        &[
            "tokio*",
            "async-std",
            "reqwest",
            "ureq",
            "hyper*",
            "futures*",
        ],
        &[],
    ),
    (&["clap*"], &["wsis-cli"]),
];

/// What breaks a rule, in words; empty for a workspace in order.
fn violations(metadata: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for package in list(metadata, "packages") {
        let user = text(package, "name");
        let Some((_, may_use)) = ARROWS.iter().find(|(name, _)| *name == user) else {
            found.push(format!("{user} is not in the table of arrows"));
            continue;
        };
        for dependency in list(package, "dependencies") {
            let used = text(dependency, "name");
            if used.starts_with("wsis-") && !may_use.contains(&used) {
                found.push(format!("{user} uses {used}"));
            }
            let closed = ROOMS.iter().any(|(names, rooms)| {
                names.iter().any(|name| fits(name, used)) && !rooms.contains(&user)
            });
            if closed {
                found.push(format!(
                    "{user} uses {used}, which belongs in another crate"
                ));
            }
        }
    }
    found
}

fn fits(pattern: &str, name: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(beginning) => name.starts_with(beginning),
        None => name == pattern,
    }
}

fn list<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value[key].as_array().into_iter().flatten()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

fn workspace() -> Value {
    let output = std::process::Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--no-deps",
            "--offline",
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).expect("cargo metadata is JSON")
}

#[test]
fn every_arrow_is_in_the_table() {
    let metadata = workspace();
    assert_eq!(violations(&metadata), Vec::<String>::new());
    let present = list(&metadata, "packages").count();
    assert_eq!(
        present,
        ARROWS.len(),
        "the table names crates that are not there"
    );
}

#[test]
fn an_arrow_that_is_not_in_the_table_is_found() {
    let made_up = serde_json::json!({ "packages": [
        { "name": "wsis-import", "dependencies": [{ "name": "wsis-compare" }, { "name": "zip" }] },
        { "name": "wsis-store", "dependencies": [{ "name": "wsis-export" }, { "name": "zip" }] },
        { "name": "wsis-notes", "dependencies": [{ "name": "icu_segmenter" }] },
        { "name": "wsis-app", "dependencies": [{ "name": "tauri" }, { "name": "uuid" }] },
        { "name": "wsis-extra", "dependencies": [] },
    ]});
    assert_eq!(
        violations(&made_up),
        [
            "wsis-import uses wsis-compare",
            "wsis-store uses wsis-export",
            "wsis-store uses zip, which belongs in another crate",
            "wsis-notes uses icu_segmenter, which belongs in another crate",
            "wsis-app uses tauri, which belongs in another crate",
            "wsis-extra is not in the table of arrows",
        ]
    );
}
