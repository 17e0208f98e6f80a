import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { find, recordProof } from '../lookups.ts';
import { isNullMx } from '../mail-domain.ts';

export const mxNullMx = defineCheck({
  version: 1,
  needs: ['mail-domain'],
  severity: 'medium',
  text: {
    safe: {
      ja: '「メールを受け取らない」という設定は正しく書かれています',
      en: 'The declaration that no mail is taken is written correctly',
    },
    vulnerable: {
      ja: '「メールを受け取らない」という設定が、ほかの届け先と並んでいます',
      en: 'The declaration that no mail is taken stands beside other mail exchangers',
    },
    why: {
      ja: 'メールの届け先の書き方に誤りがあるため、相手のサーバーによってはメールを届けられません。住民や他の団体からのメールが、誰にも気づかれずに失われるおそれがあります。',
      en: 'As the place of delivery is written wrongly, some servers cannot deliver. Mail from residents and others may get lost without anybody noticing.',
    },
  },
  action: 'mail-domain',
  fixes: fixList('dig +short MX {domain}', {
    ja: 'メールを受け取るなら「0 .」の MX を消し、受け取らないならほかの MX を消します。',
    en: 'Where the domain takes mail, remove the MX “0 .”; where it does not, remove the others.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc7505#section-3'],
  detect: ({ 'mail-domain': mail }) => {
    const mx = find(mail, 'MX', mail.endpoint.host);
    if (mx.outcome === 'unknown') return undetermined(mx.reason);
    const record = mx.records.find(({ data }) => isNullMx(data));
    if (record === undefined) return notApplicable;
    if (mx.records.length === 1) return safe;
    return { verdict: 'vulnerable', confidence: 'verified', proof: [recordProof(mail, mx.index, record.at)] };
  },
});
