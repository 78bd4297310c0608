//! The markup of an XML text, piece by piece. Nothing is copied: a piece is a part of the text.
//!
//! What is checked is what a text is read wrong without: that tags, comments, sections and
//! references end, and that elements end in the order in which they began. The rest of
//! well-formedness is left to whoever wrote the file.

use std::borrow::Cow;

use memchr::{memchr2, memmem};

use super::damaged;
use crate::ImportError;

/// A piece of the markup.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// A start tag, or the tag of an element that is empty.
    Open { tag: Tag<'a>, empty: bool },
    /// The end of the innermost element; its name without prefix.
    Close(&'a str),
    /// Text without references.
    Text(&'a str),
    /// The name in a reference: `amp`, `#233`.
    Reference(&'a str),
    /// A document type begins. Nothing behind it can be scanned.
    DocumentType,
}

/// A start tag. Names are compared without their prefix: the prefixes of Office files vary, and
/// no two names that are looked for differ in their namespace alone.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Tag<'a> {
    name: &'a str,
    /// What stands behind the name.
    attributes: &'a str,
}

/// Walks over the markup of a text.
pub(super) struct Scanner<'a> {
    rest: &'a str,
    /// Names of the open elements, the innermost last.
    open: Vec<&'a str>,
}

impl<'a> Scanner<'a> {
    pub fn new(xml: &'a str) -> Self {
        Scanner {
            rest: xml.strip_prefix('\u{feff}').unwrap_or(xml),
            open: Vec::new(),
        }
    }

    /// How many elements are open.
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// The next piece; `None` at the end of the text. Linear in the piece.
    ///
    /// # Errors
    /// [`ImportError::Damaged`] for markup that does not end, or ends what has not begun.
    #[inline(always)]
    pub fn next(&mut self) -> Result<Option<Piece<'a>>, ImportError> {
        loop {
            return Ok(Some(match self.rest.as_bytes() {
                [] => return Ok(None),
                [b'<', b'/', ..] => Piece::Close(self.end_tag()?),
                [b'<', b'?', ..] => {
                    self.until("<?", "?>")?;
                    continue;
                }
                [b'<', b'!', ..] if self.rest.starts_with("<!--") => {
                    self.until("<!--", "-->")?;
                    continue;
                }
                [b'<', b'!', ..] if self.rest.starts_with("<![CDATA[") => {
                    Piece::Text(self.until("<![CDATA[", "]]>")?)
                }
                [b'<', b'!', ..] => Piece::DocumentType,
                [b'<', ..] => self.start_tag()?,
                [b'&', ..] => Piece::Reference(self.reference()?),
                text => {
                    let end = memchr2(b'<', b'&', text).unwrap_or(text.len());
                    Piece::Text(self.take(end))
                }
            }));
        }
    }

    /// Takes the next bytes of the text.
    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    /// Takes what stands between two marks, and the marks.
    fn until(&mut self, begin: &str, end: &str) -> Result<&'a str, ImportError> {
        let inner = &self.rest[begin.len()..];
        let length = memmem::find(inner.as_bytes(), end.as_bytes())
            .ok_or_else(|| damaged(&format!("the XML has {begin} without {end}")))?;
        self.take(begin.len() + length + end.len());
        Ok(&inner[..length])
    }

    fn reference(&mut self) -> Result<&'a str, ImportError> {
        let inner = &self.rest[1..];
        let length = inner.find([';', '&', '<']);
        let length = length.filter(|&end| inner[end..].starts_with(';'));
        let length = length.ok_or_else(|| damaged("a reference of the XML does not end"))?;
        self.take(length + 2);
        Ok(&inner[..length])
    }

    fn end_tag(&mut self) -> Result<&'a str, ImportError> {
        let open = self.open.pop();
        let after = open.and_then(|name| self.rest[2..].strip_prefix(name));
        let after = after.and_then(|after| after.trim_ascii_start().strip_prefix('>'));
        match (open, after) {
            (Some(name), Some(after)) => {
                self.rest = after;
                Ok(local(name))
            }
            _ => Err(damaged(
                "the XML ends an element that is not the innermost one",
            )),
        }
    }

    fn start_tag(&mut self) -> Result<Piece<'a>, ImportError> {
        let bytes = self.rest.as_bytes();
        let (mut at, mut prefix) = (1, 1);
        let end = loop {
            match bytes.get(at) {
                Some(b'>') => break Some(at),
                Some(b' ' | b'\t' | b'\n' | b'\r' | b'"' | b'\'') => break tag_end(bytes, at),
                Some(b':') => prefix = at + 1,
                Some(_) => {}
                None => break None,
            }
            at += 1;
        };
        let end = end.ok_or_else(|| damaged("a tag of the XML does not end"))?;
        let empty = bytes[end - 1] == b'/';
        let tag = &self.take(end + 1)[..end - usize::from(empty)];
        let (name, attributes) = tag.split_at(at.min(tag.len()));
        if !empty {
            self.open.push(&name[1..]);
        }
        let tag = Tag {
            name: &name[prefix..],
            attributes,
        };
        Ok(Piece::Open { tag, empty })
    }
}

