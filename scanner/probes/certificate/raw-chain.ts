import type { Endpoint } from '@enkaku/shared/evidence/evidence.ts';
import type { Guard } from '../../guard/guard.ts';
import { MalformedError } from '../wire/tls/bytes.ts';
import { suiteName, suites } from '../wire/tls/cipher-suites.ts';
import { maxSuites } from '../wire/tls/client-hello.ts';
import { messageTypes, parseCertificateMessage } from '../wire/tls/flight.ts';
import { exchangeHello } from '../wire/tls/hello-exchange.ts';
import { extensionTypes } from '../wire/tls/server-hello.ts';
import { openForTls, type TlsRoute } from '../wire/tls-route.ts';

export interface RawChain {
  /** DER, exactly as in the Certificate message. */
  readonly certificates: readonly Buffer[];
  readonly protocol: string;
  readonly cipher: string;
  readonly ocspStapled: boolean;
  /** What a server sends beside its certificate (RFC 6962 §3.3.1); undefined: nothing, although it was asked. */
  readonly timestampList: Buffer | undefined;
}

/** Suites with a certificate, the strong ones first: then the server shows the one that it shows to everyone. */
const withCertificate = suites
  .filter(({ name }) => !/_anon_|ARIA|EXPORT1024|CAMELLIA.*GCM/.test(name))
  .slice(0, maxSuites);

/**
 * The Certificate message itself, which up to TLS 1.2 is sent in the clear. The runtime's own list is no substitute:
 * it is sorted, leaves out what does not fit, and ends in a root of our store. undefined: no such message was read.
 * @throws ProbeError | GuardError | NoStarttlsError
 */
export async function readRawChain(
  guard: Guard,
  endpoint: Endpoint,
  via: TlsRoute,
  timeoutMs: number,
): Promise<RawChain | undefined> {
  const socket = await openForTls(guard, endpoint, via, { timeoutMs });
  const offer = {
    version: 'TLSv1.2' as const,
    suites: withCertificate,
    sni: endpoint.name,
    traits: ['timestamps'] as const,
  };
  const answer = await exchangeHello(socket, offer, 'serverHelloDone', timeoutMs);
  if (answer.kind !== 'hello' || answer.hello.version === undefined) return undefined;
  const { messages } = answer.flight;
  const message = messages.find(({ type }) => type === messageTypes.certificate);
  const certificates = message && certificatesIn(message.body);
  if (certificates === undefined || certificates.length === 0) return undefined;
  return {
    certificates,
    protocol: answer.hello.version === 'TLSv1.0' ? 'TLSv1' : answer.hello.version,
    cipher: suiteName(answer.hello.cipher),
    ocspStapled: messages.some(({ type }) => type === messageTypes.certificateStatus),
    timestampList: answer.hello.extensions.get(extensionTypes.timestamps),
  };
}

function certificatesIn(body: Buffer): readonly Buffer[] | undefined {
  try {
    return parseCertificateMessage(body);
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
    return undefined;
  }
}
