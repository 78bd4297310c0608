//! Verbs that say how strongly somebody commits: a table that the user may edit, with a default
//! for the six UN languages and Japanese.

use serde::{Deserialize, Serialize};
use wsis_document::Language;

use crate::forms::Forms;
use crate::interner::Interner;

/// Which verbs say how strongly somebody commits. The order is a reading of United Nations usage,
/// not a rule of law, and therefore the user's to change.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CommitmentTable {
    /// One list for each language, in the order in which they are shown.
    pub languages: Vec<CommitmentVerbs>,
}

/// The verbs of one language.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CommitmentVerbs {
    /// Language code as in [`Language::code`].
    pub language: String,
    /// Verbs that are equally strong, the strongest first.
    pub steps: Vec<CommitmentStep>,
}

/// Verbs that are equally strong.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CommitmentStep {
    /// Forms as they stand in a text, of one or more words, in any case: `calls upon`.
    pub forms: Vec<String>,
}

impl Default for CommitmentTable {
    fn default() -> Self {
        let languages = DEFAULT
            .iter()
            .map(|(language, steps)| CommitmentVerbs {
                language: (*language).into(),
                steps: steps
                    .iter()
                    .map(|forms| CommitmentStep {
                        forms: forms.split('|').map(Into::into).collect(),
                    })
                    .collect(),
            })
            .collect();
        CommitmentTable { languages }
    }
}

impl CommitmentTable {
    /// The verbs of a language, made ready for looking up in texts of the interner's words.
    pub(crate) fn of(&self, language: &Language, interner: &Interner) -> Forms {
        let steps = self
            .languages
            .iter()
            .find(|verbs| verbs.language == language.code())
            .map_or(&[][..], |verbs| &verbs.steps);
        let forms = steps.iter().flat_map(|s| &s.forms).map(String::as_str);
        Forms::new(forms, interner)
    }
}

