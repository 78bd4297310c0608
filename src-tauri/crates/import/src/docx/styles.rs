//! Styles, as far as they say what a paragraph is and how it looks.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::xml::{self, Tag, Visitor};
use crate::{ImportError, Role};

/// Longest chain of styles based on styles that is followed; more is a circle.
const MAX_CHAIN: usize = 32;

/// Properties that a style or a paragraph sets, or leaves to the style it is based on.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Properties {
    /// Outline level, 0 for the highest; 9 is text.
    pub outline: Option<u8>,
    /// Numbering instance; 0 is none.
    pub list: Option<u32>,
    /// Level of the numbering.
    pub list_level: Option<u8>,
    pub bold: Option<bool>,
    pub italic: Option<bool>,
    pub hidden: Option<bool>,
    pub centred: Option<bool>,
    /// Half points.
    pub size: Option<u16>,
    /// Set right to left, with the looks that scripts of that kind have for themselves.
    complex: Option<bool>,
    complex_bold: Option<bool>,
    complex_italic: Option<bool>,
}

impl Properties {
    /// Takes from a property element what it sets.
    pub fn set(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "outlineLvl" => self.outline = tag.number("val"),
            "numId" => self.list = tag.number("val"),
            "ilvl" => self.list_level = tag.number("val"),
            "b" => self.bold = Some(tag.is_on()),
            "i" => self.italic = Some(tag.is_on()),
            "vanish" => self.hidden = Some(tag.is_on()),
            "jc" => self.centred = Some(tag.value().as_deref() == Some("center")),
            "rtl" | "cs" => self.complex = Some(tag.is_on()),
            "bCs" => self.complex_bold = Some(tag.is_on()),
            "iCs" => self.complex_italic = Some(tag.is_on()),
            "sz" => self.size = tag.number("val"),
            _ => {}
        }
    }

    /// Fills what is not set from what it is based on.
    pub fn or(mut self, base: &Properties) -> Properties {
        self.outline = self.outline.or(base.outline);
        self.list = self.list.or(base.list);
        self.list_level = self.list_level.or(base.list_level);
        self.bold = self.bold.or(base.bold);
        self.italic = self.italic.or(base.italic);
        self.hidden = self.hidden.or(base.hidden);
        self.centred = self.centred.or(base.centred);
        self.size = self.size.or(base.size);
        self.complex = self.complex.or(base.complex);
        self.complex_bold = self.complex_bold.or(base.complex_bold);
        self.complex_italic = self.complex_italic.or(base.complex_italic);
        self
    }

    /// Whether words with these properties are in italics, and whether they are bold.
    pub fn slant_and_weight(&self) -> (bool, bool) {
        let (italic, bold) = match self.complex {
            Some(true) => (self.complex_italic, self.complex_bold),
            _ => (self.italic, self.bold),
        };
        (italic == Some(true), bold == Some(true))
    }

    /// A character style's properties in a paragraph whose style has those of `paragraph`: of the
    /// properties that are switches, one that both turn on is off (ECMA-376 part 1, 17.7.3).
    pub fn toggled(mut self, paragraph: &Properties) -> Properties {
        let toggle = |own: &mut Option<bool>, below: Option<bool>| {
            if *own == Some(true) && below == Some(true) {
                *own = Some(false);
            }
        };
        toggle(&mut self.bold, paragraph.bold);
        toggle(&mut self.italic, paragraph.italic);
        toggle(&mut self.hidden, paragraph.hidden);
        toggle(&mut self.complex_bold, paragraph.complex_bold);
        toggle(&mut self.complex_italic, paragraph.complex_italic);
        self
    }
}

#[derive(Clone, Debug, Default)]
struct Style {
    of_paragraphs: bool,
    based_on: Option<String>,
    properties: Properties,
    /// By its name.
    part: Part,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: FxHashMap<String, Style>,
    default_paragraph: Option<String>,
    /// What holds where no style says anything.
    defaults: Properties,
    in_defaults: bool,
    /// What each style comes to with all that it is based on.
    resolved: FxHashMap<String, Properties>,
    /// The style that is being read, by its id.
    current: Option<(String, Style)>,
}

impl Styles {
    /// Reads `styles.xml`. Linear.
    pub fn read(xml: &str) -> Result<Styles, ImportError> {
        let mut styles = Styles::default();
        xml::walk(xml, &mut styles)?;
        styles.resolved = styles
            .styles
            .keys()
            .map(|id| (id.clone(), styles.chain(id)))
            .collect();
        Ok(styles)
    }

    /// The properties of a style with all that it is based on; `None` is the paragraph default.
    pub fn resolve(&self, id: Option<&str>) -> Properties {
        let id = id.or(self.default_paragraph.as_deref());
        id.and_then(|id| self.resolved.get(id))
            .copied()
            .unwrap_or(self.defaults)
    }

