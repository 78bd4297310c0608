import type { CellView, MarkView } from '../backend';
import { t } from '../i18n/index.svelte';
import { cellText, type Overlay } from './pieces';

/** A part of a negotiation mark in the text, and how it is shown. */
export interface MarkPart {
  mark: MarkView;
  /** A bracket, who wants what behind it, or a mark that is all label: `[Option 1]`, `(agreed)`. */
  role: 'open' | 'head' | 'close' | 'label';
}

/** Longest passage that a sentence about a mark quotes, in characters. */
const QUOTE = 60;

/** The marks of a paragraph as overlays. They cover the characters they consist of, never the wording. */
export function markOverlays(cell: CellView): Overlay[] {
  if (cell.marks.length === 0) return [];
  const text = cellText(cell);
  return cell.marks.flatMap((mark): Overlay[] => {
    const { start, end } = mark;
    const head = text.slice(start + 1, mark.contentStart).trimEnd().length;
    if (mark.kind !== 'open') return [{ start, end, mark: { mark, role: 'label' } }];
    // A bracket of any width is one code unit.
    return [
      { start, end: start + 1, mark: { mark, role: 'open' } },
      { start: start + 1, end: start + 1 + head, mark: { mark, role: 'head' } },
      { start: end - 1, end, mark: { mark, role: 'close' } },
    ];
  });
}

/** Who wants what with the passage: "G77, EU: delete", "not agreed". */
export function markWords({ kind, actors, verb }: MarkView): string {
  if (kind !== 'open') return t(`mark-${kind}`);
  const wish = verb ? t(`mark-verb-${verb}`) : '';
  const names = actors.join(t('list-comma'));
  if (names !== '') return wish === '' ? t('mark-of', { names }) : t('mark-wish', { names, wish });
  return wish || t('mark-open');
}

/** The same with its level and its place among alternatives, for a tooltip. */
export function markTitle(mark: MarkView): string {
  const level = mark.depth > 1 ? t('mark-level', { level: mark.depth }) : null;
  return [markWords(mark), level].filter(Boolean).join(' · ');
}

/** One mark as a line of a list. */
export interface MarkLine {
  words: string;
  /** The passage, cut; empty for a mark without one. */
  quote: string;
  /** Which of several alternatives it is, from 1; `null` where there are none. */
  alternative: { at: number; count: number } | null;
  /** 0 outside all other brackets. */
  depth: number;
}

/** The marks of some paragraphs, in the order of the text. */
export function markLines(cells: readonly CellView[]): MarkLine[] {
  return cells.flatMap((cell) => {
    const text = cellText(cell);
    return cell.marks.map((mark): MarkLine => {
      const group = cell.marks.filter(
        ({ alternatives }) => alternatives !== null && alternatives === mark.alternatives,
      );
      const inside = mark.kind === 'open' ? text.slice(mark.contentStart, mark.contentEnd) : '';
      const whole = mark.kind === 'open' ? inside.trim() : text.slice(mark.start, mark.end);
      return {
        words: markWords(mark),
        quote: whole.length > QUOTE ? `${whole.slice(0, QUOTE).trimEnd()}…` : whole,
        alternative: group.length > 1 ? { at: group.indexOf(mark) + 1, count: group.length } : null,
        depth: Math.max(0, mark.depth - 1),
      };
    });
  });
}
