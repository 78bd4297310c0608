//! Marked content: what encloses an operator, and what that means for the characters it draws.
//!
//! Source: ISO 32000-2, sections 14.6 (marked content) and 14.9.4 (replacement text).

use hayro_syntax::object::String as PdfString;

use super::glyph::{Glyph, Owner, is_rtl};

/// Deepest marked content that is followed.
const MAX_NESTING: usize = 512;
/// Longest replacement text that is taken, in characters; it stands for what is drawn, not for pages.
const MAX_REPLACEMENT: usize = 10_000;

/// One sequence that is open.
#[derive(Clone, Debug)]
pub(super) struct Sequence {
    /// Whose content it is.
    pub owner: Owner,
    /// It belongs to a layer that is switched off.
    pub hidden: bool,
    /// What it reads as, and how many glyphs there were before it.
    pub replacement: Option<(String, usize)>,
}

/// The sequences around the current operator.
#[derive(Clone, Debug, Default)]
pub(super) struct Marked {
    open: Vec<Sequence>,
    /// Sequences deeper than are followed.
    deeper: usize,
}

impl Marked {
    /// How many sequences are open.
    pub fn depth(&self) -> usize {
        self.open.len() + self.deeper
    }

    /// The owner of what is drawn now.
    pub fn owner(&self) -> Owner {
        self.open.last().map_or(Owner::Loose, |s| s.owner)
    }

    /// Whether what is drawn now is not shown.
    pub fn is_hidden(&self) -> bool {
        self.open.last().is_some_and(|s| s.hidden)
    }

    /// Opens a sequence inside the current one.
    pub fn begin(&mut self, artifact: bool, id: Option<u32>, sequence: Sequence) {
        let around = self.owner();
        let owner = match id {
            _ if around == Owner::Artifact || artifact => Owner::Artifact,
            Some(id) => Owner::Marked(id),
            None => around,
        };
        if self.open.len() < MAX_NESTING {
            self.open.push(Sequence {
                owner,
                hidden: sequence.hidden || self.is_hidden(),
                ..sequence
            });
        } else {
            self.deeper += 1;
        }
    }

    /// Closes the innermost sequence; what it drew is the end of `glyphs`.
    pub fn end(&mut self, glyphs: &mut Vec<Glyph>) {
        if self.deeper > 0 {
            self.deeper -= 1;
        } else if let Some(sequence) = self.open.pop()
            && let Some((text, from)) = sequence.replacement
            && from <= glyphs.len()
        {
            replace(glyphs, from, &text);
        }
    }

    /// Closes sequences until `depth` are open.
    pub fn end_all(&mut self, depth: usize, glyphs: &mut Vec<Glyph>) {
        while self.depth() > depth {
            self.end(glyphs);
        }
    }
}

/// Puts `text` in the place of the glyphs from `from` on, spread over the room that those on their
/// first line take. Without glyphs there is no place, and nothing is put in.
pub(super) fn replace(glyphs: &mut Vec<Glyph>, from: usize, text: &str) {
    let Some(first) = glyphs.get(from).copied() else {
        return;
    };
    let line = glyphs[from..]
        .iter()
        .take_while(|g| (g.y - first.y).abs() < first.size);
    let (left, right) = line.fold((f32::MAX, f32::MIN), |(left, right), g| {
        (left.min(g.x), right.max(g.end()))
    });
    glyphs.truncate(from);
    let count = text.chars().take(MAX_REPLACEMENT).count();
    let part = (right - left).max(0.0) / count.max(1) as f32;
    let rtl = text.chars().filter(|c| is_rtl(*c)).count() * 2 > count;
    for (at, ch) in text.chars().take(MAX_REPLACEMENT).enumerate() {
        let slot = if rtl { count - 1 - at } else { at };
        glyphs.push(Glyph {
            x: left + part * slot as f32,
            width: part,
            ch: if ch.is_control() { ' ' } else { ch },
            ..first
        });
    }
}

/// A text string: UTF-16 or UTF-8 with its mark, else PDFDocEncoding, of which everything but a few
/// signs is Latin-1.
pub(super) fn text(string: &PdfString<'_>) -> String {
    match string.as_bytes() {
        [0xfe, 0xff, rest @ ..] => {
            let units = rest
                .chunks_exact(2)
                .map(|two| u16::from_be_bytes([two[0], two[1]]));
            char::decode_utf16(units)
                .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
                .collect()
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        bytes => bytes.iter().map(|b| doc_encoding(*b)).collect(),
    }
}

/// Table D.2 of ISO 32000-2, where it is not Latin-1.
fn doc_encoding(byte: u8) -> char {
    const SIGNS: [char; 31] = [
        '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚',
        '™', 'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž',
    ];
    match byte {
        0x80..=0x9e => SIGNS[usize::from(byte - 0x80)],
        0xa0 => '€',
        byte => char::from(byte),
    }
}
