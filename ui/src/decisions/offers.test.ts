import { beforeEach, describe, expect, it } from 'vitest';

import { fakeEngine } from '../backend/fake';
import type { ComparisonState } from '../state/comparison.svelte';
import { Session } from '../state/session.svelte';
import { offered } from './offers';

let comparison: ComparisonState;

beforeEach(async () => {
  const session = new Session(fakeEngine({ language: 'en' }));
  await session.start();
  comparison = session.comparison!;
  await comparison.fetchAll();
});

const nothing = { left: [], right: [] };
const offers = (typed: string, pair: { left: number[]; right: number[] } = nothing) =>
  offered(comparison, pair, 'left', typed, comparison.paragraphs('left'));

describe('offered', () => {
  it('puts the paragraph with the typed number first', () => {
    expect(offers('2')[0]?.label).toBe('2');
    expect(offers('¶ 2')[0]?.label).toBe('2');
  });

  it('finds words in any case', () => {
    const some = comparison.paragraphs('left')[3]!;
    const found = offers(some.text.slice(3, 30).toUpperCase());
    expect(found.map((one) => one.paragraph)).toContain(some.paragraph);
  });

  it('offers what was thought of, and never what is chosen', () => {
    const row = comparison.fetched.find((one) => one.runnerUp && one.right.length > 0)!;
    const right = row.right.map((cell) => cell.paragraph);
    const first = offers('', { left: [], right })[0]!;
    expect(first.paragraph).toBe(row.runnerUp!.paragraph);
    expect(offers('', { left: [first.paragraph], right })).not.toContainEqual(first);
  });

  it('offers only paragraphs without a counterpart where nothing was thought of', () => {
    const kinds = offers('').map((one) => comparison.head(one.row)?.kind);
    expect(new Set(kinds)).toEqual(new Set(['removed']));
  });
});
