import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { Worker, WorkerOptions } from 'node:worker_threads';

/**
 * A Bree worker as a process instead of a thread: what it loaded for mails and reports is given back whole when it ends,
 * and a report that breaks it breaks nothing else. It looks to Bree like the thread that Bree expects.
 */
export function startWorkerProcess(program: string, { workerData }: Partial<WorkerOptions>): Worker {
  return new WorkerProcess(program, workerData) as unknown as Worker;
}

class WorkerProcess extends EventEmitter {
  readonly #child: ChildProcess;

  constructor(program: string, data: object) {
    super();
    this.#child = fork(program, { stdio: ['ignore', 2, 2, 'ipc'] });
    this.#child.on('spawn', () => this.emit('online'));
    this.#child.on('error', (error) => this.emit('error', error));
    this.#child.on('exit', (code, signal) => this.emit('exit', signal === null ? code : 1));
    this.#child.send(data, (error) => error !== null && this.#child.kill('SIGKILL'));
  }

  /** Bree says `cancel` here; a round is short and may come to its end. */
  postMessage(): void {}

  terminate(): void {
    this.#child.kill('SIGKILL');
  }
}
