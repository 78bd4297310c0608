//! Starting, settings, and what to say about the library file.

use serde::de::DeserializeOwned;
use wsis_document::{Language, Origin};
use wsis_store::{DocumentRow, Event, Store, StoreError};

use crate::contract::{NoticeView, OpenPair, SettingsView, StartRequest, StartView, small_classes};
use crate::{App, AppError, catalogue, lock};

/// Key of the pair that was open last.
pub(crate) const OPEN_PAIR: &str = "open-pair";
const SETTINGS: &str = "settings";
/// Sizes of text that can be chosen, in CSS pixels.
const TEXT_SIZES: std::ops::RangeInclusive<u32> = 12..=28;

impl App {
    /// What the window needs first. Puts the digests into a new library.
    pub(crate) fn start(&self, request: &StartRequest) -> Result<StartView, AppError> {
        self.ensure_digests()?;
        let settings = self.settings(&request.system_language)?;
        let (rows, last) =
            self.with_store(|store| Ok((store.documents()?, kept::<OpenPair>(store, OPEN_PAIR)?)))?;
        let there = |id: &str| rows.iter().any(|row| row.id.0 == id);
        let open = last
            .filter(|pair| there(&pair.left) && there(&pair.right))
            .or_else(|| digest_pair(&rows, &settings.language));
        Ok(StartView {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            data_folder: self.folder().to_string_lossy().into_owned(),
            library: self.library()?,
            catalogue: catalogue::entries()
                .iter()
                .map(|entry| entry.view(&settings.language))
                .collect(),
            settings,
            open,
            notices: lock(&self.notices).clone(),
        })
    }

    /// Keeps what the user chose.
    pub(crate) fn set_settings(
        &self,
        mut settings: SettingsView,
    ) -> Result<SettingsView, AppError> {
        if !matches!(settings.language.as_str(), "en" | "ja") {
            return Err(AppError::invalid(format!(
                "no language {}",
                settings.language
            )));
        }
        if !matches!(settings.theme.as_str(), "system" | "light" | "dark") {
            return Err(AppError::invalid(format!("no theme {}", settings.theme)));
        }
        if !matches!(settings.fetching.as_str(), "ask" | "click" | "never") {
            let what = format!("no way of fetching {}", settings.fetching);
            return Err(AppError::invalid(what));
        }
        settings.text_size = settings
            .text_size
            .clamp(*TEXT_SIZES.start(), *TEXT_SIZES.end());
        self.with_store(|store| Ok(store.set_setting(SETTINGS, &settings)?))?;
        Ok(settings)
    }

    /// What the user chose, else what suits the system's language.
    pub(crate) fn settings(&self, system_language: &str) -> Result<SettingsView, AppError> {
        let kept = self.with_store(|store| kept::<SettingsView>(store, SETTINGS))?;
        Ok(kept.unwrap_or_else(|| {
            let japanese = Language::new(system_language).code() == "ja";
            SettingsView {
                language: if japanese { "ja" } else { "en" }.to_owned(),
                theme: "system".to_owned(),
                text_size: 17,
                newer_left: false,
                only_changes: false,
                letter_keys: true,
                dimmed_classes: small_classes(),
                author: None,
                fetching: "ask".to_owned(),
            }
        }))
    }
}

/// A setting; one that another version kept in another shape counts as not chosen yet.
pub(crate) fn kept<T: DeserializeOwned>(store: &Store, key: &str) -> Result<Option<T>, AppError> {
    match store.setting(key) {
        Err(StoreError::Value { .. }) => Ok(None),
        other => Ok(other?),
    }
}

/// The digests in a language, older text first.
fn digest_pair(rows: &[DocumentRow], language: &str) -> Option<OpenPair> {
    let digest = |key: &str| {
        let symbol = &catalogue::entries()
            .iter()
            .find(|entry| entry.key == key)?
            .symbol;
        rows.iter()
            .find(|row| {
                row.origin == Origin::Digest
                    && row.language.code() == language
                    && row.symbol == *symbol
            })
            .map(|row| row.id.0.clone())
    };
    Some(OpenPair {
        left: digest("wsis10")?,
        right: digest("wsis20")?,
    })
}

/// What the user must know of how the library file was opened, if anything.
pub(crate) fn notice(event: &Event) -> Option<NoticeView> {
    let (code, path) = match event {
        Event::Opened | Event::Created => return None,
        Event::Migrated { backup } => ("database-migrated", backup),
        Event::SetAsideDamaged { path } => ("database-damaged", path),
        Event::SetAsideNewer { path } => ("database-newer", path),
    };
    Some(NoticeView {
        code: code.to_owned(),
        path: Some(path.to_string_lossy().into_owned()),
    })
}
