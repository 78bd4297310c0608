//! Every way in which the service was seen to fail, and some in which any server can.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod server;

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use server::{Asked, Server, quick, reply};
use wsis_document::{Monitor, Silent, Stage, Stop, Symbol};
use wsis_fetch::{FetchError, Fetched, Fetcher, FileKind, Limits, Request, Service, Wish};

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n";
const DOCX: &[u8] = b"PK\x03\x04 [Content_Types].xml word/document.xml PK\x05\x06 the end";
const FILE_PATH: &str = "/doc/undoc/gen/n25/080/81/pdf/n2508081.pdf";

fn request(wish: Wish) -> Request {
    Request::new(Symbol::parse("A/RES/80/999").unwrap(), "fr", wish).unwrap()
}

fn doc() -> Vec<u8> {
    [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &[0; 4096]].concat()
}

/// The page of 1,303 bytes that comes with status 200 instead of a file.
fn page() -> Vec<u8> {
    let mut page = b"<!doctype html><html><head><title>Documents</title></head><body>".to_vec();
    page.resize(1303, b' ');
    page
}

fn fetch(fetcher: &Fetcher, wish: Wish) -> Result<Fetched, FetchError> {
    fetcher.fetch(&request(wish), &Silent)
}

/// The code with which a server's answer is refused.
fn refusal(server: &Server, wish: Wish) -> &'static str {
    fetch(&server.fetcher(), wish).unwrap_err().code()
}

fn redirect(stream: &mut TcpStream, to: &str) -> std::io::Result<()> {
    reply(stream, &format!("302 Found\r\nlocation: {to}"), b"")
}

#[test]
fn a_file_comes_by_way_of_a_redirect_in_capitals() {
    let server = Server::start(|asked, stream| match asked.path.as_str() {
        FILE_PATH => reply(stream, "200 OK\r\ncontent-type: application/pdf", PDF),
        path if path.starts_with("/api/symbol/access?") => {
            redirect(stream, "/doc/UNDOC/GEN/N25/080/81/PDF/N2508081.PDF")
        }
        // As the service does for a path in capitals.
        _ => reply(stream, "200 OK", &page()),
    });
    let fetched = fetch(&server.fetcher(), Wish::Pdf).unwrap();
    assert_eq!(
        (fetched.bytes.as_slice(), fetched.kind),
        (PDF, FileKind::Pdf)
    );
    assert_eq!(fetched.address, format!("{}{FILE_PATH}", server.base));
    assert_eq!(fetched.language, "fr");
    let asked = server.asked();
    assert_eq!(asked.len(), 2, "{asked:?}");
    assert_eq!(
        asked[0].path,
        "/api/symbol/access?s=A%2FRES%2F80%2F999&l=fr&t=pdf"
    );
}

#[test]
fn the_program_says_what_it_is_and_nothing_about_its_user() {
    let server = Server::saying("200 OK", PDF);
    fetch(&server.fetcher(), Wish::Pdf).unwrap();
    let asked = &server.asked()[0];
    assert!(asked.header("user-agent").starts_with("WSIS Compare/"));
    assert_eq!(asked.header("accept"), "application/pdf");
    assert_eq!(asked.header("accept-language"), "fr");
    let names: Vec<&str> = asked
        .headers
        .iter()
        .map(|(name, _)| name.as_str())
        .collect();
    let known = [
        "host",
        "user-agent",
        "accept",
        "accept-language",
        "accept-encoding",
    ];
    assert!(names.iter().all(|name| known.contains(name)), "{names:?}");
}

