//! Corrections applied to what a reader made of a file.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use wsis_document::{Label, Stripped, StrippedKind};

use super::{Change, Correction, Part, Piece, Place, Said, SaidRole, fingerprint};
use crate::{Beside, Block};

/// Longest beginning of a piece that is kept with a correction, in characters.
const WORDS: usize = 80;

/// A reading with its corrections.
#[derive(Debug, Default)]
pub(crate) struct Corrected {
    /// The text, in reading order.
    pub pieces: Vec<Piece>,
    /// What the reader set aside and nobody brought back, with its place.
    pub stripped: Vec<(Stripped, Place)>,
    /// What a person took out, with its place.
    pub dropped: Vec<(Stripped, Place)>,
    /// What stood beside pieces at the end that a person took out.
    pub beside: Beside,
    /// Corrections that hold, each at the place it was found at.
    pub applied: Vec<Correction>,
    /// Corrections whose text is not there any more.
    pub unapplied: Vec<Correction>,
}

/// What the corrections say of one piece.
#[derive(Default)]
struct Marks {
    said: Said,
    split: bool,
    join: bool,
    drop: bool,
    restore: bool,
    before: Option<Place>,
}

/// Applies corrections. Nothing of the text is lost: every character that is not white space is in
/// a piece afterwards, in what was dropped, or in what stays set aside.
///
/// # Cost
/// Linear in the text, `log` in the number of corrections.
pub(crate) fn apply(
    blocks: Vec<Block>,
    stripped: Vec<Stripped>,
    corrections: &[Correction],
) -> Corrected {
    let mut out = Corrected::default();
    let texts = Texts {
        text: blocks.iter().map(|block| block.text.as_str()).collect(),
        set_aside: stripped.iter().map(|piece| piece.text.as_str()).collect(),
        found: FxHashMap::default(),
    };
    let marks = texts.marks(corrections, &mut out);
    let mut pieces = cut(blocks, &marks);
    restore(stripped, &marks, &mut pieces, &mut out);
    if marks.is_empty() {
        out.pieces = pieces;
        return out;
    }
    for mut piece in pieces {
        let Some(marks) = marks.get(&piece.place) else {
            keep(piece, &mut out);
            continue;
        };
        piece.said = marks.said.clone();
        if marks.drop {
            out.dropped.push((by_hand(&piece), piece.place));
            out.beside.append(piece.block.beside.without_words(), 0);
        } else if let Some(last) = out.pieces.last_mut().filter(|_| marks.join) {
            last.append(piece);
        } else {
            keep(piece, &mut out);
        }
    }
    out
}

/// A piece of the text, with what stood beside those before it that are not.
fn keep(mut piece: Piece, out: &mut Corrected) {
    let mut beside = std::mem::take(&mut out.beside);
    beside.append(std::mem::take(&mut piece.block.beside), 0);
    piece.block.beside = beside;
    out.pieces.push(piece);
}

/// What there is to be found again.
struct Texts<'t> {
    text: Vec<&'t str>,
    set_aside: Vec<&'t str>,
    /// Ordinals by fingerprint, made when a block is not where it was.
    found: FxHashMap<(Part, u64), Vec<u32>>,
}

impl<'t> Texts<'t> {
    /// What the corrections say, by place; those that hold and those that do not go into `out`.
    fn marks(mut self, corrections: &[Correction], out: &mut Corrected) -> BTreeMap<Place, Marks> {
        let mut marks: BTreeMap<Place, Marks> = BTreeMap::new();
        // A piece must be there before something can be said of it.
        let (first, second): (Vec<&Correction>, Vec<&Correction>) = corrections
            .iter()
            .partition(|one| matches!(one.change, Change::Split | Change::Restore { .. }));
        for correction in first.into_iter().chain(second) {
            let noted = self.find(&correction.place).and_then(|(place, text)| {
                Some((
                    place,
                    text,
                    self.note(&mut marks, place, text, &correction.change)?,
                ))
            });
            match noted {
                Some((place, text, ())) => out.applied.push(Correction {
                    place,
                    change: correction.change.clone(),
                    words: beginning(text.get(place.at as usize..).unwrap_or(text)),
                }),
                None => out.unapplied.push(correction.clone()),
            }
        }
        marks
    }

