//! Languages by code, and the few facts about them that reading and comparing need.

use serde::{Deserialize, Serialize};

use crate::head;

/// A language by its primary subtag of BCP 47: `en`, `fr`, `ja` …
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Language(String);

/// The writing system that decides how words are cut and which way lines run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Script {
    /// Spaces between words, left to right.
    Spaced,
    /// No spaces between words: Chinese and Japanese.
    Unspaced,
    /// Arabic: right to left.
    Arabic,
}

impl Language {
    /// The six UN languages and Japanese.
    pub const KNOWN: [&'static str; 7] = ["ar", "en", "es", "fr", "ja", "ru", "zh"];

    /// Characters of a text that tell its language: some seven pages.
    pub const SAMPLE: usize = 20_000;

    /// Takes the primary subtag of a BCP 47 tag, lower case: `ja-JP` gives `ja`. The three-letter
    /// codes of ISO 639-2 and 639-3 for the languages in [`Language::KNOWN`] are taken as well.
    pub fn new(tag: &str) -> Self {
        const LONG: [(&str, &str); 11] = [
            ("ara", "ar"),
            ("arb", "ar"),
            ("eng", "en"),
            ("spa", "es"),
            ("fra", "fr"),
            ("fre", "fr"),
            ("jpn", "ja"),
            ("rus", "ru"),
            ("chi", "zh"),
            ("cmn", "zh"),
            ("zho", "zh"),
        ];
        let primary = tag
            .split(['-', '_'])
            .next()
            .unwrap_or(tag)
            .trim()
            .to_ascii_lowercase();
        let short = LONG.iter().find(|(long, _)| *long == primary);
        Language(short.map_or(primary, |(_, short)| (*short).to_owned()))
    }

    /// The code: `en`.
    pub fn code(&self) -> &str {
        &self.0
    }

    /// The writing system.
    pub fn script(&self) -> Script {
        match self.0.as_str() {
            "zh" | "ja" => Script::Unspaced,
            "ar" => Script::Arabic,
            _ => Script::Spaced,
        }
    }

    /// Whether lines run from right to left.
    pub fn is_rtl(&self) -> bool {
        self.script() == Script::Arabic
    }

    /// Recognises the language of a text by script, and among Latin-script languages by function
    /// words. English where nothing tells. Linear in the text, of which the first
    /// [`Language::SAMPLE`] characters are read.
    pub fn detect(text: &str) -> Self {
        let (mut latin, mut cyrillic, mut arabic, mut han, mut kana) =
            (0u32, 0u32, 0u32, 0u32, 0u32);
        let text = head(text, Self::SAMPLE);
        latin += text.bytes().filter(u8::is_ascii_alphabetic).count() as u32;
        for c in text.chars().filter(|c| !c.is_ascii()) {
            match c as u32 {
                0xc0..=0x24f => latin += 1,
                0x400..=0x4ff => cyrillic += 1,
                0x600..=0x6ff | 0x750..=0x77f | 0xfb50..=0xfdff | 0xfe70..=0xfeff => arabic += 1,
                0x3040..=0x30ff => kana += 1,
                0x3400..=0x4dbf | 0x4e00..=0x9fff => han += 1,
                _ => {}
            }
        }
        // A Han character carries about as much text as two or three letters.
        let east = (han + kana) * 2;
        let most = latin.max(cyrillic).max(arabic).max(east);
        let code = if most == 0 {
            "en"
        } else if most == east {
            if kana * 10 > han { "ja" } else { "zh" }
        } else if most == arabic {
            "ar"
        } else if most == cyrillic {
            "ru"
        } else {
            latin_language(text)
        };
        Language(code.into())
    }
}

/// The language of a text in Latin script whose function words are found most often.
fn latin_language(text: &str) -> &'static str {
    const MARKERS: [(&str, [&str; 10]); 3] = [
        (
            "en",
            [
                "the", "of", "and", "to", "in", "that", "for", "with", "which", "is",
            ],
        ),
        (
            "fr",
            [
                "le", "la", "les", "des", "et", "du", "dans", "que", "pour", "une",
            ],
        ),
        (
            "es",
            [
                "el", "la", "los", "las", "y", "del", "en", "que", "para", "una",
            ],
        ),
    ];
    let mut keys: Vec<(u64, usize)> = Vec::with_capacity(30);
    for (language, (_, words)) in MARKERS.iter().enumerate() {
        keys.extend(words.iter().map(|word| {
            let mut key = Key::default();
            word.chars().for_each(|c| key.push(c));
            (key.letters, language)
        }));
    }
    keys.sort_unstable();
    let mut counts = [0u32; MARKERS.len()];
    let mut count = |word: Key| {
        if !(1..=Key::LONGEST).contains(&word.length) {
            return;
        }
        let first = keys.partition_point(|(other, _)| *other < word.letters);
        // A word may be one of several languages.
        for (_, language) in keys[first..]
            .iter()
            .take_while(|(other, _)| *other == word.letters)
        {
            counts[*language] += 1;
        }
    };
    let mut word = Key::default();
    for c in text.chars() {
        if c.is_alphabetic() {
            word.push(c);
        } else {
            count(std::mem::take(&mut word));
        }
    }
    count(word);
    let mut best = 0;
    for k in 1..counts.len() {
        if counts[k] > counts[best] {
            best = k;
        }
    }
    MARKERS[best].0
}

/// A short word in lower case as one number, which is quicker to look up than its letters.
#[derive(Default)]
struct Key {
    letters: u64,
    length: usize,
}

impl Key {
    /// Letters of the longest word that is looked for. Up to 8 have a number of their own.
    const LONGEST: usize = 5;

    fn push(&mut self, c: char) {
        self.letters = self.letters << 8 | u64::from(u32::from(c.to_ascii_lowercase()));
        // The words that are looked for are ASCII; a word with another letter is none of them.
        self.length += if c.is_ascii() { 1 } else { Self::LONGEST + 1 };
    }
}

impl std::fmt::Display for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recognises_the_seven_languages() {
        let samples = [
            (
                "en",
                "The members of the group agree that the work is to go on in the autumn.",
            ),
            (
                "fr",
                "Les membres du groupe conviennent que le travail continue dans une semaine.",
            ),
            (
                "es",
                "Los miembros del grupo acuerdan que el trabajo siga en una semana.",
            ),
            ("ru", "Члены группы согласились продолжить работу осенью."),
            ("zh", "小组成员同意在秋季继续工作。"),
            ("ja", "作業部会のメンバーは秋に作業を続けることに合意した。"),
            ("ar", "اتفق أعضاء الفريق على مواصلة العمل في الخريف."),
        ];
        for (code, text) in samples {
            assert_eq!(Language::detect(text).code(), code, "{text}");
        }
    }

    #[test]
    fn tags_of_any_length_are_one_code() {
        for tag in ["fr", "FR-ca", "fre", "fra", "fr_CH"] {
            assert_eq!(Language::new(tag).code(), "fr", "{tag}");
        }
        assert_eq!(Language::new("sw").code(), "sw");
    }

    #[test]
    fn a_text_without_letters_is_english() {
        assert_eq!(Language::detect("1. 2. 3.").code(), "en");
    }
}
