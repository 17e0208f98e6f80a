import { defineCheck } from '../../check.ts';
import { familyAccepted } from '../family-accepted.ts';
import { cipherFixes } from '../fixes.ts';
import { ipaTlsGuideline, rfc9325 } from '../references.ts';

export const anonymousCipher = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'critical',
  text: {
    safe: {
      ja: '相手を確かめない暗号方式（anon）は受け入れられません',
      en: 'Cipher suites without authentication (anon) are refused',
    },
    vulnerable: {
      ja: '相手を確かめない暗号方式（anon）が受け入れられます',
      en: 'Cipher suites without authentication (anon) are accepted',
    },
    why: {
      ja: 'この暗号方式ではサーバー証明書が使われず、通信の相手が本物かどうかを確かめられません。途中に入り込んだ第三者が役所のサーバーになりすまして、内容を読んだり書き換えたりできます。',
      en: 'These suites use no server certificate, so nobody can tell whether the other side is genuine. Someone in between can pose as your server, and read or alter everything.',
    },
  },
  action: 'tls-settings',
  fixes: cipherFixes,
  references: ['https://www.rfc-editor.org/rfc/rfc9325#section-4.1', rfc9325, ipaTlsGuideline],
  detect: (evidence) => familyAccepted(evidence['tls-hello'], 'anon', 'critical', 'low'),
});
