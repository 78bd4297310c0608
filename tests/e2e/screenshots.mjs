// Takes pictures of the window for people to look at: both themes, both languages, three sizes, and
// the states a user meets. They go into the folder `screenshots`, which is not committed.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { openWindow, startBrowser } from './browser.mjs';
import { arabic, bracketed, longText, markdown, moved, orchard, trackedDocx } from './fixtures.mjs';

const OUT = fileURLToPath(new URL('screenshots', import.meta.url));
const SIZES = [
  [680, 700],
  [1024, 700],
  [1280, 800],
  [2560, 1440],
];
const WHOLE = [1280, 800];

/** What there is to see: name to how one gets there. */
const STATES = {
  opened: async () => {},
  change: async (window) => {
    await window.page.keyboard.press('Alt+ArrowDown');
    for (let step = 0; step < 5; step++) await window.page.keyboard.press('F8');
    await window.here.waitFor();
  },
  note: async (window) => {
    await window.page.keyboard.press('F8');
    await window.here.waitFor();
    const row = Number(await window.here.getAttribute('data-row'));
    await window.addNote(row, 'right', 'To be checked with the capital before Thursday.', 'energy, to check');
    await window.select(row, 'right', 9);
    await window.part('add-note').waitFor();
  },
  'only-changes': async (window) => window.part('only-changes').click(),
  settings: async (window) => window.part('settings').click(),
  chooser: async (window) => window.chooser('left').click(),
  export: async (window) => window.part('export').click(),
  shortcuts: async (window) => window.page.keyboard.press('F1'),
  'official-texts': async (window) => window.part('digest-line').getByRole('button').click(),
  'official-symbol': async (window) => {
    await STATES['official-texts'](window);
    const dialog = window.page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('a/c.2/80/l.58');
    await dialog.getByTestId('official-directly').getByRole('button').click();
    await dialog.getByTestId('fetch-ask').waitFor();
  },
  'official-mistake': async (window) => {
    await STATES['official-texts'](window);
    await window.page.getByRole('dialog').getByRole('textbox').fill('90/1');
    await window.page.getByTestId('official-hint').filter({ hasText: /90/u }).waitFor();
  },
  find: async (window) => {
    await window.page.keyboard.press('Control+f');
    await window.page.keyboard.type('a');
    await window.page.locator('mark.hit').first().waitFor();
  },
  imported: async (window) => {
    await window.add({ 'draft.md': markdown('newer') });
    await window.part('message').waitFor();
  },
  report: async (window) => {
    await window.drop({ 'draft.docx': trackedDocx() });
    await window.part('intake').waitFor();
  },
  correcting: async (window) => {
    await window.drop({ 'orchard.md': orchard() });
    await window.correct('Harvest', 'h');
    await window.correct('gardens', 'j');
    await window.correct('Every tree', 's');
    await window.page.getByRole('button', { name: 'No tree is cut' }).waitFor();
  },
  'report-kept': async (window) => {
    await window.add({ 'draft.docx': trackedDocx() });
    await window.part('message').getByRole('button').nth(2).click();
    await window.part('intake').waitFor();
  },
  'bad-file': async (window) => {
    await window.drop({ 'nothing.txt': '' });
    await window.part('message').waitFor();
  },
  identical: async (window) => {
    const [document] = (await window.engine.call('library.list')).filter((one) => one.language === 'en');
    await window.chooser('left').click();
    await window.page.locator(`[data-document="${document.id}"]`).click();
    await window.chooser('right').click();
    await window.page.locator(`[data-document="${document.id}"]`).click();
    await window.part('identical').waitFor();
  },
  comparing: async (window) => {
    for (const draft of ['older', 'newer']) await window.add({ [`${draft}.md`]: longText(3000, draft) });
    await window.part('message').nth(1).waitFor({ timeout: 60_000 });
    for (const side of ['left', 'right']) {
      await window.chooser(side).click();
      await window.page
        .getByRole('option', { name: side === 'left' ? 'older draft' : 'newer draft' })
        .click();
    }
    await window.part('job').waitFor();
  },
  decided: async (window) => {
    await window.bringIn({ 'older.md': markdown('older'), 'newer.md': markdown('newer') });
    const row = (words) => window.page.locator('[data-row]', { hasText: words });
    await row('whale oil').click();
    await window.page.keyboard.press('Alt+l');
    await row('Children').click();
    await window.page.keyboard.press('Alt+l');
    await window.part('naming').getByRole('textbox').fill('Ada');
    await window.page.keyboard.press('Enter');
    await window.part('decided').waitFor();
    await window.page.getByRole('tab').nth(2).click();
  },
  pairing: async (window) => {
    await window.page.keyboard.press('F8');
    await window.here.waitFor();
    await window.page.keyboard.press('Alt+s');
    await window.part('pairing').waitFor();
  },
  filter: async (window) => window.page.keyboard.press('Alt+c'),
  method: async (window) => window.part('method').click(),
  verbs: async (window) => {
    await window.part('settings').click();
    await window.page.locator('.popover .link').first().click();
    await window.part('verbs').waitFor();
  },
  brackets: async (window) => {
    await window.bringIn({ 'older.md': bracketed('older'), 'newer.md': bracketed('newer') });
    await window.page.keyboard.press('F8');
    await window.part('brackets').locator('summary').click();
  },
  authors: async (window) => {
    await window.drop({ 'ferries.docx': trackedDocx() });
    await window.part('tracked').locator('input[value="both"]').check();
    await window.part('intake-save').click();
    await window.page.locator('[data-row] del').first().waitFor();
    await window.page.keyboard.press('F8');
  },
  peek: async (window) => {
    await window.bringIn({ 'older.md': moved('older'), 'newer.md': moved('newer') });
    await window.page.locator('[data-kind="moved"]').first().click();
    await window.page.keyboard.press('Alt+p');
    await window.part('peek').waitFor();
  },
  closing: async (window) => {
    await window.page.keyboard.press('F8');
    await window.page.keyboard.press('Control+Alt+m');
    await window.part('note-form').locator('textarea').fill('To be checked with the capital.');
    window.page.once('dialog', (dialog) => void dialog.dismiss());
    await window.page.close({ runBeforeUnload: true });
    await window.part('quit').waitFor();
  },
  'note-not-saved': async (window) => {
    window.host['notes.add'] = () => {
      throw new Error('the disk is full');
    };
    await window.page.keyboard.press('F8');
    await window.page.keyboard.press('Control+Alt+m');
    await window.part('note-form').locator('textarea').fill('To be checked with the capital.');
    await window.page.keyboard.press('Control+Enter');
    await window.part('note-form').getByRole('alert').waitFor();
  },
  'cut-short': async (window) => {
    window.host['comparison.open'] = async (request) => ({
      ...(await window.engine.call('comparison.open', request)),
      cuts: [{ stage: 'align', skipped: 1204 }],
    });
    await window.page.reload();
    await window.ready();
  },
  'right-to-left': async (window) => {
    await window.bringIn({ 'older.md': markdown('older'), 'newer.md': arabic() });
    await window.page.locator('[dir="rtl"]').first().waitFor();
    await window.page.keyboard.press('F8');
  },
  orphans: async (window) => {
    await window.bringIn({ 'older.md': markdown('older'), 'newer.md': markdown('newer') });
    const row = window.page.locator('[data-row]', { hasText: 'Children' });
    await window.addNote(Number(await row.getAttribute('data-row')), 'right', 'Which colour?');
    const [{ id }] = (await window.engine.call('library.list')).filter((one) => one.fileName === 'newer.md');
    const draft = await window.engine.call('library.reopen', { id });
    const { at } = draft.outline.find((piece) => piece.words.startsWith('Children'));
    const correction = { at, change: 'drop', level: null, label: null, before: null, words: '' };
    const reading = { ...draft.reading, corrections: [correction] };
    await window.engine.call('library.correct', { draft: draft.draft, reading });
    const saved = await window.engine.call('library.save', { draft: draft.draft, replace: true });
    const left = (await window.engine.call('library.list')).find((one) => one.fileName === 'older.md');
    const request = { left: left.id, right: saved.documents[0].id, regime: null, granularity: null };
    await window.engine.call('comparison.open', request);
    await window.page.reload();
    await window.ready();
    await window.page.getByRole('tab').nth(1).click();
  },
  library: async (window) => {
    await window.add({ 'draft.md': markdown('newer') });
    await window.part('message').getByRole('button').last().click();
    const names = /^(Library|ライブラリ)$/u;
    await window.page.getByRole('button', { name: names }).click();
    await window.page.getByRole('dialog').waitFor();
  },
  exported: async (window) => {
    window.host['dialog.save'] = () => join(window.dataFolder, 'comparison.html');
    await window.page.keyboard.press('Control+e');
    await window.page.getByRole('menuitem').first().click();
    await window.part('message').waitFor({ timeout: 60_000 });
  },
  'empty-library': async (window) => {
    window.host['app.start'] = async (request) => ({
      ...(await window.engine.call('app.start', request)),
      library: [],
      open: null,
    });
    await window.page.reload();
    await window.page.locator('main .whole').waitFor();
  },
  'damaged-library': async () => {},
};

