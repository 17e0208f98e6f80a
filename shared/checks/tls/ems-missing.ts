import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { proofAt } from '../proof.ts';
import { notApplicable, safe } from '../verdicts.ts';
import { versionsWithFamilies } from './family-accepted.ts';
import { confirmTls } from './fixes.ts';
import { easeForMailServers } from './opportunistic.ts';
import { rfc9325 } from './references.ts';
import { judgeSpoken } from './version-offered.ts';

export const emsMissing = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'low',
  text: {
    safe: {
      ja: '鍵と接続を結び付ける拡張（EMS）に対応しています',
      en: 'Extended master secret is supported',
    },
    vulnerable: {
      ja: '鍵と接続を結び付ける拡張（EMS）に対応していません',
      en: 'Extended master secret is not supported',
    },
    why: {
      ja: 'TLS 1.2 までの鍵を、その接続だけのものにする拡張です。対応していないと、悪意のあるサーバーを経由して接続を乗っ取る攻撃（トリプルハンドシェイク）に弱くなります。',
      en: 'This extension ties the keys of TLS 1.2 to their own connection. Without it, connections can be taken over by way of a malicious server (the triple handshake attack).',
    },
  },
  action: 'tls-settings',
  fixes: fixList(confirmTls, {
    ja: 'TLS のソフトウェアを、RFC 7627 に対応した版（OpenSSL 1.1.0、Java 8u161 など以降）に更新します。',
    en: 'Update the TLS software to one with RFC 7627, such as OpenSSL 1.1.0 or Java 8u161.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc7627', `${rfc9325}#section-3.5`],
  detect: ({ 'tls-hello': hello }) => judgeExtension(hello),
});

/** TLS 1.3 has the same built in. */
function judgeExtension(hello: EvidenceOf<'tls-hello'>): Verdict {
  const { versions, extendedMasterSecret } = hello.data;
  const onlyTls13 = versionsWithFamilies.every((version) => versions[version].outcome === 'no');
  if (onlyTls13 && versions['TLSv1.3'].outcome === 'yes') return notApplicable;
  const missing: Verdict = {
    verdict: 'vulnerable',
    confidence: 'verified',
    proof: [proofAt(hello, ['extendedMasterSecret', 'outcome'])],
  };
  return judgeSpoken(hello, extendedMasterSecret, {
    yes: () => safe,
    no: easeForMailServers(missing, hello, 'low'),
  });
}
