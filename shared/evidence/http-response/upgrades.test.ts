import { expect, test } from 'vitest';
import { httpResponseSchema } from './schema.ts';
import { httpResponseUpgrades } from './upgrades.ts';

const upgraded = (data: Readonly<Record<string, unknown>>) =>
  httpResponseUpgrades.reduce<Readonly<Record<string, unknown>>>((each, step) => step(each), data);

const old = (body: string, bodyBytes: number) => ({
  scheme: 'https',
  host: 'www.city.example',
  exchanges: [
    {
      purpose: 'root',
      url: 'https://www.city.example/',
      response: { outcome: 'yes', value: { status: 200, headers: [], body, bodyBytes, elapsedMs: 3 } },
    },
    {
      purpose: 'env',
      url: 'https://www.city.example/.env',
      response: { outcome: 'unknown', reason: 'reset' },
    },
  ],
});

test('version 1 → a plain GET over HTTP/1.1, its time of arrival not noted', () => {
  const [root, env] = httpResponseSchema.parse(upgraded(old('<p>', 3))).exchanges;
  expect(root).toMatchObject({
    method: 'GET',
    protocol: 'HTTP/1.1',
    sent: [],
    response: { value: { complete: true, receivedAt: null } },
  });
  expect(env?.response).toEqual({ outcome: 'unknown', reason: 'reset' });
});

test.each([
  ['x'.repeat(16_384), 16_384],
  ['市'.repeat(5000), 20_000],
])('a body that version 1 cut → not complete', (body, bodyBytes) => {
  const [root] = httpResponseSchema.parse(upgraded(old(body, bodyBytes))).exchanges;
  expect(root?.response).toMatchObject({ value: { complete: false } });
});

test.each([[{}], [{ exchanges: 'none' }], [{ exchanges: [null, 7, { response: 'x' }] }]])(
  'foreign data %j → no error, and the schema refuses it',
  (data) => {
    expect(httpResponseSchema.safeParse(upgraded(data)).success).toBe(false);
  },
);
