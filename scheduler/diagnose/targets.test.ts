import type { Address } from '@enkaku/shared/model/address.ts';
import { expect, test } from 'vitest';
import { parseOptions } from './options.ts';
import { targetsOf } from './targets.ts';

const resolve = async (name: string) =>
  (name === 'www.town.example.jp' ? ['203.0.114.1', '2400:4000::1'] : []) as Address[];
const permitted = ['--authorized-by', '情報政策課長'];
const targets = (...args: string[]) => targetsOf(parseOptions([...args, ...permitted]), resolve);

test('a name → every address of it, each once, with the zones that were named', async () => {
  expect(await targets('www.town.example.jp', '--domain', 'town.example.jp')).toEqual([
    { kind: 'host', address: '203.0.114.1', names: ['www.town.example.jp'], zones: ['town.example.jp'] },
    { kind: 'host', address: '2400:4000::1', names: ['www.town.example.jp'], zones: ['town.example.jp'] },
    { kind: 'domain', domain: 'town.example.jp' },
  ]);
});

test('several names pinned to one address → one host with both', async () => {
  expect(await targets('a.example.jp@203.0.114.9', 'b.example.jp@203.0.114.9', '203.0.114.9')).toEqual([
    { kind: 'host', address: '203.0.114.9', names: ['a.example.jp', 'b.example.jp'], zones: [] },
  ]);
});

test('a range → its addresses', async () => {
  expect(await targets('203.0.114.4/31')).toMatchObject([
    { address: '203.0.114.4' },
    { address: '203.0.114.5' },
  ]);
});

test.each([
  [['gone.example.jp'], /no address found/],
  [['203.0.114.0/16'], /not a target|too wide/],
  [['203.0.0.0/16'], /too wide/],
  [['a.example.jp@somewhere'], /not a target/],
  [['user@'], /not a target/],
  [['10.0.0.1'], /special-purpose/],
  [['a.example.jp@127.0.0.1'], /special-purpose/],
  [['203.0.114.1', '--lab'], /--lab permits no public address/],
])('%j → refused: %s', async (args, why) => {
  await expect(targets(...args)).rejects.toThrow(why);
});

test('a public address without somebody’s authority → refused', async () => {
  await expect(targetsOf(parseOptions(['203.0.114.1']), resolve)).rejects.toMatchObject({ code: 'refused' });
});
