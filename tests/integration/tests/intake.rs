//! Bringing files in: a draft, its report, corrections, and what is saved of it.

use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;
use wsis_app::App;
use wsis_app::contract::ErrorView;

const RULES: &str = "# Orchard rules

## Trees

1. Every tree is watered in summer. No tree is cut in spring.

2. Bees are welcome in all

gardens of the valley.

Harvest

3. Apples are picked by hand.
";

fn app() -> (TempDir, App) {
    let folder = TempDir::new().unwrap();
    let app = App::new(folder.path());
    (folder, app)
}

fn call(app: &App, name: &str, payload: Value) -> Value {
    app.call(name, payload, None, &|_| {})
        .unwrap_or_else(|error| panic!("{name}: {error:?}"))
}

fn refused(app: &App, name: &str, payload: Value) -> ErrorView {
    app.call(name, payload, None, &|_| {}).expect_err(name)
}

fn prepare(app: &App, folder: &Path, name: &str, text: &str) -> Value {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    call(app, "library.import", json!({ "path": path }))
}

fn save(app: &App, report: &Value, replace: bool) -> Value {
    call(
        app,
        "library.save",
        json!({ "draft": report["draft"], "replace": replace }),
    )
}

fn list(app: &App) -> Vec<Value> {
    call(app, "library.list", json!({}))
        .as_array()
        .unwrap()
        .clone()
}

/// The piece of the outline that begins with these words.
fn piece<'r>(report: &'r Value, words: &str) -> &'r Value {
    report["outline"]
        .as_array()
        .unwrap()
        .iter()
        .find(|piece| piece["words"].as_str().unwrap().starts_with(words))
        .unwrap_or_else(|| panic!("{words}: {report:#}"))
}

fn change(at: &Value, change: &str) -> Value {
    json!({ "at": at, "change": change, "level": null, "label": null, "before": null, "words": "" })
}

/// Reads the draft again with more corrections than it has.
fn correct(app: &App, report: &Value, more: &[Value]) -> Value {
    let mut reading = report["reading"].clone();
    reading["corrections"]
        .as_array_mut()
        .unwrap()
        .extend(more.iter().cloned());
    call(
        app,
        "library.correct",
        json!({ "draft": report["draft"], "reading": reading }),
    )
}

/// The reading of a report with one field changed.
fn reading(report: &Value, field: &str, value: Value) -> Value {
    let mut reading = report["reading"].clone();
    reading[field] = value;
    json!({ "draft": report["draft"], "reading": reading })
}

#[test]
fn nothing_is_in_the_library_before_it_is_saved() {
    let (folder, app) = app();
    let report = prepare(&app, folder.path(), "rules.md", RULES);
    assert_eq!(report["document"]["title"], "Orchard rules");
    assert_eq!(report["recognised"]["numbered"], 3);
    assert_eq!(report["known"], false);
    assert!(list(&app).is_empty());
    // Another start of the program knows nothing of the draft, and the library is whole.
    let again = App::new(folder.path());
    let error = refused(
        &again,
        "library.save",
        json!({ "draft": report["draft"], "replace": false }),
    );
    assert_eq!(error.code, "draft-gone");
    assert!(list(&again).is_empty());

    let saved = save(&app, &report, false);
    assert_eq!(saved["documents"][0]["title"], "Orchard rules");
    assert_eq!(list(&app).len(), 1);
    let error = refused(
        &app,
        "library.save",
        json!({ "draft": report["draft"], "replace": false }),
    );
    assert_eq!(error.code, "draft-gone");
    let discarded = prepare(
        &app,
        folder.path(),
        "other.md",
        "# Other\n\n1. Another text.\n",
    );
    call(
        &app,
        "library.discard",
        json!({ "draft": discarded["draft"] }),
    );
    assert_eq!(list(&app).len(), 1);
}

