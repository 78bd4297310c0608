//! Any bytes as an Akoma Ntoso file.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    wsis_fuzz::read("a.xml", bytes);
});
