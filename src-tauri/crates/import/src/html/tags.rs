//! A look at the tags of a page before it is parsed: the parser compares each attribute of a tag
//! with all before it.

/// Attributes of one tag; pages for readers have a dozen.
const MAX_ATTRIBUTES: usize = 2000;

/// Elements whose inside is no markup.
const RAW: [&str; 8] = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
];

/// Whether no tag has more attributes than can be compared in a moment. Linear.
pub(super) fn are_sound(source: &str) -> bool {
    let mut rest = source;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let name = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let (name, inside) = rest.split_at(name);
        // A closing tag may have attributes too, though they say nothing.
        if name.is_empty() && !inside.starts_with('/') {
            continue;
        }
        let Some(after) = behind_tag(inside) else {
            return false;
        };
        rest = after;
        if let Some(raw) = RAW.iter().find(|raw| raw.eq_ignore_ascii_case(name)) {
            rest = behind(rest, raw);
        }
    }
    true
}

/// What follows a tag; `None` where it has too many attributes.
fn behind_tag(inside: &str) -> Option<&str> {
    let bytes = inside.as_bytes();
    let (mut count, mut at, mut apart) = (0, 0, true);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'>' => return Some(&inside[at + 1..]),
            b'"' | b'\'' => {
                let end = bytes[at + 1..].iter().position(|b| *b == byte);
                at = end.map_or(bytes.len(), |end| at + 1 + end);
                apart = true;
            }
            b' ' | b'\t' | b'\n' | b'\r' | 0x0c | b'/' => apart = true,
            b'=' => apart = false,
            _ if apart => {
                count += 1;
                apart = false;
                if count > MAX_ATTRIBUTES {
                    return None;
                }
            }
            _ => {}
        }
        at += 1;
    }
    Some("")
}

/// What stands behind the end tag of an element whose inside is no markup.
fn behind<'a>(rest: &'a str, name: &str) -> &'a str {
    let mut from = 0;
    while let Some(at) = rest[from..].find("</") {
        let end = from + at + 2;
        let closes = rest.as_bytes()[end..].get(..name.len());
        if closes.is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes())) {
            return &rest[end..];
        }
        from = end;
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_attributes_are_found_in_any_writing() {
        for one in [" a=1", "/a", " a='1'", " a =\"<\""] {
            assert!(!are_sound(&format!("<p{}>x", one.repeat(3000))), "{one}");
            assert!(are_sound(&format!("<p{}>x", one.repeat(300))), "{one}");
        }
        let tags = "<p class=a id=b>x</p>".repeat(3000);
        assert!(are_sound(&tags));
    }

    #[test]
    fn what_is_no_tag_has_no_attributes() {
        let words = "a b ".repeat(3000);
        assert!(are_sound(&format!(
            "<script>if (a<b) {{ {words} }}</script><p>x"
        )));
        assert!(are_sound(&format!("<!-- <p {words} --><p>x")));
        assert!(are_sound(&format!(
            "<img src='data:{}'>",
            "a/b ".repeat(3000)
        )));
        assert!(!are_sound(&format!("<script>x</script><p {words}>")));
    }
}
