import { defineCheck } from '../check.ts';
import { recordFixes } from './fixes.ts';
import { rfc1912, rfc2181 } from './references.ts';
import { judgeTtl } from './ttl.ts';

export const ttlLong = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: {
      ja: 'DNS レコードの保持時間（TTL）は適切です',
      en: 'The records may be kept for a sensible time (TTL)',
    },
    vulnerable: {
      ja: 'DNS レコードの保持時間（TTL）がとても長くなっています',
      en: 'A record may be kept for a very long time (TTL)',
    },
    why: {
      ja: '変更しても古い内容が 1 週間以上残ります。障害のときにサーバーを切り替えても、利用者に届きません。',
      en: 'Changes take more than a week to arrive. In an emergency a switch to another server does not reach people.',
    },
  },
  action: 'dns-zone',
  fixes: recordFixes(
    'dig {domain} NS +norecurse @{server}',
    { ja: 'TTL を 1 時間から 1 日にします。', en: 'Set the TTL to between one hour and one day.' },
    '{domain}. 86400 IN NS ns1.{domain}.',
  ),
  references: [rfc1912, rfc2181],
  detect: ({ 'dns-answers': evidence }) => judgeTtl(evidence, (ttl) => ttl > 604_800),
});
