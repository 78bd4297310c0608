//! PDF with a text layer.
//!
//! The text operators of every page give placed characters ([`content`]). Where the file is tagged,
//! its structure tree says which of them make a paragraph ([`tree`], [`tagged`]); where it is not,
//! their places do ([`untagged`]). Either way furniture is set aside by place and rule
//! ([`furniture`], [`masthead`]), paragraphs are joined over pages ([`paragraph`]) and footnotes are
//! kept apart ([`notes`]).

mod bidi;
mod content;
mod fonts;
mod furniture;
mod glyph;
mod layers;
mod line;
mod marked;
mod masthead;
mod notes;
mod paragraph;
#[cfg(test)]
mod sample;
mod scans;
mod stream;
mod table;
mod tagged;
#[cfg(test)]
mod tests;
mod tree;
mod untagged;
mod vertical;

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use wsis_document::{Monitor, Stage, StrippedKind, Warning, WarningCode};

use self::fonts::Fonts;
use self::furniture::Repeated;
use self::glyph::{Owner, Page};
use self::layers::Layers;
use self::line::Line;
use self::paragraph::{Column, Paragraph, Text};
use self::stream::Budget;
use self::tagged::Tagged;
use self::tree::Kind;
use crate::{Block, Blocks, ImportError, Role};

/// Every whole file has this mark near its end (ISO 32000-2, 7.5.5).
const END_MARK: &[u8] = b"%%EOF";
/// How far from the end the mark may be; writers and mail gateways leave things behind it.
const END_ZONE: usize = 8 << 10;
/// Most pages of one file.
const MAX_PAGES: usize = 5_000;
/// A heading is no longer than this, in bytes; longer bold text is a paragraph.
const MAX_HEADING: usize = 400;

/// Reads the file into blocks.
///
/// # Errors
/// `Empty`, `Damaged` and `Encrypted` by what the file holds, `NoText` for a scan, `TooLarge`
/// beyond the limits, `Cancelled`.
///
/// # Cost
/// Linear in the page contents; every glyph is visited once for each step above.
pub fn read(bytes: &[u8], monitor: &dyn Monitor) -> Result<Blocks, ImportError> {
    if bytes.is_empty() {
        return Err(ImportError::Empty);
    }
    check_end(bytes)?;
    stream::check_object_streams(bytes)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(load_error)?;
    let mut pages = read_pages(&pdf, monitor)?;
    if pages.iter().all(Page::is_blank) {
        return Err(ImportError::NoText);
    }
    let tree = tree::read(&pdf);
    tagged::replace(&mut pages, &tree.replacements);
    let mut blocks = match tagged::read(&tree.elements, &pages) {
        Some(tagged) => by_tags(tagged, &pages),
        None => by_place(&pages),
    };
    blocks.warnings.extend(scans::warnings(&pages));
    Ok(blocks)
}

/// A download that broke off is refused: the objects that did arrive may read like a whole text,
/// and a part must never pass for the whole.
fn check_end(bytes: &[u8]) -> Result<(), ImportError> {
    let zone = &bytes[bytes.len().saturating_sub(END_ZONE)..];
    if zone.windows(END_MARK.len()).any(|at| at == END_MARK) {
        Ok(())
    } else {
        Err(ImportError::Damaged {
            reason: "the file ends early".to_owned(),
        })
    }
}

/// The way of a tagged file.
fn by_tags(tagged: Tagged, pages: &[Page]) -> Blocks {
    let Tagged {
        mut paragraphs,
        left_out,
    } = tagged;
    line::weigh_end_spaces(paragraphs.iter_mut().flat_map(|p| &mut p.lines));
    let mut furniture = turned(pages);
    for (number, page) in (1..).zip(pages) {
        let glyphs = page
            .glyphs
            .iter()
            .filter(|g| g.owner == Owner::Artifact)
            .copied();
        let lines = line::cut(number, glyphs).into_iter().flat_map(Line::cells);
        furniture.extend(lines.map(|l| (furniture::of_artifact(&l, pages), l)));
    }
    let lost = left_out
        .iter()
        .filter(|l| l.text().contains(char::is_alphabetic))
        .count();
    furniture.extend(
        left_out
            .into_iter()
            .map(|l| (furniture::of_artifact(&l, pages), l)),
    );
    // Not every writer says of all its furniture that it is an artifact.
    let repeated = Repeated::count(paragraphs.iter().flat_map(|p| &p.lines), pages);
    let paragraphs = paragraphs.into_iter().filter_map(|mut paragraph| {
        paragraph.lines = repeated.take_out(paragraph.lines, pages, &mut furniture);
        (!paragraph.lines.is_empty()).then_some(paragraph)
    });
    let paragraphs: Vec<Paragraph> = paragraphs.collect();
    let text = paragraphs
        .iter()
        .filter(|p| p.kind != Kind::Note)
        .flat_map(|p| &p.lines);
    let column = Column::measure(text);
    let mut blocks = assemble(paragraphs, &column, pages, furniture);
    if lost > 0 {
        blocks.warnings.push(Warning {
            code: WarningCode::NotCompared,
            place: None,
            detail: Some(lost.to_string()),
        });
    }
    blocks
}

