//! Automatic numbers, as Word prints them.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use super::numerals::write;
use super::xml::{self, Tag, Visitor};
use crate::ImportError;

/// Levels of a list, as many as Word has.
const LEVELS: usize = 9;

#[derive(Clone, Debug, Default)]
struct Level {
    /// `decimal`, `lowerLetter` …
    format: String,
    /// `%1.%2`: a percent sign and a level, from 1, stand for that level's number.
    text: String,
    start: u32,
    /// The level, from 1, whose numbers start this one again; 0 for none. Absent: any above.
    restart: Option<u8>,
    /// All numbers in the label are decimal.
    legal: bool,
    /// The paragraph style that takes this level without naming it.
    style: Option<String>,
}

impl Level {
    fn fresh() -> Level {
        Level {
            start: 1,
            ..Level::default()
        }
    }
}

type List = [Level; LEVELS];

#[derive(Clone, Debug, Default)]
struct Instance {
    list: u32,
    starts: FxHashMap<u8, u32>,
    /// Levels that this instance defines for itself.
    levels: FxHashMap<u8, Level>,
}

/// List definitions, and how far each list has been counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    lists: FxHashMap<u32, List>,
    instances: FxHashMap<u32, Instance>,
    /// Lists that take their levels from a style, and the lists that styles define.
    style_links: FxHashMap<u32, String>,
    style_lists: FxHashMap<String, u32>,
    counts: FxHashMap<u32, [Option<u32>; LEVELS]>,
    /// Instances and levels whose own start numbers have been applied.
    begun: FxHashSet<(u32, usize)>,
    reading: Reading,
}

/// Where the reader of the definitions is.
#[derive(Debug, Default)]
struct Reading {
    list: Option<u32>,
    instance: Option<u32>,
    level: u8,
    overridden: Option<u8>,
}

impl Numbering {
    /// Reads `numbering.xml`. Linear.
    pub fn read(xml: &str) -> Result<Numbering, ImportError> {
        let mut numbering = Numbering::default();
        xml::walk(xml, &mut numbering)?;
        Ok(numbering)
    }

    /// Counts one more paragraph of an instance at a level, from 0, and gives its label as
    /// printed; `None` for bullets and for instances that do not exist.
    pub fn next(&mut self, instance: u32, level: u8) -> Option<String> {
        let level = (level as usize).min(LEVELS - 1);
        let Instance {
            list,
            starts,
            levels: own,
        } = self.instances.get(&instance)?;
        let list = self.linked(*list);
        let common = self.lists.get(&list)?;
        let levels: [&Level; LEVELS] =
            std::array::from_fn(|at| own.get(&(at as u8)).unwrap_or(&common[at]));
        let counts = self.counts.entry(list).or_default();
        let start = match starts.get(&(level as u8)) {
            Some(&start) => {
                // An instance starts a level again only where it first comes to that level.
                if self.begun.insert((instance, level)) {
                    counts[level] = None;
                }
                start
            }
            None => levels[level].start,
        };
        counts[level] = Some(counts[level].map_or(start, |count| count.saturating_add(1)));
        for below in level + 1..LEVELS {
            let by = levels[below].restart.map_or(below, usize::from);
            if level < by {
                counts[below] = None;
            }
        }
        let this = levels[level];
        if this.format == "bullet" {
            return None;
        }
        let mut label = String::new();
        let mut parts = this.text.split('%');
        label.push_str(parts.next().unwrap_or(""));
        for part in parts {
            let mut rest = part.chars();
            match rest.next().and_then(|c| c.to_digit(10)).map(|n| n as usize) {
                Some(n @ 1..=LEVELS) => {
                    let shown = levels[n - 1];
                    let format = match shown.format.as_str() {
                        "bullet" | "none" => "none",
                        _ if this.legal => "decimal",
                        format => format,
                    };
                    label.push_str(&write(counts[n - 1].unwrap_or(shown.start), format));
                    label.push_str(rest.as_str());
                }
                _ => label.push_str(part),
            }
        }
        Some(label).filter(|label| !label.trim().is_empty())
    }

    /// The level that a paragraph style takes in the list of an instance; `None` where the list
    /// does not name the style.
    pub fn level_of(&self, instance: u32, style: &str) -> Option<u8> {
        let list = self.linked(self.instances.get(&instance)?.list);
        let levels = self.lists.get(&list)?;
        let named = |level: &Level| level.style.as_deref() == Some(style);
        levels.iter().position(named).map(|at| at as u8)
    }

    fn linked(&self, list: u32) -> u32 {
        let style = self.style_links.get(&list);
        style
            .and_then(|style| self.style_lists.get(style))
            .copied()
            .unwrap_or(list)
    }

    fn level(&mut self) -> Option<&mut Level> {
        if let Some(at) = self.reading.overridden {
            return self.instance()?.levels.get_mut(&at);
        }
        let list = self.lists.get_mut(&self.reading.list?)?;
        list.get_mut(self.reading.level as usize)
    }
}

