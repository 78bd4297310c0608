//! Interprets the text operators of a page's content stream: what is drawn where, in which font,
//! inside which marked content.
//!
//! Written over `hayro-syntax` (objects, streams, operators) and `hayro-font` (codes, widths,
//! Unicode) instead of the renderer `hayro-interpret`: images, paths and colours are never decoded,
//! the font dictionary is at hand, and this loop can be stopped and bounded inside a page.
//!
//! Source: ISO 32000-2, sections 8.9 (images), 9.3 and 9.4 (text state, text objects), 14.6 (marked
//! content).

use hayro_font::kurbo::{Affine, Point, Rect};
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::dict::keys::{ACTUAL_TEXT, MATRIX, MCID, OC, RESOURCES, SUBTYPE};
use hayro_syntax::object::{Dict, Name, Object, String as PdfString, dict_or_stream};
use hayro_syntax::page::{Page as PdfPage, Resources};
use wsis_document::Monitor;

use super::fonts::Fonts;
use super::glyph::{Glyph, Looks, Owner, Page};
use super::layers::Layers;
use super::marked::{self, Marked, Sequence};
use super::stream::Budget;
use super::vertical;
use crate::ImportError;

/// Most glyphs of one file.
const MAX_GLYPHS: usize = 20_000_000;
/// Deepest `q` nesting that is followed.
const MAX_NESTING: usize = 512;
/// Deepest form inside a form.
const MAX_FORMS: u32 = 12;
/// What drawing a form costs besides its operators, in operators.
const FORM_COST: u64 = 100;
/// A shear of upright letters from which on they pass for italics.
const SLANT: f64 = 0.1;
/// The mode that fills letters and draws along their edges: how bold is made of a regular font.
const FILL_AND_STROKE: i64 = 2;
/// How often the monitor is asked.
const OPERATORS_PER_CHECK: u64 = 1 << 14;

/// The text of a page.
///
/// # Errors
/// `Cancelled`, and `TooLarge` where the page takes the file over [`MAX_GLYPHS`], of which `seen`
/// were used up by the pages before, or over what a file may cost.
///
/// # Cost
/// Linear in the content streams drawn.
pub(super) fn read_page<'a>(
    page: &PdfPage<'a>,
    fonts: &mut Fonts<'a>,
    layers: &Layers,
    seen: usize,
    budget: &mut Budget,
    monitor: &dyn Monitor,
) -> Result<Page, ImportError> {
    let (width, height) = page.render_dimensions();
    let start = Affine::new(page.initial_transform(true).as_coeffs());
    let content = budget.page(page)?;
    let mut reader = Reader {
        fonts,
        layers,
        budget,
        monitor,
        left: MAX_GLYPHS.saturating_sub(seen),
        state: State::new(start),
        saved: Vec::new(),
        marked: Marked::default(),
        page: Page {
            width,
            height,
            ..Page::default()
        },
    };
    reader.run(TypedIter::new(&content), page.resources(), 0)?;
    reader.marked.end_all(0, &mut reader.page.glyphs);
    let mut page = reader.page;
    cut_off(&mut page);
    vertical::turn(&mut page);
    Ok(page)
}

/// What stands outside the page is no part of what its reader sees: printers' marks, leftovers.
fn cut_off(page: &mut Page) {
    let (width, height) = (page.width, page.height);
    let inside = |g: &Glyph| {
        let middle = g.x + g.width / 2.0;
        (0.0..=width).contains(&middle) && (0.0..=height + g.size).contains(&g.y)
    };
    if page.glyphs.iter().all(inside) {
        return;
    }
    let (shown, outside): (Vec<Glyph>, Vec<Glyph>) = std::mem::take(&mut page.glyphs)
        .into_iter()
        .partition(inside);
    page.glyphs = shown;
    page.turned.extend(outside);
}

/// The graphics state, as far as it moves text.
#[derive(Clone)]
struct State {
    ctm: Affine,
    font: Option<usize>,
    size: f64,
    char_space: f64,
    word_space: f64,
    /// Horizontal scaling, 1 for none.
    stretch: f64,
    leading: f64,
    rise: f64,
    /// How letters are painted, by the numbers of table 104.
    mode: i64,
    text: Affine,
    line: Affine,
}

