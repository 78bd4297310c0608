// Texts while they are negotiated: brackets, tracked changes with their authors, moved paragraphs.

import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';

import { openWindow, startBrowser } from './browser.mjs';
import { bracketed, moved, trackedDocx } from './fixtures.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.close());

const open = async (context, options) => (await openWindow(context, browser, options)).ready();
const press = (window, keys) => window.page.keyboard.press(keys);
const row = (window, words) => window.page.locator('[data-row]', { hasText: words });

async function openBracketed(context, options) {
  const window = await open(context, options);
  await window.bringIn({ 'older.md': bracketed('older'), 'newer.md': bracketed('newer') });
  await row(window, 'every lantern').first().waitFor();
  return window;
}

async function openTracked(context, options) {
  const window = await open(context, options);
  await window.drop({ 'ferries.docx': trackedDocx() });
  await window.part('tracked').locator('input[value="both"]').check();
  await window.part('intake-save').click();
  await row(window, 'wait for the post').locator('del').first().waitFor();
  return window;
}

test('brackets say whose they are, in both layouts, and leave text, notes and search alone', async (context) => {
  for (const size of [
    [1280, 800],
    [680, 800],
  ]) {
    const window = await openBracketed(context, { size });
    const lanterns = row(window, 'every lantern').first();
    const newer = lanterns.locator('[data-side="right"]').first();
    const said = await newer.locator('.said').allTextContents();
    assert.ok(said.includes('EU, JP: retain'), said.join(' | '));
    assert.ok(said.includes('G77: delete'), said.join(' | '));
    assert.equal(await newer.locator('.said', { hasText: 'G77' }).getAttribute('title'), 'G77: delete');
    const weight = (mark) => mark.evaluate((one) => getComputedStyle(one).fontWeight);
    assert.equal(await weight(newer.locator('.bracket').first()), '700', 'told apart without colour');
    assert.deepEqual(
      await newer.locator('.bracket[data-depth="3"]').allTextContents(),
      ['[', ']'],
      'a pair of the third level',
    );
    // The characters are those of the text, whatever is drawn around them.
    const text = await newer.locator('[data-start]').allTextContents();
    assert.match(text.join(''), /\[EU, JP: retain before (the )?winter comes\] and \[G77: delete \[at its/u);
    // What a voice says instead of the signs.
    const spoken = await newer.locator('.visually-hidden').allTextContents();
    assert.ok(spoken.includes('bracket, G77: delete:'), spoken.join(' | '));
    assert.ok(spoken.includes(', end of the bracket of level 3'), spoken.join(' | '));

    await press(window, 'Control+f');
    await window.page.keyboard.type('retain before');
    await newer.locator('mark.hit').first().waitFor();
    assert.equal((await newer.locator('mark.hit').allTextContents()).join(''), 'retain before');
    await press(window, 'Escape');
    window.assertQuiet();
    await window.close();
  }
});

test('a row tells its brackets in words, by keyboard, in the language of the window', async (context) => {
  const window = await openBracketed(context, { language: 'ja-JP' });
  await press(window, 'F8');
  await window.here.filter({ hasText: 'every lantern' }).waitFor();
  const list = window.part('brackets');
  await list.locator('summary').focus();
  await press(window, 'Enter');
  await list.getByRole('listitem').filter({ hasText: 'EU、JP：維持' }).first().waitFor();
  await list.getByRole('listitem').filter({ hasText: '未合意（2 案のうち 1）' }).first().waitFor();
  await window.assertAccessible('brackets in words');
});

test('a note can be put on words with a bracket in them', async (context) => {
  const window = await openBracketed(context);
  const lanterns = row(window, 'every lantern').first();
  const index = Number(await lanterns.getAttribute('data-row'));
  const passage = await window.addNote(index, 'right', 'Which one?', 'verbs');
  assert.equal(passage, 'The council [shall] repair');
  assert.equal((await lanterns.locator('mark.note').allTextContents()).join(''), passage);
});

for (const theme of ['light', 'dark']) {
  test(`changes of two people are told apart and named, ${theme}`, async (context) => {
    const window = await openTracked(context, { theme });
    const post = row(window, 'wait for the post');
    await post
      .getByTestId('byline')
      .filter({ hasText: /^Tracked changes by\s*Ada · Mar 1, 2026/u })
      .first()
      .waitFor();
    assert.equal(await post.locator('ins').first().getAttribute('title'), 'Ada · Mar 1, 2026');
    await post
      .locator('ins .visually-hidden', { hasText: 'inserted by Ada:' })
      .first()
      .waitFor({ state: 'attached' });
    await row(window, 'at noon')
      .getByTestId('byline')
      .filter({ hasText: 'Bo · Mar 1, 2026' })
      .first()
      .waitFor();
    await press(window, 'F8');
    await window.part('status').filter({ hasText: 'by Ada · Mar 1, 2026' }).waitFor();
    await press(window, 'F8');
    await window.part('status').filter({ hasText: 'by Bo · Mar 1, 2026' }).waitFor();
    await window.assertAccessible('rows with authors');
    window.assertQuiet();
  });
}

test('the other place of a moved paragraph is shown in place, by click and by key', async (context) => {
  const window = await open(context);
  await window.bringIn({ 'older.md': moved('older'), 'newer.md': moved('newer') });
  const bell = window.page.locator('[data-kind="moved"]', { hasText: 'bell of the harbour' });
  await bell.waitFor();
  const peek = window.part('peek');
  await bell.getByRole('button', { name: /moved/u }).click();
  await peek.filter({ hasText: 'Where it stood in the older text' }).waitFor();
  assert.match(
    await peek.textContent(),
    /Every lantern.*bell of the harbour.*Kites/su,
    'between its neighbours',
  );
  assert.equal(await window.here.getAttribute('data-kind'), 'moved', 'the reader stays where it was');
  await window.assertAccessible('a peek');
  await peek.getByRole('button', { name: 'Close' }).click();
  await peek.waitFor({ state: 'detached' });
  assert.match(await window.page.evaluate('document.activeElement.textContent'), /from ¶/u);

  await press(window, 'Alt+p');
  await peek.waitFor();
  await press(window, 'Escape');
  await peek.waitFor({ state: 'detached' });

  const left = window.part('moved-away');
  await left.focus();
  await press(window, 'Space');
  await peek.filter({ hasText: 'Where it stands in the newer text' }).waitFor();
  await peek.getByRole('button', { name: 'Go there' }).press('Enter');
  await peek.waitFor({ state: 'detached' });
  await window.here.filter({ hasText: 'bell of the harbour' }).waitFor();
  window.assertQuiet();
});

test('a footnote mark that a heading lost is a change, in both layouts', async (context) => {
  const window = await open(context);
  const text = (mark, note) => `# Harbour rules\n\n## Lights${mark}\n\n1. Lamps burn all night.\n\n${note}`;
  await window.bringIn({
    'older.md': text('[^1]', '[^1]: See the table of tides.\n'),
    'newer.md': text('', ''),
  });
  await window.page.keyboard.press('F8');
  const lost = window.here.locator('sup del.current');
  await lost.waitFor();
  assert.equal(await window.here.getAttribute('data-kind'), 'heading');
  assert.match(await window.status(), /heading · 1 change \(1 citation or footnote\)/u);
  await window.page.setViewportSize({ width: 680, height: 700 });
  await window.page.locator('.row.one sup del.current').waitFor();
  await window.assertAccessible('a heading in one column');
  window.assertQuiet();
});
