//! Writes a source as a flat OpenDocument file, which a word processor lays out.

use std::fmt::Write as _;

use super::phrases::Phrases;
use super::source::{Kind, Layout, NOTE, Piece, Source};

/// The file of a source.
pub fn document(source: &Source) -> String {
    let phrases = source.phrases;
    let mut body = String::new();
    if source.layout == Layout::Resolution {
        let [_, _, session, agenda, adopted] = phrases.masthead;
        paragraph(&mut body, "Session", session);
        paragraph(&mut body, "Plain", agenda);
        paragraph(&mut body, "Adopted", adopted);
        paragraph(&mut body, "Title", &format!("80/999.\t{}", phrases.title));
    } else {
        paragraph(&mut body, "ReportTitle", phrases.title);
    }
    let mut notes = source.notes.iter();
    let mut count = 0;
    for piece in &source.pieces {
        body.push_str(&laid_out(piece, source, &mut notes, &mut count));
    }
    wrapped(source, &body)
}

/// Paragraphs in two columns.
pub fn in_columns(phrases: &Phrases, paragraphs: &[String]) -> String {
    let mode = mode(phrases);
    let styles = format!(
        "<style:style style:name=\"Columns\" style:family=\"section\"><style:section-properties \
         style:writing-mode=\"{mode}\" text:dont-balance-text-columns=\"true\">\
         <style:columns fo:column-count=\"2\" fo:column-gap=\"20pt\"/></style:section-properties></style:style>"
    );
    let mut body = String::from("<text:section text:style-name=\"Columns\" text:name=\"s\">");
    for text in paragraphs {
        paragraph(&mut body, "Block", text);
    }
    body.push_str("</text:section>");
    with_body(phrases, &styles, mode, &body)
}

/// Paragraphs, a table of three columns, paragraphs.
pub fn with_table(
    phrases: &Phrases,
    before: &[String],
    cells: &[String],
    after: &[String],
) -> String {
    let mut body = String::new();
    for text in before {
        paragraph(&mut body, "Block", text);
    }
    body.push_str(
        "<table:table table:style-name=\"Table\"><table:table-column table:number-columns-repeated=\"3\"/>",
    );
    for row in cells.chunks(3) {
        body.push_str("<table:table-row>");
        for cell in row {
            body.push_str("<table:table-cell>");
            paragraph(&mut body, "Cell", cell);
            body.push_str("</table:table-cell>");
        }
        body.push_str("</table:table-row>");
    }
    body.push_str("</table:table>");
    for text in after {
        paragraph(&mut body, "Block", text);
    }
    let mode = mode(phrases);
    let styles = format!(
        "<style:style style:name=\"Table\" style:family=\"table\"><style:table-properties \
         style:width=\"451pt\" style:writing-mode=\"{mode}\"/></style:style>"
    );
    with_body(phrases, &styles, mode, &body)
}

/// Paragraphs in lines that run down, from right to left.
pub fn in_vertical_lines(phrases: &Phrases, paragraphs: &[String]) -> String {
    let mut body = String::new();
    for text in paragraphs {
        paragraph(&mut body, "Block", text);
    }
    with_body(phrases, "", "tb-rl", &body)
}

fn mode(phrases: &Phrases) -> &'static str {
    if phrases.rtl { "rl-tb" } else { "lr-tb" }
}

