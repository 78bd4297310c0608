//! Which paragraphs open a text. Preambular paragraphs are participle or adjective phrases that end
//! with a comma, in all six official languages of the United Nations and in Japanese translations;
//! the text that they open is a sentence or a clause that ends otherwise.

use wsis_document::{LabelKind, Language, fold};

use super::line::Line;
use super::numbering::is_label;
use super::opening::Fate;
use super::terms;

/// What the lines around a paragraph say of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// An opening paragraph, whatever number it has.
    Opening,
    /// A paragraph of a text that has no numbers, and no opening one.
    Unnumbered,
    /// The numbers tell: what stands before the first of them opens the text.
    ByNumbers,
}

/// The part that each line has in the text. `headings` says which lines are headings. Linear.
pub(super) fn parts(
    lines: &[Line],
    fates: &[Fate],
    headings: &[bool],
    language: &Language,
) -> Vec<Part> {
    let is_text = |at: usize| fates[at] == Fate::Text;
    let has_numbers = |at: usize| {
        let line = &lines[at];
        is_text(at)
            && match &line.label {
                Some(label) if headings[at] => label.is_article(),
                Some(label) => is_label(line) && !is_item(label.kind),
                None => false,
            }
    };
    if (0..lines.len()).any(has_numbers) {
        let mut parts = vec![Part::ByNumbers; lines.len()];
        parts[..numbered_opening(lines, fates)].fill(Part::Opening);
        return parts;
    }
    let mut parts = vec![Part::Unnumbered; lines.len()];
    let mut from = 0;
    for end in 0..=lines.len() {
        if end == lines.len() || (is_text(end) && headings[end]) {
            let named = from > 0 && terms::is_preamble(&lines[from - 1].whole);
            let length = if named {
                end - from
            } else {
                unnumbered_opening(&lines[from..end], &fates[from..end], language)
            };
            parts[from..from + length].fill(Part::Opening);
            from = end + 1;
        }
    }
    parts
}

fn is_item(kind: LabelKind) -> bool {
    matches!(kind, LabelKind::Letter | LabelKind::Roman)
}

/// How many lines belong to an opening that is numbered on its own: paragraphs from 1 on that all
/// end with a comma, before the numbers begin again at 1. 0 where there is no such opening.
fn numbered_opening(lines: &[Line], fates: &[Fate]) -> usize {
    let numbered = lines
        .iter()
        .zip(fates)
        .enumerate()
        .filter(|(_, (line, fate))| **fate == Fate::Text && is_label(line))
        .filter_map(|(at, (line, _))| Some((at, line, line.label.as_ref()?)))
        .filter(|(.., label)| label.kind == LabelKind::Number);
    let mut count = 0;
    for (at, line, label) in numbered {
        let value = label.value();
        if value == Some(1) && count > 1 {
            return at;
        }
        let carries_on = value == Some(count + 1) || (label.is_inserted() && value == Some(count));
        if !carries_on || !ends_with_comma(line) {
            return 0;
        }
        count = value.unwrap_or(count);
    }
    0
}

/// How many of the lines below a heading open what stands there: up to the last one in the form of
/// an opening paragraph, as long as all of them end with a comma or are items of one.
fn unnumbered_opening(lines: &[Line], fates: &[Fate], language: &Language) -> usize {
    let mut length = 0;
    let text = (1..).zip(lines.iter().zip(fates));
    for (count, (line, _)) in text.filter(|(_, (_, fate))| **fate == Fate::Text) {
        if line.label.is_some() && is_label(line) {
            continue;
        }
        if !ends_with_comma(line) {
            break;
        }
        if has_lead(line, language) {
            length = count;
        }
    }
    length
}

fn ends_with_comma(line: &Line) -> bool {
    let closing = [']', '］', ')', '）', '”', '"', '»', '」'];
    line.text
        .trim_end_matches(closing)
        .ends_with([',', '，', '،', '、'])
}

/// Whether the paragraph begins with the participle or adjective that rules it: set in italics, as
/// official texts have it, or told by its form.
fn has_lead(line: &Line, language: &Language) -> bool {
    let end = line.block.text.trim_end().len() as u32;
    let label = line.block.text.len() - line.block.text.trim_start().len();
    let in_italics = line
        .block
        .italics
        .first()
        .is_some_and(|lead| lead.start as usize <= label && lead.end * 2 < end);
    in_italics || is_lead(&line.text, language)
}

