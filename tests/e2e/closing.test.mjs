// Nothing is lost: closing with something unsaved, the folder of an export, texts that cannot be
// compared, work on a version that is replaced.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import test, { after, before } from 'node:test';

import { openWindow, startBrowser, temporaryFolder } from './browser.mjs';
import { markdown, plainText } from './fixtures.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.close());

const open = async (context, options) => (await openWindow(context, browser, options)).ready();
/** A web page with lines around its text. */
const QUAY = `<html lang="en"><head><title>Rules of the quay</title></head><body>
<header>Harbour office, third floor</header><h1>Rules of the quay</h1>
<p>1. The first rule is that lamps are lit.</p><p>2. The second rule is that boats are tied.</p>
</body></html>`;

const press = (window, keys) => window.page.keyboard.press(keys);

/** Writes a note on the first change and does not save it. */
async function beginNote(window, body) {
  await press(window, 'F8');
  await window.here.waitFor();
  await press(window, 'Control+Alt+m');
  await window.part('note-form').locator('textarea').fill(body);
}

/** Tries to leave the page as closing the window would; the browser's own question is answered no. */
async function tryToClose(window) {
  const asked = window.page.waitForEvent('dialog');
  await window.page.close({ runBeforeUnload: true });
  const dialog = await asked;
  assert.equal(dialog.type(), 'beforeunload');
  await dialog.dismiss();
}

test('closing with an unsaved note asks first, and can save it', async (context) => {
  let ended = 0;
  const window = await open(context, { host: { 'app.quit': () => void (ended += 1) } });
  await beginNote(window, 'Half a thought');
  await tryToClose(window);
  const question = window.part('quit');
  await question.filter({ hasText: 'The note you are writing is not saved.' }).waitFor();
  await window.assertAccessible('the question');
  await window.page.getByRole('button', { name: 'Stay here' }).click();
  await question.waitFor({ state: 'detached' });
  assert.equal(await window.part('note-form').locator('textarea').inputValue(), 'Half a thought');

  await tryToClose(window);
  await question.getByRole('button', { name: 'Save the note and close' }).click();
  await window.part('note').filter({ hasText: 'Half a thought' }).waitFor();
  await assert.doesNotReject(async () => {
    while (ended === 0) await window.page.waitForTimeout(20);
  });
});

test('a note that is being written is not pushed out by another, nor by other texts', async (context) => {
  const window = await open(context);
  await beginNote(window, 'Half a thought');
  const form = window.part('note-form');
  await press(window, 'F8');
  await window.page.locator('[data-row]:focus').waitFor();
  await press(window, 'Control+Alt+m');
  await form.getByRole('alert').filter({ hasText: 'Save or discard this note first' }).waitFor();
  await window.page.getByRole('button', { name: 'Swap the older and the newer text' }).click();
  await window.chooser('left').filter({ hasText: 'WSIS+20' }).waitFor();
  assert.equal(await form.locator('textarea').inputValue(), 'Half a thought');
});

test('the folder of an export is opened, by keyboard', async (context) => {
  const folder = await temporaryFolder(context);
  const opened = [];
  const host = {
    'dialog.save': ({ extension }) => join(folder, `out.${extension}`),
    'shell.folder': ({ path }) => void opened.push(path),
  };
  const window = await open(context, { host });
  await press(window, 'Control+e');
  await window.page.getByRole('menuitem', { name: 'Data' }).first().click();
  await window.part('message').filter({ hasText: 'out.json' }).waitFor({ timeout: 60_000 });
  await press(window, 'F6');
  assert.equal(await window.page.evaluate('document.activeElement.textContent'), 'Open the folder');
  await press(window, 'Enter');
  await assert.doesNotReject(async () => {
    while (opened.length === 0) await window.page.waitForTimeout(20);
  });
  assert.deepEqual(opened, [join(folder, 'out.json')]);
});

test('says what a comparison could not use', async (context) => {
  const window = await open(context);
  const notice = window.part('comparison-notice');
  const choose = async (side, words) => {
    await window.chooser(side).click();
    await window.page.getByRole('option').filter({ hasText: words }).first().click();
  };

  await window.bringIn({ 'kites.txt': plainText() });
  await choose('left', 'Kite Accord');
  await choose('right', 'Kite Accord');
  await window.part('identical').filter({ hasText: 'both texts say the same in all 3 paragraphs' }).waitFor();
  assert.equal(await notice.count(), 0, 'it is said once');

  await window.bringIn({ 'title.md': '# Only a title\n' });
  await choose('left', 'Only a title');
  await notice.filter({ hasText: 'The older text has no paragraphs' }).waitFor();
  assert.equal(await window.page.locator('[data-kind="added"]').count(), 3);
  await window.page.getByRole('button', { name: 'Swap the older and the newer text' }).click();
  await notice.filter({ hasText: 'The newer text has no paragraphs' }).waitFor();
  assert.equal(await window.page.locator('[data-kind="removed"]').count(), 3);

  await window.bringIn({
    'cerfs.txt':
      'Accord des cerfs-volants\n\n1. Les artisans se retrouvent quand souffle le vent de la mer.\n\n2. Chaque cerf-volant porte le nom de son artisan.\n\n3. Aucune ficelle n’est plus longue que la tour.\n',
  });
  await choose('left', 'Kite Accord');
  await choose('right', 'Accord des');
  await notice.filter({ hasText: 'The two texts are in different languages' }).waitFor();
  await window.page.locator('[data-row]', { hasText: 'Every kite' }).filter({ hasText: 'Chaque' }).waitFor();
  assert.equal(await window.page.locator('[data-row] ins').count(), 0, 'words are not compared');
  await window.assertAccessible('two languages');
  window.assertQuiet();
});

