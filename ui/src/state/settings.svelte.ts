import type { Engine, SettingsView } from '../backend';
import { setLanguage } from '../i18n/index.svelte';

/** Sizes of the text in CSS pixels. */
export const TEXT_SIZE = { least: 12, most: 28 } as const;

const DEFAULTS: SettingsView = {
  language: 'en',
  theme: 'system',
  textSize: 17,
  newerLeft: false,
  onlyChanges: false,
  letterKeys: true,
  dimmedClasses: ['punctuation', 'case', 'spelling', 'space', 'label'],
  author: null,
  fetching: 'ask',
};

/** What the user chose. A change shows at once and is saved behind it. */
export class Settings {
  current = $state.raw<SettingsView>(DEFAULTS);

  #saving = false;
  #unsaved = false;

  constructor(
    private readonly engine: Engine,
    private readonly onFailure: (thrown: unknown) => void,
  ) {}

  /** Takes over what the engine has stored. */
  load(settings: SettingsView): void {
    this.current = settings;
    setLanguage(settings.language);
  }

  /** Changes some settings and saves them all. */
  change(change: Partial<SettingsView>): void {
    this.load({ ...this.current, ...change });
    this.#unsaved = true;
    void this.#save();
  }

  /** Saves one state after the other: two on their way at once could arrive in either order. */
  async #save(): Promise<void> {
    if (this.#saving) return;
    this.#saving = true;
    while (this.#unsaved) {
      this.#unsaved = false;
      await this.engine.call('settings.set', this.current).catch(this.onFailure);
    }
    this.#saving = false;
  }
}
