import dns from 'dns2';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeMessage } from './message.ts';
import { escapeBytes, MalformedDnsError, readName } from './name.ts';
import { encodeQuery, isAnswerTo } from './query.ts';
import { presentRdata } from './rdata.ts';
import { typeCodes } from './types.ts';

const query = encodeQuery(
  {
    name: 'city.example.jp',
    type: 'TXT',
    class: 'IN',
    recursion: true,
    edns: { payload: 1232, dnssec: false },
  },
  0x1234,
);

/** An answer made by dns2, whose encoder is another's work than the decoder under test. */
function answered(fill: (packet: dns.Packet) => void): Buffer {
  const packet = dns.Packet.parse(query);
  packet.additionals = [];
  Object.assign(packet.header, { qr: 1, aa: 1, ra: 0 });
  fill(packet);
  return packet.toBuffer();
}

function rdata(type: string, hex: string): string {
  const message = Buffer.from(hex, 'hex');
  return presentRdata(type, { message, start: 0, end: message.length });
}

describe('decodeMessage', () => {
  test('a well-formed answer → records in presentation form', () => {
    const message = answered(({ answers }) => {
      const common = { name: 'city.example.jp', class: 1, ttl: 300 };
      answers.push({
        ...common,
        type: 16,
        data: ['v=spf1 include:a.example', ' -all'],
      } as dns.Packet.Resource);
      answers.push({
        ...common,
        type: 15,
        exchange: 'mx.city.example.jp',
        priority: 10,
      } as dns.Packet.Resource);
      answers.push({ ...common, type: 28, address: '2001:db8::1' } as dns.Packet.Resource);
      answers.push({
        ...common,
        type: 257,
        flags: 0,
        tag: 'issue',
        value: 'ca.example',
      } as dns.Packet.Resource);
    });
    const { answers, flags, rcode } = decodeMessage(message);
    expect(answers.map(({ type, data }) => [type, data])).toEqual([
      ['TXT', 'v=spf1 include:a.example -all'],
      ['MX', '10 mx.city.example.jp'],
      ['AAAA', '2001:db8::1'],
      ['CAA', '0 issue "ca.example"'],
    ]);
    expect([flags.aa, flags.rd, flags.ra, rcode]).toEqual([true, true, false, 0]);
  });

  test('any bytes → decoded or MalformedDnsError, never anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        try {
          decodeMessage(Buffer.from(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedDnsError);
        }
      }),
    );
  });

  test('a good answer with bytes changed or cut off → decoded or MalformedDnsError', () => {
    const good = answered(({ answers }) => {
      answers.push({
        name: 'city.example.jp',
        type: 2,
        class: 1,
        ttl: 1,
        ns: 'ns.city.example.jp',
      } as dns.Packet.Resource);
    });
    fc.assert(
      fc.property(fc.nat(good.length), fc.nat(good.length - 1), fc.nat(255), (length, at, value) => {
        const changed = Buffer.from(good.subarray(0, length));
        if (at < changed.length) changed[at] = value;
        try {
          decodeMessage(changed);
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedDnsError);
        }
      }),
    );
  });

  test('more records announced than there are → MalformedDnsError', () => {
    const message = Buffer.from(query);
    message.writeUInt16BE(0xffff, 6);
    expect(() => decodeMessage(message)).toThrow(MalformedDnsError);
  });

  test('thousands of records → the first 256 are kept', () => {
    const record = Buffer.from('0000010001000000000004c0000201', 'hex');
    const message = Buffer.concat([
      Buffer.from('123481800000110000000000', 'hex'),
      ...Array(0x1100).fill(record),
    ]);
    expect(decodeMessage(message).answers).toHaveLength(256);
  });

  test('a TXT of 64 KiB → cut to the limit of the evidence', () => {
    const text = Buffer.concat(Array(255).fill(Buffer.concat([Buffer.from([255]), Buffer.alloc(255, 'a')])));
    const head = Buffer.from('12348180000000010000000000001000010000000000000000', 'hex').subarray(0, 21);
    const message = Buffer.concat([head, Buffer.from([text.length >> 8, text.length & 0xff]), text]);
    expect(decodeMessage(message).answers[0]?.data).toHaveLength(16_384);
  });

  test('an extended rcode (BADVERS) → 16, from the OPT record', () => {
    const message = Buffer.from('1234818000000000000000010000290200010000000000', 'hex');
    expect(decodeMessage(message).rcode).toBe(16);
  });
});