#[test]
fn word_comes_before_pdf_and_old_word_after_it() {
    let (old, page) = (doc(), page());
    for (docx, doc, pdf, kind, asked) in [
        (DOCX, &page[..], PDF, FileKind::Docx, 1),
        (&page[..], DOCX, PDF, FileKind::Docx, 2),
        (&page[..], &page[..], PDF, FileKind::Pdf, 3),
        (&page[..], &old[..], PDF, FileKind::Pdf, 3),
        (&page[..], &old[..], &page[..], FileKind::Doc, 3),
        (&old[..], b"", &page[..], FileKind::Doc, 2),
    ] {
        let answers = [docx.to_vec(), doc.to_vec(), pdf.to_vec()];
        let server = Server::start(move |asked, stream| {
            let at = ["docx", "doc", "pdf"]
                .iter()
                .position(|k| *k == asked.kind());
            reply(stream, "200 OK", &answers[at.unwrap()])
        });
        let fetched = fetch(&server.fetcher(), Wish::Best).unwrap();
        assert_eq!((fetched.kind, server.asked().len()), (kind, asked));
    }
}

#[test]
fn a_wish_for_one_kind_asks_for_that_kind_only() {
    let server = Server::saying("200 OK", &page());
    for (wish, kinds) in [(Wish::Word, vec!["docx", "doc"]), (Wish::Pdf, vec!["pdf"])] {
        let before = server.asked().len();
        assert_eq!(refusal(&server, wish), "fetch-no-such-document");
        let asked: Vec<String> = server.asked()[before..]
            .iter()
            .map(|a| a.kind().into())
            .collect();
        assert_eq!(asked, kinds);
    }
    let old = Server::saying("200 OK", &doc());
    assert_eq!(
        fetch(&old.fetcher(), Wish::Word).unwrap().kind,
        FileKind::Doc
    );
}

#[test]
fn what_is_no_file_is_told_by_its_bytes_not_by_the_status() {
    for (head, body, code) in [
        (
            "200 OK\r\ncontent-type: application/pdf",
            page(),
            "fetch-no-such-document",
        ),
        ("200 OK", Vec::new(), "fetch-not-published"),
        ("204 No Content", Vec::new(), "fetch-not-published"),
        ("404 Not Found", page(), "fetch-no-such-document"),
        (
            "200 OK",
            b"\xffWPC\x10\0\0\0\x01\x0a".to_vec(),
            "fetch-word-perfect",
        ),
        (
            "200 OK\r\ncontent-type: application/pdf",
            b"nothing".to_vec(),
            "fetch-unknown-kind",
        ),
        ("200 OK", PDF[..20].to_vec(), "fetch-interrupted"),
        (
            "202 Accepted\r\nx-amzn-waf-action: challenge",
            Vec::new(),
            "fetch-refused",
        ),
        ("403 Forbidden", page(), "fetch-refused"),
        ("500 Internal Server Error", page(), "fetch-refused"),
        ("302 Found", Vec::new(), "fetch-refused"),
    ] {
        assert_eq!(
            refusal(&Server::saying(head, &body), Wish::Pdf),
            code,
            "{head}"
        );
    }
}

#[test]
fn of_several_absences_the_most_telling_is_told() {
    let server = Server::start(|asked, stream| match asked.kind() {
        "docx" => reply(stream, "200 OK", &page()),
        "doc" => reply(stream, "200 OK", b"\xffWPC\x10\0\0\0"),
        _ => reply(stream, "200 OK", b""),
    });
    assert_eq!(refusal(&server, Wish::Best), "fetch-word-perfect");
}

#[test]
fn languages_that_are_not_official_are_refused_before_anybody_is_asked() {
    for language in ["ja", "de", "EN", ""] {
        let symbol = Symbol::parse("A/RES/80/999").unwrap();
        let error = Request::new(symbol, language, Wish::Best).unwrap_err();
        assert_eq!(error.code(), "fetch-language");
        assert_eq!(error.detail().as_deref(), Some(language));
    }
}

#[test]
fn the_page_of_errors_is_a_refusal() {
    let server = Server::start(|_, stream| redirect(stream, "/error"));
    assert_eq!(refusal(&server, Wish::Best), "fetch-refused");
    assert_eq!(server.asked().len(), 1, "the page itself is not asked for");
}

