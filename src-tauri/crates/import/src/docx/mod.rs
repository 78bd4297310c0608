//! WordprocessingML, read by our own reader over `zip` and `quick-xml`: no crate resolves
//! automatic numbers, moved text and custom note marks together.

mod facts;
mod numbering;
mod package;
mod story;
mod styles;
mod xml;

use rustc_hash::FxHashMap;
use wsis_document::{Monitor, Stripped, StrippedKind, Warning, WarningCode};

use crate::{Block, Blocks, ImportError, Role};
use numbering::Numbering;
use package::Package;
use story::{Mark, Paragraph};
use styles::{Part, Styles};

/// Reads the file into blocks: the body in reading order, notes apart, headers and footers set
/// aside, tracked changes as if they were accepted.
///
/// # Errors
/// [`ImportError::Damaged`], [`ImportError::Encrypted`], [`ImportError::TooLarge`] by the bounds
/// of the package, [`ImportError::Cancelled`].
///
/// # Cost
/// Linear in the unpacked parts.
pub fn read(bytes: &[u8], monitor: &dyn Monitor) -> Result<Blocks, ImportError> {
    let mut package = Package::open(bytes)?;
    let styles = match package.sibling("styles.xml")? {
        Some(part) => Styles::read(&part)?,
        None => Styles::default(),
    };
    let mut numbering = match package.sibling("numbering.xml")? {
        Some(part) => Numbering::read(&part)?,
        None => Numbering::default(),
    };
    let main = package.main.clone();
    let Some(body) = package.part(&main)? else {
        return Err(xml::damaged("the archive has no main part"));
    };
    check(monitor)?;
    let body = story::read(&body, &styles, &mut numbering)?;
    check(monitor)?;

    let mut out = Blocks::default();
    if let Some(part) = package.part("docProps/custom.xml")? {
        out.facts = facts::properties(&part)?;
    }
    let mut revisions = body.revisions;
    let mut notes = FxHashMap::default();
    for (name, endnote) in [("footnotes.xml", false), ("endnotes.xml", true)] {
        if let Some(part) = package.sibling(name)? {
            let story = story::read(&part, &styles, &mut numbering)?;
            revisions += story.revisions;
            collect(story.paragraphs, |id| (endnote, id), &mut notes);
        }
    }
    if let Some(part) = package.sibling("comments.xml")? {
        let story = story::read(&part, &styles, &mut numbering)?;
        let mut comments = FxHashMap::default();
        collect(story.paragraphs, |id| id, &mut comments);
        note_comments(&comments, &mut out);
    }
    set_aside_margins(&mut package, &styles, &mut out)?;
    if revisions > 0 {
        out.warnings
            .push(warning(WarningCode::RevisionsAccepted, None, revisions));
    }
    if body.pictures > 0 {
        out.warnings.push(warning(
            WarningCode::NotCompared,
            Some("pictures"),
            body.pictures,
        ));
    }
    let mut marks = Marks {
        notes,
        ..Marks::default()
    };
    for paragraph in body.paragraphs {
        block(paragraph, &styles, &mut marks, &mut out);
    }
    out.footnotes = marks.found;
    Ok(out)
}

fn check(monitor: &dyn Monitor) -> Result<(), ImportError> {
    if monitor.stop().is_some() {
        Err(ImportError::Cancelled)
    } else {
        Ok(())
    }
}

fn warning(code: WarningCode, place: Option<&str>, count: u32) -> Warning {
    Warning {
        code,
        place: place.map(str::to_owned),
        detail: Some(count.to_string()),
    }
}

/// The text of each note or comment, its paragraphs on lines.
fn collect<K: std::hash::Hash + Eq>(
    paragraphs: Vec<Paragraph>,
    key: impl Fn(i64) -> K,
    into: &mut FxHashMap<K, String>,
) {
    for paragraph in paragraphs {
        let Some(owner) = paragraph.owner else {
            continue;
        };
        let text = into.entry(key(owner)).or_default();
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&paragraph.text);
    }
}

