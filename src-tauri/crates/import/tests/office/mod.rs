//! Texts that a word processor lays out, so that what a PDF holds is known for sure.

pub mod flat;
pub mod measure;
pub mod phrases;
pub mod source;

use std::path::Path;
use std::process::{Command, Stdio};

/// Whether a word processor is here; else prints that `test` is skipped.
pub fn is_here(test: &str) -> bool {
    let here = Command::new("soffice")
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if !here {
        println!("skipped: {test}: LibreOffice (soffice) is not here");
    }
    here
}

/// Lays the files of `folder` out as PDF files in `out`, all in one go.
pub fn to_pdf(folder: &Path, names: &[String], out: &Path, tagged: bool) {
    let filter = format!(
        "pdf:writer_pdf_Export:{{\"UseTaggedPDF\":{{\"type\":\"boolean\",\"value\":\"{tagged}\"}}}}"
    );
    // A profile of its own: the user's stays as it is, and runs side by side do not meet.
    let profile = format!(
        "-env:UserInstallation=file://{}",
        folder.join("profile").display()
    );
    let output = Command::new("soffice")
        .args([
            &profile,
            "--headless",
            "--norestore",
            "--convert-to",
            &filter,
            "--outdir",
        ])
        .arg(out)
        .args(names.iter().map(|name| folder.join(name)))
        .output()
        .expect("soffice starts");
    for name in names {
        let pdf = out.join(name).with_extension("pdf");
        assert!(
            pdf.is_file(),
            "{name} was not laid out: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}
