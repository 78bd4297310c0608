//! The words that the parts of a diplomatic text are known by, in the languages it comes in.
//! All are compared after [`wsis_document::fold`], and stand here as it leaves them.

use wsis_document::{Symbol, fold, head};

/// Bodies that adopt texts, as the enacting clause names them.
const BODIES: [&str; 44] = [
    "the general assembly",
    "the security council",
    "the economic and social council",
    "the human rights council",
    "the conference of the parties",
    "the conference",
    "the council",
    "the commission",
    "the committee",
    "l'assemblée générale",
    "le conseil de sécurité",
    "le conseil économique et social",
    "le conseil des droits de l'homme",
    "la conférence des parties",
    "la conférence",
    "la commission",
    "la asamblea general",
    "el consejo de seguridad",
    "el consejo económico y social",
    "el consejo de derechos humanos",
    "la conferencia de las partes",
    "la conferencia",
    "la comisión",
    "генеральная ассамблея",
    "совет безопасности",
    "экономический и социальный совет",
    "совет по правам человека",
    "конференция",
    "комиссия",
    "大会",
    "安全理事会",
    "经济及社会理事会",
    "人权理事会",
    "缔约方会议",
    "إن الجمعية العامة",
    "الجمعية العامة",
    "إن مجلس الأمن",
    "إن المجلس الاقتصادي والاجتماعي",
    "إن مجلس حقوق الإنسان",
    "国連総会",
    "国際連合総会",
    "総会",
    "安全保障理事会",
    "経済社会理事会",
];

/// Verbs by which a body makes the text that follows its own.
const ADOPTS: [&str; 19] = [
    "adopts",
    "endorses",
    "approves",
    "adopte",
    "approuve",
    "fait sien",
    "aprueba",
    "adopta",
    "hace suy",
    "принимает",
    "утверждает",
    "одобряет",
    "通过",
    "核可",
    "认可",
    "تعتمد",
    "تقر",
    "تؤيد",
    "採択",
];

/// How lines of a masthead begin.
const MASTHEAD: [&str; 46] = [
    "united nations",
    "general assembly",
    "security council",
    "economic and social council",
    "distr.",
    "original:",
    "agenda item",
    "agenda items",
    "items ",
    "item ",
    "resolution adopted by",
    "[without reference",
    "[on the report",
    "draft resolution",
    "please recycle",
    "nations unies",
    "assemblée générale",
    "distribution",
    "point ",
    "points ",
    "résolution adoptée",
    "[sans renvoi",
    "[sur rapport",
    "[sur le rapport",
    "projet de résolution",
    "naciones unidas",
    "asamblea general",
    "tema ",
    "temas ",
    "resolución aprobada",
    "[sin remisión",
    "[sobre la base",
    "proyecto de resolución",
    "организация объединенных наций",
    "пункт ",
    "резолюция, принятая",
    "[без передачи",
    "[по докладу",
    "проект резолюции",
    "联合国",
    "议程项目",
    "决议草案",
    "الأمم المتحدة",
    "البند ",
    "قرار اتخذته",
    "مشروع قرار",
];

/// How the line begins that says who adopted the text, and when.
const ADOPTED_BY: [&str; 6] = [
    "resolution adopted",
    "résolution adoptée",
    "resolución aprobada",
    "резолюция, принятая",
    "大会决议",
    "قرار اتخذته",
];

/// What names the session in a masthead, and the sponsors of a draft.
const MASTHEAD_WITHIN: [&str; 10] = [
    " session",
    "draft resolution",
    "projet de résolution",
    "proyecto de resolución",
    "período de sesiones",
    " сессия",
    "届会议",
    "الدورة ",
    "決議案",
    "决议草案",
];

/// What the closing line says: at which meeting the text was adopted.
const CLOSING: [&str; 9] = [
    "plenary meeting",
    "meeting of the",
    "séance plénière",
    "sesión plenaria",
    "plenaria",
    "пленарное заседание",
    "次全体会议",
    "الجلسة العامة",
    "本会議",
];

/// Headings of tables of contents.
const CONTENTS: [&str; 9] = [
    "contents",
    "table of contents",
    "table des matières",
    "índice",
    "sumario",
    "содержание",
    "目录",
    "目次",
    "المحتويات",
];

/// Headings of preambles.
const PREAMBLES: [&str; 8] = [
    "preamble",
    "préambule",
    "preámbulo",
    "преамбула",
    "序言",
    "前文",
    "الديباجة",
    "ديباجة",
];

/// Characters of a text in which the words here are looked for: a paragraph may be as long as a
/// book.
const HEAD: usize = 1000;

/// More characters than the name of a body has, whatever soft hyphens and the like are in it.
const BODY: usize = 60;

/// Whether a line is nothing but the name of the adopting body.
pub(super) fn is_body(text: &str) -> bool {
    if head(text, BODY).len() < text.len() {
        return false;
    }
    let folded = fold(text);
    let name = folded.trim_end_matches([',', '،', '，', '、', ':', ' ']);
    BODIES.iter().any(|body| **body == *name)
}

/// Whether a sentence is a whole enacting clause: a body's name, then the verb.
pub(super) fn is_enacting_clause(text: &str) -> bool {
    let beginning = fold(head(text, BODY));
    if !BODIES.iter().any(|body| beginning.starts_with(body)) {
        return false;
    }
    let folded = fold(head(text, HEAD));
    BODIES.iter().any(|body| {
        folded.strip_prefix(*body).is_some_and(|rest| {
            // Where words have spaces, a longer word only begins like the body's name.
            let apart = !rest.starts_with(|c: char| c.is_alphabetic() && (c as u32) < 0x2e80);
            apart && ADOPTS.iter().any(|verb| has_words(rest, verb))
        })
    })
}

