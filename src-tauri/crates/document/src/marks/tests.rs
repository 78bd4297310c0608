use proptest::prelude::*;

use super::*;

/// Text, kind, depth of each mark.
fn seen(text: &str) -> Vec<(&str, MarkKind, u32)> {
    let found = marks(text).marks.into_iter();
    found
        .map(|m| {
            (
                &text[m.span.start as usize..m.span.end as usize],
                m.kind,
                m.depth,
            )
        })
        .collect()
}

fn first(text: &str) -> (Vec<String>, Option<Verb>, &str) {
    let mark = marks(text).marks.into_iter().next().expect("a mark");
    let content = &text[mark.content.start as usize..mark.content.end as usize];
    (mark.actors, mark.verb, content)
}

#[test]
fn brackets_nest() {
    assert_eq!(
        seen("We [shall [always] keep] right."),
        [
            ("[shall [always] keep]", MarkKind::Open, 1),
            ("[always]", MarkKind::Open, 2)
        ]
    );
    let found = marks("We [shall [always] keep] right.");
    assert_eq!(found.marks[1].parent, Some(0));
    assert!(found.is_balanced());
    assert_eq!(
        seen("船は［右側を］通る。"),
        [("［右側を］", MarkKind::Open, 1)]
    );
}

#[test]
fn actors_and_verbs_are_apart_from_the_words() {
    let names = |list: &[&str]| list.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        first("[G77: delete]"),
        (names(&["G77"]), Some(Verb::Delete), "")
    );
    assert_eq!(
        first("[EU, JP: retain all ships]"),
        (names(&["EU", "JP"]), Some(Verb::Retain), "all ships")
    );
    assert_eq!(
        first("[G77 and China: replace with “boats”]"),
        (names(&["G77 and China"]), Some(Verb::Replace), "“boats”")
    );
    assert_eq!(
        first("[EU and Japan: wait]"),
        (names(&["EU", "Japan"]), None, "wait")
    );
    assert_eq!(
        first("[Canada, Government: all ships wait]"),
        (names(&["Canada", "Government"]), None, "all ships wait")
    );
    assert_eq!(first("[US: reserve]").1, Some(Verb::Reserve));
    assert_eq!(first("[Ruritania: to delete]").0, names(&["Ruritania"]));
    assert_eq!(first("[日本：削除]").1, Some(Verb::Delete));
    assert_eq!(first("[delete]").1, Some(Verb::Delete));
}

#[test]
fn words_are_neither_actors_nor_verbs() {
    for text in [
        "[add value to ports]",
        "[Note that ships: keep right]",
        "[in: ports]",
        "[addition]",
        "[the ports of call]",
    ] {
        let (actors, verb, content) = first(text);
        assert!(actors.is_empty() && verb.is_none(), "{text}");
        assert_eq!(content, &text[1..text.len() - 1]);
    }
}

#[test]
fn options_and_alternatives() {
    let found = marks("Ships [shall][should] wait. [Option 1] / [Alt] [x] and [y]");
    let groups: Vec<Option<u32>> = found.marks.iter().map(|m| m.alternatives).collect();
    assert_eq!(groups, [Some(0), Some(0), Some(1), Some(1), Some(1), None]);
    assert_eq!(found.marks[2].kind, MarkKind::Option);
    assert_eq!(found.marks[3].kind, MarkKind::Option);
}

#[test]
fn notes_on_agreement() {
    let kind = |text: &str| marks(text).marks.first().map(|m| m.kind);
    let status = |status| Some(MarkKind::Status(status));
    assert_eq!(kind("Ships wait. (agreed)"), status(Status::Agreed));
    assert_eq!(
        kind("Ships wait. (agreed ad ref)"),
        status(Status::AdReferendum)
    );
    assert_eq!(
        kind("[Suggested for Closure] Ships"),
        status(Status::SuggestedForClosure)
    );
    assert_eq!(
        kind("[Preliminarily Agreed]"),
        status(Status::Preliminarily)
    );
    assert_eq!(
        kind("Ships wait. (former 6 amended)"),
        status(Status::Former)
    );
    assert_eq!(kind("[placeholder on ports]"), Some(MarkKind::Placeholder));
    assert_eq!(kind("[…]"), Some(MarkKind::Placeholder));
    assert_eq!(kind("Ships (of any size) wait (see above)."), None);
}

#[test]
fn a_bracket_without_its_counterpart_is_told() {
    let found = marks("We [shall [keep] right. (x]] [");
    assert_eq!(found.unopened, [27]);
    assert_eq!(found.unclosed, [29]);
    assert_eq!(found.marks.len(), 2);
}

#[test]
fn much_nesting_is_no_trouble() {
    let deep = format!("{}x{}", "[".repeat(50_000), "]".repeat(50_000));
    let found = marks(&deep);
    assert_eq!(found.marks.len(), 50_000);
    assert_eq!(found.marks[49_999].depth, 50_000);
}

proptest! {
    #[test]
    fn spans_nest_and_stand_at_characters(text in "[\\[\\]()：: ,aGUé船77]{0,60}|\\PC{0,40}") {
        let found = marks(&text);
        for (at, mark) in found.marks.iter().enumerate() {
            prop_assert!(text.get(mark.span.start as usize..mark.span.end as usize).is_some());
            prop_assert!(text.get(mark.content.start as usize..mark.content.end as usize).is_some());
            prop_assert!(mark.span.start <= mark.content.start && mark.content.end <= mark.span.end);
            if let Some(parent) = mark.parent {
                let parent = &found.marks[parent as usize];
                prop_assert!(parent.span.start <= mark.span.start && mark.span.end <= parent.span.end);
            }
            for other in &found.marks[at + 1..] {
                let apart = mark.span.end <= other.span.start || other.span.end <= mark.span.start;
                let inside = mark.span.start <= other.span.start && other.span.end <= mark.span.end;
                prop_assert!(apart || inside);
            }
        }
        let opening = text.matches(['[', '［']).count();
        let pairs = found.marks.iter().filter(|m| text[m.span.start as usize..].starts_with(['[', '［'])).count();
        prop_assert_eq!(opening, pairs + found.unclosed.len());
    }
}
