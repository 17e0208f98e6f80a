import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../../shared/checks/catalogue.ts';
import { evaluate, type Judgement } from '../../shared/checks/evaluate.ts';
import type { Severity } from '../../shared/model/severity.ts';
import { lookAtTls } from './look-at-tls.ts';
import { startTlsWorld, type TlsWorld } from './tls-world.ts';

let world: TlsWorld;

beforeAll(async () => {
  world = await startTlsWorld();
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
});

/** What the TLS checks say of one server. */
async function judge(server: string, skip: (reason?: string) => never): Promise<readonly Judgement[]> {
  const place =
    world.places.find((candidate) => `${candidate.strength} ${candidate.server}` === server) ??
    skip(world.unavailable.map(({ reason }) => reason).join('; '));
  const { hello, behaviour } = await lookAtTls(place.address, place.name, 'where-weak');
  return evaluate(catalogue, [hello, behaviour]).filter(({ check }) => check.startsWith('tls.'));
}

function severityOf({ check, verdict }: Judgement): Severity {
  const usual = catalogue[check]?.severity ?? 'info';
  return verdict.verdict === 'vulnerable' ? (verdict.severity ?? usual) : usual;
}

/** The one needs consent, the other a dozen connections that only a weak server is worth. */
const notAsked = new Set(['tls.heartbleed', 'tls.kex.groups-list']);

const onBoth = [
  'tls.protocol.tls10',
  'tls.protocol.tls11',
  'tls.protocol.no-tls13',
  'tls.cipher.null',
  'tls.cipher.anon',
  'tls.cipher.no-fs',
  'tls.kex.dh-small',
  'tls.kex.dh-common-prime',
  'tls.sigalg.sha1-md5',
];

describe('the weak servers', () => {
  test.for([
    ['weak nginx', [...onBoth, 'tls.cipher.ccm8', 'tls.cipher.order-client']],
    [
      'weak java',
      [
        ...onBoth,
        'tls.protocol.sslv3',
        'tls.protocol.downgrade-scsv-missing',
        'tls.cipher.export',
        'tls.cipher.rc4',
        'tls.cipher.des',
        'tls.cipher.3des',
        'tls.renego.client-initiated',
        'tls.client-auth-cas',
      ],
    ],
  ] as const)('%s shows what it was built to show, verified', async ([server, expected], { skip }) => {
    const judgements = await judge(server, skip);
    const found = judgements.filter(
      ({ verdict }) => verdict.verdict === 'vulnerable' && verdict.confidence === 'verified',
    );
    expect(found.map(({ check }) => check)).toEqual(expect.arrayContaining([...expected]));
  });
});

describe('their hardened twins', () => {
  test.for(['hardened nginx', 'hardened java'])(
    '%s → nothing of low severity or higher',
    async (server, { skip }) => {
      const judgements = await judge(server, skip);
      const serious = judgements.filter(
        (judgement) => judgement.verdict.verdict === 'vulnerable' && severityOf(judgement) !== 'info',
      );
      expect(serious).toEqual([]);
    },
  );

  test.for(['hardened nginx', 'hardened java'])(
    '%s → everything that was asked is decided',
    async (server, { skip }) => {
      const judgements = await judge(server, skip);
      const open = judgements.filter(({ verdict }) => verdict.verdict === 'undetermined');
      expect(open.map(({ check }) => check).filter((check) => !notAsked.has(check))).toEqual([]);
    },
  );
});
