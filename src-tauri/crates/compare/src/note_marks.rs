//! Footnote marks of linked paragraphs and headings: which came, which went, and which only have
//! another number.
//!
//! A mark is no word, so it is in no difference. What it is known by is its footnote: the same
//! footnote under another number is renumbered, as a paragraph may be, and has not changed.

use std::collections::{HashMap, HashSet};

use wsis_document::{
    Document, Language, NoteMark, ParagraphIndex, SectionIndex, WordKind, fold, for_each_word,
};

use crate::model::{
    Difference, HeadingMarkChange, Link, LinkIndex, LinkKind, MarkChange, Op, SectionLink,
    SegmentClass, Tier,
};

/// What became of the marks of all links with two sides whose words are compared. Linear in the
/// links and the footnotes, and quadratic in the marks of a link, which are few.
pub(crate) fn changes(
    left: &Document,
    right: &Document,
    links: &[Link],
    differences: &[Difference],
) -> Vec<MarkChange> {
    let footnotes = (Footnotes::new(left), Footnotes::new(right));
    let mut differences = differences.iter().peekable();
    let mut changes = Vec::new();
    for (at, link) in links.iter().enumerate() {
        let index = LinkIndex(at as u32);
        let difference = differences.next_if(|d| d.link == index);
        let compared = !matches!(
            link.kind,
            LinkKind::Related | LinkKind::Removed | LinkKind::Added
        );
        // Without a difference the words are the same, or there was no time to look at them.
        if !compared || difference.is_none() && link.tier != Tier::Identical {
            continue;
        }
        let old = marks(left, &link.left, &footnotes.0);
        let new = marks(right, &link.right, &footnotes.1);
        let in_place = |a: &Mark<_>, b: &Mark<_>| place(a.at, difference) == Some(b.at);
        changes.extend(became(&old, &new, in_place).map(|one| MarkChange {
            link: index,
            op: one.op,
            paragraph: one.owner,
            position: one.position,
            class: one.class,
        }));
    }
    changes
}

/// What became of the marks in the headings of chapters that belong together. The words of
/// headings are not compared, so a mark is in its place where it ends both headings, or where both
/// are the same words. Each mark is told once. Costs as [`changes`].
pub(crate) fn of_headings(
    left: &Document,
    right: &Document,
    links: &[SectionLink],
) -> Vec<HeadingMarkChange> {
    let without = |document: &Document| document.sections.iter().all(|s| s.note_marks.is_empty());
    if left.language != right.language || without(left) && without(right) {
        return Vec::new();
    }
    let footnotes = (Footnotes::new(left), Footnotes::new(right));
    let heading = |document: &Document, section: SectionIndex| -> String {
        let section = document.sections.get(section.get());
        section.map_or_else(String::new, |section| section.heading.clone())
    };
    let in_place = |a: &Mark<SectionIndex>, b: &Mark<SectionIndex>| {
        let (older, newer) = (heading(left, a.owner), heading(right, b.owner));
        let ends = a.at as usize == older.len() && b.at as usize == newer.len();
        ends || a.at == b.at && older == newer
    };
    let mut told = HashSet::new();
    let mut changes = Vec::new();
    for (at, link) in (0..).zip(links) {
        if link.left.is_empty() || link.right.is_empty() {
            continue;
        }
        let old = heading_marks(left, &link.left, &footnotes.0);
        let new = heading_marks(right, &link.right, &footnotes.1);
        let of_link = became(&old, &new, in_place).map(|one| HeadingMarkChange {
            section_link: at,
            op: one.op,
            section: one.owner,
            position: one.position,
            class: one.class,
        });
        // A chapter may be in several links.
        changes.extend(
            of_link.filter(|one| told.insert((one.op == Op::Removed, one.section, one.position))),
        );
    }
    changes
}

/// What the footnotes of a text say, by their marks.
struct Footnotes(HashMap<String, Option<String>>);

impl Footnotes {
    fn new(document: &Document) -> Self {
        let mut texts: HashMap<String, Option<String>> = HashMap::new();
        for note in &document.footnotes {
            let words = words(&note.text, &document.language);
            texts
                .entry(note.mark.clone())
                // An asterisk on each of several pages: which is meant cannot be told.
                .and_modify(|known| *known = known.take().filter(|text| *text == words))
                .or_insert(Some(words));
        }
        Footnotes(texts)
    }

    fn of(&self, mark: &str) -> Option<&str> {
        self.0.get(mark)?.as_deref()
    }
}

/// The words of a text alone, folded: how a footnote is set is no change of it.
fn words(text: &str, language: &Language) -> String {
    let mut words = String::with_capacity(text.len());
    for_each_word(text, language, |word| {
        if matches!(word.kind, WordKind::Word | WordKind::Number) {
            words.push_str(&fold(&text[word.span]));
            words.push(' ');
        }
    });
    words
}

