// The harness itself: calls reach an engine and come back, whatever happens to it.

import assert from 'node:assert/strict';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

import { Engine } from './engine.mjs';
import { serve } from './serve.mjs';

const FAKE = [process.execPath, fileURLToPath(new URL('fake-engine.mjs', import.meta.url))];

function start(context) {
  const engine = new Engine(FAKE);
  context.after(() => engine.close());
  return engine;
}

async function post(address, message) {
  const response = await fetch(`${address}rpc`, { method: 'POST', body: JSON.stringify(message) });
  return (await response.text()).trim().split('\n').map(JSON.parse);
}

test('calls run side by side and find their own answers', async (context) => {
  const engine = start(context);
  const seen = [];
  const work = engine.call('work', {}, 'j1', (progress) => seen.push(progress.job));
  assert.deepEqual(await engine.call('echo', { text: '文' }), { text: '文' });
  assert.equal(await work, 'done');
  assert.deepEqual(seen, ['j1']);
});

test('a refusal is thrown as the engine sent it', async (context) => {
  await assert.rejects(() => start(context).call('nothing'), { code: 'not-found', message: 'nothing' });
});

test('an engine that dies ends the calls it owes', async (context) => {
  const engine = start(context);
  await assert.rejects(() => engine.call('die'), { code: 'internal' });
  await assert.rejects(() => engine.call('echo'), { code: 'internal' });
});

test('a program that is not there is told, not waited for', async () => {
  const engine = new Engine(['/nonexistent/program']);
  await assert.rejects(() => engine.call('echo'), { code: 'internal' });
});

test('the bridge passes progress, answers and errors on, and answers for the desktop', async (context) => {
  const server = await serve(start(context), { 'dialog.save': ({ name }) => `/somewhere/${name}` });
  context.after(() => server.close());
  const work = await post(server.address, { name: 'work', payload: {}, job: 'j2' });
  assert.deepEqual(work, [{ progress: { job: 'j2', stage: 'reading', done: 1, total: 2 } }, { ok: 'done' }]);
  const save = await post(server.address, { name: 'dialog.save', payload: { name: 'a.csv' } });
  assert.deepEqual(save, [{ ok: '/somewhere/a.csv' }]);
  const wrong = await post(server.address, { name: 'nothing', payload: {} });
  assert.equal(wrong[0].error.code, 'not-found');
});

test('pages come with the policy of the shell, and nothing outside their folder is given', async (context) => {
  const server = await serve(start(context));
  context.after(() => server.close());
  const page = await fetch(server.address);
  assert.match(page.headers.get('content-security-policy'), /default-src 'self'; connect-src 'self';/u);
  assert.equal((await fetch(`${server.address}..%2fpackage.json`)).status, 404);
  assert.equal((await fetch(`${server.address}%2e%2e/package.json`)).status, 404);
});
