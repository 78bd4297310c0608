//! A walk over the elements of an XML file, within bounds.

use std::borrow::Cow;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::ImportError;

/// Deepest nesting of elements that is followed.
const MAX_DEPTH: usize = 256;

/// A start tag. Names are compared without their prefix: the prefixes of Office files vary, and
/// no two names that are looked for differ in their namespace alone.
pub(crate) struct Tag<'a> {
    start: BytesStart<'a>,
}

impl Tag<'_> {
    /// Name without prefix.
    pub fn name(&self) -> &str {
        local(self.start.name().into_inner())
    }

    /// Value of the attribute of this name without prefix.
    pub fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.start.attributes();
        let found = attributes
            .with_checks(false)
            .flatten()
            .find(|attribute| local(attribute.key.into_inner()) == name)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok()
    }

    /// All attributes, names without prefix.
    pub fn attributes(&self) -> Vec<(String, String)> {
        let mut attributes = self.start.attributes();
        let each = attributes.with_checks(false).flatten();
        each.filter_map(|attribute| {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
            let name = local(attribute.key.into_inner()).to_owned();
            Some((name, value.into_owned()))
        })
        .collect()
    }

    /// The attribute `val`, where most properties keep their value.
    pub fn value(&self) -> Option<Cow<'_, str>> {
        self.attribute("val")
    }

    /// A number in an attribute.
    pub fn number<N: std::str::FromStr>(&self, name: &str) -> Option<N> {
        self.attribute(name).and_then(|value| value.parse().ok())
    }

    /// A switch: on unless its value says off.
    pub fn is_on(&self) -> bool {
        !matches!(
            self.value().as_deref(),
            Some("0" | "false" | "off" | "none")
        )
    }
}

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
    let mut reader = Reader::from_str(xml);
    let (mut depth, mut skipped) = (0usize, None);
    loop {
        let event = reader.read_event().map_err(|e| damaged(&e.to_string()))?;
        match event {
            Event::Start(start) => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Err(ImportError::TooLarge {
                        limit: format!("XML depth {MAX_DEPTH}"),
                    });
                }
                if skipped.is_none() && !visitor.open(&Tag { start }) {
                    skipped = Some(depth);
                }
            }
            Event::Empty(start) if skipped.is_none() => {
                let tag = Tag { start };
                if visitor.open(&tag) {
                    visitor.close(tag.name());
                }
            }
            Event::End(end) => {
                match skipped {
                    Some(at) if at == depth => skipped = None,
                    Some(_) => {}
                    None => visitor.close(local(end.name().into_inner())),
                }
                depth = depth.saturating_sub(1);
            }
            Event::Text(text) if skipped.is_none() => visitor.text(&text),
            Event::CData(text) if skipped.is_none() => visitor.text(&text),
            Event::GeneralRef(name) if skipped.is_none() => {
                if let Some(c) = character(&name) {
                    visitor.text(c.encode_utf8(&mut [0; 4]));
                }
            }
            Event::DocType(_) => return Err(damaged("the XML declares a document type")),
            Event::Eof if depth > 0 => return Err(damaged("the XML ends early")),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// The character of a predefined entity or a character reference.
fn character(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

fn local(name: &str) -> &str {
    // Names are short: looking at each byte is quicker than any search.
    let colon = name.bytes().rposition(|byte| byte == b':');
    colon.map_or(name, |colon| &name[colon + 1..])
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
