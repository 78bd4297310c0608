//! Characters of the symbol fonts, which files name by private codes.

use super::xml::Tag;

/// Adobe's Symbol encoding from 0x41 on: capitals and small letters as Greek ones.
const GREEK: &str = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";

/// The characters of the font Symbol that texts use, by their code.
const SYMBOL: [(u32, char); 18] = [
    (0x22, '∀'),
    (0x24, '∃'),
    (0x27, '∋'),
    (0x2a, '*'),
    (0x2d, '−'),
    (0x40, '≅'),
    (0xa3, '≤'),
    (0xae, '→'),
    (0xb0, '°'),
    (0xb1, '±'),
    (0xb2, '″'),
    (0xb3, '≥'),
    (0xb4, '×'),
    (0xb7, '•'),
    (0xb8, '÷'),
    (0xb9, '≠'),
    (0xbc, '…'),
    (0xde, '⇒'),
];

/// The character that a `w:sym` prints; nothing for the pictures of other symbol fonts.
pub(super) fn character(tag: &Tag<'_>) -> Option<char> {
    let code = u32::from_str_radix(&tag.attribute("char")?, 16).ok()?;
    if !(0xf000..=0xf0ff).contains(&code) {
        return char::from_u32(code).filter(|c| !matches!(*c as u32, 0xe000..=0xf8ff));
    }
    let code = code - 0xf000;
    match tag.attribute("font").as_deref() {
        Some("Symbol") => {
            let named = SYMBOL.iter().find(|(known, _)| *known == code);
            let named = named.map(|(_, character)| *character);
            named.or_else(|| match code {
                0x41.. => GREEK.chars().nth(code as usize - 0x41),
                _ => char::from_u32(code),
            })
        }
        Some("Wingdings" | "Wingdings 2" | "Wingdings 3" | "Webdings") | None => None,
        // A text font with private codes shows the character of the byte.
        Some(_) => char::from_u32(code).filter(|c| !c.is_control()),
    }
}
