import type { CellView, PieceView } from '../types';

/**
 * Reads a passage written for the made-up engine: `{-old-}`, `{+new+}` and `{~shared~}`, each
 * optionally with a class of change before a colon, and `{^1^}` for a footnote mark. A removal and
 * the addition that follows it are one change.
 */
export function parsePassage(passage: string): PieceView[] {
  const pieces: PieceView[] = [];
  let change = -1;
  for (const part of passage.split(/(\{[-+~^].*?[-+~^]\})/u)) {
    if (part === '') continue;
    const marked = /^\{([-+~^])(?:([a-z_]+):)?(.*)[-+~^]\}$/u.exec(part);
    if (!marked) {
      pieces.push(piece('equal', part));
      continue;
    }
    const [, sign, kind, text] = marked;
    if (sign === '~') pieces.push(piece('shared', text ?? ''));
    else if (sign === '^') pieces.push(piece('note_mark', text ?? ''));
    else {
      const follows = sign === '+' && pieces.at(-1)?.op === 'removed';
      if (!follows) change += 1;
      pieces.push({
        ...piece(sign === '-' ? 'removed' : 'added', text ?? ''),
        class: kind ?? 'substance',
        change,
      });
    }
  }
  return pieces;
}

/** The pieces one side shows, with their places in that side's text. */
export function sideOf(pieces: PieceView[], side: 'left' | 'right'): PieceView[] {
  const hidden = side === 'left' ? 'added' : 'removed';
  let start = 0;
  return pieces
    .filter((one) => one.op !== hidden)
    .map((one) => {
      const placed = { ...one, start };
      if (one.op !== 'note_mark') start += one.text.length;
      return placed;
    });
}

/** The text of a cell, footnote marks left out. */
export function textOf(cell: CellView): string {
  return cell.pieces
    .filter((piece) => piece.op !== 'note_mark')
    .map((piece) => piece.text)
    .join('');
}

function piece(op: string, text: string): PieceView {
  return { op, text, start: 0, class: null, change: null, italic: false };
}
