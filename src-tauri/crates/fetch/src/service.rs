//! Which servers are asked, and where a request may be sent on to.

use url::{Host, Url, form_urlencoded};
use wsis_document::Symbol;

use crate::{FetchError, FileKind, LANGUAGES};

/// Where documents are read.
const READING: &str = "https://docs.un.org";
/// Where files come from.
const FILES: &str = "https://documents.un.org";
/// Older addresses that still lead to the same places.
const OLDER: &str = "https://undocs.org";

/// The servers of the official documents, or one on this machine that plays them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    reading: String,
    files: String,
    /// Origins that a request may be sent on to: scheme, host and port.
    allowed: Vec<String>,
}

impl Service {
    /// The official documents of the United Nations.
    pub fn official() -> Self {
        Service {
            reading: READING.to_owned(),
            files: FILES.to_owned(),
            allowed: [READING, FILES, OLDER].map(str::to_owned).to_vec(),
        }
    }

    /// A server on this machine, for tests: `http://127.0.0.1:8080`.
    ///
    /// # Errors
    /// [`FetchError::Base`] for an address that is not of this machine, so that nothing that sets
    /// it can lead the program elsewhere.
    pub fn local(base: &str) -> Result<Self, FetchError> {
        let refused = || FetchError::Base {
            address: base.to_owned(),
        };
        let address = Url::parse(base).map_err(|_| refused())?;
        let here = match address.host() {
            Some(Host::Ipv4(host)) => host.is_loopback(),
            Some(Host::Ipv6(host)) => host.is_loopback(),
            Some(Host::Domain(_)) | None => false,
        };
        if !here || address.scheme() != "http" {
            return Err(refused());
        }
        let origin = address.origin().ascii_serialization();
        Ok(Service {
            reading: origin.clone(),
            files: origin.clone(),
            allowed: vec![origin],
        })
    }

    /// Whether this is a server on this machine, which has no certificate.
    pub(crate) fn is_local(&self) -> bool {
        self.files.starts_with("http://")
    }

    /// The host that a fetch contacts, to be shown before.
    pub fn host(&self) -> &str {
        self.files
            .split_once("://")
            .map_or(self.files.as_str(), |(_, host)| host)
    }

    /// The page on which a person reads the document. `language` is one of
    /// [`crate::LANGUAGES`].
    pub fn reading_address(&self, symbol: &Symbol, language: &str) -> String {
        format!("{}/{language}/{symbol}", self.reading)
    }

    /// What a text says that may be the address of a page of this service: the symbol as it stands
    /// there, and the language. `None` for any other text.
    pub fn reading_page(&self, text: &str) -> Option<(String, Option<&'static str>)> {
        let address = Url::parse(text.trim()).ok()?;
        if !self
            .allowed
            .contains(&address.origin().ascii_serialization())
        {
            return None;
        }
        let (mut symbol, mut code) = (decoded(address.path().trim_start_matches('/')), None);
        for (name, value) in address.query_pairs() {
            match name.as_ref() {
                "s" => symbol = value.into_owned(),
                "l" => code = Some(value.into_owned()),
                _ => {}
            }
        }
        if let Some((first, rest)) = symbol.split_once('/')
            && first.len() == 2
            && first.bytes().all(|b| b.is_ascii_lowercase())
        {
            code = Some(first.to_owned());
            symbol = rest.to_owned();
        }
        let language = LANGUAGES
            .into_iter()
            .find(|known| Some(*known) == code.as_deref());
        Some((symbol, language))
    }

    /// Whether an address is exactly that of a page on which a document is read.
    pub fn is_reading_address(&self, address: &str) -> bool {
        let Some((symbol, Some(language))) = self.reading_page(address) else {
            return false;
        };
        Symbol::parse(&symbol)
            .is_ok_and(|symbol| self.reading_address(&symbol, language) == address)
    }

    /// The address that answers with the file, or sends the request on to it.
    pub(crate) fn file_address(
        &self,
        symbol: &Symbol,
        language: &str,
        kind: FileKind,
    ) -> Result<Url, FetchError> {
        let symbol: String = form_urlencoded::byte_serialize(symbol.as_str().as_bytes()).collect();
        let address = format!(
            "{}/api/symbol/access?s={symbol}&l={language}&t={}",
            self.files,
            kind.extension()
        );
        Url::parse(&address).map_err(|_| FetchError::Base { address })
    }

    /// Where a redirect leads. File paths are asked for in lower case: in capitals the server
    /// answers with its own page instead of the file.
    ///
    /// # Errors
    /// [`FetchError::Redirect`] for any place that is not of this service,
    /// [`FetchError::Refused`] for its page of errors.
    pub(crate) fn redirect(&self, from: &Url, location: &str) -> Result<Url, FetchError> {
        let away = |to: &str| FetchError::Redirect { to: to.to_owned() };
        let mut to = from.join(location.trim()).map_err(|_| away(location))?;
        let allowed = self.allowed.contains(&to.origin().ascii_serialization());
        if !allowed || !to.username().is_empty() || to.password().is_some() {
            return Err(away(to.origin().ascii_serialization().as_str()));
        }
        let path = to.path().to_ascii_lowercase();
        if path == "/error" || path.starts_with("/error/") {
            return Err(FetchError::Refused {
                answer: "/error".to_owned(),
            });
        }
        if path.starts_with("/doc/") {
            to.set_path(&path);
        }
        Ok(to)
    }
}

