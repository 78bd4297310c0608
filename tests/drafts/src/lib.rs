//! Made-up drafts whose truth is known, and scores of a comparison against that truth. Used by the
//! tests over `tests/corpus` and by the bench in `tests/bench`; no part of the program.

pub mod extremes;
pub mod generator;
pub mod plain;
pub mod readability;
pub mod score;
pub mod truth;
