import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What swaks saw of a server, in one session for the encryption and one for the relaying. */
export interface SwaksView {
  readonly seconds: number;
  readonly banner: string;
  /** Of EHLO, in the clear and inside TLS; null: there was no TLS. */
  readonly keywords: readonly string[];
  readonly keywordsInTls: readonly string[] | null;
  /** The reply to RCPT for a stranger; null: it did not come to that. */
  readonly rcptCode: number | null;
}

/** Null where swaks is not installed. */
export async function runSwaks(address: string, port: number): Promise<SwaksView | null> {
  const common = ['--server', `${address}:${port}`, '--helo', 'enkaku.example', '--timeout', '30'];
  const startedMs = performance.now();
  const secure = await session([...common, '--tls-optional', '--quit-after', 'EHLO']);
  const abuse = await session([
    ...common,
    ...['--tls-optional', '--quit-after', 'RCPT'],
    ...['--from', 'enkaku-probe@sender.example', '--to', 'enkaku-probe@recipient.example'],
  ]);
  if (secure === null || abuse === null) return null;
  return {
    seconds: (performance.now() - startedMs) / 1000,
    banner: /^<- {2}220[ -](.*)$/m.exec(secure)?.[1] ?? '',
    keywords: keywordsOf(secure, '<-'),
    keywordsInTls: /^=== TLS started/m.test(secure) ? keywordsOf(secure, '<~') : null,
    rcptCode: rcptCodeOf(abuse),
  };
}

/** `<-` marks what came in the clear, `<~` what came inside TLS; the first line of EHLO is a name. */
function keywordsOf(transcript: string, mark: '<-' | '<~'): readonly string[] {
  const replies = [...transcript.matchAll(new RegExp(`^${mark} {2}250[ -](.*)$`, 'gm'))];
  return replies.slice(1).map(([, keyword = '']) => keyword.trim());
}

/** A refusal is marked with two stars. */
function rcptCodeOf(transcript: string): number | null {
  const reply = /RCPT TO:.*\n<(?:-|~|\*\*|~\*) +(\d{3})/.exec(transcript);
  return reply === null ? null : Number(reply[1]);
}

/** It ends with other codes than 0 for what it found. */
async function session(args: readonly string[]): Promise<string | null> {
  try {
    return (await promisify(execFile)('swaks', args, { timeout: 120_000 })).stdout;
  } catch (error) {
    const { code, stdout = '' } = error as { code: unknown; stdout?: string };
    return code === 'ENOENT' ? null : stdout;
  }
}
