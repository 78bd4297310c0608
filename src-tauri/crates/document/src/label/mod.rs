//! Printed numbers: `12`, `5 bis`, `26A`, `(a)`, `1.1`, `II`, `第1条`. A label is never part of
//! the text that is compared.

mod numerals;
mod prefix;

use serde::{Deserialize, Serialize};

pub use numerals::roman_numeral;
pub use prefix::{LabelPrefix, Separator};

/// What shape a label has; decides where in the tree its paragraph goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LabelKind {
    /// `12`, `5 bis`, `26A`: a numbered paragraph or a numbered heading.
    Number,
    /// `1.1`, `4.1`: a numbered section.
    Dotted,
    /// `(a)`, `a)`, `(1)`: an item; without parentheses (`A`) a heading.
    Letter,
    /// `(i)`, `II`, `一`: an item, or a heading where it stands alone in capitals. Chinese
    /// numerals stand where other languages of the same text have Roman ones.
    Roman,
    /// `Annex I`, `Article 5`, `第1条`: a word with a number.
    Named,
}

/// A printed number in its plain form: ASCII digits, no full stop after it, Latin ordinals set
/// off by one space (`5 bis`), items in parentheses (`(a)`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Label {
    /// Its shape.
    pub kind: LabelKind,
    /// Its plain form, as shown.
    pub text: String,
}

/// Latin ordinals of inserted paragraphs, in their order, with the other spellings in use. The
/// first spelling is the plain form. `alt` proposes another wording of the same paragraph and
/// comes right after it.
const ORDINALS: [&[&str]; 10] = [
    &["alt"],
    &["bis"],
    &["ter"],
    &["quater", "quat"],
    &["quinquies", "quin", "quinquis"],
    &["sexies", "sext"],
    &["septies", "sept"],
    &["octies", "oct"],
    &["novies", "non"],
    &["decies", "dec"],
];

/// Order of labels of one kind: `5` < `5 alt` < `5 bis` < `5 ter` < `5 quater` < `6`,
/// `26` < `26A` < `27`, `(z)` < `(aa)`, `1.9` < `1.10`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SortKey(Vec<(u32, u32, u32)>);

impl Label {
    /// A label of a known shape from its plain form.
    pub fn new(kind: LabelKind, text: impl Into<String>) -> Self {
        Label {
            kind,
            text: text.into(),
        }
    }

    /// Reads a label that stands alone, in any of the printed forms: `12.`, `(a)`, `4.1.`,
    /// `第1条`. `None` for anything else, and for bullets. Linear.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let found = LabelPrefix::of(text)?;
        if found.end == text.len() {
            Some(found.label)
        } else {
            bare(text)
        }
    }

    /// Place among labels of the same kind.
    pub fn sort_key(&self) -> SortKey {
        SortKey(match self.kind {
            LabelKind::Number => vec![number_key(&self.text)],
            LabelKind::Dotted => self.text.split('.').map(number_key).collect(),
            LabelKind::Letter | LabelKind::Roman => vec![(self.value().unwrap_or(0), 0, 0)],
            LabelKind::Named => vec![(self.value().unwrap_or(0), 0, 0)],
        })
    }

    /// The number that the label says: 12 for `12 bis`, 1 for `(a)`, 4 for `(iv)`, 2 for
    /// `Annex II`, the last one of a dotted label. `None` for a word alone (`Annex`).
    pub fn value(&self) -> Option<u32> {
        let inner = self.text.trim_matches(['(', ')']);
        match self.kind {
            LabelKind::Number => leading_number(inner),
            LabelKind::Dotted => inner.rsplit('.').next().and_then(leading_number),
            LabelKind::Letter => leading_number(inner).or_else(|| numerals::letters(inner)),
            LabelKind::Roman => numerals::roman(inner).or_else(|| numerals::chinese(inner)),
            LabelKind::Named => {
                inner
                    .split(|c: char| !c.is_alphanumeric())
                    .rev()
                    .find_map(|word| {
                        let core = word.trim_matches(|c: char| {
                            numerals::digit(c).is_none() && !numerals::is_chinese_numeral(c)
                        });
                        leading_number(core)
                            .or_else(|| numerals::chinese(core))
                            .or_else(|| numerals::roman(word))
                            .or_else(|| numerals::word(word))
                            .or_else(|| {
                                (word.chars().count() == 1).then(|| numerals::letters(word))?
                            })
                    })
            }
        }
    }

    /// The same print read as a letter where it can be: `(i)` is the first Roman item or the
    /// ninth letter, and only its neighbours tell.
    pub fn as_letter(&self) -> Option<Label> {
        let inner = self.text.trim_matches(['(', ')']);
        numerals::letters(inner).map(|_| Label::new(LabelKind::Letter, self.text.clone()))
    }

    /// The same print read as a Roman numeral where it can be.
    pub fn as_roman(&self) -> Option<Label> {
        let inner = self.text.trim_matches(['(', ')']);
        numerals::roman(inner).map(|_| Label::new(LabelKind::Roman, self.text.clone()))
    }

    /// Whether it names an article, inside which paragraphs are numbered from 1 again:
    /// `Article 5`, `第五条`, `المادة 5`.
    pub fn is_article(&self) -> bool {
        const WORDS: [&str; 4] = ["article", "artículo", "статья", "المادة"];
        self.kind == LabelKind::Named && {
            let lower = self.text.to_lowercase();
            let named = WORDS.iter().any(|word| lower.starts_with(word));
            named || lower.ends_with(['条', '條'])
        }
    }

    /// Whether a Latin ordinal or a letter marks the label as inserted: `5 bis`, `26A`.
    pub fn is_inserted(&self) -> bool {
        self.kind == LabelKind::Number && {
            let (_, letter, ordinal) = number_key(&self.text);
            letter > 0 || ordinal > 0
        }
    }
}

