//! A table for spreadsheets: one row for each link.

use std::borrow::Cow;

use thiserror::Error;
use wsis_compare::{Changes, Comparison, Difference, Link, Op, Tier};
use wsis_document::{Document, NoteMark, ParagraphIndex};
use wsis_notes::Note;

use crate::ExportOptions;
use crate::messages::Messages;
use crate::pieces::joined;
use crate::sheet::{Entry, LinkRow, Sheet, ids};

/// The table could not be written. Writing to memory gives no cause for it, but the writer's
/// interface allows it.
#[derive(Debug, Error)]
#[error("the table could not be written: {0}")]
pub struct CsvError(String);

/// Columns in order; `column-<name>` is the key of the heading.
const COLUMNS: [&str; 12] = [
    "older-chapter",
    "newer-chapter",
    "older-numbers",
    "newer-numbers",
    "kind",
    "tier",
    "likeness",
    "older-text",
    "newer-text",
    "changes",
    "notes",
    "decisions",
];

/// The comparison as CSV after RFC 4180 in UTF-8 with a byte-order mark, which spreadsheets need
/// to recognise the encoding. The first row names the columns, in the language of the options:
/// chapter, paragraph ids of both texts, what became of it, how sure, likeness in percent, both
/// texts (paragraphs of a side on lines of their own), changes, notes, what people decided.
///
/// Changes are written as `[-removed-]{+added+}`, each place on a line, and after them changed
/// footnote marks (`{+^4+}`). Notes that have lost
/// their place follow as rows of their own.
///
/// A cell that begins with `=`, `+`, `-`, `@`, their full-width forms, a tab or a line end gets a
/// leading apostrophe: a spreadsheet would otherwise run it as a formula. A program that reads
/// the texts back must take it off, or read the JSON, which has none.
///
/// # Errors
/// [`CsvError`], which writing to memory gives no cause for.
///
/// # Cost
/// Linear in both texts.
pub fn csv(
    left: &Document,
    right: &Document,
    comparison: &Comparison,
    options: &ExportOptions,
) -> Result<Vec<u8>, CsvError> {
    // Every link is a row here, whatever the page may fold.
    let options = ExportOptions {
        only_changes: false,
        ..options.clone()
    };
    let sheet = Sheet::new(left, right, comparison, &options);
    let messages = Messages::new(options.locale);
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let mut put = |cells: &[String]| {
        let cells = cells.iter().map(|cell| guard(cell).into_owned());
        writer
            .write_record(cells)
            .map_err(|error| CsvError(error.to_string()))
    };
    put(&COLUMNS.map(|column| messages.text(&format!("column-{column}"))))?;
    for entry in &sheet.entries {
        if let Entry::Paragraphs(row) = entry {
            put(&cells(left, right, row, &messages))?;
        }
    }
    for note in &sheet.adrift {
        let mut cells: [String; COLUMNS.len()] = Default::default();
        let numbers = if note.document == right.id { 3 } else { 2 };
        cells[numbers].clone_from(&note.anchor.paragraph);
        cells[4] = messages.text("note-adrift");
        cells[10] = note_text(note, &messages);
        put(&cells)?;
    }
    writer
        .into_inner()
        .map_err(|error| CsvError(error.to_string()))
}

fn cells(
    left: &Document,
    right: &Document,
    row: &LinkRow<'_>,
    messages: &Messages,
) -> [String; COLUMNS.len()] {
    let link = row.link;
    let (older, newer) = (joined(left, &link.left), joined(right, &link.right));
    // Words of two languages are not compared.
    let compared = link.tier != Tier::Unlinked && left.language == right.language;
    let likeness = compared.then(|| percent(link).to_string());
    let words = row
        .difference
        .map(|difference| changes(difference, &older, &newer));
    let mut changes: Vec<String> = words
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect();
    changes.extend(mark_changes(left, right, &row.changes));
    let notes: Vec<String> = row
        .notes
        .iter()
        .map(|note| note_text(note, messages))
        .collect();
    let decisions: Vec<String> = row
        .decisions
        .iter()
        .map(|decision| decision.words(messages))
        .collect();
    [
        chapters(left, &link.left),
        chapters(right, &link.right),
        ids(left, &link.left).join(", "),
        ids(right, &link.right).join(", "),
        messages.word("kind", &link.kind),
        messages.word("tier", &link.tier),
        likeness.unwrap_or_default(),
        older,
        newer,
        changes.join("\n"),
        notes.join("\n"),
        decisions.join("\n"),
    ]
}

