//! Starts a program, waits for it, and tells on standard error what it took: CPU seconds and the
//! peak of its memory in bytes. The program's own standard error is thrown away.
//!
//! The system counts a program's peak from before it replaced the process that started it: a
//! small program started by a large one would be told to be as large. So this one starts it, which
//! needs next to nothing itself.

use std::io;
use std::process::{Command, Stdio};

use wait4::Wait4;

fn main() -> io::Result<()> {
    let mut arguments = std::env::args_os().skip(1);
    let program = arguments
        .next()
        .ok_or_else(|| io::Error::other("launch PROGRAM [ARGUMENT …]"))?;
    let child = Command::new(program)
        .args(arguments)
        .stderr(Stdio::null())
        .spawn()?;
    let usage = child.wait4()?.rusage;
    let cpu = (usage.utime + usage.stime).as_secs_f64();
    eprintln!("{cpu} {}", usage.maxrss);
    Ok(())
}
