//! Finding the label at the head of a line.

#[cfg(test)]
mod tests;

use super::{Label, LabelKind, ORDINALS, numerals, ordinal};

/// What stands between a label and the text after it; tells how sure the label is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// A full stop, a closing parenthesis, an ideographic comma or the like.
    Mark,
    /// A tab: the label was set apart by whoever typed it.
    Tab,
    /// Only a space: `1.1 Bridging`, `5 bis Requests`.
    Space,
    /// Nothing follows the label.
    End,
}

/// The label at the head of a line, and where the text after it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelPrefix {
    /// The label in its plain form.
    pub label: Label,
    /// Byte offset of the text after the label and the white space after it.
    pub end: usize,
    /// What stood between them.
    pub separator: Separator,
}

/// Longest paragraph number. Four digits at the head of a line are a year.
const MAX_DIGITS: usize = 3;

/// Characters of the longest word that makes a label, and more.
const LONGEST_NAME: usize = 13;

/// Words that make a label together with the number after them, lower case.
const NAMES: [&str; 44] = [
    "annex",
    "article",
    "action",
    "objective",
    "part",
    "section",
    "chapter",
    "appendix",
    "schedule",
    "title",
    "goal",
    "principle",
    "commitment",
    "annexe",
    "partie",
    "chapitre",
    "objectif",
    "mesure",
    "appendice",
    "anexo",
    "artículo",
    "acción",
    "objetivo",
    "parte",
    "sección",
    "capítulo",
    "apéndice",
    "приложение",
    "статья",
    "действие",
    "цель",
    "часть",
    "раздел",
    "глава",
    "附件",
    "附属書",
    "行动",
    "目标",
    "المرفق",
    "المادة",
    "الجزء",
    "الفصل",
    "الهدف",
    "الإجراء",
];

impl LabelPrefix {
    /// The label at the head of `text`, which may begin with white space. Only what could be a
    /// label by its form is found; whether it is one (`4.1 million`, `A. Person`) is for the
    /// structure rules to say. Looks at the head of the text only.
    pub fn of(text: &str) -> Option<LabelPrefix> {
        let lead = text.len() - text.trim_start().len();
        let body = &text[lead..];
        let found = parenthesised(body)
            .or_else(|| decimal(body))
            .or_else(|| named(body))
            .or_else(|| counted(body))
            .or_else(|| chinese(body))
            .or_else(|| lettered(body))?;
        Some(LabelPrefix {
            end: found.end + lead,
            ..found
        })
    }

    /// A number with nothing but spaces between it and the words after it: `1 to hold`. Only where
    /// the lines around it go on counting is it a label.
    pub fn bare(text: &str) -> Option<LabelPrefix> {
        let lead = text.len() - text.trim_start().len();
        let (number, rest) = digits(&text[lead..])?;
        let body = rest.trim_start_matches([' ', '\u{a0}']);
        let apart = body.len() < rest.len() && body.starts_with(char::is_alphabetic);
        apart.then(|| LabelPrefix {
            label: Label::new(LabelKind::Number, number.to_string()),
            end: text.len() - body.len(),
            separator: Separator::Space,
        })
    }
}

/// `(a)`, `(iv)`, `(1)`, `（一）`, `㈠`, `①`.
fn parenthesised(text: &str) -> Option<LabelPrefix> {
    let first = text.chars().next()?;
    let (inner, after): (String, &str) = match first {
        '\u{3220}'..='\u{3229}' => {
            let numeral = "一二三四五六七八九十"
                .chars()
                .nth(first as usize - 0x3220)?;
            (numeral.to_string(), &text[first.len_utf8()..])
        }
        '\u{2460}'..='\u{2473}' => (
            (first as u32 - 0x2460 + 1).to_string(),
            &text[first.len_utf8()..],
        ),
        '(' | '（' => {
            let rest = &text[first.len_utf8()..];
            // No label is longer than this, so a parenthesis that closes later is no label's.
            let close = rest
                .char_indices()
                .take(10)
                .find(|(_, c)| matches!(c, ')' | '）'))?;
            (
                rest[..close.0].trim().to_owned(),
                &rest[close.0 + close.1.len_utf8()..],
            )
        }
        _ => return None,
    };
    let label = item(&inner)?;
    finish(
        text,
        after.strip_prefix('.').unwrap_or(after),
        label,
        Separator::Mark,
        false,
    )
}

