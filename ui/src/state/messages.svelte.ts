import type { EngineError } from '../backend';
import { hasMessage, t, type Args } from '../i18n/index.svelte';

/** Something said to the user that stays until it is closed or taken back. */
export interface Message {
  id: number;
  /** Messages with the same topic take each other's place. */
  topic: string | null;
  tone: 'info' | 'done' | 'error';
  /** Key of the sentence and what it names. */
  key: string;
  args: Args;
  /** What the user can do about it. */
  actions: MessageAction[];
}

/** A button of a message; pressing it also closes the message. */
export interface MessageAction {
  /** Key of its words. */
  key: string;
  args?: Args;
  run: () => void;
}

/** What the window says outside the reader, the newest last. */
export class Messages {
  list = $state.raw<Message[]>([]);
  #made = 0;

  /** Says something. Saying the same thing again replaces the earlier message. */
  say(tone: Message['tone'], key: string, args: Args = {}, actions: MessageAction[] = []): void {
    const others = this.list.filter((one) => t(one.key, one.args) !== t(key, args));
    this.list = [...others, { id: ++this.#made, topic: null, tone, key, args, actions }];
  }

  /** Says something in place of what was said about the same topic. */
  replace(topic: string, tone: Message['tone'], key: string, args: Args, actions: MessageAction[]): void {
    const others = this.list.filter((one) => one.topic !== topic);
    this.list = [...others, { id: ++this.#made, topic, tone, key, args, actions }];
  }

  /** Says what went wrong; a cancelled job is no failure and is told plainly. */
  fail(error: EngineError): void {
    this.say(error.view.code === 'cancelled' ? 'info' : 'error', ...errorSentence(error));
  }

  close(id: number): void {
    this.list = this.list.filter((message) => message.id !== id);
  }
}

/** Key and values of the sentence for an error: the file, the reason and what to do. */
export function errorSentence({ view }: EngineError): [key: string, args: Args] {
  const known = hasMessage(`error-${view.code}`);
  const file = view.file?.split(/[\\/]/u).pop() ?? '';
  const detail = view.detail ?? (known ? '' : view.message);
  return [known ? `error-${view.code}` : 'error-internal', { file, detail, message: view.message }];
}
