//! Streams, decoded within a budget: a few kilobytes of a file may inflate to gigabytes.
//!
//! `hayro-syntax` decodes without a limit, so what it decodes by itself (object streams, fonts) is
//! inflated once before, without keeping it, to see how much it is.

use std::io::{self, Read};

use flate2::read::ZlibDecoder;
use hayro_syntax::Filter;
use hayro_syntax::object::dict::keys::{CONTENTS, DECODE_PARMS, DP};
use hayro_syntax::object::{Array, Stream};
use hayro_syntax::page::Page;
use memchr::memmem;

use crate::ImportError;

/// Most bytes that the content of one file may have once decoded.
const MAX_DECODED: u64 = 256 << 20;
/// Most bytes that the fonts of one file may have once decoded.
const MAX_FONTS: u64 = 256 << 20;
/// Most bytes that the object streams of one file may have once decoded.
const MAX_OBJECTS: u64 = 256 << 20;
/// Most operators of one file, forms counted each time they are drawn.
const MAX_OPERATORS: u64 = 30_000_000;
/// Largest stream, as stored, whose decoding is left to `hayro-syntax`, which knows no limit.
const MAX_UNCHECKED: usize = 256 << 10;
/// Longest dictionary of an object stream, in bytes.
const MAX_DICTIONARY: usize = 4 << 10;

/// Refuses a file whose object streams and cross-reference streams inflate beyond the limit. They are
/// found by their words, since everything else about a file stands in them. Linear in the file and in
/// what they inflate to.
///
/// # Errors
/// `TooLarge`.
pub(super) fn check_object_streams(bytes: &[u8]) -> Result<(), ImportError> {
    let mut left = MAX_OBJECTS;
    for at in memmem::find_iter(bytes, b"stream") {
        let before = &bytes[at.saturating_sub(MAX_DICTIONARY)..at];
        if before.ends_with(b"end") {
            continue;
        }
        let dictionary = &before[memmem::rfind(before, b" obj").unwrap_or(0)..];
        let has = |word: &[u8]| memmem::find(dictionary, word).is_some();
        // A name may be written with numbers for its letters.
        if !(has(b"/ObjStm") || has(b"/XRef") || has(b"#")) {
            continue;
        }
        let layers = memmem::find_iter(dictionary, b"Decode")
            .filter(|at| !dictionary[at + b"Decode".len()..].starts_with(b"P"))
            .count();
        if layers > 1 {
            return Err(too_large("object streams", MAX_OBJECTS));
        }
        let data = &bytes[at + b"stream".len()..];
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        let data = data.strip_prefix(b"\n").unwrap_or(data);
        left = left
            .checked_sub(inflated(data, left))
            .ok_or_else(|| too_large("object streams", MAX_OBJECTS))?;
    }
    Ok(())
}

/// How many bytes zlib data inflates to; `limit` + 1 for anything above `limit`. Damaged data counts
/// as far as it goes.
fn inflated(data: &[u8], limit: u64) -> u64 {
    let mut counted = Counter(0);
    let _ = io::copy(
        &mut ZlibDecoder::new(data).take(limit.saturating_add(1)),
        &mut counted,
    );
    counted.0
}

/// Counts what is written and keeps nothing, also when the source breaks off.
struct Counter(u64);

impl io::Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What a file may still cost.
pub(super) struct Budget {
    content: u64,
    fonts: u64,
    operators: u64,
}

impl Budget {
    /// The budget of a whole file.
    pub fn new() -> Self {
        Budget {
            content: MAX_DECODED,
            fonts: MAX_FONTS,
            operators: MAX_OPERATORS,
        }
    }

    fn spend(&mut self, bytes: usize) -> Result<(), ImportError> {
        let left = self.content.checked_sub(bytes as u64);
        self.content = left.ok_or_else(too_much_content)?;
        Ok(())
    }

    /// Takes operators off and says how many are left.
    ///
    /// # Errors
    /// `TooLarge` once they are used up.
    pub fn operators(&mut self, count: u64) -> Result<u64, ImportError> {
        let left = self.operators.checked_sub(count);
        self.operators = left.ok_or_else(|| ImportError::TooLarge {
            limit: format!("{MAX_OPERATORS} operators"),
        })?;
        Ok(self.operators)
    }

