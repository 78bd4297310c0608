//! A made-up negotiation in five drafts, to try the program with.

use crate::catalogue::Shipped;
use crate::contract::{OpenPair, SamplesRequest};
use crate::{App, AppError, now};

macro_rules! draft {
    ($name:literal, $language:literal) => {
        Shipped {
            key: $name,
            language: $language,
            file_name: concat!($name, ".", $language, ".md"),
            bytes: include_bytes!(concat!(
                "../../../../documents/samples/",
                $language,
                "/",
                $name,
                ".md"
            )),
        }
    };
}

/// The drafts in each language, the oldest first.
const DRAFTS: [Shipped; 10] = [
    draft!("0-zero-draft", "en"),
    draft!("1-rev1", "en"),
    draft!("2-rev2", "en"),
    draft!("3-l-text", "en"),
    draft!("4-adopted", "en"),
    draft!("0-zero-draft", "ja"),
    draft!("1-rev1", "ja"),
    draft!("2-rev2", "ja"),
    draft!("3-l-text", "ja"),
    draft!("4-adopted", "ja"),
];

impl App {
    /// Puts the drafts in a language into the library where they are missing. The pair to begin
    /// with: the zero draft and its first revision.
    pub(crate) fn import_samples(&self, request: &SamplesRequest) -> Result<OpenPair, AppError> {
        let now = now();
        let mut ids = Vec::new();
        for draft in DRAFTS.iter().filter(|d| d.language == request.language) {
            let document = draft.document()?;
            self.with_store(|store| Ok(store.put_document(&document, draft.bytes, &now)?))?;
            ids.push(document.id.0);
        }
        match ids.as_slice() {
            [left, right, ..] => Ok(OpenPair {
                left: left.clone(),
                right: right.clone(),
            }),
            _ => Err(AppError::invalid(format!(
                "no samples in {}",
                request.language
            ))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_draft_reads_in_its_language_and_is_no_digest() {
        for draft in &DRAFTS {
            let document = draft.document().unwrap();
            assert_eq!(document.language.code(), draft.language);
            assert_eq!(document.source.origin, wsis_document::Origin::File);
            assert!(document.paragraphs.len() > 30, "{}", draft.file_name);
        }
    }
}
