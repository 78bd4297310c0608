//! Writes the first inputs of every fuzz target into a folder for each: `seeds FOLDER`.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io, process};

fn main() -> process::ExitCode {
    let Some(folder) = env::args_os().nth(1) else {
        eprintln!("seeds FOLDER");
        return process::ExitCode::FAILURE;
    };
    match write_all(Path::new(&folder)) {
        Ok(()) => process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("seeds: {error}");
            process::ExitCode::FAILURE
        }
    }
}

fn write_all(folder: &Path) -> io::Result<()> {
    let words = word_parts();
    let archive = wsis_fuzz_seeds::word(&words).unwrap_or_default();
    let kinds: [(&str, Vec<Vec<u8>>); 8] = [
        (
            "pdf",
            vec![pdf(false, false), pdf(true, false), pdf(true, true)],
        ),
        ("docx", vec![words]),
        ("html", texts(HTML)),
        ("akn", texts(&[AKN])),
        ("markdown", texts(MARKDOWN)),
        ("plain", plain()),
        ("marks", texts(MARKS)),
        (
            "any",
            vec![
                archive,
                pdf(true, true),
                HTML[0].into(),
                AKN.into(),
                MARKDOWN[0].into(),
            ],
        ),
    ];
    for (kind, seeds) in kinds {
        let folder = folder.join(kind);
        fs::create_dir_all(&folder)?;
        for (number, seed) in seeds.iter().enumerate() {
            fs::write(folder.join(format!("seed-{number}")), seed)?;
        }
    }
    Ok(())
}

fn texts(texts: &[&str]) -> Vec<Vec<u8>> {
    texts.iter().map(|text| text.as_bytes().to_vec()).collect()
}

const HTML: &[&str] = &[
    "<!doctype html><html lang=en><head><meta charset=utf-8><title>Boats</title></head><body>\
     <nav>Home</nav><h1>Boats</h1><h2 id=a>I. Keepers</h2><p>1. Boats are <i>kept</i> dry.\
     <sup><a href=#n1>1</a></sup></p><ol type=a><li>in winter;<li>in spring.</ol>\
     <table><tr><td>a<td>b</table><p id=n1>1. A note.</p></body></html>",
    "<html dir=rtl lang=ar><body><h1>\u{642}\u{648}\u{627}\u{631}\u{628}</h1><p>1- \u{646}\u{635}.</p></body></html>",
];

const AKN: &str = "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">\
    <statement name=\"resolution\"><meta><identification source=\"#x\"><FRBRWork>\
    <FRBRdate date=\"2025-01-02\" name=\"x\"/></FRBRWork></identification></meta>\
    <preface><p><docTitle>Boats</docTitle></p></preface><preamble><container name=\"p\">\
    <p><i>Noting</i> the boats,</p></container></preamble><mainBody><section><num>I</num>\
    <heading>Keepers</heading><paragraph eId=\"p1\"><num>1.</num><content><p>Boats are kept \
    <noteRef href=\"#n\" marker=\"1\"/>dry.<authorialNote marker=\"1\"><p>A note.</p>\
    </authorialNote></p></content></paragraph></section></mainBody></statement></akomaNtoso>";

const MARKDOWN: &[&str] = &[
    "---\ntitle: Boats\nlang: en\n---\n\n# Boats\n\n## I. Keepers\n\n1. Boats are *kept* dry.[^1]\n\
     \n   (a) in winter;\n   (b) in spring.\n\n| a | b |\n|---|---|\n| c | d |\n\n[^1]: A note.\n",
];

const MARKS: &[&str] = &[
    "[G77: delete] the [boats [and ferries]] are kept (agreed ad ref)",
    "12 bis. [EU, JP: retain] [Suggested for Closure]",
    "[Option 1: dry] / [Option 2: wet]] (a) first; (ii) second;",
];

fn plain() -> Vec<Vec<u8>> {
    let mut out = texts(&[
        "BOATS\n\nI. Keepers\n\n1. Boats are kept\ndry in winter.\n\n(a) first;\n\n(i) second.\n",
        "\u{7b2c}1\u{6761} \u{8239}\u{306f}\n\u{4e7e}\u{304b}\u{3059}\u{3002}\n",
    ]);
    // Big-endian UTF-16, and bytes that only an old encoding explains.
    out.push(b"\xfe\xff\x00B\x00o\x00a\x00t\x00.".to_vec());
    out.push(b"\x8f\x5c\x82\xcc\x91\x44\x81\x42".to_vec());
    out.push(b"bateaux \xe9t\xe9 \x93net\x94".to_vec());
    out
}

