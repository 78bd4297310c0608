//! A Word file with tracked changes, made of two drafts of the made-up negotiation: rejected it is
//! the older draft, accepted the newer one.
#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests")]

#[path = "shared/word.rs"]
mod word;

use std::fmt::Write as _;
use std::path::Path;

use wsis_document::{Document, Silent};
use wsis_import::{Imported, Options, Revisions, TrackedKind, import, read};

const AUTHOR: &str = "Delegation of Tarn Ford";
const DATE: &str = "2031-03-16T09:30:00Z";

fn draft(language: &str, name: &str) -> Document {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../documents/samples")
        .join(language)
        .join(name);
    let bytes = std::fs::read(path).expect("a draft");
    import(name, &bytes, &Options::default(), &Silent).expect("a text")
}

/// A line of a draft: what it is known by, whether it is a heading, its text with its number.
#[derive(Clone, PartialEq)]
struct Line {
    key: String,
    heading: bool,
    text: String,
}

fn lines(document: &Document) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut section = 0;
    for (index, paragraph) in document.paragraphs.iter().enumerate() {
        while let Some(next) = document.sections.get(section) {
            if next.paragraphs.start as usize > index {
                break;
            }
            let label = next.label.as_ref().map(ToString::to_string);
            let text = format!("{}. {}", label.unwrap_or_default(), next.heading);
            lines.push(Line {
                key: format!("# {text}"),
                heading: true,
                text,
            });
            section += 1;
        }
        let text = match &paragraph.label {
            Some(label) if label.text.starts_with('(') => format!("{label}\t{}", paragraph.text),
            Some(label) => format!("{label}.\t{}", paragraph.text),
            None => paragraph.text.clone(),
        };
        lines.push(Line {
            key: paragraph.id.clone(),
            heading: false,
            text,
        });
    }
    lines
}

/// Writes `word/document.xml` and numbers its marks.
#[derive(Default)]
struct Writer {
    xml: String,
    marks: u32,
}

impl Writer {
    fn mark(&mut self, element: &str) -> String {
        self.marks += 1;
        format!(
            "<w:{element} w:id=\"{}\" w:author=\"{AUTHOR}\" w:date=\"{DATE}\"",
            self.marks
        )
    }

    fn run(&mut self, text: &str, change: Option<&str>) {
        if text.is_empty() {
            return;
        }
        let element = if change == Some("del") {
            "delText"
        } else {
            "t"
        };
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
        let inner = escaped
            .split('\t')
            .map(|part| format!("<w:{element} xml:space=\"preserve\">{part}</w:{element}>"))
            .collect::<Vec<_>>()
            .join("<w:tab/>");
        let run = format!("<w:r>{inner}</w:r>");
        match change {
            Some(change) => {
                let mark = self.mark(change);
                let _ = write!(self.xml, "{mark}>{run}</w:{change}>");
            }
            None => self.xml.push_str(&run),
        }
    }

    fn paragraph(&mut self, heading: bool, change: Option<&str>, runs: impl FnOnce(&mut Writer)) {
        self.xml.push_str("<w:p><w:pPr>");
        if heading {
            self.xml.push_str("<w:outlineLvl w:val=\"0\"/>");
        }
        if let Some(change) = change {
            let mark = self.mark(change);
            let _ = write!(self.xml, "<w:rPr>{mark}/></w:rPr>");
        }
        self.xml.push_str("</w:pPr>");
        runs(self);
        self.xml.push_str("</w:p>");
    }

    fn title(&mut self, title: &str) {
        self.xml
            .push_str("<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>");
        self.run(title, None);
        self.xml.push_str("</w:p>");
    }

    fn whole(&mut self, line: &Line, change: &str) {
        self.paragraph(line.heading, Some(change), |w| {
            w.run(&line.text, Some(change))
        });
    }

