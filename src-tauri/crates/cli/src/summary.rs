//! What a person reads: the report of an import, and what to do about a refusal.

use wsis_app::contract::{ImportReport, OutlineView, TrackedView};

/// How many pieces of one kind that was set aside are shown.
const SAMPLES: usize = 5;

/// The report of an import: what was recognised, what was set aside and why, what is not compared,
/// what to check, and the chapters.
pub fn of_report(report: &ImportReport) -> String {
    let document = &report.document;
    let known = report.recognised.clone();
    let symbol = document.symbol.as_deref().unwrap_or_default();
    let mut lines = vec![format!("{symbol}  {}", document.title).trim().to_owned()];
    let date = document
        .date
        .as_deref()
        .map(|date| format!("; date {date}"));
    let detected = report
        .detected
        .as_ref()
        .filter(|detected| **detected != document.language)
        .map(|detected| format!(" (the words look like {detected})"));
    lines.push(format!(
        "language {}{}{}",
        document.language,
        detected.unwrap_or_default(),
        date.unwrap_or_default(),
    ));
    lines.push(format!(
        "{} chapters, {} sections; {} opening, {} numbered, {} items, {} other; {} footnotes; {} in brackets",
        known.chapters,
        known.sections,
        known.opening,
        known.numbered,
        known.items,
        known.other,
        known.footnotes,
        known.brackets,
    ));
    lines.extend(
        report
            .outline
            .iter()
            .filter(|piece| piece.kind == "heading")
            .map(chapter),
    );
    for part in &report.not_compared {
        let count = part.count.as_deref().unwrap_or_default();
        lines.push(
            format!("not compared: {} {count}", part.part)
                .trim_end()
                .to_owned(),
        );
    }
    if report.comments > 0 {
        lines.push(format!("comments: {}", report.comments));
    }
    lines.extend(report.tracked.as_ref().map(changes));
    for stripped in &report.stripped {
        lines.push(format!("set aside: {} {}", stripped.count, stripped.kind));
        for piece in stripped.samples.iter().take(SAMPLES) {
            let page = piece
                .page
                .map(|page| format!("page {page}: "))
                .unwrap_or_default();
            lines.push(format!("  {page}{}", piece.text));
        }
    }
    for warning in &report.warnings {
        let more: Vec<&str> = [&warning.place, &warning.detail]
            .into_iter()
            .filter_map(|value| value.as_deref())
            .collect();
        lines.push(
            format!("to check: {} {}", warning.code, more.join(", "))
                .trim_end()
                .to_owned(),
        );
    }
    lines.join("\n") + "\n"
}

fn chapter(piece: &OutlineView) -> String {
    let indent = piece.level as usize * 2;
    let label = piece
        .label
        .as_ref()
        .map(|label| format!("{label} "))
        .unwrap_or_default();
    format!("{:indent$}{label}{}", "", piece.words)
}

fn changes(tracked: &TrackedView) -> String {
    let authors: Vec<String> = tracked
        .authors
        .iter()
        .map(|author| format!("{} ({})", author.name, author.changes))
        .collect();
    format!(
        "tracked changes: {} inserted, {} deleted, {} moved, read as accepted; by {}",
        tracked.inserted,
        tracked.deleted,
        tracked.moved,
        authors.join(", "),
    )
}

/// What to do about a refusal, by its code.
pub fn remedy(code: &str) -> Option<&'static str> {
    Some(match code {
        "import-empty" => "Check that the download is complete, and try again.",
        "import-unsupported" => "Save the text as PDF, DOCX, Markdown or plain text.",
        "import-mismatch" => "Give the file the ending that fits what it is, or save it again.",
        "import-damaged" => "Download the file again, or open it in its own program and save it.",
        "import-encrypted" => "Save a copy without a password.",
        "import-no-text" => "It is a scan: run it through text recognition first.",
        "import-too-large" => "Split the file.",
        "file-not-found" => "Check the path, or use a name of the library: wsis10, wsis20.",
        "not-found" => "Names of the library are wsis10, wsis20, and symbols of texts put into it.",
        "file-unreadable" => "Check that you may open it and that no other program holds it.",
        "write-failed" => "Choose another folder, or check that there is room on the disk.",
        "no-form" => "Add --format html, csv, json or summary, or give the file such an ending.",
        _ => return None,
    })
}
