import { describe, expect, it } from 'vitest';

import { documents } from '../backend/fake/library';
import { fullName, shortName, tellingFile } from './names';

describe('names of documents', () => {
  const [one, two] = documents();

  it('are the short name, the symbol or the title', () => {
    const bare = { ...one!, shortName: null, symbol: null, title: 'Rules' };
    expect([shortName(bare), fullName(bare)]).toEqual(['Rules', 'Rules']);
    const known = { ...one!, shortName: 'R+1', symbol: 'R/1' };
    expect([shortName(known), fullName(known)]).toEqual(['R+1', 'R+1 · R/1']);
  });

  it('are told apart by their files where they are the same', () => {
    const [older, newer] = [one!, two!].map((each, at) => ({
      ...each,
      shortName: null,
      symbol: null,
      title: 'Rules',
      fileName: `${at}.md`,
    }));
    expect(tellingFile(older!, newer)).toBe('0.md');
    expect(tellingFile(older!, { ...newer!, title: 'Laws' })).toBe('');
    expect(tellingFile(older!, older)).toBe('');
    expect(tellingFile(older!, undefined)).toBe('');
  });
});
