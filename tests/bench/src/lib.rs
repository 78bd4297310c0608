//! Measuring: made-up texts whose truth is known, scores against that truth, and other programs
//! run on the same files.
//!
//! The programs in `bin/` are thin; `script/bench` calls them in order.

pub mod generator;
pub mod peers;
pub mod plain;
pub mod readability;
pub mod score;
pub mod truth;
