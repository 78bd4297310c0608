//! The archive: its parts, inflated within bounds.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use flate2::{Crc, Decompress, FlushDecompress, Status};
use zip::read::ZipFile;
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use super::xml::{self, Tag, Visitor, damaged};
use crate::{ImportError, encoding};

/// Most bytes that all parts together may inflate to.
const MAX_INFLATED: u64 = 256 << 20;

/// A part that inflates to more than this many times its size …
const MAX_RATIO: u64 = 200;

/// … and to more than this many bytes is no text that somebody wrote.
const RATIO_FROM: u64 = 8 << 20;

/// Most members of an archive that is opened.
const MAX_MEMBERS: usize = 20_000;

/// An opened package. Parts are read one at a time, each at most once in practice.
pub(super) struct Package<'a> {
    bytes: &'a [u8],
    archive: ZipArchive<Cursor<&'a [u8]>>,
    inflater: Decompress,
    inflated: u64,
    /// Name of the main part: `word/document.xml`.
    pub main: String,
}

impl<'a> Package<'a> {
    /// Opens the archive and finds its main part by the relationships of the package.
    ///
    /// # Errors
    /// [`ImportError::Damaged`] for an archive without its directory at the end.
    pub fn open(bytes: &'a [u8]) -> Result<Self, ImportError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| refused(&e))?;
        if archive.len() > MAX_MEMBERS {
            return Err(ImportError::TooLarge {
                limit: format!("{MAX_MEMBERS} members"),
            });
        }
        let mut package = Package {
            bytes,
            archive,
            inflater: Decompress::new(false),
            inflated: 0,
            main: String::new(),
        };
        let mut relations = Relations::default();
        if let Some(part) = package.part("_rels/.rels")? {
            xml::walk(&part, &mut relations)?;
        }
        let main = relations.main.unwrap_or_else(|| "word/document.xml".into());
        package.main = main.trim_start_matches('/').to_owned();
        Ok(package)
    }

    /// A part as text, or `None` where the package has none of this name.
    ///
    /// # Errors
    /// [`ImportError::Damaged`], [`ImportError::Encrypted`], and [`ImportError::TooLarge`] for
    /// what inflates beyond the bounds.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, ImportError> {
        let file = match self.archive.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(e) => return Err(refused(&e)),
        };
        let left = MAX_INFLATED.saturating_sub(self.inflated);
        // The sizes that the archive states may be lies: what counts is what comes out.
        let ratio = file
            .compressed_size()
            .saturating_mul(MAX_RATIO)
            .max(RATIO_FROM);
        let limit = left.min(ratio);
        // Room for all of an honest part at once, and for no more than text may need.
        let room = file.size().min(RATIO_FROM).min(limit) as usize + 1;
        let mut bytes = Vec::with_capacity(room);
        if let Some(packed) = deflated(self.bytes, &file) {
            self.inflater.reset(false);
            let sound = inflate(&mut self.inflater, packed, limit, &mut bytes)
                && (bytes.len() as u64 > limit || checksum(&bytes) == file.crc32());
            if !sound {
                return Err(damaged(&format!("{name} cannot be unpacked")));
            }
        } else {
            let read = file.take(limit + 1).read_to_end(&mut bytes);
            read.map_err(|e| damaged(&format!("{name}: {e}")))?;
        }
        if bytes.len() as u64 > limit {
            let limit = if limit == left {
                format!("{} MiB unpacked", MAX_INFLATED >> 20)
            } else {
                format!("packed {MAX_RATIO} to 1")
            };
            return Err(ImportError::TooLarge { limit });
        }
        self.inflated += bytes.len() as u64;
        Ok(Some(String::from_utf8(bytes).map_or_else(
            |e| encoding::decode(e.as_bytes()).0,
            |s| s.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(s),
        )))
    }

    /// A part beside the main one: `styles.xml`.
    pub fn sibling(&mut self, name: &str) -> Result<Option<String>, ImportError> {
        let folder = self.main.rsplit_once('/').map_or("", |(folder, _)| folder);
        let path = if folder.is_empty() {
            name.to_owned()
        } else {
            format!("{folder}/{name}")
        };
        self.part(&path)
    }

    /// Names of the parts beside the main one that begin with `start`, in order.
    pub fn siblings(&self, start: &str) -> Vec<String> {
        let folder = self.main.rsplit_once('/').map_or("", |(folder, _)| folder);
        let start = format!("{folder}/{start}");
        let names = self.archive.file_names().filter_map(|name| {
            let name = name.ok()?;
            (name.starts_with(&start) && name.ends_with(".xml")).then(|| name.into_owned())
        });
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }
}

