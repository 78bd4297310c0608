//! Annotations: how a passage is described so that it can be found again, also in another draft.
//!
//! Formal texts are full of look-alikes, so the rule is: rather lost and listed than found in the
//! wrong place. A passage that cannot be told from another is [`Resolution::Ambiguous`], one
//! without enough in common with any is [`Resolution::Orphaned`]; nothing is deleted.

mod anchor;
mod approximate;
mod carry;
mod find;
mod note;
#[cfg(test)]
mod testing;

pub use anchor::{Anchor, Resolution, describe};
pub use carry::carry;
pub use find::resolve;
pub use note::{Note, NoteId, NoteState, Side, tidy_tags};
