//! CommonMark with the footnotes that most programs add to it, and the front matter of our digests.
//!
//! `pulldown-cmark` reads it: a line reader of our own would be shorter, but people paste real
//! Markdown, with emphasis, escapes and nested lists. Its lists know only where they start, so
//! the number of every item is taken from the source instead: printed numbers are never counted.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::{Block, Blocks, Facts, ImportError, Role, encoding, plain};

/// Reads the file into blocks.
///
/// # Errors
/// [`ImportError::Empty`] where nothing is printed.
pub fn read(bytes: &[u8]) -> Result<Blocks, ImportError> {
    let (source, warning) = encoding::decode(bytes);
    let source = source.trim_start();
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES;
    let mut reader = Reader::new(source);
    for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
        reader.event(event, range);
    }
    reader.close();
    let mut blocks = reader.blocks;
    blocks.warnings.extend(warning);
    if blocks.blocks.is_empty() {
        return Err(ImportError::Empty);
    }
    Ok(blocks)
}

struct Reader<'a> {
    source: &'a str,
    blocks: Blocks,
    open: Block,
    /// Marker of the list item that has begun, until text claims it.
    marker: Option<String>,
    /// Inside a footnote: its mark, and its paragraphs so far.
    note: Option<(String, Vec<String>)>,
    /// Inside front matter: its text so far.
    facts: Option<String>,
    /// Where emphasis began, in the open block.
    emphasis: Vec<u32>,
    strong: u32,
    /// Bytes of the open block that are strong.
    strong_bytes: usize,
    /// A line has ended, and the next text is to be joined to it.
    broken: bool,
}

