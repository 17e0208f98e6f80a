import type { Text } from '../../model/text.ts';
import { recordFixes } from '../dns/fixes.ts';

const record = [
  '; made with: openssl x509 -in cert.pem -noout -pubkey | openssl pkey -pubin -outform der | sha256sum',
  '_{port}._tcp.{name}. IN TLSA 3 1 1 SHA256_OF_THE_PUBLIC_KEY',
].join('\n');

/** The record for the key in use, ready to paste. */
export function tlsaFixes(what: Text) {
  return recordFixes('dig +dnssec _{port}._tcp.{name} TLSA', what, record);
}