/// Whether a text begins with a participle or one of the adjectives that preambles begin with,
/// adverbs before it left aside. Chinese and Japanese have no such form: there the comma at the
/// end, which no other paragraph has, must do.
fn is_lead(text: &str, language: &Language) -> bool {
    let Some(form) = Form::of(language) else {
        return true;
    };
    let head: String = text.chars().take(120).collect();
    let folded = fold(&head);
    let mut words = folded
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .take(5);
    words
        .find(|word| !form.is_adverb(word))
        .is_some_and(|word| form.is_lead(word))
}

/// How a language builds the words that preambles begin with; all in lower case.
struct Form {
    /// Endings of adverbs that may stand before them.
    adverbs: &'static [&'static str],
    /// Other words that may stand before them.
    before: &'static [&'static str],
    /// Endings of the participles.
    participles: &'static [&'static str],
    /// Words that are no participles, or irregular ones.
    leads: &'static [&'static str],
}

/// Shortest word that its ending shows to be a participle, in letters.
const PARTICIPLE: usize = 5;

impl Form {
    /// `None` where words have no such endings.
    fn of(language: &Language) -> Option<&'static Form> {
        match language.code() {
            "zh" | "ja" => None,
            "fr" => Some(&FRENCH),
            "es" => Some(&SPANISH),
            "ru" => Some(&RUSSIAN),
            "ar" => Some(&ARABIC),
            _ => Some(&ENGLISH),
        }
    }

    fn is_adverb(&self, word: &str) -> bool {
        self.before.contains(&word) || self.adverbs.iter().any(|ending| word.ends_with(ending))
    }

    fn is_lead(&self, word: &str) -> bool {
        let by_ending = word.chars().count() >= PARTICIPLE
            && self.participles.iter().any(|ending| word.ends_with(ending));
        by_ending || self.leads.contains(&word)
    }
}

static ENGLISH: Form = Form {
    adverbs: &["ly"],
    before: &["also", "further", "once", "again", "more", "most", "and"],
    participles: &["ing", "ed"],
    leads: &[
        "aware",
        "mindful",
        "conscious",
        "cognizant",
        "desirous",
        "anxious",
        "hopeful",
        "whereas",
    ],
};

static FRENCH: Form = Form {
    adverbs: &["ment"],
    before: &[
        "aussi", "toujours", "très", "bien", "en", "outre", "plus", "et", "se", "s", "n", "ne",
    ],
    participles: &["ant", "é", "ée", "és", "ées", "ue"],
    leads: &[
        "consciente",
        "conscient",
        "soucieuse",
        "soucieux",
        "désireuse",
        "désireux",
        "certaine",
        "vu",
        "convaincu",
        "résolu",
        "ému",
    ],
};

static SPANISH: Form = Form {
    adverbs: &["mente"],
    before: &[
        "también", "asimismo", "además", "muy", "una", "vez", "más", "y",
    ],
    participles: &[
        "ando", "endo", "ándose", "éndose", "ada", "ado", "ida", "ido",
    ],
    leads: &[
        "consciente",
        "resuelta",
        "resuelto",
        "deseosa",
        "deseoso",
        "visto",
        "vista",
    ],
};

static RUSSIAN: Form = Form {
    adverbs: &["о"],
    before: &[
        "также",
        "вновь",
        "далее",
        "с",
        "со",
        "и",
        "глубоким",
        "удовлетворением",
        "признательностью",
        "обеспокоенностью",
        "озабоченностью",
        "сожалением",
        "интересом",
    ],
    participles: &[
        "ая", "яя", "ясь", "уя", "ея", "дя", "вая", "вав", "ив", "ев", "шись", "учи",
    ],
    leads: &[
        "приняв",
        "изучив",
        "убеждена",
        "преисполнена",
        "учтя",
        "помня",
    ],
};

