//! The page: one self-contained file that reads on a screen and prints on A4 landscape.

mod row;
mod style;

use maud::{DOCTYPE, Markup, html as markup};
use wsis_compare::{Comparison, LinkKind, Notice};
use wsis_document::{Document, Language, Origin};
use wsis_notes::Side;

use crate::messages::{Messages, name};
use crate::sheet::{Entry, Sheet};
use crate::{Chapter, ExportOptions};

/// Languages in which the United Nations publishes authentic texts.
const OFFICIAL_LANGUAGES: [&str; 6] = ["ar", "en", "es", "fr", "ru", "zh"];

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
        left,
        right,
        comparison,
        options,
        sheet: &sheet,
        messages: Messages::new(options.locale),
    };
    page.render().into_string()
}

struct Page<'a> {
    left: &'a Document,
    right: &'a Document,
    comparison: &'a Comparison,
    options: &'a ExportOptions,
    sheet: &'a Sheet<'a>,
    messages: Messages,
}

impl Page<'_> {
    fn render(&self) -> Markup {
        let messages = &self.messages;
        let title = format!(
            "{} → {}",
            self.caption(Side::Left),
            self.caption(Side::Right)
        );
        markup! {
            (DOCTYPE)
            html lang=(self.options.locale.code()) {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy"
                        content="default-src 'none'; style-src 'unsafe-inline'";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (title) }
                    style { (style::style(messages, self.options.locale)) }
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
        if self.options.newer_is_left() {
            [Side::Right, Side::Left]
        } else {
            [Side::Left, Side::Right]
        }
    }

    fn document(&self, side: Side) -> &Document {
        match side {
            Side::Left => self.left,
            Side::Right => self.right,
        }
    }

    /// Short name, symbol or title: the least that names a text.
    fn caption(&self, side: Side) -> String {
        let document = self.document(side);
        let name = match side {
            Side::Left => self.options.left_name.as_deref(),
            Side::Right => self.options.right_name.as_deref(),
        };
        match (name, document.symbol.as_deref()) {
            (Some(name), Some(symbol)) => format!("{name} · {symbol}"),
            (Some(only), None) | (None, Some(only)) => only.to_owned(),
            (None, None) => document.title.clone(),
        }
    }

    fn side_word(&self, side: Side) -> String {
        self.messages.text(match side {
            Side::Left => "older",
            Side::Right => "newer",
        })
    }

    fn header(&self) -> Markup {
        let messages = &self.messages;
        let skipped: u32 = self
            .comparison
            .precision
            .cuts
            .iter()
            .map(|cut| cut.skipped)
            .sum();
        markup! {
            h1 { (messages.text("report-title")) }
            p.unofficial { (messages.text("unofficial")) }
            div.sides { @for side in self.order() { (self.facts(side)) } }
            @if let Some(chapter) = self.chapter_line() { p { bdi { (chapter) } } }
            (self.counts())
            @if !self.comparison.precision.cuts.is_empty() {
                p.unofficial { (messages.with("cut-short", &[("skipped", skipped.into())])) }
            }
            @for notice in &self.comparison.notices {
                // The counts have said it.
                @if *notice != Notice::SameText { p { (messages.word("notice", notice)) } }
            }
        }
    }

    /// What a reader must know of one text before relying on it.
    fn facts(&self, side: Side) -> Markup {
        let document = self.document(side);
        let messages = &self.messages;
        let source = &document.source;
        let status = if source.origin == Origin::Digest {
            Some("digest")
        } else if !OFFICIAL_LANGUAGES.contains(&document.language.code()) {
            Some("translation")
        } else {
            None
        };
        markup! {
            div {
                p.quiet { (self.side_word(side)) }
                p.name { bdi { (self.caption(side)) } }
                p lang=(document.language.code()) dir=(direction(&document.language)) {
                    (document.title)
                }
                @if let Some(status) = status { p { (messages.text(status)) } }
                p.quiet {
                    @if let Some(date) = &document.date {
                        (messages.with("date", &[("date", date.as_str().into())])) " · "
                    }
                    bdi { (messages.with("source", &[("file", source.file_name.as_str().into())])) }
                }
            }
        }
    }

    fn chapter_line(&self) -> Option<String> {
        let chapter = match self.options.chapter.as_ref()? {
            Chapter::Opening => self.messages.text("opening"),
            Chapter::Sections { left, right } => {
                let line = |document: &Document, sections: &[_]| {
                    let lines: Vec<String> =
                        sections.iter().map(|&s| document.heading_line(s)).collect();
                    lines.join(", ")
                };
                let mut lines = [line(self.left, left), line(self.right, right)].to_vec();
                lines.retain(|line| !line.is_empty());
                lines.join(" → ")
            }
        };
        Some(
            self.messages
                .with("report-chapter", &[("chapter", chapter.into())]),
        )
    }

    /// How many rows of each kind the page shows, in the order in which kinds first appear.
    fn counts(&self) -> Markup {
        let mut counts: Vec<(String, usize)> = Vec::new();
        let mut same = true;
        let mut add = |kind: String, number: usize| match counts.iter_mut().find(|c| c.0 == kind) {
            Some((_, count)) => *count += number,
            None => counts.push((kind, number)),
        };
        for entry in &self.sheet.entries {
            match entry {
                Entry::Heading { .. } => {}
                Entry::Paragraphs(row) => {
                    same &= row.link.kind == LinkKind::Same && row.changes.count == 0;
                    add(name(&row.link.kind), 1);
                }
                Entry::Unchanged(links) => {
                    links.iter().for_each(|link| add(name(&link.kind), 1));
                }
            }
        }
        let messages = &self.messages;
        markup! {
            @if counts.is_empty() {
                p { (messages.text("empty")) }
            } @else if same {
                p { (messages.text("no-difference")) }
            } @else {
                ul.plain {
                    @for (kind, count) in counts {
                        li { (messages.with("counts", &[
                            ("kind", messages.text(&format!("kind-{kind}")).into()),
                            ("count", count.into()),
                        ])) }
                    }
                }
            }
        }
    }

    fn table(&self) -> Markup {
        let rows = row::Rows {
            left: self.left,
            right: self.right,
            order: self.order(),
            messages: &self.messages,
            proposals: &self.options.proposals,
        };
        markup! {
            table {
                colgroup { col; col; col.remarks; }
                thead {
                    tr {
                        @for side in self.order() { th scope="col" { (self.column_head(side)) } }
                        th scope="col" { (self.messages.text("remarks")) }
                    }
                }
                tfoot { tr { td colspan="3" { (self.legend()) } } }
                tbody { @for entry in &self.sheet.entries { (rows.entry(entry)) } }
            }
        }
    }

    fn column_head(&self, side: Side) -> Markup {
        markup! {
            (self.side_word(side)) " (" bdi { (self.caption(side)) } ")"
            @if let Some(date) = &self.document(side).date { " " span.quiet { (date) } }
        }
    }

    fn legend(&self) -> Markup {
        let messages = &self.messages;
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
        let document = self.document(side);
        let called = self.called_marks(side);
        let notes: Vec<_> = document
            .footnotes
            .iter()
            .filter(|note| self.options.chapter.is_none() || called.contains(&note.mark.as_str()))
            .collect();
        let heading = match side {
            Side::Left => "footnotes-older",
            Side::Right => "footnotes-newer",
        };
        markup! {
            @if !notes.is_empty() {
                section {
                    h2 { (self.messages.text(heading)) }
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
        let document = self.document(side);
        let links = self.sheet.entries.iter().flat_map(|entry| match entry {
            Entry::Heading { .. } => Vec::new(),
            Entry::Paragraphs(row) => vec![row.link],
            Entry::Unchanged(links) => links.clone(),
        });
        links
            .flat_map(|link| crate::sheet::side(link, side))
            .filter_map(|&p| document.paragraph(p))
            .flat_map(|p| p.note_marks.iter().map(|note| note.mark.as_str()))
            .collect()
    }

    fn adrift(&self) -> Markup {
        let notes = &self.sheet.adrift;
        markup! {
            @if !notes.is_empty() {
                section {
                    h2 { (self.messages.text("notes-adrift")) }
                    @for note in notes { (row::note(note, &self.messages)) }
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