fn with_body(phrases: &Phrases, styles: &str, mode: &str, body: &str) -> String {
    // LibreOffice prints vertical lines over one another where it keeps two lines together.
    let kept = if mode == "tb-rl" { 0 } else { 2 };
    let block = style(
        "Block",
        10.2,
        "",
        &format!(
            "fo:text-align=\"justify\" fo:margin-bottom=\"6pt\" fo:orphans=\"{kept}\" \
             fo:widows=\"{kept}\">"
        ),
    );
    let start = if phrases.rtl { "right" } else { "left" };
    let cell = style(
        "Cell",
        10.2,
        "",
        &format!("fo:text-align=\"{start}\" fo:padding=\"3pt\">"),
    );
    format!(
        "{HEAD}{}<office:automatic-styles>{block}{cell}{styles}<style:page-layout style:name=\"page\">\
         <style:page-layout-properties fo:page-width=\"595pt\" fo:page-height=\"842pt\" \
         fo:margin=\"72pt\" style:writing-mode=\"{mode}\"/></style:page-layout></office:automatic-styles>\
         <office:master-styles><style:master-page style:name=\"Standard\" \
         style:page-layout-name=\"page\"/></office:master-styles>\
         <office:body><office:text>{body}</office:text></office:body></office:document>",
        standard(phrases),
    )
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
    <office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
    xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
    xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
    xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
    xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" \
    xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" \
    xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\" \
    office:version=\"1.3\" office:mimetype=\"application/vnd.oasis.opendocument.text\">";

/// A paragraph of this style; a tab stands for a tab.
fn paragraph(out: &mut String, style: &str, text: &str) {
    let _ = write!(
        out,
        "<text:p text:style-name=\"{style}\">{}</text:p>",
        escaped(text)
    );
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('\t', "<text:tab/>")
}

fn laid_out<'s>(
    piece: &Piece,
    source: &'s Source,
    notes: &mut impl Iterator<Item = &'s String>,
    count: &mut usize,
) -> String {
    let style = match piece.kind {
        Kind::Heading(1) => "Chapter",
        Kind::Heading(_) => "Heading",
        Kind::Opening => "Opening",
        Kind::Numbered => "Numbered",
        Kind::Item => "Item",
    };
    let mark = match piece.kind {
        Kind::Numbered => source.phrases.number_mark,
        _ => "",
    };
    let label = if piece.label.is_empty() {
        String::new()
    } else {
        format!("{}{mark}<text:tab/>", piece.label)
    };
    let (italic, rest) = piece.text.split_at(piece.italic);
    let mut text = format!(
        "<text:span text:style-name=\"Italic\">{}</text:span>{}",
        escaped(italic),
        escaped(rest)
    );
    while text.contains(NOTE) {
        *count += 1;
        let note = notes.next().map_or("", String::as_str);
        let note = format!(
            "<text:note text:id=\"n{count}\" text:note-class=\"footnote\"><text:note-citation>{count}\
             </text:note-citation><text:note-body><text:p text:style-name=\"Note\">{}</text:p>\
             </text:note-body></text:note>",
            escaped(note)
        );
        text = text.replacen(NOTE, &note, 1);
    }
    let tag = match piece.kind {
        Kind::Heading(level) => {
            return format!(
                "<text:h text:style-name=\"{style}\" text:outline-level=\"{level}\">{text}</text:h>"
            );
        }
        _ => "text:p",
    };
    format!("<{tag} text:style-name=\"{style}\">{label}{text}</{tag}>")
}

/// A paragraph style: name, size in points, attributes of the text and of the paragraph.
fn style(name: &str, size: f32, text: &str, paragraph: &str) -> String {
    format!(
        "<style:style style:name=\"{name}\" style:family=\"paragraph\" \
         style:parent-style-name=\"Standard\"><style:paragraph-properties {paragraph}</style:paragraph-properties>\
         <style:text-properties fo:font-size=\"{size}pt\" style:font-size-asian=\"{size}pt\" \
         style:font-size-complex=\"{size}pt\" {text}/></style:style>"
    )
}

const BOLD: &str =
    "fo:font-weight=\"bold\" style:font-weight-asian=\"bold\" style:font-weight-complex=\"bold\"";
const ITALIC: &str = "fo:font-style=\"italic\" style:font-style-asian=\"italic\" style:font-style-complex=\"italic\"";

fn tabs(stops: &[(f32, &str)]) -> String {
    let stops: String = stops
        .iter()
        .map(|(at, kind)| {
            format!("<style:tab-stop style:position=\"{at}pt\" style:type=\"{kind}\"/>")
        })
        .collect();
    format!("<style:tab-stops>{stops}</style:tab-stops>")
}

