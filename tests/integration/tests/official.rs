//! Getting an official text, from the symbol to the library, over a server on this machine.

use serde_json::{Value, json};
use tempfile::TempDir;
use wsis_app::App;
use wsis_app::contract::ErrorView;

#[allow(
    dead_code,
    clippy::unwrap_used,
    reason = "shared with the tests of the crate that fetches"
)]
#[path = "../../../src-tauri/crates/fetch/tests/server/mod.rs"]
mod server;

use server::{Server, reply};

/// A PDF of one page with a line for each text; without any, a page that is blank.
fn pdf(lines: &[&str]) -> Vec<u8> {
    let mut content = String::from("BT /F1 11 Tf 72 760 Td 16 TL\n");
    for line in lines {
        content.push_str(&format!("({line}) Tj T*\n"));
    }
    content.push_str("ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!(
            "<< /Length {} >>\nstream\n{content}\nendstream",
            content.len()
        ),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_owned(),
    ];
    let mut file = String::from("%PDF-1.4\n");
    let mut offsets = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        offsets.push(file.len());
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", at + 1));
    }
    let table = file.len();
    file.push_str("xref\n0 6\n0000000000 65535 f \n");
    for offset in offsets {
        file.push_str(&format!("{offset:010} 00000 n \n"));
    }
    file.push_str(&format!(
        "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"
    ));
    file.into_bytes()
}

/// A made-up resolution in English that gives itself a symbol.
fn resolution(symbol: &str) -> Vec<u8> {
    pdf(&[
        symbol,
        "",
        "Lanterns of the old harbour",
        "",
        "The General Assembly,",
        "",
        "The council of the lanterns, which met on the quay of the old harbour in the autumn,",
        "and which thanks the town for the light and the bread that it was given there,",
        "",
        "1. The keepers of the lanterns meet in the spring of every year, on the quay of the",
        "old harbour.",
        "",
        "2. The council asks that the lamps of the old bridge be mended, and that the stones of",
        "the quay be laid anew.",
        "",
        "3. The ferries leave when the bell of the harbour has rung, and wait for the last boat",
        "of the evening.",
    ])
}

fn english() -> Vec<u8> {
    resolution("A/RES/80/999")
}

/// An app over a server that answers every request for a PDF with `body`.
fn app_over(body: Vec<u8>) -> (TempDir, Server, App) {
    let server = Server::start(move |asked, stream| match asked.kind() {
        "pdf" => reply(stream, "200 OK", &body),
        _ => reply(stream, "200 OK", b"<!doctype html><html></html>"),
    });
    let (folder, app) = app_at(&server);
    (folder, server, app)
}

fn app_at(server: &Server) -> (TempDir, App) {
    let folder = TempDir::new().unwrap();
    let app = App::with_fetcher(folder.path(), server.fetcher());
    (folder, app)
}

fn call(app: &App, name: &str, payload: Value) -> Result<Value, ErrorView> {
    app.call(name, payload, None, &|_| {})
}

fn look(app: &App, text: &str) -> Value {
    call(app, "official.look", json!({ "text": text })).unwrap()
}

fn fetch(app: &App, language: &str) -> Result<Value, ErrorView> {
    let symbol = "a/res/80/999";
    let request = json!({
        "symbol": symbol, "language": language, "format": "best", "consent": true
    });
    call(app, "official.fetch", request)
}

fn code(result: Result<Value, ErrorView>) -> String {
    result.expect_err("a refusal").code
}

