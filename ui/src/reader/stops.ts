import type { RowHead } from '../backend';

/** A place where "next change" stops. */
export interface Stop {
  row: number;
  /** Which change of the row, from 0. */
  change: number;
}

/** All stops in reading order, of the rows that are asked for; changes of dimmed classes are passed over. */
export function buildStops(
  heads: readonly RowHead[],
  wanted: (head: RowHead, row: number) => boolean,
  dimmed: (classes: number) => boolean,
): Stop[] {
  return heads.flatMap((head, row) =>
    wanted(head, row)
      ? head.changeClasses.flatMap((classes, change) => (dimmed(classes) ? [] : [{ row, change }]))
      : [],
  );
}

/** Where the reader is; `change` is -1 on a row that was reached otherwise than by a change. */
export interface Position {
  row: number;
  change: number;
}

/** Index of the stop at a position; -1 when it is not at one. */
export function stopAt(stops: readonly Stop[], position: Position): number {
  return stops.findIndex((stop) => stop.row === position.row && stop.change === position.change);
}

/** The first stop after a position (`step` 1) or the last one before it (-1), if there is one. */
export function nextStop(stops: readonly Stop[], position: Position, step: 1 | -1): Stop | undefined {
  const order = (stop: Stop) => stop.row - position.row || stop.change - position.change;
  if (step === 1) return stops.find((stop) => order(stop) > 0);
  return stops.findLast((stop) => order(stop) < 0);
}
