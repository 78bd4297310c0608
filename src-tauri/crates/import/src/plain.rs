//! Reader.

use crate::{Blocks, ImportError};

/// Reads the file into blocks.
pub fn read(bytes: &[u8]) -> Result<Blocks, ImportError> {
    let _ = bytes;
    Err(ImportError::Empty)
}
