//! What the made-up texts are made of, language by language: real function words and drafting
//! formulas of a few words each, and letters from which words are made up.

/// The material of one language.
#[derive(Debug)]
pub struct Material {
    /// Its code.
    pub code: &'static str,
    /// What stands between words.
    pub space: &'static str,
    /// After a clause.
    pub comma: &'static str,
    /// After a sentence.
    pub stop: &'static str,
    /// After an item of a list.
    pub semicolon: &'static str,
    /// Quotation marks of the older and of the newer text.
    pub quotes: [(&'static str, &'static str); 2],
    /// Function words, the frequent ones first.
    pub function: &'static str,
    /// Syllables (or characters) of content words.
    pub syllables: &'static str,
    /// Syllables in a word, least and most.
    pub length: (usize, usize),
    /// Endings that one stem may have.
    pub endings: &'static str,
    /// How a paragraph begins; separated by `|`.
    pub openings: &'static str,
    /// How a sentence may end; separated by `|`.
    pub tails: &'static str,
}

/// The material of a language, English for a code that is not known.
pub fn material(code: &str) -> &'static Material {
    ALL.iter().find(|m| m.code == code).unwrap_or(&ALL[0])
}

const ENGLISH_QUOTES: [(&str, &str); 2] = [("\"", "\""), ("“", "”")];
const GUILLEMETS: [(&str, &str); 2] = [("\"", "\""), ("«", "»")];
const CORNERS: [(&str, &str); 2] = [("“", "”"), ("「", "」")];

