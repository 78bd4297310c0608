//! What the head of the file says of the document: number, date, language, title.

use super::tree::Element;
use crate::Facts;

/// Reads the facts of the document that `root` holds: its `meta`, where that is silent its cover.
pub(super) fn of(root: &Element) -> Facts {
    let empty = Element::default();
    let identification = root.find("identification").unwrap_or(&empty);
    let work = identification.child("FRBRWork").unwrap_or(&empty);
    let expression = identification.child("FRBRExpression").unwrap_or(&empty);
    let number = work.child("FRBRnumber");
    let printed = root.find("docNumber").map(Element::words);
    let symbol = printed
        .filter(|text| text.matches('/').count() > 1)
        .or_else(|| number?.attribute("showAs").map(str::to_owned))
        .or_else(|| number?.attribute("value").map(str::to_owned));
    let language = expression
        .child("FRBRlanguage")
        .and_then(|language| language.attribute("language"));
    let language = language.or_else(|| root.elements().find_map(|e| e.attribute("lang")));
    Facts {
        symbol,
        title: title(root)
            .map(Element::words)
            .filter(|title| !title.is_empty()),
        date: date(work).or_else(|| date(expression)),
        language: language.map(str::to_owned),
        digest: false,
    }
}

/// The element that holds the title on the cover or in the preface.
pub(super) fn title(root: &Element) -> Option<&Element> {
    let cover = root.find("preface").or_else(|| root.find("coverPage"))?;
    cover
        .elements()
        .find(|element| element.attribute("name") == Some("title"))
        .or_else(|| cover.find("docTitle"))
        .or_else(|| cover.find("shortTitle"))
        .or_else(|| cover.find("longTitle"))
}

/// The day of adoption where one is named, else the first date.
fn date(of: &Element) -> Option<String> {
    let dates = || of.elements().filter(|element| element.name == "FRBRdate");
    let adopted = dates().find(|date| {
        matches!(
            date.attribute("name"),
            Some("adoption" | "adopted" | "Adoption")
        )
    });
    let date = adopted.or_else(|| dates().next())?.attribute("date")?;
    let day = date.get(..10)?;
    let is_iso = day.bytes().enumerate().all(|(at, b)| match at {
        4 | 7 => b == b'-',
        _ => b.is_ascii_digit(),
    });
    is_iso.then(|| day.to_owned())
}
