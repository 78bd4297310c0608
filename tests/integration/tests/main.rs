//! The one integration binary: a module per concern.

mod arrows;
mod brackets;
mod corpus;
mod decisions;
mod exports;
mod extremes;
mod gold;
mod intake;
mod messages;
mod official;
mod samples;
mod window_commands;
