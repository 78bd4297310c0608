// A person's hand is law: what people decide about rows, in a browser over the real engine.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import test, { after, before } from 'node:test';

import { exportAll, openWindow, startBrowser, temporaryFolder } from './browser.mjs';
import { markdown } from './fixtures.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.close());

/** The two made-up drafts side by side, in a library of their own; who decides is Ada. */
async function openDrafts(context, options) {
  const window = await (await openWindow(context, browser, options)).ready();
  await window.bringIn({
    'older.md': markdown('older'),
    'newer.md': markdown('newer'),
  });
  await window.page.locator('[data-row] [data-paragraph]', { hasText: 'whale oil' }).waitFor();
  return window;
}

const whaleOil = (window) => window.page.locator('[data-row]', { hasText: 'whale oil' });
const children = (window) => window.page.locator('[data-row]', { hasText: 'Children of the town' });
const press = (window, keys) => window.page.keyboard.press(keys);

/** Says the name that is asked for once. */
async function sayName(window, name = 'Ada') {
  const form = window.part('naming');
  await form.getByRole('textbox').fill(name);
  await press(window, 'Enter');
  await form.waitFor({ state: 'detached' });
}

/** Links the dropped paragraph with the new one, by keyboard alone. */
async function linkByKeyboard(window) {
  await whaleOil(window).click();
  await press(window, 'Alt+l');
  await window.part('status').filter({ hasText: 'is marked' }).waitFor();
  assert.match(await whaleOil(window).evaluate((row) => getComputedStyle(row).outlineStyle), /dashed/u);
  await children(window).click();
  await press(window, 'Alt+l');
}

test('two rows are linked by Alt+L, with the name asked once; undone and done again', async (context) => {
  const window = await openDrafts(context);
  await linkByKeyboard(window);
  await sayName(window);
  const linked = window.page.locator('[data-row]', { hasText: 'whale oil' }).filter({ hasText: 'Children' });
  await linked.waitFor();
  await window.part('message').filter({ hasText: 'Linked as you said' }).waitFor();
  assert.equal(await linked.getAttribute('aria-current'), 'location');
  await window
    .part('decided')
    .filter({ hasText: /belongs with .*Ada/u })
    .waitFor();
  await window.page.locator('[data-row]:focus').waitFor();

  await press(window, 'Control+z');
  await linked.waitFor({ state: 'detached' });
  await press(window, 'Control+y');
  await linked.waitFor();
  await window.page.reload();
  await window.ready();
  await linked.waitFor();
  await window.page.getByRole('tab', { name: 'Decisions (1)' }).click();
  assert.match(await window.part('decision').textContent(), /¶ 3 belongs with ¶ 3.*Ada/su);
  window.assertQuiet();
});

test('a row is unlinked, split, merged and confirmed', async (context) => {
  const window = await openDrafts(context);
  const lanterns = window.page.locator('[data-row]', {
    hasText: 'every lantern',
  });
  await lanterns.click();
  await press(window, 'Alt+u');
  await sayName(window, '');
  await window.page.locator('[data-kind="removed"]', { hasText: 'every lantern' }).waitFor();
  await window.page.locator('[data-kind="added"]', { hasText: 'every lantern' }).waitFor();
  await press(window, 'Control+z');
  await window.page.locator('[data-kind="revised"]', { hasText: 'every lantern' }).waitFor();

  await lanterns.click();
  await press(window, 'Alt+s');
  const pairing = window.part('pairing');
  await pairing.getByLabel('Add a newer paragraph').fill('Children');
  await press(window, 'Enter');
  await window.part('chosen-right').filter({ hasText: 'Children' }).waitFor();
  await pairing.getByLabel('Reason').fill('The duty was cut in two');
  await press(window, 'Enter');
  const split = window.page.locator('[data-kind="split"]', {
    hasText: 'every lantern',
  });
  await split.waitFor();
  await window.part('decided').filter({ hasText: 'The duty was cut in two' }).waitFor();
  await press(window, 'Control+z');
  await split.waitFor({ state: 'detached' });

  await lanterns.click();
  await press(window, 'Alt+m');
  await pairing.locator('[data-offer="3"]').first().click();
  await pairing.getByRole('button', { name: 'Link these' }).click();
  await window.page.locator('[data-kind="merged"]', { hasText: 'whale oil' }).waitFor();
  await press(window, 'Control+z');

  const keeper = window.page.locator('[data-row]', { hasText: 'Each keeper' });
  await keeper.click();
  await press(window, 'Alt+k');
  await window.part('message').filter({ hasText: 'Confirmed' }).waitFor();
  await keeper.getByText('decided by hand').first().waitFor({ state: 'attached' });
  await press(window, 'Alt+k');
  await window.part('message').filter({ hasText: 'taken back' }).waitFor();
  window.assertQuiet();
});

