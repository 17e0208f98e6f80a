import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { notApplicable, safe } from '../verdicts.ts';
import { closeFixes } from './close-fixes.ts';
import { judgeMarkers } from './markers.ts';

export const tr069 = defineCheck({
  version: 1,
  needs: ['web-gear'],
  severity: 'high',
  text: {
    safe: {
      ja: 'ルーターの遠隔設定（TR-069）は外部に応答しません',
      en: 'Remote configuration of routers (TR-069) does not answer the Internet',
    },
    vulnerable: {
      ja: 'ルーターの遠隔設定（TR-069）が外部に応答しています',
      en: 'Remote configuration of routers (TR-069) answers the Internet',
    },
    why: {
      ja: '通信事業者がルーターを設定するための入口が、世界中から届きます。弱点のある機種では、ルーターを乗っ取られ、攻撃の踏み台にされます（2016 年には世界で数百万台が狙われました）。',
      en: 'The door through which carriers configure routers can be reached from all over the world. Weak models are taken over and used against others; in 2016 millions were attacked.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(7547, {
    ja: '回線の契約先に、TR-069（遠隔設定）の接続元を事業者の設備に限るよう依頼します。機器の設定で無効にできる場合は無効にし、TCP 7547 番を閉じます。',
    en: 'Ask your carrier to limit TR-069 (remote configuration) to its own equipment. Turn it off where the device allows, and close TCP 7547.',
  }),
  references: [
    'https://www.broadband-forum.org/technical/download/TR-069.pdf',
    'https://www.cisa.gov/news-events/alerts/2016/10/14/heightened-ddos-threat-posed-mirai-and-other-botnets',
  ],
  detect: ({ 'web-gear': web }) => detect(web),
});

const usualPort = 7547;

/** Web servers of routers; on the port of TR-069 one such sign leaves little doubt, and yet it is one. */
function detect(evidence: EvidenceOf<'web-gear'>): Verdict {
  if (evidence.endpoint.port !== usualPort) return notApplicable;
  return judgeMarkers(
    evidence,
    [
      { in: 'header', sign: /^Server: .*(?:RomPager|gSOAP|Allegro|KNet|mini_httpd|TR069|tr069|CPE)/i },
      { in: 'header', sign: /^WWW-Authenticate: .*(?:HuaweiHomeGateway|CPE|ACS|cwmp|IGD|TR-?069)/i },
    ],
    safe,
  );
}
