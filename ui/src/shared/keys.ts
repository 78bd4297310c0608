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
  | 'swap'
  | 'export'
  | 'open-file'
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
  { command: 'note', keys: ['Ctrl+Alt+M'] },
  { command: 'swap', keys: ['Ctrl+Shift+X'] },
  { command: 'export', keys: ['Ctrl+E'] },
  { command: 'open-file', keys: ['Ctrl+O'] },
  { command: 'help', keys: ['F1'], letters: '?' },
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
    if (event.shiftKey) return key === 'x' ? 'swap' : null;
    return WITH_CONTROL.get(key) ?? null;
  }
  if (event.altKey) return WITH_ALT.get(key) ?? null;
  if (key === 'f8') return event.shiftKey ? 'previous-change' : 'next-change';
  if (key === 'f3') return event.shiftKey ? 'find-previous' : 'find-next';
  if (key === 'f1') return 'help';
  if (!letterKeys || takesText(event.target)) return null;
  return LETTERS.get(event.key) ?? null;
}

/** Whether what has the focus takes typed letters: fields, and lists that are searched by typing. */
function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role="listbox"], [role="menu"]') !== null
  );
}
