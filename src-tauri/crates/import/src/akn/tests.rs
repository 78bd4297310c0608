//! Files as converters and AKN4UN editors write them; the texts are made up.

use wsis_document::Silent;

use super::*;

fn blocks(body: &str) -> Blocks {
    let source = format!(
        "<?xml version='1.0'?><akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'>\
         <statement>{body}</statement></akomaNtoso>"
    );
    read(source.as_bytes(), Revisions::Accepted).expect("a text")
}

/// Role, number and text of each block.
fn seen(body: &str) -> Vec<(Role, Option<String>, String)> {
    let blocks = blocks(body).blocks.into_iter();
    blocks.map(|b| (b.role, b.label, b.text)).collect()
}

fn row(role: Role, label: &str, text: &str) -> (Role, Option<String>, String) {
    let label = Some(label.to_owned()).filter(|label| !label.is_empty());
    (role, label, text.to_owned())
}

#[test]
fn facts_come_from_the_head() {
    let facts = blocks(
        "<meta><identification source='#x'><FRBRWork><FRBRdate date='2031-05-02' name='draft'/>\
         <FRBRdate date='2031-06-07' name='adoption'/><FRBRnumber value='r-2' showAs='RULES 2'/></FRBRWork>\
         <FRBRExpression><FRBRlanguage language='fre'/></FRBRExpression></identification></meta>\
         <preface><p><docNumber>P/RES/3/7</docNumber></p><p><docTitle>Harbour\n rules</docTitle></p></preface>\
         <mainBody><p>Ships keep right.</p></mainBody>",
    )
    .facts;
    assert_eq!(facts.symbol.as_deref(), Some("P/RES/3/7"));
    assert_eq!(facts.date.as_deref(), Some("2031-06-07"));
    assert_eq!(facts.language.as_deref(), Some("fre"));
    assert_eq!(facts.title.as_deref(), Some("Harbour rules"));
}

#[test]
fn numbers_are_labels_and_headings_are_headings() {
    assert_eq!(
        seen(
            "<body><chapter><num>I.</num><heading>Ships</heading>\
             <article><num>Article 1</num><paragraph><num>1.</num><content><p>Ships keep right.</p></content></paragraph>\
             <paragraph><num>2.</num><list><intro><p>Boats:</p></intro>\
             <point><num>(a)</num><content><p>wait;</p></content></point></list></paragraph></article></chapter></body>"
        ),
        [
            row(Role::Heading(1), "I.", "Ships"),
            row(Role::Heading(2), "", "Article 1"),
            row(Role::Body, "1.", "Ships keep right."),
            row(Role::Body, "2.", "Boats:"),
            row(Role::Body, "(a)", "wait;"),
        ]
    );
}

#[test]
fn the_preamble_is_text() {
    assert_eq!(
        seen(
            "<preamble><formula name='enactingFormula'><p>The Port Council,</p></formula>\
             <recitals><intro><p><i>noting</i></p></intro><recital><num>a)</num><p>the tide,</p></recital></recitals></preamble>"
        ),
        [
            row(Role::Body, "", "The Port Council,"),
            row(Role::Body, "", "noting"),
            row(Role::Body, "a)", "the tide,"),
        ]
    );
}

#[test]
fn notes_stand_apart() {
    let blocks = blocks(
        "<meta><notes><note eId='n9'><p>Since long.</p></note></notes></meta>\
         <mainBody><p>Ships<authorialNote marker='1'><p>Of any</p><p>size.</p></authorialNote> keep \
         <i>right</i><noteRef href='#n9' marker='*'/>.</p></mainBody>",
    );
    assert_eq!(blocks.blocks[0].text, "Ships keep right.");
    assert_eq!(blocks.blocks[0].italics, vec![11..16]);
    let marks = [(5, "1".to_owned()), (16, "*".to_owned())];
    assert_eq!(blocks.blocks[0].note_marks, marks);
    let notes = [
        ("1".into(), "Of any size.".into()),
        ("*".into(), "Since long.".into()),
    ];
    assert_eq!(blocks.footnotes, notes);
}

