import { listenToDrops, listenToLeaving, pickFile } from '../dom';
import { EngineError, type CallOptions, type Engine } from '../engine';
import type {
  AddNoteRequest,
  CompareRequest,
  CorrectRequest,
  DocumentView,
  DraftRequest,
  EditNoteRequest,
  FetchedView,
  FetchRequest,
  ImportBytesRequest,
  ImportReport,
  LookRequest,
  NoteView,
  OfficialView,
  RowsRequest,
  SaveRequest,
  SentencesRequest,
  SettingsView,
  StartView,
} from '../types';
import { lookAt } from './official';
import { buildComparison, type FakeComparison } from './compare';
import { fakeDecisions } from './decisions';
import { FakeDrafts, reportOf } from './intake';
import { CATALOGUE, documents } from './library';
import { textOf } from './markup';
import { ARABIC, ENGLISH, JAPANESE } from './texts';

/** Ways in which the made-up engine can be told to behave. */
export interface FakeOptions {
  /** What `app.start` answers, where it differs from the usual. */
  start?: Partial<StartView>;
  /** Commands that fail, with the code of their error. */
  failing?: Record<string, string>;
  /** Milliseconds between the steps of a job; 0 for tests. */
  pace?: number;
  /** Language of the system. */
  language?: string;
}

