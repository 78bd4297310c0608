//! What people decide about paragraphs is law: through the commands that a window gives.

use serde_json::{Value, json};
use tempfile::TempDir;
use wsis_app::App;

use crate::window_commands::{self, app, call, refused, rows, text_of, write};

const OLDER: &str = "\
# Charter of the Tide Mill

1. The miller opens the sluice at every high tide of the month.

2. The council counts the sacks of flour and keeps a book of them.

3. Carts cross the narrow bridge one after the other and never two at once.

4. The keeper of the weir mends the nets of the eel trap before autumn.
";

/// Paragraph 3 is gone, a new one stands first, and the last has lost most of its words.
const NEWER: &str = "\
# Charter of the Tide Mill

1. Visitors leave their lanterns with the porter at the outer gate.

2. The miller opens the sluice at every high tide of the month.

3. The council counts the sacks of flour and keeps a book of them.

4. Every autumn somebody looks after the traps.
";

struct Mill {
    folder: TempDir,
    app: App,
    left: String,
    right: String,
}

fn import(app: &App, folder: &TempDir, name: &str, text: &str) -> String {
    let path = write(folder.path(), name, text.as_bytes());
    let document = window_commands::import(app, &path);
    document["id"].as_str().unwrap().to_owned()
}

fn mill() -> Mill {
    let (folder, app) = app();
    let left = import(&app, &folder, "older.md", OLDER);
    let right = import(&app, &folder, "newer.md", NEWER);
    Mill {
        folder,
        app,
        left,
        right,
    }
}

impl Mill {
    fn open(&self) -> Value {
        open(&self.app, &self.left, &self.right)
    }

    /// Decides with a comparison at hand and answers with what happened.
    fn add(&self, comparison: &Value, action: &str, left: &[&str], right: &[&str]) -> Value {
        self.add_over(comparison, action, left, right, false)
    }

    fn add_over(
        &self,
        comparison: &Value,
        action: &str,
        left: &[&str],
        right: &[&str],
        replace: bool,
    ) -> Value {
        let request = json!({
            "comparison": comparison["id"],
            "action": action,
            "left": indices(comparison, "left", left),
            "right": indices(comparison, "right", right),
            "author": "Ada",
            "reason": "the same duty",
            "replace": replace,
        });
        call(&self.app, "links.add", request)
    }

    fn step(&self, comparison: &Value, name: &str) -> Value {
        call(&self.app, name, json!({ "comparison": comparison["id"] }))
    }
}

fn open(app: &App, left: &str, right: &str) -> Value {
    let request = json!({ "left": left, "right": right, "regime": null, "granularity": null });
    call(app, "comparison.open", request)
}

fn indices(comparison: &Value, side: &str, labels: &[&str]) -> Vec<u64> {
    let heads = comparison["rows"].as_array().unwrap();
    labels
        .iter()
        .map(|label| {
            heads
                .iter()
                .find_map(|head| {
                    let names = head[format!("{side}Labels")].as_array().unwrap();
                    let at = names.iter().position(|name| name == label)?;
                    head[side][at].as_u64()
                })
                .unwrap_or_else(|| panic!("no paragraph {label}"))
        })
        .collect()
}

/// The pairs of a comparison by their numbers: `1,2=3` for a merge, `4=` for a dropped one.
fn pairs(comparison: &Value) -> Vec<String> {
    let numbers = |head: &Value, side: &str| {
        let labels = head[side].as_array().unwrap().iter();
        let labels: Vec<&str> = labels.map(|label| label.as_str().unwrap()).collect();
        labels.join(",")
    };
    let heads = comparison["rows"].as_array().unwrap().iter();
    let mut pairs: Vec<String> = heads
        .filter(|head| head["kind"] != "heading")
        .map(|h| format!("{}={}", numbers(h, "leftLabels"), numbers(h, "rightLabels")))
        .collect();
    pairs.sort();
    pairs
}

