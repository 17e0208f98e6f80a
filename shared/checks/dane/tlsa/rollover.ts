import { judgeChain } from '../../cert/presented.ts';
import { defineCheck } from '../../check.ts';
import { proofAt } from '../../proof.ts';

import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { tlsaFixes } from '../fixes.ts';
import { matchesChain, tlsaOf } from './records.ts';

export const tlsaRollover = defineCheck({
  version: 1,
  needs: ['certificate', 'host-dns'],
  severity: 'low',
  text: {
    safe: {
      ja: '証明書の入れ替えに備えた TLSA レコードがあります',
      en: 'The TLSA records are prepared for the next key',
    },
    vulnerable: {
      ja: '証明書の入れ替えに備えた TLSA レコードがありません',
      en: 'The TLSA records are not prepared for the next key',
    },
    why: {
      ja: 'TLSA レコードがいまの鍵の分しかないため、証明書の鍵を替えた瞬間からレコードが届くまで、メールが止まるおそれがあります。次の鍵か認証局の分を並べて登録しておくと安全です。',
      en: 'There is a TLSA record for the present key alone. When the key changes, mail may stop until the new record has spread. A record for the next key or for the authority beside it avoids that.',
    },
  },
  action: 'dns-zone',
  fixes: tlsaFixes({
    ja: '次に使う鍵（3 1 1）か、認証局（2 1 1）の TLSA レコードを並べて登録します。',
    en: 'Publish a record for the next key (3 1 1) or for the authority (2 1 1) beside it.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc6698', 'https://www.rfc-editor.org/rfc/rfc7671'],
  detect: ({ certificate, 'host-dns': dns }) =>
    judgeChain(certificate, (_, { chain }) => {
      const answer = tlsaOf(dns, certificate);
      if (answer.outcome === 'unknown') return undetermined(answer.reason);
      if (answer.outcome !== 'records') return notApplicable;
      const [only, ...others] = answer.records;
      if (only?.tlsa === undefined || others.length > 0) return safe;
      // A record for the authority outlives the keys under it.
      if (only.tlsa.usage === 0 || only.tlsa.usage === 2) return safe;
      if (matchesChain(only.tlsa, chain) === false) return notApplicable;
      return { verdict: 'vulnerable', confidence: 'verified', proof: [proofAt(dns, only.path)] };
    }),
});
