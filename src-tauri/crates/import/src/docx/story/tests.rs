//! Streams made up for the rules.

use super::*;
use crate::TrackedKind;

fn taken(body: &str, revisions: Revisions) -> Story {
    let xml = format!("<w:body>{body}</w:body>");
    read(
        &xml,
        &Styles::default(),
        &mut Numbering::default(),
        revisions,
    )
    .expect("XML")
}

fn story(body: &str) -> Story {
    taken(body, Revisions::Accepted)
}

fn of(story: Story) -> Vec<String> {
    story.paragraphs.into_iter().map(|p| p.text).collect()
}

fn texts(body: &str) -> Vec<String> {
    of(story(body))
}

/// The texts as accepted, and as rejected.
fn both(body: &str) -> [Vec<String>; 2] {
    [Revisions::Accepted, Revisions::Rejected].map(|revisions| of(taken(body, revisions)))
}

fn p(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

fn r(text: &str) -> String {
    format!("<w:r><w:t>{text}</w:t></w:r>")
}

fn ins(inside: &str) -> String {
    format!("<w:ins w:author=\"Ana\" w:date=\"2030-01-02T03:04:05Z\">{inside}</w:ins>")
}

fn del(inside: &str) -> String {
    let inside = inside.replace("w:t>", "w:delText>");
    format!("<w:del w:author=\"Ben\">{inside}</w:del>")
}

/// A paragraph whose mark has this element.
fn marked(mark: &str, runs: &str) -> String {
    p(&format!("<w:pPr><w:rPr><w:{mark}/></w:rPr></w:pPr>{runs}"))
}

#[test]
fn words_are_taken_as_accepted_or_as_rejected() {
    let body = p(&format!(
        "{}{}{}",
        r("We "),
        del(&r("agreed")),
        ins(&r("agree"))
    ));
    assert_eq!(both(&body), [["We agree"], ["We agreed"]]);
    let story = story(&body);
    assert_eq!(story.revisions, 2);
    let changes: Vec<_> = story.paragraphs[0]
        .changes
        .iter()
        .map(|c| {
            (
                c.change.kind,
                c.change.author.as_str(),
                c.change.text.as_str(),
            )
        })
        .collect();
    assert_eq!(
        changes,
        [
            (TrackedKind::Deleted, "Ben", "agreed"),
            (TrackedKind::Inserted, "Ana", "agree")
        ]
    );
    let date = story.paragraphs[0].changes[1].change.date.as_deref();
    assert_eq!(date, Some("2030-01-02T03:04:05Z"));
}

#[test]
fn words_inserted_and_deleted_again_are_in_neither_reading() {
    let body = p(&format!(
        "{}{}{}",
        r("We"),
        ins(&del(&r(" all"))),
        r(" agree")
    ));
    assert_eq!(both(&body), [["We agree"], ["We agree"]]);
    let changes = &story(&body).paragraphs[0].changes;
    let kinds: Vec<TrackedKind> = changes.iter().map(|c| c.change.kind).collect();
    assert_eq!(kinds, [TrackedKind::Inserted, TrackedKind::Deleted]);
}

#[test]
fn one_run_of_words_is_one_change() {
    let body = p(&format!(
        "{}{}{}",
        ins(&r("one ")),
        ins(&r("two ")),
        r("three")
    ));
    let changes = &story(&body).paragraphs[0].changes;
    assert_eq!(changes.len(), 1);
    assert_eq!(changes[0].change.text, "one two ");
}

#[test]
fn moved_text_stands_where_it_went_or_where_it_was() {
    let from = marked(
        "moveFrom",
        &format!("<w:moveFrom>{}</w:moveFrom>", r("moved")),
    );
    let to = marked("moveTo", &format!("<w:moveTo>{}</w:moveTo>", r("moved")));
    let body = format!("{from}{}{to}{}", p(&r("kept")), p(&r("last")));
    assert_eq!(
        both(&body),
        [["kept", "moved", "last"], ["moved", "kept", "last"]]
    );
    let story = story(&body);
    let homes: Vec<_> = story
        .paragraphs
        .iter()
        .flat_map(|p| &p.changes)
        .map(|c| (c.change.kind, c.change.paragraph.is_some()))
        .collect();
    assert_eq!(
        homes,
        [
            (TrackedKind::MovedFrom, false),
            (TrackedKind::MovedTo, true)
        ]
    );
}

#[test]
fn a_paragraph_end_that_goes_joins_two_paragraphs() {
    let runs = format!(
        "<w:r><w:rPr><w:i/></w:rPr><w:t>to go</w:t></w:r>{}",
        r(" on")
    );
    let second = p(&runs);
    for (mark, joined) in [("del", Revisions::Accepted), ("ins", Revisions::Rejected)] {
        let body = format!("{}{second}", marked(mark, &r("We agree ")));
        let story = taken(&body, joined);
        assert_eq!(story.paragraphs.len(), 1, "{mark}");
        assert_eq!(story.paragraphs[0].text, "We agree to go on");
        assert_eq!(story.paragraphs[0].italics, vec![9..14]);
    }
    let body = format!("{}{second}", marked("ins", &r("We agree ")));
    assert_eq!(texts(&body), ["We agree ", "to go on"]);
}

#[test]
fn a_paragraph_does_not_run_on_into_a_table_or_out_of_a_cell() {
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", marked("del", &r(text)));
    let table = format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell("a"), cell("b"));
    let body = format!("{}{table}{}", marked("del", &r("before")), p(&r("after")));
    assert_eq!(texts(&body), ["before", "a", "b", "after"]);
    let gone = format!("{}{table}", marked("del", &del(&r("before"))));
    assert_eq!(both(&gone), [vec!["a", "b"], vec!["before", "a", "b"]]);
    let row = format!("<w:tr><w:trPr><w:ins/></w:trPr>{}</w:tr>", cell("a"));
    let split = format!(
        "{}<w:tbl>{row}</w:tbl>{}",
        marked("ins", &r("be")),
        p(&r("fore"))
    );
    assert_eq!(both(&split), [vec!["be", "a", "fore"], vec!["before"]]);
}

