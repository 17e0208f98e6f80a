import { unknown } from '../../model/observed.ts';
import { isObject, type Json } from '../foreign.ts';
import { tlsVersions, weakFamilies } from './schema.ts';

const notAttempted = unknown('not-attempted');

/** Version 1 asked for versions, seven families and one group of DHE; all else is new. */
export const tlsHelloUpgrades = [
  (data: Json): Json => ({
    sslv2: notAttempted,
    ciphers: unseen(tlsVersions),
    order: notAttempted,
    unofferedCipher: notAttempted,
    dheExport: notAttempted,
    ecdhe: notAttempted,
    weakCurves: notAttempted,
    hybridGroup: notAttempted,
    groups: unseen(['TLSv1.2', 'TLSv1.3']),
    weakSignature: notAttempted,
    extendedMasterSecret: notAttempted,
    encryptThenMac: notAttempted,
    heartbeat: notAttempted,
    downgradeSentinel: notAttempted,
    fallback: notAttempted,
    randoms: [],
    intolerance: unseen(['grease', 'size']),
    leaves: unseen(['named', 'withoutName']),
    clientAuth: notAttempted,
    h2: notAttempted,
    ...data,
    families: isObject(data.families) ? { ...unseen(weakFamilies), ...data.families } : data.families,
    dhe: withGenerator(data.dhe),
  }),
];

function unseen(keys: readonly string[]): Json {
  return Object.fromEntries(keys.map((key) => [key, notAttempted]));
}

/** Generator and public value stand behind the prime in the ServerKeyExchange that was kept (RFC 5246 §7.4.3). */
function withGenerator(dhe: unknown): unknown {
  if (!isObject(dhe) || !isObject(dhe.value) || typeof dhe.value.serverKeyExchange !== 'string') return dhe;
  const [, generator = '', publicValue = ''] = vectorsOf(dhe.value.serverKeyExchange, 3);
  return { ...dhe, value: { generator, publicValues: [publicValue], ...dhe.value } };
}

/** The first vectors of a message in hex, each behind its length in two bytes. */
function vectorsOf(hex: string, count: number): readonly string[] {
  const vectors: string[] = [];
  let at = 0;
  while (vectors.length < count) {
    const end = at + 4 + 2 * Number.parseInt(hex.slice(at, at + 4) || '0', 16);
    vectors.push(hex.slice(at + 4, end));
    at = end;
  }
  return vectors;
}
