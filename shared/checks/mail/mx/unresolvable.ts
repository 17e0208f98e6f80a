import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { undetermined } from '../../verdicts.ts';
import { absenceProof } from '../lookups.ts';
import { isIpLiteral, judgeExchangers } from './exchangers.ts';

export const mxUnresolvable = defineCheck({
  version: 2,
  needs: ['mail-domain'],
  severity: 'medium',
  text: {
    safe: { ja: 'メールの届け先のアドレスが分かります', en: 'The mail exchangers have addresses' },
    vulnerable: { ja: 'メールの届け先のアドレスがありません', en: 'A mail exchanger has no address' },
    why: {
      ja: 'メールの届け先の書き方に誤りがあるため、相手のサーバーによってはメールを届けられません。住民や他の団体からのメールが、誰にも気づかれずに失われるおそれがあります。',
      en: 'As the place of delivery is written wrongly, some servers cannot deliver. Mail from residents and others may get lost without anybody noticing.',
    },
  },
  action: 'mail-domain',
  fixes: fixList('dig +short MX {domain}', {
    ja: 'MX に書かれた名前の A または AAAA レコードを登録するか、使っていない MX を消します。',
    en: 'Publish A or AAAA records for the name in the MX, or remove the MX that is not in use.',
    snippet: '{domain}. IN MX 10 MAIL_SERVER.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc5321#section-5.1'],
  detect: ({ 'mail-domain': mail }) =>
    judgeExchangers(mail, ({ host, proof, addresses }) => {
      // An address in the place of a name is told by mail.mx.ip-literal.
      if (isIpLiteral(host)) return undefined;
      if (addresses.some((found) => found.outcome === 'answered' && found.records.length > 0))
        return undefined;
      const unknown = addresses.find((found) => found.outcome === 'unknown');
      if (unknown?.outcome === 'unknown') return undetermined(unknown.reason);
      const indexes = addresses.flatMap((found) => (found.outcome === 'answered' ? [found.index] : []));
      const absent = indexes.flatMap((index) => absenceProof(mail, index));
      return { verdict: 'vulnerable', confidence: 'verified', proof: [proof, ...absent] };
    }),
});
