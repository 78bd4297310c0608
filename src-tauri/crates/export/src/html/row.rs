//! Rows of the page's table.

use maud::{Markup, html as markup};
use wsis_compare::{
    Changes, HeadingMarkChange, Link, LinkKind, Op, SectionLinkKind, SegmentClass, Tier,
};
use wsis_document::{Document, ParagraphIndex, SectionIndex};
use wsis_notes::{Note, Side};

use super::direction;
use crate::Proposal;
use crate::messages::{Messages, name};
use crate::pieces::{Mark, Marks, Piece, heading_pieces, marks, pieces};
use crate::sheet::{self, Entry, LinkRow, number, number_runs, numbers};
use crate::spreadsheet::percent;

/// Bytes of text on one side of a row from which it may go over the end of a printed page: about a
/// quarter of a page. Shorter rows are kept whole.
const LONG: usize = 700;

/// What every row needs to know.
pub(super) struct Rows<'a> {
    pub(super) left: &'a Document,
    pub(super) right: &'a Document,
    /// The two sides from the page's left to its right.
    pub(super) order: [Side; 2],
    pub(super) messages: &'a Messages,
    /// Tracked changes of the files of the two.
    pub(super) proposals: &'a [Proposal],
}

impl Rows<'_> {
    pub(super) fn entry(&self, entry: &Entry<'_>) -> Markup {
        match entry {
            Entry::Heading {
                left,
                right,
                level,
                kind,
                marks,
            } => self.heading([left, right], (*level, *kind), marks),
            Entry::Paragraphs(row) => self.paragraphs(row),
            Entry::Unchanged(links) => self.unchanged(links),
        }
    }

    fn document(&self, side: Side) -> &Document {
        match side {
            Side::Left => self.left,
            Side::Right => self.right,
        }
    }

    fn heading(
        &self,
        [left, right]: [&[SectionIndex]; 2],
        (level, kind): (u8, SectionLinkKind),
        marks: &[&HeadingMarkChange],
    ) -> Markup {
        markup! {
            tr class=(format!("heading level-{level}")) {
                @for side in self.order {
                    @let document = self.document(side);
                    @let sections = match side { Side::Left => left, Side::Right => right };
                    @if sections.is_empty() && kind == SectionLinkKind::Carried {
                        th { span.absent { (self.messages.text("none-heading")) } }
                    } @else {
                        th lang=(document.language.code()) dir=(direction(&document.language)) {
                            @for (k, &index) in sections.iter().enumerate() {
                                @if k > 0 { br; }
                                (heading(document, (side, index), marks))
                            }
                        }
                    }
                }
                th {
                    @if kind != SectionLinkKind::Carried { (self.messages.word("chapter", &kind)) }
                    @if marks.iter().any(|one| one.op != Op::Equal) {
                        @if kind != SectionLinkKind::Carried { br; }
                        (self.changed(1, &[self.messages.word("class", &SegmentClass::Citation)]))
                    }
                }
            }
        }
    }

    fn unchanged(&self, links: &[&Link]) -> Markup {
        markup! {
            tr.unchanged {
                @for side in self.order {
                    @let paragraphs: Vec<ParagraphIndex> =
                        links.iter().flat_map(|link| sheet::side(link, side)).copied().collect();
                    td {
                        (self.messages.with("unchanged-run", &[
                            ("numbers", number_runs(self.document(side), &paragraphs).into()),
                        ]))
                    }
                }
                td {}
            }
        }
    }

    fn paragraphs(&self, row: &LinkRow<'_>) -> Markup {
        let moved = matches!(row.link.kind, LinkKind::Moved | LinkKind::MovedRevised);
        let length = |side| -> usize {
            let paragraphs = sheet::side(row.link, side).iter();
            paragraphs
                .filter_map(|&p| self.document(side).paragraph(p))
                .map(|p| p.text.len())
                .sum()
        };
        let long = length(Side::Left).max(length(Side::Right)) > LONG;
        markup! {
            tr.is-moved[moved].long[long] {
                @for side in self.order { (self.cell(row, side)) }
                td.remark {
                    (self.remark(row))
                    @for one in &row.notes { (note(one, self.messages)) }
                }
            }
        }
    }

    fn cell(&self, row: &LinkRow<'_>, side: Side) -> Markup {
        let document = self.document(side);
        let paragraphs = sheet::side(row.link, side);
        let absent = match side {
            Side::Left => "none-added",
            Side::Right => "none-removed",
        };
        markup! {
            td {
                @if paragraphs.is_empty() {
                    span.absent { (self.messages.text(absent)) }
                }
                @for (&index, marks) in
                    paragraphs.iter().zip(marks(document, row.link, row.difference, side))
                {
                    (paragraph(document, (side, index), &marks, &row.changes))
                }
            }
        }
    }

    /// What became of the paragraphs, in words.
    fn remark(&self, row: &LinkRow<'_>) -> Markup {
        let link = row.link;
        let messages = self.messages;
        let older = numbers(self.left, &link.left).join(", ");
        let newer = numbers(self.right, &link.right).join(", ");
        let relation = match link.kind {
            LinkKind::Moved | LinkKind::MovedRevised => Some("moved-from"),
            LinkKind::Split => Some("split-into"),
            LinkKind::Merged => Some("merged-from"),
            LinkKind::Removed | LinkKind::Added => None,
            LinkKind::Same | LinkKind::Revised | LinkKind::Related => {
                link.relabelled.then_some("renumbered")
            }
        };
        let mut facts = Vec::new();
        if let Some(relation) = relation {
            facts.push(messages.with(
                relation,
                &[("older", older.into()), ("newer", newer.into())],
            ));
        }
        // Words of two languages are not compared, so they are alike in no degree.
        let compared = self.left.language == self.right.language;
        if compared && !matches!(link.tier, Tier::Identical | Tier::Unlinked) {
            facts.push(messages.with("likeness", &[("percent", percent(link).into())]));
        }
        facts.extend(
            row.decisions
                .iter()
                .map(|decision| decision.words(messages)),
        );
        if link.locked && row.decisions.is_empty() {
            facts.push(messages.text("by-hand"));
        } else if !link.locked && link.tier == Tier::Probable {
            facts.push(messages.text("check"));
        }
        facts.extend(self.changes(&row.changes));
        facts.extend(self.proposers(row));
        markup! {
            span.kind { (messages.word("kind", &link.kind)) }
            @for fact in facts { br; bdi { (fact) } }
        }
    }

    /// `tracked changes by Ada, 2026-03-01`; `None` where the files do not say who changed something.
    fn proposers(&self, row: &LinkRow<'_>) -> Option<String> {
        let mut people: Vec<String> = Vec::new();
        for side in [Side::Left, Side::Right]
            .into_iter()
            .filter(|_| !self.proposals.is_empty())
        {
            let document = self.document(side);
            let paragraphs = sheet::side(row.link, side).iter();
            for (&index, marks) in paragraphs.zip(marks(document, row.link, row.difference, side)) {
                let Some(paragraph) = document.paragraph(index) else {
                    continue;
                };
                let made = |one: &&Proposal| one.made(document, &paragraph.id, &marks);
                for proposal in self.proposals.iter().filter(made) {
                    let words = proposal.words();
                    if !words.is_empty() && !people.contains(&words) {
                        people.push(words);
                    }
                }
            }
        }
        let people = people.join("; ");
        (!people.is_empty()).then(|| {
            self.messages
                .with("proposed-by", &[("people", people.into())])
        })
    }

    /// `3 changes: commitment verb, number or date`; `None` where nothing changed.
    fn changes(&self, changes: &Changes) -> Option<String> {
        let mut classes: Vec<String> = Vec::new();
        for (_, class) in changes.classes() {
            // Plain rewording is what the marks show; only the telling classes are named.
            if !matches!(class, SegmentClass::None | SegmentClass::Substance) {
                let words = self.messages.text(&format!("class-{}", name(&class)));
                if !classes.contains(&words) {
                    classes.push(words);
                }
            }
        }
        (changes.count > 0).then(|| self.changed(changes.count, &classes))
    }

    fn changed(&self, count: u32, classes: &[String]) -> String {
        let count = self.messages.with("changes", &[("count", count.into())]);
        if classes.is_empty() {
            count
        } else {
            format!("{count}: {}", classes.join(", "))
        }
    }
}