    fn note(
        &mut self,
        marks: &mut BTreeMap<Place, Marks>,
        place: Place,
        text: &str,
        change: &Change,
    ) -> Option<()> {
        let begins_piece = |marks: &BTreeMap<Place, Marks>| match place.part {
            Part::Text => place.at == 0 || marks.get(&place).is_some_and(|m| m.split),
            Part::SetAside => place.at == 0 && marks.get(&place).is_some_and(|m| m.restore),
        };
        match change {
            Change::Split => {
                let inside =
                    place.part == Part::Text && place.at > 0 && (place.at as usize) < text.len();
                if !inside || !text.is_char_boundary(place.at as usize) {
                    return None;
                }
                marks.entry(place).or_default().split = true;
            }
            Change::Restore { before } => {
                if place.part != Part::SetAside || place.at != 0 {
                    return None;
                }
                let before = before
                    .and_then(|before| self.find(&before))
                    .map(|(place, _)| place);
                let entry = marks.entry(place).or_default();
                entry.restore = true;
                entry.before = before;
            }
            _ if !begins_piece(marks) => return None,
            Change::Heading { level } => {
                marks.entry(place).or_default().said.role =
                    Some(SaidRole::Heading((*level).max(1)));
            }
            Change::Title => marks.entry(place).or_default().said.role = Some(SaidRole::Title),
            Change::Paragraph => {
                let entry = marks.entry(place).or_default();
                entry.said.role = Some(SaidRole::Paragraph);
                entry.drop = false;
            }
            Change::Number { label } => {
                let label = Label::parse(label)?;
                marks.entry(place).or_default().said.label = Some(Some(label));
            }
            Change::NoNumber => marks.entry(place).or_default().said.label = Some(None),
            Change::Join => marks.entry(place).or_default().join = true,
            Change::Drop => marks.entry(place).or_default().drop = true,
        }
        Some(())
    }

    /// Where the block of a place is now, and its text.
    fn find(&mut self, place: &Place) -> Option<(Place, &'t str)> {
        let texts = match place.part {
            Part::Text => &self.text,
            Part::SetAside => &self.set_aside,
        };
        if let Some(text) = texts.get(place.ordinal as usize)
            && fingerprint(text) == place.hash
        {
            return Some((*place, text));
        }
        if self.found.is_empty() {
            for (part, texts) in [(Part::Text, &self.text), (Part::SetAside, &self.set_aside)] {
                for (ordinal, text) in (0u32..).zip(texts) {
                    self.found
                        .entry((part, fingerprint(text)))
                        .or_default()
                        .push(ordinal);
                }
            }
        }
        let ordinal = *self
            .found
            .get(&(place.part, place.hash))?
            .iter()
            .min_by_key(|ordinal| ordinal.abs_diff(place.ordinal))?;
        let text = texts.get(ordinal as usize)?;
        Some((Place { ordinal, ..*place }, text))
    }
}

/// Blocks as pieces, cut where corrections say so.
fn cut(blocks: Vec<Block>, marks: &BTreeMap<Place, Marks>) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(blocks.len());
    for (ordinal, block) in (0u32..).zip(blocks) {
        let hash = fingerprint(&block.text);
        let place = |at| Place {
            part: Part::Text,
            ordinal,
            at,
            hash,
        };
        let mut piece = Piece {
            block,
            place: place(0),
            said: Said::default(),
        };
        let cuts = marks
            .range(place(0)..=place(u32::MAX))
            .filter(|(_, marks)| marks.split);
        for (at, _) in cuts {
            let rest = piece.split_off(at.at - piece.place.at, *at);
            pieces.push(std::mem::replace(&mut piece, rest));
        }
        pieces.push(piece);
    }
    pieces
}

/// Puts what was brought back among the pieces, and the rest into `out`.
fn restore(
    stripped: Vec<Stripped>,
    marks: &BTreeMap<Place, Marks>,
    pieces: &mut Vec<Piece>,
    out: &mut Corrected,
) {
    for (ordinal, stripped) in (0u32..).zip(stripped) {
        let place = Place {
            part: Part::SetAside,
            ordinal,
            at: 0,
            hash: fingerprint(&stripped.text),
        };
        let Some(marks) = marks.get(&place).filter(|marks| marks.restore) else {
            out.stripped.push((stripped, place));
            continue;
        };
        let at = marks
            .before
            .and_then(|before| pieces.iter().position(|piece| piece.place == before))
            .unwrap_or_else(|| usual_position(&stripped, pieces));
        let block = Block {
            page: stripped.page,
            ..Block::new(stripped.text)
        };
        let piece = Piece {
            block,
            place,
            said: Said::default(),
        };
        pieces.insert(at, piece);
    }
}

/// Where set-aside text stands when nobody says: what heads a page before the text of the page,
/// anything else after it.
fn usual_position(stripped: &Stripped, pieces: &[Piece]) -> usize {
    let heads = matches!(
        stripped.kind,
        StrippedKind::Masthead | StrippedKind::RunningHead
    );
    let page = |piece: &Piece| piece.block.page;
    match (stripped.page, heads) {
        (Some(_), true) => pieces.iter().position(|piece| page(piece) >= stripped.page),
        (Some(_), false) => pieces.iter().position(|piece| page(piece) > stripped.page),
        (None, true) => Some(0),
        (None, false) => None,
    }
    .unwrap_or(pieces.len())
}

fn by_hand(piece: &Piece) -> Stripped {
    let Block {
        label, text, page, ..
    } = &piece.block;
    Stripped {
        kind: StrippedKind::ByHand,
        page: *page,
        text: match label {
            Some(label) => format!("{label} {}", text.trim()),
            None => text.trim().to_owned(),
        },
    }
}

fn beginning(text: &str) -> String {
    let mut words: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = words.char_indices().nth(WORDS) {
        words.truncate(end);
        words.push('…');
    }
    words
}
