import { expect, test } from 'vitest';
import { envelope } from '../../../evidence/envelope.fixture.ts';
import { buildSshKeys, hostKey } from '../../../evidence/ssh-keys/build.fixture.ts';
import { no, unknown, yes } from '../../../model/observed.ts';
import { verdictAmong } from '../../outcome.fixture.ts';
import { sharedHostKey } from './shared.ts';

const keyed = (sha256: string) => ({
  algorithm: 'ssh-ed25519',
  key: yes({ type: 'ssh-ed25519', bits: 256, sha256, blob: '00' }),
});

function onHost(host: string, hostKeys: Parameters<typeof buildSshKeys>[0]) {
  const { data } = buildSshKeys(hostKeys);
  return { ...envelope('ssh-keys', { port: 22, host }, data), id: 'evd_other' as const };
}

test.each([
  ['another host with the same key', [keyed('aa')], 'vulnerable'],
  ['another host with other keys', [keyed('bb'), hostKey('ssh-rsa', 2048)], 'safe'],
  ['another host whose key was not seen', [{ algorithm: 'ssh-ed25519', key: unknown('timeout') }], 'safe'],
])('%s → %s', (_, hostKeys, expected) => {
  const own = buildSshKeys({ hostKeys: [keyed('aa')] });
  expect(verdictAmong(sharedHostKey, [own], [onHost('127.77.9.9', { hostKeys })]).verdict).toBe(expected);
});

test('the same host on another port, or nobody else → not applicable', () => {
  const own = buildSshKeys({ hostKeys: [keyed('aa')] });
  expect(verdictAmong(sharedHostKey, [own], []).verdict).toBe('not-applicable');
  const twin = onHost(own.endpoint.host, { hostKeys: [keyed('aa')] });
  expect(verdictAmong(sharedHostKey, [own], [twin]).verdict).toBe('not-applicable');
});

test('no key of its own seen → undetermined', () => {
  const own = buildSshKeys({ hostKeys: [], groupExchange: no });
  const other = onHost('127.77.9.9', { hostKeys: [keyed('aa')] });
  expect(verdictAmong(sharedHostKey, [own], [other])).toEqual({
    verdict: 'undetermined',
    reason: 'unknown-key',
  });
});