/// Where the tag ends that goes on at byte `at`: at the first `>` that is in no attribute's value.
/// Names and values are short: a plain loop is through them before a search over many bytes at a
/// time has begun.
fn tag_end(bytes: &[u8], at: usize) -> Option<usize> {
    let mut rest = bytes.get(at..)?.iter();
    loop {
        match rest.next()? {
            // Letters, which most bytes are, come behind all that is looked for.
            b'?'.. => {}
            b'>' => return Some(bytes.len() - rest.len() - 1),
            quote @ (b'"' | b'\'') => {
                rest.find(|byte| *byte == quote)?;
            }
            _ => {}
        }
    }
}

impl<'a> Tag<'a> {
    /// Name without prefix.
    pub fn name(&self) -> &'a str {
        self.name
    }

    /// Value of the attribute of this name without prefix; `None` as well where its references
    /// cannot be resolved.
    pub fn attribute(&self, name: &str) -> Option<Cow<'a, str>> {
        let is_it = |key: &str| {
            let prefix = key.strip_suffix(name);
            prefix.is_some_and(|prefix| !prefix.ends_with(|c| !is_before_name(c)))
        };
        let (_, value) = self.pairs().find(|(key, _)| is_it(key))?;
        resolved(value)
    }

    /// All attributes, names without prefix.
    pub fn attributes(&self) -> Vec<(String, String)> {
        let each = self.pairs().filter_map(|(key, value)| {
            Some((local(key).to_owned(), resolved(value)?.into_owned()))
        });
        each.collect()
    }

    /// The attribute `val`, where most properties keep their value.
    pub fn value(&self) -> Option<Cow<'a, str>> {
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

    /// What stands before each value, the name at its end, and the value as written.
    fn pairs(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let mut rest = self.attributes;
        std::iter::from_fn(move || {
            let equals = rest.bytes().position(|byte| byte == b'=')?;
            let (key, value) = (&rest[..equals], &rest[equals + 1..]);
            let value = value.trim_ascii_start();
            let quote = *value.as_bytes().first()?;
            if !matches!(quote, b'"' | b'\'') {
                return None;
            }
            let inner = &value[1..];
            let end = inner.bytes().position(|byte| byte == quote)?;
            rest = &inner[end + 1..];
            Some((key.trim_ascii_end(), &inner[..end]))
        })
    }
}

/// The value of an attribute as written: white space is spaces, references are resolved (XML 1.0,
/// 3.3.3). `None` where a reference is to nothing.
fn resolved(value: &str) -> Option<Cow<'_, str>> {
    let special = |c: char| matches!(c, '&' | '\t' | '\n' | '\r');
    if !value.bytes().any(|byte| special(char::from(byte))) {
        return Some(value.into());
    }
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find(special) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(reference) = rest.strip_prefix('&') {
            let (name, after) = reference.split_once(';')?;
            out.push(character(name)?);
            rest = after;
        } else {
            out.push(' ');
            rest = rest.strip_prefix("\r\n").unwrap_or(&rest[1..]);
        }
    }
    out.push_str(rest);
    Some(out.into())
}

