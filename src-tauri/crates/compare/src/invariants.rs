//! What holds for every comparison, whatever the texts: tried on generated ones.

use std::cell::Cell;

use proptest::prelude::*;
use wsis_document::{
    Document, DocumentId, Format, Label, LabelKind, Language, Monitor, Origin, Paragraph,
    ParagraphKind, Section, SectionIndex, Silent, Source, Stage, Stop, WordKind, words,
};

use crate::*;

/// A document from sections of paragraphs; the first section's heading is left out when empty.
pub(crate) fn document(language: &str, sections: &[(&str, Vec<String>)]) -> Document {
    let mut draft = Document {
        id: DocumentId::default(),
        symbol: None,
        title: "A made-up text".into(),
        date: None,
        language: Language::new(language),
        source: Source {
            file_name: "made-up.txt".into(),
            format: Format::Plain,
            sha256: String::new(),
            origin: Origin::File,
        },
        sections: vec![],
        paragraphs: vec![],
        footnotes: vec![],
        stripped: vec![],
        warnings: vec![],
    };
    for (heading, texts) in sections {
        let section = (!heading.is_empty()).then_some(SectionIndex(draft.sections.len() as u32));
        let first = draft.paragraphs.len() as u32;
        for text in texts {
            let id = (draft.paragraphs.len() + 1).to_string();
            draft.paragraphs.push(Paragraph {
                label: Some(Label::new(LabelKind::Number, id.clone())),
                id,
                section,
                parent: None,
                kind: ParagraphKind::Operative,
                text: text.clone(),
                italics: vec![],
                note_marks: vec![],
                page: None,
            });
        }
        if section.is_some() {
            draft.sections.push(Section {
                parent: None,
                level: 1,
                label: None,
                heading: (*heading).into(),
                note_marks: vec![],
                paragraphs: first..draft.paragraphs.len() as u32,
            });
        }
    }
    draft.sealed()
}

/// Sentences of few words, so that paragraphs resemble each other in many ways.
fn paragraph() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => prop::sample::select(vec!["ferry", "harbour", "council", "bridges", "should", "Urges", "follow-up", "12", "1,000", "the", "of", "and"]),
        1 => prop::sample::select(vec!["Ferry", "shall", "“quay”", "été", "(c)", "港湾", "café;"]),
    ];
    prop::collection::vec(prop::collection::vec(word, 1..12), 1..4).prop_map(|sentences| {
        sentences
            .iter()
            .map(|s| s.join(" ") + ".")
            .collect::<Vec<_>>()
            .join(" ")
    })
}

prop_compose! {
    /// Two texts: the second shares some paragraphs with the first, changed, moved and cut.
    fn texts()(
        base in prop::collection::vec(paragraph(), 0..14),
        fresh in prop::collection::vec(paragraph(), 0..4),
        plan in prop::collection::vec((0usize..20, 0u8..8), 0..16),
        cuts in (0usize..15, 0usize..15),
    ) -> (Document, Document) {
        let mut newer: Vec<String> = Vec::new();
        for (at, how) in plan {
            let Some(text) = base.get(at).or(fresh.get(at % 5)) else { continue };
            let words: Vec<&str> = text.split(' ').collect();
            match how {
                0 => newer.push(words[..words.len() / 2 + 1].join(" ")),
                1 => newer.extend([words[..words.len() / 2].join(" "), words[words.len() / 2..].join(" ")]),
                2 => newer.push(text.to_uppercase()),
                3 => newer.push(format!("{text} {}", fresh.first().map_or("Ferry.", |f| f.as_str()))),
                _ => newer.push(text.clone()),
            }
        }
        newer.retain(|text| !text.is_empty());
        let split = |texts: &[String], at: usize| {
            let at = at.min(texts.len());
            (texts[..at].to_vec(), texts[at..].to_vec())
        };
        let (a, b) = split(&base, cuts.0);
        let (c, d) = split(&newer, cuts.1);
        (
            document("en", &[("", a), ("Ferries and bridges", b)]),
            document("en", &[("On ferries", c), ("Bridges", d)]),
        )
    }
}

fn choices() -> impl Strategy<Value = Settings> {
    let regime = prop::sample::select(vec![
        RegimeChoice::Auto,
        RegimeChoice::Revision,
        RegimeChoice::Related,
    ]);
    let granularity = prop::sample::select(vec![
        Granularity::Word,
        Granularity::Character,
        Granularity::Sentence,
    ]);
    (regime, granularity).prop_map(|(regime, granularity)| Settings {
        regime,
        granularity,
        ..Settings::default()
    })
}

