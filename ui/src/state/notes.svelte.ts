import { EngineError, type Engine, type NotePlace, type NoteView } from '../backend';

/** A note that is being written. Its text is kept until it is saved or given up. */
export class Draft {
  body = $state('');
  /** As typed, separated by commas. */
  tags = $state('');
  status = $state<'writing' | 'saving' | 'failed'>('writing');
  /** Another note was asked for, which has to wait for this one. */
  awaited = $state(false);

  /**
   * @param id the note that is changed; `null` for a new one
   * @param place `null` for a note whose passage is lost
   * @param before what the note says so far
   */
  constructor(
    readonly id: string | null,
    readonly document: string,
    readonly place: NotePlace | null,
    readonly quote: string,
    private readonly before: string = '',
  ) {
    this.body = before;
  }

  /** Whether something was written that is not saved. */
  get worthKeeping(): boolean {
    const body = this.body.trim();
    return body !== '' && body !== this.before.trim();
  }
}

/** The notes of the two texts that are open. */
export class Notes {
  list = $state.raw<NoteView[]>([]);
  draft = $state.raw<Draft | null>(null);
  /** The note saved last, so that the window can say so. */
  saved = $state<string | null>(null);
  readonly orphans = $derived(this.list.filter((note) => note.place === null));
  readonly #byParagraph = $derived(groupByParagraph(this.list));

  constructor(
    private readonly engine: Engine,
    private readonly onFailure: (thrown: unknown) => void,
  ) {}

  /** Reads the notes of documents, instead of those it had. */
  async load(documents: string[]): Promise<void> {
    const asked = [...new Set(documents)];
    this.list = await this.engine.call<NoteView[]>('notes.list', { documents: asked });
  }

  /** Notes whose passage is in a paragraph. */
  inParagraph(document: string, paragraph: number): NoteView[] {
    return this.#byParagraph.get(`${document}:${paragraph}`) ?? [];
  }

  /** Begins a note on a passage. A draft with text in it is not thrown away. */
  begin(document: string, place: NotePlace, quote: string): void {
    if (this.#held()) return;
    this.draft = new Draft(null, document, place, quote);
  }

  /** Begins to change a note. */
  edit(note: NoteView): void {
    if (this.draft?.id !== note.id && this.#held()) return;
    this.draft = new Draft(note.id, note.document, note.place, note.quote, note.body);
    this.draft.tags = note.tags.join(', ');
  }

  /** Gives the draft up. */
  discard(): void {
    this.draft = null;
  }

  /** Saves the draft. When that fails, the draft stays as it is, with its text. */
  async save(): Promise<void> {
    const draft = this.draft;
    if (!draft || draft.status === 'saving' || draft.body.trim() === '') return;
    draft.status = 'saving';
    const body = draft.body.trim();
    const tags = splitTags(draft.tags);
    try {
      const note = await this.#store(draft, body, tags);
      this.#put(note);
      this.draft = null;
      this.saved = note.id;
    } catch {
      draft.status = 'failed';
    }
  }

  /** Marks a note as done, or as open again. */
  async setState(note: NoteView, state: 'open' | 'done'): Promise<void> {
    const { id, body, tags } = note;
    await this.#guard(async () => this.#put(await this.engine.call('notes.edit', { id, body, tags, state })));
  }

  /** Deletes a note for good. */
  async delete(id: string): Promise<void> {
    await this.#guard(async () => {
      await this.engine.call('notes.delete', { id });
      this.list = this.list.filter((note) => note.id !== id);
      if (this.draft?.id === id) this.draft = null;
    });
  }

  /** Whether the draft has words that another one would take the place of; it then says so. */
  #held(): boolean {
    if (!this.draft?.worthKeeping) return false;
    this.draft.awaited = true;
    return true;
  }

  async #store(draft: Draft, body: string, tags: string[]): Promise<NoteView> {
    if (draft.id !== null) {
      const state = this.list.find((note) => note.id === draft.id)?.state ?? 'open';
      return this.engine.call('notes.edit', { id: draft.id, body, tags, state });
    }
    const { document, place } = draft;
    return this.engine.call('notes.add', { document, place, body, tags });
  }

  #put(note: NoteView): void {
    const known = this.list.some((one) => one.id === note.id);
    this.list = known ? this.list.map((one) => (one.id === note.id ? note : one)) : [...this.list, note];
  }

  async #guard(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      this.onFailure(EngineError.from(thrown));
    }
  }
}

function groupByParagraph(notes: readonly NoteView[]): Map<string, NoteView[]> {
  const groups = new Map<string, NoteView[]>();
  for (const note of notes) {
    if (!note.place) continue;
    const key = `${note.document}:${note.place.paragraph}`;
    groups.set(key, [...(groups.get(key) ?? []), note]);
  }
  return groups;
}

/** Tags as typed: separated by commas of any script, without blanks or repetitions. */
export function splitTags(typed: string): string[] {
  const tags = typed.split(/[,、，،;；]/u).map((tag) => tag.trim());
  return [...new Set(tags.filter((tag) => tag !== ''))];
}
