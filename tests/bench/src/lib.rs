//! Measuring: other programs run on the same files as ours. The files come from `wsis-drafts`.
//!
//! The programs in `bin/` are thin; `script/bench` calls them in order.

pub mod induced;
pub mod peers;
pub mod watch;
