import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';

import App from './App.svelte';
import { fakeEngine, type FakeOptions } from './backend/fake';
import { Session } from './state/session.svelte';

async function open(options: FakeOptions = {}): Promise<Session> {
  const session = new Session(fakeEngine({ language: 'en', ...options }));
  render(App, { session });
  await session.start();
  return session;
}

/** Violations of a page that is drawn but not laid out: colours and sizes are checked in a browser. */
async function violations(): Promise<string[]> {
  const result = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`);
}

beforeEach(() => {
  // Nothing is laid out here, so rows and the room for them get a size by decree.
  const sizes = { clientHeight: 600, clientWidth: 900, offsetHeight: 120 };
  for (const [name, value] of Object.entries(sizes)) {
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, value });
  }
});

describe('the window', () => {
  it('opens on the digests and says what they are', async () => {
    await open();
    expect(await screen.findByTestId('digest-line')).toHaveProperty('textContent');
    expect(screen.getByTestId('digest-line').textContent).toMatch(/digests in our own words/u);
    expect(screen.getByTestId('summary').textContent).toMatch(/5 chapters, 1 of them new/u);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('draws rows with changes as insertions and deletions that are also spoken', async () => {
    await open();
    const row = await waitFor(() => {
      const found = document.querySelector('[data-row="1"] ins');
      if (!found) throw new Error('not drawn yet');
      return found.closest('[data-row]') as HTMLElement;
    });
    expect(row.querySelector('del')?.textContent).toContain('first');
    expect(within(row).getAllByText('inserted:').length).toBe(2);
    expect(row.querySelector('[data-side="left"] [data-start]')?.textContent).toBe('Recalling the ');
  });

  it('shows text as text, never as markup', async () => {
    const session = await open();
    session.notes.begin('en-2', { paragraph: 0, start: 0, end: 5 }, '<img src=x onerror=alert(1)>');
    session.notes.draft!.body = '<b>bold</b>';
    await session.notes.save();
    await waitFor(() => expect(screen.getByTestId('note').textContent).toContain('<b>bold</b>'));
    expect(document.querySelector('b, img')).toBeNull();
  });

  it('walks over changes and says where it is', async () => {
    await open();
    await screen.findByTestId('status');
    await userEvent.keyboard('{F8}');
    expect(screen.getByTestId('status').textContent).toMatch(/^change 1 of 27 · P2 ← P2 · revised/u);
    await userEvent.keyboard('n');
    expect(screen.getByTestId('status').textContent).toMatch(/^change 2 of 27/u);
    await userEvent.keyboard('{Shift>}{F8}{/Shift}');
    expect(screen.getByTestId('status').textContent).toMatch(/^change 1 of 27/u);
  });

  it('folds unchanged paragraphs and keeps their numbers', async () => {
    await open();
    await userEvent.click(await screen.findByTestId('only-changes'));
    await waitFor(() => expect(screen.getAllByTestId('fold').length).toBeGreaterThan(1));
    expect(screen.getAllByTestId('fold')[0]?.textContent).toMatch(/¶ P1 unchanged/u);
    expect(screen.getByTestId('folded').textContent).toMatch(/166 paragraphs folded/u);
  });

  it('speaks Japanese where the system does', async () => {
    await open({ language: 'ja-JP' });
    expect(await screen.findByRole('navigation', { name: '章' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('ja');
  });

  it('names the library file that was set aside', async () => {
    await open({ start: { notices: [{ code: 'database-damaged', path: '/data/library.damaged' }] } });
    expect(await screen.findByText(/set aside, unchanged, at \/data\/library\.damaged/u)).toBeTruthy();
  });

  it('shows an empty library as a place to begin', async () => {
    await open({ start: { library: [], open: null } });
    expect(await screen.findByText('No texts yet')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('has no violation that axe can find without a layout', async () => {
    const session = await open();
    await waitFor(() => expect(document.querySelector('[data-row="1"] ins')).not.toBeNull());
    await userEvent.keyboard('{F8}');
    session.messages.say('error', 'error-internal', { detail: 'test' });
    await screen.findByTestId('message');
    expect(await violations()).toEqual([]);
  });
});
