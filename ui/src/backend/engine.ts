import type { ErrorView, ProgressView } from './types';

/** What a call may carry besides its payload. */
export interface CallOptions {
  /** Names the job, so that `job.cancel` can stop it. */
  job?: string;
  /** Called for every progress message of the job, at most ten a second. */
  onProgress?: (progress: ProgressView) => void;
}

/** A file the user chose or dropped: its path where the host knows it, else its bytes. */
export type PickedFile = { path: string } | { name: string; base64: string };

/** The engine, as the window sees it. Every host (shell, browser, fake) is one of these. */
export interface Engine {
  /**
   * Runs a command of the contract.
   * @throws {EngineError} for every refusal or failure
   */
  call<T>(name: string, payload: unknown, options?: CallOptions): Promise<T>;
  /** Asks the user for a file to read; `null` when the user thought better of it. */
  openFileDialog(): Promise<PickedFile | null>;
  /** Asks the user where to write; `null` when the user thought better of it. */
  saveFileDialog(suggested: string, extension: string): Promise<string | null>;
  /** Reports files dropped anywhere on the window. Returns how to stop listening. */
  onFilesDropped(listener: DropListener): () => void;
  /** Opens an address of the catalogue in the user's browser. */
  openExternal(address: string): Promise<void>;
  /** Shows the folder of a file that was exported. */
  openFolder(path: string): Promise<void>;
  /**
   * Asks before the window closes. The listener says whether it may close at once; where it says
   * no, it asks the user and calls [`Engine.quit`] afterwards. Returns how to stop listening.
   */
  onClosing(mayClose: () => boolean): () => void;
  /** Ends the program. */
  quit(): Promise<void>;
  /** The system's language, BCP 47. */
  systemLanguage(): string;
}

/** Hears of files over and on the window. */
export interface DropListener {
  /** Files are over the window, or no longer are. */
  hover(over: boolean): void;
  /** Files were dropped. */
  drop(files: PickedFile[]): void;
}

/** A refusal or a failure of the engine. */
export class EngineError extends Error {
  constructor(readonly view: ErrorView) {
    super(view.message);
    this.name = 'EngineError';
  }

  /** Any thrown value as an `EngineError`; what the engine did not send becomes `internal`. */
  static from(thrown: unknown): EngineError {
    if (thrown instanceof EngineError) return thrown;
    if (isErrorView(thrown)) return new EngineError(thrown);
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return new EngineError({ code: 'internal', message, file: null, detail: null });
  }
}

function isErrorView(value: unknown): value is ErrorView {
  return typeof value === 'object' && value !== null && 'code' in value && 'message' in value;
}
