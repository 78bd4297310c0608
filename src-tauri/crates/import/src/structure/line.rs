//! A block made ready for the rules: its label found, its text normalised, its spans carried over.

use std::borrow::Cow;
use std::ops::Range;

use wsis_document::{Label, LabelKind, LabelPrefix, NoteMark, Separator, normalize};

use super::numbering::is_label;
use crate::correction::{Piece, Place, Said};
use crate::{Beside, Block, Role};

/// A block with its label apart. Whether the label holds is decided later; [`Line::whole`] is the
/// text with the label in it.
pub(super) struct Line {
    pub block: Block,
    /// Where it stands in the file.
    pub place: Place,
    /// What a person said of it.
    pub said: Said,
    /// The label that the head of the block could be.
    pub label: Option<Label>,
    /// How sure it is: a label that the format keeps apart counts as a tab.
    pub separator: Separator,
    /// Where the label stands in the block's text, with the white space after it; empty where it
    /// is not in the text. It begins behind brackets that stand around the whole paragraph.
    label_at: Range<usize>,
    /// Normalised, without the label.
    pub text: String,
    /// Normalised, with it.
    pub whole: String,
}

impl Line {
    /// `None` for a piece without anything printed in it.
    pub fn new(piece: Piece) -> Option<Line> {
        let Piece { block, place, said } = piece;
        let whole = normalize(&block.text);
        let kept = block.label.as_deref().and_then(Label::parse);
        if whole.is_empty() {
            return None;
        }
        let (label, separator, label_at) = match kept {
            Some(label) => (Some(label), Separator::Tab, 0..0),
            None => match label_at_head(&block.text) {
                Some((found, at)) => (Some(found.label), found.separator, at),
                None => (None, Separator::Space, 0..0),
            },
        };
        let text = if label_at.is_empty() {
            whole.clone()
        } else {
            normalize(&without(&block.text, &label_at))
        };
        let mut line = Line {
            block,
            place,
            said,
            label,
            separator,
            label_at,
            text,
            whole,
        };
        match line.said.label.clone() {
            Some(Some(label)) => line.take_label(label),
            Some(None) => line.refuse_label(),
            None => {}
        }
        Some(line)
    }

    /// Gives the line the label that a person says it has. What the rules would take for its label
    /// makes room for it; anything else stays in the text, unless it is that very label.
    fn take_label(&mut self, label: Label) {
        if self.label.as_ref() != Some(&label) && !is_label(self) {
            self.refuse_label();
            if let Some(start) = behind(&self.block.text, &label.text) {
                self.cut(0..start);
            }
        }
        self.label = Some(label);
        self.separator = Separator::Tab;
    }

    /// Takes the label back: it is part of the sentence.
    pub fn refuse_label(&mut self) {
        self.label = None;
        self.label_at = 0..0;
        self.text = self.whole.clone();
    }

    /// Takes a label that only what stands around the line shows to be one; it ends, with the
    /// white space after it, at `end` of the block's text.
    pub fn hold_label(&mut self, label: Label, end: usize) {
        self.cut(0..end);
        self.label = Some(label);
        self.separator = Separator::Tab;
    }

    /// Takes the label that stands at `label_at` out of the text.
    fn cut(&mut self, label_at: Range<usize>) {
        self.text = normalize(&without(&self.block.text, &label_at));
        self.label_at = label_at;
    }

    /// Whether the format says that this is a heading or the title.
    pub fn is_marked_heading(&self) -> bool {
        matches!(self.block.role, Role::Heading(_) | Role::Title)
    }

    /// Whether the text ends the way sentences and clauses end.
    pub fn ends_clause(&self) -> bool {
        let closing = |c: char| matches!(c, '"' | '”' | '’' | '»' | ')' | '）' | '」' | ']');
        self.text.trim_end_matches(closing).ends_with([
            '.', ';', ':', ',', '!', '?', '。', '；', '：', '，', '、', '؛', '،', '؟',
        ])
    }

