//! JSON for programs. Stable: a change that could break a reader raises [`SCHEMA`]; new keys may
//! appear without that. Paragraphs are named by their ids, never by positions in a list.

use serde::Serialize;
use serde_json::Value;
use wsis_compare::{
    Comparison, Cut, Link, LinkKind, ManualAction, Movement, Notice, Op, Regime, SectionLinkKind,
    SegmentClass, Summary, Tier,
};
use wsis_document::Document;

use crate::chapter::Scope;
use crate::pieces::joined;
use crate::sheet::{differences_by_link, heading_lines, ids};
use crate::{Decision, ExportOptions};

/// Version of the JSON that [`json`] and [`crate::import_json`] write.
pub const SCHEMA: u32 = 1;

#[derive(Serialize)]
struct ComparisonJson<'a> {
    schema: u32,
    engine_version: u32,
    regime: Regime,
    left: DocumentJson<'a>,
    right: DocumentJson<'a>,
    chapters: Vec<ChapterJson>,
    links: Vec<LinkJson<'a>>,
    suggestions: Vec<LinkJson<'a>>,
    decisions: Vec<DecisionJson<'a>>,
    differences: Vec<DifferenceJson>,
    note_marks: Vec<NoteMarkJson<'a>>,
    heading_marks: Vec<HeadingMarkJson<'a>>,
    summary: &'a Summary,
    precision: PrecisionJson<'a>,
    notices: &'a [Notice],
}

#[derive(Serialize)]
struct DocumentJson<'a> {
    id: &'a str,
    symbol: Option<&'a str>,
    title: &'a str,
    date: Option<&'a str>,
    language: &'a str,
}

#[derive(Serialize)]
struct ChapterJson {
    left: Vec<String>,
    right: Vec<String>,
    kind: SectionLinkKind,
}

#[derive(Serialize)]
struct LinkJson<'a> {
    left: Vec<&'a str>,
    right: Vec<&'a str>,
    kind: LinkKind,
    tier: Tier,
    score: f64,
    /// A person made or confirmed it.
    locked: bool,
    movement: Option<Movement>,
    relabelled: bool,
}

#[derive(Serialize)]
struct DecisionJson<'a> {
    action: ManualAction,
    left: &'a [String],
    right: &'a [String],
    author: &'a str,
    made_at: &'a str,
    reason: &'a str,
}

#[derive(Serialize)]
struct DifferenceJson {
    link: usize,
    segments: Vec<SegmentJson>,
}

#[derive(Serialize)]
struct SegmentJson {
    op: Op,
    left: String,
    right: String,
    class: SegmentClass,
}

#[derive(Serialize)]
struct NoteMarkJson<'a> {
    link: usize,
    op: Op,
    paragraph: &'a str,
    mark: &'a str,
    class: SegmentClass,
}

#[derive(Serialize)]
struct HeadingMarkJson<'a> {
    chapter: usize,
    op: Op,
    heading: String,
    mark: &'a str,
    class: SegmentClass,
}

#[derive(Serialize)]
struct PrecisionJson<'a> {
    cuts: &'a [Cut],
}

