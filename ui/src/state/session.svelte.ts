import {
  EngineError,
  type CatalogueEntry,
  type ComparisonView,
  type DocumentView,
  type Engine,
  type FetchedView,
  type ImportReport,
  type NoticeView,
  type OpenPair,
  type SavedView,
  type Side,
  type StartView,
} from '../backend';
import { languageName } from '../i18n/index.svelte';
import { ComparisonState } from './comparison.svelte';
import { Decisions } from './decisions.svelte';
import { Intake, type Remark } from './intake.svelte';
import { Jobs } from './jobs.svelte';
import { Messages } from './messages.svelte';
import { Notes } from './notes.svelte';
import { Official } from './official.svelte';
import { Settings } from './settings.svelte';
import { earlierVersion, Versions } from './versions.svelte';

/** Formats in which a comparison can be written. */
export const EXPORT_FORMATS = ['html', 'csv', 'json'] as const;

/** How two texts may hang together. */
export const REGIMES = ['auto', 'revision', 'related'] as const;

/** Units in which differences may be shown. */
export const GRANULARITIES = ['word', 'character', 'sentence'] as const;

/** How a pair is compared: one of [`REGIMES`] and one of [`GRANULARITIES`]. */
export interface Method {
  regime: string;
  granularity: string;
}

/** Everything the window holds: one object, made when the window opens. */
export class Session {
  readonly settings: Settings;
  readonly notes: Notes;
  readonly jobs: Jobs;
  readonly intake: Intake;
  readonly official: Official;
  readonly messages = new Messages();
  readonly decisions: Decisions;
  readonly versions: Versions;
  status = $state<'starting' | 'ready' | 'failed'>('starting');
  /** Why the window could not start. */
  failure = $state.raw<EngineError | null>(null);
  version = $state('');
  dataFolder = $state('');
  library = $state.raw<DocumentView[]>([]);
  catalogue = $state.raw<CatalogueEntry[]>([]);
  notices = $state.raw<NoticeView[]>([]);
  comparison = $state.raw<ComparisonState | null>(null);
  /** What the choosers show: set before the comparison is there. */
  chosen = $state.raw<Record<Side, string | null>>({ left: null, right: null });
  /** The import report of a document of the library, on screen. */
  report = $state.raw<ImportReport | null>(null);

  #methodsAsked = 0;
  /** The way of comparing that was asked for and is not shown yet. */
  #coming: { comparison: ComparisonState; method: Method } | null = null;

  constructor(readonly engine: Engine) {
    const onFailure = (thrown: unknown) => this.messages.fail(EngineError.from(thrown));
    this.settings = new Settings(engine, onFailure);
    this.notes = new Notes(engine, onFailure);
    this.jobs = new Jobs(engine);
    this.decisions = new Decisions(engine, this.settings, this.messages, () => this.comparison);
    this.intake = new Intake(engine, this.jobs, {
      done: (saved) => void this.#saved(saved),
      failed: onFailure,
    });
    this.versions = new Versions(engine, this.messages, () => this.refresh());
    this.official = new Official(engine, this.jobs, () => this.settings.current.language);
  }

  /** Asks the engine for everything the window needs first, and opens the pair it names. */
  async start(): Promise<void> {
    try {
      const systemLanguage = this.engine.systemLanguage();
      const start = await this.engine.call<StartView>('app.start', { systemLanguage });
      this.settings.load(start.settings);
      this.version = start.version;
      this.dataFolder = start.dataFolder;
      this.library = start.library;
      this.catalogue = start.catalogue;
      this.notices = start.notices;
      this.status = 'ready';
      if (start.open) await this.open(start.open.left, start.open.right);
    } catch (thrown) {
      this.failure = EngineError.from(thrown);
      this.status = 'failed';
    }
  }

  /** A document of the library. */
  document(id: string | null): DocumentView | undefined {
    return this.library.find((one) => one.id === id);
  }

  /** Whether two texts are being compared. */
  get comparing(): boolean {
    return this.jobs.list.some((job) => job.kind === 'compare');
  }

