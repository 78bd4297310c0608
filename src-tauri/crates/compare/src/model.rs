//! The result of a comparison. `left` is the older text, `right` the newer one.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use wsis_document::{DocumentId, ParagraphIndex, SectionIndex};

use crate::commitment::CommitmentTable;

/// Position of a [`Link`] in [`Comparison::links`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LinkIndex(pub u32);

/// How two texts hang together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Regime {
    /// Draft to draft: most paragraphs are kept, order is evidence, what is off order has moved.
    Revision,
    /// Two texts on the same matter, years apart: wording is carried over in any order.
    Related,
}

/// Which regime to use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegimeChoice {
    /// Decided by how much of the text is kept.
    #[default]
    Auto,
    /// Always [`Regime::Revision`].
    Revision,
    /// Always [`Regime::Related`].
    Related,
}

/// The unit of a difference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Granularity {
    /// Words.
    #[default]
    Word,
    /// Characters (grapheme clusters).
    Character,
    /// Whole sentences.
    Sentence,
}

/// What the user may choose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Settings {
    /// Which regime.
    pub regime: RegimeChoice,
    /// Which unit.
    pub granularity: Granularity,
    /// Which verbs are of the class [`SegmentClass::CommitmentVerb`].
    #[serde(default)]
    pub commitment: CommitmentTable,
}

/// A person's decision about paragraphs; the rest is found around it. Paragraphs are named by
/// their ids, which survive a new import of the same text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ManualLink {
    /// Ids on the older side.
    pub left: Vec<String>,
    /// Ids on the newer side.
    pub right: Vec<String>,
    /// What was decided.
    pub action: ManualAction,
}

/// What a person decided about paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ManualAction {
    /// These belong together, and with no others.
    Link,
    /// No paragraph of one side belongs to any of the other side named here.
    Unlink,
}

/// What became of paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// Same text, in order.
    Same,
    /// Other words, in order.
    Revised,
    /// Same text, elsewhere.
    Moved,
    /// Other words, elsewhere.
    MovedRevised,
    /// One older paragraph, several newer ones.
    Split,
    /// Several older paragraphs, one newer one.
    Merged,
    /// The same matter in other words: shared phrases are shown, no differences.
    Related,
    /// Only in the older text.
    Removed,
    /// Only in the newer text.
    Added,
}

/// How sure a link is; shown as a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// The texts are the same.
    Identical,
    /// Surely carried on.
    Revised,
    /// Probably carried on: please check.
    Probable,
    /// A suggestion: some phrases are shared. Never a row of its own.
    RelatedPhrases,
    /// No counterpart.
    Unlinked,
}

/// Why paragraphs were linked; shown to the user.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// Byte ranges of shared runs of words, the most telling first: (left paragraph, range, right
    /// paragraph, range).
    pub shared: Vec<(ParagraphIndex, Range<u32>, ParagraphIndex, Range<u32>)>,
    /// How much the chapters of the two belong together, 0 to 1.
    pub chapters: f32,
    /// A person made this link.
    pub by_hand: bool,
}

/// Where linked paragraphs went, when it is more than being pushed along by what stands before
/// them. A change of number is no movement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Movement {
    /// Elsewhere in the same chapter, or in a text without chapters.
    Place,
    /// Into a chapter that does not carry on the one it stood in.
    Chapter,
    /// From the opening into the numbered paragraphs.
    PreambularToOperative,
    /// From the numbered paragraphs into the opening.
    OperativeToPreambular,
}

