//! A made-up pair of texts with a comparison made by hand, for the tests of this crate.

use wsis_compare::{
    Comparison, Difference, ENGINE_VERSION, Evidence, HeadingMarkChange, Link, LinkIndex, LinkKind,
    ManualAction, ManualLink, MarkChange, Op, Precision, Regime, SectionLink, SectionLinkKind,
    Segment, SegmentClass, Settings, Summary, Tier,
};
use wsis_document::{
    Document, DocumentId, Footnote, Format, Label, LabelKind, Language, NoteMark, Origin,
    Paragraph, ParagraphIndex, ParagraphKind, Section, SectionIndex, Source, Stripped,
    StrippedKind, Warning, WarningCode,
};
use wsis_notes::{Anchor, Note, NoteId, NoteState};

use crate::Decision;

/// Two documents and what became of the first in the second.
pub(crate) struct Sample {
    pub(crate) left: Document,
    pub(crate) right: Document,
    pub(crate) comparison: Comparison,
}

/// Harbour rules in two versions: one paragraph of every fate but merged and related.
pub(crate) fn harbour() -> Sample {
    let left = document(
        "T/1",
        "2015-05-01",
        vec![
            section(None, 1, Some("1"), "Ships", 1..2),
            section(Some(0), 2, Some("1.1"), "Lights", 2..4),
            section(None, 1, Some("2"), "Fees", 4..5),
        ],
        vec![
            paragraph("P1", None, "The harbour board meets."),
            paragraph("1", Some(0), "Ships keep to the right."),
            paragraph("2", Some(1), "A lamp burns all night."),
            paragraph("3", Some(1), "Green is right. Red is left."),
            paragraph("4", Some(2), "Fees are paid in silver."),
        ],
    );
    let right = document(
        "T/2",
        "2025-05-01",
        vec![
            section(None, 1, None, "Ships", 1..2),
            section(None, 1, None, "Lamps and buoys", 2..4),
            section(None, 1, None, "Tides", 4..6),
        ],
        vec![
            paragraph("P1", None, "The harbour board meets."),
            paragraph("1", Some(0), "Boats keep to the right."),
            paragraph("2", Some(1), "Green is right."),
            paragraph("3", Some(1), "Red is left."),
            paragraph("4", Some(2), "A lamp burns all night."),
            paragraph("5", Some(2), "Tides are read at noon."),
        ],
    );
    let links = vec![
        link(&[0], &[0], LinkKind::Same, Tier::Identical, 1.0),
        link(&[1], &[1], LinkKind::Revised, Tier::Revised, 0.8),
        link(&[3], &[2, 3], LinkKind::Split, Tier::Probable, 0.9),
        link(&[4], &[], LinkKind::Removed, Tier::Unlinked, 0.0),
        link(&[2], &[4], LinkKind::Moved, Tier::Identical, 1.0),
        link(&[], &[5], LinkKind::Added, Tier::Unlinked, 0.0),
    ];
    let differences = vec![
        difference(
            1,
            &[
                (Op::Removed, "Ships"),
                (Op::Added, "Boats"),
                (Op::Equal, " keep to the right."),
            ],
        ),
        difference(
            2,
            &[
                (Op::Equal, "Green is right."),
                (Op::Removed, " "),
                (Op::Added, "\n"),
                (Op::Equal, "Red is left."),
            ],
        ),
    ];
    let section_links = vec![
        section_link(&[0], &[0], SectionLinkKind::Carried),
        section_link(&[1], &[1], SectionLinkKind::Carried),
        section_link(&[2], &[], SectionLinkKind::Dropped),
        section_link(&[], &[2], SectionLinkKind::New),
    ];
    let comparison = Comparison {
        left: left.id.clone(),
        right: right.id.clone(),
        settings: Settings::default(),
        engine_version: ENGINE_VERSION,
        regime: Regime::Revision,
        kept: 0.5,
        section_links,
        links,
        suggestions: vec![link(
            &[4],
            &[5],
            LinkKind::Related,
            Tier::RelatedPhrases,
            0.25,
        )],
        differences,
        mark_changes: vec![],
        heading_marks: vec![],
        summary: Summary {
            left_paragraphs: 5,
            right_paragraphs: 6,
            same: 1,
            ..Summary::default()
        },
        precision: Precision::default(),
        notices: vec![],
    };
    Sample {
        left,
        right,
        comparison,
    }
}

/// A document in English read from a file.
pub(crate) fn document(
    symbol: &str,
    date: &str,
    sections: Vec<Section>,
    paragraphs: Vec<Paragraph>,
) -> Document {
    Document {
        id: DocumentId::default(),
        symbol: Some(symbol.into()),
        title: "Rules of the harbour".into(),
        date: Some(date.into()),
        language: Language::new("en"),
        source: Source {
            file_name: "harbour.txt".into(),
            format: Format::Plain,
            sha256: "00".into(),
            origin: Origin::File,
        },
        sections,
        paragraphs,
        footnotes: vec![Footnote {
            mark: "1".into(),
            text: "Board paper 7.".into(),
        }],
        stripped: vec![Stripped {
            kind: StrippedKind::PageNumber,
            page: Some(2),
            text: "2/3".into(),
        }],
        warnings: vec![Warning {
            code: WarningCode::NumberingGap,
            place: Some("4".into()),
            detail: None,
        }],
    }
    .sealed()
}