static ARABIC: Form = Form {
    adverbs: &[],
    before: &[],
    participles: &[],
    leads: &["إذ", "وإذ", "اذ", "واذ", "وقد", "إدراكا", "اقتناعا"],
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::structure::runs::tests::lines;

    /// `P` for opening paragraphs, `T` for unnumbered text, `n` where the numbers tell; a text
    /// that begins with `#` is a heading.
    fn parts_of(language: &str, texts: &[&str]) -> String {
        let headings: Vec<bool> = texts.iter().map(|text| text.starts_with('#')).collect();
        let texts: Vec<&str> = texts.iter().map(|t| t.trim_start_matches("# ")).collect();
        let lines = lines(&texts);
        let fates = vec![Fate::Text; lines.len()];
        let parts = parts(&lines, &fates, &headings, &Language::new(language));
        let letter = |part| match part {
            Part::Opening => 'P',
            Part::Unnumbered => 'T',
            Part::ByNumbers => 'n',
        };
        parts.into_iter().map(letter).collect()
    }

    #[test]
    fn an_opening_may_be_numbered_on_its_own() {
        let count = |texts: &[&str]| {
            let lines = lines(texts);
            numbered_opening(&lines, &vec![Fate::Text; lines.len()])
        };
        let opening = ["1. Noting the tide,", "2. Noting the wind,"];
        assert_eq!(
            count(&[opening[0], opening[1], "1. Decides;", "2. Asks."]),
            2
        );
        // Without a second beginning, or without commas, the numbers are those of the text.
        assert_eq!(count(&[opening[0], opening[1], "3. Decides;"]), 0);
        assert_eq!(count(&["1. Decides;", "2. Asks.", "1. Decides;"]), 0);
    }

    #[test]
    fn openings_are_told_by_their_form_in_seven_languages() {
        for (language, texts) in [
            (
                "en",
                [
                    "Deeply concerned about the tide,",
                    "Aware of the wind,",
                    "Asks all to wait;",
                ],
            ),
            (
                "fr",
                [
                    "Se félicitant de la marée,",
                    "Consciente du vent,",
                    "Prie chacun d’attendre ;",
                ],
            ),
            (
                "es",
                [
                    "Tomando nota de la marea,",
                    "Muy preocupada por el viento,",
                    "Pide esperar;",
                ],
            ),
            (
                "ru",
                [
                    "с удовлетворением отмечая прилив,",
                    "ссылаясь на ветер,",
                    "просит ждать;",
                ],
            ),
            ("zh", ["又回顾潮水，", "注意到风，", "请大家等待；"]),
            (
                "ar",
                ["وإذ تلاحظ المد،", "وقد نظرت في الريح،", "تطلب الانتظار؛"],
            ),
            (
                "ja",
                ["潮を想起し、", "風に留意して、", "待つことを求める。"],
            ),
        ] {
            assert_eq!(parts_of(language, &texts), "PPT", "{language}");
        }
    }

    #[test]
    fn an_opening_ends_where_its_form_does() {
        let text = [
            "Noting the tide,",
            "The harbour and its boats, old and new,",
            "Convinced of the following:",
            "Noting the wind,",
        ];
        assert_eq!(parts_of("en", &text), "PTTT");
        let items = [
            "Noting the tide,",
            "(a) that comes,",
            "Also noting the wind,",
            "Asks;",
        ];
        assert_eq!(parts_of("en", &items), "PPPT");
        let between = [
            "Noting the tide,",
            "The harbour, as it was,",
            "Noting the wind,",
            "Asks;",
        ];
        assert_eq!(parts_of("en", &between), "PPPT");
    }

    #[test]
    fn prose_has_no_opening() {
        let prose = [
            "We met at the harbour.",
            "Nothing was said of the tide.",
            "We left;",
        ];
        assert_eq!(parts_of("en", &prose), "TTT");
        let letters = ["Dear friends,", "Boats wait in the rain."];
        assert_eq!(parts_of("en", &letters), "TT");
    }

    #[test]
    fn each_chapter_may_have_an_opening_and_a_preamble_is_one() {
        let text = [
            "# Preamble",
            "We met at the harbour.",
            "# Work",
            "Boats wait.",
            "# Annex",
            "Recalling the tide,",
            "Boats leave.",
        ];
        assert_eq!(parts_of("en", &text), "TPTTTPT");
    }

    #[test]
    fn where_there_are_numbers_they_tell() {
        assert_eq!(parts_of("en", &["We met.", "1. Boats wait."]), "nn");
        assert_eq!(
            parts_of("en", &["We met.", "# Article 1", "Boats wait."]),
            "nnn"
        );
    }
}
