import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { isIpLiteral, judgeExchangers } from './exchangers.ts';

export const mxIpLiteral = defineCheck({
  version: 1,
  needs: ['mail-domain'],
  severity: 'medium',
  text: {
    safe: { ja: 'メールの届け先は名前で書かれています', en: 'The mail exchangers are written as names' },
    vulnerable: {
      ja: 'メールの届け先がアドレスで書かれています',
      en: 'A mail exchanger is written as an address',
    },
    why: {
      ja: 'メールの届け先の書き方に誤りがあるため、相手のサーバーによってはメールを届けられません。住民や他の団体からのメールが、誰にも気づかれずに失われるおそれがあります。',
      en: 'As the place of delivery is written wrongly, some servers cannot deliver. Mail from residents and others may get lost without anybody noticing.',
    },
  },
  action: 'mail-domain',
  fixes: fixList('dig +short MX {domain}', {
    ja: 'MX にはアドレスではなく、サーバーの名前を書きます。',
    en: 'Write the name of the server into the MX, not its address.',
    snippet: '{domain}. IN MX 10 MAIL_SERVER.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc5321#section-5.1'],
  detect: ({ 'mail-domain': mail }) =>
    judgeExchangers(mail, ({ host, proof }) =>
      isIpLiteral(host) ? { verdict: 'vulnerable', confidence: 'verified', proof: [proof] } : undefined,
    ),
});
