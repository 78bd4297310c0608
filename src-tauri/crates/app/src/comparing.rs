//! Comparing two documents of the library.

use std::sync::Arc;
use std::time::Duration;

use wsis_compare::{Comparison, Granularity, ManualLink, RegimeChoice, Settings, compare};
use wsis_document::{Document, DocumentId};

use crate::contract::{CompareRequest, ComparisonView, OpenPair, RowView, RowsRequest};
use crate::view::{Opened, row_view};
use crate::{App, AppError, Listener, session};

/// After this long a comparison is cut short, and says so.
const COMPARING_TIME: Duration = Duration::from_secs(30);
/// Most rows of one answer.
const PAGE: u32 = 200;

impl App {
    /// Compares two documents, or finds the comparison that was made before.
    pub(crate) fn open_comparison(
        &self,
        request: &CompareRequest,
        job: Option<&str>,
        progress: Listener<'_>,
    ) -> Result<ComparisonView, AppError> {
        // Registered before anything is read: the user may cancel from the first moment.
        let job = self.jobs.start(job, Some(COMPARING_TIME), progress);
        let settings = settings(request)?;
        let left = Arc::new(self.document(&DocumentId(request.left.clone()))?);
        let right = Arc::new(self.document(&DocumentId(request.right.clone()))?);
        let manual = self.manual_links(&left, &right)?;
        let known = self
            .with_store(|store| Ok(store.comparison(&left.id, &right.id, &settings, &manual)?))?;
        let comparison = match known {
            Some(comparison) => comparison,
            None => {
                let comparison = compare(&left, &right, &settings, &manual, &job);
                if job.cancelled() {
                    return Err(AppError::Cancelled);
                }
                // What was cut short is worth another try next time.
                if comparison.precision.cuts.is_empty() {
                    self.with_store(|store| Ok(store.put_comparison(&comparison, &manual)?))?;
                }
                comparison
            }
        };
        let pair = OpenPair {
            left: request.left.clone(),
            right: request.right.clone(),
        };
        self.with_store(|store| Ok(store.set_setting(session::OPEN_PAIR, &pair)?))?;
        let opened = Arc::new(Opened::new(id_of(request), left, right, comparison));
        self.keep_opened(Arc::clone(&opened));
        Ok(opened.view())
    }

    /// Some rows of a comparison that was opened.
    pub(crate) fn rows(&self, request: &RowsRequest) -> Result<Vec<RowView>, AppError> {
        if request.to < request.from || request.to - request.from > PAGE {
            return Err(AppError::invalid(format!(
                "from 0 to {PAGE} rows at a time"
            )));
        }
        let opened = self.reopened(&request.comparison)?;
        Ok((request.from..request.to)
            .map_while(|index| row_view(&opened, index))
            .collect())
    }

    /// A comparison by its id: from memory, else made again from what the id says.
    pub(crate) fn reopened(&self, id: &str) -> Result<Arc<Opened>, AppError> {
        if let Some(opened) = self.opened(id) {
            return Ok(opened);
        }
        let request: CompareRequest =
            serde_json::from_str(id).map_err(|_| AppError::not_found("the comparison"))?;
        self.open_comparison(&request, None, &|_| {})?;
        self.opened(id)
            .ok_or_else(|| AppError::not_found("the comparison"))
    }

    fn manual_links(&self, left: &Document, right: &Document) -> Result<Vec<ManualLink>, AppError> {
        self.with_store(|store| {
            let rows = store.manual_links(&left.id, &right.id)?;
            Ok(rows.into_iter().map(|row| row.link).collect())
        })
    }
}

/// The id of a comparison says what was asked for, so that it can be made again at any time.
fn id_of(request: &CompareRequest) -> String {
    serde_json::to_string(request).unwrap_or_default()
}

fn settings(request: &CompareRequest) -> Result<Settings, AppError> {
    Ok(Settings {
        regime: match request.regime.as_str() {
            "auto" => RegimeChoice::Auto,
            "revision" => RegimeChoice::Revision,
            "related" => RegimeChoice::Related,
            other => return Err(AppError::invalid(format!("no regime {other}"))),
        },
        granularity: match request.granularity.as_str() {
            "word" => Granularity::Word,
            "character" => Granularity::Character,
            "sentence" => Granularity::Sentence,
            other => return Err(AppError::invalid(format!("no granularity {other}"))),
        },
        ..Settings::default()
    })
}

/// Compares two documents that need not be in a library.
pub(crate) fn compare_texts(left: &Document, right: &Document) -> Comparison {
    compare(
        left,
        right,
        &Settings::default(),
        &[],
        &wsis_document::Silent,
    )
}
