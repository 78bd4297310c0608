use proptest::prelude::*;

use super::*;

fn written(text: &str) -> String {
    Symbol::parse(text)
        .unwrap_or_else(|error| panic!("{text}: {error}"))
        .to_string()
}

#[test]
fn symbols_of_every_kind_are_read_as_they_are_printed() {
    for symbol in [
        "A/RES/80/173",
        "A/80/L.41",
        "A/80/L.5/Rev.1",
        "A/80/L.5/Rev.1/Add.1",
        "A/80/L.5/Corr.1",
        "A/C.2/80/L.58",
        "A/HRC/RES/50/13",
        "A/HRC/S-30/1",
        "A/HRC/17/31",
        "E/RES/2024/13",
        "E/RES/1296(XLIV)",
        "E/CN.16/2025/2",
        "E/CN.16/2018/CRP.3",
        "E/CN.4/Sub.2/2000/1",
        "S/RES/2728(2024)",
        "S/PRST/2024/1",
        "S/PV.9000(Resumption1)",
        "A/RES/217(III)",
        "A/RES/217A(III)",
        "A/RES/217(III)A",
        "A/RES/103(I)",
        "A/RES/3379(XXX)",
        "A/RES/31/1",
        "A/RES/3201(S-VI)",
        "A/RES/S-10/2",
        "A/RES/ES-11/1",
        "A/CONF.157/24(PartI)",
        "A/80/6(Sect.24)/Corr.1",
        "A/78/5(Vol.I)",
        "ST/AI/189/Add.9/Rev.2",
        "ST/ESA/STAT/SER.M/87",
        "CCPR/C/21/Rev.1/Add.13",
        "UNEP/EA.6/RES/1",
        "NPT/CONF.2020/PC.II/1",
        "TD/B/EX(75)/2",
        "A/520/Rev.20",
    ] {
        assert_eq!(written(symbol), symbol);
    }
}

#[test]
fn spaces_case_width_and_marks_do_not_matter() {
    for (text, symbol) in [
        ("  a/res/80/173 ", "A/RES/80/173"),
        ("A / 80 / l.5 / rev.1", "A/80/L.5/Rev.1"),
        ("A/80/6 (Sect. 24)/Corr.1", "A/80/6(Sect.24)/Corr.1"),
        ("a/conf.157/24 (PART I)", "A/CONF.157/24(PartI)"),
        ("S/RES/2728 (2024)", "S/RES/2728(2024)"),
        ("a/res/217 (iii)", "A/RES/217(III)"),
        ("Ａ／ＲＥＳ／８０／１７３", "A/RES/80/173"),
        ("A/RES/78/132*", "A/RES/78/132"),
        ("A/80/62–E/2025/12", "A/80/62"),
        ("e/cn.4/sub.2/2000/1", "E/CN.4/Sub.2/2000/1"),
    ] {
        assert_eq!(written(text), symbol, "{text}");
    }
}

#[test]
fn organ_session_and_suffixes_are_told_apart() {
    use Session::{Emergency, Regular, Special, Year};
    for (text, organ, session) in [
        ("A/RES/80/173", "A", Some(Regular(80))),
        ("A/80/L.41", "A", Some(Regular(80))),
        ("A/C.2/80/L.58", "A/C.2", Some(Regular(80))),
        ("A/HRC/RES/50/13", "A/HRC", Some(Regular(50))),
        ("A/RES/217(III)", "A", Some(Regular(3))),
        ("A/RES/S-10/2", "A", Some(Special(10))),
        ("A/RES/3201(S-VI)", "A", Some(Special(6))),
        ("A/RES/ES-11/1", "A", Some(Emergency(11))),
        ("E/RES/2024/13", "E", Some(Year(2024))),
        ("S/RES/2728(2024)", "S", Some(Year(2024))),
        ("E/CN.16/2025/2", "E/CN.16", Some(Year(2025))),
        ("A/CONF.157/24(PartI)", "A/CONF.157", None),
        ("A/520/Rev.20", "A", None),
    ] {
        let symbol = Symbol::parse(text).unwrap();
        assert_eq!(
            (symbol.organ(), symbol.session()),
            (organ, session),
            "{text}"
        );
    }
    let kinds = |text: &str| -> Vec<(SuffixKind, u16)> {
        let symbol = Symbol::parse(text).unwrap();
        symbol
            .suffixes()
            .iter()
            .map(|s| (s.kind, s.number))
            .collect()
    };
    assert_eq!(kinds("A/RES/80/173"), []);
    assert_eq!(
        kinds("ST/AI/189/Add.9/Rev.2"),
        [(SuffixKind::Addendum, 9), (SuffixKind::Revision, 2)]
    );
}