/// The style that all others stand on: language, fonts, direction.
fn standard(phrases: &Phrases) -> String {
    let mode = mode(phrases);
    let (language, country) = (phrases.language, phrases.country);
    // Latin words in other scripts are English.
    let (western, western_country) = match language {
        "fr" | "ru" => (language, country),
        _ => ("en", "US"),
    };
    let asian = match language {
        "ja" => "Noto Serif CJK JP",
        _ => "Noto Serif CJK SC",
    };
    format!(
        "<office:styles><style:style style:name=\"Standard\" style:family=\"paragraph\">\
         <style:paragraph-properties style:writing-mode=\"{mode}\" fo:orphans=\"2\" fo:widows=\"2\"/>\
         <style:text-properties fo:font-family=\"'Noto Serif'\" \
         style:font-family-asian=\"'{asian}'\" style:font-family-complex=\"'Noto Naskh Arabic'\" \
         fo:language=\"{western}\" fo:country=\"{western_country}\" style:language-asian=\"{language}\" \
         style:country-asian=\"{country}\" style:language-complex=\"ar\" style:country-complex=\"EG\"/>\
         </style:style></office:styles>"
    )
}

fn wrapped(source: &Source, body: &str) -> String {
    let phrases = source.phrases;
    let resolution = source.layout == Layout::Resolution;
    // In an OpenDocument file the start of a line is its left end, whatever the direction.
    let start = if phrases.rtl { "right" } else { "left" };
    let indent = |first: f32, left: f32, before: f32, rest: &str| {
        format!(
            "fo:text-indent=\"{first}pt\" fo:margin-{start}=\"{left}pt\" fo:margin-bottom=\"{before}pt\" \
             fo:text-align=\"justify\">{rest}"
        )
    };
    let set_off = |align: &str| {
        format!(
            "fo:text-align=\"{align}\" fo:margin-top=\"10pt\" fo:margin-bottom=\"5pt\" fo:keep-with-next=\"always\">"
        )
    };
    let centred = set_off("center");
    let heading = set_off(if resolution { start } else { "center" });
    let (numbered, item, opening) = if resolution {
        (
            indent(24.0, 0.0, 6.0, &tabs(&[(48.0, "left")])),
            indent(24.0, 0.0, 6.0, &tabs(&[(48.0, "left")])),
            indent(24.0, 0.0, 6.0, ""),
        )
    } else {
        (
            indent(-24.0, 24.0, 8.0, &tabs(&[(24.0, "left")])),
            indent(-24.0, 54.0, 8.0, &tabs(&[(54.0, "left")])),
            indent(0.0, 0.0, 8.0, ""),
        )
    };
    let width = if resolution { 368.0 } else { 451.0 };
    let align = format!("fo:text-align=\"{start}\"");
    let aligned = format!("{align}>");
    let ends = tabs(&[(width, "right")]);
    let mut styles = [
        style("Session", 10.2, BOLD, &aligned),
        style("Plain", 10.2, "", &aligned),
        style("Adopted", 14.1, BOLD, &format!("{} fo:margin-top=\"14pt\" fo:margin-bottom=\"8pt\">", align)),
        style(
            "Title",
            12.1,
            BOLD,
            &format!(
                "{align} fo:margin-bottom=\"12pt\" fo:margin-{start}=\"48pt\" fo:text-indent=\"-48pt\">{}",
                tabs(&[(48.0, "left")])
            ),
        ),
        style("ReportTitle", 16.0, BOLD, &centred),
        style("Chapter", 12.0, BOLD, &heading),
        style("Heading", 10.2, BOLD, &heading),
        style("Opening", 10.2, "", &opening),
        style("Numbered", 10.2, "", &numbered),
        style("Item", 10.2, "", &item),
        style("Note", 8.6, "", &aligned),
        style("Head", 8.6, BOLD, &format!("{aligned}{ends}")),
        style("Foot", 8.6, "", &format!("{aligned}{ends}")),
        style("Name", 13.7, "", &format!("{aligned}{ends}")),
        style("Symbol", 19.8, BOLD, &format!("{aligned}{ends}")),
    ]
    .concat();
    let _ = write!(
        styles,
        "<style:style style:name=\"Italic\" style:family=\"text\"><style:text-properties {ITALIC}/></style:style>"
    );
    let (size, margins) = if resolution {
        (
            "fo:page-width=\"612pt\" fo:page-height=\"792pt\"",
            "fo:margin-top=\"34pt\" fo:margin-bottom=\"34pt\" fo:margin-left=\"123pt\" fo:margin-right=\"121pt\"",
        )
    } else {
        (
            "fo:page-width=\"595pt\" fo:page-height=\"842pt\"",
            "fo:margin-top=\"40pt\" fo:margin-bottom=\"40pt\" fo:margin-left=\"72pt\" fo:margin-right=\"72pt\"",
        )
    };
    let mode = mode(phrases);
    let layout = format!(
        "<style:page-layout style:name=\"page\" style:page-usage=\"all\">\
         <style:page-layout-properties {size} {margins} style:writing-mode=\"{mode}\">\
         <style:footnote-sep style:width=\"0.5pt\" style:distance-before-sep=\"6pt\" \
         style:distance-after-sep=\"4pt\" style:rel-width=\"33%\" style:color=\"#000000\"/>\
         </style:page-layout-properties>\
         <style:header-style><style:header-footer-properties fo:min-height=\"20pt\" \
         fo:margin-bottom=\"16pt\"/></style:header-style>\
         <style:footer-style><style:header-footer-properties fo:min-height=\"14pt\" \
         fo:margin-top=\"12pt\"/></style:footer-style></style:page-layout>"
    );
    format!(
        "{HEAD}{}<office:automatic-styles>{styles}{layout}</office:automatic-styles>\
         <office:master-styles><style:master-page style:name=\"Standard\" \
         style:page-layout-name=\"page\">{}</style:master-page></office:master-styles>\
         <office:body><office:text>{body}</office:text></office:body></office:document>",
        standard(phrases),
        if resolution {
            heads_of_a_resolution(source)
        } else {
            heads_of_a_report(source)
        },
    )
}

