import type { X509Certificate } from 'node:crypto';
import { countInList, readX509 } from '@enkaku/shared/evidence/certificate/x509.ts';
import type { Endpoint } from '@enkaku/shared/evidence/evidence.ts';
import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { no, unknown, yes } from '@enkaku/shared/model/observed.ts';
import { type Guard, ProbeError } from '../../guard/guard.ts';
import { stapledOcspResponse } from '../../guard/tls.ts';
import type { Probe } from '../probe.ts';
import { LenientTls } from '../wire/lenient-tls.ts';
import { pause } from '../wire/pause.ts';
import { placesFor, portAt, tlsRouteOf } from '../wire/services.ts';
import { NoStarttlsError, type TlsRoute } from '../wire/tls-route.ts';
import { unknownReason } from '../wire/unknown-reason.ts';
import { anchorsOf } from './anchors.ts';
import { readOcspResponse } from './ocsp.ts';
import { parseCertificate, readCertificate } from './parse-certificate.ts';
import { type RawChain, readRawChain } from './raw-chain.ts';
import { runtimeChain } from './runtime-chain.ts';
import { judgeTrust } from './trust.ts';

type Presented = EvidenceData['certificate']['presented'];
type PresentedValue = Extract<Presented, { outcome: 'yes' }>['value'];

const timeoutMs = 10_000;
const maxChain = 12;

/** Some servers fetch their OCSP response only after the first client has come. */
const secondLookMs = 1500;

/** What the runtime's handshake showed; `not-asked` stands for a server that our TLS library cannot speak to. */
interface Seen extends Omit<RawChain, 'timestampList'> {
  readonly staple: Buffer | null;
  readonly library: string | null | 'not-asked';
  readonly listed: PresentedValue['listed'];
  readonly tlsTimestamps: PresentedValue['tlsTimestamps'];
}

export const certificateProbe: Probe<'certificate'> = {
  kind: 'certificate',
  worstCaseMs: 210_000,
  places: (host) => placesFor(host, (port) => tlsRouteOf(port) !== undefined),
  async gather(endpoint, guard, host) {
    const port = portAt(host, endpoint.port);
    const via = (port && tlsRouteOf(port)) ?? 'direct';
    return { sni: endpoint.name, via, presented: await look(endpoint, guard, via) };
  },
};

async function look(endpoint: Endpoint, guard: Guard, via: TlsRoute): Promise<Presented> {
  const anchors = anchorsOf(guard.order);
  try {
    const seen = await see(endpoint, guard, via, anchors);
    return seen === undefined ? unknown('garbled') : describe(seen, anchors);
  } catch (error) {
    if (error instanceof NoStarttlsError) return no;
    return unknown(unknownReason(error, guard));
  }
}

/** The library's handshake for its judgement, a raw one for the list as sent; each alone where the other fails. */
async function see(
  endpoint: Endpoint,
  guard: Guard,
  via: TlsRoute,
  anchors: readonly X509Certificate[],
): Promise<Seen | undefined> {
  const handshake = await shake(endpoint, guard, via, anchors);
  if (handshake instanceof ProbeError && handshake.reason === 'timeout') throw handshake;
  const raw = await readRawChain(guard, endpoint, via, timeoutMs).catch((error: unknown) => {
    if (error instanceof ProbeError || error instanceof NoStarttlsError) return undefined;
    throw error;
  });
  if (handshake instanceof ProbeError) {
    if (raw === undefined) throw handshake;
    const { timestampList, ...chain } = raw;
    const tlsTimestamps = timestampsIn(timestampList);
    return { ...chain, staple: null, library: 'not-asked', listed: 'as-sent', tlsTimestamps };
  }
  const [leaf, rawLeaf] = [handshake.certificates[0], raw?.certificates[0]];
  // A server with an RSA and an ECDSA certificate may have shown the other one to the raw hello.
  const same = raw !== undefined && leaf !== undefined && rawLeaf?.equals(leaf) === true;
  const seen = same
    ? {
        ...handshake,
        certificates: raw.certificates,
        listed: 'as-sent' as const,
        tlsTimestamps: timestampsIn(raw.timestampList),
      }
    : handshake;
  return seen.staple === null && mayStaple(leaf)
    ? await lookAgain(seen, endpoint, guard, via, anchors)
    : seen;
}

function timestampsIn(list: Buffer | undefined): PresentedValue['tlsTimestamps'] {
  const count = list === undefined ? 0 : countInList(list);
  return count === 0 ? no : yes({ count });
}

function mayStaple(leaf: Buffer | undefined): boolean {
  return leaf !== undefined && (readX509(leaf.toString('base64'))?.ocspUrls.length ?? 0) > 0;
}

async function lookAgain(
  seen: Seen,
  endpoint: Endpoint,
  guard: Guard,
  via: TlsRoute,
  anchors: readonly X509Certificate[],
): Promise<Seen> {
  await pause(secondLookMs, guard);
  const again = await shake(endpoint, guard, via, anchors);
  if (again instanceof ProbeError || again.staple === null) return seen;
  return { ...seen, staple: again.staple, ocspStapled: true };
}

async function shake(
  endpoint: Endpoint,
  guard: Guard,
  via: TlsRoute,
  anchors: readonly X509Certificate[],
): Promise<Seen | ProbeError> {
  try {
    const socket = await new LenientTls(guard, endpoint, via).connect({ timeoutMs, requestOcsp: true });
    const error: unknown = socket.authorizationError ?? null;
    const seen = {
      certificates: runtimeChain(socket, anchors),
      protocol: socket.getProtocol() ?? '',
      cipher: socket.getCipher().standardName,
      ocspStapled: stapledOcspResponse(socket) !== null,
      staple: stapledOcspResponse(socket),
      listed: 'sorted' as const,
      tlsTimestamps: unknown('not-attempted'),
      library: error === null ? null : String(error instanceof Error && 'code' in error ? error.code : error),
    };
    socket.destroy();
    return seen;
  } catch (error) {
    if (error instanceof ProbeError) return error;
    throw error;
  }
}

function describe(seen: Seen, anchors: readonly X509Certificate[]): Presented {
  const { protocol, cipher, ocspStapled, library, listed, tlsTimestamps } = seen;
  const certificates = seen.certificates.slice(0, maxChain);
  const [leaf] = certificates;
  // Anonymous suites are all it speaks.
  if (leaf === undefined) return no;
  if (parseCertificate(leaf) === undefined) return unknown('garbled');
  const chain = certificates.flatMap((der) => parseCertificate(der) ?? []);
  const readable = certificates.flatMap((der) => readCertificate(der) ?? []);
  const trust = judgeTrust({ chain: readable, anchors, library, atEpochMs: Date.now() });
  return yes({ protocol, cipher, chain, listed, tlsTimestamps, ocspStapled, ocsp: ocspOf(seen), ...trust });
}

function ocspOf({ staple, ocspStapled, library }: Seen): PresentedValue['ocsp'] {
  if (library === 'not-asked') return unknown('not-attempted');
  if (staple === null) return ocspStapled ? unknown('garbled') : no;
  const status = readOcspResponse(staple);
  return status === undefined
    ? unknown('garbled')
    : yes({ ...status, response: staple.toString('base64').slice(0, 24_000) });
}
