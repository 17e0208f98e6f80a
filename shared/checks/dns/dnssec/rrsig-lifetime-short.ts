import type { EvidenceOf } from '../../../evidence/evidence.ts';
import { epochMs, type Instant } from '../../../model/instant.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { signingFixes } from '../fixes.ts';
import { rfc6781 } from '../references.ts';
import { judgeRrsigs } from './judge.ts';

export const dnssecRrsigLifetimeShort = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'low',
  text: {
    safe: { ja: '署名の期限に余裕があります', en: 'The signatures are valid for long enough' },
    vulnerable: { ja: '署名の期限が 12 時間以内に切れます', en: 'A signature expires within twelve hours' },
    why: {
      ja: '署名が作り直されないまま期限が切れると、DNSSEC を検証する事業者の利用者がホームページにもメールにも届かなくなります。',
      en: 'If it expires without being renewed, people whose provider validates DNSSEC reach neither web nor mail.',
    },
  },
  action: 'dns-zone',
  fixes: signingFixes('dig {domain} SOA +dnssec +multi', {
    ja: '署名を作り直し、自動で作り直す仕組みが動いているかを確かめます。',
    en: 'Sign again, and see whether automatic re-signing works.',
  }),
  references: [rfc6781],
  detect: ({ 'dns-answers': evidence }, at) => detect(evidence, at),
});

const shortMs = 12 * 60 * 60_000;

function detect(evidence: EvidenceOf<'dns-answers'>, at: Instant): Verdict {
  return judgeRrsigs(evidence, ({ expiresMs }) => {
    const leftMs = expiresMs - epochMs(at);
    // What has expired already is another finding.
    if (leftMs < 0 || leftMs > shortMs) return undefined;
    const hours = Math.floor(leftMs / 3_600_000);
    return { ja: `残りは約 ${hours} 時間です。`, en: `About ${hours} hours are left.` };
  });
}
