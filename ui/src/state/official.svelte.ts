import {
  EngineError,
  type CatalogueEntry,
  type Engine,
  type FetchedView,
  type FetchRequest,
  type LookRequest,
  type OfficialLanguage,
  type OfficialView,
} from '../backend';
import type { Jobs } from './jobs.svelte';

/** Kinds of file that can be wished for. */
export const FORMATS = ['best', 'word', 'pdf'] as const;
export type Format = (typeof FORMATS)[number];

/** The text whose official form is looked for: what was typed, what is known of it, how it is got. */
export class Official {
  text = $state('');
  /** What is known of the text; of an earlier one until the engine has answered. */
  view = $state.raw<OfficialView | null>(null);
  /** An entry of the catalogue without a symbol: it can be read at its address only. */
  entry = $state.raw<CatalogueEntry | null>(null);
  format = $state<Format>('best');
  /** The user is being asked whether the host may be contacted. */
  asking = $state(false);
  /** Why the last fetch failed. */
  failure = $state.raw<EngineError | null>(null);

  #language = $state<string | null>(null);
  #looks = 0;

  constructor(
    private readonly engine: Engine,
    private readonly jobs: Jobs,
    private readonly preferred: () => string,
  ) {}

  /** The language asked for: the user's choice, else that of a pasted address, else the window's. */
  get language(): string {
    const wishes = [this.#language, this.view?.language, this.preferred(), 'en'];
    const codes = this.view?.languages.map((one) => one.code) ?? [];
    return wishes.find((wish) => wish && codes.includes(wish)) ?? codes[0] ?? 'en';
  }

  set language(code: string) {
    this.#language = code;
    this.#reset();
  }

  /** The document in the language asked for. */
  get current(): OfficialLanguage | undefined {
    return this.view?.languages.find((one) => one.code === this.language);
  }

  /** The fetch that is going on. */
  get job() {
    return this.jobs.list.find((job) => job.kind === 'fetch');
  }

  /** Takes what was typed and asks the engine what it is. Contacts nobody else. */
  async type(text: string): Promise<void> {
    this.text = text;
    this.entry = null;
    this.#reset();
    const look = ++this.#looks;
    const request: LookRequest = { text };
    const view = await this.engine.call<OfficialView>('official.look', request);
    // A later look may have been answered first.
    if (look === this.#looks) this.view = view;
  }

  /** Takes an entry of the catalogue. */
  async choose(entry: CatalogueEntry): Promise<void> {
    await this.type(entry.symbol ?? '');
    if (entry.symbol === null) this.entry = entry;
  }

  /**
   * Gets the text: from here where it is here, else from the host, when the user agreed to that.
   * `null` when it failed, which [`failure`] then says, or when it was cancelled.
   */
  async fetch(consent: boolean): Promise<FetchedView | null> {
    const symbol = this.view?.symbol;
    if (!symbol) return null;
    this.#reset();
    const request: FetchRequest = { symbol, language: this.language, format: this.format, consent };
    try {
      return await this.jobs.run<FetchedView>('fetch', symbol, 'official.fetch', request);
    } catch (thrown) {
      const error = EngineError.from(thrown);
      if (error.view.code !== 'cancelled') this.failure = error;
      return null;
    }
  }

  #reset(): void {
    this.asking = false;
    this.failure = null;
  }
}
