//! The commands that a window gives, over a library of its own.

use std::path::Path;
use std::sync::Mutex;

use serde_json::{Value, json};
use tempfile::TempDir;
use wsis_app::App;
use wsis_app::contract::{ErrorView, ProgressView};

/// An engine with an empty library.
pub(crate) fn app() -> (TempDir, App) {
    let folder = TempDir::new().unwrap();
    let app = App::new(folder.path());
    (folder, app)
}

pub(crate) fn call(app: &App, name: &str, payload: Value) -> Value {
    app.call(name, payload, None, &|_| {})
        .unwrap_or_else(|error| panic!("{name}: {error:?}"))
}

pub(crate) fn refused(app: &App, name: &str, payload: Value) -> ErrorView {
    app.call(name, payload, None, &|_| {}).expect_err(name)
}

pub(crate) fn start(app: &App, language: &str) -> Value {
    call(app, "app.start", json!({ "systemLanguage": language }))
}

pub(crate) fn open(app: &App, left: &Value, right: &Value) -> Value {
    let request = json!({ "left": left, "right": right, "regime": "auto", "granularity": "word" });
    call(app, "comparison.open", request)
}

pub(crate) fn rows(app: &App, comparison: &Value) -> Vec<Value> {
    let total = comparison["rows"].as_array().unwrap().len();
    let mut rows = Vec::new();
    while rows.len() < total {
        let request = json!({
            "comparison": comparison["id"],
            "from": rows.len(),
            "to": (rows.len() + 200).min(total),
        });
        rows.extend(
            call(app, "comparison.rows", request)
                .as_array()
                .unwrap()
                .iter()
                .cloned(),
        );
    }
    rows
}

/// Reads a file and puts it into the library as it was read.
pub(crate) fn import(app: &App, path: &str) -> Value {
    let report = call(app, "library.import", json!({ "path": path }));
    save(app, &report)["documents"][0].clone()
}

pub(crate) fn save(app: &App, report: &Value) -> Value {
    call(
        app,
        "library.save",
        json!({ "draft": report["draft"], "replace": false }),
    )
}

pub(crate) fn write(folder: &Path, name: &str, bytes: &[u8]) -> String {
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path.to_string_lossy().into_owned()
}

pub(crate) fn text_of(cell: &Value) -> String {
    let pieces = cell["pieces"].as_array().unwrap();
    pieces
        .iter()
        .filter(|piece| piece["op"] != "note_mark")
        .map(|piece| piece["text"].as_str().unwrap())
        .collect()
}

#[test]
fn a_new_library_opens_on_the_digests_in_the_users_language() {
    for (system, language) in [("en-GB", "en"), ("ja-JP", "ja"), ("fr", "en")] {
        let (_folder, app) = app();
        let start = start(&app, system);
        assert_eq!(start["settings"]["language"], language);
        assert_eq!(start["library"].as_array().unwrap().len(), 4);
        let comparison = open(&app, &start["open"]["left"], &start["open"]["right"]);
        assert_eq!(comparison["left"]["symbol"], "A/RES/70/125");
        assert_eq!(comparison["right"]["symbol"], "A/RES/80/173");
        for side in ["left", "right"] {
            assert_eq!(comparison[side]["language"], language);
            assert_eq!(comparison[side]["digest"], true);
        }
    }
}

#[test]
fn rows_show_every_paragraph_of_both_texts_once() {
    let (_folder, app) = app();
    let start = start(&app, "en");
    let comparison = open(&app, &start["open"]["left"], &start["open"]["right"]);
    let rows = rows(&app, &comparison);
    for side in ["left", "right"] {
        let mut seen: Vec<u64> = rows
            .iter()
            .filter(|row| row["kind"] != "heading")
            .flat_map(|row| row[side].as_array().unwrap())
            .map(|cell| cell["paragraph"].as_u64().unwrap())
            .collect();
        seen.sort_unstable();
        let all: Vec<u64> = (0..comparison[side]["paragraphs"].as_u64().unwrap()).collect();
        assert_eq!(seen, all, "{side}");
    }
}

