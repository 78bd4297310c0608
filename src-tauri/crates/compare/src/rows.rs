//! The order in which a reader meets the links: rows of a side-by-side table.

use wsis_document::{Document, SectionIndex};

use crate::{Comparison, LinkIndex};

/// One row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// Chapter headings that face each other.
    Heading {
        /// Position in [`Comparison::section_links`].
        section_link: u32,
        /// Older headings, possibly none.
        left: Vec<SectionIndex>,
        /// Newer headings, possibly none.
        right: Vec<SectionIndex>,
    },
    /// Paragraphs that face each other.
    Paragraphs {
        /// The link.
        link: LinkIndex,
        /// The newer chapter it is shown under; for a removed paragraph the chapter whose row
        /// precedes it.
        section_link: Option<u32>,
    },
}

/// Lays a comparison out as rows in the order of the newer text: every link once, every section
/// of either side in a heading row once. A section link with several newer sections has a heading
/// row for each, its older headings on the first. Removed paragraphs stand where they stood: after
/// the row of what came before them in the older text. A dropped chapter stands at the end of the
/// newer chapter that holds what came before it, so that it does not cut that chapter in two.
/// Linear.
pub fn rows(left: &Document, right: &Document, comparison: &Comparison) -> Vec<Row> {
    let mut layout = Layout::new(left, right, comparison);
    layout.newer();
    layout.older();
    layout.finish()
}

/// Something that stands in a text: a heading or a paragraph.
#[derive(Clone, Copy)]
enum Item {
    Heading(u32),
    Paragraph(u32),
}

/// Headings and paragraphs of a document in reading order.
fn items(document: &Document) -> Vec<Item> {
    let mut items = Vec::with_capacity(document.sections.len() + document.paragraphs.len());
    let mut next = 0;
    for (at, section) in document.sections.iter().enumerate() {
        items.extend((next..section.paragraphs.start).map(Item::Paragraph));
        items.push(Item::Heading(at as u32));
        next = next.max(section.paragraphs.start);
    }
    items.extend((next..document.paragraphs.len() as u32).map(Item::Paragraph));
    items
}

struct Layout<'a> {
    left: &'a Document,
    right: &'a Document,
    comparison: &'a Comparison,
    /// Link of each older and newer paragraph.
    link_left: Vec<u32>,
    link_right: Vec<u32>,
    /// Section link of each older and newer section.
    section_left: Vec<u32>,
    section_right: Vec<u32>,
    /// Rows of the newer text, and after each what hangs on it of the older one; the first list
    /// is what stands before everything.
    rows: Vec<Row>,
    hung: Vec<Vec<Row>>,
    /// Row of each link and of each section link's first heading, once laid.
    link_row: Vec<Option<usize>>,
    section_row: Vec<Option<usize>>,
    /// For each row the last one before the next heading.
    chapter_end: Vec<usize>,
    /// Links that hang on a row already.
    laid: Vec<bool>,
}

impl<'a> Layout<'a> {
    fn new(left: &'a Document, right: &'a Document, comparison: &'a Comparison) -> Self {
        let mut link_left = vec![u32::MAX; left.paragraphs.len()];
        let mut link_right = vec![u32::MAX; right.paragraphs.len()];
        for (at, link) in comparison.links.iter().enumerate() {
            link.left
                .iter()
                .for_each(|p| link_left[p.get()] = at as u32);
            link.right
                .iter()
                .for_each(|p| link_right[p.get()] = at as u32);
        }
        let mut section_left = vec![u32::MAX; left.sections.len()];
        let mut section_right = vec![u32::MAX; right.sections.len()];
        for (at, link) in comparison.section_links.iter().enumerate() {
            link.left
                .iter()
                .for_each(|s| section_left[s.get()] = at as u32);
            link.right
                .iter()
                .for_each(|s| section_right[s.get()] = at as u32);
        }
        Layout {
            left,
            right,
            comparison,
            link_left,
            link_right,
            section_left,
            section_right,
            rows: Vec::new(),
            hung: vec![Vec::new()],
            link_row: vec![None; comparison.links.len()],
            section_row: vec![None; comparison.section_links.len()],
            chapter_end: Vec::new(),
            laid: vec![false; comparison.links.len()],
        }
    }

