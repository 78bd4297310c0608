//! The smallest piece of a page: one character at its place.

/// Which part of the page's marked content a glyph was drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// A marked-content sequence that the structure tree refers to by this id.
    Marked(u32),
    /// Said by the file to be no part of the text.
    Artifact,
    /// In no marked content.
    Loose,
}

/// Stands for something drawn that is no character: it takes up room in its line and is left out of
/// the text.
pub(super) const INK: char = '\u{fffc}';

/// One character, placed. Coordinates are points from the page's top left corner, y downwards.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glyph {
    /// Left end of the character on its baseline.
    pub x: f32,
    /// The baseline.
    pub y: f32,
    /// How far the font advances after it, without letter and word spacing.
    pub width: f32,
    /// Height of the em square as drawn.
    pub size: f32,
    /// What it stands for; a ligature is several glyphs that share its width.
    pub ch: char,
    /// Looks of the font it is drawn in.
    pub looks: Looks,
    /// The marked content around it.
    pub owner: Owner,
}

/// What a font looks like, as far as it tells something about the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Looks {
    /// Semi-bold or heavier.
    pub bold: bool,
    /// Italic or oblique.
    pub italic: bool,
    /// Draws bars, not letters.
    pub barcode: bool,
}

impl Glyph {
    /// Right end on the baseline.
    pub fn end(&self) -> f32 {
        self.x + self.width
    }

    /// Whether nothing is drawn.
    pub fn is_space(&self) -> bool {
        self.ch.is_whitespace()
    }
}

/// The characters of one page, in the order in which the file draws them.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    /// Upright text.
    pub glyphs: Vec<Glyph>,
    /// Text that runs up, down or upside down or lies outside the page: never part of the body.
    pub turned: Vec<Glyph>,
    /// Something else than text is drawn: a picture, a shape.
    pub has_pictures: bool,
    /// Area of the pictures in square points; of shapes and of what lies outside the page nothing
    /// counts.
    pub pictured: f32,
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
}

impl Page {
    /// Whether no character of the text is drawn.
    pub fn is_blank(&self) -> bool {
        self.glyphs.iter().all(|g| g.is_space() || g.ch == INK)
    }
}

/// A letter of a script that is written from right to left.
pub(super) fn is_rtl(c: char) -> bool {
    matches!(c as u32, 0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfefc)
}

/// A character of a script that puts no spaces between words, or its punctuation.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c as u32, 0x2e80..=0x9fff | 0xf900..=0xfaff | 0xff00..=0xff60 | 0x20000..=0x3ffff)
}
