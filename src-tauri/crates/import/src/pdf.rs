//! PDF.

use wsis_document::Monitor;

use crate::{Blocks, ImportError};

/// Reads the file into blocks.
pub fn read(bytes: &[u8], monitor: &dyn Monitor) -> Result<Blocks, ImportError> {
    let _ = (bytes, monitor);
    Err(ImportError::Empty)
}
