//! A walk over the elements of an XML file, within bounds.

mod scan;

use scan::{Piece, Scanner, character};

use crate::ImportError;

pub(crate) use scan::Tag;

/// Deepest nesting of elements that is followed.
const MAX_DEPTH: usize = 256;

/// What is done with the elements of a part. Elements that are empty are opened and closed.
pub(crate) trait Visitor {
    /// A start tag; `false` leaves out everything inside it, and its end.
    fn open(&mut self, tag: &Tag<'_>) -> bool;
    /// The end tag of an element that was opened.
    fn close(&mut self, name: &str);
    /// Text, references resolved.
    fn text(&mut self, text: &str);
}

/// Walks over a part. Linear.
///
/// # Errors
/// [`ImportError::Damaged`] for what is no well-formed XML or declares entities (no program
/// writes a document type into these files, so entity bombs need not be unrolled to be refused);
/// [`ImportError::TooLarge`] beyond the depth.
pub(crate) fn walk(xml: &str, visitor: &mut impl Visitor) -> Result<(), ImportError> {
    let mut scanner = Scanner::new(xml);
    // At which depth an element was opened that is left out with all that is in it.
    let mut skipped = None;
    while let Some(piece) = scanner.next()? {
        match piece {
            Piece::Open { tag, empty } => {
                if scanner.depth() > MAX_DEPTH {
                    return Err(ImportError::TooLarge {
                        limit: format!("XML depth {MAX_DEPTH}"),
                    });
                }
                let entered = skipped.is_none() && visitor.open(&tag);
                if entered && empty {
                    visitor.close(tag.name());
                } else if !entered && !empty {
                    skipped = skipped.or(Some(scanner.depth()));
                }
            }
            Piece::Close(name) => match skipped {
                Some(at) if at == scanner.depth() + 1 => skipped = None,
                Some(_) => {}
                None => visitor.close(name),
            },
            Piece::Text(text) if skipped.is_none() => visitor.text(text),
            Piece::Reference(name) if skipped.is_none() => {
                if let Some(c) = character(name) {
                    visitor.text(c.encode_utf8(&mut [0; 4]));
                }
            }
            Piece::DocumentType => return Err(damaged("the XML declares a document type")),
            _ => {}
        }
    }
    if scanner.depth() > 0 {
        return Err(damaged("the XML ends early"));
    }
    Ok(())
}

pub(crate) fn damaged(reason: &str) -> ImportError {
    ImportError::Damaged {
        reason: reason.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Seen(String);

    impl Visitor for Seen {
        fn open(&mut self, tag: &Tag<'_>) -> bool {
            self.0.push_str(&format!("<{}>", tag.name()));
            tag.name() != "skip"
        }
        fn close(&mut self, name: &str) {
            self.0.push_str(&format!("</{name}>"));
        }
        fn text(&mut self, text: &str) {
            self.0.push_str(text);
        }
    }

    fn seen(xml: &str) -> Result<String, ImportError> {
        let mut seen = Seen::default();
        walk(xml, &mut seen).map(|()| seen.0)
    }

    #[test]
    fn elements_text_and_references() {
        assert_eq!(
            seen("<w:a>x&amp;y&#233;<b/></w:a>").as_deref(),
            Ok("<a>x&yé<b></b></a>")
        );
        assert_eq!(
            seen("<a><skip>x<a>y</a></skip>z</a>").as_deref(),
            Ok("<a><skip>z</a>")
        );
    }

    #[test]
    fn bombs_are_refused() {
        let code = |xml: &str| seen(xml).map_err(|e| e.code());
        assert_eq!(
            code("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"),
            Err("import-damaged")
        );
        assert_eq!(code(&"<a>".repeat(1000)), Err("import-too-large"));
        assert_eq!(code("<a><b></b>"), Err("import-damaged"));
    }
}
