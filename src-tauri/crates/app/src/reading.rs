//! How a person has a file read: kept with the document, and applied again to the same file.

use serde::{Deserialize, Serialize};
use wsis_document::Language;
use wsis_import::{
    Change, Correction, Corrections, Imported, Options, Place, Revisions, TrackedChange,
};

use crate::AppError;
use crate::contract::{CorrectionView, ReadingView};

/// What becomes of tracked changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Changes {
    /// The text as proposed.
    #[default]
    Accepted,
    /// The text that the proposals were made to.
    Rejected,
    /// Both, as two documents.
    Both,
}

/// Which of the two documents of [`Changes::Both`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Half {
    Base,
    Proposal,
}

/// What a person said about the reading of a file, and what stood in the file beside the text.
/// Serialised into the library: new fields need a default.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Reading {
    pub language: Option<String>,
    pub changes: Changes,
    pub corrections: Corrections,
    /// Set on the two documents of [`Changes::Both`].
    pub half: Option<Half>,
    /// Who proposed what, where the file has tracked changes.
    pub tracked: Vec<TrackedChange>,
    /// Comments of the file.
    pub comments: u32,
}

impl Reading {
    /// What the readers must know, with tracked changes taken one way.
    pub fn options(&self, revisions: Revisions) -> Options {
        Options {
            language: self.language.clone(),
            revisions,
            corrections: self.corrections.clone(),
        }
    }

    /// The way that is shown: of two documents the proposal.
    pub fn revisions(&self) -> Revisions {
        match self.changes {
            Changes::Rejected => Revisions::Rejected,
            Changes::Accepted | Changes::Both => Revisions::Accepted,
        }
    }

    /// The same, as it is kept with the document that it gave.
    pub fn kept(&self, imported: &Imported, half: Option<Half>) -> Reading {
        Reading {
            half,
            tracked: imported.tracked.clone(),
            comments: imported.comments.len() as u32,
            ..self.clone()
        }
    }

    /// The reading that corrects a document: where that is one of two, only the one.
    pub fn of_one(mut self, title: &str) -> Reading {
        if let Some(half) = self.half.take() {
            self.changes = match half {
                Half::Base => Changes::Rejected,
                Half::Proposal => Changes::Accepted,
            };
            self.corrections.title = Some(title.to_owned());
        }
        self
    }

    /// For the window; corrections as they were found in the file.
    pub fn view(&self, applied: &[Correction]) -> ReadingView {
        ReadingView {
            language: self.language.clone(),
            title: self.corrections.title.clone(),
            symbol: self.corrections.symbol.clone(),
            date: self.corrections.date.clone(),
            changes: match self.changes {
                Changes::Accepted => "accepted",
                Changes::Rejected => "rejected",
                Changes::Both => "both",
            }
            .to_owned(),
            corrections: applied.iter().map(correction_view).collect(),
        }
    }

    /// From the window.
    ///
    /// # Errors
    /// `date-unknown`, `label-unknown`, `invalid`.
    pub fn of_view(view: &ReadingView) -> Result<Reading, AppError> {
        if let Some(language) = &view.language
            && !Language::KNOWN.contains(&language.as_str())
        {
            return Err(AppError::invalid(format!("no language {language}")));
        }
        if let Some(date) = view.date.as_deref().filter(|date| !date.is_empty())
            && !is_date(date)
        {
            return Err(AppError::NotADate {
                text: date.to_owned(),
            });
        }
        Ok(Reading {
            language: view.language.clone(),
            changes: match view.changes.as_str() {
                "accepted" => Changes::Accepted,
                "rejected" => Changes::Rejected,
                "both" => Changes::Both,
                other => return Err(AppError::invalid(format!("no way {other}"))),
            },
            corrections: Corrections {
                title: view.title.clone(),
                symbol: view.symbol.clone(),
                date: view.date.clone(),
                pieces: view
                    .corrections
                    .iter()
                    .map(correction)
                    .collect::<Result<_, _>>()?,
            },
            ..Reading::default()
        })
    }
}

