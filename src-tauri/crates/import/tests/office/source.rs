//! A text as its author knows it: what the reader of its PDF must find again.

use super::phrases::{Dice, Phrases};

/// One paragraph or heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub kind: Kind,
    /// As printed without the mark after it: `12`, `(a)`; empty for none.
    pub label: String,
    /// The text, with [`NOTE`] where a footnote mark stands.
    pub text: String,
    /// Bytes at the beginning of the text that are set in italics.
    pub italic: usize,
}

/// Stands in a text for the mark of the next footnote.
pub const NOTE: char = '\u{e000}';

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Level 1 in larger type, level 2 in the size of the text.
    Heading(u8),
    /// Without a number.
    Opening,
    Numbered,
    Item,
}

/// How the text is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// As resolutions are: masthead, heads that change sides, number in the indent of a first line.
    Resolution,
    /// As ministries write: A4, centred headings, hanging numbers, space between paragraphs.
    Report,
}

/// A text to be laid out.
pub struct Source<'p> {
    pub phrases: &'p Phrases,
    pub layout: Layout,
    pub pieces: Vec<Piece>,
    /// Footnotes in the order of their marks.
    pub notes: Vec<String>,
}

impl<'p> Source<'p> {
    /// A text of about six pages.
    pub fn new(phrases: &'p Phrases, layout: Layout) -> Source<'p> {
        let mut dice = Dice::new(phrases.language.bytes().map(u64::from).sum());
        let mut source = Source {
            phrases,
            layout,
            pieces: Vec::new(),
            notes: Vec::new(),
        };
        source.push(
            Kind::Opening,
            "",
            format!("{}{}", phrases.organ, phrases.comma),
            usize::MAX,
        );
        for k in 0..5 {
            let lead = phrases.leads[k % 4];
            let gap = if phrases.spaced { " " } else { "" };
            let mut clause = phrases.clause(&mut dice);
            if k % 2 == 1 {
                clause = source.noted(&clause, &mut dice);
            }
            source.push(
                Kind::Opening,
                "",
                format!("{lead}{gap}{clause}{}", phrases.comma),
                lead.len(),
            );
        }
        let mut number = 0;
        for (at, heading) in phrases.headings.iter().enumerate() {
            let level = if at % 4 == 0 { 1 } else { 2 };
            source.push(Kind::Heading(level), "", (*heading).to_owned(), 0);
            for _ in 0..5 {
                number += 1;
                source.numbered(number, &mut dice);
            }
        }
        source
    }

    fn push(&mut self, kind: Kind, label: &str, text: String, italic: usize) {
        self.pieces.push(Piece {
            kind,
            label: label.to_owned(),
            italic: italic.min(text.len()),
            text,
        });
    }

    /// The text with a footnote mark after one of its words.
    fn noted(&mut self, text: &str, dice: &mut Dice) -> String {
        let mut note = self.phrases.note.to_owned();
        if dice.roll(3) == 0 {
            note = format!("{note} {}", self.phrases.sentences(dice, 2));
        }
        self.notes.push(note);
        format!("{text}{NOTE}")
    }

    fn numbered(&mut self, number: usize, dice: &mut Dice) {
        let phrases = self.phrases;
        let label = number.to_string();
        if number % 7 == 3 {
            let text = format!("{}{}", phrases.clause(dice), phrases.colon);
            self.push(Kind::Numbered, &label, text, 0);
            for (at, item) in phrases.items.iter().enumerate() {
                let end = if at == 2 {
                    phrases.stop
                } else {
                    phrases.item_stop
                };
                let mut clause = phrases.clause(dice);
                if at == 1 {
                    clause = self.noted(&clause, dice);
                }
                self.push(Kind::Item, item, format!("{clause}{end}"), 0);
            }
            return;
        }
        let count = 1 + dice.roll(5);
        let mut text = phrases.sentences(dice, count);
        if number % 5 == 2 {
            text = self.noted(&text, dice);
        }
        self.push(Kind::Numbered, &label, text, 0);
    }
}
