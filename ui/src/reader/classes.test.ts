import { describe, expect, it } from 'vitest';

import type { ComparisonView, RowHead } from '../backend';
import { dimmedBits, isDimmed, tally } from './classes';

const classes = ['substance', 'space', 'case', 'label'].map((name) => ({ class: name, count: 3 }));
const [substance, space, both] = [0b001, 0b010, 0b011];

function view(...rows: number[][]): ComparisonView {
  const heads = rows.map((changes) => ({ changes: changes.length, changeClasses: changes }) as RowHead);
  return { classes, rows: heads } as unknown as ComparisonView;
}

describe('isDimmed', () => {
  const bits = dimmedBits(classes, new Set(['space', 'case']));

  it('dims a change only when all of it is of dimmed classes', () => {
    expect([space, both, substance].map((change) => isDimmed(change, bits))).toEqual([true, false, false]);
  });

  it('never dims a whole paragraph', () => {
    expect(isDimmed(0, dimmedBits(classes, new Set(classes.map((one) => one.class))))).toBe(false);
  });
});

describe('tally', () => {
  it('counts changes, and rows in which nothing else is left', () => {
    const dimmed = new Set(['space']);
    const seen = view([space, substance], [space, space], [0], []);
    expect(tally(seen, dimmedBits(classes, dimmed), dimmed)).toEqual({ changes: 3, rows: 1, numbers: 0 });
  });

  it('counts new numbers when they are dimmed', () => {
    const dimmed = new Set(['label']);
    expect(tally(view([0]), dimmedBits(classes, dimmed), dimmed).numbers).toBe(3);
  });
});
