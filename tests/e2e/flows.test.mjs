// What a user does, in a browser over the real engine. Every test has a library of its own.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import test, { after, before } from 'node:test';

import { exportAll, openWindow, startBrowser, temporaryFolder } from './browser.mjs';
import { docx, longText, markdown, plainText } from './fixtures.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.close());

const open = async (context, options) => (await openWindow(context, browser, options)).ready();

/** Brings the two made-up drafts in and sets them side by side. */
async function openDrafts(context, options) {
  const window = await open(context, options);
  for (const [draft, side] of [
    ['older', 'left'],
    ['newer', 'right'],
  ]) {
    await window.add({ [`${draft}.md`]: markdown(draft) });
    const message = window.part('message').last();
    await message.getByRole('button', { name: `Compare as the ${draft} text` }).click();
    await window.page.locator(`[data-testid="chooser-${side}"]`, { hasText: 'Lantern' }).waitFor();
  }
  await window.page.locator('[data-row] [data-paragraph]', { hasText: 'whale oil' }).waitFor();
  return window;
}

test('opens on the digests and says what they are', async (context) => {
  const window = await open(context);
  assert.match(await window.chooser('left').textContent(), /WSIS\+10/u);
  assert.match(await window.chooser('right').textContent(), /WSIS\+20/u);
  assert.match(await window.part('digest-line').textContent(), /in our own words, not the official texts/u);
  assert.match(await window.part('summary').textContent(), /^\s*17 chapters/u);
  assert.equal(await window.page.locator('html').getAttribute('lang'), 'en');
  window.assertQuiet();
});

test('follows the language of the system at the first start', async (context) => {
  const window = await open(context, { language: 'ja-JP' });
  assert.equal(await window.page.locator('html').getAttribute('lang'), 'ja');
  assert.equal(await window.page.locator('[data-row] [data-paragraph]').first().getAttribute('lang'), 'ja');
  const words = await window.part('digest-line').textContent();
  assert.match(words, /[ぁ-ん]/u);
  window.assertQuiet();
});

