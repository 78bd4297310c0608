import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { Engine, LinkChangeView } from '../backend';
import { fakeEngine } from '../backend/fake';
import type { ComparisonState } from './comparison.svelte';
import { Session } from './session.svelte';

let engine: Engine;
let session: Session;
let comparison: ComparisonState;

beforeEach(async () => {
  engine = fakeEngine({ language: 'en' });
  session = new Session(engine);
  await session.start();
  comparison = session.comparison!;
  await comparison.fetchAll();
  session.settings.change({ author: 'Ada' });
});

const at = (kind: string) => comparison.view.rows.findIndex((head) => head.kind === kind);
const stand = (row: number) => (comparison.position = { row, change: -1 });
const calls = () => vi.mocked(engine.call).mock.calls.filter(([name]) => name.startsWith('links.'));

describe('Decisions', () => {
  it('link a dropped and a new row that are marked one after the other', async () => {
    vi.spyOn(engine, 'call');
    const [older, newer] = [at('removed'), at('added')];
    stand(older);
    await session.decisions.mark();
    stand(newer);
    await session.decisions.mark();
    const left = comparison.view.rows[older]!.left;
    const right = comparison.view.rows[newer]!.right;
    expect(calls().map(([, payload]) => payload)).toMatchObject([
      { action: 'link', left, right, author: 'Ada' },
    ]);
    expect(session.decisions.marked).toBeNull();
  });

  it('leave it to a person what belongs together where rows have both sides', async () => {
    stand(at('revised'));
    await session.decisions.mark();
    stand(at('added'));
    await session.decisions.mark();
    expect(session.decisions.pairing?.left).toEqual(comparison.view.rows[at('revised')]!.left);
    expect(session.decisions.pairing?.right).toHaveLength(2);
  });

  it('open the dialog on a row that is marked twice', async () => {
    stand(at('added'));
    await session.decisions.mark();
    await session.decisions.mark();
    expect(session.decisions.pairing?.looking).toBe('left');
  });

  it('ask for the name once, and give up with it', async () => {
    session.settings.change({ author: null });
    vi.spyOn(engine, 'call');
    stand(at('revised'));
    const unlinking = session.decisions.unlink();
    session.decisions.naming?.(null);
    await unlinking;
    expect(calls()).toEqual([]);
    const again = session.decisions.unlink();
    session.decisions.naming?.(' Ada ');
    await again;
    expect(calls()[0]?.[1]).toMatchObject({ action: 'unlink', author: 'Ada' });
    expect(session.settings.current.author).toBe('Ada');
  });

  it('ask before an earlier decision gives way', async () => {
    const change: LinkChangeView = { conflicts: [], comparison: null, decision: null, row: null, changed: 0 };
    const conflict = { ...comparison.view.decisions[0]!, id: '1' };
    const call = vi.spyOn(engine, 'call').mockResolvedValue({ ...change, conflicts: [conflict] });
    await session.decisions.link({ left: [0], right: [0] }, '');
    expect(session.decisions.question?.conflicts).toEqual([conflict]);
    call.mockResolvedValue(change);
    await session.decisions.question?.go();
    expect(calls().map(([, payload]) => (payload as { replace: boolean }).replace)).toEqual([false, true]);
  });

  it('keep the reader at its row', async () => {
    const row = at('revised');
    stand(row);
    await session.decisions.toggleLock();
    expect(comparison.position.row).toBe(row);
    expect(comparison.head(row)?.locked).toBe(true);
    expect(comparison.view.undo).toBe(true);
  });
});
