//! Words that hold a sentence together without saying what it is about.

use wsis_document::{Language, Script};

/// Articles, prepositions, conjunctions, pronouns and auxiliaries of the languages that have
/// spaces; each list is sorted.
const ARABIC: &[&str] = &[
    "أن",
    "أو",
    "إلى",
    "إن",
    "التي",
    "الذي",
    "الذين",
    "بما",
    "بين",
    "ذلك",
    "على",
    "عن",
    "في",
    "كما",
    "لا",
    "ما",
    "مع",
    "من",
    "هذا",
    "هذه",
    "و",
    "وأن",
    "وفي",
    "وكذلك",
    "وما",
    "ومن",
];
const ENGLISH: &[&str] = &[
    "a",
    "also",
    "an",
    "and",
    "any",
    "are",
    "as",
    "at",
    "be",
    "been",
    "being",
    "between",
    "but",
    "by",
    "each",
    "for",
    "from",
    "had",
    "has",
    "have",
    "in",
    "including",
    "into",
    "is",
    "it",
    "its",
    "may",
    "must",
    "no",
    "nor",
    "not",
    "of",
    "on",
    "or",
    "other",
    "our",
    "should",
    "such",
    "that",
    "the",
    "their",
    "them",
    "there",
    "these",
    "they",
    "this",
    "those",
    "through",
    "to",
    "under",
    "upon",
    "was",
    "we",
    "were",
    "which",
    "while",
    "who",
    "will",
    "with",
    "within",
];
const FRENCH: &[&str] = &[
    "a", "au", "aussi", "aux", "avec", "ce", "ces", "cette", "d'", "dans", "de", "des", "dont",
    "du", "elle", "en", "entre", "est", "et", "il", "l'", "la", "le", "les", "leur", "leurs", "ne",
    "nous", "ont", "ou", "où", "par", "pas", "pour", "qu'", "que", "qui", "s'", "sa", "se", "ses",
    "son", "sont", "sur", "un", "une", "y", "à", "été",
];
const RUSSIAN: &[&str] = &[
    "а",
    "без",
    "в",
    "во",
    "для",
    "до",
    "его",
    "ее",
    "за",
    "и",
    "из",
    "или",
    "их",
    "к",
    "как",
    "которые",
    "который",
    "мы",
    "на",
    "не",
    "о",
    "об",
    "от",
    "по",
    "при",
    "с",
    "со",
    "так",
    "также",
    "том",
    "у",
    "что",
    "чтобы",
    "этих",
    "это",
    "этого",
];
const SPANISH: &[&str] = &[
    "a", "al", "como", "con", "de", "del", "e", "el", "en", "entre", "es", "esta", "este", "estos",
    "ha", "han", "la", "las", "lo", "los", "más", "no", "nos", "o", "para", "por", "que", "se",
    "sin", "sobre", "son", "su", "sus", "también", "u", "un", "una", "y",
];
const CHINESE: &[&str] = &[
    "与", "中", "为", "也", "了", "于", "从", "他", "以", "以及", "但", "和", "在", "地", "对",
    "将", "并", "我们", "或", "是", "有", "的", "着", "等", "而", "这", "这些", "通过",
];

/// Whether a folded word is a function word of the language. Japanese ones are told by their
/// script: particles and endings are written in hiragana alone.
pub(crate) fn is_function_word(folded: &str, language: &Language) -> bool {
    let list = match language.code() {
        "ar" => ARABIC,
        "fr" => FRENCH,
        "ru" => RUSSIAN,
        "es" => SPANISH,
        "zh" => CHINESE,
        "ja" => {
            return folded
                .chars()
                .all(|c| matches!(c, '\u{3040}'..='\u{309f}' | '\u{30fc}'));
        }
        _ if language.script() == Script::Unspaced => return false,
        _ => ENGLISH,
    };
    list.binary_search(&folded).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted() {
        for list in [ARABIC, ENGLISH, FRENCH, RUSSIAN, SPANISH, CHINESE] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }

    #[test]
    fn particles_are_function_words_and_nouns_are_not() {
        for (word, language, expected) in [
            ("the", "en", true),
            ("treaty", "en", false),
            ("について", "ja", true),
            ("条約", "ja", false),
            ("的", "zh", true),
        ] {
            assert_eq!(
                is_function_word(word, &Language::new(language)),
                expected,
                "{word}"
            );
        }
    }
}
