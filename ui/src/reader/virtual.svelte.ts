import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  defaultRangeExtractor,
  type VirtualItem,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import { untrack } from 'svelte';

/** What the list is about; all of it may change between two updates. */
export interface VirtualInput {
  count: number;
  keyOf: (index: number) => string;
  estimate: (index: number) => number;
  /** A line that stays mounted wherever the list is scrolled, because it has the focus; or -1. */
  kept: number;
}

type Options = VirtualizerOptions<HTMLElement, HTMLElement>;

/** A window onto a long list of lines, as runes: a thin adapter over TanStack's virtualizer. */
export class VirtualLines {
  #version = $state(0);
  #input: VirtualInput = { count: 0, keyOf: String, estimate: () => 40, kept: -1 };
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;

  constructor(private readonly scroller: () => HTMLElement | null) {
    this.#virtualizer = new Virtualizer(this.#options());
  }

  /** Attaches to the scroller; returns how to detach. */
  mount(): () => void {
    const unmount = this.#virtualizer._didMount();
    this.#virtualizer._willUpdate();
    return unmount;
  }

  /** Takes over a changed list. With `reset` all heights are estimated or measured anew. */
  update(input: VirtualInput, reset: boolean): void {
    this.#input = input;
    this.#virtualizer.setOptions(this.#options());
    this.#virtualizer._willUpdate();
    if (reset) {
      this.#virtualizer.measure();
      // Estimates first, which the heights are set against.
      this.#virtualizer.getTotalSize();
      // A line that is as high as before tells nobody its height again.
      for (const element of this.#virtualizer.elementsCache.values())
        this.#virtualizer.measureElement(element);
    }
    untrack(() => (this.#version += 1));
  }

  /** The lines to mount now. Reactive. */
  get items(): VirtualItem[] {
    void this.#version;
    return this.#virtualizer.getVirtualItems();
  }

  /** Height of the whole list in CSS pixels. Reactive. */
  get height(): number {
    void this.#version;
    return this.#virtualizer.getTotalSize();
  }

  /** First and last line on the screen, without those mounted in reserve. Reactive. */
  get range(): { first: number; last: number } {
    void this.#version;
    const range = this.#virtualizer.range;
    return { first: range?.startIndex ?? 0, last: range?.endIndex ?? 0 };
  }

  /** Measures a mounted line and keeps watching its height (an action). */
  readonly measured = (element: HTMLElement) => {
    this.#virtualizer.measureElement(element);
    return { destroy: () => this.#virtualizer.measureElement(null) };
  };

  /** Brings a line into view; one that is whole on the screen stays where it is. */
  show(index: number): void {
    const item = this.#virtualizer.measurementsCache[index];
    const from = this.#virtualizer.scrollOffset ?? 0;
    const height = this.#virtualizer.scrollRect?.height ?? 0;
    if (item && item.start >= from && item.end <= from + height) return;
    const tall = item !== undefined && item.size > height;
    this.#virtualizer.scrollToIndex(index, { align: tall ? 'start' : 'center' });
  }

  /** Scrolls so that a line stands some pixels below the top of the screen. */
  place(index: number, offset: number): void {
    const item = this.#virtualizer.measurementsCache[index];
    if (item) this.#virtualizer.scrollToOffset(item.start - offset);
  }

  #options(): Options {
    const { count, keyOf, estimate, kept } = this.#input;
    return {
      count,
      getItemKey: keyOf,
      estimateSize: estimate,
      getScrollElement: this.scroller,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      overscan: 6,
      rangeExtractor: (range) => {
        const shown = defaultRangeExtractor(range);
        if (kept < 0 || kept >= count || shown.includes(kept)) return shown;
        return [...shown, kept].sort((a, b) => a - b);
      },
      onChange: () => (this.#version += 1),
    };
  }
}
