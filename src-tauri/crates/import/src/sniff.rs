//! Which format the bytes are, by their content; the name only decides among the text formats
//! and words the refusal.

use encoding_rs::Encoding;
use wsis_document::Format;

use crate::{ImportError, encoding};

/// Bytes at the head of a file that are looked at to tell text from binary data.
const HEAD: usize = 8192;

/// First bytes of kinds that are recognised only to name them in the refusal.
const OTHERS: [(&[u8], &str); 15] = [
    (b"\x89PNG\r\n\x1a\n", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF8", "GIF image"),
    (b"II*\0", "TIFF image"),
    (b"MM\0*", "TIFF image"),
    (b"RIFF", "media file"),
    (b"BM", "BMP image"),
    (b"{\\rtf", "RTF document"),
    (b"%!PS-", "PostScript document"),
    (b"\x1f\x8b", "gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip archive"),
    (b"Rar!\x1a\x07", "RAR archive"),
    (b"\x7fELF", "program"),
    (b"MZ", "program"),
    (b"SQLite format 3\0", "SQLite database"),
];

/// Recognises the format of a file. Bytes of a format that can be read are read whatever the
/// name says.
///
/// # Errors
/// [`ImportError::Empty`] without anything printed, [`ImportError::Encrypted`] for Office files
/// under a password, [`ImportError::Damaged`] for the beginning of an archive,
/// [`ImportError::Mismatch`] or [`ImportError::Unsupported`] for other kinds, by whether the
/// name promised something else.
pub fn format(file_name: &str, bytes: &[u8]) -> Result<Format, ImportError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ImportError::Empty);
    }
    let extension = extension(file_name);
    let head = &bytes[..bytes.len().min(HEAD)];
    if contains(&head[..head.len().min(1024)], b"%PDF-") {
        return Ok(Format::Pdf);
    }
    if head.starts_with(b"PK") && head.get(2).is_some_and(|b| *b < 9) {
        return archive(&extension, bytes);
    }
    if head.starts_with(COMPOUND) {
        return Err(compound(&extension, bytes));
    }
    // Short marks are made of letters that text may begin with as well.
    let marked = |magic: &[u8]| head.starts_with(magic) && (magic.len() > 4 || !is_text(head));
    if let Some((_, found)) = OTHERS.iter().find(|(magic, _)| marked(magic)) {
        return Err(refusal(&extension, found));
    }
    if !is_text(head) {
        return Err(refusal(&extension, "unknown binary"));
    }
    match markup(&extension, &encoding::decode_marked_up(head).0) {
        Some(Ok(format)) => Ok(format),
        Some(Err(found)) => Err(refusal(&extension, found)),
        None => Ok(text_format(&extension, head)),
    }
}

/// The formats inside a ZIP archive. Names of members stand uncompressed in the bytes.
fn archive(extension: &str, bytes: &[u8]) -> Result<Format, ImportError> {
    let office = contains(bytes, b"[Content_Types].xml");
    if contains(bytes, b"word/") && (office || extension == "docx") {
        return Ok(Format::Docx);
    }
    let found = if contains(bytes, b"opendocument.text") {
        "OpenDocument text"
    } else if contains(bytes, b"xl/") && office {
        "Excel workbook"
    } else if contains(bytes, b"ppt/") && office {
        "PowerPoint presentation"
    } else if matches!(extension, "docx" | "docm" | "dotx") && !contains(bytes, b"PK\x05\x06") {
        // Too short even to name its members.
        return Err(ImportError::Damaged {
            reason: "the archive ends early".into(),
        });
    } else {
        "ZIP archive"
    };
    Err(refusal(extension, found))
}

/// First bytes of an OLE compound file.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// The kinds of file inside an OLE compound file, by the names of its streams.
fn compound(extension: &str, bytes: &[u8]) -> ImportError {
    if holds_stream(bytes, "EncryptedPackage") {
        ImportError::Encrypted
    } else if holds_stream(bytes, "WordDocument") {
        ImportError::LegacyWord
    } else {
        refusal(extension, "legacy Office file")
    }
}

/// Whether the bytes are a Word file of the time before DOCX, which a program that knows them can
/// convert. Linear.
pub fn is_legacy_word(bytes: &[u8]) -> bool {
    bytes.starts_with(COMPOUND)
        && holds_stream(bytes, "WordDocument")
        && !holds_stream(bytes, "EncryptedPackage")
}

fn holds_stream(bytes: &[u8], name: &str) -> bool {
    let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    contains(bytes, &wide)
}

/// The kind of a text that is markup: one that can be read, or the name of one that cannot.
fn markup(extension: &str, head: &str) -> Option<Result<Format, &'static str>> {
    let start = head.trim_start().to_ascii_lowercase();
    if start.starts_with("mime-version:") || start.starts_with("from: <saved by") {
        return Some(Err("MHTML archive"));
    }
    let named = matches!(extension, "html" | "htm" | "xhtml" | "shtml");
    if !start.starts_with('<') {
        return (named && start.contains("</")).then_some(Ok(Format::Html));
    }
    match root_element(&start) {
        "!doctype html" | "html" => Some(Ok(Format::Html)),
        "akomantoso" => Some(Ok(Format::AkomaNtoso)),
        _ if start.starts_with("<?xml") => Some(Err("XML document")),
        _ => named.then_some(Ok(Format::Html)),
    }
}

