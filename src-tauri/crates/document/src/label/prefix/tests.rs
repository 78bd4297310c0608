//! Labels as they are printed, and what only looks like one.

use super::*;
use proptest::prelude::*;

fn split(text: &str) -> Option<(String, LabelKind, &str)> {
    LabelPrefix::of(text).map(|p| (p.label.text, p.label.kind, &text[p.end..]))
}

#[test]
fn printed_forms_have_one_plain_form() {
    use LabelKind::{Dotted, Letter, Named, Number, Roman};
    let cases = [
        ("1. We agree", "1", Number, "We agree"),
        ("\t12.\tWe agree", "12", Number, "We agree"),
        ("10. \tThe group", "10", Number, "The group"),
        ("1.We agree", "1", Number, "We agree"),
        ("12 bis. We agree", "12 bis", Number, "We agree"),
        ("12bis We agree", "12 bis", Number, "We agree"),
        ("5 quat. We agree", "5 quater", Number, "We agree"),
        ("5. bis We agree", "5 bis", Number, "We agree"),
        ("26A. We agree", "26A", Number, "We agree"),
        ("26 alt. We agree", "26 alt", Number, "We agree"),
        ("26 Abis. We agree", "26A bis", Number, "We agree"),
        ("26A bis We agree", "26A bis", Number, "We agree"),
        ("26 A. We agree", "26A", Number, "We agree"),
        ("5a. We agree", "5a", Number, "We agree"),
        ("5 quin. We agree", "5 quinquies", Number, "We agree"),
        ("5-ter. We agree", "5 ter", Number, "We agree"),
        ("１２．作業", "12", Number, "作業"),
        ("۱۲. نتفق", "12", Number, "نتفق"),
        ("① 工作", "(1)", Letter, "工作"),
        ("а) согласны", "(а)", Letter, "согласны"),
        ("أ) نتفق", "(أ)", Letter, "نتفق"),
        ("i) convenir", "(i)", Roman, "convenir"),
        ("Artículo 5\tBarcos", "Artículo 5", Named, "Barcos"),
        ("Статья 5. Суда", "Статья 5", Named, "Суда"),
        ("المادة ٥", "المادة 5", Named, ""),
        ("１２．作業を続ける。", "12", Number, "作業を続ける。"),
        ("١٢ - نتفق", "12", Number, "نتفق"),
        ("1.1\tBridges", "1.1", Dotted, "Bridges"),
        ("4.1. Bridges", "4.1", Dotted, "Bridges"),
        ("(a) To agree", "(a)", Letter, "To agree"),
        ("a) To agree", "(a)", Letter, "To agree"),
        ("(1) To agree", "(1)", Letter, "To agree"),
        ("2) To agree", "(2)", Letter, "To agree"),
        ("( أ ) نتفق", "(أ)", Letter, "نتفق"),
        ("б) согласны", "(б)", Letter, "согласны"),
        ("(iv) To agree", "(iv)", Roman, "To agree"),
        ("II.\tWork", "II", Roman, "Work"),
        ("II", "II", Roman, ""),
        ("A. Work", "A", Letter, "Work"),
        ("一、工作", "一", Roman, "工作"),
        ("㈡ 工作", "(二)", Roman, "工作"),
        ("（三）工作", "(三)", Roman, "工作"),
        ("Annex I", "Annex I", Named, ""),
        ("ANNEX", "ANNEX", Named, ""),
        ("Article 5. Work", "Article 5", Named, "Work"),
        ("Part One", "Part One", Named, ""),
        ("第１条　作業", "第1条", Named, "作業"),
        ("弟２３条", "第23条", Named, ""),
        ("Article premier", "Article premier", Named, ""),
        ("Часть первая", "Часть первая", Named, ""),
        ("المادة الأولى", "المادة الأولى", Named, ""),
        ("第二章", "第二章", Named, ""),
        ("附件二", "附件二", Named, ""),
    ];
    for (text, plain, kind, rest) in cases {
        assert_eq!(split(text), Some((plain.to_owned(), kind, rest)), "{text}");
    }
}

#[test]
fn a_sentence_is_no_label() {
    for text in [
        "2030 Agenda",
        "2015. It was",
        "16 December 2015",
        "20-year review",
        "12-14 paragraphs",
        "3D printing",
        "5G networks",
        "5 A small ship",
        "5 a day",
        "Article 19 of the text",
        "We agree",
        "(see below)",
        "第1条の規定",
        "I agree",
        "",
        " ",
    ] {
        assert_eq!(split(text), None, "{text}");
    }
}

#[test]
fn the_separator_tells_how_sure_it_is() {
    let separator = |text| LabelPrefix::of(text).map(|p| p.separator);
    assert_eq!(separator("1. Work"), Some(Separator::Mark));
    assert_eq!(separator("1.\tWork"), Some(Separator::Tab));
    assert_eq!(separator("1.1 Work"), Some(Separator::Space));
    assert_eq!(separator("II."), Some(Separator::End));
}

proptest! {
    #[test]
    fn any_text_is_cut_at_a_character(text in "\\PC{0,40}") {
        if let Some(found) = LabelPrefix::of(&text) {
            prop_assert!(text.is_char_boundary(found.end));
            prop_assert!(!found.label.text.is_empty());
        }
    }
}
