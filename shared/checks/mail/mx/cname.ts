import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { recordProof } from '../lookups.ts';
import { judgeExchangers } from './exchangers.ts';
import { unanswered } from './unanswered.ts';

export const mxCname = defineCheck({
  version: 1,
  needs: ['mail-domain'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'メールの届け先は別名（CNAME）ではありません',
      en: 'The mail exchangers are no aliases (CNAME)',
    },
    vulnerable: {
      ja: 'メールの届け先が別名（CNAME）になっています',
      en: 'A mail exchanger is an alias (CNAME)',
    },
    why: {
      ja: 'メールの届け先の書き方に誤りがあるため、相手のサーバーによってはメールを届けられません。住民や他の団体からのメールが、誰にも気づかれずに失われるおそれがあります。',
      en: 'As the place of delivery is written wrongly, some servers cannot deliver. Mail from residents and others may get lost without anybody noticing.',
    },
  },
  action: 'mail-domain',
  fixes: fixList('dig +short MX {domain}', {
    ja: 'MX には、アドレス（A または AAAA）を持つ名前を直接書きます。',
    en: 'Name a host in the MX that has addresses (A or AAAA) itself.',
    snippet: '{domain}. IN MX 10 MAIL_SERVER.',
  }),
  references: [
    'https://www.rfc-editor.org/rfc/rfc2181#section-10.3',
    'https://www.rfc-editor.org/rfc/rfc5321#section-5.1',
  ],
  detect: ({ 'mail-domain': mail }) =>
    judgeExchangers(mail, ({ proof, addresses }) => {
      const alias = addresses.find((found) => found.outcome === 'answered' && found.aliases.length > 0);
      if (alias?.outcome !== 'answered') return unanswered(addresses);
      const proofs = alias.aliases.slice(0, 1).map(({ at }) => recordProof(mail, alias.index, at));
      return { verdict: 'vulnerable', confidence: 'verified', proof: [proof, ...proofs] };
    }),
});
