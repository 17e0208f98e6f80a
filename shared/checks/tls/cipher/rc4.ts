import { defineCheck } from '../../check.ts';
import { familyAccepted } from '../family-accepted.ts';
import { cipherFixes } from '../fixes.ts';
import { ipaTlsGuideline, rfc9325 } from '../references.ts';

export const rc4 = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'high',
  text: {
    safe: {
      ja: '破られた暗号方式 RC4 は受け入れられません',
      en: 'The broken cipher suites of RC4 are refused',
    },
    vulnerable: {
      ja: '破られた暗号方式 RC4 が受け入れられます',
      en: 'The broken cipher suites of RC4 are accepted',
    },
    why: {
      ja: 'RC4 は偏りのある暗号で、同じ内容が繰り返し送られると中身を推測できます。2015 年に TLS での使用が禁止されました。ログイン状態を保つ情報などが読み取られるおそれがあります。',
      en: 'The output of RC4 is biased, so content that is sent again and again can be worked out. Its use in TLS has been forbidden since 2015. Data that keeps people signed in could be read.',
    },
  },
  action: 'tls-settings',
  fixes: cipherFixes,
  references: ['https://www.rfc-editor.org/rfc/rfc7465', rfc9325, ipaTlsGuideline],
  cves: ['CVE-2013-2566', 'CVE-2015-2808'],
  detect: (evidence) => familyAccepted(evidence['tls-hello'], 'rc4', 'high'),
});
