//! What only the desktop can do: its file dialogs, its browser and its file manager.

use serde_json::Value;
use tauri::AppHandle;
use tauri_plugin_dialog::DialogExt;
use wsis_app::App;
use wsis_app::contract::ErrorView;

/// Asks for a text to open; the path, or null when the user thought better of it.
pub fn open(host: &AppHandle) -> Value {
    let picked = host
        .dialog()
        .file()
        .add_filter(
            "PDF, Word, HTML, Markdown, text",
            &[
                "pdf", "docx", "docm", "doc", "html", "htm", "xml", "md", "txt",
            ],
        )
        .blocking_pick_file();
    path_or_null(picked)
}

/// Asks where to write a file; payload `{name, extension}`.
pub fn save(host: &AppHandle, payload: &Value) -> Value {
    let text = |key: &str| {
        payload
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let extension = text("extension");
    let picked = host
        .dialog()
        .file()
        .set_file_name(text("name"))
        .add_filter(extension.to_uppercase(), &[extension.as_str()])
        .blocking_save_file();
    path_or_null(picked)
}

/// Opens a reading page in the user's browser; payload `{address}`. Only addresses of the
/// catalogue are opened: a text cannot send anybody anywhere.
pub fn browse(app: &App, payload: &Value) -> Result<Value, ErrorView> {
    let address = payload
        .get("address")
        .and_then(Value::as_str)
        .unwrap_or_default();
    app.check_address(address)?;
    open::that_detached(address)
        .map(|()| Value::Null)
        .map_err(|error| wsis_app::internal(&format!("the browser: {error}")))
}

/// Shows the folder of an exported file in the desktop's file manager; payload `{path}`.
pub fn folder(app: &App, payload: &Value) -> Result<Value, ErrorView> {
    let path = payload
        .get("path")
        .and_then(Value::as_str)
        .unwrap_or_default();
    open::that_detached(app.folder_of_export(path)?)
        .map(|()| Value::Null)
        .map_err(|error| wsis_app::internal(&format!("the file manager: {error}")))
}

fn path_or_null(picked: Option<tauri_plugin_dialog::FilePath>) -> Value {
    picked
        .and_then(|path| path.into_path().ok())
        .map_or(Value::Null, |path| {
            Value::String(path.to_string_lossy().into_owned())
        })
}
