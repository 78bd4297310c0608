//! What a package says about its document: custom properties, and the job tags that the United
//! Nations' document system leaves in a review comment.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::xml::{self, Tag, Visitor};
use crate::{Facts, ImportError};

/// Languages as the custom property names them.
const LANGUAGES: [(&str, &str); 7] = [
    ("arabic", "ar"),
    ("chinese", "zh"),
    ("english", "en"),
    ("french", "fr"),
    ("japanese", "ja"),
    ("russian", "ru"),
    ("spanish", "es"),
];

/// Mark around each job tag.
const TAG: &str = "<<ODS";

/// Facts from `docProps/custom.xml`. Linear.
///
/// # Errors
/// Those of [`xml::walk`].
pub(super) fn properties(xml: &str) -> Result<Facts, ImportError> {
    let mut reader = Reader::default();
    xml::walk(xml, &mut reader)?;
    let get = |name: &str| {
        // Word writes characters that XML cannot hold as `_x000d_`.
        let value = reader.values.get(name)?.replace("_x000d_", " ");
        Some(value.trim().to_owned()).filter(|value| !value.is_empty())
    };
    let titles: Vec<String> = ["Title1", "Title2"]
        .iter()
        .filter_map(|name| get(name))
        .collect();
    let language = get("Language").and_then(|name| {
        let name = name.to_lowercase();
        LANGUAGES
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, code)| (*code).to_owned())
    });
    Ok(Facts {
        symbol: get("Symbol1"),
        title: (!titles.is_empty()).then(|| titles.join(": ")),
        language,
        ..Facts::default()
    })
}

/// Whether a comment is no comment, but holds job tags.
pub(super) fn is_job_tag(comment: &str) -> bool {
    comment.trim_start().starts_with(TAG)
}

/// The value of a job tag: what stands between two marks of its name.
pub(super) fn job_tag(comment: &str, name: &str) -> Option<String> {
    let mark = format!("{TAG} {name}>>");
    let (_, after) = comment.split_once(&mark)?;
    let (value, _) = after.split_once(TAG)?;
    Some(value.trim().to_owned()).filter(|value| !value.is_empty())
}

#[derive(Default)]
struct Reader {
    values: FxHashMap<String, String>,
    open: Option<String>,
}

impl Visitor for Reader {
    fn open(&mut self, tag: &Tag<'_>) -> bool {
        if tag.name() == "property" {
            self.open = tag.attribute("name").map(Cow::into_owned);
        }
        true
    }

    fn close(&mut self, name: &str) {
        if name == "property" {
            self.open = None;
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(name) = &self.open {
            self.values.entry(name.clone()).or_default().push_str(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_and_job_tags() {
        let xml = "<P><property name=\"Symbol1\"><v>X/1</v></property>\
            <property name=\"Title1\"><v>Work_x000d_</v></property>\
            <property name=\"Language\"><v>French</v></property></P>";
        let facts = properties(xml).expect("XML");
        assert_eq!(facts.symbol.as_deref(), Some("X/1"));
        assert_eq!(facts.title.as_deref(), Some("Work"));
        assert_eq!(facts.language.as_deref(), Some("fr"));
        let comment = "<<ODS JOB NO>>N1<<ODS JOB NO>>\n<<ODS DOC SYMBOL1>>X/2<<ODS DOC SYMBOL1>>";
        assert!(is_job_tag(comment));
        assert_eq!(job_tag(comment, "DOC SYMBOL1").as_deref(), Some("X/2"));
    }
}
