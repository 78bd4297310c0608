//! What the launcher tells of the programs it starts.

use wsis_bench::peers::{Clock, Launcher, Peer};

fn launcher() -> Launcher {
    Launcher::new(env!("CARGO_BIN_EXE_launch"))
}

#[test]
fn the_peak_of_a_small_program_is_its_own() {
    let large = vec![1u8; 64 << 20];
    let run = launcher().run(&Peer::new("true", ["true"])).unwrap();
    assert!(large.iter().all(|byte| *byte == 1));
    assert!(run.cpu >= 0.0);
    assert!((1..16 << 20).contains(&run.peak), "{run:?}");
}

#[test]
fn a_program_can_tell_its_own_time() {
    let mut peer = Peer::new("echo", ["echo", "{\"seconds\": 2.5}"]);
    peer.clock = Clock::Own("seconds");
    assert_eq!(launcher().run(&peer).unwrap().cpu, 2.5);
    peer.clock = Clock::Own("minutes");
    assert!(launcher().run(&peer).is_err());
}

#[test]
fn what_cannot_be_started_is_an_error() {
    assert!(
        launcher()
            .run(&Peer::new("none", ["no-such-program"]))
            .is_err()
    );
}
