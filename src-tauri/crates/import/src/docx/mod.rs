//! WordprocessingML, read by our own reader over `zip`: no crate resolves
//! automatic numbers, moved text and custom note marks together.

mod comments;
mod facts;
mod notes;
mod numbering;
mod numerals;
#[cfg(test)]
mod oracle;
mod package;
mod story;
mod styles;
mod symbol;

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};
use wsis_document::{Label, Monitor, Stripped, StrippedKind, Warning, WarningCode};

use crate::xml;
use crate::{Beside, Block, Blocks, Comment, ImportError, Revisions, Role};
use notes::Notes;
use numbering::Numbering;
use package::Package;
use story::{Change, Paragraph, Story};
use styles::{Part, Styles};

/// Reads the file into blocks: the body in reading order, notes apart, headers and footers set
/// aside, tracked changes taken as `revisions` says.
///
/// # Errors
/// [`ImportError::Damaged`], [`ImportError::Encrypted`], [`ImportError::TooLarge`] by the bounds
/// of the package, [`ImportError::Cancelled`].
///
/// # Cost
/// Linear in the unpacked parts.
pub fn read(
    bytes: &[u8],
    revisions: Revisions,
    monitor: &dyn Monitor,
) -> Result<Blocks, ImportError> {
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
    let mut body = story::read(&body, &styles, &mut numbering, revisions)?;
    check(monitor)?;

    let mut out = Blocks::default();
    if let Some(part) = package.part("docProps/custom.xml")? {
        out.facts = facts::properties(&part)?;
    }
    let mut notes = Notes::default();
    for (name, endnotes) in [("footnotes.xml", false), ("endnotes.xml", true)] {
        if let Some(part) = package.sibling(name)? {
            let mut story = story::read(&part, &styles, &mut numbering, revisions)?;
            body.revisions += story.revisions;
            body.hidden.append(&mut story.hidden);
            notes.add(story, endnotes);
        }
    }
    let mut comments = FxHashMap::default();
    if let Some(part) = package.sibling("comments.xml")? {
        let story = story::read(&part, &styles, &mut Numbering::default(), revisions)?;
        let extended = package.sibling("commentsExtended.xml")?;
        comments = comments::read(&part, extended.as_deref(), story.paragraphs)?;
        take_job_tags(&mut comments, &mut out);
    }
    set_aside_margins(&mut package, &styles, revisions, &mut out)?;
    tell(&mut body, revisions, &mut out);
    let mut margin = Margin {
        notes,
        comments,
        homeless: Beside::default(),
    };
    out.blocks.reserve(body.paragraphs.len());
    for paragraph in body.paragraphs {
        margin.block(paragraph, &styles, &mut out);
    }
    margin.finish(body.changes, body.comments, &mut out);
    Ok(out)
}

fn check(monitor: &dyn Monitor) -> Result<(), ImportError> {
    if monitor.stop().is_some() {
        Err(ImportError::Cancelled)
    } else {
        Ok(())
    }
}

/// Says what was done with the parts of the body that are not in the blocks.
fn tell(body: &mut Story, revisions: Revisions, out: &mut Blocks) {
    let mut warn = |code, place: Option<&str>, count: u32| {
        if count > 0 {
            out.warnings.push(Warning {
                code,
                place: place.map(str::to_owned),
                detail: Some(count.to_string()),
            });
        }
    };
    let taken = match revisions {
        Revisions::Accepted => WarningCode::RevisionsAccepted,
        Revisions::Rejected => WarningCode::RevisionsRejected,
    };
    warn(taken, None, body.revisions);
    warn(WarningCode::NotCompared, Some("pictures"), body.pictures);
    warn(WarningCode::NotCompared, Some("embedded"), body.embedded);
    for text in body.hidden.drain(..) {
        set_aside(StrippedKind::Hidden, text.trim().to_owned(), out);
    }
}

fn set_aside(kind: StrippedKind, text: String, out: &mut Blocks) {
    out.stripped.push(Stripped {
        kind,
        page: None,
        text,
    });
}

/// Takes out the comments that are none, and what they say: the symbol and the job number.
fn take_job_tags(comments: &mut FxHashMap<i64, Comment>, out: &mut Blocks) {
    comments.retain(|_, comment| {
        if !facts::is_job_tag(&comment.text) {
            return true;
        }
        if out.facts.symbol.is_none() {
            out.facts.symbol = facts::job_tag(&comment.text, "DOC SYMBOL1");
        }
        if let Some(number) = facts::job_tag(&comment.text, "JOB NO") {
            set_aside(StrippedKind::JobNumber, number, out);
        }
        false
    });
}

/// Sets headers and footers aside for the import report, each text once.
fn set_aside_margins(
    package: &mut Package<'_>,
    styles: &Styles,
    revisions: Revisions,
    out: &mut Blocks,
) -> Result<(), ImportError> {
    let mut names = package.siblings("header");
    names.extend(package.siblings("footer"));
    let mut seen = FxHashSet::default();
    for name in names {
        let Some(part) = package.part(&name)? else {
            continue;
        };
        let story = story::read(&part, styles, &mut Numbering::default(), revisions)?;
        for paragraph in story.paragraphs {
            let text = paragraph.text.trim().to_owned();
            if !text.is_empty() && seen.insert(text.clone()) {
                set_aside(StrippedKind::Furniture, text, out);
            }
        }
    }
    Ok(())
}

