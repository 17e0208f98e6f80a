import { judgeChain } from '../../cert/presented.ts';
import { defineCheck } from '../../check.ts';
import { proofAt } from '../../proof.ts';

import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { tlsaFixes } from '../fixes.ts';
import { matchesChain, tlsaOf } from './records.ts';

export const tlsaMismatch = defineCheck({
  version: 2,
  needs: ['certificate', 'host-dns'],
  severity: 'high',
  text: {
    safe: {
      ja: 'TLSA レコードはサーバー証明書と一致しています',
      en: 'The TLSA records match the certificate',
    },
    vulnerable: {
      ja: 'TLSA レコードがサーバー証明書と一致していません',
      en: 'No TLSA record matches the certificate',
    },
    why: {
      ja: '証明書を入れ替えたときに TLSA レコードを直し忘れた状態です。DANE に対応したメールサーバーは偽のサーバーと判断して配送を止めるため、メールが届かなくなります。',
      en: 'The certificate was replaced and the TLSA record was not. Mail servers with DANE take this for a forged server and stop delivering.',
    },
  },
  action: 'dns-zone',
  fixes: tlsaFixes({
    ja: 'いまの証明書の公開鍵から TLSA レコードを作り直します。次からは、証明書を替える前に新しいレコードを足しておきます。',
    en: 'Make the TLSA record anew from the key in use. From now on, add the new record before the certificate is replaced.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc6698', 'https://www.rfc-editor.org/rfc/rfc7671'],
  detect: ({ certificate, 'host-dns': dns }) =>
    judgeChain(certificate, (_, { chain, listed }) => {
      const answer = tlsaOf(dns, certificate);
      if (answer.outcome === 'unknown') return undetermined(answer.reason);
      if (answer.outcome !== 'records') return notApplicable;
      const readable = answer.records.flatMap(({ tlsa, path }) =>
        tlsa === undefined ? [] : [{ tlsa, path }],
      );
      const [first] = readable;
      if (first === undefined) return notApplicable;
      const matches = readable.map(({ tlsa }) => matchesChain(tlsa, chain));
      if (matches.includes(true)) return safe;
      if (matches.includes(undefined)) return undetermined('digest-not-kept');
      // The library leaves out certificates that it does not need, the authority that is meant perhaps among them.
      const ofAuthority = readable.some(({ tlsa: { usage } }) => usage === 0 || usage === 2);
      if (ofAuthority && listed !== 'as-sent') return undetermined('sorted-by-library');
      return {
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [
          proofAt(dns, first.path),
          proofAt(certificate, ['presented', 'value', 'chain', 0, 'spkiSha256']),
          proofAt(certificate, ['presented', 'value', 'chain', 0, 'sha256']),
        ],
      };
    }),
});
