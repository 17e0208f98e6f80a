import type { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';

const maxLength = 12;

/**
 * The chain as the runtime tells it: sorted by issuer. A root of our own store may stand at its end although it was
 * not sent; it is left out.
 */
export function runtimeChain(socket: TLSSocket, anchors: readonly X509Certificate[]): readonly Buffer[] {
  const own = new Set(anchors.map(({ fingerprint256 }) => fingerprint256));
  const chain: X509Certificate[] = [];
  let current = socket.getPeerX509Certificate();
  while (current !== undefined && chain.length < maxLength) {
    chain.push(current);
    current = current.issuerCertificate;
  }
  const last = chain.at(-1);
  const sent = chain.length > 1 && last && own.has(last.fingerprint256) ? chain.slice(0, -1) : chain;
  return sent.map(({ raw }) => raw);
}