#[test]
fn rows_and_cells_come_and_go() {
    let row = |mark: &str, text: &str| {
        format!(
            "<w:tr><w:trPr>{mark}</w:trPr><w:tc>{}</w:tc></w:tr>",
            p(&r(text))
        )
    };
    let body = format!(
        "<w:tbl>{}{}{}</w:tbl>{}",
        row("", "kept"),
        row("<w:ins w:author=\"Ana\"/>", "new"),
        row("<w:del w:author=\"Ana\"/>", "old"),
        p(&r("end"))
    );
    assert_eq!(
        both(&body),
        [["kept", "new", "end"], ["kept", "old", "end"]]
    );
    let cell = "<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr><w:p><w:r><w:t>old</w:t></w:r></w:p></w:tc>\
        <w:tc><w:p><w:r><w:t>kept</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    assert_eq!(both(cell), [vec!["kept"], vec!["old", "kept"]]);
}

#[test]
fn changed_properties_are_the_earlier_ones_where_changes_are_rejected() {
    let body = p(
        "<w:pPr><w:pStyle w:val=\"New\"/><w:pPrChange><w:pPr><w:pStyle w:val=\"Old\"/></w:pPr>\
        </w:pPrChange></w:pPr><w:r><w:rPr><w:vanish/><w:rPrChange><w:rPr><w:i/></w:rPr></w:rPrChange>\
        </w:rPr><w:t>word</w:t></w:r>",
    );
    let accepted = &story(&body).paragraphs[0];
    assert_eq!(
        (accepted.text.as_str(), accepted.style.as_deref()),
        ("", Some("New"))
    );
    let rejected = &taken(&body, Revisions::Rejected).paragraphs[0];
    assert_eq!(
        (rejected.text.as_str(), rejected.style.as_deref()),
        ("word", Some("Old"))
    );
    assert_eq!(rejected.italics, vec![0..4]);
}

