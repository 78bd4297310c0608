//! Any bytes as Markdown.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    wsis_fuzz::read("a.md", bytes);
});