#[test]
fn a_symbol_is_looked_at_without_asking_anybody() {
    let (_folder, server, app) = app_over(english());
    let view = look(&app, " a/res/80/173 ");
    assert_eq!(view["symbol"], "A/RES/80/173");
    assert_eq!(view["shortName"], "WSIS+20");
    assert_eq!(view["problem"], Value::Null);
    let languages = view["languages"].as_array().unwrap();
    let codes: Vec<&str> = languages
        .iter()
        .map(|l| l["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes, ["ar", "en", "es", "fr", "ru", "zh"]);
    assert_eq!(
        languages[3]["address"],
        format!("{}/fr/A/RES/80/173", server.base)
    );
    // The digests of this document are in the library; they are not its text.
    assert!(
        languages
            .iter()
            .all(|l| l["document"].is_null() && l["fetched"].is_null())
    );

    let view = look(&app, &format!("{}/es/S/RES/2728%20(2024)", server.base));
    assert_eq!(
        (&view["symbol"], &view["language"]),
        (&json!("S/RES/2728(2024)"), &json!("es"))
    );
    let view = look(&app, "80/173");
    assert_eq!(view["symbol"], Value::Null);
    assert_eq!(view["problem"]["code"], "symbol-organ");
    assert_eq!(view["problem"]["detail"], "80");
    assert!(server.asked().is_empty());
}

#[test]
fn nothing_is_fetched_unless_the_user_says_so() {
    let (_folder, server, app) = app_over(english());
    let mut request = json!({
        "symbol": "A/RES/80/999", "language": "en", "format": "best", "consent": false
    });
    assert_eq!(
        code(call(&app, "official.fetch", request.clone())),
        "fetch-not-allowed"
    );
    let start = call(&app, "app.start", json!({ "systemLanguage": "en" })).unwrap();
    let mut settings = start["settings"].clone();
    assert_eq!(settings["fetching"], "ask");
    settings["fetching"] = json!("never");
    call(&app, "settings.set", settings.clone()).unwrap();
    request["consent"] = json!(true);
    assert_eq!(
        code(call(&app, "official.fetch", request)),
        "fetch-not-allowed"
    );
    settings["fetching"] = json!("whenever");
    assert_eq!(code(call(&app, "settings.set", settings)), "invalid");
    assert!(server.asked().is_empty());
}

#[test]
fn what_cannot_be_asked_for_is_refused_before_anybody_is_asked() {
    let (_folder, server, app) = app_over(english());
    for (symbol, language, format, expected) in [
        ("A/RES/80/999", "ja", "best", "fetch-language"),
        ("A/RES/80/999", "de", "best", "fetch-language"),
        ("A/RES", "en", "best", "symbol-unfinished"),
        ("A/RES/80/999", "en", "wordperfect", "invalid"),
    ] {
        let request = json!({
            "symbol": symbol, "language": language, "format": format, "consent": true
        });
        assert_eq!(code(call(&app, "official.fetch", request)), expected);
    }
    assert!(server.asked().is_empty());
}

#[test]
fn a_fetched_text_is_read_and_nobody_is_asked_for_it_again() {
    let (_folder, server, app) = app_over(english());
    let fetched = fetch(&app, "en").unwrap();
    assert_eq!(
        (&fetched["origin"], &fetched["otherLanguage"]),
        (&json!("fetched"), &json!(false))
    );
    let document = &fetched["report"]["document"];
    assert_eq!(document["symbol"], "A/RES/80/999");
    assert_eq!(document["numbered"], 3);
    assert_eq!(document["fileName"], "A_RES_80_999-en.pdf");
    let asked = server.asked().len();
    assert_eq!(asked, 3, "docx, doc, pdf");
    let here = &look(&app, "A/RES/80/999")["languages"][1];
    assert!(here["fetched"].is_string(), "{here}");

    // From the file that was kept while nothing is saved; then from the library.
    assert_eq!(call(&app, "library.list", json!({})).unwrap(), json!([]));
    let kept = fetch(&app, "en").unwrap();
    assert_eq!(kept["origin"], "kept");
    assert_eq!(kept["report"]["document"], *document);
    let draft = &kept["report"]["draft"];
    call(
        &app,
        "library.save",
        json!({ "draft": draft, "replace": false }),
    )
    .unwrap();
    let saved = fetch(&app, "en").unwrap();
    assert_eq!(saved["origin"], "library");
    assert_eq!(saved["report"]["draft"], Value::Null);
    assert_eq!(
        look(&app, "A/RES/80/999")["languages"][1]["document"],
        document["id"]
    );
    assert_eq!(server.asked().len(), asked);

    // Another language is another text.
    assert!(fetch(&app, "ru").is_ok());
    assert_eq!(server.asked().len(), asked + 3);
}

#[test]
fn another_language_than_was_asked_for_is_told_and_not_kept_as_that_language() {
    let (_folder, server, app) = app_over(english());
    let fetched = fetch(&app, "fr").unwrap();
    assert_eq!(fetched["otherLanguage"], true);
    assert_eq!(fetched["report"]["document"]["language"], "en");
    assert_eq!(
        look(&app, "A/RES/80/999")["languages"][3]["fetched"],
        Value::Null
    );
    let before = server.asked().len();
    assert!(fetch(&app, "fr").is_ok());
    assert!(server.asked().len() > before);
}

#[test]
fn another_symbol_than_was_asked_for_is_told_and_not_kept_as_that_document() {
    let (_folder, server, app) = app_over(resolution("A/RES/80/998"));
    let fetched = fetch(&app, "en").unwrap();
    assert_eq!(fetched["otherSymbol"], "A/RES/80/998");
    assert_eq!(fetched["report"]["document"]["symbol"], "A/RES/80/998");
    assert_eq!(
        look(&app, "A/RES/80/999")["languages"][1]["fetched"],
        Value::Null
    );
    // The warning must come again with the text.
    let before = server.asked().len();
    assert_eq!(fetch(&app, "en").unwrap()["otherSymbol"], "A/RES/80/998");
    assert!(server.asked().len() > before);
}

#[test]
fn a_text_that_does_not_name_itself_has_the_symbol_it_was_asked_by() {
    let (_folder, _server, app) = app_over(pdf(&["1. The keepers of the lanterns meet."]));
    let fetched = fetch(&app, "en").unwrap();
    assert_eq!(fetched["report"]["document"]["symbol"], "A/RES/80/999");
    assert_eq!(fetched["otherSymbol"], Value::Null);
}

#[test]
fn a_file_that_cannot_be_read_is_kept_too() {
    let (_folder, server, app) = app_over(pdf(&[]));
    assert_eq!(code(fetch(&app, "en")), "import-no-text");
    let asked = server.asked().len();
    assert_eq!(code(fetch(&app, "en")), "import-no-text");
    assert_eq!(server.asked().len(), asked);
}

#[test]
fn a_document_that_is_not_there_leaves_the_library_as_it_was() {
    for (body, expected) in [
        (&b"<!doctype html>"[..], "fetch-no-such-document"),
        (b"", "fetch-not-published"),
        (b"\xffWPC\x10\0", "fetch-word-perfect"),
        (b"what is this", "fetch-unknown-kind"),
    ] {
        let (_folder, _server, app) = app_over(body.to_vec());
        assert_eq!(code(fetch(&app, "en")), expected);
        assert_eq!(call(&app, "library.list", json!({})).unwrap(), json!([]));
        assert_eq!(
            look(&app, "A/RES/80/999")["languages"][1]["fetched"],
            Value::Null
        );
    }
}

#[test]
fn a_fetch_can_be_cancelled() {
    let server = Server::start(|_, stream| {
        let _ = std::io::Read::read(stream, &mut [0]);
        Ok(())
    });
    let (_folder, app) = app_at(&server);
    let request = json!({
        "symbol": "A/RES/80/999", "language": "en", "format": "best", "consent": true
    });
    std::thread::scope(|scope| {
        let running = scope.spawn(|| app.call("official.fetch", request, Some("job-1"), &|_| {}));
        while server.asked().is_empty() {
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        call(&app, "job.cancel", json!({ "job": "job-1" })).unwrap();
        assert_eq!(code(running.join().unwrap()), "cancelled");
    });
}

#[test]
fn only_pages_of_official_texts_are_opened_in_the_browser() {
    let folder = TempDir::new().unwrap();
    let app = App::new(folder.path());
    for page in [
        "https://docs.un.org/fr/A/RES/80/173",
        "https://docs.un.org/en/S/RES/2728(2024)",
        "https://publicadministration.desa.un.org/sites/default/files/2021-04/2025/WSIS%2B20_ZERO_DRAFT.pdf",
    ] {
        assert!(app.check_address(page).is_ok(), "{page}");
    }
    for other in [
        "https://example.org/",
        "https://docs.un.org/en/",
        "https://publicadministration.desa.un.org/",
        "file:///etc/passwd",
    ] {
        assert!(app.check_address(other).is_err(), "{other}");
    }
}

/// Every refusal of the crate that fetches, and of the one that reads symbols.
fn refusals() -> Vec<&'static str> {
    use wsis_document::SymbolError;
    use wsis_fetch::FetchError;
    let (text, host) = (String::new(), String::new());
    let reason = String::new();
    let fetch = [
        FetchError::Language {
            asked: text.clone(),
        },
        FetchError::Base {
            address: text.clone(),
        },
        FetchError::Another,
        FetchError::Offline {
            host: host.clone(),
            reason: reason.clone(),
        },
        FetchError::Insecure {
            host,
            reason: reason.clone(),
        },
        FetchError::Timeout { seconds: 60 },
        FetchError::Interrupted { reason },
        FetchError::Busy { status: 503 },
        FetchError::Refused {
            answer: text.clone(),
        },
        FetchError::Redirect { to: text.clone() },
        FetchError::NoSuchDocument,
        FetchError::NotPublished,
        FetchError::TooLarge {
            limit: text.clone(),
        },
        FetchError::WordPerfect,
        FetchError::UnknownKind {
            found: text.clone(),
        },
    ];
    let symbol = [
        SymbolError::Empty,
        SymbolError::Unfinished,
        SymbolError::TooLong,
        SymbolError::Character('?'),
        SymbolError::Organ(text.clone()),
        SymbolError::Part(text.clone()),
        SymbolError::SuffixInside(text.clone()),
        SymbolError::ResolutionForm {
            session: 3,
            form: text,
        },
    ];
    let fetch = fetch.iter().map(FetchError::code);
    fetch
        .chain(symbol.iter().map(SymbolError::code))
        .chain(["fetch-not-allowed"])
        .collect()
}

#[test]
fn every_refusal_has_a_sentence_with_a_remedy_in_every_language() {
    let locales = [
        include_str!("../../../ui/locales/en.ftl"),
        include_str!("../../../ui/locales/ja.ftl"),
    ];
    let missing: Vec<&str> = refusals()
        .into_iter()
        .filter(|code| {
            let key = format!("\nerror-{code} = ");
            locales.iter().any(|locale| !locale.contains(&key))
        })
        .collect();
    assert_eq!(missing, Vec::<&str>::new());
}
