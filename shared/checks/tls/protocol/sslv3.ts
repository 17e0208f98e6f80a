import { defineCheck } from '../../check.ts';
import { versionFixes } from '../fixes.ts';
import { ipaTlsGuideline, rfc9325 } from '../references.ts';
import { versionOffered } from '../version-offered.ts';

export const sslv3 = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'high',
  text: {
    safe: { ja: 'SSL 3.0 は提供されていません', en: 'SSL 3.0 is not offered' },
    vulnerable: { ja: 'SSL 3.0 が提供されています', en: 'SSL 3.0 is offered' },
    why: {
      ja: 'SSL 3.0 は 1996 年にできた暗号化の方式で、2015 年に使用が禁止されました。同じ回線にいる第三者が、暗号化された通信の中身を少しずつ読み取る攻撃（POODLE）が知られています。住民や職員が入力した内容や、ログイン中であることを示す情報が盗まれるおそれがあります。',
      en: 'SSL 3.0 dates from 1996 and has been forbidden since 2015. An attack called POODLE lets someone on the same network read encrypted traffic piece by piece: what residents and staff type, or the data that keeps them signed in.',
    },
  },
  action: 'tls-settings',
  fixes: versionFixes,
  references: ['https://www.rfc-editor.org/rfc/rfc7568', rfc9325, ipaTlsGuideline],
  cves: ['CVE-2014-3566'],
  detect: (evidence) => versionOffered(evidence['tls-hello'], 'SSLv3', 'high'),
});
