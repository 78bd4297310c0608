import {
  EngineError,
  type CarriedLinksView,
  type CarriedNotesView,
  type DocumentView,
  type Engine,
} from '../backend';
import type { Messages } from './messages.svelte';

/** What became of people's work on an earlier version. */
export interface Carried {
  from: DocumentView;
  to: DocumentView;
  links: CarriedLinksView;
  notes: CarriedNotesView;
  /** The earlier version is not in the library any more. */
  replaced: boolean;
}

/** Takes decisions and notes over from an earlier version of a text. */
export class Versions {
  /** The text of which the earlier version is asked for. */
  asked = $state.raw<DocumentView | null>(null);
  carried = $state.raw<Carried | null>(null);

  constructor(
    private readonly engine: Engine,
    private readonly messages: Messages,
    /** Shows what is open with what was carried. */
    private readonly refresh: () => Promise<void>,
  ) {}

  /** Whether a dialog about versions is open. */
  get open(): boolean {
    return this.asked !== null || this.carried !== null;
  }

  /** A corrected text took the place of an earlier one: shows the decisions that did not come along. */
  tellReplaced(from: DocumentView, to: DocumentView, links: CarriedLinksView): void {
    if (links.leftBehind.length === 0) {
      if (links.carried > 0) this.messages.say('info', 'import-links', { count: links.carried });
      return;
    }
    const notes = { carried: 0, known: 0, ambiguous: [], orphaned: [] };
    this.carried = { from, to, links, notes, replaced: true };
  }

  /** Takes everything over that finds its place, and shows what became of it. */
  async carry(from: DocumentView, to: DocumentView): Promise<void> {
    this.asked = null;
    const request = { from: from.id, to: to.id, other: null };
    try {
      const links = await this.engine.call<CarriedLinksView>('links.carry', request);
      const notes = await this.engine.call<CarriedNotesView>('notes.carry', request);
      this.carried = { from, to, links, notes, replaced: false };
      await this.refresh();
    } catch (thrown) {
      this.messages.fail(EngineError.from(thrown));
    }
  }
}

/** Texts that may be an earlier version of one, the likeliest first. */
export function earlierVersions(library: readonly DocumentView[], of: DocumentView): DocumentView[] {
  const rank = (one: DocumentView) => Number(sameWork(one, of)) * 2 + Number(one.language === of.language);
  return library
    .filter((one) => one.id !== of.id && !one.digest)
    .sort((one, other) => rank(other) - rank(one));
}

/** The text that a new one of the same symbol and language takes over from. */
export function earlierVersion(library: readonly DocumentView[], of: DocumentView): DocumentView | undefined {
  return library.find(
    (one) => one.id !== of.id && !one.digest && one.language === of.language && sameWork(one, of),
  );
}

function sameWork(one: DocumentView, other: DocumentView): boolean {
  return one.symbol !== null && one.symbol === other.symbol;
}
