import {
  EngineError,
  type CorrectionView,
  type Engine,
  type ImportReport,
  type PickedFile,
  type ReadingView,
  type SavedView,
  type SentenceView,
} from '../backend';
import type { Args } from '../i18n/index.svelte';
import type { Jobs } from './jobs.svelte';

/** Something the user must know of a text before it is saved: the key of its sentence, and what that names. */
export interface Remark {
  key: string;
  args: Args;
}

/** Who is told what became of the files. */
export interface IntakeListener {
  /** All files of one drop or choice are dealt with; those that were discarded are left out. */
  done: (saved: SavedView[]) => void;
  failed: (thrown: unknown) => void;
}

/**
 * Files on their way into the library, one after the other: each is read, shown, corrected, and
 * saved or discarded. Nothing is saved before the user says so.
 */
export class Intake {
  /** Files that wait behind the one on screen. */
  waiting = $state.raw<PickedFile[]>([]);
  /** The reading on screen. */
  report = $state.raw<ImportReport | null>(null);
  /** Something is being read or saved. */
  busy = $state(false);
  /** Why the last correction or saving was refused. */
  failure = $state.raw<EngineError | null>(null);
  /** What to know of the text on screen beside its report. */
  remarks = $state.raw<Remark[]>([]);
  /** Position in the outline of the piece at hand. */
  selected = $state(0);
  #past = $state.raw<ReadingView[]>([]);
  #future = $state.raw<ReadingView[]>([]);
  #saved: SavedView[] = [];
  /** Texts that were read elsewhere and wait to be shown. */
  #drafts: { report: ImportReport; remarks: Remark[] }[] = [];
  #reading = false;
  /** Files with nothing to check are saved without being shown. */
  #straight = false;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly engine: Engine,
    private readonly jobs: Jobs,
    private readonly listener: IntakeListener,
  ) {}

  /** Whether the user corrected something that is not saved. */
  get changed(): boolean {
    return this.#past.length > 0;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Takes files in; they are shown one after the other. */
  async add(files: PickedFile[]): Promise<void> {
    this.waiting = [...this.waiting, ...files];
    if (this.report === null && !this.#reading) await this.#next();
  }

  /** Takes in a text that was read already; it is shown before the files that wait. */
  async take(report: ImportReport, remarks: Remark[] = []): Promise<void> {
    this.#drafts = [...this.#drafts, { report, remarks }];
    if (this.report === null && !this.#reading) await this.#next();
  }

  /** Opens a document of the library to be corrected. */
  async reopen(id: string, name: string): Promise<void> {
    if (this.report !== null || this.#reading) return;
    await this.#read(() => this.jobs.run<ImportReport>('import', name, 'library.reopen', { id }));
  }

  /** Puts the text on screen into the library, after the corrections that are on their way. */
  async save(replace = false): Promise<void> {
    const draft = this.report?.draft;
    if (draft == null) return;
    if (await this.#inTurn(() => this.#save(draft, replace))) await this.#next();
    else this.#straight = false;
  }

  /** Saves this text and those that wait, as far as there is nothing to check in them. */
  async saveAll(): Promise<void> {
    this.#straight = true;
    await this.save();
  }

  /** Leaves the text on screen out, and with `all` those that wait too. */
  async discard(all = false): Promise<void> {
    const draft = this.report?.draft;
    if (all) this.waiting = [];
    this.#close();
    // What cannot be forgotten now is forgotten when the program ends.
    if (draft != null) await this.engine.call('library.discard', { draft }).catch(() => null);
    await this.#next();
  }

  /** Reads the text anew with one more correction. */
  correct(correction: Omit<CorrectionView, 'words'>): Promise<boolean> {
    return this.#change((reading) => ({
      ...reading,
      corrections: [...reading.corrections, { ...correction, words: '' }],
    }));
  }

  /** Takes a correction back, and what hangs on it: a piece that is no more cannot be anything. */
  withdraw(correction: CorrectionView): Promise<boolean> {
    const makes = correction.change === 'split' || correction.change === 'restore';
    return this.#change((reading) => ({
      ...reading,
      corrections: reading.corrections.filter((one) =>
        makes ? one.at !== correction.at : one.at !== correction.at || one.change !== correction.change,
      ),
    }));
  }

  /** Reads the text anew with something else said about the whole of it. */
  say(part: Partial<Omit<ReadingView, 'corrections'>>): Promise<boolean> {
    return this.#change((reading) => ({ ...reading, ...part }));
  }

  undo(): Promise<void> {
    return this.#inTurn(async () => {
      const before = this.#past.at(-1);
      const now = this.report?.reading;
      if (!before || !now || !(await this.#apply(before))) return;
      this.#past = this.#past.slice(0, -1);
      this.#future = [...this.#future, now];
    });
  }

  redo(): Promise<void> {
    return this.#inTurn(async () => {
      const after = this.#future.at(-1);
      const now = this.report?.reading;
      if (!after || !now || !(await this.#apply(after))) return;
      this.#future = this.#future.slice(0, -1);
      this.#past = [...this.#past, now];
    });
  }

  /** Where the piece at hand can be split: its sentences after the first. */
  async sentences(at: string): Promise<SentenceView[]> {
    const draft = this.report?.draft;
    if (draft == null) return [];
    try {
      const sentences = await this.engine.call<SentenceView[]>('library.sentences', { draft, at });
      return sentences.slice(1);
    } catch (thrown) {
      this.failure = EngineError.from(thrown);
      return [];
    }
  }

  #change(change: (reading: ReadingView) => ReadingView): Promise<boolean> {
    const draft = this.report?.draft;
    return this.#inTurn(async () => {
      const before = this.report?.reading;
      if (!before || this.report?.draft !== draft || !(await this.#apply(change(before)))) return false;
      this.#past = [...this.#past, before];
      this.#future = [];
      return true;
    });
  }

  /** Does one thing after the other: a field may be left while an earlier change is being read. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => null);
    return turn;
  }

  async #save(draft: string, replace: boolean): Promise<boolean> {
    // Two presses of the button save one text, not this one and the next.
    if (this.report?.draft !== draft) return false;
    this.busy = true;
    try {
      this.#saved.push(await this.engine.call<SavedView>('library.save', { draft, replace }));
      this.#close();
      return true;
    } catch (thrown) {
      this.failure = EngineError.from(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** Reads the draft as `reading` says; what is refused leaves everything as it was. */
  async #apply(reading: ReadingView): Promise<boolean> {
    const { report } = this;
    if (report?.draft == null) return false;
    this.busy = true;
    this.failure = null;
    const place = report.outline[this.selected]?.at;
    try {
      const request = { draft: report.draft, reading };
      const now = await this.jobs.run<ImportReport>(
        'import',
        report.document.fileName,
        'library.correct',
        request,
      );
      this.report = now;
      this.selected = nearest(now, place ?? null, this.selected);
      return true;
    } catch (thrown) {
      this.failure = EngineError.from(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }

  async #next(): Promise<void> {
    for (;;) {
      const [draft, ...drafts] = this.#drafts;
      const [file, ...rest] = this.waiting;
      if (draft) {
        this.#drafts = drafts;
        this.remarks = draft.remarks;
        await this.#read(() => Promise.resolve(draft.report));
      } else if (file) {
        this.waiting = rest;
        const name = 'path' in file ? (file.path.split(/[\\/]/u).pop() ?? file.path) : file.name;
        const command = 'path' in file ? 'library.import' : 'library.importBytes';
        await this.#read(() => this.jobs.run<ImportReport>('import', name, command, file));
      } else break;
      const read = this.report as ImportReport | null;
      if (read === null) continue;
      const clean = read.warnings.length === 0 && read.tracked === null && this.remarks.length === 0;
      if (this.#straight && clean) return this.save();
      return;
    }
    this.#straight = false;
    const saved = this.#saved;
    this.#saved = [];
    if (saved.length > 0) this.listener.done(saved);
  }

  /** Reads a text onto the screen; `report` stays empty where that fails. */
  async #read(work: () => Promise<ImportReport>): Promise<void> {
    this.#reading = true;
    try {
      this.report = await work();
    } catch (thrown) {
      this.listener.failed(thrown);
    } finally {
      this.#reading = false;
    }
  }

  #close(): void {
    this.report = null;
    this.remarks = [];
    this.failure = null;
    this.selected = 0;
    this.#past = [];
    this.#future = [];
  }
}

/** The piece at a place, or what took it in: the one that is now where it was. */
function nearest(report: ImportReport, at: string | null, index: number): number {
  const same = report.outline.findIndex((piece) => piece.at === at);
  return same >= 0 ? same : Math.max(0, Math.min(index, report.outline.length) - 1);
}
