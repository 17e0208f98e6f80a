import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { proofAt } from '../proof.ts';
import { judge, safe } from '../verdicts.ts';
import { confirmTls } from './fixes.ts';

export const earlyData = defineCheck({
  version: 1,
  needs: ['tls-behaviour'],
  severity: 'low',
  text: {
    safe: { ja: '再送されうる早期データ（0-RTT）は受け付けません', en: 'Early data (0-RTT) is not accepted' },
    vulnerable: { ja: '再送されうる早期データ（0-RTT）を受け付けます', en: 'Early data (0-RTT) is accepted' },
    why: {
      ja: 'TLS 1.3 の早期データは、第三者が記録して送り直すことができます。申請や予約のように、二度受け付けると困る処理が早期データで届くと、同じ処理が二度行われるおそれがあります。',
      en: 'Early data of TLS 1.3 can be recorded and sent again by others. Where an application or a booking arrives as early data, it may be processed twice.',
    },
  },
  action: 'tls-settings',
  fixes: fixList(
    confirmTls,
    {
      ja: '早期データ（0-RTT、early data）を無効にします。使う場合は、何度届いてもよい要求だけに限ります。',
      en: 'Turn early data (0-RTT) off, or limit it to requests that may arrive any number of times.',
    },
    {
      nginx: {
        ja: '次の行を http ブロックに書き、再読み込みします。',
        en: 'Put this line into the http block and reload.',
        snippet: 'ssl_early_data off;',
      },
      haproxy: {
        ja: 'bind の行から allow-0rtt を外し、再読み込みします。',
        en: 'Remove allow-0rtt from the bind line and reload.',
      },
    },
  ),
  references: ['https://www.rfc-editor.org/rfc/rfc8446#section-8', 'https://www.rfc-editor.org/rfc/rfc8470'],
  detect: ({ 'tls-behaviour': seen }) =>
    judge(seen.data.earlyData, {
      no: safe,
      yes: ({ maxBytes }) => ({
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [proofAt(seen, ['earlyData', 'value', 'maxBytes'])],
        detail: {
          ja: `最大 ${maxBytes} バイトの早期データを受け付けると告げています。`,
          en: `The server announces up to ${maxBytes} bytes of early data.`,
        },
      }),
    }),
});
