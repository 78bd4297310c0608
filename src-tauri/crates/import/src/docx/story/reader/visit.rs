//! What each element of a part does to the story.

use super::{Place, Reader, Table};
use crate::docx::story::tracking::kind;
use crate::docx::symbol;
use crate::docx::xml::{Tag, Visitor};

impl Visitor for Reader<'_> {
    fn open(&mut self, tag: &Tag<'_>) -> bool {
        let name = tag.name();
        match name {
            "pPrChange" | "rPrChange" => return self.earlier_properties(name),
            // Section and table properties, the second form of the same drawing, readings above
            // characters.
            "sectPr" | "sdtPr" | "sdtEndPr" | "tblPr" | "tblPrEx" | "Fallback" | "rt" => {
                return false;
            }
            _ if name.ends_with("Change") => return false,
            "pPr" if self.place == Place::Text => self.place = Place::Paragraph,
            "rPr" => match self.place {
                Place::Paragraph => self.place = Place::ParagraphMark,
                _ => self.place = Place::Run,
            },
            "trPr" => self.place = Place::Row,
            "tcPr" => self.place = Place::Cell,
            _ if self.place != Place::Text => self.property(tag),
            "t" | "delText" => self.in_text = true,
            "r" => self.begin_run(),
            "p" => self.open_paragraph(),
            "ins" | "del" | "moveFrom" | "moveTo" => {
                if let Some(kind) = kind(name) {
                    self.story.revisions += 1;
                    self.tracking.enter(kind, tag);
                }
            }
            "footnote" | "endnote" | "comment" => {
                // Separators are notes of a type of their own.
                if tag.attribute("type").is_some_and(|kind| kind != "normal") {
                    return false;
                }
                self.owner = tag.number("id");
                self.carried.push(None);
            }
            "tbl" => self.tables.push(Table::default()),
            "gridCol" => {
                if let Some(table) = self.tables.last_mut() {
                    table.columns += 1;
                }
            }
            "tc" => {
                // A table all of whose rows are out does not stand between two paragraphs.
                if self.tracking.kept() {
                    self.flush();
                }
                self.carried.push(None);
            }
            "txbxContent" => self.carried.push(None),
            "AlternateContent" => self.chosen.push(false),
            "Choice" => {
                if let Some(chosen) = self.chosen.last_mut()
                    && std::mem::replace(chosen, true)
                {
                    return false;
                }
            }
            "instrText" | "delInstrText" => self.in_code = true,
            "tab" | "ptab" => self.push("\t"),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("\u{2011}"),
            "softHyphen" => self.push("\u{ad}"),
            "sym" => {
                if let Some(c) = symbol::character(tag) {
                    self.push(c.encode_utf8(&mut [0; 4]));
                }
            }
            "footnoteReference" => self.reference(tag, false),
            "endnoteReference" => self.reference(tag, true),
            "commentRangeStart" | "commentRangeEnd" | "commentReference" => self.comment(tag),
            "fldChar" if self.tracking.kept() => self.fields.mark(tag),
            "fldSimple" => {
                let code = tag.attribute("instr").unwrap_or_default();
                self.fields.simple(code.into_owned());
            }
            "blip" | "imagedata" if self.tracking.kept() => self.story.pictures += 1,
            "altChunk" | "subDoc" => self.story.embedded += 1,
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
            "trPr" | "tcPr" => self.place = Place::Text,
            _ if self.place != Place::Text => {}
            "t" | "delText" => self.in_text = false,
            "r" => {
                self.custom = false;
                let marks = std::mem::take(&mut self.run_marks);
                self.leave_marks(marks);
            }
            "p" => self.close_paragraph(),
            "ins" | "del" | "moveFrom" | "moveTo" => self.tracking.leave(),
            "instrText" | "delInstrText" => self.in_code = false,
            "tbl" => {
                self.tables.pop();
            }
            "tr" => {
                let marks = self
                    .tables
                    .last_mut()
                    .map(|t| std::mem::take(&mut t.row_marks));
                self.leave_marks(marks.unwrap_or_default());
            }
            "tc" => {
                self.flush();
                self.carried.pop();
                let marks = self
                    .tables
                    .last_mut()
                    .map(|t| std::mem::take(&mut t.cell_marks));
                self.leave_marks(marks.unwrap_or_default());
            }
            "txbxContent" => {
                self.flush();
                self.carried.pop();
            }
            "AlternateContent" => {
                self.chosen.pop();
            }
            "fldSimple" => self.fields.close(),
            "footnote" | "endnote" | "comment" => {
                self.flush();
                self.carried.pop();
                self.owner = None;
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_code {
            if self.tracking.kept() {
                self.fields.code(text);
            }
        } else if self.in_text {
            self.push(text);
        }
    }
}
