//! What stands at the head of a bracket: who, and what they want.

use super::actors::{actor, looks_like_actor};
use super::{MarkKind, Status, Verb};

/// Longest list of actors, in bytes.
const LONGEST: usize = 240;

/// The head of a bracket.
pub(super) struct Head {
    pub kind: MarkKind,
    pub actors: Vec<String>,
    pub verb: Option<Verb>,
    /// Bytes of it, with the white space after it.
    pub length: u32,
}

/// Verbs as delegations write them, the longer ones first where one begins another.
const VERBS: [(&str, Verb); 63] = [
    ("add", Verb::Add),
    ("insert", Verb::Add),
    ("delete", Verb::Delete),
    ("deletion", Verb::Delete),
    ("remove", Verb::Delete),
    ("retain", Verb::Retain),
    ("keep", Verb::Retain),
    ("move to", Verb::Move),
    ("move", Verb::Move),
    ("replace with", Verb::Replace),
    ("replace by", Verb::Replace),
    ("replace", Verb::Replace),
    ("reserve", Verb::Reserve),
    ("reserves", Verb::Reserve),
    ("reservation", Verb::Reserve),
    ("alternative", Verb::Alternative),
    ("alt", Verb::Alternative),
    ("bracket", Verb::Bracket),
    ("clean", Verb::Clean),
    ("seeks clarification", Verb::Clarify),
    ("seek clarification", Verb::Clarify),
    ("clarification", Verb::Clarify),
    ("supports", Verb::Support),
    ("support", Verb::Support),
    ("opposes", Verb::Oppose),
    ("oppose", Verb::Oppose),
    ("ajouter", Verb::Add),
    ("supprimer", Verb::Delete),
    ("conserver", Verb::Retain),
    ("maintenir", Verb::Retain),
    ("déplacer", Verb::Move),
    ("remplacer par", Verb::Replace),
    ("réserve", Verb::Reserve),
    ("agregar", Verb::Add),
    ("añadir", Verb::Add),
    ("suprimir", Verb::Delete),
    ("eliminar", Verb::Delete),
    ("mantener", Verb::Retain),
    ("conservar", Verb::Retain),
    ("trasladar", Verb::Move),
    ("reemplazar por", Verb::Replace),
    ("sustituir por", Verb::Replace),
    ("reserva", Verb::Reserve),
    ("добавить", Verb::Add),
    ("исключить", Verb::Delete),
    ("удалить", Verb::Delete),
    ("сохранить", Verb::Retain),
    ("заменить на", Verb::Replace),
    ("оговорка", Verb::Reserve),
    ("增加", Verb::Add),
    ("删除", Verb::Delete),
    ("保留", Verb::Retain),
    ("改为", Verb::Replace),
    ("追加", Verb::Add),
    ("削除", Verb::Delete),
    ("維持", Verb::Retain),
    ("置換", Verb::Replace),
    ("留保", Verb::Reserve),
    ("إضافة", Verb::Add),
    ("حذف", Verb::Delete),
    ("إبقاء", Verb::Retain),
    ("استبدال", Verb::Replace),
    ("تحفظ", Verb::Reserve),
];

impl Head {
    /// Reads the head of what stands between the brackets. Looks at its first bytes only.
    pub fn of(inner: &str) -> Head {
        if let Some(kind) = whole(inner) {
            return Head {
                kind,
                actors: Vec::new(),
                verb: None,
                length: 0,
            };
        }
        let (actors, after) = actors(inner).unwrap_or((Vec::new(), inner));
        let (verb, rest) = match verb(after) {
            // Without an actor the verb must be all there is: `[delete]`, not `[add value]`.
            Some((verb, rest)) if !actors.is_empty() || rest.is_empty() => (Some(verb), rest),
            _ => (None, after),
        };
        let placeholder = !actors.is_empty() && is_placeholder(rest);
        Head {
            kind: if placeholder {
                MarkKind::Placeholder
            } else {
                MarkKind::Open
            },
            actors,
            verb,
            length: (inner.len() - rest.len()) as u32,
        }
    }
}

/// What a bracket says that holds nothing but a mark.
fn whole(inner: &str) -> Option<MarkKind> {
    if inner.len() > LONGEST {
        return None;
    }
    let text = inner.trim().to_lowercase();
    if is_placeholder(&text) {
        return Some(MarkKind::Placeholder);
    }
    let word = [
        "option",
        "alternative",
        "alt",
        "opción",
        "вариант",
        "方案",
        "选项",
        "案",
        "الخيار",
    ]
    .iter()
    .find_map(|word| text.strip_prefix(word));
    if let Some(number) = word {
        let number = number.trim_matches([' ', '.', ':', '#', '-']);
        if number.chars().count() <= 3 && number.chars().all(char::is_alphanumeric) {
            return Some(MarkKind::Option);
        }
    }
    status(inner)
}

