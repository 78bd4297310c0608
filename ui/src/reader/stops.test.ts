import { describe, expect, it } from 'vitest';

import { buildComparison } from '../backend/fake/compare';
import { documents } from '../backend/fake/library';
import { ENGLISH } from '../backend/fake/texts';
import { buildStops, nextStop, stopAt } from './stops';

const [left, right] = documents();
const heads = buildComparison(left!, right!, ENGLISH).view.rows;
const stops = buildStops(
  heads,
  () => true,
  () => false,
);

describe('stops', () => {
  it('are as many as the rows have changes', () => {
    expect(stops).toHaveLength(heads.reduce((sum, head) => sum + head.changes, 0));
  });

  it('pass over dimmed changes', () => {
    const [first] = heads.flatMap((head) => head.changeClasses);
    const left = buildStops(
      heads,
      () => true,
      (classes) => classes === first,
    );
    expect(left.length).toBeLessThan(stops.length);
    expect(left.every(({ row, change }) => heads[row]?.changeClasses[change] !== first)).toBe(true);
  });

  it('are each met once when walking on from the start', () => {
    let position = { row: -1, change: -1 };
    const met = [];
    for (let next = nextStop(stops, position, 1); next; next = nextStop(stops, position, 1)) {
      met.push(next);
      position = next;
    }
    expect(met).toEqual(stops);
  });

  it('are each met once when walking back from the end', () => {
    let position = { row: heads.length, change: -1 };
    const met = [];
    for (let next = nextStop(stops, position, -1); next; next = nextStop(stops, position, -1)) {
      met.push(next);
      position = next;
    }
    expect(met.reverse()).toEqual(stops);
  });

  it('begin with the first change of a row that was clicked', () => {
    const row = heads.findIndex((head) => head.changes > 1);
    expect(nextStop(stops, { row, change: -1 }, 1)).toEqual({ row, change: 0 });
    expect(stopAt(stops, { row, change: -1 })).toBe(-1);
  });

  it('leave out rows that were not asked for', () => {
    expect(
      buildStops(
        heads,
        (head) => head.kind === 'added',
        () => false,
      ).every(({ row }) => heads[row]?.kind === 'added'),
    ).toBe(true);
  });
});
