//! What a comparison could not use: said once, above the result.

use wsis_document::{Document, ParagraphKind};

use crate::model::{Link, LinkKind, Notice};

/// The notices of a comparison, each at most once. `marks`: whether a footnote mark came or went.
/// Linear.
pub(crate) fn notices(
    left: &Document,
    right: &Document,
    links: &[Link],
    marks: bool,
) -> Vec<Notice> {
    let mut notices = Vec::new();
    for (text, notice) in [(left, Notice::LeftEmpty), (right, Notice::RightEmpty)] {
        if text.paragraphs.is_empty() {
            notices.push(notice);
        }
    }
    if !notices.is_empty() {
        return notices;
    }
    let same_words = links.iter().all(|l| l.kind == LinkKind::Same);
    if same_words && !marks && headings(left).eq(headings(right)) {
        return vec![Notice::SameText];
    }
    if left.language != right.language {
        notices.push(Notice::OtherLanguage);
    }
    if links
        .iter()
        .all(|l| matches!(l.kind, LinkKind::Added | LinkKind::Removed))
    {
        notices.push(Notice::NothingShared);
    }
    let numbered = |text: &Document| {
        text.paragraphs
            .iter()
            .any(|p| p.kind == ParagraphKind::Operative)
    };
    if !numbered(left) || !numbered(right) {
        notices.push(Notice::NoNumbers);
    }
    if left.sections.is_empty() || right.sections.is_empty() {
        notices.push(Notice::NoHeadings);
    }
    notices
}

/// The words of the headings; a number that differs is no difference.
fn headings(text: &Document) -> impl Iterator<Item = &str> {
    text.sections.iter().map(|section| section.heading.as_str())
}

#[cfg(test)]
mod tests {
    use wsis_document::{Document, Silent};

    use crate::invariants::document;
    use crate::{Notice, Settings, compare};

    fn said(left: &Document, right: &Document) -> Vec<Notice> {
        compare(left, right, &Settings::default(), &[], &Silent).notices
    }

    #[test]
    fn what_could_not_be_used_is_said() {
        let texts = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
        let harbour = document(
            "en",
            &[(
                "Harbours",
                texts(&["The harbour lights burn all night long."]),
            )],
        );
        let ferry = document(
            "en",
            &[("", texts(&["Timetables of every ferry shall be printed."]))],
        );
        let other = document(
            "fr",
            &[("Ports", texts(&["Les feux du port restent allumés."]))],
        );
        let none = document("en", &[]);
        assert_eq!(said(&harbour, &harbour), [Notice::SameText]);
        let mut renamed = harbour.clone();
        renamed.sections[0].heading = "Ports".into();
        assert!(!said(&harbour, &renamed.sealed()).contains(&Notice::SameText));
        assert_eq!(said(&none, &harbour), [Notice::LeftEmpty]);
        assert_eq!(said(&harbour, &none), [Notice::RightEmpty]);
        assert_eq!(said(&none, &none), [Notice::LeftEmpty, Notice::RightEmpty]);
        assert_eq!(
            said(&harbour, &ferry),
            [Notice::NothingShared, Notice::NoHeadings]
        );
        assert!(said(&harbour, &other).contains(&Notice::OtherLanguage));
    }
}
