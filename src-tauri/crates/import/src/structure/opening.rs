//! What stands around the text itself: masthead, title, enacting clause, closing lines; and the
//! facts (symbol, title, date) that they state.

use wsis_document::{LabelKind, Stripped, StrippedKind, Symbol, fold, normalize};

use super::line::Line;
use super::{heading, terms};
use crate::correction::SaidRole;
use crate::{Facts, Role};

/// What becomes of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// Set aside: head of the first page.
    Masthead,
    /// The title, or the repetition of it that opens the text; shown as the title.
    Title,
    /// Stands before the text's own title: the enacting clause.
    Front,
    /// The text.
    Text,
    /// Set aside: which meeting adopted the text.
    Closing,
}

/// What the lines around the text say.
pub(super) struct Opening {
    /// One for each line.
    pub fates: Vec<Fate>,
    pub title: Option<String>,
    pub symbol: Option<String>,
    pub date: Option<String>,
}

/// Lines that may stand before the text begins.
const REACH: usize = 80;

/// Characters beyond which a line that ends with a comma is a clause of a preamble.
const CLAUSE: usize = 60;

/// Longest line of a masthead in characters; anything longer there is kept as front matter.
const MASTHEAD_LINE: usize = 300;

/// Decides the fate of every line and collects the facts. `stripped` is what the reader has set
/// aside already. Linear.
pub(super) fn read(lines: &[Line], facts: &Facts, stripped: &[Stripped]) -> Opening {
    let mut fates = vec![Fate::Text; lines.len()];
    let reach = lines
        .iter()
        .take(REACH)
        .position(|line| {
            matches!(&line.label, Some(l) if l.kind == LabelKind::Number) && line.ends_clause()
        })
        .unwrap_or(lines.len().min(REACH));
    let enacting = (0..reach)
        .find(|&i| is_enacting(lines, i))
        .filter(|&at| !begins_before(lines, at));
    let masthead = masthead(&lines[..enacting.unwrap_or(reach)]);
    let titles = title_lines(lines, masthead, enacting, reach, facts);
    let mut title = titles
        .first()
        .map(|&first| title_text(lines, first, &titles));

    let text_from = enacting.or(titles.last().map(|last| last + 1));
    let text_from = text_from.unwrap_or(0).max(masthead);
    for (at, fate) in fates.iter_mut().enumerate().take(text_from) {
        let line = &lines[at];
        let head = enacting.is_some() && line.whole.chars().count() <= MASTHEAD_LINE;
        *fate = if titles.contains(&at) {
            Fate::Title
        } else if head || terms::is_masthead(&line.whole) {
            Fate::Masthead
        } else {
            Fate::Front
        };
    }
    if let Some(start) = enacting {
        let (end, own_title) = enacting_clause(lines, start, reach, title.as_deref());
        fates[start..end].fill(Fate::Front);
        if let Some(own) = own_title {
            fates[own] = Fate::Title;
            title = Some(lines[own].whole.clone());
        }
    }
    closing(lines, &mut fates);
    if obey(lines, &mut fates) {
        let said: Vec<usize> = (0..lines.len())
            .filter(|&at| fates[at] == Fate::Title)
            .collect();
        title = said.first().map(|&first| title_text(lines, first, &said));
    }

    let mut opening = Opening {
        fates,
        title,
        symbol: None,
        date: None,
    };
    state_facts(&mut opening, lines, facts, stripped);
    opening
}

/// Gives lines the fate that a person says they have; whether the title changed by it.
fn obey(lines: &[Line], fates: &mut [Fate]) -> bool {
    let mut retitled = false;
    let says_title = lines
        .iter()
        .any(|line| line.said.role == Some(SaidRole::Title));
    for (line, fate) in lines.iter().zip(fates) {
        let before = *fate;
        let numbered = matches!(line.said.label, Some(Some(_)));
        match line.said.role {
            Some(SaidRole::Title) => *fate = Fate::Title,
            Some(_) => *fate = Fate::Text,
            None if numbered => *fate = Fate::Text,
            // The rules' choice makes room for the person's.
            None if says_title && *fate == Fate::Title => *fate = Fate::Text,
            None => {}
        }
        retitled |= (*fate == Fate::Title) != (before == Fate::Title);
    }
    retitled
}

/// Whether the text has begun before this line, with a preamble: then a body's name in it, as
/// `The General Assembly` between whereas and therefore, makes no masthead of what stands above.
fn begins_before(lines: &[Line], at: usize) -> bool {
    let is_clause = |line: &&Line| {
        line.text.chars().count() > CLAUSE
            && line.whole.ends_with([',', ';', '，', '；', '、', '،', '؛'])
    };
    let above = &lines[..at];
    above.iter().any(|line| terms::is_preamble(&line.whole))
        || above.iter().filter(is_clause).count() > 1
}