/// The comparison as one JSON object:
///
/// - `schema`, `engine_version`, `regime` (`revision` or `related`)
/// - `left`, `right`: `{id, symbol, title, date, language}` of the older and the newer text
/// - `chapters`: `{left: [heading line], right: [heading line], kind}`
/// - `links`: `{left: [id], right: [id], kind, tier, score, locked, movement, relabelled}`; `score`
///   from 0 to 1 with four decimals, `locked` where a person made or confirmed it, `movement`
///   where it went (`null` where it stayed), `relabelled` where its number is another one
/// - `suggestions`: the same form; pairs that share phrases but are not linked
/// - `decisions`: `{action, left: [id], right: [id], author, made_at, reason}`: what people decided,
///   about the whole comparison
/// - `differences`: `{link, segments: [{op, left, right, class}]}`; `link` is a position in
///   `links`, `left` and `right` are pieces of text, `""` where the side has none. The `left`
///   pieces in order are the older text (its paragraphs joined by a line feed), the `right` ones
///   the newer text.
/// - `note_marks`: `{link, op, paragraph, mark, class}`; footnote marks of linked paragraphs that
///   were `removed` or `added`, or are `equal` but for their number; the `paragraph` is an older
///   one where removed, else a newer one
/// - `heading_marks`: `{chapter, op, heading, mark, class}`; the same of the headings of a chapter,
///   which is a position in `chapters`
/// - `summary`: counts over the whole comparison, also where one chapter was asked for
/// - `precision`: `{cuts: [{stage, skipped}]}`; empty when nothing was cut short
/// - `notices`: what could not be used, each by the name of its [`Notice`]; `same_text` where there
///   was nothing to compare
///
/// With [`ExportOptions::chapter`], `chapters`, `links`, `suggestions` and `differences` hold only
/// what touches that chapter. Of the other options only the decisions matter.
///
/// # Cost
/// Linear in both texts.
pub fn json(
    left: &Document,
    right: &Document,
    comparison: &Comparison,
    options: &ExportOptions,
) -> Value {
    let scope = Scope::new(left, right, options.chapter.as_ref());
    let by_link = differences_by_link(comparison);
    let mut links = Vec::new();
    let mut differences = Vec::new();
    let mut note_marks = Vec::new();
    let mut marks = comparison.mark_changes.iter().peekable();
    for ((index, link), difference) in (0..).zip(&comparison.links).zip(by_link) {
        let own = std::iter::from_fn(|| marks.next_if(|mark| mark.link.0 == index));
        if !scope.holds(link) {
            own.for_each(drop);
            continue;
        }
        note_marks.extend(own.filter_map(|change| {
            let side = if change.op == Op::Removed {
                left
            } else {
                right
            };
            let paragraph = side.paragraph(change.paragraph)?;
            Some(NoteMarkJson {
                link: links.len(),
                op: change.op,
                paragraph: &paragraph.id,
                mark: &paragraph.note_marks.get(change.position as usize)?.mark,
                class: change.class,
            })
        }));
        if let Some(difference) = difference {
            let (older, newer) = (joined(left, &link.left), joined(right, &link.right));
            let segments = difference
                .segments
                .iter()
                .map(|segment| SegmentJson {
                    op: segment.op,
                    left: older.get(bytes(&segment.left)).unwrap_or("").to_owned(),
                    right: newer.get(bytes(&segment.right)).unwrap_or("").to_owned(),
                    class: segment.class,
                })
                .collect();
            differences.push(DifferenceJson {
                link: links.len(),
                segments,
            });
        }
        links.push(link_json(left, right, link));
    }
    let suggestions = comparison
        .suggestions
        .iter()
        .filter(|link| scope.holds(link));
    let mut chapters = Vec::new();
    let mut heading_marks = Vec::new();
    for (at, chapter) in (0..).zip(&comparison.section_links) {
        if !scope.holds_sections(&chapter.left, &chapter.right) {
            continue;
        }
        let own = comparison.heading_marks.iter();
        heading_marks.extend(own.filter(|one| one.section_link == at).filter_map(|one| {
            let side = if one.op == Op::Removed { left } else { right };
            let section = side.sections.get(one.section.get())?;
            Some(HeadingMarkJson {
                chapter: chapters.len(),
                op: one.op,
                heading: side.heading_line(one.section),
                mark: &section.note_marks.get(one.position as usize)?.mark,
                class: one.class,
            })
        }));
        chapters.push(ChapterJson {
            left: heading_lines(left, &chapter.left),
            right: heading_lines(right, &chapter.right),
            kind: chapter.kind,
        });
    }
    value(&ComparisonJson {
        schema: SCHEMA,
        engine_version: comparison.engine_version,
        regime: comparison.regime,
        left: document_json(left),
        right: document_json(right),
        chapters,
        links,
        suggestions: suggestions
            .map(|link| link_json(left, right, link))
            .collect(),
        decisions: options.decisions.iter().map(decision_json).collect(),
        differences,
        note_marks,
        heading_marks,
        summary: &comparison.summary,
        precision: PrecisionJson {
            cuts: &comparison.precision.cuts,
        },
        notices: &comparison.notices,
    })
}

fn bytes(range: &std::ops::Range<u32>) -> std::ops::Range<usize> {
    range.start as usize..range.end as usize
}

fn document_json(document: &Document) -> DocumentJson<'_> {
    DocumentJson {
        id: &document.id.0,
        symbol: document.symbol.as_deref(),
        title: &document.title,
        date: document.date.as_deref(),
        language: document.language.code(),
    }
}

fn link_json<'a>(left: &'a Document, right: &'a Document, link: &Link) -> LinkJson<'a> {
    LinkJson {
        left: ids(left, &link.left),
        right: ids(right, &link.right),
        kind: link.kind,
        tier: link.tier,
        // The decimals of a 32-bit number as 64 bits would be noise.
        score: (f64::from(link.score) * 1e4).round() / 1e4,
        locked: link.locked,
        movement: link.movement,
        relabelled: link.relabelled,
    }
}

