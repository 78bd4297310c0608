//! Comments of Word files: their words, their authors, their answers, and what is none.
#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests")]

#[path = "shared/word.rs"]
mod word;

use wsis_document::{Silent, StrippedKind};
use wsis_import::{Comment, Imported, Options, Revisions, read};

use word::{docx, paragraph};

fn imported(body: &str, parts: &[(&str, String)], revisions: Revisions) -> Imported {
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, part)| (*name, part.as_bytes()))
        .collect();
    let options = Options {
        revisions,
        ..Options::default()
    };
    let bytes = docx(body, &parts);
    read("a.docx", &bytes, &options, &Silent).expect("a Word file")
}

fn p(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

fn r(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn on(id: u8, runs: &str) -> String {
    format!(
        "<w:commentRangeStart w:id=\"{id}\"/>{runs}<w:commentRangeEnd w:id=\"{id}\"/>\
         <w:r><w:commentReference w:id=\"{id}\"/></w:r>"
    )
}

fn comment(id: u8, author: &str, text: &str) -> String {
    format!(
        "<w:comment w:id=\"{id}\" w:author=\"{author}\" w:date=\"2031-03-0{id}T10:00:00Z\">\
         <w:p w14:paraId=\"0000000{id}\">{}</w:p></w:comment>",
        r(text)
    )
}

fn comments(inside: &[String]) -> (&'static str, String) {
    let part = format!("<w:comments xmlns:w=\"w\">{}</w:comments>", inside.concat());
    ("word/comments.xml", part)
}

fn by_id<'i>(imported: &'i Imported, id: &str) -> &'i Comment {
    let found = imported.comments.iter().find(|c| c.id == id);
    found.expect("the comment")
}

#[test]
fn comments_have_words_author_date_and_answers() {
    let body = format!(
        "{}{}",
        p(&format!(
            "{}{}{}",
            r("1.\tWe agree "),
            on(1, &on(2, &r("to meet"))),
            r(" soon.")
        )),
        p(&format!(
            "{}{}",
            r("2.\tWe part."),
            "<w:r><w:commentReference w:id=\"3\"/></w:r>"
        ))
    );
    let extended = "<w15:commentsEx xmlns:w15=\"x\">\
        <w15:commentEx w15:paraId=\"00000001\" w15:done=\"1\"/>\
        <w15:commentEx w15:paraId=\"00000002\" w15:paraIdParent=\"00000001\" w15:done=\"1\"/>\
        </w15:commentsEx>";
    let parts = [
        comments(&[
            comment(1, "Ana", "When?"),
            comment(2, "Ben", "In May."),
            comment(3, "Ana", "Why?"),
        ]),
        ("word/commentsExtended.xml", extended.to_owned()),
    ];
    let imported = imported(&body, &parts, Revisions::Accepted);
    assert_eq!(imported.comments.len(), 3);
    let text = |comment: &Comment| {
        let paragraph = imported.document.find(&comment.paragraph).expect("there");
        let text = &imported.document.paragraph(paragraph).expect("there").text;
        text[comment.passage.start as usize..comment.passage.end as usize].to_owned()
    };
    let first = by_id(&imported, "1");
    assert_eq!(
        (first.author.as_str(), first.text.as_str()),
        ("Ana", "When?")
    );
    assert_eq!(first.date.as_deref(), Some("2031-03-01T10:00:00Z"));
    assert_eq!(
        (first.paragraph.as_str(), text(first).as_str()),
        ("1", "to meet")
    );
    assert!(first.resolved);
    let answer = by_id(&imported, "2");
    assert_eq!(answer.reply_to.as_deref(), Some("1"));
    assert_eq!(text(answer), "to meet");
    let third = by_id(&imported, "3");
    assert_eq!((third.paragraph.as_str(), third.resolved), ("2", false));
    assert!(third.passage.is_empty());
    let order: Vec<&str> = imported.comments.iter().map(|c| c.id.as_str()).collect();
    assert_eq!(order, ["2", "1", "3"], "inner ranges end first");
}

