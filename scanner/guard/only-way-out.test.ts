import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const scanner = path.resolve(import.meta.dirname, '..');

/** Modules that open sockets or start programs; their types may be used anywhere. */
const waysOut =
  /^(?:node:)?(?:net|tls|dgram|child_process|https?|http2|dns(?:\/promises)?|cluster|worker_threads)$/;
/** Libraries that open sockets of their own. Of dns2, only its codec is wanted. */
const libraries = /^(?:net-snmp|node-nmap|undici|ws)$/;
/** What of such modules sends nothing. */
const harmless = /^(?:type\s.*|rootCertificates|isIP|isIPv4|isIPv6)$/;
/** The scheduler is no target: the node's link to it goes its own way. */
const exceptions: Readonly<Record<string, RegExp>> = { 'agent/link-http.ts': /\bfetch\(/ };

const files = globSync('**/*.ts', { cwd: scanner })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => !file.includes('node_modules/') && !/\.(test|fixture|d)\.ts$/.test(file))
  .filter((file) => !file.startsWith('guard/'));

interface Exit {
  readonly file: string;
  readonly what: string;
}

/** Whatever lets bytes out of the process past the guard. */
function exitsOf(file: string, text: string): readonly Exit[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const imports = [
    ...code.matchAll(/\b(?:import|export)\b(?<clause>[^'";]*?)\bfrom\s*['"](?<module>[^'"]+)['"]/g),
    ...code.matchAll(/\b(?:import|require|getBuiltinModule)\s*\(?\s*['"](?<module>[^'"]+)['"]/g),
  ]
    .filter(({ groups }) => !sendsNothing(groups?.clause ?? ''))
    .map(({ groups }) => groups?.module ?? '')
    .filter((module) => waysOut.test(module) || libraries.test(module));
  const calls = [
    ...code.matchAll(
      /\b(?:fetch\(|new (?:WebSocket|EventSource|XMLHttpRequest)\b|\b(?:UDP|TCP|DOH|Google)Client\b)/g,
    ),
  ]
    .map(([call]) => call)
    .filter((call) => !exceptions[file]?.test(call));
  return [...imports, ...calls].map((what) => ({ file, what }));
}

/** `type { … }`, or braces in which every name is a type or harmless. */
function sendsNothing(clause: string): boolean {
  if (/^\s*type\b/.test(clause)) return true;
  const names = /^\s*\{([^}]*)\}\s*$/
    .exec(clause)?.[1]
    ?.split(',')
    .map((name) => name.trim());
  return names?.every((name) => name === '' || harmless.test(name)) ?? false;
}

describe('the guard is the only way out', () => {
  it('no file outside it opens a socket, starts a program or fetches', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap((file) => exitsOf(file, readFileSync(path.join(scanner, file), 'utf8')))).toEqual(
      [],
    );
  });

  it.each([
    ["import { connect } from 'node:net';"],
    ["import net from 'net';"],
    ["import * as tls from 'node:tls';"],
    ["import { type Socket, connect } from 'node:net';"],
    ["import dgram, { type Socket } from 'node:dgram';"],
    ["import 'node:https';"],
    ["const { spawn } = await import('node:child_process');"],
    ["process.getBuiltinModule('node:net')"],
    ["export { connect } from 'node:http2';"],
    ["import snmp from 'net-snmp';"],
    ["import nmap from 'node-nmap';"],
    ['await fetch(url)'],
    ["new WebSocket('ws://x')"],
    ['dns2.UDPClient({ dns })'],
  ])('%s → seen', (line) => {
    expect(exitsOf('probes/x/probe.ts', line).length).toBeGreaterThan(0);
  });

  it.each([
    ["import type { Socket } from 'node:net';"],
    ["import { type Socket, type Server } from 'node:net';"],
    ["import { rootCertificates } from 'node:tls';"],
    ["import { createHash } from 'node:crypto';"],
    ["// import { connect } from 'node:net';"],
    ['const prefetch = refetch(1);'],
  ])('%s → harmless', (line) => {
    expect(exitsOf('probes/x/probe.ts', line)).toEqual([]);
  });

  it('fetch in the link to the scheduler → allowed there alone', () => {
    expect(exitsOf('agent/link-http.ts', 'await fetch(url)')).toEqual([]);
    expect(exitsOf('agent/link-http.ts', "import net from 'node:net'").length).toBe(1);
    expect(exitsOf('agent/other.ts', 'await fetch(url)').length).toBe(1);
  });
});
