//! CPU time of importing files made to harm, those of the import's own tests. Each has to end, in a
//! text or in a clear refusal, in less than two seconds.

#[path = "../../../../src-tauri/crates/import/tests/hostile/mod.rs"]
mod hostile;

use cpu_time::ProcessTime;
use wsis_document::Silent;
use wsis_import::{Options, import};

/// Seconds.
const BAR: f64 = 2.0;

fn main() {
    let mut slow = Vec::new();
    println!("| file | kB | CPU, s | ends |\n| --- | ---: | ---: | --- |");
    let files = hostile::markup::files().into_iter();
    for file in files.chain(hostile::pdf::files()) {
        let start = ProcessTime::now();
        let read = import(file.file, &file.bytes, &Options::default(), &Silent);
        let seconds = start.elapsed().as_secs_f64();
        let outcome = read.map(|document| document.paragraphs.len());
        let outcome = outcome.map_err(|error| error.code());
        let ends = match outcome {
            Ok(1) => "1 paragraph".to_owned(),
            Ok(count) => format!("{count} paragraphs"),
            Err(code) => code.to_owned(),
        };
        let wrong = if file.ends.is_met(outcome) {
            ""
        } else {
            " (unexpected)"
        };
        let (name, kind) = (file.name, file.file.trim_start_matches("a."));
        let size = file.bytes.len() / 1024;
        println!("| {kind}: {name} | {size} | {seconds:.2} | {ends}{wrong} |");
        if seconds > BAR {
            slow.push(format!("{kind}: {name}"));
        }
    }
    match slow.as_slice() {
        [] => println!("\nAll end in less than {BAR} s."),
        slow => println!("\nOver {BAR} s: {}.", slow.join("; ")),
    }
}
