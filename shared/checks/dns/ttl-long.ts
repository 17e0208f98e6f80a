import { defineCheck } from '../check.ts';
import { rfc1912, rfc2181 } from './references.ts';
import { judgeTtl, sensibleTtl, ttlFixes } from './ttl.ts';

export const ttlLong = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: sensibleTtl,
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
  fixes: ttlFixes({
    ja: 'TTL を 1 時間から 1 日にします。',
    en: 'Set the TTL to between one hour and one day.',
  }),
  references: [rfc1912, rfc2181],
  detect: ({ 'dns-answers': evidence }) => judgeTtl(evidence, (ttl) => ttl > 604_800),
});
