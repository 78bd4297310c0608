//! Comparing two texts, and comparing them again when a person has changed something.

use std::borrow::Borrow;

use wsis_document::{Document, Monitor, ParagraphIndex, Stage};

use crate::align::{self, Alignment, Basis};
use crate::differences::{Sides, differences};
use crate::known::Known;
use crate::model::{
    Comparison, Cut, Evidence, Link, ManualLink, Op, Precision, Settings, Summary, Tier,
};
use crate::pace::Pace;
use crate::rows::{Row, rows};
use crate::{ENGINE_VERSION, links, mirror, movement, note_marks, notices, suggestions, summary};

/// Two documents with all that is known of them before anybody has a say: their words, what makes
/// paragraphs alike, and the pairs worth a look. Settings and a person's links change none of it,
/// so whoever keeps it (in an `Arc`, say, with `D = Arc<Document>`) pays for it once.
///
/// Memory: about twice that of the texts.
pub struct Prepared<D> {
    left: D,
    right: D,
    /// Whether the basis has the newer text on its left. It always looks at the two texts in the
    /// same order, so that exchanging them mirrors its answer even where two are equally good.
    swapped: bool,
    basis: Basis,
}

impl<D: Borrow<Document>> Prepared<D> {
    /// Reads both texts. Most of the work of a comparison: near linear in the words.
    pub fn new(left: D, right: D, monitor: &dyn Monitor) -> Self {
        monitor.progress(Stage::Aligning, 0, 0);
        let swapped = left.borrow().id > right.borrow().id;
        let basis = if swapped {
            Basis::new(right.borrow(), left.borrow(), monitor)
        } else {
            Basis::new(left.borrow(), right.borrow(), monitor)
        };
        Prepared {
            left,
            right,
            swapped,
            basis,
        }
    }

    /// Compares the two documents as [`crate::compare`] does.
    pub fn compare(
        &self,
        settings: &Settings,
        manual: &[ManualLink],
        monitor: &dyn Monitor,
    ) -> Comparison {
        self.run(settings, manual, &Known::default(), monitor)
    }

    /// The same, byte for byte, with the help of an earlier comparison of these documents under
    /// other settings or other links of a person: what still holds is taken over. Linear in the
    /// paragraphs and in the text of what has changed.
    pub fn recompare(
        &self,
        previous: &Comparison,
        settings: &Settings,
        manual: &[ManualLink],
        monitor: &dyn Monitor,
    ) -> Comparison {
        let ours =
            previous.left == self.left.borrow().id && previous.right == self.right.borrow().id;
        let known = if ours {
            Known::new(previous, settings)
        } else {
            Known::default()
        };
        self.run(settings, manual, &known, monitor)
    }

    fn run(
        &self,
        settings: &Settings,
        manual: &[ManualLink],
        known: &Known,
        monitor: &dyn Monitor,
    ) -> Comparison {
        let (left, right) = (self.left.borrow(), self.right.borrow());
        let alignment = self.align(settings, manual, monitor);
        let pace = Pace::new(monitor);
        pace.ask();
        let mut comparison = self.linked(settings, &alignment, known, &pace);
        order(left, right, &mut comparison);
        pace.ask();
        if !alignment.by_order {
            let suggestions = self.suggestions(&alignment, &mut comparison.links, known, &pace);
            comparison.suggestions = suggestions;
        }
        if pace.was_late() && comparison.precision.cuts.is_empty() {
            comparison.precision.cuts.push(Cut {
                stage: "align".into(),
                skipped: comparison.links.len() as u32,
            });
        }
        let sides = Sides {
            left,
            right,
            swapped: self.swapped,
            ground: &self.basis.ground,
        };
        let (found, cut) = differences(&sides, &comparison.links, settings, known, monitor);
        comparison.differences = found;
        comparison.precision.cuts.extend(cut);
        comparison.mark_changes =
            note_marks::changes(left, right, &comparison.links, &comparison.differences);
        comparison.heading_marks = note_marks::of_headings(left, right, &comparison.section_links);
        let marks = comparison.mark_changes.iter().map(|mark| mark.op);
        let mut marks = marks.chain(comparison.heading_marks.iter().map(|mark| mark.op));
        let marks = marks.any(|op| op != Op::Equal);
        comparison.notices = notices::notices(left, right, &comparison.links, marks);
        comparison.summary =
            summary::summary(left, right, &comparison.links, &comparison.differences);
        comparison
    }

    fn align(
        &self,
        settings: &Settings,
        manual: &[ManualLink],
        monitor: &dyn Monitor,
    ) -> Alignment {
        let (left, right) = self.in_order();
        let mirrored: Vec<ManualLink>;
        let manual = if self.swapped {
            mirrored = manual.iter().map(mirror::manual).collect();
            &mirrored
        } else {
            manual
        };
        align::align(left, right, &self.basis, settings, manual, monitor)
    }

    /// The documents in the order in which the basis looks at them.
    fn in_order(&self) -> (&Document, &Document) {
        if self.swapped {
            (self.right.borrow(), self.left.borrow())
        } else {
            (self.left.borrow(), self.right.borrow())
        }
    }