/// A monitor whose time is up once it has been asked so many times.
struct Hasty(Cell<u32>);

impl Monitor for Hasty {
    fn progress(&self, _: Stage, _: u64, _: u64) {}

    fn stop(&self) -> Option<Stop> {
        let left = self.0.get();
        self.0.set(left.saturating_sub(1));
        (left == 0).then_some(Stop::Deadline)
    }
}

fn joined(document: &Document, link: &[wsis_document::ParagraphIndex]) -> String {
    link.iter()
        .map(|p| document.paragraphs[p.get()].text.as_str())
        .collect::<Vec<_>>()
        .join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn segments_rebuild_both_texts_and_keep_words_whole((left, right) in texts(), settings in choices()) {
        let result = compare(&left, &right, &settings, &[], &Silent);
        for difference in &result.differences {
            let link = &result.links[difference.link.0 as usize];
            let (old, new) = (joined(&left, &link.left), joined(&right, &link.right));
            let (mut rebuilt, mut rebuilt_new) = (String::new(), String::new());
            for segment in &difference.segments {
                let l = &old[segment.left.start as usize..segment.left.end as usize];
                let r = &new[segment.right.start as usize..segment.right.end as usize];
                match segment.op {
                    Op::Equal => prop_assert_eq!(l, r),
                    Op::Removed => prop_assert!(r.is_empty() && !l.is_empty()),
                    Op::Added => prop_assert!(l.is_empty() && !r.is_empty()),
                }
                let piece = if l.is_empty() { r } else { l };
                prop_assert!(piece == "\n" || !piece.contains('\n'), "a segment crosses a line feed");
                rebuilt.push_str(l);
                rebuilt_new.push_str(r);
            }
            prop_assert_eq!(&rebuilt, &old);
            prop_assert_eq!(&rebuilt_new, &new);
            if settings.granularity == Granularity::Word {
                let inside = |text: &str, at: u32, document: &Document| {
                    words(text, &document.language).iter().any(|w| {
                        w.kind != WordKind::Space && w.span.start < at as usize && (at as usize) < w.span.end
                    })
                };
                for segment in &difference.segments {
                    for at in [segment.left.start, segment.left.end] {
                        prop_assert!(!inside(&old, at, &left), "cut inside a word");
                    }
                    for at in [segment.right.start, segment.right.end] {
                        prop_assert!(!inside(&new, at, &right), "cut inside a word");
                    }
                }
            }
        }
    }

    #[test]
    fn every_paragraph_and_section_is_covered_once((left, right) in texts(), settings in choices()) {
        let result = compare(&left, &right, &settings, &[], &Silent);
        let mut lefts: Vec<u32> = result.links.iter().flat_map(|l| &l.left).map(|p| p.0).collect();
        let mut rights: Vec<u32> = result.links.iter().flat_map(|l| &l.right).map(|p| p.0).collect();
        lefts.sort_unstable();
        rights.sort_unstable();
        prop_assert_eq!(lefts, (0..left.paragraphs.len() as u32).collect::<Vec<_>>());
        prop_assert_eq!(rights, (0..right.paragraphs.len() as u32).collect::<Vec<_>>());

        let mut links = Vec::new();
        let (mut headings_left, mut headings_right) = (Vec::new(), Vec::new());
        for row in rows(&left, &right, &result) {
            match row {
                Row::Heading { left, right, .. } => {
                    headings_left.extend(left.iter().map(|s| s.0));
                    headings_right.extend(right.iter().map(|s| s.0));
                }
                Row::Paragraphs { link, .. } => links.push(link.0),
            }
        }
        prop_assert_eq!(links, (0..result.links.len() as u32).collect::<Vec<_>>(), "links are in the order of the rows");
        headings_left.sort_unstable();
        prop_assert_eq!(headings_left, (0..left.sections.len() as u32).collect::<Vec<_>>());
        prop_assert_eq!(headings_right, (0..right.sections.len() as u32).collect::<Vec<_>>());
    }

    #[test]
    fn a_text_against_itself_is_all_the_same((left, _) in texts(), settings in choices()) {
        let result = compare(&left, &left, &settings, &[], &Silent);
        prop_assert!(result.links.iter().all(|l| l.kind == LinkKind::Same && l.left == l.right));
        prop_assert!(result.differences.is_empty());
    }

    #[test]
    fn swapping_the_sides_mirrors_the_links((left, right) in texts(), settings in choices()) {
        let one = compare(&left, &right, &settings, &[], &Silent);
        let other = compare(&right, &left, &settings, &[], &Silent);
        let mirrored = |kind| match kind {
            LinkKind::Split => LinkKind::Merged,
            LinkKind::Merged => LinkKind::Split,
            LinkKind::Added => LinkKind::Removed,
            LinkKind::Removed => LinkKind::Added,
            kind => kind,
        };
        let mut a: Vec<_> = one.links.iter().map(|l| (l.left.clone(), l.right.clone(), format!("{:?} {:?}", l.kind, l.tier))).collect();
        let mut b: Vec<_> = other.links.iter().map(|l| (l.right.clone(), l.left.clone(), format!("{:?} {:?}", mirrored(l.kind), l.tier))).collect();
        a.sort();
        b.sort();
        prop_assert_eq!(a, b);
        prop_assert_eq!(one.regime, other.regime);
    }

    #[test]
    fn the_same_input_gives_the_same_bytes((left, right) in texts(), settings in choices()) {
        let bytes = || serde_json::to_vec(&compare(&left, &right, &settings, &[], &Silent)).unwrap();
        prop_assert_eq!(bytes(), bytes());
    }

    #[test]
    fn what_time_has_cut_is_told((left, right) in texts(), asked in 0u32..40) {
        let settings = Settings::default();
        let whole = compare(&left, &right, &settings, &[], &Silent);
        let cut = compare(&left, &right, &settings, &[], &Hasty(Cell::new(asked)));
        prop_assert!(cut == whole || !cut.precision.cuts.is_empty());
        let paragraphs = |of: &Comparison| of.links.iter().map(|l| l.left.len() + l.right.len()).sum::<usize>();
        prop_assert_eq!(paragraphs(&cut), paragraphs(&whole), "no paragraph is lost");
    }

    #[test]
    fn a_persons_links_are_kept((left, right) in texts(), settings in choices(), pick in (0usize..14, 0usize..14, 0usize..14)) {
        prop_assume!(!left.paragraphs.is_empty() && !right.paragraphs.is_empty());
        let pick = (pick.0 % left.paragraphs.len(), pick.1 % right.paragraphs.len(), pick.2 % right.paragraphs.len());
        let id = |document: &Document, at: usize| document.paragraphs[at].id.clone();
        let manual = [
            ManualLink { left: vec![id(&left, pick.0)], right: vec![id(&right, pick.1)], action: ManualAction::Link },
            ManualLink { left: vec!["no such paragraph".into()], right: vec![id(&right, pick.2)], action: ManualAction::Link },
        ];
        let result = compare(&left, &right, &settings, &manual, &Silent);
        let locked: Vec<&Link> = result.links.iter().filter(|l| l.locked).collect();
        prop_assert_eq!(locked.len(), 1);
        prop_assert_eq!(locked[0].left[0].get(), pick.0);
        prop_assert_eq!(locked[0].right[0].get(), pick.1);
        prop_assert!(locked[0].evidence.by_hand);

        let parted = [ManualLink { action: ManualAction::Unlink, ..manual[0].clone() }];
        let result = compare(&left, &right, &settings, &parted, &Silent);
        let together = |l: &Link| l.left.iter().any(|p| p.get() == pick.0) && l.right.iter().any(|p| p.get() == pick.1);
        prop_assert!(!result.links.iter().any(together));
        prop_assert!(!result.suggestions.iter().any(together));
    }

    #[test]
    fn comparing_again_is_comparing(
        (left, right) in texts(),
        (before, after) in (choices(), choices()),
        picks in prop::collection::vec((0usize..14, 0usize..14, any::<bool>()), 0..4),
    ) {
        prop_assume!(!left.paragraphs.is_empty() && !right.paragraphs.is_empty());
        let manual: Vec<ManualLink> = picks
            .iter()
            .map(|&(l, r, link)| ManualLink {
                left: vec![left.paragraphs[l % left.paragraphs.len()].id.clone()],
                right: vec![right.paragraphs[r % right.paragraphs.len()].id.clone()],
                action: if link { ManualAction::Link } else { ManualAction::Unlink },
            })
            .collect();
        let bytes = |comparison: &Comparison| serde_json::to_string(comparison).unwrap();
        let prepared = Prepared::new(&left, &right, &Silent);
        let mut last = prepared.compare(&before, &[], &Silent);
        for upto in 0..=manual.len() {
            last = prepared.recompare(&last, &after, &manual[..upto], &Silent);
            let full = compare(&left, &right, &after, &manual[..upto], &Silent);
            prop_assert_eq!(bytes(&last), bytes(&full));
        }
    }
}
