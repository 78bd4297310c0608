import {
  EngineError,
  type ComparisonView,
  type DecisionView,
  type Engine,
  type LinkChangeView,
  type RowHead,
  type Side,
} from '../backend';
import type { ComparisonState } from './comparison.svelte';
import type { Messages } from './messages.svelte';
import type { Settings } from './settings.svelte';

/** Paragraphs of both texts, by their indices. */
export type Pair = Record<Side, number[]>;

/** What belongs together, as somebody is saying it. */
export class Pairing {
  left = $state.raw<number[]>([]);
  right = $state.raw<number[]>([]);
  reason = $state('');

  /** @param looking the side on which a paragraph is looked for first */
  constructor(
    pair: Pair,
    readonly looking: Side,
  ) {
    this.left = pair.left;
    this.right = pair.right;
  }
}

/** A question about decisions that contradict the one that was asked for. */
export interface Question {
  conflicts: DecisionView[];
  /** Does it all the same. */
  go: () => Promise<void>;
}

/** What people decide about paragraphs of the open comparison. */
export class Decisions {
  /** The row that was marked to be linked with another one. */
  marked = $state.raw<Pair | null>(null);
  /** The dialog in which paragraphs are put together. */
  pairing = $state.raw<Pairing | null>(null);
  question = $state.raw<Question | null>(null);
  /** Somebody is asked for a name; what was begun waits for it. */
  naming = $state.raw<((name: string | null) => void) | null>(null);
  /** The decision for which a reason is written. */
  reasoning = $state.raw<DecisionView | null>(null);
  #last: Promise<void> = Promise.resolve();

  /** Whether a dialog about decisions is open. */
  get asking(): boolean {
    return [this.pairing, this.question, this.naming, this.reasoning].some((open) => open !== null);
  }

  constructor(
    private readonly engine: Engine,
    private readonly settings: Settings,
    private readonly messages: Messages,
    private readonly comparison: () => ComparisonState | null,
  ) {}

  /**
   * Marks the row the reader is at or, where another one is marked, links the two. A dropped and a
   * new row leave no question; for others the dialog opens with what was marked, and so it does
   * for a row that is marked twice.
   */
  async mark(): Promise<void> {
    const head = this.#here();
    if (!head) return;
    const here = { left: head.left, right: head.right };
    const before = this.marked;
    if (!before) {
      this.marked = here;
      return;
    }
    this.marked = null;
    if (samePair(before, here)) return this.begin(here.left.length === 0 ? 'left' : 'right');
    const pair = join(before, here);
    const plain = [before, here].every((one) => one.left.length === 0 || one.right.length === 0);
    if (plain && pair.left.length > 0 && pair.right.length > 0) await this.link(pair, '');
    else this.pairing = new Pairing(pair, pair.left.length === 0 ? 'left' : 'right');
  }

  /** Forgets the row that was marked. */
  unmark(): void {
    this.marked = null;
  }

  /** Opens the dialog on the row the reader is at, to look for a paragraph of a side. */
  begin(looking: Side): void {
    const head = this.#here();
    if (head) this.pairing = new Pairing({ left: head.left, right: head.right }, looking);
  }

  /** Saves what the dialog says. */
  async save(): Promise<void> {
    const { pairing } = this;
    if (!pairing) return;
    this.pairing = null;
    await this.link({ left: pairing.left, right: pairing.right }, pairing.reason);
  }

  /** Decides that paragraphs belong together; with one side empty, that they have no counterpart. */
  link(pair: Pair, reason: string): Promise<void> {
    return this.#add('link', pair, reason);
  }

  /** Parts the two sides of the row the reader is at. */
  async unlink(): Promise<void> {
    const head = this.#here();
    if (!head || head.left.length === 0 || head.right.length === 0) return;
    await this.#add('unlink', head, '');
  }

  /** Confirms the row the reader is at as it is, or sets it free again. */
  async toggleLock(): Promise<void> {
    const comparison = this.comparison();
    const head = this.#here();
    if (!comparison || !head) return;
    const locked = !head.locked;
    const author = locked ? await this.#author() : '';
    if (author === null) return;
    const request = { row: comparison.position.row, locked, author, reason: '' };
    await this.#change('links.lock', request, locked ? 'decided-locked' : 'decided-freed');
  }

