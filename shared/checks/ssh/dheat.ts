import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { kexFixes } from './fixes.ts';
import { offersWeak } from './offers.ts';

export const dheat = defineCheck({
  version: 1,
  needs: ['ssh-kexinit'],
  severity: 'low',
  text: {
    safe: {
      ja: '鍵交換の計算を集中させる攻撃（D(HE)at）の対象になる方式はありません',
      en: 'No key exchange that the D(HE)at attack makes use of is offered',
    },
    vulnerable: {
      ja: '鍵交換の計算を集中させる攻撃（D(HE)at）の対象になる方式があります',
      en: 'A key exchange that the D(HE)at attack makes use of is offered',
    },
    why: {
      ja: '重い計算をする鍵交換を、少ない通信で大量に始めさせることができます。接続の数を制限していなければ、サーバーが遅くなります。実際に負荷をかける試験はしていません。',
      en: 'Little traffic can make the server begin many expensive key exchanges. Without a limit on connections it slows down. No load was put on it to find out.',
    },
  },
  action: 'ssh-settings',
  fixes: kexFixes,
  references: ['https://dheatattack.gitlab.io/', 'https://nvd.nist.gov/vuln/detail/CVE-2002-20001'],
  cves: ['CVE-2002-20001'],
  detect: ({ 'ssh-kexinit': evidence }) =>
    asPresence(offersWeak(evidence, 'kex', (name) => /^diffie-hellman-group/.test(name))),
});

/** The list shows the algorithm; whether the server limits connections is not tried, so nothing more is claimed. */
function asPresence(verdict: Verdict): Verdict {
  return verdict.verdict === 'vulnerable' ? { ...verdict, confidence: 'inferred' } : verdict;
}
