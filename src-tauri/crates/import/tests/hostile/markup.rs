//! Word files, web pages, Akoma Ntoso, Markdown and plain text made to harm.

use super::Ends::{self, Read, Refused, Somehow, Unread};
use super::Hostile;
use super::word::{docx, paragraph};

/// All of them.
pub fn files() -> Vec<Hostile> {
    let mut files = bombs();
    files.extend(nesting());
    files.extend(circles());
    files.extend(many_paragraphs());
    files.extend(much_of_one_thing());
    files
}

fn hostile(
    name: &'static str,
    file: &'static str,
    ends: Ends,
    bytes: impl Into<Vec<u8>>,
) -> Hostile {
    Hostile {
        name,
        file,
        ends,
        bytes: bytes.into(),
    }
}

fn bombs() -> Vec<Hostile> {
    let agree = paragraph("We agree.");
    let blanks = vec![b' '; 64 << 20];
    let styles: [(&str, &[u8]); 1] = [("word/styles.xml", &blanks)];
    let entities = "<!DOCTYPE x [<!ENTITY a 'bbbbbbbbbb'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>\
        <!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]>";
    let styles_entities = format!("{entities}<w:styles>&c;</w:styles>");
    let entity_part: [(&str, &[u8]); 1] = [("word/styles.xml", styles_entities.as_bytes())];
    let large = Refused("import-too-large");
    let damaged = Refused("import-damaged");
    vec![
        hostile("a zip bomb", "a.docx", large, docx(&agree, &styles)),
        hostile(
            "an entity bomb",
            "a.docx",
            damaged,
            docx(&agree, &entity_part),
        ),
        hostile(
            "an entity bomb",
            "a.xml",
            Unread,
            format!(
                "<?xml version='1.0'?>{entities}<akomaNtoso><body><p>&c;</p></body></akomaNtoso>"
            ),
        ),
    ]
}

fn nesting() -> Vec<Hostile> {
    let deep = |open: &str| open.repeat(10_000);
    let large = Refused("import-too-large");
    vec![
        hostile("10,000 deep", "a.docx", large, docx(&deep("<w:sdt>"), &[])),
        hostile(
            "10,000 deep",
            "a.html",
            large,
            format!("<html>{}x", deep("<div>")),
        ),
        hostile(
            "10,000 deep",
            "a.xml",
            large,
            format!("<akomaNtoso>{}x", deep("<p>")),
        ),
        // Brackets and quotes are only text.
        hostile(
            "10,000 brackets",
            "a.txt",
            Read(1),
            format!("We {} agree.", deep("[")),
        ),
        hostile(
            "10,000 quotes deep",
            "a.md",
            Somehow,
            format!("{} We agree.", deep(">")),
        ),
        hostile(
            "10,000 lists deep",
            "a.md",
            Somehow,
            format!("{}We agree.", deep("- ")),
        ),
    ]
}

fn circles() -> Vec<Hostile> {
    let styles = "<w:styles><w:style w:type=\"paragraph\" w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style></w:styles>";
    let numbering = "<w:numbering><w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"A\"/>\
        <w:styleLink w:val=\"A\"/></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>\
        </w:numbering>";
    let body = "<w:p><w:pPr><w:pStyle w:val=\"A\"/><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>\
        <w:r><w:t>We agree.</w:t></w:r></w:p>";
    let parts: [(&str, &[u8]); 2] = [
        ("word/styles.xml", styles.as_bytes()),
        ("word/numbering.xml", numbering.as_bytes()),
    ];
    vec![hostile(
        "circles of styles",
        "a.docx",
        Read(1),
        docx(body, &parts),
    )]
}

/// A reader that is not linear would not come to an end here.
fn many_paragraphs() -> Vec<Hostile> {
    const MANY: usize = 100_000;
    let plain = paragraph("We agree to go on.");
    let running_on = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:t>old </w:t></w:r></w:del>\
        <w:r><w:t>We go on. </w:t></w:r></w:p>";
    let fields = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:fldChar \
        w:fldCharType=\"separate\"/></w:r><w:r><w:t>We go on.</w:t></w:r></w:p>";
    let lines = "We agree to go on with the work and to meet again next year\n".repeat(MANY);
    let word = |body: &str| docx(&body.repeat(MANY), &[]);
    vec![
        hostile("100,000 paragraphs", "a.docx", Read(MANY), word(&plain)),
        hostile(
            "100,000 ends taken out",
            "a.docx",
            Read(1),
            word(running_on),
        ),
        hostile(
            "100,000 fields without end",
            "a.docx",
            Read(MANY),
            word(fields),
        ),
        hostile(
            "100,000 lines without a blank one",
            "a.txt",
            Read(MANY),
            lines.clone(),
        ),
        hostile("100,000 lines without a blank one", "a.md", Read(1), lines),
    ]
}

/// Readers that looked at the rest of the text for each piece would not come to an end here.
fn much_of_one_thing() -> Vec<Hostile> {
    const MANY: usize = 20_000;
    let page = format!("<!doctype html><body>{}", "<p>We agree.".repeat(MANY));
    let line = format!("<!doctype html><p>{}", "We [agree (or not)] ".repeat(MANY));
    let legal = format!(
        "<akomaNtoso><body>{}</body></akomaNtoso>",
        "<p>We agree.</p>".repeat(MANY)
    );
    let links = format!(
        "<!doctype html><p>We {}rest.<p id=a>We agree.",
        "<sup><a href=#a>1</a></sup>".repeat(MANY)
    );
    let attributes: String = (0..MANY).map(|n| format!(" a{n}='{n}'")).collect();
    let wide = format!("<akomaNtoso><body{attributes}><p>We agree.</p></body></akomaNtoso>");
    vec![
        hostile(
            "20,000 paragraphs that nothing ends",
            "a.html",
            Read(MANY),
            page,
        ),
        hostile("20,000 brackets in a line", "a.html", Read(1), line),
        hostile("20,000 links to one note", "a.html", Somehow, links),
        hostile("20,000 paragraphs", "a.xml", Read(MANY), legal),
        hostile("20,000 attributes", "a.xml", Read(1), wide),
    ]
}
