import type { CellView, NoteView, PieceView, ProposalView, Side } from '../backend';
import type { MarkPart } from './brackets';

/** A run of a paragraph that something is laid over: a note, a hit of the search, a mark, a proposal. */
export interface Overlay {
  /** UTF-16 code units from the start of the paragraph's text. */
  start: number;
  /** After `start`. */
  end: number;
  /** A note, by its id. */
  note?: string;
  /** A hit; `current` is the one the reader stopped at. */
  hit?: 'other' | 'current';
  /** A part of a negotiation mark. */
  mark?: MarkPart;
  /** A tracked change of the file. */
  proposal?: ProposalView;
}

/** A piece cut at the edges of what is laid over it. */
export interface LaidPiece extends PieceView {
  /** Notes on this piece. */
  notes: string[];
  /** Whether a search hit it. */
  hit: 'other' | 'current' | null;
  /** The innermost mark that it is a part of. */
  mark: MarkPart | null;
  /** The tracked change that its words are. */
  proposal: ProposalView | null;
}

/** Whether a piece is a footnote mark, which is no part of the text. */
export function isNoteMark(piece: { op: string }): boolean {
  return piece.op.startsWith('note_');
}

/** How much of a paragraph's text a piece covers: a footnote mark covers nothing. */
function extent(piece: PieceView): number {
  return isNoteMark(piece) ? 0 : piece.text.length;
}

/** Nothing lies over it. */
const NOTHING = { notes: [], hit: null, mark: null, proposal: null };

/**
 * Cuts pieces at the edges of overlays and says of each what lies over it. The text, read in
 * order, stays the same. An overlay without length lies over nothing.
 */
export function layOver(pieces: readonly PieceView[], overlays: readonly Overlay[]): LaidPiece[] {
  const edges = [...new Set(overlays.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  return pieces.flatMap((piece) => {
    const end = piece.start + extent(piece);
    const cuts = [piece.start, ...edges.filter((edge) => piece.start < edge && edge < end), end];
    if (extent(piece) === 0) return [{ ...piece, ...NOTHING }];
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
        mark: over.findLast((overlay) => overlay.mark)?.mark ?? null,
        proposal: over.find((overlay) => overlay.proposal)?.proposal ?? null,
      };
    });
  });
}

/** Pieces that are marked as one: by the same change, of the same person. */
export interface Run {
  op: string;
  class: string | null;
  change: number | null;
  proposal: ProposalView | null;
  pieces: LaidPiece[];
}

/** Puts neighbours together that are one change, so that nothing stands between their letters. */
export function runsOf(pieces: readonly LaidPiece[]): Run[] {
  const runs: Run[] = [];
  for (const piece of pieces) {
    const changed = piece.op === 'added' || piece.op === 'removed';
    const proposal = changed ? piece.proposal : null;
    const last = runs.at(-1);
    const same =
      last?.op === piece.op &&
      last.change === piece.change &&
      last.class === piece.class &&
      last.proposal === proposal;
    if (last && same && !isNoteMark(piece)) last.pieces.push(piece);
    else runs.push({ op: piece.op, class: piece.class, change: piece.change, proposal, pieces: [piece] });
  }
  return runs;
}

/** The text of a cell as the engine counts it: footnote marks left out. */
export function cellText(cell: CellView): string {
  return cell.pieces.reduce((text, piece) => (isNoteMark(piece) ? text : text + piece.text), '');
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
  for (const piece of cutAt(right, placesOfMarks(left))) {
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

/** How much kept text stands before each footnote mark that went. */
function placesOfMarks(left: readonly PieceView[]): number[] {
  const places: number[] = [];
  let kept = 0;
  for (const { op, text } of left) {
    if (op === 'equal') kept += text.length;
    else if (op === 'note_removed') places.push(kept);
  }
  return places;
}

/** Cuts the kept text of pieces at places in it, so that something can stand there. */
function cutAt(pieces: readonly PieceView[], places: readonly number[]): PieceView[] {
  let kept = 0;
  return pieces.flatMap((piece) => {
    if (piece.op !== 'equal') return [piece];
    const [from, to] = [kept, kept + piece.text.length];
    kept = to;
    const edges = [from, ...new Set(places.filter((place) => from < place && place < to)), to];
    return edges.slice(1).map((edge, at) => {
      const start = (edges[at] ?? from) - from;
      return { ...piece, text: piece.text.slice(start, edge - from), start: piece.start + start };
    });
  });
}

function pushOlder(out: SidedPiece[], piece: PieceView | undefined): void {
  if (piece?.op === 'removed' || piece?.op === 'note_removed') out.push({ ...piece, side: 'left' });
}