/// The way of a file without tags, or with tags that leave out text.
fn by_place(pages: &[Page]) -> Blocks {
    let mut furniture = turned(pages);
    let mut pieces: Vec<Vec<Line>> = (1..)
        .zip(pages)
        .map(|(number, page)| untagged::pieces(number, page))
        .collect();
    line::weigh_end_spaces(pieces.iter_mut().flatten());
    let repeated = Repeated::count(pieces.iter().flatten(), pages);
    let pieces: Vec<Vec<Line>> = pieces
        .into_iter()
        .map(|lines| repeated.take_out(lines, pages, &mut furniture))
        .collect();
    let column = Column::measure(pieces.iter().flatten());
    let width = pages.iter().map(|p| p.width).fold(0.0, f32::max);
    let paragraphs = untagged::paragraphs(pieces, &column, width);
    let mut blocks = assemble(paragraphs, &column, pages, furniture);
    blocks.warnings.push(Warning {
        code: WarningCode::Untagged,
        place: None,
        detail: None,
    });
    blocks
}

fn load_error(error: LoadPdfError) -> ImportError {
    match error {
        LoadPdfError::Decryption(
            DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm,
        ) => ImportError::Encrypted,
        LoadPdfError::Decryption(error) => ImportError::Damaged {
            reason: format!("{error:?}"),
        },
        LoadPdfError::Invalid => ImportError::Damaged {
            reason: "no pages could be found".into(),
        },
    }
}

fn read_pages(pdf: &Pdf, monitor: &dyn Monitor) -> Result<Vec<Page>, ImportError> {
    let total = pdf.pages().len();
    if total > MAX_PAGES {
        return Err(ImportError::TooLarge {
            limit: format!("{MAX_PAGES} pages"),
        });
    }
    let (mut fonts, layers) = (Fonts::new(), Layers::new(pdf));
    let mut pages = Vec::with_capacity(total);
    let (mut seen, mut budget) = (0, Budget::new());
    for (number, page) in pdf.pages().iter().enumerate() {
        if monitor.stop().is_some() {
            return Err(ImportError::Cancelled);
        }
        monitor.progress(Stage::Reading, number as u64, total as u64);
        let page = content::read_page(page, &mut fonts, &layers, seen, &mut budget, monitor)?;
        seen += page.glyphs.len() + page.turned.len();
        pages.push(page);
    }
    Ok(pages)
}

