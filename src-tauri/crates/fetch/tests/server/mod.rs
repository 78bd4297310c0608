//! A server on this machine that plays the official one, with all its faults.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use wsis_fetch::{Fetcher, Limits, Service};

/// Answers a request; the connection ends when it returns.
pub type Play = dyn Fn(&Asked, &mut TcpStream) -> std::io::Result<()> + Send + Sync;

/// One request, as it came.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Path with query.
    pub path: String,
    /// Header lines, names in lower case.
    pub headers: Vec<(String, String)>,
}

impl Asked {
    pub fn header(&self, name: &str) -> &str {
        let header = self.headers.iter().find(|(known, _)| known == name);
        header.map_or("", |(_, value)| value)
    }

    /// The kind of file asked for.
    pub fn kind(&self) -> &str {
        self.path.rsplit_once("&t=").map_or("", |(_, kind)| kind)
    }
}

/// A running server; it ends with the test program.
pub struct Server {
    pub base: String,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Server {
    pub fn start(
        play: impl Fn(&Asked, &mut TcpStream) -> std::io::Result<()> + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (log, play): (_, Arc<Play>) = (Arc::clone(&asked), Arc::new(play));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (log, play) = (Arc::clone(&log), Arc::clone(&play));
                // What a client hangs up on is no failure of the server.
                thread::spawn(move || drop(answer(stream, &log, &*play)));
            }
        });
        Server { base, asked }
    }

    /// A server that says the same to everybody.
    pub fn saying(head: &str, body: &[u8]) -> Self {
        let (head, body) = (head.to_owned(), body.to_vec());
        Server::start(move |_, stream| reply(stream, &head, &body))
    }

    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }

    pub fn fetcher(&self) -> Fetcher {
        self.fetcher_within(quick())
    }

    pub fn fetcher_within(&self, limits: Limits) -> Fetcher {
        Fetcher::new(Service::local(&self.base).unwrap(), limits)
    }
}

/// Limits for a server that is near and a test that is short.
pub fn quick() -> Limits {
    Limits {
        overall: Duration::from_secs(20),
        retry_wait: Duration::from_millis(10),
        ..Limits::default()
    }
}

/// Writes an answer with its length: `head` is the status with further headers.
pub fn reply(stream: &mut TcpStream, head: &str, body: &[u8]) -> std::io::Result<()> {
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {head}\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n"
    )?;
    stream.write_all(body)?;
    stream.flush()
}

fn answer(mut stream: TcpStream, log: &Mutex<Vec<Asked>>, play: &Play) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
    let mut headers = Vec::new();
    for line in lines {
        let line = line?;
        let Some((name, value)) = line.split_once(':') else {
            break;
        };
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let asked = Asked { path, headers };
    log.lock().unwrap().push(asked.clone());
    play(&asked, &mut stream)
}
