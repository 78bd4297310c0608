//! Other programs on the same files: run in turn, so that a busy minute is everybody's, and
//! measured in CPU seconds, which a busy machine changes little.

use std::io;
use std::process::{Command, Stdio};

use wait4::Wait4;

/// A program with its arguments.
#[derive(Clone, Debug)]
pub struct Peer {
    /// How the table calls it.
    pub name: String,
    /// Program and arguments.
    pub command: Vec<String>,
}

impl Peer {
    /// A peer from its name and command line.
    pub fn new<S: Into<String>>(
        name: impl Into<String>,
        command: impl IntoIterator<Item = S>,
    ) -> Self {
        Peer {
            name: name.into(),
            command: command.into_iter().map(Into::into).collect(),
        }
    }

    /// Whether its program can be started here.
    pub fn is_here(&self) -> bool {
        self.command.first().is_some_and(|program| {
            Command::new(program)
                .arg("--version")
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .status()
                .is_ok()
        })
    }

    /// What it prints.
    ///
    /// # Errors
    /// When the program cannot be started.
    pub fn output(&self) -> io::Result<String> {
        let mut command = self.program()?;
        let output = command.stdin(Stdio::null()).output()?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    fn program(&self) -> io::Result<Command> {
        let (program, arguments) = self
            .command
            .split_first()
            .ok_or_else(|| io::Error::other("a peer without a program"))?;
        let mut command = Command::new(program);
        command.args(arguments);
        Ok(command)
    }

    /// Runs it once. What it prints to standard output is thrown away by the system, as it would
    /// be for a reader who does not look.
    ///
    /// # Errors
    /// When the program cannot be started. How it ends is not looked at: a diff says by its exit
    /// code that there are differences.
    pub fn run(&self) -> io::Result<Run> {
        let child = self
            .program()?
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let usage = child.wait4()?.rusage;
        Ok(Run {
            cpu: (usage.utime + usage.stime).as_secs_f64(),
            peak: usage.maxrss,
        })
    }
}

/// What one run of a program took, its children included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Run {
    /// User and system time, in seconds.
    pub cpu: f64,
    /// Largest resident set of the program or of one child it waited for, in bytes. The system counts
    /// from before the program replaced its parent: nothing below the parent's own set is ever told.
    pub peak: u64,
}

/// Runs each of the peers `rounds` times, in turn, and answers with each one's median CPU time
/// and greatest peak, in the order of `peers`.
///
/// # Errors
/// When one cannot be started.
pub fn in_turn(peers: &[Peer], rounds: usize) -> io::Result<Vec<Run>> {
    let mut runs: Vec<Vec<Run>> = vec![Vec::with_capacity(rounds); peers.len()];
    for _ in 0..rounds {
        for (peer, runs) in peers.iter().zip(&mut runs) {
            runs.push(peer.run()?);
        }
    }
    Ok(runs
        .iter()
        .map(|runs| Run {
            cpu: median(runs.iter().map(|run| run.cpu)),
            peak: runs.iter().map(|run| run.peak).max().unwrap_or(0),
        })
        .collect())
}

/// The middle value; of an even number of values the lower of the two in the middle; 0 of none.
pub fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values
        .get(values.len().saturating_sub(1) / 2)
        .copied()
        .unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_a_measured_value() {
        assert_eq!(median([3.0, 1.0, 2.0].into_iter()), 2.0);
        assert_eq!(median([4.0, 1.0].into_iter()), 1.0);
        assert_eq!(median([].into_iter()), 0.0);
    }

    #[test]
    fn a_run_is_measured() {
        let run = Peer::new("true", ["true"]).run().unwrap();
        assert!(run.cpu >= 0.0 && run.peak > 0);
    }
}
