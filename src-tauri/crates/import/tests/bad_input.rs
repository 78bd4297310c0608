//! Files that cannot be read end in their code, and never in a panic.
#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests")]

use std::io::Write;

use proptest::prelude::*;
use wsis_document::{Document, Monitor, Silent, Stage, Stop};
use wsis_import::{ImportError, Options, import};

fn read(name: &str, bytes: &[u8]) -> Result<Document, ImportError> {
    import(name, bytes, &Options::default(), &Silent)
}

fn code(name: &str, bytes: &[u8]) -> Result<usize, &'static str> {
    read(name, bytes)
        .map(|document| document.paragraphs.len())
        .map_err(|e| e.code())
}

/// A Word file with this body and these further parts.
fn docx(body: &str, parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options: zip::write::SimpleFileOptions = Default::default();
    let document = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:body>{body}</w:body></w:document>"
    );
    let fixed: [(&str, &[u8]); 2] = [
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", document.as_bytes()),
    ];
    for (name, bytes) in fixed.iter().chain(parts) {
        writer.start_file(*name, options).expect("a part");
        writer.write_all(bytes).expect("in memory");
    }
    writer.finish().expect("an archive").into_inner()
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

#[test]
fn nothing_in_the_file() {
    for name in ["a.txt", "a.md", "a.docx", "a.pdf", "a"] {
        assert_eq!(code(name, b""), Err("import-empty"), "{name}");
        assert_eq!(code(name, b" \r\n\t "), Err("import-empty"), "{name}");
    }
    assert_eq!(
        code("a.txt", "\u{feff}\u{3000}".as_bytes()),
        Err("import-empty")
    );
    assert_eq!(code("a.docx", &docx("<w:p/>", &[])), Err("import-no-text"));
}

#[test]
fn a_word_file_cut_short_is_damaged() {
    let whole = docx(&paragraph("1. We agree to go on."), &[]);
    assert_eq!(code("a.docx", &whole), Ok(1));
    for length in [6, 40, whole.len() / 2, whole.len() - 4] {
        assert_eq!(
            code("a.docx", &whole[..length]),
            Err("import-damaged"),
            "{length} bytes"
        );
    }
}

#[test]
fn a_part_that_is_no_xml_is_damaged() {
    assert_eq!(
        code("a.docx", &docx("<w:p><w:r>", &[])),
        Err("import-damaged")
    );
    let bomb = b"<!DOCTYPE x [<!ENTITY a 'b'>]><w:styles>&a;</w:styles>";
    let file = docx(&paragraph("We agree."), &[("word/styles.xml", bomb)]);
    assert_eq!(code("a.docx", &file), Err("import-damaged"));
}

#[test]
fn a_bomb_is_too_large() {
    let blanks = vec![b' '; 64 << 20];
    let file = docx(&paragraph("We agree."), &[("word/styles.xml", &blanks)]);
    assert!(file.len() < 1 << 20);
    assert_eq!(code("a.docx", &file), Err("import-too-large"));
    let deep = "<w:sdt>".repeat(5000);
    assert_eq!(code("a.docx", &docx(&deep, &[])), Err("import-too-large"));
}

#[test]
fn a_hundred_thousand_paragraphs_of_a_word_file_are_read() {
    // A reader that is not linear would not come to an end here.
    let plain = paragraph("We agree to go on.").repeat(100_000);
    assert_eq!(code("a.docx", &docx(&plain, &[])), Ok(100_000));
    let running_on = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:t>old </w:t></w:r></w:del>\
        <w:r><w:t>We go on. </w:t></w:r></w:p>";
    assert_eq!(
        code("a.docx", &docx(&running_on.repeat(100_000), &[])),
        Ok(1)
    );
    let fields = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:fldChar \
        w:fldCharType=\"separate\"/></w:r><w:r><w:t>We go on.</w:t></w:r></w:p>";
    assert_eq!(
        code("a.docx", &docx(&fields.repeat(100_000), &[])),
        Ok(100_000)
    );
}

#[test]
fn circles_in_a_word_file_come_to_an_end() {
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
    assert_eq!(code("a.docx", &docx(body, &parts)), Ok(1));
}

#[test]
fn a_password_is_named() {
    let mut file = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    file.extend([0; 600]);
    file.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(code("a.docx", &file), Err("import-encrypted"));
}

