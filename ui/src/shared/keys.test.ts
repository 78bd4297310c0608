import { afterEach, describe, expect, it } from 'vitest';

import { t } from '../i18n/index.svelte';
import { commandOf, SHORTCUTS } from './keys';

function press(
  key: string,
  init: KeyboardEventInit = {},
  target: HTMLElement = document.body,
): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, ...init });
  target.dispatchEvent(event);
  return event;
}

afterEach(() => {
  document.body.innerHTML = '';
});

describe('commandOf', () => {
  it('knows the keys of the cheat sheet', () => {
    expect(commandOf(press('F8'), false)).toBe('next-change');
    expect(commandOf(press('F8', { shiftKey: true }), false)).toBe('previous-change');
    expect(commandOf(press('ArrowDown', { altKey: true }), false)).toBe('next-change');
    expect(commandOf(press('End', { altKey: true }), false)).toBe('last-change');
    expect(commandOf(press('f', { ctrlKey: true }), false)).toBe('find');
    expect(commandOf(press('g', { metaKey: true }), false)).toBe('go-to');
    expect(commandOf(press('m', { ctrlKey: true, altKey: true, code: 'KeyM' }), false)).toBe('note');
    expect(commandOf(press('X', { ctrlKey: true, shiftKey: true }), false)).toBe('swap');
  });

  it('takes no key from an input method that composes', () => {
    expect(commandOf(press('F8', { isComposing: true }), true)).toBeNull();
    expect(commandOf(press('n', { isComposing: true }), true)).toBeNull();
    expect(commandOf(press('Process', { keyCode: 229 } as KeyboardEventInit), true)).toBeNull();
  });

  it('takes single letters only when they are on and nothing takes text', () => {
    expect(commandOf(press('n'), true)).toBe('next-change');
    expect(commandOf(press('n'), false)).toBeNull();
    expect(commandOf(press('?'), true)).toBe('help');
    document.body.innerHTML = '<textarea></textarea>';
    const field = document.querySelector('textarea')!;
    expect(commandOf(press('n', {}, field), true)).toBeNull();
    expect(commandOf(press('F8', {}, field), true)).toBe('next-change');
  });

  it('leaves other keys alone', () => {
    expect(commandOf(press('c', { ctrlKey: true }), true)).toBeNull();
    expect(commandOf(press('ArrowDown'), true)).toBeNull();
    expect(commandOf(press('toString'), true)).toBeNull();
    expect(commandOf(press('toString', { altKey: true }), true)).toBeNull();
    expect(commandOf(press('constructor', { ctrlKey: true }), true)).toBeNull();
  });

  it('has words for every command', () => {
    for (const { command } of SHORTCUTS) expect(t(`command-${command}`)).not.toBe(`command-${command}`);
  });
});
