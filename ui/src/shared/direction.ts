import type { DocumentView } from '../backend';

/** The direction of a document's text, as the `dir` of an element. */
export function directionOf(document: DocumentView): 'ltr' | 'rtl' {
  return document.direction === 'rtl' ? 'rtl' : 'ltr';
}
