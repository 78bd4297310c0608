//! What of a page is the text: which elements are shown, which break the line, which belong to
//! the site and not to the document.

use ego_tree::{NodeId, NodeRef};
use rustc_hash::FxHashSet;
use scraper::{Html, Node};

use super::{attribute, name, words};

/// How an element takes part in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Runs on in the line.
    Inline,
    /// Begins and ends a block.
    Block,
    /// A heading of this level.
    Heading(u8),
    /// `ol`, `ul`, `menu`, `dir`.
    List,
    /// `tr`.
    Row,
    /// `br`.
    Break,
    /// A picture.
    Picture,
    /// Menus, banners and the like of the site.
    Furniture,
    /// A head or a foot: of the text where it has sentences, else of the site.
    Margin,
    /// Never shown.
    Hidden,
}

/// Decides by tag, role and style.
pub(super) fn kind(node: &NodeRef<'_, Node>) -> Kind {
    let Some(element) = node.value().as_element() else {
        return Kind::Inline;
    };
    let (mut role, mut class, mut hidden) = ("", "", false);
    for (key, value) in element.attrs() {
        match key {
            "role" => role = value,
            "class" => class = value,
            "hidden" => hidden = true,
            "aria-hidden" => hidden |= value == "true",
            "style" => hidden |= says(value, "display", "none"),
            _ => {}
        }
    }
    if hidden {
        return Kind::Hidden;
    }
    if matches!(
        role,
        "navigation" | "banner" | "contentinfo" | "search" | "complementary"
    ) || ["MsoToc", "MsoHeader", "MsoFooter"]
        .iter()
        .any(|word| class.starts_with(word))
    {
        return Kind::Furniture;
    }
    match element.name() {
        "h1" => Kind::Heading(1),
        "h2" => Kind::Heading(2),
        "h3" => Kind::Heading(3),
        "h4" => Kind::Heading(4),
        "h5" => Kind::Heading(5),
        "h6" => Kind::Heading(6),
        "ol" | "ul" | "menu" | "dir" => Kind::List,
        "tr" => Kind::Row,
        "br" => Kind::Break,
        "img" | "svg" | "picture" | "canvas" | "object" | "embed" | "video" | "audio" => {
            Kind::Picture
        }
        "nav" | "aside" => Kind::Furniture,
        "header" | "footer" => Kind::Margin,
        "head" | "script" | "style" | "noscript" | "template" | "iframe" | "button" | "select"
        | "input" | "textarea" | "map" | "rt" | "rp" => Kind::Hidden,
        "address" | "article" | "blockquote" | "body" | "caption" | "center" | "dd" | "details"
        | "dialog" | "div" | "dl" | "dt" | "fieldset" | "figcaption" | "figure" | "form"
        | "hgroup" | "hr" | "html" | "legend" | "li" | "main" | "p" | "pre" | "section"
        | "summary" | "table" | "tbody" | "td" | "tfoot" | "th" | "thead" => Kind::Block,
        _ => Kind::Inline,
    }
}

/// Whether a `style` attribute gives `property` this value.
pub(super) fn says(style: &str, property: &str, value: &str) -> bool {
    style.split(';').any(|rule| {
        rule.split_once(':').is_some_and(|(key, given)| {
            key.trim().eq_ignore_ascii_case(property)
                && given
                    .trim()
                    .get(..value.len())
                    .is_some_and(|head| head.eq_ignore_ascii_case(value))
        })
    })
}

/// The heads and feet in which paragraphs of more than a few words stand: more than a slogan.
/// Linear, as nesting is bounded.
pub(super) fn margins_with_prose(page: &Html) -> FxHashSet<NodeId> {
    /// Characters, counting Chinese and Japanese ones twice.
    const PARAGRAPH: usize = 60;
    let is_prose = |p: &NodeRef<'_, Node>| {
        let mut weight = 0;
        p.descendants()
            .filter_map(|inner| inner.value().as_text())
            .flat_map(|text| text.chars())
            .filter(|c| !c.is_whitespace())
            .any(|c| {
                weight += if (c as u32) < 0x2e80 { 1 } else { 2 };
                weight > PARAGRAPH
            })
    };
    page.tree
        .nodes()
        .filter(|node| name(node) == "p" && is_prose(node))
        .flat_map(|p| p.ancestors())
        .filter(|node| kind(node) == Kind::Margin)
        .map(|node| node.id())
        .collect()
}

/// The element whose inside is read: the one `main` part where a page says which it is and most
/// of the words stand in it, else the whole body.
pub(super) fn root(page: &Html) -> NodeRef<'_, Node> {
    let whole = page
        .tree
        .nodes()
        .find(|node| name(node) == "body" && node.parent().is_some())
        .unwrap_or_else(|| page.tree.root());
    let is_main =
        |node: &NodeRef<'_, Node>| name(node) == "main" || attribute(node, "role") == Some("main");
    let mut mains = whole.descendants().filter(is_main);
    match (mains.next(), mains.next()) {
        (Some(main), None) if words(main).len() * 2 > words(whole).len() => main,
        _ => whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_are_read_rule_by_rule() {
        assert!(says("color:red; Display : none", "display", "none"));
        assert!(says("text-align:center", "text-align", "center"));
        assert!(!says("display:block", "display", "none"));
        assert!(!says("", "display", "none"));
    }
}
