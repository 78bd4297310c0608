//! Web pages of official texts: the same declaration in seven languages has the same articles.
#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests")]

use std::path::{Path, PathBuf};

use wsis_document::{Document, Label, ParagraphKind, Silent};
use wsis_import::{Options, import};
