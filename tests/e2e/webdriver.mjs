// The real window, driven over WebDriver by WebKit's own driver. Needs a display, seen or not.

import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import { programs } from './engine.mjs';

/** Key of the WebDriver protocol for a function key. */
export const functionKey = (number) => String.fromCharCode(0xe030 + number);

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** Tries until the answer is truthy; throws with `what` when patience ends. */
export async function until(what, attempt, patience = 30_000) {
  const end = Date.now() + patience;
  let trouble;
  while (Date.now() < end) {
    try {
      const answer = await attempt();
      if (answer) return answer;
    } catch (error) {
      trouble = error;
    }
    await pause(60);
  }
  throw new Error(`waited in vain for ${what}`, { cause: trouble });
}

/** One start of the program. */
export class RealWindow {
  #driver;
  #session;

  /**
   * Starts the program on a data folder and waits until it can be driven. `tools` is a folder of
   * programs that it finds before those of the system.
   */
  static async open(dataFolder, { tools } = {}) {
    const window = new RealWindow();
    try {
      await window.#start(dataFolder, tools);
      return window;
    } catch (error) {
      window.kill();
      throw error;
    }
  }

  async #start(dataFolder, tools) {
    const port = await freePort();
    this.address = `http://127.0.0.1:${port}`;
    this.#driver = spawn('WebKitWebDriver', [`--port=${port}`], {
      stdio: 'ignore',
      // A group of its own: the window can outlive its driver, and must not outlive the test.
      detached: true,
      env: {
        ...process.env,
        TAURI_WEBVIEW_AUTOMATION: 'true',
        ...(tools && { PATH: `${tools}:${process.env.PATH}` }),
        WSIS_DATA_DIR: dataFolder,
        LC_ALL: 'C.UTF-8',
        LANGUAGE: 'en',
        // Without these GTK starts a message bus and an accessibility bus that nobody stops.
        DBUS_SESSION_BUS_ADDRESS: 'disabled:',
        NO_AT_BRIDGE: '1',
      },
    });
    await until('the driver', async () => (await fetch(`${this.address}/status`)).ok);
    const binary = `${programs}/wsis-compare`;
    const options = { 'webkitgtk:browserOptions': { binary, args: [] } };
    const { sessionId } = await this.#ask('POST', '/session', { capabilities: { alwaysMatch: options } });
    this.#session = `/session/${sessionId}`;
  }

  /** Runs a function in the page; what it is given and returns crosses as JSON. */
  run(page, ...args) {
    const script = `return (${page})(...arguments)`;
    return this.#ask('POST', `${this.#session}/execute/sync`, { script, args });
  }

  /** Waits for an element. */
  find(selector) {
    const query = { using: 'css selector', value: selector };
    return until(selector, async () => (await this.#ask('POST', `${this.#session}/element`, query))[ELEMENT]);
  }

  /** The text of an element; waits until there is one. */
  text(selector) {
    const page = (wanted) => document.querySelector(wanted)?.textContent;
    return until(`text in ${selector}`, () => this.run(page, selector));
  }

  async click(selector) {
    await this.#ask('POST', `${this.#session}/element/${await this.find(selector)}/click`, {});
  }

  async type(selector, text) {
    await this.#ask('POST', `${this.#session}/element/${await this.find(selector)}/value`, { text });
  }

  /** Presses one key, wherever the focus is. */
  press(key) {
    const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value: key }));
    return this.#ask('POST', `${this.#session}/actions`, {
      actions: [{ type: 'key', id: 'keyboard', actions }],
    });
  }

  /** A picture of the page, as PNG. */
  async picture() {
    return Buffer.from(await this.#ask('GET', `${this.#session}/screenshot`), 'base64');
  }

  /** Ends the program as its user would, and waits until it is gone. */
  async quit() {
    // The answer may not find its way back any more.
    await this.call('app.quit', {}).catch(() => {});
    await this.ended();
  }

  /** Waits until the program is gone. */
  async ended() {
    const { pid } = this.#driver;
    const children = () => readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
    await until('the program to end', async () => (await children()).trim() === '');
    this.kill();
  }

  /** Calls the engine as the page does. */
  call(name, payload) {
    const ask = (name, payload) => {
      const channel = '__CHANNEL__:0';
      return window.__TAURI_INTERNALS__.invoke('rpc', { name, payload, job: null, channel });
    };
    return this.run(ask, name, payload);
  }

  /** Ends driver, program and web view, whatever state they are in. */
  kill() {
    const pid = this.#driver?.pid;
    this.#driver = undefined;
    if (pid === undefined) return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  }

  async #ask(method, path, body) {
    const response = await fetch(this.address + path, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  }
}

/** A port nobody listens on now. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
