import { defineCheck } from '../../check.ts';
import { ednsFixes } from '../fixes.ts';
import { rfc6891 } from '../references.ts';
import { badVers, judgeForm } from './form.ts';

export const ednsVersion = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'low',
  text: {
    safe: {
      ja: '新しい版の EDNS の問い合わせを正しく断ります',
      en: 'A question with a newer EDNS version is turned down properly',
    },
    vulnerable: {
      ja: '新しい版の EDNS の問い合わせを正しく断れません',
      en: 'A question with a newer EDNS version is not turned down properly',
    },
    why: {
      ja: '将来の版の問い合わせに「版が違う」と答えられないサーバーは、名前解決の遅れや失敗の原因になります。手前の機器が原因のこともあります。',
      en: 'A server that cannot answer “other version” makes look-ups slow or fail once newer clients come. A device before it may be the cause.',
    },
  },
  action: 'dns-server',
  fixes: ednsFixes('dig @{server} -p {port} {domain} SOA +edns=1 +noednsnegotiation'),
  references: [rfc6891],
  detect: ({ 'dns-answers': evidence }) =>
    judgeForm(
      evidence,
      'edns-version',
      ({ rcode: code, edns }) => code !== badVers || edns === null || edns.version !== 0,
    ),
});
