import { defineCheck } from '../../check.ts';
import { safe } from '../../verdicts.ts';
import { recordProof } from '../lookups.ts';
import { dekyoSenderAuthentication, googleSenders } from '../references.ts';
import { dmarcFixes } from './fixes.ts';
import { judgeDmarcRecord } from './policy.ts';

export const dmarcSyntax = defineCheck({
  version: 1,
  needs: ['mail-domain'],
  severity: 'medium',
  text: {
    safe: { ja: 'DMARC レコードの書き方に誤りはありません', en: 'The DMARC record is well-formed' },
    vulnerable: { ja: 'DMARC レコードの書き方に誤りがあります', en: 'The DMARC record is malformed' },
    why: {
      ja: '誤りのある DMARC レコードは、受け取る側に無視されることがあります。書いたつもりの対策が働かず、なりすましメールが住民に届きます。',
      en: 'Recipients may ignore a malformed DMARC record. The protection then does not work, and forged mail reaches residents.',
    },
  },
  action: 'mail-domain',
  fixes: dmarcFixes,
  references: [
    'https://www.rfc-editor.org/rfc/rfc7489#section-6.4',
    dekyoSenderAuthentication,
    googleSenders,
  ],
  detect: ({ 'mail-domain': mail }) =>
    judgeDmarcRecord(mail, ({ tags, index, at }) => {
      const fault = faultOf(tags);
      if (fault === undefined) return safe;
      return {
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [recordProof(mail, index, at)],
        detail: { ja: `誤りのある箇所：${fault}`, en: `The faulty part: ${fault}.` },
      };
    }),
});

const forms: Readonly<Record<string, RegExp>> = {
  p: /^(?:none|quarantine|reject)$/i,
  sp: /^(?:none|quarantine|reject)$/i,
  np: /^(?:none|quarantine|reject)$/i,
  pct: /^(?:100|\d{1,2})$/,
  adkim: /^[rs]$/i,
  aspf: /^[rs]$/i,
  fo: /^[01ds](?:\s*:\s*[01ds])*$/i,
  ri: /^\d{1,10}$/,
  rua: /^\s*(?:[a-z][a-z0-9+.-]*:[^\s,;]+)(?:\s*,\s*[a-z][a-z0-9+.-]*:[^\s,;]+)*\s*$/i,
  ruf: /^\s*(?:[a-z][a-z0-9+.-]*:[^\s,;]+)(?:\s*,\s*[a-z][a-z0-9+.-]*:[^\s,;]+)*\s*$/i,
};

/** The tag that does not fit; tags that nobody knows are to be ignored (RFC 7489 §6.3). */
function faultOf(tags: ReadonlyMap<string, string> | undefined): string | undefined {
  if (tags === undefined) return 'tag=value';
  if (!tags.has('p') && !tags.has('rua')) return 'p';
  return Object.keys(forms).find((name) => {
    const value = tags.get(name);
    return value !== undefined && forms[name]?.test(value) === false;
  });
}
