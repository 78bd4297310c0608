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
};

/** What the user chose. A change shows at once and is saved behind it. */
export class Settings {
  current = $state.raw<SettingsView>(DEFAULTS);

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
    this.engine.call('settings.set', this.current).catch(this.onFailure);
  }

  /** Makes the text larger or smaller, within [`TEXT_SIZE`]. */
  resizeText(by: number): void {
    const wanted = this.current.textSize + by;
    this.change({ textSize: Math.min(TEXT_SIZE.most, Math.max(TEXT_SIZE.least, wanted)) });
  }
}
