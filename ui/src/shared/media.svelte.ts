import { MediaQuery } from 'svelte/reactivity';

/** Widths at which parts of the window become drawers, in CSS pixels. */
export const media = {
  /** The notes become a drawer. */
  notesDrawer: new MediaQuery('(max-width: 1099.98px)'),
  /** The chapters become a drawer too. */
  chaptersDrawer: new MediaQuery('(max-width: 899.98px)'),
  /** One column, a redline. */
  oneColumn: new MediaQuery('(max-width: 719.98px)'),
  /** The system asks for a dark window. */
  dark: new MediaQuery('(prefers-color-scheme: dark)'),
};