/// Name of the first element or of the document type, behind declarations and comments.
fn root_element(start: &str) -> &str {
    let mut rest = start;
    loop {
        rest = rest.trim_start();
        let after = match rest {
            text if text.starts_with("<?") => text.split_once("?>"),
            text if text.starts_with("<!--") => text.split_once("-->"),
            _ => None,
        };
        match after {
            Some((_, after)) => rest = after,
            None => break,
        }
    }
    let name = rest.trim_start_matches('<');
    let end = name
        .find(|c: char| !(c.is_alphanumeric() || matches!(c, '!' | ':')))
        .unwrap_or(name.len());
    if &name[..end] == "!doctype" {
        let kind = name[end..].trim_start();
        let html = kind
            .strip_prefix("html")
            .is_some_and(|after| !after.starts_with(char::is_alphanumeric));
        return if html { "!doctype html" } else { "" };
    }
    name[..end].rsplit(':').next().unwrap_or("")
}

fn text_format(extension: &str, head: &[u8]) -> Format {
    let start = head
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(head)
        .trim_ascii_start();
    let headed =
        start.starts_with(b"---\n") || start.starts_with(b"---\r\n") || start.starts_with(b"# ");
    match extension {
        "md" | "markdown" | "mdown" => Format::Markdown,
        "txt" | "text" | "asc" => Format::Plain,
        _ if headed => Format::Markdown,
        _ => Format::Plain,
    }
}

/// Whether bytes are text: in UTF-16, or without zero bytes and nearly without control codes.
fn is_text(head: &[u8]) -> bool {
    if Encoding::for_bom(head).is_some() || encoding::bare_utf16(head).is_some() {
        return true;
    }
    let control = |b: &&u8| **b < 0x20 && !matches!(**b, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b);
    !head.contains(&0) && head.iter().filter(control).count() * 100 <= head.len()
}

/// The refusal of a kind that cannot be read. The name is at fault where it promised a kind
/// that can.
fn refusal(extension: &str, found: &str) -> ImportError {
    let readable = [
        "docx", "docm", "dotx", "pdf", "md", "markdown", "txt", "text", "html", "htm",
    ];
    let known = found != "unknown binary" || matches!(extension, "docx" | "pdf");
    if readable.contains(&extension) && known {
        ImportError::Mismatch {
            named: extension.to_owned(),
            found: found.to_owned(),
        }
    } else {
        ImportError::Unsupported {
            found: found.to_owned(),
        }
    }
}

fn extension(file_name: &str) -> String {
    file_name
        .rsplit_once('.')
        .map(|(_, end)| end.to_ascii_lowercase())
        .unwrap_or_default()
}

/// Whether `part` stands anywhere in `bytes`. Linear for the short parts that are looked for.
fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn bytes_win_over_the_name() {
        assert_eq!(format("a.docx", b"%PDF-1.7 "), Ok(Format::Pdf));
        assert_eq!(
            format("a.pdf", b"PK\x03\x04 [Content_Types].xml word/"),
            Ok(Format::Docx)
        );
        assert_eq!(format("a.pdf", b"We agree."), Ok(Format::Plain));
        assert_eq!(format("a", b"# Title\n"), Ok(Format::Markdown));
        assert_eq!(format("a.txt", b"# Title\n"), Ok(Format::Plain));
        assert_eq!(
            format("a.txt", b"BM is how this sentence begins."),
            Ok(Format::Plain)
        );
        assert_eq!(
            format("a.txt", &wide("\u{feff}We agree")),
            Ok(Format::Plain)
        );
    }

    #[test]
    fn pages_are_known_by_their_first_element() {
        for page in [
            "<!DOCTYPE html><p>We agree",
            "\u{feff}\n<HTML lang=en>",
            "<!-- saved from url=(0014)about:internet -->\n<html>",
            "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN'>",
        ] {
            assert_eq!(format("a", page.as_bytes()), Ok(Format::Html), "{page}");
            assert_eq!(format("a.txt", &wide(page)), Ok(Format::Html), "{page}");
        }
        assert_eq!(format("a.html", b"<p>We agree</p>"), Ok(Format::Html));
        let legal = b"<?xml version='1.0'?><!-- x --><an:akomaNtoso xmlns:an='y'/>";
        assert_eq!(format("a.txt", legal), Ok(Format::AkomaNtoso));
        assert_eq!(
            format("a.txt", b"<p> is how a page begins."),
            Ok(Format::Plain)
        );
    }

    #[test]
    fn every_other_kind_has_its_refusal() {
        let code = |name: &str, bytes: &[u8]| format(name, bytes).map_err(|e| e.code());
        let ole = |stream: &str| [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &wide(stream)].concat();
        assert_eq!(code("a.txt", b""), Err("import-empty"));
        assert_eq!(code("a.txt", b" \n\t"), Err("import-empty"));
        assert_eq!(
            code("a.docx", b"\x89PNG\r\n\x1a\n\0"),
            Err("import-mismatch")
        );
        assert_eq!(
            code("a.png", b"\x89PNG\r\n\x1a\n\0"),
            Err("import-unsupported")
        );
        assert_eq!(code("a.docx", b"PK\x03\x04\x14\0"), Err("import-damaged"));
        assert_eq!(
            code("a.docx", &ole("EncryptedPackage")),
            Err("import-encrypted")
        );
        assert_eq!(
            code("a.doc", &ole("WordDocument")),
            Err("import-legacy-word")
        );
        assert_eq!(code("a.docx", &ole("Workbook")), Err("import-mismatch"));
        assert!(is_legacy_word(&ole("WordDocument")));
        assert!(!is_legacy_word(&ole("Workbook")));
        assert_eq!(
            code("a.xml", b"<?xml version='1.0'?><feed/>"),
            Err("import-unsupported")
        );
        assert_eq!(
            code("a.mht", b"From: <Saved by Blink>\nMIME-Version: 1.0"),
            Err("import-unsupported")
        );
        assert_eq!(
            code("a.txt", b"We\0agree\0on\0this"),
            Err("import-unsupported")
        );
    }
}
