//! Square brackets that are not closed where they should be.

use wsis_document::{Paragraph, Warning, WarningCode};

/// Warns of brackets without their counterpart. A bracket may be opened in one paragraph and
/// closed in a later one, as those around several paragraphs are. Linear.
pub(super) fn warnings(paragraphs: &[Paragraph]) -> Vec<Warning> {
    let mut alone = vec![0u32; paragraphs.len()];
    let mut open: Vec<usize> = Vec::new();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        for opens in brackets(&paragraph.text) {
            if opens {
                open.push(at);
            } else if open.pop().is_none() {
                alone[at] += 1;
            }
        }
    }
    for at in open {
        alone[at] += 1;
    }
    let unbalanced = paragraphs.iter().zip(alone).filter(|(_, count)| *count > 0);
    unbalanced
        .map(|(paragraph, count)| Warning {
            code: WarningCode::UnbalancedBrackets,
            place: Some(paragraph.id.clone()),
            detail: Some(count.to_string()),
        })
        .collect()
}

/// The square brackets of a text in their order: `true` for one that opens. Their bytes, or the one
/// that the wide ones begin with, are in few texts, which a loop without an end at the first one
/// sees at many bytes at a time.
fn brackets(text: &str) -> impl Iterator<Item = bool> {
    let could_be = |byte: u8| matches!(byte, b'[' | b']' | 0xef);
    let any = text.bytes().fold(false, |any, byte| any | could_be(byte));
    let text = if any { text } else { "" };
    text.chars().filter_map(|c| match c {
        '[' | '［' => Some(true),
        ']' | '］' => Some(false),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use wsis_document::Silent;

    use super::*;
    use crate::{Options, import};

    fn places(text: &str) -> Vec<(Option<String>, Option<String>)> {
        let document = import("a.txt", text.as_bytes(), &Options::default(), &Silent);
        let warnings = document.map(|d| d.warnings).unwrap_or_default();
        let unbalanced = warnings
            .into_iter()
            .filter(|w| w.code == WarningCode::UnbalancedBrackets);
        unbalanced.map(|w| (w.place, w.detail)).collect()
    }

    #[test]
    fn each_paragraph_with_a_lone_bracket_is_named() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            places("1. Ships [wait.\n\n2. Boats [go].\n\n3. Piers [stay [put.\n"),
            [(some("1"), some("1")), (some("3"), some("2"))]
        );
        assert_eq!(
            places("1. Ships wait].\n\n2. Boats [go].\n"),
            [(some("1"), some("1"))]
        );
    }

    #[test]
    fn brackets_around_several_paragraphs_are_closed() {
        assert!(places("[1. Ships wait.\n\n2. Boats go.]\n").is_empty());
    }
}
