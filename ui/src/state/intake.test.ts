import { describe, expect, it, vi } from 'vitest';

import { fakeEngine, type FakeOptions } from '../backend/fake';
import { plain } from '../library/intake/outline';
import { Session } from './session.svelte';

async function started(options: FakeOptions = {}): Promise<Session> {
  const session = new Session(fakeEngine({ language: 'en', ...options }));
  await session.start();
  return session;
}

const file = (name: string) => ({ name, base64: '' });

describe('Intake', () => {
  it('shows one file after the other and saves only what it is told to', async () => {
    const session = await started();
    const { intake } = session;
    await intake.add([file('a.pdf'), file('b.pdf'), file('c.pdf')]);
    expect([intake.report?.document.fileName, intake.waiting.length]).toEqual(['a.pdf', 2]);
    await intake.save();
    expect(intake.report?.document.fileName).toBe('b.pdf');
    await intake.discard();
    await intake.save();
    expect(intake.report).toBeNull();
    await vi.waitFor(() => expect(session.chosen).toEqual({ left: 'own-a.pdf', right: 'own-c.pdf' }));
    expect(session.library.map((one) => one.id)).not.toContain('own-b.pdf');
  });

  it('goes on with the next file when one cannot be read', async () => {
    const { intake, messages } = await started();
    await intake.add([file('a.png'), file('b.pdf')]);
    expect(intake.report?.document.fileName).toBe('b.pdf');
    expect(messages.list[0]?.key).toBe('error-import-unsupported');
  });

  it('undoes and redoes corrections, and forgets what was undone after a new one', async () => {
    const { intake } = await started();
    await intake.add([file('a.pdf')]);
    const kinds = () => intake.report?.outline.map((piece) => piece.kind);
    const before = kinds();
    expect(intake.changed).toBe(false);
    await intake.correct({ ...plain('t2', 'heading'), level: 2 });
    await intake.correct(plain('t4', 'title'));
    const after = kinds();
    expect(after).not.toEqual(before);
    await intake.undo();
    await intake.undo();
    expect(kinds()).toEqual(before);
    expect(intake.changed).toBe(false);
    await intake.redo();
    await intake.redo();
    expect(kinds()).toEqual(after);
    await intake.undo();
    await intake.say({ title: 'Harbours' });
    expect(intake.canRedo).toBe(false);
    expect(intake.report?.document.title).toBe('Harbours');
  });

  it('takes one correction back and leaves the others', async () => {
    const { intake } = await started();
    await intake.add([file('a.pdf')]);
    await intake.correct({ ...plain('t2', 'heading'), level: 2 });
    await intake.correct({ ...plain('t4', 'number'), label: '15' });
    const [first] = intake.report!.reading.corrections;
    await intake.withdraw(first!);
    expect(intake.report?.reading.corrections.map((one) => one.change)).toEqual(['number']);
  });

  it('takes everything that is said while an earlier correction is being read', async () => {
    const session = await started({ pace: 3 });
    const { intake } = session;
    await intake.add([file('a.pdf'), file('b.pdf')]);
    void intake.say({ title: 'Harbours' });
    void intake.say({ symbol: 'H/1' });
    void intake.save();
    await intake.save();
    await vi.waitFor(() => expect(intake.report?.document.fileName).toBe('b.pdf'));
    const saved = intake.report;
    await intake.save();
    await vi.waitFor(() => expect(intake.report).toBeNull());
    expect(saved?.document.title).toBe('b.pdf');
    await vi.waitFor(() =>
      expect(session.document('own-a.pdf')).toMatchObject({ title: 'Harbours', symbol: 'H/1' }),
    );
  });

  it('keeps the draft and says why when a correction or saving is refused', async () => {
    const { intake } = await started({
      failing: { 'library.correct': 'label-unknown', 'library.save': 'store' },
    });
    await intake.add([file('a.pdf')]);
    expect(await intake.correct(plain('t2', 'join'))).toBe(false);
    expect(intake.failure?.view.code).toBe('label-unknown');
    await intake.save();
    expect(intake.failure?.view.code).toBe('store');
    expect(intake.report?.document.fileName).toBe('a.pdf');
    expect(intake.busy).toBe(false);
  });
});
