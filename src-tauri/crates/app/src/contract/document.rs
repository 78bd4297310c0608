//! Documents of the library.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One document of the library, as lists show it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DocumentView {
    /// Content id.
    pub id: String,
    /// `A/RES/80/173`, where known.
    pub symbol: Option<String>,
    /// A short name that people use: `WSIS+20`; from the catalogue, else `null`.
    pub short_name: Option<String>,
    /// Title.
    pub title: String,
    /// ISO 8601 date, where known.
    pub date: Option<String>,
    /// `en`, `ja` …
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// `pdf`, `docx`, `html`, `markdown`, `plain`.
    pub format: String,
    /// File name.
    pub file_name: String,
    /// A digest in our own words, not the text itself.
    pub digest: bool,
    /// Numbered paragraphs.
    pub numbered: u32,
    /// All paragraphs.
    pub paragraphs: u32,
    /// Headings.
    pub headings: u32,
    /// Footnotes.
    pub footnotes: u32,
}

/// What the import did with a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportReport {
    /// The document.
    pub document: DocumentView,
    /// It was in the library already; nothing was changed.
    pub known: bool,
    /// What was taken out, by kind, the most frequent first.
    pub stripped: Vec<StrippedView>,
    /// What to check.
    pub warnings: Vec<WarningView>,
}

/// Pieces of one kind that were taken out of the text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StrippedView {
    /// `masthead`, `running_head`, `page_number`, `job_number`, `closing`, `furniture`.
    pub kind: String,
    /// How many pieces.
    pub count: u32,
    /// The pieces, at most 50, as `page: text`.
    pub samples: Vec<String>,
}

/// A warning of the import.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WarningView {
    /// `warning-<code>` is the key of the sentence: `no_numbers`, `numbering_gap` …
    pub code: String,
    /// Paragraph, page or part.
    pub place: Option<String>,
    /// Number or name that the sentence needs.
    pub detail: Option<String>,
}

/// `library.import`: read a file from disk. Answer: [`ImportReport`]. A job.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportRequest {
    /// Absolute path.
    pub path: String,
}

/// `library.importBytes`: read a file that was dropped without a path. Answer: [`ImportReport`].
/// A job.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportBytesRequest {
    /// File name without folders.
    pub name: String,
    /// The bytes, base 64 with padding.
    pub base64: String,
}

/// Names one document: `library.remove`, `library.report`.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DocumentRequest {
    /// Content id.
    pub id: String,
}

/// An official document that is known but not shipped.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CatalogueEntry {
    /// `wsis20`.
    pub key: String,
    /// `WSIS+20`.
    pub short_name: String,
    /// Symbol.
    pub symbol: String,
    /// Title in English.
    pub title: String,
    /// ISO 8601 date.
    pub date: String,
    /// Languages in which it is published.
    pub languages: Vec<String>,
    /// Address of the page for reading it, in the user's language where there is one.
    pub address: String,
}
