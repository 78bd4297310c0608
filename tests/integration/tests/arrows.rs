//! Which crate may use which: the table of `src-tauri/crates/README.md`, held against what Cargo
//! says. An arrow that is not in the table is a decision, and a decision is written down first.

use serde_json::Value;

/// Our crates, from the bottom up, with what each may use of ours.
const ARROWS: [(&str, &[&str]); 12] = [
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
    ("wsis-fetch", &["wsis-document"]),
    (
        "wsis-app",
        &[
            "wsis-document",
            "wsis-fetch",
            "wsis-import",
            "wsis-compare",
            "wsis-notes",
            "wsis-store",
            "wsis-export",
        ],
    ),
    ("wsis-cli", &["wsis-app"]),
    ("wsis-desktop", &["wsis-app"]),
    ("wsis-drafts", &["wsis-document", "wsis-compare"]),
    ("wsis-integration", EVERYTHING),
];

const EVERYTHING: &[&str] = &[
    "wsis-document",
    "wsis-fetch",
    "wsis-import",
    "wsis-compare",
    "wsis-notes",
    "wsis-store",
    "wsis-export",
    "wsis-app",
    "wsis-drafts",
];

/// Crates from elsewhere that belong in certain rooms only. A name that ends in `*` stands for
/// every name that begins so.
const ROOMS: [(&[&str], &[&str]); 10] = [
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
            "ego-tree",
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
    // No part of the engine is asynchronous.
    (
        &["tokio*", "async-std", "reqwest", "hyper*", "futures*"],
        &[],
    ),
    // One crate opens the network.
    (
        &[
            "ureq*",
            "attohttpc",
            "minreq",
            "isahc",
            "curl*",
            "socket2",
            "mio",
            "rustls*",
            "native-tls",
            "openssl*",
        ],
        &["wsis-fetch"],
    ),
    // Starts the user's browser.
    (&["open", "opener", "webbrowser"], &["wsis-desktop"]),
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
        { "name": "wsis-cli", "dependencies": [{ "name": "ureq" }, { "name": "wsis-fetch" }] },
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
            "wsis-cli uses ureq, which belongs in another crate",
            "wsis-cli uses wsis-fetch",
            "wsis-extra is not in the table of arrows",
        ]
    );
}

/// Names under which Rust code reaches the network.
const NETWORK: [&str; 5] = [
    "std::net",
    "TcpStream",
    "TcpListener",
    "UdpSocket",
    "ureq::",
];

/// The Rust files below a folder.
fn sources(folder: &std::path::Path, found: &mut Vec<std::path::PathBuf>) {
    // The crate of these tests has none.
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn only_one_crate_names_the_network() {
    let mut by_crate = std::collections::BTreeMap::<String, usize>::new();
    let metadata = workspace();
    for package in list(&metadata, "packages") {
        let manifest = std::path::Path::new(text(package, "manifest_path"));
        let mut files = Vec::new();
        sources(&manifest.with_file_name("src"), &mut files);
        assert!(!files.is_empty() || text(package, "name") == "wsis-integration");
        assert!(!files.is_empty() || text(package, "name") == "wsis-integration");
        let opening = files.iter().filter(|file| {
            let source = std::fs::read_to_string(file).expect("a source of ours");
            NETWORK.iter().any(|name| source.contains(name))
        });
        by_crate.insert(text(package, "name").to_owned(), opening.count());
    }
    by_crate.retain(|_, files| *files > 0);
    assert_eq!(by_crate.into_keys().collect::<Vec<_>>(), ["wsis-fetch"]);
}
