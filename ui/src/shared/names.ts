import type { DocumentView } from '../backend';

/** What people call a document where there is room for one name. */
export function shortName(document: DocumentView): string {
  return document.shortName ?? document.symbol ?? document.title;
}

/** Its short name and its symbol, or its title. */
export function fullName(document: DocumentView): string {
  return [document.shortName, document.symbol].filter(Boolean).join(' · ') || document.title;
}

/** What tells a document from one that is called the same: its file; empty where the names differ. */
export function tellingFile(document: DocumentView, other: DocumentView | undefined): string {
  const same = other !== undefined && other.id !== document.id && fullName(other) === fullName(document);
  return same ? document.fileName : '';
}
