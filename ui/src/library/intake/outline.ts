import type { CorrectionView, ImportReport, OutlineView, WarningView } from '../../backend';
import { hasMessage, t } from '../../i18n/index.svelte';

/** A correction before the engine has seen it. */
export type NewCorrection = Omit<CorrectionView, 'words'>;

/** Deepest heading that can be chosen. */
export const LEVELS = [1, 2, 3, 4, 5, 6] as const;

/** A correction that needs nothing but its place. */
export function plain(at: string, change: string): NewCorrection {
  return { at, change, level: null, label: null, before: null };
}

/** The level that a piece gets when it becomes a heading: that of the heading before it. */
export function usualLevel(report: ImportReport, index: number): number {
  for (let at = index - 1; at >= 0; at--) {
    const piece = report.outline[at];
    if (piece?.kind === 'heading') return piece.level;
  }
  return 1;
}

/** What a key asks for in the outline; `null` when it is none of its keys. */
export type OutlineCommand =
  | { do: 'move'; by: number }
  | { do: 'end'; at: 'first' | 'last' }
  | { do: 'heading'; level: number | null }
  | { do: 'paragraph' | 'title' | 'number' | 'join' | 'split' | 'drop' | 'undo' | 'redo' };

const LETTERS = new Map<string, OutlineCommand>([
  ['h', { do: 'heading', level: null }],
  ['p', { do: 'paragraph' }],
  ['t', { do: 'title' }],
  ['n', { do: 'number' }],
  ['j', { do: 'join' }],
  ['s', { do: 'split' }],
  ['delete', { do: 'drop' }],
  ['arrowdown', { do: 'move', by: 1 }],
  ['arrowup', { do: 'move', by: -1 }],
  ['pagedown', { do: 'move', by: 15 }],
  ['pageup', { do: 'move', by: -15 }],
  ['home', { do: 'end', at: 'first' }],
  ['end', { do: 'end', at: 'last' }],
]);

/** The command of a key press in the outline. While an input method composes there is none. */
export function outlineCommand(event: KeyboardEvent): OutlineCommand | null {
  if (event.isComposing || event.keyCode === 229 || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (key === 'z') return { do: event.shiftKey ? 'redo' : 'undo' };
    return key === 'y' ? { do: 'redo' } : null;
  }
  const level = LEVELS.find((one) => String(one) === key);
  if (level !== undefined) return { do: 'heading', level };
  return LETTERS.get(key) ?? null;
}

/** What a piece is, in words. */
export function kindOf(piece: OutlineView): string {
  const key = piece.setAside ? `stripped-${piece.kind}` : `piece-${piece.kind}`;
  return hasMessage(key) ? t(key, { level: piece.level }) : piece.kind;
}

/** What a correction did, in words. */
export function correctionWords(correction: CorrectionView): string {
  return t(`correction-${correction.change}`, {
    level: correction.level ?? 1,
    label: correction.label ?? '',
    words: correction.words,
  });
}

/** The sentence of a warning. */
export function warningWords(warning: WarningView): string {
  const key = `warning-${warning.code}`;
  const values = { place: warning.place ?? '', detail: warning.detail ?? '' };
  return hasMessage(key)
    ? t(key, values)
    : [warning.code, warning.place, warning.detail].filter(Boolean).join(' · ');
}
