//! PDF files made to harm: each is refused with its code, or read, in bounded time and memory, and
//! never ends the program. Written here by code; none is kept as a file.
#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests")]

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use wsis_document::Silent;
use wsis_import::{Options, import};

/// What became of a file: how many paragraphs, or the code of the refusal.
fn code(bytes: &[u8]) -> Result<usize, &'static str> {
    import("a.pdf", bytes, &Options::default(), &Silent)
        .map(|document| document.paragraphs.len())
        .map_err(|error| error.code())
}

/// A file of these objects, numbered from 1; the first is the catalog.
fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut table = String::new();
    for (number, object) in (1..).zip(objects) {
        table.push_str(&format!("{:010} 00000 n \n", out.len()));
        out.extend(format!("{number} 0 obj\n").bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    let (start, size) = (out.len(), objects.len() + 1);
    let end = format!(
        "xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Size {size} /Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"
    );
    out.extend(end.bytes());
    out
}

const CATALOG: &str = "<</Type /Catalog /Pages 2 0 R>>";
const PAGES: &str = "<</Type /Pages /Kids [3 0 R] /Count 1>>";
const FONT: &str = "<</Type /Font /Subtype /Type1 /BaseFont /Times-Roman>>";

fn page(resources: &str) -> String {
    format!(
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources <<{resources}>>>>"
    )
}

fn stream(entries: &str, data: &[u8]) -> Vec<u8> {
    let mut out = format!("<<{entries} /Length {}>>\nstream\n", data.len()).into_bytes();
    out.extend(data);
    out.extend(b"\nendstream");
    out
}

fn deflated(data: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(data).expect("writing to memory");
    encoder.finish().expect("writing to memory")
}

/// Zeros that inflate to `mebibytes`, deflated.
fn bomb(mebibytes: usize) -> Vec<u8> {
    let block = vec![b' '; 1 << 20];
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    for _ in 0..mebibytes {
        encoder.write_all(&block).expect("writing to memory");
    }
    encoder.finish().expect("writing to memory")
}

/// One page with this content and these resources, and further objects from number 5 on.
fn one_page(content: &[u8], resources: &str, more: &[Vec<u8>]) -> Vec<u8> {
    let mut objects: Vec<Vec<u8>> = [CATALOG.to_owned(), PAGES.to_owned(), page(resources)]
        .map(String::into_bytes)
        .to_vec();
    objects.push(stream("", content));
    objects.extend_from_slice(more);
    file(&objects)
}

const TEXT: &[u8] = b"BT /F 10 Tf 100 700 Td (The ferry leaves at noon.) Tj ET";

#[test]
fn a_sound_file_of_the_same_make_is_read() {
    let sound = one_page(TEXT, "/Font <</F 5 0 R>>", &[FONT.into()]);
    assert_eq!(code(&sound), Ok(1));
}

#[test]
fn bombs_are_too_large() {
    let large = Err("import-too-large");
    let zeros = bomb(300);
    // As a stream of objects, with a number for a letter of its name.
    let renamed = stream("/Type /Obj#53tm /N 1 /First 4 /Filter /FlateDecode", &zeros);
    assert_eq!(code(&one_page(TEXT, "", &[renamed])), large);
    let twice = stream(
        "/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode]",
        &deflated(&zeros),
    );
    assert_eq!(code(&one_page(TEXT, "", &[twice])), large);
    // As a font.
    let font = "<</Type /Font /Subtype /TrueType /BaseFont /X /FontDescriptor 6 0 R>>";
    let descriptor = "<</Type /FontDescriptor /FontName /X /Flags 4 /FontFile2 7 0 R>>";
    let program = stream("/Filter /FlateDecode", &zeros);
    let bytes = one_page(
        TEXT,
        "/Font <</F 5 0 R>>",
        &[font.into(), descriptor.into(), program],
    );
    assert_eq!(code(&bytes), large);
}

#[test]
fn forms_that_draw_each_other_end() {
    // Every form draws the next one ten times; the last one draws the first.
    let forms: Vec<Vec<u8>> = (0..12)
        .map(|k| {
            let next = 5 + (k + 1) % 12;
            let entries =
                format!("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</X {next} 0 R>>>>");
            stream(&entries, "/X Do ".repeat(10).as_bytes())
        })
        .collect();
    let bytes = one_page(b"/X Do", "/XObject <</X 5 0 R>>", &forms);
    assert_eq!(code(&bytes), Err("import-too-large"));
}

#[test]
fn cycles_end() {
    // A page tree that holds itself, with the page twice.
    let pages = "<</Type /Pages /Kids [2 0 R 3 0 R 2 0 R 3 0 R] /Count 4 /Parent 2 0 R>>";
    let objects: Vec<Vec<u8>> = vec![
        CATALOG.into(),
        pages.into(),
        page("/Font <</F 5 0 R>>").into(),
        stream("", TEXT),
        FONT.into(),
    ];
    assert_eq!(code(&file(&objects)), Ok(1));
    // A page that is its own content, a length that is its own length.
    let objects: Vec<Vec<u8>> = vec![
        CATALOG.into(),
        PAGES.into(),
        b"<</Type /Page /Parent 2 0 R /Contents 3 0 R /Resources 3 0 R /Font 3 0 R>>".to_vec(),
        b"<</Length 4 0 R>>\nstream\n\nendstream".to_vec(),
    ];
    assert!(code(&file(&objects)).is_err());
    // A structure tree whose elements hold each other.
    let catalog =
        "<</Type /Catalog /Pages 2 0 R /StructTreeRoot 6 0 R /MarkInfo <</Marked true>>>>";
    let objects: Vec<Vec<u8>> = vec![
        catalog.into(),
        PAGES.into(),
        page("/Font <</F 5 0 R>>").into(),
        stream("", TEXT),
        FONT.into(),
        b"<</Type /StructTreeRoot /K [7 0 R 6 0 R]>>".to_vec(),
        b"<</S /P /Pg 3 0 R /K [6 0 R 7 0 R 7 0 R]>>".to_vec(),
    ];
    assert_eq!(code(&file(&objects)), Ok(1));
    // A cross-reference table that goes on with itself.
    let bytes = one_page(TEXT, "/Font <</F 5 0 R>>", &[FONT.into()]);
    let text = String::from_utf8(bytes).expect("plain");
    let start = text.rfind("startxref\n").expect("written above") + "startxref\n".len();
    let place: String = text[start..]
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    let looped = text.replace("/Root 1 0 R", &format!("/Root 1 0 R /Prev {place}"));
    assert!(matches!(code(looped.as_bytes()), Ok(1) | Err(_)));
}

#[test]
fn depth_and_breadth_end() {
    // Ten thousand page nodes, each inside the one before.
    let mut objects: Vec<Vec<u8>> = vec![CATALOG.into()];
    for number in 2..10_000 {
        let next = number + 1;
        objects.push(format!("<</Type /Pages /Kids [{next} 0 R] /Count 1>>").into());
    }
    objects.push(b"<</Type /Page /MediaBox [0 0 9 9]>>".to_vec());
    assert!(code(&file(&objects)).is_err());
    // Arrays in arrays, dictionaries in dictionaries, content in content.
    for (open, close) in [("[", "]"), ("<</A ", ">>"), ("(", ")")] {
        let deep = format!("{}1{}", open.repeat(50_000), close.repeat(50_000));
        let bytes = one_page(
            TEXT,
            "/Font <</F 5 0 R>>",
            &[FONT.into(), deep.clone().into()],
        );
        assert!(matches!(code(&bytes), Ok(1) | Err(_)), "{open}");
        let inside = one_page(deep.as_bytes(), "", &[]);
        assert!(code(&inside).is_err(), "{open}");
    }
    let content = format!(
        "{}{}",
        "q /P BMC ".repeat(200_000),
        String::from_utf8_lossy(TEXT)
    );
    let bytes = one_page(content.as_bytes(), "/Font <</F 5 0 R>>", &[FONT.into()]);
    assert_eq!(code(&bytes), Ok(1));
    // A hundred thousand pages, said and there.
    let said = PAGES.replace("/Count 1", "/Count 100000");
    let objects: Vec<Vec<u8>> = vec![
        CATALOG.into(),
        said.into(),
        page("").into(),
        stream("", b""),
    ];
    assert_eq!(code(&file(&objects)), Err("import-no-text"));
    let kids = "<</Type /Page>> ".repeat(100_000);
    let objects: Vec<Vec<u8>> = vec![
        CATALOG.into(),
        format!("<</Type /Pages /Count 100000 /Kids [{kids}]>>").into(),
    ];
    assert_eq!(code(&file(&objects)), Err("import-too-large"));
}

#[test]
fn tables_that_promise_too_much_end() {
    let bytes = one_page(TEXT, "/Font <</F 5 0 R>>", &[FONT.into()]);
    let text = String::from_utf8(bytes).expect("plain");
    let long = text.replace("xref\n0 6\n", "xref\n0 4000000000\n");
    assert!(matches!(code(long.as_bytes()), Ok(1) | Err(_)));
    let far = text.replace(
        "/Size 6",
        "/Size 4294967295 /Prev 4294967295 /XRefStm 99999999999",
    );
    assert!(matches!(code(far.as_bytes()), Ok(1) | Err(_)));
    let table = stream(
        "/Type /XRef /W [8 8 8] /Index [0 4294967295] /Size 4294967295 /Root 1 0 R",
        &[0; 24],
    );
    assert!(matches!(
        code(&one_page(TEXT, "", &[table])),
        Ok(_) | Err(_)
    ));
}
