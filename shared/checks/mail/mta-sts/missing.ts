import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { safe } from '../../verdicts.ts';
import { judgeMailDomain } from '../mail-domain.ts';
import { proofOf } from '../records.ts';

export const mtaStsMissing = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'low',
  text: {
    safe: {
      ja: 'メールの暗号化を必須とする宣言（MTA-STS）があります',
      en: 'Mail servers are told to insist on encryption (MTA-STS)',
    },
    vulnerable: {
      ja: 'メールの暗号化を必須とする宣言（MTA-STS）がありません',
      en: 'Mail servers are not told to insist on encryption (MTA-STS)',
    },
    why: {
      ja: 'ふつうのメールの暗号化は、途中にいる第三者が「暗号化できない」と見せかけるだけで外せます。この宣言があると、対応する送信元は暗号化できない相手にメールを渡さなくなり、盗み見を防げます。',
      en: 'Ordinary encryption between mail servers can be stripped by anyone in between who pretends that it is not offered. With this declaration, senders that know it no longer hand mail over unencrypted.',
    },
  },
  action: 'mail-domain',
  fixes: fixList(
    'dig +short TXT _mta-sts.{domain}; curl -sS https://mta-sts.{domain}/.well-known/mta-sts.txt',
    {
      ja: 'mta-sts.{domain} という名前の Web サーバーに方針のファイルを置き、DNS のレコードで知らせます。はじめは mode: testing とし、TLS-RPT の報告に失敗がなければ enforce にします。MX には実際の MX の名前を書きます。',
      en: 'Serve the policy file from mta-sts.{domain} and announce it in the DNS. Begin with mode: testing; change to enforce once TLS-RPT reports no failure. Put the real names of your MX servers in it.',
      snippet: [
        '# https://mta-sts.{domain}/.well-known/mta-sts.txt',
        'version: STSv1',
        'mode: testing',
        'mx: MAIL_SERVER',
        'max_age: 604800',
        '',
        '; DNS',
        '_mta-sts.{domain}. IN TXT "v=STSv1; id=1"',
      ].join('\n'),
    },
  ),
  references: ['https://www.rfc-editor.org/rfc/rfc8461'],
  detect: ({ 'dns-answers': dns }) =>
    judgeMailDomain(dns, 'mta-sts', (records) =>
      records.found.some(({ data }) => /^v=STSv1\s*;/.test(data))
        ? safe
        : { verdict: 'vulnerable', confidence: 'verified', proof: proofOf(dns, records) },
    ),
});
