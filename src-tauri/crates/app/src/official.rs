//! The official text of a document: by its page in the user's browser, or fetched on a click.

use wsis_document::{DocumentId, Language, Origin, Symbol};
use wsis_fetch::{FetchError, Fetched, Fetcher, LANGUAGES, Limits, Request, Service, Wish};
use wsis_store::{DocumentRow, FetchedRow};

use crate::contract::{
    CorrectRequest, DocumentRequest, ErrorView, FetchRequest, FetchedView, ImportReport,
    LookRequest, OfficialLanguage, OfficialView, ReadingView,
};
use crate::view::format_name;
use crate::{App, AppError, Listener, catalogue, now};

impl App {
    /// What is known of a symbol. Contacts nobody.
    pub(crate) fn look(&self, request: &LookRequest) -> Result<OfficialView, AppError> {
        let service = self.fetcher.service();
        let (text, language) = match service.reading_page(&request.text) {
            Some((symbol, language)) => (symbol, language),
            None => (request.text.clone(), None),
        };
        let mut view = OfficialView {
            symbol: None,
            problem: None,
            short_name: None,
            title: None,
            language: language.map(str::to_owned),
            languages: Vec::new(),
            host: service.host().to_owned(),
        };
        let symbol = match Symbol::parse(&text) {
            Ok(symbol) => symbol,
            Err(error) => {
                view.problem = Some(ErrorView::from(AppError::from(error)));
                return Ok(view);
            }
        };
        let entry = catalogue::entry(&symbol);
        view.short_name = entry.map(|entry| entry.short_name.clone());
        view.title = entry.map(|entry| entry.title.clone());
        let (rows, fetched) =
            self.with_store(|store| Ok((store.documents()?, store.fetched(symbol.as_str())?)))?;
        view.languages = LANGUAGES
            .into_iter()
            .filter(|code| entry.is_none_or(|entry| entry.is_in(code)))
            .map(|code| OfficialLanguage {
                code: code.to_owned(),
                address: service.reading_address(&symbol, code),
                document: rows
                    .iter()
                    .find(|row| is_text_of(row, &symbol, code))
                    .map(|row| row.id.0.clone()),
                fetched: fetched
                    .iter()
                    .find(|row| row.language == code)
                    .map(|row| row.fetched_at.clone()),
            })
            .collect();
        view.symbol = Some(symbol.to_string());
        Ok(view)
    }

    /// Fetches an official document and reads it. What is here already is answered without asking
    /// anybody.
    ///
    /// # Errors
    /// `symbol-…`, `fetch-…`, and those of an import.
    pub(crate) fn fetch(
        &self,
        request: &FetchRequest,
        job: Option<&str>,
        progress: Listener<'_>,
    ) -> Result<FetchedView, AppError> {
        let symbol = Symbol::parse(&request.symbol)?;
        let wish = wish(&request.format)?;
        let wanted = Request::new(symbol, &request.language, wish)?;
        if let Some(report) = self.of_same_text(&wanted)? {
            return Ok(FetchedView {
                report,
                origin: "library".to_owned(),
                address: None,
                other_language: false,
                other_symbol: None,
            });
        }
        if let Some((row, bytes)) = self.kept(&wanted)? {
            let name = file_name(&wanted, &row.kind);
            return Ok(FetchedView {
                report: self.read_as(&wanted, &name, bytes, job, progress)?,
                origin: "kept".to_owned(),
                address: Some(row.address),
                other_language: false,
                other_symbol: None,
            });
        }
        if !request.consent || self.settings("")?.fetching == "never" {
            return Err(AppError::FetchNotAllowed);
        }
        let fetched = {
            let job = self.jobs.start(job, None, progress);
            self.fetcher.fetch(&wanted, &job)?
        };
        self.take_in(&wanted, fetched, job, progress)
    }

    /// Reads what was fetched and keeps the file, unless it is another one than was asked for: the
    /// service sends the English file where there is none, and does not say so.
    fn take_in(
        &self,
        wanted: &Request,
        fetched: Fetched,
        job: Option<&str>,
        progress: Listener<'_>,
    ) -> Result<FetchedView, AppError> {
        let kind = fetched.kind.extension();
        let (name, bytes) = (file_name(wanted, kind), fetched.bytes.clone());
        let read = self.read_as(wanted, &name, bytes, job, progress);
        let other_language = read
            .as_ref()
            .is_ok_and(|report| report.document.language != fetched.language);
        let other_symbol = read
            .as_ref()
            .ok()
            .and_then(|report| report.document.symbol.clone())
            .filter(|found| Symbol::parse(found).as_ref() != Ok(wanted.symbol()));
        if !other_language && other_symbol.is_none() {
            let row = FetchedRow {
                symbol: wanted.symbol().to_string(),
                language: fetched.language.to_owned(),
                kind: kind.to_owned(),
                address: fetched.address.clone(),
                fetched_at: now(),
            };
            self.with_store(|store| Ok(store.keep_fetched(&row, &fetched.bytes)?))?;
        }
        Ok(FetchedView {
            report: read?,
            origin: "fetched".to_owned(),
            address: Some(fetched.address),
            other_language,
            other_symbol,
        })
    }

