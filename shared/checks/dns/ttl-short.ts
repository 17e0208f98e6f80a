import { defineCheck } from '../check.ts';
import { rfc1912, rfc2181 } from './references.ts';
import { judgeTtl, sensibleTtl, ttlFixes } from './ttl.ts';

export const ttlShort = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: sensibleTtl,
    vulnerable: {
      ja: 'DNS レコードの保持時間（TTL）がとても短くなっています',
      en: 'A record may be kept for a very short time only (TTL)',
    },
    why: {
      ja: '利用者側に答えがほとんど残らないため、DNS サーバーが少し止まっただけでホームページやメールが使えなくなります。引っ越しの前後だけ短くするのは正しい使い方です。',
      en: 'Hardly any answer is kept by others, so web and mail fail soon after the name servers do. Short values around a move are right.',
    },
  },
  action: 'dns-zone',
  fixes: ttlFixes({
    ja: '引っ越しの予定がなければ、NS と SOA、MX の TTL を 1 時間から 1 日にします。',
    en: 'Unless a move is planned, set the TTL of NS, SOA and MX to between one hour and one day.',
  }),
  references: [rfc1912, rfc2181],
  detect: ({ 'dns-answers': evidence }) => judgeTtl(evidence, (ttl) => ttl < 300),
});
