import { tick } from 'svelte';
import { SvelteMap, SvelteSet } from 'svelte/reactivity';

import type {
  ChapterView,
  ComparisonView,
  DocumentView,
  Engine,
  NotePlace,
  NoteView,
  RowHead,
  RowView,
  Side,
} from '../backend';
import { buildLines, isMoved, lineOfRow, matches, type Filter, type Line } from '../reader/lines';
import { cellText } from '../reader/pieces';
import { dimmedBits, isDimmed, tally, type Tally } from '../reader/classes';
import { buildStops, nextStop, stopAt, type Position, type Stop } from '../reader/stops';
import { Finder } from './finder.svelte';
import type { Notes } from './notes.svelte';
import type { Settings } from './settings.svelte';

/** Rows fetched at once. */
export const PAGE = 100;

/** Where the reader is asked to go. Every request is a new object. */
export interface Reveal {
  row: number;
  /** Show that something went here. */
  flash: boolean;
  /** Move the keyboard there too. */
  focus: boolean;
  /** The place a moved paragraph left, rather than where it stands. */
  ghost: boolean;
}

/** A moved paragraph and which of its two places is shown at the other one. */
export interface Peek {
  row: number;
  /** `left`: where it stood, shown at its row. `right`: where it stands, shown at the place it left. */
  side: Side;
}

/** Where rows stand on the screen; the reader offers it so that a new layout can be put in the same place. */
export interface Viewport {
  /** Pixels from the top of the screen to a row; `null` when the row is not mounted. */
  offsetOf(row: number): number | null;
  /** Scrolls so that a row stands at an offset. */
  place(row: number, offset: number): Promise<void>;
}

/** A paragraph of one side. */
export interface ParagraphEntry {
  paragraph: number;
  label: string;
  text: string;
  row: number;
}

/** One open comparison: its rows as far as they were fetched, and where the reader is in it. */
export class ComparisonState {
  filter = $state<Filter>('all');
  /** Where the reader is; row -1 before the first step. */
  position = $state.raw<Position>({ row: -1, change: -1 });
  /** First row on the screen, and the last. */
  visible = $state.raw<{ first: number; last: number }>({ first: 0, last: 0 });
  reveal = $state.raw<Reveal | null>(null);
  /** The other place of a moved paragraph, shown where the reader is. */
  peek = $state.raw<Peek | null>(null);
  /** Set by the reader while it is there. */
  viewport: Viewport | null = null;
  /** Counts the layouts that took each other's place. */
  layout = $state(0);
  view: ComparisonView;
  readonly finder: Finder;
  readonly #pages = new SvelteMap<number, RowView[]>();
  readonly #asked = new Set<number>();
  readonly #unfolded = new SvelteSet<number>();
  readonly #rowOf: Record<Side, Map<number, number>> = $derived.by(() => rowsOf(this.view));

