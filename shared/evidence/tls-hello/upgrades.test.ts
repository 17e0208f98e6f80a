import { expect, test } from 'vitest';
import { no, unknown, yes } from '../../model/observed.ts';
import { InvalidEvidenceError, parseEvidence } from '../evidence.ts';
import { acceptedHello, buildTlsHello } from './build.fixture.ts';

/** As version 1 was written. */
const version1 = {
  sni: 'www.city.example.jp',
  via: 'direct',
  versions: { SSLv3: no, 'TLSv1.0': no, 'TLSv1.1': no, 'TLSv1.2': acceptedHello(), 'TLSv1.3': no },
  families: { null: no, anon: no, export: no, rc4: no, des: no, '3des': no, 'static-rsa': acceptedHello() },
  dhe: yes({ primeBits: 8, prime: 'fb', serverKeyExchange: '0001fb00010200027fff0401' }),
  compression: no,
  secureRenegotiation: yes({ extension: '00' }),
  connections: 13,
};
const stored = (data: unknown) => parseEvidence({ ...buildTlsHello(), schema: 1, data });

test('version 1 → what was seen stays, what nobody looked at is not attempted', () => {
  const { data } = stored(version1);

  expect(data).toMatchObject({ families: { 'static-rsa': { outcome: 'yes' }, rc4: no }, connections: 13 });
  expect(data).toMatchObject({
    families: { cbc: unknown('not-attempted') },
    sslv2: unknown('not-attempted'),
  });
});

test('version 1 with DHE → generator and public value are read from the message that was kept', () => {
  expect(stored(version1).data).toMatchObject({
    dhe: { value: { generator: '02', publicValues: ['7fff'] } },
  });
});

test.each([
  ['no families', { ...version1, families: null }],
  ['a message cut short', { ...version1, dhe: yes({ primeBits: 8, prime: 'fb', serverKeyExchange: 7 }) }],
  ['nothing at all', {}],
])('version 1 with %s → refused, not thrown over', (_, data) => {
  expect(() => stored(data)).toThrow(InvalidEvidenceError);
});