#[test]
fn a_link_made_by_hand_holds_with_who_when_and_why() {
    let mill = mill();
    let before = mill.open();
    assert!(!pairs(&before).contains(&"3=1".to_owned()));
    let change = mill.add(&before, "link", &["3"], &["1"]);
    assert_eq!(change["conflicts"], json!([]));
    let after = &change["comparison"];
    assert!(pairs(after).contains(&"3=1".to_owned()));
    let row = change["row"].as_u64().unwrap() as usize;
    let shown = &rows(&mill.app, after)[row];
    assert_eq!(shown["locked"], true);
    let decision = &shown["decisions"][0];
    assert_eq!(decision["author"], "Ada");
    assert_eq!(decision["reason"], "the same duty");
    assert!(decision["madeAt"].as_str().unwrap().ends_with('Z'));

    // It is there after the program was closed, and seen from the other side.
    let again = App::new(mill.folder.path());
    assert!(pairs(&open(&again, &mill.left, &mill.right)).contains(&"3=1".to_owned()));
    assert!(pairs(&open(&again, &mill.right, &mill.left)).contains(&"1=3".to_owned()));
}

#[test]
fn every_decision_can_be_undone_and_done_again() {
    let mill = mill();
    let start = mill.open();
    let mut states = vec![pairs(&start)];
    let steps: [(&str, &[&str], &[&str]); 4] = [
        ("unlink", &["2"], &["3"]),
        ("link", &["3"], &["1"]),
        ("link", &["3"], &["1", "4"]),
        ("link", &["1", "4"], &["2"]),
    ];
    for (action, left, right) in steps {
        let change = mill.add(&start, action, left, right);
        assert_eq!(
            change["conflicts"],
            json!([]),
            "{action} {left:?} {right:?}"
        );
        let now = pairs(&change["comparison"]);
        assert_ne!(states.last(), Some(&now));
        states.push(now);
    }
    assert!(
        states[3].contains(&"3=1,4".to_owned()),
        "a split: {:?}",
        states[3]
    );
    assert!(
        states[4].contains(&"1,4=2".to_owned()),
        "a merge: {:?}",
        states[4]
    );
    for before in states.iter().rev().skip(1) {
        let change = mill.step(&start, "links.undo");
        assert_eq!(&pairs(&change["comparison"]), before);
    }
    assert_eq!(mill.open()["undo"], false);
    assert_eq!(mill.step(&start, "links.list"), json!([]));
    for after in &states[1..] {
        let change = mill.step(&start, "links.redo");
        assert_eq!(&pairs(&change["comparison"]), after);
    }
    let error = refused(
        &mill.app,
        "links.redo",
        json!({ "comparison": start["id"] }),
    );
    assert_eq!(error.code, "not-found");
}

#[test]
fn a_contradiction_is_asked_about_and_the_newest_wins_only_when_said() {
    let mill = mill();
    let start = mill.open();
    let linked = mill.add(&start, "link", &["3"], &["1"])["comparison"].clone();
    let asked = mill.add(&linked, "link", &["4"], &["1"]);
    assert_eq!(asked["comparison"], Value::Null);
    assert_eq!(asked["conflicts"][0]["left"][0]["label"], "3");
    assert_eq!(pairs(&mill.open()), pairs(&linked), "nothing was done");
    let said = mill.add_over(&linked, "link", &["4"], &["1"], true);
    assert!(pairs(&said["comparison"]).contains(&"4=1".to_owned()));
    assert_eq!(said["comparison"]["decisions"].as_array().unwrap().len(), 1);
    let undone = mill.step(&linked, "links.undo");
    assert_eq!(pairs(&undone["comparison"]), pairs(&linked));
}

#[test]
fn a_row_is_confirmed_as_it_is_and_set_free_again() {
    let mill = mill();
    let start = mill.open();
    let row = start["rows"]
        .as_array()
        .unwrap()
        .iter()
        .position(|head| head["leftLabels"] == json!(["1"]))
        .unwrap();
    let lock = |locked: bool| {
        let request = json!({
            "comparison": start["id"], "row": row, "locked": locked,
            "author": "", "reason": "",
        });
        call(&mill.app, "links.lock", request)
    };
    let locked = lock(true);
    assert_eq!(locked["comparison"]["rows"][row]["locked"], true);
    assert_eq!(locked["changed"], 0);
    let id = &locked["decision"]["id"];
    let request = json!({ "comparison": start["id"], "id": id, "reason": "read twice" });
    let told = call(&mill.app, "links.reason", request);
    assert_eq!(told["decision"]["reason"], "read twice");
    assert_eq!(told["decision"]["id"], *id);
    let free = lock(false);
    assert_eq!(free["comparison"]["rows"][row]["locked"], false);
    assert_eq!(free["comparison"]["decisions"], json!([]));
}

