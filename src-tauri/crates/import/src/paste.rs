//! What a page leaves in text that was copied from it: page numbers, running heads, hard line
//! ends. Lines are told apart by what repeats, never by what they say.

use rustc_hash::FxHashMap;
use wsis_document::{Stripped, StrippedKind};

/// Longest running head, in characters.
const LONGEST_HEAD: usize = 150;

/// Lines beside a page number that may be a running head.
const REACH: usize = 3;

/// A line of pasted text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Line<'a> {
    /// Text, or a blank line.
    Text(&'a str),
    /// Here a page ended; what stood around the break is set aside.
    PageBreak,
}

/// Takes page numbers and the running heads beside them out of a text. Linear.
pub(crate) fn without_furniture(text: &str) -> (Vec<Line<'_>>, Vec<Stripped>) {
    let lines: Vec<&str> = text
        .split_inclusive('\u{c}')
        .flat_map(|page| page.split(['\n', '\r', '\u{2028}', '\u{2029}']))
        .collect();
    let mut kinds: Vec<Option<StrippedKind>> = page_numbers(&lines);
    let breaks: Vec<usize> = (0..lines.len())
        .filter(|&at| kinds[at].is_some() || lines[at].contains('\u{c}'))
        .collect();
    for at in running_heads(&lines, &breaks, &kinds) {
        kinds[at] = Some(StrippedKind::RunningHead);
    }
    let mut stripped = Vec::new();
    let mut out = Vec::with_capacity(lines.len());
    let mut page = 1;
    for (line, kind) in lines.iter().zip(kinds) {
        let text = line.trim_matches('\u{c}');
        match kind {
            None => out.push(Line::Text(text)),
            Some(kind) => {
                out.push(Line::PageBreak);
                stripped.push(Stripped {
                    kind,
                    page: Some(page),
                    text: text.trim().to_owned(),
                });
                page += u32::from(kind == StrippedKind::PageNumber);
            }
        }
    }
    (merged(out), stripped)
}

