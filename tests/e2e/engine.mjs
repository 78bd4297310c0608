// The real engine without a window: `wsis rpc`, lines of JSON in and out.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Folder with the built programs: `WSIS_PROGRAMS`, else where cargo puts them. */
export const programs =
  process.env.WSIS_PROGRAMS ?? fileURLToPath(new URL('../../target/debug', import.meta.url));

/** The command that starts the engine on a data folder. */
export const engineCommand = (dataFolder) => [`${programs}/wsis`, 'rpc', '--data', dataFolder];

/** One running engine. Calls run side by side; each ends with its value or throws `{code, …}`. */
export class Engine {
  #process;
  #calls = new Map();
  #made = 0;
  #ended;

  /** @param {string[]} command program and arguments */
  constructor([program, ...args]) {
    this.#process = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#ended = new Promise((resolve) => this.#process.once('exit', resolve).once('error', resolve));
    createInterface({ input: this.#process.stdout }).on('line', (line) => this.#hear(JSON.parse(line)));
    const end = (reason) => {
      for (const { reject } of this.#calls.values()) reject(ended(reason));
      this.#calls.clear();
    };
    this.#process.on('exit', (code, signal) => end(`the engine ended (${signal ?? code})`));
    this.#process.on('error', (error) => end(`${program}: ${error.message}`));
    // What a dead engine can no longer read is told by its exit.
    this.#process.stdin.on('error', () => {});
  }

  /**
   * Calls a command of the contract.
   * @param {(progress: object) => void} [onProgress]
   */
  call(name, payload = {}, job = null, onProgress = () => {}) {
    const id = ++this.#made;
    return new Promise((resolve, reject) => {
      if (this.#process.exitCode !== null) return reject(ended('the engine has ended'));
      this.#calls.set(id, { resolve, reject, onProgress });
      this.#process.stdin.write(`${JSON.stringify({ id, name, payload, job })}\n`);
    });
  }

  /** Ends the engine as closing the window would: it finishes what it does. */
  async close() {
    this.#process.stdin.end();
    const patience = setTimeout(() => this.#process.kill('SIGKILL'), 10_000);
    await this.#ended;
    clearTimeout(patience);
  }

  #hear(message) {
    const call = this.#calls.get(message.id);
    if (!call) return;
    if ('progress' in message) return call.onProgress(message.progress);
    this.#calls.delete(message.id);
    if ('error' in message) call.reject(message.error);
    else call.resolve(message.ok);
  }
}

function ended(message) {
  return { code: 'internal', message, file: null, detail: message };
}