    /// What two texts begin and end with stays, what is between is deleted and inserted.
    fn revised(&mut self, old: &Line, new: &Line) {
        let (a, b): (Vec<char>, Vec<char>) =
            (old.text.chars().collect(), new.text.chars().collect());
        let head = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
        let tails = a[head..].iter().rev().zip(b[head..].iter().rev());
        let tail = tails.take_while(|(x, y)| x == y).count();
        let text = |of: &[char]| of.iter().collect::<String>();
        self.paragraph(old.heading, None, |w| {
            w.run(&text(&a[..head]), None);
            w.run(&text(&a[head..a.len() - tail]), Some("del"));
            w.run(&text(&b[head..b.len() - tail]), Some("ins"));
            w.run(&text(&a[a.len() - tail..]), None);
        });
    }
}

fn tracked(older: &Document, newer: &Document) -> Vec<u8> {
    let (old, new) = (lines(older), lines(newer));
    let mut writer = Writer::default();
    writer.title(&newer.title);
    let mut rest = old.iter();
    for line in &new {
        // What was passed already is written as deleted: it comes in anew.
        if !rest.clone().any(|other| other.key == line.key) {
            writer.whole(line, "ins");
            continue;
        }
        for before in rest.by_ref() {
            if before.key == line.key {
                writer.revised(before, line);
                break;
            }
            writer.whole(before, "del");
        }
    }
    for line in rest {
        writer.whole(line, "del");
    }
    let styles = "<w:styles xmlns:w=\"w\"><w:style w:type=\"paragraph\" w:styleId=\"Title\">\
        <w:name w:val=\"Title\"/></w:style></w:styles>";
    word::docx(&writer.xml, &[("word/styles.xml", styles.as_bytes())])
}

fn taken(bytes: &[u8], revisions: Revisions) -> Imported {
    let options = Options {
        revisions,
        ..Options::default()
    };
    read("draft.docx", bytes, &options, &Silent).expect("a Word file")
}

/// Ids and texts, which is all that the two ways of writing a draft have in common.
fn texts(document: &Document) -> Vec<(&str, &str)> {
    let paragraphs = document.paragraphs.iter();
    paragraphs
        .map(|p| (p.id.as_str(), p.text.as_str()))
        .collect()
}

#[test]
fn rejected_it_is_the_older_draft_and_accepted_the_newer_one() {
    for language in ["en", "ja"] {
        let names = [
            "0-zero-draft.md",
            "1-rev1.md",
            "2-rev2.md",
            "3-l-text.md",
            "4-adopted.md",
        ];
        for pair in names.windows(2) {
            let (older, newer) = (draft(language, pair[0]), draft(language, pair[1]));
            let file = tracked(&older, &newer);
            let accepted = taken(&file, Revisions::Accepted);
            let rejected = taken(&file, Revisions::Rejected);
            assert_eq!(
                texts(&accepted.document),
                texts(&newer),
                "{language} {}",
                pair[1]
            );
            assert_eq!(
                texts(&rejected.document),
                texts(&older),
                "{language} {}",
                pair[0]
            );
            let headings = |document: &Document| {
                let sections = document.sections.iter();
                sections.map(|s| s.heading.clone()).collect::<Vec<_>>()
            };
            assert_eq!(headings(&accepted.document), headings(&newer));
            let kinds = |of: &Imported| -> Vec<_> {
                let tracked = of.tracked.iter();
                tracked.map(|c| (c.kind, c.text.clone())).collect()
            };
            assert_eq!(kinds(&accepted), kinds(&rejected));
            assert!(accepted.tracked.len() > 3);
            for (read, kept) in [
                (&accepted, TrackedKind::Inserted),
                (&rejected, TrackedKind::Deleted),
            ] {
                for change in &read.tracked {
                    assert_eq!(change.author, AUTHOR);
                    assert_eq!(change.date.as_deref(), Some(DATE));
                    let home = change.paragraph.as_deref();
                    let paragraph = home.and_then(|id| read.document.find(id));
                    let Some(paragraph) = paragraph.and_then(|p| read.document.paragraph(p)) else {
                        continue;
                    };
                    let passage = change.passage.start as usize..change.passage.end as usize;
                    let words = &paragraph.text[passage];
                    if change.kind != kept {
                        assert_eq!(words, "", "{change:?}");
                    } else if !change.text.contains('\t') {
                        // A change of the number alone is in no text.
                        assert_eq!(words, change.text.trim(), "{change:?}");
                    } else {
                        assert_eq!(words, paragraph.text, "{change:?}");
                    }
                }
            }
        }
    }
}