#[test]
fn decisions_that_make_no_sense_are_refused() {
    let mill = mill();
    let start = mill.open();
    let request = |action: &str, left: &[u32], right: &[u32]| {
        json!({
            "comparison": start["id"], "action": action, "left": left, "right": right,
            "author": "", "reason": "", "replace": false,
        })
    };
    for (payload, code) in [
        (request("link", &[], &[]), "invalid"),
        (request("unlink", &[0], &[]), "invalid"),
        (request("marry", &[0], &[0]), "invalid"),
        (request("link", &[999], &[0]), "not-found"),
    ] {
        assert_eq!(refused(&mill.app, "links.add", payload).code, code);
    }
    let gone = json!({ "comparison": start["id"], "id": "77" });
    assert_eq!(refused(&mill.app, "links.remove", gone).code, "not-found");
}

#[test]
fn how_a_pair_is_compared_is_kept_for_that_pair() {
    let mill = mill();
    let request = json!({
        "left": mill.left, "right": mill.right, "regime": "related", "granularity": "sentence",
    });
    let chosen = call(&mill.app, "comparison.open", request);
    assert_eq!(chosen["regime"], "related");
    let again = mill.open();
    assert_eq!(again["regimeChoice"], "related");
    assert_eq!(again["granularity"], "sentence");
    let turned = open(&mill.app, &mill.right, &mill.left);
    assert_eq!(turned["granularity"], "sentence");
    let other = open(&mill.app, &mill.left, &mill.left);
    assert_eq!(other["regimeChoice"], "auto");
    assert_eq!(other["granularity"], "word");
}

#[test]
fn changes_know_their_classes() {
    let mill = mill();
    let third = import(
        &mill.app,
        &mill.folder,
        "third.md",
        &OLDER.replace("opens the sluice", "opens, the sluice"),
    );
    let comparison = open(&mill.app, &mill.left, &third);
    let classes = comparison["classes"].as_array().unwrap();
    let bit = classes
        .iter()
        .position(|one| one["class"] == "punctuation")
        .unwrap();
    assert_eq!(classes[bit]["count"], 1);
    let heads = comparison["rows"].as_array().unwrap();
    let changed: Vec<&Value> = heads.iter().filter(|head| head["changes"] != 0).collect();
    assert_eq!(changed.len(), 1);
    assert_eq!(changed[0]["changeClasses"], json!([1 << bit]));
    let moved_on = mill.open();
    let numbers = moved_on["classes"].as_array().unwrap().last().unwrap();
    assert_eq!(numbers["class"], "label");
    let heads = moved_on["rows"].as_array().unwrap();
    let renumbered: Vec<&Value> = heads.iter().filter(|h| h["renumbered"] == true).collect();
    assert_eq!(numbers["count"], renumbered.len());
    assert!(
        renumbered
            .iter()
            .any(|head| head["leftLabels"] == json!(["1"]))
    );
}

/// The newer text again: one paragraph was put before the first, and the last is gone.
const LATER: &str = "\
# Charter of the Tide Mill

1. Nobody sells bread upon the steps of the mill on market days.

2. Visitors leave their lanterns with the porter at the outer gate.

3. The miller opens the sluice at every high tide of the month.

4. The council counts the sacks of flour and keeps a book of them.
";

