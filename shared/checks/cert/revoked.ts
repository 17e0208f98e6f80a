import { epochMs } from '../../model/instant.ts';
import { defineCheck } from '../check.ts';
import { safe, undetermined } from '../verdicts.ts';
import { replaceFixes } from './fixes.ts';
import { faulty, judgeChain } from './presented.ts';

export const revoked = defineCheck({
  version: 2,
  needs: ['certificate'],
  severity: 'high',
  text: {
    safe: { ja: '証明書は失効していません', en: 'The certificate has not been revoked' },
    vulnerable: { ja: '証明書は失効しています', en: 'The certificate has been revoked' },
    why: {
      ja: '認証局がこの証明書を取り消しています。鍵の漏えいや申請の誤りが理由のことが多く、ブラウザーによってはページを開けません。第三者がサーバーになりすましているおそれもあります。',
      en: 'The authority has withdrawn this certificate, mostly because a key leaked or a request was wrong. Some browsers refuse the page, and somebody else may be impersonating the server.',
    },
  },
  action: 'certificate-renewal',
  fixes: replaceFixes({
    ja: '失効の理由を認証局に確かめ、新しい鍵で証明書を取得し直します。',
    en: 'Ask the authority for the reason, and obtain a new certificate with a new key.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc6960'],
  detect: ({ certificate }, at) =>
    judgeChain(certificate, (_, presented) => {
      if (presented.ocsp.outcome === 'unknown') return undetermined(presented.ocsp.reason);
      if (presented.ocsp.outcome === 'no') return undetermined('not-stapled');
      const { status, nextUpdate } = presented.ocsp.value;
      // RFC 6960 §4.2.2.1: what it says holds until then; a revocation holds for ever.
      const isStale = nextUpdate !== null && Date.parse(nextUpdate) < epochMs(at);
      if (status === 'good') return isStale ? undetermined('ocsp-stale') : safe;
      if (status === 'unknown') return undetermined('ocsp-unknown');
      return faulty(
        certificate,
        [
          ['ocsp', 'value', 'status'],
          ['ocsp', 'value', 'response'],
        ],
        {
          usual: 'high',
          detail: {
            ja: `添えられた失効情報が「失効」としています。`,
            en: `The stapled status says: revoked.`,
          },
        },
      );
    }),
});
