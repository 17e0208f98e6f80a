import { expect, test } from 'vitest';
import { countApplying } from './applying.ts';

const place = { check: 'a', host: '192.0.2.1', name: null };
const missed = (transport: 'tcp' | 'udp', reason: string) => ({ ...place, port: 161, transport, reason });

test.each([
  ['a datagram service that is silent', [missed('udp', 'timeout')], 0],
  ['one whose answer was of another language', [missed('udp', 'garbled')], 1],
  ['one that was not asked', [missed('udp', 'window-closed')], 1],
  ['a TCP service that is silent', [missed('tcp', 'timeout')], 1],
  ['all of them', [missed('udp', 'timeout'), missed('udp', 'reset'), missed('tcp', 'timeout')], 2],
])('%s → as many unanswered checks that apply', (_, undetermined, unanswered) => {
  const counted = countApplying({
    passed: [{ ...place, port: 443, transport: 'tcp' }],
    findings: [],
    undetermined,
  });
  expect(counted).toEqual({ answered: 1, unanswered });
});