/** A small engine in memory with made-up texts, for tests and `vite dev`. */
export function fakeEngine(options: FakeOptions = optionsFromAddress()): Engine {
  const library = documents();
  const comparisons = new Map<string, FakeComparison>();
  const cancelled = new Set<string>();
  const notes: NoteView[] = [];
  const language = options.language ?? navigator.language;
  const japanese = language.startsWith('ja');
  let settings: SettingsView = {
    language: japanese ? 'ja' : 'en',
    theme: 'system',
    textSize: 17,
    newerLeft: japanese,
    onlyChanges: false,
    letterKeys: true,
    dimmedClasses: ['punctuation', 'case', 'spelling', 'space', 'label'],
    author: null,
    fetching: 'ask',
  };
  let made = 0;

  const fail = (code: string, file: string | null = null): never => {
    throw new EngineError({ code, message: code, file, detail: null });
  };
  const find = (id: string): DocumentView => library.find((one) => one.id === id) ?? fail('not-found');

  async function steps(stages: string[], { job, onProgress }: CallOptions) {
    for (const [done, stage] of stages.entries()) {
      if (options.pace) await new Promise((resolve) => setTimeout(resolve, options.pace));
      if (job && cancelled.delete(job)) fail('cancelled');
      onProgress?.({ job: job ?? '', stage, done, total: stages.length });
    }
  }

  const drafts = new FakeDrafts(library);
  const importNamed = async (name: string, call: CallOptions): Promise<ImportReport> => {
    await steps(['reading', 'structuring'], call);
    if (/\.(png|jpg|exe)$/u.test(name)) fail('import-unsupported', name);
    return drafts.prepare(name);
  };

  const commands: Record<string, (payload: never, call: CallOptions) => unknown> = {
    'app.start': (): StartView => ({
      version: '0.1.0',
      dataFolder: '/home/user/.local/share/wsis-compare',
      settings,
      library,
      catalogue: CATALOGUE,
      open: japanese ? { left: 'ja-1', right: 'ja-2' } : { left: 'en-1', right: 'en-2' },
      notices: [],
      ...options.start,
    }),
    'app.quit': () => null,
    'library.list': () => library,
    'library.import': ({ path }: { path: string }, call) =>
      importNamed(path.split(/[\\/]/u).pop() ?? path, call),
    'library.importBytes': ({ name }: ImportBytesRequest, call) => importNamed(name, call),
    'official.look': ({ text }: LookRequest): OfficialView => lookAt(text, library),
    'official.fetch': async ({ symbol, language, consent }: FetchRequest, call): Promise<FetchedView> => {
      if (!consent) fail('fetch-not-allowed');
      if (language === 'ar') fail('fetch-no-such-document');
      await steps(['fetching', 'fetching', 'reading'], call);
      const name = `${symbol.replaceAll('/', '_')}-${language}.pdf`;
      const report = await importNamed(name, {});
      return {
        report,
        origin: 'fetched',
        address: null,
        otherLanguage: language === 'fr',
        otherSymbol: null,
      };
    },
    'library.samples': () => ({ left: library[0]!.id, right: library[1]!.id }),
    'library.remove': ({ id }: { id: string }) => {
      library.splice(library.indexOf(find(id)), 1);
      return null;
    },
    'library.report': ({ id }: { id: string }) => reportOf(find(id)),
    'library.reopen': ({ id }: { id: string }) => drafts.reopen(find(id)),
    'library.correct': ({ draft, reading }: CorrectRequest) =>
      drafts.correct(draft, reading) ?? fail('draft-gone'),
    'library.save': ({ draft, replace }: SaveRequest) => drafts.save(draft, replace) ?? fail('draft-gone'),
    'library.discard': ({ draft }: DraftRequest) => drafts.discard(draft),
    'library.sentences': ({ at }: SentencesRequest) => drafts.sentences(at),
    'comparison.open': async ({ left, right }: CompareRequest, call) => {
      await steps(['aligning', 'aligning', 'differencing', 'differencing'], call);
      const [older, newer] = [find(left), find(right)];
      const languages = [older.language, newer.language];
      const script = languages.includes('ar') ? ARABIC : languages.includes('ja') ? JAPANESE : ENGLISH;
      const quiet = script.filter((row) => row.kind === 'same' || row.chapter === 'carried');
      const comparison = buildComparison(older, newer, left === right ? quiet : script);
      comparisons.set(comparison.view.id, comparison);
      return comparison.view;
    },
    'comparison.rows': ({ comparison, from, to }: RowsRequest) =>
      (comparisons.get(comparison) ?? fail('not-found')).rows.slice(from, to),
    ...fakeDecisions((id) => comparisons.get(id) ?? fail('not-found')),
    'commitment.get': () => ({
      changed: false,
      languages: [{ language: 'en', steps: [['shall'], ['should']] }],
    }),
    'comparison.export': async ({ path }: { path: string }, call) => {
      await steps(['writing'], call);
      return path;
    },
    'notes.list': ({ documents: asked }: { documents: string[] }) =>
      notes.filter((note) => asked.includes(note.document)),
    'notes.add': (request: AddNoteRequest): NoteView => {
      const { label, text } = passageOf(comparisons, request);
      const now = new Date(0).toISOString();
      const note: NoteView = {
        id: `note-${++made}`,
        document: request.document,
        quote: text.slice(request.place.start, request.place.end),
        label,
        place: request.place,
        body: request.body,
        tags: request.tags,
        state: 'open',
        created: now,
        changed: now,
        author: '',
        replyTo: null,
      };
      notes.push(note);
      return note;
    },
    'notes.edit': ({ id, body, tags, state }: EditNoteRequest) => {
      const note = notes.find((one) => one.id === id) ?? fail('not-found');
      Object.assign(note, { body, tags, state });
      return { ...note };
    },
    'notes.delete': ({ id }: { id: string }) => {
      const at = notes.findIndex((note) => note.id === id);
      if (at < 0) fail('not-found');
      notes.splice(at, 1);
      return null;
    },
    'settings.set': (chosen: SettingsView) => (settings = chosen),
    'job.cancel': ({ job }: { job: string }) => {
      cancelled.add(job);
      return null;
    },
    'dialog.save': ({ name, extension }: { name: string; extension: string }) =>
      `/home/user/${name}.${extension}`,
    'shell.open': () => null,
    'shell.folder': () => null,
  };

  async function call<T>(name: string, payload: unknown, callOptions: CallOptions = {}): Promise<T> {
    const code = options.failing?.[name];
    if (code) fail(code);
    const command = commands[name] ?? (() => fail('not-found'));
    // A copy, as over a wire: state shared by reference would hide mistakes.
    return structuredClone(await command(payload as never, callOptions)) as T;
  }

  return {
    call,
    openFileDialog: pickFile,
    saveFileDialog: (name, extension) => call('dialog.save', { name, extension }),
    onFilesDropped: listenToDrops,
    openExternal: (address) => call('shell.open', { address }),
    openFolder: (path) => call('shell.folder', { path }),
    onClosing: listenToLeaving,
    quit: () => call('app.quit', {}),
    systemLanguage: () => language,
  };
}

function passageOf(comparisons: Map<string, FakeComparison>, { document, place }: AddNoteRequest) {
  for (const { view, rows } of comparisons.values()) {
    const side = view.left.id === document ? 'left' : view.right.id === document ? 'right' : null;
    if (!side) continue;
    for (const row of rows) {
      const cell = row[side].find((one) => one.kind !== 'heading' && one.paragraph === place.paragraph);
      if (cell) return { label: cell.id, text: textOf(cell) };
    }
  }
  return { label: '', text: '' };
}

/** `?lang=ja&pace=300` in the address of the development server. */
function optionsFromAddress(): FakeOptions {
  const query = new URLSearchParams(location.search);
  const language = query.get('lang');
  return { pace: Number(query.get('pace') ?? 60), ...(language ? { language } : {}) };
}
