import { describe, expect, it } from 'vitest';

import { parsePassage, sideOf } from '../backend/fake/markup';
import type { CellView } from '../backend';
import { cellText, layOver, redline, type Overlay } from './pieces';

const passage = parsePassage('We {-note-}{+recognize+} the role{^3^} of {+small +}harbours 🚢 and towns.');
const left = sideOf(passage, 'left');
const right = sideOf(passage, 'right');
const read = (pieces: { text: string }[]) => pieces.map((piece) => piece.text).join('');

/** Every overlay of a text, in steps, to try all edges. */
function overlays(length: number): Overlay[] {
  const all: Overlay[] = [];
  for (let start = 0; start < length; start += 3) {
    for (let end = start + 1; end <= length; end += 4) all.push({ start, end, note: `${start}-${end}` });
  }
  return all;
}

describe('layOver', () => {
  it('never changes the text', () => {
    for (const overlay of overlays(read(right).length))
      expect(read(layOver(right, [overlay]))).toBe(read(right));
    expect(read(layOver(right, overlays(20)))).toBe(read(right));
  });

  it('covers exactly the run it is given', () => {
    const text = read(right.filter((piece) => piece.op !== 'note_mark'));
    for (const overlay of overlays(text.length)) {
      const covered = layOver(right, [overlay]).filter((piece) => piece.notes.length > 0);
      expect(read(covered)).toBe(text.slice(overlay.start, overlay.end));
      expect(covered[0]?.start).toBe(overlay.start);
    }
  });

  it('keeps what a piece was', () => {
    const cut = layOver(right, [{ start: 5, end: 8, note: 'n' }]).filter((piece) => piece.op === 'added');
    expect(cut.map((piece) => piece.text)).toEqual(['re', 'cog', 'nize', 'small ']);
    expect(cut.slice(0, 3).every((piece) => piece.change === 0)).toBe(true);
  });

  it('lets the current hit win over the others and keeps overlapping notes', () => {
    const [piece] = layOver(right, [
      { start: 0, end: 2, hit: 'other' },
      { start: 0, end: 2, hit: 'current' },
      { start: 0, end: 2, note: 'a' },
      { start: 0, end: 2, note: 'b' },
    ]);
    expect(piece).toMatchObject({ hit: 'current', notes: ['a', 'b'] });
  });

  it('lets an empty overlay lie over nothing', () => {
    expect(layOver(right, [{ start: 4, end: 4, note: 'n' }]).some((piece) => piece.notes.length > 0)).toBe(
      false,
    );
  });
});

describe('redline', () => {
  const woven = redline(left, right);

  it('holds each side whole, in order', () => {
    const newer = woven.filter((piece) => piece.op !== 'removed');
    const older = woven.filter((piece) => piece.op !== 'added');
    expect(read(newer)).toBe(read(right));
    expect(read(older)).toBe(read(left));
  });

  it('puts removed text before what was added in its place', () => {
    expect(woven.map((piece) => piece.op).slice(0, 4)).toEqual(['equal', 'removed', 'added', 'equal']);
  });

  it('weaves sides whose equal runs are cut differently', () => {
    const cut = (text: string, at: number) => [
      { ...left[0]!, text: text.slice(0, at), start: 0 },
      { ...left[0]!, text: text.slice(at), start: at },
    ];
    const removed = { ...left[1]!, text: 'gone', start: 6 };
    const pieces = redline([...cut('abcdef', 2), removed], cut('abcdef', 4));
    expect(read(pieces)).toBe('abcdefgone');
  });

  it('shows a footnote mark that went where it stood', () => {
    const mark = { ...left[0]!, op: 'note_removed', text: '4', start: 3, change: 0 };
    const kept = { ...left[0]!, text: 'abc', start: 0 };
    const more = { ...left[0]!, text: 'def', start: 3 };
    const whole = { ...left[0]!, text: 'abcdef', start: 0 };
    const woven = redline([kept, mark, more], [whole]);
    expect(woven.map((piece) => piece.text)).toEqual(['abc', '4', 'def']);
    expect(woven.map((piece) => piece.start)).toEqual([0, 3, 3]);
    expect(cellText({ pieces: [kept, mark] } as CellView)).toBe('abc');
  });

  it('shows a text that only lost words', () => {
    expect(
      read(
        redline(
          sideOf(parsePassage('All {-of -}it'), 'left'),
          sideOf(parsePassage('All {-of -}it'), 'right'),
        ),
      ),
    ).toBe('All of it');
  });
});
