import type { RowView, Side } from '../backend';
import { cellText, type Overlay } from '../reader/pieces';
import type { ComparisonState } from './comparison.svelte';

/** A place where the text that is looked for stands. */
export interface Hit {
  row: number;
  side: Side;
  paragraph: number;
  start: number;
  end: number;
}

/** Looks for words in both texts of a comparison. */
export class Finder {
  open = $state(false);
  /** What was typed. */
  query = $state('');
  /** The hit the reader is at; -1 before the first step. */
  at = $state(-1);
  readonly hits: Hit[] = $derived.by(() => (this.open ? findAll(this.comparison.fetched, this.query) : []));

  constructor(private readonly comparison: ComparisonState) {}

  /** Opens the search; the rows it needs are fetched behind it. */
  show(): void {
    this.open = true;
    void this.comparison.fetchAll();
  }

  close(): void {
    this.open = false;
  }

  /** Looks for something else. */
  search(query: string): void {
    this.query = query;
    this.at = -1;
  }

  /** Goes to the next hit, or the previous one, round the end. */
  step(step: 1 | -1): void {
    if (this.hits.length === 0) return;
    this.at =
      this.at < 0 && step < 0 ? this.hits.length - 1 : (this.at + step + this.hits.length) % this.hits.length;
    const hit = this.hits[this.at];
    if (hit) this.comparison.goTo(hit.row, { focus: false });
  }

  /** Hits in one paragraph of a row, to be laid over its text. */
  overlays(row: number, side: Side, paragraph: number): Overlay[] {
    const current = this.hits[this.at];
    return this.hits
      .filter((hit) => hit.row === row && hit.side === side && hit.paragraph === paragraph)
      .map((hit) => ({ start: hit.start, end: hit.end, hit: hit === current ? 'current' : 'other' }));
  }
}

/** Every place in rows where a text stands, upper and lower case alike. */
export function findAll(rows: readonly RowView[], query: string): Hit[] {
  if (query.trim() === '') return [];
  const pattern = new RegExp(
    query
      .trim()
      .replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&')
      .replace(/\s+/gu, '\\s+'),
    'giu',
  );
  return rows.flatMap((row) =>
    (['left', 'right'] as const).flatMap((side) =>
      row[side].flatMap((cell) =>
        [...cellText(cell).matchAll(pattern)].map((found) => ({
          row: row.index,
          side,
          paragraph: cell.paragraph,
          start: found.index,
          end: found.index + found[0].length,
        })),
      ),
    ),
  );
}