/// Paragraphs that belong together, or one that belongs to none. Every paragraph of either side
/// is in exactly one link that is not a suggestion (see [`Comparison::suggestions`]).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// Older paragraphs, ascending.
    pub left: Vec<ParagraphIndex>,
    /// Newer paragraphs, ascending.
    pub right: Vec<ParagraphIndex>,
    /// What became of them.
    pub kind: LinkKind,
    /// How sure it is.
    pub tier: Tier,
    /// Likeness from 0 to 1; 1 for the same text, 0 where there is no counterpart.
    pub score: f32,
    /// Why.
    pub evidence: Evidence,
    /// The next best counterpart of the newer side that was not taken, with its score.
    pub runner_up: Option<(ParagraphIndex, f32)>,
    /// Made or confirmed by a person.
    pub locked: bool,
    /// Where they went: always said of [`LinkKind::Moved`] and [`LinkKind::MovedRevised`]; of the
    /// others when they changed between opening and numbered paragraphs, or the chapter.
    #[serde(default)]
    pub movement: Option<Movement>,
    /// The printed numbers differ. Counted as [`SegmentClass::Label`], never as a change of text.
    #[serde(default)]
    pub relabelled: bool,
}

/// What became of chapters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SectionLinkKind {
    /// One chapter carried on; where one side is empty, its text had no heading there.
    Carried,
    /// One older chapter, several newer ones.
    Split,
    /// Several older chapters, one newer one.
    Merged,
    /// Only in the older text.
    Dropped,
    /// Only in the newer text.
    New,
}

/// Chapters that belong together. Every section of either side is in at least one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SectionLink {
    /// Older sections, ascending.
    pub left: Vec<SectionIndex>,
    /// Newer sections, ascending.
    pub right: Vec<SectionIndex>,
    /// What became of them.
    pub kind: SectionLinkKind,
    /// Affinity from 0 to 1.
    pub score: f32,
}

/// What a segment says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Op {
    /// The same on both sides (as far as its class says).
    Equal,
    /// Only in the older text.
    Removed,
    /// Only in the newer text.
    Added,
}

/// What sort of change a segment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SegmentClass {
    /// No change.
    None,
    /// Words.
    Substance,
    /// A word that says how strongly somebody commits: shall, should, urges, encourages.
    CommitmentVerb,
    /// A number or a date.
    Number,
    /// Somebody who acts or is called upon: states, groups, organs, stakeholders.
    Actor,
    /// A document symbol, the title of a resolution or treaty, a footnote mark (see
    /// [`MarkChange`]).
    Citation,
    /// Punctuation only.
    Punctuation,
    /// Upper and lower case only.
    Case,
    /// Spelling, hyphen or quotation-mark variant only.
    Spelling,
    /// White space only.
    Space,
    /// The number of the paragraph or of a footnote: a class of whole rows (see
    /// [`Link::relabelled`]) and of marks (see [`MarkChange`]), in no segment.
    Label,
}

/// A piece of a difference. `left` is empty for added text, `right` for removed text; for equal
/// text both are the same bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    /// What it says.
    pub op: Op,
    /// Byte range in the text of the left side (see [`Difference`]).
    pub left: Range<u32>,
    /// Byte range in the text of the right side.
    pub right: Range<u32>,
    /// What sort of change.
    pub class: SegmentClass,
}

/// Word differences of one link. Where a side has several paragraphs, their texts are read as one
/// text joined by a single line feed, and no segment crosses a line feed.
///
/// Invariant: equal and removed segments in order rebuild the left text byte for byte, equal and
/// added ones the right text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// The link it belongs to.
    pub link: LinkIndex,
    /// In reading order; removed text before the text added in its place.
    pub segments: Vec<Segment>,
}

/// A footnote mark of linked paragraphs that is not on the other side, or is there under another
/// number. Marks are no text, so they are in no [`Difference`]; a link of the same words may have
/// changed marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkChange {
    /// The link that the paragraph belongs to.
    pub link: LinkIndex,
    /// [`Op::Removed`]: an older mark that went, or whose footnote says something else now.
    /// [`Op::Added`]: a newer one. [`Op::Equal`]: a newer mark that has another number than the
    /// older mark of the same footnote.
    pub op: Op,
    /// The paragraph it stands in: an older one when removed, else a newer one.
    pub paragraph: ParagraphIndex,
    /// Position in [`wsis_document::Paragraph::note_marks`].
    pub position: u32,
    /// [`SegmentClass::Citation`], or [`SegmentClass::Label`] where only the number is another.
    pub class: SegmentClass,
}

