//! The official documents that the program knows of, and the digests that it ships.

use std::sync::OnceLock;

use serde::Deserialize;
use wsis_document::{Document, Silent, Symbol};

use crate::AppError;
use crate::contract::CatalogueEntry;

/// The facts of one official document.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Entry {
    pub key: String,
    pub short_name: String,
    pub symbol: Option<String>,
    pub title: String,
    pub date: Option<String>,
    pub languages: Vec<String>,
    /// With `{language}` where the language goes.
    pub address: String,
}

#[derive(Deserialize)]
struct Catalogue {
    document: Vec<Entry>,
}

/// A text that is part of the program: key, language, file name, bytes.
pub(crate) struct Shipped {
    pub key: &'static str,
    pub language: &'static str,
    pub file_name: &'static str,
    pub bytes: &'static [u8],
}

macro_rules! digest {
    ($key:literal, $language:literal) => {
        Shipped {
            key: $key,
            language: $language,
            file_name: concat!($key, ".", $language, ".md"),
            bytes: include_bytes!(concat!(
                "../../../../documents/",
                $key,
                "/",
                $language,
                ".md"
            )),
        }
    };
}

/// The digests, older text first.
pub(crate) const DIGESTS: [Shipped; 4] = [
    digest!("wsis10", "en"),
    digest!("wsis10", "ja"),
    digest!("wsis20", "en"),
    digest!("wsis20", "ja"),
];

impl Shipped {
    /// Reads the text.
    pub fn document(&self) -> Result<Document, AppError> {
        wsis_import::import(
            self.file_name,
            self.bytes,
            &wsis_import::Options::default(),
            &Silent,
        )
        .map_err(|source| AppError::Import {
            file: self.file_name.to_owned(),
            source,
        })
    }
}

/// The catalogue. Read once.
pub(crate) fn entries() -> &'static [Entry] {
    static ENTRIES: OnceLock<Vec<Entry>> = OnceLock::new();
    ENTRIES.get_or_init(|| {
        let text = include_str!("../../../../documents/catalogue.toml");
        match toml::from_str::<Catalogue>(text) {
            Ok(catalogue) => catalogue.document,
            Err(error) => {
                tracing::error!(%error, "the catalogue cannot be read");
                Vec::new()
            }
        }
    })
}

impl Entry {
    /// The entry as the window shows it, with the address in `language` where it is published in
    /// it, else in English.
    pub fn view(&self, language: &str) -> CatalogueEntry {
        let language = if self.is_in(language) { language } else { "en" };
        CatalogueEntry {
            key: self.key.clone(),
            short_name: self.short_name.clone(),
            symbol: self.symbol.clone(),
            title: self.title.clone(),
            date: self.date.clone(),
            languages: self.languages.clone(),
            address: self.address.replace("{language}", language),
        }
    }

    /// Whether it is published in a language.
    pub fn is_in(&self, language: &str) -> bool {
        self.languages.iter().any(|known| known == language)
    }

    /// Whether `address` is this document's reading page in one of its languages.
    pub fn has_address(&self, address: &str) -> bool {
        self.languages
            .iter()
            .any(|language| self.view(language).address == address)
    }
}

/// The name people use for a document with this symbol.
pub(crate) fn short_name(symbol: Option<&str>) -> Option<String> {
    let symbol = symbol?;
    entries()
        .iter()
        .find(|entry| entry.symbol.as_deref() == Some(symbol))
        .map(|entry| entry.short_name.clone())
}

/// The entry of a symbol.
pub(crate) fn entry(symbol: &Symbol) -> Option<&'static Entry> {
    let known = |entry: &&Entry| entry.symbol.as_deref() == Some(symbol.as_str());
    entries().iter().find(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_knows_the_two_outcomes() {
        let keys: Vec<&str> = entries().iter().map(|entry| entry.key.as_str()).collect();
        assert!(
            keys.contains(&"wsis10") && keys.contains(&"wsis20"),
            "{keys:?}"
        );
        assert_eq!(short_name(Some("A/RES/80/173")).as_deref(), Some("WSIS+20"));
    }

    #[test]
    fn symbols_are_in_their_one_form_and_in_the_address() {
        let service = wsis_fetch::Service::official();
        for entry in entries() {
            let Some(symbol) = &entry.symbol else {
                continue;
            };
            let parsed = Symbol::parse(symbol).unwrap();
            assert_eq!(parsed.as_str(), symbol);
            let address = service.reading_address(&parsed, "{language}");
            assert_eq!(entry.address, address, "{}", entry.key);
        }
    }

    #[test]
    fn addresses_are_made_only_for_published_languages() {
        for entry in entries() {
            assert_eq!(entry.view("xx").address, entry.view("en").address);
            assert!(entry.view("fr").address.starts_with("https://"));
            assert!(entry.has_address(&entry.view("fr").address));
            assert!(!entry.has_address("https://example.org/"));
        }
    }

    #[test]
    fn every_digest_reads_as_a_digest_of_its_language() {
        for digest in &DIGESTS {
            let document = digest.document().unwrap();
            assert_eq!(document.language.code(), digest.language);
            assert_eq!(document.source.origin, wsis_document::Origin::Digest);
        }
    }
}
