import type { AddLinkRequest, DecisionView, LinkChangeView, LockRequest, RowView } from '../types';
import type { FakeComparison } from './compare';
import { textOf } from './markup';

type Find = (comparison: string) => FakeComparison;

/** Decisions that are kept and shown; nothing is laid out anew around them. */
export function fakeDecisions(find: Find): Record<string, (payload: never) => unknown> {
  let made = 0;

  function decide(
    { view, rows }: FakeComparison,
    row: RowView,
    action: string,
    by: { author: string; reason: string },
  ): LinkChangeView {
    const decided = (side: 'left' | 'right') =>
      row[side].map((cell) => ({ label: cell.id, beginning: textOf(cell).slice(0, 70) }));
    const decision: DecisionView = {
      id: String(++made),
      action,
      left: decided('left'),
      right: decided('right'),
      author: by.author,
      madeAt: new Date(0).toISOString(),
      reason: by.reason,
      row: row.index,
    };
    rows[row.index] = { ...row, locked: action === 'link', decisions: [decision] };
    const head = view.rows[row.index];
    if (head) head.locked = action === 'link';
    view.decisions.push(decision);
    view.undo = true;
    return { conflicts: [], comparison: view, decision, row: row.index, changed: 0 };
  }

  return {
    'links.add': (request: AddLinkRequest) => {
      const comparison = find(request.comparison);
      const row = comparison.rows.find((one) =>
        request.right.length > 0
          ? one.kind !== 'heading' && one.right.some((cell) => request.right.includes(cell.paragraph))
          : one.kind !== 'heading' && one.left.some((cell) => request.left.includes(cell.paragraph)),
      );
      return row && decide(comparison, row, request.action, request);
    },
    'links.lock': (request: LockRequest) => {
      const comparison = find(request.comparison);
      const row = comparison.rows[request.row];
      return row && decide(comparison, row, 'link', request);
    },
  };
}