/// By language, the strongest first; forms of equal strength are parted by a bar.
const DEFAULT: [(&str, &[&str]); 7] = [
    (
        "en",
        &[
            "decide|decides|resolve|resolves|shall|must|commit|commits|pledge|pledges|undertake|undertakes|demand|demands",
            "request|requests|require|requires|will|agree|agrees|endorse|endorses|ensure|ensures",
            "call upon|calls upon|call on|calls on|call for|calls for|appeal|appeals|calls|call",
            "urge|urges|should|ought|recommend|recommends",
            "encourage|encourages|would|intend|intends|strive|strives|endeavour|endeavours|seek|seeks|aim|aims|support|supports",
            "invite|invites|may|can|could|might",
            "stress|stresses|emphasize|emphasizes|underline|underlines|underscore|underscores|reaffirm|reaffirms|affirm|affirms|reiterate|reiterates",
            "note|notes|take note of|takes note of|recognize|recognizes|acknowledge|acknowledges|welcome|welcomes|express|expresses",
        ],
    ),
    (
        "fr",
        &[
            "décide|décidons|devra|devront|doit|doivent|engage|engageons|exige|exigeons",
            "prie|prions|demande|demandons|convient|convenons|approuve|approuvons",
            "appelle|appelons|fait appel|faisons appel",
            "engage instamment|demande instamment|devrait|devraient|recommande|recommandons|exhorte|exhortons",
            "encourage|encourageons|soutient|soutenons|entend|entendons",
            "invite|invitons|peut|peuvent|pourrait|pourraient",
            "souligne|soulignons|insiste|insistons|réaffirme|réaffirmons|affirme|affirmons|réitère|réitérons",
            "note|notons|prend note|prenons note|constate|constatons|reconnaît|reconnaissons|estime|salue|saluons",
        ],
    ),
    (
        "es",
        &[
            "decide|decidimos|resuelve|deberá|deberán|debe|deben|comprometemos|exige|exigimos",
            "solicita|solicitamos|pide|pedimos|hace suya|acuerda|acordamos",
            "exhorta|exhortamos|hace un llamamiento",
            "insta|instamos|debería|deberían|recomienda|recomendamos",
            "alienta|alentamos|apoya|apoyamos",
            "invita|invitamos|puede|pueden|podrá|podrán|podría|podrían",
            "destaca|destacamos|subraya|subrayamos|reafirma|reafirmamos|afirma|afirmamos|reitera|reiteramos|recalca|recalcamos",
            "observa|observamos|toma nota|tomamos nota|reconoce|reconocemos|acoge|acogemos",
        ],
    ),
    (
        "ru",
        &[
            "постановляет|постановляем|должен|должна|должно|должны|обязуется|обязуемся|требует|требуем",
            "просит|просим|соглашаемся|одобряет|одобряем",
            "призывает|призываем",
            "настоятельно призывает|настоятельно призываем|следует|рекомендует|рекомендуем",
            "рекомендуется|поощряет|поощряем|побуждает|поддерживает|поддерживаем",
            "предлагает|предлагаем|может|могут",
            "подчеркивает|подчеркиваем|подтверждает|подтверждаем|вновь подтверждает|вновь подтверждаем|заявляем",
            "отмечает|отмечаем|принимает к сведению|признает|признаем|приветствует|приветствуем",
        ],
    ),
    (
        "ar",
        &[
            "تقرر|نقرر|يجب|نلتزم|تتعهد|نتعهد",
            "تطلب|نطلب|تؤيد|نؤيد",
            "تهيب|نهيب|تناشد|نناشد",
            "تحث|نحث|ينبغي|توصي|نوصي",
            "تشجع|نشجع|تدعم|ندعم",
            "تدعو|ندعو|يجوز|يمكن",
            "تؤكد|نؤكد|تشدد|نشدد|تعيد تأكيد|نعيد تأكيد",
            "تلاحظ|نلاحظ|تعترف|نعترف|تسلم|نسلم|ترحب|نرحب",
        ],
    ),
    (
        "zh",
        &[
            "决定|必须|须|承诺|要求",
            "请|应|赞同|同意",
            "呼吁|吁请|促请",
            "敦促|应当|建议",
            "鼓励|支持|力求",
            "邀请|可|可以",
            "强调|重申|申明|确认",
            "注意到|承认|欢迎|认识到",
        ],
    ),
    (
        "ja",
        &[
            "決定する|決定|約束する|約束|しなければならない",
            "要請する|要請|要求する|要求|ものとする",
            "求める|呼びかける",
            "強く求める|促す|べき|べきである|勧告する|勧告",
            "奨励する|奨励|支持する|支持|努める",
            "招請する|招請|できる|勧める",
            "強調する|強調|再確認する|再確認|確認する|確認|表明する|表明",
            "留意する|留意|認識する|認識|認める|歓迎する|歓迎",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use wsis_document::WordKind;

    use super::*;

    fn covered_by(table: &CommitmentTable, text: &str, language: &str) -> Vec<bool> {
        let language = Language::new(language);
        let mut interner = Interner::default();
        let words: Vec<u32> = text
            .split(' ')
            .map(|word| interner.key(word, 0..word.len(), WordKind::Word, &language))
            .collect();
        table.of(&language, &interner).covered(&words)
    }

    fn covered(text: &str, language: &str) -> Vec<bool> {
        covered_by(&CommitmentTable::default(), text, language)
    }

    #[test]
    fn verbs_of_several_words_are_covered_whole() {
        assert_eq!(
            covered("Calls upon ferries and should", "en"),
            [true, true, false, false, true]
        );
        assert_eq!(covered("настоятельно призывает", "ru"), [true, true]);
        assert_eq!(covered("upon", "en"), [false]);
    }

    #[test]
    fn every_form_can_be_looked_up() {
        for verbs in CommitmentTable::default().languages {
            for form in verbs.steps.iter().flat_map(|s| &s.forms) {
                let all = covered(form, &verbs.language);
                assert!(all.iter().all(|c| *c), "{form}");
            }
        }
    }

    #[test]
    fn the_users_table_is_what_counts() {
        let table = CommitmentTable {
            languages: vec![CommitmentVerbs {
                language: "en".into(),
                steps: vec![CommitmentStep {
                    forms: vec!["Gives".into()],
                }],
            }],
        };
        assert_eq!(covered_by(&table, "gives shall", "en"), [true, false]);
    }
}
