//! Ids, items and their parents, and the order of the printed numbers.

use rustc_hash::FxHashMap;
use wsis_document::{
    Label, LabelKind, ParagraphIndex, ParagraphKind, Separator, Warning, WarningCode,
};

use super::line::Line;

/// Whether the label at the head of a paragraph is a label, and not the beginning of a sentence.
pub(super) fn is_label(line: &Line) -> bool {
    let Some(label) = &line.label else {
        return false;
    };
    if line.text.is_empty() {
        return false;
    }
    let set_apart = matches!(line.separator, Separator::Mark | Separator::Tab);
    match label.kind {
        LabelKind::Number => set_apart || label.is_inserted(),
        // `2.5 million` begins a sentence, `2.5 The fund` a clause.
        LabelKind::Dotted => {
            set_apart
                || line
                    .text
                    .starts_with(|c: char| c.is_uppercase() || (c as u32) > 0x590)
        }
        LabelKind::Letter | LabelKind::Roman => {
            label.text.starts_with('(') || line.separator == Separator::Tab
        }
        LabelKind::Named => true,
    }
}

/// Where a paragraph stands among the others.
pub(super) struct Place {
    pub id: String,
    pub kind: ParagraphKind,
    pub parent: Option<ParagraphIndex>,
    /// The label as its neighbours say it is to be read.
    pub label: Option<Label>,
}

/// An open list: the paragraph whose items are numbered, and the last item.
struct Level {
    kind: LabelKind,
    last: u32,
    /// The last item of this level: parent of the level below.
    item: ParagraphIndex,
}

/// The paragraph that continuations are counted from.
struct Head {
    id: String,
    continuations: u32,
}

/// The article whose paragraphs are being numbered.
struct Article {
    id: String,
    /// Level of its heading.
    level: u8,
    /// Nothing of it has been read yet.
    empty: bool,
}

/// Numbers paragraphs in reading order.
#[derive(Default)]
pub(super) struct Numbering {
    used: FxHashMap<String, u32>,
    ids: Vec<String>,
    front: u32,
    opening: u32,
    unnumbered: u32,
    head: Option<Head>,
    article: Option<Article>,
    /// Where the numbering has begun.
    begun: bool,
    /// The paragraph that the items of the open list belong to, if the section has one.
    list_of: Option<ParagraphIndex>,
    /// Unlabelled text since then; a list that begins after it is its own.
    since: Option<ParagraphIndex>,
    levels: Vec<Level>,
    last_number: Option<u32>,
    pub warnings: Vec<Warning>,
}

impl Numbering {
    /// A heading ends every open list. That of an article begins its own numbering, which lasts
    /// until the next heading that is not below it.
    pub fn heading(&mut self, label: Option<&Label>, level: u8) {
        self.close_lists();
        if let Some(label) = label.filter(|label| label.is_article()) {
            self.begun = true;
            self.head = Some(Head {
                id: label.text.clone(),
                continuations: 0,
            });
            self.article = Some(Article {
                id: label.text.clone(),
                level,
                empty: true,
            });
        } else if self
            .article
            .as_ref()
            .is_some_and(|article| level <= article.level)
        {
            self.article = None;
        }
    }

    /// Ends every open list.
    pub fn close_lists(&mut self) {
        self.levels.clear();
        self.list_of = None;
        self.since = None;
    }

    /// The place of a paragraph before the text's own title.
    pub fn front_matter(&mut self) -> Place {
        self.front += 1;
        let id = self.unique(format!("E{}", self.front));
        Place {
            id,
            kind: ParagraphKind::FrontMatter,
            parent: None,
            label: None,
        }
    }

    /// The place of the next paragraph of the text; `next` is the label of the one after it,
    /// `ordinal` its place in its part, where the format says that ([`crate::Block::ordinal`]).
    pub fn next(
        &mut self,
        label: Option<&Label>,
        next: Option<&Label>,
        ordinal: Option<u32>,
    ) -> Place {
        match label {
            None => self.unlabelled(),
            Some(label) => match label.kind {
                // Drafts letter their opening paragraphs: `A.`, `B.`
                LabelKind::Letter | LabelKind::Roman
                    if !self.begun && !label.text.starts_with('(') =>
                {
                    self.preambular(Some(label))
                }
                LabelKind::Letter | LabelKind::Roman => self.item(label, next),
                _ => self.operative(label, ordinal),
            },
        }
    }

    /// Whether a paragraph with a printed number has been seen.
    pub fn has_numbers(&self) -> bool {
        self.last_number.is_some()
    }

