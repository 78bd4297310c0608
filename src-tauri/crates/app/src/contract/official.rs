//! Official documents: looking at a symbol, and fetching the text when the user says so.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ErrorView, ImportReport};

/// `official.look`: what is known of a symbol. Answer: [`OfficialView`]. Contacts nobody.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LookRequest {
    /// A symbol as the user types it, or the address of a reading page.
    pub text: String,
}

/// What is known of a symbol without asking anybody.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OfficialView {
    /// The symbol in its one form; `null` where the text is none.
    pub symbol: Option<String>,
    /// Why the text is no symbol, with a code `symbol-…`.
    pub problem: Option<ErrorView>,
    /// The name of the document in the catalogue.
    pub short_name: Option<String>,
    /// Its title in the catalogue, English.
    pub title: Option<String>,
    /// The language that a pasted address names.
    pub language: Option<String>,
    /// The languages in which it may be published.
    pub languages: Vec<OfficialLanguage>,
    /// The host that fetching would contact.
    pub host: String,
}

/// An official document in one language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OfficialLanguage {
    /// `en`, `fr` …
    pub code: String,
    /// The page on which it is read.
    pub address: String,
    /// Content id of the text in the library.
    pub document: Option<String>,
    /// When it was fetched, RFC 3339; its file is here and nobody need be asked for it.
    pub fetched: Option<String>,
}

/// `official.fetch`: fetch an official document and read it. Answer: [`FetchedView`]. A job.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FetchRequest {
    /// The symbol.
    pub symbol: String,
    /// `ar`, `en`, `es`, `fr`, `ru`, `zh`.
    pub language: String,
    /// `best` (Word where there is one, else PDF), `word`, `pdf`.
    pub format: String,
    /// The user was told which host is contacted and pressed the button. Without it only what is
    /// here already is answered.
    pub consent: bool,
}

/// A document that was fetched, or that was here already.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FetchedView {
    /// What the import did.
    pub report: ImportReport,
    /// `fetched` now, `kept` from an earlier time, or of the `library`. Only the first contacted
    /// anybody.
    pub origin: String,
    /// Where the file came from; `null` for a text of the library.
    pub address: Option<String>,
    /// The language of the text is not the one that was asked for.
    pub other_language: bool,
    /// The symbol that the text gives itself, where that is not the one that was asked for.
    pub other_symbol: Option<String>,
}