    /// Reads a file into a draft. A text that does not name its symbol has the one it was asked by.
    fn read_as(
        &self,
        wanted: &Request,
        name: &str,
        bytes: Vec<u8>,
        job: Option<&str>,
        progress: Listener<'_>,
    ) -> Result<ImportReport, AppError> {
        let report = self.prepare(name, bytes, job, progress)?;
        match &report.draft {
            Some(draft) if report.document.symbol.is_none() => {
                let reading = ReadingView {
                    symbol: Some(wanted.symbol().to_string()),
                    ..report.reading
                };
                let draft = draft.clone();
                self.correct(&CorrectRequest { draft, reading }, job, progress)
            }
            _ => Ok(report),
        }
    }

    /// The report of the text in the library that a request asks for.
    fn of_same_text(&self, wanted: &Request) -> Result<Option<ImportReport>, AppError> {
        let rows = self.with_store(|store| Ok(store.documents()?))?;
        let fits = |row: &&DocumentRow| {
            is_text_of(row, wanted.symbol(), wanted.language())
                && kinds(wanted.wish()).contains(&format_name(row.format))
        };
        let Some(DocumentId(id)) = rows.iter().find(fits).map(|row| row.id.clone()) else {
            return Ok(None);
        };
        self.document_report(&DocumentRequest { id }).map(Some)
    }

    /// The file that was fetched for the same request before.
    fn kept(&self, wanted: &Request) -> Result<Option<(FetchedRow, Vec<u8>)>, AppError> {
        self.with_store(|store| {
            let rows = store.fetched(wanted.symbol().as_str())?;
            let row = kinds(wanted.wish()).iter().find_map(|kind| {
                rows.iter()
                    .find(|row| row.language == wanted.language() && row.kind == *kind)
            });
            let Some(row) = row else { return Ok(None) };
            Ok(store.fetched_file(row)?.map(|bytes| (row.clone(), bytes)))
        })
    }
}

/// A fetcher of the official service. In a build for developers and tests a server on this machine
/// may play it: `WSIS_FETCH_BASE`.
pub(crate) fn fetcher() -> Fetcher {
    let local = if cfg!(debug_assertions) {
        std::env::var("WSIS_FETCH_BASE")
            .ok()
            .and_then(|base| Service::local(&base).ok())
    } else {
        None
    };
    Fetcher::new(local.unwrap_or_else(Service::official), Limits::default())
}

/// Whether a document of the library is the text with a symbol in a language; a digest is not.
fn is_text_of(row: &DocumentRow, symbol: &Symbol, language: &str) -> bool {
    row.origin == Origin::File
        && row.language == Language::new(language)
        && row
            .symbol
            .as_deref()
            .is_some_and(|known| Symbol::parse(known).as_ref() == Ok(symbol))
}

fn wish(format: &str) -> Result<Wish, AppError> {
    match format {
        "best" => Ok(Wish::Best),
        "word" => Ok(Wish::Word),
        "pdf" => Ok(Wish::Pdf),
        other => Err(AppError::invalid(format!("no format {other}"))),
    }
}

/// Kinds of file that fulfil a wish, the best first.
fn kinds(wish: Wish) -> &'static [&'static str] {
    match wish {
        Wish::Best => &["docx", "pdf", "doc"],
        Wish::Word => &["docx", "doc"],
        Wish::Pdf => &["pdf"],
    }
}

/// `A_RES_80_173-en.docx`: no character that a file name cannot have.
fn file_name(wanted: &Request, extension: &str) -> String {
    let symbol = wanted.symbol().as_str().replace('/', "_");
    format!("{symbol}-{}.{extension}", wanted.language())
}

impl From<FetchError> for AppError {
    fn from(error: FetchError) -> Self {
        match error {
            FetchError::Cancelled => AppError::Cancelled,
            error => AppError::Fetch(error),
        }
    }
}
