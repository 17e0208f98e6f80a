import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { proofAt } from '../../proof.ts';
import { judge, safe } from '../../verdicts.ts';
import { versionFixes } from '../fixes.ts';
import { easeForMailServers } from '../opportunistic.ts';
import { ipaTlsGuideline } from '../references.ts';

export const sslv2 = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'critical',
  text: {
    safe: { ja: 'SSL 2.0 は提供されていません', en: 'SSL 2.0 is not offered' },
    vulnerable: { ja: 'SSL 2.0 が提供されています', en: 'SSL 2.0 is offered' },
    why: {
      ja: 'SSL 2.0 は 1995 年の方式で、2011 年に使用が禁止されました。暗号そのものが破られているうえ、同じ鍵を使う別のサーバーの新しい通信まで解読する攻撃（DROWN）に使われます。住民や職員の通信が読まれるおそれがあります。',
      en: 'SSL 2.0 dates from 1995 and has been forbidden since 2011. It is broken itself, and it can be used to decrypt newer traffic of every server with the same key (DROWN). Traffic of residents and staff could be read.',
    },
  },
  action: 'tls-settings',
  fixes: versionFixes,
  references: ['https://www.rfc-editor.org/rfc/rfc6176', 'https://drownattack.com/', ipaTlsGuideline],
  cves: ['CVE-2016-0800'],
  detect: ({ 'tls-hello': hello }) =>
    judge(hello.data.sslv2, {
      no: safe,
      // A SERVER-HELLO without a cipher in common opens nothing.
      yes: ({ ciphers, confirmedBy }) => (ciphers.length === 0 ? safe : usable(hello, confirmedBy)),
    }),
});

function usable(hello: EvidenceOf<'tls-hello'>, confirmedBy: string | null): Verdict {
  const first = proofAt(hello, ['sslv2', 'value', 'serverHello']);
  const verdict: Verdict =
    confirmedBy === null
      ? { verdict: 'vulnerable', confidence: 'inferred', proof: [first] }
      : {
          verdict: 'vulnerable',
          confidence: 'verified',
          proof: [first, proofAt(hello, ['sslv2', 'value', 'confirmedBy'])],
        };
  return easeForMailServers(verdict, hello, 'critical');
}
