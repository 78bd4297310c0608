//! Any bytes as a PDF file.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    wsis_fuzz::read("a.pdf", bytes);
});
