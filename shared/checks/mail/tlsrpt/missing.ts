import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { safe } from '../../verdicts.ts';
import { judgeMailDomain } from '../mail-domain.ts';
import { proofOf } from '../records.ts';

export const tlsRptMissing = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: {
      ja: 'メールの暗号化の失敗を知らせる窓口（TLS-RPT）があります',
      en: 'Failures to encrypt mail are reported to you (TLS-RPT)',
    },
    vulnerable: {
      ja: 'メールの暗号化の失敗を知らせる窓口（TLS-RPT）がありません',
      en: 'Failures to encrypt mail are not reported to you (TLS-RPT)',
    },
    why: {
      ja: 'ほかのメールサーバーが暗号化して送ろうとして失敗しても、団体は気づけません。証明書の期限切れや、途中での妨害を早く知ることができるようになります。',
      en: 'When other mail servers try to encrypt and fail, you do not hear of it. With reports, an expired certificate or an interference on the way is noticed early.',
    },
  },
  action: 'mail-domain',
  fixes: fixList('dig +short TXT _smtp._tls.{domain}', {
    ja: '報告を受け取るアドレスを決め、DNS に次のレコードを置きます。',
    en: 'Choose an address for the reports and publish this record.',
    snippet: '_smtp._tls.{domain}. IN TXT "v=TLSRPTv1; rua=mailto:REPORT_ADDRESS"',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc8460'],
  detect: ({ 'dns-answers': dns }) =>
    judgeMailDomain(dns, 'tlsrpt', (records) =>
      records.found.some(({ data }) => /^v=TLSRPTv1\s*;/.test(data))
        ? safe
        : { verdict: 'vulnerable', confidence: 'verified', proof: proofOf(dns, records) },
    ),
});