/** Brings one state about and takes its picture. */
async function shoot(browser, state, { language, theme, size }) {
  const endings = [];
  const context = { after: (ending) => endings.unshift(ending) };
  const name = `${state}-${language}-${theme}-${size.join('x')}`;
  try {
    const dataFolder = await mkdtemp(join(tmpdir(), 'wsis-pictures-'));
    endings.unshift(() => rm(dataFolder, { recursive: true, force: true }));
    if (state === 'damaged-library')
      await writeFile(join(dataFolder, 'library.sqlite'), 'no library '.repeat(500));
    const window = await openWindow(context, browser, { language, theme, size, dataFolder });
    await window.ready();
    await STATES[state](window);
    await window.page.waitForTimeout(300);
    await window.page.screenshot({ path: join(OUT, `${name}.png`) });
    console.log(name, window.complaints.length === 0 ? '' : window.complaints);
  } catch (error) {
    console.error(`${name}: ${error.message.split('\n')[0]}`);
    process.exitCode = 1;
  } finally {
    for (const ending of endings) await ending();
  }
}

// Arguments pick states: `node tests/e2e/screenshots.mjs note report`. `--quick` takes two pictures
// of each, English in the light and Japanese in the dark.
const wanted = process.argv.slice(2).filter((one) => one !== '--quick');
const quick = process.argv.includes('--quick');
const states = wanted.length > 0 ? wanted : Object.keys(STATES);
await mkdir(OUT, { recursive: true });
const browser = await startBrowser();
for (const state of states) {
  for (const language of ['en', 'ja']) {
    for (const theme of ['light', 'dark']) {
      if (quick && (language === 'en') !== (theme === 'light')) continue;
      const every = ['opened', 'change', 'note', 'brackets', 'peek'].includes(state);
      const sizes = every && !quick ? SIZES : [WHOLE];
      for (const size of sizes) await shoot(browser, state, { language, theme, size });
    }
  }
}
await browser.close();
