import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { proofAt } from '../proof.ts';
import { judge, safe } from '../verdicts.ts';
import { confirmTls } from './fixes.ts';

export const ticketbleed = defineCheck({
  version: 1,
  needs: ['tls-behaviour'],
  severity: 'high',
  text: {
    safe: { ja: 'Ticketbleed の弱点はありません', en: 'Not vulnerable to Ticketbleed' },
    vulnerable: { ja: 'Ticketbleed の弱点があります', en: 'Vulnerable to Ticketbleed' },
    why: {
      ja: '短い番号を送ると、装置の記憶の一部を付け足して返します。一度に最大 31 バイトですが、繰り返せば鍵や利用者の情報が漏れるおそれがあります。F5 BIG-IP の古い版の弱点です。',
      en: 'A short number that is sent comes back with pieces of the device’s memory behind it: up to 31 bytes each time, and keys or data of users over time. It is a flaw of older F5 BIG-IP.',
    },
  },
  action: 'tls-settings',
  fixes: fixList(
    confirmTls,
    {
      ja: '製造元の修正版に更新します。更新までの間は、セッションチケットを無効にします。',
      en: 'Install the vendor’s correction. Until then, turn session tickets off.',
    },
    {
      'f5-bigip': {
        ja: '修正版（11.5.4 HF3、11.6.1 HF2、12.1.2 HF1 など以降）に更新します。更新までは、次のようにチケットを止めます。',
        en: 'Update to a corrected version (11.5.4 HF3, 11.6.1 HF2, 12.1.2 HF1 or newer). Until then, turn tickets off.',
        snippet: 'tmsh modify ltm profile client-ssl PROFILE session-ticket disabled',
      },
    },
  ),
  references: ['https://filippo.io/Ticketbleed/', 'https://my.f5.com/manage/s/article/K05121675'],
  cves: ['CVE-2016-9244'],
  detect: ({ 'tls-behaviour': seen }) =>
    judge(seen.data.ticketbleed, {
      no: safe,
      yes: () => ({
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [
          proofAt(seen, ['ticketbleed', 'value', 'echoedBytes']),
          proofAt(seen, ['ticketbleed', 'value', 'confirmedBy']),
        ],
      }),
    }),
});
