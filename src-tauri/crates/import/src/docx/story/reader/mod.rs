//! The story, while the elements of a part go by: its paragraphs open and close, words are put into
//! them. Which element does what is said in `visit`.

mod visit;

use crate::Revisions;
use crate::docx::numbering::Numbering;
use crate::docx::story::Story;
use crate::docx::story::fields::Fields;
use crate::docx::story::paragraph::{Mark, Paragraph};
use crate::docx::story::ranges::Ranges;
use crate::docx::story::tracking::{Change, Tracking, keeps, kind};
use crate::docx::styles::{Properties, Styles};
use crate::docx::xml::Tag;

/// Whose properties are being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Text,
    Paragraph,
    /// The paragraph mark, inside the paragraph's properties.
    ParagraphMark,
    Run,
    Row,
    Cell,
}

/// A paragraph that is being read.
#[derive(Default)]
struct Open {
    paragraph: Paragraph,
    direct: Properties,
    base: Properties,
    /// Its end is not in the reading: it runs on into the next paragraph.
    runs_on: bool,
    /// Nothing of it, nor its end, is in the reading.
    out: bool,
    hidden_end: bool,
    /// Its number came with a tracked change.
    list_inserted: bool,
}

#[derive(Default)]
struct Table {
    columns: u32,
    /// Tracked changes of the row and of the cell that are being read.
    row_marks: u32,
    cell_marks: u32,
}

pub(super) struct Reader<'a> {
    styles: &'a Styles,
    numbering: &'a mut Numbering,
    revisions: Revisions,
    story: Story,
    owner: Option<i64>,
    /// The paragraph that is being read, inside those whose text boxes it stands in.
    open: Vec<Open>,
    /// For the stream and each cell, box or note that is being read: what runs on into its next
    /// paragraph.
    carried: Vec<Option<Paragraph>>,
    /// Changes of paragraphs that are not in the reading, to be kept with the next one.
    homeless: Vec<Change>,
    /// Ids of comments on such paragraphs.
    homeless_comments: Vec<i64>,
    place: Place,
    run: Properties,
    /// The run's properties over those of its styles.
    look: Properties,
    run_style: Option<Properties>,
    run_marks: u32,
    in_text: bool,
    in_code: bool,
    /// The rest of the run is a typed note mark.
    custom: bool,
    fields: Fields,
    tracking: Tracking,
    comments: Ranges,
    tables: Vec<Table>,
    /// For each choice between forms of the same content: one has been read.
    chosen: Vec<bool>,
}

impl<'a> Reader<'a> {
    pub fn new(styles: &'a Styles, numbering: &'a mut Numbering, revisions: Revisions) -> Self {
        Reader {
            styles,
            numbering,
            revisions,
            story: Story::default(),
            owner: None,
            open: Vec::new(),
            carried: vec![None],
            homeless: Vec::new(),
            homeless_comments: Vec::new(),
            place: Place::Text,
            run: Properties::default(),
            look: Properties::default(),
            run_style: None,
            run_marks: 0,
            in_text: false,
            in_code: false,
            custom: false,
            fields: Fields::default(),
            tracking: Tracking::new(revisions),
            comments: Ranges::default(),
            tables: Vec::new(),
            chosen: Vec::new(),
        }
    }

    /// The story, when the part has been walked over.
    pub fn finish(mut self) -> Story {
        self.flush();
        self.homeless.sort_by_key(|change| change.order);
        self.story.changes = self.homeless;
        self.story.comments = self.homeless_comments;
        self.story
    }

