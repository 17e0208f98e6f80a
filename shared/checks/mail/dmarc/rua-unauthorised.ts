import { reportDomains } from '../../../evidence/mail-domain/names.ts';
import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { absenceProof, find, recordProof } from '../lookups.ts';
import { dekyoSenderAuthentication, googleSenders } from '../references.ts';
import { judgeDmarcRecord } from './policy.ts';

export const dmarcRuaUnauthorised = defineCheck({
  version: 1,
  needs: ['mail-domain'],
  severity: 'low',
  text: {
    safe: {
      ja: 'DMARC の報告先は受け取りに同意しています',
      en: 'Whoever receives DMARC reports has agreed to it',
    },
    vulnerable: {
      ja: 'DMARC の報告先が受け取りに同意していません',
      en: 'A receiver of DMARC reports has not agreed to it',
    },
    why: {
      ja: '報告先が別のドメインの場合、そのドメインが受け取りに同意する記録が必要です。ないと報告が送られず、なりすましの発生に気づけません。',
      en: 'Where reports go to another domain, that domain has to say that it takes them. Otherwise no reports are sent and forged mail goes unnoticed.',
    },
  },
  action: 'mail-domain',
  fixes: fixList('dig +short TXT {domain}._report._dmarc.REPORT_DOMAIN', {
    ja: '報告先の事業者に、次のレコードを登録してもらいます。または、報告先を自分のドメインのアドレスにします。',
    en: 'Have the receiver of the reports publish this record, or send the reports to an address of your own domain.',
    snippet: '{domain}._report._dmarc.REPORT_DOMAIN. IN TXT "v=DMARC1"',
  }),
  references: [
    'https://www.rfc-editor.org/rfc/rfc7489#section-7.1',
    dekyoSenderAuthentication,
    googleSenders,
  ],
  detect: ({ 'mail-domain': mail }) =>
    judgeDmarcRecord(mail, ({ tags, index, at, isOwn }) => {
      if (!isOwn) return notApplicable;
      const domain = mail.endpoint.host;
      const receivers = reportDomains(tags?.get('rua') ?? '').filter(
        (receiver) => !isRelated(receiver, domain),
      );
      for (const receiver of receivers) {
        const found = find(mail, 'TXT', `${domain}._report._dmarc.${receiver}`);
        if (found.outcome === 'unknown') return undetermined(found.reason);
        if (found.records.some(({ data }) => /^v\s*=\s*DMARC1/.test(data))) continue;
        return {
          verdict: 'vulnerable',
          confidence: 'verified',
          proof: [recordProof(mail, index, at), ...absenceProof(mail, found.index)],
          detail: { ja: `報告先：${receiver}`, en: `The receiver: ${receiver}.` },
        };
      }
      return safe;
    }),
});

/** Within one organisation nobody has to agree; which domains those are is told by where one ends in the other. */
function isRelated(receiver: string, domain: string): boolean {
  return receiver === domain || receiver.endsWith(`.${domain}`) || domain.endsWith(`.${receiver}`);
}
