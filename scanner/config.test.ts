import { describe, expect, it } from 'vitest';
import { toConfig, UsageError } from './config.ts';
import { readEnv } from './env.ts';

const config = (args: readonly string[], env: Record<string, string> = {}) => toConfig(args, readEnv(env));

describe('the command line', () => {
  it('--pipe → a child of its scheduler', () => {
    expect(config(['--pipe'])).toMatchObject({
      mode: { kind: 'pipe' },
      slots: 8,
      nmapPath: 'nmap',
      deny: [],
    });
  });

  it('--join, --state, --name → a node of a fleet', () => {
    expect(config(['--join', 'https://p.example/#t', '--state', '/tmp/s', '--name', 'n'])).toMatchObject({
      mode: {
        kind: 'fleet',
        invitation: { url: 'https://p.example/', token: 't' },
        stateFolder: '/tmp/s',
        name: 'n',
      },
    });
  });

  it('nothing → a node that has joined before', () => {
    expect(config([])).toMatchObject({ mode: { kind: 'fleet', invitation: null } });
  });

  it.each([
    ['an unknown option', ['--force']],
    ['a stray word', ['https://p.example/#t']],
    ['both ways', ['--pipe', '--join', 'https://p.example/#t']],
    ['no address', ['--join']],
    ['an unencrypted address', ['--join', 'http://p.example/#t']],
  ])('%s → usage', (_, args) => {
    expect(() => config(args)).toThrow(UsageError);
  });
});

describe('the environment', () => {
  it('slots, nmap, deny list and log level → taken', () => {
    const env = {
      ENKAKU_SLOTS: '3',
      ENKAKU_NMAP: '/opt/nmap',
      ENKAKU_DENY: '192.0.2.0/24, 2001:db8::/32',
      ENKAKU_LOG: 'debug',
    };
    expect(config(['--pipe'], env)).toMatchObject({
      slots: 3,
      nmapPath: '/opt/nmap',
      deny: [
        ['192.0.2.0', 24],
        ['2001:db8::', 32],
      ],
      logLevel: 'debug',
    });
  });

  it.each([
    [{ ENKAKU_SLOTS: '0' }],
    [{ ENKAKU_SLOTS: 'many' }],
    [{ ENKAKU_SLOTS: '1.5' }],
    [{ ENKAKU_DENY: '192.0.2.1/24' }],
    [{ ENKAKU_DENY: 'example.jp' }],
    [{ ENKAKU_LOG: 'loud' }],
  ] as Record<string, string>[][])('%j → usage', (env) => {
    expect(() => config(['--pipe'], env)).toThrow(UsageError);
  });
});
