import { Channel, invoke } from '@tauri-apps/api/core';
import { TauriEvent } from '@tauri-apps/api/event';
import { getCurrentWebview } from '@tauri-apps/api/webview';
import { getCurrentWindow } from '@tauri-apps/api/window';

import { EngineError, type CallOptions, type DropListener, type Engine } from './engine';
import type { ProgressView } from './types';

/** The engine inside the shell: one asynchronous command carries every call. */
export function tauriEngine(): Engine {
  async function call<T>(name: string, payload: unknown, options: CallOptions = {}): Promise<T> {
    const channel = new Channel<ProgressView>();
    channel.onmessage = (progress) => options.onProgress?.(progress);
    try {
      return await invoke<T>('rpc', { name, payload, job: options.job ?? null, channel });
    } catch (thrown) {
      throw EngineError.from(thrown);
    }
  }

  return {
    call,
    async openFileDialog() {
      const path = await call<string | null>('dialog.open', {});
      return path === null ? null : { path };
    },
    saveFileDialog: (name, extension) => call('dialog.save', { name, extension }),
    onFilesDropped(listener: DropListener) {
      const stop = getCurrentWebview().onDragDropEvent(({ payload }) => {
        if (payload.type === 'over') return;
        listener.hover(payload.type === 'enter');
        if (payload.type === 'drop') listener.drop(payload.paths.map((path) => ({ path })));
      });
      return () => void stop.then((unlisten) => unlisten());
    },
    openExternal: (address) => call('shell.open', { address }),
    openFolder: (path) => call('shell.folder', { path }),
    onClosing(mayClose) {
      // The shell leaves closing to the page as soon as somebody listens here.
      const stop = getCurrentWindow().listen(TauriEvent.WINDOW_CLOSE_REQUESTED, () => {
        if (mayClose()) void call('app.quit', {});
      });
      return () => void stop.then((unlisten) => unlisten());
    },
    quit: () => call('app.quit', {}),
    systemLanguage: () => navigator.language,
  };
}
