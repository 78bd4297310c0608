//! The window's commands on standard input and output: for tests that drive the real engine.
//!
//! A line in is `{"id", "name", "payload", "job"}`; a line out is `{"id", "progress"}`,
//! `{"id", "ok"}` or `{"id", "error"}`. Calls run side by side, so that a job can be cancelled.

use std::io::{self, BufRead, Write};
use std::sync::Mutex;

use serde_json::{Value, json};
use wsis_app::App;
use wsis_app::contract::ProgressView;

/// Serves until the input ends.
pub fn serve(app: App) -> io::Result<()> {
    let out = Mutex::new(io::stdout());
    std::thread::scope(|scope| {
        for line in io::stdin().lock().lines() {
            let line = line?;
            let (app, out) = (&app, &out);
            scope.spawn(move || {
                let reply = answer(app, &line, &|message| say(out, &message));
                say(out, &reply);
            });
        }
        Ok(())
    })
}

fn answer(app: &App, line: &str, say: &(dyn Fn(Value) + Send + Sync)) -> Value {
    let call: Value = match serde_json::from_str(line) {
        Ok(call) => call,
        Err(error) => return json!({ "id": null, "error": wsis_app::internal(&error.to_string()) }),
    };
    let id = &call["id"];
    let progress = |message: ProgressView| say(json!({ "id": id, "progress": message }));
    let name = call["name"].as_str().unwrap_or_default();
    match app.call(
        name,
        call["payload"].clone(),
        call["job"].as_str(),
        &progress,
    ) {
        Ok(value) => json!({ "id": id, "ok": value }),
        Err(error) => json!({ "id": id, "error": error }),
    }
}

fn say(out: &Mutex<io::Stdout>, message: &Value) {
    let mut out = out
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    // Nobody listens any more: the input will end too.
    let _ = writeln!(out, "{message}").and_then(|()| out.flush());
}
