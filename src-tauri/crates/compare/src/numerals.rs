//! Numbers written as words: a session that was the seventieth and is the eightieth is a change of
//! a number. Articles that are numbers too are left out.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use wsis_document::Language;

/// By language the words that numbers are written with, alone or as parts of a compound. A bar is
/// between two; a hyphen at the end stands for the endings of an adjective.
const NUMERALS: [(&str, &str); 5] = [
    (
        "en",
        "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|hundreds|thousand|thousands|million|millions|billion|billions|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth|hundredth|thousandth",
    ),
    (
        "fr",
        "zéro|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|vingts|trente|quarante|cinquante|soixante|cent|cents|mille|million|millions|milliard|milliards|premier|première|premiers|premières|deuxième|second|seconde|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième|dixième|onzième|douzième|treizième|quatorzième|quinzième|seizième|vingtième|trentième|quarantième|cinquantième|soixantième|centième|unième",
    ),
    (
        "es",
        "cero|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciséis|diecisiete|dieciocho|diecinueve|veinte|veintiuno|veintidós|veintitrés|veinticuatro|veinticinco|veintiséis|veintisiete|veintiocho|veintinueve|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|ciento|mil|millón|millones|primer|primero|primera|segund-|tercer|tercero|tercera|cuart-|quint-|sext-|séptim-|octav-|noven-|décim-|undécim-|duodécim-|vigésim-|trigésim-|cuadragésim-|quincuagésim-|sexagésim-|septuagésim-|octogésim-|nonagésim-|centésim-",
    ),
    (
        "ru",
        "два|две|двух|три|трех|четыре|четырех|пять|пяти|шесть|шести|семь|семи|восемь|восьми|девять|девяти|десять|десяти|двадцать|тридцать|сорок|пятьдесят|шестьдесят|семьдесят|восемьдесят|девяносто|сто|тысяча|тысячи|тысяч|миллион|миллиона|миллионов|миллиард|миллиарда|миллиардов|перв-|втор-|третий|третья|третьей|третьего|четверт-|пятый|пятая|пятой|пятого|шестой|шестая|шестого|седьм-|восьмой|восьмая|восьмого|девят-|десят-|двадцат-|тридцат-|сороков-|пятидесят-|шестидесят-|семидесят-|восьмидесят-|девяност-|сотый|сотая|сотой",
    ),
    (
        "ar",
        "اثنان|اثنين|ثلاثة|ثلاث|أربعة|أربع|خمسة|خمس|ستة|ست|سبعة|سبع|ثمانية|ثماني|تسعة|تسع|عشرة|عشر|عشرون|عشرين|ثلاثون|ثلاثين|أربعون|أربعين|خمسون|خمسين|ستون|ستين|سبعون|سبعين|ثمانون|ثمانين|تسعون|تسعين|مائة|ألف|الأولى|الأول|الثانية|الثاني|الثالثة|الثالث|الرابعة|الرابع|الخامسة|الخامس|السادسة|السادس|السابعة|السابع|الثامنة|الثامن|التاسعة|التاسع|العاشرة|العاشر|العشرون|العشرين|الثلاثون|الثلاثين|الأربعون|الأربعين|الخمسون|الخمسين|الستون|الستين|السبعون|السبعين|الثمانون|الثمانين|التسعون|التسعين",
    ),
];

/// Endings of adjectives, by language.
const ENDINGS: [(&str, &str); 2] = [
    ("es", "o|a|os|as"),
    ("ru", "ый|ой|ая|ое|ые|ого|ому|ым|ом|ую|ых|ыми"),
];

/// The characters of numbers in Chinese and Japanese.
const HAN: &str = "〇零一二三四五六七八九十百千万億亿兆两両";

/// All forms of a language: asked for each word of a text.
static FORMS: LazyLock<FxHashMap<&str, FxHashSet<String>>> = LazyLock::new(|| {
    let endings: FxHashMap<_, _> = ENDINGS.into_iter().collect();
    let expanded = |code: &str, form: &str| -> Vec<String> {
        match (form.strip_suffix('-'), endings.get(code)) {
            (Some(stem), Some(endings)) => endings
                .split('|')
                .map(|ending| format!("{stem}{ending}"))
                .collect(),
            _ => vec![form.to_owned()],
        }
    };
    let languages = NUMERALS.iter();
    languages
        .map(|(code, forms)| {
            let forms = forms.split('|').flat_map(|form| expanded(code, form));
            (*code, forms.collect())
        })
        .collect()
});

/// Whether a folded word is a number, or a compound of nothing but numbers. Linear in the word.
pub(crate) fn is_numeral(folded: &str, language: &Language) -> bool {
    match FORMS.get(language.code()) {
        Some(forms) => folded.split('-').all(|part| forms.contains(part)),
        None => !folded.is_empty() && folded.chars().all(|c| HAN.contains(c)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_in_words_and_other_words_are_none() {
        for (language, numbers, others) in [
            (
                "en",
                "seventieth seventy-ninth two",
                "tense seventy-year none",
            ),
            ("fr", "soixante-dixième vingt-cinq", "une dixit"),
            ("es", "octogésimo segunda", "una ciencia"),
            (
                "ru",
                "восьмидесятая семидесятой",
                "десятилетие первоначальный",
            ),
            ("ar", "الثمانين سبعين", "الدول"),
            ("zh", "八十", "八届"),
            ("ja", "二十", "国連"),
        ] {
            let language = Language::new(language);
            let told = |words: &str| -> Vec<bool> {
                words
                    .split(' ')
                    .map(|word| is_numeral(word, &language))
                    .collect()
            };
            assert!(told(numbers).iter().all(|is| *is), "{numbers}");
            assert!(!told(others).iter().any(|is| *is), "{others}");
        }
    }
}
