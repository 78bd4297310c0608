//! Light stemming of Arabic, for keys that are only compared: what is written together with a word
//! (`and`, the article, a preposition before it, a pronoun after it) does not make it another word.
//!
//! These are the rules of light10 (Larkey, Ballesteros and Connell, "Light Stemming for Arabic
//! Information Retrieval", 2007). They look at letters only: what looks like an affix and is part
//! of the word goes too, in both texts alike.

/// What precedes a word, the longer ones first.
const ARTICLES: [&str; 6] = ["وال", "بال", "كال", "فال", "ال", "لل"];
/// What follows it, in the order in which it is taken off: each once.
const SUFFIXES: [&str; 10] = ["ها", "ان", "ات", "ون", "ين", "يه", "ية", "ه", "ة", "ي"];
/// Letters that must stay without an affix, and without a bare `and`.
const STAY: usize = 2;
const STAY_WITHOUT_AND: usize = 3;

/// The light stem of a folded word (see [`wsis_document::fold`]). Linear.
pub(crate) fn light_stem(folded: &str) -> String {
    let plain: String = folded.chars().map(bare).collect();
    let mut stem = plain.as_str();
    let leaves = |rest: &&str, letters| rest.chars().count() >= letters;
    if let Some(rest) = stem
        .strip_prefix('و')
        .filter(|r| leaves(r, STAY_WITHOUT_AND))
    {
        stem = rest;
    }
    let mut articles = ARTICLES.iter().filter_map(|a| stem.strip_prefix(a));
    if let Some(rest) = articles.find(|rest| leaves(rest, STAY)) {
        stem = rest;
    }
    for suffix in SUFFIXES {
        if let Some(rest) = stem.strip_suffix(suffix).filter(|r| leaves(r, STAY)) {
            stem = rest;
        }
    }
    stem.to_owned()
}

/// A letter without what writers leave out or take for another: the hamza on an alif, and the dots
/// of a last yeh.
fn bare(letter: char) -> char {
    match letter {
        'أ' | 'إ' | 'آ' => 'ا',
        'ى' => 'ي',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use wsis_document::Silent;

    use super::*;
    use crate::invariants::document;
    use crate::{LinkKind, Op, Settings, compare};

    #[test]
    fn what_is_written_together_with_a_word_is_taken_off() {
        for (stem, forms) in [
            (
                "حكوم",
                &["حكومة", "الحكومة", "والحكومات", "بالحكومة", "للحكومة"][..],
            ),
            ("مدين", &["المدينة", "ومدينة", "بالمدينة"]),
            ("كتاب", &["كتابه", "وكتابها", "كالكتاب", "فالكتاب"]),
            // Too short to lose anything.
            ("ولد", &["ولد"]),
            ("من", &["من"]),
        ] {
            for form in forms {
                assert_eq!(light_stem(form), stem, "{form}");
            }
        }
        assert_eq!(light_stem("إدارة"), light_stem("الادارة"));
    }

    #[test]
    fn clitics_tie_paragraphs_and_are_shown_as_changed() {
        let old = "الحكومة المدرسة القانون البرنامج الجزيرة المحطة الحديقة المكتبة";
        let new = "وحكومة بالمدرسة للقانون فالبرنامج وجزيرة بالمحطة كالحديقة ومكتبة";
        let others = "السفينة ترسو قرب الرصيف القديم كل صباح قبل الشروق";
        let text = |paragraphs: &[&str]| {
            let paragraphs = paragraphs.iter().map(|p| (*p).to_owned()).collect();
            document("ar", &[("", paragraphs)])
        };
        let (left, right) = (text(&[others, old]), text(&[new, others]));
        let result = compare(&left, &right, &Settings::default(), &[], &Silent);
        let linked = result
            .links
            .iter()
            .find(|l| l.right.iter().any(|p| p.0 == 0));
        let linked = linked.unwrap();
        assert_eq!(linked.left.first().map(|p| p.0), Some(1), "{linked:?}");
        assert!(!matches!(linked.kind, LinkKind::Same | LinkKind::Moved));
        // No word is printed as it was, so none is shown as kept.
        let segments = result.differences.iter().flat_map(|d| &d.segments);
        let kept = segments.filter(|s| s.op == Op::Equal);
        assert!(kept.map(|s| s.left.len()).sum::<usize>() < 8);
        assert!(linked.evidence.shared.is_empty());
    }

    proptest! {
        #[test]
        fn a_stem_is_a_part_of_its_word(word in "[وبالكفهتينرسمةى]{0,12}") {
            let stem = light_stem(&word);
            let plain: String = word.chars().map(bare).collect();
            prop_assert!(plain.contains(&stem));
            prop_assert!(stem.chars().count() >= word.chars().count().min(STAY));
        }
    }
}
