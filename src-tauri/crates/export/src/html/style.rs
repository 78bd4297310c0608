//! The style sheet of the page. Colours are those of the window, chosen for readers who do not
//! tell red from green (contrast on white at least 5:1); every mark also has a line of its own, so
//! that a photocopy reads the same.

use maud::PreEscaped;

use crate::messages::{Locale, Messages};

const RULES: &str = "
:root { color-scheme: light; --ink: #1d1b18; --quiet: #5f5a52; --line: #cfc9bf; --ground: #f6f3ee;
  --added: #216cab; --removed: #a55c1e; --moved: #0b6e69; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 96rem; padding: 1.5rem; color: var(--ink); background: #fff;
  font-size: 0.95rem; line-height: 1.5; }
body, [lang] { font-family: 'Noto Serif', Georgia, 'Times New Roman', serif; }
body:lang(ja), [lang]:lang(ja) { font-family: 'Noto Serif CJK JP', 'Hiragino Mincho ProN', 'Yu Mincho', 'MS Mincho', serif; }
[lang]:lang(zh) { font-family: 'Noto Serif CJK SC', 'Songti SC', SimSun, serif; }
[lang]:lang(ar) { font-family: 'Noto Naskh Arabic', 'Noto Serif', serif; }
h1 { font-size: 1.4rem; margin: 0 0 0.5rem; }
h2 { font-size: 1.1rem; margin: 1.5rem 0 0.5rem; break-after: avoid; }
p { margin: 0 0 0.4rem; }
.quiet { color: var(--quiet); font-size: 0.85em; }
.unofficial { font-weight: bold; }
.sides { display: flex; gap: 2rem; margin: 0.75rem 0; }
.sides > div { flex: 1; }
.sides .name { font-weight: bold; }
ul.plain { list-style: none; display: inline; margin: 0; padding: 0; }
ul.plain li { display: inline; margin-inline-end: 1.2em; }
main { padding-inline-end: 1px; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin-top: 1rem; }
col.remarks { width: 15%; }
th, td { border: 1px solid var(--line); padding: 0.4rem 0.6rem; vertical-align: top; text-align: start; }
thead th { background: var(--ground); }
thead .quiet { font-weight: normal; }
tfoot td { font-size: 0.8em; color: var(--quiet); border: 0; }
tr.heading { break-after: avoid; }
tr.heading th { background: var(--ground); }
tr.heading.level-1 th { font-size: 1.1em; }
tr { break-inside: avoid; }
.paragraph { padding-inline-start: 3em; overflow-wrap: anywhere; unicode-bidi: isolate; }
.paragraph + .paragraph { margin-top: 0.5rem; padding-top: 0.5rem; border-top: 1px dotted var(--line); }
.number { float: inline-start; margin-inline-start: -3em; width: 2.9em; overflow-wrap: anywhere; color: var(--quiet);
  font-variant-numeric: tabular-nums; }
.is-moved .number, .legend .moved { color: var(--moved); text-decoration: underline dotted; }
ins { color: var(--added); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 2px; }
del { color: var(--removed); text-decoration: line-through; text-decoration-thickness: 1px; }
.shared { text-decoration: underline dotted var(--quiet); text-underline-offset: 3px; }
.absent, tr.unchanged td { color: var(--quiet); }
td.remark, td.remark .note { font-size: 0.9em; }
.kind { font-weight: bold; }
.is-moved .kind { color: var(--moved); }
.note { margin-top: 0.4rem; padding-inline-start: 0.6rem; border-inline-start: 2px solid var(--line);
  white-space: pre-wrap; overflow-wrap: anywhere; }
.footnote { overflow-wrap: anywhere; }
sup { font-size: 0.7em; line-height: 0; }
ins::before, del::before, ins::after, del::after { position: absolute; width: 1px; height: 1px;
  overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.legend ins::before, .legend del::before, .legend ins::after, .legend del::after { content: none; }
@page { size: A4 landscape; margin: 12mm 12mm 15mm;
  @bottom-right { content: counter(page) ' / ' counter(pages); font-size: 8pt; } }
@media print {
  body { max-width: none; padding: 0; font-size: 9pt; line-height: 1.35; orphans: 3; widows: 3; }
  th, td { padding: 0.25rem 0.4rem; }
  tr.long { break-inside: auto; }
  body:lang(ja) { font-size: 10.5pt; }
  thead { display: table-header-group; }
  tfoot { display: table-footer-group; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
";

/// The rules with the words that a screen reader says where others see a line. On paper, and in
/// a PDF whose text is copied, they would be noise.
pub(crate) fn style(messages: &Messages, locale: Locale) -> PreEscaped<String> {
    let say = |key: &str| css_string(&messages.text(key));
    // Japanese has no spaces between words, so the spoken words need none either.
    let gap = if locale == Locale::Japanese { "" } else { " " };
    PreEscaped(format!(
        "{RULES}ins::before {{ content: {added} '{gap}'; }} del::before {{ content: {removed} '{gap}'; }}\n\
         ins::after, del::after {{ content: '{gap}' {end} '{gap}'; }}\n\
         @media print {{ ins::before, del::before, ins::after, del::after {{ content: none; }} }}\n",
        added = say("spoken-added"),
        removed = say("spoken-removed"),
        end = say("spoken-end"),
    ))
}

/// A CSS string; nothing in it can end the string or the style element.
fn css_string(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|c| !matches!(c, '\'' | '"' | '\\' | '<' | '>' | '\n'))
        .collect();
    format!("'{plain}'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_style_sheet_ends_no_element_and_fetches_nothing() {
        for locale in [Locale::English, Locale::Japanese] {
            let rules = style(&Messages::new(locale), locale).0;
            assert!(!rules.contains('<') && !rules.contains("url(") && !rules.contains("@import"));
            assert!(rules.contains("@page") && rules.contains("#216cab"));
        }
        assert_eq!(css_string("a'\\</style>b"), "'a/styleb'");
    }
}
