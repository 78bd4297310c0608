import { describe, expect, it } from 'vitest';

import type { CellView, ProposalView, RowView } from '../backend';
import { parsePassage, sideOf } from '../backend/fake/markup';
import { layOver, runsOf } from './pieces';
import { proposalOverlays, proposalsShown, proposersOf, signs } from './proposals';

const pieces = sideOf(parsePassage('Ferries {-may-}{+shall+} wait {+at noon+} here.'), 'right');
const by = (author: string, start: number, end: number): ProposalView => ({
  start,
  end,
  kind: 'inserted',
  author,
  date: '2026-03-01T10:00:00Z',
});
/** "shall" by one, "at" and "noon" by two, and a word that did not change. */
const proposals = [by('Ada', 8, 13), by('Ada', 19, 22), by('Bo', 22, 26), by('Cy', 27, 31)];
const cell: CellView = {
  paragraph: 0,
  id: '1',
  label: '1',
  kind: 'operative',
  page: null,
  pieces,
  marks: [],
  proposals,
};

describe('proposals', () => {
  it('are shown where they made a change of the row', () => {
    expect(proposalsShown(cell, false).map((one) => one.author)).toEqual(['Ada', 'Ada', 'Bo']);
    expect(proposalsShown(cell, true)).toHaveLength(4);
  });

  it('part a change between two people, and do not part it otherwise', () => {
    const runs = runsOf(layOver(pieces, proposalOverlays(proposals)));
    const added = runs.filter((run) => run.op === 'added');
    expect(added.map((run) => [run.pieces.map((one) => one.text).join(''), run.proposal?.author])).toEqual([
      ['shall', 'Ada'],
      ['at ', 'Ada'],
      ['noon', 'Bo'],
    ]);
    const hits = layOver(pieces, [{ start: 9, end: 10, hit: 'other' }]);
    expect(runsOf(hits).filter((run) => run.op === 'added')).toHaveLength(2);
  });

  it('name who made the change that one stops at', () => {
    const row = { kind: 'revised', left: [], right: [cell] } as unknown as RowView;
    const names = (change: number) => proposersOf(row, change).map((name) => name.split(' ')[0]);
    expect(names(0)).toEqual(['Ada']);
    expect(names(1)).toEqual(['Ada', 'Bo']);
    expect(names(-1)).toEqual([]);
  });
});

describe('signs', () => {
  it('are short, and each name has its own', () => {
    const found = signs(['Delegation of Tarn Ford', 'Ada', 'Abe', 'ada', '山田太郎', 'Ada']);
    expect([...found.values()]).toEqual(['DTF', 'A', 'A2', 'ada', '山田太']);
  });
});
