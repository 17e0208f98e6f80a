import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { proofAt } from '../proof.ts';
import { safe } from '../verdicts.ts';
import { cipherFixes } from './fixes.ts';
import { judgeSpoken } from './version-offered.ts';

export const alpnH2Blacklisted = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'low',
  text: {
    safe: {
      ja: 'HTTP/2 は許された暗号方式でだけ使われます',
      en: 'HTTP/2 is used with permitted cipher suites alone',
    },
    vulnerable: {
      ja: 'HTTP/2 が、規格で禁じられた暗号方式でも使われます',
      en: 'HTTP/2 is used with cipher suites that its standard forbids',
    },
    why: {
      ja: 'HTTP/2 の規格は、弱い暗号方式と組み合わせることを禁じています。サーバーが守っていないため、ブラウザーによっては接続を断り、利用者が見られなくなります。',
      en: 'The standard of HTTP/2 forbids weak cipher suites. As the server does not keep to it, some browsers refuse the connection and residents see nothing.',
    },
  },
  action: 'tls-settings',
  fixes: cipherFixes,
  references: ['https://www.rfc-editor.org/rfc/rfc9113#appendix-A'],
  detect: ({ 'tls-hello': hello }) => judgeChoices(hello),
});

/** RFC 9113, Appendix A: everything up to TLS 1.2 without ephemeral keys or without authenticated encryption. */
function isForbidden(name: string): boolean {
  return !/^TLS_(?:ECDHE|DHE)_.*_(?:GCM|CCM|CCM_8|POLY1305)(?:_|$)/.test(name);
}

function judgeChoices(hello: EvidenceOf<'tls-hello'>): Verdict {
  return judgeSpoken(hello, hello.data.h2, {
    no: safe,
    yes: ({ choices }) => {
      const index = choices.findIndex(
        ({ version, cipherName }) => version !== 'TLSv1.3' && isForbidden(cipherName),
      );
      const found = choices[index];
      if (found === undefined) return safe;
      return {
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [
          proofAt(hello, ['h2', 'value', 'choices', index, 'serverHello']),
          proofAt(hello, ['h2', 'value', 'choices', index, 'cipherName']),
        ],
        detail: {
          ja: `${found.cipherName} で HTTP/2 が選ばれました。`,
          en: `HTTP/2 was chosen with ${found.cipherName}.`,
        },
      };
    },
  });
}
