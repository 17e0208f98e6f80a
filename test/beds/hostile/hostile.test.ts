import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { behaviours } from './behaviours.ts';
import type { HostileLooks, Listening } from './look.ts';

const address = '127.77.3.1';
const times = { waitMs: 400, responseMs: 800, visitMs: 6000 };
const names = [...Object.keys(behaviours), 'TLS garbage'];
/** For all that V8 keeps. What goes beyond ends the process, and with it these tests. */
const heapMegabytes = 64;
const mostMegabytes = 400;

let servers: ChildProcess;
let seen: HostileLooks;

const program = (file: string) => fileURLToPath(new URL(file, import.meta.url));

beforeAll(async () => {
  servers = spawn(process.execPath, [program('serve.ts'), address], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = await once(createInterface({ input: servers.stdout as NodeJS.ReadableStream }), 'line');
  const listening: readonly Listening[] = JSON.parse(line);
  const looking = spawn(
    process.execPath,
    [
      `--max-old-space-size=${heapMegabytes}`,
      program('look.ts'),
      JSON.stringify({ address, servers: listening, times }),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  seen = JSON.parse(await text(looking.stdout));
});

afterAll(() => {
  servers.stdin?.end();
});

describe.each(names)('%s', (name) => {
  const look = () => {
    const found = seen.looks.find((each) => each.name === name);
    if (found === undefined) throw new Error(`not looked at: ${name}`);
    return found;
  };

  test('→ no finding of medium or higher', () => expect(look().accused).toEqual([]));

  // Two visits: one to the pages, one to the files.
  test('→ an end in time', () => expect(look().seconds).toBeLessThan((times.visitMs * 2 + 6000) / 1000));

  test('→ evidence that is small', () => expect(look().evidenceCharacters).toBeLessThan(3 * 1024 * 1024));
});

test(`eight at once → a process of ${mostMegabytes} MB at most`, () => {
  const slowest = Math.max(...seen.looks.map(({ seconds }) => seconds));
  process.stdout.write(
    `hostile web servers: ${Math.round(seen.peakMegabytes)} MB at the peak, the slowest took ${slowest.toFixed(1)} s\n`,
  );
  expect(seen.peakMegabytes).toBeLessThan(mostMegabytes);
});

test.each(['a firewall that says 200', 'a firewall that says 403', 'a rate limit', 'a login wall'])(
  '%s → told as blocked',
  (name) => expect(seen.looks.find((each) => each.name === name)?.blocked).toBe(true),
);
