//! Asking whether to go on, neither so often that it costs nor so seldom that somebody waits.

use std::cell::Cell;

use wsis_document::Monitor;

/// Words, or steps of about their cost, between two questions. A few milliseconds of the dearest
/// stage, so that a comparison that is called off ends within a tenth of a second.
const ROUND: usize = 1 << 13;

/// A monitor with the work done since it was asked last.
pub(crate) struct Pace<'a> {
    monitor: &'a dyn Monitor,
    done: Cell<usize>,
    late: Cell<bool>,
}

impl<'a> Pace<'a> {
    /// Nothing done yet.
    pub(crate) fn new(monitor: &'a dyn Monitor) -> Self {
        Pace {
            monitor,
            done: Cell::new(0),
            late: Cell::new(false),
        }
    }

    /// Counts work that was done; whether to stop. Once it is late it stays so.
    pub(crate) fn late(&self, words: usize) -> bool {
        let done = self.done.get() + words;
        if done < ROUND {
            self.done.set(done);
            return self.late.get();
        }
        self.ask()
    }

    /// The same, asked at once: between two stages.
    pub(crate) fn ask(&self) -> bool {
        self.done.set(0);
        if !self.late.get() {
            self.late.set(self.monitor.stop().is_some());
        }
        self.late.get()
    }

    /// Whether it was late when it was asked last.
    pub(crate) fn was_late(&self) -> bool {
        self.late.get()
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use wsis_document::{Stage, Stop};

    use super::*;
    use crate::invariants::document;
    use crate::{Prepared, Settings};

    /// Counts how often it is asked, and stops after so many questions.
    struct Counting {
        asked: Cell<usize>,
        most: usize,
    }

    impl Monitor for Counting {
        fn progress(&self, _: Stage, _: u64, _: u64) {}

        fn stop(&self) -> Option<Stop> {
            self.asked.set(self.asked.get() + 1);
            (self.asked.get() > self.most).then_some(Stop::Cancelled)
        }
    }

    fn counting(most: usize) -> Counting {
        Counting {
            asked: Cell::new(0),
            most,
        }
    }

    #[test]
    fn it_is_asked_once_in_a_round_and_stays_late() {
        let monitor = counting(1);
        let pace = Pace::new(&monitor);
        assert!(!pace.late(ROUND - 1) && !pace.late(1));
        assert_eq!(monitor.asked.get(), 1);
        assert!(pace.late(ROUND) && pace.late(1) && pace.ask());
        assert_eq!(monitor.asked.get(), 2);
    }

    #[test]
    fn every_stage_asks_again_and_again() {
        let words = |salt: usize| -> Vec<String> {
            let word = |k: usize| format!("w{}", k * k % 7919 + salt * (k % 11 / 10));
            let paragraph = |p: usize| {
                (p * 50..p * 50 + 50)
                    .map(word)
                    .collect::<Vec<_>>()
                    .join(" ")
            };
            (0..ROUND / 10).map(paragraph).collect()
        };
        let texts = [0, 1].map(|salt| document("en", &[("", words(salt))]));
        let rounds = 2 * texts[0].paragraphs.len() * 50 / ROUND;
        let monitor = counting(usize::MAX);
        let prepared = Prepared::new(&texts[0], &texts[1], &monitor);
        // The words are cut, their pairs are seen, and their features are counted.
        assert!(monitor.asked.get() >= 3 * rounds, "{}", monitor.asked.get());
        let monitor = counting(usize::MAX);
        let whole = prepared.compare(&Settings::default(), &[], &monitor);
        assert!(whole.precision.cuts.is_empty());
        assert!(monitor.asked.get() >= rounds, "{}", monitor.asked.get());
        // Who is told to stop does no more work, but for a look at each link.
        for most in [0, rounds, 2 * rounds, 4 * rounds] {
            let monitor = counting(most);
            let cut = crate::compare(&texts[0], &texts[1], &Settings::default(), &[], &monitor);
            assert!(!cut.precision.cuts.is_empty());
            let after = monitor.asked.get() - most;
            assert!(after < 2 * texts[0].paragraphs.len(), "{after}");
        }
    }
}
