//! How long work goes on without asking whether it should stop.

use std::cell::Cell;
use std::time::Duration;

use cpu_time::ProcessTime;
use wsis_document::{Monitor, Stage, Stop};

/// A monitor that never stops and measures the CPU time between two questions: what somebody who
/// cancels has to wait for.
#[derive(Debug)]
pub struct Watch {
    last: Cell<ProcessTime>,
    longest: Cell<(Duration, u32)>,
    asked: Cell<u32>,
}

impl Watch {
    /// Begins to measure.
    pub fn start() -> Self {
        Watch {
            last: Cell::new(ProcessTime::now()),
            longest: Cell::default(),
            asked: Cell::new(0),
        }
    }

    /// The longest time between two questions, before the first one and after the last one, and
    /// after how many questions it was.
    pub fn longest(&self) -> (Duration, u32) {
        self.ask();
        self.longest.get()
    }

    /// How often it was asked.
    pub fn asked(&self) -> u32 {
        self.asked.get()
    }

    fn ask(&self) {
        let now = ProcessTime::now();
        let gap = now.duration_since(self.last.replace(now));
        if gap > self.longest.get().0 {
            self.longest.set((gap, self.asked.get()));
        }
    }
}

impl Monitor for Watch {
    fn progress(&self, _: Stage, _: u64, _: u64) {}

    fn stop(&self) -> Option<Stop> {
        self.ask();
        self.asked.set(self.asked.get() + 1);
        None
    }
}