/// `1.`, `12 bis.`, `26A.`, `1.1`, `a)` is not here.
fn decimal(text: &str) -> Option<LabelPrefix> {
    let (first, mut rest) = digits(text)?;
    let (mut plain, mut parts) = (first.to_string(), 1);
    while let Some(after) = rest.strip_prefix(['.', '．']) {
        match digits(after) {
            Some((part, next)) if parts < 6 => {
                plain.push('.');
                plain.push_str(&part.to_string());
                parts += 1;
                rest = next;
            }
            _ => break,
        }
    }
    if parts > 1 {
        let label = Label::new(LabelKind::Dotted, plain);
        let (rest, separator) = match rest.strip_prefix(['.', '．', '、']) {
            Some(after) => (after, Separator::Mark),
            None => (rest, Separator::Space),
        };
        return finish(text, rest, label, separator, true);
    }
    let mut sure = false;
    if let Some((letter, after)) = number_letter(rest) {
        plain.push(letter);
        rest = after;
    }
    if let Some((word, after)) = inserted(rest) {
        plain.push(' ');
        plain.push_str(word);
        rest = after;
        sure = true;
    }
    let number = Label::new(LabelKind::Number, plain);
    if let Some(after) = rest.strip_prefix(')').or_else(|| rest.strip_prefix('）')) {
        let label = Label::new(LabelKind::Letter, format!("({})", number.text));
        return finish(text, after, label, Separator::Mark, false);
    }
    if let Some(after) = dash(rest) {
        return finish(text, after, number, Separator::Mark, false);
    }
    match rest.strip_prefix(['.', '．', '、', '。', '٫']) {
        Some(after) => finish(text, after, number, Separator::Mark, true),
        None => {
            let tab = rest.starts_with('\t') || rest.trim().is_empty();
            (tab || sure).then(|| finish(text, rest, number, Separator::Space, false))?
        }
    }
}

/// What follows a dash that ends a number, as Arabic texts have it; not the dash of the range
/// `12 - 14` or of a word like `20-year`.
fn dash(rest: &str) -> Option<&str> {
    let after = rest.trim_start_matches(' ').strip_prefix(['-', '–'])?;
    let next = after.trim_start().chars().next()?;
    (after.starts_with(char::is_whitespace) && numerals::digit(next).is_none()).then_some(after)
}

/// `Annex I`, `Article 5`, `Action 3.`, `Part One`, `附件二`.
fn named(text: &str) -> Option<LabelPrefix> {
    let name_end = name_end(text)?;
    let (name, rest) = text.split_at(name_end);
    let gap = rest.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
    let number: &str = {
        let tail = &rest[gap..];
        let end = tail
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(tail.len());
        &tail[..end]
    };
    let plain = digits(number)
        .filter(|(_, after)| after.is_empty())
        .map(|(n, _)| n.to_string());
    let plain = plain.or_else(|| {
        let known = numerals::roman(number).is_some()
            || (number.chars().count() == 1 && numerals::letters(number).is_some())
            || numerals::chinese(number).is_some()
            || numerals::word(number).is_some();
        known.then(|| number.to_owned())
    });
    let Some(plain) = plain else {
        // The word alone on its line.
        let label = Label::new(LabelKind::Named, name);
        return rest
            .trim()
            .is_empty()
            .then(|| finish(text, rest, label, Separator::Mark, false))?;
    };
    let glue = if gap == 0 { "" } else { " " };
    let label = Label::new(LabelKind::Named, format!("{name}{glue}{plain}"));
    let after = &rest[gap + number.len()..];
    // A space alone would also be `Article 19 of the Declaration`, so it needs a mark or an end.
    match after.strip_prefix(['.', ':', '：', '—', '–']) {
        Some(after) => finish(text, after, label, Separator::Mark, false),
        None if after.trim().is_empty() || after.starts_with(['\t', '\n', '\u{3000}']) => {
            finish(text, after, label, Separator::Space, false)
        }
        None => None,
    }
}

/// Where the word ends that `text` begins with, if it is one of [`NAMES`]. A Chinese numeral may
/// follow right behind it.
fn name_end(text: &str) -> Option<usize> {
    for (at, next) in text.char_indices().take(LONGEST_NAME + 1) {
        let ends = !next.is_alphabetic();
        if (ends || numerals::is_chinese_numeral(next)) && is_name(&text[..at]) {
            return Some(at);
        }
        if ends {
            return None;
        }
    }
    is_name(text).then_some(text.len())
}

/// `第1条`, `第十二章`; also with the sign that it is most often mistyped as.
fn counted(text: &str) -> Option<LabelPrefix> {
    let rest = text.strip_prefix(['第', '弟'])?;
    let end = rest.find(|c| numerals::digit(c).is_none() && !numerals::is_chinese_numeral(c))?;
    let (number, after) = rest.split_at(end);
    let unit = after
        .chars()
        .next()
        .filter(|c| "条條章節节款項项部編编".contains(*c))?;
    let plain = match digits(number) {
        Some((value, "")) => value.to_string(),
        _ => numerals::chinese(number).map(|_| number.to_owned())?,
    };
    let label = Label::new(LabelKind::Named, format!("第{plain}{unit}"));
    let after = &after[unit.len_utf8()..];
    // `第1条の規定` is a reference inside a sentence.
    let set_apart = after.is_empty()
        || after
            .starts_with(|c: char| c.is_whitespace() || matches!(c, '（' | '(' | '：' | ':' | '.'));
    set_apart.then(|| {
        finish(
            text,
            after.trim_start_matches(['：', ':', '.']),
            label,
            Separator::Mark,
            false,
        )
    })?
}

/// `一、`, `十二．`.
fn chinese(text: &str) -> Option<LabelPrefix> {
    let end = text.find(|c| !numerals::is_chinese_numeral(c))?;
    let (number, after) = text.split_at(end);
    numerals::chinese(number)?;
    let after = after.strip_prefix(['、', '．', '.'])?;
    finish(
        text,
        after,
        Label::new(LabelKind::Roman, number),
        Separator::Mark,
        false,
    )
}

