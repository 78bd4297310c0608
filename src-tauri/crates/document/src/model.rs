//! The frozen result of reading one text.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::{FieldsHash, Label, Language};

/// Position of a [`Paragraph`] in [`Document::paragraphs`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ParagraphIndex(pub u32);

/// Position of a [`Section`] in [`Document::sections`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SectionIndex(pub u32);

impl ParagraphIndex {
    /// The index as a `usize`, for slices.
    pub fn get(self) -> usize {
        self.0 as usize
    }
}

impl SectionIndex {
    /// The index as a `usize`, for slices.
    pub fn get(self) -> usize {
        self.0 as usize
    }
}

/// Identity of a document: lower-case hexadecimal SHA-256 over everything a reader sees
/// (symbol, title, language, headings, labels, texts, footnotes). Two imports of the same file
/// by the same rules have the same id. Empty only while an importer is at work.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DocumentId(pub String);

/// What kind of file the text came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// CommonMark with `#` headings, and the front matter of our digests.
    Markdown,
    /// Plain text, one paragraph a block.
    Plain,
    /// WordprocessingML.
    Docx,
    /// Portable Document Format with a text layer.
    Pdf,
    /// A web page, or a text saved as one.
    Html,
    /// Akoma Ntoso, and the UN's profile of it (AKN4UN).
    AkomaNtoso,
}

/// Whose words the text is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Our own summary, paragraph by paragraph; never the wording of the text itself.
    Digest,
    /// A text that the user brought.
    File,
}

/// Where a document came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// File name without folders, as the user knows it.
    pub file_name: String,
    /// Recognised from the bytes, not from the name.
    pub format: Format,
    /// Lower-case hexadecimal SHA-256 of the file's bytes.
    pub sha256: String,
    /// A digest of ours, or a text that the user brought.
    pub origin: Origin,
}

/// A chapter or a part of one. Sections are in reading order; a heading is a section, never a
/// paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The section this one stands in; always a smaller index.
    pub parent: Option<SectionIndex>,
    /// 1 for a chapter under the title, 2 for a section of a chapter, and so on.
    pub level: u8,
    /// The printed number (`"1.1"`, `"II"`, `"Annex I"`), without it in `heading`.
    pub label: Option<Label>,
    /// The heading's words, NFC, without the label.
    pub heading: String,
    /// Footnote marks in the heading, in order.
    #[serde(default)]
    pub note_marks: Vec<NoteMark>,
    /// Paragraphs between this heading and the next one of any level. The ranges of all
    /// sections are in order and do not overlap; opening paragraphs are in none.
    pub paragraphs: Range<u32>,
}

/// What a paragraph does in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ParagraphKind {
    /// The enacting clause and whatever else stands before the text's own title (`E1`, `E2` …).
    FrontMatter,
    /// An unnumbered opening paragraph (`P1`, `P2` …).
    Preambular,
    /// A numbered paragraph; its id is the printed number.
    Operative,
    /// A lettered or roman item of the paragraph before it (`12(a)`).
    Item,
    /// Unnumbered text: after a numbered paragraph (`12+1`: the first after paragraph 12), or any
    /// paragraph but the opening ones where a text has no numbers at all (`T1`, `T2` …).
    Continuation,
}

/// A footnote mark in a paragraph: where it stood. The mark is not part of the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteMark {
    /// Byte offset in [`Paragraph::text`], at a character boundary.
    pub at: u32,
    /// The mark as printed: `"12"`, `"*"`.
    pub mark: String,
}

/// A paragraph. Its text is NFC and never changes after import, so byte spans never go stale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Unique in its document: `"12"`, `"5 bis"`, `"P1"`, `"E1"`, `"T1"`, `"12(a)"`; where numbering
    /// restarts, the second `12` is `"12~2"`.
    pub id: String,
    /// The section it stands in; `None` before the first heading.
    pub section: Option<SectionIndex>,
    /// For an item: the paragraph that it belongs to.
    pub parent: Option<ParagraphIndex>,
    /// What it does in the text.
    pub kind: ParagraphKind,
    /// The printed number. A label is never part of the text: renumbering is not a change.
    pub label: Option<Label>,
    /// NFC, single spaces, no leading or trailing space, no label, no footnote marks.
    pub text: String,
    /// Byte ranges of `text` that are set in italics, in order, not overlapping.
    pub italics: Vec<Range<u32>>,
    /// Footnote marks, in order.
    pub note_marks: Vec<NoteMark>,
    /// First page it stands on, from 1, where the format has pages.
    pub page: Option<u32>,
}

/// A footnote or endnote, apart from the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Footnote {
    /// The mark as printed.
    pub mark: String,
    /// NFC, single spaces.
    pub text: String,
}

