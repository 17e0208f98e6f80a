import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { judgeReply } from '../exposed/replies.ts';
import { withoutUpnp } from './fixes.ts';

export const ssdpExposed = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'high',
  text: {
    safe: {
      ja: '機器の自動発見（SSDP）は外部に応答しません',
      en: 'Device discovery (SSDP) does not answer the Internet',
    },
    vulnerable: {
      ja: '機器の自動発見（SSDP）が外部に応答しています',
      en: 'Device discovery (SSDP) answers the Internet',
    },
    why: {
      ja: '庁内の機器どうしが見つけ合うための仕組みです。外部から使えると、機器の種類と弱点を調べられ、他者への攻撃（DDoS）の増幅にも使われます。',
      en: 'It is meant for devices inside to find each other. From outside it tells kind and flaws of the device, and amplifies attacks on others.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    1900,
    {
      ja: 'UPnP を止め、UDP 1900 番の受信を外部に対して閉じます。ルーターでは WAN 側の UPnP を無効にします。',
      en: 'Switch UPnP off and close inbound UDP 1900. On routers disable UPnP on the WAN side.',
    },
    withoutUpnp,
    'udp',
  ),
  references: [
    'https://www.cisa.gov/news-events/alerts/2014/01/17/udp-based-amplification-attacks',
    'https://www.jpcert.or.jp/at/2013/at130006.html',
  ],
  detect: ({ 'service-reply': replies }) => judgeReply(replies, 'ssdp', (_, accuse) => accuse(), 'm-search'),
});
