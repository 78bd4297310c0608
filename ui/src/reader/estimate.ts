import type { RowHead } from '../backend';
import type { Line } from './lines';

/** What decides how tall a line will be. */
export interface TypeSize {
  /** Of the scroller, in CSS pixels. */
  width: number;
  columns: number;
  /** CSS pixels. */
  textSize: number;
  heads: readonly RowHead[];
}

/** Height of a line that has never been on the screen, from the length of its text, in CSS pixels. */
export function estimateHeight(
  line: Line | undefined,
  { width, columns, textSize, heads }: TypeSize,
): number {
  if (!line) return 0;
  if (line.kind !== 'row') return 31;
  const head = heads[line.row];
  if (!head) return 0;
  const gutters = 85 + textSize * 2.55 * columns;
  const column = Math.min(46 * textSize, Math.max(120, (width - gutters) / columns));
  // Latin letters are about half as wide as they are tall.
  const perLine = column / (textSize * 0.47);
  const lines = Math.max(1, Math.ceil(head.length / perLine));
  const lineHeight = textSize * 1.58;
  return head.kind === 'heading' ? lines * lineHeight + textSize * 2 : lines * lineHeight + textSize * 1.3;
}
