//! One stream of text (body, notes, comments, a header): its paragraphs, with tracked changes as
//! if they were accepted.

use std::ops::Range;

use super::numbering::Numbering;
use super::styles::{Properties, Styles};
use super::xml::{self, Tag, Visitor};
use crate::ImportError;

/// A paragraph as the reader sees it.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    /// The note or comment that it stands in.
    pub owner: Option<i64>,
    /// Style, by id.
    pub style: Option<String>,
    /// Its own properties over those of its style.
    pub properties: Properties,
    /// Automatic number, as printed.
    pub label: Option<String>,
    pub text: String,
    pub italics: Vec<Range<u32>>,
    /// Byte offset in the text, and what the mark refers to.
    pub marks: Vec<(u32, Mark)>,
    /// Letters and how many of them are bold.
    letters: (u32, u32),
    /// Inside a table of two columns or more.
    pub in_table: bool,
    /// A line of an automatic table of contents.
    pub contents: bool,
}

/// A note mark in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Numbered by Word in the order of the marks.
    Automatic { endnote: bool, id: i64 },
    /// Typed: `*`.
    Custom {
        endnote: bool,
        id: i64,
        mark: String,
    },
    /// Another mark of an earlier note.
    Repeated(String),
}

impl Paragraph {
    /// Whether all of its letters are bold.
    pub fn is_bold(&self) -> bool {
        let (all, bold) = self.letters;
        all > 0 && bold * 10 >= all * 9
    }

    /// Puts the content of a paragraph whose end was deleted before its own.
    fn prepend(&mut self, before: Paragraph) {
        let shift = before.text.len() as u32;
        let italics = self
            .italics
            .drain(..)
            .map(|r| r.start + shift..r.end + shift);
        let marks = self.marks.drain(..).map(|(at, mark)| (at + shift, mark));
        self.italics = before.italics.into_iter().chain(italics).collect();
        self.marks = before.marks.into_iter().chain(marks).collect();
        self.text.insert_str(0, &before.text);
        self.letters.0 += before.letters.0;
        self.letters.1 += before.letters.1;
    }
}

/// A stream, read.
#[derive(Debug, Default)]
pub(super) struct Story {
    pub paragraphs: Vec<Paragraph>,
    /// Insertions, deletions and moves that were taken as accepted.
    pub revisions: u32,
    pub pictures: u32,
}

/// Reads one part. Linear.
///
/// # Errors
/// Those of [`xml::walk`].
pub(super) fn read(
    xml: &str,
    styles: &Styles,
    numbering: &mut Numbering,
) -> Result<Story, ImportError> {
    let mut reader = Reader {
        styles,
        numbering,
        story: Story::default(),
        owner: None,
        open: Vec::new(),
        carried: None,
        place: Place::Text,
        run: Properties::default(),
        look: Properties::default(),
        run_style: None,
        in_text: false,
        in_code: false,
        fields: Vec::new(),
        custom: false,
        tables: Vec::new(),
    };
    xml::walk(xml, &mut reader)?;
    if let Some(rest) = reader.carried.take() {
        reader.story.paragraphs.push(rest);
    }
    Ok(reader.story)
}

/// Whose properties are being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Text,
    Paragraph,
    /// The paragraph mark, inside the paragraph's properties.
    ParagraphMark,
    Run,
}

#[derive(Default)]
struct Open {
    paragraph: Paragraph,
    direct: Properties,
    base: Properties,
    /// Its end was deleted: it runs on into the next paragraph.
    runs_on: bool,
}

/// A complex field: code until the separator, result after it.
struct Field {
    code: String,
    result: bool,
}

struct Reader<'a> {
    styles: &'a Styles,
    numbering: &'a mut Numbering,
    story: Story,
    owner: Option<i64>,
    /// The paragraph that is being read, inside those whose text boxes it stands in.
    open: Vec<Open>,
    carried: Option<Paragraph>,
    place: Place,
    run: Properties,
    /// The run's properties over those of its styles.
    look: Properties,
    run_style: Option<String>,
    in_text: bool,
    in_code: bool,
    fields: Vec<Field>,
    /// The rest of the run is a typed note mark.
    custom: bool,
    /// Columns of the tables around.
    tables: Vec<u32>,
}

