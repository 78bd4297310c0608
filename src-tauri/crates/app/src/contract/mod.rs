//! What crosses between the engine and a window: requests, answers and nothing else. Generated
//! to TypeScript by `wsis-bindings`; CI checks that the generated files are fresh.
//!
//! Text positions here count UTF-16 code units, as a browser does; inside the engine they are
//! bytes. Numbers fit a `u32`. Absent values are `null`, never missing keys.

mod comparison;
mod decision;
mod document;
mod intake;
mod note;
mod official;
mod passage;
mod session;

pub use comparison::*;
pub use decision::*;
pub use document::*;
pub use intake::*;
pub use note::*;
pub use official::*;
pub use passage::*;
pub use session::*;
