//! Any bytes under a name that says nothing: the kind is told from them.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    wsis_fuzz::read("a", bytes);
});