    fn unlabelled(&mut self) -> Place {
        self.levels.clear();
        // What an article says in one paragraph needs no number but the article's.
        if let Some(article) = self.article.as_mut().filter(|article| article.empty) {
            article.empty = false;
            let id = article.id.clone();
            let id = self.unique(id);
            self.open(&id);
            return Place {
                id,
                kind: ParagraphKind::Operative,
                parent: None,
                label: None,
            };
        }
        if let Some(head) = self.head.as_mut().filter(|_| self.begun) {
            head.continuations += 1;
            let id = format!("{}+{}", head.id, head.continuations);
            let id = self.unique(id);
            self.since = Some(self.newest());
            return Place {
                id,
                kind: ParagraphKind::Continuation,
                parent: None,
                label: None,
            };
        }
        self.preambular(None)
    }

    /// The place of an opening paragraph, whatever number it has.
    pub fn preambular(&mut self, label: Option<&Label>) -> Place {
        self.levels.clear();
        self.opening += 1;
        let id = self.unique(format!("P{}", self.opening));
        self.open(&id);
        Place {
            id,
            kind: ParagraphKind::Preambular,
            parent: None,
            label: label.cloned(),
        }
    }

    /// The place of a paragraph of a text that has no numbers.
    pub fn unnumbered(&mut self) -> Place {
        self.levels.clear();
        self.begun = true;
        self.unnumbered += 1;
        let id = self.unique(format!("T{}", self.unnumbered));
        self.open(&id);
        Place {
            id,
            kind: ParagraphKind::Continuation,
            parent: None,
            label: None,
        }
    }

    fn operative(&mut self, label: &Label, ordinal: Option<u32>) -> Place {
        let id = match &self.article {
            Some(article) if label.kind == LabelKind::Number => format!("{}({label})", article.id),
            _ => label.text.clone(),
        };
        let id = self.unique(id);
        self.levels.clear();
        self.begun = true;
        self.open(&id);
        if label.kind == LabelKind::Number {
            self.check_order(label, &id, ordinal);
        }
        Place {
            id,
            kind: ParagraphKind::Operative,
            parent: None,
            label: Some(label.clone()),
        }
    }

    fn item(&mut self, label: &Label, next: Option<&Label>) -> Place {
        if let Some(article) = &mut self.article {
            article.empty = false;
        }
        let (label, depth) = self.find_level(label, next);
        self.levels.truncate(depth);
        if self.levels.is_empty()
            && (label.value() == Some(1) || self.list_of.is_none())
            && let Some(since) = self.since.take()
        {
            self.list_of = Some(since);
        }
        let parent = self.levels.last().map(|level| level.item).or(self.list_of);
        let owner = parent
            .and_then(|p| self.ids.get(p.get()))
            .map_or("", String::as_str);
        let bare = !label.text.starts_with('(');
        let id = if bare {
            format!("{owner}({label})")
        } else {
            format!("{owner}{label}")
        };
        let id = self.unique(id);
        let item = self.newest();
        self.levels.push(Level {
            kind: label.kind,
            last: label.value().unwrap_or(0),
            item,
        });
        Place {
            id,
            kind: ParagraphKind::Item,
            parent,
            label: Some(label),
        }
    }

    /// How an item's label is read, and how deep in the open lists it stands. `(i)` carries on
    /// from `(h)`, or opens a Roman list below whatever item came before; where both could be,
    /// the label after it tells.
    fn find_level(&self, label: &Label, next: Option<&Label>) -> (Label, usize) {
        let readings: Vec<Label> = match (label.as_letter(), label.as_roman()) {
            (Some(letter), Some(roman)) if label.kind == LabelKind::Roman => vec![roman, letter],
            (Some(letter), Some(roman)) => vec![letter, roman],
            _ => vec![label.clone()],
        };
        let follows = |reading: &Label| {
            self.levels.iter().rposition(|level| {
                level.kind == reading.kind && reading.value() == Some(level.last + 1)
            })
        };
        let opens_roman = readings.iter().find(|reading| {
            let goes_on = next.and_then(Label::as_roman).and_then(|next| next.value()) == Some(2);
            reading.kind == LabelKind::Roman && reading.value() == Some(1) && goes_on
        });
        if let Some(roman) = opens_roman {
            return (roman.clone(), self.levels.len());
        }
        for reading in &readings {
            if let Some(depth) = follows(reading) {
                return (reading.clone(), depth);
            }
        }
        if let Some(first) = readings.iter().find(|reading| reading.value() == Some(1)) {
            // A list that begins again at its own level is another list of the same item.
            let again = self
                .levels
                .iter()
                .rposition(|level| level.kind == first.kind);
            return (first.clone(), again.unwrap_or(self.levels.len()));
        }
        for reading in &readings {
            if let Some(depth) = self
                .levels
                .iter()
                .rposition(|level| level.kind == reading.kind)
            {
                return (reading.clone(), depth);
            }
        }
        (label.clone(), self.levels.len())
    }

    /// Makes the newest paragraph the one that items belong to.
    fn open(&mut self, id: &str) {
        self.head = Some(Head {
            id: id.to_owned(),
            continuations: 0,
        });
        self.list_of = Some(self.newest());
        self.since = None;
    }

