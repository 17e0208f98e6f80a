import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureNmap } from './install.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'enkaku-install-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, mode = 0o755) => {
  const file = path.join(folder, name);
  writeFileSync(file, '#!/bin/sh\n');
  chmodSync(file, mode);
};

/** A package manager that succeeds from its `worksAt`th call of install on. */
function machine(isRoot: boolean, worksAt = 1) {
  const calls: string[] = [];
  let installs = 0;
  const run = async (_: string, args: readonly string[]) => {
    calls.push(args[0] ?? '');
    if (args[0] !== 'install') return 0;
    if (++installs < worksAt) return 100;
    put('nmap');
    return 0;
  };
  return { calls, machine: { searchPath: folder, isRoot, run } };
}

describe('nmap', () => {
  it('is there → nothing happens', async () => {
    put('nmap');
    const { calls, machine: here } = machine(true);
    expect(await ensureNmap('nmap', here)).toEqual({ state: 'present' });
    expect(calls).toEqual([]);
  });

  it('missing, root, apt-get → installed', async () => {
    put('apt-get');
    const { calls, machine: here } = machine(true);
    expect(await ensureNmap('nmap', here)).toEqual({ state: 'installed' });
    expect(calls).toEqual(['install']);
  });

  it('missing, lists of packages absent → updated first', async () => {
    put('apt-get');
    const { calls, machine: here } = machine(true, 2);
    expect(await ensureNmap('nmap', here)).toEqual({ state: 'installed' });
    expect(calls).toEqual(['install', 'update', 'install']);
  });

  it.each([
    ['not root', false, 'apt-get', 'sudo apt-get install -y nmap'],
    ['another package manager', true, 'dnf', 'sudo dnf install -y nmap'],
    ['root, but the package cannot be had', true, 'apt-get', 'sudo apt-get install -y nmap'],
  ])('missing, %s → the command is told', async (_, isRoot, manager, command) => {
    put(manager);
    const { machine: here } = machine(isRoot, 99);
    expect(await ensureNmap('nmap', here)).toEqual({ state: 'missing', command });
  });

  it('a path that was configured and is wrong → nothing is installed in its place', async () => {
    put('apt-get');
    const { calls, machine: here } = machine(true);
    expect(await ensureNmap('/nonexistent/nmap', here)).toMatchObject({ state: 'missing' });
    expect(calls).toEqual([]);
  });

  it('a file that may not be run → missing', async () => {
    put('nmap', 0o644);
    expect(await ensureNmap('nmap', machine(false).machine)).toMatchObject({ state: 'missing' });
  });
});
