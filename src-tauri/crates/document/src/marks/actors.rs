//! Who speaks in negotiations: states by name and code, groups, stakeholders.

/// Groups of states, organs and stakeholders, lower case.
const GROUPS: [&str; 93] = [
    "g77",
    "g-77",
    "g77 and china",
    "g-77 and china",
    "g77+china",
    "g77 & china",
    "group of 77",
    "eu",
    "european union",
    "aosis",
    "ldcs",
    "ldc",
    "lldcs",
    "lldc",
    "sids",
    "ag",
    "african group",
    "africa group",
    "african union",
    "au",
    "canz",
    "juscanz",
    "jcanz",
    "justcanz",
    "muscanz",
    "arab group",
    "arab states",
    "lmg",
    "like-minded group",
    "like minded group",
    "lmcs",
    "asean",
    "caricom",
    "grulac",
    "weog",
    "eeg",
    "apg",
    "celac",
    "gcc",
    "oic",
    "nam",
    "cis",
    "eaeu",
    "pif",
    "pacific islands forum",
    "nordics",
    "nordic-baltic",
    "nb8",
    "mikta",
    "eig",
    "rio group",
    "alba",
    "sica",
    "mercosur",
    "brics",
    "g7",
    "g20",
    "umbrella group",
    "holy see",
    "state of palestine",
    "palestine",
    "chair",
    "co-chairs",
    "cochairs",
    "co-facilitators",
    "cofacilitators",
    "facilitator",
    "facilitators",
    "secretariat",
    "president",
    "bureau",
    "moderator",
    "government",
    "governments",
    "civil society",
    "private sector",
    "business",
    "academia",
    "technical community",
    "international organizations",
    "international organisations",
    "stakeholders",
    "un women",
    "itu",
    "unesco",
    "undp",
    "unctad",
    "icc",
    "apc",
    "icann",
    "isoc",
    "77国集团",
    "非盟",
];

/// States: ISO 3166 codes and short names in English.
const STATES: &str = include_str!("states.txt");

/// Names in use beside those of the standard, lower case.
const OTHER_NAMES: [&str; 24] = [
    "us",
    "usa",
    "u.s.",
    "united states",
    "uk",
    "united kingdom",
    "great britain",
    "russia",
    "russian federation",
    "south korea",
    "rok",
    "dprk",
    "north korea",
    "iran",
    "syria",
    "venezuela",
    "bolivia",
    "tanzania",
    "vietnam",
    "laos",
    "moldova",
    "drc",
    "uae",
    "ksa",
];

/// Whether a name is that of a state, a group or the like. Codes count in capitals only.
pub(super) fn actor(name: &str) -> bool {
    let lower = name.to_lowercase();
    let known = GROUPS.contains(&lower.as_str()) || OTHER_NAMES.contains(&lower.as_str());
    let capital = name.starts_with(|c: char| !c.is_lowercase());
    capital
        && (known
            || STATES.lines().any(|line| {
                let mut fields = line.split('\t');
                fields.next() == Some(name)
                    || fields.next() == Some(name)
                    || fields
                        .next()
                        .is_some_and(|full| full.eq_ignore_ascii_case(name))
            }))
}

/// Whether words could be a name that is not in the lists: a few, and the first in capitals.
pub(super) fn looks_like_actor(name: &str) -> bool {
    let words = name.split_whitespace().count();
    (1..=4).contains(&words)
        && name.chars().count() <= 40
        && name.starts_with(|c: char| c.is_uppercase() || (c as u32) >= 0x590)
}
