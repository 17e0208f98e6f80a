import { Cursor } from './bytes.ts';

/** The distinguished names in a CertificateRequest up to TLS 1.2 (RFC 5246 §7.4.4), DER. @throws MalformedError */
export function parseCertificateRequest(body: Buffer, version: number): readonly Buffer[] {
  const cursor = new Cursor(body);
  cursor.vector(1);
  if (version >= 0x0303) cursor.vector(2); // signature algorithms
  const list = new Cursor(cursor.vector(2));
  const names: Buffer[] = [];
  while (list.left > 0) names.push(list.vector(2));
  return names;
}
