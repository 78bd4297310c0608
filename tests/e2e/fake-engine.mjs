// A stand-in for `wsis rpc` that knows three commands, to test the harness without the engine.

import { createInterface } from 'node:readline';

const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, name, payload, job } = JSON.parse(line);
  if (name === 'echo') say({ id, ok: payload });
  else if (name === 'work') {
    say({ id, progress: { job, stage: 'reading', done: 1, total: 2 } });
    setTimeout(() => say({ id, ok: 'done' }), 20);
  } else if (name === 'die') process.exit(3);
  else say({ id, error: { code: 'not-found', message: name, file: null, detail: null } });
});
