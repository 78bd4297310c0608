//! What bytes are. The service names one kind and may send another.

use crate::FetchError;

/// A kind of file in which documents are published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// WordprocessingML.
    Docx,
    /// The binary Word format of before 2007.
    Doc,
    /// Portable Document Format.
    Pdf,
}

/// How far from its end a file must show that it is whole.
const TAIL: usize = 66 << 10;

impl FileKind {
    /// The ending of file names, and what the service calls it.
    pub fn extension(self) -> &'static str {
        match self {
            FileKind::Docx => "docx",
            FileKind::Doc => "doc",
            FileKind::Pdf => "pdf",
        }
    }

    /// The media type, for the `Accept` header.
    pub(crate) fn media_type(self) -> &'static str {
        match self {
            FileKind::Docx => {
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            }
            FileKind::Doc => "application/msword",
            FileKind::Pdf => "application/pdf",
        }
    }

    /// Recognises a file by its first bytes and looks whether it has an end.
    ///
    /// # Errors
    /// What the bytes say instead: [`FetchError::NotPublished`] for none,
    /// [`FetchError::NoSuchDocument`] for a web page, [`FetchError::WordPerfect`],
    /// [`FetchError::UnknownKind`]; [`FetchError::Interrupted`] for the beginning of a file.
    pub(crate) fn of(bytes: &[u8]) -> Result<FileKind, FetchError> {
        let tail = &bytes[bytes.len().saturating_sub(TAIL)..];
        let (kind, whole) = if holds(&bytes[..bytes.len().min(1024)], b"%PDF-") {
            (FileKind::Pdf, holds(tail, b"%%EOF"))
        } else if bytes.starts_with(b"PK\x03\x04") {
            if !holds(bytes, b"word/") {
                return Err(unknown("ZIP archive"));
            }
            (FileKind::Docx, holds(tail, b"PK\x05\x06"))
        } else if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
            // Its table of sectors stands before the sectors: a cut cannot be told from here.
            (FileKind::Doc, bytes.len() >= 1536)
        } else if bytes.starts_with(b"\xffWPC") {
            return Err(FetchError::WordPerfect);
        } else if bytes.trim_ascii().is_empty() {
            return Err(FetchError::NotPublished);
        } else if is_web_page(bytes) {
            return Err(FetchError::NoSuchDocument);
        } else {
            return Err(unknown("unknown"));
        };
        if whole {
            Ok(kind)
        } else {
            Err(FetchError::Interrupted {
                reason: format!("the {} file has no end", kind.extension()),
            })
        }
    }
}

fn unknown(found: &str) -> FetchError {
    FetchError::UnknownKind {
        found: found.to_owned(),
    }
}

/// The service's own page, which it sends with status 200 where it has no file.
fn is_web_page(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let head = text.trim_ascii_start();
    let head = head[..head.len().min(64)].to_ascii_lowercase();
    head.starts_with(b"<!doctype html") || head.starts_with(b"<html") || head.starts_with(b"<!--")
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_tell_what_they_are() {
        let doc = [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &[0; 2000]].concat();
        for (bytes, kind) in [
            (&b"%PDF-1.7 ... %%EOF\n"[..], Ok(FileKind::Pdf)),
            (b"\n\n%PDF-1.4 ... %%EOF", Ok(FileKind::Pdf)),
            (
                b"PK\x03\x04 word/document.xml PK\x05\x06",
                Ok(FileKind::Docx),
            ),
            (&doc, Ok(FileKind::Doc)),
            (b"", Err("fetch-not-published")),
            (b" \r\n", Err("fetch-not-published")),
            (b"<!DOCTYPE html><title>x", Err("fetch-no-such-document")),
            (b"\xef\xbb\xbf\n<HTML>", Err("fetch-no-such-document")),
            (b"\xffWPC\x10\0\0\0", Err("fetch-word-perfect")),
            (
                b"PK\x03\x04 xl/workbook.xml PK\x05\x06",
                Err("fetch-unknown-kind"),
            ),
            (b"{\"error\": 1}", Err("fetch-unknown-kind")),
            (b"%PDF-1.7 cut", Err("fetch-interrupted")),
            (b"PK\x03\x04 word/document.xml", Err("fetch-interrupted")),
            (
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
                Err("fetch-interrupted"),
            ),
        ] {
            assert_eq!(FileKind::of(bytes).map_err(|e| e.code()), kind, "{bytes:?}");
        }
    }
}
