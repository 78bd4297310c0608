//! Engine enumerations by the names of the contract.

use wsis_compare::{
    Granularity, LinkKind, Movement, Notice, Regime, RegimeChoice, SectionLinkKind, SegmentClass,
    Tier,
};
use wsis_document::{Format, ParagraphKind, StrippedKind, WarningCode};
use wsis_import::TrackedKind;

pub(crate) fn regime(regime: Regime) -> &'static str {
    match regime {
        Regime::Revision => "revision",
        Regime::Related => "related",
    }
}

pub(crate) fn regime_choice(choice: RegimeChoice) -> &'static str {
    match choice {
        RegimeChoice::Auto => "auto",
        RegimeChoice::Revision => "revision",
        RegimeChoice::Related => "related",
    }
}

pub(crate) fn granularity(granularity: Granularity) -> &'static str {
    match granularity {
        Granularity::Word => "word",
        Granularity::Character => "character",
        Granularity::Sentence => "sentence",
    }
}

pub(crate) fn movement(movement: Movement) -> &'static str {
    match movement {
        Movement::Place => "place",
        Movement::Chapter => "chapter",
        Movement::PreambularToOperative => "preambular_to_operative",
        Movement::OperativeToPreambular => "operative_to_preambular",
    }
}

pub(crate) fn notice(notice: Notice) -> &'static str {
    match notice {
        Notice::SameText => "same_text",
        Notice::LeftEmpty => "left_empty",
        Notice::RightEmpty => "right_empty",
        Notice::OtherLanguage => "other_language",
        Notice::NothingShared => "nothing_shared",
        Notice::NoNumbers => "no_numbers",
        Notice::NoHeadings => "no_headings",
    }
}

pub(crate) fn link_kind(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Same => "same",
        LinkKind::Revised => "revised",
        LinkKind::Moved => "moved",
        LinkKind::MovedRevised => "moved_revised",
        LinkKind::Split => "split",
        LinkKind::Merged => "merged",
        LinkKind::Related => "related",
        LinkKind::Removed => "removed",
        LinkKind::Added => "added",
    }
}

pub(crate) fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::Identical => "identical",
        Tier::Revised => "revised",
        Tier::Probable => "probable",
        Tier::RelatedPhrases => "related_phrases",
        Tier::Unlinked => "unlinked",
    }
}

pub(crate) fn section_kind(kind: SectionLinkKind) -> &'static str {
    match kind {
        SectionLinkKind::Carried => "carried",
        SectionLinkKind::Split => "split",
        SectionLinkKind::Merged => "merged",
        SectionLinkKind::Dropped => "dropped",
        SectionLinkKind::New => "new",
    }
}

/// The class of a change; `None` where nothing changed.
pub(crate) fn class_name(class: SegmentClass) -> Option<&'static str> {
    match class {
        SegmentClass::None => None,
        SegmentClass::Substance => Some("substance"),
        SegmentClass::CommitmentVerb => Some("commitment_verb"),
        SegmentClass::Number => Some("number"),
        SegmentClass::Actor => Some("actor"),
        SegmentClass::Citation => Some("citation"),
        SegmentClass::Punctuation => Some("punctuation"),
        SegmentClass::Case => Some("case"),
        SegmentClass::Spelling => Some("spelling"),
        SegmentClass::Space => Some("space"),
        SegmentClass::Label => Some("label"),
    }
}

pub(crate) fn paragraph_kind(kind: ParagraphKind) -> &'static str {
    match kind {
        ParagraphKind::FrontMatter => "front_matter",
        ParagraphKind::Preambular => "preambular",
        ParagraphKind::Operative => "operative",
        ParagraphKind::Item => "item",
        ParagraphKind::Continuation => "continuation",
    }
}

pub(crate) fn format(format: Format) -> &'static str {
    match format {
        Format::Markdown => "markdown",
        Format::Plain => "plain",
        Format::Docx => "docx",
        Format::Pdf => "pdf",
        Format::Html => "html",
        Format::AkomaNtoso => "akoma_ntoso",
    }
}

pub(crate) fn stripped(kind: StrippedKind) -> &'static str {
    match kind {
        StrippedKind::Masthead => "masthead",
        StrippedKind::RunningHead => "running_head",
        StrippedKind::PageNumber => "page_number",
        StrippedKind::JobNumber => "job_number",
        StrippedKind::Closing => "closing",
        StrippedKind::Hidden => "hidden",
        StrippedKind::Furniture => "furniture",
        StrippedKind::ByHand => "by_hand",
    }
}

pub(crate) fn tracked_kind(kind: TrackedKind) -> &'static str {
    match kind {
        TrackedKind::Inserted => "inserted",
        TrackedKind::Deleted => "deleted",
        TrackedKind::MovedFrom => "moved_from",
        TrackedKind::MovedTo => "moved_to",
    }
}

pub(crate) fn warning(code: WarningCode) -> &'static str {
    match code {
        WarningCode::NoNumbers => "no_numbers",
        WarningCode::NoHeadings => "no_headings",
        WarningCode::NumberingGap => "numbering_gap",
        WarningCode::NoteUnmatched => "note_unmatched",
        WarningCode::RevisionsAccepted => "revisions_accepted",
        WarningCode::RevisionsRejected => "revisions_rejected",
        WarningCode::NotCompared => "not_compared",
        WarningCode::Encoding => "encoding",
        WarningCode::UnbalancedBrackets => "unbalanced_brackets",
        WarningCode::Untagged => "untagged",
        WarningCode::PageWithoutText => "page_without_text",
        WarningCode::CorrectionLost => "correction_lost",
    }
}
