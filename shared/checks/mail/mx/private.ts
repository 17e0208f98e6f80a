import { parseAddress, specialPurpose } from '../../../model/address.ts';
import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { recordProof } from '../lookups.ts';
import { judgeExchangers } from './exchangers.ts';
import { unanswered } from './unanswered.ts';

export const mxPrivate = defineCheck({
  version: 1,
  needs: ['mail-domain'],
  severity: 'medium',
  text: {
    safe: { ja: 'メールの届け先は公開のアドレスです', en: 'The mail exchangers have public addresses' },
    vulnerable: {
      ja: 'メールの届け先が内部のアドレスになっています',
      en: 'A mail exchanger has a private address',
    },
    why: {
      ja: '庁内だけで使うアドレスが公開の DNS に書かれています。外からのメールは届かず、内部の構成も知られます。',
      en: 'An address for use inside stands in the public DNS. Mail from outside does not arrive, and something of the internal network is told.',
    },
  },
  action: 'mail-domain',
  fixes: fixList('dig +short MX {domain}', {
    ja: '公開のアドレスを持つ名前に直します。庁内用の名前は、庁内だけの DNS に置きます。',
    en: 'Name a host with a public address, and keep internal names in an internal DNS.',
    snippet: '{domain}. IN MX 10 MAIL_SERVER.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc1918', 'https://www.rfc-editor.org/rfc/rfc6890'],
  detect: ({ 'mail-domain': mail }) =>
    judgeExchangers(mail, ({ proof, addresses }) => {
      for (const found of addresses) {
        if (found.outcome !== 'answered') continue;
        const record = found.records.find(({ data }) => isInternal(data));
        if (record === undefined) continue;
        return {
          verdict: 'vulnerable',
          confidence: 'verified',
          proof: [proof, recordProof(mail, found.index, record.at)],
        };
      }
      return unanswered(addresses);
    }),
});

/** Loopback means "nobody" where a laboratory stands in for the Internet, and is told by nobody's mistake there. */
const internal = new Set(['private', 'uniqueLocal', 'linkLocal', 'carrierGradeNat']);

function isInternal(text: string): boolean {
  const address = parseAddress(text);
  return address !== undefined && internal.has(specialPurpose(address) ?? '');
}