#[test]
fn other_kinds_are_named() {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    let mismatch = ImportError::Mismatch {
        named: "docx".into(),
        found: "PNG image".into(),
    };
    assert_eq!(read("a.docx", png).err(), Some(mismatch));
    assert_eq!(code("a.pdf", png), Err("import-mismatch"));
    let mut legacy = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    legacy.extend("WordDocument".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(read("a.doc", &legacy).err(), Some(ImportError::LegacyWord));
    assert_eq!(
        code("a.txt", b"We agree\0 to go\0 on\0"),
        Err("import-unsupported")
    );
}

#[test]
fn a_file_with_the_wrong_name_is_read_by_its_bytes() {
    let file = docx(&paragraph("1. We agree to go on."), &[]);
    assert_eq!(code("a.pdf", &file), Ok(1));
    assert_eq!(code("a", &file), Ok(1));
}

#[test]
fn a_hundred_thousand_lines_without_a_blank_one_are_read() {
    // A reader that is not linear would not come to an end here.
    let text = "We agree to go on with the work and to meet again next year\n".repeat(100_000);
    assert_eq!(code("a.txt", text.as_bytes()), Ok(100_000));
    assert!(matches!(code("a.md", text.as_bytes()), Ok(1)));
}

#[test]
fn much_of_one_thing_is_read() {
    // Readers that looked at the rest of the text for each piece would not come to an end here.
    let many = 20_000;
    let page = format!("<!doctype html><body>{}", "<p>We agree.".repeat(many));
    assert_eq!(code("a.html", page.as_bytes()), Ok(many));
    let line = format!("<!doctype html><p>{}", "We [agree (or not)] ".repeat(many));
    assert_eq!(code("a.html", line.as_bytes()), Ok(1));
    let legal = format!(
        "<akomaNtoso><body>{}</body></akomaNtoso>",
        "<p>We agree.</p>".repeat(many)
    );
    assert_eq!(code("a.xml", legal.as_bytes()), Ok(many));
    let links = format!(
        "<!doctype html><p>We {}rest.<p id=a>We agree.",
        "<sup><a href=#a>1</a></sup>".repeat(many)
    );
    assert!(code("a.html", links.as_bytes()).is_ok());
    let attributes: String = (0..many).map(|n| format!(" a{n}='{n}'")).collect();
    let wide = format!("<akomaNtoso><body{attributes}><p>We agree.</p></body></akomaNtoso>");
    assert_eq!(code("a.xml", wide.as_bytes()), Ok(1));
}

#[test]
fn much_nesting_is_refused() {
    let deep = |open: &str| open.repeat(10_000);
    let code = |name: &str, text: String| code(name, text.as_bytes());
    assert_eq!(
        code("a.html", format!("<html>{}x", deep("<div>"))),
        Err("import-too-large")
    );
    assert_eq!(
        code("a.xml", format!("<akomaNtoso>{}x", deep("<p>"))),
        Err("import-too-large")
    );
    // Brackets and quotes are only text.
    assert_eq!(code("a.txt", format!("We {} agree.", deep("["))), Ok(1));
    assert!(code("a.md", format!("{} We agree.", deep(">"))).is_ok());
    assert!(code("a.md", format!("{}We agree.", deep("- "))).is_ok());
}

#[test]
fn a_stopped_import_leaves_nothing() {
    struct Stopped;
    impl Monitor for Stopped {
        fn progress(&self, _: Stage, _: u64, _: u64) {}
        fn stop(&self) -> Option<Stop> {
            Some(Stop::Cancelled)
        }
    }
    let file = docx(&paragraph("We agree."), &[]);
    let stopped = import("a.docx", &file, &Options::default(), &Stopped);
    assert_eq!(stopped.err(), Some(ImportError::Cancelled));
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,80}", name in "a\\.(txt|md|docx|pdf|html|xml)") {
        let _ = read(&name, text.as_bytes());
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read("a.txt", &bytes);
    }

    #[test]
    fn a_word_file_with_any_wrong_byte_is_read_or_refused(at in 0usize..700, byte in any::<u8>()) {
        let mut file = docx(&paragraph("1. We agree to go on."), &[]);
        let at = at % file.len();
        file[at] = byte;
        let _ = read("a.docx", &file);
    }

    #[test]
    fn paragraphs_keep_every_word(lines in prop::collection::vec("[A-Za-z][a-z ]{3,60}[.;]", 1..12)) {
        let document = read("a.txt", lines.join("\n\n").as_bytes()).expect("text");
        let words = |text: &str| -> Vec<String> {
            text.split_whitespace().map(str::to_owned).collect()
        };
        let read: Vec<String> = document
            .paragraphs
            .iter()
            .flat_map(|p| {
                let label = p.label.as_ref().map(|l| l.text.clone()).unwrap_or_default();
                words(&format!("{label} {}", p.text))
            })
            .collect();
        prop_assert_eq!(read, words(&lines.join(" ")));
    }
}
