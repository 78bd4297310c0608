//! Plain text: one paragraph a block of lines, hard-wrapped lines joined.

use wsis_document::LabelPrefix;

use crate::{Block, Blocks, ImportError, encoding};

/// Lines longer than this, in characters, were not wrapped by hand: each is a paragraph.
const LONGEST_WRAPPED: usize = 160;

/// Reads the file into blocks.
///
/// # Errors
/// [`ImportError::Empty`] where nothing is printed.
pub fn read(bytes: &[u8]) -> Result<Blocks, ImportError> {
    let (text, warning) = encoding::decode(bytes);
    let mut blocks = Blocks {
        warnings: warning.into_iter().collect(),
        ..Blocks::default()
    };
    let wrapped = is_wrapped(&text);
    let mut open = String::new();
    for line in text.split(['\n', '\r', '\x0c', '\u{2028}', '\u{2029}']) {
        if line.trim().is_empty() {
            close(&mut open, &mut blocks);
            continue;
        }
        if !wrapped || begins_paragraph(&open, line) {
            close(&mut open, &mut blocks);
        }
        append_line(&mut open, line);
    }
    close(&mut open, &mut blocks);
    if blocks.blocks.is_empty() {
        return Err(ImportError::Empty);
    }
    Ok(blocks)
}

fn close(open: &mut String, blocks: &mut Blocks) {
    if !open.is_empty() {
        blocks.blocks.push(Block::new(std::mem::take(open)));
    }
}

/// Whether lines are broken by hand inside paragraphs: blank lines stand between paragraphs, and
/// hardly any line is long.
fn is_wrapped(text: &str) -> bool {
    let (mut lines, mut long, mut blank) = (0usize, 0usize, 0usize);
    for line in text.trim().lines() {
        lines += 1;
        blank += usize::from(line.trim().is_empty());
        long += usize::from(line.chars().nth(LONGEST_WRAPPED).is_some());
    }
    blank > 0 && long * 10 < lines
}

/// Whether a line opens a paragraph although no blank line stands before it: it has a label, and
/// what stands before it is complete.
fn begins_paragraph(open: &str, line: &str) -> bool {
    let complete = open
        .trim_end()
        .ends_with(['.', ';', ':', ',', '。', '；', '：', '，', '؛', '،']);
    complete && LabelPrefix::of(line).is_some()
}

/// Joins a line to what stands before it: with a space, but without one between characters of
/// scripts that have none. A hyphen at the end of a line stays, and takes no space.
pub(crate) fn append_line(open: &mut String, line: &str) {
    let Some(last) = open.chars().next_back() else {
        open.push_str(line.trim_end());
        return;
    };
    let line = line.trim();
    let first = line.chars().next().unwrap_or(' ');
    let hyphen = matches!(last, '-' | '\u{2011}')
        && open.chars().nth_back(1).is_some_and(char::is_alphanumeric);
    if !(hyphen || joins_without_space(last, first)) {
        open.push(' ');
    }
    open.push_str(line);
}

/// Whether the end of a line between these characters is no space.
pub(crate) fn joins_without_space(last: char, first: char) -> bool {
    is_unspaced(last) && is_unspaced(first)
}

/// Chinese and Japanese characters with their punctuation; not Hangul, which has spaces.
fn is_unspaced(c: char) -> bool {
    matches!(c as u32, 0x2e80..=0x30ff | 0x31f0..=0x9fff | 0xf900..=0xfaff | 0xff00..=0xffef | 0x20000..=0x3ffff)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<String> {
        let blocks = read(source.as_bytes()).expect("text");
        blocks.blocks.into_iter().map(|block| block.text).collect()
    }

    #[test]
    fn wrapped_lines_are_joined() {
        assert_eq!(
            texts("1. We agree\nto go on with the follow-\nup.\n\n2. We rest.\r\n"),
            ["1. We agree to go on with the follow-up.", "2. We rest."]
        );
        assert_eq!(
            texts("作業部会は\n続ける。\n\n以上"),
            ["作業部会は続ける。", "以上"]
        );
    }

    #[test]
    fn labels_open_paragraphs_inside_a_block() {
        assert_eq!(
            texts("1. We agree:\n(a) To work;\n(b) To rest\nas well.\n\nEnd"),
            [
                "1. We agree:",
                "(a) To work;",
                "(b) To rest as well.",
                "End"
            ]
        );
    }

    #[test]
    fn without_blank_lines_every_line_is_a_paragraph() {
        assert_eq!(texts("We agree\nWe rest"), ["We agree", "We rest"]);
    }
}
