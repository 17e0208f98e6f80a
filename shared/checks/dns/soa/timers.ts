import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { safe } from '../../verdicts.ts';
import { soaFixes } from '../fixes.ts';
import { rfc1912, rfc2308 } from '../references.ts';
import { proofOf, type Soa } from '../zone-data.ts';
import { judgeSoas } from './judge.ts';

export const soaTimers = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: { ja: 'ゾーンの更新と有効期限の時間は適切です', en: 'The timers of the zone are sensible' },
    vulnerable: {
      ja: 'ゾーンの更新と有効期限の時間が目安から外れています',
      en: 'The timers of the zone are out of the usual range',
    },
    why: {
      ja: '有効期限が短いと、プライマリーが少し止まっただけでセカンダリーも答えなくなります。再確認の間隔が長いと、変更がなかなか行き渡りません。',
      en: 'With a short expiry the secondaries fall silent soon after the primary fails; with a long refresh, changes take long to arrive.',
    },
  },
  action: 'dns-zone',
  fixes: soaFixes({
    ja: 'SOA の時間を目安に合わせます（更新 1200 から 86400 秒、再試行は更新より短く、有効期限 604800 秒以上、否定応答 86400 秒以下）。',
    en: 'Bring the SOA timers into the usual range (refresh 1200 to 86400 s, retry below refresh, expire at least 604800 s, minimum at most 86400 s).',
  }),
  references: [rfc1912, rfc2308, 'https://www.ripe.net/publications/docs/ripe-203/'],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  return judgeSoas(evidence, (soas) => {
    const [soa] = soas;
    const different = soas.find((other) => timersOf(other) !== timersOf(soa));
    const expiresEarly = soa.expire < soa.refresh + soa.retry;
    const isUsual =
      soa.refresh >= 1200 &&
      soa.refresh <= 86_400 &&
      soa.retry < soa.refresh &&
      soa.expire >= 604_800 &&
      soa.minimum <= 86_400;
    if (isUsual && !expiresEarly && different === undefined) return safe;
    return {
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [
        proofOf(evidence, soa.found),
        ...(different === undefined ? [] : [proofOf(evidence, different.found)]),
      ],
      detail: {
        ja: `更新 ${soa.refresh} 秒、再試行 ${soa.retry} 秒、有効期限 ${soa.expire} 秒、否定応答 ${soa.minimum} 秒です。`,
        en: `Refresh ${soa.refresh} s, retry ${soa.retry} s, expire ${soa.expire} s, minimum ${soa.minimum} s.`,
      },
    };
  });
}

function timersOf({ refresh, retry, expire, minimum }: Soa): string {
  return [refresh, retry, expire, minimum].join(' ');
}
