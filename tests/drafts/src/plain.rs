//! Plain texts, one paragraph a line, as documents: no importer between the file and the engine,
//! so that what is measured is the comparison.

use std::io;
use std::path::Path;

use serde_json::json;
use wsis_document::{Document, Label, LabelKind, Language, Paragraph, ParagraphKind};

/// Reads a file of one paragraph a line.
///
/// # Errors
/// When the file cannot be read or is not UTF-8.
pub fn read(path: &Path, language: &str) -> io::Result<Document> {
    let text = std::fs::read_to_string(path)?;
    document(text.lines().filter(|line| !line.is_empty()), language)
}

/// Makes a document of numbered paragraphs without chapters; the id of paragraph 0 is `"1"`.
///
/// # Errors
/// When the shape of a stored document has changed so much that [`outline`] is none any more.
pub fn document<'a>(
    paragraphs: impl IntoIterator<Item = &'a str>,
    language: &str,
) -> io::Result<Document> {
    let (mut document, blank) = outline(language)?;
    document.paragraphs = paragraphs
        .into_iter()
        .enumerate()
        .map(|(k, text)| {
            let id = (k + 1).to_string();
            Paragraph {
                label: Some(Label::new(LabelKind::Number, id.clone())),
                id,
                kind: ParagraphKind::Operative,
                text: text.to_owned(),
                ..blank.clone()
            }
        })
        .collect();
    Ok(document.sealed())
}

/// An empty document and an empty paragraph, read from the stored form: fields that are added to
/// it later have defaults there, so this workspace need not follow every change.
fn outline(language: &str) -> io::Result<(Document, Paragraph)> {
    let document = serde_json::from_value(json!({
        "id": "", "symbol": null, "title": "", "date": null,
        "language": Language::new(language),
        "source": { "file_name": "plain.txt", "format": "plain", "sha256": "", "origin": "file" },
        "sections": [], "paragraphs": [], "footnotes": [], "stripped": [], "warnings": [],
    }))?;
    let paragraph = serde_json::from_value(json!({
        "id": "", "section": null, "parent": null, "kind": "operative", "label": null,
        "text": "", "italics": [], "note_marks": [], "page": null,
    }))?;
    Ok((document, paragraph))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_numbered_paragraph() {
        let document = document(["The ferry leaves.", "It comes back."], "en").unwrap();
        assert_eq!(document.paragraphs.len(), 2);
        assert_eq!(document.paragraphs[1].id, "2");
        assert_eq!(document.paragraphs[1].text, "It comes back.");
    }
}
