//! The one command of the window. Everything goes to the engine's own dispatch, except what only
//! a desktop can do: dialogs, opening a page or a folder, ending the program.

use std::sync::Arc;

use serde_json::Value;
use tauri::{AppHandle, State, ipc::Channel};
use wsis_app::App;
use wsis_app::contract::{ErrorView, ProgressView};

use crate::{dialogs, progress};

/// Calls a command of the engine off the window's thread.
#[tauri::command]
pub async fn rpc(
    host: AppHandle,
    app: State<'_, Arc<App>>,
    name: String,
    payload: Value,
    job: Option<String>,
    channel: Channel<ProgressView>,
) -> Result<Value, ErrorView> {
    let app = Arc::clone(&app);
    let work = move || match name.as_str() {
        "dialog.open" => Ok(dialogs::open(&host)),
        "dialog.save" => Ok(dialogs::save(&host, &payload)),
        "shell.open" => dialogs::browse(&app, &payload),
        "shell.folder" => dialogs::folder(&app, &payload),
        "app.quit" => {
            host.exit(0);
            Ok(Value::Null)
        }
        _ => app.call(&name, payload, job.as_deref(), &progress::to(channel)),
    };
    tauri::async_runtime::spawn_blocking(work)
        .await
        .unwrap_or_else(|error| Err(wsis_app::internal(&error.to_string())))
}
