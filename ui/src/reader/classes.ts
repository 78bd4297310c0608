import type { ClassCount, ComparisonView } from '../backend';

/** Class of rows whose paragraph has another number; it is in no text. */
export const NUMBER_LABEL = 'label';

/** The dimmed classes as bits, as rows name the classes of their changes. */
export function dimmedBits(classes: readonly ClassCount[], dimmed: ReadonlySet<string>): number {
  return classes.reduce((bits, one, at) => (dimmed.has(one.class) ? bits | (1 << at) : bits), 0);
}

/** Whether a change is of dimmed classes only. A whole paragraph, which has no class, never is. */
export function isDimmed(classes: number, dimmed: number): boolean {
  return classes !== 0 && (classes & ~dimmed) === 0;
}

/** How much is dimmed in a comparison. */
export interface Tally {
  /** Changes. */
  changes: number;
  /** Rows in which nothing but dimmed changes is left. */
  rows: number;
  /** Paragraphs that have another number, when such numbers are dimmed. */
  numbers: number;
}

/** Counts what is dimmed. Linear. */
export function tally(view: ComparisonView, bits: number, dimmed: ReadonlySet<string>): Tally {
  let changes = 0;
  let rows = 0;
  for (const head of view.rows) {
    const here = head.changeClasses.filter((classes) => isDimmed(classes, bits)).length;
    changes += here;
    if (here > 0 && here === head.changes) rows += 1;
  }
  const numbers = view.classes.find((one) => one.class === NUMBER_LABEL)?.count ?? 0;
  return { changes, rows, numbers: dimmed.has(NUMBER_LABEL) ? numbers : 0 };
}
