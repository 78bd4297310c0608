//! Other programs on the same files: run in turn, so that a busy minute is everybody's, and
//! measured in CPU seconds, which a busy machine changes little.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A program with its arguments.
#[derive(Clone, Debug)]
pub struct Peer {
    /// How the table calls it.
    pub name: String,
    /// Program and arguments.
    pub command: Vec<String>,
    /// Which of its time counts.
    pub clock: Clock,
}

/// Whose clock tells how long a program worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The system's: all that the process took.
    System,
    /// Its own: the CPU seconds that it prints under this key of a JSON object.
    Own(&'static str),
}

impl Peer {
    /// A peer from its name and command line, by the system's clock.
    pub fn new<S: Into<String>>(
        name: impl Into<String>,
        command: impl IntoIterator<Item = S>,
    ) -> Self {
        Peer {
            name: name.into(),
            command: command.into_iter().map(Into::into).collect(),
            clock: Clock::System,
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
        let (program, arguments) = self
            .command
            .split_first()
            .ok_or_else(|| io::Error::other("a peer without a program"))?;
        let output = Command::new(program)
            .args(arguments)
            .stdin(Stdio::null())
            .output()?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }
}

/// What one run of a program took, its children included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Run {
    /// User and system time, in seconds.
    pub cpu: f64,
    /// Largest resident set of the program or of one child it waited for, in bytes.
    pub peak: u64,
}

/// The small program that starts the others, so that their peaks are their own: `bin/launch`.
#[derive(Clone, Debug)]
pub struct Launcher(PathBuf);

impl Launcher {
    /// The launcher at a path.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Launcher(path.into())
    }

    /// The launcher that was built beside the program that runs.
    ///
    /// # Errors
    /// When it is not there: `tests/bench` must be built first.
    pub fn beside() -> io::Result<Self> {
        let path = std::env::current_exe()?.with_file_name("launch");
        if Path::new(&path).is_file() {
            Ok(Launcher(path))
        } else {
            Err(io::Error::other(format!(
                "{} is not there: build tests/bench first",
                path.display()
            )))
        }
    }

    /// Runs a peer once. What it prints is looked at only for its own clock; else the system
    /// throws it away, as it would for a reader who does not look.
    ///
    /// # Errors
    /// When the program cannot be started, or does not print the time that its clock asks for. How
    /// it ends is not looked at: a diff says by its exit code that there are differences.
    pub fn run(&self, peer: &Peer) -> io::Result<Run> {
        let mut command = Command::new(&self.0);
        command.args(&peer.command).stdin(Stdio::null());
        if peer.clock == Clock::System {
            command.stdout(Stdio::null());
        }
        let Output { stdout, stderr, .. } = command.stderr(Stdio::piped()).output()?;
        let told = String::from_utf8_lossy(&stderr);
        let mut numbers = told.split_whitespace();
        let run = numbers.next().zip(numbers.next()).and_then(|(cpu, peak)| {
            Some(Run {
                cpu: cpu.parse().ok()?,
                peak: peak.parse().ok()?,
            })
        });
        let run = run.ok_or_else(|| io::Error::other(format!("{}: {told}", peer.name)))?;
        match peer.clock {
            Clock::System => Ok(run),
            Clock::Own(key) => {
                let value: serde_json::Value = serde_json::from_slice(&stdout)?;
                let cpu = value[key]
                    .as_f64()
                    .ok_or_else(|| io::Error::other(format!("{}: no {key}", peer.name)))?;
                Ok(Run { cpu, ..run })
            }
        }
    }

    /// Runs each of the peers `rounds` times, in turn, and answers with each one's median CPU time
    /// and greatest peak, in the order of `peers`.
    ///
    /// # Errors
    /// As [`Launcher::run`].
    pub fn in_turn(&self, peers: &[Peer], rounds: usize) -> io::Result<Vec<Run>> {
        let mut runs: Vec<Vec<Run>> = vec![Vec::with_capacity(rounds); peers.len()];
        for _ in 0..rounds {
            for (peer, runs) in peers.iter().zip(&mut runs) {
                runs.push(self.run(peer)?);
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
}