impl Visitor for Numbering {
    fn open(&mut self, tag: &Tag<'_>) -> bool {
        match tag.name() {
            "abstractNum" => {
                self.reading.list = tag.number("abstractNumId");
                if let Some(list) = self.reading.list {
                    let levels = std::array::from_fn(|_| Level::fresh());
                    self.lists.insert(list, levels);
                }
            }
            "num" => {
                self.reading.instance = tag.number("numId");
                if let Some(instance) = self.reading.instance {
                    self.instances.insert(instance, Instance::default());
                }
            }
            "abstractNumId" => {
                if let Some(instance) = self.instance() {
                    instance.list = tag.number("val").unwrap_or_default();
                }
            }
            "lvlOverride" => self.reading.overridden = tag.number("ilvl"),
            "startOverride" => {
                let (at, start) = (self.reading.overridden, tag.number("val"));
                if let (Some(at), Some(start), Some(instance)) = (at, start, self.instance()) {
                    instance.starts.insert(at, start);
                }
            }
            "lvl" => {
                self.reading.level = tag.number("ilvl").unwrap_or_default();
                if let (Some(at), Some(instance)) = (self.reading.overridden, self.instance()) {
                    instance.levels.insert(at, Level::fresh());
                }
            }
            "styleLink" => {
                if let (Some(list), Some(style)) = (self.reading.list, tag.value()) {
                    self.style_lists.insert(style.into_owned(), list);
                }
            }
            "numStyleLink" => {
                if let (Some(list), Some(style)) = (self.reading.list, tag.value()) {
                    self.style_links.insert(list, style.into_owned());
                }
            }
            name => {
                let Some(level) = self.level() else {
                    return true;
                };
                match name {
                    "start" => level.start = tag.number("val").unwrap_or(1),
                    "numFmt" => level.format = tag.value().unwrap_or_default().into_owned(),
                    "lvlText" => level.text = tag.value().unwrap_or_default().into_owned(),
                    "lvlRestart" => level.restart = tag.number("val"),
                    "pStyle" => level.style = tag.value().map(Cow::into_owned),
                    "isLgl" => level.legal = tag.is_on(),
                    _ => {}
                }
            }
        }
        true
    }

    fn close(&mut self, name: &str) {
        match name {
            "abstractNum" => self.reading.list = None,
            "num" => self.reading.instance = None,
            "lvlOverride" => self.reading.overridden = None,
            _ => {}
        }
    }

    fn text(&mut self, _: &str) {}
}

impl Numbering {
    fn instance(&mut self) -> Option<&mut Instance> {
        self.instances.get_mut(&self.reading.instance?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const XML: &str = r#"<w:numbering>
        <w:abstractNum w:abstractNumId="7">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
            <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%3"/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="7"/>
            <w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
    </w:numbering>"#;

    #[test]
    fn numbers_are_counted_as_word_counts_them() {
        let mut numbering = Numbering::read(XML).expect("XML");
        let steps = [
            (1, 0, "1."),
            (1, 1, "(a)"),
            (1, 1, "(b)"),
            (1, 0, "2."),
            (1, 1, "(a)"),
            (1, 2, "2.i"),
            (2, 0, "5."),
            (2, 0, "6."),
        ];
        for (instance, level, label) in steps {
            assert_eq!(numbering.next(instance, level).as_deref(), Some(label));
        }
        assert_eq!(numbering.next(9, 0), None);
    }

    #[test]
    fn instances_may_have_levels_of_their_own() {
        let own = XML.replace(
            "</w:numbering>",
            r#"<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="1">
                <w:startOverride w:val="3"/><w:lvl w:ilvl="1"><w:start w:val="3"/>
                <w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1-%2"/><w:isLgl/></w:lvl>
                </w:lvlOverride></w:num></w:numbering>"#,
        );
        let mut numbering = Numbering::read(&own).expect("XML");
        for (level, label) in [(0, "1."), (1, "1-3"), (1, "1-4"), (0, "2."), (1, "2-3")] {
            assert_eq!(numbering.next(3, level).as_deref(), Some(label));
        }
        assert_eq!(numbering.next(1, 1).as_deref(), Some("(d)"));
    }

    #[test]
    fn a_level_starts_again_where_it_says() {
        let xml = r#"<w:numbering><w:abstractNum w:abstractNumId="1">
            <w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/><w:pStyle w:val="A"/></w:lvl>
            <w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/><w:lvlRestart w:val="0"/>
                <w:pStyle w:val="B"/></w:lvl>
            <w:lvl w:ilvl="2"><w:numFmt w:val="none"/><w:lvlText w:val="Note"/></w:lvl>
            </w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num></w:numbering>"#;
        let mut numbering = Numbering::read(xml).expect("XML");
        let steps = [(0, "I"), (1, "1."), (0, "II"), (1, "2."), (2, "Note")];
        for (level, label) in steps {
            assert_eq!(numbering.next(5, level).as_deref(), Some(label));
        }
        assert_eq!(numbering.level_of(5, "B"), Some(1));
        assert_eq!(numbering.level_of(5, "C"), None);
    }

    #[test]
    fn lists_that_name_each_other_in_a_circle_come_to_an_end() {
        let xml = r#"<w:numbering>
            <w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="S"/></w:abstractNum>
            <w:abstractNum w:abstractNumId="2"><w:styleLink w:val="S"/><w:numStyleLink w:val="S"/></w:abstractNum>
            <w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num></w:numbering>"#;
        let mut numbering = Numbering::read(xml).expect("XML");
        assert_eq!(numbering.next(5, 0), None);
    }
}
