//! Brackets around words are punctuation to a comparison, never words.

use wsis_compare::{Op, SegmentClass, Settings, compare};
use wsis_document::{Document, Silent};

fn read(text: &str) -> Document {
    let options = wsis_import::Options::default();
    wsis_import::import("a.txt", text.as_bytes(), &options, &Silent).expect("a text is read")
}

#[test]
fn brackets_alone_change_no_word() {
    let agreed = read(
        "1. The ships of the northern ports keep right of one another.\n\n\
         2. Boats that carry the mail shall go on before all other boats.\n\n\
         3. The port council meets again in the spring of each year.\n",
    );
    let open = read(
        "1. The ships of the [northern] ports keep right of one another.\n\n\
         2. Boats that carry the mail [shall] go on before [all other boats].\n\n\
         [3. The port council meets again in the spring of each year.]\n",
    );
    let comparison = compare(&open, &agreed, &Settings::default(), &[], &Silent);
    assert_eq!(comparison.links.len(), 3);
    assert!(
        comparison
            .links
            .iter()
            .all(|link| !link.left.is_empty() && !link.right.is_empty())
    );
    let changed = comparison.differences.iter().flat_map(|d| &d.segments);
    let changed: Vec<SegmentClass> = changed
        .filter(|segment| segment.op != Op::Equal)
        .map(|segment| segment.class)
        .collect();
    assert!(changed.len() >= 4, "{changed:?}");
    assert!(
        changed
            .iter()
            .all(|class| *class == SegmentClass::Punctuation),
        "{changed:?}"
    );
}
