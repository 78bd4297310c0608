// Bringing files in: the report before anything is saved, corrections, tracked changes, language.

import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';

import { openWindow, startBrowser } from './browser.mjs';
import { markdown, orchard, trackedDocx } from './fixtures.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.close());

const open = async (context, options) => (await openWindow(context, browser, options)).ready();
const own = async (window) => (await window.engine.call('library.list')).filter((one) => !one.digest);
const option = (window, words) => window.part('outline').getByRole('option').filter({ hasText: words });

test('a file is reported, corrected by keyboard, saved, and read the same way again', async (context) => {
  const window = await open(context);
  await window.drop({ 'orchard.md': orchard() });
  await window.part('recognised').filter({ hasText: '3 numbered paragraphs' }).waitFor();
  assert.deepEqual(await own(window), [], 'nothing is saved before the user says so');

  await window.correct('Harvest', '1');
  await window.part('outline').locator('[data-kind="heading"]', { hasText: 'Harvest' }).waitFor();
  await window.correct('gardens', 'j');
  await option(window, 'Bees are welcome in all gardens of the valley.').waitFor();
  await window.correct('Every tree', 's');
  await window.page.getByRole('button', { name: 'No tree is cut in spring.' }).press('Enter');
  // Until the split is read, the words still stand in the paragraph before.
  await option(window, 'Every tree').filter({ hasText: 'No tree' }).waitFor({ state: 'detached' });
  await window.correct('No tree', 'n');
  const number = window.page.getByLabel('Number as printed');
  await number.fill('umpteen');
  await number.press('Enter');
  await window.page.getByRole('alert').filter({ hasText: 'is not read as a number. Write it as' }).waitFor();
  await number.fill('1 bis');
  await number.press('Enter');
  await option(window, 'No tree').filter({ hasText: '1 bis' }).waitFor();
  await window.page.keyboard.press('Control+z');
  await option(window, 'No tree').filter({ hasText: '1 bis' }).waitFor({ state: 'detached' });
  await window.page.keyboard.press('Control+y');
  await option(window, 'No tree').filter({ hasText: '1 bis' }).waitFor();
  assert.equal(await window.part('corrections').getByRole('listitem').count(), 4);
  await window.part('intake-save').click();
  await window.part('message').filter({ hasText: '4 numbered paragraphs, 2 headings' }).waitFor();

  const [{ id }] = await own(window);
  await window.engine.call('library.remove', { id });
  await window.drop({ 'orchard again.md': orchard() });
  await window.part('corrections').waitFor();
  assert.equal(await window.part('corrections').getByRole('listitem').count(), 4);
  await window.addRead('orchard again.md');
  assert.equal((await own(window))[0].id, id);
  window.assertQuiet();
});

test('what was set aside is told with the reason, and comes back', async (context) => {
  const window = await open(context);
  await window.drop({ 'orchard.md': orchard() });
  await window.correct('Harvest', 'Delete');
  const aside = window.part('stripped-by_hand');
  await aside.locator('summary').click();
  await aside.getByText('You said that it is no part of the text.').waitFor();
  await aside.getByRole('button', { name: 'Bring back' }).click();
  await option(window, 'Harvest').waitFor();
  await window.part('corrections').waitFor({ state: 'detached' });
});

test('tracked changes are read as accepted, as rejected, or as two texts', async (context) => {
  const window = await open(context);
  await window.drop({ 'ferries.docx': trackedDocx() });
  const tracked = window.part('tracked');
  await tracked.filter({ hasText: '2 passages put in, 2 taken out' }).waitFor();
  await tracked.filter({ hasText: 'Ada (2), Bo (2)' }).waitFor();
  await option(window, 'Ferries shall wait').waitFor();
  await tracked.getByLabel('as if they were rejected').check();
  await option(window, 'Ferries may wait').waitFor();
  await tracked.getByLabel('Two texts to compare').check();
  await option(window, 'Ferries shall wait').waitFor();
  await window.part('intake-save').click();
  await window.shows('Ferry Compact (proposal)');
  await window.page.locator('[data-row] del', { hasText: 'may' }).waitFor();
  await window.page.locator('[data-row] ins', { hasText: 'five times' }).waitFor();
  assert.deepEqual((await own(window)).map((one) => one.title).sort(), [
    'Ferry Compact (base)',
    'Ferry Compact (proposal)',
  ]);
  // Who proposed what is kept with the text.
  await window.part('message').getByRole('button', { name: 'Import report' }).click();
  await window.part('tracked').locator('summary').click();
  const change = window.part('tracked').getByRole('listitem').filter({ hasText: 'five times' });
  assert.match(await change.textContent(), /Bo/u);
  await change.getByRole('button').click();
  await window.part('outline').locator('[aria-selected="true"]', { hasText: 'The bell rings' }).waitFor();
  window.assertQuiet();
});

