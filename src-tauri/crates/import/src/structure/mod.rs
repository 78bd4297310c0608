//! Blocks become a [`Document`]: what stands around the text is set apart, headings make
//! sections, labels make numbered paragraphs and items.

mod beside;
mod brackets;
mod heading;
mod line;
mod numbering;
mod opening;
mod preamble;
mod runs;
mod terms;

use rustc_hash::FxHashSet;
use wsis_document::{
    Document, DocumentId, Footnote, Label, LabelKind, Language, Paragraph, Section, SectionIndex,
    Source, Stripped, StrippedKind, Warning, WarningCode, normalize,
};

use crate::correction::{self, Correction, Corrections, Place};
use crate::imported::{Became, Outlined};
use crate::{Blocks, Comment, ImportError, Options, TrackedChange};
use beside::Sidelines;
use heading::Levels;
use line::Line;
use numbering::{Numbering, is_label};
use opening::Fate;
use preamble::Part;

/// A text, and what became of each piece of the file in it.
pub(crate) struct Assembled {
    pub document: Document,
    /// In reading order.
    pub outline: Vec<Outlined>,
    /// Where each piece of [`Document::stripped`] stood.
    pub stripped_places: Vec<Place>,
    /// Corrections that hold.
    pub applied: Vec<Correction>,
    /// What the text alone says its language is.
    pub detected: Language,
    /// In the order of the text.
    pub comments: Vec<Comment>,
    /// In the order of the text.
    pub tracked: Vec<TrackedChange>,
}

