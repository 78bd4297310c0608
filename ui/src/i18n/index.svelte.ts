import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

/** Languages of the window, with their names in themselves. */
export const LANGUAGES = [
  { code: 'en', name: 'English' },
  { code: 'ja', name: '日本語' },
] as const;

/** Values that a sentence names. */
export type Args = Record<string, FluentVariable>;

const FALLBACK = 'en';

const sources = import.meta.glob<string>('../../locales/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const bundles = new Map<string, FluentBundle>(LANGUAGES.map(({ code }) => [code, makeBundle(code)]));

let language = $state<string>(FALLBACK);

/** The language of the window now: one of [`LANGUAGES`]. */
export function currentLanguage(): string {
  return language;
}

/** Changes the language of the window; one that is not known becomes English. */
export function setLanguage(code: string): void {
  const primary = code.split('-')[0] ?? FALLBACK;
  language = bundles.has(primary) ? primary : FALLBACK;
}

/**
 * The sentence of a key in the language of the window. A key that is missing is looked up in
 * English, and shown as it is where English lacks it too. Reactive.
 */
export function t(key: string, args?: Args): string {
  return format(language, key, args) ?? format(FALLBACK, key, args) ?? key;
}

/** Whether there is a sentence for a key: codes of the engine may be newer than the window. */
export function hasMessage(key: string): boolean {
  return bundles.get(language)?.hasMessage(key) || bundles.get(FALLBACK)?.hasMessage(key) || false;
}

/** A date of the contract (ISO 8601) in the language of the window. */
export function formatDate(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
}

/** The name of a language in the language of the window. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

function format(code: string, key: string, args?: Args): string | undefined {
  const bundle = bundles.get(code);
  const message = bundle?.getMessage(key);
  if (!bundle || !message?.value) return undefined;
  return bundle.formatPattern(message.value, args, []);
}

function makeBundle(code: string): FluentBundle {
  // Names of documents stand in <bdi> or at the end of a sentence, so marks of isolation inside
  // the strings would only get in the way of copying and searching.
  const bundle = new FluentBundle(code, { useIsolating: false });
  const source = Object.entries(sources).find(([path]) => path.endsWith(`/${code}.ftl`))?.[1];
  if (source !== undefined) bundle.addResource(new FluentResource(source));
  return bundle;
}