/// Counts the comments, and takes the symbol from the one that is none.
fn note_comments(comments: &FxHashMap<i64, String>, out: &mut Blocks) {
    let (tags, remarks): (Vec<&String>, Vec<&String>) =
        comments.values().partition(|text| facts::is_job_tag(text));
    if out.facts.symbol.is_none() {
        out.facts.symbol = tags
            .iter()
            .find_map(|text| facts::job_tag(text, "DOC SYMBOL1"));
    }
    if !remarks.is_empty() {
        let count = remarks.len() as u32;
        out.warnings
            .push(warning(WarningCode::NotCompared, Some("comments"), count));
    }
}

/// Sets headers and footers aside for the import report, each text once.
fn set_aside_margins(
    package: &mut Package<'_>,
    styles: &Styles,
    out: &mut Blocks,
) -> Result<(), ImportError> {
    let mut names = package.siblings("header");
    names.extend(package.siblings("footer"));
    for name in names {
        let Some(part) = package.part(&name)? else {
            continue;
        };
        let story = story::read(&part, styles, &mut Numbering::default())?;
        for paragraph in story.paragraphs {
            let text = paragraph.text.trim().to_owned();
            if !text.is_empty() && !out.stripped.iter().any(|piece| piece.text == text) {
                out.stripped.push(Stripped {
                    kind: StrippedKind::Furniture,
                    page: None,
                    text,
                });
            }
        }
    }
    Ok(())
}

/// Notes by their marks, in the order of the marks.
#[derive(Default)]
struct Marks {
    notes: FxHashMap<(bool, i64), String>,
    found: Vec<(String, String)>,
    footnotes: u32,
    endnotes: u32,
}

impl Marks {
    /// The printed mark; its note is found with it.
    fn print(&mut self, mark: Mark) -> String {
        let (printed, key) = match mark {
            Mark::Repeated(printed) => return printed,
            Mark::Automatic { endnote: false, id } => {
                self.footnotes += 1;
                (self.footnotes.to_string(), (false, id))
            }
            Mark::Automatic { endnote: true, id } => {
                self.endnotes += 1;
                (numbering::roman(self.endnotes), (true, id))
            }
            Mark::Custom { endnote, id, mark } => {
                let printed = mark.trim();
                (
                    if printed.is_empty() { "*" } else { printed }.to_owned(),
                    (endnote, id),
                )
            }
        };
        if let Some(text) = self.notes.remove(&key) {
            // A typed mark is typed before the note as well.
            let text = text.trim_start();
            let text = text
                .strip_prefix(&printed)
                .unwrap_or(text)
                .trim()
                .to_owned();
            self.found.push((printed.clone(), text));
        }
        printed
    }
}

/// A paragraph of the body becomes a block, or is set aside by its style.
fn block(paragraph: Paragraph, styles: &Styles, marks: &mut Marks, out: &mut Blocks) {
    let bold = paragraph.is_bold();
    let style = styles.part(paragraph.style.as_deref());
    let bullet = paragraph.label.is_none() && paragraph.properties.list.is_some_and(|l| l > 0);
    let Paragraph {
        text,
        label,
        italics,
        marks: found,
        properties,
        in_table,
        contents,
        ..
    } = paragraph;
    let note_marks: Vec<(u32, String)> = found
        .into_iter()
        .map(|(at, mark)| (at, marks.print(mark)))
        .collect();
    if text.trim().is_empty() {
        return;
    }
    let role = match style {
        Part::Masthead => {
            out.stripped.push(Stripped {
                kind: StrippedKind::Masthead,
                page: None,
                text,
            });
            return;
        }
        Part::Contents => return set_aside_contents(text, out),
        Part::Block(_) if contents => return set_aside_contents(text, out),
        Part::Block(Role::Unknown) => match properties.outline {
            Some(level @ 0..=8) => Role::Heading(level + 1),
            _ if in_table || bullet => Role::Body,
            _ => Role::Unknown,
        },
        Part::Block(role) => role,
    };
    out.blocks.push(Block {
        role,
        text,
        label,
        italics,
        note_marks,
        bold,
        centred: properties.centred == Some(true),
        size: properties.size.map(|half| f32::from(half) / 2.0),
        indent: None,
        page: None,
    });
}

fn set_aside_contents(text: String, out: &mut Blocks) {
    out.stripped.push(Stripped {
        kind: StrippedKind::Furniture,
        page: None,
        text,
    });
}