/// Alternating heads and feet, and others on the first page.
fn heads_of_a_resolution(source: &Source) -> String {
    let phrases = source.phrases;
    let [name, organ, ..] = phrases.masthead;
    let symbol = "A/RES/80/999";
    let page = "<text:page-number/>/<text:page-count/>";
    let part = |tag: &str, style: &str, left: &str, right: &str| {
        format!(
            "<style:{tag}><text:p text:style-name=\"{style}\">{left}<text:tab/>{right}</text:p></style:{tag}>"
        )
    };
    let first = format!(
        "<style:header-first><text:p text:style-name=\"Name\">{name}<text:tab/>{symbol}</text:p>\
         <text:p text:style-name=\"Symbol\">{organ}<text:tab/></text:p>\
         <text:p text:style-name=\"Foot\"><text:tab/>{}</text:p></style:header-first>",
        phrases.date
    );
    [
        part("header", "Head", phrases.title, symbol),
        part("header-left", "Head", symbol, phrases.title),
        first,
        part("footer", "Foot", "25-20999", page),
        part("footer-left", "Foot", page, "25-20999"),
        part("footer-first", "Foot", "25-20999 (E)", "*2520999*"),
    ]
    .concat()
}

fn heads_of_a_report(source: &Source) -> String {
    format!(
        "<style:header><text:p text:style-name=\"Foot\">{}<text:tab/>{}</text:p></style:header>\
         <style:footer><text:p text:style-name=\"Foot\"><text:tab/>- <text:page-number/> -</text:p></style:footer>",
        source.phrases.title, source.phrases.date
    )
}
