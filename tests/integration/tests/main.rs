//! The one integration binary: a module per concern.

mod arrows;
mod decisions;
mod exports;
mod gold;
mod window_commands;