  readonly lines: Line[] = $derived.by(() =>
    buildLines(this.view.rows, {
      onlyChanges: this.settings.current.onlyChanges,
      filter: this.filter,
      noted: (row) => this.notedRows.has(row),
      unfolded: (row) => this.#unfolded.has(row),
    }),
  );
  /** Rows with a note on either side. */
  readonly notedRows: ReadonlySet<number> = $derived.by(
    () => new Set(this.notes.list.map((note) => this.rowOfNote(note)).filter((row) => row !== null)),
  );
  readonly stops: Stop[] = $derived.by(() =>
    buildStops(
      this.view.rows,
      (head, row) => matches(head, row, this.filter, (one) => this.notedRows.has(one)),
      (classes) => isDimmed(classes, this.#dimmedBits),
    ),
  );
  /** Classes of change that are dimmed. */
  readonly dimmed: ReadonlySet<string> = $derived.by(() => new Set(this.settings.current.dimmedClasses));
  readonly #dimmedBits: number = $derived.by(() => dimmedBits(this.view.classes, this.dimmed));
  /** What is dimmed, counted. */
  readonly tally: Tally = $derived.by(() => tally(this.view, this.#dimmedBits, this.dimmed));
  /** Index of the stop the reader is at; -1 between stops. */
  readonly stop: number = $derived(stopAt(this.stops, this.position));
  /** Index of the chapter at the top of the screen. */
  readonly chapter: number = $derived.by(() => this.view.rows[this.visible.first]?.chapter ?? 0);

  constructor(
    private readonly engine: Engine,
    private readonly settings: Settings,
    private readonly notes: Notes,
    view: ComparisonView,
    private readonly onFailure: (thrown: unknown) => void,
  ) {
    this.view = $state.raw(view);
    this.finder = new Finder(this);
  }

  /** The document of a side. */
  document(side: Side): DocumentView {
    return this.view[side];
  }

  /** Whether nothing at all differs, headings included. */
  get identical(): boolean {
    return this.view.notices.includes('same_text');
  }

  /** A row, if it was fetched. Reactive. */
  row(index: number): RowView | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** What is known of a row before it is fetched. */
  head(index: number): RowHead | undefined {
    return this.view.rows[index];
  }

  /** Fetches the pages of rows `first ..= last` that were not fetched yet. */
  async fetch(first: number, last: number): Promise<void> {
    const pages: number[] = [];
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page++) {
      if (page >= 0 && page * PAGE < this.view.rows.length && !this.#asked.has(page)) pages.push(page);
    }
    await Promise.all(pages.map((page) => this.#fetchPage(page)));
  }

  /** Fetches every row, for the search. */
  fetchAll(): Promise<void> {
    return this.fetch(0, this.view.rows.length - 1);
  }

  /** Every row, as far as they were fetched. */
  get fetched(): RowView[] {
    return [...this.#pages].sort(([a], [b]) => a - b).flatMap(([, rows]) => rows);
  }

  /** The whole paragraph the reader is at, the newer one where there are two; `null` at a heading. */
  get currentParagraph(): { document: string; place: NotePlace; quote: string } | null {
    const row = this.row(this.position.row);
    if (!row || row.kind === 'heading') return null;
    const side = row.right.length > 0 ? 'right' : 'left';
    const cell = row[side][0];
    if (!cell) return null;
    const quote = cellText(cell);
    const place = { paragraph: cell.paragraph, start: 0, end: quote.length };
    return { document: this.view[side].id, place, quote };
  }

  /** Every paragraph of a side, as far as rows were fetched. */
  paragraphs(side: Side): ParagraphEntry[] {
    return this.fetched.flatMap((row) =>
      row.kind === 'heading'
        ? []
        : row[side].map((cell) => ({
            paragraph: cell.paragraph,
            label: cell.id,
            text: cellText(cell),
            row: row.index,
          })),
    );
  }

  /** The row that shows a paragraph. */
  rowOfParagraph(side: Side, paragraph: number): number | null {
    return this.#rowOf[side].get(paragraph) ?? null;
  }

  /**
   * Takes over the comparison as it is after a decision. What is on the screen stays where it
   * is: its rows are fetched before they take the place of the old ones.
   *
   * @param decided the row to stand on; where the reader was when there is none
   */
  async update(view: ComparisonView, decided: number | null): Promise<void> {
    const before = this.view;
    const after = rowsOf(view);
    const inNew = (row: number) => rowInOther(before, row, after);
    const seen = (row: number) => this.visible.first <= row && row <= this.visible.last;
    const anchor = seen(this.position.row) ? this.position.row : this.visible.first;
    const offset = this.viewport?.offsetOf(anchor) ?? null;
    const [first, last] = [inNew(this.visible.first) ?? 0, inNew(this.visible.last) ?? 0];
    const pages = new Map<number, RowView[]>();
    const wanted = [first, last, decided ?? first].map((row) => Math.floor(row / PAGE));
    for (let page = Math.min(...wanted); page <= Math.max(...wanted); page++) {
      if (wanted.includes(page) || this.finder.open) pages.set(page, await this.#rowsOfPage(view, page));
    }
    const unfolded = [...this.#unfolded].map(inNew).filter((row) => row !== null);
    const row = decided ?? inNew(this.position.row) ?? -1;
    this.#unfolded.clear();
    for (const one of unfolded) this.#unfolded.add(one);
    this.#asked.clear();
    this.#pages.clear();
    for (const [page, rows] of pages) {
      this.#asked.add(page);
      this.#pages.set(page, rows);
    }
    this.position = { row, change: -1 };
    this.peek = null;
    this.view = view;
    this.layout += 1;
    if (this.finder.open) void this.fetchAll();
    await tick();
    const held = inNew(anchor);
    if (offset !== null && held !== null) await this.viewport?.place(held, offset);
    if (row >= 0) this.goTo(row, { flash: decided !== null });
  }

  /** Goes to a row. */
  goTo(row: number, options: { change?: number; flash?: boolean; focus?: boolean } = {}): void {
    this.position = { row, change: options.change ?? -1 };
    // A row inside a fold is unfolded, so that the reader can stand on it.
    const line = this.lines[lineOfRow(this.lines, row)];
    if (line?.kind === 'fold') this.unfold(line.from, line.to);
    this.reveal = { row, flash: options.flash ?? false, focus: options.focus ?? true, ghost: false };
  }

  /** Goes to the place a moved paragraph left. */
  goToGhost(row: number): void {
    this.reveal = { row, flash: true, focus: true, ghost: true };
  }

  /** Shows where a moved paragraph stood, or where it stands now, without going there; or no longer. */
  togglePeek(row: number, side: Side = 'left'): void {
    const head = this.head(row);
    const open = this.peek?.row === row && this.peek.side === side;
    this.peek = !open && head && isMoved(head.kind) ? { row, side } : null;
  }

  /** A paragraph of a side with its neighbours, as far as their rows were fetched. */
  around(side: Side, paragraphs: readonly number[]): ParagraphEntry[] {
    const [first, last] = [Math.min(...paragraphs), Math.max(...paragraphs)];
    return [first - 1, ...paragraphs, last + 1].flatMap((paragraph) => {
      const row = this.rowOfParagraph(side, paragraph);
      const cell =
        row === null ? undefined : this.row(row)?.[side].find((one) => one.paragraph === paragraph);
      return row === null || !cell ? [] : [{ paragraph, label: cell.id, text: cellText(cell), row }];
    });
  }

  /** Goes to the next change, or the previous one. Says whether there was one. */
  step(step: 1 | -1): boolean {
    const stop = nextStop(this.stops, this.position, step);
    if (stop) this.goTo(stop.row, { change: stop.change });
    return stop !== undefined;
  }

  /** Goes to the first change, or the last. */
  goToEnd(end: 'first' | 'last'): void {
    const stop = this.stops.at(end === 'first' ? 0 : -1);
    if (stop) this.goTo(stop.row, { change: stop.change });
  }

  /** Goes to the next row that is shown, or the previous one; folds and old places are passed. */
  stepRow(step: 1 | -1): void {
    const at = lineOfRow(this.lines, this.position.row);
    for (let next = at + step; next >= 0 && next < this.lines.length; next += step) {
      const line = this.lines[next];
      if (line?.kind === 'row') return this.goTo(line.row);
    }
  }

  /** The row of a paragraph by its number, on the newer side first. */
  rowOfLabel(typed: string): number | null {
    const wanted = typed
      .trim()
      .replace(/^[¶§]\s*/u, '')
      .toLowerCase();
    const has = (labels: string[]) => labels.some((label) => label.toLowerCase() === wanted);
    let row = this.view.rows.findIndex((head) => has(head.rightLabels));
    if (row < 0) row = this.view.rows.findIndex((head) => has(head.leftLabels));
    return row < 0 ? null : row;
  }

  /** Unfolds rows `from ..= to` in place. */
  unfold(from: number, to: number): void {
    for (let row = from; row <= to; row++) this.#unfolded.add(row);
  }

  /** Folds again what was unfolded. */
  foldAll(): void {
    this.#unfolded.clear();
  }

  /** The row that shows a note's passage; `null` for an orphan or a note of another text. */
  rowOfNote(note: NoteView): number | null {
    if (!note.place) return null;
    const side = this.sideOf(note.document);
    return side ? (this.#rowOf[side].get(note.place.paragraph) ?? null) : null;
  }

  /** The side on which a document stands; the newer one when it is compared with itself. */
  sideOf(document: string): Side | null {
    if (document === this.view.right.id) return 'right';
    return document === this.view.left.id ? 'left' : null;
  }

  /** Notes on a row, both sides. */
  notesOfRow(head: RowHead): NoteView[] {
    const on = (side: Side) =>
      head[side].flatMap((paragraph) => this.notes.inParagraph(this.view[side].id, paragraph));
    return [...new Set([...on('left'), ...on('right')])];
  }

  /** How many notes are in a chapter. */
  notesOfChapter(chapter: ChapterView): number {
    return this.notes.list.filter((note) => {
      const row = this.rowOfNote(note);
      return row !== null && chapter.row <= row && row <= chapter.last;
    }).length;
  }

  #rowsOfPage(view: ComparisonView, page: number): Promise<RowView[]> {
    const from = page * PAGE;
    const to = Math.min(from + PAGE, view.rows.length);
    return this.engine.call<RowView[]>('comparison.rows', { comparison: view.id, from, to });
  }

  async #fetchPage(page: number): Promise<void> {
    this.#asked.add(page);
    const { view } = this;
    try {
      const rows = await this.#rowsOfPage(view, page);
      // Rows of a layout that was replaced meanwhile are of no use.
      if (this.view === view) this.#pages.set(page, rows);
    } catch (thrown) {
      this.#asked.delete(page);
      this.onFailure(thrown);
    }
  }
}

/** For each side the row of each paragraph. */
function rowsOf({ rows }: ComparisonView): Record<Side, Map<number, number>> {
  return { left: rowsByParagraph(rows, 'left'), right: rowsByParagraph(rows, 'right') };
}

/** Where the paragraphs of a row stand in another layout; for a heading, those that follow it. */
function rowInOther(
  { rows }: ComparisonView,
  row: number,
  other: Record<Side, Map<number, number>>,
): number | null {
  for (let at = row; at >= 0 && at < rows.length; at++) {
    const head = rows[at];
    for (const side of ['right', 'left'] as const) {
      const paragraph = head?.[side][0];
      const found = paragraph === undefined ? undefined : other[side].get(paragraph);
      if (found !== undefined) return found;
    }
  }
  return null;
}

function rowsByParagraph(heads: readonly RowHead[], side: Side): Map<number, number> {
  return new Map(
    heads.flatMap((head, row) => head[side].map((paragraph): [number, number] => [paragraph, row])),
  );
}
