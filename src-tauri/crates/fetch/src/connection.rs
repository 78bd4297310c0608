//! One request and its answer, watched so that it can be cut off at any moment.
//!
//! Blocking calls cannot be interrupted from outside, so each exchange runs on a thread of its own
//! while the caller watches the clock and the cancel button. Shutting the agent down closes the
//! connection under the thread, which then ends too.

use std::io::{self, Read};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Timeout};
use url::Url;
use wsis_document::{Monitor, Stage, Stop};

use crate::{FetchError, FileKind, Limits, Service};

/// How often the cancel button is looked at.
const TICK: Duration = Duration::from_millis(20);
/// Bytes read at once.
const CHUNK: usize = 64 << 10;

/// Says who asks. The service is not told which person or which comparison it is for.
const USER_AGENT: &str = concat!(
    "WSIS Compare/",
    env!("CARGO_PKG_VERSION"),
    " (+desktop program; fetches one document when its user asks for it)"
);

/// The head of an answer, with the body where the status is 200.
#[derive(Debug)]
pub(crate) struct Reply {
    pub status: u16,
    pub location: Option<String>,
    /// Seconds that a busy server asks to be left alone.
    pub retry_after: Option<u64>,
    pub body: Vec<u8>,
}

/// What is asked for.
#[derive(Clone, Debug)]
pub(crate) struct Ask {
    pub address: Url,
    pub language: &'static str,
    pub kind: FileKind,
}

enum Message {
    Progress(u64, u64),
    End(Result<Reply, FetchError>),
}

/// A client for one fetch: it holds its connections and nothing else.
pub(crate) fn agent(service: &Service, limits: &Limits) -> Agent {
    let mut config = Agent::config_builder()
        .user_agent(USER_AGENT)
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .timeout_resolve(Some(limits.connect))
        .timeout_connect(Some(limits.connect))
        .timeout_global(Some(limits.overall))
        .tls_config(
            TlsConfig::builder()
                .root_certs(RootCerts::PlatformVerifier)
                .build(),
        );
    if service.is_local() {
        config = config.proxy(None);
    } else {
        config = config.https_only(true);
    }
    config.build().into()
}

/// Asks once. Returns within 50 ms of a cancel or the deadline.
pub(crate) fn ask(
    agent: &Agent,
    ask: Ask,
    limits: &Limits,
    deadline: Instant,
    monitor: &dyn Monitor,
) -> Result<Reply, FetchError> {
    let (sender, receiver) = mpsc::channel();
    let (worker, size) = (agent.clone(), limits.size);
    let started = thread::Builder::new()
        .name("fetch".to_owned())
        .spawn(move || {
            let end = exchange(&worker, &ask, size, &sender);
            // Nobody listens any more after a cancel.
            let _ = sender.send(Message::End(end));
        });
    started.map_err(|error| interrupted(&error))?;
    loop {
        match receiver.recv_timeout(TICK) {
            Ok(Message::Progress(done, total)) => monitor.progress(Stage::Fetching, done, total),
            Ok(Message::End(end)) => return end.map_err(|error| timed(error, limits)),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => {
                return Err(FetchError::Interrupted {
                    reason: "the exchange ended without an answer".to_owned(),
                });
            }
        }
        if let Err(error) = go_on(limits, deadline, monitor) {
            agent.clone().shutdown();
            return Err(error);
        }
    }
}

/// Waits, unless told to stop.
pub(crate) fn pause(
    time: Duration,
    limits: &Limits,
    deadline: Instant,
    monitor: &dyn Monitor,
) -> Result<(), FetchError> {
    let end = Instant::now() + time;
    while Instant::now() < end {
        go_on(limits, deadline, monitor)?;
        thread::sleep(TICK.min(end.saturating_duration_since(Instant::now())));
    }
    Ok(())
}

fn go_on(limits: &Limits, deadline: Instant, monitor: &dyn Monitor) -> Result<(), FetchError> {
    match monitor.stop() {
        Some(Stop::Cancelled) => Err(FetchError::Cancelled),
        Some(Stop::Deadline) => Err(timeout(limits)),
        None if Instant::now() >= deadline => Err(timeout(limits)),
        None => Ok(()),
    }
}

fn timeout(limits: &Limits) -> FetchError {
    FetchError::Timeout {
        seconds: limits.overall.as_secs(),
    }
}

/// The thread does not know the limit that it ran into.
fn timed(error: FetchError, limits: &Limits) -> FetchError {
    match error {
        FetchError::Timeout { .. } => timeout(limits),
        error => error,
    }
}

