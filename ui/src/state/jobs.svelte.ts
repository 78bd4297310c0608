import type { CallOptions, Engine, ProgressView } from '../backend';

/** Long work that is going on. */
export interface Job {
  id: string;
  kind: 'fetch' | 'import' | 'compare' | 'export';
  /** The file or text it is about. */
  name: string;
  progress: ProgressView | null;
  cancelling: boolean;
}

/** Long work: what is going on, how far it is, and how to stop it. */
export class Jobs {
  list = $state.raw<Job[]>([]);
  #made = 0;

  constructor(private readonly engine: Engine) {}

  /** Runs a command as a job; it is in the list until it ends. */
  async run<T>(kind: Job['kind'], name: string, command: string, payload: unknown): Promise<T> {
    const id = `${kind}-${++this.#made}`;
    this.list = [...this.list, { id, kind, name, progress: null, cancelling: false }];
    const options: CallOptions = { job: id, onProgress: (progress) => this.#change(id, { progress }) };
    try {
      return await this.engine.call<T>(command, payload, options);
    } finally {
      this.list = this.list.filter((job) => job.id !== id);
    }
  }

  /** Asks a job to stop; its own call then ends with the error `cancelled`. */
  async cancel(id: string): Promise<void> {
    if (!this.list.some((job) => job.id === id && !job.cancelling)) return;
    this.#change(id, { cancelling: true });
    await this.engine.call('job.cancel', { job: id }).catch(() => this.#change(id, { cancelling: false }));
  }

  /** Asks all jobs of a kind to stop. */
  cancelAll(kind: Job['kind']): void {
    for (const job of this.list) if (job.kind === kind) void this.cancel(job.id);
  }

  #change(id: string, change: Partial<Job>): void {
    this.list = this.list.map((job) => (job.id === id ? { ...job, ...change } : job));
  }
}
