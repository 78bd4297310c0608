//! What a diplomatic text is, once it has been read: sections, paragraphs, labels, language, and
//! the words and sentences inside them. Nothing here knows of files, windows or comparisons.

mod dates;
mod hash;
mod label;
mod language;
mod marks;
mod model;
mod normal;
mod sentences;
mod symbol;
mod words;
mod work;

pub use dates::{date, month};
pub use hash::{FieldsHash, sha256};
pub use label::{Label, LabelKind, LabelPrefix, Separator, SortKey, roman_numeral};
pub use language::{Language, Script};
pub use marks::{Mark, MarkKind, Marks, Status, Verb, marks};
pub use model::{
    Document, DocumentId, Footnote, Format, NoteMark, Origin, Paragraph, ParagraphIndex,
    ParagraphKind, Section, SectionIndex, Source, Stripped, StrippedKind, Warning, WarningCode,
};
pub use normal::{fold, normalize};
pub use sentences::sentences;
pub use symbol::{Session, Suffix, SuffixKind, Symbol, SymbolError};
pub use words::{Word, WordKind, characters, for_each_word, head, words};
pub use work::{Monitor, Silent, Stage, Stop};
