//! Progress messages from a job to the window.

use tauri::ipc::Channel;
use wsis_app::contract::ProgressView;

/// A listener that passes messages on. A window that is gone is no reason to stop the work.
pub fn to(channel: Channel<ProgressView>) -> impl Fn(ProgressView) + Send + Sync {
    move |message| {
        if let Err(error) = channel.send(message) {
            tracing::debug!(%error, "nobody listens to progress any more");
        }
    }
}
