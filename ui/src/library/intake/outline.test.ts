import { describe, expect, it } from 'vitest';

import { documents } from '../../backend/fake/library';
import { reportOf } from '../../backend/fake/intake';
import { correctionWords, kindOf, outlineCommand, usualLevel } from './outline';

const press = (key: string, more: KeyboardEventInit = {}) =>
  outlineCommand(new KeyboardEvent('keydown', { key, ...more }));

describe('keys of the outline', () => {
  it('name what is done to the piece at hand', () => {
    expect(press('h')).toEqual({ do: 'heading', level: null });
    expect(press('H', { shiftKey: true })).toEqual({ do: 'heading', level: null });
    expect(press('3')).toEqual({ do: 'heading', level: 3 });
    expect(press('Delete')).toEqual({ do: 'drop' });
    expect(press('z', { ctrlKey: true })).toEqual({ do: 'undo' });
    expect(press('z', { metaKey: true, shiftKey: true })).toEqual({ do: 'redo' });
  });

  it('leave every other key alone', () => {
    expect(press('Enter')).toBeNull();
    expect(press('Tab')).toBeNull();
    expect(press('j', { ctrlKey: true })).toBeNull();
    expect(press('h', { isComposing: true })).toBeNull();
  });
});

describe('words of the outline', () => {
  const report = reportOf(documents()[0]!);

  it('say what a piece is, and what it was set aside as', () => {
    expect(report.outline.map(kindOf)).toEqual([
      'Masthead',
      'title',
      'opening',
      'heading 1',
      'paragraph',
      'item',
      'paragraph',
    ]);
  });

  it('name every correction', () => {
    const changes = [
      'heading',
      'title',
      'paragraph',
      'number',
      'no_number',
      'join',
      'split',
      'drop',
      'restore',
    ];
    for (const change of changes) {
      const words = correctionWords({
        at: 't1',
        change,
        level: 2,
        label: '7',
        before: null,
        words: 'Oars',
      });
      expect(words).toContain('Oars');
      expect(words).not.toContain('correction-');
    }
  });

  it('give a new heading the level of the one before it', () => {
    expect(usualLevel(report, 6)).toBe(1);
    expect(usualLevel({ ...report, outline: [] }, 0)).toBe(1);
  });
});