/// A heading over a range of paragraphs.
pub(crate) fn section(
    parent: Option<u32>,
    level: u8,
    label: Option<&str>,
    heading: &str,
    paragraphs: std::ops::Range<u32>,
) -> Section {
    Section {
        parent: parent.map(SectionIndex),
        level,
        label: label.map(|text| Label::new(LabelKind::Dotted, text)),
        heading: heading.into(),
        note_marks: Vec::new(),
        paragraphs,
    }
}

/// A paragraph; numbered where its id is a number. Its first word is in italics, and a footnote
/// mark stands at its end.
pub(crate) fn paragraph(id: &str, section: Option<u32>, text: &str) -> Paragraph {
    let numbered = id.starts_with(|c: char| c.is_ascii_digit());
    let first_word = text.find(' ').unwrap_or(text.len()) as u32;
    Paragraph {
        id: id.into(),
        section: section.map(SectionIndex),
        parent: None,
        kind: if numbered {
            ParagraphKind::Operative
        } else {
            ParagraphKind::Preambular
        },
        label: numbered.then(|| Label::new(LabelKind::Number, id)),
        text: text.into(),
        italics: std::iter::once(0..first_word)
            .filter(|r| !r.is_empty())
            .collect(),
        note_marks: vec![NoteMark {
            at: text.len() as u32,
            mark: "1".into(),
        }],
        page: Some(1),
    }
}

/// A link between paragraphs by their indices.
pub(crate) fn link(left: &[u32], right: &[u32], kind: LinkKind, tier: Tier, score: f32) -> Link {
    Link {
        left: left.iter().copied().map(ParagraphIndex).collect(),
        right: right.iter().copied().map(ParagraphIndex).collect(),
        kind,
        tier,
        score,
        evidence: Evidence::default(),
        runner_up: None,
        locked: false,
        movement: None,
        relabelled: false,
    }
}

/// The mark of the second paragraphs, whose footnote says something else in the newer text.
pub(crate) fn other_footnote() -> Vec<MarkChange> {
    let change = |op| MarkChange {
        link: LinkIndex(1),
        op,
        paragraph: ParagraphIndex(1),
        position: 0,
        class: SegmentClass::Citation,
    };
    vec![change(Op::Removed), change(Op::Added)]
}

/// A footnote mark of an older heading goes, and one of a newer heading has another number.
pub(crate) fn heading_footnote(sample: &mut Sample) {
    let mut put = |section: u32, older: bool, mark: &str| {
        let (document, op, class) = if older {
            (&mut sample.left, Op::Removed, SegmentClass::Citation)
        } else {
            (&mut sample.right, Op::Equal, SegmentClass::Label)
        };
        let heading = &mut document.sections[section as usize];
        heading.note_marks = vec![NoteMark {
            at: heading.heading.len() as u32,
            mark: mark.into(),
        }];
        sample.comparison.heading_marks.push(HeadingMarkChange {
            section_link: section,
            op,
            section: SectionIndex(section),
            position: 0,
            class,
        });
    };
    put(0, true, "1");
    put(1, false, "2");
}

/// A difference from its pieces in order.
pub(crate) fn difference(link: u32, pieces: &[(Op, &str)]) -> Difference {
    let (mut left, mut right) = (0u32, 0u32);
    let segments = pieces
        .iter()
        .map(|&(op, text)| {
            let length = text.len() as u32;
            let (from_left, from_right) = (left, right);
            left += if op == Op::Added { 0 } else { length };
            right += if op == Op::Removed { 0 } else { length };
            let class = if op == Op::Equal {
                SegmentClass::None
            } else {
                SegmentClass::Substance
            };
            Segment {
                op,
                left: from_left..left,
                right: from_right..right,
                class,
            }
        })
        .collect();
    Difference {
        link: LinkIndex(link),
        segments,
    }
}

fn section_link(left: &[u32], right: &[u32], kind: SectionLinkKind) -> SectionLink {
    SectionLink {
        left: left.iter().copied().map(SectionIndex).collect(),
        right: right.iter().copied().map(SectionIndex).collect(),
        kind,
        score: 1.0,
    }
}

/// A note on a passage of a document.
pub(crate) fn note(id: &str, document: &Document, paragraph: u32, exact: &str, body: &str) -> Note {
    let paragraph = &document.paragraphs[paragraph as usize];
    let start = paragraph.text.find(exact).unwrap_or(0);
    Note {
        id: NoteId(id.into()),
        document: document.id.clone(),
        anchor: Anchor {
            paragraph: paragraph.id.clone(),
            exact: exact.into(),
            prefix: paragraph.text[..start].into(),
            suffix: paragraph
                .text
                .get(start + exact.len()..)
                .unwrap_or("")
                .into(),
            start: start as u32,
        },
        body: body.into(),
        tags: vec!["EU".into()],
        state: NoteState::Open,
        created: "2026-01-01T00:00:00Z".into(),
        changed: "2026-01-01T00:00:00Z".into(),
        author: String::new(),
        reply_to: None,
    }
}

/// A link that somebody made by hand.
pub(crate) fn decision(left: &[&str], right: &[&str]) -> Decision {
    let ids = |side: &[&str]| side.iter().map(|id| (*id).to_owned()).collect();
    Decision {
        link: ManualLink {
            left: ids(left),
            right: ids(right),
            action: ManualAction::Link,
        },
        author: "Ada".into(),
        made_at: "2026-01-02T03:04:05Z".into(),
        reason: "same ships".into(),
    }
}