test('says where the official texts are, and opens only their pages', async (context) => {
  const asked = [];
  const window = await open(context, { host: { 'shell.open': ({ address }) => void asked.push(address) } });
  await window.part('digest-line').getByRole('button', { name: 'Get the official texts' }).click();
  const dialog = window.page.getByRole('dialog');
  await dialog.getByTestId('catalogue-entry').filter({ hasText: 'A/RES/70/125' }).click();
  await dialog.getByRole('button', { name: 'Open the page in your browser' }).click();
  await dialog.getByText('drop it on this window').waitFor();
  assert.equal(asked.length, 1);
  assert.match(asked[0], /^https:\/\/docs\.un\.org\//u);
});

test('goes to the next change and back, and says where it is', async (context) => {
  const window = await open(context);
  await window.page.keyboard.press('F8');
  await window
    .part('status')
    .filter({ hasText: /^change 1 of \d+/u })
    .waitFor();
  await window.page.keyboard.press('F8');
  await window
    .part('status')
    .filter({ hasText: /^change 2 of/u })
    .waitFor();
  await window.here.waitFor();
  await window.page.keyboard.press('Shift+F8');
  await window
    .part('status')
    .filter({ hasText: /^change 1 of/u })
    .waitFor();
  await window.page.keyboard.press('Alt+End');
  const [, at, all] = /^change (\d+) of (\d+)/u.exec(await window.status());
  assert.equal(at, all);
  await window.here.waitFor();
  window.assertQuiet();
});

test('jumps to a chapter, with its counts beside it', async (context) => {
  const window = await open(context);
  const chapters = window.part('chapter');
  assert.ok((await chapters.count()) >= 17);
  const last = chapters.last();
  assert.match(await last.textContent(), /\d+ (unchanged|changed|new|dropped)/u);
  await last.click();
  await window.here.waitFor();
  assert.equal(await window.here.getAttribute('data-kind'), 'heading');
});

test('shows only changes and unfolds what is between them', async (context) => {
  const window = await openDrafts(context);
  const unchanged = window.page.locator('[data-paragraph]', { hasText: 'a book of all boats' });
  await unchanged.first().waitFor();
  await window.part('only-changes').click();
  await unchanged.first().waitFor({ state: 'detached' });
  assert.equal(await window.part('only-changes').getAttribute('aria-pressed'), 'true');
  const fold = window.part('fold').filter({ hasText: '¶ 5 unchanged' });
  await fold.click();
  await unchanged.first().waitFor();
});

test('marks changed words without relying on colour, and tells new from dropped', async (context) => {
  const window = await openDrafts(context);
  const revised = window.page.locator('[data-row]', { hasText: 'every lantern' });
  await revised.locator('del', { hasText: 'may' }).waitFor();
  await revised.locator('ins', { hasText: 'shall' }).waitFor();
  const style = (tag) =>
    revised
      .locator(tag)
      .first()
      .evaluate((mark) => getComputedStyle(mark).textDecorationLine);
  assert.equal(await style('del'), 'line-through');
  assert.equal(await style('ins'), 'underline');
  // What is marked removed and equal is the older text, what is marked added and equal the newer.
  const older = await revised.locator('[data-side="left"] [data-start]').allTextContents();
  assert.equal(older.join(''), 'The council may repair every lantern on the quay before winter comes.');
  const newer = await revised.locator('[data-side="right"] [data-start]').allTextContents();
  assert.equal(newer.join(''), 'The council shall repair every lantern on the quay before winter comes.');
});

test('compares any two texts of the library, either way round', async (context) => {
  const window = await openDrafts(context);
  await window.page.getByRole('button', { name: 'Swap the older and the newer text' }).click();
  await window.page.locator('[data-row] ins', { hasText: 'may' }).waitFor();
  await window.chooser('left').click();
  await window.page
    .getByRole('option', { name: /WSIS\+10/u })
    .first()
    .click();
  await window.chooser('left').filter({ hasText: 'WSIS+10' }).waitFor();
  await window.page.locator('[data-kind="added"] [data-side="right"]', { hasText: 'whale oil' }).waitFor();
});

test('reads Markdown, plain text and Word files that are dropped on it', async (context) => {
  const window = await open(context);
  const files = {
    'draft.md': [markdown('newer'), /Lantern Council is in the library: 5 numbered paragraphs, 2 headings/u],
    'kites.txt': [plainText(), /Kite Accord is in the library: 3 numbered paragraphs/u],
    'ferries.docx': [
      docx(['Ferry Compact', '1. Ferries are blue & white.', '2. Ferries <always> wait for the post.']),
      /Ferry Compact is in the library: 2 numbered paragraphs/u,
    ],
  };
  for (const [name, [bytes, words]] of Object.entries(files)) {
    await window.add({ [name]: bytes });
    await window.part('message').filter({ hasText: words }).waitFor();
  }
  assert.equal((await window.engine.call('library.list')).filter((one) => !one.digest).length, 3);
  await window.add({ 'copy.md': markdown('newer') });
  await window.part('message').filter({ hasText: 'was in the library already' }).waitFor();
  await window.page.getByRole('button', { name: 'Import report' }).first().click();
  await window.page.getByRole('dialog', { name: 'Import report' }).waitFor();
  window.assertQuiet();
});

test('shows the text of a file as text, never as markup', async (context) => {
  const window = await open(context);
  const sly = '# Sly <b>title</b>\n\n1. A paragraph with <img src=x onerror="document.title=1"> inside it.\n';
  await window.add({ 'sly.txt': sly });
  await window.part('message').getByRole('button', { name: 'Compare as the newer text' }).click();
  await window.shows('Sly');
  await window.goTo('1');
  await window.here.locator('[data-side="right"]', { hasText: '<img src=x' }).waitFor();
  assert.equal(await window.page.locator('[data-testid="reader"] img').count(), 0);
  assert.equal(await window.page.title(), 'WSIS Compare');
});

test('names file, reason and remedy of a bad file, and leaves the library alone', async (context) => {
  const window = await open(context);
  const before = await window.engine.call('library.list');
  const bad = {
    'nothing.txt': ['', /nothing\.txt is empty.*again/u],
    'cut.docx': [docx(['A paragraph.', 'And another.']).subarray(0, 300), /cut\.docx is damaged.*again/u],
    'picture.pdf': [
      Buffer.from('\x89PNG\r\n\x1a\n not a document', 'latin1'),
      /picture\.pdf .*(not what its name says|cannot be read).*\./u,
    ],
    'song.mp3': [Buffer.from([0xff, 0xfb, 0x90, 0, 0, 0, 1, 2, 3]), /song\.mp3 cannot be read.*Save it/u],
    'broken.pdf': ['%PDF-1.7\n1 0 obj <<', /broken\.pdf (is damaged|holds no text).*\./u],
  };
  for (const [name, [bytes, words]] of Object.entries(bad)) {
    await window.drop({ [name]: bytes });
    const message = window.part('message').filter({ hasText: name });
    await message.waitFor();
    assert.match(await message.textContent(), words);
    await message.getByRole('button', { name: 'Close' }).click();
  }
  assert.deepEqual(await window.engine.call('library.list'), before);
  assert.match(await window.chooser('right').textContent(), /WSIS\+20/u);
});

test('keeps a note over a restart; it is edited, found from the list, and deleted', async (context) => {
  const first = await open(context);
  await first.page.keyboard.press('F8');
  const row = Number(await first.here.getAttribute('data-row'));
  const passage = await first.addNote(row, 'right', 'Ask the capital', 'to check, energy');
  await first.page
    .locator('mark.note')
    .filter({ hasText: passage.split(' ')[0] })
    .first()
    .waitFor();
  first.assertQuiet();
  await first.close();

  const second = await open(context, { dataFolder: first.dataFolder });
  await second.page.getByRole('tab', { name: 'Notes (1)' }).click();
  const note = second.part('note');
  assert.equal((await note.locator('blockquote').textContent()).trim(), passage);
  assert.deepEqual(await note.locator('.tags li').allTextContents(), ['to check', 'energy']);
  await second.part('chapter').last().click();
  await note.getByRole('button', { name: /^Go to ¶/u }).click();
  await second.page.locator(`[data-row="${row}"][aria-current="location"]`).waitFor();

  await note.getByRole('button', { name: 'Edit' }).click();
  await note.locator('textarea').fill('Agreed with the capital');
  await note.getByRole('button', { name: 'Save note' }).click();
  await second.part('note').filter({ hasText: 'Agreed with the capital' }).waitFor();
  await second.page.reload();
  await second.ready();
  await second.page.getByRole('tab', { name: 'Notes (1)' }).click();
  await second.part('note').getByRole('button', { name: 'Delete' }).click();
  await second.part('note').getByRole('button', { name: 'Delete' }).click();
  await second.page.getByRole('tab', { name: 'Notes (0)' }).waitFor();
  const [left, right] = (await second.engine.call('library.list')).map((one) => one.id);
  assert.deepEqual(await second.engine.call('notes.list', { documents: [left, right] }), []);
});

test('writes the comparison as a page, a table and data', async (context) => {
  const folder = await temporaryFolder(context);
  const host = { 'dialog.save': ({ extension }) => join(folder, `out.${extension}`) };
  const window = await openDrafts(context, { host });
  const written = await exportAll(window, folder);
  const html = written.html.toString();
  assert.match(html, /<ins[^>]*>.*shall.*<\/ins>/su);
  assert.doesNotMatch(html, /<(script|link|img)\b|https?:\/\/(?!www\.w3\.org)/u);
  assert.equal(written.csv.subarray(0, 3).toString('hex'), 'efbbbf');
  assert.match(written.csv.toString(), /whale oil/u);
  const data = JSON.parse(written.json.toString());
  assert.equal(typeof data.schema, 'number');
  assert.ok(data.links.some((link) => link.kind === 'revised' && link.left[0] === '1'));
});

test('says why a file could not be written', async (context) => {
  const host = { 'dialog.save': () => '/nonexistent/folder/out.csv' };
  const window = await open(context, { host });
  await window.part('export').click();
  await window.page.getByRole('menuitem', { name: 'Table' }).first().click();
  const message = window.part('message').filter({ hasText: 'out.csv could not be written' });
  await message.waitFor();
  assert.match(await message.textContent(), /Choose another folder/u);
});

test('changes language and colours at once, and keeps them', async (context) => {
  const window = await open(context);
  await window.part('settings').click();
  await window.page.getByLabel('Colours').selectOption('dark');
  await window.page.locator('html[data-theme="dark"]').waitFor();
  await window.page.getByLabel('Language').selectOption('ja');
  await window.page.locator('html[lang="ja"]').waitFor();
  // Open digests follow.
  await window.page.locator('[data-row] [data-paragraph][lang="ja"]').first().waitFor();
  await window.page.reload();
  await window.ready();
  assert.equal(await window.page.locator('html').getAttribute('lang'), 'ja');
  assert.equal(await window.page.locator('html').getAttribute('data-theme'), 'dark');
  window.assertQuiet();
});

test('a long comparison shows its progress and can be cancelled', async (context) => {
  const window = await open(context);
  for (const draft of ['older', 'newer']) await window.add({ [`${draft}.md`]: longText(6000, draft) });
  const choose = async (side, draft) => {
    await window.chooser(side).click();
    await window.page.getByRole('option', { name: `${draft} draft` }).click();
  };
  await window.part('message').nth(1).waitFor({ timeout: 60_000 });
  await choose('left', 'older');
  await window.shows('older draft');
  await choose('right', 'newer');
  const job = window.part('job');
  await job.waitFor();
  await job.getByRole('progressbar').waitFor();
  await job.getByRole('button', { name: 'Cancel', exact: true }).click();
  await window.part('message').filter({ hasText: 'Cancelled. Nothing was changed.' }).waitFor();
  await job.waitFor({ state: 'detached' });
  assert.doesNotMatch(await window.chooser('right').textContent(), /newer draft/u);
});

test('finds words and goes to a paragraph by its number', async (context) => {
  const window = await openDrafts(context);
  await window.page.keyboard.press('Control+f');
  await window.page.keyboard.type('harbour');
  await window.page.locator('mark.hit').first().waitFor();
  await window.page.keyboard.press('Escape');
  await window.goTo('4');
  await window.here.filter({ hasText: 'bell of the harbour' }).waitFor();
});

test('everything that matters works by keyboard alone', async (context) => {
  const window = await open(context);
  const { keyboard } = window.page;
  const focused = (selector) => window.page.locator(`${selector}:focus`).waitFor();
  await keyboard.press('Tab');
  assert.notEqual(await window.page.evaluate(() => document.activeElement.tagName), 'BODY');
  await keyboard.press('F1');
  await window.page.getByRole('dialog').getByText('Next change').waitFor();
  await keyboard.press('Escape');
  await window.page.getByRole('dialog').waitFor({ state: 'detached' });
  await keyboard.press('F8');
  await focused('[data-row]');
  const row = Number(await window.here.getAttribute('data-row'));
  await window.select(row, 'right');
  await keyboard.press('Control+Alt+m');
  await focused('textarea');
  await keyboard.type('Written without a mouse');
  await keyboard.press('Control+Enter');
  await window.part('note').filter({ hasText: 'Written without a mouse' }).waitFor();
  await keyboard.press('Control+e');
  await window.page.getByRole('menuitem').first().waitFor();
  await keyboard.press('Escape');
  await window.page.getByRole('menuitem').first().waitFor({ state: 'detached' });
  await keyboard.press('Control+Shift+x');
  await window.chooser('left').filter({ hasText: 'WSIS+20' }).waitFor();
  window.assertQuiet();
});

for (const theme of ['light', 'dark']) {
  test(`is accessible by axe's rules, ${theme}`, async (context) => {
    const window = await open(context, { theme });
    assert.equal(await window.page.locator('html').getAttribute('data-theme'), theme);
    await window.assertAccessible('just opened');
    await window.page.keyboard.press('F8');
    await window.here.waitFor();
    const row = Number(await window.here.getAttribute('data-row'));
    await window.addNote(row, 'right', 'A note to look at');
    await window.assertAccessible('with a note');
    await window.part('settings').click();
    await window.page.getByLabel('Colours').waitFor();
    await window.assertAccessible('settings');
    await window.page.keyboard.press('Escape');
    await window.drop({ 'nothing.txt': '' });
    await window.part('message').waitFor();
    await window.assertAccessible('a message');
    await window.page.keyboard.press('F1');
    await window.page.getByRole('dialog').waitFor();
    await window.assertAccessible('a dialog');
  });
}

test('stays whole in a narrow window', async (context) => {
  for (const width of [1024, 820, 640]) {
    const window = await open(context, { size: [width, 700] });
    const [content, view] = await window.page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    assert.ok(content <= view, `${width}: ${content} > ${view}`);
    await window.page.keyboard.press('F8');
    await window.here.waitFor();
    await window.close();
  }
});

test('a damaged library is set aside and named, and the window opens', async (context) => {
  const { writeFile } = await import('node:fs/promises');
  const dataFolder = await temporaryFolder(context);
  await writeFile(join(dataFolder, 'library.sqlite'), 'this is no library at all, only words '.repeat(200));
  const window = await open(context, { dataFolder });
  const notice = window.page.getByText('The library could not be read. It was set aside');
  await notice.waitFor();
  assert.ok((await notice.textContent()).includes(dataFolder));
});
