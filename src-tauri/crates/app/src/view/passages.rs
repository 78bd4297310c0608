//! Negotiation marks and tracked changes at their places in a paragraph.

use std::collections::HashMap;

use wsis_document::{MarkKind, Paragraph, Status, Verb, marks};
use wsis_import::TrackedChange;

use super::names;
use crate::contract::{MarkView, ProposalView};
use crate::utf16::Positions;

/// The tracked changes whose words are in a document, by the ids of its paragraphs.
#[derive(Clone, Debug, Default)]
pub(crate) struct Proposals(HashMap<String, Vec<TrackedChange>>);

impl Proposals {
    /// Sorts changes into their paragraphs; those without words in the text have no place there.
    pub fn new(changes: Vec<TrackedChange>) -> Self {
        let mut proposals: HashMap<String, Vec<TrackedChange>> = HashMap::new();
        for change in changes {
            if let Some(id) = change
                .paragraph
                .clone()
                .filter(|_| !change.passage.is_empty())
            {
                proposals.entry(id).or_default().push(change);
            }
        }
        Proposals(proposals)
    }

    /// All of them with the ids of their paragraphs, those of a paragraph in the order of the text.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &TrackedChange)> {
        let paragraphs = self.0.iter();
        paragraphs.flat_map(|(id, changes)| changes.iter().map(|change| (id.as_str(), change)))
    }

    /// Those in one paragraph, in the order of the text.
    pub fn views(&self, paragraph: &Paragraph) -> Vec<ProposalView> {
        let Some(changes) = self.0.get(&paragraph.id) else {
            return Vec::new();
        };
        let ends = changes
            .iter()
            .flat_map(|change| [change.passage.start, change.passage.end]);
        let positions = Positions::new(&paragraph.text, ends);
        changes
            .iter()
            .map(|change| ProposalView {
                start: positions.of(change.passage.start),
                end: positions.of(change.passage.end),
                kind: names::tracked_kind(change.kind).to_owned(),
                author: change.author.clone(),
                date: change.date.clone(),
            })
            .collect()
    }
}

/// The negotiation marks of a text, an outer one before those inside it. Linear, but for sorting
/// the places of the marks.
pub(super) fn mark_views(text: &str) -> Vec<MarkView> {
    let found = marks(text).marks;
    let ends = found
        .iter()
        .flat_map(|mark| [&mark.span, &mark.content])
        .flat_map(|range| [range.start, range.end]);
    let positions = Positions::new(text, ends);
    found
        .into_iter()
        .map(|mark| MarkView {
            start: positions.of(mark.span.start),
            end: positions.of(mark.span.end),
            content_start: positions.of(mark.content.start),
            content_end: positions.of(mark.content.end),
            depth: mark.depth,
            kind: kind_name(mark.kind).to_owned(),
            actors: mark.actors,
            verb: mark.verb.map(|verb| verb_name(verb).to_owned()),
            alternatives: mark.alternatives,
        })
        .collect()
}

fn kind_name(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Open => "open",
        MarkKind::Option => "option",
        MarkKind::Placeholder => "placeholder",
        MarkKind::Status(Status::Agreed) => "agreed",
        MarkKind::Status(Status::AdReferendum) => "ad_referendum",
        MarkKind::Status(Status::Preliminarily) => "preliminarily",
        MarkKind::Status(Status::SuggestedForClosure) => "suggested_for_closure",
        MarkKind::Status(Status::Former) => "former",
    }
}

fn verb_name(verb: Verb) -> &'static str {
    match verb {
        Verb::Add => "add",
        Verb::Delete => "delete",
        Verb::Retain => "retain",
        Verb::Move => "move",
        Verb::Replace => "replace",
        Verb::Reserve => "reserve",
        Verb::Alternative => "alternative",
        Verb::Bracket => "bracket",
        Verb::Clean => "clean",
        Verb::Clarify => "clarify",
        Verb::Support => "support",
        Verb::Oppose => "oppose",
    }
}

#[cfg(test)]
mod tests {
    use wsis_document::ParagraphKind;
    use wsis_import::TrackedKind;

    use super::*;

    #[test]
    fn marks_count_in_utf16_and_say_who_wants_what() {
        let text = "\u{1f600} We [EU, JP: retain][shall [G77: delete at once]] act (agreed).";
        let found = mark_views(text);
        let units: Vec<u16> = text.encode_utf16().collect();
        let words = |start: u32, end: u32| {
            String::from_utf16(&units[start as usize..end as usize]).unwrap()
        };
        let shown: Vec<_> = found
            .iter()
            .map(|mark| {
                (
                    words(mark.start, mark.end),
                    words(mark.content_start, mark.content_end),
                    mark.depth,
                    mark.verb.as_deref(),
                )
            })
            .collect();
        assert_eq!(
            shown,
            [
                ("[EU, JP: retain]".into(), String::new(), 1, Some("retain")),
                (
                    "[shall [G77: delete at once]]".into(),
                    "shall [G77: delete at once]".into(),
                    1,
                    None
                ),
                (
                    "[G77: delete at once]".into(),
                    "at once".into(),
                    2,
                    Some("delete")
                ),
                ("(agreed)".into(), "agreed".into(), 0, None),
            ]
        );
        assert_eq!(found[0].actors, ["EU", "JP"]);
        assert_eq!(found[3].kind, "agreed");
    }

    #[test]
    fn proposals_stand_at_their_words_and_those_without_words_nowhere() {
        let change = |paragraph: Option<&str>, passage| TrackedChange {
            kind: TrackedKind::Inserted,
            author: "Tarn Ford".into(),
            date: None,
            text: "wide".into(),
            paragraph: paragraph.map(str::to_owned),
            passage,
        };
        let proposals = Proposals::new(vec![
            change(Some("1"), 5..9),
            change(Some("1"), 9..9),
            change(None, 0..4),
        ]);
        let paragraph = |id: &str| Paragraph {
            id: id.into(),
            section: None,
            parent: None,
            kind: ParagraphKind::Operative,
            label: None,
            text: "\u{e9}t\u{e9} wide".into(),
            italics: Vec::new(),
            note_marks: Vec::new(),
            page: None,
        };
        let [one] = &proposals.views(&paragraph("1"))[..] else {
            panic!("one proposal");
        };
        assert_eq!((one.start, one.end), (3, 7));
        assert_eq!(one.author, "Tarn Ford");
        assert_eq!(proposals.views(&paragraph("2")), []);
    }
}
