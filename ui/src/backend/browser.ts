import { listenToDrops, listenToLeaving, pickFile } from './dom';
import { EngineError, type CallOptions, type Engine } from './engine';
import type { ErrorView, ProgressView } from './types';

type Line<T> = { progress: ProgressView } | { ok: T } | { error: ErrorView };

/**
 * The real engine behind a small web server, for tests in a browser. `POST /rpc` answers with
 * lines of JSON: any number of `progress`, then one `ok` or `error`.
 */
export function browserEngine(address = 'rpc'): Engine {
  async function call<T>(name: string, payload: unknown, options: CallOptions = {}): Promise<T> {
    try {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name, payload, job: options.job ?? null }),
      });
      for await (const line of lines(response)) {
        const message = JSON.parse(line) as Line<T>;
        if ('progress' in message) options.onProgress?.(message.progress);
        else if ('error' in message) throw new EngineError(message.error);
        else return message.ok;
      }
    } catch (thrown) {
      throw EngineError.from(thrown);
    }
    throw EngineError.from(`${name}: the answer ended without a result`);
  }

  return {
    call,
    openFileDialog: pickFile,
    // The test server answers for the host's dialogs and its browser.
    saveFileDialog: (name, extension) => call('dialog.save', { name, extension }),
    onFilesDropped: listenToDrops,
    openExternal: (address) => call('shell.open', { address }),
    openFolder: (path) => call('shell.folder', { path }),
    onClosing: listenToLeaving,
    quit: () => call('app.quit', {}),
    systemLanguage: () => navigator.language,
  };
}

/** The lines of a response as they arrive; empty ones are left out. */
async function* lines(response: Response): AsyncGenerator<string> {
  if (!response.body) return;
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    rest += decoder.decode(value, { stream: !done });
    const parts = rest.split('\n');
    rest = done ? '' : (parts.pop() ?? '');
    for (const part of parts) if (part.trim() !== '') yield part;
    if (done) return;
  }
}
