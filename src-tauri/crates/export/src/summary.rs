//! The summary: what became of the paragraphs, in a few lines of plain text.

use std::path::Path;

use wsis_compare::{Comparison, SectionLinkKind};
use wsis_document::Document;
use wsis_notes::Side;

use crate::messages::Messages;
use crate::overview::{Counts, Overview};
use crate::sheet::{Entry, Sheet, heading_lines};
use crate::{ExportOptions, Locale};

/// The comparison in a few lines of plain text for a terminal or a message: the two texts, how
/// many paragraphs became what, in all and by chapter, what could not be used and what was cut
/// short. It has no word of the texts but their names and headings.
///
/// The words are those of the page ([`crate::html`]). Lines end with a line feed; what a document
/// says never reaches the terminal as a control character.
///
/// # Cost
/// As the page: linear in both texts.
pub fn summary(
    left: &Document,
    right: &Document,
    comparison: &Comparison,
    options: &ExportOptions,
) -> String {
    let sheet = Sheet::new(left, right, comparison, options);
    let about = Overview::new(left, right, comparison, options);
    let mut lines = vec![about.title()];
    for side in [Side::Left, Side::Right] {
        lines.extend(about.status(side).map(|status| {
            about.messages.with(
                "counts",
                &[
                    ("kind", about.side_word(side).into()),
                    ("count", status.into()),
                ],
            )
        }));
    }
    lines.extend(about.chapter_line());
    lines.extend(about.method());
    lines.push(String::new());
    lines.extend(about.sizes());
    let counts = about.counts(&sheet.entries);
    let differ = matches!(counts, Counts::Kinds(_));
    match counts {
        Counts::Nothing(sentence) => lines.push(sentence),
        Counts::Kinds(kinds) => lines.extend(kinds),
    }
    if differ {
        lines.extend(chapters(&about, &sheet));
    }
    let remarks: Vec<String> = about
        .cut_short()
        .into_iter()
        .chain(about.notices())
        .collect();
    if !remarks.is_empty() {
        lines.push(String::new());
        lines.extend(remarks);
    }
    lines.push(String::new());
    lines.push(about.messages.text("unofficial"));
    let mut text = String::new();
    for line in lines {
        text.extend(line.chars().filter(|c| !c.is_control()));
        text.push('\n');
    }
    text
}

/// Where a comparison was written, in one line.
pub fn written(locale: Locale, path: &Path) -> String {
    let path = path.display().to_string();
    Messages::new(locale).with("written", &[("path", path.into())])
}

/// Each chapter, with what became of the paragraphs under its heading; none where there is only
/// one part, of which the counts over all have said it.
fn chapters(about: &Overview, sheet: &Sheet) -> Vec<String> {
    let entries = &sheet.entries;
    let parts = entries.chunk_by(|_, next| !matches!(next, Entry::Heading { .. }));
    if parts.clone().count() < 2 {
        return Vec::new();
    }
    let mut lines = vec![String::new()];
    for part in parts {
        let (name, level, rows) = match part {
            [
                Entry::Heading {
                    left,
                    right,
                    level,
                    kind,
                    ..
                },
                rows @ ..,
            ] => {
                let left = heading_lines(about.left, left);
                let right = heading_lines(about.right, right);
                (heading(about, &left, &right, *kind), *level, rows)
            }
            rows => (about.messages.text("opening"), 1, rows),
        };
        let indent = "  ".repeat(usize::from(level.saturating_sub(1)));
        lines.push(format!("{indent}{name}"));
        if !rows.is_empty() {
            let counts = match about.counts(rows) {
                Counts::Nothing(sentence) => sentence,
                Counts::Kinds(kinds) => kinds.join(" · "),
            };
            lines.push(format!("{indent}    {counts}"));
        }
    }
    lines
}