    /// An element inside somebody's properties.
    fn property(&mut self, tag: &Tag<'_>) {
        let name = tag.name();
        match self.place {
            Place::Text => {}
            Place::ParagraphMark => {
                let Some(open) = self.open.last_mut() else {
                    return;
                };
                if let Some(kind) = kind(name) {
                    self.story.revisions += 1;
                    open.runs_on |= !keeps(self.revisions, kind);
                } else if name == "vanish" {
                    open.hidden_end = tag.is_on();
                }
            }
            Place::Paragraph => {
                let Some(open) = self.open.last_mut() else {
                    return;
                };
                match name {
                    "pStyle" => open.paragraph.style = tag.value().map(|id| id.into_owned()),
                    "ins" => open.list_inserted = true,
                    _ => open.direct.set(tag),
                }
            }
            Place::Run => match (name, kind(name)) {
                ("rStyle", _) => {
                    self.run_style = tag.value().map(|id| self.styles.of_run(&id));
                }
                (_, Some(kind)) => {
                    self.tracking.enter(kind, tag);
                    self.run_marks += 1;
                }
                _ => self.run.set(tag),
            },
            Place::Row | Place::Cell => {
                let (Some(kind), Some(table)) = (kind(name), self.tables.last_mut()) else {
                    return;
                };
                self.story.revisions += 1;
                self.tracking.enter(kind, tag);
                match self.place {
                    Place::Row => table.row_marks += 1,
                    _ => table.cell_marks += 1,
                }
            }
        }
    }

    /// A record of earlier properties, which hold again where changes are rejected. It is the last
    /// element of the properties that it belongs to, so what it says replaces what they said.
    fn earlier_properties(&mut self, name: &str) -> bool {
        if self.revisions != Revisions::Rejected {
            return false;
        }
        match (self.place, name) {
            (Place::Paragraph, "pPrChange") => {
                if let Some(open) = self.open.last_mut() {
                    open.direct = Properties::default();
                    open.list_inserted = false;
                    open.paragraph.style = None;
                }
                true
            }
            (Place::Run, "rPrChange") => {
                self.run = Properties::default();
                self.run_style = None;
                true
            }
            _ => false,
        }
    }

    /// A run begins, which has the properties of its paragraph for now.
    fn begin_run(&mut self) {
        self.run = Properties::default();
        self.run_style = None;
        self.custom = false;
        self.look = self.open.last().map(|open| open.base).unwrap_or_default();
    }

    /// What the properties of the run and its styles come to.
    fn settle_run(&mut self) {
        let base = self.open.last().map(|open| open.base).unwrap_or_default();
        self.look = match self.run_style {
            Some(style) => self.run.or(&style.toggled(&base)).or(&base),
            None => self.run.or(&base),
        };
    }

    fn push(&mut self, text: &str) {
        let kept = self.tracking.kept();
        let Some(open) = self.open.last_mut() else {
            return;
        };
        let paragraph = &mut open.paragraph;
        if self.custom {
            if let Some((_, Mark::Custom { mark, .. })) = paragraph.marks.last_mut() {
                mark.push_str(text);
            }
            return;
        }
        if !self.fields.shown() {
            return;
        }
        if self.look.hidden == Some(true) {
            if kept {
                paragraph.hidden.push_str(text);
            }
            return;
        }
        if self.fields.repeats_note() {
            if kept {
                let mark = Mark::Repeated(text.trim().to_owned());
                paragraph.marks.push((paragraph.end(), mark));
            }
            return;
        }
        if self.tracking.any() {
            let at = paragraph.end();
            self.tracking
                .note(text, paragraph.flow, at, &mut paragraph.changes);
        }
        paragraph.flow += text.len() as u32;
        if kept {
            paragraph.contents |= self.fields.contents();
            let (italic, bold) = self.look.slant_and_weight();
            paragraph.push(text, italic, bold);
        }
    }

    fn reference(&mut self, tag: &Tag<'_>, endnote: bool) {
        let (Some(id), Some(open)) = (tag.number("id"), self.open.last_mut()) else {
            return;
        };
        if !self.tracking.kept() {
            return;
        }
        let follows = tag.attribute("customMarkFollows");
        self.custom = matches!(follows.as_deref(), Some("1" | "true" | "on"));
        let mark = if self.custom {
            Mark::Custom {
                endnote,
                id,
                mark: String::new(),
            }
        } else {
            Mark::Automatic { endnote, id }
        };
        open.paragraph.marks.push((open.paragraph.end(), mark));
    }

    /// A mark of a comment: where its words begin, where they end, or where it hangs.
    fn comment(&mut self, tag: &Tag<'_>) {
        let depth = self.open.len();
        // Between paragraphs, a mark belongs to the next one.
        let paragraph = self.open.last_mut().map(|open| &mut open.paragraph);
        let Some(id) = tag.number("id") else {
            return;
        };
        match (tag.name(), paragraph) {
            ("commentRangeStart", Some(paragraph)) => {
                self.comments.start(id, paragraph.end(), depth);
            }
            ("commentRangeStart", None) => self.comments.start(id, 0, depth + 1),
            (_, Some(paragraph)) => {
                if let Some(range) = self.comments.end(id, paragraph.end(), depth) {
                    paragraph.comments.push((id, range));
                }
            }
            _ => {}
        }
    }

