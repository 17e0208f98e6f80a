import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type ChildMessage, childMessageSchema, type ParentMessage } from '@enkaku/shared/protocol/pipe.ts';

const scannerMain = fileURLToPath(new URL('../../scanner/main.ts', import.meta.url));

export class ScannerFailedError extends Error {
  override readonly name = 'ScannerFailedError';
  readonly code = 'scanner-failed';
}

/** The scanner as a child process, spoken to over its standard input and output. */
export interface ScannerChild extends AsyncDisposable {
  send(message: ParentMessage): void;
  /** Every message until the child ends. @throws ScannerFailedError when it says something else */
  messages(): AsyncIterable<ChildMessage>;
}

export function startScanner(environment: NodeJS.ProcessEnv = process.env): ScannerChild {
  const child = spawn(process.execPath, [scannerMain, '--pipe'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...environment, ENKAKU_LOG: environment.ENKAKU_LOG ?? 'warn' },
  });
  // A child that is gone says so by the end of its messages.
  child.stdin.on('error', () => undefined);
  return {
    send: (message) => void child.stdin.write(`${JSON.stringify(message)}\n`),
    messages: () => messagesOf(child),
    [Symbol.asyncDispose]: () => end(child),
  };
}

async function* messagesOf(child: ChildProcess): AsyncIterable<ChildMessage> {
  if (child.stdout === null) return;
  for await (const line of createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY })) {
    const message = childMessageSchema.safeParse(JSON.parse(line));
    if (!message.success)
      throw new ScannerFailedError('the scanner said something that cannot be understood');
    yield message.data;
  }
}

/** Its input ends, and with that all it runs; what does not end is killed. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.stdin?.end();
  const killing = setTimeout(() => child.kill('SIGKILL'), 3000);
  await once(child, 'exit');
  clearTimeout(killing);
}
