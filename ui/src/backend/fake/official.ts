import type { DocumentView, OfficialView } from '../types';
import { CATALOGUE } from './library';

const HOST = 'harbours.example.org';

/** What the made-up engine knows of a symbol of the harbours: `H/80/7`. */
export function lookAt(text: string, library: DocumentView[]): OfficialView {
  const tidy = text.trim().toUpperCase();
  const nothing = { symbol: null, shortName: null, title: null, language: null, languages: [], host: HOST };
  if (!/^H\/\d+\/\d+$/u.test(tidy)) {
    const code = tidy === '' ? 'empty' : /^H(\/\d*)*$/u.test(tidy) ? 'unfinished' : 'organ';
    const detail = tidy.split('/')[0] ?? '';
    return { ...nothing, problem: { code: `symbol-${code}`, message: code, file: null, detail } };
  }
  const entry = CATALOGUE.find((one) => one.symbol === tidy);
  return {
    ...nothing,
    symbol: tidy,
    problem: null,
    shortName: entry?.shortName ?? null,
    title: entry?.title ?? null,
    languages: (entry?.languages ?? ['ar', 'en', 'fr']).map((code) => ({
      code,
      address: `https://${HOST}/${code}/${tidy}`,
      document:
        library.find((one) => !one.digest && one.symbol === tidy && one.language === code)?.id ?? null,
      fetched: null,
    })),
  };
}