/// The packed bytes of a member that is deflated, where all of them are there.
fn deflated<'a>(archive: &'a [u8], file: &ZipFile<'_, Cursor<&[u8]>>) -> Option<&'a [u8]> {
    let start = file
        .data_start()
        .filter(|_| file.compression() == CompressionMethod::Deflated)?;
    let end = start.checked_add(file.compressed_size())?;
    archive.get(usize::try_from(start).ok()?..usize::try_from(end).ok()?)
}

/// Inflates a stream in one go, which takes no buffers and no window between it and `out`; stops
/// when more than `limit` bytes have come out. `false` for a stream that is damaged or ends early.
/// Linear in what comes out.
fn inflate(inflater: &mut Decompress, packed: &[u8], limit: u64, out: &mut Vec<u8>) -> bool {
    loop {
        let before = (inflater.total_in(), inflater.total_out());
        let rest = packed.get(before.0 as usize..).unwrap_or_default();
        let status = inflater.decompress_vec(rest, out, FlushDecompress::Finish);
        let moved = before != (inflater.total_in(), inflater.total_out());
        match status {
            Ok(Status::StreamEnd) => return true,
            _ if out.len() as u64 > limit => return true,
            Ok(_) if out.len() == out.capacity() => {
                let room = limit + 1 - out.len() as u64;
                out.reserve_exact(room.min(out.capacity() as u64) as usize);
            }
            Ok(_) if moved => {}
            _ => return false,
        }
    }
}

fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = Crc::new();
    sum.update(bytes);
    sum.sum()
}

fn refused(error: &ZipError) -> ImportError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            ImportError::Encrypted
        }
        other => damaged(&other.to_string()),
    }
}

/// Finds the main part among the package's relationships.
#[derive(Default)]
struct Relations {
    main: Option<String>,
}

impl Visitor for Relations {
    fn open(&mut self, tag: &Tag<'_>) -> bool {
        let kind = tag.attribute("Type").unwrap_or_default();
        if tag.name() == "Relationship" && kind.ends_with("/officeDocument") {
            self.main = tag.attribute("Target").map(Cow::into_owned);
        }
        true
    }
    fn close(&mut self, _: &str) {}
    fn text(&mut self, _: &str) {}
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::DeflateEncoder;
    use proptest::prelude::*;

    use super::*;

    fn unpacked(packed: &[u8], room: usize, limit: u64) -> Option<Vec<u8>> {
        let mut out = Vec::with_capacity(room);
        let sound = inflate(&mut Decompress::new(false), packed, limit, &mut out);
        sound.then_some(out)
    }

    #[test]
    fn a_part_whose_checksum_is_another_is_refused() {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file("word/a.xml", options).expect("a part");
        let text = "<a>boats</a>".repeat(20);
        writer.write_all(text.as_bytes()).expect("in memory");
        let mut bytes = writer.finish().expect("an archive").into_inner();
        let part = |bytes: &[u8]| Package::open(bytes).and_then(|mut p| p.part("word/a.xml"));
        assert_eq!(part(&bytes), Ok(Some(text)));
        // The checksum in the directory at the end, which is the one that counts.
        let directory = memchr::memmem::rfind(&bytes, b"PK\x01\x02").expect("a directory");
        bytes[directory + 16] ^= 1;
        assert_eq!(part(&bytes).map_err(|e| e.code()), Err("import-damaged"));
    }

    proptest! {
        #[test]
        fn what_was_packed_comes_out_within_the_limit(
            pieces in prop::collection::vec("[a-c]{1,4}", 0..200),
            room in 1usize..2000,
            limit in 0u64..2000,
            cut in 0usize..400,
        ) {
            let text = pieces.concat().into_bytes();
            let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
            encoder.write_all(&text).expect("in memory");
            let packed = encoder.finish().expect("in memory");
            let whole = unpacked(&packed, room, text.len() as u64);
            prop_assert_eq!(whole.as_ref(), Some(&text));
            let room = room.min(limit as usize + 1);
            let bounded = unpacked(&packed, room, limit).expect("sound");
            prop_assert!(text.starts_with(&bounded));
            if (text.len() as u64) < limit {
                prop_assert_eq!(&bounded, &text);
            } else {
                prop_assert!(bounded.len() as u64 <= limit + 1);
            }
            let cut = &packed[..cut.min(packed.len() - 1)];
            prop_assert_eq!(unpacked(cut, 4000, 4000), None);
        }
    }
}