/// Number and words of a heading with its footnote marks.
fn heading(
    document: &Document,
    place: (Side, SectionIndex),
    changed: &[&HeadingMarkChange],
) -> Markup {
    markup! {
        @if let Some(section) = document.sections.get(place.1.get()) {
            @if let Some(label) = &section.label { (label) " " }
            @for piece in heading_pieces(section, changed, place) { (show(&piece)) }
        }
    }
}

fn paragraph(
    document: &Document,
    place: (Side, ParagraphIndex),
    marks: &Marks,
    changes: &Changes,
) -> Markup {
    let (_, index) = place;
    markup! {
        @if let Some(paragraph) = document.paragraph(index) {
            div.paragraph lang=(document.language.code()) dir=(direction(&document.language)) {
                span.number { (number(document, index).unwrap_or_default()) }
                @for piece in pieces(paragraph, marks, changes, place) { (show(&piece)) }
            }
        }
    }
}

fn show(piece: &Piece<'_>) -> Markup {
    match *piece {
        Piece::NoteMark { text, mark } => markup! { sup { (marked(markup! { (text) }, mark)) } },
        Piece::Text { text, mark, italic } => marked(
            markup! { @if italic { i { (text) } } @else { (text) } },
            mark,
        ),
    }
}

fn marked(words: Markup, mark: Mark) -> Markup {
    match mark {
        Mark::Plain => words,
        Mark::Removed => markup! { del { (words) } },
        Mark::Added => markup! { ins { (words) } },
        Mark::Shared => markup! { span.shared { (words) } },
    }
}

/// A note with the passage that it is about.
pub(super) fn note(note: &Note, messages: &Messages) -> Markup {
    markup! {
        div.note {
            span.quiet {
                (note.anchor.paragraph) " “" bdi { (note.anchor.exact) } "” · "
                (messages.word("state", &note.state))
                @for tag in &note.tags { " · " bdi { (tag) } }
            }
            br;
            bdi { (note.body) }
        }
    }
}