describe('readName', () => {
  test.each([
    ['a pointer to itself', 'c000', 0],
    ['two pointers at each other', 'c002c000', 0],
    ['a pointer forward', 'c00203777777 00', 0],
    ['a label beyond the message', '3f6161', 0],
    ['a reserved label type', '8000', 0],
    ['no end', '0161', 0],
    ['nothing', '', 0],
    ['over 255 octets', '3f'.padEnd(128, '61').repeat(5), 0],
  ])('%s → MalformedDnsError', (_, hex, offset) => {
    expect(() => readName(Buffer.from(hex.replaceAll(' ', ''), 'hex'), offset)).toThrow(MalformedDnsError);
  });

  test('a long chain of pointers, each further back → MalformedDnsError', () => {
    const chain = Buffer.concat([
      Buffer.from([0, 0]),
      ...Array.from({ length: 500 }, (_, i) => Buffer.from([0xc0 | ((i * 2) >> 8), (i * 2) & 0xff])),
    ]);
    expect(() => readName(chain, chain.length - 2)).toThrow(MalformedDnsError);
  });

  test('a dot, a quote and a control character inside a label → escaped', () => {
    expect(readName(Buffer.from('04612e220100', 'hex'), 0).name).toBe('a\\.\\"\\001');
  });

  test('a space inside a label → escaped, so that it parts no fields', () => {
    expect(readName(Buffer.from('0361206200', 'hex'), 0).name).toBe('a\\032b');
  });

  test('the root → a dot', () => {
    expect(readName(Buffer.from([0]), 0)).toEqual({ name: '.', next: 1 });
  });
});

describe('presentRdata', () => {
  test.each([
    ['TXT', '02c3a9', '\\195\\169'],
    ['TXT', '', ''],
    ['A', 'c00002', '\\# 3 c00002'],
    ['A', 'c000020100', '\\# 5 c000020100'],
    ['MX', '000a', '\\# 2 000a'],
    ['CAA', '00ff69', '\\# 3 00ff69'],
    ['DS', '1f950d02abcd', '8085 13 2 abcd'],
    ['DNSKEY', '010103080102', '257 3 8 AQI='],
    ['TLSA', '030101ff', '3 1 1 ff'],
    ['TYPE65280', '0102', '\\# 2 0102'],
  ])('%s %s → %s', (type, hex, expected) => {
    expect(rdata(type, hex)).toBe(expected);
  });

  test.each([
    ['NSEC', '0161000006400000000003', 'a A RRSIG NSEC'],
    ['NSEC3', '0100000a02aabb0500010203040001 40'.replaceAll(' ', ''), '1 0 10 aabb 000g40o4 A'],
    ['NSEC3PARAM', '0100000000', '1 0 0 -'],
    ['CDS', '0000000000', '0 0 0 00'],
    ['CDNSKEY', '0000030000', '0 3 0 AA=='],
    ['NSEC3PARAM', '01000000', '\\# 4 01000000'],
  ])('%s %s → %s', (type, hex, expected) => {
    expect(rdata(type, hex)).toBe(expected);
  });

  test('any data of any type → text, never an error', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(typeCodes)),
        fc.uint8Array({ maxLength: 300 }),
        (type, bytes) => {
          expect(typeof rdata(type, Buffer.from(bytes).toString('hex'))).toBe('string');
        },
      ),
    );
  });

  test('escapeBytes → printable ASCII only, whatever comes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(escapeBytes(Buffer.from(bytes), '\\')).toMatch(/^[\x20-\x7e]*$/);
      }),
    );
  });
});

describe('isAnswerTo', () => {
  const good = answered(() => {});
  const changed = (at: number, value: number) => {
    const copy = Buffer.from(good);
    copy[at] = value;
    return copy;
  };

  test('the answer to the question → yes', () => {
    expect(isAnswerTo(query, good)).toBe(true);
  });

  test('TC without the question and without records → yes', () => {
    expect(isAnswerTo(query, Buffer.from('123482000000000000000000', 'hex'))).toBe(true);
  });

  test('other letter case → no, unless any is wanted', () => {
    const upper = changed(13, 0x43);
    expect([isAnswerTo(query, upper), isAnswerTo(query, upper, 'any')]).toEqual([false, true]);
  });

  test('FORMERR without the question → yes', () => {
    expect(isAnswerTo(query, Buffer.from('123481810000000000000000', 'hex'))).toBe(true);
  });

  test.each([
    ['another id', changed(0, 0x99)],
    ['a query (QR=0)', changed(2, 0x01)],
    ['another opcode', changed(2, 0x91)],
    ['another question', changed(13, 0x78)],
    ['the same name in another case', changed(13, 'C'.charCodeAt(0))],
    ['another type', changed(good.length - 3, 1)],
    ['two questions', changed(5, 2)],
    ['NOERROR without the question', Buffer.from('123481800000000000000000', 'hex')],
    ['five bytes', good.subarray(0, 5)],
    ['nothing', Buffer.alloc(0)],
  ])('%s → no', (_, answer) => {
    expect(isAnswerTo(query, answer)).toBe(false);
  });
});