#[test]
fn corrections_are_applied_kept_and_applied_again_to_the_same_file() {
    let (folder, app) = app();
    let report = prepare(&app, folder.path(), "rules.md", RULES);
    let split = call(
        &app,
        "library.sentences",
        json!({ "draft": report["draft"], "at": piece(&report, "Every tree")["at"] }),
    );
    assert_eq!(split[1]["text"], "No tree is cut in spring.");
    let mut heading = change(&piece(&report, "Harvest")["at"], "heading");
    heading["level"] = json!(1);
    let mut number = change(&split[1]["at"], "number");
    number["label"] = json!("1 bis");
    let report = correct(
        &app,
        &report,
        &[
            change(&piece(&report, "gardens")["at"], "join"),
            heading,
            change(&split[1]["at"], "split"),
            number,
        ],
    );
    assert_eq!(piece(&report, "No tree")["label"], "1 bis");
    assert_eq!(piece(&report, "Harvest")["kind"], "heading");
    assert_eq!(piece(&report, "Harvest")["corrected"], true);
    assert_eq!(
        piece(&report, "Bees")["words"],
        "Bees are welcome in all gardens of the valley."
    );
    assert_eq!(
        report["reading"]["corrections"].as_array().unwrap().len(),
        4
    );
    let saved = save(&app, &report, false);
    let id = saved["documents"][0]["id"].clone();

    let kept = call(&app, "library.report", json!({ "id": id }));
    assert_eq!(kept["reading"]["corrections"].as_array().unwrap().len(), 4);
    assert_eq!(kept["draft"], Value::Null);
    let words = |report: &Value| -> Vec<Value> {
        let outline = report["outline"].as_array().unwrap();
        outline
            .iter()
            .filter(|p| p["kind"] != "title")
            .map(|p| p["words"].clone())
            .collect()
    };
    assert_eq!(words(&kept), words(&report));

    let again = App::new(folder.path());
    call(&again, "library.remove", json!({ "id": id }));
    let report = prepare(&again, folder.path(), "copy of rules.md", RULES);
    assert_eq!(report["document"]["id"], id);
    assert_eq!(piece(&report, "No tree")["label"], "1 bis");
}

#[test]
fn facts_and_language_are_what_the_user_says() {
    let (folder, app) = app();
    let report = prepare(&app, folder.path(), "rules.md", RULES);
    let first = report["document"]["id"].clone();
    assert_eq!(
        (&report["detected"], &report["document"]["language"]),
        (&json!("en"), &json!("en"))
    );
    let report = call(
        &app,
        "library.correct",
        reading(&report, "language", json!("fr")),
    );
    assert_eq!(report["document"]["language"], "fr");
    assert_eq!(report["detected"], "en");
    assert_ne!(report["document"]["id"], first);
    let report = call(
        &app,
        "library.correct",
        reading(&report, "symbol", json!("O/1")),
    );
    let report = call(
        &app,
        "library.correct",
        reading(&report, "date", json!("2026-05-01")),
    );
    let report = call(
        &app,
        "library.correct",
        reading(&report, "title", json!("Rules")),
    );
    save(&app, &report, false);
    let row = &list(&app)[0];
    for (field, value) in [
        ("symbol", "O/1"),
        ("date", "2026-05-01"),
        ("title", "Rules"),
        ("language", "fr"),
    ] {
        assert_eq!(row[field], value);
    }
    let report = prepare(&app, folder.path(), "rules.md", RULES);
    assert_eq!(report["known"], true);
    for (field, value, code) in [
        ("language", "tlh", "invalid"),
        ("date", "2026-13-01", "date-unknown"),
        ("changes", "perhaps", "invalid"),
    ] {
        let error = refused(
            &app,
            "library.correct",
            reading(&report, field, json!(value)),
        );
        assert_eq!(error.code, code);
    }
    let mut number = change(&piece(&report, "Bees")["at"], "number");
    number["label"] = json!("umpteen");
    let mut request = reading(&report, "corrections", json!([number]));
    assert_eq!(
        refused(&app, "library.correct", request.clone()).code,
        "label-unknown"
    );
    // A refused correction leaves the draft as it was.
    request["reading"]["corrections"] = json!([]);
    assert_eq!(
        call(&app, "library.correct", request)["document"]["title"],
        "Rules"
    );
}

