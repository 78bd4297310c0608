//! Fonts, as far as reading needs them: codes to characters and widths, and what a font looks like.

use std::sync::Arc;

use hayro_cmap::{BfString, CMap};
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn};
use hayro_syntax::object::dict::keys::{
    BASE_FONT, CID_TO_GID_MAP, DESCENDANT_FONTS, ENCODING, FLAGS, FONT_DESC, FONT_FILE, FONT_FILE2,
    FONT_FILE3, FONT_WEIGHT, ITALIC_ANGLE, SUBTYPE, TO_UNICODE,
};
use hayro_syntax::object::{Array, Dict, Name, ObjectIdentifier, Stream};
use hayro_syntax::page::Resources;
use rustc_hash::FxHashMap;

use super::glyph::{INK, Looks};
use super::stream::Budget;
use crate::ImportError;

/// What one code of a font draws.
#[derive(Clone, Debug)]
pub(super) struct Code {
    /// The characters; [`INK`] where the font does not say which they are.
    pub text: Box<str>,
    /// How far the font advances, in thousandths of the em.
    pub advance: (f32, f32),
}

/// A font of the file with the codes that were met so far.
pub(super) struct LoadedFont<'a> {
    font: Font<'a>,
    codes: FxHashMap<u32, Code>,
    /// The only source of characters; see [`only_map`].
    map: Option<CMap>,
    /// Its looks.
    pub looks: Looks,
    /// Whether its lines run across the page.
    pub horizontal: bool,
}

impl LoadedFont<'_> {
    /// Takes one code off `bytes` at `at`: the code and its length, at least 1. `at` is in range.
    pub fn read(&self, bytes: &[u8], at: usize) -> (u32, usize) {
        let (code, length) = self.font.read_code(bytes, at);
        (code, length.max(1))
    }

    /// What `code` draws.
    pub fn code(&mut self, code: u32) -> &Code {
        let font = &self.font;
        self.codes.entry(code).or_insert_with(|| {
            let unicode = match &self.map {
                Some(map) => map.lookup_bf_string(code),
                None => match font.glyph(font.map_code(code), code) {
                    FontGlyph::Outline(glyph) => glyph.as_unicode(),
                    FontGlyph::Type3(glyph) => glyph.as_unicode(),
                },
            };
            let text = match unicode {
                Some(BfString::Char(c)) => c.to_string(),
                Some(BfString::String(s)) => s,
                None => INK.to_string(),
            };
            let advance = font.code_advance(code);
            Code {
                text: text.into(),
                advance: (advance.x as f32, advance.y as f32),
            }
        })
    }
}

/// Every font of a file, each loaded once.
pub(super) struct Fonts<'a> {
    cache: FontCache<'a>,
    resolve_font: FontResolverFn,
    resolve_cmap: CMapResolverFn,
    known: FxHashMap<ObjectIdentifier, Option<usize>>,
    loaded: Vec<LoadedFont<'a>>,
}

impl<'a> Fonts<'a> {
    /// No fonts yet.
    pub fn new() -> Self {
        Fonts {
            cache: FontCache::new(),
            resolve_font: Arc::new(|query| {
                Some(match query {
                    FontQuery::Standard(font) => font.get_font_data(),
                    FontQuery::Fallback(query) => query.pick_standard_font().get_font_data(),
                })
            }),
            resolve_cmap: Arc::new(hayro_cmap::load_embedded),
            known: FxHashMap::default(),
            loaded: Vec::new(),
        }
    }

    /// The font called `name` in `resources`; `None` where there is none that can be read.
    ///
    /// # Errors
    /// `TooLarge` where the fonts of the file are more than the budget allows.
    pub fn find(
        &mut self,
        resources: &Resources<'a>,
        name: &Name<'_>,
        budget: &mut Budget,
    ) -> Result<Option<usize>, ImportError> {
        let id = resources
            .fonts
            .get_ref(name.as_ref())
            .map(ObjectIdentifier::from);
        if let Some(known) = id.and_then(|id| self.known.get(&id)) {
            return Ok(*known);
        }
        let found = match resources.get_font(name) {
            Some(dict) => {
                check(&dict, budget)?;
                self.load(&dict)
            }
            None => None,
        };
        if let Some(id) = id {
            self.known.insert(id, found);
        }
        Ok(found)
    }