/// Whether a clause begins with the verb of adoption: `Adopts the following …`.
pub(super) fn begins_with_adopts(text: &str) -> bool {
    let folded = fold(head(text, HEAD));
    ADOPTS.iter().any(|verb| folded.starts_with(verb))
}

/// Whether a line looks like part of a masthead.
pub(super) fn is_masthead(text: &str) -> bool {
    let folded = fold(head(text, HEAD));
    let short = folded.chars().count() <= 120;
    MASTHEAD.iter().any(|start| folded.starts_with(start))
        || (short && MASTHEAD_WITHIN.iter().any(|part| folded.contains(part)))
        || (short && is_date(text))
        || is_symbol(text)
        || folded.starts_with('*')
}

/// Whether a line is a document symbol and nothing else.
pub(super) fn is_symbol(text: &str) -> bool {
    Symbol::first_in(text).is_some_and(|symbol| symbol.as_str() == text.trim())
}

/// Whether a line says who adopted the text, and when.
pub(super) fn says_adopted(text: &str) -> bool {
    let folded = fold(head(text, HEAD));
    ADOPTED_BY.iter().any(|start| folded.starts_with(start))
}

/// Longest closing line, in characters as they are compared; vowel marks do not count.
const CLOSING_LINE: usize = 90;

/// Whether a line is the closing one. It has a number in it and is short.
pub(super) fn is_closing(text: &str) -> bool {
    let begins = |text: &str| text.starts_with(|c: char| c.is_numeric() || !c.is_ascii());
    // Most lines begin with a letter; nothing else of them is looked at.
    let long = |text: &str, most: usize| head(text, most).len() < text.len();
    if !begins(text) || long(text, 2 * CLOSING_LINE) || !text.contains(char::is_numeric) {
        return false;
    }
    let folded = fold(text);
    !long(&folded, CLOSING_LINE)
        && !folded.trim_end_matches('.').contains(". ")
        && begins(&folded)
        && CLOSING.iter().any(|part| folded.contains(part))
}

/// Whether a heading is that of a table of contents.
pub(super) fn is_contents(heading: &str) -> bool {
    let folded = fold(head(heading, HEAD));
    CONTENTS.iter().any(|word| **word == *folded)
}

/// Whether a line is the heading of a preamble, whatever brackets stand around it.
pub(super) fn is_preamble(line: &str) -> bool {
    let folded = fold(head(line, HEAD));
    let word = folded.trim_matches(|c: char| !c.is_alphabetic());
    PREAMBLES.iter().any(|preamble| **preamble == *word)
}

/// Whether a line is a date and nothing else.
pub(super) fn is_date(text: &str) -> bool {
    date(text).is_some() && text.split_whitespace().count() <= 4 && text.chars().count() <= 40
}

/// The first date in a line, ISO 8601.
pub(super) fn date(text: &str) -> Option<String> {
    wsis_document::date(&fold(head(text, HEAD)))
}

/// The number and title of a resolution's title line: `("70/125", "Outcome …")`.
pub(super) fn numbered_title(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == '/'))?;
    let (session, number) = text[..end].split_once('/')?;
    let digits = |part: &str, most| (1..=most).contains(&part.len()) && !part.contains('/');
    let after = text[end..].trim_start_matches(|c: char| c.is_ascii_uppercase() && c != 'L');
    let title = after.strip_prefix('.')?.trim();
    (digits(session, 3) && digits(number, 3) && !title.is_empty()).then_some((&text[..end], title))
}

/// Whether `words` stands in `text` as words; scripts without spaces need no boundary.
fn has_words(text: &str, words: &str) -> bool {
    let spaced = words.starts_with(|c: char| (c as u32) < 0x2e80);
    text.match_indices(words).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        !spaced || before.is_none_or(|c| !c.is_alphabetic())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_enacting_clause_is_a_body_and_a_verb() {
        assert!(is_enacting_clause(
            "The General Assembly, at its session, adopts the text below."
        ));
        assert!(is_enacting_clause(
            "国連総会は、会期において、以下の文書を採択する。"
        ));
        assert!(is_enacting_clause(
            "La Asamblea General aprueba el documento siguiente:"
        ));
        assert!(!is_enacting_clause(
            "The General Assembly notes the report."
        ));
        assert!(!is_enacting_clause("The Commissioner adopts a cat."));
        assert!(!is_enacting_clause("The speakers are gathered here."));
    }

    #[test]
    fn a_body_stands_alone() {
        assert!(is_body("The General Assembly,"));
        assert!(is_body("L’Assemblée générale,"));
        assert!(is_body("大会，"));
        assert!(!is_body("The General Assembly notes"));
    }

    #[test]
    fn words_stand_as_they_are_compared() {
        let tables: [&[&str]; 8] = [
            &BODIES,
            &ADOPTS,
            &MASTHEAD,
            &ADOPTED_BY,
            &MASTHEAD_WITHIN,
            &CLOSING,
            &CONTENTS,
            &PREAMBLES,
        ];
        for word in tables.concat() {
            assert_eq!(fold(word), word);
        }
    }

    #[test]
    fn the_title_line_of_a_resolution() {
        assert_eq!(
            numbered_title("70/125.\tA fine title"),
            Some(("70/125", "A fine title"))
        );
        assert_eq!(numbered_title("1. We agree"), None);
        assert_eq!(numbered_title("12/24 hours"), None);
    }

    #[test]
    fn closing_lines() {
        assert!(is_closing("68th plenary meeting 17 December 2025"));
        assert!(is_closing("68e séance plénière"));
        assert!(!is_closing(
            "Invites the 3 members to attend the plenary meeting of next year"
        ));
    }
}
