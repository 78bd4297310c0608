// The built window over HTTP, with the shell's own content security policy, and `POST /rpc` as the
// bridge to an engine: the body is `{name, payload, job}`, the answer lines of JSON.

import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const PAGES = fileURLToPath(new URL('../../ui/dist', import.meta.url));
const SHELL = new URL('../../src-tauri/tauri.conf.json', import.meta.url);
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

/** The shell's policy; only the way to the engine differs. */
function policy() {
  const { csp } = JSON.parse(readFileSync(SHELL, 'utf8')).app.security;
  return csp.replace(/connect-src[^;]*/u, "connect-src 'self'");
}

/**
 * Serves on a free port of this machine.
 *
 * @param engine what answers: `call(name, payload, job, onProgress)`
 * @param {Record<string, (payload: object) => unknown>} host answers of the desktop: dialogs, browser
 * @returns {Promise<{address: string, close: () => Promise<void>}>}
 */
export async function serve(engine, host = {}) {
  const headers = { 'content-security-policy': policy(), 'cache-control': 'no-store' };
  const server = createServer((request, response) => {
    if (request.method === 'POST' && request.url === '/rpc')
      return void bridge(engine, host, request, response);
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    const file = join(PAGES, path === '/' ? 'index.html' : path);
    if (!file.startsWith(PAGES) || !existsSync(file)) return void response.writeHead(404, headers).end();
    response.writeHead(200, {
      ...headers,
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function bridge(engine, host, request, response) {
  response.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' });
  const say = (message) => response.write(`${JSON.stringify(message)}\n`);
  try {
    let body = '';
    request.setEncoding('utf8');
    for await (const part of request) body += part;
    const { name, payload, job } = JSON.parse(body);
    const answer = host[name]
      ? await host[name](payload)
      : await engine.call(name, payload, job, (progress) => say({ progress }));
    say({ ok: answer ?? null });
  } catch (error) {
    say({
      error: error.code ? error : { code: 'internal', message: String(error), file: null, detail: null },
    });
  }
  response.end();
}