    /// A comparison with its links, in no order yet, and nothing else.
    fn linked(
        &self,
        settings: &Settings,
        alignment: &Alignment,
        known: &Known,
        pace: &Pace,
    ) -> Comparison {
        let (first, second) = self.in_order();
        let mut links = links::links(first, second, &self.basis, alignment, pace);
        let mut section_links = alignment.sections.clone();
        pace.ask();
        if self.swapped {
            links.iter_mut().for_each(mirror::link);
            section_links.iter_mut().for_each(mirror::section_link);
        }
        for link in &mut links {
            if pace.late(links::STEPS) {
                break;
            }
            if !link.left.is_empty() && !link.right.is_empty() && link.tier != Tier::Identical {
                link.evidence.shared = match known.phrases(link) {
                    Some(phrases) => phrases.to_vec(),
                    None => self.tied(&link.left, &link.right).shared,
                };
            }
        }
        let (left, right) = (self.left.borrow(), self.right.borrow());
        pace.ask();
        movement::mark(left, right, &section_links, &mut links);
        pace.ask();
        Comparison {
            left: left.id.clone(),
            right: right.id.clone(),
            settings: settings.clone(),
            engine_version: ENGINE_VERSION,
            regime: alignment.regime,
            kept: self.basis.kept,
            section_links,
            links,
            suggestions: Vec::new(),
            differences: Vec::new(),
            mark_changes: Vec::new(),
            heading_marks: Vec::new(),
            summary: Summary::default(),
            precision: Precision {
                cuts: (self.basis.cuts.iter())
                    .chain(alignment.cut.iter().filter(|_| self.basis.cuts.is_empty()))
                    .cloned()
                    .collect(),
            },
            notices: Vec::new(),
        }
    }

    /// What ties paragraphs, by the sides that the caller sees.
    fn tied(&self, left: &[ParagraphIndex], right: &[ParagraphIndex]) -> Evidence {
        let ground = &self.basis.ground;
        if self.swapped {
            let mut evidence = links::evidence(right, left, ground);
            mirror::evidence(&mut evidence);
            evidence
        } else {
            links::evidence(left, right, ground)
        }
    }

    fn suggestions(
        &self,
        alignment: &Alignment,
        links: &mut [Link],
        known: &Known,
        pace: &Pace,
    ) -> Vec<Link> {
        let in_order = |l: u32, r: u32| if self.swapped { (r, l) } else { (l, r) };
        let tied = |l: u32, r: u32| {
            let (left, right) = (ParagraphIndex(l), ParagraphIndex(r));
            let mut evidence = match known.suggested_phrases(left, right) {
                Some(phrases) => Evidence {
                    shared: phrases.to_vec(),
                    ..Evidence::default()
                },
                None => self.tied(&[left], &[right]),
            };
            let (first, second) = in_order(l, r);
            evidence.chapters = alignment.affinity.of_paragraphs(first, second);
            evidence
        };
        let allowed = |l: u32, r: u32| {
            let (first, second) = in_order(l, r);
            alignment.web.allows(first, second)
        };
        let likeness = |l: u32, r: u32| {
            let (first, second) = in_order(l, r);
            self.basis.likeness(first, second)
        };
        let alike: Vec<(u32, u32, f32)> = self
            .basis
            .alike
            .iter()
            .map(|&(first, second, likeness)| {
                let (left, right) = in_order(first, second);
                (left, right, likeness)
            })
            .collect();
        // What was taken over as it is raises no question.
        let mut open = vec![false; self.right.borrow().paragraphs.len()];
        for link in links.iter().filter(|link| link.tier != Tier::Identical) {
            link.right.iter().for_each(|right| open[right.get()] = true);
        }
        let guesses = suggestions::guesses(
            &alike,
            |right| open[right as usize],
            |l, r| {
                let (first, second) = in_order(l, r);
                alignment.affinity.of_paragraphs(first, second)
            },
        );
        links::leftovers(
            links,
            alignment.regime,
            guesses,
            likeness,
            tied,
            allowed,
            pace,
        )
    }
}

/// Puts links and section links into the order in which a reader meets them.
fn order(left: &Document, right: &Document, comparison: &mut Comparison) {
    let laid = rows(left, right, comparison);
    let mut sections = taken_once(std::mem::take(&mut comparison.section_links));
    let mut links = taken_once(std::mem::take(&mut comparison.links));
    for row in &laid {
        match row {
            Row::Heading { section_link, .. } => {
                comparison.section_links.extend(sections(*section_link));
            }
            Row::Paragraphs { link, .. } => comparison.links.extend(links(link.0)),
        }
    }
}

/// Hands out each of some things when it is asked for by its place for the first time.
fn taken_once<T>(of: Vec<T>) -> impl FnMut(u32) -> Option<T> {
    let mut left: Vec<Option<T>> = of.into_iter().map(Some).collect();
    move |at| left.get_mut(at as usize).and_then(Option::take)
}
