//! Made-up phrases in six languages, and sentences from them.

/// What the sentences of one language are made of.
pub struct Phrases {
    /// BCP 47 tag.
    pub language: &'static str,
    /// Country that picks the fonts of the language.
    pub country: &'static str,
    /// Words are parted by spaces.
    pub spaced: bool,
    /// The lines run from right to left.
    pub rtl: bool,
    /// The end of a sentence.
    pub stop: &'static str,
    /// The end of an item that is not the last.
    pub item_stop: &'static str,
    /// The end of an opening paragraph.
    pub comma: &'static str,
    /// The end of a paragraph that introduces items.
    pub colon: &'static str,
    pub subjects: [&'static str; 8],
    pub verbs: [&'static str; 8],
    pub objects: [&'static str; 8],
    pub tails: [&'static str; 8],
    /// First words of opening paragraphs.
    pub leads: [&'static str; 4],
    pub headings: [&'static str; 8],
    /// Organ, printed name of the body, session, agenda line, clause before the title.
    pub masthead: [&'static str; 5],
    /// Date in the masthead.
    pub date: &'static str,
    /// The organ as the first line of the text.
    pub organ: &'static str,
    pub title: &'static str,
    /// `1.` of a numbered paragraph.
    pub number_mark: &'static str,
    /// Labels of items.
    pub items: [&'static str; 3],
    /// A note at the foot.
    pub note: &'static str,
}

/// Every language of the bars.
pub const ALL: [Phrases; 6] = [ENGLISH, FRENCH, RUSSIAN, CHINESE, JAPANESE, ARABIC];

/// The same numbers from the same seed: the texts of two runs must be equal.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(2).wrapping_add(1))
    }

    /// A number below `limit`.
    pub fn roll(&mut self, limit: usize) -> usize {
        // Knuth's MMIX; the upper bits are the good ones.
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

impl Phrases {
    fn space(&self) -> &'static str {
        if self.spaced { " " } else { "" }
    }

    /// A clause without the mark at its end, beginning as a sentence does.
    pub fn clause(&self, dice: &mut Dice) -> String {
        let subject = self.subjects[dice.roll(8)];
        format!("{subject}{}{}", self.space(), self.predicate(dice))
    }

    /// What a subject does, to go on with after other words.
    pub fn predicate(&self, dice: &mut Dice) -> String {
        let (verb, object) = (self.verbs[dice.roll(8)], self.objects[dice.roll(8)]);
        let tail = self.tails[dice.roll(8)];
        let gap = self.space();
        match (self.language, tail) {
            (_, "") => format!("{verb}{gap}{object}"),
            // The verb closes a Japanese sentence.
            ("ja", tail) => format!("{tail}{object}{verb}"),
            (_, tail) => format!("{verb}{gap}{object}{gap}{tail}"),
        }
    }

    /// Sentences, `count` of them.
    pub fn sentences(&self, dice: &mut Dice, count: usize) -> String {
        let sentences: Vec<String> = (0..count)
            .map(|_| format!("{}{}", self.clause(dice), self.stop))
            .collect();
        sentences.join(self.space())
    }
}

const ENGLISH: Phrases = Phrases {
    language: "en",
    country: "US",
    spaced: true,
    rtl: false,
    stop: ".",
    item_stop: ";",
    comma: ",",
    colon: ":",
    subjects: [
        "The harbour towns of the northern lakes",
        "Every ferry company with more than twelve boats",
        "The well-known keepers of the lighthouse network",
        "Bridge-builders, ropemakers and river pilots",
        "The 2021–2025 programme for quiet water",
        "Fishing villages (both old and new)",
        "The Lake Forum’s working party on timber",
        "Most of the thirty-one small islands",
    ],
    verbs: [
        "have repaired",
        "will look after",
        "describe once more",
        "measure and publish",
        "could at last afford",
        "keep a careful record of",
        "have asked the builders for",
        "are proud of",
    ],
    objects: [
        "the wooden piers on the eastern shore",
        "a long-term plan for clear water",
        "the “open boat” timetable",
        "new nets, sails and oars",
        "the state-of-the-art fog horn at Lund",
        "seven hundred metres of rope",
        "the oldest ferry, the Heron,",
        "a small library of tide tables",
    ],
    tails: [
        "",
        "by 16\u{a0}December of every second year",
        "at a cost of 4.5 million crowns",
        "without asking for a co\u{2011}ordinated loan",
        "so that travellers can cross in safety",
        "in every season, and above all in winter",
        "with the help of AQUA-21 and of schoolchildren",
        "where the ice allows it",
    ],
    leads: ["Noting also", "Having seen", "Bearing in mind", "Welcoming"],
    headings: [
        "Boats and their keepers",
        "Rope, timber and canvas",
        "Work of the pilots in winter",
        "What the islands ask for",
        "Money and time",
        "Teaching the young to row",
        "Lights along the shore and the quiet keeping of them through the months without a moon",
        "Next steps",
    ],
    masthead: [
        "United Lakes",
        "Lake Assembly",
        "Eightieth session",
        "Agenda item 15",
        "Resolution adopted by the Lake Assembly on 17 December 2025",
    ],
    date: "18 December 2025",
    organ: "The Lake Assembly",
    title: "Care of the ferries, piers and lights of the northern lakes",
    number_mark: ".",
    items: ["(a)", "(b)", "(c)"],
    note: "Records of the Lake Forum, third winter meeting, part two.",
};

const FRENCH: Phrases = Phrases {
    language: "fr",
    country: "FR",
    spaced: true,
    rtl: false,
    stop: ".",
    item_stop: "\u{a0};",
    comma: ",",
    colon: "\u{a0}:",
    subjects: [
        "Les villes portuaires des lacs du Nord",
        "Chaque compagnie de bacs de plus de douze bateaux",
        "L’Association des gardiens de phare",
        "Les charpentiers, cordiers et pilotes",
        "Le programme 2021-2025 pour l’eau calme",
        "Les villages de pêcheurs (anciens et nouveaux)",
        "Le sous-groupe du Forum chargé du bois",
        "La plupart des trente et une petites îles",
    ],
    verbs: [
        "ont réparé",
        "prendront soin d’entretenir",
        "décrivent à nouveau",
        "mesurent et publient",
        "pourraient enfin s’offrir",
        "tiennent un registre où figurent",
        "ont demandé aux artisans",
        "sont fiers de montrer",
    ],
    objects: [
        "les jetées de bois de la rive orientale",
        "un plan à long terme pour l’eau claire",
        "l’horaire dit « du bateau ouvert »",
        "des filets, des voiles et des rames",
        "la corne de brume d’avant-garde de Lund",
        "sept cents mètres de corde",
        "le plus vieux bac, le Héron",
        "une petite bibliothèque de tables des marées",
    ],
    tails: [
        "",
        "avant le 16\u{a0}décembre, tous les deux ans",
        "pour un coût de 4,5\u{a0}millions de couronnes",
        "sans demander d’emprunt",
        "afin que les voyageurs traversent sans crainte",
        "en toute saison et surtout l’hiver",
        "avec l’aide d’AQUA-21 et des écoliers",
        "là où la glace le permet",
    ],
    leads: [
        "Notant que",
        "Ayant vu que",
        "Gardant à l’esprit que",
        "Sachant que",
    ],
    headings: [
        "Les bateaux et leurs gardiens",
        "La corde, le bois et la toile",
        "Le travail des pilotes en hiver",
        "Ce que demandent les îles",
        "L’argent et le temps",
        "Apprendre à ramer aux plus jeunes",
        "Les feux de la rive et leur paisible entretien pendant les mois où la lune ne se montre pas",
        "La suite des travaux",
    ],
    masthead: [
        "Lacs Unis",
        "Assemblée des lacs",
        "Quatre-vingtième session",
        "Point 15 de l’ordre du jour",
        "Résolution adoptée par l’Assemblée des lacs le 17 décembre 2025",
    ],
    date: "18 décembre 2025",
    organ: "L’Assemblée des lacs",
    title: "Entretien des bacs, des jetées et des feux des lacs du Nord",
    number_mark: ".",
    items: ["(a)", "(b)", "(c)"],
    note: "Actes du Forum des lacs, troisième réunion d’hiver, deuxième partie.",
};

const RUSSIAN: Phrases = Phrases {
    language: "ru",
    country: "RU",
    spaced: true,
    rtl: false,
    stop: ".",
    item_stop: ";",
    comma: ",",
    colon: ":",
    subjects: [
        "Портовые города северных озёр",
        "Каждая паромная компания с дюжиной лодок",
        "Смотрители маяков и северо-западных причалов",
        "Плотники, канатчики и речные лоцманы",
        "Программа «Тихая вода» на 2021–2025 годы",
        "Рыбацкие деревни (старые и новые)",
        "Рабочая группа озёрного форума по лесу",
        "Большинство из тридцати одного острова",
    ],
    verbs: [
        "починили",
        "будут беречь",
        "описывают ещё раз",
        "измеряют и показывают",
        "смогли наконец купить",
        "ведут учёт и хранят",
        "просят мастеров сделать",
        "гордятся тем, что имеют",
    ],
    objects: [
        "деревянные причалы восточного берега",
        "долгосрочный план чистой воды",
        "расписание «открытой лодки»",
        "новые сети, паруса и вёсла",
        "ультрасовременный туманный горн в Лунде",
        "семьсот метров каната",
        "старейший паром «Цапля»",
        "небольшую библиотеку таблиц приливов",
    ],
    tails: [
        "",
        "к 16\u{a0}декабря каждого второго года",
        "за 4,5\u{a0}млн крон",
        "без какого-либо займа",
        "чтобы путники переправлялись спокойно",
        "в любое время года, особенно зимой",
        "с помощью АКВА-21 и школьников",
        "там, где позволяет лёд",
    ],
    leads: ["Отмечая, что", "Увидев, что", "Учитывая, что", "Зная, что"],
    headings: [
        "Лодки и их хранители",
        "Канат, лес и парусина",
        "Работа лоцманов зимой",
        "О чём просят острова",
        "Деньги и время",
        "Как учить детей грести",
        "Огни вдоль берега и спокойный уход за ними в те месяцы, когда луны совсем не видно",
        "Дальнейшие шаги",
    ],
    masthead: [
        "Объединённые Озёра",
        "Ассамблея озёр",
        "Восьмидесятая сессия",
        "Пункт 15 повестки дня",
        "Резолюция, принятая Ассамблеей озёр 17 декабря 2025 года",
    ],
    date: "18 декабря 2025",
    organ: "Ассамблея озёр",
    title: "Уход за паромами, причалами и огнями северных озёр",
    number_mark: ".",
    items: ["(a)", "(b)", "(c)"],
    note: "Записи озёрного форума, третья зимняя встреча, часть вторая.",
};

const CHINESE: Phrases = Phrases {
    language: "zh",
    country: "CN",
    spaced: false,
    rtl: false,
    stop: "。",
    item_stop: "；",
    comma: "，",
    colon: "：",
    subjects: [
        "北方湖泊的港口城镇",
        "拥有十二艘船以上的渡轮公司",
        "灯塔管理员和他们的家人",
        "造桥工人、制绳工人和引水员",
        "2021-2025年静水方案",
        "新老渔村（共三十一个）",
        "湖泊论坛的木材工作组",
        "大多数偏远小岛的居民",
    ],
    verbs: [
        "已经修好了",
        "将继续照看",
        "再次描述了",
        "测量并公布",
        "终于买得起",
        "认真记录着",
        "请工匠制作",
        "十分珍惜",
    ],
    objects: [
        "东岸的木制码头",
        "清水长期计划",
        "“敞篷船”时刻表",
        "新的渔网、船帆和桨",
        "隆德最先进的雾号",
        "七百米长的绳索",
        "最古老的渡船“苍鹭”号",
        "一小批潮汐表",
    ],
    tails: [
        "",
        "，每两年一次，在12月16日之前完成",
        "，费用为450万克朗",
        "，而不要求贷款",
        "，让旅客能够安全过湖",
        "，四季如此，冬天尤其如此",
        "，并得到AQUA-21和学童的帮助",
        "，只要冰层允许",
    ],
    leads: ["注意到", "看到", "铭记", "欢迎"],
    headings: [
        "船只和管理人员",
        "绳索、木材和帆布",
        "引水员的冬季工作",
        "各岛的请求",
        "资金和时间",
        "教孩子们划船",
        "沿岸灯火以及在看不见月亮的几个月里对这些灯火的安静照料和每一夜的守望记录",
        "今后的步骤",
    ],
    masthead: [
        "联合湖泊",
        "湖泊大会",
        "第八十届会议",
        "议程项目15",
        "2025年12月17日湖泊大会决议",
    ],
    date: "2025年12月18日",
    organ: "湖泊大会",
    title: "照管北方湖泊的渡轮、码头和灯火",
    number_mark: ".",
    items: ["(a)", "(b)", "(c)"],
    note: "湖泊论坛记录，第三次冬季会议，第二部分。",
};

const JAPANESE: Phrases = Phrases {
    language: "ja",
    country: "JP",
    spaced: false,
    rtl: false,
    stop: "。",
    item_stop: "；",
    comma: "、",
    colon: "：",
    subjects: [
        "北の湖の港町は、",
        "十二隻を超える船を持つ会社は、",
        "灯台の番人とその家族は、",
        "橋大工や縄職人、水先人は、",
        "2021年から2025年までの静水計画は、",
        "漁村（新旧あわせて三十一か所）は、",
        "湖フォーラムの木材ワーキンググループは、",
        "小さな島々の人々の多くは、",
    ],
    verbs: [
        "を修理した",
        "を大切に守っていく",
        "をもう一度書き記す",
        "を測って公表する",
        "をようやく手に入れた",
        "をていねいに記録している",
        "を職人に注文した",
        "を誇りに思っている",
    ],
    objects: [
        "東岸の木の桟橋",
        "きれいな水のための長期計画",
        "「オープンボート」の時刻表",
        "新しい網と帆とオール",
        "ルンドにある最新のフォグホーン",
        "七百メートルの縄",
        "もっとも古い渡し船「サギ」",
        "潮見表の小さな図書室",
    ],
    tails: [
        "",
        "二年ごとに12月16日までに",
        "450万クローネの費用で",
        "借り入れをせずに",
        "旅人が安心して渡れるように、",
        "どの季節にも、とりわけ冬に",
        "AQUA-21と子どもたちの助けを借りて",
        "氷が許すかぎり、",
    ],
    leads: [
        "次のことに留意し、",
        "これを見て、",
        "念頭に置き、",
        "歓迎し、",
    ],
    headings: [
        "船と番人",
        "縄、木材および帆布",
        "冬の水先人の仕事",
        "島々の願い",
        "資金と時間",
        "子どもたちに漕ぎ方を教える",
        "岸辺の灯火と、月の見えない数か月のあいだにそれを静かに守りつづけることについての覚え",
        "これからの歩み",
    ],
    masthead: [
        "湖連合",
        "湖総会",
        "第八十会期",
        "議題15",
        "2025年12月17日に湖総会が採択した決議",
    ],
    date: "2025年12月18日",
    organ: "湖総会は",
    title: "北の湖の渡し船、桟橋および灯火の手入れ",
    number_mark: ".",
    items: ["(a)", "(b)", "(c)"],
    note: "湖フォーラムの記録、第三回冬の会合、第二部。",
};

const ARABIC: Phrases = Phrases {
    language: "ar",
    country: "EG",
    spaced: true,
    rtl: true,
    stop: ".",
    item_stop: "؛",
    comma: "،",
    colon: ":",
    subjects: [
        "مدن الموانئ في البحيرات الشمالية",
        "كل شركة عبّارات لديها أكثر من 12 قاربا",
        "حراس المنارات وعائلاتهم",
        "بناة الجسور وصانعو الحبال والمرشدون",
        "برنامج المياه الهادئة للفترة 2021-2025",
        "قرى الصيد (القديمة منها والجديدة)",
        "الفريق العامل المعني بالأخشاب",
        "معظم سكان الجزر الصغيرة",
    ],
    verbs: [
        "أصلحت",
        "سوف تعتني بصيانة",
        "تصف مرة أخرى",
        "تقيس وتنشر",
        "تستطيع أخيرا شراء",
        "تحتفظ بسجل دقيق عن",
        "طلبت من الحرفيين",
        "تفخر بوجود",
    ],
    objects: [
        "الأرصفة الخشبية على الشاطئ الشرقي",
        "خطة طويلة الأجل للمياه الصافية",
        "جدول ”القارب المفتوح“",
        "شباك وأشرعة ومجاديف جديدة",
        "بوق الضباب الحديث في لوند",
        "سبعمائة متر من الحبال",
        "أقدم عبّارة وهي البلشون",
        "مكتبة صغيرة لجداول المد والجزر",
    ],
    tails: [
        "",
        "قبل 16 كانون الأول من كل سنتين",
        "بتكلفة قدرها 4.5 ملايين كرونة",
        "من دون طلب أي قرض",
        "لكي يعبر المسافرون بأمان",
        "في كل فصل ولا سيما في الشتاء",
        "بمساعدة برنامج AQUA-21 والتلاميذ",
        "حيث يسمح الجليد بذلك",
    ],
    leads: [
        "وإذ تلاحظ أن",
        "وقد رأت أن",
        "وإذ تضع في اعتبارها أن",
        "وإذ ترحب بأن",
    ],
    headings: [
        "القوارب وحراسها",
        "الحبال والأخشاب والأشرعة",
        "عمل المرشدين في الشتاء",
        "ما تطلبه الجزر",
        "المال والوقت",
        "تعليم الصغار التجديف",
        "الأضواء على طول الشاطئ والعناية الهادئة بها في الشهور التي لا يظهر فيها القمر لأحد",
        "الخطوات المقبلة",
    ],
    masthead: [
        "البحيرات المتحدة",
        "جمعية البحيرات",
        "الدورة الثمانون",
        "البند 15 من جدول الأعمال",
        "قرار اتخذته جمعية البحيرات في 17 كانون الأول/ديسمبر 2025",
    ],
    date: "18 ديسمبر 2025",
    organ: "إن جمعية البحيرات",
    title: "العناية بعبّارات البحيرات الشمالية وأرصفتها وأضوائها",
    number_mark: "-",
    items: ["(أ)", "(ب)", "(ج)"],
    note: "سجلات منتدى البحيرات، الاجتماع الشتوي الثالث، الجزء الثاني.",
};
