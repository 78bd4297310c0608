//! The program: a window around the engine.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod dialogs;
mod logs;
mod progress;
mod rpc;

use std::process::ExitCode;
use std::sync::Arc;

use tauri::{WebviewUrl, WebviewWindowBuilder};
use wsis_app::App;

fn main() -> ExitCode {
    if !has_display() {
        eprintln!(
            "WSIS Compare opens a window, and there is no display here: start it from a desktop session."
        );
        return ExitCode::FAILURE;
    }
    let folder = wsis_app::data_folder();
    logs::start(&folder);
    match run(Arc::new(App::new(folder))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("WSIS Compare could not open its window: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(app: Arc<App>) -> tauri::Result<()> {
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(app)
        .invoke_handler(tauri::generate_handler![rpc::rpc])
        .setup(|host| {
            WebviewWindowBuilder::new(host, "main", WebviewUrl::default())
                .title("WSIS Compare")
                .inner_size(1280.0, 800.0)
                .min_inner_size(480.0, 400.0)
                // The texts never navigate: whatever is not our own page stays closed.
                .on_navigation(|url| {
                    url.scheme() == "tauri"
                        || url.host_str() == Some("tauri.localhost")
                        || (cfg!(dev) && url.host_str() == Some("localhost"))
                })
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!())
}

/// GTK aborts with a backtrace where there is no display; a sentence is better.
fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