#[test]
fn annexes_and_tables_are_read_in_order() {
    assert_eq!(
        seen(
            "<mainBody><p>Ships keep right.</p></mainBody><attachments><attachment><heading>Annex</heading>\
             <doc><mainBody><table><tr><th><p>Port</p></th><th><p>Ships</p></th></tr>\
             <tr><td>North</td><td><p>5 of them</p></td></tr></table></mainBody></doc></attachment></attachments>"
        ),
        [
            row(Role::Body, "", "Ships keep right."),
            row(Role::Heading(1), "", "Annex"),
            row(Role::Body, "", "Port"),
            row(Role::Body, "", "Ships"),
            row(Role::Body, "", "North"),
            row(Role::Body, "", "5 of them"),
        ]
    );
}

#[test]
fn changes_are_taken_either_way() {
    let source = "<akomaNtoso><doc><mainBody><p>Ships <del>may</del><ins>shall</ins> wait.</p></mainBody></doc></akomaNtoso>";
    let text = |revisions| read(source.as_bytes(), revisions).map(|b| b.blocks[0].text.clone());
    assert_eq!(
        text(Revisions::Accepted).as_deref(),
        Ok("Ships shall wait.")
    );
    assert_eq!(text(Revisions::Rejected).as_deref(), Ok("Ships may wait."));
}

#[test]
fn what_is_no_number_stays_in_the_text() {
    assert_eq!(
        seen(
            "<mainBody><paragraph><num>Rule of thumb</num><content><p>Ships wait.</p></content></paragraph></mainBody>"
        ),
        [row(Role::Body, "", "Rule of thumb\tShips wait.")]
    );
}

#[test]
fn bombs_are_refused() {
    let code = |source: &str| {
        read(source.as_bytes(), Revisions::Accepted)
            .map(|_| ())
            .map_err(|e| e.code())
    };
    let entities =
        "<!DOCTYPE a [<!ENTITY b 'cc'><!ENTITY d '&b;&b;'>]><akomaNtoso>&d;</akomaNtoso>";
    assert_eq!(code(entities), Err("import-damaged"));
    let deep = format!("<akomaNtoso>{}", "<p>".repeat(10_000));
    assert_eq!(code(&deep), Err("import-too-large"));
    assert_eq!(code("<akomaNtoso><doc>Ships"), Err("import-damaged"));
    assert_eq!(
        code("<akomaNtoso><doc/></akomaNtoso>"),
        Err("import-no-text")
    );
}

#[test]
fn each_part_counts_on_its_own() {
    let part = |first: &str, gap: &str| {
        format!(
            "<hcontainer><heading>Ships</heading><paragraph>{first}</paragraph>\
             <paragraph><num>{gap}</num><content><p>Boats wait.</p></content></paragraph></hcontainer>"
        )
    };
    let numbered = "<num>1</num><content><p>Ships keep right.</p></content>";
    let typed = "<content><p>1 to keep right;</p></content>";
    let warned = |second: &str, gap: &str| {
        let body = format!(
            "<mainBody>{}{}</mainBody>",
            part(numbered, "2"),
            part(second, gap)
        );
        let source = format!("<akomaNtoso><statement>{body}</statement></akomaNtoso>");
        let document = crate::import("a.xml", source.as_bytes(), &Default::default(), &Silent);
        let warnings = document.expect("a text").warnings.into_iter();
        let gaps = warnings.filter(|warning| warning.code == WarningCode::NumberingGap);
        gaps.filter_map(|warning| warning.place).collect::<Vec<_>>()
    };
    assert!(warned(numbered, "2").is_empty());
    assert!(warned(typed, "2").is_empty());
    assert_eq!(warned(numbered, "5"), ["5"]);
}
