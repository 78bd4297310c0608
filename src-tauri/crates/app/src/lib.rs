//! Use cases.
pub mod contract;