/// Likeness of a link in whole percent. Only the same text is 100.
pub(crate) fn percent(link: &Link) -> u32 {
    let rounded = (link.score.clamp(0.0, 1.0) * 100.0).round() as u32;
    if link.score < 1.0 {
        rounded.min(99)
    } else {
        rounded
    }
}

fn chapters(document: &Document, paragraphs: &[ParagraphIndex]) -> String {
    let mut lines: Vec<String> = paragraphs
        .iter()
        .filter_map(|&p| document.paragraph(p)?.section)
        .map(|section| document.heading_line(section))
        .collect();
    lines.dedup();
    lines.join("; ")
}

/// A note on one line or more: passage, words, tags and state.
fn note_text(note: &Note, messages: &Messages) -> String {
    let mut text = format!("“{}” {}", note.anchor.exact, note.body);
    if !note.tags.is_empty() {
        text.push_str(&format!(" [{}]", note.tags.join(", ")));
    }
    text.push_str(&format!(" ({})", messages.word("state", &note.state)));
    text
}

/// Changes in the notation of `wdiff`, which reads without colour: neighbouring segments form one
/// place.
fn changes(difference: &Difference, older: &str, newer: &str) -> String {
    let mut places: Vec<String> = Vec::new();
    let mut open = false;
    for segment in &difference.segments {
        let (text, range, marks) = match segment.op {
            Op::Equal => {
                open = false;
                continue;
            }
            Op::Removed => (older, &segment.left, ("[-", "-]")),
            Op::Added => (newer, &segment.right, ("{+", "+}")),
        };
        let words = text
            .get(range.start as usize..range.end as usize)
            .unwrap_or("");
        // A line feed between joined paragraphs is no text of theirs.
        let words = words.trim_matches('\n');
        if words.is_empty() {
            continue;
        }
        let change = format!("{}{words}{}", marks.0, marks.1);
        match places.last_mut().filter(|_| open) {
            Some(place) => place.push_str(&change),
            None => places.push(change),
        }
        open = true;
    }
    places.join("\n")
}

/// Changed footnote marks in the same notation, each with a caret; those at one place stand together.
fn mark_changes(left: &Document, right: &Document, changes: &Changes) -> Vec<String> {
    let mut places: Vec<(u32, String)> = Vec::new();
    for (change, at) in &changes.marks {
        let removed = change.op == Op::Removed;
        let paragraph = if removed { left } else { right }.paragraph(change.paragraph);
        let mark = paragraph.and_then(|p| p.note_marks.get(change.position as usize));
        let (Some(at), Some(NoteMark { mark, .. })) = (*at, mark) else {
            continue;
        };
        let words = if removed {
            format!("[-^{mark}-]")
        } else {
            format!("{{+^{mark}+}}")
        };
        match places.last_mut().filter(|(last, _)| *last == at) {
            Some((_, place)) => place.push_str(&words),
            None => places.push((at, words)),
        }
    }
    places.into_iter().map(|(_, place)| place).collect()
}