/// What stands beside the text and waits for its place in it.
struct Margin {
    notes: Notes,
    comments: FxHashMap<i64, Comment>,
    /// What stood beside paragraphs that are no blocks, for the next block.
    homeless: Beside,
}

impl Margin {
    /// A paragraph of the body becomes a block, or is set aside by its style.
    fn block(&mut self, paragraph: Paragraph, styles: &Styles, out: &mut Blocks) {
        let bold = paragraph.is_bold();
        let style = styles.part(paragraph.style.as_deref());
        let bullet = paragraph.label.is_none() && paragraph.properties.list.is_some_and(|l| l > 0);
        let Paragraph {
            text,
            label,
            mut italics,
            marks,
            comments,
            mut changes,
            properties,
            in_table,
            contents,
            ..
        } = paragraph;
        let mut commented = self.placed(comments);
        let mut note_marks = Vec::new();
        for (at, mark) in marks {
            let (printed, note) = self.notes.print(mark);
            note_marks.push((at, printed));
            if let Some(note) = note {
                let ids = note.comments.into_iter().map(|id| (id, at..at));
                commented.extend(self.placed(ids.collect()));
                // The words of a note are not in the text that its mark stands in.
                changes.extend(note.changes.into_iter().map(|mut change| {
                    change.change.passage = at..at;
                    change
                }));
            }
        }
        let mut beside = Beside {
            comments: commented,
            tracked: changes.into_iter().map(|change| change.change).collect(),
        };
        if text.trim().is_empty() {
            return self.put_off(beside);
        }
        let (label, text) = match label {
            // What is printed before the text and is no label is part of it.
            Some(printed) if Label::parse(&printed).is_none() => {
                let before = format!("{printed}\t");
                let shift = before.len() as u32;
                for range in &mut italics {
                    *range = range.start + shift..range.end + shift;
                }
                for (at, _) in &mut note_marks {
                    *at += shift;
                }
                beside.move_by(shift);
                (None, before + &text)
            }
            label => (label, text),
        };
        let role = match style {
            Part::Block(_) if contents => Err(StrippedKind::Furniture),
            Part::Contents => Err(StrippedKind::Furniture),
            Part::Masthead => Err(StrippedKind::Masthead),
            Part::Block(Role::Unknown) => Ok(match properties.outline {
                Some(level @ 0..=8) => Role::Heading(level + 1),
                _ if in_table || bullet => Role::Body,
                _ => Role::Unknown,
            }),
            Part::Block(role) => Ok(role),
        };
        let role = match role {
            Ok(role) => role,
            Err(kind) => {
                set_aside(kind, text, out);
                return self.put_off(beside);
            }
        };
        let mut whole = std::mem::take(&mut self.homeless);
        whole.append(beside, 0);
        out.blocks.push(Block {
            role,
            label,
            italics,
            note_marks,
            bold,
            centred: properties.centred == Some(true),
            size: properties.size.map(|half| f32::from(half) / 2.0),
            beside: whole,
            ..Block::new(text)
        });
    }

    /// The comments of these ids, at their places.
    fn placed(&mut self, places: Vec<(i64, Range<u32>)>) -> Vec<Comment> {
        let found = places.into_iter().filter_map(|(id, passage)| {
            let comment = self.comments.remove(&id)?;
            Some(Comment { passage, ..comment })
        });
        found.collect()
    }

    /// Keeps what stands beside words that are in no block for the next one.
    fn put_off(&mut self, beside: Beside) {
        self.homeless.append(beside.without_words(), 0);
    }

    /// What is left when the text has been read.
    fn finish(mut self, changes: Vec<Change>, comments: Vec<i64>, out: &mut Blocks) {
        let comments = comments.into_iter().map(|id| (id, 0..0)).collect();
        let comments = self.placed(comments);
        let tracked = changes.into_iter().map(|change| change.change).collect();
        self.put_off(Beside { comments, tracked });
        let (found, unmarked) = std::mem::take(&mut self.notes).finish();
        out.footnotes = found;
        for note in unmarked {
            let comments = note.comments.into_iter().map(|id| (id, 0..0)).collect();
            let comments = self.placed(comments);
            let tracked = note
                .changes
                .into_iter()
                .map(|change| change.change)
                .collect();
            self.put_off(Beside { comments, tracked });
        }
        // Word shows no comment that the text does not refer to, but for answers.
        let mut rest: Vec<(i64, Comment)> = self.comments.drain().collect();
        rest.sort_unstable_by_key(|(id, _)| *id);
        let rest = rest.into_iter().map(|(_, comment)| comment);
        self.homeless
            .comments
            .extend(rest.filter(|comment| comment.reply_to.is_some()));
        out.beside = self.homeless;
    }
}
