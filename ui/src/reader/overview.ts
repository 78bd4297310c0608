/** One bar of the overview. */
export interface Bar<Kind> {
  kind: Kind;
  top: number;
  height: number;
}

/** Rows lower than this are joined with their neighbours of the same kind: nobody could tell them apart. */
const JOINED_BELOW = 2.5;

/** Bars lower than this could not be seen. */
const LEAST_HEIGHT = 2;

/**
 * Bars for rows, in the units of `starts`, which holds one more than there are rows. Rows of kind
 * `null` have none. Long texts give no more bars than can be told apart.
 */
export function drawBars<Kind>(kinds: readonly (Kind | null)[], starts: readonly number[]): Bar<Kind>[] {
  const bars: Bar<Kind>[] = [];
  let previous = -2;
  kinds.forEach((kind, row) => {
    if (kind === null) return;
    const top = starts[row] ?? 0;
    const bottom = starts[row + 1] ?? top;
    const last = bars.at(-1);
    if (last && last.kind === kind && previous === row - 1 && bottom - top < JOINED_BELOW) {
      last.height = bottom - last.top;
    } else {
      // A little less than the row, so that neighbours stay apart.
      bars.push({ kind, top, height: Math.max(LEAST_HEIGHT, bottom - top - 0.6) });
    }
    previous = row;
  });
  return bars;
}
