//! Plain text: one paragraph a block of lines, hard-wrapped lines joined.

use wsis_document::LabelPrefix;

use crate::paste::{self, Line};
use crate::{Block, Blocks, ImportError, encoding};

/// Lines longer than this, in characters, were not wrapped by hand: each is a paragraph.
const LONGEST_WRAPPED: usize = 160;

/// A line of less than this part of the usual width, in hundredths, ends its paragraph.
const SHORT: usize = 72;

/// Reads the file into blocks.
///
/// # Errors
/// [`ImportError::Empty`] where nothing is printed.
///
/// # Cost
/// Linear in the file.
pub fn read(bytes: &[u8]) -> Result<Blocks, ImportError> {
    let (text, warning) = encoding::decode(bytes);
    let (lines, stripped) = paste::without_furniture(&text);
    let mut blocks = Blocks {
        stripped,
        warnings: warning.into_iter().collect(),
        ..Blocks::default()
    };
    let wrapping = Wrapping::of(&lines);
    let mut open = String::new();
    let mut last = 0;
    for line in lines {
        let line = match line {
            Line::Text(line) => line,
            Line::PageBreak => {
                // A paragraph goes on over the page unless it has come to an end.
                if ends_clause(&open) || wrapping == Wrapping::None {
                    close(&mut open, &mut blocks);
                }
                continue;
            }
        };
        if line.trim().is_empty() {
            close(&mut open, &mut blocks);
            continue;
        }
        let ended = match wrapping {
            Wrapping::None => true,
            Wrapping::BlankLines => false,
            Wrapping::Width(width) => last * 100 < width * SHORT,
        };
        if ended || begins_paragraph(&open, line) {
            close(&mut open, &mut blocks);
        }
        append_line(&mut open, line);
        last = width(line);
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

/// How lines are broken inside paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wrapping {
    /// They are not: each line is a paragraph.
    None,
    /// By hand; blank lines stand between paragraphs.
    BlankLines,
    /// By hand at about this width, as text copied from a page is; nothing stands between
    /// paragraphs, but the last line of one is mostly short.
    Width(usize),
}

impl Wrapping {
    fn of(lines: &[Line<'_>]) -> Wrapping {
        let texts = lines.iter().filter_map(|line| match line {
            Line::Text(text) => Some(text.trim()),
            Line::PageBreak => None,
        });
        let (mut widths, mut long, mut blank, mut ended) = (Vec::new(), 0, 0, 0);
        let mut pending = 0;
        for text in texts {
            if text.is_empty() {
                pending += usize::from(!widths.is_empty());
                continue;
            }
            blank += std::mem::take(&mut pending);
            long += usize::from(text.chars().nth(LONGEST_WRAPPED).is_some());
            ended +=
                usize::from(text.ends_with(['.', ';', ':', '!', '?', '。', '；', '：', '؛', '؟']));
            widths.push(width(text));
        }
        let count = widths.len();
        if long * 10 >= count {
            return Wrapping::None;
        }
        // Most lines run on into the next; where most are whole clauses, none is broken.
        let runs_on = ended * 2 < count && ended * 12 > count;
        if blank * 12 > count {
            return Wrapping::BlankLines;
        }
        widths.sort_unstable();
        let usual = widths.get(count * 9 / 10).copied().unwrap_or(0);
        let full = widths
            .iter()
            .filter(|width| **width * 100 >= usual * SHORT)
            .count();
        match blank {
            _ if runs_on && count >= 6 && usual >= 36 && full * 2 >= count => {
                Wrapping::Width(usual)
            }
            0 => Wrapping::None,
            _ => Wrapping::BlankLines,
        }
    }
}

/// Columns that a line takes: Chinese and Japanese characters take two.
fn width(line: &str) -> usize {
    line.trim()
        .chars()
        .map(|c| if is_unspaced(c) { 2 } else { 1 })
        .sum()
}

/// Whether a text ends as sentences and clauses end.
fn ends_clause(text: &str) -> bool {
    text.trim_end().ends_with([
        '.', ';', ':', ',', '!', '?', '。', '；', '：', '，', '؛', '،', '؟',
    ])
}

/// Whether a line opens a paragraph although no blank line stands before it: it has a label, and
/// what stands before it is complete.
fn begins_paragraph(open: &str, line: &str) -> bool {
    ends_clause(open) && LabelPrefix::of(line).is_some()
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
    fn a_paste_without_blank_lines_is_joined_by_its_width() {
        let paste = "Harbour rules\n\
            1. Ships that come from the north keep to the right of all\n\
            those that leave, and wait for the boats which carry the\n\
            mail across.\n\
            2. Boats of any size may go on where the water is not deep,\n\
            so long as the wind allows it and no other ship is near the\n\
            pier:\n\
            (a) in summer, when the days are long and there is light to\n\
            see;\n\
            (b) in winter.\n";
        let read = texts(paste);
        assert_eq!(read.len(), 5, "{read:?}");
        assert_eq!(read[0], "Harbour rules");
        assert!(read[1].ends_with("carry the mail across."));
        assert!(read[3].ends_with("light to see;"));
    }

    #[test]
    fn a_paste_in_other_scripts_is_joined() {
        let japanese = "1 船は、港に入るときは、右側を通り、他の船が出るのを待\n\
            つものとし、郵便を運ぶ舟が先に行くことを妨げてはならな\n\
            い。\n\
            2 舟は、風が許す限り、浅い所を進むことができるが、桟橋\n\
            の近くに他の船があるときは、この限りではないものとする\n\
            。\n\
            3 規則は、春に見直す。\n";
        let read = texts(japanese);
        assert_eq!(read.len(), 3, "{read:?}");
        assert!(read[0].contains("出るのを待つものとし"));
        let russian = "Суда идут справа\nи ждут у причала.\n\nЛодки идут\nслева.";
        assert_eq!(
            texts(russian),
            ["Суда идут справа и ждут у причала.", "Лодки идут слева."]
        );
        let arabic = "تسير السفن\nعلى اليمين.\n\nتنتظر القوارب.";
        assert_eq!(texts(arabic), ["تسير السفن على اليمين.", "تنتظر القوارب."]);
    }

    #[test]
    fn a_paragraph_goes_on_over_the_page() {
        let text = "Where\nthe ships wait\n\n2/20\n\nP/5 Rules\n\nat the pier\n\n3/20\n\n\
            P/5 Rules\n\nthey rest.\n\nBoats go.";
        assert_eq!(
            texts(text),
            ["Where the ships wait at the pier they rest.", "Boats go."]
        );
        let stripped = read(text.as_bytes()).expect("text").stripped;
        assert_eq!(stripped.len(), 4);
    }

    #[test]
    fn without_blank_lines_every_line_is_a_paragraph() {
        assert_eq!(texts("We agree\nWe rest"), ["We agree", "We rest"]);
    }
}
