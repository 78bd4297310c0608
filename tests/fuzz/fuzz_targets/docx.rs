//! Any parts as a Word file.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Some(file) = wsis_fuzz::word(bytes) {
        wsis_fuzz::read("a.docx", &file);
    }
});
