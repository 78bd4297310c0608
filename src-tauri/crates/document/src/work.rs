//! How long work reports itself and is told to stop. Engine crates read no clock: the host gives
//! them a [`Monitor`] that knows about cancel buttons and deadlines.

/// What is being done, for the progress line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Fetching a document; steps are bytes.
    Fetching,
    /// Reading a file's bytes into blocks.
    Reading,
    /// Finding chapters, labels and notes.
    Structuring,
    /// Finding which paragraphs belong together.
    Aligning,
    /// Finding word differences.
    Differencing,
}

/// Why work must stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stop {
    /// The user asked for it; nothing of the result is kept.
    Cancelled,
    /// Time is up; what is there is kept and says where it was cut.
    Deadline,
}

/// Told of progress, asked whether to go on. Calls must be cheap: they come from inner loops,
/// though at most every few thousand steps.
pub trait Monitor {
    /// `done` of `total` steps of `stage`; `total` may be 0 when unknown.
    fn progress(&self, stage: Stage, done: u64, total: u64);
    /// `Some` once work must stop, and from then on.
    fn stop(&self) -> Option<Stop>;
}

/// A monitor that shows nothing and never stops: for tests and small work.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Monitor for Silent {
    fn progress(&self, _: Stage, _: u64, _: u64) {}
    fn stop(&self) -> Option<Stop> {
        None
    }
}
