import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import type { Order } from '@enkaku/shared/protocol/order.ts';

let mozilla: readonly X509Certificate[] | undefined;

/** Whether it is one of Mozilla's roots, and not only of the order's own. */
export function isMozillas(certificate: X509Certificate): boolean {
  return mozillaRoots().some(({ fingerprint256 }) => fingerprint256 === certificate.fingerprint256);
}

/** Mozilla's roots as the runtime ships them, and the order's own. */
export function anchorsOf({ trustAnchors }: Order): readonly X509Certificate[] {
  return [...mozillaRoots(), ...trustAnchors.map((pem) => new X509Certificate(pem))];
}

function mozillaRoots(): readonly X509Certificate[] {
  mozilla ??= rootCertificates.map((pem) => new X509Certificate(pem));
  return mozilla;
}
