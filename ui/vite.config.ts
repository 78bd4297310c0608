import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte()],
  // Relative addresses: the same build is served by the shell and by the browser tests.
  base: './',
  clearScreen: false,
  server: { port: 5173, strictPort: true },
  build: {
    // WebKitGTK 2.40 is the oldest web view the shell runs on.
    target: ['safari16.4', 'chrome111'],
    sourcemap: false,
    // Inlined assets would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // Without this, tests resolve Svelte to its server build.
  resolve: process.env['VITEST'] ? { conditions: ['browser'] } : {},
  test: {
    environment: 'happy-dom',
    // Wide enough for every pane to stand beside the text.
    environmentOptions: { happyDOM: { width: 1400, height: 900 } },
    // The whole window is drawn in some tests, on machines that build at the same time.
    testTimeout: 30_000,
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/testing/setup.ts'],
    restoreMocks: true,
  },
});