#[test]
fn a_comment_on_words_that_are_not_read_is_kept() {
    let gone = "<w:del w:author=\"Ana\"><w:r><w:delText>all </w:delText></w:r></w:del>";
    let body = format!(
        "{}{}{}",
        p(&on(1, &r("Trees and bees")))
            .replace("<w:p>", "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>"),
        p(&format!("{}{}{}", r("1.\tWe "), on(2, gone), r("agree."))),
        paragraph("2.\tWe part.")
    );
    let parts = [comments(&[
        comment(1, "Ana", "Order?"),
        comment(2, "Ben", "Not all."),
    ])];
    for revisions in [Revisions::Accepted, Revisions::Rejected] {
        let imported = imported(&body, &parts, revisions);
        assert_eq!(imported.comments.len(), 2, "{revisions:?}");
        assert_eq!(by_id(&imported, "1").paragraph, "1");
        let second = by_id(&imported, "2");
        assert_eq!(second.paragraph, "1");
        let rejected = revisions == Revisions::Rejected;
        assert_eq!(second.passage.is_empty(), !rejected);
    }
}

#[test]
fn comments_of_footnotes_stand_at_the_mark() {
    let body = p(&format!(
        "{}<w:r><w:footnoteReference w:id=\"7\"/></w:r>{}",
        r("1.\tWe agree"),
        r(" to meet.")
    ));
    let notes = format!(
        "<w:footnotes xmlns:w=\"w\"><w:footnote w:id=\"7\">{}</w:footnote></w:footnotes>",
        p(&on(1, &r("See the barn.")))
    );
    let parts = [
        comments(&[comment(1, "Ana", "Which?")]),
        ("word/footnotes.xml", notes),
    ];
    let imported = imported(&body, &parts, Revisions::Accepted);
    assert_eq!(imported.document.footnotes.len(), 1);
    let comment = by_id(&imported, "1");
    assert_eq!(
        (comment.paragraph.as_str(), &comment.passage),
        ("1", &(8..8))
    );
}

#[test]
fn a_footnote_of_a_heading_keeps_its_place() {
    let heading = p(&format!(
        "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>{}<w:r><w:footnoteReference w:id=\"7\"/></w:r>{}",
        r("Trees"),
        r(" and bees")
    ));
    let notes = format!(
        "<w:footnotes xmlns:w=\"w\"><w:footnote w:id=\"7\">{}</w:footnote></w:footnotes>",
        paragraph("See the barn.")
    );
    let body = paragraph("1.\tWe meet.") + &heading + &paragraph("2.\tWe agree.");
    let imported = imported(&body, &[("word/footnotes.xml", notes)], Revisions::Accepted);
    let section = &imported.document.sections[0];
    assert_eq!(section.heading, "Trees and bees");
    assert_eq!(section.note_marks.len(), 1);
    assert_eq!(
        (
            section.note_marks[0].at,
            section.note_marks[0].mark.as_str()
        ),
        (5, "1")
    );
    assert_eq!(imported.document.footnotes[0].text, "See the barn.");
}

#[test]
fn job_tags_are_no_comments() {
    let tags = "&lt;&lt;ODS JOB NO&gt;&gt;N3112345E&lt;&lt;ODS JOB NO&gt;&gt;\
        &lt;&lt;ODS DOC SYMBOL1&gt;&gt;X/31/L.5&lt;&lt;ODS DOC SYMBOL1&gt;&gt;";
    let parts = [comments(&[comment(1, "Start", tags)])];
    let imported = imported(&p(&on(1, &r("1.\tWe agree."))), &parts, Revisions::Accepted);
    assert!(imported.comments.is_empty());
    assert_eq!(imported.document.symbol.as_deref(), Some("X/31/L.5"));
    let job = imported
        .document
        .stripped
        .iter()
        .find(|s| s.kind == StrippedKind::JobNumber);
    assert_eq!(job.map(|s| s.text.as_str()), Some("N3112345E"));
}