impl std::fmt::Display for Label {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

/// A number without any mark after it, which is a label only because it stands alone.
fn bare(text: &str) -> Option<Label> {
    LabelPrefix::of(&format!("{text}."))
        .filter(|p| p.end == text.len() + 1)
        .map(|p| p.label)
}

fn leading_number(text: &str) -> Option<u32> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    text.get(..digits)?.parse().ok()
}

fn number_key(text: &str) -> (u32, u32, u32) {
    let number = leading_number(text).unwrap_or(0);
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit()).trim();
    let (letter, word) = match rest.split_once(' ') {
        Some((letter, word)) => (letter, word),
        None if ordinal(rest).is_some() => ("", rest),
        None => (rest, ""),
    };
    let letter = numerals::letters(letter).unwrap_or(0);
    (
        number,
        letter,
        ordinal(word).map_or(0, |place| place as u32 + 1),
    )
}

/// Place of a Latin ordinal in [`ORDINALS`], whatever its spelling and case.
fn ordinal(word: &str) -> Option<usize> {
    ORDINALS
        .iter()
        .position(|spellings| spellings.iter().any(|s| s.eq_ignore_ascii_case(word)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key(text: &str) -> SortKey {
        Label::parse(text)
            .unwrap_or_else(|| panic!("{text} is no label"))
            .sort_key()
    }

    #[test]
    fn inserted_paragraphs_come_after_their_number() {
        let order = [
            "5", "5 alt", "5 bis", "5 ter", "5 quat", "5 quin", "6", "26", "26A", "26B", "27",
        ];
        for pair in order.windows(2) {
            assert!(key(pair[0]) < key(pair[1]), "{pair:?}");
        }
        assert!(key("1.9") < key("1.10"));
        assert!(key("(z)") < key("(aa)"));
    }

    #[test]
    fn spellings_of_one_ordinal_are_one_label() {
        assert_eq!(Label::parse("5 quat."), Label::parse("5quater"));
        assert_eq!(Label::parse("5 BIS"), Label::parse("5bis."));
        assert_eq!(
            Label::parse("5-bis").map(|l| l.text).as_deref(),
            Some("5 bis")
        );
    }

    #[test]
    fn values() {
        let cases = [
            ("12 bis.", 12),
            ("(c)", 3),
            ("(iv)", 4),
            ("Annex II", 2),
            ("4.10.", 10),
            ("第12条", 12),
            ("第十二章", 12),
            ("一、", 1),
            ("Article premier", 1),
            ("المادة الثالثة", 3),
        ];
        for (text, value) in cases {
            assert_eq!(
                Label::parse(text).and_then(|l| l.value()),
                Some(value),
                "{text}"
            );
        }
        assert_eq!(Label::parse("Annex").and_then(|l| l.value()), None);
    }

    #[test]
    fn an_ambiguous_item_has_two_readings() {
        let i = Label::parse("(i)").expect("a label");
        assert_eq!(i.as_letter().and_then(|l| l.value()), Some(9));
        assert_eq!(i.as_roman().and_then(|l| l.value()), Some(1));
        let b = Label::parse("(b)").expect("a label");
        assert_eq!(b.as_roman(), None);
    }

    proptest! {
        #[test]
        fn the_plain_form_is_stable(text in "\\PC{0,12}") {
            if let Some(label) = Label::parse(&text) {
                let again = Label::parse(&label.text);
                prop_assert_eq!(again.map(|l| l.text), Some(label.text));
            }
        }

        #[test]
        fn numbers_sort_as_numbers(a in 1u32..999, b in 1u32..999) {
            prop_assert_eq!(key(&a.to_string()).cmp(&key(&b.to_string())), a.cmp(&b));
        }
    }
}
