//! Any bytes as a web page; in any encoding.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    wsis_fuzz::read("a.html", bytes);
});
