//! Content streams, decoded within a budget: a few kilobytes of a file may inflate to gigabytes.

use std::io::Read;

use flate2::read::ZlibDecoder;
use hayro_syntax::Filter;
use hayro_syntax::object::dict::keys::{CONTENTS, DECODE_PARMS, DP};
use hayro_syntax::object::{Array, Stream};
use hayro_syntax::page::Page;

use crate::ImportError;

/// Most bytes that the content of one file may have once decoded.
const MAX_DECODED: u64 = 256 << 20;
/// Largest stream, as stored, whose decoding is left to `hayro-syntax`, which knows no limit.
const MAX_UNCHECKED: usize = 256 << 10;

/// Bytes that may still be decoded.
pub(super) struct Budget(u64);

impl Budget {
    /// The budget of a whole file.
    pub fn new() -> Self {
        Budget(MAX_DECODED)
    }

    fn spend(&mut self, bytes: usize) -> Result<(), ImportError> {
        let left = self.0.checked_sub(bytes as u64);
        self.0 = left.ok_or_else(too_large)?;
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
                .take(self.0.saturating_add(1))
                .read_to_end(&mut out);
            if !out.is_empty() {
                self.spend(out.len())?;
                return Ok(out);
            }
        }
        let inflating = |f: &&Filter| {
            matches!(
                f,
                Filter::FlateDecode | Filter::LzwDecode | Filter::RunLengthDecode
            )
        };
        let layers = filters.iter().filter(inflating).count();
        if layers > 1 || (layers == 1 && stream.raw_data().len() > MAX_UNCHECKED) {
            return Err(too_large());
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

fn too_large() -> ImportError {
    ImportError::TooLarge {
        limit: format!("{} MiB of page content", MAX_DECODED >> 20),
    }
}

#[cfg(test)]
mod tests {
    use hayro_syntax::Pdf;

    use super::*;
    use crate::pdf::sample::Sample;

    fn content(sample: Sample, limit: u64) -> Result<Vec<u8>, ImportError> {
        let pdf = Pdf::new(sample.build()).expect("the sample is sound");
        Budget(limit).page(&pdf.pages()[0])
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
