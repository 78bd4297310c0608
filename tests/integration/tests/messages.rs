//! Every refusal of the readers has its sentence, with a remedy, in every language of the window.

use std::path::Path;

use wsis_import::ImportError;

/// The value of a message in a Fluent file.
fn message<'a>(file: &'a str, key: &str) -> Option<&'a str> {
    file.lines()
        .find_map(|line| line.strip_prefix(key)?.strip_prefix(" ="))
        .map(str::trim)
}

fn locale(language: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../ui/locales")
        .join(format!("{language}.ftl"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn every_refusal_has_a_sentence_and_a_remedy() {
    for (language, stop) in [("en", ". "), ("ja", "。")] {
        let file = locale(language);
        for code in ImportError::CODES {
            let key = format!("error-{code}");
            let text = message(&file, &key).unwrap_or_else(|| panic!("{language}: no {key}"));
            // What happened, then what to do; nothing needs doing where the user stopped it.
            let (what, remedy) = text.split_once(stop).unwrap_or((text, ""));
            assert!(
                !what.is_empty() && !remedy.is_empty(),
                "{language}: {key} = {text}"
            );
            if code != "cancelled" {
                assert!(
                    text.contains("{ $file }"),
                    "{language}: {key} names no file"
                );
            }
        }
    }
}

#[test]
fn a_message_that_is_missing_is_found_missing() {
    assert_eq!(message("error-x = Gone.\n", "error-x"), Some("Gone."));
    assert_eq!(message("error-xy = Gone.\n", "error-x"), None);
}