/// A mark on one side of a link of paragraphs or of headings.
struct Mark<'a, Owner> {
    /// The paragraph or section it stands in.
    owner: Owner,
    /// Position in the marks of its owner.
    position: u32,
    /// Byte in the text of the side (see [`Difference`]), or in the heading.
    at: u32,
    printed: &'a str,
    /// What its footnote says; `None` where that is not known.
    footnote: Option<&'a str>,
}

/// The marks of one paragraph or heading, whose text begins at `base`.
fn marks_of<'a, Owner: Copy>(
    owner: Owner,
    base: u32,
    marks: &'a [NoteMark],
    footnotes: &'a Footnotes,
) -> impl Iterator<Item = Mark<'a, Owner>> {
    (0..).zip(marks).map(move |(position, note)| Mark {
        owner,
        position,
        at: base + note.at,
        printed: &note.mark,
        footnote: footnotes.of(&note.mark),
    })
}

/// The marks of the headings of one side of a link, in reading order.
fn heading_marks<'a>(
    document: &'a Document,
    side: &[SectionIndex],
    footnotes: &'a Footnotes,
) -> Vec<Mark<'a, SectionIndex>> {
    side.iter()
        .filter_map(|&index| Some((index, document.sections.get(index.get())?)))
        .flat_map(|(index, section)| marks_of(index, 0, &section.note_marks, footnotes))
        .collect()
}

/// The marks of one side of a link, in reading order.
fn marks<'a>(
    document: &'a Document,
    side: &[ParagraphIndex],
    footnotes: &'a Footnotes,
) -> Vec<Mark<'a, ParagraphIndex>> {
    let mut marks = Vec::new();
    let mut base = 0;
    for &index in side {
        let Some(paragraph) = document.paragraph(index) else {
            continue;
        };
        marks.extend(marks_of(index, base, &paragraph.note_marks, footnotes));
        base += paragraph.text.len() as u32 + 1;
    }
    marks
}

/// What became of a mark: see [`MarkChange`].
struct Became<Owner> {
    op: Op,
    owner: Owner,
    position: u32,
    class: SegmentClass,
}

/// Pairs the marks of two sides, the surest pairs first, and says what became of them. `in_place`:
/// whether two marks stand at the same place of the same words.
fn became<Owner: Copy>(
    old: &[Mark<Owner>],
    new: &[Mark<Owner>],
    in_place: impl Fn(&Mark<Owner>, &Mark<Owner>) -> bool,
) -> impl Iterator<Item = Became<Owner>> {
    let mut of_old: Vec<Option<usize>> = vec![None; old.len()];
    let mut of_new: Vec<Option<&Mark<Owner>>> = vec![None; new.len()];
    let mut pair = |same: &dyn Fn(&Mark<Owner>, &Mark<Owner>) -> bool| {
        for (a, to) in old.iter().zip(&mut of_old).filter(|(_, to)| to.is_none()) {
            let free = |j: &usize| of_new[*j].is_none() && same(a, &new[*j]);
            *to = (0..new.len()).find(free);
            if let Some(j) = *to {
                of_new[j] = Some(a);
            }
        }
    };
    let footnote =
        |a: &Mark<Owner>, b: &Mark<Owner>| a.footnote.is_some() && a.footnote == b.footnote;
    pair(&|a, b| footnote(a, b) && in_place(a, b));
    pair(&footnote);
    pair(&in_place);
    pair(&|a, b| (a.footnote.is_none() || b.footnote.is_none()) && a.printed == b.printed);

    let change = |op, mark: &Mark<Owner>, class| Became {
        op,
        owner: mark.owner,
        position: mark.position,
        class,
    };
    let other_footnote = |a: &Mark<Owner>, b: &Mark<Owner>| {
        (a.footnote.zip(b.footnote)).is_some_and(|(a, b)| a != b)
    };
    let removed = old.iter().zip(&of_old).filter_map(|(a, to)| match to {
        Some(j) if !other_footnote(a, &new[*j]) => None,
        _ => Some(change(Op::Removed, a, SegmentClass::Citation)),
    });
    let added = new.iter().zip(of_new).filter_map(|(b, from)| {
        match from.filter(|a| !other_footnote(a, b)) {
            None => Some(change(Op::Added, b, SegmentClass::Citation)),
            Some(a) if a.printed != b.printed => Some(change(Op::Equal, b, SegmentClass::Label)),
            Some(_) => None,
        }
    });
    let became: Vec<Became<Owner>> = removed.chain(added).collect();
    became.into_iter()
}