  /** Compares two documents. What was open stays until the new comparison is there. */
  async open(left: string, right: string): Promise<void> {
    this.jobs.cancelAll('compare');
    const chosen = { left, right };
    this.chosen = chosen;
    try {
      const name = this.document(right)?.title ?? right;
      // How this pair is compared, the engine remembers.
      const request = { left, right, regime: null, granularity: null };
      const view = await this.jobs.run<ComparisonView>('compare', name, 'comparison.open', request);
      // The user may have chosen another pair in the meantime.
      if (this.chosen !== chosen) return;
      await this.notes.load([left, right]);
      this.comparison = new ComparisonState(this.engine, this.settings, this.notes, view, this.#failed);
    } catch (thrown) {
      if (this.chosen !== chosen) return;
      const open = this.comparison?.view;
      this.chosen = { left: open?.left.id ?? null, right: open?.right.id ?? null };
      this.#failed(thrown);
    }
  }

  /** Compares the open pair in another way; the reader stays at the same paragraph. */
  async changeMethod(change: Partial<Method>): Promise<void> {
    const comparison = this.comparison;
    if (!comparison) return;
    const { left, right } = comparison.view;
    const method = { ...this.#methodOf(comparison), ...change };
    this.#coming = { comparison, method };
    const request = { left: left.id, right: right.id, ...method };
    this.jobs.cancelAll('compare');
    const asked = ++this.#methodsAsked;
    const wanted = () => this.comparison === comparison && this.#methodsAsked === asked;
    try {
      const view = await this.jobs.run<ComparisonView>('compare', right.title, 'comparison.open', request);
      if (wanted()) await comparison.update(view, null);
    } catch (thrown) {
      if (wanted()) this.#failed(thrown);
    } finally {
      if (this.#methodsAsked === asked) this.#coming = null;
    }
  }

  /** How a pair is compared, or will be as soon as that is done. */
  #methodOf(comparison: ComparisonState): Method {
    if (this.#coming?.comparison === comparison) return this.#coming.method;
    const { regimeChoice, granularity } = comparison.view;
    return { regime: regimeChoice, granularity };
  }

  /** Shows the open comparison and its notes as the engine has them now. */
  async refresh(): Promise<void> {
    const view = this.comparison?.view;
    if (!view) return;
    await this.notes.load([view.left.id, view.right.id]);
    await this.changeMethod({});
  }

  /** Chooses the next regime or the next unit of differences, round the end. */
  cycleMethod(what: keyof Method): Promise<void> {
    const comparison = this.comparison;
    if (!comparison) return Promise.resolve();
    const all: readonly string[] = what === 'regime' ? REGIMES : GRANULARITIES;
    const now = this.#methodOf(comparison)[what];
    return this.changeMethod({ [what]: all[(all.indexOf(now) + 1) % all.length] });
  }

  /** Puts a document on one side and compares, when the other side has one. */
  async choose(side: Side, id: string): Promise<void> {
    this.chosen = { ...this.chosen, [side]: id };
    const { left, right } = this.chosen;
    if (left !== null && right !== null) await this.open(left, right);
  }

  /** Exchanges the older and the newer text. */
  async swap(): Promise<void> {
    const { left, right } = this.chosen;
    if (left !== null && right !== null) await this.open(right, left);
  }

  /** Lets the user choose a file and reads it. */
  async openFile(): Promise<void> {
    try {
      const file = await this.engine.openFileDialog();
      if (file) await this.intake.add([file]);
    } catch (thrown) {
      this.#failed(thrown);
    }
  }

  /** A text was fetched: it is shown before it is saved, with what the user must know of it. */
  received({ report, origin, otherLanguage, otherSymbol }: FetchedView, asked: string): void {
    const { document } = report;
    const remarks: Remark[] = [];
    if (otherLanguage) {
      const args = { asked: languageName(asked), language: languageName(document.language) };
      remarks.push({ key: 'official-other-language', args });
    }
    if (otherSymbol !== null) remarks.push({ key: 'official-other-symbol', args: { symbol: otherSymbol } });
    if (origin !== 'fetched') this.messages.say('info', 'official-from-here');
    if (report.draft !== null) void this.intake.take(report, remarks);
    else this.report = report;
  }

  /** Opens the made-up negotiation: its drafts come into the library, the first two are compared. */
  async openSamples(): Promise<void> {
    try {
      const { language } = this.settings.current;
      const pair = await this.engine.call<OpenPair>('library.samples', { language });
      this.library = await this.engine.call<DocumentView[]>('library.list', {});
      await this.open(pair.left, pair.right);
    } catch (thrown) {
      this.#failed(thrown);
    }
  }

  /** Shows again what the import of a document said. */
  async showReport(id: string): Promise<void> {
    try {
      this.report = await this.engine.call<ImportReport>('library.report', { id });
    } catch (thrown) {
      this.#failed(thrown);
    }
  }

  /** Opens a document of the library to be corrected. */
  async correct(id: string): Promise<void> {
    this.report = null;
    await this.intake.reopen(id, this.document(id)?.title ?? id);
  }

  /** Takes a document out of the library. */
  async remove(id: string): Promise<void> {
    try {
      await this.engine.call('library.remove', { id });
      this.library = await this.engine.call<DocumentView[]>('library.list', {});
      if (this.chosen.left === id || this.chosen.right === id) {
        this.comparison = null;
        this.chosen = {
          left: this.chosen.left === id ? null : this.chosen.left,
          right: this.chosen.right === id ? null : this.chosen.right,
        };
      }
    } catch (thrown) {
      this.#failed(thrown);
    }
  }

  /** Writes the open comparison, or one chapter of it, to a file the user names. */
  async export(format: (typeof EXPORT_FORMATS)[number], chapter: number | null): Promise<void> {
    const view = this.comparison?.view;
    if (!view) return;
    try {
      const path = await this.engine.saveFileDialog(suggestedName(view), format);
      if (path === null) return;
      const request = { comparison: view.id, format, path, chapter };
      const written = await this.jobs.run<string>('export', path, 'comparison.export', request);
      this.messages.say('done', 'export-done', { path: written }, [
        { key: 'export-open-folder', run: () => void this.openFolder(written) },
      ]);
    } catch (thrown) {
      this.#failed(thrown);
    }
  }

  /** Shows the folder of a file that was exported. */
  async openFolder(path: string): Promise<void> {
    try {
      await this.engine.openFolder(path);
    } catch (thrown) {
      this.#failed(thrown);
    }
  }

  /** What would be lost if the window closed now. */
  get unsaved(): ('note' | 'corrections')[] {
    const note = this.notes.draft?.worthKeeping ? (['note'] as const) : [];
    const corrections = this.intake.changed ? (['corrections'] as const) : [];
    return [...note, ...corrections];
  }

  /** Changes the language; open digests follow, where they exist in it. */
  async changeLanguage(language: string): Promise<void> {
    this.settings.change({ language });
    const twin = (side: Side) => {
      const open = this.document(this.chosen[side]);
      if (!open?.digest || open.symbol === null) return null;
      return this.library.find(
        (one) => one.digest && one.symbol === open.symbol && one.language === language,
      );
    };
    const [left, right] = [twin('left'), twin('right')];
    if (left && right && left.id !== this.chosen.left) await this.open(left.id, right.id);
  }

  dismissNotice(notice: NoticeView): void {
    this.notices = this.notices.filter((one) => one !== notice);
  }

  /**
   * Texts came into the library. Two that came together are compared, the earlier as the older, and
   * so are base and proposal of one file with tracked changes.
   */
  async #saved(saved: SavedView[]): Promise<void> {
    const before = this.library;
    try {
      this.library = await this.engine.call<DocumentView[]>('library.list', {});
    } catch (thrown) {
      return this.#failed(thrown);
    }
    for (const { links, replaced, documents } of saved) {
      const from = before.find((one) => one.id === replaced);
      const to = documents.at(-1);
      if (links && from && to) this.versions.tellReplaced(from, to, links);
    }
    const [halves] = saved.filter((one) => one.documents.length === 2).map((one) => one.documents);
    const pair = halves ?? (saved.length === 2 ? saved.flatMap((one) => one.documents).sort(byDate) : []);
    const [left, right] = pair;
    for (const one of saved) this.#welcome(one, pair.length === 2);
    if (left && right) await this.open(left.id, right.id);
  }

  /**
   * A text that stands for a digest on screen takes its place, and a corrected text that of what it
   * replaces. For any other the user says on which side it belongs, unless that is decided.
   */
  #welcome(saved: SavedView, placed: boolean): void {
    const document = saved.documents.at(-1);
    if (!document) return;
    const args = {
      title: document.title,
      numbered: document.numbered,
      headings: document.headings,
      warnings: saved.warnings,
    };
    const sides = (['left', 'right'] as const).filter((one) => {
      const open = this.chosen[one];
      const shown = this.document(open);
      const stands = shown?.digest && shown.symbol !== null && shown.symbol === document.symbol;
      return open !== null && (open === saved.replaced || stands);
    });
    const [side] = sides;
    const compareAs = (as: Side) => ({
      key: `import-compare-${as}`,
      run: () => void this.choose(as, document.id),
    });
    const show = { key: 'import-show-report', run: () => void this.showReport(document.id) };
    const earlier = saved.known ? undefined : earlierVersion(this.library, document);
    const carry = {
      key: 'import-carry',
      run: () => (earlier ? void this.versions.carry(earlier, document) : undefined),
    };
    const actions = [
      ...(side || placed ? [] : [compareAs('left'), compareAs('right')]),
      ...(earlier ? [carry] : []),
      show,
    ];
    this.messages.say('done', saved.known ? 'import-known' : 'import-done', args, actions);
    const carried = { carried: saved.notesCarried, lost: saved.notesLost };
    if (carried.carried + carried.lost > 0) this.messages.say('info', 'import-notes', carried);
    if (side && !placed) void this.choose(side, document.id);
  }

  readonly #failed = (thrown: unknown): void => this.messages.fail(EngineError.from(thrown));
}

/** A file name that says which texts are compared, of characters every system allows. */
function suggestedName({ left, right }: ComparisonView): string {
  const name = (document: DocumentView) =>
    document.shortName ?? document.symbol ?? document.title.slice(0, 40);
  return `${name(left)} - ${name(right)}`.replace(/[\\/:*?"<>|]/gu, '-');
}

/** The earlier text first; texts without a date stay in the order in which they came. */
function byDate(one: DocumentView, other: DocumentView): number {
  if (one.date === null || other.date === null) return 0;
  return one.date < other.date ? -1 : one.date > other.date ? 1 : 0;
}