/// `a)`, `iv)`, `A.`, `II.`, `II` before a tab or alone.
fn lettered(text: &str) -> Option<LabelPrefix> {
    let end = text
        .find(|c: char| !c.is_alphabetic() && c != '\u{640}')
        .unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    if word.chars().count() > 7 {
        return None;
    }
    if let Some(after) = rest.trim_start_matches(' ').strip_prefix([')', '）']) {
        return finish(text, after, item(word)?, Separator::Mark, false);
    }
    let upper = word.chars().all(|c| c.is_ascii_uppercase());
    if numerals::letters(word).is_some()
        && word.chars().count() > 1
        && numerals::roman(word).is_none()
    {
        return None;
    }
    let label = Label::new(shape(word)?, word);
    match rest.strip_prefix('.') {
        Some(after) => finish(text, after, label, Separator::Mark, false),
        None if upper && (rest.is_empty() || rest.starts_with('\t')) => {
            finish(text, rest, label, Separator::Space, false)
        }
        None => None,
    }
}

/// What stands between parentheses as an item's label.
fn item(inner: &str) -> Option<Label> {
    if let Some((value, "")) = digits(inner) {
        return Some(Label::new(LabelKind::Letter, format!("({value})")));
    }
    Some(Label::new(shape(inner)?, format!("({inner})")))
}

/// Whether letters are a letter label or a Roman numeral. Alone, only `i`, `v` and `x` are more
/// likely numerals than letters.
fn shape(letters: &str) -> Option<LabelKind> {
    let alone = letters.chars().count() == 1;
    let numeral = numerals::roman(letters).is_some()
        && (!alone || matches!(letters, "i" | "v" | "x" | "I" | "V" | "X"));
    if numeral || numerals::chinese(letters).is_some() {
        Some(LabelKind::Roman)
    } else {
        numerals::letters(letters).map(|_| LabelKind::Letter)
    }
}

/// Completes a label: `rest` is what follows it in `text`. What follows must be set apart from
/// it by white space, or begin with a letter where the writing has no spaces or `loose` allows
/// `1.Text`.
fn finish(
    text: &str,
    rest: &str,
    label: Label,
    separator: Separator,
    loose: bool,
) -> Option<LabelPrefix> {
    let body = rest.trim_start();
    let gap = &rest[..rest.len() - body.len()];
    let apart = !gap.is_empty()
        || body.is_empty()
        || body.starts_with(|c: char| {
            (loose && separator == Separator::Mark && c.is_alphabetic())
                || (c as u32) > 0x2e80
                || matches!(c, '[' | '“' | '«')
        });
    apart.then(|| LabelPrefix {
        label,
        end: text.len() - body.len(),
        separator: if body.is_empty() {
            Separator::End
        } else if gap.contains('\t') {
            Separator::Tab
        } else {
            separator
        },
    })
}

/// Up to [`MAX_DIGITS`] digits as a number, and what follows them. `None` for none, for more and
/// for a leading zero.
fn digits(text: &str) -> Option<(u32, &str)> {
    let (mut value, mut count, mut end) = (0, 0, 0);
    for c in text.chars() {
        let Some(d) = numerals::digit(c) else { break };
        value = value * 10 + d;
        count += 1;
        end += c.len_utf8();
        if count > MAX_DIGITS {
            return None;
        }
    }
    (value > 0).then_some((value, &text[end..]))
}

/// A Latin ordinal at the head of `rest`, after a space, a hyphen, a full stop or nothing: its
/// plain form and what follows it.
fn inserted(rest: &str) -> Option<(&'static str, &str)> {
    let word = rest.strip_prefix('.').unwrap_or(rest);
    let word = word.trim_start_matches([' ', '\u{a0}', '-', '\u{2011}']);
    let end = word
        .find(|c: char| !c.is_ascii_alphabetic())
        .unwrap_or(word.len());
    let place = ordinal(&word[..end])?;
    Some((ORDINALS[place][0], &word[end..]))
}

/// A letter that belongs to the number before it, and what follows it. It does only where the
/// number ends after it: `26A.`, `26 Abis`, `5a)`, not `3D` or `5 A small ship`.
fn number_letter(rest: &str) -> Option<(char, &str)> {
    let spaced = rest.trim_start_matches([' ', '\u{a0}']);
    let letter = spaced.chars().next().filter(char::is_ascii_alphabetic)?;
    let after = &spaced[1..];
    let glued = spaced.len() == rest.len();
    let upper = letter.is_ascii_uppercase();
    let ends = (upper || glued) && ends_number(after) && (glued || !after.is_empty());
    (ends || upper && inserted(after).is_some()).then_some((letter, after))
}

fn ends_number(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(['.', ')', '\t'])
}

fn is_name(word: &str) -> bool {
    // A text without a space in its head is asked for as a whole.
    word.chars().nth(LONGEST_NAME).is_none() && NAMES.contains(&word.to_lowercase().as_str())
}