/// Whether an enacting clause begins at this line.
fn is_enacting(lines: &[Line], at: usize) -> bool {
    let text = &lines[at].whole;
    // In a masthead the organ stands above its own line; a clause goes on with a sentence.
    let goes_on = lines.get(at + 1).is_some_and(|next| next.ends_clause());
    terms::is_enacting_clause(text) || (terms::is_body(text) && goes_on)
}

/// How many of the first lines are surely a masthead: all look like one, and one of them is a
/// document symbol alone, which no text begins with.
fn masthead(head: &[Line]) -> usize {
    let looks = |line: &&Line| line.label.is_none() && terms::is_masthead(&line.whole);
    let length = head.iter().take_while(looks).count();
    let has_symbol = head[..length]
        .iter()
        .any(|line| terms::is_symbol(&line.whole));
    if has_symbol { length } else { 0 }
}

/// Indices of the lines that make the title; several where it is set on several lines. The first
/// `masthead` lines are none.
fn title_lines(
    lines: &[Line],
    masthead: usize,
    enacting: Option<usize>,
    reach: usize,
    facts: &Facts,
) -> Vec<usize> {
    let head = ..enacting.unwrap_or(reach);
    let within = &lines[head];
    if let Some(at) = within
        .iter()
        .position(|l| terms::numbered_title(&l.whole).is_some())
    {
        return vec![at];
    }
    let marked: Vec<usize> = (0..within.len())
        .filter(|&i| within[i].block.role == Role::Title)
        .collect();
    if !marked.is_empty() {
        return marked;
    }
    if let Some(title) = &facts.title {
        let title = fold(&normalize(title));
        if let Some(at) = within.iter().position(|line| fold(&line.whole) == title) {
            return vec![at];
        }
    }
    if let Some(at) = lone_top_heading(lines).filter(|at| *at < within.len()) {
        return vec![at];
    }
    let could_be = |line: &Line| {
        !terms::is_masthead(&line.whole)
            && line.whole.chars().count() <= MASTHEAD_LINE
            && line.whole.contains(char::is_alphabetic)
    };
    if enacting.is_some() {
        // Right before the enacting clause, bold if anything is.
        let bold = within
            .iter()
            .rposition(|line| line.block.bold && could_be(line));
        return bold
            .or_else(|| within.iter().rposition(could_be))
            .into_iter()
            .collect();
    }
    let set_off = |line: &Line| line.block.bold || line.block.centred || line.is_marked_heading();
    let free = |line: &Line| line.label.is_none() && could_be(line) && !line.ends_clause();
    let looks = within
        .iter()
        .take(20)
        .position(|line| set_off(line) && free(line));
    let plain = || {
        let nothing_set_off = !lines.iter().any(set_off);
        let first = within
            .get(masthead)
            .filter(|line| nothing_set_off && free(line))?;
        heading::stands_out(first, lines.get(masthead + 1)).then_some(masthead)
    };
    looks.or_else(plain).into_iter().collect()
}

/// The first heading, where it is the only one of its level and none is higher.
fn lone_top_heading(lines: &[Line]) -> Option<usize> {
    let level = |line: &Line| match line.block.role {
        Role::Heading(level) => Some(level),
        _ => None,
    };
    let top = lines.iter().filter_map(level).min()?;
    let first = lines.iter().position(|line| level(line).is_some())?;
    let alone = lines.iter().filter(|line| level(line) == Some(top)).count() == 1;
    (alone && level(&lines[first]) == Some(top)).then_some(first)
}

fn title_text(lines: &[Line], first: usize, titles: &[usize]) -> String {
    if let Some((_, title)) = terms::numbered_title(&lines[first].whole) {
        return title.to_owned();
    }
    let parts: Vec<&str> = titles.iter().map(|&at| lines[at].whole.as_str()).collect();
    parts.join(": ")
}

/// End of the enacting clause that begins at `start`, and the text's own title after it.
fn enacting_clause(
    lines: &[Line],
    start: usize,
    reach: usize,
    title: Option<&str>,
) -> (usize, Option<usize>) {
    let is_title = |at: usize| {
        lines.get(at).is_some_and(|line| {
            let repeated = title.is_some_and(|title| fold(title) == fold(&line.whole));
            let set_off = line.is_marked_heading() || line.block.bold || line.block.centred;
            repeated || (line.label.is_none() && set_off && !line.ends_clause())
        })
    };
    let adopts = (start..reach).find(|&at| {
        let text = &lines[at].whole;
        terms::is_enacting_clause(text) || (at > start && terms::begins_with_adopts(text))
    });
    match adopts {
        Some(at) if is_title(at + 1) && at + 1 < lines.len() => (at + 1, Some(at + 1)),
        Some(at) if at <= start + 1 => (at + 1, None),
        // An ordinary resolution: its own text begins right after the name of the body.
        _ => (start + 1, None),
    }
}

