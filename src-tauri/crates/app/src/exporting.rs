//! Writing a comparison to a file.

use std::path::Path;

use wsis_compare::Row;
use wsis_export::{Chapter, Decision, ExportOptions, Locale, Proposal};

use crate::contract::ExportRequest;
use crate::view::Opened;
use crate::{App, AppError, catalogue, lock};

/// The forms in which a comparison can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// One self-contained page that prints well.
    Html,
    /// A table for spreadsheets.
    Csv,
    /// For programs.
    Json,
}

impl ExportFormat {
    /// By its name; `None` for a form that there is not.
    pub fn by_name(name: &str) -> Option<Self> {
        match name {
            "html" => Some(ExportFormat::Html),
            "csv" => Some(ExportFormat::Csv),
            "json" => Some(ExportFormat::Json),
            _ => None,
        }
    }
}

impl App {
    /// Writes a comparison, whole or one chapter, with the notes on its documents. Answers with
    /// the path.
    pub(crate) fn export(&self, request: &ExportRequest) -> Result<String, AppError> {
        let format = ExportFormat::by_name(&request.format)
            .ok_or_else(|| AppError::invalid(format!("no format {}", request.format)))?;
        let opened = self.reopened(&request.comparison)?;
        let settings = self.settings("")?;
        let mut notes = Vec::new();
        for document in [&opened.left, &opened.right] {
            notes.extend(self.with_store(|store| Ok(store.notes_of(&document.id)?))?);
        }
        if opened.left.id == opened.right.id {
            notes.truncate(notes.len() / 2);
        }
        let options = ExportOptions {
            locale: Locale::new(&settings.language),
            newer_left: settings.newer_left.then_some(true),
            chapter: request.chapter.map(|at| chapter(&opened, at)).transpose()?,
            only_changes: false,
            notes,
            decisions: self
                .decisions(&opened.left.id, &opened.right.id)?
                .into_iter()
                .map(|row| Decision {
                    link: row.link,
                    author: row.by.author,
                    made_at: row.by.made_at,
                    reason: row.by.reason,
                })
                .collect(),
            proposals: proposals(&opened),
            left_name: catalogue::short_name(opened.left.symbol.as_deref()),
            right_name: catalogue::short_name(opened.right.symbol.as_deref()),
        };
        let bytes = render(&opened, format, &options)?;
        write_file(Path::new(&request.path), &bytes)?;
        lock(&self.exported).insert(request.path.clone().into());
        Ok(request.path.clone())
    }
}

/// Who made tracked changes to the two texts.
fn proposals(opened: &Opened) -> Vec<Proposal> {
    [&opened.left, &opened.right]
        .into_iter()
        .zip(&opened.proposals)
        .flat_map(|(document, proposals)| {
            proposals.iter().map(|(paragraph, change)| Proposal {
                document: document.id.clone(),
                paragraph: paragraph.to_owned(),
                passage: change.passage.clone(),
                author: change.author.clone(),
                date: change.date.clone(),
            })
        })
        .collect()
}

fn render(
    opened: &Opened,
    format: ExportFormat,
    options: &ExportOptions,
) -> Result<Vec<u8>, AppError> {
    render_texts(
        &opened.left,
        &opened.right,
        &opened.comparison,
        format,
        options,
    )
}

/// A comparison as the bytes of a file.
pub(crate) fn render_texts(
    left: &wsis_document::Document,
    right: &wsis_document::Document,
    comparison: &wsis_compare::Comparison,
    format: ExportFormat,
    options: &ExportOptions,
) -> Result<Vec<u8>, AppError> {
    let internal = |what: String| AppError::Internal { what };
    match format {
        ExportFormat::Html => Ok(wsis_export::html(left, right, comparison, options).into_bytes()),
        ExportFormat::Csv => wsis_export::csv(left, right, comparison, options)
            .map_err(|error| internal(error.to_string())),
        ExportFormat::Json => {
            let value = wsis_export::json(left, right, comparison, options);
            let mut bytes =
                serde_json::to_vec_pretty(&value).map_err(|error| internal(error.to_string()))?;
            bytes.push(b'\n');
            Ok(bytes)
        }
    }
}

/// The chapter at a position of the navigator.
fn chapter(opened: &Opened, at: u32) -> Result<Chapter, AppError> {
    let view = opened
        .chapters
        .get(at as usize)
        .ok_or_else(|| AppError::not_found("the chapter"))?;
    match opened.rows.get(view.row as usize) {
        Some(Row::Heading { left, right, .. }) => Ok(Chapter::Sections {
            left: left.clone(),
            right: right.clone(),
        }),
        _ => Ok(Chapter::Opening),
    }
}

/// Writes a file whole or not at all: beside its place first, then renamed.
pub(crate) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), AppError> {
    let file = path.to_string_lossy().into_owned();
    let failed = |source| AppError::WriteFailed {
        file: file.clone(),
        source,
    };
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    std::fs::write(&beside, bytes).map_err(failed)?;
    std::fs::rename(&beside, path).map_err(|source| {
        // The half that is left over is of no use to anybody.
        let _ = std::fs::remove_file(&beside);
        failed(source)
    })
}
