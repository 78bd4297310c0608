//! SHA-256 (FIPS 180-4) in lower-case hexadecimal, by which files and texts are known again.
//!
//! By `ring`, which the program holds for its connections in any case, and which takes half the time
//! of a portable implementation on processors without instructions for it.

use ring::digest::{Context, SHA256, digest};

/// SHA-256 of bytes, 64 digits. Linear.
pub fn sha256(bytes: &[u8]) -> String {
    hex(digest(&SHA256, bytes).as_ref())
}

/// SHA-256 of texts one after the other. The length of each, 8 bytes with the lowest first, goes
/// before it, so that the same letters cut in another way have another hash.
pub struct FieldsHash(Context);

impl FieldsHash {
    /// Of no texts yet.
    #[expect(clippy::new_without_default, reason = "no hash of nothing is wanted")]
    pub fn new() -> Self {
        FieldsHash(Context::new(&SHA256))
    }

    /// Takes the next text. Linear.
    pub fn field(&mut self, text: &str) {
        self.0.update(&(text.len() as u64).to_le_bytes());
        self.0.update(text.as_bytes());
    }

    /// The hash of all of them, 64 digits.
    pub fn finish(self) -> String {
        hex(self.0.finish().as_ref())
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_the_standard() {
        assert_eq!(
            sha256(b""),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
        assert_eq!(
            sha256(b"abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[test]
    fn fields_are_their_lengths_and_letters() {
        let mut hash = FieldsHash::new();
        hash.field("ab");
        hash.field("");
        let bytes = b"\x02\0\0\0\0\0\0\0ab\0\0\0\0\0\0\0\0";
        assert_eq!(hash.finish(), sha256(bytes));
    }
}
