//! What is said of a comparison before its rows: which texts, what became of their paragraphs, and
//! what to know before relying on it. The page and the summary say it in the same words.

use wsis_compare::{Comparison, LinkKind, Notice, Op, Regime};
use wsis_document::{Document, Origin, SectionIndex};
use wsis_notes::Side;

use crate::messages::Messages;
use crate::sheet::{Entry, heading_lines};
use crate::{Chapter, ExportOptions};

/// Languages in which the United Nations publishes authentic texts.
const OFFICIAL_LANGUAGES: [&str; 6] = ["ar", "en", "es", "fr", "ru", "zh"];

/// Every kind of link, in the order in which a reader counts them.
pub(crate) const KINDS: [LinkKind; 9] = [
    LinkKind::Same,
    LinkKind::Revised,
    LinkKind::Moved,
    LinkKind::MovedRevised,
    LinkKind::Split,
    LinkKind::Merged,
    LinkKind::Related,
    LinkKind::Added,
    LinkKind::Removed,
];

/// A comparison and how it is to be told.
pub(crate) struct Overview<'a> {
    pub(crate) left: &'a Document,
    pub(crate) right: &'a Document,
    pub(crate) comparison: &'a Comparison,
    pub(crate) options: &'a ExportOptions,
    pub(crate) messages: Messages,
}

impl<'a> Overview<'a> {
    /// Of a comparison of two texts.
    pub(crate) fn new(
        left: &'a Document,
        right: &'a Document,
        comparison: &'a Comparison,
        options: &'a ExportOptions,
    ) -> Self {
        Overview {
            left,
            right,
            comparison,
            options,
            messages: Messages::new(options.locale),
        }
    }

    /// The text of a side.
    pub(crate) fn document(&self, side: Side) -> &'a Document {
        match side {
            Side::Left => self.left,
            Side::Right => self.right,
        }
    }

    /// Both texts, the older one first.
    pub(crate) fn title(&self) -> String {
        let [left, right] = [Side::Left, Side::Right].map(|side| self.caption(side));
        format!("{left} → {right}")
    }

    /// Short name, symbol or title: the least that names a text.
    pub(crate) fn caption(&self, side: Side) -> String {
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

    /// "Older text", "Newer text".
    pub(crate) fn side_word(&self, side: Side) -> String {
        self.messages.text(match side {
            Side::Left => "older",
            Side::Right => "newer",
        })
    }

    /// What a text is where it is not the official one.
    pub(crate) fn status(&self, side: Side) -> Option<String> {
        let document = self.document(side);
        if document.source.origin == Origin::Digest {
            Some(self.messages.text("digest"))
        } else if !OFFICIAL_LANGUAGES.contains(&document.language.code()) {
            Some(self.messages.text("translation"))
        } else {
            None
        }
    }

    /// Which chapter is shown, where it is one only.
    pub(crate) fn chapter_line(&self) -> Option<String> {
        let chapter = match self.options.chapter.as_ref()? {
            Chapter::Opening => self.messages.text("opening"),
            Chapter::Sections { left, right } => {
                let mut lines = vec![
                    heading_lines(self.left, left).join(", "),
                    heading_lines(self.right, right).join(", "),
                ];
                lines.retain(|line| !line.is_empty());
                lines.join(" → ")
            }
        };
        Some(
            self.messages
                .with("report-chapter", &[("chapter", chapter.into())]),
        )
    }

    /// How the two texts were taken to hang together; `None` where there were no words to compare.
    pub(crate) fn method(&self) -> Option<String> {
        let wordless = [Notice::LeftEmpty, Notice::RightEmpty, Notice::OtherLanguage];
        if self
            .comparison
            .notices
            .iter()
            .any(|one| wordless.contains(one))
        {
            return None;
        }
        let key = match self.comparison.regime {
            Regime::Revision => "method-revision",
            Regime::Related => "method-related",
        };
        let percent = (self.comparison.kept * 100.0).round() as u32;
        Some(self.messages.with(key, &[("percent", percent.into())]))
    }

    /// How many paragraphs the texts have, where all of them are shown.
    pub(crate) fn sizes(&self) -> Option<String> {
        let summary = &self.comparison.summary;
        self.options.chapter.is_none().then(|| {
            self.messages.with(
                "paragraphs",
                &[
                    ("count", summary.right_paragraphs.into()),
                    ("older", summary.left_paragraphs.into()),
                ],
            )
        })
    }

    /// What was cut short; `None` when nothing was.
    pub(crate) fn cut_short(&self) -> Option<String> {
        let cuts = &self.comparison.precision.cuts;
        let skipped: u32 = cuts.iter().map(|cut| cut.skipped).sum();
        (!cuts.is_empty()).then(|| {
            self.messages
                .with("cut-short", &[("skipped", skipped.into())])
        })
    }

    /// What could not be used, but for what the counts say already.
    pub(crate) fn notices(&self) -> impl Iterator<Item = String> {
        self.comparison
            .notices
            .iter()
            .filter(|notice| **notice != Notice::SameText)
            .map(|notice| self.messages.word("notice", notice))
    }

    /// The words of headings, without their numbers.
    fn headings(&self, side: Side, of: &[SectionIndex]) -> impl Iterator<Item = &'a str> {
        let sections = &self.document(side).sections;
        of.iter()
            .filter_map(|section| sections.get(section.get()))
            .map(|section| section.heading.as_str())
    }

    /// How many of the entries' links are of each kind that occurs.
    pub(crate) fn counts(&self, entries: &[Entry]) -> Counts {
        let mut numbers = [0usize; KINDS.len()];
        let mut same = true;
        let mut add = |kind: LinkKind| {
            if let Some(at) = KINDS.iter().position(|one| *one == kind) {
                numbers[at] += 1;
            }
        };
        for entry in entries {
            match entry {
                Entry::Heading {
                    left, right, marks, ..
                } => {
                    same &= self
                        .headings(Side::Left, left)
                        .eq(self.headings(Side::Right, right))
                        && marks.iter().all(|one| one.op == Op::Equal);
                }
                Entry::Paragraphs(row) => {
                    same &= row.link.kind == LinkKind::Same && row.changes.count == 0;
                    add(row.link.kind);
                }
                Entry::Unchanged(links) => links.iter().for_each(|link| add(link.kind)),
            }
        }
        let kinds: Vec<String> = KINDS
            .iter()
            .zip(numbers)
            .filter(|(_, count)| *count > 0)
            .map(|(kind, count)| {
                let kind = self.messages.word("kind", kind);
                self.messages
                    .with("counts", &[("kind", kind.into()), ("count", count.into())])
            })
            .collect();
        if kinds.is_empty() {
            Counts::Nothing(self.messages.text("empty"))
        } else if same {
            Counts::Nothing(self.messages.text("no-difference"))
        } else {
            Counts::Kinds(kinds)
        }
    }
}

/// What became of paragraphs, in words.
pub(crate) enum Counts {
    /// There are none, or they do not differ: one sentence.
    Nothing(String),
    /// One item for each kind that occurs.
    Kinds(Vec<String>),
}