/// Keeps a spreadsheet from running a cell as a formula (OWASP, CSV injection).
fn guard(cell: &str) -> Cow<'_, str> {
    match cell.chars().next() {
        Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r' | '\n') => {
            Cow::Owned(format!("'{cell}"))
        }
        _ => Cow::Borrowed(cell),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Locale;
    use crate::samples::{self, Sample};
    use proptest::prelude::*;

    fn read(bytes: &[u8]) -> Vec<Vec<String>> {
        let text = bytes
            .strip_prefix("\u{feff}".as_bytes())
            .expect("a byte-order mark");
        let mut reader = ::csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text);
        reader
            .records()
            .map(|r| r.unwrap().iter().map(str::to_owned).collect())
            .collect()
    }

    fn table(sample: &Sample, options: &ExportOptions) -> Vec<Vec<String>> {
        read(&csv(&sample.left, &sample.right, &sample.comparison, options).unwrap())
    }

    #[test]
    fn each_link_is_one_row() {
        let sample = samples::harbour();
        let rows = table(&sample, &ExportOptions::default());
        assert_eq!(rows.len(), 1 + sample.comparison.links.len());
        assert_eq!(rows[0][0], "Chapter, older text");
        let revised = rows.iter().find(|row| row[4] == "revised").unwrap();
        assert_eq!(
            revised[..],
            [
                "1 Ships",
                "Ships",
                "1",
                "1",
                "revised",
                "revised",
                "80",
                "Ships keep to the right.",
                "Boats keep to the right.",
                "[-Ships-]{+Boats+}",
                "",
                ""
            ]
        );
        let split = rows.iter().find(|row| row[4] == "split").unwrap();
        assert_eq!(split[3], "2, 3");
        assert_eq!(split[8], "Green is right.\nRed is left.");
        let added = rows.iter().find(|row| row[4] == "new").unwrap();
        assert_eq!((&*added[2], &*added[6], &*added[7]), ("", "", ""));
    }

    #[test]
    fn changed_footnote_marks_stand_after_the_words() {
        let mut sample = samples::harbour();
        sample.comparison.mark_changes = samples::other_footnote();
        let rows = table(&sample, &ExportOptions::default());
        let revised = rows.iter().find(|row| row[4] == "revised").unwrap();
        assert_eq!(revised[9], "[-Ships-]{+Boats+}\n[-^1-]{+^1+}");
    }

    #[test]
    fn notes_stand_in_their_row_and_lost_ones_at_the_end() {
        let sample = samples::harbour();
        let mut lost = samples::note("b", &sample.right, 5, "noon", "When?");
        lost.anchor.exact = "something that was never written".into();
        let notes = vec![samples::note("a", &sample.left, 4, "silver", "Why?"), lost];
        let rows = table(
            &sample,
            &ExportOptions {
                notes,
                ..ExportOptions::default()
            },
        );
        let removed = rows.iter().find(|row| row[4] == "dropped").unwrap();
        assert_eq!(removed[10], "“silver” Why? [EU] (open)");
        let last = rows.last().unwrap();
        assert_eq!((&*last[3], &*last[4]), ("5", "note without a place"));
    }

    #[test]
    fn decisions_stand_in_the_rows_of_their_paragraphs() {
        let sample = samples::harbour();
        let options = ExportOptions {
            decisions: vec![samples::decision(&["1"], &["1"])],
            ..ExportOptions::default()
        };
        let rows = table(&sample, &options);
        let told: Vec<&str> = rows[1..]
            .iter()
            .map(|row| row[11].as_str())
            .filter(|t| !t.is_empty())
            .collect();
        assert_eq!(told, ["linked by hand · Ada · 2026-01-02 · “same ships”"]);
    }

    #[test]
    fn headings_follow_the_locale() {
        let sample = samples::harbour();
        let options = ExportOptions {
            locale: Locale::Japanese,
            ..ExportOptions::default()
        };
        let rows = table(&sample, &options);
        assert_eq!(rows[0][4], "区分");
        assert!(rows.iter().any(|row| row[4] == "新設"));
    }

    #[test]
    fn changed_places_are_apart() {
        let changed = samples::difference(
            0,
            &[
                (Op::Removed, "one"),
                (Op::Equal, " and "),
                (Op::Removed, "two"),
                (Op::Added, "three"),
                (Op::Added, "\n"),
            ],
        );
        assert_eq!(
            changes(&changed, "one and two", " and three\n"),
            "[-one-]\n[-two-]{+three+}"
        );
    }

    #[test]
    fn only_the_same_text_is_alike_in_full() {
        use wsis_compare::LinkKind;
        let link = |score| samples::link(&[0], &[0], LinkKind::Revised, Tier::Revised, score);
        assert_eq!(percent(&link(0.999)), 99);
        assert_eq!(percent(&link(1.0)), 100);
        assert_eq!(percent(&link(f32::NAN)), 0);
    }

    proptest! {
        #[test]
        fn no_cell_runs_as_a_formula_and_no_text_is_lost(
            text in "[=+@\t\r\n,\"'＝a-]{0,12}",
            body in "\\PC{0,12}",
        ) {
            let mut sample = samples::harbour();
            sample.right.paragraphs[5].text = text.clone();
            sample.right.title = text.clone();
            let mut note = samples::note("a", &sample.left, 4, "silver", &body);
            note.tags = vec![text.clone()];
            let options = ExportOptions { notes: vec![note], ..ExportOptions::default() };
            let rows = table(&sample, &options);
            for cell in rows.iter().flatten() {
                let first = cell.chars().next().unwrap_or('a');
                prop_assert!(!"=+-@＝＋－＠\t\r\n".contains(first), "{cell:?}");
            }
            let added = rows.iter().find(|row| row[4] == "new").unwrap();
            let guarded = format!("'{text}");
            prop_assert!(added[8] == text || added[8] == guarded);
        }
    }
}
