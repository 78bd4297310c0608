import { afterEach, describe, expect, it } from 'vitest';

import { selectedPassage } from './selection';

/** A cell as the reader draws it: hidden words for screen readers and a footnote mark among the text. */
function cell(): HTMLElement {
  document.body.innerHTML = `
    <div data-paragraph="7" data-side="right"><span class="number">12</span><p><span data-start="0">We </span><ins
      data-change="0"><span class="visually-hidden">inserted:</span><span data-start="3">recognize</span></ins><sup>3</sup><span
      data-start="12"> the role 🚢 of towns.</span></p></div>
    <div data-paragraph="8" data-side="right"><p><span data-start="0">Next one.</span></p></div>`;
  return document.body.querySelector('[data-paragraph="7"]')!;
}

function text(start: number): Node {
  return document.querySelector(`[data-paragraph="7"] [data-start="${start}"]`)!.firstChild!;
}

function select(from: [Node, number], to: [Node, number]) {
  const range = document.createRange();
  range.setStart(...from);
  range.setEnd(...to);
  const selection = document.getSelection()!;
  selection.removeAllRanges();
  selection.addRange(range);
  return selectedPassage(selection);
}

afterEach(() => {
  document.body.innerHTML = '';
});

describe('selectedPassage', () => {
  it('counts UTF-16 code units from the start of the paragraph, over changed words and footnote marks', () => {
    cell();
    const passage = select([text(3), 2], [text(12), 12]);
    expect(passage).toMatchObject({ side: 'right', place: { paragraph: 7, start: 5, end: 24 } });
    expect(passage?.quote).toBe('cognize the role 🚢');
  });

  it('leaves white space at the edges out', () => {
    cell();
    expect(select([text(0), 2], [text(12), 5])?.place).toEqual({ paragraph: 7, start: 3, end: 16 });
  });

  it('cuts a selection that goes on into the next paragraph', () => {
    cell();
    const next = document.querySelector('[data-paragraph="8"] [data-start]')!.firstChild!;
    expect(select([text(12), 1], [next, 4])?.place).toEqual({ paragraph: 7, start: 13, end: 34 });
  });

  it('is nothing without words of a paragraph', () => {
    const outside = document.createElement('p');
    cell();
    outside.textContent = 'elsewhere';
    document.body.append(outside);
    expect(select([text(0), 1], [text(0), 1])).toBeNull();
    expect(select([outside.firstChild!, 0], [outside.firstChild!, 4])).toBeNull();
  });
});
