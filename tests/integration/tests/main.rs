//! The one integration binary: a module per concern.

mod arrows;
mod exports;
mod window_commands;