    /// The properties of a character style; none for one that does not exist.
    pub fn of_run(&self, id: &str) -> Properties {
        self.resolved.get(id).copied().unwrap_or_default()
    }

    fn chain(&self, id: &str) -> Properties {
        let mut properties = Properties::default();
        let of_paragraphs = self.styles.get(id).is_some_and(|s| s.of_paragraphs);
        let mut next = Some(id);
        for _ in 0..MAX_CHAIN {
            let Some(style) = next.and_then(|id| self.styles.get(id)) else {
                break;
            };
            properties = properties.or(&style.properties);
            next = style.based_on.as_deref();
        }
        if of_paragraphs {
            properties = properties.or(&self.defaults);
        }
        properties
    }

    /// What the name of a style says about its paragraphs.
    pub fn part(&self, id: Option<&str>) -> Part {
        let style = id.and_then(|id| self.styles.get(id));
        style.map_or_else(Part::default, |style| style.part)
    }
}

/// The part that paragraphs of a style play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A block of the text.
    Block(Role),
    /// A line of a table of contents.
    Contents,
    /// A line of the masthead.
    Masthead,
}

impl Part {
    /// By the names of the styles that Word brings, and of those of the United Nations' templates.
    fn named(name: &str) -> Part {
        let plain: String = name
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_lowercase();
        let numbered = |start: &str| plain.strip_prefix(start)?.parse::<u8>().ok();
        if let Some(level @ 1..=9) = numbered("heading") {
            return Part::Block(Role::Heading(level));
        }
        if numbered("toc").is_some() || plain == "tocheading" {
            return Part::Contents;
        }
        let template = name.trim_start().starts_with('_');
        match plain.as_str() {
            "title" | "titlehch" | "titleh1" | "titleh2" => Part::Block(Role::Title),
            "hch" | "hm" if template => Part::Block(Role::Heading(1)),
            "h1" if template => Part::Block(Role::Heading(2)),
            "h23" if template => Part::Block(Role::Heading(3)),
            "h4" if template => Part::Block(Role::Heading(4)),
            "h56" if template => Part::Block(Role::Heading(5)),
            "session" | "agendaitemnormal" | "agendatitleh2" | "agendaitemnumber"
            | "agendaitemtitle" => Part::Masthead,
            _ => Part::Block(Role::Unknown),
        }
    }
}

impl Default for Part {
    fn default() -> Self {
        Part::Block(Role::Unknown)
    }
}

impl Visitor for Styles {
    fn open(&mut self, tag: &Tag<'_>) -> bool {
        match tag.name() {
            "style" => {
                let id = tag.attribute("styleId").unwrap_or_default().into_owned();
                let paragraph = tag.attribute("type").as_deref() == Some("paragraph");
                if paragraph && matches!(tag.attribute("default").as_deref(), Some("1" | "true")) {
                    self.default_paragraph = Some(id.clone());
                }
                let style = Style {
                    of_paragraphs: paragraph,
                    ..Style::default()
                };
                self.current = Some((id, style));
            }
            "docDefaults" => self.in_defaults = true,
            _ if self.in_defaults => self.defaults.set(tag),
            "tblStylePr" | "pPrChange" | "rPrChange" => return false,
            name => {
                let Some((_, style)) = &mut self.current else {
                    return true;
                };
                match name {
                    "name" => style.part = Part::named(&tag.value().unwrap_or_default()),
                    "basedOn" => style.based_on = tag.value().map(Cow::into_owned),
                    _ => style.properties.set(tag),
                }
            }
        }
        true
    }

    fn close(&mut self, name: &str) {
        match name {
            "style" => self.styles.extend(self.current.take()),
            "docDefaults" => self.in_defaults = false,
            _ => {}
        }
    }

    fn text(&mut self, _: &str) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    const XML: &str = r#"<w:styles>
        <w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/>
            <w:rPr><w:sz w:val="20"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/><w:basedOn w:val="N"/>
            <w:rPr><w:b/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="A"><w:name w:val="_ H _Ch"/><w:basedOn w:val="B"/></w:style>
        <w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>
    </w:styles>"#;

    #[test]
    fn properties_come_down_the_chain() {
        let styles = Styles::read(XML).expect("XML");
        let heading = styles.resolve(Some("H"));
        assert_eq!((heading.bold, heading.size), (Some(true), Some(20)));
        assert_eq!(styles.resolve(None).size, Some(20));
        assert_eq!(styles.resolve(Some("A")).bold, None);
    }

    #[test]
    fn names_say_the_part() {
        let styles = Styles::read(XML).expect("XML");
        assert_eq!(styles.part(Some("H")), Part::Block(Role::Heading(2)));
        assert_eq!(styles.part(Some("A")), Part::Block(Role::Heading(1)));
        assert_eq!(styles.part(Some("N")), Part::Block(Role::Unknown));
    }
}
