//! The one integration binary: a module per concern.

mod arrows;
mod exports;
mod gold;
mod window_commands;
