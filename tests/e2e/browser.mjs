// A window in a browser over the real engine, as a test sees it.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Engine, engineCommand } from './engine.mjs';
import { selectWords } from './page.mjs';
import { serve } from './serve.mjs';

// The tests use the window's own packages, so that there is one lock file.
const fromUi = createRequire(new URL('../../ui/package.json', import.meta.url));
const { chromium } = fromUi('playwright-core');
const { AxeBuilder } = fromUi('@axe-core/playwright');

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/opt/google/chrome/chrome'];
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a browser that nobody sees. */
export function startBrowser() {
  const executablePath = BROWSERS.find((path) => existsSync(path));
  // A browser started by root has no sandbox to give; it shows nothing but our own pages.
  return chromium.launch({ executablePath, headless: true, chromiumSandbox: false, args: QUIET });
}

/** A folder for one test; gone at its end. */
export async function temporaryFolder(context) {
  const folder = await mkdtemp(join(tmpdir(), 'wsis-e2e-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Opens a window on a data folder and waits until it shows something.
 *
 * @param context the test's own, to close everything at its end
 * @param options `dataFolder` (a new one), `language`, `theme`, `size`, `host` (answers of the
 *   desktop), `command` (another engine)
 */
export async function openWindow(context, browser, options = {}) {
  const dataFolder = options.dataFolder ?? (await temporaryFolder(context));
  const engine = new Engine(options.command ?? engineCommand(dataFolder));
  const host = { ...options.host };
  const server = await serve(engine, host);
  const [width, height] = options.size ?? [1280, 800];
  const session = await browser.newContext({
    locale: options.language ?? 'en-GB',
    colorScheme: options.theme ?? 'light',
    viewport: { width, height },
    reducedMotion: 'reduce',
  });
  const page = await session.newPage();
  page.setDefaultTimeout(15_000);
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.stack ?? String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });

  let closed = false;
  async function close() {
    if (closed) return;
    closed = true;
    await session.close();
    await server.close();
    await engine.close();
  }
  context.after(close);

  await page.goto(server.address);
  await page.locator('main').waitFor();
  return new Window({ page, engine, host, dataFolder, complaints, close });
}

/** One window, with the words in which the tests speak of it. */
class Window {
  constructor(parts) {
    Object.assign(this, parts);
  }

  /** Waits until two texts are side by side. */
  async ready() {
    try {
      await this.page.locator('[data-row] [data-paragraph]').first().waitFor();
    } catch (error) {
      const seen = await this.page.locator('body').innerText();
      throw new Error(`no two texts are shown\n${this.complaints.join('\n')}\n${seen.slice(0, 2000)}`, {
        cause: error,
      });
    }
    return this;
  }

  /** Part of the window by its `data-testid`. */
  part(name) {
    return this.page.getByTestId(name);
  }

  /** A row of the reader. */
  row(index) {
    return this.page.locator(`[data-row="${index}"]`);
  }

  /** The row the reader is at. */
  get here() {
    return this.page.locator('[data-row][aria-current="location"]');
  }

  /** The words of the status line. */
  status() {
    return this.part('status').textContent();
  }

  /** Texts that the newer or the older chooser shows. */
  chooser(side) {
    return this.part(`chooser-${side}`);
  }

  /** Waits until a text whose name has these words is set beside another. */
  async shows(words) {
    await this.page.locator('section.reader').filter({ hasText: words }).waitFor({ timeout: 60_000 });
  }

  /** Drops files on the window: name to bytes. */
  async drop(files) {
    const packed = Object.entries(files).map(([name, bytes]) => [
      name,
      Buffer.from(bytes).toString('base64'),
    ]);
    const transfer = await this.page.evaluateHandle((entries) => {
      const dropped = new DataTransfer();
      for (const [name, base64] of entries) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        dropped.items.add(new File([bytes], name));
      }
      return dropped;
    }, packed);
    await this.page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
    await this.page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  }

  /** Reads files into the library; two are set side by side, the first as the older. */
  async bringIn(files) {
    const count = async () => (await this.engine.call('library.list')).length;
    const before = await count();
    await this.drop(files);
    for (const at of Object.keys(files).keys()) {
      await this.part('intake-save').click();
      while ((await count()) <= before + at) await this.page.waitForTimeout(50);
    }
    const messages = this.part('message');
    await messages.first().waitFor();
    await this.part('job').waitFor({ state: 'detached' });
    while ((await messages.count()) > 0) await messages.first().getByRole('button').last().click();
  }

  /** Says in the library that the text on top is a newer version of one with these words. */
  async carryFrom(words) {
    await this.page.getByRole('button', { name: 'Library', exact: true }).click();
    await this.page.getByRole('button', { name: 'Newer version of' }).first().click();
    await this.part('versions').getByRole('button').filter({ hasText: words }).click();
  }

  /** Drops files and adds each to the library as it was read: one key for each. */
  async add(files) {
    await this.drop(files);
    for (const name of Object.keys(files)) await this.addRead(name);
  }

  /** Adds the file whose reading is on screen to the library. */
  async addRead(name) {
    await this.part('intake').filter({ hasText: name }).waitFor({ timeout: 60_000 });
    await this.page.locator('[data-testid="intake-save"]:focus').waitFor();
    await this.page.keyboard.press('Enter');
    await this.part('intake').filter({ hasText: name }).waitFor({ state: 'detached' });
  }

  /** Goes to a piece of the reading on screen, by its first words, and presses a key on it. */
  async correct(words, key) {
    const outline = this.part('outline');
    await outline.getByRole('option').filter({ hasText: words }).first().click();
    await outline.press(key);
  }

  /** Selects the first `words` words of a paragraph's text, as a reader would with the mouse. */
  select(row, side, words = 4) {
    const selector = `[data-row="${row}"] [data-side="${side}"][data-paragraph]`;
    return this.page.evaluate(`(${selectWords})(${JSON.stringify(selector)}, ${words})`);
  }

  /** Goes to a paragraph by its number. */
  async goTo(label) {
    await this.page.keyboard.press('Control+g');
    await this.page.getByRole('dialog').getByRole('textbox').fill(label);
    await this.page.keyboard.press('Enter');
    await this.here.waitFor();
  }

  /** Writes a note on the first words of a row. Returns the passage. */
  async addNote(row, side, body, tags = '') {
    const passage = await this.select(row, side);
    await this.part('add-note').click();
    const form = this.part('note-form');
    await form.locator('textarea').fill(body);
    if (tags !== '') await form.locator('input').fill(tags);
    await form.locator('button.primary').click();
    await this.part('note').filter({ hasText: body }).waitFor();
    return passage;
  }

  /** Fails when the page complained: errors, and what the content security policy stopped. */
  assertQuiet() {
    assert.deepEqual(this.complaints, []);
  }

  /** Fails on any violation axe finds. */
  async assertAccessible(what) {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n   ')}`);
    assert.deepEqual(found, [], what);
  }
}

/**
 * Exports what is open in every format. The host of the window answers `dialog.save` with
 * `out.FORMAT` in `folder`.
 */
export async function exportAll(window, folder) {
  const written = {};
  for (const [format, words] of [
    ['html', 'Web page'],
    ['csv', 'Table'],
    ['json', 'Data'],
  ]) {
    await window.part('export').click();
    await window.page.getByRole('menuitem', { name: words }).first().click();
    await window
      .part('message')
      .filter({ hasText: `out.${format}` })
      .waitFor();
    written[format] = await readFile(join(folder, `out.${format}`));
  }
  return written;
}
