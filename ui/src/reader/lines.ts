import type { RowHead } from '../backend';

/** What the reader shows, besides everything. */
export const FILTERS = [
  'all',
  'revised',
  'added',
  'removed',
  'moved',
  'structure',
  'related',
  'noted',
  'decided',
] as const;

/** One of [`FILTERS`]. */
export type Filter = (typeof FILTERS)[number];

/** One line of the reader. */
export type Line =
  | { kind: 'row'; key: string; row: number }
  /** Rows `from ..= to` folded into one line that keeps the numbers. */
  | {
      kind: 'fold';
      key: string;
      from: number;
      to: number;
      count: number;
      first: string;
      last: string;
      unchanged: boolean;
    }
  /** The place a moved paragraph left: `row` is where it stands now. */
  | { kind: 'ghost'; key: string; row: number };

/** What decides which lines there are. */
export interface LineOptions {
  /** Fold unchanged rows. */
  onlyChanges: boolean;
  /** Fold everything else. */
  filter: Filter;
  /** Whether a row carries a note. */
  noted: (row: number) => boolean;
  /** Whether the user unfolded a row. */
  unfolded: (row: number) => boolean;
}

/** Whether a row is one that the filter asks for. Headings never are. */
export function matches(
  head: RowHead,
  row: number,
  filter: Filter,
  noted: (row: number) => boolean,
): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'revised':
      return head.kind === 'revised' || head.kind === 'moved_revised';
    case 'moved':
      return isMoved(head.kind);
    case 'structure':
      return head.kind === 'split' || head.kind === 'merged';
    case 'noted':
      return noted(row);
    case 'decided':
      return head.locked;
    default:
      return head.kind === filter;
  }
}

/** Whether the text of a row stood elsewhere. */
export function isMoved(kind: string): boolean {
  return kind === 'moved' || kind === 'moved_revised';
}

/**
 * Lays rows out as lines. Every row is either shown or inside exactly one fold; under a filter a
 * heading is shown when a row of its chapter is. Linear, but for one sort of the moved rows.
 */
export function buildLines(heads: readonly RowHead[], options: LineOptions): Line[] {
  const { filter, onlyChanges, noted, unfolded } = options;
  const ghosts = filter === 'all' || filter === 'moved' ? placesLeft(heads) : new Map<number, number[]>();
  const wanted = heads.map((head, row) => head.kind !== 'heading' && matches(head, row, filter, noted));
  const chaptersShown = new Set(heads.filter((_, row) => wanted[row]).map((head) => head.chapter));
  const shown = (head: RowHead, row: number): boolean => {
    if (head.kind === 'heading') return filter === 'all' || chaptersShown.has(head.chapter);
    if (unfolded(row)) return true;
    // Paragraphs of the same words may have changed footnote marks.
    const unchanged = head.kind === 'same' && head.changes === 0;
    return (wanted[row] ?? false) && !(onlyChanges && filter === 'all' && unchanged && !noted(row));
  };

  const lines: Line[] = [];
  let from = -1;
  const close = (to: number) => {
    if (from >= 0) {
      const fold = foldLine(heads, from, to);
      if (fold) lines.push(fold);
    }
    from = -1;
  };
  heads.forEach((head, row) => {
    if (shown(head, row)) {
      close(row - 1);
      lines.push({ kind: 'row', key: `r${row}`, row });
    } else if (from < 0) from = row;
    const leaving = ghosts.get(row) ?? [];
    if (leaving.length > 0) close(row);
    for (const moved of leaving) lines.push({ kind: 'ghost', key: `g${moved}`, row: moved });
  });
  close(heads.length - 1);
  return lines;
}

/** How many paragraphs are inside folds. */
export function countFolded(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + (line.kind === 'fold' ? line.count : 0), 0);
}

/** The line that shows a row, or the fold that holds it; -1 when there is none. */
export function lineOfRow(lines: readonly Line[], row: number): number {
  return lines.findIndex((line) =>
    line.kind === 'fold' ? line.from <= row && row <= line.to : line.kind === 'row' && line.row === row,
  );
}

/** A run of folded rows; `undefined` when it holds headings only. */
function foldLine(heads: readonly RowHead[], from: number, to: number): Line | undefined {
  const folded = heads.slice(from, to + 1).filter((head) => head.kind !== 'heading');
  const labels = folded.map(labelOf).filter((label) => label !== '');
  if (folded.length === 0) return undefined;
  return {
    kind: 'fold',
    key: `f${from}`,
    from,
    to,
    count: folded.length,
    first: labels[0] ?? '',
    last: labels.at(-1) ?? '',
    unchanged: folded.every((head) => head.kind === 'same' && head.changes === 0),
  };
}

/** The number that names a row: the newer one where there is one. */
export function labelOf(head: RowHead | undefined): string {
  return head?.rightLabels[0] ?? head?.leftLabels[0] ?? '';
}

/**
 * For each row the moved rows whose older text followed it: where it stood. A paragraph that
 * moved together with its neighbour stood after the last one that stayed.
 */
function placesLeft(heads: readonly RowHead[]): Map<number, number[]> {
  const stayed = new Map<number, number>();
  const moved: [paragraph: number, row: number][] = [];
  heads.forEach((head, row) => {
    const first = head.left[0];
    if (first !== undefined && isMoved(head.kind)) moved.push([first, row]);
    else for (const paragraph of head.left) stayed.set(paragraph, row);
  });
  const places = new Map<number, number[]>();
  for (const [paragraph, row] of moved.sort(([a], [b]) => a - b)) {
    let before = paragraph - 1;
    while (before >= 0 && !stayed.has(before)) before -= 1;
    const place = stayed.get(before) ?? 0;
    places.set(place, [...(places.get(place) ?? []), row]);
  }
  return places;
}