test('language, title, symbol and date are what the user says', async (context) => {
  const window = await open(context);
  await window.drop({ 'orchard.md': orchard() });
  await window.part('fact-language').selectOption('fr');
  await window.page.getByText('The words look like English').waitFor();
  await window.page.getByLabel('Title', { exact: true }).fill('Règles du verger');
  await window.page.getByLabel('Symbol').fill('O/1');
  await window.page.getByLabel('Date').fill('2026-05-01');
  await window.page.getByLabel('Date').press('Tab');
  await window.part('intake-save').click();
  await window.part('message').filter({ hasText: 'Règles du verger is in the library' }).waitFor();
  const [saved] = await own(window);
  assert.deepEqual(
    [saved.language, saved.title, saved.symbol, saved.date],
    ['fr', 'Règles du verger', 'O/1', '2026-05-01'],
  );
});

test('several files are shown one after the other; corrections are not lost by a slip', async (context) => {
  const window = await open(context);
  await window.drop({ 'a.md': markdown('older'), 'b.md': orchard(), 'c.md': markdown('newer') });
  await window.part('intake').filter({ hasText: '2 more files wait' }).waitFor();
  await window.addRead('a.md');
  await window.part('intake').filter({ hasText: 'b.md' }).waitFor();
  await window.correct('Harvest', 'h');
  await window.part('corrections').waitFor();
  await window.page.keyboard.press('Escape');
  await window.page.getByText('Your corrections are not saved.').waitFor();
  await window.page.getByRole('button', { name: 'Go on correcting' }).click();
  await window.page.getByRole('button', { name: 'Discard', exact: true }).click();
  await window.page.getByRole('button', { name: 'Discard', exact: true }).click();
  await window.addRead('c.md');
  assert.equal((await own(window)).length, 2);
  await window.shows('Lantern');
});

test('a text of the library is corrected afterwards and replaced only on request', async (context) => {
  const window = await open(context);
  await window.add({ 'orchard.md': orchard() });
  const [before] = await own(window);
  await window.part('message').getByRole('button', { name: 'Import report' }).click();
  await window.page.getByRole('button', { name: 'Correct …' }).click();
  await window.page.getByText('It stays as it is until you replace it.').waitFor();
  await window.correct('gardens', 'j');
  await option(window, 'in all gardens').waitFor();
  assert.deepEqual(await own(window), [before]);
  await window.page.getByRole('button', { name: 'Replace the earlier version' }).click();
  await window.part('intake').waitFor({ state: 'detached' });
  const after = await own(window);
  assert.equal(after.length, 1);
  assert.notEqual(after[0].id, before.id);
});

for (const theme of ['light', 'dark']) {
  test(`the report is accessible by axe's rules, ${theme}`, async (context) => {
    const window = await open(context, { theme });
    await window.drop({ 'ferries.docx': trackedDocx() });
    await window.part('tracked').locator('summary').click();
    await window.assertAccessible('a draft with tracked changes');
    await window.correct('The bell', 's');
    await window.page.getByRole('button', { name: 'Cancel' }).press('Escape');
    await window.correct('The bell', 'n');
    await window.page.getByLabel('Number as printed').fill('many');
    await window.page.keyboard.press('Enter');
    await window.page.getByRole('alert').waitFor();
    await window.assertAccessible('a refused number');
    await window.page.keyboard.press('Escape');
    await window.page.keyboard.press('Delete');
    await window.part('stripped-by_hand').locator('summary').click();
    await window.assertAccessible('something taken out');
  });
}
