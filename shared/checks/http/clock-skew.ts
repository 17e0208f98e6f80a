import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { showHeaders } from './confirm.ts';
import { type Answer, answersTo, headers, judgeAnswered, proofIn } from './pages.ts';

const toleratedSeconds = 300;

export const clockSkew = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'info',
  text: {
    safe: { ja: 'サーバーの時計は合っています', en: 'The clock of the server is right' },
    vulnerable: { ja: 'サーバーの時計がずれています', en: 'The clock of the server is wrong' },
    why: {
      ja: '時計がずれていると、攻撃を調べるときに記録の時刻が合わず、証明書の期限の判定やログインの仕組みにも障害が出ます。',
      en: 'With a wrong clock, the times in logs do not match when an attack is investigated, and expiry of certificates and logins go wrong.',
    },
  },
  action: 'hide-versions',
  fixes: fixList(`date -u; ${showHeaders} | grep -i '^Date:'`, {
    ja: 'サーバーの時刻同期（NTP）を有効にし、同期していることを確かめます（Linux では chronyc tracking、Windows では w32tm /query /status）。確認のコマンドの二つの時刻が合っていれば完了です。',
    en: 'Enable time synchronisation (NTP) and see that it is in sync (chronyc tracking on Linux, w32tm /query /status on Windows). It is done when both times that the command prints agree.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc9110#section-6.6.1'],
  detect: ({ 'http-response': web }) =>
    judgeAnswered(web, () => {
      const fresh = answersTo(web, 'root', 'redirected', 'missing-page').filter(isFresh);
      for (const answer of fresh) {
        const [date] = headers(answer.response, 'date');
        const told = Date.parse(date?.value ?? '');
        const ours = Date.parse(answer.response.receivedAt ?? '');
        if (date === undefined || Number.isNaN(told) || Number.isNaN(ours)) continue;
        const seconds = Math.round((told - ours) / 1000);
        if (Math.abs(seconds) <= toleratedSeconds) return safe;
        const proof = [
          proofIn(web, answer, ['headers', date.at, 1]),
          proofIn(web, answer, ['receivedAt']),
        ] as const;
        return { verdict: 'vulnerable', confidence: 'verified', proof, detail: inWords(seconds) };
      }
      return fresh.length === 0 ? undetermined('cached') : notApplicable;
    }),
});

/** An answer out of a cache carries the time at which it went in. */
function isFresh({ response }: Answer): boolean {
  const kept = ['age', 'x-cache', 'cf-cache-status', 'x-varnish', 'via'];
  return !kept.some((name) => headers(response, name).length > 0);
}

function inWords(seconds: number) {
  const minutes = Math.round(Math.abs(seconds) / 60);
  return seconds > 0
    ? { ja: `約 ${minutes} 分進んでいます。`, en: `It is about ${minutes} minutes ahead.` }
    : { ja: `約 ${minutes} 分遅れています。`, en: `It is about ${minutes} minutes behind.` };
}
