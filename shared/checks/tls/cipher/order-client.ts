import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { proofAt } from '../../proof.ts';
import { notApplicable, safe } from '../../verdicts.ts';
import { cipherFixes } from '../fixes.ts';
import { easeForMailServers } from '../opportunistic.ts';
import { ipaTlsGuideline, rfc9325 } from '../references.ts';
import { judgeSpoken } from '../version-offered.ts';
import { isWeakSuite } from '../weak-suite.ts';

export const orderClient = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'low',
  text: {
    safe: {
      ja: '弱い暗号方式より強い暗号方式がサーバーの側で優先されます',
      en: 'The server prefers strong cipher suites to weak ones',
    },
    vulnerable: {
      ja: '弱い暗号方式がある中で、利用者側の希望の順に選ばれます',
      en: 'The client’s order decides although weak cipher suites are there',
    },
    why: {
      ja: '弱い暗号方式も受け入れるサーバーでは、強い方式をサーバーの側で優先して選ぶ必要があります。利用者側の順に従うと、古い端末や細工された接続が弱い方式に決めてしまい、通信が読まれるおそれが高まります。',
      en: 'A server that accepts weak suites has to choose the strong ones itself. When it follows the client, old devices or manipulated connections settle on a weak one, and traffic is more likely to be read.',
    },
  },
  action: 'tls-settings',
  fixes: cipherFixes,
  references: [`${rfc9325}#section-4.2.1`, ipaTlsGuideline],
  detect: ({ 'tls-hello': hello }) => judgeOrder(hello),
});

/** Where every accepted suite is strong, the order is the client's affair: phones choose ChaCha20 for good reasons. */
function judgeOrder(hello: EvidenceOf<'tls-hello'>): Verdict {
  const { families, order } = hello.data;
  const known = Object.values(families);
  if (known.every(({ outcome }) => outcome === 'no')) return notApplicable;
  return judgeSpoken(hello, order, {
    no: safe,
    yes: ({ forward, reversed }) => {
      if (forward.cipher === reversed.cipher) return safe;
      if (!isWeakSuite(forward.cipherName) && !isWeakSuite(reversed.cipherName)) return safe;
      return easeForMailServers(
        {
          verdict: 'vulnerable',
          confidence: 'verified',
          proof: [
            proofAt(hello, ['order', 'value', 'forward', 'serverHello']),
            proofAt(hello, ['order', 'value', 'reversed', 'serverHello']),
          ],
          detail: {
            ja: `同じ暗号方式を逆の順に提示すると、${forward.cipherName} から ${reversed.cipherName} に変わりました。`,
            en: `Offered in the reverse order, the same suites led from ${forward.cipherName} to ${reversed.cipherName}.`,
          },
        },
        hello,
        'low',
      );
    },
  });
}