    /// The text without its label, with the spans of the block moved to where they are in it.
    pub fn into_text(self) -> Text {
        let Range { start, end } = self.label_at;
        let moved = |at: u32| match at as usize {
            at if at <= start => at as u32,
            at => start.max(at.saturating_sub(end - start)) as u32,
        };
        let mut cuts: Vec<u32> = Vec::new();
        for italic in &self.block.italics {
            cuts.extend([moved(italic.start), moved(italic.end)]);
        }
        cuts.extend(self.block.note_marks.iter().map(|(at, _)| moved(*at)));
        let mut beside = self.block.beside;
        for passage in beside.passages() {
            cuts.extend([moved(passage.start), moved(passage.end)]);
        }
        cuts.sort_unstable();
        cuts.dedup();
        let map = Map::new(
            &without(&self.block.text, &self.label_at),
            &cuts,
            &self.text,
        );
        let mut italics: Vec<Range<u32>> = Vec::new();
        for italic in &self.block.italics {
            let range = map.after(moved(italic.start))..map.before(moved(italic.end));
            match italics.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ if range.start < range.end => italics.push(range),
                _ => {}
            }
        }
        let note_marks = self
            .block
            .note_marks
            .into_iter()
            .map(|(at, mark)| NoteMark {
                at: map.before(moved(at)),
                mark,
            })
            .collect();
        for passage in beside.passages_mut() {
            let (start, end) = (moved(passage.start), moved(passage.end));
            let from = if start == end {
                map.before(start)
            } else {
                map.after(start)
            };
            *passage = from..map.before(end).max(from);
        }
        Text {
            text: self.text,
            italics,
            note_marks,
            beside,
        }
    }
}

/// The label at the head of a block, and where it stands. Brackets around a whole paragraph stand
/// before its number: `[5 bis. We agree.]`.
fn label_at_head(text: &str) -> Option<(LabelPrefix, Range<usize>)> {
    let behind = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '[' | '［'));
    let start = text.len() - behind.len();
    if !text[..start].contains(['[', '［']) {
        return LabelPrefix::of(text).map(|found| (found.clone(), 0..found.end));
    }
    let found = LabelPrefix::of(behind)?;
    let sure = match found.label.kind {
        LabelKind::Number => found.separator != Separator::End,
        LabelKind::Letter | LabelKind::Roman => found.label.text.starts_with('('),
        LabelKind::Dotted | LabelKind::Named => false,
    };
    let at = start..start + found.end;
    (sure && at.end < text.len()).then_some((found, at))
}

/// The text without what stands at `cut`.
fn without<'a>(text: &'a str, cut: &Range<usize>) -> Cow<'a, str> {
    if cut.start == 0 {
        text[cut.end..].into()
    } else {
        [&text[..cut.start], &text[cut.end..]].concat().into()
    }
}

/// What a paragraph takes over from its block.
pub(super) struct Text {
    pub text: String,
    pub italics: Vec<Range<u32>>,
    pub note_marks: Vec<NoteMark>,
    /// With passages in bytes of `text`.
    pub beside: Beside,
}

/// Where offsets of a raw text are in its normalised form.
struct Map {
    /// Raw offset, offset at the end of what stands before it, offset of what comes after it;
    /// the two differ by the one space between words.
    places: Vec<(u32, u32, u32)>,
}

impl Map {
    /// Normalises `raw` piece by piece between the `cuts` (sorted). Linear.
    fn new(raw: &str, cuts: &[u32], normal: &str) -> Map {
        if cuts.is_empty() || raw == normal {
            return Map::to_itself(raw, cuts);
        }
        let mut places = Vec::with_capacity(cuts.len());
        let (mut length, mut gap, mut from) = (0usize, false, 0usize);
        let mut waiting = 0;
        let ends = cuts.iter().map(|cut| *cut as usize).chain([raw.len()]);
        for (index, end) in ends.enumerate() {
            let end = floor(raw, end).max(from);
            let piece = &raw[from..end];
            let plain = normalize(piece);
            if plain.is_empty() {
                gap |= piece.contains(char::is_whitespace);
            } else {
                gap |= piece.starts_with(char::is_whitespace);
                length += usize::from(gap && length > 0);
                for place in &mut places[waiting..] {
                    let (_, _, after): &mut (u32, u32, u32) = place;
                    *after = length as u32;
                }
                waiting = places.len();
                length += plain.len();
                gap = piece.ends_with(char::is_whitespace);
            }
            if let Some(cut) = cuts.get(index) {
                places.push((*cut, length as u32, length as u32));
            }
            from = end;
        }
        // A combining mark right after a cut composes across it; then the pieces do not add up,
        // and the nearest character boundary is as good a place as any.
        for (_, before, after) in &mut places {
            *before = floor(normal, *before as usize) as u32;
            *after = floor(normal, *after as usize) as u32;
        }
        Map { places }
    }

    /// The map of a text that is in its normal form already.
    fn to_itself(text: &str, cuts: &[u32]) -> Map {
        let place = |cut: &u32| {
            let (before, after) = text.split_at(floor(text, *cut as usize));
            let gap = after.len() - after.trim_start().len();
            let (end, start) = (before.trim_end().len(), before.len() + gap);
            (*cut, end as u32, start as u32)
        };
        Map {
            places: cuts.iter().map(place).collect(),
        }
    }

