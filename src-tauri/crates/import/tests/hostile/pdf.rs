//! PDF files made to harm.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::Ends::{self, Either, Read, Refused, Unread};
use super::Hostile;

/// All of them, after a sound file of the same make.
pub fn files() -> Vec<Hostile> {
    let mut files = vec![pdf("a sound file", Read(1), sound())];
    files.extend(bombs());
    files.extend(cycles());
    files.extend(depth());
    files.extend(breadth());
    files.extend(tables());
    files
}

fn pdf(name: &'static str, ends: Ends, bytes: Vec<u8>) -> Hostile {
    Hostile {
        name,
        file: "a.pdf",
        ends,
        bytes,
    }
}

fn sound() -> Vec<u8> {
    one_page(TEXT, "/Font <</F 5 0 R>>", &[FONT.into()])
}

fn bombs() -> Vec<Hostile> {
    let large = Refused("import-too-large");
    let zeros = bomb(300);
    let renamed = stream("/Type /Obj#53tm /N 1 /First 4 /Filter /FlateDecode", &zeros);
    let twice = stream(
        "/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode]",
        &deflated(&zeros),
    );
    let font = "<</Type /Font /Subtype /TrueType /BaseFont /X /FontDescriptor 6 0 R>>";
    let descriptor = "<</Type /FontDescriptor /FontName /X /Flags 4 /FontFile2 7 0 R>>";
    let program = stream("/Filter /FlateDecode", &zeros);
    let objects = [font.into(), descriptor.into(), program];
    vec![
        pdf(
            "a bomb of objects, by another spelling of its type",
            large,
            one_page(TEXT, "", &[renamed]),
        ),
        pdf("a bomb in a bomb", large, one_page(TEXT, "", &[twice])),
        pdf(
            "a bomb for a font",
            large,
            one_page(TEXT, "/Font <</F 5 0 R>>", &objects),
        ),
    ]
}

fn cycles() -> Vec<Hostile> {
    // Every form draws the next one ten times; the last one draws the first.
    let forms: Vec<Vec<u8>> = (0..12)
        .map(|k| {
            let next = 5 + (k + 1) % 12;
            let entries = format!(
                "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</X {next} 0 R>>>>"
            );
            stream(&entries, "/X Do ".repeat(10).as_bytes())
        })
        .collect();
    let pages = "<</Type /Pages /Kids [2 0 R 3 0 R 2 0 R 3 0 R] /Count 4 /Parent 2 0 R>>";
    let tree: Vec<Vec<u8>> = vec![
        CATALOG.into(),
        pages.into(),
        page("/Font <</F 5 0 R>>").into(),
        stream("", TEXT),
        FONT.into(),
    ];
    let itself: Vec<Vec<u8>> = vec![
        CATALOG.into(),
        PAGES.into(),
        b"<</Type /Page /Parent 2 0 R /Contents 3 0 R /Resources 3 0 R /Font 3 0 R>>".to_vec(),
        b"<</Length 4 0 R>>\nstream\n\nendstream".to_vec(),
    ];
    let catalog =
        "<</Type /Catalog /Pages 2 0 R /StructTreeRoot 6 0 R /MarkInfo <</Marked true>>>>";
    let structure: Vec<Vec<u8>> = vec![
        catalog.into(),
        PAGES.into(),
        page("/Font <</F 5 0 R>>").into(),
        stream("", TEXT),
        FONT.into(),
        b"<</Type /StructTreeRoot /K [7 0 R 6 0 R]>>".to_vec(),
        b"<</S /P /Pg 3 0 R /K [6 0 R 7 0 R 7 0 R]>>".to_vec(),
    ];
    vec![
        pdf(
            "forms that draw each other",
            Refused("import-too-large"),
            one_page(b"/X Do", "/XObject <</X 5 0 R>>", &forms),
        ),
        pdf("a page tree that holds itself", Read(1), file(&tree)),
        pdf("a page that is its own content", Unread, file(&itself)),
        pdf("elements that hold each other", Read(1), file(&structure)),
        pdf("a table that goes on with itself", Either(1), looped()),
    ]
}

/// A cross-reference table that says that it goes on where it begins.
fn looped() -> Vec<u8> {
    let text = String::from_utf8(sound()).expect("plain");
    let start = text.rfind("startxref\n").expect("written by us") + "startxref\n".len();
    let digits = text[start..].chars().take_while(char::is_ascii_digit);
    let place: String = digits.collect();
    text.replace("/Root 1 0 R", &format!("/Root 1 0 R /Prev {place}"))
        .into()
}

fn depth() -> Vec<Hostile> {
    let mut objects: Vec<Vec<u8>> = vec![CATALOG.into()];
    for number in 2..10_000 {
        let next = number + 1;
        objects.push(format!("<</Type /Pages /Kids [{next} 0 R] /Count 1>>").into());
    }
    objects.push(b"<</Type /Page /MediaBox [0 0 9 9]>>".to_vec());
    let mut files = vec![pdf("10,000 page nodes deep", Unread, file(&objects))];
    let shapes = [
        ("[", "]", ["50,000 arrays deep", "content of 50,000 arrays"]),
        (
            "<</A ",
            ">>",
            ["50,000 dictionaries deep", "content of 50,000 dictionaries"],
        ),
        (
            "(",
            ")",
            ["50,000 parentheses deep", "content of 50,000 parentheses"],
        ),
    ];
    for (open, close, [object, content]) in shapes {
        let deep = format!("{}1{}", open.repeat(50_000), close.repeat(50_000));
        let objects = [FONT.into(), deep.clone().into()];
        let bytes = one_page(TEXT, "/Font <</F 5 0 R>>", &objects);
        files.push(pdf(object, Either(1), bytes));
        files.push(pdf(content, Unread, one_page(deep.as_bytes(), "", &[])));
    }
    files
}

fn breadth() -> Vec<Hostile> {
    let text = String::from_utf8_lossy(TEXT);
    let content = format!("{}{text}", "q /P BMC ".repeat(200_000));
    let said: Vec<Vec<u8>> = vec![
        CATALOG.into(),
        PAGES.replace("/Count 1", "/Count 100000").into(),
        page("").into(),
        stream("", b""),
    ];
    let kids = "<</Type /Page>> ".repeat(100_000);
    let there: Vec<Vec<u8>> = vec![
        CATALOG.into(),
        format!("<</Type /Pages /Count 100000 /Kids [{kids}]>>").into(),
    ];
    vec![
        pdf(
            "200,000 states that nothing ends",
            Read(1),
            one_page(content.as_bytes(), "/Font <</F 5 0 R>>", &[FONT.into()]),
        ),
        pdf(
            "100,000 pages, only said",
            Refused("import-no-text"),
            file(&said),
        ),
        pdf("100,000 pages", Refused("import-too-large"), file(&there)),
    ]
}

fn tables() -> Vec<Hostile> {
    let text = String::from_utf8(sound()).expect("plain");
    let long = text.replace("xref\n0 6\n", "xref\n0 4000000000\n");
    let far = text.replace(
        "/Size 6",
        "/Size 4294967295 /Prev 4294967295 /XRefStm 99999999999",
    );
    let table = stream(
        "/Type /XRef /W [8 8 8] /Index [0 4294967295] /Size 4294967295 /Root 1 0 R",
        &[0; 24],
    );
    vec![
        pdf("a table that is said to be long", Either(1), long.into()),
        pdf("a table that is said to be far", Either(1), far.into()),
        pdf(
            "a stream of entries that are not there",
            Either(1),
            one_page(TEXT, "", &[table]),
        ),
    ]
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
