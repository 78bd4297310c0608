//! Files that cannot be read end in their code, and never in a panic.
#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests")]

#[path = "shared/word.rs"]
mod word;

use proptest::prelude::*;
use wsis_document::{Document, Monitor, Silent, Stage, Stop};
use wsis_import::{ImportError, Options, import};

use word::{docx, paragraph};

fn read(name: &str, bytes: &[u8]) -> Result<Document, ImportError> {
    import(name, bytes, &Options::default(), &Silent)
}

fn code(name: &str, bytes: &[u8]) -> Result<usize, &'static str> {
    read(name, bytes)
        .map(|document| document.paragraphs.len())
        .map_err(|e| e.code())
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
