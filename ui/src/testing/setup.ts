import { cleanup } from '@testing-library/svelte';
import { afterEach } from 'vitest';

import { setLanguage } from '../i18n/index.svelte';

afterEach(() => {
  cleanup();
  setLanguage('en');
});
