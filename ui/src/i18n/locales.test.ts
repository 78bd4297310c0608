import { FluentResource } from '@fluent/bundle';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { formatDate, LANGUAGES, setLanguage, t } from './index.svelte';

const root = join(import.meta.dirname, '../..');
const source = (code: string) => readFileSync(join(root, 'locales', `${code}.ftl`), 'utf8');

/** Keys of a locale with the values each sentence names. */
function messages(code: string): Map<string, string[]> {
  const resource = new FluentResource(source(code));
  return new Map(
    resource.body.map(({ id, value }) => {
      const names = JSON.stringify(value).matchAll(/"type":"var","name":"(\w+)"/gu);
      return [id, [...new Set([...names].map((match) => match[1] ?? ''))].sort()];
    }),
  );
}

/** Every file of the window that may name a key. */
function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|svelte)$/u.test(name) && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

describe('locales', () => {
  it('have the same sentences, which name the same values', () => {
    const english = messages('en');
    for (const { code } of LANGUAGES) expect(messages(code), code).toEqual(english);
  });

  it('lose no line to a mistake of syntax', () => {
    for (const { code } of LANGUAGES) {
      const written = source(code).match(/^[a-z][\w-]* =/gmu) ?? [];
      expect(messages(code).size, code).toBe(written.length);
    }
  });

  it('have every key that the window names', () => {
    const known = messages('en');
    const named = sources(join(root, 'src')).flatMap((text) => [...text.matchAll(/\bt\('([\w-]+)'/gu)]);
    const missing = named.map((match) => match[1] ?? '').filter((key) => !known.has(key));
    expect(named.length).toBeGreaterThan(80);
    expect(missing).toEqual([]);
  });

  it('say why each kind of thing was set aside', () => {
    const keys = [...messages('en').keys()];
    const kinds = keys.filter((key) => /^stripped-/u.test(key)).map((key) => key.replace('stripped-', ''));
    expect(kinds.length).toBeGreaterThan(6);
    for (const kind of kinds) expect(keys, kind).toContain(`why-${kind}`);
  });

  it('have a sentence with a remedy for every error of the engine', () => {
    const known = messages('en');
    const codes =
      'import-empty import-unsupported import-mismatch import-damaged import-encrypted import-no-text import-too-large draft-gone label-unknown date-unknown cancelled file-not-found file-unreadable not-found invalid write-failed store internal';
    for (const code of codes.split(' ')) expect(known.has(`error-${code}`), code).toBe(true);
  });
});

describe('t', () => {
  it('speaks the chosen language and falls back to English', () => {
    setLanguage('ja-JP');
    expect(t('chapters')).toBe('章');
    setLanguage('tlh');
    expect(t('chapters')).toBe('Chapters');
    expect(t('no-such-key')).toBe('no-such-key');
  });

  it('counts', () => {
    expect(t('status-changes', { count: 1 })).toBe('1 change');
    expect(t('status-changes', { count: 3 })).toBe('3 changes');
  });
});

describe('formatDate', () => {
  it('leaves alone what is no date', () => {
    expect(formatDate('sometime')).toBe('sometime');
    expect(formatDate('2025-12-17')).toMatch(/2025/u);
  });
});
