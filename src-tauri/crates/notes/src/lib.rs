//! Annotations: how a passage is described so that it can be found again, also in another draft.

mod anchor;
mod note;

pub use anchor::{Anchor, Resolution, describe, resolve};
pub use note::{Note, NoteId, NoteState, Side};
