import { defineCheck } from '../check.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { dayMs } from './dates.ts';
import { replaceFixes } from './fixes.ts';
import { faulty, judgeChain } from './presented.ts';

export const lifetimeLong = defineCheck({
  version: 2,
  needs: ['certificate'],
  severity: 'low',
  text: {
    safe: {
      ja: '証明書の有効期間は規定の長さに収まっています',
      en: 'The certificate’s lifetime keeps to the rules',
    },
    vulnerable: {
      ja: '証明書の有効期間が規定より長くなっています',
      en: 'The certificate lives longer than the rules allow',
    },
    why: {
      ja: '公的な認証局の証明書には有効期間の上限があり、年々短くなっています（2026 年 3 月 15 日からは 200 日）。上限を超える証明書は、主なブラウザーで無効とされることがあります。',
      en: 'Certificates of public authorities may live only so long, and each year less (200 days from 15 March 2026). Browsers may refuse those that exceed it.',
    },
  },
  action: 'certificate-renewal',
  fixes: replaceFixes({
    ja: '規定の期間の証明書を取得し直します。期間はさらに短くなるため、自動更新（ACME）を導入します。',
    en: 'Obtain a certificate of a permitted lifetime. As lifetimes go on shrinking, set up automatic renewal (ACME).',
  }),
  references: [
    'https://cabforum.org/working-groups/server/baseline-requirements/requirements/',
    'https://www.rfc-editor.org/rfc/rfc8555',
  ],
  detect: ({ certificate }) =>
    judgeChain(certificate, (leaf, { trust, anchor }) => {
      // An organisation’s own authority sets its own lifetimes.
      if (trust !== 'trusted' || anchor === 'order') return notApplicable;
      const days = Math.ceil((Date.parse(leaf.notAfter) - Date.parse(leaf.notBefore)) / dayMs);
      const most = mostDays(leaf.notBefore);
      if (most === undefined || days <= most) return safe;
      if (anchor === 'unknown') return undetermined('whose-root-is-not-known');
      return faulty(
        certificate,
        [
          ['chain', 0, 'notBefore'],
          ['chain', 0, 'notAfter'],
        ],
        {
          usual: 'low',
          detail: {
            ja: `有効期間は ${days} 日で、発行日の時点での上限は ${most} 日です。`,
            en: `It lives ${days} days; ${most} were allowed when it was issued.`,
          },
        },
      );
    }),
});

/** CA/Browser Forum, Baseline Requirements §6.3.2 with ballot SC-081: from which day of issue how many days. */
const calendar: readonly (readonly [from: string, days: number])[] = [
  ['2029-03-15', 47],
  ['2027-03-15', 100],
  ['2026-03-15', 200],
  ['2020-09-01', 398],
];

function mostDays(notBefore: string): number | undefined {
  return calendar.find(([from]) => notBefore >= from)?.[1];
}