    /// Lays the newer text.
    fn newer(&mut self) {
        let mut chapter = None;
        for item in items(self.right) {
            match item {
                Item::Heading(section) => {
                    let link = self.section_right[section as usize];
                    let Some(section_link) = self.comparison.section_links.get(link as usize)
                    else {
                        continue;
                    };
                    let first = self.section_row[link as usize].is_none();
                    let left = if first {
                        section_link.left.clone()
                    } else {
                        Vec::new()
                    };
                    if first {
                        self.section_row[link as usize] = Some(self.rows.len());
                    }
                    chapter = Some(link);
                    self.push(Row::Heading {
                        section_link: link,
                        left,
                        right: vec![SectionIndex(section)],
                    });
                }
                Item::Paragraph(paragraph) => {
                    let link = self.link_right[paragraph as usize];
                    if self
                        .link_row
                        .get(link as usize)
                        .is_some_and(Option::is_none)
                    {
                        self.link_row[link as usize] = Some(self.rows.len());
                        self.push(Row::Paragraphs {
                            link: LinkIndex(link),
                            section_link: chapter,
                        });
                    }
                }
            }
        }
    }

    fn push(&mut self, row: Row) {
        self.rows.push(row);
        self.hung.push(Vec::new());
    }

    /// Hangs what is only in the older text on the row of what came before it.
    fn older(&mut self) {
        let mut end = self.rows.len();
        self.chapter_end = vec![end; end + 1];
        for place in (0..self.rows.len()).rev() {
            // Row `place` comes after place `place`: a heading there ends what is before it.
            if matches!(self.rows[place], Row::Heading { .. }) {
                end = place;
            }
            self.chapter_end[place] = end;
        }
        // 0 is before all rows; row k is k + 1.
        let mut place = 0;
        for item in items(self.left) {
            match item {
                Item::Heading(section) => {
                    let link = self.section_left[section as usize];
                    match self.section_row.get(link as usize) {
                        Some(Some(row)) => place = row + 1,
                        Some(None) => {
                            let Some(section_link) =
                                self.comparison.section_links.get(link as usize)
                            else {
                                continue;
                            };
                            // A dropped section link has one section only, so this is its one row.
                            let left = section_link.left.clone();
                            place = self.chapter_end[place];
                            self.hung[place].push(Row::Heading {
                                section_link: link,
                                left,
                                right: vec![],
                            });
                        }
                        None => {}
                    }
                }
                Item::Paragraph(paragraph) => {
                    let link = self.link_left[paragraph as usize];
                    match self.link_row.get(link as usize) {
                        Some(Some(row)) => place = row + 1,
                        Some(None) if !self.laid[link as usize] => {
                            self.laid[link as usize] = true;
                            self.hung[place].push(Row::Paragraphs {
                                link: LinkIndex(link),
                                section_link: None,
                            });
                        }
                        Some(None) | None => {}
                    }
                }
            }
        }
    }

    /// All rows in order; what hangs on a row is shown under the chapter that precedes it.
    fn finish(self) -> Vec<Row> {
        let mut out = Vec::with_capacity(self.rows.len());
        let mut newer = self.rows.into_iter();
        for hung in self.hung {
            let mut chapter = match out.last() {
                Some(Row::Heading { section_link, .. }) => Some(*section_link),
                Some(Row::Paragraphs { section_link, .. }) => *section_link,
                None => None,
            };
            for row in hung {
                match row {
                    Row::Heading { section_link, .. } => {
                        chapter = Some(section_link);
                        out.push(row);
                    }
                    Row::Paragraphs { link, .. } => out.push(Row::Paragraphs {
                        link,
                        section_link: chapter,
                    }),
                }
            }
            out.extend(newer.next());
        }
        out
    }
}
