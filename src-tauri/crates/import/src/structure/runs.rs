//! Labels that only their neighbours show to be labels.

use wsis_document::{Label, LabelKind, LabelPrefix, Separator};

use super::line::Line;
use super::numbering::is_label;

/// A label that could as well be the beginning of a sentence.
struct Candidate {
    /// As a letter of an alphabet.
    letter: Option<u32>,
    /// As a number, Roman or not.
    number: Option<u32>,
}

impl Candidate {
    fn goes_on_to(&self, next: &Candidate) -> bool {
        let after = |a: Option<u32>, b: Option<u32>| a.is_some_and(|a| b == a.checked_add(1));
        after(self.letter, next.letter) || after(self.number, next.number)
    }
}

/// Holds labels whose neighbours carry on the count: `A.` and `B.` before the opening paragraphs
/// of a draft, `1` and `2` with nothing but a space behind them. One alone stays in its sentence.
/// Linear.
pub(super) fn hold(lines: &mut [Line]) {
    let candidates: Vec<Option<Candidate>> = lines.iter().map(candidate).collect();
    let goes_on = |a: usize, b: usize| match (candidates.get(a), candidates.get(b)) {
        (Some(Some(a)), Some(Some(b))) => a.goes_on_to(b),
        _ => false,
    };
    for (at, line) in lines.iter_mut().enumerate() {
        if line.said.label.is_some() || line.label.is_some() && is_label(line) {
            continue;
        }
        if goes_on(at, at + 1) || at > 0 && goes_on(at - 1, at) {
            match line.label.take() {
                Some(label) => {
                    line.label = Some(label);
                    line.separator = Separator::Tab;
                }
                None => {
                    if let Some(found) = LabelPrefix::bare(&line.block.text) {
                        line.hold_label(found.label, found.end);
                    }
                }
            }
        }
    }
}

/// What a line could be labelled with, or is.
fn candidate(line: &Line) -> Option<Candidate> {
    let of = |label: &Label| Candidate {
        letter: label.as_letter().and_then(|label| label.value()),
        number: label.as_roman().and_then(|label| label.value()),
    };
    match &line.label {
        Some(label) if label.text.starts_with('(') => None,
        Some(label) => match label.kind {
            LabelKind::Letter | LabelKind::Roman if line.ends_clause() => Some(of(label)),
            LabelKind::Number if is_label(line) => Some(Candidate {
                letter: None,
                number: label.value(),
            }),
            _ => None,
        },
        None => LabelPrefix::bare(&line.block.text).map(|found| Candidate {
            letter: None,
            number: found.label.value(),
        }),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::Block;

    /// The lines of a text, their labels held.
    pub fn lines(texts: &[&str]) -> Vec<Line> {
        let lines = texts
            .iter()
            .filter_map(|text| Line::new(Block::new(*text).into()));
        let mut lines: Vec<Line> = lines.collect();
        hold(&mut lines);
        lines
    }

    fn labels(texts: &[&str]) -> Vec<Option<String>> {
        let held = lines(texts).into_iter();
        held.map(|line| {
            line.label
                .clone()
                .filter(|_| is_label(&line))
                .map(|l| l.text)
        })
        .collect()
    }

    fn some(label: &str) -> Option<String> {
        Some(label.to_owned())
    }

    #[test]
    fn letters_that_go_on_are_labels() {
        assert_eq!(
            labels(&["A. Noting the tide,", "B. Noting the wind,", "We agree."]),
            [some("A"), some("B"), None]
        );
        assert_eq!(
            labels(&[
                "H. Noting the tide,",
                "I. Noting the wind,",
                "J. Noting the rain,"
            ]),
            [some("H"), some("I"), some("J")]
        );
        assert_eq!(labels(&["A. Person said so.", "We agree."]), [None, None]);
    }

    #[test]
    fn numbers_with_a_space_alone_are_labels_where_they_go_on() {
        assert_eq!(
            labels(&["1 to hold the line;", "2. to wait;", "3 to rest."]),
            [some("1"), some("2"), some("3")]
        );
        assert_eq!(labels(&["12 ships wait.", "5 boats go."]), [None, None]);
        assert_eq!(lines(&["1 to hold;", "2 to wait."])[0].text, "to hold;");
    }
}
