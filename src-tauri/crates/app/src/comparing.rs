//! Comparing two documents of the library.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use wsis_compare::{
    CommitmentTable, Comparison, Granularity, ManualLink, Prepared, RegimeChoice, Settings, compare,
};
use wsis_document::{Document, DocumentId, Monitor};
use wsis_store::ManualLinkRow;

use crate::contract::{CompareRequest, ComparisonView, OpenPair, RowView, RowsRequest};
use crate::jobs::Job;
use crate::view::{Opened, Proposals, granularity, regime_choice, row_view};
use crate::{App, AppError, Listener, lock, session};

/// After this long a comparison is cut short, and says so.
const COMPARING_TIME: Duration = Duration::from_secs(30);
/// Most rows of one answer.
const PAGE: u32 = 200;

/// What is known of two texts before anybody has a say, made when it is first needed.
pub(crate) type Basis = OnceLock<Arc<Prepared<Arc<Document>>>>;

/// How a pair of texts is compared, as its user chose; kept for each pair. The names are those of
/// [`CompareRequest`].
#[derive(Debug, Serialize, Deserialize)]
struct Method {
    regime: String,
    granularity: String,
}

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
        let settings = self.chosen(request)?;
        let pair = self.pair(request)?;
        let (left, right) = (&pair.left, &pair.right);
        let decisions = self.decisions(&left.id, &right.id)?;
        let manual = links_of(&decisions);
        let known = self
            .with_store(|store| Ok(store.comparison(&left.id, &right.id, &settings, &manual)?))?;
        let comparison = match known {
            Some(comparison) => comparison,
            None => {
                let comparison = pair.compared(&settings, &manual, &job)?;
                // What was cut short is worth another try next time.
                if comparison.precision.cuts.is_empty() {
                    self.with_store(|store| Ok(store.put_comparison(&comparison, &manual)?))?;
                }
                comparison
            }
        };
        let open = OpenPair {
            left: request.left.clone(),
            right: request.right.clone(),
        };
        self.with_store(|store| {
            store.set_setting(&method_key(&left.id, &right.id), &method(&settings))?;
            Ok(store.set_setting(session::OPEN_PAIR, &open)?)
        })?;
        let opened = self.laid_out(pair, comparison, &decisions);
        Ok(self.with_journal(opened.view()))
    }

    /// Makes a comparison anew after somebody decided something about it. It is not put into the
    /// library: there the answer would cost more than the comparison itself.
    pub(crate) fn refresh(&self, before: &Arc<Opened>) -> Result<Arc<Opened>, AppError> {
        let job = self.jobs.start(None, Some(COMPARING_TIME), &|_| {});
        let decisions = self.decisions(&before.left.id, &before.right.id)?;
        let pair = Pair::of(before);
        let settings = &before.comparison.settings;
        let comparison = pair.compared(settings, &links_of(&decisions), &job)?;
        Ok(self.laid_out(pair, comparison, &decisions))
    }

    /// The two texts of a request; what is known of them already is taken over.
    fn pair(&self, request: &CompareRequest) -> Result<Pair, AppError> {
        let of_pair = |opened: &&Arc<Opened>| {
            opened.left.id.0 == request.left && opened.right.id.0 == request.right
        };
        if let Some(opened) = lock(&self.opened).iter().rev().find(of_pair) {
            return Ok(Pair::of(opened));
        }
        let (left, right) = (
            DocumentId(request.left.clone()),
            DocumentId(request.right.clone()),
        );
        Ok(Pair {
            left: Arc::new(self.document(&left)?),
            right: Arc::new(self.document(&right)?),
            proposals: [self.proposals(&left)?, self.proposals(&right)?],
            basis: Arc::default(),
            previous: None,
        })
    }

    /// The tracked changes of the file that a document was read from.
    fn proposals(&self, document: &DocumentId) -> Result<Arc<Proposals>, AppError> {
        let reading = self.kept_reading(|store| store.reading_of(document))?;
        let changes = reading.map(|reading| reading.tracked).unwrap_or_default();
        Ok(Arc::new(Proposals::new(changes)))
    }

    fn laid_out(
        &self,
        pair: Pair,
        comparison: Comparison,
        decisions: &[ManualLinkRow],
    ) -> Arc<Opened> {
        let id = id_of(&comparison);
        let Pair {
            left,
            right,
            proposals,
            basis,
            ..
        } = pair;
        let opened = Opened::new(id, left, right, proposals, basis, comparison, decisions);
        let opened = Arc::new(opened);
        self.keep_opened(Arc::clone(&opened));
        opened
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

    /// What a request asks for; where it leaves something open, what was chosen for the pair last.
    fn chosen(&self, request: &CompareRequest) -> Result<Settings, AppError> {
        let (left, right) = (
            DocumentId(request.left.clone()),
            DocumentId(request.right.clone()),
        );
        let kept: Option<Method> =
            self.with_store(|store| session::kept(store, &method_key(&left, &right)))?;
        let (regime, granularity) = kept.map_or((None, None), |method| {
            (Some(method.regime), Some(method.granularity))
        });
        let regime = request.regime.clone().or(regime);
        let granularity = request.granularity.clone().or(granularity);
        settings(
            regime.as_deref().unwrap_or("auto"),
            granularity.as_deref().unwrap_or("word"),
            self.commitment_table()?,
        )
    }
}