/// `2025-12-17`, a day of the calendar.
fn is_date(text: &str) -> bool {
    use time::{Date, Month};

    let fields: Vec<&str> = text.split('-').collect();
    let [year, month, day] = fields[..] else {
        return false;
    };
    let number = |text: &str, digits| {
        let plain = text.len() == digits && text.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| text.parse::<u16>().ok()).flatten()
    };
    match (number(year, 4), number(month, 2), number(day, 2)) {
        (Some(year), Some(month), Some(day)) => Month::try_from(month as u8)
            .is_ok_and(|month| Date::from_calendar_date(i32::from(year), month, day as u8).is_ok()),
        _ => false,
    }
}

fn correction(view: &CorrectionView) -> Result<Correction, AppError> {
    let place = |text: &str| {
        text.parse::<Place>()
            .map_err(|error| AppError::invalid(error.to_string()))
    };
    let change = match view.change.as_str() {
        "heading" => Change::Heading {
            level: view.level.unwrap_or(1).clamp(1, 9) as u8,
        },
        "title" => Change::Title,
        "paragraph" => Change::Paragraph,
        "number" => {
            let label = view.label.as_deref().unwrap_or_default().trim();
            if wsis_document::Label::parse(label).is_none() {
                return Err(AppError::NotALabel {
                    text: label.to_owned(),
                });
            }
            Change::Number {
                label: label.to_owned(),
            }
        }
        "no_number" => Change::NoNumber,
        "join" => Change::Join,
        "split" => Change::Split,
        "drop" => Change::Drop,
        "restore" => Change::Restore {
            before: view.before.as_deref().map(place).transpose()?,
        },
        other => return Err(AppError::invalid(format!("no correction {other}"))),
    };
    Ok(Correction {
        place: place(&view.at)?,
        change,
        words: view.words.clone(),
    })
}

fn correction_view(correction: &Correction) -> CorrectionView {
    let (mut level, mut label, mut before) = (None, None, None);
    let change = match &correction.change {
        Change::Heading { level: said } => {
            level = Some(u32::from(*said));
            "heading"
        }
        Change::Title => "title",
        Change::Paragraph => "paragraph",
        Change::Number { label: said } => {
            label = Some(said.clone());
            "number"
        }
        Change::NoNumber => "no_number",
        Change::Join => "join",
        Change::Split => "split",
        Change::Drop => "drop",
        Change::Restore { before: said } => {
            before = said.map(|place| place.to_string());
            "restore"
        }
    };
    CorrectionView {
        at: correction.place.to_string(),
        change: change.to_owned(),
        level,
        label,
        before,
        words: correction.words.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(change: &str) -> CorrectionView {
        CorrectionView {
            at: "t3.0.00000000000000ff".into(),
            change: change.into(),
            level: Some(2),
            label: Some("12 bis.".into()),
            before: Some("t1.0.00000000000000aa".into()),
            words: "We rest".into(),
        }
    }

    #[test]
    fn every_correction_crosses_the_contract_and_comes_back() {
        for change in [
            "heading",
            "title",
            "paragraph",
            "number",
            "no_number",
            "join",
            "split",
            "drop",
            "restore",
        ] {
            let sent = correction(&view(change)).unwrap();
            let back = correction_view(&sent);
            assert_eq!(back.change, change);
            assert_eq!(correction(&back).unwrap(), sent);
        }
    }

    #[test]
    fn what_is_no_number_and_no_date_is_refused_by_its_code() {
        let label = CorrectionView {
            label: Some("several".into()),
            ..view("number")
        };
        assert_eq!(correction(&label).unwrap_err().code(), "label-unknown");
        for (date, fine) in [
            ("2025-12-17", true),
            ("2025-02-30", false),
            ("yesterday", false),
            ("", true),
        ] {
            let reading = ReadingView {
                date: Some(date.into()),
                changes: "both".into(),
                ..ReadingView::default()
            };
            assert_eq!(Reading::of_view(&reading).is_ok(), fine, "{date}");
        }
    }

    #[test]
    fn a_reading_of_an_earlier_program_is_understood() {
        let kept: Reading = serde_json::from_str(r#"{"language":"fr"}"#).unwrap();
        assert_eq!(
            (kept.language.as_deref(), kept.changes),
            (Some("fr"), Changes::Accepted)
        );
    }
}
