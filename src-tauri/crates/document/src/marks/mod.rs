//! Negotiation marks: square brackets around what is not agreed, who wants what with it, and the
//! notes on agreement beside it.
//!
//! `bracket := '[' (actors ':')? verb? content ']'`, nested to any depth. Brackets and marks are
//! text like any other; a [`Mark`] says where they are.

mod actors;
mod heads;

use std::ops::Range;

use heads::{Head, status};

/// A passage with its mark. Spans are bytes of the text that was given, at character boundaries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The whole of it, with its brackets or parentheses.
    pub span: Range<u32>,
    /// What the brackets are around, without actors and verb.
    pub content: Range<u32>,
    /// How many brackets it stands in, itself included: 1 for the outermost.
    pub depth: u32,
    /// The mark it stands in, by its place in [`Marks::marks`].
    pub parent: Option<u32>,
    /// What it says.
    pub kind: MarkKind,
    /// Delegations and groups, as written, in their order.
    pub actors: Vec<String>,
    /// What they want with the passage.
    pub verb: Option<Verb>,
    /// Marks of one number are alternatives to each other: `[shall][should]`.
    pub alternatives: Option<u32>,
}

/// What a mark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MarkKind {
    /// A passage that is not agreed.
    Open,
    /// The name of an option: `[Option 1]`, `[Alt]`.
    Option,
    /// Something is to be written here: `[placeholder]`, `[…]`.
    Placeholder,
    /// How far it is agreed: `(agreed ad ref)`, `[Suggested for Closure]`, `(former 6 amended)`.
    Status(Status),
}

/// How far a passage is agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// `(agreed)`.
    Agreed,
    /// `(agreed ad ref)`: agreed, if the capitals do not object.
    AdReferendum,
    /// `[Preliminarily Agreed]`.
    Preliminarily,
    /// `[Suggested for Closure]`.
    SuggestedForClosure,
    /// Where a paragraph comes from: `(former 6 amended)`, `(moved from 12)`, `(new)`.
    Former,
}

/// What a delegation wants with a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verb {
    /// `add`.
    Add,
    /// `delete`.
    Delete,
    /// `retain`, `keep`.
    Retain,
    /// `move to`.
    Move,
    /// `replace with`.
    Replace,
    /// `reserve`.
    Reserve,
    /// `alt`.
    Alternative,
    /// `bracket`.
    Bracket,
    /// `clean`: without brackets.
    Clean,
    /// `seek clarification`.
    Clarify,
    /// `support`.
    Support,
    /// `oppose`.
    Oppose,
}

/// The marks of one text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// In the order in which they begin; a mark comes before those inside it.
    pub marks: Vec<Mark>,
    /// Byte offsets of opening brackets that nothing closes, in order.
    pub unclosed: Vec<u32>,
    /// Byte offsets of closing brackets that nothing opens, in order.
    pub unopened: Vec<u32>,
}

impl Marks {
    /// Passages that are not agreed.
    pub fn open(&self) -> impl Iterator<Item = &Mark> {
        self.marks.iter().filter(|mark| mark.kind == MarkKind::Open)
    }

    /// Whether every bracket has its counterpart.
    pub fn is_balanced(&self) -> bool {
        self.unclosed.is_empty() && self.unopened.is_empty()
    }
}

/// Finds the marks of a text. Never fails: brackets without their counterpart are told apart, and
/// what stands in them is read as if they were not there. Linear.
pub fn marks(text: &str) -> Marks {
    let mut found = Marks::default();
    let mut open: Vec<u32> = Vec::new();
    let mut parenthesis: Option<usize> = None;
    for (at, c) in brackets(text) {
        let here = at as u32;
        match c {
            '[' | '［' => open.push(here),
            ']' | '］' => match open.pop() {
                Some(start) => {
                    let span = start..here + c.len_utf8() as u32;
                    found.marks.push(bracket(text, span));
                }
                None => found.unopened.push(here),
            },
            '(' | '（' => parenthesis = Some(at),
            _ => {
                let start = parenthesis.take();
                if let Some(mark) = start.and_then(|start| note(text, start, at + c.len_utf8())) {
                    found.marks.push(mark);
                }
            }
        }
    }
    found.unclosed = open;
    found
        .marks
        .sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
    nest(&mut found.marks);
    tie_alternatives(text, &mut found.marks);
    found
}

