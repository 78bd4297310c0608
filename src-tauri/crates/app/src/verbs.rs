//! The table of verbs that say how strongly somebody commits, as the user keeps it.

use wsis_compare::{CommitmentStep, CommitmentTable, CommitmentVerbs};

use crate::contract::{CommitmentLanguageView, CommitmentView, SetCommitmentRequest};
use crate::{App, AppError, lock, session};

const TABLE: &str = "commitment-table";
/// Most steps of a language and most forms of a step.
const MOST: usize = 200;
/// Longest form, in characters.
const LONGEST: usize = 60;

impl App {
    /// The table in use.
    pub(crate) fn commitment_table(&self) -> Result<CommitmentTable, AppError> {
        let kept = self.with_store(|store| session::kept::<CommitmentTable>(store, TABLE))?;
        Ok(kept.unwrap_or_default())
    }

    /// The table as an editor shows it.
    pub(crate) fn commitment(&self) -> Result<CommitmentView, AppError> {
        let table = self.commitment_table()?;
        Ok(CommitmentView {
            changed: table != CommitmentTable::default(),
            languages: table.languages.into_iter().map(language_view).collect(),
        })
    }

    /// Keeps another table, or goes back to the one of the program.
    pub(crate) fn set_commitment(
        &self,
        request: SetCommitmentRequest,
    ) -> Result<CommitmentView, AppError> {
        let table = match request.languages {
            Some(languages) => CommitmentTable {
                languages: languages.into_iter().map(verbs).collect::<Result<_, _>>()?,
            },
            None => CommitmentTable::default(),
        };
        self.with_store(|store| Ok(store.set_setting(TABLE, &table)?))?;
        // What is laid out in memory was made with the other table.
        lock(&self.opened).clear();
        self.commitment()
    }
}

fn language_view(verbs: CommitmentVerbs) -> CommitmentLanguageView {
    CommitmentLanguageView {
        language: verbs.language,
        steps: verbs.steps.into_iter().map(|step| step.forms).collect(),
    }
}

/// The verbs of a language without empty forms, forms said twice and empty steps.
fn verbs(view: CommitmentLanguageView) -> Result<CommitmentVerbs, AppError> {
    if view.steps.len() > MOST || view.steps.iter().any(|forms| forms.len() > MOST) {
        return Err(AppError::invalid(format!("at most {MOST} steps and verbs")));
    }
    let mut known: Vec<String> = Vec::new();
    let mut steps = Vec::new();
    for forms in view.steps {
        let mut step = Vec::new();
        for form in forms {
            let form = form.split_whitespace().collect::<Vec<_>>().join(" ");
            if form.chars().count() > LONGEST {
                return Err(AppError::invalid(format!(
                    "a verb has at most {LONGEST} characters"
                )));
            }
            if !form.is_empty() && !known.contains(&form) {
                known.push(form.clone());
                step.push(form);
            }
        }
        if !step.is_empty() {
            steps.push(CommitmentStep { forms: step });
        }
    }
    Ok(CommitmentVerbs {
        language: view.language,
        steps,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_repetitions_are_tidied_away() {
        let view = CommitmentLanguageView {
            language: "en".into(),
            steps: vec![
                vec![" calls   upon ".into(), String::new()],
                vec!["calls upon".into()],
                vec!["notes".into()],
            ],
        };
        let tidy = language_view(verbs(view).unwrap());
        assert_eq!(tidy.steps, [["calls upon"], ["notes"]]);
    }
}
