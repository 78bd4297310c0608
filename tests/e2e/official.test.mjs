// Getting an official text, in a browser over the real engine. A server on this machine plays the
// official one: the engine accepts such a server in builds for developers only.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import test, { after, before } from 'node:test';

import { openWindow, startBrowser, temporaryFolder } from './browser.mjs';
import { engineCommand } from './engine.mjs';
import { docx } from './fixtures.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.close());

const PAGE = '<!doctype html><html><head><title>Documents</title></head></html>'.padEnd(1303);
const FILE = docx([
  'A/RES/80/999',
  'Lanterns of the old harbour',
  'The General Assembly,',
  '1. The keepers of the lanterns meet in the spring of every year.',
  '2. The council asks that the lamps of the old bridge be mended.',
]);

/** Answers for the file API: what is there, what is not, and what never comes. */
async function official(context) {
  const asked = [];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    asked.push(request.url);
    const symbol = searchParams.get('s');
    if (pathname === '/doc/undoc/gen/999.docx') response.end(FILE);
    else if (symbol === 'A/RES/80/777')
      return; // never answers
    else if (['A/RES/80/999', 'A/RES/80/666'].includes(symbol) && searchParams.get('t') === 'docx')
      response.writeHead(302, { location: '/doc/UNDOC/GEN/999.docx' }).end();
    else response.end(PAGE);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.after(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return { asked, base: `http://127.0.0.1:${server.address().port}` };
}

/** A window whose engine asks that server, with the dialog open. */
async function open(context, options = {}) {
  const server = await official(context);
  const dataFolder = options.dataFolder ?? (await temporaryFolder(context));
  const command = ['/usr/bin/env', `WSIS_FETCH_BASE=${server.base}`, ...engineCommand(dataFolder)];
  const window = await openWindow(context, browser, { ...options, dataFolder, command });
  await window.ready();
  await window.part('digest-line').getByRole('button').click();
  return { server, window, dialog: window.page.getByRole('dialog') };
}

/** Fetches a symbol in English, with the consent that is asked for. */
async function fetch(dialog, symbol) {
  await dialog.getByRole('textbox').fill(symbol);
  await dialog.getByRole('button', { name: /^Fetch from 127/u }).click();
  await dialog.getByRole('button', { name: 'Yes, fetch it' }).click();
}

test('fetches a text on the user’s word, shows it before it is saved, and asks nobody twice', async (context) => {
  const { server, window, dialog } = await open(context);
  await dialog.getByRole('textbox').fill('a/res/80/999');
  await dialog.getByTestId('official-symbol-read').filter({ hasText: 'A/RES/80/999' }).waitFor();
  await dialog.getByRole('button', { name: /^Fetch from 127/u }).click();
  assert.match(await dialog.getByTestId('fetch-ask').textContent(), /127\.0\.0\.1.*A\/RES\/80\/999/u);
  assert.deepEqual(server.asked, [], 'nobody is asked before the user says yes');
  await dialog.getByRole('button', { name: 'Yes, fetch it' }).click();
  await window.page.getByText('A_RES_80_999-en.docx').first().waitFor();
  assert.equal((await window.engine.call('library.list')).length, 4, 'nothing is saved yet');
  assert.deepEqual(server.asked, [
    '/api/symbol/access?s=A%2FRES%2F80%2F999&l=en&t=docx',
    '/doc/undoc/gen/999.docx',
  ]);
  const request = { symbol: 'A/RES/80/999', language: 'en', format: 'best', consent: false };
  const kept = await window.engine.call('official.fetch', request);
  assert.equal(kept.origin, 'kept');
  assert.equal(server.asked.length, 2);
  window.assertQuiet();
});

test('says why nothing came, and offers the page in the browser', async (context) => {
  const opened = [];
  const host = { 'shell.open': ({ address }) => void opened.push(address) };
  const { server, window, dialog } = await open(context, { host });
  await fetch(dialog, 'A/RES/80/888');
  const failure = dialog.getByTestId('fetch-failure');
  await failure.getByText('no such document in this language').waitFor();
  await window.assertAccessible('a failed fetch');
  await failure.getByRole('button', { name: 'Open the page in your browser' }).click();
  await assert.doesNotReject(async () => {
    while (opened.length === 0) await window.page.waitForTimeout(20);
  });
  assert.deepEqual(opened, [`${server.base}/en/A/RES/80/888`]);
  assert.equal(server.asked.length, 3, 'Word, old Word, PDF');
});

test('a text with another symbol than was asked for is told before it is saved', async (context) => {
  const { window, dialog } = await open(context);
  await fetch(dialog, 'A/RES/80/666');
  const remark = window.part('intake-remark');
  await remark.filter({ hasText: 'calls itself A/RES/80/999' }).waitFor();
  assert.match(await remark.textContent(), /discard it and look at its page in your browser/u);
  await window.assertAccessible('a text with another symbol');
  await window.part('intake').getByRole('button', { name: 'Discard', exact: true }).click();
  assert.equal((await window.engine.call('library.list')).length, 4);
  window.assertQuiet();
});

test('can be cancelled while the server is silent', async (context) => {
  const { server, dialog } = await open(context);
  await fetch(dialog, 'A/RES/80/777');
  const directly = dialog.getByTestId('official-directly');
  await directly.getByRole('button', { name: 'Cancel' }).click();
  await directly.getByRole('button', { name: /^Fetch from 127/u }).waitFor();
  assert.equal(await dialog.getByTestId('fetch-failure').count(), 0);
  assert.equal(server.asked.length, 1);
});

test('tells what is wrong with a symbol, by keyboard alone, in Japanese and in the dark', async (context) => {
  const options = { language: 'ja-JP', theme: 'dark' };
  const { server, window, dialog } = await open(context, options);
  await window.assertAccessible('the list');
  await dialog.getByRole('textbox').focus();
  await window.page.keyboard.type('90/1');
  await dialog.getByTestId('official-hint').filter({ hasText: '「90」' }).waitFor();
  await dialog.getByRole('textbox').fill('');
  await window.page.keyboard.type('A/RES/80/173');
  await dialog.getByText('日本語は国連の公用語ではない').waitFor();
  await window.assertAccessible('a symbol');
  for (let presses = 0; presses < 12; presses++) {
    await window.page.keyboard.press('Tab');
    const focused = await window.page.evaluate('document.activeElement.textContent');
    if (/から取得/u.test(focused)) break;
  }
  await window.page.keyboard.press('Enter');
  await dialog.getByTestId('fetch-ask').waitFor();
  await window.assertAccessible('the question');
  assert.match(await window.page.evaluate('document.activeElement.textContent'), /接続して取得する/u);
  assert.deepEqual(server.asked, []);
  window.assertQuiet();
});
