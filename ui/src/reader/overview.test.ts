import { describe, expect, it } from 'vitest';

import { drawBars } from './overview';

describe('drawBars', () => {
  it('gives each tall row its bar and leaves unchanged ones out', () => {
    const bars = drawBars(['added', null, 'added'], [0, 100, 500, 1000]);
    expect(bars.map((bar) => bar.top)).toEqual([0, 500]);
    expect(bars[1]!.top + bars[1]!.height).toBeLessThanOrEqual(1000);
  });

  it('joins neighbours of one kind that are too low to be told apart', () => {
    const count = 5000;
    const starts = Array.from({ length: count + 1 }, (_, row) => (row / count) * 1000);
    expect(drawBars(Array<string>(count).fill('added'), starts)).toHaveLength(1);
    const mixed = Array.from({ length: count }, (_, row) => (row < 2000 ? 'added' : 'removed'));
    expect(drawBars(mixed, starts).map((bar) => bar.kind)).toEqual(['added', 'removed']);
  });

  it('keeps every bar high enough to be seen', () => {
    const bars = drawBars(['added', 'removed'], [0, 0.1, 1000]);
    expect(bars[0]!.height).toBeGreaterThanOrEqual(2);
  });
});
