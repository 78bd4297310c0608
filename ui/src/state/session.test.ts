import { describe, expect, it, vi } from 'vitest';

import { EngineError } from '../backend';
import { fakeEngine, type FakeOptions } from '../backend/fake';
import { t } from '../i18n/index.svelte';
import { Session } from './session.svelte';

async function started(options: FakeOptions = {}): Promise<Session> {
  const session = new Session(fakeEngine({ language: 'en', ...options }));
  await session.start();
  return session;
}

const said = (session: Session) =>
  session.messages.list.map((message) => t(message.key, message.args)).join('\n');

describe('Session', () => {
  it('opens the pair the engine names', async () => {
    const session = await started();
    expect(session.status).toBe('ready');
    expect(session.comparison?.view.left.id).toBe('en-1');
    expect(session.chosen).toEqual({ left: 'en-1', right: 'en-2' });
  });

  it('starts with an empty library', async () => {
    const session = await started({ start: { library: [], open: null } });
    expect(session.status).toBe('ready');
    expect(session.comparison).toBeNull();
  });

  it('says why it could not start', async () => {
    const session = await started({ failing: { 'app.start': 'store' } });
    expect(session.status).toBe('failed');
    expect(session.failure?.view.code).toBe('store');
  });

  it('keeps what is open when a comparison fails, and says so', async () => {
    const session = await started();
    const open = session.comparison;
    await session.open('en-1', 'no-such');
    expect(session.comparison).toBe(open);
    expect(session.chosen).toEqual({ left: 'en-1', right: 'en-2' });
    expect(session.messages.list).toHaveLength(1);
  });

  it('shows the pair that was chosen last when two are on their way', async () => {
    const session = await started({ pace: 5 });
    await Promise.all([session.open('ja-1', 'ja-2'), session.open('en-2', 'en-1')]);
    expect(session.comparison?.view.left.id).toBe('en-2');
    expect(session.jobs.list).toEqual([]);
    expect(session.messages.list).toEqual([]);
  });

  it('exchanges the two texts', async () => {
    const session = await started();
    await session.swap();
    expect(session.comparison?.view.left.id).toBe('en-2');
  });

  it('offers an imported file for either side', async () => {
    const session = await started();
    await session.intake.add([{ path: '/home/somebody/draft.pdf' }]);
    expect(session.library.map((one) => one.id)).not.toContain('own-draft.pdf');
    await session.intake.save();
    expect(session.library.map((one) => one.id)).toContain('own-draft.pdf');
    const [message] = session.messages.list;
    expect(message?.actions.map((action) => action.key)).toContain('import-compare-left');
    message?.actions.find((action) => action.key === 'import-compare-left')?.run();
    await vi.waitFor(() => expect(session.comparison?.view.left.id).toBe('own-draft.pdf'));
  });

  it('compares two files that are dropped together', async () => {
    const session = await started();
    await session.intake.add([
      { name: 'zero-draft.pdf', base64: '' },
      { name: 'rev-1.pdf', base64: '' },
    ]);
    await session.intake.save();
    await session.intake.save();
    expect(session.chosen).toEqual({ left: 'own-zero-draft.pdf', right: 'own-rev-1.pdf' });
  });

  it('saves the last of many changes of a setting last', async () => {
    const engine = fakeEngine({ language: 'en' });
    const session = new Session(engine);
    await session.start();
    const saved: number[] = [];
    vi.spyOn(engine, 'call').mockImplementation(async (_, payload) => {
      const { textSize } = payload as { textSize: number };
      // The first answer is the slowest.
      await new Promise((resolve) => setTimeout(resolve, 20 - textSize / 2));
      saved.push(textSize);
      return null as never;
    });
    for (let textSize = 18; textSize <= 28; textSize++) session.settings.change({ textSize });
    await vi.waitFor(() => expect(saved.at(-1)).toBe(28));
    expect(saved).toEqual([18, 28]);
  });

  it('names the file, the reason and what to do when a file cannot be read', async () => {
    const session = await started();
    const before = session.library;
    await session.intake.add([{ name: 'photo.png', base64: '' }]);
    expect(session.library).toBe(before);
    expect(said(session)).toMatch(/photo\.png cannot be read.*Save it/u);
  });

  it('cancels a job and tells it plainly', async () => {
    const session = await started({ pace: 10 });
    const importing = session.intake.add([{ name: 'long.pdf', base64: '' }]);
    await vi.waitFor(() => expect(session.jobs.list).toHaveLength(1));
    await session.jobs.cancel(session.jobs.list[0]!.id);
    await importing;
    expect(session.messages.list[0]).toMatchObject({ tone: 'info', key: 'error-cancelled' });
  });

  it('follows the language with digests that exist in it', async () => {
    const session = await started();
    await session.changeLanguage('ja');
    expect(session.chosen).toEqual({ left: 'ja-1', right: 'ja-2' });
    expect(t('chapters')).toBe('章');
  });

  it('closes the comparison of a document that is taken out', async () => {
    const session = await started();
    await session.remove('en-2');
    expect(session.comparison).toBeNull();
    expect(session.chosen).toEqual({ left: 'en-1', right: null });
  });

  it('writes an export where the user says', async () => {
    const session = await started();
    await session.export('csv', null);
    expect(said(session)).toMatch(/Charter\+10 - Charter\+20\.csv/u);
  });
});

describe('EngineError', () => {
  it('makes an internal error of anything thrown', () => {
    expect(EngineError.from(new TypeError('oops')).view).toMatchObject({ code: 'internal', message: 'oops' });
    expect(EngineError.from({ code: 'store', message: 'm', file: null, detail: null }).view.code).toBe(
      'store',
    );
  });
});
