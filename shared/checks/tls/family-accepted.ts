import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { weakFamilies } from '../../evidence/tls-hello/schema.ts';
import type { Severity } from '../../model/severity.ts';
import type { Text } from '../../model/text.ts';
import type { Verdict } from '../../model/verdict.ts';
import { safe, undetermined } from '../verdicts.ts';
import { easeForMailServers } from './opportunistic.ts';
import {
  type AcceptedHello,
  accepted,
  highestAccepted,
  noHandshake,
  spelt,
  type TlsVersion,
} from './version-offered.ts';

export type WeakFamily = (typeof weakFamilies)[number];

/** TLS 1.3 has none of these families (RFC 8446 §B.4). */
export const versionsWithFamilies: readonly TlsVersion[] = ['SSLv3', 'TLSv1.0', 'TLSv1.1', 'TLSv1.2'];

/** The server took a hello that offered nothing but this family. */
export function familyAccepted(
  evidence: EvidenceOf<'tls-hello'>,
  family: WeakFamily,
  usual: Severity,
  forMailServers?: Severity,
): Verdict {
  const { data } = evidence;
  const offer = data.families[family];
  if (offer.outcome === 'yes') {
    const verdict = { ...accepted(evidence, ['families', family], offer.value), detail: chosen(offer.value) };
    return easeForMailServers(verdict, evidence, usual, forMailServers);
  }
  if (highestAccepted(data) === undefined) return noHandshake(data);
  if (versionsWithFamilies.every((version) => data.versions[version].outcome === 'no')) return safe;
  return offer.outcome === 'no' ? safe : undetermined(offer.reason);
}

function chosen({ cipherName, cipher, version }: AcceptedHello): Text {
  return {
    ja: `${spelt(version)} で暗号方式 ${cipherName || cipher} が受け入れられました。`,
    en: `The cipher suite ${cipherName || cipher} was accepted with ${spelt(version)}.`,
  };
}
