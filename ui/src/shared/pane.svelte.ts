import type { MediaQuery } from 'svelte/reactivity';

/** A part of the window beside the text: open where there is room, a closed drawer where there is not. */
export class Pane {
  #wide = $state(true);
  #drawer = $state(false);

  /** @param narrow whether there is room for it only as a drawer */
  constructor(private readonly narrow: MediaQuery) {}

  /** It lies over the text. */
  get isDrawer(): boolean {
    return this.narrow.current;
  }

  get open(): boolean {
    return this.isDrawer ? this.#drawer : this.#wide;
  }

  set open(open: boolean) {
    if (this.isDrawer) this.#drawer = open;
    else this.#wide = open;
  }

  /** What covers the text goes away after use; what stands beside it stays. */
  done(): void {
    this.#drawer = false;
  }
}
