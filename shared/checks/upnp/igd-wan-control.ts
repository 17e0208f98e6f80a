import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { judgeReply } from '../exposed/replies.ts';
import { withoutUpnp } from '../ssdp/fixes.ts';
import { safe, undetermined } from '../verdicts.ts';

export const igdWanControl = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'critical',
  text: {
    safe: {
      ja: 'ルーターの操作の説明書（UPnP IGD）は外部から読めません',
      en: 'No description of the router’s controls (UPnP IGD) can be read from outside',
    },
    vulnerable: {
      ja: 'ルーターの操作の説明書（UPnP IGD）が外部から読めます',
      en: 'The description of the router’s controls (UPnP IGD) can be read from outside',
    },
    why: {
      ja: 'ルーターの穴開け（ポート転送）を操作するための入口が、インターネット側に出ています。操作そのものは試していませんが、受け付ける機器では、庁内の機器が外部に公開されたり、攻撃の中継に使われたりします。',
      en: 'The door for opening ports on the router faces the Internet. It was not operated; where it takes orders, machines inside are laid open and the router relays attacks.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    1900,
    {
      ja: 'ルーターの WAN 側の UPnP を無効にし、ファームウェアを最新にします。更新が終了した機器は交換します。',
      en: 'Disable UPnP on the router’s WAN side and update its firmware. Replace devices that get no more updates.',
    },
    withoutUpnp,
    'udp',
  ),
  references: [
    'https://openconnectivity.org/developer/specifications/upnp-resources/upnp/internet-gateway-device-igd-v-2-0/',
    'https://www.jpcert.or.jp/at/2013/at130006.html',
  ],
  detect: ({ 'service-reply': replies }) =>
    judgeReply(
      replies,
      'ssdp',
      ({ device = '', control }, accuse) => {
        if (!device.includes('InternetGatewayDevice')) return safe;
        if (control === undefined) return undetermined('no-proof');
        return accuse({ confidence: 'inferred' });
      },
      'description',
    ),
});