    /// The paragraph whose id was given last.
    fn newest(&self) -> ParagraphIndex {
        ParagraphIndex(self.ids.len().saturating_sub(1) as u32)
    }

    fn check_order(&mut self, label: &Label, id: &str, ordinal: Option<u32>) {
        let Some(value) = label.value() else { return };
        let expected = self.last_number.map_or(1, |last| last.saturating_add(1));
        let inserted = label.is_inserted() && self.last_number == Some(value);
        let begins_article = self
            .article
            .as_mut()
            .is_some_and(|article| value == 1 && std::mem::take(&mut article.empty));
        let counted = ordinal == Some(value);
        if value != expected && !inserted && !begins_article && !counted {
            self.warnings.push(Warning {
                code: WarningCode::NumberingGap,
                place: Some(id.to_owned()),
                detail: Some(expected.to_string()),
            });
        }
        self.last_number = Some(value);
    }

    /// The id, made unique: the second `12` is `12~2`.
    fn unique(&mut self, id: String) -> String {
        let mut other = None;
        while let Some(count) = self.used.get_mut(other.as_ref().unwrap_or(&id)) {
            *count += 1;
            other = Some(format!("{id}~{count}"));
        }
        let unique = other.unwrap_or(id);
        self.used.insert(unique.clone(), 1);
        self.ids.push(unique.clone());
        unique
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use proptest::prelude::*;

    fn ids(labels: &[&str]) -> Vec<String> {
        let labels: Vec<Option<Label>> = labels.iter().map(|text| Label::parse(text)).collect();
        let mut numbering = Numbering::default();
        (0..labels.len())
            .map(|i| {
                let next = labels.get(i + 1).and_then(Option::as_ref);
                numbering.next(labels[i].as_ref(), next, None).id
            })
            .collect()
    }

    #[test]
    fn items_belong_to_the_paragraph_before_them() {
        assert_eq!(
            ids(&["", "1.", "(a)", "(i)", "(ii)", "(b)", "", "2.", "(a)"]),
            [
                "P1", "1", "1(a)", "1(a)(i)", "1(a)(ii)", "1(b)", "1+1", "2", "2(a)"
            ]
        );
    }

    #[test]
    fn an_i_after_an_h_is_a_letter_unless_a_roman_list_follows() {
        let run = [
            "1.", "(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)", "(h)", "(i)",
        ];
        let with = |more: &str| ids(&[&run[..], &[more]].concat());
        assert_eq!(with("(j)")[9..], ["1(i)", "1(j)"]);
        assert_eq!(with("(ii)")[9..], ["1(h)(i)", "1(h)(ii)"]);
    }

    #[test]
    fn ids_stay_unique_where_numbering_restarts() {
        assert_eq!(
            ids(&["1.", "2.", "1.", "(a)", "2."]),
            ["1", "2", "1~2", "1~2(a)", "2~2"]
        );
    }

    #[test]
    fn a_list_after_unlabelled_text_is_its_own() {
        assert_eq!(
            ids(&["1.", "(a)", "", "(b)", "", "(a)", "(b)"]),
            ["1", "1(a)", "1+1", "1(b)", "1+2", "1+2(a)", "1+2(b)"]
        );
    }

    #[test]
    fn inserted_numbers_are_no_gap() {
        let mut numbering = Numbering::default();
        for text in ["1.", "2.", "2 bis.", "2 ter.", "3."] {
            numbering.next(Label::parse(text).as_ref(), None, None);
        }
        assert!(numbering.warnings.is_empty());
        numbering.next(Label::parse("7.").as_ref(), None, None);
        assert_eq!(numbering.warnings[0].place.as_deref(), Some("7"));
    }

    #[test]
    fn a_number_that_counts_its_own_part_is_no_gap() {
        let mut numbering = Numbering::default();
        let parts = [("1.", 1), ("2.", 2), ("1.", 1), ("2.", 2), ("4.", 3)];
        for (text, ordinal) in parts {
            numbering.next(Label::parse(text).as_ref(), None, Some(ordinal));
        }
        let places = numbering.warnings.iter().map(|w| w.place.as_deref());
        assert_eq!(places.collect::<Vec<_>>(), [Some("4")]);
    }

    proptest! {
        #[test]
        fn ids_are_unique_and_parents_come_first(
            labels in prop::collection::vec("|[1-9]\\.|\\([a-j]\\)|\\([ivx]{1,3}\\)|[1-3] bis\\.", 0..40)
        ) {
            let parsed: Vec<Option<Label>> = labels.iter().map(|text| Label::parse(text)).collect();
            let mut numbering = Numbering::default();
            let mut seen = HashSet::new();
            for (at, label) in parsed.iter().enumerate() {
                let next = parsed.get(at + 1).and_then(Option::as_ref);
                let place = numbering.next(label.as_ref(), next, None);
                prop_assert!(seen.insert(place.id));
                prop_assert!(place.parent.is_none_or(|parent| parent.get() < at));
            }
        }
    }
}
