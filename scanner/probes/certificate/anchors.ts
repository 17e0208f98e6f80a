import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import type { Order } from '@enkaku/shared/protocol/order.ts';

let mozilla: readonly X509Certificate[] | undefined;

/** Mozilla's roots as the runtime ships them, and the order's own. */
export function anchorsOf({ trustAnchors }: Order): readonly X509Certificate[] {
  mozilla ??= rootCertificates.map((pem) => new X509Certificate(pem));
  return [...mozilla, ...trustAnchors.map((pem) => new X509Certificate(pem))];
}
