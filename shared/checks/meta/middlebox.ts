import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { isMiddlebox } from '../exposed/middlebox.ts';
import { fixList } from '../fixes.ts';
import { proofAt } from '../proof.ts';
import { safe, undetermined } from '../verdicts.ts';

export const middlebox = defineCheck({
  version: 1,
  needs: ['ports'],
  severity: 'info',
  text: {
    safe: {
      ja: '開いているポートの数は、一台の機器として自然です',
      en: 'The number of open ports is that of one machine',
    },
    vulnerable: {
      ja: '途中の機器が、すべてのポートに代わって応答しています',
      en: 'Something on the way answers on every port in the host’s place',
    },
    why: {
      ja: '使われていないはずのポートまで開いて見えます。侵入防止装置や DDoS 対策装置が代わりに接続を受けているためと考えられ、どのサービスが本当に公開されているかを外から確かめられません。弱点が隠れている場合もあるため、ポートに関する項目は未診断としています。',
      en: 'Even ports that nothing uses look open. An intrusion prevention or anti-DDoS device probably takes the connections, so it cannot be seen from outside which services are really public. Weaknesses may hide behind it, and everything about ports is therefore reported as not diagnosed.',
    },
  },
  action: 'close-service',
  fixes: fixList('nmap -Pn -p 39217,50661,61843 {host}', {
    ja: '直す必要のある弱点ではありません。診断の期間だけ、診断装置の送信元アドレスを侵入防止装置や DDoS 対策装置の対象から外し、もう一度診断します。送信元アドレスは予約の画面で確認できます。',
    en: 'Nothing has to be mended. For the time of the diagnosis, exempt the source addresses of the scanner from the intrusion prevention or anti-DDoS device and measure again; the booking page lists them.',
  }),
  references: [
    'https://nmap.org/book/man-bypass-firewalls-ids.html',
    'https://www.rfc-editor.org/rfc/rfc4987.html#section-3.6',
  ],
  detect: ({ ports }) => detect(ports),
});

function detect(evidence: EvidenceOf<'ports'>): Verdict {
  const { ports, host, complete } = evidence.data;
  const open = ports.flatMap(({ port, state }, index) => (state === 'open' ? [{ port, index }] : []));
  const last = open.at(-1);
  if (last !== undefined && isMiddlebox(evidence)) {
    return {
      verdict: 'vulnerable',
      confidence: 'inferred',
      proof: [
        proofAt(evidence, ['ports', last.index, 'port']),
        proofAt(evidence, ['ports', last.index, 'state']),
      ],
      detail: {
        ja: `${open.length} 個のポートが開いて見えました（最後は ${last.port} 番）。`,
        en: `${open.length} ports looked open, the last of them ${last.port}.`,
      },
    };
  }
  if (host !== 'up') return undetermined(`host-${host}`);
  return complete ? safe : undetermined('ports-incomplete');
}
