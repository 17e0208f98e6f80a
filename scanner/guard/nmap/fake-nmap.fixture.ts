import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface FakeNmap extends Disposable {
  readonly path: string;
}

/** A program that stands in for nmap: `body` is CommonJS, its arguments are in `process.argv`. */
export function fakeNmap(body: string): FakeNmap {
  const folder = mkdtempSync(path.join(tmpdir(), 'enkaku-fake-nmap-'));
  const file = path.join(folder, 'nmap');
  writeFileSync(file, `#!${process.execPath}\n${body}\n`);
  chmodSync(file, 0o755);
  return { path: file, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}
