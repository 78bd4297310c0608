//! Paragraphs of a tagged file: the structure tree says which glyphs belong together.

use rustc_hash::FxHashMap;

use super::glyph::{Glyph, Owner, Page};
use super::line;
use super::paragraph::Paragraph;
use super::tree::{Content, Element};

/// Part of the glyphs outside artifacts that the tree must account for; else the tags are no guide.
const MIN_COVERED: f32 = 0.9;

/// The paragraphs in the order of the tree; `None` where the tree leaves out too much of the text.
/// Linear in the glyphs.
pub(super) fn paragraphs(elements: &[Element], pages: &[Page]) -> Option<Vec<Paragraph>> {
    let index = Index::new(pages);
    let mut covered = 0;
    let mut out = Vec::with_capacity(elements.len());
    for element in elements {
        let mut lines = Vec::new();
        let mut pieces = element.content.iter().peekable();
        while let Some(first) = pieces.next() {
            let page = first.0;
            let mut glyphs: Vec<Glyph> = index.glyphs(pages, *first).collect();
            while let Some(next) = pieces.next_if(|next| next.0 == page) {
                glyphs.extend(index.glyphs(pages, *next));
            }
            covered += glyphs.len();
            lines.extend(line::cut(page + 1, glyphs));
        }
        if !lines.is_empty() {
            out.push(Paragraph {
                kind: element.kind,
                lines,
            });
        }
    }
    let total: usize = pages
        .iter()
        .flat_map(|p| &p.glyphs)
        .filter(|g| g.owner != Owner::Artifact)
        .count();
    (covered > 0 && covered as f32 >= MIN_COVERED * total as f32).then_some(out)
}

/// Where the glyphs of each marked-content sequence are.
struct Index(FxHashMap<Content, Vec<(usize, usize)>>);

impl Index {
    fn new(pages: &[Page]) -> Index {
        let mut map: FxHashMap<Content, Vec<(usize, usize)>> = FxHashMap::default();
        for (number, page) in pages.iter().enumerate() {
            let mut at = 0;
            for run in page.glyphs.chunk_by(|a, b| a.owner == b.owner) {
                if let Owner::Marked(id) = run[0].owner {
                    map.entry((number as u32, id))
                        .or_default()
                        .push((at, at + run.len()));
                }
                at += run.len();
            }
        }
        Index(map)
    }

    fn glyphs<'p>(
        &self,
        pages: &'p [Page],
        content: Content,
    ) -> impl Iterator<Item = Glyph> + use<'p> {
        let runs = self.0.get(&content).cloned().unwrap_or_default();
        let page = pages.get(content.0 as usize);
        runs.into_iter()
            .filter_map(move |(from, to)| page.and_then(|p| p.glyphs.get(from..to)))
            .flatten()
            .copied()
    }
}
