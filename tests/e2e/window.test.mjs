// The real window: open, next change, select a passage, write a note, quit, open: the note is there.

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import test, { after, before } from 'node:test';

import { selectWords, strangers } from './page.mjs';
import { functionKey, RealWindow, until } from './webdriver.mjs';
import { askToClose } from './x11.mjs';

const PICTURES = fileURLToPath(new URL('screenshots', import.meta.url));
const ESCAPE = '\ue00c';
const NOTE = 'Ask the capital 確認';

let dataFolder;
before(async () => (dataFolder = await mkdtemp(join(tmpdir(), 'wsis-window-'))));
after(() => rm(dataFolder, { recursive: true, force: true }));

async function open(context, options) {
  const window = await RealWindow.open(dataFolder, options);
  context.after(() => window.kill());
  await window.find('[data-row] [data-paragraph]');
  return window;
}

test(
  'a note on a passage is there when the window is opened again',
  { timeout: 180_000 },
  async (context) => {
    const first = await open(context);
    await first.run(() => {
      window.stopped = [];
      addEventListener('securitypolicyviolation', (event) => window.stopped.push(event.violatedDirective));
    });
    assert.match(await first.text('[data-testid="chooser-left"]'), /WSIS\+10/u);
    assert.match(await first.text('[data-testid="chooser-right"]'), /WSIS\+20/u);

    await first.press(functionKey(8));
    await until('the first change', async () =>
      /^change 1 of \d+/u.test(await first.text('[data-testid="status"]')),
    );
    const passage = await first.run(
      selectWords,
      '[aria-current="location"] [data-side="right"][data-paragraph]',
      5,
    );
    assert.notEqual(passage, '');
    await first.click('[data-testid="add-note"]');
    await first.type('[data-testid="note-form"] textarea', NOTE);
    await first.click('[data-testid="note-form"] .primary');
    await first.find('[data-testid="note"]');
    await mkdir(PICTURES, { recursive: true });
    await writeFile(join(PICTURES, 'real-window.png'), await first.picture());
    assert.deepEqual(await first.run(() => window.stopped), [], 'stopped by the content security policy');
    assert.deepEqual(await first.run(strangers), [], 'loaded from elsewhere');
    await first.quit();

    const second = await open(context);
    const note = await until('the note in the text', () =>
      second.run(() => document.querySelector('mark.note')?.textContent),
    );
    assert.ok(passage.startsWith(note), `${passage} begins with ${note}`);
    await second.click('[role="tab"][data-value="notes"]');
    const card = await second.text('[data-testid="note"]');
    assert.ok(card.includes(NOTE) && card.includes(passage), card);
    await second.quit();
  },
);

/** A folder with an opener in place of the system's, which writes down what it is to open. */
async function opener(context) {
  const tools = await mkdtemp(join(tmpdir(), 'wsis-opener-'));
  context.after(() => rm(tools, { recursive: true, force: true }));
  const opened = join(tools, 'opened.txt');
  await writeFile(join(tools, 'xdg-open'), `#!/bin/sh\nprintf '%s\\n' "$1" >>'${opened}'\n`, { mode: 0o755 });
  return { tools, opened: () => readFile(opened, 'utf8') };
}

test(
  'closing asks about an unsaved note, and the folder of an export is opened',
  { timeout: 120_000 },
  async (context) => {
    const { tools, opened } = await opener(context);
    const window = await open(context, { tools });
    const gone = () => window.run(() => !document.querySelector('[data-testid="quit"]'));

    await window.press(functionKey(8));
    await window.run(selectWords, '[aria-current="location"] [data-side="right"][data-paragraph]', 5);
    await window.click('[data-testid="add-note"]');
    await window.type('[data-testid="note-form"] textarea', NOTE);
    assert.equal(await askToClose(), 1);
    assert.match(await window.text('[data-testid="quit"]'), /note you are writing is not saved/u);
    await window.press(ESCAPE);
    await until('the question to go', gone);
    const kept = await window.run(() => document.querySelector('[data-testid="note-form"] textarea').value);
    assert.equal(kept, NOTE);

    const path = join(tools, 'comparison.csv');
    const texts = await window.call('library.list', {});
    const [left, right] = texts.map((one) => one.id);
    const { id } = await window.call('comparison.open', { left, right, regime: null, granularity: null });
    await window.call('comparison.export', { comparison: id, format: 'csv', path, chapter: null });
    await window.call('shell.folder', { path });
    assert.equal(await until('the opener', opened), `${tools}\n`);

    assert.equal(await askToClose(), 1);
    await window.click('[data-testid="quit"] .primary');
    await window.ended();
  },
);

test('a page can call the engine and nothing else of the shell', { timeout: 60_000 }, async (context) => {
  const window = await open(context);
  const refused = await window.run(async () => {
    const attempt = (command, payload) =>
      globalThis.__TAURI_INTERNALS__.invoke(command, payload).then(
        () => `${command} was allowed`,
        (reason) => String(reason),
      );
    return Promise.all([
      attempt('plugin:dialog|open', { options: {} }),
      attempt('plugin:window|set_title', { label: 'main', value: 'x' }),
      attempt('plugin:webview|create_webview_window', {
        options: { label: 'b', url: 'https://example.org' },
      }),
    ]);
  });
  for (const answer of refused) assert.match(answer, /not allowed/u);
  await window.quit();
});