impl State {
    fn new(ctm: Affine) -> Self {
        State {
            ctm,
            font: None,
            size: 1.0,
            char_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            mode: 0,
            text: Affine::IDENTITY,
            line: Affine::IDENTITY,
        }
    }

    fn next_line(&mut self, tx: f64, ty: f64) {
        self.line *= Affine::translate((tx, ty));
        self.text = self.line;
    }
}

struct Reader<'r, 'a> {
    fonts: &'r mut Fonts<'a>,
    monitor: &'r dyn Monitor,
    budget: &'r mut Budget,
    /// Glyphs that may still come.
    left: usize,
    state: State,
    saved: Vec<State>,
    layers: &'r Layers,
    marked: Marked,
    page: Page,
}

impl<'a> Reader<'_, 'a> {
    fn run(
        &mut self,
        mut operations: TypedIter<'_>,
        resources: &Resources<'a>,
        depth: u32,
    ) -> Result<(), ImportError> {
        use TypedInstruction as Op;
        let (saved, marked) = (self.saved.len(), self.marked.depth());
        while let Some(operation) = operations.next() {
            self.count()?;
            let state = &mut self.state;
            match operation {
                Op::SaveState(_) if self.saved.len() < MAX_NESTING => {
                    self.saved.push(state.clone())
                }
                // A form may not take off what its page has saved.
                Op::RestoreState(_) if self.saved.len() > saved => {
                    if let Some(earlier) = self.saved.pop() {
                        self.state = earlier;
                    }
                }
                Op::Transform(m) => {
                    let n = [m.0, m.1, m.2, m.3, m.4, m.5].map(|number| number.as_f64());
                    state.ctm *= Affine::new(n);
                }
                Op::BeginText(_) => {
                    state.text = Affine::IDENTITY;
                    state.line = Affine::IDENTITY;
                }
                Op::SetTextMatrix(m) => {
                    let n = [m.0, m.1, m.2, m.3, m.4, m.5].map(|number| number.as_f64());
                    state.line = Affine::new(n);
                    state.text = state.line;
                }
                Op::TextFont(f) => {
                    state.size = f.1.as_f64();
                    state.font = self.fonts.find(resources, f.0, self.budget)?;
                }
                Op::CharacterSpacing(n) => state.char_space = n.0.as_f64(),
                Op::WordSpacing(n) => state.word_space = n.0.as_f64(),
                Op::HorizontalScaling(n) => state.stretch = n.0.as_f64() / 100.0,
                Op::TextLeading(n) => state.leading = n.0.as_f64(),
                Op::TextRise(n) => state.rise = n.0.as_f64(),
                Op::TextRenderingMode(n) => state.mode = n.0.as_i64(),
                Op::NextLine(n) => state.next_line(n.0.as_f64(), n.1.as_f64()),
                Op::NextLineAndSetLeading(n) => {
                    state.leading = -n.1.as_f64();
                    state.next_line(n.0.as_f64(), n.1.as_f64());
                }
                Op::NextLineUsingLeading(_) => state.next_line(0.0, -state.leading),
                Op::ShowText(s) => self.show(s.0.as_bytes())?,
                Op::NextLineAndShowText(s) => {
                    state.next_line(0.0, -state.leading);
                    self.show(s.0.as_bytes())?;
                }
                Op::ShowTextWithParameters(s) => {
                    state.word_space = s.0.as_f64();
                    state.char_space = s.1.as_f64();
                    state.next_line(0.0, -state.leading);
                    self.show(s.2.as_bytes())?;
                }
                Op::ShowTexts(s) => {
                    for piece in s.0.iter::<Object<'_>>() {
                        match piece {
                            Object::Number(by) => self.adjust(by.as_f64()),
                            Object::String(text) => self.show(text.as_bytes())?,
                            _ => {}
                        }
                    }
                }
                Op::BeginMarkedContent(tag) => self.begin(tag.0, resources, None),
                Op::BeginMarkedContentWithProperties(m) => {
                    self.begin(m.0, resources, Some(m.1));
                }
                Op::EndMarkedContent(_) if self.marked.depth() > marked => {
                    self.marked.end(&mut self.page.glyphs);
                }
                Op::XObject(x) if depth < MAX_FORMS => self.form(resources, x.0, depth)?,
                Op::InlineImage(_) => self.picture(),
                Op::Shading(_)
                | Op::StrokePath(_)
                | Op::CloseAndStrokePath(_)
                | Op::FillPathNonZero(_)
                | Op::FillPathNonZeroCompatibility(_)
                | Op::FillPathEvenOdd(_)
                | Op::FillAndStrokeNonZero(_)
                | Op::FillAndStrokeEvenOdd(_)
                | Op::CloseFillAndStrokeNonZero(_)
                | Op::CloseFillAndStrokeEvenOdd(_) => self.page.has_pictures = true,
                _ => {}
            }
        }
        self.marked.end_all(marked, &mut self.page.glyphs);
        if self.saved.len() > saved {
            self.saved.truncate(saved + 1);
            if let Some(earlier) = self.saved.pop() {
                self.state = earlier;
            }
        }
        Ok(())
    }

    fn count(&mut self) -> Result<(), ImportError> {
        let left = self.budget.operators(1)?;
        if left.is_multiple_of(OPERATORS_PER_CHECK) && self.monitor.stop().is_some() {
            return Err(ImportError::Cancelled);
        }
        Ok(())
    }

    fn begin(&mut self, tag: &[u8], resources: &Resources<'a>, properties: Option<&Object<'_>>) {
        let name = properties.and_then(|p| p.clone().into_name());
        let hidden = tag == b"OC"
            && name
                .as_ref()
                .is_some_and(|name| self.layers.hides(&resources.properties, name));
        let from = self.page.glyphs.len();
        let (mut id, mut replacement) = (None, None);
        let mut read = |properties: &Dict<'_>| {
            id = properties.get::<u32>(MCID);
            let text = properties.get::<PdfString<'_>>(ACTUAL_TEXT);
            replacement = text.map(|text| (marked::text(&text), from));
        };
        match (name, properties) {
            (Some(name), _) => {
                if let Some(dict) = resources.properties.get::<Dict<'_>>(&name) {
                    read(&dict);
                }
            }
            (None, Some(properties)) => {
                if let Some((dict, _)) = dict_or_stream(properties) {
                    read(dict);
                }
            }
            (None, None) => {}
        }
        let sequence = Sequence {
            owner: Owner::Loose,
            hidden,
            replacement,
        };
        self.marked.begin(tag == b"Artifact", id, sequence);
    }

    fn form(
        &mut self,
        resources: &Resources<'a>,
        name: &Name<'_>,
        depth: u32,
    ) -> Result<(), ImportError> {
        let Some(stream) = resources.get_x_object(name) else {
            return Ok(());
        };
        let dict = stream.dict();
        if self.layers.hides(dict, OC) {
            return Ok(());
        }
        if dict
            .get::<Name<'_>>(SUBTYPE)
            .is_none_or(|kind| kind.as_ref() != b"Form")
        {
            self.picture();
            return Ok(());
        }
        self.budget.operators(FORM_COST)?;
        let data = self.budget.decode(&stream)?;
        let own = dict.get::<Dict<'a>>(RESOURCES).map(Resources::new);
        let before = self.state.clone();
        if let Some(matrix) = dict.get::<[f64; 6]>(MATRIX) {
            self.state.ctm *= Affine::new(matrix);
        }
        self.run(
            TypedIter::new(&data),
            own.as_ref().unwrap_or(resources),
            depth + 1,
        )?;
        self.state = before;
        Ok(())
    }

    /// A picture fills the unit square of the space that it is drawn in (8.9.5). Scanners save
    /// pages in strips, so that areas are added up.
    fn picture(&mut self) {
        let unit = Rect::new(0.0, 0.0, 1.0, 1.0);
        let page = Rect::new(0.0, 0.0, self.page.width.into(), self.page.height.into());
        let shown = self.state.ctm.transform_rect_bbox(unit).intersect(page);
        self.page.has_pictures = true;
        self.page.pictured += shown.area() as f32;
    }

    /// Moves by thousandths of the em, against the direction of the text.
    fn adjust(&mut self, by: f64) {
        let state = &mut self.state;
        let step = -by / 1000.0 * state.size;
        let horizontal = state
            .font
            .and_then(|index| self.fonts.get(index))
            .is_none_or(|font| font.horizontal);
        let shift = if horizontal {
            (step * state.stretch, 0.0)
        } else {
            (0.0, step)
        };
        state.text *= Affine::translate(shift);
    }

    fn show(&mut self, bytes: &[u8]) -> Result<(), ImportError> {
        let state = &mut self.state;
        let Some(font) = state.font.and_then(|index| self.fonts.get(index)) else {
            return Ok(());
        };
        let (looks, horizontal) = (font.looks, font.horizontal);
        let owner = self.marked.owner();
        let hidden = self.marked.is_hidden();
        let axes = (state.ctm * state.text).as_coeffs();
        let across = axes[0].hypot(axes[1]);
        // Height of the em square over the baseline: a slant makes the axis longer, not the type.
        let area = axes[0] * axes[3] - axes[1] * axes[2];
        let size = (area / across * state.size).abs() as f32;
        let slant = (axes[0] * axes[2] + axes[1] * axes[3]) / area;
        let looks = Looks {
            bold: looks.bold || state.mode == FILL_AND_STROKE,
            italic: looks.italic || slant.abs() > SLANT,
            ..looks
        };
        let upright = axes[0] > 0.0 && axes[1].abs() <= 0.1 * axes[0];
        let out = if upright {
            &mut self.page.glyphs
        } else {
            &mut self.page.turned
        };
        // Turned text is kept as if it had been turned back, so that its lines can be told.
        let (ux, uy) = if upright {
            (1.0, 0.0)
        } else {
            (axes[0] / across, axes[1] / across)
        };
        let mut at = 0;
        while at < bytes.len() {
            let (number, length) = font.read(bytes, at);
            at += length;
            let code = font.code(number);
            let (dx, dy) = (
                f64::from(code.advance.0) / 1000.0,
                f64::from(code.advance.1) / 1000.0,
            );
            let place = state.ctm * (state.text * Point::new(0.0, state.rise));
            let place = Point::new(place.x * ux + place.y * uy, place.y * ux - place.x * uy);
            let width = (dx * state.size * state.stretch * across).abs() as f32;
            let drawn =
                !hidden && place.is_finite() && width.is_finite() && size.is_finite() && size > 0.0;
            let count = if drawn { code.text.chars().count() } else { 0 };
            if count > self.left {
                return Err(ImportError::TooLarge {
                    limit: format!("{MAX_GLYPHS} characters"),
                });
            }
            self.left -= count;
            let part = width / count.max(1) as f32;
            for (k, ch) in code.text.chars().take(count).enumerate() {
                // The letters of a right-to-left ligature come in reading order.
                let slot = if super::glyph::is_rtl(ch) {
                    count - 1 - k
                } else {
                    k
                };
                // In a vertical mode the place is the middle of the top of the em square.
                let (x, y, width) = if horizontal {
                    (place.x as f32 + part * slot as f32, place.y as f32, part)
                } else {
                    (
                        place.x as f32 - size / 2.0,
                        place.y as f32 + vertical::ASCENT * size,
                        size,
                    )
                };
                out.push(Glyph {
                    x,
                    y,
                    width,
                    size,
                    ch: if ch.is_control() { ' ' } else { ch },
                    looks,
                    owner,
                });
            }
            let space = state.char_space
                + if length == 1 && number == 32 {
                    state.word_space
                } else {
                    0.0
                };
            let shift = if horizontal {
                ((dx * state.size + space) * state.stretch, 0.0)
            } else {
                (0.0, dy * state.size + space)
            };
            state.text *= Affine::translate(shift);
        }
        Ok(())
    }
}