#[test]
fn the_index_of_rows_agrees_with_the_rows() {
    let (_folder, app) = app();
    let start = start(&app, "en");
    let comparison = open(&app, &start["open"]["left"], &start["open"]["right"]);
    let rows = rows(&app, &comparison);
    for (row, head) in rows.iter().zip(comparison["rows"].as_array().unwrap()) {
        assert_eq!(row["kind"], head["kind"]);
        let marked = ["left", "right"]
            .iter()
            .flat_map(|side| row[*side].as_array().unwrap())
            .flat_map(|cell| cell["pieces"].as_array().unwrap())
            .filter_map(|piece| piece["change"].as_u64())
            .max()
            .map_or(0, |last| last + 1);
        let stops = head["changes"].as_u64().unwrap();
        assert!(stops >= marked, "{head}");
    }
    let summary = &comparison["summary"];
    let stops: u64 = comparison["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|head| head["changes"].as_u64().unwrap())
        .sum();
    assert_eq!(summary["changes"], stops);
    assert!(stops > 0);
}

#[test]
fn a_note_is_there_after_closing_and_opening() {
    let (folder, first) = app();
    let start_view = start(&first, "en");
    let comparison = open(
        &first,
        &start_view["open"]["left"],
        &start_view["open"]["right"],
    );
    let cell = rows(&first, &comparison)
        .into_iter()
        .find(|row| row["kind"] == "revised")
        .map(|row| row["right"][0].clone())
        .unwrap();
    let passage: String = text_of(&cell).chars().skip(3).take(12).collect();
    let added = call(
        &first,
        "notes.add",
        json!({
            "document": comparison["right"]["id"],
            "place": { "paragraph": cell["paragraph"], "start": 3, "end": 15 },
            "body": "Ask the capital.\n本国に照会。",
            "tags": ["JP", "check"],
        }),
    );
    assert_eq!(added["quote"], passage);
    drop(first);

    let second = App::new(folder.path());
    let again = start(&second, "en");
    assert_eq!(again["open"]["right"], comparison["right"]["id"]);
    let request = json!({ "documents": [comparison["left"]["id"], comparison["right"]["id"]] });
    let notes = call(&second, "notes.list", request.clone());
    assert_eq!(notes.as_array().unwrap().len(), 1);
    assert_eq!(notes[0]["body"], "Ask the capital.\n本国に照会。");
    assert_eq!(
        notes[0]["place"],
        json!({ "paragraph": cell["paragraph"], "start": 3, "end": 15 })
    );

    let edit = json!({
        "id": added["id"], "body": "Settled.", "tags": ["JP"], "state": "done",
    });
    assert_eq!(call(&second, "notes.edit", edit)["state"], "done");
    call(&second, "notes.delete", json!({ "id": added["id"] }));
    assert_eq!(call(&second, "notes.list", request), json!([]));
    let gone = refused(&second, "notes.delete", json!({ "id": added["id"] }));
    assert_eq!(gone.code, "not-found");
}

#[test]
fn a_note_outside_the_text_is_refused() {
    let (_folder, app) = app();
    let start = start(&app, "en");
    for (first, last) in [(0, 0), (5, 2), (0, 1_000_000)] {
        let request = json!({
            "document": start["open"]["left"],
            "place": { "paragraph": 0, "start": first, "end": last },
            "body": "x", "tags": [],
        });
        assert_eq!(refused(&app, "notes.add", request).code, "invalid");
    }
}

#[test]
fn two_files_of_the_user_are_compared() {
    let (folder, app) = app();
    start(&app, "en");
    let old = write(
        folder.path(),
        "old.md",
        b"# Harbour rules\n\n## Boats\n\n1. Boats shall keep to the right bank of the river.\n\n2. Oars are painted white.\n",
    );
    let new = write(
        folder.path(),
        "new.md",
        b"# Harbour rules\n\n## Boats\n\n1. Boats should keep to the right bank of the river.\n\n2. Oars are painted white.\n",
    );
    let left = import(&app, &old);
    let right = import(&app, &new);
    assert_eq!(left["numbered"], 2);
    let comparison = open(&app, &left["id"], &right["id"]);
    let rows = rows(&app, &comparison);
    let revised: Vec<&Value> = rows.iter().filter(|row| row["kind"] == "revised").collect();
    assert_eq!(revised.len(), 1);
    let marked = |side: &str, op: &str| -> Vec<String> {
        revised[0][side][0]["pieces"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|piece| piece["op"] == op)
            .map(|piece| piece["text"].as_str().unwrap().trim().to_owned())
            .collect()
    };
    assert_eq!(marked("left", "removed"), ["shall"]);
    assert_eq!(marked("right", "added"), ["should"]);
    assert_eq!(revised[0]["classes"][0]["class"], "commitment_verb");
}

#[test]
fn a_footnote_mark_of_a_heading_that_went_is_a_change() {
    let (folder, app) = app();
    start(&app, "en");
    let text = |mark: &str, note: &str| {
        format!("# Harbour rules\n\n## Lights{mark}\n\n1. Lamps burn all night long.\n\n{note}")
    };
    let older = text("[^1]", "[^1]: See the table of tides.\n");
    let older = import(&app, &write(folder.path(), "older.md", older.as_bytes()));
    let newer = text("", "");
    let newer = import(&app, &write(folder.path(), "newer.md", newer.as_bytes()));
    let comparison = open(&app, &older["id"], &newer["id"]);
    let rows = rows(&app, &comparison);
    let at = rows
        .iter()
        .position(|row| row["kind"] == "heading")
        .unwrap();
    assert_eq!(comparison["rows"][at]["changes"], 1);
    let pieces = &rows[at]["left"][0]["pieces"];
    assert_eq!(pieces[1]["op"], "note_removed");
    assert_eq!(pieces[1]["class"], "citation");
    assert_eq!(
        rows[at]["classes"],
        json!([{ "class": "citation", "count": 1 }])
    );
    let citations = comparison["classes"].as_array().unwrap();
    let citations = citations.iter().find(|one| one["class"] == "citation");
    assert_eq!(citations.unwrap()["count"], 1);
}

#[test]
fn a_bad_file_leaves_the_library_as_it_was() {
    let (folder, app) = app();
    let before = start(&app, "en")["library"].clone();
    let cases: [(&str, &[u8], &str); 4] = [
        ("empty.pdf", b"", "import-empty"),
        ("cut.docx", b"PK\x03\x04broken", "import-damaged"),
        ("picture.pdf", b"\x89PNG\r\n\x1a\n0000", "import-mismatch"),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj\n<<", "import-damaged"),
    ];
    for (name, bytes, code) in cases {
        let path = write(folder.path(), name, bytes);
        let error = refused(&app, "library.import", json!({ "path": path }));
        assert_eq!(error.code, code, "{name}: {error:?}");
        assert_eq!(error.file.as_deref(), Some(name));
    }
    let error = refused(&app, "library.import", json!({ "path": "nowhere.pdf" }));
    assert_eq!(error.code, "file-not-found");
    assert_eq!(call(&app, "library.list", json!({})), before);
}

#[test]
fn a_file_dropped_without_a_path_is_read() {
    let (_folder, app) = app();
    start(&app, "en");
    let request = json!({ "name": "drop.txt", "base64": "MS4gT25lLgoKMi4gVHdvLgo=" });
    let report = call(&app, "library.importBytes", request.clone());
    assert_eq!(report["known"], false);
    assert_eq!(report["document"]["numbered"], 2);
    assert_eq!(save(&app, &report)["known"], false);
    assert_eq!(call(&app, "library.importBytes", request)["known"], true);
    let id = &report["document"]["id"];
    call(&app, "library.remove", json!({ "id": id }));
    assert_eq!(
        refused(&app, "library.remove", json!({ "id": id })).code,
        "not-found"
    );
}

#[test]
fn a_long_comparison_can_be_cancelled() {
    let (folder, app) = app();
    start(&app, "en");
    let text = |salt: u32| -> String {
        (1..1500u32)
            .map(|n| {
                let words: Vec<String> = (0..30)
                    .map(|k| format!("w{}", (n * 31 + k * 7 + salt) % 997))
                    .collect();
                format!("{n}. {}.\n\n", words.join(" "))
            })
            .collect()
    };
    let import = |name: &str, salt| {
        let path = write(folder.path(), name, text(salt).as_bytes());
        import(&app, &path)["id"].clone()
    };
    let (left, right) = (import("a.txt", 0), import("b.txt", 3));
    let request = json!({ "left": left, "right": right, "regime": "auto", "granularity": "word" });
    let seen = Mutex::new(0);
    let cancel_at_once = |progress: ProgressView| {
        *seen.lock().unwrap() += 1;
        app.call("job.cancel", json!({ "job": progress.job }), None, &|_| {})
            .unwrap();
    };
    let error = app
        .call("comparison.open", request, Some("j1"), &cancel_at_once)
        .unwrap_err();
    assert_eq!(error.code, "cancelled");
    assert!(*seen.lock().unwrap() > 0);
}

#[test]
fn exports_hold_the_notes_and_only_the_chapter_asked_for() {
    let (folder, app) = app();
    let start = start(&app, "en");
    let comparison = open(&app, &start["open"]["left"], &start["open"]["right"]);
    let request = json!({
        "document": comparison["right"]["id"],
        "place": { "paragraph": 12, "start": 0, "end": 8 },
        "body": "A remark on the margin", "tags": [],
    });
    call(&app, "notes.add", request);
    let export = |format: &str, chapter: Value| {
        let path = folder.path().join(format!("out.{format}"));
        let request = json!({
            "comparison": comparison["id"], "format": format, "path": path, "chapter": chapter,
        });
        call(&app, "comparison.export", request);
        std::fs::read_to_string(path).unwrap()
    };
    let html = export("html", Value::Null);
    assert!(html.contains("A remark on the margin"));
    assert!(html.contains("<ins") && html.contains("<del"));
    assert!(export("csv", Value::Null).starts_with('\u{feff}'));
    let whole: Value = serde_json::from_str(&export("json", Value::Null)).unwrap();
    let chapter: Value = serde_json::from_str(&export("json", json!(3))).unwrap();
    let count = |value: &Value| value["links"].as_array().unwrap().len();
    assert!(count(&chapter) > 0 && count(&chapter) < count(&whole));
    let leftovers = std::fs::read_dir(folder.path())
        .unwrap()
        .filter(|entry| {
            entry
                .as_ref()
                .unwrap()
                .path()
                .extension()
                .is_some_and(|e| e == "part")
        })
        .count();
    assert_eq!(leftovers, 0);
}

#[test]
fn an_export_that_cannot_be_written_says_so() {
    let (folder, app) = app();
    let start = start(&app, "en");
    let comparison = open(&app, &start["open"]["left"], &start["open"]["right"]);
    let path = folder.path().join("no such folder").join("out.html");
    let request = json!({
        "comparison": comparison["id"], "format": "html", "path": path, "chapter": null,
    });
    assert_eq!(
        refused(&app, "comparison.export", request).code,
        "write-failed"
    );
}

#[test]
fn a_damaged_library_is_set_aside_and_named() {
    let (folder, first) = app();
    start(&first, "en");
    drop(first);
    let file = folder.path().join(wsis_app::LIBRARY_FILE);
    std::fs::write(&file, b"this is no database at all, but somebody's letter").unwrap();
    let start = start(&App::new(folder.path()), "en");
    assert_eq!(start["notices"][0]["code"], "database-damaged");
    let aside = start["notices"][0]["path"].as_str().unwrap();
    assert!(
        std::fs::read_to_string(aside)
            .unwrap()
            .contains("somebody's letter")
    );
    assert_eq!(start["library"].as_array().unwrap().len(), 4);
}

#[test]
fn settings_are_kept_and_bad_ones_refused() {
    let (folder, first) = app();
    let mut settings = start(&first, "en")["settings"].clone();
    settings["theme"] = json!("dark");
    settings["textSize"] = json!(90);
    assert_eq!(
        call(&first, "settings.set", settings.clone())["textSize"],
        28
    );
    settings["theme"] = json!("mauve");
    assert_eq!(refused(&first, "settings.set", settings).code, "invalid");
    drop(first);
    assert_eq!(
        start(&App::new(folder.path()), "en")["settings"]["theme"],
        "dark"
    );
}

#[test]
fn unknown_commands_and_bad_requests_are_refused() {
    let (_folder, app) = app();
    assert_eq!(refused(&app, "app.explode", json!({})).code, "invalid");
    assert_eq!(
        refused(&app, "notes.list", json!({ "documents": 3 })).code,
        "invalid"
    );
    assert!(app.check_address("https://example.org/").is_err());
}