    /// A font by the number that [`Fonts::find`] gave.
    pub fn get(&mut self, index: usize) -> Option<&mut LoadedFont<'a>> {
        self.loaded.get_mut(index)
    }

    fn load(&mut self, dict: &Dict<'a>) -> Option<usize> {
        let font = self
            .cache
            .font(dict, &self.resolve_font, &self.resolve_cmap)?;
        let horizontal = font.is_horizontal();
        let looks = looks(dict);
        self.loaded.push(LoadedFont {
            font,
            codes: FxHashMap::default(),
            map: only_map(dict),
            looks,
            horizontal,
        });
        Some(self.loaded.len() - 1)
    }
}

/// Takes the streams that loading a font decodes off the budget.
fn check(dict: &Dict<'_>, budget: &mut Budget) -> Result<(), ImportError> {
    let descendant = descendant(dict);
    let base = descendant.as_ref().unwrap_or(dict);
    let descriptor = base.get::<Dict<'_>>(FONT_DESC).unwrap_or_default();
    let streams = [
        (dict, TO_UNICODE),
        (dict, ENCODING),
        (base, CID_TO_GID_MAP),
        (&descriptor, FONT_FILE),
        (&descriptor, FONT_FILE2),
        (&descriptor, FONT_FILE3),
    ];
    for (dict, key) in streams {
        if let Some(stream) = dict.get::<Stream<'_>>(key) {
            budget.font(&stream)?;
        }
    }
    Ok(())
}

/// The font that a composite font draws with.
fn descendant<'a>(dict: &Dict<'a>) -> Option<Dict<'a>> {
    dict.get::<Array<'a>>(DESCENDANT_FONTS)
        .and_then(|a| a.iter::<Dict<'a>>().next())
}

/// The map from codes to characters of a TrueType font that has one and no encoding besides: what is
/// not in it (the strokes that lengthen Arabic words) is drawn, but is no text. Without this a code
/// would be taken for the ASCII character of the same number.
fn only_map(dict: &Dict<'_>) -> Option<CMap> {
    let simple = dict.get::<Name<'_>>(SUBTYPE)?.as_ref() == b"TrueType";
    if !simple || dict.contains_key(ENCODING) {
        return None;
    }
    let data = dict.get::<Stream<'_>>(TO_UNICODE)?.decoded_data().ok()?;
    CMap::parse(&data, hayro_cmap::load_embedded)
}

/// Table 121 of ISO 32000-2, font descriptor flags.
const FLAG_ITALIC: u32 = 1 << 6;
const FLAG_FORCE_BOLD: u32 = 1 << 18;
/// Semi-bold, the lightest weight that is set for emphasis.
const SEMI_BOLD: f32 = 600.0;

fn looks(dict: &Dict<'_>) -> Looks {
    let descriptor = descendant(dict)
        .as_ref()
        .unwrap_or(dict)
        .get::<Dict<'_>>(FONT_DESC)
        .unwrap_or_default();
    let name = dict
        .get::<Name<'_>>(BASE_FONT)
        .map(|name| name.as_str().to_ascii_lowercase())
        .unwrap_or_default();
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let flags = descriptor.get::<u32>(FLAGS).unwrap_or(0);
    Looks {
        bold: has(&["bold", "black", "heavy"])
            || flags & FLAG_FORCE_BOLD != 0
            || descriptor
                .get::<f32>(FONT_WEIGHT)
                .is_some_and(|weight| weight >= SEMI_BOLD),
        italic: has(&["italic", "oblique"])
            || flags & FLAG_ITALIC != 0
            || descriptor
                .get::<f32>(ITALIC_ANGLE)
                .is_some_and(|angle| angle != 0.0),
        barcode: has(&["barcode", "code39", "code128", "3 of 9", "3of9"]),
    }
}
