//! Brackets, attributions and labels: any text between two numbered paragraphs.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let file = format!("1. [We agree] to begin.\n\n2. {text}\n\n3. [G77: to end].\n");
    wsis_fuzz::read("a.txt", file.as_bytes());
});