test('a contradiction is asked about; the newest wins only when said', async (context) => {
  const window = await openDrafts(context);
  await linkByKeyboard(window);
  await sayName(window);
  await window.part('decided').waitFor();
  await window.page.locator('[data-row]', { hasText: 'every lantern' }).click();
  await press(window, 'Alt+s');
  const pairing = window.part('pairing');
  await pairing.getByLabel('Add a newer paragraph').fill('Children');
  await press(window, 'Enter');
  await pairing.getByRole('button', { name: 'Link these' }).click();
  const question = window.part('question');
  await question.filter({ hasText: '¶ 3 belongs with ¶ 3' }).waitFor();
  await window.assertAccessible('the question');
  await question.getByRole('button', { name: 'Keep the earlier one' }).click();
  await question.waitFor({ state: 'detached' });
  const linked = window.page.locator('[data-row]', { hasText: 'whale oil' }).filter({ hasText: 'Children' });
  await linked.waitFor();
  await press(window, 'Alt+s');
  await pairing.getByLabel('Add a newer paragraph').fill('Children');
  await press(window, 'Enter');
  await pairing.getByRole('button', { name: 'Link these' }).click();
  await question.getByRole('button', { name: 'The new one holds' }).click();
  await window.page.locator('[data-kind="split"]', { hasText: 'every lantern' }).waitFor();
  assert.equal(await linked.count(), 0);
});

test('decisions go into the exports with who, when and why', async (context) => {
  const folder = await temporaryFolder(context);
  const host = {
    'dialog.save': ({ extension }) => join(folder, `out.${extension}`),
  };
  const window = await openDrafts(context, { host });
  await linkByKeyboard(window);
  await sayName(window);
  await window.part('message').getByRole('button', { name: 'Say why' }).click();
  await window.part('reasoning').getByRole('textbox').fill('Both are about the tower');
  await window.part('reasoning').getByRole('button', { name: 'Keep the reason' }).click();
  await window.part('decided').filter({ hasText: 'Both are about the tower' }).waitFor();
  for (const [format, bytes] of Object.entries(await exportAll(window, folder))) {
    assert.match(bytes.toString(), /Ada/u, format);
    assert.match(bytes.toString(), /Both are about the tower/u, format);
  }
});

test('the way of comparing is chosen, kept for the pair, and the reader stays where it was', async (context) => {
  const window = await openDrafts(context);
  await window.page.getByRole('tab', { name: 'Overview' }).click();
  assert.match(await window.part('method-why').textContent(), /Compared as drafts of one text: \d+%/u);
  await window.page.locator('[data-row]', { hasText: 'bell of the harbour' }).click();
  await window.part('method').click();
  await window.page.locator('[data-regime="related"]').click();
  await window.part('method').filter({ hasText: 'Related' }).waitFor();
  assert.match(await window.part('method-why').textContent(), /as you chose/u);
  await window.here.filter({ hasText: 'bell of the harbour' }).waitFor();
  await press(window, 'Alt+r');
  await window.part('method').filter({ hasText: 'Drafts' }).waitFor();
  await window.page.reload();
  await window.ready();
  await window.page.getByText('as you chose').or(window.part('method-why')).first().waitFor();
  window.assertQuiet();
});

test('differences are shown by word, character or sentence', async (context) => {
  const window = await openDrafts(context);
  const bell = window.page.locator('[data-row]', {
    hasText: 'bell of the harbour',
  });
  const inserted = () => bell.locator('ins [data-start]').allTextContents();
  assert.deepEqual(await inserted(), ['five']);
  await window.part('method').click();
  await window.page.locator('[data-granularity="sentence"]').click();
  await bell.locator('ins', { hasText: 'Ferries leave when' }).waitFor();
  await press(window, 'Alt+g');
  await bell.locator('ins', { hasText: /^inserted:five, end\.$/u }).waitFor();
  await press(window, 'Alt+g');
  await bell.locator('ins', { hasText: 'iv' }).first().waitFor();
  // Twice in a row is two steps on, though the first is not shown yet.
  await press(window, 'Alt+g');
  await press(window, 'Alt+g');
  await bell.locator('ins', { hasText: /^inserted:five, end\.$/u }).waitFor();
  await press(window, 'Alt+g');
  await bell.locator('ins', { hasText: /^inserted:fiv, end\.$/u }).waitFor();
  await window.page.reload();
  await window.ready();
  assert.notDeepEqual(await inserted(), ['five'], 'kept for the pair');
});

test('rows stand below each other when the open row is compared anew', async (context) => {
  const window = await openDrafts(context);
  await press(window, 'F8');
  await window.part('evidence').waitFor();
  const overlap = () =>
    window.page.locator('[data-row]').evaluateAll((rows) => {
      const places = rows.map((row) => row.getBoundingClientRect());
      return places.slice(1).some((place, at) => place.top < places[at].bottom - 1);
    });
  assert.equal(await overlap(), false);
  await press(window, 'Alt+g');
  await window.page.locator('ins', { hasText: 'iv' }).first().waitFor();
  await window.page.waitForTimeout(200);
  assert.equal(await overlap(), false);
});