#[test]
fn decisions_and_notes_follow_their_paragraphs_to_a_newer_version() {
    let mill = mill();
    let start = mill.open();
    mill.add(&start, "link", &["3"], &["1"]);
    mill.add(&start, "link", &["4"], &["4"]);
    for (label, body) in [("1", "ask the porter"), ("4", "which traps?")] {
        let paragraph = indices(&start, "right", &[label])[0];
        let note = json!({
            "document": mill.right, "body": body, "tags": ["gate"],
            "place": { "paragraph": paragraph, "start": 0, "end": 12 },
        });
        call(&mill.app, "notes.add", note);
    }
    let later = import(&mill.app, &mill.folder, "later.md", LATER);
    let carry = json!({ "from": mill.right, "to": later, "other": null });

    let links = call(&mill.app, "links.carry", carry.clone());
    assert_eq!(links["carried"], 1);
    assert_eq!(links["leftBehind"][0]["reason"], "gone");
    assert_eq!(links["leftBehind"][0]["label"], "4");
    let comparison = open(&mill.app, &mill.left, &later);
    assert!(
        pairs(&comparison).contains(&"3=2".to_owned()),
        "{:?}",
        pairs(&comparison)
    );
    assert_eq!(comparison["decisions"][0]["author"], "Ada");

    let notes = call(&mill.app, "notes.carry", carry.clone());
    assert_eq!(notes["carried"], 1);
    assert_eq!(notes["orphaned"][0]["body"], "which traps?");
    let there = call(&mill.app, "notes.list", json!({ "documents": [later] }));
    assert_eq!(there[0]["label"], "2");
    assert_eq!(there[0]["quote"], "Visitors lea");

    // Nothing is lost, and doing it again changes nothing more.
    let before = call(
        &mill.app,
        "notes.list",
        json!({ "documents": [mill.right] }),
    );
    assert_eq!(before.as_array().unwrap().len(), 2);
    assert_eq!(mill.open()["decisions"].as_array().unwrap().len(), 2);
    let links = call(&mill.app, "links.carry", carry.clone());
    assert_eq!((&links["carried"], &links["known"]), (&json!(0), &json!(1)));
    let notes = call(&mill.app, "notes.carry", carry);
    assert_eq!((&notes["carried"], &notes["known"]), (&json!(0), &json!(1)));
}

#[test]
fn a_carried_decision_does_not_overrule_one_that_is_there() {
    let mill = mill();
    let start = mill.open();
    mill.add(&start, "link", &["3"], &["1"]);
    let later = import(&mill.app, &mill.folder, "later.md", LATER);
    let newer = open(&mill.app, &mill.left, &later);
    mill.add(&newer, "link", &["4"], &["2"]);
    let carry = json!({ "from": mill.right, "to": later, "other": mill.left });
    let links = call(&mill.app, "links.carry", carry);
    assert_eq!(links["carried"], 0);
    assert_eq!(links["leftBehind"][0]["reason"], "contradicts");
    let now = open(&mill.app, &mill.left, &later);
    assert!(pairs(&now).contains(&"4=2".to_owned()));
}

#[test]
fn locked_rows_keep_their_words_whole() {
    let mill = mill();
    let change = mill.add(&mill.open(), "link", &["1", "2"], &["4"]);
    let row = change["row"].as_u64().unwrap() as usize;
    let shown = &rows(&mill.app, &change["comparison"])[row];
    let older: Vec<String> = shown["left"]
        .as_array()
        .unwrap()
        .iter()
        .map(text_of)
        .collect();
    assert_eq!(
        older,
        [
            "The miller opens the sluice at every high tide of the month.",
            "The council counts the sacks of flour and keeps a book of them.",
        ]
    );
}

#[test]
fn an_edited_table_of_verbs_changes_the_classes() {
    let mill = mill();
    let third = import(
        &mill.app,
        &mill.folder,
        "third.md",
        &OLDER.replace("opens the sluice", "admires the sluice"),
    );
    let verbs = |comparison: &Value| {
        let classes = comparison["classes"].as_array().unwrap();
        let verbs = classes.iter().find(|one| one["class"] == "commitment_verb");
        verbs.unwrap()["count"].clone()
    };
    assert_eq!(verbs(&open(&mill.app, &mill.left, &third)), 0);
    let table = call(&mill.app, "commitment.get", json!({}));
    assert_eq!(table["changed"], false);
    let mut languages = table["languages"].clone();
    let english = languages
        .as_array_mut()
        .unwrap()
        .iter_mut()
        .find(|one| one["language"] == "en")
        .unwrap();
    let steps = english["steps"].as_array_mut().unwrap();
    steps.insert(0, json!(["opens"]));
    steps.push(json!(["admires"]));
    let kept = call(
        &mill.app,
        "commitment.set",
        json!({ "languages": languages }),
    );
    assert_eq!(kept["changed"], true);
    assert_eq!(verbs(&open(&mill.app, &mill.left, &third)), 1);
    let back = call(&mill.app, "commitment.set", json!({ "languages": null }));
    assert_eq!(back, table);
    assert_eq!(verbs(&open(&mill.app, &mill.left, &third)), 0);
}
