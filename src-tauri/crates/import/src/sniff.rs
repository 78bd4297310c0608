//! Which format the bytes are, by their content; the name only decides among the text formats.

use wsis_document::Format;

use crate::ImportError;

/// Recognises the format of a file.
pub fn format(file_name: &str, bytes: &[u8]) -> Result<Format, ImportError> {
    let _ = bytes;
    let _ = file_name;
    Err(ImportError::Empty)
}
