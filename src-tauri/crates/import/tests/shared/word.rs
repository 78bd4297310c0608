//! Word files, written by code.
#![allow(dead_code, reason = "not every test needs all of it")]

use std::io::Write;

/// A Word file with this body and these further parts.
pub fn docx(body: &str, parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options: zip::write::SimpleFileOptions = Default::default();
    let document = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:body>{body}</w:body></w:document>"
    );
    let fixed: [(&str, &[u8]); 2] = [
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", document.as_bytes()),
    ];
    for (name, bytes) in fixed.iter().chain(parts) {
        writer.start_file(*name, options).expect("a part");
        writer.write_all(bytes).expect("in memory");
    }
    writer.finish().expect("an archive").into_inner()
}

/// A paragraph of these words.
pub fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}