fn decision_json(decision: &Decision) -> DecisionJson<'_> {
    DecisionJson {
        action: decision.link.action,
        left: &decision.link.left,
        right: &decision.link.right,
        author: &decision.author,
        made_at: &decision.made_at,
        reason: &decision.reason,
    }
}

/// These types hold only strings, numbers, lists and named fields, which always serialise.
pub(crate) fn value(object: &impl Serialize) -> Value {
    serde_json::to_value(object).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use wsis_document::SectionIndex;

    use crate::{Chapter, samples};
    use serde_json::json as literal;

    #[test]
    fn a_comparison_names_paragraphs_by_their_ids() {
        let sample = samples::harbour();
        let value = json(
            &sample.left,
            &sample.right,
            &sample.comparison,
            &ExportOptions::default(),
        );
        assert_eq!(value["schema"], 1);
        assert_eq!(value["regime"], "revision");
        assert_eq!(
            value["chapters"][1],
            literal!({"left": ["1.1 Lights"], "right": ["Lamps and buoys"], "kind": "carried"})
        );
        assert_eq!(
            value["links"][1],
            literal!({"left": ["1"], "right": ["1"], "kind": "revised", "tier": "revised", "score": 0.8,
                "locked": false, "movement": null, "relabelled": false})
        );
        assert_eq!(value["links"][3]["right"], literal!([]));
        assert_eq!(value["suggestions"][0]["tier"], "related_phrases");
        assert_eq!(value["summary"]["left_paragraphs"], 5);
        assert_eq!(value["precision"], literal!({"cuts": []}));
        assert_eq!(
            value["differences"][0],
            literal!({"link": 1, "segments": [
                {"op": "removed", "left": "Ships", "right": "", "class": "substance"},
                {"op": "added", "left": "", "right": "Boats", "class": "substance"},
                {"op": "equal", "left": " keep to the right.", "right": " keep to the right.", "class": "none"},
            ]})
        );
    }

    #[test]
    fn changed_footnote_marks_and_notices_are_told() {
        let mut sample = samples::harbour();
        sample.comparison.mark_changes = samples::other_footnote();
        sample.comparison.notices = vec![Notice::NoHeadings];
        let options = ExportOptions::default();
        let value = json(&sample.left, &sample.right, &sample.comparison, &options);
        assert_eq!(
            value["note_marks"][1],
            literal!({"link": 1, "op": "added", "paragraph": "1", "mark": "1", "class": "citation"})
        );
        assert_eq!(value["notices"], literal!(["no_headings"]));
        samples::heading_footnote(&mut sample);
        let value = json(&sample.left, &sample.right, &sample.comparison, &options);
        assert_eq!(
            value["heading_marks"],
            literal!([
                {"chapter": 0, "op": "removed", "heading": "1 Ships", "mark": "1", "class": "citation"},
                {"chapter": 1, "op": "equal", "heading": "Lamps and buoys", "mark": "2", "class": "label"}
            ])
        );
    }

    #[test]
    fn pieces_rebuild_both_texts_of_a_split() {
        let sample = samples::harbour();
        let value = json(
            &sample.left,
            &sample.right,
            &sample.comparison,
            &ExportOptions::default(),
        );
        let rebuild = |side: &str| -> String {
            let segments = value["differences"][1]["segments"].as_array().unwrap();
            segments.iter().map(|s| s[side].as_str().unwrap()).collect()
        };
        assert_eq!(rebuild("left"), "Green is right. Red is left.");
        assert_eq!(rebuild("right"), "Green is right.\nRed is left.");
    }

    #[test]
    fn one_chapter_keeps_positions_consistent() {
        let sample = samples::harbour();
        let chapter = Chapter::Sections {
            left: vec![SectionIndex(1)],
            right: vec![SectionIndex(1)],
        };
        let options = ExportOptions {
            chapter: Some(chapter),
            ..ExportOptions::default()
        };
        let value = json(&sample.left, &sample.right, &sample.comparison, &options);
        assert_eq!(value["chapters"].as_array().unwrap().len(), 1);
        let links = value["links"].as_array().unwrap();
        assert_eq!(links.len(), 2, "the split, and the lamp that left");
        let differences = value["differences"].as_array().unwrap();
        assert_eq!(differences.len(), 1);
        assert_eq!(
            links[differences[0]["link"].as_u64().unwrap() as usize]["kind"],
            "split"
        );
        assert_eq!(value["suggestions"], literal!([]));
    }
}
