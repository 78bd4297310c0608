import { describe, expect, it } from 'vitest';

import type { RowHead } from '../backend';
import { buildLines, countFolded, lineOfRow, type LineOptions } from './lines';

let paragraph = 0;

function head(kind: string, chapter = 0, left: number[] = [], right: number[] = []): RowHead {
  paragraph += 1;
  const oneSided = { added: 'right', removed: 'left' }[kind];
  const own = kind === 'heading' ? [] : [String(paragraph)];
  return {
    kind,
    changeClasses: [],
    renumbered: false,
    locked: false,
    chapter,
    length: 100,
    changes: ['same', 'heading'].includes(kind) ? 0 : 1,
    leftLabels: oneSided === 'right' ? [] : own,
    rightLabels: oneSided === 'left' ? [] : own,
    left,
    right,
  };
}

const everything: LineOptions = {
  onlyChanges: false,
  filter: 'all',
  noted: () => false,
  unfolded: () => false,
};

function sample(): RowHead[] {
  paragraph = 0;
  return [
    head('heading'),
    head('same'),
    head('same'),
    head('revised'),
    head('same'),
    head('heading', 1),
    head('added', 1),
    head('same', 1),
  ];
}

describe('buildLines', () => {
  it('shows every row when nothing is folded', () => {
    const lines = buildLines(sample(), everything);
    expect(lines.map((line) => line.kind)).toEqual(Array(8).fill('row'));
  });

  it('folds runs of unchanged rows and keeps their numbers', () => {
    const lines = buildLines(sample(), { ...everything, onlyChanges: true });
    expect(lines.map((line) => line.key)).toEqual(['r0', 'f1', 'r3', 'f4', 'r5', 'r6', 'f7']);
    expect(lines[1]).toMatchObject({ first: '2', last: '3', count: 2, unchanged: true });
    expect(countFolded(lines)).toBe(4);
  });

  it('puts every row in exactly one line, whatever is folded', () => {
    const filters = ['all', 'revised', 'added', 'removed', 'moved', 'related', 'noted'] as const;
    for (const filter of filters) {
      const rows = sample();
      const lines = buildLines(rows, { ...everything, onlyChanges: true, filter, noted: (row) => row === 7 });
      rows.forEach((one, row) => {
        const holding = lines.filter((line) =>
          line.kind === 'fold' ? line.from <= row && row <= line.to : line.row === row,
        );
        // A heading may be left out together with its whole chapter.
        if (one.kind !== 'heading') expect(holding, `${filter}, row ${row}`).toHaveLength(1);
      });
    }
  });

  it('keeps a row with a note in sight among unchanged ones', () => {
    const lines = buildLines(sample(), { ...everything, onlyChanges: true, noted: (row) => row === 2 });
    expect(lines.map((line) => line.key)).toContain('r2');
  });

  it('unfolds in place', () => {
    const lines = buildLines(sample(), { ...everything, onlyChanges: true, unfolded: (row) => row === 1 });
    expect(lines.map((line) => line.key).slice(0, 4)).toEqual(['r0', 'r1', 'f2', 'r3']);
  });

  it('shows under a filter only headings of chapters that have something', () => {
    const lines = buildLines(sample(), { ...everything, filter: 'added' });
    expect(lines.map((line) => line.key)).toEqual(['f0', 'r5', 'r6', 'f7']);
  });

  it('marks the place a moved paragraph left', () => {
    paragraph = 0;
    const rows = [
      head('same', 0, [0], [0]),
      head('same', 0, [1], [1]),
      head('same', 0, [3], [2]),
      head('moved', 0, [2], [3]),
    ];
    const lines = buildLines(rows, everything);
    expect(lines.map((line) => line.key)).toEqual(['r0', 'r1', 'g3', 'r2', 'r3']);
  });

  it('folds no paragraph whose footnote marks changed', () => {
    const rows = [head('same'), { ...head('same'), changes: 1 }];
    const lines = buildLines(rows, { ...everything, onlyChanges: true });
    expect(lines.map((line) => line.key)).toEqual(['f0', 'r1']);
  });

  it('splits a fold where a moved paragraph stood', () => {
    paragraph = 0;
    const rows = [head('same', 0, [0]), head('same', 0, [2]), head('moved', 0, [1])];
    const lines = buildLines(rows, { ...everything, onlyChanges: true });
    expect(lines.map((line) => line.key)).toEqual(['f0', 'g2', 'f1', 'r2']);
  });
});

describe('lineOfRow', () => {
  it('finds the fold that holds a row', () => {
    const lines = buildLines(sample(), { ...everything, onlyChanges: true });
    expect(lineOfRow(lines, 2)).toBe(1);
    expect(lineOfRow(lines, 3)).toBe(2);
    expect(lineOfRow(lines, 99)).toBe(-1);
  });
});