#[test]
fn what_is_no_symbol_is_refused_with_the_reason() {
    use SymbolError::{Character, Empty, Organ, Part, SuffixInside, TooLong, Unfinished};
    for (text, error) in [
        ("", Empty),
        ("  *", Empty),
        ("A", Unfinished),
        ("A/", Unfinished),
        ("A/RES", Unfinished),
        ("A/RES/80/", Unfinished),
        ("A/80/L.", Unfinished),
        ("A/RES/S-", Unfinished),
        ("80/173", Organ("80".into())),
        ("/80/173", Organ(String::new())),
        ("A//1", Part(String::new())),
        ("A/80/L.5.6", Part("L.5.6".into())),
        ("A/RES/217(III", Part("217(III".into())),
        ("A/RES/217()", Part("217()".into())),
        ("A/80/Rev.x", Part("Rev.x".into())),
        ("A/80/Rev.1/5", SuffixInside("Rev.1".into())),
        ("A/RES/80/173?", Character('?')),
        ("決議/80", Character('決')),
    ] {
        assert_eq!(Symbol::parse(text), Err(error), "{text}");
    }
    assert_eq!(Symbol::parse(&"A/1".repeat(60)), Err(TooLong));
}

#[test]
fn resolutions_have_the_form_of_their_session() {
    for (text, session, form) in [
        ("A/RES/3/217", 3, "A/RES/217(III)"),
        ("A/RES/30/3379", 30, "A/RES/3379(XXX)"),
        ("A/RES/1(XXXI)", 31, "A/RES/31/1"),
        ("A/RES/173(LXXX)", 80, "A/RES/80/173"),
    ] {
        let form = form.to_owned();
        let error = SymbolError::ResolutionForm { session, form };
        assert_eq!(Symbol::parse(text), Err(error), "{text}");
    }
}

fn symbols() -> impl Strategy<Value = String> {
    let organ = "(A|E|S|ST|A/C\\.[1-6]|A/HRC|E/CN\\.[1-9]{1,2}|A/CONF\\.[1-9]{1,3})";
    let middle = "(/(DEC|INF|3[1-9]|[4-9][0-9]|20[0-4][0-9]|S-[1-9]{1,2}|ES-[1-9]))?";
    let number = "/(L\\.[1-9]{1,3}|[1-9][0-9]{0,3}[A-E]?|[1-9]{1,3}\\((Part|Sect\\.)[1-9]\\))";
    let suffixes = "(/(Rev|Add|Corr|Amend)\\.[1-9]{1,2}){0,3}";
    proptest::string::string_regex(&format!("{organ}{middle}{number}{suffixes}")).unwrap()
}

#[test]
fn the_first_symbol_of_a_running_text_is_found() {
    let first = |text: &str| Symbol::first_in(text).map(|symbol| symbol.to_string());
    for (text, symbol) in [
        ("Harbours A/RES/80/173", "A/RES/80/173"),
        ("see (A/C.2/80/L.17), or A/80/1", "A/C.2/80/L.17"),
        ("E/CN.16/2025/2.", "E/CN.16/2025/2"),
        ("A/RES/78/132*", "A/RES/78/132"),
        ("in S/RES/2728(2024) alone", "S/RES/2728(2024)"),
        ("A/80/62-E/2025/12", "A/80/62"),
        ("见A/RES/80/173号", "A/RES/80/173"),
    ] {
        assert_eq!(first(text).as_deref(), Some(symbol), "{text}");
    }
    for text in [
        "and/or this/that/1",
        "2/20",
        "A/B",
        "on 25/12/2025",
        "https://x/y/1",
        "km/h",
    ] {
        assert_eq!(first(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn a_printed_symbol_stays_as_it_is(symbol in symbols()) {
        prop_assert_eq!(written(&symbol), symbol);
    }

    #[test]
    fn however_it_is_typed_it_is_the_same_symbol(symbol in symbols(), spaces in any::<u64>()) {
        let typed: String = symbol
            .to_lowercase()
            .chars()
            .enumerate()
            .flat_map(|(at, c)| [(spaces >> (at % 64) & 1 == 1).then_some(' '), Some(c)])
            .flatten()
            .collect();
        prop_assert_eq!(Symbol::parse(&typed).unwrap(), Symbol::parse(&symbol).unwrap());
    }

    #[test]
    fn whatever_is_read_can_stand_in_an_address_and_reads_the_same_again(text in "\\PC{0,40}|[AaEeSs]/[A-Za-z0-9/.()\\- ]{0,40}") {
        if let Ok(symbol) = Symbol::parse(&text) {
            let safe = |c: char| c.is_ascii_alphanumeric() || "/.()-".contains(c);
            prop_assert!(symbol.as_str().chars().all(safe));
            prop_assert!(symbol.as_str().starts_with(symbol.organ()) && !symbol.organ().is_empty());
            prop_assert!(!symbol.as_str().contains("//") && !symbol.as_str().contains(".."));
            prop_assert_eq!(Symbol::parse(symbol.as_str()), Ok(symbol.clone()));
        }
    }
}
