import { expect, test } from 'vitest';
import { hostsOf, learn, type Measured, untaught } from './estimate.ts';
import type { ScopedAsset } from './scope.ts';

const server: ScopedAsset = { kind: 'address', value: '203.0.112.10', pinned: [] };
const name: ScopedAsset = { kind: 'name', value: 'www.kakuu.example', pinned: ['203.0.112.10'] };
const range: ScopedAsset = { kind: 'range', value: '203.0.112.0/29', pinned: [] };
const zone: ScopedAsset = { kind: 'domain', value: 'kakuu.example', pinned: [] };

test.each([
  ['default', 180_000],
  ['all', 1_200_000],
  ['80,443', 60_034],
])('ports %s before anything was measured → %d ms a host', (ports, ms) => {
  expect(untaught.host('203.0.112.10', ports)).toBe(ms);
});

test.each([
  ['one address', [server], 1],
  ['an address and its name', [server, name], 1],
  ['a range, one beside it, and a domain', [range, server, zone], 10],
  ['nothing', [], 0],
])('%s → what has to be looked at', (_, assets, count) => {
  expect(hostsOf(assets)).toHaveLength(count);
});

const took = (durationMs: number, host = '198.51.100.1', change: Partial<Measured> = {}): Measured => ({
  kind: 'host',
  host,
  ports: 'default',
  durationMs,
  ...change,
});
const eight = [10, 20, 30, 40, 50, 60, 70, 80].map((seconds) => took(seconds * 1000));

test.each([
  ['too few of its kind', eight.slice(1), 180_000],
  ['eight of its kind', eight, 70_000],
  ['eight of another port list', eight.map((one) => ({ ...one, ports: 'all' })), 180_000],
  ['two of its own', [...eight, took(1000, '203.0.112.10'), took(1000, '203.0.112.10')], 60_000],
  [
    'its own last three',
    [5000, 4000, 9000, 100, 100].map((ms) => took(ms, '203.0.112.10')).concat(eight),
    5000,
  ],
])('%s → %s', (_, measured, ms) => {
  expect(learn(measured).host('203.0.112.10', 'default')).toBe(ms);
});

test('domains → by themselves', () => {
  const domains = eight.map((one) => ({ ...one, kind: 'domain' as const, ports: '' }));

  expect(learn(domains).domain('kakuu.example')).toBe(70_000);
  expect(learn(domains).host('203.0.112.10', 'default')).toBe(180_000);
});
