import { tlsVersions } from '@enkaku/shared/evidence/tls-hello/schema.ts';
import { type HelloOffer, maxSuites, suitesFor, suitesOfVersion } from '../wire/tls/client-hello.ts';
import type { LegacyVersion, TlsVersion } from '../wire/tls/versions.ts';
import type { HelloClient } from './hello-client.ts';
import { observeVersion, type Seen } from './observe.ts';

export type Versions = Readonly<Record<TlsVersion, Seen>>;

/** Newest first. */
export const legacyVersions: readonly LegacyVersion[] = ['TLSv1.2', 'TLSv1.1', 'TLSv1.0', 'SSLv3'];
const handshakeFailure = 40;

/** Newest first: a server that hangs up on old hellos has then shown what it speaks. @throws GuardError */
export async function askVersions(
  client: HelloClient,
  asking: Pick<HelloOffer, 'sni' | 'alpn'>,
): Promise<Versions> {
  const entries: [TlsVersion, Seen][] = [];
  const newestFirst = tlsVersions.toReversed();
  for (const together of [newestFirst.slice(0, 2), newestFirst.slice(2)]) {
    entries.push(
      ...(await Promise.all(
        together.map(
          async (version): Promise<[TlsVersion, Seen]> => [
            version,
            await askVersion(client, version, asking),
          ],
        ),
      )),
    );
  }
  return Object.fromEntries(entries) as Record<TlsVersion, Seen>;
}

/** A server may have none of the suites that fit into one hello. */
async function askVersion(
  client: HelloClient,
  version: TlsVersion,
  asking: Pick<HelloOffer, 'sni' | 'alpn'>,
): Promise<Seen> {
  const usual = suitesFor(version);
  const first = await askFor(client, { ...asking, version, suites: usual });
  const rest = suitesOfVersion(version).filter((suite) => !usual.includes(suite));
  const noCommonSuite = first.answer.kind === 'refused' && first.answer.alert === handshakeFailure;
  if (!noCommonSuite || rest.length === 0) return first;
  return askFor(client, { ...asking, version, suites: rest.slice(0, maxSuites) });
}

async function askFor(client: HelloClient, offer: HelloOffer): Promise<Seen> {
  const answer = await client.ask(offer, offer.version === 'TLSv1.3' ? 'serverHello' : 'serverHelloDone');
  return { offer, answer, observed: observeVersion(answer, offer), epochMs: Date.now() };
}

export function spokenOf(versions: Versions): readonly LegacyVersion[] {
  return legacyVersions.filter((version) => versions[version].observed.outcome === 'yes');
}
