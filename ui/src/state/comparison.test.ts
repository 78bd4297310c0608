import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { Engine } from '../backend';
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
});

describe('ComparisonState', () => {
  it('fetches each page of rows once', async () => {
    const call = vi.spyOn(engine, 'call');
    await Promise.all([comparison.fetch(0, 10), comparison.fetch(5, 40), comparison.fetch(90, 110)]);
    await comparison.fetch(0, 110);
    expect(call.mock.calls.filter(([name]) => name === 'comparison.rows')).toHaveLength(2);
    expect(comparison.row(105)?.index).toBe(105);
    expect(comparison.row(5000)).toBeUndefined();
  });

  it('asks again for a page that could not be fetched', async () => {
    const call = vi.spyOn(engine, 'call').mockRejectedValueOnce(new Error('gone'));
    await comparison.fetch(0, 1);
    expect(session.messages.list).toHaveLength(1);
    call.mockRestore();
    await comparison.fetch(0, 1);
    expect(comparison.row(0)?.index).toBe(0);
  });

  it('walks over all changes, and says where it is', () => {
    const seen = [];
    while (comparison.step(1)) seen.push(comparison.stop);
    expect(seen).toEqual(comparison.stops.map((_, index) => index));
    expect(comparison.step(1)).toBe(false);
    comparison.goToEnd('first');
    expect(comparison.stop).toBe(0);
  });

  it('walks only over what the filter shows', () => {
    comparison.filter = 'added';
    flushSync();
    while (comparison.step(1)) expect(comparison.head(comparison.position.row)?.kind).toBe('added');
    expect(comparison.stop).toBe(comparison.stops.length - 1);
  });

  it('unfolds the row it goes to', () => {
    session.settings.change({ onlyChanges: true });
    const fold = comparison.lines.find((line) => line.kind === 'fold')!;
    comparison.goTo((fold as { from: number }).from);
    expect(comparison.lines.some((line) => line.kind === 'row' && line.row === comparison.position.row)).toBe(
      true,
    );
    comparison.foldAll();
    expect(comparison.lines.some((line) => line.key === fold.key)).toBe(true);
  });

  it('finds a paragraph by its number, on the newer side first', () => {
    const row = comparison.rowOfLabel(' ¶ 13 ')!;
    expect(comparison.head(row)?.rightLabels).toContain('13');
    expect(comparison.rowOfLabel('no such')).toBeNull();
  });

  it('finds words on both sides, whatever their case', async () => {
    comparison.finder.show();
    await comparison.fetchAll();
    comparison.finder.search('PILOTS  speak');
    expect(comparison.finder.hits.map((hit) => hit.side)).toEqual(['left', 'right']);
    comparison.finder.step(-1);
    expect(comparison.finder.at).toBe(1);
    comparison.finder.step(1);
    expect(comparison.finder.at).toBe(0);
    comparison.finder.search('(');
    expect(comparison.finder.hits.every((hit) => hit.end - hit.start === 1)).toBe(true);
  });
});