    fn find(&self, raw: u32) -> (u32, u32) {
        match self.places.binary_search_by_key(&raw, |place| place.0) {
            Ok(at) => (self.places[at].1, self.places[at].2),
            Err(_) => (0, 0),
        }
    }

    fn before(&self, raw: u32) -> u32 {
        self.find(raw).0
    }

    fn after(&self, raw: u32) -> u32 {
        self.find(raw).1
    }
}

/// Where the text goes on behind a label that it begins with; `None` where it does not.
fn behind(text: &str, label: &str) -> Option<usize> {
    let rest = text.trim_start().strip_prefix(label)?;
    let rest = rest.strip_prefix(['.', ')', ':']).unwrap_or(rest);
    let body = rest.trim_start();
    (body.len() < rest.len() && !body.is_empty()).then(|| text.len() - body.len())
}

/// The last character boundary of `text` at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spans_follow_the_words() {
        let raw = "\t12.\tAlso  agrees\u{a0}to go on , soon";
        let at = |word: &str| raw.find(word).expect("in the text") as u32;
        let mut block = Block::new(raw);
        block.italics.push(at("Also")..at("\u{a0}to"));
        block.note_marks = vec![(at(" ,"), "3".into())];
        let line = Line::new(block.into()).expect("not empty");
        assert_eq!(line.label.as_ref().map(|l| l.text.as_str()), Some("12"));
        let text = line.into_text();
        assert_eq!(text.text, "Also agrees to go on , soon");
        assert_eq!(text.italics, vec![0..11]);
        assert_eq!(text.note_marks[0].at, 20);
    }

    #[test]
    fn a_label_behind_a_bracket_leaves_the_bracket() {
        let raw = "[5 bis. Also agrees to wait]";
        let at = |word: &str| raw.find(word).expect("in the text") as u32;
        let mut block = Block::new(raw);
        block.italics.push(at("Also")..at(" to"));
        block.note_marks = vec![(raw.len() as u32, "3".into())];
        let line = Line::new(block.into()).expect("not empty");
        assert_eq!(line.label.as_ref().map(|l| l.text.as_str()), Some("5 bis"));
        let text = line.into_text();
        assert_eq!(text.text, "[Also agrees to wait]");
        assert_eq!(text.italics, vec![1..12]);
        assert_eq!(text.note_marks[0].at, 21);
        let label = |raw: &str| Line::new(Block::new(raw).into()).and_then(|line| line.label);
        assert_eq!(
            label("[(a) To wait;]").map(|l| l.text).as_deref(),
            Some("(a)")
        );
        for text in [
            "[5] Ships",
            "[Option 1]",
            "[26 ships wait]",
            "[1.1 million]",
        ] {
            assert_eq!(label(text), None, "{text}");
        }
    }

    #[test]
    fn a_refused_label_goes_back_into_the_text() {
        let mut line = Line::new(Block::new("A. Person said so.").into()).expect("not empty");
        line.refuse_label();
        assert_eq!(line.into_text().text, "A. Person said so.");
    }

    fn said(text: &str, label: Option<&str>) -> (Option<String>, String) {
        let mut piece = Piece::from(Block::new(text));
        piece.said.label = Some(label.and_then(Label::parse));
        let line = Line::new(piece).expect("not empty");
        (line.label.map(|label| label.text), line.text)
    }

    #[test]
    fn a_label_that_a_person_gives_takes_the_place_of_the_printed_one() {
        let label = |text: &str| Some(text.to_owned());
        assert_eq!(
            said("12. We rest.", Some("13")),
            (label("13"), "We rest.".into())
        );
        assert_eq!(
            said("12 We rest.", Some("12")),
            (label("12"), "We rest.".into())
        );
        assert_eq!(
            said("We rest.", Some("(a)")),
            (label("(a)"), "We rest.".into())
        );
        assert_eq!(
            said("12 boats rest.", Some("4")),
            (label("4"), "12 boats rest.".into())
        );
        assert_eq!(said("12. We rest.", None), (None, "12. We rest.".into()));
    }

    proptest! {
        #[test]
        fn spans_stay_inside_the_text(raw in "\\PC{1,30}", cuts in prop::collection::vec(0u32..60, 0..6)) {
            let mut block = Block::new(raw);
            block.note_marks = cuts.iter().map(|c| (*c, "1".to_owned())).collect();
            block.italics = cuts.chunks_exact(2).map(|c| c[0].min(c[1])..c[0].max(c[1])).collect();
            if let Some(line) = Line::new(block.into()) {
                let text = line.into_text();
                for mark in &text.note_marks {
                    prop_assert!(text.text.is_char_boundary(mark.at as usize));
                }
                for italic in &text.italics {
                    prop_assert!(text.text.get(italic.start as usize..italic.end as usize).is_some());
                }
            }
        }
    }
}
