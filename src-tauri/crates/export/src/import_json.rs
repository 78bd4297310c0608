//! A text that was read, as JSON for programs.

use serde::Serialize;
use serde_json::Value;
use wsis_document::{Document, ParagraphKind, SectionIndex, Stripped, Warning};

use crate::json::{SCHEMA, value};

#[derive(Serialize)]
struct ImportJson<'a> {
    schema: u32,
    id: &'a str,
    symbol: Option<&'a str>,
    title: &'a str,
    date: Option<&'a str>,
    language: &'a str,
    sections: Vec<SectionJson<'a>>,
    paragraphs: Vec<ParagraphJson<'a>>,
    footnotes: Vec<FootnoteJson<'a>>,
    warnings: &'a [Warning],
    stripped: &'a [Stripped],
}

#[derive(Serialize)]
struct SectionJson<'a> {
    label: Option<&'a str>,
    heading: &'a str,
    level: u8,
    first: Option<&'a str>,
    last: Option<&'a str>,
}

#[derive(Serialize)]
struct ParagraphJson<'a> {
    id: &'a str,
    label: Option<&'a str>,
    kind: ParagraphKind,
    section: Option<SectionIndex>,
    text: &'a str,
}

#[derive(Serialize)]
struct FootnoteJson<'a> {
    mark: &'a str,
    text: &'a str,
}

/// One document as a JSON object:
///
/// - `schema`, `id`, `symbol`, `title`, `date`, `language`; `null` where unknown
/// - `sections`: `{label, heading, level, first, last}`; `first` and `last` are ids of the
///   paragraphs between this heading and the next one, `null` where there are none
/// - `paragraphs`: `{id, label, kind, section, text}`; `section` is a position in `sections`,
///   `null` before the first heading
/// - `footnotes`: `{mark, text}`
/// - `warnings`: `{code, place, detail}`
/// - `stripped`: `{kind, page, text}`: what was set aside, by which rule
///
/// # Cost
/// Linear in the text.
pub fn import_json(document: &Document) -> Value {
    let id_at = |position: u32| {
        document
            .paragraphs
            .get(position as usize)
            .map(|p| p.id.as_str())
    };
    value(&ImportJson {
        schema: SCHEMA,
        id: &document.id.0,
        symbol: document.symbol.as_deref(),
        title: &document.title,
        date: document.date.as_deref(),
        language: document.language.code(),
        sections: document
            .sections
            .iter()
            .map(|section| {
                let range = &section.paragraphs;
                let last = range.end.checked_sub(1).filter(|last| *last >= range.start);
                SectionJson {
                    label: section.label.as_ref().map(|l| l.text.as_str()),
                    heading: &section.heading,
                    level: section.level,
                    first: last.and_then(|_| id_at(range.start)),
                    last: last.and_then(id_at),
                }
            })
            .collect(),
        paragraphs: document
            .paragraphs
            .iter()
            .map(|p| ParagraphJson {
                id: &p.id,
                label: p.label.as_ref().map(|l| l.text.as_str()),
                kind: p.kind,
                section: p.section,
                text: &p.text,
            })
            .collect(),
        footnotes: document
            .footnotes
            .iter()
            .map(|note| FootnoteJson {
                mark: &note.mark,
                text: &note.text,
            })
            .collect(),
        warnings: &document.warnings,
        stripped: &document.stripped,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json as literal;

    use super::*;
    use crate::samples;

    fn keys(value: &Value) -> Vec<&str> {
        value
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect()
    }

    #[test]
    fn an_import_gives_every_key_and_null_for_what_is_unknown() {
        let mut document = samples::harbour().left;
        document.symbol = None;
        document.sections[2].paragraphs = 5..5;
        let value = import_json(&document);
        for key in [
            "schema",
            "symbol",
            "title",
            "language",
            "sections",
            "paragraphs",
            "footnotes",
            "warnings",
            "stripped",
        ] {
            assert!(keys(&value).contains(&key), "{key}");
        }
        assert_eq!(value["symbol"], Value::Null);
        assert_eq!(
            value["sections"][1],
            literal!({"label": "1.1", "heading": "Lights", "level": 2, "first": "2", "last": "3"})
        );
        assert_eq!(value["sections"][2]["first"], Value::Null);
        assert_eq!(value["sections"][2]["last"], Value::Null);
        assert_eq!(
            value["paragraphs"][0],
            literal!({"id": "P1", "label": null, "kind": "preambular", "section": null,
                      "text": "The harbour board meets."})
        );
        assert_eq!(
            value["footnotes"][0],
            literal!({"mark": "1", "text": "Board paper 7."})
        );
        assert_eq!(
            value["stripped"][0],
            literal!({"kind": "page_number", "page": 2, "text": "2/3"})
        );
        assert_eq!(
            value["warnings"][0],
            literal!({"code": "numbering_gap", "place": "4", "detail": null})
        );
    }
}
