import type { NotePlace, Side } from '../backend';

/** A passage of one paragraph that the user selected. */
export interface SelectedPassage {
  side: Side;
  place: NotePlace;
  quote: string;
  /** Where it is on the screen. */
  rect: DOMRect;
}

/**
 * The selected passage, if the selection begins in a paragraph of the reader and is not empty.
 * One that goes on beyond the paragraph is cut at its end: that is what a triple click makes.
 */
export function selectedPassage(selection: Selection | null): SelectedPassage | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const cell = elementOf(range.startContainer)?.closest<HTMLElement>('[data-paragraph]');
  const side = cell?.dataset['side'];
  if (!cell || (side !== 'left' && side !== 'right')) return null;
  const whole = lengthOf(cell);
  const start = positionOf(cell, range.startContainer, range.startOffset) ?? 0;
  const end = positionOf(cell, range.endContainer, range.endOffset) ?? whole;
  const text = textOf(cell);
  const [from, to] = trim(text, start, end);
  if (to <= from) return null;
  return {
    side,
    place: { paragraph: Number(cell.dataset['paragraph']), start: from, end: to },
    quote: text.slice(from, to),
    rect: range.getBoundingClientRect(),
  };
}

/** Spans that hold text of the paragraph and know where it begins. */
function spansOf(cell: Element): HTMLElement[] {
  return [...cell.querySelectorAll<HTMLElement>('[data-start]')];
}

function startOf(span: HTMLElement): number {
  return Number(span.dataset['start']);
}

function textOf(cell: Element): string {
  return spansOf(cell)
    .map((span) => span.textContent ?? '')
    .join('');
}

function lengthOf(cell: Element): number {
  return spansOf(cell).reduce(
    (most, span) => Math.max(most, startOf(span) + (span.textContent?.length ?? 0)),
    0,
  );
}

/**
 * UTF-16 position of a point of the page in a paragraph's text; `null` when it is behind the
 * paragraph. A point between spans counts as the beginning of the next one.
 */
function positionOf(cell: Element, node: Node, offset: number): number | null {
  if (!cell.contains(node)) return null;
  const inside = elementOf(node)?.closest<HTMLElement>('[data-start]');
  if (inside && cell.contains(inside)) {
    const before = document.createRange();
    before.setStart(inside, 0);
    before.setEnd(node, offset);
    return startOf(inside) + before.toString().length;
  }
  const point = document.createRange();
  point.setStart(node, offset);
  point.collapse(true);
  for (const span of spansOf(cell)) {
    if (point.comparePoint(span, 0) > 0) return startOf(span);
  }
  return null;
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}

/** White space at the edges of a selection is rarely meant. */
function trim(text: string, start: number, end: number): [number, number] {
  const chosen = text.slice(start, end);
  const from = start + (chosen.length - chosen.trimStart().length);
  return [from, end - (chosen.length - chosen.trimEnd().length)];
}
