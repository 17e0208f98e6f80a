import { defineCheck } from '../../check.ts';
import { signingFixes } from '../fixes.ts';
import { rfc5155, rfc9276 } from '../references.ts';
import { judgeNsec3, nsec3Snippets } from './judge.ts';

export const dnssecNsec3Optout = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: { ja: 'NSEC3 のオプトアウトは無効です', en: 'NSEC3 opt-out is off' },
    vulnerable: { ja: 'NSEC3 のオプトアウトが有効です', en: 'NSEC3 opt-out is on' },
    why: {
      ja: '署名していない下位の名前について、偽の委任を差し込まれても見分けられません。多数の委任を持つ登録機関のための仕組みで、自治体のゾーンには不要です。',
      en: 'Forged delegations below the zone cannot be told from true ones. It is meant for registries with very many delegations; a municipality’s zone does not need it.',
    },
  },
  action: 'dns-zone',
  fixes: signingFixes(
    'dig {domain} NSEC3PARAM +short',
    { ja: 'オプトアウトを無効にして署名し直します。', en: 'Sign again with opt-out switched off.' },
    nsec3Snippets,
  ),
  references: [rfc9276, rfc5155],
  detect: ({ 'dns-answers': evidence }) =>
    judgeNsec3(evidence, ({ optOut }) =>
      optOut ? { ja: 'オプトアウトの印が付いています。', en: 'The opt-out flag is set.' } : undefined,
    ),
});
