//! Sentences of the exports in the reader's language, from the Fluent files that lie beside the
//! window's.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use serde::Serialize;
use unic_langid::LanguageIdentifier;

/// Language in which an export explains itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Locale {
    /// English.
    #[default]
    English,
    /// Japanese, in the words of a 新旧対照表.
    Japanese,
}

impl Locale {
    /// The locale for a BCP 47 tag; English for a language without a translation.
    pub fn new(tag: &str) -> Self {
        match wsis_document::Language::new(tag).code() {
            "ja" => Locale::Japanese,
            _ => Locale::English,
        }
    }

    /// BCP 47 tag.
    pub fn code(self) -> &'static str {
        match self {
            Locale::English => "en",
            Locale::Japanese => "ja",
        }
    }

    fn source(self) -> &'static str {
        match self {
            Locale::English => include_str!("../../../../ui/locales/export.en.ftl"),
            Locale::Japanese => include_str!("../../../../ui/locales/export.ja.ftl"),
        }
    }
}

/// The messages of one locale.
pub(crate) struct Messages {
    bundle: FluentBundle<FluentResource>,
}

impl Messages {
    /// Reads the locale's file, which is part of the program.
    pub(crate) fn new(locale: Locale) -> Self {
        let language: LanguageIdentifier = locale.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![language]);
        // The page isolates directions by its elements; in a CSV cell the marks would be noise.
        bundle.set_use_isolating(false);
        // A broken entry leaves the others readable; a test keeps the files free of them.
        let resource = match FluentResource::try_new(locale.source().to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
        Messages { bundle }
    }

    /// A message without arguments. A missing one is shown by its key.
    pub(crate) fn text(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A message with arguments.
    pub(crate) fn with(&self, key: &str, arguments: &[(&str, FluentValue<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|m| m.value()) else {
            return key.to_owned();
        };
        let mut args = FluentArgs::new();
        for (name, value) in arguments {
            args.set(*name, value.clone());
        }
        self.bundle
            .format_pattern(pattern, Some(&args), &mut Vec::new())
            .into_owned()
    }

    /// The word for a value of one of the model's enumerations: `kind` and `MovedRevised` give
    /// the message `kind-moved_revised`.
    pub(crate) fn word(&self, family: &str, value: &impl Serialize) -> String {
        self.text(&format!("{family}-{}", name(value)))
    }
}

/// The stable name of an enumeration's value, as JSON writes it: `moved_revised`.
pub(crate) fn name(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn keys(locale: Locale) -> BTreeSet<String> {
        let resource = FluentResource::try_new(locale.source().to_owned());
        assert!(resource.is_ok(), "{locale:?} does not parse");
        locale
            .source()
            .lines()
            .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
            .filter_map(|line| line.split_once(" =").map(|(key, _)| key.to_owned()))
            .collect()
    }

    #[test]
    fn both_locales_have_the_same_messages() {
        assert!(keys(Locale::English).len() > 40);
        assert_eq!(keys(Locale::English), keys(Locale::Japanese));
    }

    #[test]
    fn every_value_that_is_shown_has_a_word() {
        use wsis_compare::{Notice, SectionLinkKind, SegmentClass, Tier};
        use wsis_notes::NoteState;
        for locale in [Locale::English, Locale::Japanese] {
            let messages = Messages::new(locale);
            let mut words = Vec::new();
            for kind in crate::overview::KINDS {
                words.push(messages.word("kind", &kind));
            }
            for tier in [
                Tier::Identical,
                Tier::Revised,
                Tier::Probable,
                Tier::RelatedPhrases,
                Tier::Unlinked,
            ] {
                words.push(messages.word("tier", &tier));
            }
            for kind in [
                SectionLinkKind::Carried,
                SectionLinkKind::Split,
                SectionLinkKind::Merged,
                SectionLinkKind::Dropped,
                SectionLinkKind::New,
            ] {
                words.push(messages.word("chapter", &kind));
            }
            for class in [
                SegmentClass::Substance,
                SegmentClass::CommitmentVerb,
                SegmentClass::Number,
                SegmentClass::Actor,
                SegmentClass::Citation,
                SegmentClass::Punctuation,
                SegmentClass::Case,
                SegmentClass::Spelling,
                SegmentClass::Space,
                SegmentClass::Label,
            ] {
                words.push(messages.word("class", &class));
            }
            for notice in [
                Notice::LeftEmpty,
                Notice::RightEmpty,
                Notice::OtherLanguage,
                Notice::NothingShared,
                Notice::NoNumbers,
                Notice::NoHeadings,
            ] {
                words.push(messages.word("notice", &notice));
            }
            words.push(messages.word("state", &NoteState::Open));
            words.push(messages.word("state", &NoteState::Done));
            for word in words {
                assert!(
                    !word.contains('_')
                        && !word.starts_with("kind-")
                        && !word.starts_with("notice-"),
                    "{locale:?}: {word}"
                );
                assert!(!word.is_empty());
            }
        }
    }

    #[test]
    fn a_count_takes_the_right_form() {
        let messages = Messages::new(Locale::English);
        assert_eq!(messages.with("changes", &[("count", 1.into())]), "1 change");
        assert_eq!(
            messages.with("changes", &[("count", 2.into())]),
            "2 changes"
        );
    }
}
