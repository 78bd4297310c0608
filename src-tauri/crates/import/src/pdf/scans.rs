//! Scans between pages of text, whose words are not read.

use wsis_document::{Warning, WarningCode};

use super::glyph::{INK, Page};

/// Most characters of a stamp, which is put on a scan by machine or by hand: a date, a number, the
/// name of an archive. A page of text has a thousand and more.
const STAMP: usize = 120;

/// The part of its page that the picture of a scan covers at least; margins may be cut off.
const COVERED: f32 = 0.8;

/// Warns of pages that are pictures. Neighbours share a warning.
pub(super) fn warnings(pages: &[Page]) -> Vec<Warning> {
    let scans: Vec<bool> = pages.iter().map(is_scan).collect();
    let mut number = 0;
    let mut warnings = Vec::new();
    for run in scans.chunk_by(|a, b| a == b) {
        let first = number + 1;
        number += run.len();
        if run[0] {
            warnings.push(Warning {
                code: WarningCode::PageWithoutText,
                place: Some(if first == number {
                    first.to_string()
                } else {
                    format!("{first}–{number}")
                }),
                detail: None,
            });
        }
    }
    warnings
}

/// Whether a page holds pictures or shapes and no text, or pictures that cover it and so few words
/// that they can be a stamp.
fn is_scan(page: &Page) -> bool {
    let drawn = page.glyphs.iter().chain(&page.turned);
    let printed = drawn.filter(|g| !g.is_space() && g.ch != INK).count();
    let covered = page.pictured >= COVERED * page.width * page.height;
    page.has_pictures && (printed == 0 || covered && printed <= STAMP)
}

#[cfg(test)]
mod tests {
    use wsis_document::Silent;

    use super::super::read;
    use super::super::sample::{REGULAR, Sample};
    use super::*;

    /// Pages that are told to hold no text.
    fn scans(sample: Sample) -> Vec<String> {
        let warnings = read(&sample.build(), &Silent)
            .expect("the sample is sound")
            .warnings
            .into_iter();
        warnings
            .filter(|w| w.code == WarningCode::PageWithoutText)
            .filter_map(|w| w.place)
            .collect()
    }

    #[test]
    fn a_page_with_a_picture_alone_is_told() {
        let picture = "ET 10 10 100 100 re f BT";
        let text = |s: Sample| s.page().body(100.0, &["The harbour is closed."]);
        let drawn = |s: Sample| s.page().show(REGULAR, 10.0, 0.0, 0.0, picture);
        let sample = drawn(drawn(text(drawn(text(Sample::default())).page())));
        // The third page is empty, as pages between chapters are.
        assert_eq!(scans(text(sample)), ["2", "5–6"]);
    }

    #[test]
    fn a_stamp_on_a_scan_is_no_text() {
        // A picture of one dot, as wide and as high as is said, at the foot of the page.
        let picture = |width: f32, height: f32| {
            format!("ET q {width} 0 0 {height} 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID a EI Q BT")
        };
        let words = "Received at the harbour office on 3 May";
        let page = |s: Sample, shape: &str, text: &str| {
            s.page()
                .show(REGULAR, 10.0, 0.0, 0.0, shape)
                .text(REGULAR, 10.0, 123.0, 100.0, text)
        };
        let turned = "0 1 -1 0 20 90 Tm (Registry) Tj";
        let sample = page(Sample::default(), &picture(612.0, 792.0), words);
        let sample = page(sample, &picture(612.0, 300.0), words);
        let sample = page(
            sample,
            &picture(612.0, 792.0),
            &format!("{words}. ").repeat(5),
        );
        let strips = format!("{} {}", picture(612.0, 400.0), picture(560.0, 380.0));
        let sample = page(sample, &strips, words);
        let sample = sample
            .page()
            .show(REGULAR, 10.0, 0.0, 0.0, &picture(612.0, 700.0))
            .show(REGULAR, 10.0, 0.0, 0.0, turned);
        assert_eq!(scans(sample), ["1", "4–5"]);
    }
}
