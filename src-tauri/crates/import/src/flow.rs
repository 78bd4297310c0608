//! Text of markup as it flows: white space between words is one space, wherever lines end.

use std::ops::Range;

use crate::plain::joins_without_space;

/// White space that waits for the next word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Gap {
    #[default]
    None,
    Space,
    /// A line of the source ended, which is no space between Chinese characters.
    Line,
}

/// The text of one block, as it grows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Flow {
    /// The text so far, without white space at its end.
    pub text: String,
    /// Byte ranges of it in italics.
    pub italics: Vec<Range<u32>>,
    gap: Gap,
}

impl Flow {
    /// Adds text from the source and counts its printed characters. Linear.
    pub fn push(&mut self, source: &str, italic: bool) -> usize {
        let mut printed = 0;
        for c in source.chars() {
            match c {
                '\n' | '\r' => self.gap = Gap::Line,
                // Spaces that are typed to be seen stay as they are.
                '\u{a0}' | '\u{3000}' => self.printed(c, italic),
                c if c.is_whitespace() && self.gap == Gap::None => self.gap = Gap::Space,
                c if c.is_whitespace() => {}
                c => {
                    self.printed(c, italic);
                    printed += 1;
                }
            }
        }
        printed
    }

    /// The line ends here.
    pub fn line_end(&mut self) {
        self.gap = Gap::Line;
    }

    /// Where the next character would stand, if no space came before it.
    pub fn end(&self) -> u32 {
        self.text.len() as u32
    }

    /// What was added since `start` is in italics.
    pub fn set_italic(&mut self, start: u32) {
        let added = self.text.get(start as usize..).unwrap_or("");
        let start = start + (added.len() - added.trim_start().len()) as u32;
        self.italics.retain(|range| range.end <= start);
        if start < self.end() {
            self.italics.push(start..self.end());
        }
    }

    fn printed(&mut self, c: char, italic: bool) {
        let gap = std::mem::take(&mut self.gap);
        if let Some(last) = self.text.chars().next_back()
            && gap != Gap::None
            && !(gap == Gap::Line && joins_without_space(last, c))
        {
            self.text.push(' ');
        }
        let start = self.end();
        self.text.push(c);
        if italic {
            let end = self.end();
            match self.italics.last_mut() {
                Some(range) if range.end + 1 >= start => range.end = end,
                _ => self.italics.push(start..end),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_one_space() {
        let mut flow = Flow::default();
        flow.push("\n  Ships ", false);
        flow.push("keep\n  right", true);
        flow.push(".\n", false);
        assert_eq!(flow.text, "Ships keep right.");
        assert_eq!(flow.italics, vec![6..16]);
    }

    #[test]
    fn italics_can_be_set_afterwards() {
        let mut flow = Flow::default();
        flow.push("Ships", false);
        let start = flow.end();
        flow.push(" keep ", false);
        flow.push("right", true);
        flow.set_italic(start);
        assert_eq!(flow.italics, vec![6..16]);
    }

    #[test]
    fn lines_of_chinese_characters_join() {
        let mut flow = Flow::default();
        flow.push("船は\n    右を", false);
        flow.line_end();
        flow.push("通る。 B", false);
        assert_eq!(flow.text, "船は右を通る。 B");
    }
}