#[test]
fn a_deleted_field_is_gone_with_its_code() {
    let field = |code: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:{code}>REF x</w:{code}></w:r>\
             <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
            r("seven")
        )
    };
    let body = p(&format!("{}{} days", del(&field("delInstrText")), r("in")));
    assert_eq!(both(&body), [["in"], ["sevenin"]]);
}

#[test]
fn a_comment_stands_on_its_words() {
    let range = |id: u8, inside: &str| {
        format!(
            "<w:commentRangeStart w:id=\"{id}\"/>{inside}<w:commentRangeEnd w:id=\"{id}\"/>\
             <w:r><w:commentReference w:id=\"{id}\"/></w:r>"
        )
    };
    let body = format!(
        "{}{}{}",
        p(&format!("{}{}", r("We "), range(1, &r("agree")))),
        marked("del", &range(2, &del(&r("gone")))),
        p(&format!("<w:commentRangeStart w:id=\"3\"/>{}", r("first")))
            + &p(&range(3, &r("second")))
    );
    let found: Vec<_> = story(&body)
        .paragraphs
        .into_iter()
        .map(|p| (p.text, p.comments))
        .collect();
    assert_eq!(
        found,
        [
            ("We agree".to_owned(), vec![(1, 3..8)]),
            ("first".to_owned(), vec![(2, 0..0), (3, 0..5)]),
            ("second".to_owned(), vec![])
        ]
    );
}

#[test]
fn field_codes_and_hidden_text_are_not_read() {
    let field = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\
        <w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\
        <w:r><w:t>seven</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    let hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>";
    let story = story(&p(&format!("{field}{hidden}{}", r(" days"))));
    assert_eq!(story.hidden, ["secret"]);
    assert_eq!(of(story), ["seven days"]);
}

#[test]
fn note_marks_are_apart_from_the_text() {
    let body = p(&format!(
        "{}<w:r><w:footnoteReference w:id=\"2\"/></w:r>{}<w:r>\
         <w:footnoteReference w:customMarkFollows=\"1\" w:id=\"3\"/><w:t>*</w:t></w:r>",
        r("Work"),
        r(" and rest")
    ));
    let story = story(&body);
    assert_eq!(story.paragraphs[0].text, "Work and rest");
    assert_eq!(
        story.paragraphs[0].marks,
        vec![
            (
                4,
                Mark::Automatic {
                    endnote: false,
                    id: 2
                }
            ),
            (
                13,
                Mark::Custom {
                    endnote: false,
                    id: 3,
                    mark: "*".into()
                }
            )
        ]
    );
}

#[test]
fn hyphens_tabs_and_text_boxes() {
    let hyphen = "<w:r><w:t>follow</w:t><w:noBreakHyphen/><w:t>up</w:t><w:tab/><w:t>x</w:t></w:r>";
    assert_eq!(texts(&p(hyphen)), ["follow\u{2011}up\tx"]);
    let inner = p(&r("boxed"));
    let twice = format!(
        "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{inner}</w:txbxContent></mc:Choice>\
         <mc:Fallback><w:txbxContent>{inner}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
    );
    assert_eq!(
        texts(&p(&format!("{}{twice}{}", r("ho"), r("st")))),
        ["host", "boxed"]
    );
    assert_eq!(
        texts(&p(&format!("{twice}{}", r("host")))),
        ["boxed", "host"]
    );
}

#[test]
fn bold_is_weighed_by_letters() {
    let bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>Work</w:t></w:r>";
    assert!(story(&p(&format!("{}{bold}", r("1.")))).paragraphs[0].is_bold());
    assert!(!story(&p(&format!("{}{bold}", r("The ")))).paragraphs[0].is_bold());
}