    /// Takes off what a stream of a font will be once somebody decodes it.
    ///
    /// # Errors
    /// `TooLarge` where that is more than the budget has left, or cannot be told.
    pub fn font(&mut self, stream: &Stream<'_>) -> Result<(), ImportError> {
        let too_large = || too_large("fonts", MAX_FONTS);
        let raw = stream.raw_data();
        let size = match stream.filters()[..] {
            [Filter::FlateDecode] => inflated(&raw, self.fonts),
            ref filters => match inflating_layers(filters) {
                0 => raw.len() as u64,
                1 if raw.len() <= MAX_UNCHECKED => raw.len() as u64,
                _ => return Err(too_large()),
            },
        };
        self.fonts = self.fonts.checked_sub(size).ok_or_else(too_large)?;
        Ok(())
    }

    /// The decoded bytes of a stream; as much as can be decoded of a damaged one.
    ///
    /// # Errors
    /// `TooLarge` once the budget is used up.
    pub fn decode(&mut self, stream: &Stream<'_>) -> Result<Vec<u8>, ImportError> {
        let filters = stream.filters();
        let has_parameters = [DECODE_PARMS, DP]
            .iter()
            .any(|key| stream.dict().contains_key(key));
        if filters[..] == [Filter::FlateDecode] && !has_parameters {
            let raw = stream.raw_data();
            let mut out = Vec::with_capacity(raw.len().saturating_mul(4).min(1 << 20));
            // One byte over the budget shows that there is more. An error keeps what came before.
            let _ = ZlibDecoder::new(&raw[..])
                .take(self.content.saturating_add(1))
                .read_to_end(&mut out);
            if !out.is_empty() {
                self.spend(out.len())?;
                return Ok(out);
            }
        }
        let layers = inflating_layers(&filters);
        if layers > 1 || (layers == 1 && stream.raw_data().len() > MAX_UNCHECKED) {
            return Err(too_much_content());
        }
        let out = stream
            .decoded_data()
            .map(|data| data.into_owned())
            .unwrap_or_default();
        self.spend(out.len())?;
        Ok(out)
    }

    /// The content of a page: its streams one after the other.
    ///
    /// # Errors
    /// `TooLarge` once the budget is used up.
    pub fn page(&mut self, page: &Page<'_>) -> Result<Vec<u8>, ImportError> {
        if let Some(stream) = page.raw().get::<Stream<'_>>(CONTENTS) {
            return self.decode(&stream);
        }
        let mut out = Vec::new();
        for stream in page
            .raw()
            .get::<Array<'_>>(CONTENTS)
            .iter()
            .flat_map(Array::iter::<Stream<'_>>)
        {
            out.extend(self.decode(&stream)?);
            // An operator may not run on from one stream into the next.
            out.push(b'\n');
        }
        Ok(out)
    }
}

/// How many of the filters give more bytes than they take.
fn inflating_layers(filters: &[Filter]) -> usize {
    let inflating = |filter: &&Filter| {
        matches!(
            filter,
            Filter::FlateDecode | Filter::LzwDecode | Filter::RunLengthDecode
        )
    };
    filters.iter().filter(inflating).count()
}

fn too_much_content() -> ImportError {
    too_large("page content", MAX_DECODED)
}

fn too_large(what: &str, limit: u64) -> ImportError {
    ImportError::TooLarge {
        limit: format!("{} MiB of {what}", limit >> 20),
    }
}

#[cfg(test)]
mod tests {
    use hayro_syntax::Pdf;

    use super::*;
    use crate::pdf::sample::Sample;

    fn content(sample: Sample, limit: u64) -> Result<Vec<u8>, ImportError> {
        let pdf = Pdf::new(sample.build()).expect("the sample is sound");
        let mut budget = Budget {
            content: limit,
            ..Budget::new()
        };
        budget.page(&pdf.pages()[0])
    }

    fn long() -> Sample {
        Sample::default()
            .page()
            .body(100.0, &["the same line again"; 200])
    }

    #[test]
    fn compressed_content_is_what_was_compressed() {
        let plain = content(long(), 1 << 20).expect("fits");
        assert_eq!(content(long().compressed(1), 1 << 20), Ok(plain));
    }

    #[test]
    fn inflating_ends_at_the_limit() {
        for layers in 0..2 {
            let error = content(long().compressed(layers), 1000).err();
            assert!(
                matches!(error, Some(ImportError::TooLarge { .. })),
                "{layers}: {error:?}"
            );
        }
    }

    #[test]
    fn content_compressed_twice_over_is_refused() {
        let error = content(long().compressed(2), 1 << 20).err();
        assert!(
            matches!(error, Some(ImportError::TooLarge { .. })),
            "{error:?}"
        );
    }
}
