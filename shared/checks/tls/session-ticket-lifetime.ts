import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { proofAt } from '../proof.ts';
import { safe, undetermined } from '../verdicts.ts';
import { confirmTls } from './fixes.ts';
import { rfc9325 } from './references.ts';

export const sessionTicketLifetime = defineCheck({
  version: 1,
  needs: ['tls-behaviour'],
  severity: 'low',
  text: {
    safe: { ja: '再開用のチケットは 7 日以内に無効になります', en: 'Session tickets end within seven days' },
    vulnerable: {
      ja: '再開用のチケットが 7 日より長く有効です',
      en: 'Session tickets last longer than seven days',
    },
    why: {
      ja: '接続を手早く再開するためのチケットが長く有効です。チケットを守る鍵が漏れると、その間に再開された通信がすべて読まれます。',
      en: 'Tickets for resuming connections last long. When the key that protects them leaks, all traffic resumed in that time can be read.',
    },
  },
  action: 'tls-settings',
  fixes: fixList(
    confirmTls,
    {
      ja: 'セッションチケットの有効時間を 1 日以内にし、チケットの鍵を毎日入れ替えます。',
      en: 'Let session tickets last a day at most and change their key daily.',
    },
    {
      nginx: {
        ja: '次の行を http ブロックに書き、再読み込みします。',
        en: 'Put this line into the http block and reload.',
        snippet: 'ssl_session_timeout 1d;',
      },
      apache: {
        ja: '次の行を ssl.conf に書き、再読み込みします。',
        en: 'Put this line into ssl.conf and reload.',
        snippet: 'SSLSessionCacheTimeout 86400',
      },
      haproxy: {
        ja: 'global に次の行を書き、再読み込みします。',
        en: 'Put this line into the global section and reload.',
        snippet: 'tune.ssl.lifetime 86400',
      },
    },
  ),
  references: ['https://www.rfc-editor.org/rfc/rfc8446#section-4.6.1', `${rfc9325}#section-3.4`],
  detect: ({ 'tls-behaviour': seen }) => judgeLifetime(seen),
});

const sevenDays = 7 * 24 * 3600;

function judgeLifetime(seen: EvidenceOf<'tls-behaviour'>): Verdict {
  const tickets = (['TLSv1.3', 'TLSv1.2'] as const).map((version) => ({
    version,
    ticket: seen.data.ticket[version],
  }));
  for (const { version, ticket } of tickets) {
    if (ticket.outcome !== 'yes' || ticket.value.lifetimeSeconds <= sevenDays) continue;
    const days = Math.floor(ticket.value.lifetimeSeconds / 86_400);
    return {
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [proofAt(seen, ['ticket', version, 'value', 'lifetimeSeconds'])],
      detail: { ja: `有効期間：${days} 日`, en: `They last ${days} days.` },
    };
  }
  const unseen = tickets.flatMap(({ ticket }) => (ticket.outcome === 'unknown' ? [ticket.reason] : []));
  return unseen.length === tickets.length ? undetermined(unseen[0] ?? 'not-attempted') : safe;
}
