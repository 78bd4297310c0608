//! Files made to harm: each is refused with its code, or read, in bounded time and memory, and never
//! ends the program.
#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests")]

mod hostile;

use wsis_document::Silent;
use wsis_import::{Options, import};

fn each_ends_as_it_has_to(files: Vec<hostile::Hostile>) {
    for file in files {
        let read = import(file.file, &file.bytes, &Options::default(), &Silent);
        let outcome = read.map(|document| document.paragraphs.len());
        let outcome = outcome.map_err(|error| error.code());
        let (name, kind) = (file.name, file.file);
        let met = file.ends.is_met(outcome);
        assert!(met, "{name}, {kind}: {outcome:?} for {:?}", file.ends);
    }
}

#[test]
fn markup_ends_as_it_has_to() {
    each_ends_as_it_has_to(hostile::markup::files());
}

#[test]
fn pdf_files_end_as_they_have_to() {
    each_ends_as_it_has_to(hostile::pdf::files());
}