fn exchange(
    agent: &Agent,
    ask: &Ask,
    size: usize,
    sender: &Sender<Message>,
) -> Result<Reply, FetchError> {
    let mut response = agent
        .get(ask.address.as_str())
        .header("accept", ask.kind.media_type())
        .header("accept-language", ask.language)
        .call()
        .map_err(|error| failed(error, &ask.address))?;
    let header = |name: &str| {
        let value = response.headers().get(name)?;
        value.to_str().ok().map(str::to_owned)
    };
    let (status, location) = (response.status().as_u16(), header("location"));
    let retry_after = header("retry-after").and_then(|seconds| seconds.trim().parse().ok());
    let mut body = Vec::new();
    if status == 200 {
        // Absent, or the length of the compressed bytes: good for a first look and for progress.
        let announced = header("content-length").and_then(|n| n.trim().parse().ok());
        let announced: u64 = announced.unwrap_or(0);
        if announced > size as u64 {
            return Err(too_large(size));
        }
        let mut reader = response.body_mut().as_reader();
        let mut chunk = vec![0; CHUNK];
        loop {
            let read = match reader.read(&mut chunk) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(broken(&error)),
            };
            if body.len() + read > size {
                return Err(too_large(size));
            }
            body.extend_from_slice(&chunk[..read]);
            let progress = Message::Progress(body.len() as u64, announced);
            if sender.send(progress).is_err() {
                return Err(FetchError::Cancelled);
            }
        }
    }
    Ok(Reply {
        status,
        location,
        retry_after,
        body,
    })
}

fn too_large(size: usize) -> FetchError {
    FetchError::TooLarge {
        limit: match size >> 20 {
            0 => format!("{size} B"),
            mebibytes => format!("{mebibytes} MiB"),
        },
    }
}

fn interrupted(reason: &dyn std::fmt::Display) -> FetchError {
    FetchError::Interrupted {
        reason: reason.to_string(),
    }
}

/// Why no head of an answer came.
fn failed(error: ureq::Error, address: &Url) -> FetchError {
    use ureq::Error;
    let host = address.host_str().unwrap_or_default().to_owned();
    let reason = error.to_string();
    match &error {
        Error::Timeout(Timeout::Resolve | Timeout::Connect) => FetchError::Offline { host, reason },
        Error::Timeout(_) => FetchError::Timeout { seconds: 0 },
        Error::Tls(_) | Error::Rustls(_) | Error::Pem(_) | Error::TlsRequired => {
            FetchError::Insecure { host, reason }
        }
        Error::RequireHttpsOnly(_) => FetchError::Insecure { host, reason },
        Error::Io(error) => match error.kind() {
            // What the handshake refuses comes as invalid data.
            io::ErrorKind::InvalidData => FetchError::Insecure { host, reason },
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => {
                FetchError::Timeout { seconds: 0 }
            }
            io::ErrorKind::ConnectionReset
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::BrokenPipe
            | io::ErrorKind::UnexpectedEof => FetchError::Interrupted { reason },
            // Refused, unreachable, or a name that nobody knows, which has no kind of its own.
            _ => FetchError::Offline { host, reason },
        },
        Error::HostNotFound
        | Error::ConnectionFailed
        | Error::ConnectProxyFailed(_)
        | Error::InvalidProxyUrl => FetchError::Offline { host, reason },
        _ => FetchError::Interrupted { reason },
    }
}

/// Why a body broke off.
fn broken(error: &io::Error) -> FetchError {
    let timeout = matches!(
        error.kind(),
        io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock
    ) || matches!(
        error.get_ref().and_then(|inner| inner.downcast_ref()),
        Some(ureq::Error::Timeout(_))
    );
    if timeout {
        FetchError::Timeout { seconds: 0 }
    } else {
        interrupted(error)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::net::TcpListener;

    use wsis_document::Silent;

    use super::*;

    #[test]
    fn a_server_that_cannot_show_who_it_is_is_not_trusted() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("https://{}/", listener.local_addr().unwrap());
        thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n");
            let _ = stream.read(&mut [0; 512]);
        });
        let limits = Limits::default();
        let service = Service::local("http://127.0.0.1:1").unwrap();
        let ask = super::ask(
            &agent(&service, &limits),
            Ask {
                address: Url::parse(&address).unwrap(),
                language: "en",
                kind: FileKind::Pdf,
            },
            &limits,
            Instant::now() + Duration::from_secs(20),
            &Silent,
        );
        assert_eq!(ask.unwrap_err().code(), "fetch-insecure");
    }
}
