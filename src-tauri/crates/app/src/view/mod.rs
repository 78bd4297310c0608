//! The view model: engine types become contract types. UTF-16 and short names are made here.

mod chapters;
mod classes;
mod decisions;
mod documents;
mod excerpt;
mod highlights;
mod names;
mod passages;
mod pieces;
mod report;
mod rows;

pub(crate) use chapters::chapters;
pub(crate) use classes::class_totals;
pub(crate) use decisions::decision_view;
pub(crate) use documents::document_view;
pub(crate) use highlights::highlights;
pub(crate) use names::{class_name, format as format_name, granularity, regime_choice};
pub(crate) use passages::Proposals;
pub(crate) use report::{draft_report, kept_report, reading_report};
pub(crate) use rows::{heads, row_view};

use std::sync::Arc;

use wsis_compare::{Changes, Comparison, Difference, LinkIndex, LinkKind, Row};
use wsis_document::Document;
use wsis_store::ManualLinkRow;

use crate::comparing::Basis;
use crate::contract::{ChapterView, ComparisonView, CutView, DecisionView, RowHead, SummaryView};

/// A comparison with all that its views are made from.
pub(crate) struct Opened {
    pub id: String,
    pub left: Arc<Document>,
    pub right: Arc<Document>,
    /// Tracked changes of the files of the two, the older text's first.
    pub proposals: [Arc<Proposals>; 2],
    /// What is known of the two, for the next comparison.
    pub basis: Arc<Basis>,
    pub comparison: Comparison,
    pub rows: Vec<Row>,
    pub chapters: Vec<ChapterView>,
    pub heads: Vec<RowHead>,
    /// What people decided about the two texts, the oldest first.
    pub decisions: Vec<DecisionView>,
    /// Position in `comparison.differences` for each link.
    differences: Vec<Option<u32>>,
}

impl Opened {
    /// Lays a comparison out. Linear.
    pub fn new(
        id: String,
        left: Arc<Document>,
        right: Arc<Document>,
        proposals: [Arc<Proposals>; 2],
        basis: Arc<Basis>,
        comparison: Comparison,
        decisions: &[ManualLinkRow],
    ) -> Self {
        let rows = wsis_compare::rows(&left, &right, &comparison);
        let mut differences = vec![None; comparison.links.len()];
        for (at, difference) in comparison.differences.iter().enumerate() {
            if let Some(slot) = differences.get_mut(difference.link.0 as usize) {
                *slot = Some(at as u32);
            }
        }
        let mut opened = Opened {
            id,
            left,
            right,
            proposals,
            basis,
            comparison,
            rows,
            chapters: Vec::new(),
            heads: Vec::new(),
            decisions: Vec::new(),
            differences,
        };
        opened.heads = heads(&opened);
        opened.chapters = chapters(&opened);
        opened.decisions = decisions
            .iter()
            .map(|row| decision_view(row, Some(&opened.left), Some(&opened.right), &opened.heads))
            .collect();
        opened
    }

    /// The difference of a link, if it has one.
    pub fn difference(&self, link: LinkIndex) -> Option<&Difference> {
        let at = (*self.differences.get(link.0 as usize)?)?;
        self.comparison.differences.get(at as usize)
    }

    /// The changes of a link.
    pub fn changes(&self, link: LinkIndex) -> Changes<'_> {
        let difference = self.difference(link);
        Changes::new(&self.left, &self.right, &self.comparison, link, difference)
    }

    /// The comparison as the window first sees it, but for what can be undone.
    pub fn view(&self) -> ComparisonView {
        let settings = &self.comparison.settings;
        ComparisonView {
            id: self.id.clone(),
            left: document_view(&self.left),
            right: document_view(&self.right),
            regime: names::regime(self.comparison.regime).to_owned(),
            kept: self.comparison.kept,
            regime_choice: names::regime_choice(settings.regime).to_owned(),
            granularity: names::granularity(settings.granularity).to_owned(),
            classes: class_totals(&self.heads, &self.comparison),
            chapters: self.chapters.clone(),
            rows: self.heads.clone(),
            summary: self.summary(),
            highlights: highlights(self),
            cuts: self
                .comparison
                .precision
                .cuts
                .iter()
                .map(|cut| CutView {
                    stage: cut.stage.clone(),
                    skipped: cut.skipped,
                })
                .collect(),
            notices: self
                .comparison
                .notices
                .iter()
                .map(|notice| names::notice(*notice).to_owned())
                .collect(),
            decisions: self.decisions.clone(),
            undo: false,
            redo: false,
        }
    }

    fn summary(&self) -> SummaryView {
        let links = &self.comparison.links;
        let count = |kinds: &[LinkKind]| {
            links
                .iter()
                .filter(|link| kinds.contains(&link.kind))
                .count() as u32
        };
        let headed = |kind: &str| {
            self.chapters
                .iter()
                .filter(|chapter| chapter.kind == kind)
                .count() as u32
        };
        SummaryView {
            chapters: self.right.sections.len() as u32,
            chapters_new: headed("new"),
            chapters_dropped: headed("dropped"),
            right_paragraphs: self.right.paragraphs.len() as u32,
            left_paragraphs: self.left.paragraphs.len() as u32,
            same: count(&[LinkKind::Same]),
            revised: count(&[LinkKind::Revised]),
            moved: count(&[LinkKind::Moved, LinkKind::MovedRevised]),
            split: count(&[LinkKind::Split]),
            merged: count(&[LinkKind::Merged]),
            related: count(&[LinkKind::Related]),
            added: count(&[LinkKind::Added]),
            removed: count(&[LinkKind::Removed]),
            changes: self.heads.iter().map(|head| head.changes).sum(),
            words_removed: self.comparison.summary.words_removed,
            words_added: self.comparison.summary.words_added,
        }
    }
}