/// The six languages of the United Nations and Japanese.
pub const ALL: [Material; 7] = [
    Material {
        code: "en",
        space: " ",
        comma: ",",
        stop: ".",
        semicolon: ";",
        quotes: ENGLISH_QUOTES,
        function: "the of and to in for on with by as at from its that their which through all this into within between under other also such more these or an be is are has have been should while towards among upon where those it not both any each further well",
        syllables: "ba be bi bo bran cal cor cre dan del dor dra fal fer fin for gal gen gor hal hes jor kal ken lan len lor mar mel mon nal ner nor par pel por quan ral ren ros sal sen sol tam ter tor tri val ver vol war win zan zel",
        length: (2, 3),
        endings: " s ing ed tion ment al ity",
        openings: "Recalling|Reaffirming|Recognizing|Noting with concern|Welcoming|Bearing in mind|Stressing|Mindful of|Guided by|Calls upon Member States to|Requests the Secretary-General to|Invites the agencies to|Urges all Governments to|Encourages the commissions to|Decides to|Notes with appreciation|Emphasizes the need for|Recommends that States",
        tails: "as appropriate|within existing resources|on a voluntary basis|at all levels|in line with national plans|with a view to leaving nobody behind|in particular in developing countries|and to report thereon at the next session",
    },
    Material {
        code: "fr",
        space: " ",
        comma: ",",
        stop: ".",
        semicolon: " ;",
        quotes: GUILLEMETS,
        function: "de la et les des le à en du que dans pour par sur une un aux qui au avec leur leurs ainsi ses son cette ces entre plus sans tous notamment ou sont est être comme afin dont ce ont a été toutes ne pas",
        syllables: "bal bon cer cha cou dan dé drou é fan fer for gal gen gue jan jou lai lan lé lou mai man mé mon nai né nou par pé plu quan ran ré rou sai sé sou tan té tou trai val vé vou",
        length: (2, 3),
        endings: " s er ée tion ment al ité",
        openings: "Rappelant|Réaffirmant|Constatant avec préoccupation|Se félicitant de|Ayant à l’esprit|Soulignant|Demande aux États Membres de|Prie le Secrétaire général de|Invite les institutions à|Engage tous les gouvernements à|Décide de|Prend note avec satisfaction de|Recommande que les États",
        tails: "selon qu’il conviendra|dans la limite des moyens disponibles|à titre volontaire|à tous les niveaux|en particulier dans les pays en développement|et de lui en rendre compte à sa prochaine session",
    },
    Material {
        code: "es",
        space: " ",
        comma: ",",
        stop: ".",
        semicolon: ";",
        quotes: GUILLEMETS,
        function: "de la y los en las el que a del para por con una un se al su sus como entre más o lo sobre es todos así son ha no este esta sin todas incluso cada otros esos",
        syllables: "bar bro ca cor cua dar del dor fe fun gar go gua he ja jo la len lla llo mar men mi mue na nor ño par po pre qui ra ren rro sal so sue ta ten to tra u va ven vi za zo",
        length: (2, 3),
        endings: " s ar ado ción miento al idad",
        openings: "Recordando|Reafirmando|Observando con preocupación|Acogiendo con beneplácito|Teniendo presente|Destacando|Exhorta a los Estados Miembros a|Solicita al Secretario General que|Invita a los organismos a|Insta a todos los gobiernos a|Decide|Observa con aprecio|Recomienda que los Estados",
        tails: "según proceda|dentro de los recursos existentes|de manera voluntaria|a todos los niveles|en particular en los países en desarrollo|y que la informe al respecto en su próximo período",
    },
    Material {
        code: "ru",
        space: " ",
        comma: ",",
        stop: ".",
        semicolon: ";",
        quotes: GUILLEMETS,
        function: "и в на с по для о к из от что за при их а также том числе между этой всех до которые его не или под как так того эти ее ими более этих тем под над без чтобы",
        syllables: "ба бо ве во га го да де дра жа же за зо ка ко кра ла ле ло лу ма ме мо на не но о па пе по пра ра ре ро са се со ста та те то тра у ха це ча ше",
        length: (3, 4),
        endings: " ов ам ение ость ный ных ать",
        openings: "Ссылаясь на|Подтверждая|Отмечая с беспокойством|Приветствуя|Учитывая|Подчеркивая|Призывает государства-члены|Просит Генерального секретаря|Предлагает учреждениям|Настоятельно призывает все правительства|Постановляет|С удовлетворением отмечает|Рекомендует государствам",
        tails: "при необходимости|в рамках имеющихся ресурсов|на добровольной основе|на всех уровнях|особенно в развивающихся странах|и представить доклад на следующей сессии",
    },
    Material {
        code: "zh",
        space: "",
        comma: "，",
        stop: "。",
        semicolon: "；",
        quotes: CORNERS,
        function: "的 和 在 以 及 与 对 为 其 并 中 等 所 各 将 应 由 从 使 这 个 也 或 以及 包括 其他 有关 通过",
        syllables: "山 川 港 桥 船 灯 路 市 村 林 海 湖 岸 田 谷 泉 石 木 竹 花 鸟 鱼 马 车 轮 帆 塔 城 门 墙 窗 台 亭 楼 园 井 河 沙 云 风 雪 雨 星 月 光 火 铁 铜 金 银 纸 笔 书 画 琴 鼓 钟 衣 布 丝 米 茶 盐 果",
        length: (2, 2),
        endings: " ",
        openings: "回顾|重申|关切地注意到|欢迎|铭记|强调|促请会员国|请秘书长|邀请各机构|敦促各国政府|决定|赞赏地注意到|建议各国",
        tails: "酌情|在现有资源范围内|自愿|在各级|特别是在发展中国家|并向下届会议提出报告",
    },
    Material {
        code: "ar",
        space: " ",
        comma: "،",
        stop: ".",
        semicolon: "؛",
        quotes: GUILLEMETS,
        function: "في من على إلى أن التي عن مع بين جميع هذا هذه ذلك ما لا كما أو كل بما ومن وفي وعلى بعد قبل حول عند غير تلك منها فيها",
        syllables: "با بر بن تا تر جم جن حر حس خط در دا را رس زر سا سل شم شر صن طر عم عل غر فن قر قل كت كم لا لم مد مر نا نس نه ها هر وا وز يا",
        length: (2, 3),
        endings: " ات ة ين ية",
        openings: "إذ تشير إلى|إذ تؤكد من جديد|إذ تلاحظ مع القلق|إذ ترحب|إذ تضع في اعتبارها|إذ تشدد على|تهيب بالدول الأعضاء|تطلب إلى الأمين العام|تدعو الوكالات إلى|تحث جميع الحكومات على|تقرر|تلاحظ مع التقدير|توصي بأن تقوم الدول",
        tails: "حسب الاقتضاء|في حدود الموارد المتاحة|على أساس طوعي|على جميع المستويات|ولا سيما في البلدان النامية|وأن يقدم تقريرا عن ذلك في الدورة المقبلة",
    },
    Material {
        code: "ja",
        space: "",
        comma: "、",
        stop: "。",
        semicolon: "；",
        quotes: CORNERS,
        function: "の を に は が と で も から まで より など として による における について に関する ための とともに 並びに 及び 又は",
        syllables: "山 川 港 橋 船 灯 路 市 村 林 海 湖 岸 田 谷 泉 石 木 竹 花 鳥 魚 馬 車 輪 帆 塔 城 門 壁 窓 台 亭 楼 園 井 河 砂 雲 風 雪 雨 星 月 光 火 鉄 銅 金 銀 紙 筆 書 画 琴 鼓 鐘 衣 布 糸 米 茶 塩 果",
        length: (2, 2),
        endings: "  化 的",
        openings: "想起し、|再確認し、|懸念をもって留意し、|歓迎し、|念頭に置き、|強調し、|加盟国に対し、|事務総長に対し、|諸機関に対し、|すべての政府に対し、|決定し、|評価しつつ留意し、|各国に対し、",
        tails: "必要に応じて|既存の資源の範囲内で|自発的に|あらゆるレベルで|特に開発途上国において|次の会期に報告するよう要請する",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_all_it_needs() {
        for material in &ALL {
            let words = |list: &str| list.split_whitespace().count();
            assert!(words(material.function) >= 20, "{}", material.code);
            assert!(words(material.syllables) >= 40, "{}", material.code);
            assert!(material.openings.split('|').count() >= 12);
            assert!(material.tails.split('|').count() >= 6);
        }
    }
}
