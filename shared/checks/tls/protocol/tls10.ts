import { defineCheck } from '../../check.ts';
import { versionFixes } from '../fixes.ts';
import { ipaTlsGuideline, rfc9325 } from '../references.ts';
import { versionOffered } from '../version-offered.ts';

export const tls10 = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'medium',
  text: {
    safe: { ja: 'TLS 1.0 は提供されていません', en: 'TLS 1.0 is not offered' },
    vulnerable: { ja: 'TLS 1.0 が提供されています', en: 'TLS 1.0 is offered' },
    why: {
      ja: 'TLS 1.0 は 1999 年にできた暗号化の方式で、2021 年に廃止されました。破られつつある古い計算方法に頼っているため、通信を盗み見られたり、書き換えられたりするおそれがあります。いまのブラウザーは TLS 1.2 以上を使うので、止めても住民への影響はほとんどありません。',
      en: 'TLS 1.0 dates from 1999 and was retired in 2021. It relies on algorithms that are being broken, so traffic could be read or altered. Browsers of today use TLS 1.2 or newer: residents will hardly notice that it is gone.',
    },
  },
  action: 'tls-settings',
  fixes: versionFixes,
  references: ['https://www.rfc-editor.org/rfc/rfc8996', rfc9325, ipaTlsGuideline],
  detect: (evidence) => versionOffered(evidence['tls-hello'], 'TLSv1.0', 'medium'),
});
