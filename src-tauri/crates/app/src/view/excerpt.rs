//! Texts cut to a length that a line can hold.

/// The first characters; an ellipsis says that there are more.
pub(crate) fn head(text: &str, characters: usize) -> String {
    let mut start: String = text.chars().take(characters).collect();
    if text.chars().count() > characters {
        start.push('…');
    }
    start
}

/// The last characters; an ellipsis says that there are more.
pub(crate) fn tail(text: &str, characters: usize) -> String {
    let skip = text.chars().count().saturating_sub(characters);
    let end: String = text.chars().skip(skip).collect();
    if skip > 0 { format!("…{end}") } else { end }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_at_characters() {
        assert_eq!(head("日本語", 2), "日本…");
        assert_eq!(tail("日本語", 2), "…本語");
        assert_eq!(head("日本", 2), "日本");
    }
}
