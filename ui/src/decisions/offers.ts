import type { Side } from '../backend';
import type { ComparisonState, ParagraphEntry } from '../state/comparison.svelte';
import type { Pair } from '../state/decisions.svelte';

/** How many paragraphs are offered at once. */
const MOST = 3;

/**
 * Paragraphs that a person may mean: by number or words where something was typed, else what the
 * engine thought of, and then those nearby that have no counterpart.
 */
export function offered(
  comparison: ComparisonState,
  pair: Pair,
  side: Side,
  typed: string,
  all: readonly ParagraphEntry[],
): ParagraphEntry[] {
  const free = all.filter((one) => !pair[side].includes(one.paragraph));
  const wanted = typed.trim().toLowerCase();
  const found =
    wanted === ''
      ? [...thoughtOf(comparison, pair, side, free), ...lonely(comparison, pair, side, free)]
      : search(free, wanted);
  return [...new Set(found)].slice(0, MOST);
}

/** Those with that number first, then those whose number begins so, then those with the words. */
function search(free: readonly ParagraphEntry[], wanted: string): ParagraphEntry[] {
  const number = wanted.replace(/^[¶§]\s*/u, '');
  const label = (one: ParagraphEntry) => one.label.toLowerCase();
  return [
    ...free.filter((one) => label(one) === number),
    ...free.filter((one) => label(one).startsWith(number)),
    ...free.filter((one) => one.text.toLowerCase().includes(wanted)),
  ];
}

/** Runner-up and suggestions of the rows that the paragraphs of the other side stand in. */
function thoughtOf(
  comparison: ComparisonState,
  pair: Pair,
  side: Side,
  free: readonly ParagraphEntry[],
): ParagraphEntry[] {
  // The engine names older paragraphs for newer ones.
  if (side === 'right') return [];
  const rows = pair.right.map((paragraph) => comparison.rowOfParagraph('right', paragraph));
  const named = rows.flatMap((row) => {
    const view = row === null ? undefined : comparison.row(row);
    return [view?.runnerUp, ...(view?.suggestions ?? [])].map((one) => one?.paragraph);
  });
  return named.flatMap((paragraph) => free.find((one) => one.paragraph === paragraph) ?? []);
}

/** Paragraphs without a counterpart, the nearest first. */
function lonely(
  comparison: ComparisonState,
  pair: Pair,
  side: Side,
  free: readonly ParagraphEntry[],
): ParagraphEntry[] {
  const other: Side = side === 'left' ? 'right' : 'left';
  const from = comparison.rowOfParagraph(other, pair[other][0] ?? -1) ?? comparison.position.row;
  return free
    .filter((one) => comparison.head(one.row)?.[other].length === 0)
    .sort((a, b) => Math.abs(a.row - from) - Math.abs(b.row - from));
}
