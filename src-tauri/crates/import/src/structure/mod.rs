//! Blocks become a [`Document`]: what stands around the text is set apart, headings make
//! sections, labels make numbered paragraphs and items.

mod heading;
mod line;
mod numbering;
mod opening;
mod terms;

use rustc_hash::FxHashSet;
use wsis_document::{
    Document, DocumentId, Footnote, Label, Language, Paragraph, Section, SectionIndex, Source,
    Stripped, StrippedKind, Warning, WarningCode, normalize,
};

use crate::{Blocks, Facts, ImportError, Options};
use heading::{Levels, Looks, is_heading};
use line::Line;
use numbering::{Numbering, is_label};
use opening::Fate;

/// Finds chapters, opening paragraphs, numbered paragraphs, items and notes.
///
/// # Errors
/// [`ImportError::NoText`] where nothing is left that could be compared.
///
/// # Cost
/// Linear in the text.
pub fn assemble(
    blocks: Blocks,
    source: Source,
    options: &Options,
) -> Result<Document, ImportError> {
    let Blocks {
        blocks,
        footnotes,
        mut stripped,
        mut warnings,
        facts,
    } = blocks;
    let lines: Vec<Line> = blocks.into_iter().filter_map(Line::new).collect();
    let opening = opening::read(&lines, &facts, &stripped);
    let language = language(&lines, &facts, options);
    let footnotes: Vec<Footnote> = footnotes
        .into_iter()
        .map(|(mark, text)| Footnote {
            mark,
            text: normalize(&text),
        })
        .filter(|note| !note.text.is_empty())
        .collect();
    match_notes(&lines, &footnotes, &mut warnings);

    let mut text = Assembly::default();
    let looks = Looks::of(&lines);
    let mut contents = false;
    let mut rest = lines.into_iter().zip(opening.fates).peekable();
    while let Some((line, fate)) = rest.next() {
        let set_aside = |kind| Stripped {
            kind,
            page: line.block.page,
            text: line.whole.clone(),
        };
        match fate {
            Fate::Title => {}
            Fate::Masthead => stripped.push(set_aside(StrippedKind::Masthead)),
            Fate::Closing => stripped.push(set_aside(StrippedKind::Closing)),
            Fate::Front => text.front_matter(line),
            Fate::Text => {
                let next = rest
                    .peek()
                    .filter(|(_, fate)| *fate == Fate::Text)
                    .map(|(l, _)| l);
                let heading = is_heading(&line, next, &looks);
                contents = if heading {
                    terms::is_contents(&line.text)
                } else {
                    contents
                };
                if contents {
                    stripped.push(set_aside(StrippedKind::Furniture));
                } else if heading {
                    text.heading(line);
                } else {
                    text.paragraph(line, next);
                }
            }
        }
    }
    let Assembly {
        sections,
        paragraphs,
        numbering,
        ..
    } = text;
    if paragraphs.is_empty() && sections.is_empty() && opening.title.is_none() {
        return Err(ImportError::NoText);
    }
    let missing = |code| Warning {
        code,
        place: None,
        detail: None,
    };
    if !numbering.has_numbers() {
        warnings.push(missing(WarningCode::NoNumbers));
    }
    if sections.is_empty() {
        warnings.push(missing(WarningCode::NoHeadings));
    }
    warnings.extend(numbering.warnings);

    let title = opening
        .title
        .unwrap_or_else(|| file_stem(&source.file_name));
    let (symbol, date) = (opening.symbol, opening.date);
    let draft = Document {
        id: DocumentId::default(),
        symbol,
        title,
        date,
        language,
        source,
        sections,
        paragraphs,
        footnotes,
        stripped,
        warnings,
    };
    Ok(draft.sealed())
}

/// Sections and paragraphs, as far as the lines have been read.
#[derive(Default)]
struct Assembly {
    sections: Vec<Section>,
    paragraphs: Vec<Paragraph>,
    numbering: Numbering,
    levels: Levels,
}

impl Assembly {
    fn front_matter(&mut self, mut line: Line) {
        line.refuse_label();
        let place = self.numbering.front_matter();
        self.push(line, place);
    }

    fn heading(&mut self, line: Line) {
        self.numbering.heading();
        // `Annex I` and its title are two lines of one heading.
        if line.label.is_none()
            && let Some(last) = self.sections.last_mut()
            && last.heading.is_empty()
            && last.paragraphs.start == self.paragraphs.len() as u32
        {
            last.heading = line.text;
            return;
        }
        let level = self.levels.next(&line);
        let parent = self
            .sections
            .iter()
            .rposition(|section| section.level < level);
        let at = self.paragraphs.len() as u32;
        self.sections.push(Section {
            parent: parent.map(|index| SectionIndex(index as u32)),
            level,
            label: line.label,
            heading: line.text,
            paragraphs: at..at,
        });
    }

    fn paragraph(&mut self, mut line: Line, next: Option<&Line>) {
        if line.label.is_some() && !is_label(&line) {
            line.refuse_label();
        }
        let next: Option<&Label> = next.and_then(|next| next.label.as_ref());
        let place = self.numbering.next(line.label.as_ref(), next);
        self.push(line, place);
    }

    fn push(&mut self, line: Line, place: numbering::Place) {
        let page = line.block.page;
        let text = line.into_text();
        self.paragraphs.push(Paragraph {
            id: place.id,
            section: self
                .sections
                .len()
                .checked_sub(1)
                .map(|last| SectionIndex(last as u32)),
            parent: place.parent,
            kind: place.kind,
            label: place.label,
            text: text.text,
            italics: text.italics,
            note_marks: text.note_marks,
            page,
        });
        if let Some(section) = self.sections.last_mut() {
            section.paragraphs.end = self.paragraphs.len() as u32;
        }
    }
}

/// What the user says, else the file, else the text.
fn language(lines: &[Line], facts: &Facts, options: &Options) -> Language {
    let said = options.language.as_deref().or(facts.language.as_deref());
    said.map(Language::new).unwrap_or_else(|| {
        let mut sample = String::new();
        for line in lines {
            sample.push_str(&line.whole);
            sample.push('\n');
            if sample.len() > 200_000 {
                break;
            }
        }
        Language::detect(&sample)
    })
}

/// Warns of marks without a note and notes without a mark. A note may have several marks.
fn match_notes(lines: &[Line], footnotes: &[Footnote], warnings: &mut Vec<Warning>) {
    let noted: FxHashSet<&str> = footnotes.iter().map(|note| note.mark.as_str()).collect();
    let marks = || {
        lines
            .iter()
            .flat_map(|line| &line.block.note_marks)
            .map(|(_, mark)| &**mark)
    };
    let marked: FxHashSet<&str> = marks().collect();
    let mut warned = FxHashSet::default();
    let alone = marks().filter(|mark| !noted.contains(mark));
    let notes = footnotes
        .iter()
        .map(|note| &*note.mark)
        .filter(|mark| !marked.contains(mark));
    for mark in alone.chain(notes) {
        if warned.insert(mark) {
            warnings.push(Warning {
                code: WarningCode::NoteUnmatched,
                place: None,
                detail: Some(mark.to_owned()),
            });
        }
    }
}

fn file_stem(name: &str) -> String {
    name.rsplit_once('.')
        .map_or(name, |(stem, _)| stem)
        .to_owned()
}