/// The same for a heading: a footnote mark in the headings of chapters that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadingMarkChange {
    /// Position in [`Comparison::section_links`].
    pub section_link: u32,
    /// As [`MarkChange::op`].
    pub op: Op,
    /// The section whose heading it stands in: an older one when removed, else a newer one.
    pub section: SectionIndex,
    /// Position in [`wsis_document::Section::note_marks`].
    pub position: u32,
    /// As [`MarkChange::class`].
    pub class: SegmentClass,
}

/// How much of the work was done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Precision {
    /// Where work was cut short, in words for the log; empty when nothing was.
    pub cuts: Vec<Cut>,
}

/// One place where work was cut short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cut {
    /// `"align"`, `"differences"`.
    pub stage: String,
    /// How many paragraphs or links were not looked at as closely as the rest.
    pub skipped: u32,
}

/// What a comparison could not use, or could do without looking; shown to the user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notice {
    /// Both sides are word for word the same text, with the same headings and footnote marks.
    SameText,
    /// The older text has no paragraphs.
    LeftEmpty,
    /// The newer text has no paragraphs.
    RightEmpty,
    /// The texts are in different languages: linked by number and order, words not compared.
    OtherLanguage,
    /// The texts have next to nothing in common.
    NothingShared,
    /// At least one text has no numbered paragraphs: numbers were no evidence.
    NoNumbers,
    /// At least one text has no headings: chapters were no evidence.
    NoHeadings,
}

/// Counts of paragraphs and links, for the start page and the navigator.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Paragraphs of the older text.
    pub left_paragraphs: u32,
    /// Paragraphs of the newer text.
    pub right_paragraphs: u32,
    /// Links by kind.
    pub same: u32,
    /// Revised in place.
    pub revised: u32,
    /// Moved, with or without changes.
    pub moved: u32,
    /// Splits.
    pub split: u32,
    /// Merges.
    pub merged: u32,
    /// Related.
    pub related: u32,
    /// Paragraphs without counterpart in the newer text.
    pub removed: u32,
    /// Paragraphs without counterpart in the older text.
    pub added: u32,
    /// Words removed and added inside linked paragraphs.
    pub words_removed: u32,
    /// Words added inside linked paragraphs.
    pub words_added: u32,
}

/// Two documents, compared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// The older document.
    pub left: DocumentId,
    /// The newer document.
    pub right: DocumentId,
    /// What was asked for.
    pub settings: Settings,
    /// [`crate::ENGINE_VERSION`] at the time.
    pub engine_version: u32,
    /// Which regime was used.
    pub regime: Regime,
    /// Share of both texts' paragraphs, of five words and more, that are nearly unchanged in the
    /// other one: what decided the regime.
    pub kept: f32,
    /// Chapters, ordered by the newer text; a dropped one stands after the link of the chapter
    /// before it.
    pub section_links: Vec<SectionLink>,
    /// Ordered by the newer text; removed paragraphs after the link of the paragraph before them.
    pub links: Vec<Link>,
    /// Links that were not taken but are worth a look: tier [`Tier::RelatedPhrases`], one
    /// paragraph a side, best first for each newer paragraph.
    pub suggestions: Vec<Link>,
    /// One for each link whose texts differ in words, except related ones.
    pub differences: Vec<Difference>,
    /// Footnote marks that came, went or were renumbered, in the order of the links; for each the
    /// older marks before the newer ones.
    #[serde(default)]
    pub mark_changes: Vec<MarkChange>,
    /// The same of headings, in the order of the section links.
    #[serde(default)]
    pub heading_marks: Vec<HeadingMarkChange>,
    /// Counts.
    pub summary: Summary,
    /// Where work was cut short.
    pub precision: Precision,
    /// What could not be used.
    #[serde(default)]
    pub notices: Vec<Notice>,
}
