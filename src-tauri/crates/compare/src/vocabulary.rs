//! Who acts and what is cited in United Nations texts, by language: data for the classes of
//! changes. Forms are parted by a bar; longer ones win over the words they are made of.

use wsis_document::Language;

/// States, groups of them, organs, officers and everybody else who is called upon to act.
const ACTORS: [(&str, &str); 7] = [
    (
        "en",
        "states|member states|governments|government|countries|country|developed countries|developing countries|least developed countries|landlocked developing countries|small island developing states|parties|general assembly|assembly|security council|economic and social council|council|secretary-general|secretariat|united nations|united nations system|united nations entities|specialized agencies|agencies|commission|commission on science and technology for development|international telecommunication union|united nations educational scientific and cultural organization|united nations development programme|regional commissions|internet governance forum|forum|stakeholders|all stakeholders|relevant stakeholders|private sector|civil society|academia|academic community|technical community|technical and academic communities|communities|international organizations|intergovernmental organizations|regional organizations|non-governmental organizations|organizations|international financial institutions|financial institutions|donors|development partners|partners|businesses|business|companies|media|journalists|parliaments|local authorities|women|girls|women and girls|youth|young people|children|older persons|persons with disabilities|indigenous peoples|local communities|migrants|refugees|people in vulnerable situations|european union|african union|group of 77 and china",
    ),
    (
        "fr",
        "états|états membres|gouvernements|gouvernement|pays|pays développés|pays en développement|pays les moins avancés|petits états insulaires en développement|parties|assemblée générale|conseil de sécurité|conseil économique et social|secrétaire général|secrétariat|organisation des nations unies|nations unies|système des nations unies|institutions spécialisées|commission|commissions régionales|parties prenantes|secteur privé|société civile|milieux universitaires|milieux techniques|organisations internationales|organisations intergouvernementales|organisations régionales|organisations non gouvernementales|institutions financières internationales|donateurs|partenaires|entreprises|médias|femmes|filles|jeunes|enfants|personnes âgées|personnes handicapées|peuples autochtones|migrants|réfugiés|union européenne",
    ),
    (
        "es",
        "estados|estados miembros|gobiernos|gobierno|países|países desarrollados|países en desarrollo|países menos adelantados|pequeños estados insulares en desarrollo|partes|asamblea general|consejo de seguridad|consejo económico y social|secretario general|secretaría|naciones unidas|sistema de las naciones unidas|organismos especializados|comisión|comisiones regionales|partes interesadas|sector privado|sociedad civil|mundo académico|comunidad técnica|comunidad académica|organizaciones internacionales|organizaciones intergubernamentales|organizaciones regionales|organizaciones no gubernamentales|instituciones financieras internacionales|donantes|asociados|empresas|medios de comunicación|mujeres|niñas|jóvenes|niños|personas de edad|personas con discapacidad|pueblos indígenas|migrantes|refugiados|unión europea",
    ),
    (
        "ru",
        "государства|государства-члены|государств-членов|правительства|правительств|страны|стран|развитые страны|развивающиеся страны|развивающихся стран|наименее развитые страны|стороны|генеральная ассамблея|генеральной ассамблеи|совет безопасности|экономический и социальный совет|генеральный секретарь|генерального секретаря|секретариат|организация объединенных наций|система организации объединенных наций|специализированные учреждения|комиссия|региональные комиссии|заинтересованные стороны|заинтересованных сторон|частный сектор|частного сектора|гражданское общество|гражданского общества|научные круги|техническое сообщество|международные организации|международных организаций|неправительственные организации|доноры|партнеры|предприятия|женщины|девочки|молодежь|дети|пожилые люди|инвалиды|коренные народы|мигранты|беженцы|европейский союз",
    ),
    (
        "ar",
        "الدول|الدول الأعضاء|الحكومات|البلدان|البلدان المتقدمة|البلدان النامية|أقل البلدان نموا|الأطراف|الجمعية العامة|مجلس الأمن|المجلس الاقتصادي والاجتماعي|الأمين العام|الأمانة العامة|الأمم المتحدة|منظومة الأمم المتحدة|الوكالات المتخصصة|اللجنة|اللجان الإقليمية|أصحاب المصلحة|القطاع الخاص|المجتمع المدني|الأوساط الأكاديمية|الأوساط التقنية|المنظمات الدولية|المنظمات الحكومية الدولية|المنظمات غير الحكومية|الجهات المانحة|الشركاء|الشركات|النساء|الفتيات|الشباب|الأطفال|كبار السن|الأشخاص ذوي الإعاقة|الشعوب الأصلية|المهاجرين|اللاجئين|الاتحاد الأوروبي",
    ),
    (
        "zh",
        "国家|各国|会员国|成员国|政府|各国政府|发达国家|发展中国家|最不发达国家|缔约方|大会|安全理事会|经济及社会理事会|秘书长|秘书处|联合国|联合国系统|专门机构|委员会|区域委员会|利益攸关方|利益 攸关 方|私营部门|私营 部门|民间社会|民间 社会|学术界|技术界|国际组织|国际 组织|政府间组织|非政府组织|捐助方|伙伴|企业|媒体|妇女|女童|青年|儿童|老年人|残疾人|土著人民|移民|难民|欧洲联盟",
    ),
    (
        "ja",
        "国|国家|各国|加盟国|政府|各国政府|先進国|開発途上国|途上国|後発開発途上国|締約国|総会|国連総会|安全保障理事会|経済社会理事会|事務総長|事務局|国連|国際連合|専門機関|委員会|地域委員会|ステークホルダー|関係者|民間|民間部門|民間企業|市民社会|市民 社会|学術界|学界|技術コミュニティ|国際機関|国際 機関|政府間機関|非政府組織|ドナー|パートナー|企業|メディア|女性|女児|若者|青年|子ども|児童|高齢者|障害者|先住民族|移民|難民|欧州連合",
    ),
];

