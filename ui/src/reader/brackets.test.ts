import { describe, expect, it } from 'vitest';

import type { CellView, MarkView } from '../backend';
import { setLanguage } from '../i18n/index.svelte';
import { markLines, markOverlays, markTitle, markWords } from './brackets';
import { layOver } from './pieces';

const TEXT = 'We [EU, JP: retain][shall [G77: delete at once]] act (agreed).';

function mark(words: string, content: string, rest: Partial<MarkView> = {}): MarkView {
  const start = TEXT.indexOf(words);
  const contentStart = content === '' ? start + words.length - 1 : TEXT.indexOf(content, start);
  return {
    start,
    end: start + words.length,
    contentStart,
    contentEnd: contentStart + content.length,
    depth: 1,
    kind: 'open',
    actors: [],
    verb: null,
    alternatives: null,
    ...rest,
  };
}

const marks = [
  mark('[EU, JP: retain]', '', { actors: ['EU', 'JP'], verb: 'retain', alternatives: 0 }),
  mark('[shall [G77: delete at once]]', 'shall [G77: delete at once]', { alternatives: 0 }),
  mark('[G77: delete at once]', 'at once', { actors: ['G77'], verb: 'delete', depth: 2 }),
  mark('(agreed)', 'agreed', { kind: 'agreed', depth: 0 }),
];

const cell: CellView = {
  paragraph: 0,
  id: '1',
  label: '1',
  kind: 'operative',
  page: null,
  pieces: [{ op: 'equal', text: TEXT, start: 0, class: null, change: null, italic: false }],
  marks,
  proposals: [],
};

describe('markOverlays', () => {
  const laid = layOver(cell.pieces, markOverlays(cell));
  const texts = (role: string) => laid.filter((one) => one.mark?.role === role).map((one) => one.text);

  it('cover brackets, who wants what, and labels, and leave the text as it is', () => {
    expect(laid.map((one) => one.text).join('')).toBe(TEXT);
    expect(texts('open')).toEqual(['[', '[', '[']);
    expect(texts('close')).toEqual([']', ']', ']']);
    expect(texts('head')).toEqual(['EU, JP: retain', 'G77: delete']);
    expect(texts('label')).toEqual(['(agreed)']);
  });

  it('leave the wording itself unmarked', () => {
    const plain = laid.filter((one) => one.mark === null).map((one) => one.text);
    expect(plain).toEqual(['We ', 'shall ', ' at once', ' act ', '.']);
  });

  it('give each bracket its own mark', () => {
    const depths = laid.filter((one) => one.mark?.role === 'close').map((one) => one.mark?.mark.depth);
    expect(depths).toEqual([1, 2, 1]);
  });
});

describe('a mark in words', () => {
  it('says who wants what, in the language of the window', () => {
    setLanguage('en');
    expect(marks.map(markWords)).toEqual(['EU, JP: retain', 'not agreed', 'G77: delete', 'agreed']);
    expect(markTitle(marks[2]!)).toBe('G77: delete · level 2');
    setLanguage('ja');
    expect(markWords(marks[0]!)).toBe('EU、JP：維持');
    setLanguage('en');
  });

  it('quotes the passage and counts alternatives', () => {
    const lines = markLines([cell]);
    expect(lines.map((line) => line.quote)).toEqual([
      '',
      'shall [G77: delete at once]',
      'at once',
      '(agreed)',
    ]);
    expect(lines.map((line) => line.alternative?.at ?? 0)).toEqual([1, 2, 0, 0]);
    expect(lines.map((line) => line.depth)).toEqual([0, 0, 1, 0]);
  });
});