/// Where a byte of the older text is in the newer one; `None` where the text around it changed.
/// Without a difference both are the same text.
fn place(at: u32, difference: Option<&Difference>) -> Option<u32> {
    let Some(difference) = difference else {
        return Some(at);
    };
    // A mark belongs to the word before it.
    let mut segments = difference.segments.iter();
    let around = match at {
        0 => segments.next(),
        _ => segments.find(|s| s.left.start < at && at <= s.left.end),
    }?;
    (around.op == Op::Equal).then(|| around.right.start + (at - around.left.start))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use wsis_document::{Document, Footnote, NoteMark, Silent};

    use crate::invariants::document;
    use crate::{LinkKind, MarkChange, Op, SegmentClass, Settings, compare};

    /// A text from paragraphs in which `^4` is a mark, and from what its footnotes say.
    fn text(paragraphs: &[&str], footnotes: &[(&str, &str)]) -> Document {
        let bare = |p: &str| -> (String, Vec<NoteMark>) {
            let mut pieces = p.split('^');
            let mut text = pieces.next().unwrap().to_owned();
            let mut marks = Vec::new();
            for piece in pieces {
                let digits = piece.len() - piece.trim_start_matches(char::is_numeric).len();
                let (mark, rest) = piece.split_at(digits);
                marks.push(NoteMark {
                    at: text.len() as u32,
                    mark: mark.to_owned(),
                });
                text.push_str(rest);
            }
            (text, marks)
        };
        let read: Vec<_> = paragraphs.iter().map(|p| bare(p)).collect();
        let texts = read.iter().map(|(text, _)| text.clone()).collect();
        let mut made = document("en", &[("", texts)]);
        for (paragraph, (_, marks)) in made.paragraphs.iter_mut().zip(read) {
            paragraph.note_marks = marks;
        }
        let note = |(mark, text): &(&str, &str)| Footnote {
            mark: (*mark).to_owned(),
            text: (*text).to_owned(),
        };
        made.footnotes = footnotes.iter().map(note).collect();
        made.sealed()
    }

    /// What is said of the marks: `-0.1` is the second mark of the first older paragraph.
    fn said(left: &Document, right: &Document) -> Vec<(String, SegmentClass)> {
        let result = compare(left, right, &Settings::default(), &[], &Silent);
        let show = |change: &MarkChange| {
            let sign = match change.op {
                Op::Removed => '-',
                Op::Added => '+',
                Op::Equal => '=',
            };
            let place = format!("{sign}{}.{}", change.paragraph.0, change.position);
            (place, change.class)
        };
        result.mark_changes.iter().map(show).collect()
    }

    const FERRY: &str = "The ferry^1 leaves the northern quay at noon^2 and returns at night.";
    const NOTES: [(&str, &str); 2] = [("1", "Painted red."), ("2", "By the harbour clock.")];

    #[test]
    fn a_mark_that_came_or_went_is_a_citation_and_the_words_stay_the_same() {
        let old = text(&[FERRY], &NOTES);
        let new = text(
            &["The ferry leaves the northern quay at noon^1 and returns at night^2."],
            &[("1", "By the harbour clock."), ("2", "Not in winter.")],
        );
        let result = compare(&old, &new, &Settings::default(), &[], &Silent);
        assert_eq!(result.links[0].kind, LinkKind::Same);
        assert!(result.differences.is_empty());
        assert_eq!(
            said(&old, &new),
            [
                ("-0.0".into(), SegmentClass::Citation),
                ("=0.0".into(), SegmentClass::Label),
                ("+0.1".into(), SegmentClass::Citation),
            ]
        );
    }

    #[test]
    fn another_number_for_the_same_footnote_is_no_citation() {
        let old = text(&[FERRY], &NOTES);
        let new = text(
            &["The ferry^8 leaves the northern quay at noon^9 and returns at night."],
            &[("8", "Painted red"), ("9", "by the harbour clock")],
        );
        assert_eq!(
            said(&old, &new),
            [
                ("=0.0".into(), SegmentClass::Label),
                ("=0.1".into(), SegmentClass::Label),
            ]
        );
        assert!(said(&old, &old).is_empty());
    }

    #[test]
    fn another_footnote_under_the_same_number_is_a_citation() {
        let old = text(&[FERRY], &NOTES);
        let new = text(&[FERRY], &[("1", "Painted blue."), NOTES[1]]);
        let citation = SegmentClass::Citation;
        assert_eq!(
            said(&old, &new),
            [("-0.0".into(), citation), ("+0.0".into(), citation)]
        );
    }

    #[test]
    fn marks_are_found_again_in_words_that_changed() {
        let old = text(&[FERRY], &NOTES);
        let new = text(
            &["The boat^1 leaves the northern quay at noon^2 and returns at night."],
            &NOTES,
        );
        assert!(said(&old, &new).is_empty());
        // The same where nothing is known of the footnotes.
        assert!(said(&text(&[FERRY], &[]), &text(&[FERRY], &[])).is_empty());
    }

    #[test]
    fn marks_of_a_split_are_counted_from_their_own_paragraph() {
        let halves = [
            "The ferry^1 leaves the northern quay at noon and returns at night to the island.",
            "Every lamp^2 of the old harbour shall burn from dusk to dawn in all seasons.",
        ];
        let old = text(&[&halves.join(" ")], &NOTES);
        let new = text(&halves, &[NOTES[0]]);
        let result = compare(&old, &new, &Settings::default(), &[], &Silent);
        assert_eq!(result.links[0].kind, LinkKind::Split);
        assert!(said(&old, &new).is_empty());
        let gone = halves.map(|half| half.replace("^2", ""));
        let new = text(&[&gone[0], &gone[1]], &[NOTES[0]]);
        assert_eq!(
            said(&old, &new),
            [("-0.1".to_owned(), SegmentClass::Citation)]
        );
    }

    /// A chapter with a marked heading over a paragraph, and what its footnotes say.
    fn chapter(heading: &str, mark: Option<&str>, footnotes: &[(&str, &str)]) -> Document {
        let mut made = document(
            "en",
            &[(heading, vec![FERRY.replace("^1", "").replace("^2", "")])],
        );
        made.sections[0].note_marks = mark
            .map(|mark| NoteMark {
                at: heading.len() as u32,
                mark: mark.to_owned(),
            })
            .into_iter()
            .collect();
        made.footnotes = text(&[], footnotes).footnotes;
        made.sealed()
    }

    #[test]
    fn marks_of_headings_are_told_as_those_of_paragraphs() {
        let told = |left: &Document, right: &Document| -> Vec<(Op, SegmentClass)> {
            let result = compare(left, right, &Settings::default(), &[], &Silent);
            result
                .heading_marks
                .iter()
                .map(|one| (one.op, one.class))
                .collect()
        };
        let one = chapter("Ferries", Some("1"), &[("1", "See the timetable.")]);
        let bare = chapter("Ferries", None, &[]);
        let renumbered = chapter(
            "Ferries and boats",
            Some("4"),
            &[("4", "See the timetable.")],
        );
        let other = chapter("Ferries", Some("1"), &[("1", "See the fares.")]);
        assert!(told(&one, &one).is_empty() && told(&bare, &bare).is_empty());
        assert_eq!(told(&one, &bare), [(Op::Removed, SegmentClass::Citation)]);
        assert_eq!(told(&bare, &one), [(Op::Added, SegmentClass::Citation)]);
        assert_eq!(told(&one, &renumbered), [(Op::Equal, SegmentClass::Label)]);
        assert_eq!(
            told(&one, &other),
            [
                (Op::Removed, SegmentClass::Citation),
                (Op::Added, SegmentClass::Citation)
            ]
        );
    }

    proptest! {
        /// Marks put anywhere: each is told once at most, and exchanging the texts exchanges
        /// what came and what went.
        #[test]
        fn each_mark_is_told_once_and_both_ways(
            old in prop::collection::vec((0usize..12, 1u8..5), 0..5),
            new in prop::collection::vec((0usize..12, 1u8..5), 0..5),
            changed in any::<bool>(),
        ) {
            let marked = |marks: &[(usize, u8)], last: &str| {
                let mut words: Vec<String> =
                    FERRY.replace("^1", "").replace("^2", "").split(' ').map(str::to_owned).collect();
                for (at, mark) in marks {
                    let word = at % words.len();
                    words[word].push_str(&format!("^{mark}"));
                }
                words.push(last.to_owned());
                let notes: Vec<(String, String)> =
                    marks.iter().map(|(_, mark)| (mark.to_string(), format!("Note {}", mark % 3))).collect();
                let notes: Vec<(&str, &str)> = notes.iter().map(|(m, t)| (m.as_str(), t.as_str())).collect();
                text(&[&words.join(" ")], &notes)
            };
            let (old, new) = (marked(&old, "Ends here."), marked(&new, if changed { "Closes now." } else { "Ends here." }));
            let (there, back) = (said(&old, &new), said(&new, &old));
            let mut places: Vec<&String> = there.iter().map(|(place, _)| place).collect();
            places.sort();
            places.dedup();
            prop_assert_eq!(places.len(), there.len());
            let count = |said: &[(String, SegmentClass)], sign: char| {
                said.iter().filter(|(place, _)| place.starts_with(sign)).count()
            };
            prop_assert_eq!(count(&there, '-'), count(&back, '+'));
            prop_assert_eq!(count(&there, '+'), count(&back, '-'));
        }
    }
}
