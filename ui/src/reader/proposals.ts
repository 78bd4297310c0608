import type { CellView, ProposalView, RowView } from '../backend';
import { formatDate, t } from '../i18n/index.svelte';
import type { Overlay } from './pieces';

/** Tracked changes as overlays of their paragraph. */
export function proposalOverlays(proposals: readonly ProposalView[]): Overlay[] {
  return proposals.map((proposal) => ({ start: proposal.start, end: proposal.end, proposal }));
}

/** Who proposed something, as the file names the person. */
export function proposer({ author }: ProposalView): string {
  return author || t('tracked-nobody');
}

/** Who proposed something, and when. */
export function proposedBy(proposal: ProposalView): string {
  return [proposer(proposal), proposal.date && formatDate(proposal.date)].filter(Boolean).join(' · ');
}

/** The changes of a paragraph that a tracked change of its file made; all of them where the whole row is one. */
export function proposalsShown(cell: CellView, whole: boolean): ProposalView[] {
  if (whole) return cell.proposals;
  const changed = cell.pieces.filter((piece) => piece.op === 'added' || piece.op === 'removed');
  return cell.proposals.filter(({ start, end }) =>
    changed.some((piece) => piece.start < end && start < piece.start + piece.text.length),
  );
}

/** Who made a change of a row, each once. */
export function proposersOf(row: RowView, change: number): string[] {
  const names = [...row.left, ...row.right].flatMap((cell) => {
    const pieces = cell.pieces.filter((piece) => piece.change === change);
    return proposalsShown({ ...cell, pieces }, pieces.length === 0 && change === 0 && isWhole(row)).map(
      proposedBy,
    );
  });
  return [...new Set(names)];
}

function isWhole({ kind }: RowView): boolean {
  return kind === 'added' || kind === 'removed';
}

/** Short signs for names, each its own: "Ada Byron" is "AB". */
export function signs(names: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of names) {
    if (found.has(name)) continue;
    const capitals = [...name.matchAll(/(?<![\p{L}\p{M}])\p{Lu}/gu)].map((match) => match[0]);
    const sign = (capitals.length > 0 ? capitals : [...name]).slice(0, 3).join('');
    const taken = [...found.values()].filter((other) => other.replace(/\d+$/u, '') === sign).length;
    found.set(name, taken === 0 ? sign : `${sign}${taken + 1}`);
  }
  return found;
}