/// Sets notes, masthead and closing lines apart and turns the rest into blocks. `furniture` is what
/// was set aside before.
fn assemble(
    paragraphs: Vec<Paragraph>,
    column: &Column,
    pages: &[Page],
    furniture: Vec<(StrippedKind, Line)>,
) -> Blocks {
    let (body, notes) = apart(paragraphs, column, pages);
    let body = joined(body, column);
    let notes = notes::read(notes, &body);

    let facts = masthead::facts(&[], &[], &furniture);
    let head = if facts.symbol.is_some() {
        masthead::length(&body, column)
    } else {
        0
    };
    let (head, body) = body.split_at(head);
    let (closing, body): (Vec<Paragraph>, Vec<Paragraph>) = body
        .iter()
        .cloned()
        .partition(|p| facts.symbol.is_some() && masthead::is_closing(p, column));
    let own_title = if head.is_empty() {
        None
    } else {
        masthead::own_title(&body)
    };

    let mut out = Blocks {
        facts: masthead::facts(head, &closing, &furniture),
        ..Blocks::default()
    };
    let mut set_aside: Vec<(StrippedKind, Line)> = furniture;
    for (kind, paragraphs) in [
        (StrippedKind::Masthead, head),
        (StrippedKind::Closing, &closing[..]),
    ] {
        set_aside.extend(
            paragraphs
                .iter()
                .flat_map(|p| p.lines.iter().map(move |l| (kind, l.clone()))),
        );
    }
    set_aside.sort_by_key(|(_, line)| line.page);
    out.stripped = set_aside
        .iter()
        .map(|(kind, line)| furniture::stripped(*kind, line))
        .collect();

    let known = notes::marks(&notes);
    // The title of the masthead is the text's, unless the text has one of its own.
    if let (None, Some(title)) = (own_title, &out.facts.title) {
        out.blocks.push(Block {
            role: Role::Title,
            bold: true,
            page: Some(1),
            ..Block::new(title.clone())
        });
    }
    let texts: Vec<Text> = body.iter().map(|p| p.text(&known)).collect();
    let rtl = texts
        .iter()
        .map(|t| &*t.text)
        .filter(|t| bidi::is_rtl_text(t));
    let mirrored = bidi::are_brackets_mirrored(rtl);
    for (at, (paragraph, mut text)) in body.iter().zip(texts).enumerate() {
        let title = own_title == Some(at);
        if mirrored && bidi::is_rtl_text(&text.text) {
            text.text = text.text.chars().map(bidi::mirrored).collect();
        }
        if let Some(block) = block(paragraph, text, column, title) {
            if title {
                out.facts.title = Some(block.text.clone());
            }
            out.blocks.push(block);
        }
    }
    out.footnotes = notes;
    out
}

/// Text that is not upright: never part of the body.
fn turned(pages: &[Page]) -> Vec<(StrippedKind, Line)> {
    (1..)
        .zip(pages)
        .flat_map(|(number, page)| line::cut(number, page.turned.iter().copied()))
        .map(|line| (StrippedKind::Furniture, line))
        .collect()
}

/// Notes apart from the body.
fn apart(
    paragraphs: Vec<Paragraph>,
    column: &Column,
    pages: &[Page],
) -> (Vec<Paragraph>, Vec<Paragraph>) {
    paragraphs.into_iter().partition(|paragraph| {
        let height = pages
            .get(paragraph.page() as usize - 1)
            .map_or(0.0, |p| p.height);
        paragraph.kind != Kind::Note && !notes::is_note(paragraph, column, height)
    })
}

/// Paragraphs that were cut by a page break made whole.
fn joined(paragraphs: Vec<Paragraph>, column: &Column) -> Vec<Paragraph> {
    let mut out: Vec<Paragraph> = Vec::with_capacity(paragraphs.len());
    for mut paragraph in paragraphs {
        match out.last_mut() {
            Some(before) if paragraph::continues(before, &paragraph, column) => {
                before.lines.append(&mut paragraph.lines);
            }
            _ => out.push(paragraph),
        }
    }
    out
}

fn block(paragraph: &Paragraph, text: Text, column: &Column, title: bool) -> Option<Block> {
    if text.text.is_empty() {
        return None;
    }
    let first = paragraph.first()?;
    let bold = paragraph.all(|g| g.looks.bold) && text.text.chars().any(char::is_alphanumeric);
    let role = match paragraph.kind {
        _ if title => Role::Title,
        Kind::Title => Role::Title,
        // Short cells look like headings; those of a head row are bold.
        Kind::Cell if !bold => Role::Body,
        // Word tags many a heading as a plain paragraph, so bold type is left to the rules; a tag
        // counts where nothing else shows the heading.
        Kind::Heading(level) if !bold && text.text.len() <= MAX_HEADING => Role::Heading(level),
        _ => Role::Unknown,
    };
    Some(Block {
        role,
        bold,
        centred: paragraph.is_centred(column),
        size: Some(first.size),
        indent: Some(if first.is_rtl() {
            column.right - first.x1
        } else {
            first.x0 - column.left
        }),
        page: Some(paragraph.page()),
        italics: text.italics,
        note_marks: text.marks,
        ..Block::new(text.text)
    })
}
