//! The page: one self-contained file that reads on a screen and prints on A4 landscape.

mod row;
mod style;

use maud::{DOCTYPE, Markup, html as markup};
use wsis_compare::Comparison;
use wsis_document::{Document, Language, NoteMark};
use wsis_notes::Side;

use crate::ExportOptions;
use crate::overview::{Counts, Overview};
use crate::sheet::{Entry, Sheet};

/// The comparison as one HTML page without scripts, pictures or anything remote.
///
/// A table of three columns (older, newer, remarks with notes; the newer text comes first where
/// [`ExportOptions`] or the habit of the locale say so) whose head, with the symbols and dates of
/// both texts, and foot, with the legend, are repeated on every printed page. Changes are `<ins>`
/// and `<del>`, underlined and struck through, so that they read without colour; a screen reader
/// hears them in words. Footnotes and notes that have lost their place follow the table.
///
/// All text is escaped: no markup of a document or a note survives.
///
/// # Cost
/// Linear in both texts.
pub fn html(
    left: &Document,
    right: &Document,
    comparison: &Comparison,
    options: &ExportOptions,
) -> String {
    let sheet = Sheet::new(left, right, comparison, options);
    let page = Page {
        about: Overview::new(left, right, comparison, options),
        sheet: &sheet,
    };
    page.render().into_string()
}

struct Page<'a> {
    about: Overview<'a>,
    sheet: &'a Sheet<'a>,
}