impl Reader<'_> {
    fn property(&mut self, tag: &Tag<'_>) {
        match (self.place, tag.name()) {
            (Place::ParagraphMark, "del" | "moveFrom") => {
                self.story.revisions += 1;
                if let Some(open) = self.open.last_mut() {
                    open.runs_on = true;
                }
            }
            (Place::ParagraphMark, "ins" | "moveTo") => self.story.revisions += 1,
            (Place::Paragraph, "pStyle") => {
                if let Some(open) = self.open.last_mut() {
                    open.paragraph.style = tag.value();
                }
            }
            (Place::Paragraph, _) => {
                if let Some(open) = self.open.last_mut() {
                    open.direct.set(tag);
                }
            }
            (Place::Run, "rStyle") => self.run_style = tag.value(),
            (Place::Run, _) => self.run.set(tag),
            _ => {}
        }
    }

    /// What the properties of the run and its styles come to.
    fn settle_run(&mut self) {
        let base = self
            .open
            .last()
            .map(|open| open.base.clone())
            .unwrap_or_default();
        let style = match &self.run_style {
            Some(id) => self.styles.resolve(Some(id)),
            None => Properties::default(),
        };
        self.look = self.run.clone().or(&style).or(&base);
    }

    fn push(&mut self, text: &str) {
        let repeats = self
            .fields
            .last()
            .is_some_and(|f| f.result && is_code(&f.code, "NOTEREF"));
        let shown = self.fields.iter().all(|field| field.result);
        let contents = self.fields.iter().any(|field| is_code(&field.code, "TOC"));
        let Some(open) = self.open.last_mut() else {
            return;
        };
        let paragraph = &mut open.paragraph;
        if self.custom
            && let Some((_, Mark::Custom { mark, .. })) = paragraph.marks.last_mut()
        {
            mark.push_str(text);
            return;
        }
        if !shown || self.look.hidden == Some(true) {
            return;
        }
        let at = paragraph.text.len() as u32;
        if repeats {
            paragraph
                .marks
                .push((at, Mark::Repeated(text.trim().to_owned())));
            return;
        }
        paragraph.contents |= contents;
        paragraph.text.push_str(text);
        let end = paragraph.text.len() as u32;
        if self.look.italic == Some(true) && end > at {
            match paragraph.italics.last_mut() {
                Some(last) if last.end == at => last.end = end,
                _ => paragraph.italics.push(at..end),
            }
        }
        let letters = text.chars().filter(|c| c.is_alphabetic()).count() as u32;
        paragraph.letters.0 += letters;
        paragraph.letters.1 += if self.look.bold == Some(true) {
            letters
        } else {
            0
        };
    }

    fn reference(&mut self, tag: &Tag<'_>, endnote: bool) {
        let (Some(id), Some(open)) = (tag.number("id"), self.open.last_mut()) else {
            return;
        };
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
        open.paragraph
            .marks
            .push((open.paragraph.text.len() as u32, mark));
    }

    fn field(&mut self, tag: &Tag<'_>) {
        match tag.attribute("fldCharType").as_deref() {
            Some("begin") => self.fields.push(Field {
                code: String::new(),
                result: false,
            }),
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    field.result = true;
                }
            }
            Some("end") => {
                self.fields.pop();
            }
            _ => {}
        }
    }

    fn close_paragraph(&mut self) {
        let Some(Open {
            mut paragraph,
            direct,
            base,
            runs_on,
        }) = self.open.pop()
        else {
            return;
        };
        if let Some(before) = self.carried.take() {
            paragraph.prepend(before);
        }
        paragraph.properties = direct.or(&base);
        // A field whose result never comes must not swallow the rest of the text.
        self.fields.retain(|field| field.result);
        self.place = Place::Text;
        if runs_on {
            self.carried = Some(paragraph).filter(|p| !p.text.is_empty() || !p.marks.is_empty());
            return;
        }
        let Properties {
            list, list_level, ..
        } = paragraph.properties;
        if let Some(list) = list.filter(|list| *list > 0) {
            paragraph.label = self.numbering.next(list, list_level.unwrap_or(0));
        }
        self.story.paragraphs.push(paragraph);
    }
}

