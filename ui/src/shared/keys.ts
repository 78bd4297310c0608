/** What a shortcut asks for. */
export type Command =
  | 'next-change'
  | 'previous-change'
  | 'first-change'
  | 'last-change'
  | 'next-row'
  | 'previous-row'
  | 'find'
  | 'find-next'
  | 'find-previous'
  | 'go-to'
  | 'note'
  | 'mark'
  | 'unlink'
  | 'split'
  | 'merge'
  | 'lock'
  | 'undo'
  | 'redo'
  | 'regime'
  | 'granularity'
  | 'classes'
  | 'swap'
  | 'export'
  | 'open-file'
  | 'peek'
  | 'messages'
  | 'help';

/** Every shortcut as the cheat sheet shows it; on macOS `Ctrl` stands for Command too. */
export const SHORTCUTS: readonly { command: Command; keys: readonly string[]; letters?: string }[] = [
  { command: 'next-change', keys: ['F8', 'Alt+↓'], letters: 'n' },
  { command: 'previous-change', keys: ['Shift+F8', 'Alt+↑'], letters: 'p' },
  { command: 'first-change', keys: ['Alt+Home'] },
  { command: 'last-change', keys: ['Alt+End'] },
  { command: 'next-row', keys: [], letters: 'j' },
  { command: 'previous-row', keys: [], letters: 'k' },
  { command: 'find', keys: ['Ctrl+F'] },
  { command: 'find-next', keys: ['F3'] },
  { command: 'find-previous', keys: ['Shift+F3'] },
  { command: 'go-to', keys: ['Ctrl+G'] },
  { command: 'peek', keys: ['Alt+P'] },
  { command: 'note', keys: ['Ctrl+Alt+M'] },
  { command: 'mark', keys: ['Alt+L'] },
  { command: 'unlink', keys: ['Alt+U'] },
  { command: 'split', keys: ['Alt+S'] },
  { command: 'merge', keys: ['Alt+M'] },
  { command: 'lock', keys: ['Alt+K'] },
  { command: 'undo', keys: ['Ctrl+Z'] },
  { command: 'redo', keys: ['Ctrl+Y'] },
  { command: 'regime', keys: ['Alt+R'] },
  { command: 'granularity', keys: ['Alt+G'] },
  { command: 'classes', keys: ['Alt+C'] },
  { command: 'swap', keys: ['Ctrl+Shift+X'] },
  { command: 'export', keys: ['Ctrl+E'] },
  { command: 'open-file', keys: ['Ctrl+O'] },
  { command: 'messages', keys: ['F6'] },
  { command: 'help', keys: ['F1'], letters: '?' },
];

/** Keys of the outline in the import report, as the cheat sheet shows them. */
export const REPORT_KEYS: readonly { words: string; keys: readonly string[] }[] = [
  { words: 'report-key-heading', keys: ['H', '1–6'] },
  { words: 'report-key-paragraph', keys: ['P'] },
  { words: 'report-key-title', keys: ['T'] },
  { words: 'report-key-number', keys: ['N'] },
  { words: 'report-key-join', keys: ['J'] },
  { words: 'report-key-split', keys: ['S'] },
  { words: 'report-key-drop', keys: ['Delete'] },
  { words: 'report-key-undo', keys: ['Ctrl+Z', 'Ctrl+Y'] },
];

const WITH_CONTROL = new Map<string, Command>([
  ['f', 'find'],
  ['g', 'go-to'],
  ['e', 'export'],
  ['o', 'open-file'],
]);

const WITH_ALT = new Map<string, Command>([
  ['arrowdown', 'next-change'],
  ['arrowup', 'previous-change'],
  ['home', 'first-change'],
  ['end', 'last-change'],
  ['l', 'mark'],
  ['u', 'unlink'],
  ['s', 'split'],
  ['m', 'merge'],
  ['k', 'lock'],
  ['r', 'regime'],
  ['g', 'granularity'],
  ['c', 'classes'],
  ['p', 'peek'],
]);

/** Keys that a field keeps for itself: there they undo what was typed. */
const WITH_CONTROL_OUTSIDE_FIELDS = new Map<string, Command>([
  ['z', 'undo'],
  ['y', 'redo'],
]);

const LETTERS = new Map<string, Command>([
  ['n', 'next-change'],
  ['p', 'previous-change'],
  ['j', 'next-row'],
  ['k', 'previous-row'],
  ['?', 'help'],
]);

/**
 * The command of a key press; `null` when it is none. While an input method composes, every key
 * belongs to it. Single letters count only when they are on and no field has the focus.
 */
export function commandOf(event: KeyboardEvent, letterKeys: boolean): Command | null {
  // 229 is what engines send for a composing key when `isComposing` is not yet set.
  if (event.isComposing || event.keyCode === 229) return null;
  const control = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (control) {
    if (event.altKey) return event.code === 'KeyM' || key === 'm' ? 'note' : null;
    if (event.shiftKey && key === 'x') return 'swap';
    const outside = event.shiftKey && key === 'z' ? 'redo' : WITH_CONTROL_OUTSIDE_FIELDS.get(key);
    if (outside) return takesText(event.target) ? null : outside;
    return event.shiftKey ? null : (WITH_CONTROL.get(key) ?? null);
  }
  // On macOS the Option key turns letters into signs; the key itself stays the same.
  if (event.altKey) return WITH_ALT.get(key) ?? WITH_ALT.get(letterOf(event.code)) ?? null;
  if (key === 'f8') return event.shiftKey ? 'previous-change' : 'next-change';
  if (key === 'f3') return event.shiftKey ? 'find-previous' : 'find-next';
  if (key === 'f6') return 'messages';
  if (key === 'f1') return 'help';
  if (!letterKeys || takesText(event.target)) return null;
  return LETTERS.get(event.key) ?? null;
}

function letterOf(code: string): string {
  return code.startsWith('Key') ? code.slice(3).toLowerCase() : '';
}

/** Whether what has the focus takes typed letters: fields, and lists that are searched by typing. */
function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role="listbox"], [role="menu"]') !== null
  );
}