/// Two texts that are to be compared, and what an earlier comparison of them has found out.
struct Pair {
    left: Arc<Document>,
    right: Arc<Document>,
    proposals: [Arc<Proposals>; 2],
    basis: Arc<Basis>,
    previous: Option<Arc<Opened>>,
}

impl Pair {
    fn of(opened: &Arc<Opened>) -> Self {
        Pair {
            left: Arc::clone(&opened.left),
            right: Arc::clone(&opened.right),
            proposals: opened.proposals.clone(),
            basis: Arc::clone(&opened.basis),
            previous: Some(Arc::clone(opened)),
        }
    }

    /// Compares; `cancelled` when the user stopped it.
    fn compared(
        &self,
        settings: &Settings,
        manual: &[ManualLink],
        job: &Job<'_>,
    ) -> Result<Comparison, AppError> {
        let known = match self.basis.get() {
            Some(known) => Arc::clone(known),
            None => {
                let (left, right) = (Arc::clone(&self.left), Arc::clone(&self.right));
                let known = Arc::new(Prepared::new(left, right, job));
                // What was cut short is no basis for another time.
                if job.stop().is_none() {
                    let _ = self.basis.set(Arc::clone(&known));
                }
                known
            }
        };
        let previous = self.previous.as_ref().map(|opened| &opened.comparison);
        let comparison = match previous {
            // What was cut short may be looked at whole this time.
            Some(previous) if previous.precision.cuts.is_empty() => {
                known.recompare(previous, settings, manual, job)
            }
            _ => known.compare(settings, manual, job),
        };
        if job.cancelled() {
            return Err(AppError::Cancelled);
        }
        Ok(comparison)
    }
}

fn links_of(decisions: &[ManualLinkRow]) -> Vec<ManualLink> {
    decisions.iter().map(|row| row.link.clone()).collect()
}

/// The id of a comparison says how it was made, so that it can be made again at any time.
fn id_of(comparison: &Comparison) -> String {
    let Method {
        regime,
        granularity,
    } = method(&comparison.settings);
    let request = CompareRequest {
        left: comparison.left.0.clone(),
        right: comparison.right.0.clone(),
        regime: Some(regime),
        granularity: Some(granularity),
    };
    serde_json::to_string(&request).unwrap_or_default()
}

fn method(settings: &Settings) -> Method {
    Method {
        regime: regime_choice(settings.regime).to_owned(),
        granularity: granularity(settings.granularity).to_owned(),
    }
}

/// The key of a pair's method, whichever of the two is on the left.
fn method_key(left: &DocumentId, right: &DocumentId) -> String {
    let (first, second) = if left <= right {
        (left, right)
    } else {
        (right, left)
    };
    format!("method {} {}", first.0, second.0)
}

fn settings(
    regime: &str,
    granularity: &str,
    commitment: CommitmentTable,
) -> Result<Settings, AppError> {
    Ok(Settings {
        regime: match regime {
            "auto" => RegimeChoice::Auto,
            "revision" => RegimeChoice::Revision,
            "related" => RegimeChoice::Related,
            other => return Err(AppError::invalid(format!("no regime {other}"))),
        },
        granularity: match granularity {
            "word" => Granularity::Word,
            "character" => Granularity::Character,
            "sentence" => Granularity::Sentence,
            other => return Err(AppError::invalid(format!("no granularity {other}"))),
        },
        commitment,
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
