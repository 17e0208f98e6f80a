import { fixList } from '../../fixes.ts';

export const dmarcFixes = fixList('dig +short TXT _dmarc.{domain}', {
  ja: 'はじめに p=none で報告（rua）を受け取り、正しいメールが SPF か DKIM に合格していることを数週間確かめます。そのうえで p=quarantine、p=reject と段階的に強めます。メールを送らないドメインでは、すぐに p=reject にします。',
  en: 'Begin with p=none and read the reports (rua) for some weeks, until all genuine mail passes SPF or DKIM. Then move on to p=quarantine and p=reject. A domain that never sends goes to p=reject at once.',
  snippet: [
    '; step 1',
    '_dmarc.{domain}. IN TXT "v=DMARC1; p=none; rua=mailto:REPORT_ADDRESS"',
    '; step 2',
    '_dmarc.{domain}. IN TXT "v=DMARC1; p=quarantine; rua=mailto:REPORT_ADDRESS"',
    '; step 3',
    '_dmarc.{domain}. IN TXT "v=DMARC1; p=reject; rua=mailto:REPORT_ADDRESS"',
  ].join('\n'),
});
