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

/// Names one document: `library.remove`, `library.report`, and `library.reopen`, which makes a
/// draft of it to correct and answers with an [`super::ImportReport`].
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
    /// Symbol; `null` for a draft that is not among the official documents.
    pub symbol: Option<String>,
    /// Title in English.
    pub title: String,
    /// ISO 8601 date, where known.
    pub date: Option<String>,
    /// Languages in which it is published.
    pub languages: Vec<String>,
    /// Address of the page for reading it, in the user's language where there is one.
    pub address: String,
}

/// `library.samples`. Answer: [`crate::contract::OpenPair`], the drafts to begin with.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SamplesRequest {
    /// `en` or `ja`.
    pub language: String,
}