/// The character of a predefined entity or a character reference.
pub(super) fn character(name: &str) -> Option<char> {
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

/// A name without its prefix, and without what else stands before it.
fn local(name: &str) -> &str {
    let before = name
        .bytes()
        .rposition(|byte| is_before_name(char::from(byte)));
    before.map_or(name, |before| &name[before + 1..])
}

fn is_before_name(c: char) -> bool {
    matches!(c, ':' | ' ' | '\t' | '\n' | '\r')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use quick_xml::events::{BytesStart, Event};
    use quick_xml::{Reader, XmlVersion};

    use super::*;

    /// The pieces of a text, and whether it is well-formed.
    fn ours(xml: &str) -> (Vec<String>, bool) {
        let mut scanner = Scanner::new(xml);
        let mut seen = Vec::new();
        loop {
            seen.push(match scanner.next() {
                Ok(Some(Piece::Open { tag, empty })) => {
                    format!("<{} {:?} {empty}", tag.name(), tag.attributes())
                }
                Ok(Some(Piece::Close(name))) => format!("</{name}"),
                Ok(Some(Piece::Text(text))) => text.to_owned(),
                Ok(Some(Piece::Reference(name))) => format!("&{name}"),
                Ok(Some(Piece::DocumentType)) | Err(_) => return (seen, false),
                Ok(None) => return (seen, true),
            });
        }
    }

    /// The same by another reader.
    fn theirs(xml: &str) -> (Vec<String>, bool) {
        let start = |start: &BytesStart<'_>, empty: bool| {
            let mut attributes = start.attributes();
            let each = attributes.with_checks(false).flatten();
            let pairs: Vec<(String, String)> = each
                .filter_map(|attribute| {
                    let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
                    let name = local(attribute.key.into_inner()).to_owned();
                    Some((name, value.into_owned()))
                })
                .collect();
            format!("<{} {pairs:?} {empty}", local(start.name().into_inner()))
        };
        let mut reader = Reader::from_str(xml);
        let mut seen = Vec::new();
        loop {
            seen.push(match reader.read_event() {
                Ok(Event::Start(tag)) => start(&tag, false),
                Ok(Event::Empty(tag)) => start(&tag, true),
                Ok(Event::End(tag)) => format!("</{}", local(tag.name().into_inner())),
                Ok(Event::Text(text)) => text.to_string(),
                Ok(Event::CData(text)) => text.to_string(),
                Ok(Event::GeneralRef(name)) => format!("&{}", &*name),
                Ok(Event::Eof) => return (seen, true),
                Ok(Event::DocType(_)) | Err(_) => return (seen, false),
                Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_)) => continue,
            });
        }
    }

    #[test]
    fn attributes_are_read_as_they_are_meant() {
        let xml = "<w:t w:val = \"a > b\"\n x:id='&#233;&amp;\r\n\t\"' none='&none;'/>";
        let mut scanner = Scanner::new(xml);
        let Ok(Some(Piece::Open { tag, empty: true })) = scanner.next() else {
            panic!("no empty element");
        };
        assert_eq!(tag.name(), "t");
        assert_eq!(tag.value().as_deref(), Some("a > b"));
        assert_eq!(tag.attribute("id").as_deref(), Some("é&  \""));
        assert_eq!(tag.attribute("none"), None);
        assert_eq!(tag.attribute("other"), None);
        assert_eq!(tag.attribute("al"), None, "the end of a name is none");
        assert_eq!(scanner.next(), Ok(None));
    }

    #[test]
    fn a_name_without_a_value_is_left_out() {
        let xml = "<a b c='1' d/>";
        assert_eq!(ours(xml), theirs(xml));
        let Ok(Some(Piece::Open { tag, .. })) = Scanner::new(xml).next() else {
            panic!("no element");
        };
        assert_eq!(tag.attribute("c").as_deref(), Some("1"));
    }

    #[test]
    fn what_does_not_end_is_refused() {
        for xml in [
            "<a",
            "<a b='>",
            "<a b=\">",
            "&amp",
            "a&b<",
            "&a&b;",
            "<!-- -",
            "<!-->",
            "<![CDATA[]>",
            "<?a",
            "<",
            "</a>",
            "<a></b>",
            "<a></a",
            "<!a>",
        ] {
            assert!(!ours(xml).1, "{xml}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2048, ..ProptestConfig::default() })]

        #[test]
        fn another_reader_sees_the_same(
            pieces in prop::collection::vec(
                "<w:a( (w:)?b=['\"][a>&;\\t]{0,4}['\"]){0,2} ?/?>|</w:a ?>|<b>|</b>|[a é]{1,3}|&amp;|&#x41;|&|<!--[a> -]{0,3}-->|<\\?a [a>]{0,3}\\?>|<!\\[CDATA\\[[a<>&\\]]{0,4}\\]\\]>|<|>",
                0..12,
            )
        ) {
            let xml = pieces.concat();
            prop_assert_eq!(ours(&xml), theirs(&xml));
        }
    }
}