fn word_parts() -> Vec<u8> {
    let open = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let parts = [
        format!(
            "<w:document {open}><w:body><w:p><w:pPr><w:pStyle w:val=\"H\"/></w:pPr><w:r><w:t>Boats</w:t></w:r></w:p>\
             <w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>\
             <w:ins w:id=\"1\" w:author=\"A\" w:date=\"2025-01-02T00:00:00Z\"><w:r><w:t>Kept dry</w:t></w:r></w:ins>\
             <w:del w:id=\"2\" w:author=\"B\"><w:r><w:delText>wet</w:delText></w:r></w:del>\
             <w:commentRangeStart w:id=\"0\"/><w:r><w:footnoteReference w:id=\"2\"/><w:tab/><w:t>here.</w:t></w:r>\
             <w:commentRangeEnd w:id=\"0\"/></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
             <w:moveFromRangeStart w:id=\"5\" w:name=\"m\"/><w:moveFrom w:id=\"6\"><w:r><w:t>moved</w:t></w:r></w:moveFrom>\
             <w:moveFromRangeEnd w:id=\"5\"/></w:body></w:document>"
        ),
        format!(
            "<w:numbering {open}><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>\
             <w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>\
             <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
        ),
        format!(
            "<w:styles {open}><w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 1\"/>\
             <w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style></w:styles>"
        ),
        format!(
            "<w:footnotes {open}><w:footnote w:id=\"2\"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>"
        ),
        format!(
            "<w:comments {open}><w:comment w:id=\"0\" w:author=\"C\"><w:p><w:r><w:t>Why?</w:t></w:r></w:p></w:comment></w:comments>"
        ),
        "<Properties><property name=\"Symbol1\"><lpwstr>A/99/1</lpwstr></property></Properties>"
            .to_owned(),
    ];
    parts.join("\0").into_bytes()
}

/// A small PDF file in plain bytes: text, a form, an artifact; with a structure tree; with layers
/// and replacement text.
fn pdf(tagged: bool, layers: bool) -> Vec<u8> {
    let mut content = String::from(
        "/Artifact BMC BT /F 8 Tf 100 760 Td (A/99/1) Tj ET EMC\n\
         /P <</MCID 0>> BDC BT /F 10 Tf 1 0 0 1 100 700 Tm [(1. Bo) -20 (ats are kept)] TJ 0 -12 Td (dry.) Tj 3 Ts /F 6 Tf (1) Tj ET EMC\n\
         /P <</MCID 1>> BDC q 1 0 0 1 0 -10 cm BT /F 10 Tf 100 600 Td (\\(a\\) in winter;) ' ET Q EMC /X Do\n",
    );
    if layers {
        content.push_str(
            "/OC /L BDC BT /F 10 Tf 100 500 Td (hidden) Tj ET EMC\n\
             /Span <</ActualText <FEFF0066>>> BDC BT /F 10 Tf 100 480 Td (ph) Tj ET EMC\n",
        );
    }
    let tree = if tagged {
        "/StructTreeRoot 7 0 R /MarkInfo <</Marked true>>"
    } else {
        ""
    };
    let ocgs = if layers {
        "/OCProperties <</OCGs [10 0 R] /D <</OFF [10 0 R]>>>>"
    } else {
        ""
    };
    let objects = [
        format!("<</Type /Catalog /Pages 2 0 R {tree} {ocgs}>>"),
        "<</Type /Pages /Kids [3 0 R] /Count 1>>".to_owned(),
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources \
         <</Font <</F 5 0 R>> /XObject <</X 6 0 R>> /Properties <</L 10 0 R>>>>>>"
            .to_owned(),
        format!("<</Length {}>>\nstream\n{content}\nendstream", content.len()),
        "<</Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding>>".to_owned(),
        "<</Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 39>>\nstream\nBT /F 10 Tf 100 400 Td (in a form) Tj ET\nendstream".to_owned(),
        "<</Type /StructTreeRoot /K [8 0 R 9 0 R]>>".to_owned(),
        "<</S /P /Pg 3 0 R /K 0>>".to_owned(),
        "<</S /Note /Pg 3 0 R /K [1 <</Type /MCR /MCID 1>>]>>".to_owned(),
        "<</Type /OCG /Name (layer)>>".to_owned(),
    ];
    let mut file = String::from("%PDF-1.7\n");
    let mut table = String::new();
    for (number, object) in (1..).zip(&objects) {
        let _ = writeln!(table, "{:010} 00000 n ", file.len());
        let _ = write!(file, "{number} 0 obj\n{object}\nendobj\n");
    }
    let (start, size) = (file.len(), objects.len() + 1);
    let _ = write!(
        file,
        "xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Size {size} /Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"
    );
    file.into_bytes()
}