/// One break for each page end, and no blank lines around it.
fn merged(lines: Vec<Line<'_>>) -> Vec<Line<'_>> {
    let blank = |line: &Line<'_>| matches!(line, Line::Text(text) if text.trim().is_empty());
    let mut out: Vec<Line<'_>> = Vec::with_capacity(lines.len());
    for line in lines {
        if line == Line::PageBreak {
            while out
                .pop_if(|last| blank(last) || *last == Line::PageBreak)
                .is_some()
            {}
            out.push(line);
        } else if !(blank(&line) && out.last() == Some(&Line::PageBreak)) {
            out.push(line);
        }
    }
    out
}

/// Lines that hold nothing but a page number, where such lines count on.
fn page_numbers(lines: &[&str]) -> Vec<Option<StrippedKind>> {
    let numbers: Vec<Option<(&str, u32)>> = lines.iter().map(|line| page_number(line)).collect();
    let mut kinds = vec![None; lines.len()];
    let mut last: FxHashMap<&str, (usize, u32)> = FxHashMap::default();
    for (at, number) in numbers.iter().enumerate() {
        let Some((form, value)) = number else {
            continue;
        };
        if let Some((before, count)) = last.insert(form, (at, *value))
            && *value == count + 1
            && at > before + REACH
        {
            kinds[before] = Some(StrippedKind::PageNumber);
            kinds[at] = Some(StrippedKind::PageNumber);
        }
    }
    kinds
}

/// The form and the number of a line like `3`, `2/20`, `- 3 -`, `Page 3 of 20`, `第3页`.
fn page_number(line: &str) -> Option<(&str, u32)> {
    let text = line.trim_matches(|c: char| c.is_whitespace() || c == '\u{c}');
    if text.is_empty() || text.len() > 40 {
        return None;
    }
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
    let value = text[start..start + digits]
        .parse()
        .ok()
        .filter(|value| *value < 5000)?;
    let before = text[..start].trim_matches(|c: char| !c.is_alphanumeric());
    let page = matches!(
        before.to_lowercase().as_str(),
        "" | "page" | "p" | "página" | "стр" | "страница" | "第" | "صفحة"
    );
    let after = text[start + digits..].trim();
    let total = after.trim_start_matches(|c: char| !c.is_alphanumeric());
    let total = ["of", "de", "sur", "из", "من"]
        .iter()
        .find_map(|word| total.strip_prefix(word))
        .unwrap_or(total)
        .trim_matches(|c: char| !c.is_alphanumeric());
    // `1.` and `(2)` number paragraphs.
    let label = after.starts_with(['.', ')']) || text.starts_with('(');
    let sound =
        total.bytes().all(|b| b.is_ascii_digit()) || matches!(total, "页" | "頁" | "ページ");
    (page && sound && !label).then_some((before, value))
}

/// Lines near page ends that stand at several of them, whatever numbers are in them.
fn running_heads(lines: &[&str], breaks: &[usize], kinds: &[Option<StrippedKind>]) -> Vec<usize> {
    let mut near: Vec<usize> = Vec::new();
    for &at in breaks {
        let printed = |at: &usize| !lines[*at].trim().is_empty() && kinds[*at].is_none();
        near.extend(
            (at.saturating_sub(REACH * 2)..at)
                .rev()
                .filter(printed)
                .take(REACH),
        );
        let end = (at + 1 + REACH * 2).min(lines.len());
        near.extend((at..end).filter(printed).take(REACH));
    }
    near.sort_unstable();
    near.dedup();
    let mut seen: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for at in near {
        let text = lines[at].trim();
        if text.chars().nth(LONGEST_HEAD).is_none() {
            let shape = text.chars().map(|c| if c.is_numeric() { '0' } else { c });
            seen.entry(shape.collect()).or_default().push(at);
        }
    }
    // Once a page, or once every other page; twice can be chance.
    let often = |places: &Vec<usize>| places.len() > 2 || places.len() == 2 && breaks.len() < 4;
    let repeated = seen
        .into_values()
        .filter(|places| breaks.len() > 1 && often(places));
    repeated.flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> Vec<&str> {
        let (lines, _) = without_furniture(text);
        lines
            .into_iter()
            .map(|line| match line {
                Line::Text(text) => text,
                Line::PageBreak => "—",
            })
            .collect()
    }

    #[test]
    fn page_numbers_count_on() {
        let text = "Ships keep\nright of\nother ships\n\n2/20\n\nand of\nboats\nat all\ntimes\n3/20\nas before";
        assert_eq!(
            kept(text),
            [
                "Ships keep",
                "right of",
                "other ships",
                "—",
                "and of",
                "boats",
                "at all",
                "times",
                "—",
                "as before"
            ]
        );
        // Numbers that do not count on are text.
        assert_eq!(kept("Ports\n5\nShips\n9\nBoats").len(), 5);
        assert_eq!(kept("1.\nShips\nkeep\nright\n2.\nBoats").len(), 6);
    }

    #[test]
    fn heads_beside_page_numbers_are_set_aside() {
        let words = ["ships", "boats", "piers", "tides"];
        let page = |n: usize| {
            let word = words[n - 1];
            format!("{word} go\nand {word} come\nas {word} do\nP/5/{n} Harbour rules\n{n}\n")
        };
        let text: String = (1..5).map(page).collect();
        let (lines, stripped) = without_furniture(&text);
        let texts = lines
            .iter()
            .filter(|line| **line != Line::PageBreak)
            .count();
        assert_eq!(texts, 4 * 3);
        let heads = stripped
            .iter()
            .filter(|s| s.kind == StrippedKind::RunningHead);
        assert_eq!(heads.count(), 4);
        assert_eq!(stripped.len(), 8);
    }

    #[test]
    fn forms_of_page_numbers() {
        for (line, number) in [
            ("3", Some(3)),
            (" 2/20 ", Some(2)),
            ("- 4 -", Some(4)),
            ("Page 5 of 20", Some(5)),
            ("第6页", Some(6)),
            ("стр. 7 из 20", Some(7)),
            ("1.", None),
            ("(3)", None),
            ("3 ships", None),
            ("12 March", None),
            ("", None),
        ] {
            assert_eq!(page_number(line).map(|(_, n)| n), number, "{line}");
        }
    }
}