/// Why something was taken out of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StrippedKind {
    /// Organ, symbol, session, date and the like at the head of the first page.
    Masthead,
    /// A line repeated at the head of the pages.
    RunningHead,
    /// `2/20`.
    PageNumber,
    /// `25-20874 (E)`, `*2520874*`.
    JobNumber,
    /// The line that says which meeting adopted the text, and when.
    Closing,
    /// Words in hidden type, which are not printed.
    Hidden,
    /// Anything else set aside by a rule (header and footer parts of a Word file, empty rules).
    Furniture,
    /// A person said that it is no part of the text.
    ByHand,
}

/// A piece of the file that is not part of the text, kept for the import report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stripped {
    /// By which rule.
    pub kind: StrippedKind,
    /// The page, from 1, where the format has pages.
    pub page: Option<u32>,
    /// What it said.
    pub text: String,
}

/// What an import could not do as it should.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WarningCode {
    /// No numbered paragraph was found.
    NoNumbers,
    /// No heading was found.
    NoHeadings,
    /// Numbering jumps or restarts.
    NumberingGap,
    /// A footnote mark without its footnote, or the reverse.
    NoteUnmatched,
    /// Tracked changes were taken as accepted.
    RevisionsAccepted,
    /// Tracked changes were taken as rejected.
    RevisionsRejected,
    /// Something of the file (pictures, text boxes, comments) is not compared.
    NotCompared,
    /// Bytes that are no text in the file's encoding were replaced.
    Encoding,
    /// A square bracket is opened and not closed, or the reverse.
    UnbalancedBrackets,
    /// The file is an untagged PDF: paragraphs were found by their position only.
    Untagged,
    /// Pages of a PDF that hold pictures and no text: scans in the midst of a text.
    PageWithoutText,
    /// A correction of an earlier reading no longer applies: its text is not in the file any more.
    CorrectionLost,
}

/// A warning of the import, with its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// What it is about; the message in the user's language is made from the code.
    pub code: WarningCode,
    /// Paragraph id, page or file part.
    pub place: Option<String>,
    /// The detail that the sentence needs (a number, a count).
    pub detail: Option<String>,
}

/// One text, read. Flat and in reading order; the tree is a view over `parent`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Identity of the content.
    pub id: DocumentId,
    /// Document symbol, `A/RES/80/173`, where one was found.
    pub symbol: Option<String>,
    /// The text's own title.
    pub title: String,
    /// Date of adoption or of the document, ISO 8601, where one was found.
    pub date: Option<String>,
    /// Language of the text.
    pub language: Language,
    /// The file.
    pub source: Source,
    /// In reading order.
    pub sections: Vec<Section>,
    /// In reading order.
    pub paragraphs: Vec<Paragraph>,
    /// In the order of their marks.
    pub footnotes: Vec<Footnote>,
    /// What was taken out, by rule.
    pub stripped: Vec<Stripped>,
    /// What to check.
    pub warnings: Vec<Warning>,
}

impl Document {
    /// The document with the id of its content; an importer's last step. Linear in the text.
    pub fn sealed(mut self) -> Document {
        self.id = content_id(&self);
        self
    }

    /// The paragraph at `index`, or `None` for an index of another document.
    pub fn paragraph(&self, index: ParagraphIndex) -> Option<&Paragraph> {
        self.paragraphs.get(index.get())
    }

    /// Finds a paragraph by its id. Linear.
    pub fn find(&self, id: &str) -> Option<ParagraphIndex> {
        self.paragraphs
            .iter()
            .position(|p| p.id == id)
            .map(|i| ParagraphIndex(i as u32))
    }

    /// Label and heading as one line, as printed: `1.1 Bridging the digital divide`.
    pub fn heading_line(&self, section: SectionIndex) -> String {
        self.sections
            .get(section.get())
            .map(|s| match &s.label {
                Some(label) => format!("{label} {}", s.heading),
                None => s.heading.clone(),
            })
            .unwrap_or_default()
    }
}

fn content_id(document: &Document) -> DocumentId {
    let mut hash = FieldsHash::new();
    let mut field = |text: &str| hash.field(text);
    field(document.symbol.as_deref().unwrap_or(""));
    field(&document.title);
    field(document.language.code());
    for section in &document.sections {
        field(&section.level.to_string());
        field(
            &section
                .label
                .as_ref()
                .map(Label::to_string)
                .unwrap_or_default(),
        );
        field(&section.heading);
        field(&format!("{:?}", section.paragraphs));
        for mark in &section.note_marks {
            field(&format!("{} {}", mark.at, mark.mark));
        }
    }
    for paragraph in &document.paragraphs {
        field(&paragraph.id);
        field(
            &paragraph
                .label
                .as_ref()
                .map(Label::to_string)
                .unwrap_or_default(),
        );
        field(&paragraph.text);
        for mark in &paragraph.note_marks {
            field(&format!("{} {}", mark.at, mark.mark));
        }
    }
    for note in &document.footnotes {
        field(&note.mark);
        field(&note.text);
    }
    DocumentId(hash.finish())
}
