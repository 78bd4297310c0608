import type { CatalogueEntry, DocumentView } from '../types';

/** What the made-up engine knows of texts it does not have. */
export const CATALOGUE: CatalogueEntry[] = [
  {
    key: 'charter2',
    shortName: 'Charter+20',
    symbol: 'H/80/7',
    title: 'Second charter of harbours',
    date: '2025-06-01',
    languages: ['en', 'fr', 'ar'],
    address: 'https://example.org/H/80/7',
  },
  {
    key: 'charter3',
    shortName: 'Charter+30 (zero draft)',
    symbol: null,
    title: 'Third charter of harbours, by the harbour masters',
    date: null,
    languages: ['en'],
    address: 'https://example.org/zero.pdf',
  },
];

/** The made-up library: two pairs of digests and one text of another language. */
export function documents(): DocumentView[] {
  const base = {
    direction: 'ltr',
    format: 'markdown',
    digest: true,
    numbered: 180,
    paragraphs: 190,
    headings: 8,
    footnotes: 1,
  };
  const pair = (language: string, titles: [string, string]) =>
    titles.map((title, at) => ({
      ...base,
      id: `${language}-${at + 1}`,
      symbol: at === 0 ? 'H/70/3' : 'H/80/7',
      shortName: at === 0 ? 'Charter+10' : 'Charter+20',
      title,
      date: at === 0 ? '2015-06-01' : '2025-06-01',
      language,
      fileName: `charter-${language}-${at + 1}.md`,
    }));
  return [
    ...pair('en', ['First charter of harbours', 'Second charter of harbours']),
    ...pair('ja', ['港湾憲章（第一次）', '港湾憲章（第二次）']),
    {
      ...base,
      id: 'ar-2',
      symbol: 'H/80/7',
      shortName: null,
      title: 'ميثاق المرافئ الثاني',
      date: '2025-06-01',
      language: 'ar',
      direction: 'rtl',
      format: 'pdf',
      fileName: 'charter-ar.pdf',
      digest: false,
    },
  ];
}