impl<'a> Reader<'a> {
    fn new(source: &'a str) -> Self {
        Reader {
            source,
            blocks: Blocks::default(),
            open: Block::new(""),
            marker: None,
            note: None,
            facts: None,
            emphasis: Vec::new(),
            strong: 0,
            strong_bytes: 0,
            broken: false,
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.text(&text),
            // Not markup of ours: it is shown as it was typed.
            Event::InlineHtml(text) | Event::Html(text) => self.text(&text),
            Event::FootnoteReference(mark) => {
                let at = self.open.text.len() as u32;
                self.open.note_marks.push((at, mark.into_string()));
            }
            Event::SoftBreak | Event::HardBreak => self.broken = true,
            Event::Rule => self.close(),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::MetadataBlock(_) => self.facts = Some(String::new()),
            Tag::Heading { level, .. } => {
                self.close();
                self.open.role = Role::Heading(depth(*level));
            }
            Tag::Item => {
                self.close();
                self.marker = Some(marker(&self.source[range]));
            }
            Tag::FootnoteDefinition(mark) => {
                self.close();
                self.note = Some((mark.to_string(), Vec::new()));
            }
            Tag::Emphasis => self.emphasis.push(self.open.text.len() as u32),
            Tag::Strong => self.strong += 1,
            Tag::Paragraph | Tag::BlockQuote(_) | Tag::CodeBlock(_) | Tag::List(_) => self.close(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::MetadataBlock(_) => {
                if let Some(text) = self.facts.take() {
                    self.blocks.facts = facts(&text);
                }
            }
            TagEnd::FootnoteDefinition => {
                self.close();
                let note = self.note.take();
                let note = note.map(|(mark, paragraphs)| (mark, paragraphs.join(" ")));
                self.blocks.footnotes.extend(note);
            }
            TagEnd::Emphasis => {
                if let Some(start) = self.emphasis.pop()
                    && self.emphasis.is_empty()
                {
                    self.open.italics.push(start..self.open.text.len() as u32);
                }
            }
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::CodeBlock => {
                self.close();
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(facts) = &mut self.facts {
            facts.push_str(text);
            return;
        }
        if let Some(marker) = self.marker.take() {
            self.open.text.push_str(&marker);
        }
        if std::mem::take(&mut self.broken) {
            plain::append_line(&mut self.open.text, text);
        } else {
            self.open.text.push_str(text);
        }
        if self.strong > 0 {
            self.strong_bytes += text.len();
        }
    }

    /// Ends the open block.
    fn close(&mut self) {
        let mut block = std::mem::replace(&mut self.open, Block::new(""));
        let strong = std::mem::take(&mut self.strong_bytes);
        self.broken = false;
        self.emphasis.clear();
        let words = block.text.trim();
        if words.is_empty() {
            return;
        }
        if let Some((_, paragraphs)) = &mut self.note {
            paragraphs.push(words.to_owned());
            return;
        }
        block.bold = strong > 0 && strong * 10 >= words.len() * 8;
        if block.role == Role::Unknown && !block.bold {
            // Headings are marked in this format; what is not marked is text.
            block.role = Role::Body;
        }
        self.blocks.blocks.push(block);
    }
}

/// The printed number at the head of a list item, with a tab after it; nothing for a bullet.
fn marker(item: &str) -> String {
    let digits = item.len() - item.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits == 0 {
        String::new()
    } else {
        format!("{}\t", &item[..=digits])
    }
}

fn depth(level: HeadingLevel) -> u8 {
    level as u8
}

/// The lines `key: value` of the front matter that say something about the text.
fn facts(text: &str) -> Facts {
    let mut facts = Facts::default();
    for line in text.lines() {
        let Some((key, value)) = line.split_once(':') else {
            continue;
        };
        let value = value.trim().trim_matches(['"', '\'']);
        let field = match key.trim() {
            "symbol" => &mut facts.symbol,
            "title" => &mut facts.title,
            "adopted" | "date" => &mut facts.date,
            "language" => &mut facts.language,
            "kind" => {
                facts.digest = value == "digest";
                continue;
            }
            _ => continue,
        };
        *field = Some(value.to_owned()).filter(|value| !value.is_empty());
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<String> {
        let blocks = read(source.as_bytes()).expect("text");
        blocks.blocks.into_iter().map(|block| block.text).collect()
    }

    #[test]
    fn printed_numbers_are_kept() {
        assert_eq!(
            texts("3. We agree\n\n3. We rest\n\n5 bis. We go\n\n7) We stay\n"),
            ["3.\tWe agree", "3.\tWe rest", "5 bis. We go", "7)\tWe stay"]
        );
        assert_eq!(
            texts("1. We agree:\n   - (a) to work;\n   - (b) to rest.\n"),
            ["1.\tWe agree:", "(a) to work;", "(b) to rest."]
        );
    }

    #[test]
    fn footnotes_are_linked_to_their_marks_and_are_no_text() {
        let source = "1. Lamps burn[^1] all night.[^b]\n\n[^1]: Of copper,\n    and of brass.\n\n\
                      2. Ferries [^of old] wait[^9].\n\n[^b]: See the *log*.\n\n    Twice.\n";
        let blocks = read(source.as_bytes()).expect("text");
        let texts: Vec<&str> = blocks.blocks.iter().map(|b| b.text.as_str()).collect();
        assert_eq!(
            texts,
            [
                "1.\tLamps burn all night.",
                "2.\tFerries [^of old] wait[^9]."
            ]
        );
        let marks = &blocks.blocks[0].note_marks;
        assert_eq!(*marks, [(13, "1".to_owned()), (24, "b".to_owned())]);
        let notes: Vec<(&str, &str)> = (blocks.footnotes.iter())
            .map(|(mark, text)| (mark.as_str(), text.as_str()))
            .collect();
        assert_eq!(
            notes,
            [
                ("1", "Of copper, and of brass."),
                ("b", "See the log. Twice.")
            ]
        );
    }

    #[test]
    fn front_matter_becomes_facts() {
        let blocks =
            read(b"---\nsymbol: X/1\ntitle: A: b\nkind: digest\n---\n\n# A: b\n\nWe agree.\n")
                .expect("text");
        assert_eq!(blocks.facts.symbol.as_deref(), Some("X/1"));
        assert_eq!(blocks.facts.title.as_deref(), Some("A: b"));
        assert!(blocks.facts.digest);
        assert_eq!(blocks.blocks.len(), 2);
        assert_eq!(blocks.blocks[0].role, Role::Heading(1));
    }

    #[test]
    fn emphasis_is_kept_apart_from_the_text() {
        let blocks = read(b"*Recalling* the **work**,\nand more").expect("text");
        assert_eq!(blocks.blocks[0].text, "Recalling the work, and more");
        assert_eq!(blocks.blocks[0].italics, vec![0..9]);
        assert!(!blocks.blocks[0].bold);
    }
}
