import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

import svelteConfig from './svelte.config.js';

/** The one file that may speak to the shell. */
const DOOR = 'src/backend/tauri.ts';

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'src/backend/bindings/'] },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@tauri-apps/*'], message: `Only ${DOOR} speaks to the shell.` }] },
      ],
      // Sets and maps here are made anew by derived values and never changed afterwards.
      'svelte/prefer-svelte-reactivity': 'off',
      // Texts of documents are shown as text, never as markup.
      'svelte/no-at-html-tags': 'error',
    },
  },
  { files: [DOOR], rules: { 'no-restricted-imports': 'off' } },
);