/// What stands around an actor and changes nothing about who it is.
const BESIDE: [(&str, &str); 7] = [
    (
        "en",
        "other|all|relevant|international|regional|national|including|especially|particularly|interested|various",
    ),
    (
        "fr",
        "autres|tous|toutes|concernés|concernées|compétents|internationaux|régionaux|notamment|intéressés",
    ),
    (
        "es",
        "otros|otras|todos|todas|pertinentes|internacionales|regionales|incluidos|incluidas|interesados",
    ),
    (
        "ru",
        "другие|других|все|всех|соответствующие|соответствующих|включая|заинтересованные",
    ),
    (
        "ar",
        "جميع|سائر|الأخرى|المعنية|المعنيين|ذات الصلة|بما في ذلك",
    ),
    ("zh", "其他|所有|有关|相关|各|包括"),
    ("ja", "その他|すべて|全て|全|関係|関連|含む"),
];

/// Words that a citation is made of.
const CITED: [(&str, &str); 7] = [
    (
        "en",
        "resolution|resolutions|decision|decisions|annex|annexes|paragraph|paragraphs|article|articles|section|chapter|document|entitled|report|a|res|dec|e|s|c|l|add|rev|corr|hrc|conf|inf|pv|sp|charter|charter of the united nations|universal declaration of human rights|geneva declaration of principles|geneva plan of action|tunis commitment|tunis agenda|tunis agenda for the information society|2030 agenda|2030 agenda for sustainable development|addis ababa action agenda|pact for the future|global digital compact|paris agreement|sendai framework|vienna declaration and programme of action|covenant|convention|protocol|declaration",
    ),
    (
        "fr",
        "résolution|résolutions|décision|décisions|annexe|annexes|paragraphe|paragraphes|article|articles|section|chapitre|document|intitulé|intitulée|a|res|charte|charte des nations unies|déclaration universelle des droits de l'homme|agenda de tunis|engagement de tunis|programme 2030|pacte|convention|protocole|déclaration",
    ),
    (
        "es",
        "resolución|resoluciones|decisión|decisiones|anexo|anexos|párrafo|párrafos|artículo|artículos|sección|capítulo|documento|titulado|titulada|a|res|carta|carta de las naciones unidas|declaración universal de derechos humanos|agenda de túnez|compromiso de túnez|agenda 2030|pacto|convención|protocolo|declaración",
    ),
    (
        "ru",
        "резолюция|резолюции|резолюций|решение|решения|приложение|приложения|пункт|пункта|пункте|пункты|статья|статьи|раздел|глава|документ|озаглавленный|озаглавленная|а|res|устав|устава|всеобщая декларация прав человека|тунисская программа|тунисское обязательство|пакт|конвенция|конвенции|протокол|декларация|декларации",
    ),
    (
        "ar",
        "القرار|قرار|قرارها|القرارات|المقرر|المرفق|مرفق|الفقرة|الفقرات|المادة|المواد|الفرع|الفصل|الوثيقة|المعنون|المعنونة|ميثاق|ميثاق الأمم المتحدة|الإعلان العالمي لحقوق الإنسان|برنامج عمل تونس|التزام تونس|العهد|الاتفاقية|البروتوكول|الإعلان",
    ),
    (
        "zh",
        "决议|号|决定|附件|段|第|条|节|章|文件|题为|宪章|联合国宪章|世界人权宣言|突尼斯议程|突尼斯承诺|公约|议定书|宣言",
    ),
    (
        "ja",
        "決議|決定|附属書|付属書|段落|パラグラフ|項|第|条|節|章|号|文書|と題する|憲章|国連憲章|世界人権宣言|チュニス・アジェンダ|規約|条約|議定書|宣言",
    ),
];

fn of(list: &'static [(&'static str, &'static str)], language: &Language) -> &'static str {
    list.iter()
        .find(|(code, _)| *code == language.code())
        .map_or("", |(_, forms)| forms)
}

fn forms(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split('|').filter(|form| !form.is_empty())
}

/// Who acts.
pub(crate) fn actors(language: &Language) -> impl Iterator<Item = &'static str> {
    forms(of(&ACTORS, language))
}

/// What stands around an actor.
pub(crate) fn beside_actors(language: &Language) -> impl Iterator<Item = &'static str> {
    forms(of(&BESIDE, language))
}

/// What citations are made of.
pub(crate) fn cited(language: &Language) -> impl Iterator<Item = &'static str> {
    forms(of(&CITED, language))
}