#[test]
fn a_redirect_elsewhere_is_not_followed() {
    let elsewhere = Server::saying("200 OK", PDF);
    let to = format!("{}/file.pdf", elsewhere.base);
    let server = Server::start(move |_, stream| redirect(stream, &to));
    assert_eq!(refusal(&server, Wish::Pdf), "fetch-redirect");
    assert!(elsewhere.asked().is_empty());
}

#[test]
fn redirects_in_a_circle_end() {
    let server = Server::start(|asked, stream| {
        let to = if asked.path == "/a" { "/b" } else { "/a" };
        redirect(stream, to)
    });
    assert_eq!(refusal(&server, Wish::Pdf), "fetch-redirect");
    assert_eq!(server.asked().len(), 6);
}

#[test]
fn a_busy_server_is_asked_again_a_few_times() {
    for status in [429, 502, 503] {
        let count = AtomicU32::new(0);
        let server = Server::start(
            move |_, stream| match count.fetch_add(1, Ordering::SeqCst) {
                0 | 1 => reply(stream, &format!("{status} Busy"), &page()),
                _ => reply(stream, "200 OK", PDF),
            },
        );
        assert!(fetch(&server.fetcher(), Wish::Pdf).is_ok());
        assert_eq!(server.asked().len(), 3);

        let busy = Server::saying(&format!("{status} Busy"), b"");
        assert_eq!(refusal(&busy, Wish::Best), "fetch-busy");
        assert_eq!(busy.asked().len(), 4);
    }
}

#[test]
fn a_server_that_asks_for_a_longer_rest_than_there_is_time_is_left_alone() {
    let server = Server::saying("503 Busy\r\nretry-after: 3600", b"");
    assert_eq!(refusal(&server, Wish::Best), "fetch-busy");
    assert_eq!(server.asked().len(), 1);
}

#[test]
fn nobody_there_is_told_as_offline() {
    // A port that was free a moment ago.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let fetcher = Fetcher::new(Service::local(&base).unwrap(), quick());
    assert_eq!(
        fetch(&fetcher, Wish::Best).unwrap_err().code(),
        "fetch-offline"
    );
}

#[test]
fn a_body_that_ends_early_is_not_taken() {
    let whole = [PDF, &[b' '; 3000]].concat();
    let short = whole.clone();
    let server = Server::start(move |_, stream| {
        write!(
            stream,
            "HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n",
            short.len() + 1
        )?;
        stream.write_all(&short)
    });
    assert_eq!(refusal(&server, Wish::Pdf), "fetch-interrupted");

    // A length that is too small cuts the file: its end is missing.
    let cut = Server::start(move |_, stream| {
        write!(
            stream,
            "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 12\r\n\r\n"
        )?;
        stream.write_all(&whole)
    });
    assert_eq!(refusal(&cut, Wish::Pdf), "fetch-interrupted");
}

#[test]
fn a_broken_connection_is_told() {
    for head in [
        "",
        "HTTP/1.1 200 OK\r\ncontent-le",
        "HTTP/1.1 2000 what\r\n\r\n",
    ] {
        let server = Server::start(move |_, stream| stream.write_all(head.as_bytes()));
        assert_eq!(refusal(&server, Wish::Pdf), "fetch-interrupted", "{head:?}");
    }
    let chunked = Server::start(|_, stream| {
        stream
            .write_all(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n%PDF-\r\nzz\r\n")
    });
    assert_eq!(refusal(&chunked, Wish::Pdf), "fetch-interrupted");
}

#[test]
fn a_connection_that_is_reset_is_told() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            // Closed with a request unread, which resets the connection.
            thread::sleep(Duration::from_millis(50));
            drop(stream);
        }
    });
    let fetcher = Fetcher::new(Service::local(&base).unwrap(), quick());
    assert_eq!(
        fetch(&fetcher, Wish::Best).unwrap_err().code(),
        "fetch-interrupted"
    );
}

