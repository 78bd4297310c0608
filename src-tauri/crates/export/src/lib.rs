//! A [`Comparison`](wsis_compare::Comparison) with its notes becomes a file: a page that prints,
//! a table for a spreadsheet, JSON for programs, or a summary to read.
//!
//! Every exporter is a pure function of the two documents, the comparison and the
//! [`ExportOptions`]: the same input gives the same bytes. Nothing here writes to disk.
//!
//! | module | idea |
//! | --- | --- |
//! | `options` | what the user may choose |
//! | `chapter` | which chapter is meant, and which links belong to it |
//! | `decision` | what people decided, with who, when and why |
//! | `sheet` | the rows that an export shows, with their notes |
//! | `overview` | what is said of a comparison before its rows |
//! | `pieces` | a paragraph's text cut into runs that are shown in one way |
//! | `messages` | sentences in the reader's language |
//! | `html` | the page: its frame, its rows, its style sheet |
//! | `spreadsheet` | CSV |
//! | `json`, `import_json` | JSON |
//! | `summary` | a few lines of plain text |

mod chapter;
mod decision;
mod html;
mod import_json;
mod json;
mod messages;
mod options;
mod overview;
mod pieces;
mod proposal;
mod sheet;
mod spreadsheet;
mod summary;

#[cfg(test)]
mod samples;

pub use chapter::{Chapter, ChapterError, find_chapter};
pub use decision::Decision;
pub use html::html;
pub use import_json::import_json;
pub use json::{SCHEMA, json};
pub use messages::Locale;
pub use options::ExportOptions;
pub use proposal::Proposal;
pub use spreadsheet::{CsvError, csv};
pub use summary::{summary, written};
