import { defineCheck } from '../../check.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { absenceProof, find } from '../lookups.ts';
import { dekyoSenderAuthentication } from '../references.ts';
import { dkimFixes } from './fixes.ts';
import { dkimKeys } from './keys.ts';

export const dkimDomainSupport = defineCheck({
  version: 2,
  needs: ['mail-domain'],
  severity: 'info',
  text: {
    safe: { ja: 'DKIM の鍵を置く場所があります', en: 'There is a place for DKIM keys' },
    vulnerable: { ja: 'DKIM の鍵を置く場所が見当たりません', en: 'No place for DKIM keys was seen' },
    why: {
      ja: 'メールに電子署名（DKIM）を付けるための場所が DNS にないようです。署名がないと、転送されたメールがなりすましと判定されたり、DMARC を強められなかったりします。',
      en: 'The DNS seems to have no place for keys that sign mail (DKIM). Without signatures, forwarded mail is taken for forged and DMARC cannot be made stricter.',
    },
  },
  action: 'mail-domain',
  fixes: dkimFixes({
    ja: 'メールを送るサーバーやサービスで DKIM の署名を有効にし、鍵を公開します。',
    en: 'Turn DKIM signing on wherever you send mail, and publish the keys.',
  }),
  references: [
    'https://www.rfc-editor.org/rfc/rfc6376',
    'https://www.rfc-editor.org/rfc/rfc8301',
    dekyoSenderAuthentication,
  ],
  detect: ({ 'mail-domain': mail }) => {
    const found = find(mail, 'TXT', `_domainkey.${mail.endpoint.host}`);
    if (found.outcome === 'unknown') return undetermined(found.reason);
    // RFC 8020: a name with something below it exists.
    if (found.exists || dkimKeys(mail).length > 0) return safe;
    const own = find(mail, 'TXT', mail.endpoint.host);
    if (own.outcome === 'answered' && (!own.exists || own.records.some(sendsNothing))) return notApplicable;
    // Old name servers deny names that only have something below them.
    return { verdict: 'vulnerable', confidence: 'inferred', proof: absenceProof(mail, found.index) };
  },
});

function sendsNothing({ data }: { readonly data: string }): boolean {
  return /^v=spf1 +-all *$/i.test(data);
}
