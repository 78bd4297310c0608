//! Complex fields: an instruction, and the result that Word printed last.

use super::super::xml::Tag;

/// Most fields inside each other; more are fields that never end.
const MAX_NESTED: usize = 64;

/// Code until the separator, result after it.
struct Field {
    code: String,
    result: bool,
}

/// The fields around the words that are being read, the innermost last.
#[derive(Default)]
pub(super) struct Fields {
    open: Vec<Field>,
}

impl Fields {
    /// A `fldChar`: begin, separator or end.
    pub fn mark(&mut self, tag: &Tag<'_>) {
        match tag.attribute("fldCharType").as_deref() {
            Some("begin") => self.begin(Field {
                code: String::new(),
                result: false,
            }),
            Some("separate") => {
                if let Some(field) = self.open.last_mut() {
                    field.result = true;
                }
            }
            Some("end") => self.close(),
            _ => {}
        }
    }

    /// A field that has its instruction in an attribute.
    pub fn simple(&mut self, code: String) {
        self.begin(Field { code, result: true });
    }

    fn begin(&mut self, field: Field) {
        if self.open.len() == MAX_NESTED {
            self.open.remove(0);
        }
        self.open.push(field);
    }

    /// The innermost field ends.
    pub fn close(&mut self) {
        self.open.pop();
    }

    /// More of the innermost field's instruction.
    pub fn code(&mut self, text: &str) {
        if let Some(field) = self.open.last_mut() {
            field.code.push_str(text);
        }
    }

    /// A field whose result never comes must not swallow the rest of the text.
    pub fn end_of_paragraph(&mut self) {
        self.open.retain(|field| field.result);
    }

    /// Whether words at this place are printed.
    pub fn shown(&self) -> bool {
        self.open.iter().all(|field| field.result)
    }

    /// Whether words at this place repeat the mark of a note.
    pub fn repeats_note(&self) -> bool {
        self.open
            .last()
            .is_some_and(|field| field.result && is(&field.code, "NOTEREF"))
    }

    /// Whether this place is in an automatic table of contents.
    pub fn contents(&self) -> bool {
        self.open.iter().any(|field| is(&field.code, "TOC"))
    }
}

/// Whether the code of a field is of this kind.
fn is(code: &str, kind: &str) -> bool {
    code.split_whitespace()
        .next()
        .is_some_and(|word| word.eq_ignore_ascii_case(kind))
}