fn is_placeholder(text: &str) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let text = text.trim().to_lowercase();
    let named = [
        "placeholder",
        "tbc",
        "tbd",
        "to be completed",
        "to be added",
        "à compléter",
        "por completar",
        "待补",
        "未定",
    ]
    .iter()
    .any(|word| {
        text.strip_prefix(word)
            .is_some_and(|after| !after.starts_with(char::is_alphanumeric) || after.is_empty())
    });
    let dots = !text.is_empty() && text.chars().all(|c| matches!(c, '.' | '…' | '_' | ' '));
    named || dots
}

/// What a note on agreement says; `None` for any other words.
pub(super) fn status(inner: &str) -> Option<MarkKind> {
    if inner.len() > LONGEST {
        return None;
    }
    let text = inner.trim().to_lowercase();
    let text = text.trim_end_matches(['.', '!']);
    let begins = |words: &[&str]| words.iter().any(|word| text.starts_with(word));
    let status = match text {
        "agreed"
        | "agreed text"
        | "convenu"
        | "acordado"
        | "согласовано"
        | "已商定"
        | "商定"
        | "合意済み"
        | "合意"
        | "متفق عليه" => Status::Agreed,
        "new" | "nouveau" | "nuevo" | "новый" | "新" | "新規" => Status::Former,
        _ if text == "ad ref" || begins(&["agreed ad ref", "ad referendum"]) => {
            Status::AdReferendum
        }
        _ if begins(&["preliminarily agreed", "provisionally agreed"]) => Status::Preliminarily,
        _ if begins(&["suggested for closure", "proposed for closure"]) => {
            Status::SuggestedForClosure
        }
        _ if begins(&["former ", "formerly ", "moved from ", "previously ", "ex "])
            && text.contains(char::is_numeric)
            && text.len() <= 60 =>
        {
            Status::Former
        }
        "placeholder" => return Some(MarkKind::Placeholder),
        _ => return None,
    };
    Some(MarkKind::Status(status))
}

/// The actors before a colon, and what follows it.
fn actors(inner: &str) -> Option<(Vec<String>, &str)> {
    let end = inner
        .char_indices()
        .take_while(|(at, c)| *at < LONGEST && !matches!(c, '[' | ']' | '［' | '］' | '\n'))
        .find(|(_, c)| matches!(c, ':' | '：'))?;
    let rest = inner[end.0 + end.1.len_utf8()..].trim_start();
    let mut names: Vec<String> = Vec::new();
    for piece in inner[..end.0].split([',', ';', '/', '、', '，', '،', '+', '&']) {
        let piece = piece.trim();
        // `G77 and China` is one group; `EU and Japan` are two.
        if actor(piece) {
            names.push(piece.to_owned());
            continue;
        }
        names.extend(piece.split(" and ").map(|name| {
            let name = name.trim();
            name.strip_prefix("and ").unwrap_or(name).to_owned()
        }));
    }
    names.retain(|name| !name.is_empty());
    // Names that no list has are believed beside one that is known, or, if short, before a verb.
    let short = || {
        names
            .iter()
            .all(|name| name.split(' ').count() < 3 && name != "Note")
    };
    let believed = names.iter().any(|name| actor(name)) || (short() && verb(rest).is_some());
    let sound = !names.is_empty()
        && names
            .iter()
            .all(|name| actor(name) || looks_like_actor(name));
    (sound && believed).then_some((names, rest))
}

/// A verb at the head of a text, and what follows it.
fn verb(text: &str) -> Option<(Verb, &str)> {
    let head: String = text.chars().take(24).flat_map(char::to_lowercase).collect();
    let head = head.strip_prefix("to ").unwrap_or(&head);
    let skipped = if text
        .get(..3)
        .is_some_and(|to| to.eq_ignore_ascii_case("to "))
    {
        3
    } else {
        0
    };
    VERBS
        .iter()
        .filter(|(word, _)| {
            head.strip_prefix(word).is_some_and(|after| {
                // Where words have spaces, a longer word only begins like the verb.
                let spaced = (word.chars().next().unwrap_or(' ') as u32) < 0x2e80;
                !(spaced && after.starts_with(char::is_alphabetic))
            })
        })
        .max_by_key(|(word, _)| word.len())
        .and_then(|(word, verb)| {
            // Lower case may be longer than what was typed; then the verb is not cut off.
            let rest = text.get(skipped + word.len()..)?;
            let rest = rest.trim_start();
            let rest = rest.strip_prefix([':', '：', '-', '–']).unwrap_or(rest);
            Some((*verb, rest.trim_start()))
        })
}