/// A path without its percent signs.
fn decoded(path: &str) -> String {
    let path = path.replace('+', "%2B");
    form_urlencoded::parse(path.as_bytes())
        .next()
        .map_or_else(String::new, |(decoded, _)| decoded.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn symbol(text: &str) -> Symbol {
        Symbol::parse(text).unwrap()
    }

    #[test]
    fn the_symbol_is_encoded_in_the_address_of_the_file() {
        let service = Service::official();
        let address = |text: &str, language: &str, kind| {
            let address = service.file_address(&symbol(text), language, kind);
            address.unwrap().to_string()
        };
        assert_eq!(
            address("A/RES/79/243", "en", FileKind::Pdf),
            "https://documents.un.org/api/symbol/access?s=A%2FRES%2F79%2F243&l=en&t=pdf"
        );
        assert_eq!(
            address("A/80/6 (Sect. 24)", "zh", FileKind::Docx),
            "https://documents.un.org/api/symbol/access?s=A%2F80%2F6%28Sect.24%29&l=zh&t=docx"
        );
        assert_eq!(
            service.reading_address(&symbol("a/res/217 (iii)"), "fr"),
            "https://docs.un.org/fr/A/RES/217(III)"
        );
    }

    #[test]
    fn redirects_stay_within_the_service() {
        let service = Service::official();
        let from = Url::parse("https://documents.un.org/api/symbol/access?s=A").unwrap();
        let to = |location: &str| {
            let to = service.redirect(&from, location);
            to.map(String::from).map_err(|error| error.code())
        };
        let file = "https://documents.un.org/doc/undoc/gen/n24/080/81/pdf/n2408081.pdf";
        assert_eq!(
            to("/doc/UNDOC/GEN/N24/080/81/PDF/N2408081.PDF"),
            Ok(file.into())
        );
        assert_eq!(
            to("https://docs.un.org/en/A/1?direct=True"),
            Ok("https://docs.un.org/en/A/1?direct=True".into())
        );
        assert!(to("https://undocs.org/A/1").is_ok());
        for refused in ["/error", "/Error", "https://documents.un.org/error?x=1"] {
            assert_eq!(to(refused), Err("fetch-refused"), "{refused}");
        }
        for away in [
            "http://documents.un.org/a",
            "https://documents.un.org:8443/a",
            "https://documents.un.org.example.com/a",
            "https://example.com/doc/a",
            "//example.com/a",
            "https://somebody@documents.un.org/a",
            "https://documents.un.org@example.com/a",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "https://[",
        ] {
            assert_eq!(to(away), Err("fetch-redirect"), "{away}");
        }
    }

    #[test]
    fn a_pasted_address_names_symbol_and_language() {
        let service = Service::official();
        for (text, symbol, language) in [
            (
                "https://docs.un.org/en/A/RES/80/173",
                "A/RES/80/173",
                Some("en"),
            ),
            (
                "https://docs.un.org/zh/A/CONF.157/24(PartI)?direct=true",
                "A/CONF.157/24(PartI)",
                Some("zh"),
            ),
            (
                "https://undocs.org/A/RES/217%28III%29",
                "A/RES/217(III)",
                None,
            ),
            (
                "https://undocs.org/fr/A/80/6%20(Sect.%2024)",
                "A/80/6 (Sect. 24)",
                Some("fr"),
            ),
            (
                "https://docs.un.org/de/S/RES/2728(2024)",
                "S/RES/2728(2024)",
                None,
            ),
            (
                "https://documents.un.org/api/symbol/access?s=A%2FRES%2F79%2F243&l=es&t=pdf",
                "A/RES/79/243",
                Some("es"),
            ),
        ] {
            assert_eq!(
                service.reading_page(text),
                Some((symbol.to_owned(), language)),
                "{text}"
            );
        }
        for text in [
            "A/RES/80/173",
            "https://example.org/en/A/1",
            "http://docs.un.org/en/A/1",
            "",
        ] {
            assert_eq!(service.reading_page(text), None, "{text}");
        }
    }

    #[test]
    fn only_reading_pages_are_opened() {
        let service = Service::official();
        for page in [
            "https://docs.un.org/en/A/RES/80/173",
            "https://docs.un.org/ar/A/RES/217(III)",
        ] {
            assert!(service.is_reading_address(page), "{page}");
        }
        for other in [
            "https://docs.un.org/",
            "https://docs.un.org/en/A/RES",
            "https://docs.un.org/de/A/RES/80/173",
            "https://docs.un.org/en/a/res/80/173",
            "https://docs.un.org/en/A/RES/80/173?x=1",
            "https://docs.un.org/en/../en/A/RES/80/173",
            "https://docs.un.org/en/A/RES/80/173 -flag",
            "https://undocs.org/en/A/RES/80/173",
            "https://example.org/en/A/RES/80/173",
        ] {
            assert!(!service.is_reading_address(other), "{other}");
        }
    }

    #[test]
    fn another_base_is_a_server_on_this_machine() {
        assert!(Service::local("http://127.0.0.1:4000").is_ok());
        assert!(Service::local("http://[::1]:4000/").is_ok());
        for base in [
            "https://127.0.0.1:4000",
            "http://documents.un.org",
            "http://10.0.0.1",
            "http://localhost.example.com",
            "http://127.0.0.1.example.com",
            "ftp://127.0.0.1",
            "127.0.0.1",
            "",
        ] {
            assert!(Service::local(base).is_err(), "{base}");
        }
    }
}
