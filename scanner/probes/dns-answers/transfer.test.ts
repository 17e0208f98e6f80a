import { MalformedDnsError } from '@enkaku/shared/protocol/dns/name.ts';
import { encodeQuery } from '@enkaku/shared/protocol/dns/query.ts';
import dns from 'dns2';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frame } from './exchange.ts';
import { readTransfer } from './transfer.ts';

const query = encodeQuery(
  { name: 'city.example', type: 'AXFR', class: 'IN', recursion: false, edns: null },
  7,
);
const soa = {
  name: 'city.example',
  type: 6,
  class: 1,
  ttl: 60,
  primary: 'ns.city.example',
  admin: 'root.city.example',
  serial: 1,
  refresh: 2,
  retry: 3,
  expiration: 4,
  minimum: 5,
};
const host = (index: number) => ({
  name: `h${index}.city.example`,
  type: 1,
  class: 1,
  ttl: 60,
  address: '192.0.2.1',
});

function message(answers: readonly object[], header: object = {}, withQuestion = true): Buffer {
  const packet = dns.Packet.parse(query);
  Object.assign(packet.header, { qr: 1, aa: 1, ...header });
  packet.answers = answers as dns.Packet.Resource[];
  if (!withQuestion) packet.questions = [];
  return frame(packet.toBuffer());
}

test('SOA, hosts, SOA over several messages, the later without a question → all records, over', () => {
  const stream = Buffer.concat([message([soa, host(1)]), message([host(2), soa], {}, false)]);
  const { records, isOver } = readTransfer(query, stream);
  expect(records.map(({ type }) => type)).toEqual(['SOA', 'A', 'A', 'SOA']);
  expect(isOver).toBe(true);
});

test('the second message is only half there → more is awaited', () => {
  const stream = Buffer.concat([message([soa, host(1)]), message([host(2), soa]).subarray(0, 20)]);
  expect(readTransfer(query, stream)).toMatchObject({ isOver: false, records: { length: 2 } });
});

test('a huge zone → over after fifty records', () => {
  const stream = message([soa, ...Array.from({ length: 200 }, (_, i) => host(i))]);
  expect(readTransfer(query, stream)).toMatchObject({ isOver: true, records: { length: 50 } });
});

test('hundreds of messages without a record → over', () => {
  const stream = Buffer.concat(Array(300).fill(message([])));
  expect(readTransfer(query, stream)).toMatchObject({ isOver: true, records: { length: 0 } });
});

test('REFUSED → over, without a record', () => {
  const { first, records, isOver } = readTransfer(query, message([], { rcode: 5 }));
  expect([first?.rcode, records.length, isOver]).toEqual([5, 0, true]);
});

test('a message of another id → MalformedDnsError', () => {
  const stream = message([soa, host(1), soa], { id: 8 });
  expect(() => readTransfer(query, stream)).toThrow(MalformedDnsError);
});

test('any stream → read or MalformedDnsError', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 80 }), { maxLength: 5 }), (messages) => {
      const stream = Buffer.concat(messages.map((bytes) => frame(Buffer.from(bytes))));
      try {
        readTransfer(query, stream);
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedDnsError);
      }
    }),
  );
});