/// The brackets and parentheses of a text, and where they stand.
fn brackets(text: &str) -> impl Iterator<Item = (usize, char)> {
    // The wide ones all begin with one byte, so that a text is passed over by its bytes. Most have
    // none, which a loop that does not stop at the first sees sooner: at many bytes at a time.
    let could_be = |byte: &u8| matches!(byte, b'[' | b']' | b'(' | b')' | 0xef);
    let any = text
        .bytes()
        .fold(0, |any, byte| any | u8::from(could_be(&byte)));
    let text = if any == 0 { "" } else { text };
    let found = text.bytes().enumerate();
    let found = found.filter(move |(_, byte)| could_be(byte));
    found.filter_map(|(at, _)| {
        let c = text.get(at..)?.chars().next()?;
        matches!(c, '[' | ']' | '(' | ')' | '［' | '］' | '（' | '）').then_some((at, c))
    })
}

/// The mark of a pair of square brackets.
fn bracket(text: &str, span: Range<u32>) -> Mark {
    let inner = inside(text, &span);
    let Head {
        kind,
        actors,
        verb,
        length,
    } = Head::of(&text[inner.start as usize..inner.end as usize]);
    Mark {
        content: inner.start + length..inner.end,
        span,
        depth: 1,
        parent: None,
        kind,
        actors,
        verb,
        alternatives: None,
    }
}

/// The mark of a pair of parentheses; most of them are none.
fn note(text: &str, start: usize, end: usize) -> Option<Mark> {
    let span = start as u32..end as u32;
    let content = inside(text, &span);
    let words = &text[content.start as usize..content.end as usize];
    let kind = status(words).filter(|_| !words.contains(['[', ']', '［', '］']))?;
    Some(Mark {
        span,
        content,
        depth: 0,
        parent: None,
        kind,
        actors: Vec::new(),
        verb: None,
        alternatives: None,
    })
}

/// A span without its first and its last character.
fn inside(text: &str, span: &Range<u32>) -> Range<u32> {
    let slice = &text[span.start as usize..span.end as usize];
    let width = |c: Option<char>| c.map_or(0, char::len_utf8) as u32;
    span.start + width(slice.chars().next())..span.end - width(slice.chars().next_back())
}

/// Fills in depths and parents; `marks` are in order.
fn nest(marks: &mut [Mark]) {
    let mut above: Vec<usize> = Vec::new();
    for at in 0..marks.len() {
        let start = marks[at].span.start;
        while above
            .pop_if(|outer| marks[*outer].span.end <= start)
            .is_some()
        {}
        let outer = above.last().copied();
        marks[at].parent = outer.map(|outer| outer as u32);
        marks[at].depth += outer.map_or(0, |outer| marks[outer].depth);
        above.push(at);
    }
}

/// Gives passages that stand side by side, or with a stroke between them, one number.
fn tie_alternatives(text: &str, marks: &mut [Mark]) {
    let mut groups = 0;
    // The last mark of each depth: neighbours have the same parent.
    let mut last: Vec<usize> = Vec::new();
    for at in 0..marks.len() {
        if !is_passage(&marks[at]) {
            continue;
        }
        let depth = marks[at].depth as usize;
        last.truncate(depth);
        let before = last.get(depth.saturating_sub(1)).copied();
        if let Some(before) =
            before.filter(|before| can_be_alternatives(text, &marks[*before], &marks[at]))
        {
            let group = *marks[before].alternatives.get_or_insert_with(|| {
                groups += 1;
                groups - 1
            });
            marks[at].alternatives = Some(group);
        }
        last.truncate(depth.saturating_sub(1));
        last.resize(depth, at);
    }
}

/// Whether a mark is one of those that stand for a wording.
fn is_passage(mark: &Mark) -> bool {
    matches!(mark.kind, MarkKind::Open | MarkKind::Option)
}

fn can_be_alternatives(text: &str, a: &Mark, b: &Mark) -> bool {
    let between = text
        .get(a.span.end as usize..b.span.start as usize)
        .unwrap_or("x");
    is_passage(a)
        && a.parent == b.parent
        && between.len() < 8
        && matches!(
            between.trim(),
            "" | "/" | "／" | "or" | "ou" | "o" | "или" | "或" | "أو"
        )
}

#[cfg(test)]
mod tests;
