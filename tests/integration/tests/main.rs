//! The one integration binary: a module per concern.

mod arrows;
mod corpus;
mod decisions;
mod exports;
mod extremes;
mod gold;
mod intake;
mod official;
mod samples;
mod window_commands;
