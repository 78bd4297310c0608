import type { DocumentView, ImportReport, OutlineView, ReadingView, SavedView, SentenceView } from '../types';
import { documents } from './library';

/** What the made-up engine keeps of files that are not saved. */
export class FakeDrafts {
  readonly #drafts = new Map<string, ImportReport>();
  #made = 0;

  constructor(private readonly library: DocumentView[]) {}

  /** A draft of a file of this name. */
  prepare(name: string): ImportReport {
    const known = this.library.find((one) => one.fileName === name);
    const document: DocumentView = known ?? {
      ...documents()[1]!,
      id: `own-${name}`,
      symbol: null,
      shortName: null,
      title: name,
      fileName: name,
      format: 'pdf',
      digest: false,
    };
    return this.#keep({ ...reportOf(document), draft: `draft-${++this.#made}`, known: known !== undefined });
  }

  /** A draft of a document of the library. */
  reopen(document: DocumentView): ImportReport {
    const draft = `draft-${++this.#made}`;
    return this.#keep({ ...reportOf(document), draft, known: true, corrects: document.id });
  }

  /** The draft, read as `reading` says: roles and numbers are obeyed, the rest is only kept. */
  correct(draft: string, reading: ReadingView): ImportReport | null {
    const before = this.#drafts.get(draft);
    if (!before) return null;
    const { title, symbol, date, language } = reading;
    const document = { ...before.document };
    if (title !== null) document.title = title;
    if (symbol !== null) document.symbol = symbol || null;
    if (date !== null) document.date = date || null;
    if (language !== null) document.language = language;
    const outline = OUTLINE.map((piece) => ({ ...piece }));
    for (const { at, change, level, label } of reading.corrections) {
      const piece = outline.find((one) => one.at === at);
      if (!piece) continue;
      piece.corrected = true;
      if (change === 'heading') Object.assign(piece, { kind: 'heading', level: level ?? 1, label: null });
      if (change === 'paragraph') Object.assign(piece, { kind: 'continuation', level: 0, setAside: false });
      if (change === 'title') piece.kind = 'title';
      if (change === 'number') Object.assign(piece, { kind: 'operative', label, level: 0 });
      if (change === 'no_number') piece.label = null;
      if (change === 'join' || change === 'drop') outline.splice(outline.indexOf(piece), 1);
    }
    const corrections = reading.corrections.map((one) => ({
      ...one,
      words: OUTLINE.find((piece) => piece.at === one.at)?.words ?? '',
    }));
    return this.#keep({ ...before, document, outline, reading: { ...reading, corrections } });
  }

  save(draft: string, replace: boolean): SavedView | null {
    const report = this.#drafts.get(draft);
    if (!report) return null;
    this.#drafts.delete(draft);
    const known = this.library.some((one) => one.id === report.document.id);
    if (!known) this.library.unshift(report.document);
    return {
      documents: [report.document],
      known,
      warnings: report.warnings.length,
      notesCarried: 0,
      notesLost: 0,
      replaced: replace ? report.corrects : null,
      links: null,
    };
  }

  discard(draft: string): null {
    this.#drafts.delete(draft);
    return null;
  }

  sentences(at: string): SentenceView[] {
    return ['Boats are counted.', 'Oars are painted.'].map((text, index) => ({ at: `${at}/${index}`, text }));
  }

  #keep(report: ImportReport): ImportReport {
    if (report.draft !== null) this.#drafts.set(report.draft, report);
    return report;
  }
}

/** The report of a document of the made-up library. */
export function reportOf(document: DocumentView): ImportReport {
  return {
    draft: null,
    document,
    known: true,
    corrects: null,
    reading: { language: null, title: null, symbol: null, date: null, changes: 'accepted', corrections: [] },
    detected: document.language,
    recognised: {
      chapters: 2,
      sections: 0,
      opening: 1,
      numbered: 2,
      items: 1,
      other: 0,
      footnotes: 1,
      brackets: 0,
      bracketsOf: [],
    },
    stripped: [
      {
        kind: 'running_head',
        count: 2,
        samples: [2, 3].map((page) => ({ text: 'H/79/4', page, at: `s${page}`, back: 'restore' })),
      },
    ],
    notCompared: [{ part: 'pictures', count: '1' }],
    warnings: [{ code: 'numbering_gap', place: '14', detail: '16', item: 4 }],
    tracked: null,
    comments: 0,
    outline: OUTLINE,
  };
}

const piece = (at: string, kind: string, words: string, more: Partial<OutlineView> = {}): OutlineView => ({
  at,
  kind,
  words,
  setAside: false,
  level: 0,
  label: null,
  page: 1,
  corrected: false,
  ...more,
});

const OUTLINE: OutlineView[] = [
  piece('t0', 'masthead', 'Harbour Assembly', { setAside: true }),
  piece('t1', 'title', 'Charter of harbours'),
  piece('t2', 'preambular', 'Recalling the first charter,'),
  piece('t3', 'heading', 'Boats', { level: 1 }),
  piece('t4', 'operative', 'Boats are counted every spring.', { label: '14' }),
  piece('t5', 'item', 'with their oars;', { label: '(a)', level: 1, page: 2 }),
  piece('t6', 'operative', 'Oars are painted white.', { label: '16', page: 2 }),
];