/// Marks the lines that say at which meeting the text was adopted, and the date after them.
fn closing(lines: &[Line], fates: &mut [Fate]) {
    for at in 0..lines.len() {
        let after_closing = at > 0 && fates[at - 1] == Fate::Closing;
        let closes = terms::is_closing(&lines[at].whole);
        if fates[at] == Fate::Text
            && (closes || (after_closing && terms::is_date(&lines[at].whole)))
        {
            fates[at] = Fate::Closing;
        }
    }
}

/// Fills symbol, title and date: first what the file says of itself, then what the page says.
fn state_facts(opening: &mut Opening, lines: &[Line], facts: &Facts, stripped: &[Stripped]) {
    let with_fate = |fate: Fate| {
        let fates = &opening.fates;
        lines
            .iter()
            .enumerate()
            .filter(move |(i, _)| fates[*i] == fate)
            .map(|(_, l)| &*l.whole)
    };
    let set_aside = |kind: StrippedKind| {
        stripped
            .iter()
            .filter(move |piece| piece.kind == kind)
            .map(|piece| piece.text.as_str())
    };
    let head: Vec<&str> = set_aside(StrippedKind::Masthead)
        .chain(with_fate(Fate::Masthead))
        .collect();
    let foot: Vec<&str> = set_aside(StrippedKind::Closing)
        .chain(with_fate(Fate::Closing))
        .collect();

    // In brackets the masthead names another document: the draft, the report.
    let symbol = head
        .iter()
        .filter(|line| !line.starts_with(['[', '*']))
        .find_map(|line| Symbol::first_in(line))
        .map(|symbol| symbol.to_string());
    let number = lines.iter().zip(&opening.fates).find_map(|(line, fate)| {
        let (number, _) = terms::numbered_title(&line.whole).filter(|_| *fate == Fate::Title)?;
        Some(format!("A/RES/{number}"))
    });
    let date = head
        .iter()
        .filter(|line| terms::says_adopted(line))
        .chain(&foot)
        .chain(&head)
        .find_map(|line| terms::date(line));

    opening.symbol = facts.symbol.clone().or(symbol).or(number);
    opening.date = facts.date.clone().or(date);
    opening.title = facts
        .title
        .as_deref()
        .map(normalize)
        .or(opening.title.take());
}

#[cfg(test)]
mod tests {
    use wsis_document::{Document, Silent};

    use crate::{Options, import};

    fn plain(text: &str) -> Document {
        let read = import("a.txt", text.as_bytes(), &Options::default(), &Silent);
        read.expect("a text")
    }

    #[test]
    fn a_symbol_at_the_head_of_a_plain_text_is_its_own() {
        let text = "X/C.9/80/L.7\n\nBoats at rest\n\n1. Boats wait.\n\n2. Boats go.\n";
        let document = plain(text);
        assert_eq!(document.symbol.as_deref(), Some("X/C.9/80/L.7"));
        assert_eq!(document.title, "Boats at rest");
        let ids: Vec<&str> = document.paragraphs.iter().map(|p| &*p.id).collect();
        assert_eq!(ids, ["1", "2"]);
        let untitled = plain("X/C.9/80/L.7\n\n1. Boats wait.\n\n2. Boats go.\n");
        assert_eq!(untitled.symbol.as_deref(), Some("X/C.9/80/L.7"));
        assert_eq!(untitled.paragraphs.len(), 2);
        let masthead = "Distr.: Limited\n\nX/C.9/80/L.7\n\n3 May 2031\n\nBoats at rest\n\n\
            1. Boats wait.\n\n2. Boats go.\n";
        let document = plain(masthead);
        assert_eq!(document.symbol.as_deref(), Some("X/C.9/80/L.7"));
        assert_eq!(document.date.as_deref(), Some("2031-05-03"));
        assert_eq!(document.title, "Boats at rest");
    }

    #[test]
    fn a_symbol_inside_the_text_is_that_of_another() {
        for text in [
            "Boats at rest\n\n1. Boats wait, as X/C.9/80/L.7 has it.\n\n2. Boats go.\n",
            "1. Boats wait.\n\nX/C.9/80/L.7\n\n2. Boats go.\n",
            "Item 3 of the list is long.\n\n1. Boats wait.\n\n2. Boats go.\n",
        ] {
            assert_eq!(plain(text).symbol, None, "{text}");
        }
        // No masthead without a symbol: the words may be the text's.
        let text = plain("Item 3 of the list is long.\n\n1. Boats wait.\n");
        assert_eq!(text.paragraphs.len(), 2);
    }
}