test('classes of change are dimmed, counted and passed over', async (context) => {
  const window = await (await openWindow(context, browser)).ready();
  const text = (draft) =>
    markdown('older')
      .replace('twice in a year', draft === 'older' ? 'twice in a year' : 'twice, in a year')
      .replace('may repair', draft === 'older' ? 'may repair' : 'shall repair');
  await window.bringIn({
    'older.md': text('older'),
    'newer.md': text('newer'),
  });
  await window.page.locator('[data-row] ins', { hasText: 'shall' }).waitFor();
  await window.part('dimmed').filter({ hasText: '1 change dimmed, 1 row has no other' }).waitFor();
  await press(window, 'F8');
  assert.match(await window.status(), /^change 1 of 1/u);
  await press(window, 'Alt+c');
  const item = (name) => window.page.locator(`[data-class-filter="${name}"]`);
  await item('punctuation').click();
  await item('commitment_verb').click();
  await window.part('dimmed').filter({ hasText: '1 change dimmed' }).waitFor();
  await press(window, 'Escape');
  await press(window, 'F8');
  await window.here.filter({ hasText: 'Each keeper' }).waitFor();
  assert.match(await window.status(), /^change 1 of 1/u);
  const verb = window.page.locator('ins[data-class="commitment_verb"]');
  assert.ok((await verb.getAttribute('class')).split(' ').includes('small'), 'dimmed, not hidden');
  await window.page.reload();
  await window.ready();
  await verb.and(window.page.locator('.small')).waitFor();
});

test('decisions and notes are carried to a newer version of a text', async (context) => {
  const window = await openDrafts(context);
  await linkByKeyboard(window);
  await sayName(window);
  const linked = window.page.locator('[data-row]', { hasText: 'whale oil' }).filter({ hasText: 'Children' });
  await linked.waitFor();
  await window.addNote(Number(await linked.getAttribute('data-row')), 'right', 'Which colour?');
  const later = markdown('newer')
    .replace('1. The council', '1. Nobody sells lamps on market days.\n2. The council')
    .replace('2. Each', '3. Each')
    .replace('3. Children', '4. Children');
  await window.bringIn({ 'later.md': later });
  await window.carryFrom('newer.md');
  const report = window.part('carried');
  await report.filter({ hasText: '1 decision' }).waitFor();
  await report.filter({ hasText: '1 note' }).waitFor();
  await window.assertAccessible('what was carried');
});

test('the table of commitment verbs is edited, and the comparison follows', async (context) => {
  const window = await openDrafts(context);
  const verb = window.page.locator('ins[data-class="commitment_verb"]', {
    hasText: 'shall',
  });
  await verb.waitFor();
  const edit = async () => {
    await window.part('settings').click();
    await window.page.getByRole('button', { name: 'Commitment verbs' }).click();
    await window.part('verbs').waitFor();
  };
  await edit();
  await window.assertAccessible('the table of verbs');
  const steps = window.part('verbs').locator('li');
  const withVerb = async (form) => {
    for (const at of (await steps.all()).keys()) {
      const forms = (await steps.nth(at).getByRole('textbox').inputValue()).split(', ');
      if (forms.includes(form)) return steps.nth(at);
    }
    return assert.fail(`no ${form}`);
  };
  for (const form of ['shall', 'may']) {
    const box = (await withVerb(form)).getByRole('textbox');
    const left = (await box.inputValue()).split(', ').filter((one) => one !== form);
    await box.fill(left.join(', '));
    await box.blur();
  }
  await window.part('verbs').getByRole('button', { name: 'Keep and compare' }).click();
  await window.page.locator('ins[data-class="substance"]', { hasText: 'shall' }).waitFor();
  await edit();
  await window.part('verbs').getByRole('button', { name: "Back to the program's own" }).click();
  await press(window, 'Escape');
  await verb.waitFor();
  window.assertQuiet();
});

test('texts without numbers and headings say what could not be used', async (context) => {
  const window = await (await openWindow(context, browser)).ready();
  await window.bringIn({
    'plain.txt': 'Boats come and go.\n\nNobody counts them.\n',
    'other.txt': 'Boats come and go.\n\nSomebody counts them.\n',
  });
  const notice = window.part('comparison-notice');
  await notice.filter({ hasText: 'no numbered paragraphs' }).waitFor();
  await notice.filter({ hasText: 'no headings' }).waitFor();
});

test('pairing dialog and decisions are accessible, in the dark too', async (context) => {
  const window = await openDrafts(context, { theme: 'dark' });
  await whaleOil(window).click();
  await press(window, 'Alt+l');
  await window.assertAccessible('a marked row');
  await press(window, 'Alt+l');
  await window.part('pairing').waitFor();
  await window.assertAccessible('the dialog');
  await press(window, 'Escape');
  await press(window, 'Alt+k');
  await window.part('naming').waitFor();
  await window.assertAccessible('the name');
  await press(window, 'Enter');
  await window.part('decided').waitFor();
  await window.page.getByRole('tab', { name: 'Decisions (1)' }).click();
  await window.assertAccessible('the list');
  await press(window, 'Alt+c');
  await window.page.locator('[data-class-filter]').first().waitFor();
  await window.assertAccessible('the filter');
});
