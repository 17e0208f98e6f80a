import { defineCheck } from '../../check.ts';
import { versionFixes } from '../fixes.ts';
import { ipaTlsGuideline, rfc9325 } from '../references.ts';
import { versionOffered } from '../version-offered.ts';

export const tls11 = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'medium',
  text: {
    safe: { ja: 'TLS 1.1 は提供されていません', en: 'TLS 1.1 is not offered' },
    vulnerable: { ja: 'TLS 1.1 が提供されています', en: 'TLS 1.1 is offered' },
    why: {
      ja: 'TLS 1.1 は 2006 年にできた暗号化の方式で、2021 年に TLS 1.0 とともに廃止されました。破られつつある古い計算方法に頼っているため、通信を盗み見られたり、書き換えられたりするおそれがあります。いまのブラウザーは TLS 1.2 以上を使うので、止めても住民への影響はほとんどありません。',
      en: 'TLS 1.1 dates from 2006 and was retired in 2021 together with TLS 1.0. It relies on algorithms that are being broken, so traffic could be read or altered. Browsers of today use TLS 1.2 or newer: residents will hardly notice that it is gone.',
    },
  },
  action: 'tls-settings',
  fixes: versionFixes,
  references: ['https://www.rfc-editor.org/rfc/rfc8996', rfc9325, ipaTlsGuideline],
  detect: (evidence) => versionOffered(evidence['tls-hello'], 'TLSv1.1', 'medium'),
});