impl Page<'_> {
    fn render(&self) -> Markup {
        let Overview {
            messages, options, ..
        } = &self.about;
        markup! {
            (DOCTYPE)
            html lang=(options.locale.code()) {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy"
                        content="default-src 'none'; style-src 'unsafe-inline'";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (self.about.title()) }
                    style { (style::style(messages, options.locale)) }
                }
                body {
                    header { (self.header()) }
                    main { (self.table()) }
                    @for side in self.order() { (self.footnotes(side)) }
                    (self.adrift())
                }
            }
        }
    }

    /// The two sides from the page's left to its right.
    fn order(&self) -> [Side; 2] {
        if self.about.options.newer_is_left() {
            [Side::Right, Side::Left]
        } else {
            [Side::Left, Side::Right]
        }
    }

    fn header(&self) -> Markup {
        let messages = &self.about.messages;
        markup! {
            h1 { (messages.text("report-title")) }
            p.unofficial { (messages.text("unofficial")) }
            div.sides { @for side in self.order() { (self.facts(side)) } }
            @if let Some(chapter) = self.about.chapter_line() { p { bdi { (chapter) } } }
            @if let Some(method) = self.about.method() { p { (method) } }
            @if let Some(sizes) = self.about.sizes() { p { (sizes) } }
            (self.counts())
            @if let Some(cut) = self.about.cut_short() { p.unofficial { (cut) } }
            @for notice in self.about.notices() { p { (notice) } }
        }
    }

    /// What a reader must know of one text before relying on it.
    fn facts(&self, side: Side) -> Markup {
        let document = self.about.document(side);
        let messages = &self.about.messages;
        let source = &document.source;
        markup! {
            div {
                p.quiet { (self.about.side_word(side)) }
                p.name { bdi { (self.about.caption(side)) } }
                p lang=(document.language.code()) dir=(direction(&document.language)) {
                    (document.title)
                }
                @if let Some(status) = self.about.status(side) { p { (status) } }
                p.quiet {
                    @if let Some(date) = &document.date {
                        (messages.with("date", &[("date", date.as_str().into())])) " · "
                    }
                    bdi { (messages.with("source", &[("file", source.file_name.as_str().into())])) }
                }
            }
        }
    }

    /// How many rows of each kind the page shows.
    fn counts(&self) -> Markup {
        markup! {
            @match self.about.counts(&self.sheet.entries) {
                Counts::Nothing(sentence) => p { (sentence) },
                Counts::Kinds(kinds) => ul.plain { @for kind in kinds { li { (kind) } } },
            }
        }
    }

    fn table(&self) -> Markup {
        let rows = row::Rows {
            left: self.about.left,
            right: self.about.right,
            order: self.order(),
            messages: &self.about.messages,
            proposals: &self.about.options.proposals,
        };
        markup! {
            table {
                colgroup { col; col; col.remarks; }
                thead {
                    tr {
                        @for side in self.order() { th scope="col" { (self.column_head(side)) } }
                        th scope="col" { (self.about.messages.text("remarks")) }
                    }
                }
                tfoot { tr { td colspan="3" { (self.legend()) } } }
                tbody { @for entry in &self.sheet.entries { (rows.entry(entry)) } }
            }
        }
    }

    fn column_head(&self, side: Side) -> Markup {
        markup! {
            (self.about.side_word(side)) " (" bdi { (self.about.caption(side)) } ")"
            @if let Some(date) = &self.about.document(side).date { " " span.quiet { (date) } }
        }
    }

    fn legend(&self) -> Markup {
        let messages = &self.about.messages;
        markup! {
            span.legend {
                (messages.text("legend")) ": "
                ins { (messages.text("legend-added")) } " · "
                del { (messages.text("legend-removed")) } " · "
                span.moved { (messages.text("legend-moved")) } " · "
                span.shared { (messages.text("legend-shared")) }
            }
            " — " (messages.text("unofficial"))
        }
    }

    /// Footnotes are not compared, but they are not lost either. Where one chapter is shown, only
    /// those that its paragraphs call for.
    fn footnotes(&self, side: Side) -> Markup {
        let document = self.about.document(side);
        let called = self.called_marks(side);
        let notes: Vec<_> = document
            .footnotes
            .iter()
            .filter(|note| {
                self.about.options.chapter.is_none() || called.contains(&note.mark.as_str())
            })
            .collect();
        let heading = match side {
            Side::Left => "footnotes-older",
            Side::Right => "footnotes-newer",
        };
        markup! {
            @if !notes.is_empty() {
                section {
                    h2 { (self.about.messages.text(heading)) }
                    div lang=(document.language.code()) dir=(direction(&document.language)) {
                        @for note in notes {
                            p.footnote { sup { (note.mark) } " " (note.text) }
                        }
                    }
                }
            }
        }
    }

    fn called_marks(&self, side: Side) -> Vec<&str> {
        let document = self.about.document(side);
        let mut marks: Vec<&NoteMark> = Vec::new();
        for entry in &self.sheet.entries {
            let links = match entry {
                Entry::Heading { left, right, .. } => {
                    let sections = match side {
                        Side::Left => left,
                        Side::Right => right,
                    };
                    let sections = sections
                        .iter()
                        .filter_map(|s| document.sections.get(s.get()));
                    marks.extend(sections.flat_map(|section| &section.note_marks));
                    continue;
                }
                Entry::Paragraphs(row) => vec![row.link],
                Entry::Unchanged(links) => links.clone(),
            };
            let paragraphs = links.iter().flat_map(|link| crate::sheet::side(link, side));
            let paragraphs = paragraphs.filter_map(|&p| document.paragraph(p));
            marks.extend(paragraphs.flat_map(|paragraph| &paragraph.note_marks));
        }
        marks.iter().map(|note| note.mark.as_str()).collect()
    }

    fn adrift(&self) -> Markup {
        let notes = &self.sheet.adrift;
        markup! {
            @if !notes.is_empty() {
                section {
                    h2 { (self.about.messages.text("notes-adrift")) }
                    @for note in notes { (row::note(note, &self.about.messages)) }
                }
            }
        }
    }
}

/// The `dir` of a text in a language.
fn direction(language: &Language) -> &'static str {
    if language.is_rtl() { "rtl" } else { "ltr" }
}

#[cfg(test)]
mod tests;
