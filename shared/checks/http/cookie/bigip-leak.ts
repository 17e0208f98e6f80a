import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { safe } from '../../verdicts.ts';
import { showHeaders } from '../confirm.ts';
import { cookiesOf } from '../cookies.ts';
import { badHeader } from '../missing-header.ts';
import { judgeAnswered } from '../pages.ts';
import { isPrivate } from '../private-address.ts';
import { decodeBigIp } from './decode-bigip.ts';

export const cookieBigIpLeak = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'low',
  text: {
    safe: { ja: 'Cookie から内部のアドレスは分かりません', en: 'Cookies do not tell internal addresses' },
    vulnerable: {
      ja: 'Cookie から内部のアドレスが分かります（BIG-IP）',
      en: 'A cookie tells internal addresses (BIG-IP)',
    },
    why: {
      ja: '負荷分散装置の Cookie に、内部のサーバーの IP アドレスとポート番号がほぼそのまま入っています。攻撃の下調べに使われます。',
      en: 'A cookie of the load balancer holds the address and port of an internal server, hardly disguised. Attackers use it to learn about the network.',
    },
  },
  action: 'hide-versions',
  fixes: fixList(
    `${showHeaders} | grep -i '^Set-Cookie:'`,
    {
      ja: '負荷分散装置の設定で、Cookie の値を暗号化します。',
      en: 'Have the load balancer encrypt the value of its cookie.',
    },
    {
      'f5-bigip': {
        ja: 'Cookie パーシステンスプロファイルで暗号化を必須にし、名前を既定から変えます。',
        en: 'Require encryption in the cookie persistence profile, and change the name from its default.',
        snippet:
          'tmsh modify ltm persistence cookie PROFILE cookie-encryption required cookie-encryption-passphrase PASSPHRASE cookie-name lb',
      },
    },
  ),
  references: ['https://my.f5.com/manage/s/article/K6917', 'https://cwe.mitre.org/data/definitions/200.html'],
  detect: ({ 'http-response': web }, at) =>
    judgeAnswered(web, () => {
      for (const { cookie, answer, at: header } of cookiesOf(web, at)) {
        const inside = decodeBigIp(cookie.value);
        if (inside === undefined || !isPrivate(inside.address)) continue;
        return badHeader(web, answer, header, {
          ja: `${shownName(cookie.name)} は ${inside.address} のポート ${inside.port} を指しています。`,
          en: `${shownName(cookie.name)} stands for ${inside.address}, port ${inside.port}.`,
        });
      }
      return safe;
    }),
});

function shownName(name: string): string {
  return name.replaceAll(/[^\x21-\x7e]/g, '').slice(0, 60);
}