  /** Takes a decision back. */
  remove(decision: DecisionView): Promise<void> {
    return this.#change('links.remove', { id: decision.id }, 'decided-removed');
  }

  /** Says why something was decided. */
  reason(decision: DecisionView, reason: string): Promise<void> {
    this.reasoning = null;
    return this.#change('links.reason', { id: decision.id, reason }, 'decided-reason');
  }

  /** Undoes the last decision, or does it again, if there is one. */
  step(command: 'undo' | 'redo'): Promise<void> {
    return this.#change(`links.${command}`, {}, `decided-${command}`, undefined, (view) => view[command]);
  }

  async #add(action: 'link' | 'unlink', { left, right }: Pair, reason: string): Promise<void> {
    const author = await this.#author();
    if (author === null) return;
    const request = { action, left, right, author, reason };
    const said = action === 'unlink' ? 'decided-parted' : 'decided-linked';
    const go = (replace: boolean): Promise<void> =>
      this.#change('links.add', { ...request, replace }, said, () => go(true));
    await go(false);
  }

  /**
   * Runs a command that changes decisions and shows what came of it. One follows the other: what
   * somebody presses quickly is done in that order, and none is lost.
   *
   * @param again does the same with earlier decisions giving way
   * @param wanted whether it still makes sense when its turn has come
   */
  #change(
    command: string,
    payload: object,
    said: string,
    again?: () => Promise<void>,
    wanted: (view: ComparisonView) => boolean = () => true,
  ): Promise<void> {
    this.#last = this.#last.then(async () => {
      const comparison = this.comparison();
      if (comparison && wanted(comparison.view)) await this.#run(comparison, command, payload, said, again);
    });
    return this.#last;
  }

  async #run(
    comparison: ComparisonState,
    command: string,
    payload: object,
    said: string,
    again?: () => Promise<void>,
  ): Promise<void> {
    try {
      const change = await this.engine.call<LinkChangeView>(command, {
        comparison: comparison.view.id,
        ...payload,
      });
      if (change.conflicts.length > 0 && again) this.question = { conflicts: change.conflicts, go: again };
      if (change.comparison) {
        await comparison.update(change.comparison, change.row);
        this.#say(said, change);
      }
    } catch (thrown) {
      this.messages.fail(EngineError.from(thrown));
    }
  }

  #say(key: string, { changed, decision, comparison }: LinkChangeView): void {
    const undo = { key: 'undo', run: () => void this.step('undo') };
    const redo = { key: 'redo', run: () => void this.step('redo') };
    const why = { key: 'decision-why', run: () => (this.reasoning = decision) };
    const actions = [
      ...(comparison?.undo ? [undo] : []),
      ...(comparison?.redo ? [redo] : []),
      ...(decision?.reason === '' ? [why] : []),
    ];
    this.messages.replace('decision', 'done', key, { changed }, actions);
  }

  /** The name that goes with decisions, asked for once; `null` when the user thought better of it. */
  async #author(): Promise<string | null> {
    const known = this.settings.current.author;
    if (known !== null) return known;
    const name = await new Promise<string | null>((resolve) => (this.naming = resolve));
    this.naming = null;
    if (name !== null) this.settings.change({ author: name.trim() });
    return name?.trim() ?? null;
  }

  /** The row the reader is at, when it holds paragraphs. */
  #here(): RowHead | null {
    const comparison = this.comparison();
    const head = comparison?.head(comparison.position.row);
    return head && head.kind !== 'heading' ? head : null;
  }
}

function samePair(one: Pair, other: Pair): boolean {
  return String([one.left, one.right]) === String([other.left, other.right]);
}

/**
 * The paragraphs of two rows together. Where both rows have both sides, a person links the older
 * text of the first with the newer text of the second.
 */
function join(first: Pair, second: Pair): Pair {
  const whole = [first, second].every((one) => one.left.length > 0 && one.right.length > 0);
  if (whole) return { left: first.left, right: second.right };
  const both = (side: Side) => [...new Set([...first[side], ...second[side]])].sort((a, b) => a - b);
  return { left: both('left'), right: both('right') };
}