    fn open_paragraph(&mut self) {
        let paragraph = Paragraph {
            owner: self.owner,
            in_table: self.tables.last().is_some_and(|table| table.columns > 1),
            ..Paragraph::default()
        };
        self.open.push(Open {
            paragraph,
            base: self.styles.resolve(None),
            out: !self.tracking.kept(),
            ..Open::default()
        });
    }

    fn close_paragraph(&mut self) {
        let depth = self.open.len();
        let Some(Open {
            mut paragraph,
            mut direct,
            base,
            runs_on,
            out,
            hidden_end,
            list_inserted,
        }) = self.open.pop()
        else {
            return;
        };
        self.fields.end_of_paragraph();
        self.place = Place::Text;
        let commented = self.comments.end_of_paragraph(paragraph.end(), depth);
        paragraph.comments.extend(commented);
        if list_inserted && self.revisions == Revisions::Rejected {
            direct.list = None;
        }
        paragraph.properties = direct.or(&base);
        if let Some(before) = self.carried.last_mut().and_then(Option::take) {
            paragraph = before.run_on(paragraph);
        }
        let hidden = hidden_end || (base.hidden == Some(true) && !paragraph.hidden.is_empty());
        if out || (hidden && paragraph.is_blank()) {
            self.leave_out(paragraph);
        } else if runs_on {
            if paragraph.is_blank() {
                let changes = paragraph.changes.drain(..).map(Change::homeless);
                self.homeless.extend(changes);
            }
            if let Some(carried) = self.carried.last_mut() {
                *carried = Some(paragraph);
            }
        } else {
            self.emit(paragraph);
        }
    }

    /// A paragraph that is not in the reading: what hangs on it goes to the next one.
    fn leave_out(&mut self, paragraph: Paragraph) {
        let changes = paragraph.changes.into_iter().map(Change::homeless);
        self.homeless.extend(changes);
        if !paragraph.hidden.trim().is_empty() {
            self.story.hidden.push(paragraph.hidden);
        }
        let comments = paragraph.comments.into_iter().map(|(id, _)| id);
        self.homeless_comments.extend(comments);
    }

    /// A paragraph of the reading, with the text boxes that hang on it behind it. A box that
    /// hangs on the very beginning of a paragraph is read before it.
    fn emit(&mut self, mut paragraph: Paragraph) {
        let Properties {
            list, list_level, ..
        } = paragraph.properties;
        if let Some(list) = list.filter(|list| *list > 0) {
            let style = paragraph.style.as_deref();
            let by_style = || self.numbering.level_of(list, style?);
            let level = list_level.or_else(by_style).unwrap_or(0);
            paragraph.label = self.numbering.next(list, level);
        }
        paragraph.changes.append(&mut self.homeless);
        paragraph.changes.sort_by_key(|change| change.order);
        let comments = self.homeless_comments.drain(..).map(|id| (id, 0..0));
        paragraph.comments.splice(0..0, comments);
        if !paragraph.hidden.trim().is_empty() {
            self.story
                .hidden
                .push(std::mem::take(&mut paragraph.hidden));
        }
        let boxes = std::mem::take(&mut paragraph.boxes);
        let into = match self.open.last_mut() {
            Some(host) if !host.paragraph.text.is_empty() => &mut host.paragraph.boxes,
            _ => &mut self.story.paragraphs,
        };
        into.push(paragraph);
        into.extend(boxes);
    }

    /// What runs on has nothing to run on into: a table follows, or the cell ends.
    fn flush(&mut self) {
        if let Some(paragraph) = self.carried.last_mut().and_then(Option::take) {
            if paragraph.is_blank() {
                self.leave_out(paragraph);
            } else {
                self.emit(paragraph);
            }
        }
    }

    fn leave_marks(&mut self, count: u32) {
        for _ in 0..count {
            self.tracking.leave();
        }
    }
}
