import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What a mail server says to swaks, which is told to go no further than RCPT. */
export interface SwaksAnswers {
  readonly seconds: number;
  readonly extensions: readonly string[];
  readonly relays: boolean;
}

/** Null where swaks is not installed. */
export async function runSwaks(address: string): Promise<SwaksAnswers | null> {
  const startedAt = performance.now();
  const ehlo = await talk(address, 'EHLO');
  const rcpt = await talk(address, 'RCPT');
  if (ehlo === null || rcpt === null) return null;
  return {
    seconds: (performance.now() - startedAt) / 1000,
    extensions: ehlo
      .matchAll(/^<- {1,3}250[ -](.*?)\r?$/gm)
      .map(([, text = '']) => text)
      .toArray()
      .slice(1),
    relays: /^ -> RCPT TO:.*\n<- {1,3}25[01][ -]/m.test(rcpt),
  };
}

async function talk(address: string, upTo: 'EHLO' | 'RCPT'): Promise<string | null> {
  const mail = ['--from', 'swaks@sender.example', '--to', 'swaks@recipient.example'];
  const args = [
    '--server',
    address,
    '--port',
    '25',
    '--helo',
    'enkaku.example',
    ...mail,
    '--quit-after',
    upTo,
  ];
  try {
    return (await promisify(execFile)('swaks', args, { timeout: 60_000 })).stdout;
  } catch (error) {
    const { code, stdout } = error as { code?: unknown; stdout?: string };
    if (code === 'ENOENT') return null;
    // A refusal is an exit code of its own.
    if (typeof code === 'number' && stdout !== undefined) return stdout;
    throw error;
  }
}
