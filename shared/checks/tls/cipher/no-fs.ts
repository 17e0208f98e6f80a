import type { EvidenceOf } from '../../../evidence/evidence.ts';
import { defineCheck } from '../../check.ts';
import { familyAccepted } from '../family-accepted.ts';
import { cipherFixes } from '../fixes.ts';
import { easeForMailServers } from '../opportunistic.ts';
import { ipaTlsGuideline, rfc9325 } from '../references.ts';

const severity = 'low';

export const noForwardSecrecy = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity,
  text: {
    safe: {
      ja: '鍵の使い捨て（前方秘匿性）がない暗号方式は受け入れられません',
      en: 'Cipher suites without forward secrecy are refused',
    },
    vulnerable: {
      ja: '鍵の使い捨て（前方秘匿性）がない暗号方式が受け入れられます',
      en: 'Cipher suites without forward secrecy are accepted',
    },
    why: {
      ja: 'この暗号方式では、接続ごとに鍵を使い捨てません。通信を記録しておいた第三者が、あとからサーバーの秘密鍵を手に入れると、過去の住民や職員とのやり取りをすべて読めてしまいます。',
      en: 'These suites do not use a fresh key for every connection. Whoever records the traffic and later obtains the private key of the server can read all past exchanges with residents and staff.',
    },
  },
  action: 'tls-settings',
  fixes: cipherFixes,
  references: [`${rfc9325}#section-4.1`, ipaTlsGuideline],
  detect: ({ 'tls-hello': hello }) => {
    const verdict = familyAccepted(hello, 'static-rsa', severity);
    return verdict.verdict === 'vulnerable' && alwaysChosen(hello.data)
      ? easeForMailServers({ ...verdict, severity: 'medium', detail: alwaysChosenDetail }, hello, severity)
      : verdict;
  },
});

const alwaysChosenDetail = {
  ja: '鍵を使い捨てる方式を提示しても、どの版でも選ばれませんでした。過去の通信がすべて読まれうるため、危険度を上げています。',
  en: 'Suites with forward secrecy were offered, and no version chose one. Rated higher because all past traffic is at stake.',
};

/** Every version that is spoken settled on RSA key exchange, though ephemeral keys were offered. TLS 1.3 always has them. */
function alwaysChosen({ versions }: EvidenceOf<'tls-hello'>['data']): boolean {
  const offers = Object.values(versions);
  const spoken = offers.flatMap((offer) => (offer.outcome === 'yes' ? [offer.value.cipherName] : []));
  return (
    offers.every((offer) => offer.outcome !== 'unknown') &&
    spoken.every((name) => name.startsWith('TLS_RSA_'))
  );
}