#[test]
fn bodies_come_whole_in_pieces_and_compressed() {
    let pieces = Server::start(|_, stream| {
        stream.write_all(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")?;
        for piece in PDF.chunks(7) {
            write!(stream, "{:x}\r\n", piece.len())?;
            stream.write_all(piece)?;
            stream.write_all(b"\r\n")?;
        }
        stream.write_all(b"0\r\n\r\n")
    });
    assert_eq!(fetch(&pieces.fetcher(), Wish::Pdf).unwrap().bytes, PDF);

    let packed = Server::saying("200 OK\r\ncontent-encoding: gzip", &gzip(PDF));
    assert_eq!(fetch(&packed.fetcher(), Wish::Pdf).unwrap().bytes, PDF);

    let cut = &gzip(&[PDF, &[7; 5000]].concat())[..40];
    let broken = Server::saying("200 OK\r\ncontent-encoding: gzip", cut);
    assert_eq!(refusal(&broken, Wish::Pdf), "fetch-interrupted");
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

#[test]
fn no_body_is_larger_than_the_limit() {
    let limits = Limits {
        size: 1 << 20,
        ..quick()
    };
    let code = |server: &Server| {
        let fetched = fetch(&server.fetcher_within(limits), Wish::Best);
        fetched.unwrap_err().code()
    };
    // Announced: not a byte of it is read.
    let announced = Server::start(|_, stream| {
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\n")
    });
    assert_eq!(code(&announced), "fetch-too-large");
    // Without an end.
    let sent = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&sent);
    let endless = Server::start(move |_, stream| {
        stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n%PDF-1.7\n")?;
        loop {
            stream.write_all(&[b'x'; 4096])?;
            counted.fetch_add(4096, Ordering::SeqCst);
        }
    });
    assert_eq!(code(&endless), "fetch-too-large");
    thread::sleep(Duration::from_millis(200));
    let stopped_at = sent.load(Ordering::SeqCst);
    thread::sleep(Duration::from_millis(100));
    assert_eq!(
        sent.load(Ordering::SeqCst),
        stopped_at,
        "the connection is closed"
    );
    // Small on the way, large when unpacked.
    let bomb = Server::saying("200 OK\r\ncontent-encoding: gzip", &gzip(&vec![0; 8 << 20]));
    assert_eq!(code(&bomb), "fetch-too-large");
    // At the limit exactly.
    let mut fits = vec![b' '; (1 << 20) - PDF.len()];
    fits[..8].copy_from_slice(b"%PDF-1.7");
    fits.extend_from_slice(PDF);
    let server = Server::saying("200 OK", &fits);
    assert!(fetch(&server.fetcher_within(limits), Wish::Pdf).is_ok());
}

/// Sends a head, then a byte now and then until nobody listens; tells when that was.
fn dripping() -> (Server, mpsc::Receiver<()>) {
    let (hung_up, noticed) = mpsc::channel();
    let server = Server::start(move |_, stream| {
        let sent = stream
            .write_all(b"HTTP/1.1 200 OK\r\n\r\n%PDF-1.7\n")
            .and_then(|()| {
                loop {
                    thread::sleep(Duration::from_millis(30));
                    stream.write_all(b" ")?;
                }
            });
        let _ = hung_up.send(());
        sent
    });
    (server, noticed)
}

/// Takes the request and never answers; tells when the client hung up.
fn silent() -> (Server, mpsc::Receiver<()>) {
    let (hung_up, noticed) = mpsc::channel();
    let server = Server::start(move |_: &Asked, stream| {
        let _ = stream.read(&mut [0]);
        let _ = hung_up.send(());
        Ok(())
    });
    (server, noticed)
}

#[test]
fn a_server_that_drips_or_is_silent_does_not_hold_the_program() {
    for (server, hung_up) in [dripping(), silent()] {
        let limits = Limits {
            overall: Duration::from_millis(400),
            ..quick()
        };
        let start = Instant::now();
        let error = fetch(&server.fetcher_within(limits), Wish::Best).unwrap_err();
        assert_eq!(error.code(), "fetch-timeout");
        assert!(
            start.elapsed() < Duration::from_secs(4),
            "{:?}",
            start.elapsed()
        );
        hung_up.recv_timeout(Duration::from_secs(5)).unwrap();
        assert_eq!(
            server.asked().len(),
            1,
            "no other kind is asked for after that"
        );
    }
}

#[test]
fn the_time_is_for_all_kinds_of_file_together() {
    let server = Server::start(|_, stream| {
        thread::sleep(Duration::from_millis(300));
        reply(stream, "200 OK", &page())
    });
    let limits = Limits {
        overall: Duration::from_millis(500),
        ..quick()
    };
    let start = Instant::now();
    let error = fetch(&server.fetcher_within(limits), Wish::Best).unwrap_err();
    assert_eq!(error.code(), "fetch-timeout");
    assert!(
        start.elapsed() < Duration::from_millis(850),
        "{:?}",
        start.elapsed()
    );
    assert_eq!(server.asked().len(), 2, "the third kind is not asked for");
}

/// Stops when its flag is up, and remembers how far the fetch came.
#[derive(Default)]
struct Button {
    pressed: AtomicBool,
    bytes: AtomicU64,
}

impl Monitor for Button {
    fn progress(&self, stage: Stage, done: u64, _: u64) {
        assert_eq!(stage, Stage::Fetching);
        self.bytes.store(done, Ordering::SeqCst);
    }

    fn stop(&self) -> Option<Stop> {
        self.pressed
            .load(Ordering::SeqCst)
            .then_some(Stop::Cancelled)
    }
}

#[test]
fn cancelling_ends_the_fetch_at_once_and_closes_the_connection() {
    let busy = || {
        let (_keep, noticed) = mpsc::channel();
        (Server::saying("503 Busy\r\nretry-after: 10", b""), noticed)
    };
    for (server, hung_up) in [dripping(), silent(), busy()] {
        let button = Button::default();
        let fetcher = server.fetcher();
        let (ended, took) = thread::scope(|scope| {
            let running = scope.spawn(|| {
                let ended = fetcher.fetch(&request(Wish::Best), &button);
                (ended, Instant::now())
            });
            while server.asked().is_empty() {
                thread::sleep(Duration::from_millis(5));
            }
            thread::sleep(Duration::from_millis(150));
            let pressed = Instant::now();
            button.pressed.store(true, Ordering::SeqCst);
            let (ended, at) = running.join().unwrap();
            (ended, at - pressed)
        });
        assert_eq!(ended, Err(FetchError::Cancelled));
        // 100 ms, and room for a machine that is busy with other tests.
        assert!(took < Duration::from_millis(400), "{took:?}");
        let closed = hung_up.recv_timeout(Duration::from_secs(5));
        assert_ne!(closed, Err(mpsc::RecvTimeoutError::Timeout));
        button.pressed.store(false, Ordering::SeqCst);
        assert_eq!(server.asked().len(), 1);
    }
}

#[test]
fn progress_counts_bytes() {
    let button = Button::default();
    let server = Server::saying("200 OK", PDF);
    server
        .fetcher()
        .fetch(&request(Wish::Pdf), &button)
        .unwrap();
    assert_eq!(button.bytes.load(Ordering::SeqCst), PDF.len() as u64);
}

#[test]
fn one_document_is_fetched_at_a_time() {
    let (server, _hung_up) = silent();
    let (button, fetcher) = (Button::default(), server.fetcher());
    thread::scope(|scope| {
        let first = scope.spawn(|| fetcher.fetch(&request(Wish::Pdf), &button));
        while server.asked().is_empty() {
            thread::sleep(Duration::from_millis(5));
        }
        assert_eq!(fetch(&fetcher, Wish::Pdf), Err(FetchError::Another));
        button.pressed.store(true, Ordering::SeqCst);
        assert_eq!(first.join().unwrap(), Err(FetchError::Cancelled));
    });
    assert_eq!(server.asked().len(), 1);
}