test('decisions follow when a corrected text replaces an earlier one, and the rest is listed', async (context) => {
  const window = await open(context);
  await window.bringIn({ 'older.md': markdown('older'), 'newer.md': markdown('newer') });
  const row = (words) => window.page.locator('[data-row]', { hasText: words });
  await row('whale oil').click();
  await press(window, 'Alt+l');
  await row('Children').click();
  await press(window, 'Alt+l');
  await window.part('naming').getByRole('textbox').fill('Ada');
  await press(window, 'Enter');
  await window.part('decided').waitFor();
  await row('Each keeper').click();
  await press(window, 'Alt+k');
  await window.part('message').filter({ hasText: 'Confirmed' }).waitFor();

  await row('bell of the harbour').click();
  await press(window, 'Alt+u');
  await window.page.locator('[data-kind="added"]', { hasText: 'bell of the harbour' }).waitFor();

  const [newer] = (await window.engine.call('library.list')).filter((one) => one.fileName === 'newer.md');
  await window.page.getByRole('button', { name: 'Library', exact: true }).click();
  await window.page
    .getByRole('dialog')
    .getByRole('listitem')
    .filter({ hasText: 'newer.md' })
    .getByRole('button', { name: 'Import report' })
    .click();
  await window.page.getByRole('button', { name: 'Correct …' }).click();
  await window.correct('Children', 'Delete');
  await window.part('stripped-by_hand').waitFor();
  await window.page.getByRole('button', { name: 'Replace the earlier version' }).click();
  const report = window.part('carried');
  await report.filter({ hasText: '2 decisions were carried over.' }).waitFor();
  await report.filter({ hasText: '¶ 3 is not there any more.' }).waitFor();
  await report.filter({ hasText: 'are there again if its file is read in as it was' }).waitFor();
  await window.assertAccessible('what stayed behind');
  await press(window, 'Escape');
  await row('Each keeper').getByText('decided by hand').first().waitFor({ state: 'attached' });
  await window.page.locator('[data-kind="added"]', { hasText: 'bell of the harbour' }).waitFor();
  const left = await window.engine.call('library.list');
  assert.ok(!left.some((one) => one.id === newer.id));
});

test('the order of the commitment verbs is changed by keyboard', async (context) => {
  const window = await open(context);
  await window.part('settings').click();
  await window.page.getByRole('button', { name: 'Commitment verbs' }).click();
  const fields = window.part('verbs').getByRole('textbox');
  await fields.nth(1).waitFor();
  const values = async () => Promise.all((await fields.all()).map((field) => field.inputValue()));
  const before = await values();
  const down = window.part('verbs').getByRole('button', { name: 'Make strength 1 weaker' });
  await down.focus();
  await press(window, 'Enter');
  await window.page.locator('#verbs-1:focus').waitFor();
  const after = await values();
  assert.deepEqual(after, [before[1], before[0], ...before.slice(2)]);
  await window.part('verbs').getByRole('button', { name: 'Keep and compare' }).click();
  await window.part('verbs').waitFor({ state: 'detached' });
  const { languages } = await window.engine.call('commitment.get');
  const english = languages.find((one) => one.language === 'en').steps.map((step) => step.join(', '));
  assert.deepEqual(english, after);
});

test('what stood outside the text comes back at the place that is chosen', async (context) => {
  const window = await open(context);
  await window.drop({ 'quay.html': QUAY });
  const outline = window.part('outline');
  await outline.getByRole('option').filter({ hasText: 'second rule' }).click();
  const aside = window.page.locator('[data-testid^="stripped-"]').first();
  await aside.locator('summary').click();
  await aside
    .getByRole('button', { name: /^before “.*second rule/u })
    .first()
    .click();
  await window.part('corrections').waitFor();
  const words = await outline.getByRole('option').allTextContents();
  const at = words.findIndex((one) => one.includes('second rule'));
  assert.match(words[at - 1], /Harbour office/u, words.join(' | '));
  window.assertQuiet();
});
