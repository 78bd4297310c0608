//! The two readings of the official files with tracked changes, against a second reader that
//! shares no code with the first: it takes the rules of ECMA-376 part 1, 17.13.5 to the tree of
//! the raw XML.

use std::io::Read;
use std::path::PathBuf;

use roxmltree::{Document, Node};
use wsis_document::{Silent, normalize};

use super::read;
use crate::Revisions;

fn folder() -> Option<PathBuf> {
    let named = std::env::var_os("WSIS_SHARED").map(PathBuf::from);
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../../shared");
    named
        .into_iter()
        .chain([beside])
        .map(|shared| shared.join("texts/word"))
        .find(|folder| folder.is_dir())
}

fn is_out(element: &str, revisions: Revisions) -> bool {
    match revisions {
        Revisions::Accepted => matches!(element, "del" | "moveFrom"),
        Revisions::Rejected => matches!(element, "ins" | "moveTo"),
    }
}

fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|c| c.tag_name().name() == name)
}

/// The words of a paragraph that are in the reading.
fn words(node: Node<'_, '_>, revisions: Revisions, out: &mut String) {
    for inner in node.children().filter(Node::is_element) {
        match inner.tag_name().name() {
            "pPr" | "rPr" | "txbxContent" | "Fallback" => {}
            name if is_out(name, revisions) => {}
            "t" | "delText" => out.push_str(inner.text().unwrap_or_default()),
            "tab" => out.push('\t'),
            "br" => out.push('\n'),
            "noBreakHyphen" => out.push('\u{2011}'),
            "sym" => out.push('*'),
            _ => words(inner, revisions, out),
        }
    }
}

/// Whether the end of a paragraph is in the reading.
fn ends(paragraph: Node<'_, '_>, revisions: Revisions) -> bool {
    let mark = child(paragraph, "pPr").and_then(|p| child(p, "rPr"));
    mark.is_none_or(|mark| {
        !mark
            .children()
            .any(|c| is_out(c.tag_name().name(), revisions))
    })
}

/// Whether a row or a cell around the paragraph is not in the reading.
fn is_cut(paragraph: Node<'_, '_>, revisions: Revisions) -> bool {
    paragraph.ancestors().any(|around| {
        let marks = child(around, "trPr").or_else(|| child(around, "tcPr"));
        marks.is_some_and(|marks| {
            marks.children().any(|c| {
                let name = c.tag_name().name();
                is_out(
                    name.strip_prefix("cell")
                        .unwrap_or(name)
                        .to_lowercase()
                        .as_str(),
                    revisions,
                )
            })
        })
    })
}

fn texts(xml: &str, revisions: Revisions) -> Vec<String> {
    let tree = Document::parse(xml).expect("XML");
    let (mut texts, mut text) = (Vec::new(), String::new());
    let paragraphs = tree.descendants().filter(|n| n.tag_name().name() == "p");
    for paragraph in paragraphs.filter(|p| !is_cut(*p, revisions)) {
        words(paragraph, revisions, &mut text);
        if ends(paragraph, revisions) {
            texts.push(normalize(&std::mem::take(&mut text)));
        }
    }
    texts.push(normalize(&text));
    texts.retain(|text| !text.is_empty());
    texts
}

#[test]
fn tracked_files_read_as_the_rules_say() {
    let Some(folder) = folder() else {
        println!(
            "skipped: tracked_files_read_as_the_rules_say: the folder with the official texts is not here"
        );
        return;
    };
    for file in [
        "RA001-Tracked-Revisions-01.docx",
        "RP051-Arabic.docx",
        "delins.docx",
    ] {
        let bytes = std::fs::read(folder.join(file)).expect("readable");
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).expect("an archive");
        let mut xml = String::new();
        let mut part = archive.by_name("word/document.xml").expect("a main part");
        part.read_to_string(&mut xml).expect("text");
        let readings = [Revisions::Accepted, Revisions::Rejected].map(|revisions| {
            let expected = texts(&xml, revisions);
            let found = read(&bytes, revisions, &Silent).expect("a Word file");
            let found: Vec<String> = found.blocks.iter().map(|b| normalize(&b.text)).collect();
            for (at, text) in expected.iter().enumerate() {
                assert_eq!(
                    found.get(at),
                    Some(text),
                    "{file}, {revisions:?}, block {at}"
                );
            }
            assert_eq!(found.len(), expected.len(), "{file}, {revisions:?}");
            found
        });
        assert_ne!(readings[0], readings[1], "{file}");
    }
}

#[test]
fn every_change_has_its_author_and_its_words() {
    let Some(folder) = folder() else {
        println!(
            "skipped: every_change_has_its_author_and_its_words: the folder with the official texts is not here"
        );
        return;
    };
    let bytes = std::fs::read(folder.join("RA001-Tracked-Revisions-01.docx")).expect("readable");
    let changes = |revisions| {
        let blocks = read(&bytes, revisions, &Silent).expect("a Word file");
        let after = blocks.beside.tracked;
        let changes = blocks.blocks.into_iter().flat_map(|b| b.beside.tracked);
        let words = |text: &str| normalize(text);
        changes
            .chain(after)
            .map(|c| (c.kind, c.author, words(&c.text)))
            .filter(|(_, _, text)| !text.is_empty())
            .collect::<Vec<_>>()
    };
    let accepted = changes(Revisions::Accepted);
    assert!(accepted.len() > 50, "{}", accepted.len());
    assert!(accepted.iter().all(|(_, author, _)| !author.is_empty()));
    assert_eq!(accepted, changes(Revisions::Rejected));
}
