import type { CellView, NoteView, PieceView, Side } from '../backend';

/** A run of a paragraph that something is laid over: a note or a hit of the search. */
export interface Overlay {
  /** UTF-16 code units from the start of the paragraph's text. */
  start: number;
  /** After `start`. */
  end: number;
  /** A note, by its id. */
  note?: string;
  /** A hit; `current` is the one the reader stopped at. */
  hit?: 'other' | 'current';
}

/** A piece cut at the edges of what is laid over it. */
export interface LaidPiece extends PieceView {
  /** Notes on this piece. */
  notes: string[];
  /** Whether a search hit it. */
  hit: 'other' | 'current' | null;
}

/** How much of a paragraph's text a piece covers: a footnote mark covers nothing. */
function extent(piece: PieceView): number {
  return piece.op === 'note_mark' ? 0 : piece.text.length;
}

/**
 * Cuts pieces at the edges of overlays and says of each what lies over it. The text, read in
 * order, stays the same. An overlay without length lies over nothing.
 */
export function layOver(pieces: readonly PieceView[], overlays: readonly Overlay[]): LaidPiece[] {
  const edges = [...new Set(overlays.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  return pieces.flatMap((piece) => {
    const end = piece.start + extent(piece);
    const cuts = [piece.start, ...edges.filter((edge) => piece.start < edge && edge < end), end];
    if (extent(piece) === 0) return [{ ...piece, notes: [], hit: null }];
    return cuts.slice(1).map((to, at): LaidPiece => {
      const from = cuts[at] ?? piece.start;
      const over = overlays.filter((overlay) => overlay.start < to && from < overlay.end);
      const hits = over.map((overlay) => overlay.hit);
      return {
        ...piece,
        text: piece.text.slice(from - piece.start, to - piece.start),
        start: from,
        notes: over.flatMap((overlay) => overlay.note ?? []),
        hit: hits.includes('current') ? 'current' : hits.includes('other') ? 'other' : null,
      };
    });
  });
}

/** The text of a cell as the engine counts it: footnote marks left out. */
export function cellText(cell: CellView): string {
  return cell.pieces.reduce((text, piece) => (piece.op === 'note_mark' ? text : text + piece.text), '');
}

/** Notes as overlays of one paragraph. */
export function noteOverlays(notes: readonly NoteView[]): Overlay[] {
  return notes.flatMap((note) =>
    note.place ? [{ start: note.place.start, end: note.place.end, note: note.id }] : [],
  );
}

/** A piece with the side whose positions it counts in. */
export type SidedPiece = PieceView & { side: Side };

/**
 * Two sides of a revised paragraph as one redline: removed text before the text added in its
 * place, text that both have once, in the newer wording. Equal runs may be cut differently on the
 * two sides (italics, footnote marks).
 */
export function redline(left: readonly PieceView[], right: readonly PieceView[]): SidedPiece[] {
  const out: SidedPiece[] = [];
  let at = 0;
  let owed = 0;
  for (const piece of right) {
    if (piece.op !== 'equal' && piece.op !== 'added') {
      out.push({ ...piece, side: 'right' });
      continue;
    }
    if (owed === 0) {
      for (; left[at] && left[at]?.op !== 'equal'; at++) pushOlder(out, left[at]);
    }
    out.push({ ...piece, side: 'right' });
    if (piece.op !== 'equal') continue;
    owed += piece.text.length;
    for (let next = left[at]; next && owed > 0; next = left[at]) {
      if (next.op === 'equal') {
        if (next.text.length > owed) break;
        owed -= next.text.length;
      } else pushOlder(out, next);
      at += 1;
    }
  }
  for (; at < left.length; at++) pushOlder(out, left[at]);
  return out;
}

function pushOlder(out: SidedPiece[], piece: PieceView | undefined): void {
  if (piece?.op === 'removed') out.push({ ...piece, side: 'left' });
}
