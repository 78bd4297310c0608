//! The worst texts: the work stays bounded, and what is cut short is said. Counted in steps, never
//! in seconds.

use std::cell::Cell;

use wsis_compare::{Settings, compare};
use wsis_document::{Monitor, Stage, Stop};
use wsis_drafts::extremes::extremes;

/// Words a side.
const WORDS: usize = 4_000;

/// Counts how often it is asked, and says after some times that time is up.
struct Steps {
    asked: Cell<usize>,
    most: usize,
}

impl Monitor for Steps {
    fn progress(&self, _: Stage, _: u64, _: u64) {}
    fn stop(&self) -> Option<Stop> {
        self.asked.set(self.asked.get() + 1);
        (self.asked.get() > self.most).then_some(Stop::Deadline)
    }
}

fn steps(most: usize) -> Steps {
    Steps {
        asked: Cell::new(0),
        most,
    }
}

#[test]
fn the_worst_texts_end_within_a_budget_of_steps() {
    for pair in extremes(WORDS).unwrap() {
        let monitor = steps(usize::MAX);
        let result = compare(&pair.left, &pair.right, &Settings::default(), &[], &monitor);
        println!(
            "{}: asked {} times, cuts {:?}",
            pair.name,
            monitor.asked.get(),
            result.precision.cuts
        );
        assert!(monitor.asked.get() <= 4 * WORDS, "{}", pair.name);
    }
}

#[test]
fn time_that_is_up_from_the_first_moment_leaves_a_whole_result_that_says_so() {
    for pair in extremes(WORDS).unwrap() {
        let result = compare(
            &pair.left,
            &pair.right,
            &Settings::default(),
            &[],
            &steps(0),
        );
        assert!(!result.precision.cuts.is_empty(), "{}", pair.name);
        let covered: usize = result
            .links
            .iter()
            .map(|l| l.left.len() + l.right.len())
            .sum();
        assert_eq!(
            covered,
            pair.left.paragraphs.len() + pair.right.paragraphs.len(),
            "{}",
            pair.name
        );
    }
}