#[test]
fn what_was_set_aside_by_hand_is_told_and_comes_back() {
    let (folder, app) = app();
    let report = prepare(&app, folder.path(), "rules.md", RULES);
    let dropped = correct(
        &app,
        &report,
        &[change(&piece(&report, "gardens")["at"], "drop")],
    );
    let stripped = &dropped["stripped"][0];
    assert_eq!(
        (&stripped["kind"], &stripped["count"]),
        (&json!("by_hand"), &json!(1))
    );
    let back = &stripped["samples"][0];
    assert_eq!(back["back"], "paragraph");
    let restored = correct(&app, &dropped, &[change(&back["at"], "paragraph")]);
    assert_eq!(restored["stripped"], json!([]));
    assert_eq!(restored["recognised"], report["recognised"]);
}

#[test]
fn a_document_is_corrected_afterwards_and_its_notes_come_along() {
    let (folder, app) = app();
    let report = prepare(&app, folder.path(), "rules.md", RULES);
    let old = save(&app, &report, false)["documents"][0].clone();
    let note = |paragraph: u32, start: u32, end: u32| {
        let place = json!({ "paragraph": paragraph, "start": start, "end": end });
        let note = json!({ "document": old["id"], "place": place, "body": "look", "tags": [] });
        call(&app, "notes.add", note)
    };
    let on_apples = note(4, 0, 6);
    let notes = |id: &Value| call(&app, "notes.list", json!({ "documents": [id] }));

    let draft = call(&app, "library.reopen", json!({ "id": old["id"] }));
    assert_eq!(draft["corrects"], old["id"]);
    let mut heading = change(&piece(&draft, "Harvest")["at"], "heading");
    heading["level"] = json!(2);
    let join = change(&piece(&draft, "gardens")["at"], "join");
    let draft = correct(&app, &draft, &[heading, join]);
    assert_eq!(
        list(&app).len(),
        1,
        "nothing is replaced before the user says so"
    );
    let beside = save(&app, &draft, false);
    let new = &beside["documents"][0]["id"];
    assert_eq!(
        (&beside["replaced"], &beside["notesCarried"]),
        (&Value::Null, &json!(1))
    );
    assert_eq!(list(&app).len(), 2);
    assert_eq!(notes(new)[0]["quote"], "Apples");
    assert_eq!(notes(&old["id"])[0]["id"], on_apples["id"]);

    let draft = call(&app, "library.reopen", json!({ "id": new }));
    assert_eq!(draft["reading"]["corrections"].as_array().unwrap().len(), 2);
    let draft = call(
        &app,
        "library.correct",
        reading(&draft, "title", json!("Rules of the orchard")),
    );
    let before = notes(new);
    let replaced = save(&app, &draft, true);
    assert_eq!(replaced["replaced"], *new);
    let titles: Vec<Value> = list(&app).iter().map(|row| row["title"].clone()).collect();
    assert_eq!(titles, ["Rules of the orchard", "Orchard rules"]);
    let after = notes(&replaced["documents"][0]["id"]);
    assert_eq!(after[0]["id"], before[0]["id"]);
    assert_eq!(after[0]["place"], before[0]["place"]);
}

#[test]
fn a_note_whose_passage_was_taken_out_is_kept_without_it() {
    let (folder, app) = app();
    let report = prepare(&app, folder.path(), "rules.md", RULES);
    let old = save(&app, &report, false)["documents"][0]["id"].clone();
    let place = json!({ "paragraph": 2, "start": 0, "end": 7 });
    call(
        &app,
        "notes.add",
        json!({ "document": old, "place": place, "body": "look", "tags": [] }),
    );
    let draft = call(&app, "library.reopen", json!({ "id": old }));
    let drop = change(&piece(&draft, "gardens")["at"], "drop");
    let saved = save(&app, &correct(&app, &draft, &[drop]), true);
    assert_eq!(
        (&saved["notesCarried"], &saved["notesLost"]),
        (&json!(0), &json!(1))
    );
    let notes = call(
        &app,
        "notes.list",
        json!({ "documents": [saved["documents"][0]["id"]] }),
    );
    assert_eq!(
        (&notes[0]["quote"], &notes[0]["place"]),
        (&json!("gardens"), &Value::Null)
    );
}
