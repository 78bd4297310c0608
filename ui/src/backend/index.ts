import type { Engine } from './engine';

export { EngineError, type CallOptions, type DropListener, type Engine, type PickedFile } from './engine';
export type * from './types';

/**
 * The only door to the engine. Picks the host this window runs in: the shell, the development
 * server with its made-up engine, or the test server with the real one.
 */
export async function connect(): Promise<Engine> {
  if ('__TAURI_INTERNALS__' in window) return (await import('./tauri')).tauriEngine();
  // The condition is a constant of the build, so the made-up engine is never shipped.
  if (import.meta.env.DEV) return (await import('./fake')).fakeEngine();
  return (await import('./browser')).browserEngine();
}