/// Whether the code of a field is of this kind.
fn is_code(code: &str, kind: &str) -> bool {
    code.split_whitespace()
        .next()
        .is_some_and(|word| word.eq_ignore_ascii_case(kind))
}

/// The character that a symbol font shows; nothing for the private codes of such fonts.
fn symbol(tag: &Tag<'_>) -> Option<char> {
    let code = u32::from_str_radix(&tag.attribute("char")?, 16).ok()?;
    char::from_u32(code).filter(|c| !matches!(*c as u32, 0xe000..=0xf8ff))
}

impl Visitor for Reader<'_> {
    fn open(&mut self, tag: &Tag<'_>) -> bool {
        let name = tag.name();
        match name {
            // Older properties, the second form of the same drawing, readings above characters.
            "pPrChange" | "rPrChange" | "tblPrChange" | "sectPr" | "sdtPr" | "tblPr"
            | "Fallback" | "rt" => return false,
            "pPr" if self.place == Place::Text => self.place = Place::Paragraph,
            "rPr" => match self.place {
                Place::Paragraph => self.place = Place::ParagraphMark,
                _ => self.place = Place::Run,
            },
            _ if self.place != Place::Text => self.property(tag),
            "del" | "moveFrom" => {
                self.story.revisions += 1;
                return false;
            }
            "ins" | "moveTo" => self.story.revisions += 1,
            "footnote" | "endnote" | "comment" => {
                // Separators are notes of a type of their own.
                if tag.attribute("type").is_some_and(|kind| kind != "normal") {
                    return false;
                }
                self.owner = tag.number("id");
            }
            "p" => {
                let in_table = self.tables.last().is_some_and(|columns| *columns > 1);
                let paragraph = Paragraph {
                    owner: self.owner,
                    in_table,
                    ..Paragraph::default()
                };
                let base = self.styles.resolve(None);
                self.open.push(Open {
                    paragraph,
                    base,
                    ..Open::default()
                });
            }
            "r" => {
                self.run = Properties::default();
                self.run_style = None;
                self.custom = false;
                self.settle_run();
            }
            "tbl" => self.tables.push(0),
            "gridCol" => {
                if let Some(columns) = self.tables.last_mut() {
                    *columns += 1;
                }
            }
            "t" => self.in_text = true,
            "instrText" => self.in_code = true,
            "tab" | "ptab" => self.push("\t"),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("\u{2011}"),
            "softHyphen" => self.push("\u{ad}"),
            "sym" => {
                if let Some(c) = symbol(tag) {
                    self.push(c.encode_utf8(&mut [0; 4]));
                }
            }
            "footnoteReference" => self.reference(tag, false),
            "endnoteReference" => self.reference(tag, true),
            "fldChar" => self.field(tag),
            "fldSimple" => {
                let code = tag.attribute("instr").unwrap_or_default();
                self.fields.push(Field { code, result: true });
            }
            "blip" | "imagedata" => self.story.pictures += 1,
            _ => {}
        }
        true
    }

    fn close(&mut self, name: &str) {
        match name {
            "pPr" if self.place == Place::Paragraph => {
                self.place = Place::Text;
                if let Some(open) = self.open.last_mut() {
                    open.base = self.styles.resolve(open.paragraph.style.as_deref());
                }
            }
            "rPr" if self.place == Place::ParagraphMark => self.place = Place::Paragraph,
            "rPr" if self.place == Place::Run => {
                self.place = Place::Text;
                self.settle_run();
            }
            "p" => self.close_paragraph(),
            "r" => self.custom = false,
            "t" => self.in_text = false,
            "instrText" => self.in_code = false,
            "tbl" => {
                self.tables.pop();
            }
            "fldSimple" => {
                self.fields.pop();
            }
            "footnote" | "endnote" | "comment" => self.owner = None,
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_code {
            if let Some(field) = self.fields.last_mut() {
                field.code.push_str(text);
            }
        } else if self.in_text {
            self.push(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn story(body: &str) -> Story {
        let xml = format!("<w:body>{body}</w:body>");
        read(&xml, &Styles::default(), &mut Numbering::default()).expect("XML")
    }

    fn texts(body: &str) -> Vec<String> {
        story(body).paragraphs.into_iter().map(|p| p.text).collect()
    }

    fn p(runs: &str) -> String {
        format!("<w:p>{runs}</w:p>")
    }

    fn r(text: &str) -> String {
        format!("<w:r><w:t>{text}</w:t></w:r>")
    }

    #[test]
    fn tracked_changes_are_taken_as_accepted() {
        let body = p(&format!(
            "{}<w:del><w:r><w:delText>old </w:delText></w:r></w:del><w:ins>{}</w:ins>",
            r("We "),
            r("agree")
        ));
        let story = story(&body);
        assert_eq!(story.paragraphs[0].text, "We agree");
        assert_eq!(story.revisions, 2);
    }

    #[test]
    fn moved_text_stands_where_it_went() {
        let from = p(&format!("<w:moveFrom>{}</w:moveFrom>", r("moved")));
        let to = p(&format!("<w:moveTo>{}</w:moveTo>", r("moved")));
        assert_eq!(
            texts(&format!("{from}{}{to}", p(&r("kept")))),
            ["", "kept", "moved"]
        );
    }

    #[test]
    fn a_deleted_paragraph_end_joins_two_paragraphs() {
        let first = p(&format!(
            "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}",
            r("We agree ")
        ));
        let second = p(&format!(
            "<w:r><w:rPr><w:i/></w:rPr><w:t>to go</w:t></w:r>{}",
            r(" on")
        ));
        let story = story(&format!("{first}{second}"));
        assert_eq!(story.paragraphs.len(), 1);
        assert_eq!(story.paragraphs[0].text, "We agree to go on");
        assert_eq!(story.paragraphs[0].italics, vec![9..14]);
    }

    #[test]
    fn field_codes_and_hidden_text_are_not_read() {
        let field = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\
            <w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\
            <w:r><w:t>seven</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        let hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>";
        assert_eq!(
            texts(&p(&format!("{field}{hidden}{}", r(" days")))),
            ["seven days"]
        );
    }

    #[test]
    fn note_marks_are_apart_from_the_text() {
        let body = p(&format!(
            "{}<w:r><w:footnoteReference w:id=\"2\"/></w:r>{}<w:r>\
             <w:footnoteReference w:customMarkFollows=\"1\" w:id=\"3\"/><w:t>*</w:t></w:r>",
            r("Work"),
            r(" and rest")
        ));
        let story = story(&body);
        assert_eq!(story.paragraphs[0].text, "Work and rest");
        assert_eq!(
            story.paragraphs[0].marks,
            vec![
                (
                    4,
                    Mark::Automatic {
                        endnote: false,
                        id: 2
                    }
                ),
                (
                    13,
                    Mark::Custom {
                        endnote: false,
                        id: 3,
                        mark: "*".into()
                    }
                )
            ]
        );
    }

    #[test]
    fn hyphens_tabs_and_text_boxes() {
        let hyphen =
            "<w:r><w:t>follow</w:t><w:noBreakHyphen/><w:t>up</w:t><w:tab/><w:t>x</w:t></w:r>";
        assert_eq!(texts(&p(hyphen)), ["follow\u{2011}up\tx"]);
        let inner = p(&r("boxed"));
        let twice = format!(
            "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{inner}</w:txbxContent></mc:Choice>\
             <mc:Fallback><w:txbxContent>{inner}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
        );
        assert_eq!(
            texts(&p(&format!("{}{twice}", r("host")))),
            ["boxed", "host"]
        );
    }

    #[test]
    fn bold_is_weighed_by_letters() {
        let bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>Work</w:t></w:r>";
        assert!(story(&p(&format!("{}{bold}", r("1.")))).paragraphs[0].is_bold());
        assert!(!story(&p(&format!("{}{bold}", r("The ")))).paragraphs[0].is_bold());
    }
}
