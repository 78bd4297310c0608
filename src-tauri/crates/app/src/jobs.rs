//! Long work: progress at most ten times a second, a cancel flag, a deadline.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use wsis_document::{Monitor, Stage, Stop};

use crate::contract::ProgressView;

/// Somebody who is told of progress.
pub type Listener<'a> = &'a (dyn Fn(ProgressView) + Send + Sync);

/// The jobs that run now, by the names their callers gave them.
#[derive(Default)]
pub(crate) struct Jobs {
    running: Mutex<HashMap<String, Arc<AtomicBool>>>,
}

impl Jobs {
    /// Registers a job for as long as the answer lives. Work without a name cannot be cancelled.
    pub fn start<'a>(
        &'a self,
        name: Option<&str>,
        deadline: Option<Duration>,
        listener: Listener<'a>,
    ) -> Job<'a> {
        let flag = Arc::new(AtomicBool::new(false));
        if let Some(name) = name {
            self.lock().insert(name.to_owned(), Arc::clone(&flag));
        }
        Job {
            jobs: self,
            name: name.map(str::to_owned),
            flag,
            deadline: deadline.map(|time| Instant::now() + time),
            listener,
            last: Mutex::new(None),
        }
    }

    /// Asks a job to stop. A job that has ended is no error.
    pub fn cancel(&self, name: &str) {
        if let Some(flag) = self.lock().get(name) {
            flag.store(true, Ordering::Relaxed);
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<String, Arc<AtomicBool>>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One running job: the [`Monitor`] that the engine's crates are given.
pub(crate) struct Job<'a> {
    jobs: &'a Jobs,
    name: Option<String>,
    flag: Arc<AtomicBool>,
    deadline: Option<Instant>,
    listener: Listener<'a>,
    last: Mutex<Option<(Stage, Instant)>>,
}

impl Job<'_> {
    const INTERVAL: Duration = Duration::from_millis(100);

    /// Whether the user asked for it to stop.
    pub fn cancelled(&self) -> bool {
        self.flag.load(Ordering::Relaxed)
    }
}

impl Monitor for Job<'_> {
    fn progress(&self, stage: Stage, done: u64, total: u64) {
        let Some(name) = &self.name else { return };
        let now = Instant::now();
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let due = match *last {
            Some((before, at)) => before != stage || now.duration_since(at) >= Self::INTERVAL,
            None => true,
        };
        if due {
            *last = Some((stage, now));
            let count = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
            (self.listener)(ProgressView {
                job: name.clone(),
                stage: stage_name(stage).to_owned(),
                done: count(done),
                total: count(total),
            });
        }
    }

    fn stop(&self) -> Option<Stop> {
        if self.cancelled() {
            Some(Stop::Cancelled)
        } else if self.deadline.is_some_and(|at| Instant::now() >= at) {
            Some(Stop::Deadline)
        } else {
            None
        }
    }
}

impl Drop for Job<'_> {
    fn drop(&mut self) {
        if let Some(name) = &self.name {
            let mut running = self.jobs.lock();
            // A later job may have taken the name over.
            if running
                .get(name)
                .is_some_and(|flag| Arc::ptr_eq(flag, &self.flag))
            {
                running.remove(name);
            }
        }
    }
}

fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Fetching => "fetching",
        Stage::Reading => "reading",
        Stage::Structuring => "structuring",
        Stage::Aligning => "aligning",
        Stage::Differencing => "differencing",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cancelled_job_stops_and_others_go_on() {
        let jobs = Jobs::default();
        let first = jobs.start(Some("a"), None, &|_| {});
        let second = jobs.start(Some("b"), None, &|_| {});
        jobs.cancel("a");
        assert_eq!(first.stop(), Some(Stop::Cancelled));
        assert_eq!(second.stop(), None);
    }

    #[test]
    fn a_job_past_its_deadline_stops() {
        let jobs = Jobs::default();
        let job = jobs.start(None, Some(Duration::ZERO), &|_| {});
        assert_eq!(job.stop(), Some(Stop::Deadline));
    }

    #[test]
    fn progress_is_thinned_out_within_a_stage() {
        let jobs = Jobs::default();
        let seen = Mutex::new(Vec::new());
        let listener = |message: ProgressView| seen.lock().unwrap().push(message.stage);
        let job = jobs.start(Some("a"), None, &listener);
        for step in 0..1000 {
            job.progress(Stage::Aligning, step, 1000);
        }
        job.progress(Stage::Differencing, 0, 10);
        let seen = seen.lock().unwrap();
        assert_eq!(seen.last().map(String::as_str), Some("differencing"));
        assert!(seen.len() < 100, "{} messages", seen.len());
    }

    #[test]
    fn a_job_that_ended_is_forgotten() {
        let jobs = Jobs::default();
        drop(jobs.start(Some("a"), None, &|_| {}));
        assert!(jobs.lock().is_empty());
    }
}
