//! Printed numbers: `12`, `5 bis`, `26A`, `(a)`, `1.1`, `II`, `第1条`. A label is never part of
//! the text that is compared.

use serde::{Deserialize, Serialize};

/// What shape a label has; decides where in the tree its paragraph goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LabelKind {
    /// `12`, `5 bis`, `26A`: a numbered paragraph or a numbered heading.
    Number,
    /// `1.1`, `4.1`: a numbered section.
    Dotted,
    /// `(a)`, `a)`: an item.
    Letter,
    /// `(i)`, `II`: an item, or a heading where it stands alone in capitals.
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

impl Label {
    /// A label of a known shape from its plain form.
    pub fn new(kind: LabelKind, text: impl Into<String>) -> Self {
        Label { kind, text: text.into() }
    }
}

impl std::fmt::Display for Label {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}
