import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';

import { fakeEngine, type FakeOptions } from '../backend/fake';
import { Session } from '../state/session.svelte';
import OfficialDialog from './OfficialDialog.svelte';

async function open(options: FakeOptions = {}) {
  const engine = fakeEngine({ language: 'en', ...options });
  const asked: string[] = [];
  const opened: string[] = [];
  const spied = {
    ...engine,
    call: <T>(name: string, ...rest: [unknown, object?]) => {
      asked.push(name);
      return engine.call<T>(name, ...rest);
    },
    openExternal: (address: string) => Promise.resolve(void opened.push(address)),
  };
  const session = new Session(spied);
  await session.start();
  let closed = false;
  render(OfficialDialog, { session, open: true, onclose: () => (closed = true) });
  const user = userEvent.setup();
  return { session, user, asked, opened, isClosed: () => closed, box: screen.getByRole('textbox') };
}

const directly = () => screen.getByTestId('official-directly');

describe('getting an official text', () => {
  it('says what is wrong with a symbol while it is typed, and what is only unfinished', async () => {
    const { user, box } = await open();
    const hint = screen.getByTestId('official-hint');
    expect(hint.textContent).toMatch(/For example/u);
    await user.type(box, 'H/79/');
    await waitFor(() => expect(hint.textContent).toMatch(/not complete yet/u));
    expect(box.getAttribute('aria-invalid')).toBe('false');
    await user.clear(box);
    await user.type(box, '9/9/9');
    await waitFor(() => expect(hint.textContent).toMatch(/begins with the organ, not with “9”/u));
    expect(box.getAttribute('aria-invalid')).toBe('true');
    await user.clear(box);
    await user.type(box, 'h/80/7');
    expect((await screen.findByTestId('official-symbol-read')).textContent).toContain('H/80/7');
  });

  it('finds documents by their name, too, and a draft without a symbol has its page only', async () => {
    const { user, box, opened } = await open();
    await user.type(box, 'zero');
    await waitFor(() => expect(screen.getAllByTestId('catalogue-entry')).toHaveLength(1));
    await user.click(screen.getByTestId('catalogue-entry'));
    expect(screen.queryByTestId('official-directly')).toBeNull();
    await user.click(screen.getByRole('button', { name: /page in your browser/u }));
    expect(opened).toEqual(['https://example.org/zero.pdf']);
  });

  it('contacts nobody before the user has said yes', async () => {
    const { user, box, asked, isClosed, session } = await open();
    await user.type(box, 'H/80/9');
    await user.click(await screen.findByRole('button', { name: /^Fetch from harbours/u }));
    expect(asked).not.toContain('official.fetch');
    const question = screen.getByTestId('fetch-ask');
    expect(question.textContent).toMatch(/Contact harbours.example.org now, for H\/80\/9 \(English\)/u);
    await user.click(within(question).getByRole('button', { name: 'No' }));
    expect(screen.queryByTestId('fetch-ask')).toBeNull();
    await user.click(screen.getByRole('button', { name: /^Fetch from/u }));
    await user.click(screen.getByRole('button', { name: /^Yes/u }));
    await waitFor(() => expect(isClosed()).toBe(true));
    expect(asked).toContain('official.fetch');
    // It is shown first and saved when the user says so.
    expect(session.intake.report?.document.fileName).toBe('H_80_9-en.pdf');
    expect(session.library.some((one) => one.fileName === 'H_80_9-en.pdf')).toBe(false);
  });

  it('fetches on one click where the user prefers that, and never where not', async () => {
    const { user, box, asked, session } = await open();
    session.settings.change({ fetching: 'never' });
    await user.type(box, 'H/80/9');
    await waitFor(() => expect(directly().textContent).toMatch(/switched off/u));
    session.settings.change({ fetching: 'click' });
    await user.click(await screen.findByRole('button', { name: /^Fetch from/u }));
    await waitFor(() => expect(asked).toContain('official.fetch'));
  });

  it('says why nothing came and offers the page instead', async () => {
    const { user, box, opened, session } = await open();
    session.settings.change({ fetching: 'click' });
    await user.type(box, 'H/80/9');
    await user.selectOptions(await screen.findByLabelText('Language'), 'ar');
    await user.click(screen.getByRole('button', { name: /^Fetch from/u }));
    const failure = await screen.findByTestId('fetch-failure');
    expect(failure.textContent).toMatch(/no such document in this language/u);
    await user.click(within(failure).getByRole('button', { name: /page in your browser/u }));
    expect(opened).toEqual(['https://harbours.example.org/ar/H/80/9']);
  });

  it('shows how far it is and can be cancelled', async () => {
    const { user, box, session } = await open({ pace: 80 });
    session.settings.change({ fetching: 'click' });
    await user.type(box, 'H/80/9');
    await user.click(await screen.findByRole('button', { name: /^Fetch from/u }));
    await user.click(await within(directly()).findByRole('button', { name: 'Cancel' }));
    await screen.findByRole('button', { name: /^Fetch from/u });
    expect(screen.queryByTestId('fetch-failure')).toBeNull();
    expect(session.intake.report).toBeNull();
  });

  it('offers what is in the library without asking anybody', async () => {
    const { user, box, isClosed, session } = await open();
    await user.type(box, 'H/80/7');
    await user.selectOptions(await screen.findByLabelText('Language'), 'ar');
    await waitFor(() => expect(directly().textContent).toMatch(/Nobody needs to be contacted/u));
    await user.click(within(directly()).getByRole('button', { name: 'Compare as the newer text' }));
    expect(isClosed()).toBe(true);
    await waitFor(() => expect(session.chosen.right).toBe('ar-2'));
  });

  it('tells when the text is in another language than was asked for', async () => {
    const { user, box, session } = await open();
    session.settings.change({ fetching: 'click' });
    await user.type(box, 'H/80/9');
    await user.selectOptions(await screen.findByLabelText('Language'), 'fr');
    await user.click(screen.getByRole('button', { name: /^Fetch from/u }));
    await waitFor(() =>
      expect(session.intake.remarks.map((one) => one.key)).toContain('official-other-language'),
    );
  });

  it('is accessible in every state', async () => {
    const { user, box, session } = await open();
    const check = async () => {
      const { violations } = await axe.run(document.body, {
        rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
      });
      return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`);
    };
    expect(await check()).toEqual([]);
    await user.type(box, 'H/80/9');
    await user.click(await screen.findByRole('button', { name: /^Fetch from/u }));
    expect(await check()).toEqual([]);
    session.settings.change({ fetching: 'click' });
    await user.selectOptions(screen.getByLabelText('Language'), 'ar');
    await user.click(await screen.findByRole('button', { name: /^Fetch from/u }));
    await screen.findByTestId('fetch-failure');
    expect(await check()).toEqual([]);
  });
});
