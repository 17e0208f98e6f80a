import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { buildPorts, openPort } from '@enkaku/shared/evidence/ports/build.fixture.ts';
import { snmpAnswerSchema } from '@enkaku/shared/evidence/snmp-answer/schema.ts';
import { no, unknown } from '@enkaku/shared/model/observed.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createGuard } from '../../guard/create-guard.ts';
import { buildOrder, hostAt } from '../../guard/order.fixture.ts';
import { encodeBer, encodeInteger, readBer, tag } from '../wire/ber.ts';
import { encodeGet, isResponseTo, readResponse } from './message.ts';
import { askBoth, snmpAnswerProbe } from './probe.ts';

const sysDescrOid = encodeBer(tag.oid, Buffer.from('2b06010201010100', 'hex'));
const router = encodeBer(tag.octetString, Buffer.from('RTX1210 Rev.14.01.42\r\n'));

function response(id: number, { version = 0, status = 0, oid = sysDescrOid, value = router } = {}): Buffer {
  const bindings = encodeBer(tag.sequence, encodeBer(tag.sequence, Buffer.concat([oid, value])));
  const pdu = Buffer.concat([encodeInteger(id), encodeInteger(status), encodeInteger(0), bindings]);
  return encodeBer(
    tag.sequence,
    Buffer.concat([
      encodeInteger(version),
      encodeBer(tag.octetString, Buffer.from('public')),
      encodeBer(tag.response, pdu),
    ]),
  );
}

/** The request's id and version, read from its bytes as an agent would. */
function readRequest(request: Buffer): { id: number; version: number } {
  const [message] = readBer(request);
  const [version, , pdu] = readBer(message?.content ?? Buffer.alloc(0));
  const [id] = readBer(pdu?.content ?? Buffer.alloc(0));
  return { id: id?.content.readIntBE(0, id.content.length) ?? 0, version: version?.content[0] ?? 9 };
}

function guardFor({ address, port }: { address: string; port: number }) {
  return createGuard({ order: buildOrder({ target: hostAt(address), udpPorts: [port] }) });
}

async function seen(answer: (request: { id: number; version: number }) => readonly Buffer[]) {
  const agent = createSocket('udp4');
  let requests = 0;
  agent.on('message', (request, peer) => {
    requests += 1;
    for (const datagram of answer(readRequest(request))) agent.send(datagram, peer.port, peer.address);
  });
  agent.bind(0, '127.77.3.30');
  await once(agent, 'listening');
  try {
    const place = { address: '127.77.3.30', port: agent.address().port };
    await using guard = guardFor(place);
    const data = await askBoth(guard, place, [150, 150]);
    snmpAnswerSchema.parse(data);
    return { ...data, requests };
  } finally {
    agent.close();
  }
}

describe('snmpAnswerProbe', () => {
  test('an agent that serves public → its description, for each version', async () => {
    const { v1, v2c } = await seen(({ id, version }) => [response(id, { version })]);
    for (const answer of [v1, v2c]) {
      expect(answer).toMatchObject({ outcome: 'yes', value: { sysDescr: 'RTX1210 Rev.14.01.42' } });
    }
  });

  test('an agent of v2c only → yes for it, unknown for v1', async () => {
    const { v1, v2c } = await seen(({ id, version }) => (version === 1 ? [response(id, { version })] : []));
    expect([v1, v2c.outcome]).toEqual([unknown('timeout'), 'yes']);
  });

  test('noSuchName, or no such object → served, without a description', async () => {
    const none = encodeBer(tag.noSuchObject, Buffer.alloc(0));
    const { v1, v2c } = await seen(({ id, version }) => [
      version === 0 ? response(id, { status: 2 }) : response(id, { version, value: none }),
    ]);
    expect([v1, v2c]).toMatchObject([{ value: { sysDescr: '' } }, { value: { sysDescr: '' } }]);
  });

  test('authorizationError → no', async () => {
    const { v2c } = await seen(({ id, version }) => [response(id, { version, status: 16 })]);
    expect(v2c).toEqual(no);
  });

  test('silence → unknown, after two tries a version', async () => {
    const { v1, v2c, requests } = await seen(() => []);
    expect([v1, v2c, requests]).toEqual([unknown('timeout'), unknown('timeout'), 4]);
  });

  test('answers of another request, another version, another protocol → unknown', async () => {
    const { v1 } = await seen(({ id, version }) => [
      response(id + 1, { version }),
      response(id, { version: 1 - version }),
      Buffer.from('HTTP/1.1 200 OK'),
    ]);
    expect(v1).toEqual(unknown('timeout'));
  });

  test('another object than was asked for → unknown, garbled', async () => {
    const oid = encodeBer(tag.oid, Buffer.from('2b06010201010200', 'hex'));
    const { v1 } = await seen(({ id, version }) => [response(id, { version, oid })]);
    expect(v1).toEqual(unknown('garbled'));
  });

  test('nobody listens → no, said by the host itself', async () => {
    const place = { address: '127.77.3.31', port: 16_199 };
    await using guard = guardFor(place);
    expect(await askBoth(guard, place, [300])).toEqual({ v1: no, v2c: no });
  });

  test.each([
    ['UDP 161 in the order', [161], [161]],
    ['UDP 161 not in the order', [53], []],
    ['SNMP heard on a port of the order', [53, 1161], [1161]],
  ])('%s → its places', (_, udpPorts, expected) => {
    const ports = [openPort(1161, { name: 'snmp' }, { transport: 'udp' })];
    const view = { order: buildOrder({ udpPorts }), ports: buildPorts({ ports }).data };
    expect(snmpAnswerProbe.places(view).map(({ port }) => port)).toEqual(expected);
  });
});

describe('the BER of SNMP', () => {
  test('GET sysDescr.0 → the bytes that Net-SNMP sends', () => {
    expect(encodeGet('v2c', 0x1234).toString('hex')).toBe(
      '3027020101040670' + '75626c6963a01a020212340201000201003' + '00e300c06082b060102010101000500',
    );
  });

  test.each([0, 127, 128, 255, 256, 32_767, 32_768, 0x7fff_ffff])(
    '%d → shortest INTEGER, never negative',
    (n) => {
      const [element] = readBer(encodeInteger(n));
      expect(element?.content.readIntBE(0, element.content.length)).toBe(n);
    },
  );

  test.each([
    ['an indefinite length', '3080'],
    ['a length beyond the datagram', '307f0201'],
    ['a length of 2^32', '3084ffffffff'],
    ['a length of 126 octets', '30fe'],
    ['a hundred elements', '0500'.repeat(100)],
    ['nothing', ''],
  ])('%s → no response', (_, hex) => {
    const bytes = Buffer.from(hex, 'hex');
    expect(isResponseTo('v1', 1, bytes)).toBe(false);
    expect(readResponse(bytes)).toEqual({ state: 'garbled' });
  });

  test('any bytes, and any byte changed in a response → an answer, never an exception', () => {
    const good = response(1);
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.nat(good.length - 1),
        fc.nat(255),
        (bytes, at, value) => {
          const changed = Buffer.from(good);
          changed[at] = value;
          for (const datagram of [Buffer.from(bytes), changed]) {
            isResponseTo('v1', 1, datagram);
            readResponse(datagram);
          }
        },
      ),
    );
  });

  test('a description of 60 KiB of control characters → one line, within the limit', () => {
    const value = encodeBer(tag.octetString, Buffer.from('a\n\x1b'.repeat(20_000)));
    const reading = readResponse(response(1, { value }));
    expect(reading).toMatchObject({ state: 'answered', sysDescr: expect.stringMatching(/^[a ]{2048}$/) });
  });
});
