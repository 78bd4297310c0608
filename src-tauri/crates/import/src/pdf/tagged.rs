//! Paragraphs of a tagged file: the structure tree says which glyphs belong together.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::glyph::{Glyph, Owner, Page};
use super::line::{self, Line};
use super::marked;
use super::paragraph::Paragraph;
use super::tree::{Content, Element, Replacement};

/// Part of the glyphs outside artifacts that the tree must account for; else the tags are no guide.
const MIN_COVERED: f32 = 0.9;

/// What the structure tree makes of the pages.
pub(super) struct Tagged {
    /// In the order of the tree.
    pub paragraphs: Vec<Paragraph>,
    /// Lines that are no artifacts, though no element of the tree draws them.
    pub left_out: Vec<Line>,
}

/// Puts what elements of the tree say that they read as in the place of what they draw. Linear in the
/// glyphs of the pages that have such elements.
pub(super) fn replace(pages: &mut [Page], replacements: &[Replacement]) {
    let mut of_page: FxHashMap<u32, FxHashMap<u32, &Replacement>> = FxHashMap::default();
    for replacement in replacements {
        for (page, id) in &replacement.content {
            of_page.entry(*page).or_default().insert(*id, replacement);
        }
    }
    for (number, of_sequence) in of_page {
        let Some(page) = pages.get_mut(number as usize) else {
            continue;
        };
        let replacement = |owner: Owner| match owner {
            Owner::Marked(id) => of_sequence.get(&id).copied(),
            _ => None,
        };
        // An element may draw several sequences; its text takes the place of all of them.
        let mut drawn: FxHashMap<Option<&Content>, Vec<Glyph>> = FxHashMap::default();
        for glyph in &page.glyphs {
            if let Some(replacement) = replacement(glyph.owner) {
                let of = drawn.entry(replacement.content.first()).or_default();
                of.push(*glyph);
            }
        }
        let mut glyphs = Vec::with_capacity(page.glyphs.len());
        for glyph in &page.glyphs {
            let Some(replacement) = replacement(glyph.owner) else {
                glyphs.push(*glyph);
                continue;
            };
            let first = replacement.content.first();
            if let Some(mut drawn) = drawn.remove(&first)
                && first.is_some_and(|(page, _)| *page == number)
            {
                marked::replace(&mut drawn, 0, &replacement.text);
                glyphs.append(&mut drawn);
            }
        }
        page.glyphs = glyphs;
    }
}

/// Reads the pages by the tree; `None` where the tree leaves out too much of the text. Content that
/// two elements claim goes to the first. Linear in the glyphs.
pub(super) fn read(elements: &[Element], pages: &[Page]) -> Option<Tagged> {
    let mut index = Index::new(pages);
    let mut covered = 0;
    let mut paragraphs = Vec::with_capacity(elements.len());
    for element in elements {
        let mut lines = Vec::new();
        for part in element.content.chunk_by(|a, b| a.0 == b.0) {
            let glyphs: Vec<Glyph> = part
                .iter()
                .flat_map(|content| index.take(pages, *content))
                .collect();
            covered += drawn(&glyphs);
            lines.extend(line::cut(part[0].0 + 1, glyphs));
        }
        if !lines.is_empty() {
            paragraphs.push(Paragraph {
                kind: element.kind,
                lines,
            });
        }
    }
    let left_out = index.rest(pages);
    let missing: usize = left_out.iter().map(|line| drawn(&line.glyphs)).sum();
    let total = (covered + missing) as f32;
    (covered > 0 && covered as f32 >= MIN_COVERED * total).then_some(Tagged {
        paragraphs,
        left_out,
    })
}

fn drawn(glyphs: &[Glyph]) -> usize {
    glyphs.iter().filter(|g| !g.is_space()).count()
}

/// Where the glyphs of each marked-content sequence are; `None` for those in no such sequence.
struct Index(FxHashMap<(u32, Option<u32>), Vec<Range<usize>>>);

impl Index {
    fn new(pages: &[Page]) -> Index {
        let mut map: FxHashMap<_, Vec<Range<usize>>> = FxHashMap::default();
        for (number, page) in (0..).zip(pages) {
            let mut at = 0;
            for run in page.glyphs.chunk_by(|a, b| a.owner == b.owner) {
                let id = match run[0].owner {
                    Owner::Marked(id) => Some(Some(id)),
                    Owner::Loose => Some(None),
                    Owner::Artifact => None,
                };
                if let Some(id) = id {
                    map.entry((number, id))
                        .or_default()
                        .push(at..at + run.len());
                }
                at += run.len();
            }
        }
        Index(map)
    }

    /// The glyphs of a sequence, once.
    fn take(&mut self, pages: &[Page], (page, id): Content) -> Vec<Glyph> {
        let runs = self.0.remove(&(page, Some(id))).unwrap_or_default();
        glyphs(pages, page, &runs)
    }

    /// The lines of everything that was not taken, page by page.
    fn rest(self, pages: &[Page]) -> Vec<Line> {
        let mut runs: Vec<(u32, Vec<Range<usize>>)> = self
            .0
            .into_iter()
            .map(|((page, _), runs)| (page, runs))
            .collect();
        runs.sort_by_key(|(page, runs)| (*page, runs.first().map_or(0, |run| run.start)));
        runs.iter()
            .flat_map(|(page, runs)| line::cut(page + 1, glyphs(pages, *page, runs)))
            .collect()
    }
}

fn glyphs(pages: &[Page], page: u32, runs: &[Range<usize>]) -> Vec<Glyph> {
    let page = pages.get(page as usize);
    runs.iter()
        .filter_map(|run| page.and_then(|p| p.glyphs.get(run.clone())))
        .flatten()
        .copied()
        .collect()
}

#[cfg(test)]
mod tests {
    use wsis_document::Silent;

    use crate::pdf::read;
    use crate::pdf::sample::{REGULAR, Sample};

    /// The second entry of an element's dictionary goes with its type.
    fn texts(role: &'static str) -> Vec<String> {
        let sample = Sample::default()
            .page()
            .element("P", |s| s.body(100.0, &["The first paragraph stays."]))
            .element(role, |s| s.text(REGULAR, 10.0, 123.0, 130.0, "T#e o##ce"))
            .element("P", |s| s.body(160.0, &["The third one too."]));
        let blocks = read(&sample.build(), &Silent).expect("the sample is sound");
        blocks.blocks.into_iter().map(|b| b.text).collect()
    }

    #[test]
    fn an_element_reads_as_it_says() {
        let (first, last) = ("The first paragraph stays.", "The third one too.");
        assert_eq!(
            texts("P /ActualText (The office)"),
            [first, "The office", last]
        );
        assert_eq!(texts("P /ActualText ()"), [first, last]);
        assert_eq!(texts("P"), [first, "T#e o##ce", last]);
    }
}
