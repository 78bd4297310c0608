//! From a request to a whole file: kinds of file in turn, redirects, patience, judgement.

use std::sync::{Mutex, TryLockError};
use std::time::Instant;

use ureq::Agent;
use wsis_document::Monitor;

use crate::connection::{self, Ask, Reply};
use crate::{FetchError, Fetched, FileKind, Limits, Request, Service, Wish};

/// Fetches documents from one service, one at a time.
#[derive(Debug)]
pub struct Fetcher {
    service: Service,
    limits: Limits,
    turn: Mutex<()>,
}

impl Fetcher {
    /// A fetcher. Opens no connection.
    pub fn new(service: Service, limits: Limits) -> Self {
        Fetcher {
            service,
            limits,
            turn: Mutex::new(()),
        }
    }

    /// Whom it asks.
    pub fn service(&self) -> &Service {
        &self.service
    }

    /// Fetches one document. Blocks; the monitor is told of bytes ([`wsis_document::Stage::Fetching`])
    /// and asked every 20 ms whether to go on.
    ///
    /// # Errors
    /// [`FetchError`]; nothing partial is returned. [`FetchError::Another`] while another fetch of
    /// this fetcher runs.
    ///
    /// # Cost
    /// One request and its redirects for each kind of file in turn, as the [`Wish`] names them, until
    /// one is there; at most [`Limits::overall`] for all of them together, and at most
    /// [`Limits::size`] in memory.
    pub fn fetch(&self, request: &Request, monitor: &dyn Monitor) -> Result<Fetched, FetchError> {
        let _turn = match self.turn.try_lock() {
            Err(TryLockError::WouldBlock) => return Err(FetchError::Another),
            // The lock guards nothing that a panic could have spoiled.
            other => other,
        };
        let agent = connection::agent(&self.service, &self.limits);
        let deadline = Instant::now() + self.limits.overall;
        let mut legacy = None;
        let mut absence = FetchError::NoSuchDocument;
        for kind in kinds(request.wish) {
            // The server answered with the old Word file already.
            if *kind == FileKind::Doc && legacy.is_some() {
                continue;
            }
            match self.fetch_kind(&agent, request, *kind, deadline, monitor) {
                Ok(fetched) if fetched.kind == FileKind::Doc && request.wish == Wish::Best => {
                    legacy = Some(fetched);
                }
                Ok(fetched) => return Ok(fetched),
                Err(error) if error.absence().is_some() => {
                    if error.absence() > absence.absence() {
                        absence = error;
                    }
                }
                Err(FetchError::Cancelled) => return Err(FetchError::Cancelled),
                Err(error) => return legacy.ok_or(error),
            }
        }
        legacy.ok_or(absence)
    }

    /// Fetches the document as one kind of file, whatever kind then comes.
    fn fetch_kind(
        &self,
        agent: &Agent,
        request: &Request,
        kind: FileKind,
        deadline: Instant,
        monitor: &dyn Monitor,
    ) -> Result<Fetched, FetchError> {
        let limits = &self.limits;
        let language = request.language;
        let mut address = self.service.file_address(&request.symbol, language, kind)?;
        let (mut redirects, mut retries) = (0, 0);
        loop {
            let ask = Ask {
                address: address.clone(),
                language,
                kind,
            };
            let reply = connection::ask(agent, ask, limits, deadline, monitor)?;
            match reply.status {
                200 => {
                    return Ok(Fetched {
                        kind: FileKind::of(&reply.body)?,
                        bytes: reply.body,
                        address: address.into(),
                        language,
                    });
                }
                204 => return Err(FetchError::NotPublished),
                301..=303 | 307 | 308 => {
                    address = self.service.redirect(&address, &location(reply)?)?;
                    redirects += 1;
                    if redirects > limits.redirects {
                        return Err(FetchError::Redirect { to: address.into() });
                    }
                }
                404 | 410 => return Err(FetchError::NoSuchDocument),
                status @ (429 | 502 | 503) => {
                    if retries == limits.retries {
                        return Err(FetchError::Busy { status });
                    }
                    let own = limits.retry_wait * 2u32.saturating_pow(retries);
                    let wished = std::time::Duration::from_secs(reply.retry_after.unwrap_or(0));
                    let wait = own.max(wished);
                    if Instant::now() + wait >= deadline {
                        return Err(FetchError::Busy { status });
                    }
                    retries += 1;
                    connection::pause(wait, limits, deadline, monitor)?;
                }
                status => {
                    return Err(FetchError::Refused {
                        answer: status.to_string(),
                    });
                }
            }
        }
    }
}

/// The kinds of file to ask for, in order.
fn kinds(wish: Wish) -> &'static [FileKind] {
    match wish {
        Wish::Best => &[FileKind::Docx, FileKind::Doc, FileKind::Pdf],
        Wish::Word => &[FileKind::Docx, FileKind::Doc],
        Wish::Pdf => &[FileKind::Pdf],
    }
}

fn location(reply: Reply) -> Result<String, FetchError> {
    reply.location.ok_or_else(|| FetchError::Refused {
        answer: format!("{} without an address", reply.status),
    })
}
