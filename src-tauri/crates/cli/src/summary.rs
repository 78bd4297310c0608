//! What a person reads: an import in a few lines, and what to do about a refusal.

use serde_json::Value;

/// An import in a few lines.
pub fn of_import(import: &Value) -> String {
    let list = |key: &str| import[key].as_array().map_or(&[][..], Vec::as_slice);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let numbered = list("paragraphs")
        .iter()
        .filter(|p| p["kind"] == "operative")
        .count();
    let mut lines = vec![
        format!("{}  {}", text(&import["symbol"]), text(&import["title"]))
            .trim()
            .to_owned(),
        format!(
            "language {}; {} headings; {} paragraphs, {numbered} of them numbered; {} footnotes",
            text(&import["language"]),
            list("sections").len(),
            list("paragraphs").len(),
            list("footnotes").len(),
        ),
    ];
    for section in list("sections") {
        let indent = section["level"].as_u64().unwrap_or(1) as usize * 2;
        let label = section["label"]
            .as_str()
            .map(|l| format!("{l} "))
            .unwrap_or_default();
        lines.push(format!(
            "{:indent$}{label}{}",
            "",
            text(&section["heading"])
        ));
    }
    for warning in list("warnings") {
        let more: Vec<&str> = ["place", "detail"]
            .iter()
            .filter_map(|key| warning[key].as_str())
            .collect();
        lines.push(format!(
            "to check: {} {}",
            text(&warning["code"]),
            more.join(", ")
        ));
    }
    lines.join("\n") + "\n"
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
        _ => return None,
    })
}
