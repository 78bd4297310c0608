//! Starting, settings, errors and progress.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CatalogueEntry, DocumentView};

/// `app.start`. Answer: [`StartView`].
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StartRequest {
    /// The system's language, BCP 47; used until the user chooses one.
    pub system_language: String,
}

/// What the window needs first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StartView {
    /// Version of the program.
    pub version: String,
    /// Folder of the library file.
    pub data_folder: String,
    /// Settings.
    pub settings: SettingsView,
    /// The library, newest first.
    pub library: Vec<DocumentView>,
    /// Official documents that are known.
    pub catalogue: Vec<CatalogueEntry>,
    /// What to open: the pair open last, else the digests in the user's language.
    pub open: Option<OpenPair>,
    /// What happened to the library file, if something did.
    pub notices: Vec<NoticeView>,
}

/// Two documents to open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OpenPair {
    /// Older.
    pub left: String,
    /// Newer.
    pub right: String,
}

/// Something that the user must know about the library file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoticeView {
    /// `notice-<code>` is the key of the sentence: `database-newer`, `database-damaged`,
    /// `database-migrated`.
    pub code: String,
    /// The file that was set aside or the copy that was made.
    pub path: Option<String>,
}

/// What the user chose. `settings.set` takes one and answers with one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SettingsView {
    /// `en`, `ja`.
    pub language: String,
    /// `system`, `light`, `dark`.
    pub theme: String,
    /// Size of the text in CSS pixels, 12 to 28.
    pub text_size: u32,
    /// Newer text on the left, as in a 新旧対照表.
    pub newer_left: bool,
    /// Unchanged rows are folded.
    pub only_changes: bool,
    /// Single-letter keys are on.
    pub letter_keys: bool,
    /// Classes of change that are dimmed and passed over by "next change".
    #[serde(default = "small_classes")]
    pub dimmed_classes: Vec<String>,
    /// Name that goes with decisions; `null` until the user was asked.
    #[serde(default)]
    pub author: Option<String>,
    /// Fetching official documents: `ask` each time, `click` (a click is enough), `never`.
    #[serde(default = "ask")]
    pub fetching: String,
}

fn ask() -> String {
    "ask".to_owned()
}

/// The classes that rarely matter: dimmed until the user says otherwise.
pub fn small_classes() -> Vec<String> {
    ["punctuation", "case", "spelling", "space", "label"]
        .map(str::to_owned)
        .to_vec()
}

/// A refusal or a failure. `error-<code>` is the key of its sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ErrorView {
    /// Stable, kebab case.
    pub code: String,
    /// English, for the log.
    pub message: String,
    /// The file it is about.
    pub file: Option<String>,
    /// Other facts that the sentence names.
    pub detail: Option<String>,
}

/// Progress of a job; at most ten a second.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProgressView {
    /// The job, as the window named it in the call.
    pub job: String,
    /// `fetching`, `reading`, `structuring`, `aligning`, `differencing`, `writing`.
    pub stage: String,
    /// Steps done.
    pub done: u32,
    /// Steps in all; 0 when unknown.
    pub total: u32,
}

/// `job.cancel`. Answer: `null`; the job's own call ends with the error `cancelled`.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CancelRequest {
    /// The job.
    pub job: String,
}

/// The verbs that say how strongly somebody commits. Answer of `commitment.get` and
/// `commitment.set`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CommitmentView {
    /// It is not the table of the program any more.
    pub changed: bool,
    /// In the order in which they are shown.
    pub languages: Vec<CommitmentLanguageView>,
}

/// The verbs of one language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CommitmentLanguageView {
    /// `en`, `ja` …
    pub language: String,
    /// Forms that are equally strong, the strongest first.
    pub steps: Vec<Vec<String>>,
}

/// `commitment.set`. Answer: [`CommitmentView`]. Comparisons must be opened again.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SetCommitmentRequest {
    /// The whole table; `null` for that of the program.
    pub languages: Option<Vec<CommitmentLanguageView>>,
}