/// A heading, or the two that face each other, with what became of the chapter.
fn heading(about: &Overview, left: &[String], right: &[String], kind: SectionLinkKind) -> String {
    let mut names = vec![left.join(" / "), right.join(" / ")];
    names.retain(|name| !name.is_empty());
    names.dedup();
    let names = names.join(" → ");
    if kind == SectionLinkKind::Carried {
        names
    } else {
        about.messages.with(
            "counts",
            &[
                ("kind", names.into()),
                ("count", about.messages.word("chapter", &kind).into()),
            ],
        )
    }
}

#[cfg(test)]
mod tests {
    use wsis_compare::{Cut, Notice};
    use wsis_document::SectionIndex;

    use super::*;
    use crate::Chapter;
    use crate::samples::{self, Sample};

    fn told(sample: &Sample, options: &ExportOptions) -> String {
        summary(&sample.left, &sample.right, &sample.comparison, options)
    }

    #[test]
    fn kinds_are_counted_in_all_and_by_chapter() {
        let text = told(&samples::harbour(), &ExportOptions::default());
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[0].contains("T/1 → "), "{text}");
        for line in [
            "unchanged: 1",
            "revised: 1",
            "split: 1",
            "dropped: 1",
            "new: 1",
        ] {
            assert!(lines.contains(&line), "{line} in\n{text}");
        }
        let at = lines
            .iter()
            .position(|l| l.contains("1.1 Lights → Lamps and buoys"));
        let at = at.unwrap_or_else(|| panic!("no chapter in\n{text}"));
        assert!(lines[at].starts_with("  1.1"), "a section is indented");
        assert!(lines[at + 1].starts_with("      split: 1"), "{text}");
        assert!(lines.contains(&"Opening paragraphs"));
        assert!(
            text.contains("2 Fees: dropped") && text.contains("Tides: new"),
            "{text}"
        );
        assert!(text.ends_with("UN documents.\n"));
    }

    #[test]
    fn one_chapter_is_counted_alone_and_in_japanese() {
        let options = ExportOptions {
            locale: Locale::Japanese,
            chapter: Some(Chapter::Sections {
                left: vec![SectionIndex(1)],
                right: vec![SectionIndex(1)],
            }),
            ..ExportOptions::default()
        };
        let text = told(&samples::harbour(), &options);
        assert!(text.contains("章：1.1 Lights → Lamps and buoys"), "{text}");
        assert!(
            text.contains("分割：1") && !text.contains("同文："),
            "{text}"
        );
    }

    #[test]
    fn the_same_text_is_one_sentence_without_chapters() {
        let mut sample = samples::harbour();
        sample.right = sample.left.clone();
        sample.comparison = wsis_compare::compare(
            &sample.left,
            &sample.right,
            &wsis_compare::Settings::default(),
            &[],
            &wsis_document::Silent,
        );
        let text = told(&sample, &ExportOptions::default());
        assert!(
            text.contains("\nThe two texts do not differ.\n\n"),
            "{text}"
        );
        assert!(!text.contains("Fees"), "{text}");
    }

    #[test]
    fn what_was_cut_or_could_not_be_used_is_said() {
        let mut sample = samples::harbour();
        sample.comparison.notices = vec![Notice::NoNumbers];
        sample.comparison.precision.cuts = vec![Cut {
            stage: "align".into(),
            skipped: 7,
        }];
        let text = told(&sample, &ExportOptions::default());
        assert!(text.contains("cut short: 7 paragraphs"), "{text}");
        assert!(text.contains("no numbered paragraphs"), "{text}");
    }

    #[test]
    fn control_characters_of_a_document_do_not_reach_the_terminal() {
        let mut sample = samples::harbour();
        sample.left.sections[2].heading = "Fees\u{1b}[2J\u{7}".into();
        let text = told(&sample, &ExportOptions::default());
        assert!(text.contains("Fees[2J"), "{text}");
        assert!(!text.contains(['\u{1b}', '\u{7}']));
    }
}