/// Finds chapters, opening paragraphs, numbered paragraphs, items and notes, as the rules have it
/// and, where a person corrected them, as that person says; brings comments and tracked changes
/// to their paragraphs.
///
/// # Errors
/// [`ImportError::NoText`] where nothing is left that could be compared.
///
/// # Cost
/// Linear in the text.
pub(crate) fn assemble(
    blocks: Blocks,
    source: Source,
    options: &Options,
) -> Result<Assembled, ImportError> {
    let Blocks {
        blocks,
        footnotes,
        stripped,
        mut warnings,
        facts,
        beside,
    } = blocks;
    let corrected = correction::apply(blocks, stripped, &options.corrections.pieces);
    let (mut stripped, mut stripped_places): (Vec<Stripped>, Vec<Place>) = corrected
        .stripped
        .into_iter()
        .chain(corrected.dropped)
        .unzip();
    let mut lines = Vec::with_capacity(corrected.pieces.len());
    lines.extend(corrected.pieces.into_iter().filter_map(Line::new));
    runs::hold(&mut lines);
    let opening = opening::read(&lines, &facts, &stripped);
    let sample = sample(&lines);
    let detected = Language::detect(&sample);
    let said = options.language.as_deref().or(facts.language.as_deref());
    let language = said.map_or_else(|| detected.clone(), Language::new);
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
    let mut outline = Vec::with_capacity(lines.len());
    let headings = heading::find(&lines, &opening.fates);
    let mut contents = false;
    let parts = preamble::parts(&lines, &opening.fates, &headings, &language);
    let mut rest = lines.into_iter().zip(opening.fates).peekable();
    for (heading, part) in headings.into_iter().zip(parts) {
        let Some((line, fate)) = rest.next() else {
            break;
        };
        let mut outlined = Outlined::of(line.place, line.block.page, &line.text);
        let mut set_aside = |kind| {
            stripped.push(Stripped {
                kind,
                page: line.block.page,
                text: line.whole.clone(),
            });
            stripped_places.push(line.place);
            Became::SetAside(stripped.len() as u32 - 1)
        };
        let beside = line.block.beside.clone();
        outlined.became = match fate {
            Fate::Title => Became::Title,
            Fate::Masthead => set_aside(StrippedKind::Masthead),
            Fate::Closing => set_aside(StrippedKind::Closing),
            Fate::Front => text.front_matter(line),
            Fate::Text => {
                let next = rest
                    .peek()
                    .filter(|(_, fate)| *fate == Fate::Text)
                    .map(|(l, _)| l);
                let said = line.said.role.is_some();
                if said {
                    contents = false;
                } else if heading {
                    contents = terms::is_contents(&line.text);
                }
                if contents {
                    set_aside(StrippedKind::Furniture)
                } else if heading {
                    text.heading(line)
                } else {
                    text.paragraph(line, next, part)
                }
            }
        };
        if !matches!(outlined.became, Became::Paragraph(_)) {
            text.sidelines.elsewhere(beside);
        }
        outline.push(outlined);
    }
    text.sidelines.elsewhere(corrected.beside);
    let Assembly {
        sections,
        paragraphs,
        numbering,
        sidelines,
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
    warnings.extend(brackets::warnings(&paragraphs));
    warnings.extend(corrected.unapplied.into_iter().map(|lost| Warning {
        code: WarningCode::CorrectionLost,
        place: None,
        detail: Some(lost.words),
    }));

    let Corrections {
        title,
        symbol,
        date,
        ..
    } = &options.corrections;
    let given = |by_hand: &Option<String>, found: Option<String>| match by_hand {
        Some(given) => Some(normalize(given)).filter(|given| !given.is_empty()),
        None => found,
    };
    let draft = Document {
        id: DocumentId::default(),
        symbol: given(symbol, opening.symbol),
        title: given(title, opening.title).unwrap_or_else(|| file_stem(&source.file_name)),
        date: given(date, opening.date),
        language,
        source,
        sections,
        paragraphs,
        footnotes,
        stripped,
        warnings,
    };
    let document = draft.sealed();
    let (comments, tracked) = sidelines.finish(beside, &document.paragraphs);
    Ok(Assembled {
        document,
        comments,
        tracked,
        outline,
        stripped_places,
        applied: corrected.applied,
        detected,
    })
}

/// Sections and paragraphs, as far as the lines have been read.
#[derive(Default)]
struct Assembly {
    sections: Vec<Section>,
    paragraphs: Vec<Paragraph>,
    numbering: Numbering,
    levels: Levels,
    sidelines: Sidelines,
}

impl Assembly {
    fn front_matter(&mut self, mut line: Line) -> Became {
        line.refuse_label();
        let place = self.numbering.front_matter();
        self.push(line, place)
    }

    fn heading(&mut self, mut line: Line) -> Became {
        // `Annex I` and its title are two lines of one heading.
        if line.label.is_none()
            && let Some(last) = self.sections.last_mut()
            && last.heading.is_empty()
            && last.paragraphs.start == self.paragraphs.len() as u32
        {
            let text = line.into_text();
            last.heading = text.text;
            last.note_marks = text.note_marks;
            self.numbering.close_lists();
            return Became::Section(self.sections.len() as u32 - 1);
        }
        let level = self.levels.next(&line);
        self.numbering.heading(line.label.as_ref(), level);
        let parent = self
            .sections
            .iter()
            .rposition(|section| section.level < level);
        let at = self.paragraphs.len() as u32;
        let label = line.label.take();
        let text = line.into_text();
        self.sections.push(Section {
            parent: parent.map(|index| SectionIndex(index as u32)),
            level,
            label,
            heading: text.text,
            note_marks: text.note_marks,
            paragraphs: at..at,
        });
        Became::Section(self.sections.len() as u32 - 1)
    }

    fn paragraph(&mut self, mut line: Line, next: Option<&Line>, part: Part) -> Became {
        if line.label.is_some() && !is_label(&line) {
            line.refuse_label();
        }
        let next: Option<&Label> = next.and_then(|next| next.label.as_ref());
        let place = match (part, line.label.as_ref()) {
            (Part::Opening, None) => self.numbering.preambular(None),
            (Part::Opening, Some(label)) if label.kind == LabelKind::Number => {
                self.numbering.preambular(Some(label))
            }
            (Part::Unnumbered, None) => self.numbering.unnumbered(),
            (_, label) => self.numbering.next(label, next, line.block.ordinal),
        };
        self.push(line, place)
    }

    fn push(&mut self, line: Line, place: numbering::Place) -> Became {
        let page = line.block.page;
        let text = line.into_text();
        self.sidelines.paragraph(&place.id, text.beside);
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
        Became::Paragraph(self.paragraphs.len() as u32 - 1)
    }
}

/// As much of the text as tells its language.
fn sample(lines: &[Line]) -> String {
    let mut sample = String::new();
    for line in lines {
        sample.push_str(&line.whole);
        sample.push('\n');
        // No character has more than four bytes.
        if sample.len() > 4 * Language::SAMPLE {
            break;
        }
    }
    sample
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
